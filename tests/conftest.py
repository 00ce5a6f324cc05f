"""What holds for every test: no test fails by the clock, and a browser that waits leaves a core."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("FACTS_CACHE", "off")  # what is tested is read, not remembered

settings.register_profile("timeless", deadline=None)
settings.load_profile("timeless")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, because half of the tests wait for a browser."""
    return (os.cpu_count() or 1) + 1
