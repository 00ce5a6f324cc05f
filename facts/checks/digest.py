"""A case goes in; a problem comes out where the source is not the one that was curated."""

from collections.abc import Iterator

from facts.check_context import Case
from facts.problems import Problem


def check(case: Case) -> Iterator[Problem]:
    """The SHA-256 of the source's bytes is the one in `submission.source.sha256`."""
    head = case.parsed.head
    if case.sha256 != head.item.source.sha256:
        yield head.problem(
            ("source", "sha256"),
            f"{head.item.source.file} is not what was curated: its SHA-256 is {case.sha256}.",
            "put the source back as it was received; if this is the right one, read the submission "
            "again and write this SHA-256 down.",
        )
