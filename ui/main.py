"""The list of pages, and the frame around the page that was asked for."""

from __future__ import annotations

import streamlit as st

from ui.evidence.receipts import show_receipt_if_asked
from ui.server import login, login_settings
from ui.server.data_store import current_snapshot
from ui.widgets import styles
from ui.widgets.empty_state import banner, until_read
from words import N_, pick, translate

PAGES: dict[str, list[tuple[str, str, str | None]]] = {
    "": [("../pages/overview.py", N_("Overview"), None)],
    N_("Trends"): [
        ("../pages/coverage.py", N_("Ten years on a page"), "coverage"),
        ("../pages/network.py", N_("Network"), "network"),
        ("../pages/reach.py", N_("Reach"), "reach"),
        ("../pages/activities.py", N_("Activities"), "activities"),
        ("../pages/places.py", N_("Places"), "places"),
        ("../pages/findings.py", N_("Findings"), "findings"),
    ],
    N_("Evidence"): [
        ("../pages/submissions.py", N_("Submissions"), "submissions"),
        ("../pages/facts.py", N_("Facts"), "facts"),
        ("../pages/said_by_others.py", N_("Said by others"), "said-by-others"),
        ("../pages/data_quality.py", N_("Data quality"), "data-quality"),
    ],
    N_("Share"): [
        ("../pages/deck.py", N_("Deck"), "deck"),
        ("../pages/present.py", N_("Present"), "present"),
        ("../pages/verify.py", N_("Check a file"), "verify"),
    ],
    N_("Keep up to date"): [
        ("../pages/add.py", N_("Add a submission"), "add"),
        ("../pages/draft.py", N_("Check a draft"), "draft"),
    ],
}


@st.fragment(run_every=86_400.0)
def asks_again() -> None:
    """Shows nothing. With it, a page whose connection comes back asks for everything anew.

    Streamlit's page does so only where a part of it runs by the clock; else it shows what it had,
    and a press is lost when another process, which has never seen that page, answers.
    """


def main() -> None:
    """Show the page that the address names, inside the frame that all pages share.

    Where reading needs a login, nothing of the data is looked up before it.
    """
    if login_settings.reading_needs_login() and not login.may_read(who := login.of_session()):
        login.show_login(
            who, [address or "" for part in PAGES.values() for *_rest, address in part]
        )
        return
    until_read()
    snapshot = current_snapshot()
    organisation = snapshot.corpus.organisation
    st.set_page_config(page_title=pick(organisation.title), layout="wide")
    st.html(styles.page(pick(organisation.title)))
    pages = {
        translate(heading) if heading else "": [
            st.Page(path, title=translate(title), url_path=address, default=address is None)
            for path, title, address in entries
        ]
        for heading, entries in PAGES.items()
    }
    page = st.navigation(pages, expanded=login_settings.configured())
    st.session_state["pages"] = {
        address or "": page_
        for entries, made in zip(PAGES.values(), pages.values(), strict=True)
        for (_path, _title, address), page_ in zip(entries, made, strict=True)
    }
    login.login_in_sidebar(page.url_path)
    asks_again()
    banner(snapshot)
    # First, so that its sentence about a wrong link stands at the top.
    show_receipt_if_asked(snapshot)
    page.run()


if __name__ == "__main__":  # not where a process that checks data takes up where this one is
    main()
