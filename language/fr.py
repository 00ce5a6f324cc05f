"""French: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import NAME_PHRASE, WHOM, Lexicon, doubt_words, word_set

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


_OTHERS = (
    r"alliance|coalition|fédération|union|commission|ministère|gouvernement|parlement\w*|conseil"
    r"|bureau|comité|agence|police|partenaires?|entreprise|initiative|association|fondation|fonds"
    r"|plateforme|consortium|banque|université|église|assemblée|secrétariat|forces|institut"
    r"|tribunal|ligue|société|congrès|sénat"
)


_DOUBTS = doubt_words(
    own=r"\b(?:nous|notre|nos|le réseau|ce réseau|ses statuts|sa charte|son registre|statuts|"
        r"charte)\b",
    definite=r"\b(?:(?:notre|le) réseau de|nos|notre|ses|leurs|vos|tous les|toutes les|chacun des|"
        r"chacune des|aucun de nos|(?:à|avec|pour|par|entre|chez|parmi) (?:les|nos|ses)|aux|"
        r"demandé à nos) (?:plus de |environ |quelque )?$",
    inserted=r"(?:qui|que|dont|où|sans|bien que|quoique|tandis que|alors que|même si|si|lorsque|"
        r"quand|comme|avec|depuis|après|avant|grâce à|non|malgré|au lieu d\w*|faute de|par|pour|en|"
        r"à|parce que|une fois|ayant)\b",
    relative=r"(?:qui|que|dont|où|lesquel\w*|quand|lorsqu\w+)\b",
    new_subject=r"[.,] +|\b(?:et|mais|que|qu'|puisque|parce|comme|lorsque) (?=\S)",
    turned=r" mais |; |\bcependant\b|\ben revanche\b",
    denied=r"(?:(?:(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?(?:pas|plus|jamais|guère|point|aucun\w*)\b|"
        r"\b(?:aucun|aucune) (?:des? )?|\bjamais\b|\bfaux (?:que|de)|\bfausse\b|\bpersonne n[e'’]|"
        r"\bnul(?:le)? n[e'’]|\bincapable\w* de|\béchoué à|\brenonc\w+ à|\bni\b|"
        r"\b(?<!pas )loin d[e'’]|\bau lieu d[e'’]|\berron\w+|\bsans\b|\bdément\w*))|\bnon pas\b|"
        r"\b(?:a|ont|avons) (?:annulé|reporté)\b|\bnullement\b|\ben aucun cas\b)|\brien ne\b|"
        r"\brien n'",
    not_denied=r"(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?pas (?:moins d|seulement|que|uniquement)|"
        r"\bnon seulement|\bpas moins d|\bnul doute|\bsans (?:aucun )?doute|\bn(?:e |'|"
        r"’)(?:\w+[ -]?){0,3}?fait pas de doute)",
    denied_behind=r"(?:\b(?:(?:est|sont|serait|était) (?:tout simplement )?(?:faux|fausses?|"
        r"inexact\w*|erron\w+|un mythe|une rumeur))\b)|\bn'existe(?:nt)? (?:pas|plus)\b",
    denied_behind_flow=r"(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?(?:pas|plus|jamais)\b|\b(?:annul|"
        r"report)é\w*)",
    planned=r"(?:(?:(?:\b\w{2,}(?:er|ir|dr|ur|vr|indr|ser|aur|ourr)(?:a|ont|ons)\b|\b(?:vise\w*|"
        r"prévo\w+|prévu\w*|espèr\w+|espér\w+|enten\w+ |projett\w+|projet de|objectifs?|"
        r"ambition\w*|souhait\w+|d'ici|envisag\w+|compte(?:nt)? (?:atteindre|réunir|organiser|"
        r"tenir)|prépar\w+|en vue d|peu(?:t|vent) (?:accueillir|contenir|recevoir)|"
        r"budget (?:couvre|permet)|cible|vers les?|programm\w+|va |vont |allons )\b|"
        r"\bd'ici (?:à )?(?:fin )?20[3-9]\d))|\b(?:conçus? pour|capacité)\b)|\b(?:devrai(?:t|ent)|"
        r"atteindre|en route vers|comptons \w+[ei]r|comptons \w+re)\b|\bpropos(?:e|ent|ons)\b",
    planned_behind=r"^(?:(?! et )[\w'’ ]){0,60}?\b(?:(?:est|sont|était|étaient) (?:prévu|planifié|"
        r"programmé|attendu|envisagé|annoncé|en préparation)\w*|(?:aura|auront|sera|seront|"
        r"se tiendra|se tiendront)\b|d'ici (?:à )?20[3-9]\d|à venir|l'an prochain|"
        r"l'année prochaine|prévus?\b|prévues?\b)",
    planned_head=r"\b(?:objectifs?|cibles?|plans?|ambitions?|prévisions?|perspectives?|à venir|"
        r"prochaines étapes)\b",
    conditional=r"(?:\b(?:\w{2,}r(?:ait|aient|ions|iez)|peut-être|éventuellement|suppos\w+|"
        r"imagin\w+|hypoth\w+|à condition|pourvu que|à moins|au cas où|en théorie|probablement)\b)|"
        r"\b(?:à la condition|quorum|exige\w* que)\b",
    with_it=r"avec\b",
    if_clause=r"(?:si (?!vous|.{1,40}c'est que)|s'|à condition|supposons|imaginons|à moins|"
        r"en cas)\b",
    if_behind=r"^.{0,60}?\b(?:si (?:tou|l|un|ell|on|nous|son)\w*|à condition|pourvu que|"
        r"à moins que|sous réserve|tant que)\b",
    asked=r"(?:\b(?:demand\w*|question\w*|ignor\w+|sait pas|savoir|incertain\w*|"
        r"vérifi\w+)\b.{0,40}? (?:si|s')\b)|\b(?:indiquer|préciser|confirmer)\b.{0,60}? si\b",
    according=r"(?:\b[Ss]elon |\b[Dd]['’]après |\b[Aa]ux (?:dires|yeux) d[eu]s? |\b[Aa]ux yeux de "
        r")(?P<who>(?:(?!,)[\w'’&.-]+ ){0,7}?(?:(?!,)[\w'’&.-]+)),|\b[Cc]omme (?:le |l['’])(?:dit|"
        r"écrit|affirme|indique|rapporte|note) (?P<who2>[\w'’& -]{2,40}),",
    sourced=(
        rf"(?<!\w)(?:(?i:selon|d['’]après|de source)(?: |(?<='))(?P<who>{NAME_PHRASE}|{WHOM})"
        r"|(?i:(?:données|estimations?|chiffres|statistiques|"
        rf"enquêtes?|études?|rapports?) (?:de|du|des|d'))(?: |(?<='))(?P<who2>{NAME_PHRASE}))"
    ),
    saying=r"\b(?:affirm|déclar|annonc|indiqu|rapport|estim|écri|dit|disent|soutien|signal|not[eé]|"
        r"rappel|précis)",
    says=(
        r"(?P<who>(?:[\w'’&.-]+ ){0,7}?[\w'’&-]+?) (?:(?:a|ont|avait) )?(?:affirm\w+|"
        r"déclar\w+|annonc\w+|indiqu\w+|rapport\w+|estim\w+|écri[tv]\w*|dit|disent|soutien\w+|"
        r"""signal\w+|not[eé]\w*|rappel\w+|précis\w+) (?:que |qu['’]|: ?|[«“\"])"""
    ),
    says_behind=(
        r'(?:[\"”»],?|,) (?:a |ont )?(?:déclaré|affirmé|dit|écrit|indiqué|rapporté|annoncé|'
        r"ajouté|selon) (?P<who>[\w'’&. -]{2,60})"
    ),
    hearsay=r"(?:(?:\b(?:on dit|dit-on|paraît-il|il paraît|prétendument|soi-disant|le bruit court|"
        r"la rumeur|aurai(?:t|ent) (?:quelque )?)\b)|\bselon laquelle\b|"
        r"\bde l['’]avis d[eu]s? (?!notre)|\bidée que\b|\brumeurs?\b)|\bprête à\b",
    hearsay_behind=r"\b(?:dit-on|paraît-il|à ce qu'on dit|selon (?!(?:ses|nos|notre|"
        r"le réseau))[\w ]+)\b",
    somebody=r"\b(?:minist\w+|gouvernement|police|autorit\w+|journal|presse|journalist\w+|rapport|"
        r"étude|enquête|cherch\w+|agence|commission\w*|tribunal|juge|président\w*|porte-parole|"
        r"évaluat\w+|audit\w+|bailleur\w*|médias?|magazine|article|site|ils|elles|il|elle|certains|"
        r"expert\w*|banque|université|institut|union|fédération|partenaires?|plateforme\w*|"
        r"quotidien)\b",
    having=r"\b(?:a|ont|avait|avaient|compte|comptent|comptait|réunit|réunissent|réunissait|"
        r"rassemble|rassemblent|rassemblait|regroupe\w*|est|sont|était|étaient|comprend|"
        r"comprennent|totalise\w*|fédère\w*|publi\w+|organis\w+|tenu|compose\w*|forme\w*|"
        r"dispose\w*|soutien\w*|appuie\w*|gère\w*|emploie\w*|représente\w*|mène\w*|anime\w*|"
        r"collabore)\b",
    pronoun=r"(?:il|elle|ils|elles|cette organisation|celle-ci|celui-ci|qui)(?: (?:en|y))?",
    other_noun=rf"\b(?:{_OTHERS})\b",
    other_head=rf"\b(?i:le|la|les|l['’]|une?|notre|nos|son|sa|"
        rf"ses) ?(?:[\w-]+ ){{0,2}}(?i:{_OTHERS})(?: [A-ZÀ-Þ][\w'’.-]*){{0,4}}$",
    other_of=rf"(?:le|la|les|l['’]|une?|son|sa|ses) ?(?:[\w-]+ ){{0,1}}(?:{_OTHERS}) (?:où|dont|"
        rf"auquel|auxquel\w*|dans|que|qui|de)\b",
    other_noun_end=r"\b(?:alliance|coalition|fédération|union|commission|ministère|gouvernement|"
        r"conseil|comité|agence|association|fondation|plateforme|consortium|partenaire|organisme|"
        r"organisation|réseau)s?$",
    other_group=r"\b(?:une?|une autre|un autre) (?:[\w-]+ ){0,1}?(?:coalition|alliance|fédération|"
        r"union|consortium|association|groupe|plateforme|conseil|ligue|forum) (?:de|d'|"
        r"composée? de|réunissant|qui compte) ?(?:plus de |environ )?$",
    event=r"\b(?:événements?|évènements?|ateliers?|consultations?|conférences?|formations?|"
        r"réunions?|tables? rondes?|lancement|études?|enquêtes?|recherche|sondages?|campagnes?|"
        r"projet|programme|cours|sessions?)\b",
    member=r"memb",
    members=r"membres?|organisations?|groupes?|partenaires?|associations?|ong|osc",
    no_name=r"(?:le|la|les|l|un|une|des|du|de|au|aux|nous|notre|nos|ce|cette|ces|il|elle|ils|elles|"
        r"en|dans|sur|par|pour|avec|depuis|et|mais|comme|selon|aujourd'hui|membres?|réseau|"
        r"au total|plus|environ|près|quelque|au moins|ateliers?|participants?|pays|enfants|filles|"
        r"tous|toutes|chaque|chacun|ainsi|toujours|déjà|après|avant|sans|si|quand|lorsque|malgré|"
        r"grâce|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
        r"décembre|afrique|asie|europe|amérique\w*|assemblée|assemblée générale|états?|tableau|"
        r"annexe|figure|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|partout|dakar|à|nombre|"
        r"objectifs?|qui|que|pourquoi|combien)",
    since=r"(?:depuis|dès|après)\b",
    total=r"\b(?:au total|en tout)\b",
    led_by_time=r"[\s•*-]*(?:en|quand|lorsque|lors|au|à|durant|pendant|fin|début|jusqu'en)\b",
    no_time=r"\b(?:depuis|fondée? en|créée? en|établie? en|née? en|à partir de|après|lancée? en|"
        r"d'ici|avant|de|des|du|agenda|adoptée? en|datée? d[eu])(?: (?:le|la|l'an|début|fin|mi|"
        r"printemps|automne|en|au))* $",
    present=r"\b(?:aujourd'hui|actuellement|désormais|maintenant|à ce jour|cette année)\b",
    once=r"(?:\b(?:à l'époque|autrefois|jadis|naguère|il y a (?:\w+ ){1,4}?(?:ans?|années?|mois|"
        r"décennies?|siècles?|temps)|auparavant|à l'origine|initialement|au départ|à ses débuts|"
        r"en ce temps|alors que|à la fondation|lors de sa (?:fondation|création)|jusqu'alors|"
        r"dans les années|l'an dernier|l'année dernière|un an plus tôt)\b)|"
        r"\bdepuis\b[^;]{0,60}?\b(?:au total|en tout)|\ben moyenne\b",
    once_behind=r"(?:^[\w'’ ]{0,40}?\b(?:à l'époque|auparavant|il y a|un an plus tôt|"
        r"l'année précédente|à ses débuts|alors|jusqu'alors|l'an dernier)\b)|"
        r"^[\w'’ ]{0,20}? ?\b(?:par|chaque) (?:an|année|mois)\b",
    compared=r"\b(?:contre|comparé à|par rapport (?:à|aux)|il en comptait|il comptait|"
        r"elle comptait|passé de|passant de|augmenté de) (?:seulement )?$|^\s*de $",
    tied_behind=r" ?(?:(?:de plus|déjà|du réseau) ?){0,2} ?(?:en|à la fin de|fin|à fin|au|pour|"
        r"lors de|jusqu'en) (?:l'année |l'an )?(?:début |fin )?",
    part_of=r"(?:\b(?:moitié|tiers|quarts?|majorité|plupart|une partie|certains|quelques-uns|un|"
        r"une|deux|trois|part|nombre) (?:des|de|d') ?|% (?:des|de) |\b(?:tous sauf|sauf|hormis|"
        r"excepté|à l'exception de|y compris|dont|parmi lesquels|parmi lesquelles|notamment|soit|"
        r"seuls|seulement|parmi eux) (?:au moins |plus de )?)$",
    out_of_them=r"(?:sur (?:les|nos|ses)|parmi (?:les|nos|ses)|de (?:nos|ses|ces)|des) .{1,60}?,",
    some_of=r"\b(?:certains|plusieurs|la plupart|la moitié|une partie) (?:de|"
        r"des) [^,;]{1,50}, (?:soit )?$",
    in_a_place=r"(?-i:En|Dans) (?:les |le |l')?(?-i:Afrique|Asie|Europe|Amérique\w*|Océanie|"
        r"Pacifique|Caraïbes)(?: [\w-]+){0,2},",
    whole_place=r"\b(?:monde|total|20\d\d)\b",
    partitive=r" (?:de (?:nos|ses|leurs|ces)|d'entre|des) (?!la )",
    part_adjective=r"(?:africains?|asiatiques?|européens?|jeunes|associés?|fondateurs?|"
        r"individuels?|honoraires?|autres?|restants?)",
    part_behind=r"(?: (?:qui (?!(?:composent|forment|travaillent))|dont |dirigé\w* par|basé\w* en|"
        r"en (?:afrique|asie|europe|amérique)|africains|asiatiques|européens|francophones|ayant |"
        r"n'ont pas encore|doivent encore))| rien qu'|(?: [\w'-]+){0,2} (?:seulement|uniquement)\b",
    adverbial=r"(?:(?:[\w'’ ]{1,40},|aujourd'hui|au total|en tout|seuls|seulement|environ|quelque|"
        r"près de|plus de|au moins|jusqu'à|les|ces|(?:en|dans|à) [\w'’ ]{1,30}|•|-|et|\*) ?){0,4}",
    did_part=r" (?:du réseau |d'[\w-]+ )?(?:\w+ent|ont|n'ont|se sont|sont) ",
    did_form=r" (?:des? [\w'’ ]{1,40}? )?(?:(?:ont|avaient) (?:rempli|répondu|évalué|dit|renvoyé|"
        r"voté)|étaient des)\b",
    makes_whole=r" (?:du réseau |d'[\w-]+ )?(?:composent|forment|constituent|travaillent|agissent|"
        r"portent|sont (?:actifs|présents|répartis|membres|basés)|ont (?:signé|une voix)|signent|"
        r"œuvrent|dans|à travers|et|de|du)\b",
    whole=r"(?:^de|\ben \d{4} à|^mais|^à)$|\bréseau \w+ de$|\b(?:(?:forment|composent|"
        r"constituent) (?:notre|le) réseau|a|ont|avons|avait|avaient|ayant|compt(?:e|ent|ons|ait|"
        r"ant)|réuni(?:t|ssent|ssons|ssait|ssant|e?s?|r)|rassembl(?:e|ent|ons|ait|ant)|regroup(?:e|"
        r"ent|ons|ait|ant)|fédèr(?:e|ent)|fédérant|comprend|comprenait|totalis(?:e|ent|ait)|"
        r"uni(?:t|ssant)|reli(?:e|ant)|représent(?:e|ent|ons|ait|ant)|dénombr(?:e|ent|ait)|"
        r"forte?s? de|(?:se )?compos(?:é|ée|és|ées|e|ent) de|soutien(?:t|nent)|s['’]appu(?:ie|"
        r"yait) sur|constitu(?:é|ée) de|formée? de|est|sont|sommes|était|étaient|avec|(?:réseau|"
        r"total|nombre|ensemble|mouvement|communauté|effectif|famille) de|d'|(?:passé|passée|élevé|"
        r"élargie?|élève|porté|portée|monté|grandi|monte|arrive|arrivé|atteint|s'établit) à|"
        r"atteint|atteignait|aujourd'hui|désormais|actuellement|au total|les|nos|ses|et|ou|soit|"
        r"maintenant|jusqu'à)(?: (?:aujourd'hui|désormais|actuellement|maintenant|déjà|toujours|"
        r"exactement|au|total|en|tout|pas|moins|que|plus|de|d|près|environ|quelque|à|un|une|la|les|"
        r"ses|nos|ce|jour|l|presque|encore|jusqu|autour|minimum|maximum|bien|peu|nettement|"
        r"largement|au-delà|approximativement|aux|alentours|estimation|l['’]ordre|loin|"
        r"entre))*\W*$",
    past=r"\b(?:avait|avaient|comptait|comptaient|réunissait|réunissaient|rassemblait|regroupait|"
        r"était|étaient|totalisait|comprenait)(?: (?:que|seulement|déjà|alors|environ|quelque|plus|"
        r"de|près|encore))*\W*$",
    changed=r"(?:\b(?:gagné|perdu|gagne|perd|ajouté|admis|accueilli\w*|recruté\w*|rejoint|quitté|"
        r"accepté|croissance nette ?:?|hausse de|baisse de|perte de|gain de|arrivée de|départ de|"
        r"adhésion de) |\b(?:augmenté|progressé|grandi|cr[ûu]|diminué|baissé|"
        r"reculé) de )(?:plus de |environ |quelque )?$",
    added=r"\b(?:nouveaux|nouvelles|nouvel|supplémentaires|futurs?|anciens)\b",
    more=r"\b(?:de plus)\b",
    another=r"\b(?:encore|une? autre|autres) $",
    more_behind=r" (?:de plus|de moins|supplémentaires)\b",
    came=r" (?:(?:ont|avaient|se sont|sont|furent|a été|ont été|étaient) ){1,2}(?:rejoint|quitté|"
        r"retiré\w*|admis\w*|adhéré|exclu\w*|suspendu\w*|partis?|démissionné|accueilli\w*|"
        r"ajouté\w*)\b",
    struck=r"(?:\b(?:supprimée?s?|biffée?s?|rayée?s?|supprimer)\b)|\b(?:retirée?s?|errat(?:um|a)|"
        r"rectificatif)\b",
    erratum=r"\b(?:errat(?:um|a)|rectificatif)\b|\[supprimé\b",
    instead=r"\b(?:lire|mais)\b|\]",
    label=r"(?:\b(?:pages?|pp?|paragraphes?|articles?|art|annexes?|tableaux?|figures?|sections?|"
        r"chapitres?|n°s?|no\.|numéros?|résolutions?|points?|objectifs?|odd|cibles?|étapes?|"
        r"phases?|sessions?|salle|encadré|notes?|règles?|volume|partie|ligne|loi|atelier|module|"
        r"téléphone ?:?|tél)\.? ?(?:n° ?)?(?:\d+(?:, | et |-))*|§ ?|# ?)$",
)  # fmt: skip

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
    ordinal=r"er|re|ère|ème|e|º|nde?",
    no_part_before=r"[- ](?:mond(?:e|iste)s?|pays|sessions?|éditions?|réunions?|ateliers?)\b",
    ordinal_tail=r"(?:-(?:unième|deuxième|troisième|et-unième)|i?ème)\b",
    ratio=r"(?: (?!(?:et|ou|dans|en|contre)\b)[^\W\d_]+){0,3} sur (?:les |chaque )?|-sur-",
    one_ratio=r"une?",
    between=r" à | et ",
    between_needs={"et": r"\bentre (?:les? |la |une? )?(?:[$€£] ?)?$"},
    change=r"\b(?:pass\w+|augment\w+|progress\w+|grimp\w+|mont\w+|cr[ûu]\w*|croi\w+|bai(?:ss)\w*|"
        r"chut\w+|recul\w+|diminu\w+|tomb\w+|évolu\w+|rédui\w+|"
        r"s'est élevé\w*)(?: [\w']+){0,4} de $",
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
    no_bound=r"\b(?:en plus d[e']|bien plus que|(?:organis\w+|structur\w+|articul\w+|construit\w*|"
        r"axé\w*|bâti\w*|regroup\w+) autour d[e']|(?:situé\w*|vit|vivent|habit\w+|"
        r"basé\w*) près d[e']|fois plus d[e']) ?$",
    filler=r"(?:un total de |un total d'|une? |les? |la |l'|des |autres |us)?[$€£]? ?",
    share_filler=r"(?:la |le |les |un |une |des )?",
    during=r"(?:pendant|durant|depuis|en) plus d[e']",
    right=(
        ("at_least", rf"\+(?!\d)|{_WORDS}{{0,3}} (?:ou|et) (?:davantage|plus)\b(?! d[e'])"
                     rf"|{_WORDS}{{0,3}},? (?:au (?:moins|minimum)|minimum)\b{_NO_NUMBER}"),
        ("up_to", rf"{_WORDS}{{0,3}} ou moins\b(?! d[e'])"
                  rf"|{_WORDS}{{0,3}},? (?:au (?:plus|maximum)|maximum)\b{_NO_NUMBER}"),
        ("about", rf"{_WORDS}{{0,3}},? (?:environ|à peu près|approximativement)\b{_NO_NUMBER}"),
    ),
    duration=r"(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|décennies?|siècles?|"
        r"trimestres?)",
    skipped=r"(?: ?\)| d'entre| d'autres| de la| des| de nos| de ses| de leurs| de ces| du| de| d'|"
        r" autres| nouveaux| nouvelles| différents| différentes| nos| ses| les)+",
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
    behind=r" (?:du |de la |de l'|des |de leurs? |de sa |de son |de ses |de notre |d'une? |de |d')",
    doubts=_DOUBTS,
)  # fmt: skip
