"""Prints what reading and searching a PDF costs, by its pages: seconds, memory, and the curve.

Run it with `python -m benchmarks.extract`. The text is that of the submissions in data/, printed
over and over. `python -m benchmarks.extract growth` prints what searching costs as a text doubles,
plain text and text made to be slow. Seconds are of the processor, so that other work on the machine
does not count.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract.candidates import find_all_places, find_candidates
from extract.dated_events import find_dating, find_events
from extract.documents.read_document import read_bytes
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.load import load
from language.passages import Passages

DATA = Path(__file__).parent.parent / "data"
PAGES = (39, 78, 156, 312)
LIMIT_SECONDS, LIMIT_MEMORY = 10, 500
SIZES = (25_000, 50_000, 100_000, 200_000, 400_000)
HOSTILE = {
    "digits": "1234567890",
    "commas": "1,",
    "groups": "1,000.",
    "spaces": "1 000 ",
    "hyphens": "1-2-",
    "years": "2020-",
    "number words": "twenty-",
    "shares": "one in one in ",
    "ranges": "1 to 1 to ",
    "brackets": "(1) ",
    "open brackets": "(",
    "percent signs": "1% ",
    "apostrophes": "1'000",
    "halves": "½",
    "hundreds": "hundred and ",
    "millions": "million ",
    "dates": "1 May 2020 to ",
    "telephones": "+1 ",
    "slashes": "1/",
    "names": "Aa ",
    "lines": "Members 12\n",
}


def printed(pages: int) -> bytes:
    """Print about so many pages of the submissions' text."""
    from tests.extract.printing import as_pdf

    text = "\n\n".join(sub.source_text for sub in load(DATA).submissions)
    once = _count(as_pdf(text))
    whole, part = divmod(pages, once)
    return as_pdf("\n\n".join([text] * whole + [text[: len(text) * part // once]]))


def measure(data: bytes) -> tuple[int, float, float, float, int]:
    """Read and search; give pages, seconds of reading, of searching, peak megabytes, numbers."""
    start = time.process_time()
    document = read_bytes(data, "printed.pdf")
    read = time.process_time()
    corpus = load(DATA)
    passages = Passages(document.text)
    found = list(find_candidates(passages, Guesser(corpus), Earlier(corpus, document.text)))
    list(find_events(passages))
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return _count(data), read - start, done - read, megabytes, len(found)


def search(text: str) -> float:
    """Search a text for numbers, events, places and dates; give the seconds."""
    start = time.process_time()
    passages = Passages(text)
    list(find_candidates(passages, Guesser(None), Earlier(None)))
    list(find_events(passages))
    find_dating(passages)
    list(find_all_places(passages))
    return time.process_time() - start


def growth(sizes: tuple[int, ...] = SIZES, names: tuple[str, ...] = ()) -> dict[str, list[float]]:
    """The seconds of each kind of text, size by size."""
    plain = "\n\n".join(sub.source_text for sub in load(DATA).submissions)
    kinds = {"plain": plain, **HOSTILE}
    return {
        name: [search((kinds[name] * (size // len(kinds[name]) + 1))[:size]) for size in sizes]
        for name in names or tuple(kinds)
    }


def print_growth() -> None:
    """Print a line for each kind of text, with the ratio of the last doubling."""
    print("text" + " " * 14 + "  ".join(f"{size // 1000:4} kB" for size in SIZES) + "   ratio")
    for name in ("plain", *HOSTILE):
        (seconds,) = growth(names=(name,)).values()
        told = "  ".join(f"{one:7.2f}" for one in seconds)
        print(f"{name:16}{told}   {seconds[-1] / seconds[-2]:5.2f}", flush=True)


def alone(work: Callable[[bytes], tuple], data: bytes) -> tuple:
    """Do the work in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (data,))


def main() -> None:
    """Print a line for each length."""
    if sys.argv[1:] == ["growth"]:
        return print_growth()
    print("pages  read s  search s  total s  ms/page  peak MB  numbers")
    for pages in PAGES:
        count, read, search, peak, numbers = alone(measure, printed(pages))
        total = read + search
        print(
            f"{count:5}  {read:6.2f}  {search:8.2f}  {total:7.2f}  {1000 * total / count:7.1f}"
            f"  {peak:7.0f}  {numbers:7}"
        )
    print(f"Aim: 300 pages in under {LIMIT_SECONDS} s and at most {LIMIT_MEMORY} MB.")


def _count(data: bytes) -> int:
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


if __name__ == "__main__":
    main()
