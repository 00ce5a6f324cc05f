"""Spanish: the words by which its numbers, bounds and nouns are read."""

from __future__ import annotations

from language.lexicon import Lexicon, word_set

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

SPANISH = Lexicon(
    language="es",
    group=".",
    small=_SMALL,
    ones=("un", "uno", "una"),
    teens_after=(),
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
    halves={},
    times={},
    ordinal=r"º|ª|er|o|a|ro|ra",
    no_part_before=(
        r"[- ](?!partes?\b)(?:sesi[oó]n|reuni[oó]n|edici[oó]n|persona|vez|parte (?:interesada)"
        r"|fase|ronda|sector|[^\W\d_]+(?:ción|dad)\b)"
    ),
    ordinal_tail=r"-?(?:avo|ava)\b",
    ratio=r"(?: (?!(?:y|o|en|con)\b)[^\W\d_]+){0,2} (?:de cada|de entre|por cada) ",
    one_ratio=r"una|uno|un",
    between=r" a | y ",
    between_needs={"y": r"\bentre (?:los |las |el |la |una? )?(?:[$€£] ?)?$"},
    change=(
        r"\b(?:pas\w+|aument\w+|crec\w+|sub\w+|baj\w+|ca[eíy]\w+|disminu\w+|reduj\w+|reduc\w+"
        r"|increment\w+|evolucion\w+)(?: [\w']+){0,4} de $"
    ),
    left=(
        ("at_least", r"al menos|por lo menos|como mínimo|no menos del?|un mínimo de|mínimo(?: de)?"
                     r"|cuando menos|≥"),
        ("up_to", r"hasta|como máximo|a lo sumo|no más del?|un máximo de|máximo(?: de)?|≤"),
        ("almost", r"casi|cerca del?|cercan[oa]s? al?|prácticamente|poco menos del?"),
        ("more_than", r"más del?|superior(?:es)? al?|por encima del?|super(?:a|an|ó|aron|aba|aban"
                      r"|ando|ado)(?: (?:ya )?l[oa]s)?|más allá del?|>"),
        ("less_than", r"menos del?|inferior(?:es)? al?|por debajo del?|<"),
        ("about", r"alrededor del?|más o menos|aproximadamente|aprox\.?|unos|unas|en torno al?"
                  r"|aproximad\w+|cerca|del orden de|se estiman?(?: en| que(?: hay)?)?"
                  r"|estimad[oa]s?(?: en)?|≈|~"),
    ),
    no_bound=(
        r"\b(?:además del?|(?:cre\w+|aument\w+|sub\w+|baj\w+|pas\w+|lleg\w+|redu\w+|dismin\w+"
        r"|descend\w+|alcanz\w+) hasta|(?:organiz\w+|estructur\w+|articul\w+|agrup\w+|gir\w+)"
        r" (?:alrededor del?|en torno al?)|(?:situad\w+|ubicad\w+|viv\w+) cerca del?"
        r"|veces más del?) ?$"
    ),
    filler=r"(?:un total de |una? |otros |otras |US)?[$€£]? ?",
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
    skipped=(
        r"(?: ?\)| de los| de las| de nuestr[oa]s| de sus| de estos| de estas| de la| del| de"
        r"| otros| otras| nuevos| nuevas| nuestr[oa]s| sus| los| las)+"
    ),
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
)  # fmt: skip
