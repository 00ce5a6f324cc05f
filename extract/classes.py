"""A number in its setting goes in; the class of one that claims nothing comes out, or None.

The classes are those of facts.model.SetAsideClass, so that what is left out can be set aside as it
is. The first rule that fits decides.
"""

from __future__ import annotations

from extract.class_contact import by_contact, by_name
from extract.class_marks import by_date, by_mark, by_reference
from extract.class_words import by_time, by_word
from extract.setting import Left, Setting

_RULES = (by_date, by_mark, by_reference, by_contact, by_name, by_time, by_word)


def class_of(setting: Setting) -> Left | None:
    """Give class and reason for a number that claims nothing."""
    return next((found for rule in _RULES if (found := rule(setting)) is not None), None)
