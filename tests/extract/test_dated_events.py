"""Which sentences tell of a dated thing that happened, and which only name a date."""

from __future__ import annotations

import pytest

from extract.dated_events import find_events
from language.passages import Passages

HAPPENED = [
    ("In March 2023 we held a workshop for teachers in Nairobi.", "workshop", ("2023-03",)),
    ("The regional conference took place in Bangkok from 4 to 6 June 2022.", "conference",
     ("2022-06-04/2022-06-06",)),
    ("We launched our helpline on 12 May 2021.", "launch", ("2021-05-12",)),
    ("The network was present when the summit was convened in Quito in October 2019.", "conference",
     ("2019-10",)),
    ("Two new shelters opened in March 2023.", "launch", ("2023-03",)),
    ("In 2014 the network established a programme against online abuse.", "launch", ("2014",)),
    ("The guide was published in 2019.", "publication", ("2019",)),
    ("Our members organised a round table in Seoul in February 2024.", "meeting", ("2024-02",)),
    ("Staff trained 22 operators in Kathmandu in January 2023.", "training", ("2023-01",)),
    ("From July 2011 to January 2013 the members carried out this project in Togo.", "project",
     ("2011-07/2013-01",)),
    ("En mars 2023, nous avons organisé un atelier pour les enseignants à Dakar.", "workshop",
     ("2023-03",)),
    ("La conférence régionale a eu lieu à Tunis en juin 2022.", "conference", ("2022-06",)),
    ("Le réseau a lancé sa ligne d'écoute le 12 mai 2021.", "launch", ("2021-05-12",)),
    ("Une formation s'est tenue à Lomé du 4 au 6 octobre 2023.", "training",
     ("2023-10-04/2023-10-06",)),
    ("Les consultations menées en avril 2024 au Mali ont réuni 40 filles.", "meeting",
     ("2024-04",)),
    ("En marzo de 2023 celebramos un taller para docentes en Lima.", "workshop", ("2023-03",)),
    ("La conferencia regional tuvo lugar en Bogotá en junio de 2022.", "conference", ("2022-06",)),
    ("La red lanzó su línea de ayuda el 12 de mayo de 2021.", "launch", ("2021-05-12",)),
    ("El encuentro se llevó a cabo en Quito en octubre de 2019.", "event", ("2019-10",)),
    ("Los talleres realizados en abril de 2024 reunieron a 40 niñas.", "workshop", ("2024-04",)),
]  # fmt: skip
NOTHING = [
    "By 2030 we will hold ten more workshops.",
    "A workshop will be held in Nairobi in March 2027.",
    "The meeting planned for May 2020 was cancelled.",
    "Since 2015 the network has held workshops in many countries.",
    "According to a survey published in March 2022, half of the children had seen it.",
    "A study conducted in 2019 found that one in five had been asked.",
    "The law was adopted in May 2020 and came into force in June 2020.",
    "Smith (2019) organised the data by country.",
    "Members handled 3,118 cases in 2023, twice as many as in 2019.",
    "As of 1 July 2024 the Convention had 196 parties.",
    "This submission was presented in response to the call of May 2024.",
    "We recommend that a conference be held in June 2026.",
    "One of our main goals for 2024 is to open a centre in Malawi.",
    "The workshop was not held in March 2021.",
    "The office trained 250,000 people, against 650 in 2019.",
    "D'ici à 2030, nous organiserons dix ateliers.",
    "Un atelier sera organisé à Dakar en mars 2027.",
    "Depuis 2015, le réseau a organisé des ateliers dans de nombreux pays.",
    "Selon une enquête menée en mars 2022, la moitié des enfants l'avait vu.",
    "La loi n° 2005-06 du 10 mai 2005 a été adoptée.",
    "Le ministère a formé 1 036 agents, contre 650 en 2019.",
    "La réunion prévue en mai 2020 a été annulée.",
    "Para 2030 celebraremos diez talleres más.",
    "El taller será organizado en Lima en marzo de 2027.",
    "Desde 2015 la red ha organizado talleres en muchos países.",
    "Según una encuesta realizada en marzo de 2022, la mitad lo había visto.",
    "La Ley 1336 de 2009 prevé penas de 10 años.",
    "La Fiscalía registró 3,2 millones de archivos en 2022 y abrió 214 investigaciones.",
    "La reunión prevista para mayo de 2020 fue cancelada.",
]


@pytest.mark.parametrize(("text", "kind", "dates"), HAPPENED)
def test_what_happened_is_offered(text, kind, dates):
    assert [(one.kind, one.dates) for one in find_events(Passages(text))] == [(kind, dates)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_names_a_date_is_not(text):
    assert [one.text for one in find_events(Passages(text))] == []
