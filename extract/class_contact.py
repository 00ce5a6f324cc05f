"""Rules for numbers of telephones, streets and names."""

from __future__ import annotations

import re

from extract.setting import Left, Setting

_PHONE_LEFT = re.compile(
    r"(?:\b(?:tel|tél|teléfono|téléphone|phone|mobile|móvil|fax|call|whatsapp|cell|appel\w*|hotline"
    r"|helpline|ligne|línea|d'écoute|freephone|llame|toll-free|ext"
    r"|poste)\b[^a-z]{0,4}(?:(?:at|on|us|al|au|is) )?[\d +().-]{0,24}"
    r"|\+[\d ().-]{0,20}|\(0?)$",
    re.I,
)
_PHONE_RUN = re.compile(r"[\d +()./-]*\d[\d +()./-]*")
_STREETS = (
    r"road|street|avenue|ave|lane|drive|square|boulevard|blvd|way|floor|suite"
    r"|building|house|plaza|rd|st"
)
_STREET_RIGHT = re.compile(
    rf"(?:th|st|nd|rd)?,? (?:(?:[A-ZÀ-Þ][\w'.-]+ ){{1,4}}(?:{_STREETS})\b|(?:rue"
    rf"|avenue|boulevard|place|chemin|bis)\b)",
    re.I,
)
_STREET_LEFT = re.compile(
    r"\b(?:P\.? ?O\.? Box|Apartado|Postfach|BP|Calle|Avenida|Av\.|Carrera|Cra\."
    r"|Paseo|Rue|Moo|Soi|Piso"
    r"|Plot|Suite|Room|CP|C\.P\.)[\w .°#]{0,30}[\d-]*$|\b(?:street|road|avenue"
    r"|calle|rue|house)\b[^.]{0,40}, (?:[A-Z]\w+ )$",
    re.I,
)
_NAME_LEFT = re.compile(
    r"(?:\b(?:COVID|Covid|WSIS|Beijing|Agenda|Generation|Vision|Windows|Web|Radio"
    r"|Channel|Section|Group of|Horizon"
    r"|Top|top|Big|Article|Apollo|Studio|Stockholm|Rio|SARS-CoV|Law|Resolution"
    r"|Estrategia|UNTC|iOS|Android|Industry|DAC|ISO|Convention|C)[- +]?"
    r"|[A-Za-z]\+)$"
)
_NAME_RIGHT = re.compile(r"(?:/7|G\b|D\b|Ps\b| Agenda\b|/365|-degree| degrees|x\b|AM\b|PM\b)")


def by_contact(s: Setting) -> Left | None:
    """See telephone numbers and addresses."""
    if s.token.percent or s.token.kind in ("words", "vague"):
        return None
    run = _PHONE_RUN.match(s.right)
    tail = s.right[: run.end()] if run else ""
    if _PHONE_LEFT.search(s.left) and (
        len(re.sub(r"\D", "", s.token.text + tail)) >= 6
        or "+" in s.left[-24:]
        or re.search(r"\d[ ()-]$", s.left)
        or (
            re.search(r"(?:line|ligne|línea|écoute|call) $", s.left) and len(s.token.text) in (3, 4)
        )
    ):
        return "contact", "part of a telephone number"
    if _STREET_LEFT.search(s.left) or (
        _STREET_RIGHT.match(s.right) and s.token.kind in ("digits", "ordinal")
    ):
        return "contact", "part of an address"
    if re.search(
        r"\b(?:Dublin|Paris|London|Bangkok|Geneva|Genève|BANGKOK|[A-Z]{2}-?) ?$", s.left
    ) and (re.fullmatch(r"\d{1,5}", s.token.text) and re.match(r",|$|\.| [A-Z]{2,}", s.right)):
        return "contact", "part of an address"
    if re.search(r"\d $|\d-$", s.left) and re.match(r" \d", s.right) and s.token.text.isdigit():
        return "contact", "one of a row of digits"
    return None


def by_name(s: Setting) -> Left | None:
    """See numbers inside names: COVID-19, Agenda 2030, Down to Zero."""
    if _NAME_LEFT.search(s.left) or _NAME_RIGHT.match(s.right):
        return "name", "part of a name"
    if re.match(r"[A-Z]", s.right) and not re.search(r"[$€£] ?$", s.left):
        return "name", "part of a name"
    if (
        re.search(r"\w,? [A-Z]\w+ $", s.left)
        and re.fullmatch(r"\d", s.token.text)
        and re.match(r"[.,;:)]|$", s.right)
    ):
        return "name", "part of a name"
    word = s.token.text
    if word[:1].isupper() and s.token.kind == "words" and s.left.strip() and not s.opens:
        begins = re.search(r"[.!?:;*|\"'()-] *$|\d[.)] *$", s.left)
        if re.match(r" [A-ZÀ-Þ]", s.right) or re.search(
            r"(?:[A-Z]\w+ (?:to|of|for)|[A-Z]\w+) $", s.left
        ):
            quoted = s.left.endswith('"') or not begins
            if quoted:
                return "name", "part of a name"
    if re.search(r"[A-Z]\w+ to $", s.left) and word.lower() == "zero":
        return "name", "part of a name"
    return None
