"""French: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import Lexicon, word_set

_SMALL = {
    "zéro": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
    "seize": 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingts": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "quatre-vingt": 80, "quatre-vingts": 80, "quatre vingt": 80,
    "quatre vingts": 80, "nonante": 90,
}  # fmt: skip
_ROUNDS = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_WORDS = r"(?: (?!(?:et|ou|dans|de|des|du|avec|mais|en|qui|dont|à|au|aux)\b)[^\W\d][\w'-]*)"
_NO_NUMBER = r"(?! (?:une?|la moitié|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b| ?\d)"

FRENCH = Lexicon(
    language="fr",
    group=".",
    small=_SMALL,
    ones=("un", "une"),
    teens_after=(60, 80),
    scales={
        "cent": 100, "cents": 100, "mille": 10**3, "million": 10**6, "millions": 10**6,
        "milliard": 10**9, "milliards": 10**9,
    },
    joint=r"et",
    joined_after_tens=True,
    half_behind=r" et demie?",
    half_before=r"(?:un )?demi-?",
    rounds=_ROUNDS,
    rounds_plural={**{f"{word}s": size for word, size in _ROUNDS.items()},
                   "millions": 10**6, "milliards": 10**9},
    several=r"plusieurs|quelques|des",
    of=r" (?:de |d')",
    parts={"moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6,
           "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10},
    one_part=r"la|le|une?",
    halves={},
    times={},
    ordinal=r"er|re|ère|ème|e|º|nde?",
    no_part_before=r"[- ](?:mond(?:e|iste)s?|pays|sessions?|éditions?|réunions?|ateliers?)\b",
    ordinal_tail=r"(?:-(?:unième|deuxième|troisième|et-unième)|i?ème)\b",
    ratio=r"(?: (?!(?:et|ou|dans|en|contre)\b)[^\W\d_]+){0,3} sur (?:les |chaque )?|-sur-",
    one_ratio=r"une?",
    between=r" à | et ",
    between_needs={"et": r"\bentre (?:les? |la |une? )?(?:[$€£] ?)?$"},
    change=(
        r"\b(?:pass\w+|augment\w+|progress\w+|grimp\w+|mont\w+|cr[ûu]\w*|croi\w+|bai(?:ss)\w*"
        r"|chut\w+|recul\w+|diminu\w+|tomb\w+|évolu\w+|rédui\w+|s'est élevé\w*)"
        r"(?: [\w']+){0,4} de $"
    ),
    left=(
        ("at_least", r"au (?:strict )?(?:moins|minimum)|minimum(?: de| d')?"
                     r"|(?:pas|non) moins d[e']|à tout le moins|≥"),
        ("up_to", r"jusqu'(?:à|aux?)|au (?:plus|maximum)|maximum(?: de| d')?|pas plus d[e']"
                  r"|sans dépasser|≤"),
        ("almost", r"près d[e']|presque|quasi(?:ment)?|pas loin d[e']|proches? d[e']|tout juste"
                   r" moins d[e']|un peu moins d[e']"),
        ("more_than", r"plus d[e']|plus des|plus du|au-delà d[e']|au-dessus d[e']|supérieure?s? à"
                      r"|dépass(?:e|ent|ait|aient|ant|é|ée|és|ées)(?: (?:désormais )?les?)?|>"),
        ("less_than", r"moins d[e']|moins des|moins du|inférieure?s? à|en dessous d[e']|<"),
        ("about", r"environ|plus ou moins|env\.|quelque|autour d[e']|approximativement|à peu près"
                  r"|aux alentours d[e']|de l'ordre d[e']|estimée?s? à|une estimation d[e']"
                  r"|on estime à|≈|~"),
    ),
    no_bound=(
        r"\b(?:en plus d[e']|bien plus que|(?:organis\w+|structur\w+|articul\w+|construit\w*|axé\w*"
        r"|bâti\w*|regroup\w+) autour d[e']|(?:situé\w*|vit|vivent|habit\w+|basé\w*) près d[e']"
        r"|fois plus d[e']) ?$"
    ),
    filler=r"(?:un total de |un total d'|une? |les? |la |l'|des |autres |US)?[$€£]? ?",
    share_filler=r"(?:la |le |les |un |une |des )?",
    during=r"(?:pendant|durant|depuis|en) plus d[e']",
    right=(
        ("at_least", rf"\+(?!\d)|{_WORDS}{{0,3}} (?:ou|et) (?:davantage|plus)\b(?! d[e'])"
                     rf"|{_WORDS}{{0,3}},? (?:au (?:moins|minimum)|minimum)\b{_NO_NUMBER}"),
        ("up_to", rf"{_WORDS}{{0,3}} ou moins\b(?! d[e'])"
                  rf"|{_WORDS}{{0,3}},? (?:au (?:plus|maximum)|maximum)\b{_NO_NUMBER}"),
        ("about", rf"{_WORDS}{{0,3}},? (?:environ|à peu près|approximativement)\b{_NO_NUMBER}"),
    ),
    duration=(
        r"(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|décennies?|siècles?|trimestres?)"
    ),
    skipped=(
        r"(?: ?\)| d'entre| d'autres| de la| des| de nos| de ses| de leurs| de ces| du| de| d'"
        r"| autres| nouveaux| nouvelles| différents| différentes| nos| ses| les)+"
    ),
    stops=word_set(
        "et ou en dans sur à au aux par pour avec qui que dont ont sont était étaient est a entre "
        "depuis chez lors contre sous sans vers mais car comme plus moins afin tous toutes nous "
        "vous ils elles il elle on se ne pas le la les l' un une des du de d' ce cette ces cet "
        "leur leurs son sa ses notre nos votre vos parmi selon pendant durant avant après où "
        "quand si y ayant été être avait avaient participé répondu formé aujourd'hui actuellement "
        "déjà chaque afin sera seront soit ainsi également"
    ),
    plurals=word_set(
        "enfants"
    ),
    singulars=word_set(
        "pays fois mois focus cas corps processus temps plus moins très"
    ),
    other_heads=word_set(
        "famille familles personnel comité comités conseil conseils parlement équipe équipes "
        "foyer ménage ménages communauté communautés gouvernement bureau jury syndicat église "
        "congrès cabinet commission police secrétariat assemblée gang public panel clergé anciens "
        "anciennes ex-membres"
    ),
    behind=(
        r" (?:du |de la |de l'|des |de leurs? |de sa |de son |de ses |de notre |d'une? |de |d')"
    ),
)  # fmt: skip
