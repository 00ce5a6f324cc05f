"""The browser of the tests in a browser, for the tests behind nginx."""

from tests.browser.conftest import chromium, context, visit

__all__ = ["chromium", "context", "visit"]
