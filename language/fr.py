"""French: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

import re

from language.lexicon import NAME_PHRASE, WHOM, DoubtWords, Lexicon, Phrases, word_set

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
    r"alliance|coalition|fédération|union|commission|ministère|gouvernement|"
    r"parlement\w*|conseil|bureau|comité|agence|police|partenaires?|entreprise|"
    r"initiative|association|fondation|fonds|plateforme|consortium|banque|"
    r"université|église|assemblée|secrétariat|forces|institut|tribunal|ligue|"
    r"société|congrès|sénat"
)


_DOUBTS = DoubtWords(
    own=Phrases(
        r"\b(?:nous|notre|nos|le réseau|ce réseau|ses statuts|sa charte|son registre|statuts|"
        r"charte)\b"
    ),
    definite=Phrases(
        r"\b(?:(?:notre|le) réseau de|nos|notre|ses|leurs|vos|tous les|toutes les|chacun des|"
        r"chacune des|aucun de nos|(?:à|avec|pour|par|entre|chez|parmi) (?:les|nos|ses)|aux|"
        r"demandé à nos) (?:plus de |environ |quelque )?$"
    ),
    inserted=Phrases(
        r"(?:qui|que|dont|où|sans|bien que|quoique|tandis que|alors que|même si|si|lorsque|"
        r"quand|comme|avec|depuis|après|avant|grâce à|non|malgré|au lieu d\w*|faute de|par|"
        r"pour|en|à|parce que|une fois|ayant)\b"
    ),
    relative=Phrases(r"(?:qui|que|dont|où|lesquel\w*|quand|lorsqu\w+)\b"),
    new_subject=Phrases(r"[.,] +|\b(?:et|mais|que|qu'|puisque|parce|comme|lorsque) (?=\S)"),
    turned=Phrases(r" mais |; |\bcependant\b|\ben revanche\b"),
    denied=Phrases(
        r"(?:(?:(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?(?:pas|plus|jamais|guère|point|aucun\w*)\b|"
        r"\b(?:aucun|aucune) (?:des? )?|\bjamais\b|\bfaux (?:que|de)|\bfausse\b|"
        r"\bpersonne n[e'’]|\bnul(?:le)? n[e'’]|\bincapable\w* de|\béchoué à|\brenonc\w+ à|"
        r"\bni\b|\b(?<!pas )loin d[e'’]|\bau lieu d[e'’]|\berron\w+|\bsans\b|\bdément\w*))|"
        r"\bnon pas\b|\b(?:a|ont|avons) (?:annulé|reporté)\b|\bnullement\b|\ben aucun cas\b)|"
        r"\brien ne\b|\brien n'"
    ),
    not_denied=Phrases(
        r"(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?pas (?:moins d|seulement|que|uniquement)|"
        r"\bnon seulement|\bpas moins d|\bnul doute|\bsans (?:aucun )?doute|\bn(?:e |'|"
        r"’)(?:\w+[ -]?){0,3}?fait pas de doute)"
    ),
    denied_behind=Phrases(
        r"(?:\b(?:(?:est|sont|serait|était) (?:tout simplement )?(?:faux|fausses?|inexact\w*|"
        r"erron\w+|un mythe|une rumeur))\b)|\bn'existe(?:nt)? (?:pas|plus)\b"
    ),
    denied_behind_flow=Phrases(
        r"(?:\bn(?:e |'|’)(?:\w+[ -]?){0,5}?(?:pas|plus|jamais)\b|\b(?:annul|report)é\w*)"
    ),
    planned=Phrases(
        r"(?:(?:(?:\b\w{2,}(?:er|ir|dr|ur|vr|indr|ser|aur|ourr)(?:a|ont|ons)\b|\b(?:vise\w*|"
        r"prévo\w+|prévu\w*|espèr\w+|espér\w+|enten\w+ |projett\w+|projet de|objectifs?|"
        r"ambition\w*|souhait\w+|d'ici|envisag\w+|compte(?:nt)? (?:atteindre|réunir|organiser|"
        r"tenir)|prépar\w+|en vue d|peu(?:t|vent) (?:accueillir|contenir|recevoir)|"
        r"budget (?:couvre|permet)|cible|vers les?|programm\w+|va |vont |allons )\b|"
        r"\bd'ici (?:à )?(?:fin )?20[3-9]\d))|\b(?:conçus? pour|capacité)\b)|\b(?:devrai(?:t|"
        r"ent)|atteindre|en route vers|comptons \w+[ei]r|comptons \w+re)\b|"
        r"\bpropos(?:e|ent|ons)\b"
    ),
    planned_behind=Phrases(
        r"^(?:(?! et )[\w'’ ]){0,60}?\b(?:(?:est|sont|était|étaient) (?:prévu|planifié|"
        r"programmé|attendu|envisagé|annoncé|en préparation)\w*|(?:aura|auront|sera|seront|"
        r"se tiendra|se tiendront)\b|d'ici (?:à )?20[3-9]\d|à venir|l'an prochain|"
        r"l'année prochaine|prévus?\b|prévues?\b)"
    ),
    planned_head=Phrases(
        r"\b(?:objectifs?|cibles?|plans?|ambitions?|prévisions?|perspectives?|à venir|"
        r"prochaines étapes)\b"
    ),
    conditional=Phrases(
        r"(?:\b(?:\w{2,}r(?:ait|aient|ions|iez)|peut-être|éventuellement|suppos\w+|imagin\w+|"
        r"hypoth\w+|à condition|pourvu que|à moins|au cas où|en théorie|probablement)\b)|"
        r"\b(?:à la condition|quorum|exige\w* que)\b"
    ),
    with_it=Phrases(r"avec\b"),
    if_clause=Phrases(
        r"(?:si (?!vous|.{1,40}c'est que)|s'|à condition|supposons|imaginons|à moins|en cas)\b"
    ),
    if_behind=Phrases(
        r"^.{0,60}?\b(?:si (?:tou|l|un|ell|on|nous|son)\w*|à condition|pourvu que|à moins que|"
        r"sous réserve|tant que)\b"
    ),
    asked=Phrases(
        r"(?:\b(?:demand\w*|question\w*|ignor\w+|sait pas|savoir|incertain\w*|"
        r"vérifi\w+)\b.{0,40}? (?:si|s')\b)|\b(?:indiquer|préciser|confirmer)\b.{0,60}? si\b"
    ),
    according=re.compile(
        r"(?:\b[Ss]elon |\b[Dd]['’]après |\b[Aa]ux (?:dires|yeux) d[eu]s? |"
        r"\b[Aa]ux yeux de )(?P<who>(?:(?!,)[\w'’&.-]+ ){0,7}?(?:(?!,)[\w'’&.-]+)),|"
        r"\b[Cc]omme (?:le |l['’])(?:dit|écrit|affirme|indique|rapporte|"
        r"note) (?P<who2>[\w'’& -]{2,40}),"
    ),
    sourced=re.compile(
        rf"(?<!\w)(?:(?i:selon|d['’]après|de source)(?: |(?<='))(?P<who>{NAME_PHRASE}|{WHOM})"
        r"|(?i:(?:données|estimations?|chiffres|statistiques|"
        rf"enquêtes?|études?|rapports?) (?:de|du|des|d'))(?: |(?<='))(?P<who2>{NAME_PHRASE}))"
    ),
    saying=Phrases(
        r"\b(?:affirm|déclar|annonc|indiqu|rapport|estim|écri|dit|disent|soutien|signal|"
        r"not[eé]|rappel|précis)"
    ),
    says=re.compile(
        r"(?P<who>(?:[\w'’&.-]+ ){0,7}?[\w'’&-]+?) (?:(?:a|ont|avait) )?(?:affirm\w+|"
        r"déclar\w+|annonc\w+|indiqu\w+|rapport\w+|estim\w+|écri[tv]\w*|dit|disent|soutien\w+|"
        r"""signal\w+|not[eé]\w*|rappel\w+|précis\w+) (?:que |qu['’]|: ?|[«“\"])"""
    ),
    says_behind=re.compile(
        r'(?:[\"”»],?|,) (?:a |ont )?(?:déclaré|affirmé|dit|écrit|indiqué|rapporté|annoncé|'
        r"ajouté|selon) (?P<who>[\w'’&. -]{2,60})"
    ),
    hearsay=Phrases(
        r"(?:(?:\b(?:on dit|dit-on|paraît-il|il paraît|prétendument|soi-disant|le bruit court|"
        r"la rumeur|aurai(?:t|ent) (?:quelque )?)\b)|\bselon laquelle\b|"
        r"\bde l['’]avis d[eu]s? (?!notre)|\bidée que\b|\brumeurs?\b)|\bprête à\b"
    ),
    hearsay_behind=Phrases(
        r"\b(?:dit-on|paraît-il|à ce qu'on dit|selon (?!(?:ses|nos|notre|le réseau))[\w ]+)\b"
    ),
    somebody=Phrases(
        r"\b(?:minist\w+|gouvernement|police|autorit\w+|journal|presse|journalist\w+|rapport|"
        r"étude|enquête|cherch\w+|agence|commission\w*|tribunal|juge|président\w*|"
        r"porte-parole|évaluat\w+|audit\w+|bailleur\w*|médias?|magazine|article|site|ils|"
        r"elles|il|elle|certains|expert\w*|banque|université|institut|union|fédération|"
        r"partenaires?|plateforme\w*|quotidien)\b"
    ),
    having=Phrases(
        r"\b(?:a|ont|avait|avaient|compte|comptent|comptait|réunit|réunissent|réunissait|"
        r"rassemble|rassemblent|rassemblait|regroupe\w*|est|sont|était|étaient|comprend|"
        r"comprennent|totalise\w*|fédère\w*|publi\w+|organis\w+|tenu|compose\w*|forme\w*|"
        r"dispose\w*|soutien\w*|appuie\w*|gère\w*|emploie\w*|représente\w*|mène\w*|anime\w*|collabore)\b"
    ),
    pronoun=Phrases(
        r"(?:il|elle|ils|elles|cette organisation|celle-ci|celui-ci|qui)(?: (?:en|y))?"
    ),
    other_noun=Phrases(rf"\b(?:{_OTHERS})\b"),
    other_head=re.compile(
        rf"\b(?i:le|la|les|l['’]|une?|notre|nos|son|sa|ses) ?(?:[\w-]+ ){{0,2}}"
        rf"(?i:{_OTHERS})(?: [A-ZÀ-Þ][\w'’.-]*){{0,4}}$"
    ),
    other_of=Phrases(
        rf"(?:le|la|les|l['’]|une?|son|sa|ses) ?(?:[\w-]+ ){{0,1}}(?:{_OTHERS})"
        rf" (?:où|dont|auquel|auxquel\w*|dans|que|qui|de)\b"
    ),
    other_noun_end=Phrases(
        r"\b(?:alliance|coalition|fédération|union|commission|ministère|gouvernement|conseil|"
        r"comité|agence|association|fondation|plateforme|consortium|partenaire|organisme|"
        r"organisation|réseau)s?$"
    ),
    other_group=Phrases(
        r"\b(?:une?|une autre|un autre) (?:[\w-]+ ){0,1}?(?:coalition|alliance|fédération|"
        r"union|consortium|association|groupe|plateforme|conseil|ligue|forum) (?:de|d'|"
        r"composée? de|réunissant|qui compte) ?(?:plus de |environ )?$"
    ),
    event=Phrases(
        r"\b(?:événements?|évènements?|ateliers?|consultations?|conférences?|formations?|"
        r"réunions?|tables? rondes?|lancement|études?|enquêtes?|recherche|sondages?|"
        r"campagnes?|projet|programme|cours|sessions?)\b"
    ),
    member=Phrases(r"memb"),
    members=Phrases(r"membres?|organisations?|groupes?|partenaires?|associations?|ong|osc"),
    no_name=Phrases(
        r"(?:le|la|les|l|un|une|des|du|de|au|aux|nous|notre|nos|ce|cette|ces|il|elle|ils|"
        r"elles|en|dans|sur|par|pour|avec|depuis|et|mais|comme|selon|aujourd'hui|membres?|"
        r"réseau|au total|plus|environ|près|quelque|au moins|ateliers?|participants?|pays|"
        r"enfants|filles|tous|toutes|chaque|chacun|ainsi|toujours|déjà|après|avant|sans|si|"
        r"quand|lorsque|malgré|grâce|janvier|février|mars|avril|mai|juin|juillet|août|"
        r"septembre|octobre|novembre|décembre|afrique|asie|europe|amérique\w*|assemblée|"
        r"assemblée générale|états?|tableau|annexe|figure|deux|trois|quatre|cinq|six|sept|"
        r"huit|neuf|dix|partout|dakar|à|nombre|objectifs?|qui|que|"
        r"pourquoi|combien)"
    ),
    since=Phrases(r"(?:depuis|dès|après)\b"),
    total=Phrases(r"\b(?:au total|en tout)\b"),
    led_by_time=Phrases(r"[\s•*-]*(?:en|quand|lorsque|lors|au|à|durant|pendant|fin|début|jusqu'en)\b"),
    no_time=Phrases(
        r"\b(?:depuis|fondée? en|créée? en|établie? en|née? en|à partir de|après|lancée? en|"
        r"d'ici|avant|de|des|du|agenda|adoptée? en|datée? d[eu])(?: (?:le|la|l'an|début|fin|"
        r"mi|printemps|automne|en|au))* $"
    ),
    present=Phrases(r"\b(?:aujourd'hui|actuellement|désormais|maintenant|à ce jour|cette année)\b"),
    once=Phrases(
        r"(?:\b(?:à l'époque|autrefois|jadis|naguère|"
        r"il y a (?:\w+ ){1,4}?(?:ans?|années?|mois|décennies?|siècles?|temps)|auparavant|"
        r"à l'origine|"
        r"initialement|au départ|à ses débuts|en ce temps|alors que|à la fondation|"
        r"lors de sa (?:fondation|création)|jusqu'alors|dans les années|l'an dernier|"
        r"l'année dernière|un an plus tôt)\b)|\bdepuis\b[^;]{0,60}?\b(?:au total|en tout)|"
        r"\ben moyenne\b"
    ),
    once_behind=Phrases(
        r"(?:^[\w'’ ]{0,40}?\b(?:à l'époque|auparavant|il y a|un an plus tôt|"
        r"l'année précédente|à ses débuts|alors|jusqu'alors|l'an dernier)\b)|"
        r"^[\w'’ ]{0,20}? ?\b(?:par|chaque) (?:an|année|mois)\b"
    ),
    compared=Phrases(
        r"\b(?:contre|comparé à|par rapport (?:à|aux)|il en comptait|il comptait|"
        r"elle comptait|passé de|passant de|augmenté de) (?:seulement )?$|^\s*de $"
    ),
    tied_behind=Phrases(
        r" ?(?:(?:de plus|déjà|du réseau) ?){0,2} ?(?:en|à la fin de|fin|à fin|au|pour|"
        r"lors de|jusqu'en) (?:l'année |l'an )?(?:début |fin )?"
    ),
    part_of=Phrases(
        r"(?:\b(?:moitié|tiers|quarts?|majorité|plupart|une partie|certains|quelques-uns|un|"
        r"une|deux|trois|part|nombre) (?:des|de|d') ?|% (?:des|de) |\b(?:tous sauf|sauf|"
        r"hormis|excepté|à l'exception de|y compris|dont|parmi lesquels|parmi lesquelles|"
        r"notamment|soit|seuls|seulement|parmi eux) (?:au moins |plus de )?)$"
    ),
    out_of_them=Phrases(
        r"(?:sur (?:les|nos|ses)|parmi (?:les|nos|ses)|de (?:nos|ses|ces)|des) .{1,60}?,"
    ),
    some_of=Phrases(
        r"\b(?:certains|plusieurs|la plupart|la moitié|une partie) (?:de|"
        r"des) [^,;]{1,50}, (?:soit )?$"
    ),
    in_a_place=Phrases(
        r"(?-i:En|Dans) (?:les |le |l')?(?-i:Afrique|Asie|Europe|Amérique\w*|Océanie|"
        r"Pacifique|Caraïbes)(?: [\w-]+){0,2},"
    ),
    whole_place=Phrases(r"\b(?:monde|total|20\d\d)\b"),
    partitive=Phrases(r" (?:de (?:nos|ses|leurs|ces)|d'entre|des) (?!la )"),
    part_adjective=Phrases(
        r"(?:africains?|asiatiques?|européens?|jeunes|associés?|fondateurs?|individuels?|"
        r"honoraires?|autres?|restants?)"
    ),
    part_behind=Phrases(
        r"(?: (?:qui (?!(?:composent|forment|travaillent))|dont |dirigé\w* par|basé\w* en|"
        r"en (?:afrique|asie|europe|amérique)|africains|asiatiques|européens|francophones|"
        r"ayant |n'ont pas encore|doivent encore))| rien qu'|(?: [\w'-]+){0,2} (?:seulement|"
        r"uniquement)\b"
    ),
    adverbial=Phrases(
        r"(?:(?:[\w'’ ]{1,40},|aujourd'hui|au total|en tout|seuls|seulement|environ|quelque|"
        r"près de|plus de|au moins|jusqu'à|les|ces|(?:en|dans|à) [\w'’ ]{1,30}|•|-|et|"
        r"\*) ?){0,4}"
    ),
    did_part=Phrases(r" (?:du réseau |d'[\w-]+ )?(?:\w+ent|ont|n'ont|se sont|sont) "),
    did_form=Phrases(
        r" (?:des? [\w'’ ]{1,40}? )?(?:(?:ont|avaient) (?:rempli|répondu|évalué|dit|renvoyé|"
        r"voté)|étaient des)\b"
    ),
    makes_whole=Phrases(
        r" (?:du réseau |d'[\w-]+ )?(?:composent|forment|constituent|travaillent|agissent|"
        r"portent|sont (?:actifs|présents|répartis|membres|basés)|ont (?:signé|une voix)|"
        r"signent|œuvrent|dans|à travers|et|de|du)\b"
    ),
    whole=Phrases(
        r"(?:^de|\ben \d{4} à|^mais|^à)$|\bréseau \w+ de$|\b(?:(?:forment|composent|"
        r"constituent) (?:notre|le) réseau|a|ont|avons|avait|avaient|ayant|compt(?:e|ent|ons|"
        r"ait|ant)|réuni(?:t|ssent|ssons|ssait|ssant|e?s?|r)|rassembl(?:e|ent|ons|ait|ant)|"
        r"regroup(?:e|ent|ons|ait|ant)|fédèr(?:e|ent)|fédérant|comprend|comprenait|"
        r"totalis(?:e|ent|ait)|uni(?:t|ssant)|reli(?:e|ant)|représent(?:e|ent|ons|ait|ant)|"
        r"dénombr(?:e|ent|ait)|forte?s? de|(?:se )?compos(?:é|ée|és|ées|e|ent) de|"
        r"soutien(?:t|nent)|s['’]appu(?:ie|yait) sur|"
        r"constitu(?:é|ée) de|formée? de|est|sont|sommes|était|étaient|avec|(?:réseau|total|"
        r"nombre|ensemble|mouvement|communauté|effectif|famille) de|d'|(?:passé|passée|élevé|"
        r"élargie?|élève|porté|portée|monté|grandi|monte|arrive|arrivé|atteint|s'établit) à|"
        r"atteint|atteignait|aujourd'hui|désormais|actuellement|au total|les|nos|ses|et|ou|soit|"
        r"maintenant|jusqu'à)(?: (?:aujourd'hui|désormais|actuellement|maintenant|déjà|"
        r"toujours|exactement|au|total|en|tout|pas|moins|que|plus|de|d|près|environ|quelque|à|"
        r"un|une|la|les|ses|nos|ce|jour|l|presque|encore|jusqu|autour|minimum|maximum|bien|peu|"
        r"nettement|largement|au-delà|approximativement|aux|alentours|estimation|l['’]ordre|"
        r"loin|entre))*\W*$"
    ),
    past=Phrases(
        r"\b(?:avait|avaient|comptait|comptaient|réunissait|réunissaient|rassemblait|"
        r"regroupait|était|étaient|totalisait|comprenait)(?: (?:que|seulement|déjà|alors|"
        r"environ|quelque|plus|de|près|encore))*\W*$"
    ),
    changed=Phrases(
        r"(?:\b(?:gagné|perdu|gagne|perd|ajouté|admis|accueilli\w*|recruté\w*|rejoint|quitté|"
        r"accepté|croissance nette ?:?|hausse de|baisse de|perte de|gain de|arrivée de|"
        r"départ de|adhésion de) |\b(?:augmenté|progressé|grandi|cr[ûu]|diminué|baissé|"
        r"reculé) de )(?:plus de |environ |quelque )?$"
    ),
    added=Phrases(r"\b(?:nouveaux|nouvelles|nouvel|supplémentaires|futurs?|anciens)\b"),
    more=Phrases(r"\b(?:de plus)\b"),
    another=Phrases(r"\b(?:encore|une? autre|autres) $"),
    more_behind=Phrases(r" (?:de plus|de moins|supplémentaires)\b"),
    came=Phrases(
        r" (?:(?:ont|avaient|se sont|sont|furent|a été|ont été|étaient) ){1,2}(?:rejoint|"
        r"quitté|retiré\w*|admis\w*|adhéré|exclu\w*|suspendu\w*|partis?|démissionné|"
        r"accueilli\w*|ajouté\w*)\b"
    ),
    struck=Phrases(
        r"(?:\b(?:supprimée?s?|biffée?s?|rayée?s?|supprimer)\b)|\b(?:retirée?s?|errat(?:um|a)|"
        r"rectificatif)\b"
    ),
    erratum=Phrases(r"\b(?:errat(?:um|a)|rectificatif)\b|\[supprimé\b"),
    instead=Phrases(r"\b(?:lire|mais)\b|\]"),
    label=Phrases(
        r"(?:\b(?:pages?|pp?|paragraphes?|articles?|art|annexes?|tableaux?|figures?|sections?|"
        r"chapitres?|n°s?|no\.|numéros?|résolutions?|points?|objectifs?|odd|cibles?|étapes?|"
        r"phases?|sessions?|salle|encadré|notes?|règles?|volume|partie|ligne|loi|atelier|"
        r"module|téléphone ?:?|tél)\.? ?(?:n° ?)?(?:\d+(?:, | et |-))*|§ ?|# ?)$"
    ),
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
    doubts=_DOUBTS,
)  # fmt: skip
