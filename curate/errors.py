"""The exceptions of a review and of saving, which say what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


class NotSaved(Exception):
    """Nothing was written. `what` is wrong, `cure` mends it; each is a sentence."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what} {cure}".strip())
        self.what = what
        self.cure = cure


@dataclass(frozen=True)
class Fault:
    """One thing that a proof says against an entry: the field, what is wrong, how to mend it.

    `field` is a path inside the entry: `value`, `time.on`, `places.list[2]`.
    """

    field: str
    what: str
    fix: str

    @property
    def sentence(self) -> str:
        """Both in one line, as a reader sees it."""
        what, fix = self.what.strip(), self.fix.strip()
        return f"{what[:1].upper()}{what[1:]} {fix[:1].upper()}{fix[1:]}"


class Refused(NotSaved):
    """A proof fails, so it is not taken over; `faults` say which."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(fault.sentence for fault in faults), "")
        self.faults = faults


class Conflict(NotSaved):
    """A file was changed by someone else meanwhile; nothing was written.

    `mine` is what would have been written, `theirs` what stands there now, `base` what both began
    with (None where it is not known).
    """

    def __init__(self, path: str, mine: str, theirs: str, base: str | None) -> None:
        super().__init__(
            f"{path} was changed by someone else while you were working; nothing was written.",
            "Look at both versions, and save yours again on top of theirs.",
        )
        self.path, self.mine, self.theirs, self.base = path, mine, theirs, base


class Elsewhere(NotSaved):
    """The same draft was worked on in another window since it was opened here."""

    def __init__(self) -> None:
        super().__init__(
            "This draft was changed in another window since it was opened here.",
            "Open it again; nothing of either window is lost but the card on this screen.",
        )
