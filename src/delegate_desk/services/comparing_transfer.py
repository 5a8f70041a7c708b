"""What was found of two texts, as plain JSON values and back: how it travels from the comparing process."""

from typing import Any

from delegate_desk.core.documents.document import Address
from delegate_desk.core.revisions.comparison import Compared, Differing, Fate, MarkFault, Mismark, Verdict, Why
from delegate_desk.core.word_diff import Change


def pack(found: Compared) -> dict[str, Any]:
    """Take what was found apart into what JSON knows."""
    return {
        "fates": [(f.old, f.new, f.verdict, f.similarity, f.words, f.why, f.rivals) for f in found.fates],
        "across": found.across,
        "differing": None if found.differing is None else dict(found.differing),
        "faults": [(f.address, f.kind, f.text, f.start, f.end) for f in found.faults],
    }


def unpack(packed: dict[str, Any]) -> Compared:
    """Build what was packed."""
    differing = packed["differing"]
    return Compared(
        tuple(_fate(*parts) for parts in packed["fates"]),
        packed["across"],
        None if differing is None else {Address(a): tuple(map(Differing, some)) for a, some in differing.items()},
        tuple(MarkFault(Address(a), Mismark(kind), *rest) for a, kind, *rest in packed["faults"]),
    )


def _fate(
    old: str | None,
    new: str | None,
    verdict: str,
    similarity: float,
    words: list[tuple[str, str]],
    why: list[str],
    rivals: list[str],
) -> Fate:
    return Fate(
        None if old is None else Address(old),
        None if new is None else Address(new),
        Verdict(verdict),
        similarity,
        tuple((Change(kind), text) for kind, text in words),
        tuple(map(Why, why)),
        tuple(map(Address, rivals)),
    )
