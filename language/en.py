"""English: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import Lexicon, word_set

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {
    "zero": 0, **{word: at for at, word in enumerate(_UNITS, 1)},
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    **{word: 10 * at for at, word in enumerate(_TENS, 2)},
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_WORDS = r"(?: (?!(?:and|or|in|from|with|but|of|at|who|that|which)\b)[^\W\d][\w'-]*)"
_NO_NUMBER = r"(?! (?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten)\b| ?\d)"

ENGLISH = Lexicon(
    language="en",
    group=",",
    small=_SMALL,
    ones=(),
    teens_after=(),
    scales=_SCALES,
    joint=r"and",
    joined_after_tens=False,
    half_behind=r" and a half",
    half_before=r"half an?",
    rounds={"dozen": 12},
    rounds_plural={
        "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3,
        "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    },
    several=r"several|a few|many",
    of=r" of ",
    parts={"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
           "eighth": 8, "ninth": 9, "tenth": 10},
    one_part=r"an?|one",
    halves={"half": 50},
    times={"once": 1, "twice": 2, "thrice": 3},
    ordinal=r"st|nd|rd|th",
    no_part_before=(
        r"[- ](?:part(?:y|ies)|person|countr(?:y|ies)|sessions?|editions?|times?|years?|cycles?"
        r"|meetings?|reports?|rounds?|phases?|workshops?|edition|of (?:january|february|march|april"
        r"|may|june|july|august|september|october|november|december))\b"
    ),
    ordinal_tail=r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    ratio=r" (?:in|out of)(?: every| each)? |-in-| (?:of|for) every | of ",
    one_ratio="",
    between=r" to | and ",
    between_needs={"and": r"\bbetween (?:an? |the )?(?:(?:us|ca|au|nz|hk)?[$€£] ?)?$"},
    change=(
        r"\b(?:gr[eo]wn?|growing|growth|rose|risen?|rising|increas\w+|expand\w+|f[ae]ll\w*|drop\w*"
        r"|decreas\w+|declin\w+|went|mov\w+|up|down|chang\w+|jump\w*|climb\w*|shr[aiu]nk\w*)"
        r"(?: [\w']+){0,5} from $"
    ),
    left=(
        ("at_least", r"at (?:the )?(?:very )?least|minimum of|(?:no|not) (?:fewer|less) than|≥"),
        ("up_to", r"up to|as many as|as much as|maximum of|(?:no|not) more than|at (?:the )?most|≤"
                  r"|(?:not|never|without) exceed(?:s|ed|ing)?"),
        ("almost", r"almost|nearly|close to|just (?:under|below|short of)|approaching|nearing"
                   r"|(?:slightly|a little) (?:under|below|less than|fewer than)"),
        ("more_than", r"over|more than|in excess of|upwards? of|north of|above|beyond"
                      r"|(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing))(?: the)?"
                      r"|(?:greater|higher|larger) than|>"),
        ("less_than", r"under|(?:less|fewer|lower|smaller) than|below|short of|<"),
        ("about", r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.|~|≈|≃|≅|est\."
                  r"|estimated|something like|more or less|on the order of"
                  r"|in the (?:region|order|neighbourhood) of"),
    ),
    no_bound=(
        r"\b(?:(?:read\w*|learn\w*|know\w*|more|much|something|nothing|anything|talk\w*|spoke"
        r"|speak\w*|think\w*|thought|hear\w*|asked|asking|writ\w+|wrote|inform\w*|data|facts?"
        r"|details?|reports?|stor(?:y|ies)|articles?|books?|films?|questions?|concern\w*|worr\w+|brought"
        r"|bring\w*|awareness|knowledge|evidence|news|discussions?|debates?|complain\w*|what)"
        r" about|(?:built|build|organi[sz]ed|cent(?:re|er)(?:s|ed|d)?|revolv\w+|structured|based"
        r"|grouped|arranged|gather\w*|designed) around|(?:spread|stretch\w*|spaced|staggered"
        r"|distributed|disput\w+|control|power|jurisdiction|authority|divided|presid\w+|bridges?"
        r"|concerns?|debates?|quarrel\w*|arguments?|victory|votes?|fights?|lead) over"
        r"|(?:work\w*|began|begun|listed|grouped|fall\w*|fell|commit\w*|obligations?|filed"
        r"|registered|signed|organi[sz]ed|categori[sz]ed|classified|summari[sz]ed|set out)"
        r" under|(?:listed|mentioned|described|noted|table|figure|see) (?:above|below)"
        r"|(?:add\w*|sums?|summed|sign\w*|liv(?:e|es|ing|ed)|lead\w*|led|keep\w*|kept|catch\w*"
        r"|caught|own\w*|stand\w*|stood) up to|(?:located|situated|lives?|living|stay\w*) close to"
        r"|(?:times|twice|thrice) (?:as (?:many|much) as|more than)|falls? short of) $"
    ),
    filler=(
        r"(?:a (?:further|combined|grand)? ?total of |total of |an? (?:estimated |additional"
        r" |further )?|another |some |estimated )?(?:us|au|ca|nz|hk)?[$€£¥]? ?"
    ),
    share_filler=r"(?:the |an? )?",
    during=r"over(?: the)?(?: (?:past|last|first|next|following|previous|coming))?",
    right=(
        ("at_least", rf"\+(?!\d)|[- ]plus\b{_NO_NUMBER}|{_WORDS}{{0,3}}"
                     rf" (?:or|and) (?:more|over|above|upwards)\b(?! than){_NO_NUMBER}"
                     rf"|{_WORDS}{{0,3}} at (?:the )?(?:very )?least\b{_NO_NUMBER}"
                     rf"|{_WORDS}{{0,3}} (?:and counting|minimum)\b"),
        ("up_to", rf"{_WORDS}{{0,3}} or (?:fewer|less|under|below)\b(?! than)"
                  rf"|{_WORDS}{{0,3}} at (?:the )?(?:very )?most\b{_NO_NUMBER}"
                  rf"|{_WORDS}{{0,3}} maximum\b"),
        ("about", rf"{_WORDS}{{0,2}} or (?:so|thereabouts)\b|[- ]odd\b|-ish\b"
                  rf"|{_WORDS}{{0,2}},? give or take\b"
                  rf"|{_WORDS}{{0,3}} \((?:approx\.?|approximately|estimated?|est\.)\)"
                  rf"|{_WORDS}{{0,3}},? (?:approximately|roughly)(?=[.,;:)]|$)"),
    ),
    duration=r"(?:year|month|decade|week|day|hour|minute|night|quarter|semester|generation)s?",
    skipped=(
        r"(?: ?\)| of all| of the| of our| of these| of those| of its| of their| of"
        r"| additional| more| further| other| new| different| the| odd| plus)+"
    ),
    stops=word_set(
        "and or in on at from to for by with who whom whose which that were was is are am have "
        "has had been be being do does did will would can could may might must shall should "
        "including across during between since than as per a an the this these those their its "
        "our his her my your while when where after before said say says into about under over "
        "among within of not but against worldwide globally them us it they we you he she i if so "
        "because through throughout until also both each every such there here then now today "
        "currently up down out off took take takes came come comes went go goes "
        ""
        "met via versus vs like unlike plus minus one two three no yes only just already "
        "respectively altogether"
    ),
    plurals=word_set(
        "children people women men police youth staff girls adolescents media personnel data "
        "clergy"
    ),
    singulars=word_set(
        "series focus previous various religious serious business analysis campus virus access "
        "less civil-society process address progress success its this thus sports news rights "
        "services nations affairs sales politics cross human-rights overseas always perhaps "
        "status bus gas class mass press illness"
    ),
    other_heads=word_set(
        "family families staff board committee committees council crew team faculty household "
        "households gang parliament parliamentary congress cabinet community communities church "
        "union panel jury public audience band cast club choir commission senate assembly "
        "government police army militia forces secretariat personnel tribe clan former ex past "
        "would-be potential prospective legislature legislative caucus alumni"
    ),
    behind=r" of (?:the |our |their |its |his |her |a |an |both |all |each )?",
)  # fmt: skip
