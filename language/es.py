"""Spanish: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import NAME_PHRASE, WHOM, Lexicon, doubt_words, word_set

_HUNDREDS = ["dos", "tres", "cuatro", "quinient", "seis", "sete", "ocho", "nove"]
_SMALL = {
    "cero": 0, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciséis": 16, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
    "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintiun": 21, "veintiuna": 21,
    "veintidós": 22, "veintidos": 22, "veintitrés": 23, "veintitres": 23, "veinticuatro": 24,
    "veinticinco": 25, "veintiséis": 26, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28,
    "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
    "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    **{f"{stem}cient{ending}" if stem != "quinient" else f"quinient{ending}": 100 * at
       for at, stem in enumerate(_HUNDREDS, 2) for ending in ("os", "as")},
}  # fmt: skip
_WORDS = r"(?: (?!(?:y|o|e|en|de|del|con|pero|que|a|al)\b)[^\W\d][\w'-]*)"
_NO_NUMBER = r"(?! (?:un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b| ?\d)"
_ROUNDS = {
    "decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30,
    "cuarentena": 40, "cincuentena": 50, "centenar": 100, "centena": 100, "millar": 1000,
}  # fmt: skip


_OTHERS = (
    r"alianza|coalición|federación|unión|comisión|ministerio|gobierno|parlament\w+|"
    r"consejo|junta|comité|agencia|policía|soci[oa]s?|empresa|iniciativa|"
    r"asociación|fundación|fondo|plataforma|consorcio|banco|universidad|iglesia|"
    r"asamblea|secretaría|fuerzas|instituto|tribunal|liga|sociedad|congreso|senado"
)


_DOUBTS = doubt_words(
    own=r"\b(?:nosotros|nuestr[oa]s?|la red|esta red|sus estatutos|su carta|su registro|estatutos|"
        r"tenemos|somos|contamos|hemos|reunimos)\b",
    definite=r"\b(?:(?:nuestra|la) red de|nuestros|nuestras|sus|todos los|todas las|"
        r"cada uno de los|ninguno de (?:sus|los)|(?:a|con|para|por|entre|de) (?:los|nuestros|"
        r"sus)) (?:más de |unos |casi )?$",
    inserted=r"(?:que|quien\w*|cuy[oa]s?|donde|sin|aunque|mientras|si|cuando|como|con|desde|tras|"
        r"después|antes|gracias a|no|pese a|a pesar|en vez|en lugar|por|para|en|a|porque|una vez|"
        r"socio|socia)\b",
    relative=r"(?:que|quien\w*|cuy[oa]s?|donde|cuando|las? cual\w*|los? cual\w*)\b",
    new_subject=r"[.,] +|\b(?:y|pero|que|porque|como|cuando) (?=\S)",
    turned=r" pero |\bsino\b|; |\bsin embargo\b",
    denied=r"(?:(?:\b(?:no|nunca|jamás|tampoco|nadie|ningun[oa]?|ningún|ni|falso (?:que|decir|"
        r"afirmar)|es falso|incapaz de|lejos de|en (?:vez|lugar) de|desmiente\w*|negó|niega|"
        r"sin)\b)|\bde ningún modo\b|\ben absoluto\b)|\bnada\b(?! menos)|\b(?:cancel|aplaz)(?:ó|"
        r"aron|ad[oa]s?)\b",
    not_denied=r"\b(?:no (?:solo|sólo|solamente|menos|más de|cabe duda|hay duda|obstante)|"
        r"sin (?:ninguna )?duda|ni más ni menos)\b",
    denied_behind=r"(?:\b(?:(?:es|son|sería|era) (?:simplemente )?(?:fals[oa]s?|incorrect[oa]s?|"
        r"un mito|un rumor))\b)|\bno existen?\b",
    denied_behind_flow=r"\b(?:no|nunca|jamás) (?:se )?\w+|\b(?:cancel|aplaz|suspend)\w+ad[oa]s?",
    planned=r"(?:(?:(?:\b\w{2,}(?:ará|erá|irá|drá|brá|arán|erán|irán|drán|brán|aremos|eremos|"
        r"iremos|dremos)\b|\b(?:prev[eé]\w*|previst\w+|espera\w*|plane\w+|aspira\w*|pretende\w*|"
        r"objetivos?|metas?|ambici\w+|propon\w+|quiere\w*|busca\w*|proyect\w+|va a|van a|vamos a|"
        r"pued(?:e|en) (?:acoger|albergar|recibir)|presupuesto (?:cubre|permite)|prepar\w+|"
        r"hacia l[oa]s?|de aquí a)\b|\b(?:para|antes de|en) 20[3-9]\d))|\b(?:diseñad\w+ para|"
        r"capacidad)\b)|\b(?:deberían?|alcanzar|camino de)\b",
    planned_behind=r"^(?:(?! y )[\w' ]){0,60}?\b(?:(?:está|están|estaba|estaban) (?:previst|"
        r"planead|programad|en preparación|anunciad)\w*|se celebrarán?|serán|tendrán|previst[oa]s|"
        r"para 20[3-9]\d|el próximo año|próximos?)\b",
    planned_head=r"\b(?:objetivos?|metas?|planes|plan|previsiones|perspectivas|próximos pasos)\b",
    conditional=r"(?:\b(?:\w+(?:aría|ería|iría|dría|bría|arían|erían|irían|drían|brían|aríamos|"
        r"eríamos)|tal vez|quizás?|posiblemente|probablemente|supon\w+|imagin\w+|siempre que|"
        r"a condición|a menos|en caso de|en teoría|puede que)\b)|\b(?:quórum|exige\w* que|"
        r"a condición)\b",
    with_it=r"con\b",
    if_clause=r"(?:(?:si (?!usted|quiere)|supongamos|imaginemos|a condición|en caso)\b)|"
        r"de (?:tener|contar|reunir|haber)\b",
    if_behind=r"^.{0,60}?\b(?:si |siempre que|a condición|a menos que|con tal de|en caso de)\b",
    asked=r"(?:\b(?:pregunt\w*|cuestion\w*|sab(?:e|er|emos)|verific\w+|duda\w*)\b.{0,40}? si\b)|"
        r"\b(?:indique\w*|confirm\w+)\b.{0,60}? si\b",
    according=r"(?:\b[Ss]egún |\b[Dd]e acuerdo con |\b[Aa] juicio de |\b[Ee]n (?:palabras|"
        r"opinión) de )(?P<who>(?:(?!,)[\w'’&.-]+ ){0,7}?(?:(?!,)[\w'’&.-]+)),",
    sourced=(
        rf"(?<!\w)(?:(?i:según|de acuerdo (?:con|a)|conforme a) (?P<who>{NAME_PHRASE}|{WHOM})"
        r"|(?i:(?:datos|estimaciones|cifras|estadísticas|"
        rf"encuestas?|estudios?|informes?) (?:de|del)) (?P<who2>{NAME_PHRASE}))"
    ),
    saying=r"\b(?:afirm|declar|anunci|indic|inform|estim|escri|dij|dice|sostien|señal|calcul|"
        r"asegur|report|registr)",
    says=(
        r"(?P<who>(?:[\w'’&.-]+ ){0,7}?[\w'’&-]+?) (?:(?:ha|han|había) )?(?:afirm\w+|"
        r"declar\w+|anunci\w+|indic\w+|inform\w+|estim\w+|escrib\w+|escrito|dij\w+|dice\w*|"
        r"sostien\w+|señal\w+|calcul\w+|asegur\w+|report\w+|registr\w+) (?:en [\w ]{1,30}? )?"
        r'(?:que |: ?|[«“\"]|$)'
    ),
    says_behind=(
        r'(?:[\"”»],?|,) (?:declaró|afirmó|dijo|escribió|indicó|informó|anunció|añadió|'
        r"según) (?P<who>[\w'’&. -]{2,60})"
    ),
    hearsay=r"(?:\b(?:se dice|dicen|supuestamente|presuntamente|corre el rumor|el rumor|se rumorea|"
        r"al parecer)\b)|\b(?:afirmación|idea|noticia|rumor) de que\b|\ba juicio de\b|"
        r"\ben opinión de\b",
    hearsay_behind=r"\b(?:según dicen|al parecer|según (?!(?:sus|nuestr|la red))[\w ]+)\b",
    somebody=r"\b(?:minist\w+|gobierno|policía|autoridad\w*|periódico|diario|prensa|periodist\w+|"
        r"informe|estudio|encuesta|investigador\w*|agencia|comisión|tribunal|juez\w*|president\w+|"
        r"portavoz|evaluador\w*|auditor\w*|donante\w*|medios|revista|artículo|sitio|ellos|ellas|él|"
        r"ella|otros|algunos|expert\w+|banco|universidad|instituto|unión|federación|soci[oa]s?|"
        r"plataforma\w*)\b",
    having=r"\b(?:tiene|tienen|tenía|tenían|cuenta|cuentan|contaba|contaban|reúne|reúnen|reunía|"
        r"reunían|agrupa\w*|está|están|es|son|era|eran|comprende\w*|suma\w*|dispone\w*|"
        r"representa\w*|public\w+|organiz\w+|celebr\w+|llevó|realiz\w+|integra\w*|forma\w*|"
        r"incluye\w*|colabora|gestiona\w*|emplea\w*|apoya\w*)\b",
    pronoun=r"(?:se|ella|él|ellos|esta organización|que|la cual)?",
    other_noun=rf"\b(?:{_OTHERS})\b",
    other_head=rf"\b(?i:el|la|los|las|una?|nuestr[oa]s?|su|"
        rf"sus) ?(?:[\w-]+ ){{0,2}}(?i:{_OTHERS})(?: [A-ZÀ-Þ][\w'’.-]*){{0,4}}$",
    other_of=rf"(?:el|la|los|las|una?|su|sus) ?(?:[\w-]+ ){{0,1}}(?:{_OTHERS}) (?:en|donde|que|cuy|"
        rf"del?|al|a l[ao]s? (?:que|cual))\b",
    other_noun_end=r"\b(?:alianza|coalición|federación|unión|comisión|ministerio|gobierno|consejo|"
        r"comité|agencia|asociación|fundación|plataforma|consorcio|soci[oa]|organismo|organización|"
        r"red)s?$",
    other_group=r"\b(?:una?|otra|otro) (?:[\w-]+ ){0,1}?(?:coalición|alianza|federación|unión|"
        r"consorcio|asociación|grupo|plataforma|consejo|liga|foro)(?: [\w-]+){0,1} (?:de|con|"
        r"que reúne) (?:más de |unos )?$",
    event=r"\b(?:eventos?|talleres|taller|consultas?|conferencias?|formaci\w+|reuni\w+|"
        r"mesas? redondas?|lanzamiento|estudios?|encuestas?|investigaci\w+|sondeos?|campañas?|"
        r"proyecto|programa|curso|sesi\w+)\b",
    member=r"miembr",
    members=r"miembros?|miembras?|organizaci\w+|grupos?|soci[oa]s?|asociaci\w+|ong|osc",
    no_name=r"(?:el|la|los|las|un|una|unos|unas|de|del|al|en|con|por|para|desde|nosotros|"
        r"nuestr[oa]s?|su|sus|este|esta|estos|estas|y|pero|como|según|hoy|ahora|actualmente|"
        r"miembros?|red|en total|más|casi|cerca|alrededor|al menos|talleres?|participantes?|países|"
        r"niños|niñas|todos|todas|cada|así|siempre|ya|tras|después|antes|sin|si|cuando|aunque|"
        r"gracias|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
        r"diciembre|áfrica|asia|europa|américa\w*|américa latina|asamblea|asamblea general|"
        r"estados?|cuadro|anexo|figura|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|tenemos|"
        r"somos|quiénes|cuántos|por|qué|número|meta|objetivo|congreso mundial|a)",
    since=r"(?:desde|tras|después)\b",
    total=r"\b(?:en total|un total de)\b",
    led_by_time=r"[\s•*-]*(?:en|cuando|al|a|durante|hasta|ya en)\b",
    no_time=r"\b(?:desde|fundad[oa] en|cread[oa] en|nacid[oa] en|a partir de|después de|"
        r"lanzad[oa] en|antes de|de|del|agenda|adoptad[oa] en|fechad[oa])(?: (?:el|la|año|"
        r"principios de|finales de|mediados de|en))* $",
    present=r"\b(?:hoy|ahora|actualmente|ya|a la fecha|este año)\b",
    once=r"(?:(?:\b(?:en (?:aquel|esa) (?:entonces|época)|en tiempos|antaño|"
        r"hace (?:\w+ ){1,3}(?:años?|meses)|antes|al principio|originalmente|inicialmente|"
        r"en sus inicios|cuando (?:se fundó|nació|empezó)|en los años|el año pasado|un año antes|"
        r"por entonces|solía)\b)|\bdesde\b[^;]{0,80}?\ben total|\b(?:en|de) promedio\b)|"
        r"\bhace (?:\w+ ){0,2}(?:décadas?|siglos?|tiempo)\b",
    once_behind=r"(?:^[\w' ]{0,40}?\b(?:en aquel entonces|hace (?:\w+ ){1,3}(?:años?|meses)|"
        r"un año antes|el año anterior|al principio|por entonces|el año pasado)\b)|"
        r"^[\w' ]{0,20}? ?\b(?:al año|por año|cada año|al mes)\b",
    compared=r"\b(?:frente a|comparado con|en comparación con|contra|cuando tenía|tenía entonces|"
        r"pasó de|pasando de|aumentó de|creció de) (?:solo )?$|^\s*de $",
    tied_behind=r" ?(?:(?:más|ya|de la red) ?){0,2} ?(?:en|a finales de|a fines de|al|para|durante|"
        r"hasta|a) (?:el año )?(?:principios de |finales de )?",
    part_of=r"(?:\b(?:mitad|tercio|tercera parte|cuarta parte|mayoría|una parte|algunos|uno|una|"
        r"dos|tres|número) (?:de los|de las|de) |% de (?:los )?|\btodos (?:los|las) \w+ menos |"
        r"\b(?:todos menos|salvo|excepto|incluid[oa]s|entre ell[oa]s|de los cuales|de las cuales|"
        r"de ellos|sobre todo|es decir|solo|sólo|solamente|a excepción de) (?:al menos |"
        r"más de )?)$",
    out_of_them=r"(?:de (?:los|las|nuestros|sus)|entre (?:los|las|nuestros|sus)|sobre) .{1,60}?,",
    some_of=r"\b(?:algunos|varios|la mayoría|la mitad|una parte) de [^,;]{1,50}, (?:es decir, )?$",
    in_a_place=r"(?-i:En) (?:el |la )?(?-i:África|Asia|Europa|América\w*|Oceanía|Pacífico|"
        r"Caribe)(?: [\w-]+){0,2},",
    whole_place=r"\b(?:mundo|total|20\d\d)\b",
    partitive=r" de (?:los|las|nuestr[oa]s|sus|esos|estas?) ",
    part_adjective=r"(?:africanos?|asiáticos?|europeos?|jóvenes|asociados?|fundadores|individuales|"
        r"honorarios|otros|restantes)",
    part_behind=r"(?: (?:que (?!(?:componen|forman|trabajan))|cuy[oa]s|dirigid\w+ por|con sede en|"
        r"en (?:áfrica|asia|europa|américa)|africanos|asiáticos|europeos|aún no|todavía no|"
        r"deben aún))| (?:solo|sólo|únicamente) en\b",
    adverbial=r"(?:(?:[\w' ]{1,40},|hoy|en total|solo|sólo|unos|unas|casi|cerca de|más de|al menos|"
        r"hasta|los|las|(?:en|a) [\w' ]{1,30}|•|-|y|\*) ?){0,4}",
    did_part=r" (?:de la red |de [\w-]+ )?(?:han |habían |fueron |ya |aún )?(?:\w+(?:aron|ieron|"
        r"eron|ado|ido|aban|ían)|\w+(?:an|en)|son|deben)\b",
    did_form=r" (?:de [\w' ]{1,40}? )?(?:han |habían )?(?:rellenaron|respondieron|completaron|"
        r"evaluaron|dijeron|votaron|eran)\b",
    makes_whole=r" (?:de la red |de [\w-]+ )?(?:componen|integran|forman|constituyen|trabajan|"
        r"actúan|firmaron|son (?:activos|parte)|están (?:activos|presentes|en)|en|de|y)\b",
    whole=r"(?:^de|\ben \d{4} a|^sino|^pero|^a)$|\bred \w+ de$|\b(?:(?:forman|integran|componen|"
        r"constituyen|pertenecen a) (?:nuestra|la) red|tiene|tienen|tenemos|tenía|tenían|teniendo|"
        r"cuenta|cuentan|contamos|contaba|contando|reún(?:e|en)|reun(?:imos|ía|iendo|e)|agrupa|"
        r"agrupan|agrupamos|agrupaba|comprende|suma|sumamos|sumaba|totaliza|une|unía|uniendo|"
        r"integra|representa|representan|dispone|abarca|engloba|federa|vincula|alcanza|(?:compuest|"
        r"formad|integrad|constituid)[oa] (?:por|de)|se compone de|se apoya en|apoya a|es|son|"
        r"somos|era|eran|con|(?:red|total|número|movimiento|conjunto|comunidad|familia) de|"
        r"(?:llegado|crecido|aumentado|pasado|asciende|ascienden|elevado|sube|llega) (?:a|hasta)|"
        r"hoy|ahora|actualmente|en total|los|las|nuestros|sus|y|o|hay)(?: (?:hoy|ahora|actualmente|"
        r"ya|todavía|aún|también|exactamente|en|total|a|con|de|los|las|sus|nada|menos|más|que|del|"
        r"casi|cerca|unos|unas|aproximadamente|alrededor|al|un|una|la|actualidad|hasta|por|lo|como|"
        r"mínimo|máximo|sumo|bastante|algo|poco|muy|encima|torno|no|entre))*\W*$",
    past=r"\b(?:tenía|tenían|contaba|contaban|reunía|reunían|agrupaba|sumaba|era|eran|"
        r"comprendía)(?: (?:con|a|solo|sólo|ya|unos|unas|más|de|casi|cerca|todavía))*\W*$",
    changed=r"(?:\b(?:ganó|perdió|gana|pierde|ganado|perdido|añadió|admitió|acogió|reclut\w+|"
        r"se unieron|se sumaron|abandonaron|aceptó|crecimiento neto:?|aumento de|descenso de|"
        r"pérdida de|incorporación de|salida de|llegada de) |\b(?:aumentó|creció|subió|bajó|"
        r"disminuyó|cayó) (?:en|de|un) )(?:más de |unos )?$",
    added=r"\b(?:nuevos|nuevas|adicionales|futuros?|antiguos)\b",
    more=r"\b(?:más)\b",
    another=r"\b(?:otr[oa]s) $",
    more_behind=r" (?:más|menos)(?: que| de los que|[.,;)]|$)",
    came=r" (?:(?:han|habían|fueron|se han|se) ){0,2}(?:unieron|sumaron|unido|sumado|abandonaron|"
        r"abandonado|retiraron|admitid\w+|aceptad\w+|expulsad\w+|suspendid\w+|incorporaron|"
        r"incorporado|acogid\w+)\b",
    struck=r"(?:\b(?:suprimi\w+|tachad\w+|eliminad\w+|suprimase)\b)|\b(?:retirad\w+|fe de erratas|"
        r"donde dice)\b",
    erratum=r"\b(?:errat(?:um|a)|fe de erratas)\b|\[suprimido\b",
    instead=r"\b(?:sino|debe decir|l[ée]ase)\b|\]",
    label=r"(?:\b(?:páginas?|págs?|p|párrafos?|artículos?|art|anexos?|cuadros?|tablas?|figuras?|"
        r"secciones|sección|capítulos?|n[°º]s?|no\.|núm|números?|resolución|puntos?|objetivos?|ods|"
        r"metas?|pasos?|fases?|sesión|sala|recuadro|notas?|reglas?|volumen|parte|línea|ley|taller|"
        r"módulo|teléfono:?|tel)\.? ?(?:n° ?)?(?:\d+(?:, | y |-))*|§ ?|# ?)$",
)  # fmt: skip

SPANISH = Lexicon(
    language="es",
    group=".",
    small=_SMALL,
    ones=("un", "uno", "una"),
    scales={"mil": 10**3, "millón": 10**6, "millon": 10**6, "millones": 10**6,
            "billón": 10**12, "billones": 10**12},
    joint=r"y",
    joined_after_tens=True,
    half_behind=r" y medi[oa]",
    half_before=r"medio",
    rounds=_ROUNDS,
    rounds_plural={**{f"{word}s" if word.endswith("a") else f"{word}es": size
                      for word, size in _ROUNDS.items()},
                   "cientos": 100, "miles": 1000, "millones": 10**6},
    several=r"varios|varias|algunos|algunas|unos|unas|muchos|muchas",
    of=r" de ",
    parts={"mitad": 2, "tercio": 3, "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5,
           "quinta": 5, "sexto": 6, "sexta": 6, "octavo": 8, "décimo": 10, "décima": 10},
    one_part=r"la|una?",
    ordinal=r"º|ª|er|o|a|ro|ra",
    no_part_before=r"[- ](?!partes?\b)(?:sesi[oó]n|reuni[oó]n|edici[oó]n|persona|vez|"
        r"parte (?:interesada)|fase|ronda|sector|[^\W\d_]+(?:ción|dad)\b)",
    ordinal_tail=r"-?(?:avo|ava)\b",
    ratio=r"(?: (?!(?:y|o|en|con)\b)[^\W\d_]+){0,2} (?:de cada|de entre|por cada) ",
    one_ratio=r"una|uno|un",
    between=r" a | y ",
    between_needs={"y": r"\bentre (?:los |las |el |la |una? )?(?:[$€£] ?)?$"},
    change=r"\b(?:pas\w+|aument\w+|crec\w+|sub\w+|baj\w+|ca[eíy]\w+|disminu\w+|reduj\w+|reduc\w+|"
        r"increment\w+|evolucion\w+)(?: [\w']+){0,4} de $",
    left=(
        ("at_least", r"al menos|por lo menos|como mínimo|no menos del?|un mínimo de|mínimo(?: de)?"
                     r"|cuando menos|≥"),
        ("up_to", r"hasta|como máximo|a lo sumo|no más del?|un máximo de|máximo(?: de)?|≤"),
        ("almost", r"casi|cerca del?|cercan[oa]s? al?|prácticamente|(?:poco|algo) menos del?"),
        ("more_than", r"más del?|superior(?:es)? al?|por encima del?|super(?:a|an|ó|aron|aba|aban"
                      r"|ando|ado)(?: (?:ya )?l[oa]s)?|más allá del?|>"),
        ("less_than", r"menos del?|inferior(?:es)? al?|por debajo del?|<"),
        ("about", r"alrededor del?|más o menos|aproximadamente|aprox\.?|unos|unas|en torno al?"
                  r"|aproximad\w+|cerca|del orden de|se estiman?(?: en| que(?: hay)?)?"
                  r"|estimad[oa]s?(?: en)?|≈|~"),
    ),
    no_bound=r"\b(?:además del?|(?:cre\w+|aument\w+|sub\w+|baj\w+|pas\w+|lleg\w+|redu\w+|dismin\w+|"
        r"descend\w+) hasta|(?:organiz\w+|estructur\w+|articul\w+|agrup\w+|"
        r"gir\w+) (?:alrededor del?|en torno al?)|(?:situad\w+|ubicad\w+|viv\w+) cerca del?|"
        r"veces más del?) ?$",
    filler=r"(?:un total de |a un total de |a |una? |otros |otras |us)?[$€£]? ?",
    share_filler=r"(?:la |las |los |el |una? )?",
    during=r"(?:durante|desde hace|por|en) más de",
    right=(
        ("at_least", rf"\+(?!\d)|{_WORDS}{{0,3}} (?:o|y) más\b(?! del?)"
                     rf"|{_WORDS}{{0,3}},? (?:al menos|como mínimo|por lo menos)\b{_NO_NUMBER}"),
        ("up_to", rf"{_WORDS}{{0,3}} o menos\b(?! del?)"
                  rf"|{_WORDS}{{0,3}},? (?:como máximo|a lo sumo)\b{_NO_NUMBER}"),
        ("about", rf"{_WORDS}{{0,3}},? (?:aproximadamente|más o menos|y pico)\b{_NO_NUMBER}"),
    ),
    duration=r"(?:años?|meses|mes|semanas?|días?|horas?|minutos?|décadas?|siglos?|trimestres?)",
    skipped=r"(?: ?\)| de los| de las| de nuestr[oa]s| de sus| de estos| de estas| de la| del| de|"
        r" otros| otras| nuevos| nuevas| nuestr[oa]s| sus| los| las)+",
    stops=word_set(
        "y o e u en con por para que se fueron eran han son es era fue desde hasta al a ante bajo "
        "contra sobre entre sin según durante tras de del la las el los un una lo su sus nuestro "
        "nuestra nuestros nuestras este esta estos estas ese esa quien quienes cual cuales donde "
        "cuando como pero más menos muy ya no ni si nos les le hay ha había habían ser estar está "
        "están respondieron participaron contribuyeron hoy actualmente también cada todos todas"
    ),
    plurals=word_set(
        "niños niñas personas"
    ),
    singulars=word_set(
        "país mes tres seis más menos crisis análisis lunes"
    ),
    other_heads=word_set(
        "familia familias familiares personal comité comités consejo consejos parlamento equipo "
        "equipos hogar hogares comunidad comunidades gobierno junta jurado sindicato iglesia "
        "congreso gabinete comisión policía secretaría asamblea banda público panel antiguos "
        "antiguas exmiembros"
    ),
    behind=r" (?:del |de la |de los |de las |de su |de sus |de nuestra |de un |de una |de )",
    doubts=_DOUBTS,
)  # fmt: skip
