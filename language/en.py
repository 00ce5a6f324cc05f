"""English: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import NAME_PHRASE, WHOM, Lexicon, doubt_words, word_set

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


_OTHERS = (
    r"alliance|coalition|federation|union|commission|ministr\w+|government|parliaments?|council"
    r"|board|committee|agency|agencies|police|partners?|company|companies|initiative|association"
    r"|foundation|fund|platform|consortium|bank|university|church|assembly|secretariat|forces?"
    r"|institute|court|hotline|sister \w+|peer \w+|umbrella|task force|working party|confederation"
    r"|league|society|congress|senate"
)


_DOUBTS = doubt_words(
    own=r"\b(?:we|us|our|ours|the network|this network|its (?:own|statutes|charter|register)|"
        r"own register|own words|our network|statutes|charter)\b",
    definite=r"\b(?:(?:our|the|its|this) (?:[\w-]+ ){0,2}(?:network|movement|membership) of|our|"
        r"its|their|your|whose|the network's|[\w-]+'s|all|each of (?:the|our|its)|none of(?: the|"
        r" our| its)?|every one of (?:the|our)|any of (?:the|our|its)|(?:by|with|to|from|among|for|"
        r"of|between|through|asked|all|where|of) the) (?:now |current |over |more than |about |"
        r"some |almost )?$",
    inserted=r"(?:to|which|who|whose|whom|that|where|without|although|though|while|whereas|even if|"
        r"if|when|unlike|like|with|since|as|after|before|thanks to|not|and rightly|chosen|led|"
        r"founded|instead of|by|on|at|in|for|because|once|having|despite|together with)\b",
    relative=r"(?:which|who|that|whose|where|when)\b",
    new_subject=r"[.,] +|\b(?:and|but|that|while|as|because|since|although|when|where) (?=\S)",
    turned=r" but |; |\bhowever\b|\binstead\b|\brather\b(?! than)",
    denied=r"(?:(?:\b(?:not|(?:do|does|did|is|are|was|were|has|have|had|ca|could|would|should|wo|"
        r"must|need|sha|might)n't|never|cannot|neither|nor|unable to|fail(?:s|ed|ing)? to|"
        r"refus\w+ to|no longer|nobody|no one|none|hardly|scarcely|den(?:y|ies|ied)|false|untrue|"
        r"wrong to|mistaken|incorrect|(?:kept|keeps?|prevent\w*|stopp?\w*) (?:us|it|them|"
        r"the network) from|far from|rather than|instead of|lacks?|without|myth|rumou?r)\b|"
        r"\bno (?=\d*$))|\b(?:by no means|contrary to)\b)|\bnothing\b|\b(?:cancell?ed|called off|"
        r"postponed|turned (?:away|down))\b",
    not_denied=r"\b(?:not (?:only|just|merely|simply|less|fewer|more)|no doubt|no (?:fewer|less|"
        r"more) than|without (?:a )?doubt|cannot but|n't (?:just|only|merely)|not counting|"
        r"not least|no secret|never before)\b",
    denied_behind=r"(?:\b(?:(?:is|are|was|were|would be) (?:simply |plainly )?(?:false|untrue|"
        r"wrong|incorrect|a myth|a rumou?r|made up|invented)|in the eyes of|but far (?:fewer|less|"
        r"more)|is no longer true|only on paper|in name only)\b)|\b(?:do(?:es)? not exist|"
        r"exists? only|no longer exists?)\b",
    denied_behind_flow=r"\b(?:(?:was|were|is|are|has|have|had|did|do|does|could|would) ?(?:not|"
        r"n't)|never|(?:was|were|been) (?:cancelled|called off|postponed)|fell through)\b",
    planned=r"(?:(?:(?:\b(?:will|shall|going to|aim(?:s|ed|ing)?(?: (?:to|for|at))|aims?|plan(?:s|"
        r"ned|ning)? (?:to|for|on)|inten(?:ds?|ded|ding|tion)|hop(?:e|es|ed|ing) (?:to|for)|"
        r"expect(?:s|ed|ing)? (?:to|that)?|target(?:s|ed|ing)?|goal|objective|foresee[sn]?|foresaw|"
        r"aspir\w+|wish(?:es)? to|want(?:s|ed)? to|would like|ambition|envisag\w+|project(?:s|"
        r"ed) (?:to|that)|forecasts?|scheduled|preparations? for|prepar(?:e|es|ing) (?:to|for)|"
        r"on track|set out to|we (?:hope|plan|expect|intend)|pledg\w+ to|commit(?:s|ted)? to|"
        r"strive\w*|seeks?|towards?|to reach|we'll|it'll|proposals? (?:for|to)|budget(?:s|"
        r"ed)? (?:for|covers?|allows?)|can (?:hold|seat|host|take)|seats|is to have|are to have)\b|"
        r"\bby (?:the end of )?20[3-9]\d\b)|\b(?:designed (?:to|for)|meant (?:to|for)|supposed to|"
        r"capacity)\b)|\b(?:on (?:its|our|the) way to|road to|heading for|reach (?=\d*$))\b)|"
        r"\b(?:provides? for|work ?plan|strategy (?:for|to)|room for|propos(?:e|es|ed|ing)|(?:was|"
        r"were|been) asked to|plans?(?= \d*$))\b",
    planned_behind=r"(?:^(?:(?! and )[\w' ]){0,60}?\b(?:(?:is|are|was|were) to (?:be|take|follow|"
        r"start|join|meet)|will (?:be|take|follow|start|happen|come)|(?:is|are|was|were|has been|"
        r"have been) (?:planned|expected|scheduled|foreseen|envisaged|announced|proposed|under way|"
        r"in preparation)|by (?:the end of )?20[3-9]\d|to be held|planned for|still to come|(?:is|"
        r"are) (?:needed|required)|next (?:year|spring|summer|autumn|winter|month))\b)|"
        r"^.{0,40}?\b(?:remains?|is|are) (?:our|the|its) (?:ambition|goal|aim|target|objective)\b",
    planned_head=r"\b(?:targets?|goals?|objectives?|plans?|planned|aims?|ambitions?|foreseen|"
        r"outlook|projections?|forecasts?|next steps|to come|for 20[3-9]\d)\b",
    conditional=r"(?:\b(?:(?<!who )(?<!that )(?<!which )(?-i:would|could|might|may)|should have|"
        r"perhaps|possibly|probably|maybe|suppos\w+|imagine|assum\w+|hypothetical\w*|in theory|"
        r"unless|provided that|in case|as if|presumably|depending on)\b)|\b(?:requires? that|"
        r"required|quorum|on condition)\b",
    with_it=r"with\b",
    if_clause=r"(?:if(?= (?!you))|unless|were|had|should|suppos\w+|imagine|assuming|provided|"
        r"in case)\b",
    if_behind=r"^.{0,60}?\b(?:if (?!only|you)|provided (?:that)?|unless|as long as|had (?:all|it|"
        r"they|we|the)|in case|assuming|subject to|on condition)\b",
    asked=r"(?:\b(?:ask\w*|wonder\w*|question(?:s|ed|ing)?|unclear|doubt(?:s|ed|ful)|do not know|"
        r"don't know|nobody knows|to find out|unsure|uncertain|verify|"
        r"check\w*)\b.{0,40}? (?:whether|if)\b)|\b(?:please (?:indicate|state|say|confirm)|"
        r"indicate|state|confirm)\b.{0,60}? (?:whether|if)\b|\bwhether (?!(?:large|big|or|in))",
    according=r"(?:\b[Aa]ccording to |\b[Ii]n the (?:words|view|eyes|opinion|"
        r"estimate) of )(?P<who>(?:(?!,)[\w'’&.-]+ ){0,7}?(?:(?!,)[\w'’&.-]+)),|\b[Aa]s "
        r"(?P<who2>(?:(?!,)[\w'’&.-]+ ){0,6}?(?:(?!,)[\w'’&.-]+)) (?:puts?|says?|said|reports?|"
        r"reported|notes?|noted|wrote|writes|claims?|claimed)\b",
    sourced=(
        r"(?<!\w)(?:(?i:according to|as (?:reported|estimated|stated|counted) by) "
        rf"(?P<who>{NAME_PHRASE}|{WHOM})"
        r"|(?i:(?:estimates?|figures|data|statistics|numbers?|polls?|surveys?|studies|study|"
        rf"research|reports?) (?:from|by|of)) (?P<who2>{NAME_PHRASE}))"
    ),
    saying=r"\b(?:say|said|report|claim|estimat|told|wrote|writes|stat(?:es?|ed)\b|believ|announc|"
        r"declar|holds?\b|puts?\b|f(?:inds?|ound)\b|not(?:es?|ed)\b|maintain|insist|assert|credit|"
        r"gives?\b|calculat|counts? it)",
    says=(
        r"(?P<who>(?:[\w'’&.-]+ ){0,7}?[\w'’&-]+?),? (?:(?:has|have|had|also|once|later|"
        r"recently|itself) ){0,2}(?:says?|said|reports?|reported|claims?|claimed|estimates?|"
        r"estimated|told|wrote|writes|states?|stated|believes?|announced?s?|declares?d?|"
        r"holds?|puts?|finds?|found|notes?|noted|maintains?|insists?|asserts?|credits?|gives?|"
        r"calculates?d?|counts? it)(?: (?:us|the [\w']+|it|them|reporters|journalists|"
        r'parliament))?(?: in [\w ]{1,30})?(?: that\b|: ?|,? ?[\"“«]| (?=they|it|we|he|she|'
        r"the|our|[A-Z]|\d|at|over|more|some|about))"
    ),
    says_behind=(
        r'(?:[\"”»],?|,) (?:(?:said|says|wrote|writes|claimed|claims|reported|reports|'
        r"declared|added|told us|told \w+|explained|assured \w+|"
        r"stressed) (?P<who>[\w'’&. -]{2,90})|"
        r"(?P<who2>(?!(?:and|but|many|most|some|all|of|each|who|whom|which)\b)"
        r"[\w'’& -]{2,40}?) (?:said|says|told|"
        r"asked|wrote|claimed|claims|reported|declared|added)\b)"
    ),
    hearsay=r"(?:(?:\b(?:(?:is|are|was|were) (?:said|reported|believed|thought|rumou?red|alleged|"
        r"claimed|estimated by \w+) (?:to|that)|reportedly|allegedly|supposedly|so-called|"
        r"rumou?rs? (?:goes|has it|have it|says?)|people say|some say|it is (?:said|claimed|"
        r"rumou?red|believed|thought)|hearsay|(?:lists?|gives?|credits?|puts?|shows?|"
        r"quotes?) (?:us|(?-i:[A-Z]\w+)|the network|our network) (?:with|at|as having))\b)|"
        r"\b(?:claim|allegation|assertion|idea|belief|impression|story|rumou?r) that\b|"
        r"\bin the (?:account|report|view|estimate) (?:that )?(?!(?:of )?(?:our|the network|its)))|"
        r"\b(?:is|are) to be believed\b",
    hearsay_behind=r"\b(?:reportedly|allegedly|or so (?:they|people|it|some)|as (?:others|some|"
        r"critics|others) (?:say|claim)|according to (?:the (?!network)|an? |one |some |"
        r"(?-i:[A-Z]))[\w ]+)\b",
    somebody=r"\b(?:minist\w+|government|police|authorit\w+|paper|newspaper|press|journalists?|"
        r"report|study|survey|researchers?|scientists?|statisticians?|agency|commission\w*|court|"
        r"judge|president|spokes\w+|evaluators?|auditors?|donors?|critics|observers|media|"
        r"broadcaster|magazine|article|website|they|he|she|others|people|experts?|officials?|"
        r"forces|bank|university|institute|union|federation|partners?|company|platforms?|blog|"
        r"analysts?|author\w*|witness\w*|mayor|senator|deput\w+|embassy|consultants?)\b",
    having=r"\b(?:has|have|had|having|counts?|counted|unites?|united|is|are|was|were|be|been|being|"
        r"numbers?|numbered|brings?|brought|comprises?|comprised|includes?|included|consists?|"
        r"consisted|gathers?|gathered|represents?|represented|reached|reaches|holds?|held|"
        r"published|publishes|boasts?|runs?|ran|organi[sz]ed|conducted|groups?|spans?|operates?|"
        r"works?|trained|hosted|convened|led|leads|claims?|lists?|totals?|stands?|stood|"
        r"(?<!the )(?<!of )(?<!with )supports?|"
        r"manages?|employs?|met|heard|collected|surveyed|carried|developed|launched|issued|"
        r"produced|released|supported|seized|asked|interviewed|polled|questioned|consulted|"
        r"involved)\b",
    pronoun=r"(?:it|they|its|the (?:organi[sz]ation|body|group|agency)|which|and it|"
        r"there)(?: (?:now|also|today))?",
    other_noun=rf"\b(?:{_OTHERS})\b",
    other_head=rf"\b(?i:the|an?|our|its|their|[\w-]+'s) ?(?:[\w-]+ ){{0,2}}(?i:{_OTHERS})(?: "
        rf"[A-ZÀ-Þ][\w'’.-]*){{0,4}}$",
    other_of=rf"(?:the|an?|its|their) ?(?:[\w-]+ ){{0,1}}(?:{_OTHERS}) (?:on|in|of|to|that|which|"
        rf"whose|where)\b",
    other_noun_end=r"\b(?:alliance|coalition|federation|union|commission|ministry|government|"
        r"council|board|committee|agency|company|association|foundation|platform|consortium|"
        r"partner|body|organi[sz]ation|network)s?$",
    other_group=r"\b(?:an?|another|the wider|a wider|a broad|"
        r"a larger) (?:[\w-]+ ){0,2}?(?:coalition|alliance|federation|union|consortium|association|"
        r"group|platform|body|council|league|partnership|forum) (?:of|with|that has|that unites|"
        r"uniting) (?:over |more than |about |some |almost )?$",
    event=r"\b(?:events?|workshops?|consultations?|conferences?|trainings?|meetings?|"
        r"round ?tables?|launch\w*|forum|stud(?:y|ies)|surveys?|research|polls?|campaigns?|project|"
        r"programme|course|sessions?)\b",
    member=r"memb",
    members=r"members?|organi[sz]ations?|groups?|partners?|associations?|ngos?|csos?",
    no_name=r"(?:membership|members?|networks?|today|now|currently|the|an?|our|we|in|on|at|by|"
        r"since|with|for|from|to|of|and|but|as|its?|their|this|these|those|there|all|each|every|"
        r"many|most|some|both|half|one|two|three|four|five|six|seven|eight|nine|ten|workshops?|"
        r"participants?|children|girls|countries|consultations?|across|through|over|under|during|"
        r"after|before|between|among|regional|national|research|studies|surveys?|events?|number|"
        r"size|total|altogether|overall|globally|worldwide|also|still|yet|once|first|finally|then|"
        r"thus|here|when|while|if|january|february|march|april|may|june|july|august|september|"
        r"october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
        r"africa|asia|europe|americas?|latin america|north america|pacific|states?|table|figure|"
        r"annex|general assembly|executive director|secretariat|world|what|who|how|why|where|which|"
        r"not|only|no|almost|about|around|approximately|at least|more|less|nearly|together|against|"
        r"like|unlike|such|even)",
    since=r"(?:since|from|after)\b",
    total=r"\b(?:a total of|in total|in all|altogether|cumulative\w*)",
    led_by_time=r"[\s•*-]*(?:in|when|by|at|during|as of|as at|over|until|back in|on)\b",
    no_time=r"\b(?:since|founded in|established in|created in|born in|until now|from|after|"
        r"began in|started in|launched in|by|before|(?<!as )(?<!course )(?<!end )(?<!beginning )of|"
        r"based on|adopted in|the|held its [\w ]{1,30} in|dated|accessed|campaign in|congress in|"
        r"joined in|registered in|agenda|goals? for)(?: (?:the|early|late|mid|year|end of|spring|"
        r"autumn|summer|winter|spring of|autumn of|in|on|of))* $",
    present=r"\b(?:now|today|currently|to date|at present|as of today|this year|presently|nowadays|"
        r"still)\b",
    once=r"(?:\b(?:ago|previously|formerly|at the time(?! of (?:writing|this))|at that time|"
        r"at its (?:founding|birth|start)|used to|originally|initially|once(?! (?:again|more|"
        r"small))|in (?:its|the) (?:first|early) (?:years?|days|decade)|back then|earlier|"
        r"in those days|at first|in the (?:nineties|eighties|1990s|1980s|2000s)|was founded|"
        r"were founded|until recently|last (?:year|decade|century)|a (?:year|decade) (?:before|"
        r"earlier)|when (?:it|we|the network) (?:was|were|had|began|started)|then had|"
        r"at the beginning|to begin with|in the past|(?:previous|earlier|last|former|"
        r"older) (?:report|submission|text|edition|version|count)|(?:in|during) the (?:nineties|"
        r"eighties|seventies))\b)|\bsince\b[^,;]{0,60},? .{0,60}?\b(?:a total of|in all|altogether|"
        r"cumulative\w*)|\b(?:on average|a yearly average|an average of|cumulative\w*)\b",
    once_behind=r"(?:^[\w' ]{0,40}?\b(?:ago|previously|at the time|at that time|a (?:year|"
        r"decade) (?:before|earlier)|the year before|back then|at its (?:founding|start)|"
        r"when (?:it|we|the network) (?:was|were|began|started)|at first|in those days|last year|"
        r"in the (?:1990s|1980s|nineties|eighties)|until then|earlier)\b)|^[\w' ]{0,20}? ?\b(?:a|"
        r"per|each|every) (?:year|month)\b|^[\w' ]{0,10}annually\b",
    compared=r"\b(?:up from|down from|against|compared (?:with|to)|as opposed to|versus|instead of|"
        r"it had|there had been|grew from|grown from|rose from|risen from|increased? from|"
        r"increase from|growth from|starting from|(?:more|fewer|less|higher|"
        r"lower) than the) (?:only |just |some |about |over )?$|^\s*from (?:only |just )?$",
    tied_behind=r" ?(?:(?:strong|alone|and more|already|or more|across \w+|of the network|"
        r"worldwide|in (?:the )?\w+|and partners|globally|at the end|as|back) ?){0,3} ?(?:in|on|"
        r"at the end of|by the end of|as of|as at|for|during|at|until|by) (?:the year )?(?:early |"
        r"late |mid-)?",
    part_of=r"(?:\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|most|majority|minority|some|"
        r"many|few|several|none|one|two|three|four|five|ten|per cent|percent|a part|parts|number|"
        r"share|fraction|second|selection|sample) of (?:over |about |some |these |those |every )?|"
        r"% of |\ball (?:[\w']+ ){1,3}(?:but|except)(?: for)? |\b(?:all but|all except|"
        r"except(?: for)?|apart from|excluding|other than|save|minus) |\b(?:including|include|"
        r"included|among them|of whom|of which|of these|of those|of them|such as|notably|that is|"
        r"namely|in particular) (?:at least |over |some |the )?|\b(?:only|just) |\b(?:to|by|from|"
        r"with|of|among|between|for|in|about|on) (?=\d*$)(?<=\bto )(?!x)x)$",
    out_of_them=r"(?:(?:out )?of|among|amongst|from among|within) (?:the |our |its |all |"
        r"[\w'-]+'s )?.{1,60}?,",
    some_of=r"\b(?:some|many|most|half|several|few|part|a number|"
        r"every second) of [^,;]{1,50}, (?:that is |or )?$",
    in_a_place=r"(?-i:In|Across|Throughout) (?:the )?(?-i:(?:Africa|Asia|Europe|America|"
        r"Latin America|North America|South America|Oceania|Pacific|Caribbean|Americas|Middle East|"
        r"[A-Z]\w+ern \w+|(?:East|West|South|North|"
        r"Central) \w+))(?: and (?:the )?[A-Z]\w+)?,? (?=(?:our|the|its|we)\b|[A-Z])",
    whole_place=r"\b(?:world|globe|total|all|short|fact|20\d\d)\b",
    partitive=r" of (?:the|our|its|their|[\w-]+'s|these|those)(?: \d+)? ",
    part_adjective=r"(?:african|asian|european|american|latin|arab|pacific|caribbean|western|"
        r"eastern|northern|southern|youth-led|women-led|survivor-led|young|associate|affiliate|"
        r"founding|individual|honorary|participating|contributing|responding|attending|active|"
        r"selected|remaining|other|smaller|larger|\w+-based|small|large|voting|french|english|"
        r"spanish|\w+-speaking|rural|urban)",
    part_behind=r"(?: (?:(?:that|who|which) (?!together|are all|is|all|make|form|are located|work|"
        r"span|operate)|whose |led by|run by|headed by|based in|in (?:africa|asia|europe|"
        r"the americas|latin america|north america|the pacific|the region|one|each|some)\b|"
        r"from (?:africa|asia|europe|the|all)|have yet|had yet|with (?:a|an|their own|no) ))|"
        r" in [A-Z]\w+ (?:alone|only)\b| alone\b",
    adverbial=r"(?:(?:[\w' ]{1,40},|today|now|currently|altogether|in all|in total|overall|"
        r"last \w+|this \w+|in 20\d\d,?|only|just|because|since|when|while|that|no fewer than|"
        r"no less than|not less than|not fewer than|some|about|around|almost|nearly|over|more than|"
        r"at least|up to|a total of|as many as|fewer than|another|(?:in|at|across|on) [\w' ]{1,30}|"
        r"and|•|-|\*|the|these|those|across the world,?|so far,?) ?){0,4}",
    did_part=r" (?:of the network |of [\w' -]{1,24}? |of our network )?(?:have |has |had |also |"
        r"then |now |already |were |are |was |did ){0,2}(?!at\b|or\b|and\b|plus\b|in\b|on\b|by\b|"
        r"of\b|minimum\b|maximum\b|approximately\b|roughly\b)[a-z]{2,}\b",
    did_form=r" (?:of [\w' ]{1,40}? )?(?:have |has |had |also ){0,2}(?:filled|completed|answered|"
        r"replied|returned|rated|responded|said|complained|left early|agreed|voted|gave|wrote|"
        r"were (?:women|girls|men|boys|young|under|over|from))\b",
    makes_whole=r" (?:of the network |of [\w' -]{1,24}? |of our network )?(?:together |now |"
        r"today )?(?:make|makes|made|form|forms|formed|compose|constitute|carry|carries|span|spans|"
        r"work|works|serve|serves|speak|speaks|belong|belongs|operate|act|acts|unite|stand|stands|"
        r"strong|worldwide|globally|across|in|on|from|around|at|and|or|with|of|to|as|for|"
        r"have (?:one|a|the|equal)|has|is|are (?:in|at|active|located|present|spread|based|united|"
        r"brought together|linked|gathered|part|organi[sz]ed|listed|independent|ngos|civil|in|our|"
        r"the)|share|protect|fight|combat|sign|signed|joined forces|keep|keeps|drive|elect|elects|"
        r"spread|located|present|active|strive|today|now|by|by)\b",
    whole=r"(?:^(?:an estimated|just (?:short of|under|over)|from|to|but)|\b(?:in|en) \d{4} to)$|"
        r"\b(?:fallen to|fell to|dropped to|shrunk to|declined to|ha(?:s|ve|d|ving)|counts?|"
        r"counted|counting|numbers?|numbered|unit(?:es?|ed|ing)|(?:brings?|brought|bringing|held|"
        r"joins?) together|compris(?:es?|ed|ing)|(?:consist(?:s|ed|ing)?|composed|made up|"
        r"consisting) of|total(?:s|led|ling)?|(?:stands?|stood|standing) at|reach(?:es|ed|ing)?|"
        r"represent(?:s|ed|ing)?|gather(?:s|ed|ing)?|groups?|grouping|links?|linking|connect(?:s|"
        r"ed|ing)?|embrac(?:es|ed|ing)|boasts?|home to|runs? to|spans?|covers?|includes?|"
        r"coordinates?|speaks? for|(?:gr[eo]wn?|rose|risen|increased|expanded) from [\d,.]+ to|"
        r"supports?|supported|is|are|was|were|being|we|with|(?:network|total|membership|movement|"
        r"number|body|alliance|force|community|family|count|size|sum|figure|strength|of all) of|"
        r"(?:gr[eo]wn?|growing|rose|risen|rising|increased|expanded|climbed|up|amounts?|amounted|"
        r"com(?:es|e|ing)|came|developed|evolved|belongs|thanks|swelled|thanks go) to|remains?|"
        r"stays? at|show|shows|records?|lists?|register(?:s|ed)?|today|now|currently|altogether|"
        r"all|our|its|the|these|those|as|and|or|plus|namely|membership)(?: (?:now|today|currently|"
        r"already|also|still|exactly|precisely|just over|no|not|only|just|as|the|its|our|full|"
        r"in all|in total|altogether|together|at present|a total of|some|of|all|approximately|"
        r"nearly|almost|about|around|over|more|than|at|least|up|to|fewer|less|an|a|estimated|"
        r"impressive|in|excess|just|under|short|roughly|circa|ca?|close|many|much|minimum|maximum|"
        r"well|slightly|little|far|significantly|considerably|upwards?|north|on the order|"
        r"in the region|something like|approaching|very|fully|most|below|beyond|shy|(?:(?:any|"
        r"some)where )?between|(?:any|some)where from))*\W*$",
    past=r"\b(?:had|counted|numbered|was|were|comprised|consisted of|totalled|gathered|grouped|"
        r"brought together|united)(?: (?:only|just|already|about|some|over|more|than|at|least|"
        r"almost|nearly|a|total|of|around|still|members|in))*\W*$",
    changed=r"(?:\b(?:gain(?:s|ed|ing)?|lost|los(?:e|es|ing)|add(?:s|ed|ing)?|admit(?:s|ted|ting)?|"
        r"welcom(?:es|ed|ing?)|recruit\w*|expell\w+|attract\w*|accept(?:ed|s)|joined|left|dropped|"
        r"shed|won|net growth:?|growth(?: of)?:?|plus|increase of|decrease of|loss of|rise of|"
        r"fall of|drop of|gain of|decline of|departure of|arrival of|addition of|exit of)|"
        r"\b(?:rose|risen|rises?|grew|grown|grows?|increased?|fell|fallen|falls?|declined?|dropped|"
        r"shrank|shrunk|expanded|up|down|joined|enlarged|extended|changed|went (?:up|"
        r"down)) by) (?:over |about |some |almost |only |a further |as many as |more than |"
        r"at least |another |the first )?$",
    added=r"\b(?:new|additional|(?<!or )more|further|extra|newly|newest|(?<!or )fewer|incoming|"
        r"outgoing|departing|joining|future|prospective)\b",
    more=r"\b(?:more|fewer)\b",
    another=r"\b(?:another|a further|an (?:additional|extra)|some more) $",
    more_behind=r"(?: (?:more|fewer|less)(?: than\b| in\b| this\b|[.,;)]|$))| short\b",
    came=r" (?:have |has |had |also |were |was |are ){0,2}(?:joined|left|withdrew|withdrawn|"
        r"resigned|quit|admitted|accepted|added|expelled|suspended|dropped|came on board|departed|"
        r"welcomed|lost|gained|excluded|disbanded|closed)\b",
    struck=r"(?:\b(?:struck (?:from|out)|strike|deleted?|crossed out)\b)|\b(?:withdrawn|"
        r"retracted)\b",
    erratum=r"\b(?:errat(?:um|a)|corrigendum)\b|\[deleted\b",
    instead=r"\b(?:read|but)\b|\]",
    label=r"(?:(?:\b(?:pages?|pp?|paragraphs?|paras?|articles?|art|annex(?:es)?|tables?|figures?|"
        r"fig|sections?|chapters?|nos?|resolutions?|items?|goals?|sdgs?|targets?|indicators?|"
        r"steps?|phases?|sessions?|rooms?|box|footnotes?|notes?|appendix|appendices|rules?|"
        r"clauses?|regulations?|questions?|workshop|module|unit|volume|vol|issue|version|part|"
        r"slide|line|form|case|law|act|option|cluster|pillar|group|category|type|level|tier|zone|"
        r"hotline:?|helpline:?|phone:?|tel|fax)\.? ?(?:no\.? ?|number |n° ?)?(?:\d+(?:, | and |"
        r"-))*|§ ?|# ?)$)|\b(?:extension|gate|slot|ext|seat|bus|flight)\.? $",
)  # fmt: skip

ENGLISH = Lexicon(
    language="en",
    group=",",
    small=_SMALL,
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
    no_part_before=r"[- ](?:part(?:y|ies)|person|countr(?:y|ies)|sessions?|editions?|times?|years?|"
        r"cycles?|meetings?|reports?|rounds?|phases?|workshops?|edition|of (?:january|february|"
        r"march|april|may|june|july|august|september|october|november|december))\b",
    ordinal_tail=r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    ratio=r" (?:(?!(?:and|or|with|in|of|to|from)\b)[a-z]+ ){0,2}(?:in|out of)(?: every| each)? "
    r"|-in-| (?:of|for) every | of ",
    between=r" to | and ",
    between_needs={"and": r"\bbetween (?:an? |the )?(?:(?:us|ca|au|nz|hk)?[$€£] ?)?$"},
    change=r"\b(?:gr[eo]wn?|growing|growth|rose|risen?|rising|increas\w+|expand\w+|f[ae]ll\w*|"
        r"drop\w*|decreas\w+|declin\w+|went|mov\w+|up|down|chang\w+|jump\w*|climb\w*|"
        r"shr[aiu]nk\w*)(?: [\w']+){0,5} from $",
    left=(
        ("at_least", r"at (?:the )?(?:very )?least|minimum of|(?:no|not) (?:fewer|less) than|≥"),
        ("up_to", r"up to|as many as|as much as|maximum of|(?:no|not|never) more than|≤"
                  r"|at (?:the )?most|(?:not|never|without) exceed(?:s|ed|ing)?"),
        ("almost", r"almost|nearly|close to|just (?:under|below|shy of|short of)|approaching"
                   r"|nearing|(?:slightly|a little) (?:under|below|less than|fewer than)"),
        ("more_than", r"over|more than|in excess of|upwards? of|north of|above|beyond"
                      r"|(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing))(?: the)?"
                      r"|(?:greater|higher|larger) than|>"),
        ("less_than", r"under|(?:less|fewer|lower|smaller) than|below|short of|<"),
        ("about", r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.|~|≈|≃|≅|est\."
                  r"|estimated|something like|more or less|on the order of"
                  r"|in the (?:region|order|neighbourhood) of"),
    ),
    no_bound=r"\b(?:(?:read\w*|learn\w*|know\w*|more|much|something|nothing|anything|talk\w*|spoke|"
        r"speak\w*|think\w*|thought|hear\w*|asked|asking|writ\w+|wrote|inform\w*|data|facts?|"
        r"details?|reports?|stor(?:y|ies)|articles?|books?|films?|questions?|concern\w*|worr\w+|"
        r"brought|bring\w*|awareness|knowledge|evidence|news|discussions?|debates?|complain\w*|"
        r"what) about|(?:built|build|organi[sz]ed|cent(?:re|er)(?:s|ed|d)?|revolv\w+|structured|"
        r"based|grouped|arranged|gather\w*|designed) around|(?:spread|stretch\w*|spaced|staggered|"
        r"distributed|disput\w+|control|power|jurisdiction|authority|divided|presid\w+|bridges?|"
        r"concerns?|debates?|quarrel\w*|arguments?|victory|votes?|fights?|lead) over|(?:work\w*|"
        r"began|begun|listed|grouped|fall\w*|fell|commit\w*|obligations?|filed|registered|signed|"
        r"organi[sz]ed|categori[sz]ed|classified|summari[sz]ed|set out) under|(?:listed|mentioned|"
        r"described|noted|table|figure|see) (?:above|below)|(?:add\w*|sums?|summed|sign\w*|liv(?:e|"
        r"es|ing|ed)|lead\w*|led|keep\w*|kept|catch\w*|caught|own\w*|stand\w*|stood) up to|"
        r"(?:located|situated|lives?|living|stay\w*) close to|(?:times|twice|thrice) (?:as (?:many|"
        r"much) as|more than)|falls? short of) $",
    filler=r"(?:a (?:further|combined|grand)? ?total of |total of |an? (?:estimated |additional |"
        r"further )?|another |some |estimated )?(?:us|au|ca|nz|hk)?[$€£¥]? ?",
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
    skipped=r"(?: ?\)| of all| of the| of our| of these| of those| of its| of their| of|"
        r" additional| more| further| other| new| different| the| odd| plus)+",
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
