"""Places: the countries that the submissions name, on a map and as a table, with their role."""

import streamlit as st

from charts.places import ROLES, briefs
from charts.spec import Map
from ui.figures import places_map as shown
from ui.figures.places_map import show_country_if_asked
from ui.server.data_store import current_snapshot, figure_spec, made
from ui.widgets import html
from ui.widgets.choices import pick_one
from ui.widgets.empty_state import show_empty
from words import _, translate

snapshot = current_snapshot()
roles = {naming.role for naming in briefs(snapshot.frame, snapshot.corpus)}
there: dict[str, str] = {
    role: translate(word).capitalize() for role, word in ROLES.items() if role in roles
}


@st.fragment
def body() -> None:
    """The choice, the map and the grid, rerun together and alone."""
    chosen = pick_one(_("Role"), {"all": _("All"), **there}, "role")
    role = next((role for role in ROLES if role == chosen), None)
    choices: dict[str, str] = {"role": role} if role else {}
    spec = made(snapshot, figure_spec, "places", *choices.items())
    if spec is None or not isinstance(spec.drawing, Map):
        show_empty(_("No country named"), _("No submission in this data folder names a country."))
        return
    pressed = shown.show_map(spec, spec.drawing, "places", choices)
    pressed |= shown.show_grid(spec, spec.drawing, "places-grid")
    shown.download_places(snapshot.corpus, role, "places")
    if pressed:
        show_country_if_asked(snapshot)


st.html(html.hero(_("Where the submissions place the work")))
show_country_if_asked(snapshot)
body()
