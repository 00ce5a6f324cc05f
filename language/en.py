"""English: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

import re

from language.lexicon import DoubtWords, Lexicon, word_set

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

_NAME = r"(?:[A-ZÀ-Þ][\w'’&.-]*\w)"
_WHO = r"(?P<who>(?:(?:the|The|a|A|an|our|Our|its|Its|some|Some|one|One) )?(?:[\w'’-]+ ){0,4}?[\w'’&-]+)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


_OTHERS = (
    r"alliance|coalition|federation|union|commission|ministr\w+|government|"
    r"parliaments?|council|board|committee|agency|agencies|police|partners?|"
    r"company|companies|initiative|association|foundation|fund|platform|consortium|"
    r"bank|university|church|assembly|secretariat|forces?|institute|court|hotline|"
    r"sister \w+|peer \w+|umbrella|task force|working party|confederation|league|society|congress|senate"
)


_DOUBTS = DoubtWords(
    own=_re(r"\b(?:we|us|our|ours|the network|this network|its (?:own|statutes|charter|register)"
            r"|own register|own words|our network|statutes|charter)\b"),
    definite=_re(r"\b(?:our|its|their|your|whose|the network's|ecpat's|all|each of (?:the|our|its)|none of"
                 r"(?: the| our| its)?|every one of (?:the|our)|any of (?:the|our|its)|(?:by|with|to|from"
                 r"|among|for|of|between|through|asked|all|where|of) the) (?:now |current |over |more than "
                 r"|about |some |almost )?$"),
    inserted=_re(r"(?:which|who|whose|whom|that|where|without|although|though|while|whereas|even if"
                 r"|if|when|unlike|like|with|since|as|after|before|thanks to|not|and rightly|chosen|led"
                 r"|founded|instead of|by|on|at|in|for|because|once|having|despite|together with)\b"),
    relative=_re(r"(?:which|who|that|whose|where|when)\b"),
    turned=_re(r" but |; |\bhowever\b|\binstead\b|\brather\b(?! than)"),
    denied=_re(r"\b(?:not|\w+n't|never|cannot|neither|nor|unable to|fail(?:s|ed|ing)? to|refus\w+ to|no longer"
               r"|nobody|no one|none|hardly|scarcely|den(?:y|ies|ied)|false|untrue|wrong to|mistaken|incorrect"
               r"|(?:kept|keeps?|prevent\w*|stopp?\w*) (?:us|it|them|ecpat|the network) from|far from"
               r"|rather than|instead of|lacks?|without|myth|rumou?r)\b|\bno (?=\d*$)"),
    not_denied=_re(r"\b(?:not (?:only|just|merely|simply|less|fewer|more)|no doubt|no (?:fewer|less|more) than"
                   r"|without (?:a )?doubt|cannot but|n't (?:just|only|merely)|not counting|not least"
                   r"|no secret|never before)\b"),
    denied_behind=_re(r"\b(?:(?:is|are|was|were|would be) (?:simply |plainly )?(?:false|untrue|wrong|incorrect|a myth"
                      r"|a rumou?r|made up|invented)|in the eyes of|but far (?:fewer|less|more)|is no longer true|only on paper|in name only)\b"),
    denied_behind_flow=_re(r"\b(?:(?:was|were|is|are|has|have|had|did|do|does|could|would) ?(?:not|n't)|never"
                           r"|(?:was|were|been) (?:cancelled|called off|postponed)|fell through)\b"),
    planned=_re(r"\b(?:will|shall|going to|aim(?:s|ed|ing)?(?: (?:to|for|at))|aims?|plan(?:s|ned|ning)? (?:to|for|on)"
                r"|inten(?:ds?|ded|ding|tion)|hop(?:e|es|ed|ing) (?:to|for)|expect(?:s|ed|ing)? (?:to|that)?"
                r"|target(?:s|ed|ing)?|goal|objective|foresee[sn]?|foresaw|aspir\w+|wish(?:es)? to|want(?:s|ed)? to"
                r"|would like|ambition|envisag\w+|project(?:s|ed) (?:to|that)|forecasts?|scheduled|preparations? for"
                r"|prepar(?:e|es|ing) (?:to|for)|on track|set out to|we (?:hope|plan|expect|intend)|pledg\w+ to|commit(?:s|ted)? to|strive\w*|seeks?"
                r"|towards?|to reach|we'll|it'll|proposals? (?:for|to)|budget(?:s|ed)? for|is to have|are to have)\b"
                r"|\bby (?:the end of )?20[3-9]\d\b"),
    planned_behind=_re(r"^(?:(?! and )[\w' ]){0,60}?\b(?:(?:is|are|was|were) to (?:be|take|follow|start|join|meet)|will (?:be|take|follow"
                       r"|start|happen|come)|(?:is|are|was|were|has been|have been) (?:planned|expected|scheduled"
                       r"|foreseen|envisaged|announced|proposed|under way|in preparation)|by (?:the end of )?20[3-9]\d"
                       r"|to be held|planned for|still to come|next (?:year|spring|summer|autumn|winter|month))\b"),
    planned_head=_re(r"\b(?:targets?|goals?|objectives?|plans?|planned|aims?|ambitions?|foreseen|outlook|projections?"
                     r"|forecasts?|next steps|to come|for 20[3-9]\d)\b"),
    conditional=_re(r"\b(?:(?-i:would|could|might|may)|should have|perhaps|possibly|probably|maybe|suppos\w+|imagine"
                    r"|assum\w+|hypothetical\w*|in theory|unless|provided that|in case|as if|presumably|depending on)\b"),
    with_it=_re(r"with\b"),
    if_clause=_re(r"(?:if|unless|were|had|should|suppos\w+|imagine|assuming|provided|in case)\b"),
    if_behind=_re(r"^.{0,60}?\b(?:if (?!only)|provided (?:that)?|unless|as long as|had (?:all|it|they|we|the)|in case"
                  r"|assuming|subject to|on condition)\b"),
    asked=_re(r"\b(?:ask\w*|wonder\w*|question(?:s|ed|ing)?|unclear|doubt(?:s|ed|ful)|do not know|don't know|nobody"
              r" knows|to find out|unsure|uncertain|verify|check\w*)\b.{0,40}? (?:whether|if)\b"),
    according=re.compile(r"(?:\b[Aa]ccording to |\b[Ii]n the (?:words|view|eyes|opinion|estimate) of )"
                         r"(?P<who>(?:(?!,)[\w'’&.-]+ ){0,7}?(?:(?!,)[\w'’&.-]+)),"
                         r"|\b[Aa]s (?P<who2>(?:(?!,)[\w'’&.-]+ ){0,6}?(?:(?!,)[\w'’&.-]+))"
                         r" (?:puts?|says?|said|reports?|reported|notes?|noted|wrote|writes|claims?|claimed)\b"),
    says=re.compile(r"(?P<who>(?:[\w'’&.-]+ ){0,7}?[\w'’&-]+?),? (?:(?:has|have|had|also|once|later|recently|itself) ){0,2}"
                    r"(?:says?|said|reports?|reported|claims?|claimed|estimates?|estimated|told|wrote|writes|states?|stated"
                    r"|believes?|announced?s?|declares?d?|holds?|puts?|finds?|found|notes?|noted|maintains?|insists?|asserts?"
                    r"|credits?|gives?|calculates?d?|counts? it)(?: (?:us|the [\w']+|it|them|reporters|journalists"
                    r"|parliament))?(?: in [\w ]{1,30})?(?: that\b|: ?|,? ?[\"“«]| (?=they|it|we|he|she|the|our|ecpat|ECPAT|\d|at|over|more|some|about))"),
    says_behind=re.compile(r"(?:[\"”»],?|,) (?:(?:said|says|wrote|writes|claimed|claims|reported|reports|declared|added|told us) "
                           r"(?P<who>[\w'’&. -]{2,60})|(?P<who2>[\w'’& -]{2,40}?) (?:said|says|wrote|claimed|claims|reported|declared|added)\b)"),
    hearsay=_re(r"\b(?:(?:is|are|was|were) (?:said|reported|believed|thought|rumou?red|alleged|claimed|estimated by \w+)"
                r" (?:to|that)|reportedly|allegedly|supposedly|so-called|rumou?rs? (?:goes|has it|have it|says?)|people say"
                r"|some say|it is (?:said|claimed|rumou?red|believed|thought)|hearsay|(?:lists?|gives?|credits?|puts?|shows?|quotes?) (?:us|ecpat|the network|our network) (?:with|at|as having))\b"),
    hearsay_behind=_re(r"\b(?:reportedly|allegedly|or so (?:they|people|it|some)|as (?:others|some|critics|others) (?:say|claim)"
                       r"|according to (?:the (?!network)|an? |one |some |(?-i:[A-Z]))[\w ]+)\b"),
    somebody=_re(r"\b(?:minist\w+|government|police|authorit\w+|paper|newspaper|press|journalists?|report|study|survey"
                 r"|researchers?|scientists?|statisticians?|agency|commission\w*|court|judge|president|spokes\w+|evaluators?"
                 r"|auditors?|donors?|critics|observers|media|broadcaster|magazine|article|website|they|he|she|others|people"
                 r"|experts?|officials?|forces|bank|university|institute|union|federation|partners?|company|platforms?|blog"
                 r"|analysts?|author\w*|witness\w*|mayor|senator|deput\w+|embassy|consultants?)\b"),
    having=_re(r"\b(?:has|have|had|having|counts?|counted|unites?|united|is|are|was|were|be|been|being|numbers?|numbered"
               r"|brings?|brought|comprises?|comprised|includes?|included|consists?|consisted|gathers?|gathered|represents?"
               r"|represented|reached|reaches|holds?|held|published|publishes|boasts?|runs?|ran|organi[sz]ed|conducted"
               r"|groups?|spans?|operates?|works?|trained|hosted|convened|led|leads|claims?|lists?|totals?|stands?|stood"
               r"|met|heard|collected|surveyed|carried|developed|launched|issued|produced|released|supported|seized|asked|interviewed|polled|questioned|consulted|involved)\b"),
    pronoun=_re(r"(?:it|they|its|the (?:organi[sz]ation|body|group|agency)|which|and it|there)(?: (?:now|also|today))?"),
    other_noun=_re(rf"\b(?:{_OTHERS})\b"),
    other_head=re.compile(
        rf"\b(?i:the|an?|our|its|their) ?(?:[\w-]+ ){{0,2}}(?i:{_OTHERS})(?: [A-ZÀ-Þ][\w'’.-]*){{0,4}}$"
    ),
    other_of=_re(rf"(?:the|an?|its|their) ?(?:[\w-]+ ){{0,1}}(?:{_OTHERS}) (?:on|in|of|to|that|which|whose|where)\b"),
    other_noun_end=_re(r"\b(?:alliance|coalition|federation|union|commission|ministry|government|council|board|committee"
                       r"|agency|company|association|foundation|platform|consortium|partner|body|organi[sz]ation|network)s?$"),
    other_group=_re(r"\b(?:an?|another|the wider|a wider|a broad|a larger) (?:[\w-]+ ){0,2}?(?:coalition|alliance|federation"
                    r"|union|consortium|association|group|platform|body|council|league|partnership|forum) (?:of|with|that has"
                    r"|that unites|uniting) (?:over |more than |about |some |almost )?$"),
    event=_re(r"\b(?:events?|workshops?|consultations?|conferences?|trainings?|meetings?|round ?tables?|launch\w*"
              r"|forum|stud(?:y|ies)|surveys?|research|polls?|campaigns?|project|programme|course|sessions?)\b"),
    members=_re(r"members?|organi[sz]ations?|groups?|partners?|associations?|ngos?|csos?"),
    no_name=_re(r"(?:membership|members?|networks?|today|now|currently|the|an?|our|we|in|on|at|by|since|with|for|from|to|of"
                r"|and|but|as|its?|their|this|these|those|there|all|each|every|many|most|some|both|half|one|two|three|four"
                r"|five|six|seven|eight|nine|ten|workshops?|participants?|children|girls|countries|consultations?|across"
                r"|through|over|under|during|after|before|between|among|regional|national|research|studies|surveys?|events?"
                r"|number|size|total|altogether|overall|globally|worldwide|also|still|yet|once|first|finally|then|thus"
                r"|here|when|while|if|january|february|march|april|may|june|july|august|september|october|november"
                r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|africa|asia|europe|americas?"
                r"|latin america|north america|pacific|states?|table|figure|annex|disrupting harm|voice|general assembly"
                r"|executive director|secretariat|world|what|who|how|why|where|which|not|only|no|almost|about|around"
                r"|approximately|at least|more|less|nearly|together|against|like|unlike|such|even)"),
    no_time=_re(r"\b(?:since|founded in|established in|created in|born in|until now|from|after|began in|started in"
                r"|launched in|by|before|(?<!as )of|based on|adopted in|the|held its [\w ]{1,30} in|dated|accessed|campaign in"
                r"|congress in|joined in|registered in|agenda|goals? for)(?: (?:the|early|late|mid|year|end of|spring|autumn|summer"
                r"|winter|spring of|autumn of|in|on|of))* $"),
    present=_re(r"\b(?:now|today|currently|to date|at present|as of today|this year|presently|nowadays|still)\b"),
    once=_re(r"\b(?:ago|previously|formerly|at the time(?! of (?:writing|this))|at that time|at its (?:founding|birth|start)|used to|originally"
             r"|initially|once(?! (?:again|more|small))|in (?:its|the) (?:first|early) (?:years?|days|decade)|back then|earlier"
             r"|in those days|at first|in the (?:nineties|eighties|1990s|1980s|2000s)|was founded|were founded|until recently"
             r"|last (?:year|decade|century)|a (?:year|decade) (?:before|earlier)|when (?:it|we|the network) (?:was|were|had|began|started)"
             r"|then had|at the beginning|to begin with|in the past|(?:previous|earlier|last|former|older) (?:report|submission|text|edition|version|count)|(?:in|during) the (?:nineties|eighties|seventies))\b"),
    once_behind=_re(r"^[\w' ]{0,40}?\b(?:ago|previously|at the time|at that time|a (?:year|decade) (?:before|earlier)|the year"
                    r" before|back then|at its (?:founding|start)|when (?:it|we|the network) (?:was|were|began|started)|at first"
                    r"|in those days|last year|in the (?:1990s|1980s|nineties|eighties)|until then|earlier)\b"),
    compared=_re(r"\b(?:up from|down from|against|compared (?:with|to)|as opposed to|versus|instead of|it had|there had been"
                 r"|grew from|grown from|rose from|risen from|increased? from|increase from|growth from|starting from"
                 r"|(?:more|fewer|less|higher|lower) than the) (?:only |just |some |about |over )?$|^\s*from (?:only |just )?$"),
    tied_behind=_re(r" ?(?:(?:strong|alone|and more|already|or more|across \w+|of the network|worldwide|in (?:the )?\w+|and partners"
                    r"|globally|at the end|as|back) ?){0,3} ?(?:in|on|at the end of|by the end of|as of|as at|for|during|at|until|by)"
                    r" (?:the year )?(?:early |late |mid-)?"),
    part_of=_re(r"(?:\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|most|majority|minority|some|many|few|several|none|one|two"
                r"|three|four|five|ten|per cent|percent|a part|parts|number|share|fraction|second|selection|sample) of (?:over |"
                r"about |some |these |those |every )?|% of |\ball (?:[\w']+ ){1,3}(?:but|except)(?: for)? |\b(?:all but|all except|except(?: for)?|apart from|excluding|other"
                r" than|save|minus) |\b(?:including|include|included|among them|of whom|of which|of these|of those|of them|such as|notably|that is|namely|"
                r"in particular) (?:at least |over |some |the )?|\b(?:only|just) |\b(?:to|by|from|with|of|among|between|for|in"
                r"|about|on) (?=\d*$)(?<=\bto )(?!x)x)$"),
    out_of_them=_re(r"(?:(?:out )?of|among|amongst|from among|within) (?:the |our |its |all |[\w'-]+'s )?.{1,60}?,"),
    partitive=_re(r" of (?:the|our|its|their|ecpat's|these|those)(?: \d+)? "),
    part_adjective=_re(r"(?:african|asian|european|american|latin|arab|pacific|caribbean|western|eastern|northern|southern|youth-led"
                       r"|women-led|survivor-led|young|associate|affiliate|founding|individual|honorary|participating"
                       r"|contributing|responding|attending|active|selected|remaining|other|smaller|larger|\w+-based|small|large|voting"
                       r"|french|english|spanish|\w+-speaking|rural|urban)"),
    part_behind=_re(r" (?:(?:that|who|which) (?!together|make|form|are located|work|span|operate)|whose |led by|run by|headed by|based in"
                    r"|in (?:africa|asia|europe|the americas|latin america|north america|the pacific|the region|one|each|some)\b"
                    r"|from (?:africa|asia|europe|the|all)|have yet|had yet|with (?:a|an|their own|no) )"),
    adverbial=_re(r"(?:(?:[\w' ]{1,40},|today|now|currently|altogether|in all|in total|overall|last \w+|this \w+|in 20\d\d,?|only|just"
                  r"|some|about|around|almost|nearly|over|more than|at least|up to|a total of|as many as|fewer than|another|(?:in|at|across|on) [\w' ]{1,30}|and|•|-|\*"
                  r"|the|these|those|across the world,?|so far,?) ?){0,4}"),
    did_part=_re(r" (?:of the network |of ecpat |of our network )?(?:have |has |had |also |then |now |already |were |are |was |did ){0,2}[a-z]+(?:ed|t|n|k|de|ve|re|ke|s|d|t|ll|ng|w|m|l|r|y|e|p)\b"),
    did_form=_re(r" (?:of [\w' ]{1,40}? )?(?:have |has |had |also ){0,2}(?:filled|completed|answered|replied|returned|rated|responded"
                 r"|said|complained|left early|agreed|voted|gave|wrote|were (?:women|girls|men|boys|young|under|over|from))\b"),
    makes_whole=_re(r" (?:of the network |of ecpat |of our network )?(?:together |now |today )?(?:make|makes|made|form|forms|formed|compose"
                    r"|constitute|carry|carries|span|spans|work|works|serve|serves|speak|speaks|belong|belongs|operate|act|acts|unite"
                    r"|stand|stands|strong|worldwide|globally|across|in|on|from|around|at|and|or|with|of|to|as|for|have (?:one|a|the|equal)|has|is|are (?:in|at|active|located"
                    r"|present|spread|based|united|brought together|linked|gathered|part|organi[sz]ed|listed|independent|ngos|civil|in|our|the)|share|protect|fight|combat"
                    r"|sign|signed|joined forces|keep|keeps|drive|elect|elects|spread|located|present|active|strive|today|now|by|by)\b"),
    changed=_re(r"(?:\b(?:gain(?:s|ed|ing)?|lost|los(?:e|es|ing)|add(?:s|ed|ing)?|admit(?:s|ted|ting)?|welcom(?:es|ed|ing?)|recruit\w*"
                r"|expell\w+|attract\w*|accept(?:ed|s)|joined|left|dropped|shed|won|net growth:?|growth(?: of)?:?|plus|increase of"
                r"|decrease of|loss of|rise of|fall of|drop of|gain of|decline of|departure of|arrival of|addition of|exit of)"
                r"|\b(?:rose|risen|rises?|grew|grown|grows?|increased?|fell|fallen|falls?|declined?|dropped|shrank|shrunk|expanded|up"
                r"|down|joined|enlarged|extended|changed|went (?:up|down)) by) (?:over |about |some |almost |only |a further |as many as"
                r" |more than |at least |another |the first )?$"),
    added=_re(r"\b(?:new|additional|more|further|extra|newly|newest|fewer|incoming|outgoing|departing|joining|future|prospective)\b"),
    another=_re(r"\b(?:another|a further|an (?:additional|extra)|some more) $"),
    more_behind=_re(r" (?:more|fewer|less)(?: than\b| in\b| this\b|[.,;)]|$)"),
    came=_re(r" (?:have |has |had |also |were |was |are ){0,2}(?:joined|left|withdrew|withdrawn|resigned|quit|admitted|accepted|added"
             r"|expelled|suspended|dropped|came on board|departed|welcomed|lost|gained|excluded|disbanded|closed)\b"),
    label=_re(r"(?:\b(?:pages?|pp?|paragraphs?|paras?|articles?|art|annex(?:es)?|tables?|figures?|fig|sections?|chapters?|nos?"
              r"|resolutions?|items?|goals?|sdgs?|targets?|indicators?|steps?|phases?|sessions?|rooms?|box|footnotes?|notes?"
              r"|appendix|appendices|rules?|clauses?|regulations?|questions?|workshop|module|unit|volume|vol|issue|version|part"
              r"|slide|line|form|case|law|act|option|cluster|pillar|group|category|type|level|tier|zone|hotline:?|helpline:?|phone:?|tel|fax)"
              r"\.? ?(?:no\.? ?|number |n° ?)?(?:\d+(?:, | and |-))*|§ ?|# ?)$"),
)  # fmt: skip

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
    doubts=_DOUBTS,
)  # fmt: skip
