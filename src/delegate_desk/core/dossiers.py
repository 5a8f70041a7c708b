"""Which documents belong to one negotiation."""

import datetime
from collections.abc import Hashable, Iterable

from delegate_desk.core.documents import DocumentId, Held


def dossiers(documents: Iterable[Held]) -> dict[DocumentId, str]:
    """The name of each document's dossier: its interinstitutional file, else the name of its earliest document.

    Documents are of one dossier that bear the same interinstitutional file, are of one family, or are linked by
    ``No. prev. doc.``, also over one that is not held.
    """
    held = list(documents)
    joined: dict[Hashable, Hashable] = {}
    for one in held:
        for mark in _marks(one):
            _join(joined, ("document", one.id), mark)
    members: dict[Hashable, list[Held]] = {}
    for one in held:
        members.setdefault(_first(joined, ("document", one.id)), []).append(one)
    return {one.id: name for some in members.values() for name in [_name(some)] for one in some}


def _marks(held: Held) -> list[Hashable]:
    """What a document shares with those of its dossier."""
    header = held.header
    marks: list[Hashable] = [("file", _number(file)) for file in header.interinstitutional_files]
    named = [header.reference, *header.previous_documents]
    return marks + [reference.family for reference in named if reference]


def _number(file: str) -> str:
    """An interinstitutional file without its procedure, which some leave out: ``2018/0330``."""
    return file.partition("(")[0].replace(" ", "")


def _first(joined: dict[Hashable, Hashable], mark: Hashable) -> Hashable:
    while (above := joined.get(mark, mark)) != mark:
        mark = above
    return mark


def _join(joined: dict[Hashable, Hashable], one: Hashable, other: Hashable) -> None:
    joined[_first(joined, one)] = _first(joined, other)


def _name(members: list[Held]) -> str:
    files = sorted({file for held in members for file in held.header.interinstitutional_files}, key=_rank)
    if files:
        return files[0]
    return min(members, key=lambda held: (held.header.date or datetime.date.max, held.id)).name


def _rank(file: str) -> tuple[str, int]:
    return _number(file), -len(file)
