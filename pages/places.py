"""Places: the countries that the submissions name, on a map and as a table, with their role."""

import streamlit as st

from charts.places import ROLES, briefs
from charts.spec import Map
from ui import places as shown
from ui import tags
from ui.choices import pick_one
from ui.data import snapshot
from ui.empty import say
from ui.made import figure, made
from ui.places_dialog import show_if_asked
from words import _

held = snapshot()
roles = {naming.role for naming in briefs(held.frame, held.corpus)}
there: dict[str, str] = {role: word.capitalize() for role, word in ROLES.items() if role in roles}


@st.fragment
def body() -> None:
    """The choice, the map and the grid, rerun together and alone."""
    chosen = pick_one(_("Role"), {"all": _("All"), **there}, "role")
    role = next((role for role in ROLES if role == chosen), None)
    choices: dict[str, str] = {"role": role} if role else {}
    spec = made(held, figure, "places", *choices.items())
    if spec is None or not isinstance(spec.drawing, Map):
        say(_("No country named"), _("No submission in this data folder names a country."))
        return
    pressed = shown.show(spec, spec.drawing, "places", choices)
    pressed |= shown.grid(spec, spec.drawing, "places-grid")
    shown.download(held.corpus, role, "places")
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("Where the submissions place the work")))
show_if_asked(held)
body()
