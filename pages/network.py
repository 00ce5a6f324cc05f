"""Network: its size over time, as a chart and as a table, and what each wording counts."""

import streamlit as st

from ui import chart, definitions, tags, targets
from ui.choices import pick_one
from ui.data import snapshot
from ui.empty import say
from ui.made import figure, made
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from ui.turning import turned
from words import _, pick

held = snapshot()
measured = {i.id: pick(i.label) for i in held.corpus.indicators.values() if i.chart == "network"}


@st.fragment
def body() -> None:
    """The choice, the chart and the table, rerun together and alone."""
    shown = pick_one(_("Show"), {"all": _("All"), **measured}, "show")
    choices = turned(held, "network", {} if shown == "all" else {"show": shown})
    spec = made(held, figure, "network", *choices.items())
    if spec is None:
        say(_("No size stated"), _("No submission in this data folder states the network’s size."))
        return
    pressed = chart.show(spec, "network", choices)
    table = tags.table(spec.table, _("The same numbers as a table. Press one for its sentence."))
    pressed |= pressable(table, "network-table", press)
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("The network over time")))
body()
targets.section(held)
definitions.show(held, tuple(measured))
