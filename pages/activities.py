"""Activities: what happened when and where, as a timeline by kind and as a list."""

import streamlit as st

import settings
from charts import activities
from charts.registry import count_pages
from language.countries import country_name
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.figures import chart
from ui.figures.figure_pager import choose_page
from ui.server.data_store import current_snapshot, figure_spec, made
from ui.widgets import html
from ui.widgets.choices import choose
from ui.widgets.empty_state import show_empty
from ui.widgets.html_component import pressable
from words import _, counted

snapshot = current_snapshot()
codes = activities.countries(snapshot.corpus)
countries = {
    code: name for name, code in sorted((country_name(c, settings.language()), c) for c in codes)
}
years = {
    str(year): counted("{year} ({number} activity)", "{year} ({number} activities)", n, year=year)
    for year, n in activities.years(snapshot.corpus).items()
}


def chosen() -> dict[str, str]:
    """The country and, where there is more than a page of activities, the year."""
    left, right = (
        st.columns(2) if count_pages(snapshot, "activities") > 1 else (st.container(), None)
    )
    with left:
        asked = {"country": choose(_("Held in"), {"all": _("All places"), **countries}, "country")}
    if right:
        with right:
            asked["year"] = choose(_("Year"), {"all": _("All years"), **years}, "year")
    return {key: value for key, value in asked.items() if value != "all"}


@st.fragment
def body() -> None:
    """The choice, the timeline and the list, rerun together and alone."""
    choices = choose_page(snapshot, "activities", chosen())
    spec = made(snapshot, figure_spec, "activities", *choices.items())
    if spec is None:
        show_empty(_("Nothing to show"), _("No submission dates an activity there."))
        return
    pressed = chart.show_word_chart(spec, "activities", choices)
    table = html.table(spec.table, _("The same activities as a list. Press one for its sentence."))
    if pressable(table, "activities-table", press) or pressed:
        show_receipt_if_asked(snapshot)


st.html(html.hero(_("What happened, when and where")))
body()
