"""What is made once for an owner: how often, from how many threads, and for how long."""

from __future__ import annotations

import gc
import threading
import weakref

from facts.memo import memo


class Owner:
    """Something that is told by identity; all of them are equal."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def test_each_owner_and_name_has_its_own_made_once():
    one, other = Owner(), Owner()
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    for _again in range(2):
        assert memo(one, "a", lambda: make("one a")) == "one a"
        assert memo(one, "b", lambda: make("one b")) == "one b"
        assert memo(other, "a", lambda: make("other a")) == "other a"
    assert made == ["one a", "one b", "other a"]


def test_several_threads_make_it_once():
    owner, made, start = Owner(), [], threading.Barrier(8)

    def ask() -> None:
        start.wait()
        memo(owner, "a", lambda: made.append(1))

    threads = [threading.Thread(target=ask) for _n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_what_was_made_goes_with_its_owner():
    class Large:
        pass

    owner = Owner()
    made = weakref.ref(memo(owner, "a", Large))
    assert made() is not None
    del owner
    gc.collect()
    assert made() is None


def test_one_kept_thing_may_be_made_of_another():
    owner = Owner()
    assert memo(owner, "b", lambda: memo(owner, "a", lambda: 1) + 1) == 2
