"""Sentences in three languages, made of number forms, bounds, nouns and places in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from random import Random

Form = tuple[str, int | tuple[int, int] | None]
FORMS: dict[str, list[Form]] = {
    "en": [
        ("129", 129), ("1,250", 1250), ("10 000", 10_000), ("1'250", 1250),
        ("2.5 million", 2_500_000),
        ("26 Million", 26_000_000), ("2½ million", 2_500_000), ("twenty-five", 25), ("seven", 7),
        ("one hundred and four", 104), ("half a million", 500_000), ("3/4 million", 750_000),
        ("10 to 15", (10, 15)), ("1.2 to 1.5 million", (1_200_000, 1_500_000)), ("300 k", None),
        ("a million and a half", 1_500_000), ("12 thousand", 12_000), ("4 bn", 4_000_000_000),
    ],
    "fr": [
        ("129", 129), ("1.250.000", 1_250_000), ("10 000", 10_000), ("1’250", 1250),
        ("2,5 millions de", 2_500_000), ("26 Millions de", 26_000_000), ("vingt-cinq", 25),
        ("quatre-vingt-douze", 92), ("soixante et onze", 71), ("deux cents", 200), ("sept", 7),
        ("12 mille", 12_000), ("10 à 15", (10, 15)),
        ("1,2 à 1,5 million de", (1_200_000, 1_500_000)),
        ("3 milliards de", 3_000_000_000),
    ],
    "es": [
        ("129", 129), ("10.000", 10_000), ("1.250.000", 1_250_000), ("10 000", 10_000),
        ("2,5 millones de", 2_500_000), ("26 Millones de", 26_000_000), ("veinticinco", 25),
        ("treinta y uno", 31), ("doscientos cuatro", 204), ("mil doscientos", 1200), ("siete", 7),
        ("12 mil", 12_000), ("10 a 15", (10, 15)),
        ("1,2 a 1,5 millones de", (1_200_000, 1_500_000)),
        ("3 mil millones de", 3_000_000_000),
    ],
}  # fmt: skip
BOUNDS = {
    "en": [
        ("{}", "exact"), ("over {}", "more_than"), ("more than {}", "more_than"),
        ("at least {}", "at_least"), ("up to {}", "up_to"), ("nearly {}", "almost"),
        ("just short of {}", "almost"), ("about {}", "about"), ("an estimated {}", "about"),
        ("fewer than {}", "less_than"), ("some {}", "about"), ("a total of {}", "exact"),
    ],
    "fr": [
        ("{}", "exact"), ("plus de {}", "more_than"), ("au moins {}", "at_least"),
        ("jusqu'à {}", "up_to"), ("près de {}", "almost"), ("environ {}", "about"),
        ("moins de {}", "less_than"), ("un total de {}", "exact"),
    ],
    "es": [
        ("{}", "exact"), ("más de {}", "more_than"), ("al menos {}", "at_least"),
        ("hasta {}", "up_to"), ("casi {}", "almost"), ("unos {}", "about"),
        ("menos de {}", "less_than"), ("un total de {}", "exact"),
    ],
}  # fmt: skip
NOUNS = {
    "en": ["members", "active members", "countries", "regional workshops", "children",
           "civil society organisations", "police officers", "offenders", "offices", "girls"],
    "fr": ["membres", "membres actifs", "pays", "ateliers régionaux", "enfants", "policiers",
           "organisations de la société civile", "écoles", "bureaux", "filles"],
    "es": ["miembros", "miembros activos", "países", "talleres regionales", "niños", "policías",
           "organizaciones de la sociedad civil", "escuelas", "oficinas", "niñas"],
}  # fmt: skip
PLACES = {
    "en": ["The network has {} today.", "In 2023 we reached {} with our partners.",
           "Of these, {} took part in the work.", "We worked with {}, and they told us more.",
           "According to UNICEF, {} were heard.", "This year (with {}) was a good year.",
           "The report says that {} were there and that others were not."],
    "fr": ["Le réseau compte {} aujourd'hui.",
           "En 2023, nous avons travaillé avec {} de la région.",
           "Selon l'UNICEF, {} ont été entendus.", "Nous avons aidé {}, et ils nous ont écrit.",
           "Dans les régions (avec {}) le travail est fait.", "Il y a {} dans le réseau."],
    "es": ["La red tiene {} hoy en día.", "En 2023 trabajamos con {} de la región.",
           "Según el UNICEF, {} fueron atendidos.", "Ayudamos a {}, y nos escribieron.",
           "En las regiones (con {}) se hizo el trabajo.", "Hay {} en la red."],
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A sentence with the number that was put into it: its words, value and bound."""

    text: str
    number: str
    value: int | tuple[int, int] | None
    bound: str


def sentences(language: str, count: int, seed: int) -> list[Made]:
    """So many different sentences of a language; the same for the same seed."""
    every = list(product(FORMS[language], BOUNDS[language], NOUNS[language], PLACES[language]))
    drawn = Random(seed).sample(every, min(count, len(every)))
    return [_made(language, *one) for one in drawn]


def _made(
    language: str,
    form: Form,
    bound: tuple[str, str],
    noun: str,
    place: str,
) -> Made:
    number, value = form
    said = "range" if isinstance(value, tuple) else bound[1]
    elided = language == "fr" and number.endswith(" de") and noun[0] in "aeéo"
    words = f"{number[:-1]}'{noun}" if elided else f"{number} {noun}"
    return Made(place.format(bound[0].format(words)), number.removesuffix(" de"), value, said)
