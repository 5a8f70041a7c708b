"""What ``--json`` prints of revisions: the shapes of the contract, made of core values."""

from collections.abc import Mapping
from typing import Any

from delegate_desk.cli.shapes import Shape
from delegate_desk.core.documents.document import Held
from delegate_desk.core.revisions.carryover.carried_items import Carried, CarriedKind, Carry, CarryVerdict
from delegate_desk.core.revisions.comparison import Comparison, Fate, MarkFault


def comparison(comparison: Comparison, old: Held, new: Held) -> Shape:
    """What changed between two documents."""
    return {
        **_names(old, new),
        "view": str(comparison.view),
        "across": comparison.across,
        "counts": {str(verdict): count for verdict, count in comparison.counts().items()},
        "changes": [_change(fate, comparison.differing or {}) for fate in comparison.fates],
        "marks": [_fault(fault) for fault in comparison.faults],
    }


def _change(fate: Fate, differing: Mapping[Any, tuple[Any, ...]]) -> Shape:
    return {
        "old": fate.old,
        "new": fate.new,
        "verdict": str(fate.verdict),
        "similarity": round(fate.similarity, 4),
        "words": [[str(change), text] for change, text in fate.words],
        "why": [str(why) for why in fate.why],
        "rivals": list(fate.rivals),
        "differing": [str(one) for one in differing.get(fate.new, ())],
    }


def _fault(fault: MarkFault) -> Shape:
    return {
        "address": fault.address,
        "kind": str(fault.kind),
        "text": fault.text,
        "start": fault.start,
        "end": fault.end,
    }


def carried(carry: Carry, old: Held, new: Held) -> Shape:
    """Where what stands on the old document went."""
    waiting = [{**_names(one.old, one.new), "number": one.number} for one in carry.waiting]
    items = [_carried_item(one, new if one.verdict is CarryVerdict.DELETED else None) for one in carry.items]
    items += [_carried_item(one.carried, one.deleted_in) for one in carry.earlier]
    return {**_names(old, new), "items": items, "waiting": waiting}


def _carried_item(one: Carried, deleted_in: Held | None) -> Shape:
    return {
        "kind": str(one.kind),
        "annotation": one.key if one.kind is CarriedKind.ANNOTATION else None,
        "intervention": one.key if one.kind is CarriedKind.INTERVENTION else None,
        "old": one.old,
        "new": one.new,
        "verdict": str(one.verdict),
        "deleted_in": deleted_in.name if deleted_in else None,
        "proposals": list(one.proposals),
        "words_gone": one.words_gone,
        "decided": one.decided is not None,
        "carried": one.made or None,
        "text": one.text,
    }


def _names(old: Held, new: Held) -> Shape:
    return {"old": old.name, "new": new.name, "old_document": old.id, "new_document": new.id}
