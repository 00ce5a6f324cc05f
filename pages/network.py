"""Network: its size over time, as a chart and as a table, and what each wording counts."""

import streamlit as st

from ui.evidence.receipts import press, show_receipt_if_asked
from ui.figures import chart, figure_pager
from ui.figures.figure_pager import choose_page
from ui.server.data_store import current_snapshot, figure_spec, made
from ui.widgets import html
from ui.widgets.choices import pick_one
from ui.widgets.empty_state import show_empty
from ui.widgets.html_component import pressable
from words import _, pick

snapshot = current_snapshot()
measured = {
    i.id: pick(i.label) for i in snapshot.corpus.indicators.values() if i.chart == "network"
}


@st.fragment
def body() -> None:
    """The choice, the chart and the table, rerun together and alone."""
    shown = pick_one(_("Show"), {"all": _("All"), **measured}, "show")
    choices = choose_page(snapshot, "network", {} if shown == "all" else {"show": shown})
    spec = made(snapshot, figure_spec, "network", *choices.items())
    if spec is None:
        show_empty(
            _("No size stated"), _("No submission in this data folder states the network’s size.")
        )
        return
    pressed = chart.show_chart(spec, "network", choices)
    table = html.table(spec.table, _("The same numbers as a table. Press one for its sentence."))
    pressed |= pressable(table, "network-table", press)
    if pressed:
        show_receipt_if_asked(snapshot)


st.html(html.hero(_("The network over time")))
body()
figure_pager.targets_section(snapshot)
figure_pager.show_definitions(snapshot, tuple(measured))
