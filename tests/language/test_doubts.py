"""A true sentence does not make a false fact, and a plain true one is not refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.language import doubting, readings

Row = dict[str, Any]


def row(text: str, value: Any, number: str = "", **more: Any) -> Row:
    """A fact of the network's members, as of the document, unless told otherwise."""
    shown = number or f"{value:,}"
    return {"text": text, "language": "en", "indicator": "members", "value": value,
            "number": shown, **more}  # fmt: skip


def share(text: str, value: int) -> Row:
    """A fact of the share of a population, which is a part by its nature."""
    return row(text, value, f"{value}%", indicator="population_share", wording="population")


# Each sentence, its number, and the kinds for which it is refused; empty where it passes.
ROWS: list[tuple[Row, list[str]]] = [
    (row("ECPAT does not have 129 members.", 129), ["denied"]),
    (row("By 2030 ECPAT aims to reach 500 members.", 500), ["planned"]),
    (row("If ECPAT had 506 members, it could do more.", 506),
     ["conditional", "other_time"]),
    (row("Does ECPAT have 622 members?", 622), ["asked"]),
    (row("In 2009 ECPAT had 98 members.", 98), ["other_time"]),
    (row("In 2009 ECPAT had 98 members.", 98, time="2009"), []),
    (row("INTERPOL has 195 members.", 195), ["other_subject"]),
    (row("UNICEF says: our network has 510 members.", 510), ["said_by_others"]),
    (row("Half of 160 members replied.", 160), ["part"]),
    (row("All but 570 members replied.", 570), ["part"]),
    (row("The network lost 574 members.", 574), ["change", "part"]),
    (row("An estimated 542 members replied.", 542, bound="about"), []),
    (row("An estimated 542 members replied.", 542), ["bound"]),
    (row("548 members at least replied.", 548, bound="at_least"), []),
    (row("Just short of 530 members replied.", 530, bound="almost"), []),
    (row("Members: 122 (2022: 104; 2018: 93)", 122), []),
    (row("Members: 122 (2022: 104; 2018: 93)", 104, time="2022"), []),
    (row("Members: 122 (2022: 104; 2018: 93)", 104), ["other_time"]),
    (row("Members: 122 (2022: 104; 2018: 93)", 93, time="2018"), []),
    (row("Only 1 in 164 members replied.", 164), ["bound", "noun", "value"]),
    (row("The network has 26 Million members.", 26_000_000, "26 Million"), []),
    (row("The network has 26 Million members.", 26, "26 Million"), ["value"]),
    (row("ECPAT has 1'250 members.", 1250, "1'250"), []),
    (row("ECPAT has 2½ million members.", 2_500_000, "2½ million"), []),
    (row("Read more about the 129 members.", 129), []),
    (row("Read more about the 129 members.", 129, bound="about"), ["bound"]),
    (row("The hall can hold 400 participants.", 400, indicator="workshop_participants"),
     ["planned"]),
    (row("La salle peut accueillir 400 participants.", 400, language="fr",
         indicator="workshop_participants"), ["planned"]),
    (row("La sala puede acoger a 400 participantes.", 400, language="es",
         indicator="workshop_participants"), ["planned"]),
    (row("The budget covers 14 regional workshops.", 14, indicator="workshops"), ["planned"]),
    (row("Every one of the 40 members that answered has a policy.", 40), ["part"]),
    (row("Chacun des 40 membres qui ont répondu a une politique.", 40, language="fr"), ["part"]),
    (row("Each of the 129 members of the network has one vote.", 129), []),
    (row("ECPAT supports 129 members.", 129), []),
    (row("UNICEF supports 129 members.", 129), ["other_subject"]),
    (row("ECPAT s'appuie sur 129 membres.", 129, language="fr"), []),
    (row("La red se apoya en 129 miembros.", 129, language="es"), []),
    (row("Le réseau compte plus de 60 membres.", 60, language="fr", bound="more_than"), []),
    (row("Le réseau compte plus de 60 membres.", 60, language="fr"), ["bound"]),
    (row("ECPAT réunit 1,5 million de membres.", 1_500_000, "1,5 million", language="fr"), []),
    (row("Notre réseau a environ 900 membres.", 900, language="fr", bound="about"), []),
    (row("La red tiene 10.000 miembros.", 10_000, "10.000", language="es"), []),
    (row("La red tiene 10.000 miembros.", 10, "10.000", language="es"), ["value"]),
    (row("ECPAT tiene más de 80 miembros.", 80, language="es", bound="more_than"), []),
    (row("We have 129 members in 108 countries.", 129), []),
    (row("We have 129 members in 108 countries.", 108), ["noun"]),
    (row("650 family members of victims were helped.", 650), ["noun"]),
    (row("See page 14 for members.", 14), ["noun", "label"]),
    (row("84 of our members had contributed to this submission.", 84), ["part"]),
    (row("84 of our members had contributed to this submission.", 84,
         indicator="contributing_members"), []),
    (row("Our network of 731 members spans the globe.", 731), []),
    (row("The network now counts 735 members, up from 729 a year earlier.", 735), []),
    (row("The network now counts 735 members, up from 729 a year earlier.", 729), ["other_time"]),
    (row("Over the past two years the network has grown to 736 members.", 736), []),
    (row("Altogether the network has 753 members, including 12 new ones.", 753), []),
    (row("740 members replied to the survey.", 740), ["part"]),
    (row("Le réseau compte aujourd'hui 757 membres.", 757, language="fr"), []),
    (row("La red tiene hoy 759 miembros.", 759, language="es"), []),
    (row("ECPAT, which does not accept anonymous gifts, has 832 members.", 832), []),
    (row("ECPAT has <del>126</del> 129 members.", 126), ["noun", "struck"]),
    (row("The network has 1.584 members.", 1584, "1.584"), ["ambiguous"]),
    (share("It is not true that 20% of the population live there.", 20), ["denied"]),
    (share("By 2030 we aim to reach 20% of the population.", 20), ["planned"]),
    (share("In 2009 the area had 20% of the population.", 20), ["other_time"]),
    (share("20% of the population live there.", 20), []),
    (row("ECPAT has between 120 and 130 members.", {"low": 120, "high": 130}, "120",
         bound="range"), []),
    (row("ECPAT compte entre 120 et 130 membres.", {"low": 120, "high": 130}, "120",
         bound="range", language="fr"), []),
    (row("La red reúne entre 120 y 130 miembros.", {"low": 120, "high": 130}, "120",
         bound="range", language="es"), []),
    (row("ECPAT has well over 141 members.", 141, bound="more_than"), []),
    (row("ECPAT has 141 or more members.", 141, bound="at_least"), []),
    (row("ECPAT has c. 141 members.", 141, bound="about"), []),
    (row("ECPAT has in the region of 141 members.", 141, bound="about"), []),
    (row("ECPAT has just shy of 141 members.", 141, bound="almost"), []),
    (row("ECPAT has at most 141 members.", 141, bound="up_to"), []),
    (row("ECPAT compte un peu plus de 141 membres.", 141, bound="more_than", language="fr"), []),
    (row("ECPAT compte à peu près 141 membres.", 141, bound="about", language="fr"), []),
    (row("ECPAT compte pas loin de 141 membres.", 141, bound="almost", language="fr"), []),
    (row("ECPAT tiene no menos de 141 miembros.", 141, bound="at_least", language="es"), []),
    (row("ECPAT tiene algo menos de 141 miembros.", 141, bound="almost", language="es"), []),
    (row("ECPAT tiene en torno a 141 miembros.", 141, bound="about", language="es"), []),
    (row("We are backed by well over 85 members.", 85, bound="more_than"), ["part"]),
    (row("The network grew from 103 to 129 members.", 129), []),
    (row("The network today includes 129 members.", 129), []),
    (row("Le réseau s'est élargi à 129 membres.", 129, language="fr"), []),
    (row("La red se compone de 129 miembros.", 129, language="es"), []),
    (row("Nous comptons aujourd'hui 141 membres.", 141, language="fr"), []),
    (row("Nous comptons atteindre 300 membres.", 300, language="fr"), ["planned", "part"]),
    (row("Il y a actuellement 141 membres dans le réseau.", 141, language="fr"), []),
    (row("Il y a dix ans, le réseau avait 60 membres.", 60, language="fr"), ["other_time"]),
    (row("ECPAT has 141 members, who asked for more training.", 141), []),
    (row("ECPAT has 141 members, critics said.", 141), ["said_by_others"]),
    (row("ECPAT cancelled 14 regional workshops.", 14, indicator="workshops"), ["denied"]),
    (row("ECPAT plans 14 regional workshops.", 14, indicator="workshops"), ["planned"]),
    (row("We propose 14 regional workshops.", 14, indicator="workshops"), ["planned"]),
    (row("14 regional workshops are needed.", 14, indicator="workshops"), ["planned"]),
    (row("As planned, ECPAT held 14 regional workshops.", 14, indicator="workshops"), []),
    (row("ECPAT a annulé 14 ateliers régionaux.", 14, language="fr", indicator="workshops"),
     ["denied"]),
    (row("Se cancelaron 14 talleres regionales.", 14, language="es", indicator="workshops"),
     ["denied"]),
    (row("La Croix-Rouge gère 14 ateliers régionaux.", 14, language="fr", indicator="workshops"),
     ["other_subject"]),
    (row("Cruz Roja gestiona 14 talleres regionales.", 14, language="es", indicator="workshops"),
     ["other_subject"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kinds"), ROWS, ids=lambda one: str(one)[:60])
def test_a_sentence_is_refused_for_what_makes_it_a_false_fact(sentence: Row, kinds: list[str]):
    assert sorted(doubting.refusals(sentence)) == sorted(kinds)


@pytest.mark.parametrize("name", doubting.SETS)
def test_what_is_labelled_is_judged_as_a_careful_person_does(name: str):
    false, plain, hard = doubting.figures(doubting.rows(name)).values()
    assert (false[0] >= 0.96 * false[1], plain, hard[0] >= 0.93 * hard[1]) == (
        True, (plain[1], plain[1]), True,
    )  # fmt: skip


def test_a_value_that_may_be_read_in_two_ways_is_one_of_the_two():
    read = row("The network has 1.584 members.", 1585, "1.584")
    assert doubting.refusals(read) == ["value", "ambiguous"]


def test_the_labelled_readings_are_of_sentences_with_their_numbers():
    assert all(one["number"] in one["text"] for one in readings.rows())
