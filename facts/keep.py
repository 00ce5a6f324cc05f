"""What was proved goes into a cache, and comes back from it at the next start."""

from __future__ import annotations

import json
from dataclasses import replace

from facts.cache import Look
from facts.check_submission import Checked, Proof
from facts.corpus import Sub
from facts.disk import Stamp
from facts.load import Memory, fetcher
from facts.record import KeptSub, freeze, thaw
from facts.rows import Rows


def restore(memory: Memory, shown: str) -> None:
    """Fill an empty memory with the proofs that its cache holds; what is spoilt is left out."""
    for look, lean in memory.cache.looks():
        try:
            sub = thaw(lean, shown, fetcher(memory, look.name, look.key, shown))
            used = _names(json.loads(look.used))
            stamps = _stamps(json.loads(look.stamps))
            files = (look.yaml, look.source_name, look.source, look.catalogue)
            kept = Checked(Proof(sub, sub.problems), *files, used, stamps, saved=True)
            if kept.key == look.key:  # else it is the look at another record
                memory.proofs[look.name] = kept
        except (ValueError, TypeError, RecursionError):
            continue


def save(memory: Memory, shown: str, rows: Rows) -> bool:
    """Write what is new into the cache, all or nothing; whether there was anything to write.

    A proof that is saved is held as its head from now on; the rest is fetched when it is asked.
    """
    if not memory.cache.lasts:
        return False
    fresh = {
        name: kept
        for name, kept in memory.proofs.items()
        if not kept.saved and kept.proof.sub and kept.stamps
    }
    gone = tuple(memory.gone)
    if not (fresh or gone):
        return False
    records = {
        name: freeze(kept.proof.sub, kept.key, shown)
        for name, kept in fresh.items()
        if kept.proof.sub and not _is_fetched(kept.proof.sub)
    }
    for record in records.values():
        memory.cache.put(record)
    looks = [_look(name, kept) for name, kept in fresh.items()]
    if not memory.cache.save(looks, gone, rows.packed()):
        return False
    memory.gone -= set(gone)
    for name, kept in fresh.items():
        if memory.proofs.get(name) is kept:
            proof = kept.proof
            if name in records:
                fetch = fetcher(memory, name, kept.key, shown)
                proof = Proof(thaw(records[name].lean, shown, fetch), proof.problems)
            memory.proofs[name] = replace(kept, proof=proof, saved=True)
    return True


def _is_fetched(sub: Sub) -> bool:
    """Whether a submission came as a record, so that its record stands in the cache."""
    return isinstance(sub, KeptSub) and "_fetch" in vars(sub)


def _look(name: str, kept: Checked) -> Look:
    """What is written of a look."""
    files = (kept.yaml, kept.source_name, kept.source)
    told = (json.dumps(kept.used), json.dumps(kept.stamps))
    return Look(name, kept.key, *files, kept.catalogue, *told)


def _names(read: object) -> tuple[str, ...] | None:
    """The indicators that a proof rests on, as they were kept. Raises ValueError for no names."""
    if read is None:
        return None
    if not (isinstance(read, list) and all(isinstance(one, str) for one in read)):
        raise ValueError("no names")
    return tuple(read)


def _stamps(read: object) -> tuple[Stamp, Stamp] | None:
    if not (isinstance(read, list) and len(read) == 2):
        return None
    one, other = ((int(s), int(m), int(i)) for s, m, i in read)
    return one, other
