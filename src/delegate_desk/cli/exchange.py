"""The commands that take annotations out of a library and into it: what came of each annotation, in English."""

import argparse
from collections.abc import Callable, Iterator

from delegate_desk.cli import shapes
from delegate_desk.cli.answers import Answer
from delegate_desk.core.exchange.annotation_exchange import Reason, Receipt, Refused, Waiting
from delegate_desk.desk import Desk

_REASONS = {
    Reason.NO_DOCUMENT: "{many} not taken in: {name} is not in the library.",
    Reason.NO_PLACE: "{many} not taken in: there is no certain place for the words quoted in {name}.",
    Reason.NO_ANNOTATION: "{many} not taken in: no annotation can be made of what stands there.",
    Reason.SAYS_NOTHING: "{many} not taken in: nothing is said or quoted there.",
    Reason.TOO_LONG: "{many} not taken in: too long.",
}


def annotations_export(desk: Desk, given: argparse.Namespace) -> Answer:
    outgoing = desk.exchange.write(given.file, internal=given.internal)
    count, back = len(outgoing.leaving), outgoing.held_back
    lines = [f"Written: {given.file} ({_number(count, 'annotation')})"]
    if back:
        lines.append(f"{_number(back, 'internal annotation')} left out; --internal takes such along.")
    return Answer({"file": str(given.file), "annotations": count, "left_out": back}, lines)


def annotations_import(desk: Desk, given: argparse.Namespace) -> Answer:
    receipt = desk.exchange.take_in(desk.exchange.read(given.file))
    return Answer(shapes.received(receipt, _refusal), list(_told(receipt)), list(_reasons(receipt)))


def _told(receipt: Receipt) -> Iterator[str]:
    parts = [
        f"{receipt.added} new",
        f"{receipt.updated} renewed" if receipt.updated else "",
        f"{receipt.known} held already" if receipt.known else "",
        f"{receipt.trashed} in the trash, where they stay" if receipt.trashed else "",
    ]
    yield f"Annotations: {', '.join(filter(None, parts))}"
    if receipt.unplaced:
        yield f"{receipt.unplaced} of them without a place in their document: listed there as unplaced"


def _reasons(receipt: Receipt) -> Iterator[str]:
    yield from map(_wait, receipt.waiting)
    yield from map(_refusal, receipt.refused)


def _wait(one: Waiting) -> str:
    original = one.original
    name = f"{original.reference or 'a document without a reference'} ({original.language})"
    verb = "is" if one.count == 1 else "are"
    return f"{name} is not in the library: {_number(one.count, 'annotation')} on it {verb} kept aside until it is."


def _refusal(one: Refused) -> str:
    many = _number(one.count, "entry" if one.reason is Reason.NO_ANNOTATION else "annotation")
    return _REASONS[one.reason].format(many=many, name=shown(one.name))


def shown(name: str) -> str:
    """What a file calls a document, short enough for a sentence and on one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return (f"{line[:99]}…" if len(line) > 100 else line) or "its document"


def _number(count: int, of: str) -> str:
    several = f"{of[:-1]}ies" if of.endswith("y") else f"{of}s"
    return f"{count} {of if count == 1 else several}"


RUN: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "annotations-export": annotations_export,
    "annotations-import": annotations_import,
}
