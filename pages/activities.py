"""Activities: what happened when and where, as a timeline by kind and as a list."""

import streamlit as st

import settings
from charts.activities import activities
from facts.places import country_name
from ui import chart, tags
from ui.choices import choose
from ui.data import snapshot
from ui.empty import say
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from words import _

held = snapshot()
codes = {
    place.country
    for sub in held.corpus.submissions
    for placed in sub.activities
    for place in placed.activity.places
}
countries = {
    code: name for name, code in sorted((country_name(c, settings.language()), c) for c in codes)
}


@st.fragment
def body() -> None:
    """The choice, the timeline and the list, rerun together and alone."""
    shown = choose(_("Held in"), {"all": _("All places"), **countries}, "country")
    spec = activities(held.corpus, None if shown == "all" else shown)
    if spec is None:
        say(_("Nothing to show"), _("No submission dates an activity there."))
        return
    pressed = chart.show_words(spec, "activities", {} if shown == "all" else {"country": shown})
    table = tags.table(spec.table, _("The same activities as a list. Press one for its sentence."))
    if pressable(table, "activities-table", press) or pressed:
        show_if_asked(held)


st.html(tags.hero(_("What happened, when and where")))
body()
