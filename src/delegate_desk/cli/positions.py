"""The commands for positions: what we say on a document, its states, its versions and its history."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace

from delegate_desk.cli import json_output as shapes
from delegate_desk.cli.command_result import CommandResult, UsageError
from delegate_desk.cli.json_output import document_name
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.positions.fields import FieldDifference
from delegate_desk.core.positions.new_provisions import is_address
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk

_TEXTS = ("proposal", "comment", "internal", "justification", "red_line", "instruction", "source", "label")
_OF_AN_ITEM = (
    *(name for name in _TEXTS if name != "internal"), "stance", "joint", "fallback", "priority", "tag", "after",
)  # fmt: skip


def position_set(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    if given.address is None:
        if any(getattr(given, name) is not None for name in _OF_AN_ITEM):
            raise UsageError("a stance, a proposal and other fields of a paragraph need an ADDRESS")
        if given.general is not None:
            desk.positions.set_general(held.id, given.general)
        if given.internal is not None:
            desk.positions.set_internal(held.id, given.internal)
        return position_show(desk, given)
    if given.general is not None:
        raise UsageError("general comments are for the whole document: enter them without an ADDRESS")
    desk.positions.set_item(held.id, _said(desk, held, given), typed=False)
    return position_show(desk, given)


def _said(desk: Desk, held: LibraryDocument, given: argparse.Namespace) -> PositionEntry:
    """Our line with what was given, the rest as it was."""
    after = None if given.after is None else Address("") if given.after == "" else _place(desk, held, given.after)
    address = _place(desk, held, given.address, is_new=after is not None)
    item = desk.positions.get(held.id).entry_at(address)
    is_there = address in {unit.address for unit in desk.documents.content(held.id).units()}
    if item.is_empty() and after is not None and not is_there and given.label is None:
        proposed = desk.positions.new_item(held.id, after)
        item = replace(item, label=proposed.label if proposed.address == address else "")
    texts = {name: getattr(given, name) for name in _TEXTS if getattr(given, name) is not None}
    return replace(
        item,
        stance=Stance(given.stance) if given.stance else item.stance,
        joint=item.joint if given.joint is None else tuple(filter(None, given.joint.replace(",", " ").split())),
        fallbacks=item.fallbacks if given.fallback is None else tuple(filter(None, given.fallback)),
        priority=given.priority or item.priority,
        tags=item.tags if given.tag is None else tuple(filter(None, given.tag)),
        after=item.after if after is None else after,
        **texts,
    )


def _place(desk: Desk, held: LibraryDocument, typed: str, *, is_new: bool = False) -> Address:
    """The address of what was typed: of a unit or of a new provision of ours; of one that is to be, written as such.

    Raises:
        UnknownPlaceError: If there is none.
    """
    ours = {item.address for item in desk.positions.get(held.id).items}
    if typed in ours or (is_new and is_address(typed)):
        return Address(typed)
    return desk.documents.place(held.id, typed)


def position_show(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    number = getattr(given, "number", None)
    if number is None:
        ours = desk.positions.get(held.id)
        items = [(item, desk.positions.word_changes(held.id, item)) for item in ours.items]
        notes = desk.annotations.circulating(held.id)
    else:
        notes = []  # a version keeps our entries alone
        version = desk.position_versions.get(held.id, number)
        ours = version.position
        items = [(item, version.word_diff(item)) for item in ours.items]
    lines = [f"Position on {held.name} · {ours.status} · version {ours.version}", ours.general]
    lines += [f"{item.address}  {item.stance or ''}  {item.proposal or ''}  {item.comment}" for item, _ in items]
    lines += [f"{note.place.address}  {note.kind}  {note.text}  (from an annotation)" for note in notes]
    return CommandResult(shapes.position_json(held, ours, items, notes), [line for line in lines if line])


def position_clear(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.clear(_held(desk, given).id, given.by)
    return position_show(desk, given)


def position_send(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.send(_held(desk, given).id, given.to, given.file)
    return position_show(desk, given)


def position_withdraw(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.withdraw(_held(desk, given).id)
    return position_show(desk, given)


def position_versions(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    data = {"reference": document_name(held)}
    if given.compare:
        difference = desk.position_versions.compare(held.id, *given.compare)
        told = [line for one in difference.texts for line in _differs("", one)]
        told += [line for item in difference.items for one in item.fields for line in _differs(item.address, one)]
        return CommandResult(
            data | shapes.version_difference_json(difference), told or ["The two versions are identical."]
        )
    if given.history:
        changes = desk.position_versions.changes(held.id)
        lines = [
            f"{one.at:%Y-%m-%d %H:%M}  version {one.version}  {one.address or 'whole document'}  {one.field}: "
            f"{one.before or '–'} → {one.after or '–'}"
            for one in changes
        ]
        return CommandResult(
            data | {"changes": list(map(shapes.field_change_json, changes))}, lines or ["There are no changes yet."]
        )
    versions = [one.position for one in desk.position_versions.all(held.id)]
    lines = [
        f"version {one.version} · {one.status} · {len(one.items)} position entries"
        f"{f' · cleared by {one.cleared.by}' if one.cleared else ''}"
        f"{f' · sent to {one.sent.to}' if one.sent else ''}"
        for one in versions
    ]
    return CommandResult(data | {"versions": list(map(shapes.version_json, versions))}, lines)


def _differs(address: str, one: FieldDifference) -> Iterator[str]:
    yield f"{address or 'whole document'}  {one.field}: {one.before or '–'} → {one.after or '–'}"


def _held(desk: Desk, given: argparse.Namespace) -> LibraryDocument:
    return desk.documents.find(given.reference, given.language)


RUN: dict[str, Callable[[Desk, argparse.Namespace], CommandResult]] = {
    "position-set": position_set,
    "position-show": position_show,
    "position-clear": position_clear,
    "position-send": position_send,
    "position-withdraw": position_withdraw,
    "position-versions": position_versions,
}
