"""Which document a revision follows."""

from collections.abc import Iterable

from delegate_desk.core.documents import Held
from delegate_desk.core.references import Reference, Suffix


def predecessors(held: Held, documents: Iterable[Held]) -> list[Held]:
    """The documents that one may be a revision of: in its language first, the nearest first.

    Those are the earlier revisions of the same document, then what it names as previous and what those follow.
    """
    others = [one for one in documents if one.id != held.id]
    far = _distances(held, others)
    language = held.header.language
    return sorted(
        (one for one in others if one.id in far),
        key=lambda one: (one.header.language != language, far[one.id], one.header.language, -one.id),
    )


def _distances(held: Held, others: list[Held]) -> dict[int, int]:
    """By document, how many steps back it stands."""
    own = held.header.reference
    found: dict[int, int] = {}
    if own is not None:
        for one in others:
            reference = one.header.reference
            if reference is not None and _series(reference) == _series(own) and _rank(reference) < _rank(own):
                found[one.id] = _rank(own) - _rank(reference)
    by_key: dict[str, list[Held]] = {}
    for one in others:
        if one.header.reference is not None:
            by_key.setdefault(one.header.reference.key, []).append(one)
    named, step, seen = list(held.header.previous_documents), max(found.values(), default=0), {held.id}
    while named:
        step += 1
        here = [one for reference in named for one in by_key.get(reference.key, ()) if one.id not in seen]
        seen |= {one.id for one in here}
        for one in here:
            found.setdefault(one.id, step)
        named = [reference for one in here for reference in one.header.previous_documents]
    if own is not None:  # what comes after it, or is no version of a whole text, is not what it follows
        for one in others:
            reference = one.header.reference
            later = reference is not None and _series(reference) == _series(own) and _rank(reference) >= _rank(own)
            if later or _is_correction(reference, own):
                found.pop(one.id, None)
    return found


def _series(reference: Reference) -> tuple[object, ...]:
    """What all revisions of one document share: an addendum has its own."""
    return (*reference.family, tuple(suffix for suffix in reference.suffixes if suffix.kind != "REV"))


def _rank(reference: Reference) -> int:
    """Which revision it is; one of an addendum is counted by its own suffix."""
    own = [suffix.number for suffix in reference.suffixes if suffix.kind == "REV"]
    return own[-1] if own else reference.revision


def _is_correction(reference: Reference | None, own: Reference) -> bool:
    """True for a corrigendum or an addendum of what is itself none."""
    return reference is not None and _kinds(reference.suffixes) - _kinds(own.suffixes) != frozenset()


def _kinds(suffixes: Iterable[Suffix]) -> frozenset[str]:
    return frozenset(suffix.kind for suffix in suffixes if suffix.kind != "REV")
