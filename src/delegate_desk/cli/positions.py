"""The commands for positions: entries, states, versions, history and replies."""

import argparse
from dataclasses import replace

from delegate_desk.cli.command_result import CommandResult, Shape, UsageError, document_name, find_document, pick
from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.library import policies
from delegate_desk.core.positions import export_options
from delegate_desk.core.positions.new_provisions import is_address
from delegate_desk.core.positions.position import FieldChange, FieldDifference, PositionEntry, Stance
from delegate_desk.core.positions.returned_files import ReturnedItem
from delegate_desk.core.word_diff import WordDiff
from delegate_desk.desk import Desk

_TEXTS = ("proposal", "comment", "internal", "justification", "red_line", "instruction", "source", "label")
_OF_AN_ITEM = (
    *(name for name in _TEXTS if name != "internal"), "stance", "joint", "fallback", "priority", "tag", "after",
)  # fmt: skip


_STATE = "status version cleared(by at) sent(to file at)"


def position_set(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = find_document(desk, given)
    if given.address is None:
        if any(getattr(given, name) is not None for name in _OF_AN_ITEM):
            raise UsageError("a stance, a proposal and other fields of a paragraph need an ADDRESS")
        if given.general is not None:
            desk.positions.set_general(document.id, given.general)
        if given.internal is not None:
            desk.positions.set_internal(document.id, given.internal)
        return position_show(desk, given)
    if given.general is not None:
        raise UsageError("general comments are for the whole document: enter them without an ADDRESS")
    after = None if given.after is None else Address("") if given.after == "" else _place(desk, document, given.after)
    address = _place(desk, document, given.address, is_new=after is not None)
    item = desk.positions.get(document.id).entry_at(address)
    is_there = address in {unit.address for unit in desk.documents.content(document.id).units()}
    if item.is_empty() and after is not None and not is_there and given.label is None:
        proposed = desk.positions.new_item(document.id, after)
        item = replace(item, label=proposed.label if proposed.address == address else "")
    texts = {name: getattr(given, name) for name in _TEXTS if getattr(given, name) is not None}
    edited = replace(
        item,
        stance=Stance(given.stance) if given.stance else item.stance,
        joint=item.joint if given.joint is None else tuple(filter(None, given.joint.replace(",", " ").split())),
        fallbacks=item.fallbacks if given.fallback is None else tuple(filter(None, given.fallback)),
        priority=given.priority or item.priority,
        tags=item.tags if given.tag is None else tuple(filter(None, given.tag)),
        after=item.after if after is None else after,
        **texts,
    )
    desk.positions.set_item(document.id, edited, typed=False)
    return position_show(desk, given)


def _place(desk: Desk, document: LibraryDocument, typed: str, *, is_new: bool = False) -> Address:
    """Return the address typed: of a unit, of a new provision of ours, or of a provision to be added.

    Raises:
        UnknownPlaceError: If there is none.
    """
    position = {item.address for item in desk.positions.get(document.id).items}
    if typed in position or (is_new and is_address(typed)):
        return Address(typed)
    return desk.documents.place(document.id, typed)


def position_show(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = find_document(desk, given)
    number = getattr(given, "number", None)
    if number is None:
        position = desk.positions.get(document.id)
        items = [(item, desk.positions.word_changes(document.id, item)) for item in position.items]
        notes = desk.annotations.circulating(document.id)
    else:
        notes = []  # a version keeps our entries alone
        version = desk.position_versions.get(document.id, number)
        position = version.position
        items = [(item, version.word_diff(item)) for item in position.items]
    lines = [f"Position on {document.name} · {position.status} · version {position.version}", position.general]
    lines += [f"{item.address}  {item.stance or ''}  {item.proposal or ''}  {item.comment}" for item, _ in items]
    lines += [f"{note.place.address}  {note.kind}  {note.text}  (from an annotation)" for note in notes]
    return CommandResult(
        pick(
            position,
            f"{_STATE} general internal",
            reference=document_name(document),
            language=document.header.language,
            items=[
                *(_item(item, words) for item, words in items),
                *(_item(PositionEntry(note.place.address, comment=note.text), note=note) for note in notes),
            ],
        ),
        [line for line in lines if line],
    )


def position_clear(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.clear(find_document(desk, given).id, given.by)
    return position_show(desk, given)


def position_send(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.send(find_document(desk, given).id, given.to, given.file)
    return position_show(desk, given)


def position_withdraw(desk: Desk, given: argparse.Namespace) -> CommandResult:
    desk.positions.withdraw(find_document(desk, given).id)
    return position_show(desk, given)


def position_versions(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = find_document(desk, given)
    data = {"reference": document_name(document)}
    if given.compare:
        difference = desk.position_versions.compare(document.id, *given.compare)
        lines = [_difference_line("", text) for text in difference.texts]
        lines += [_difference_line(item.address, field) for item in difference.items for field in item.fields]
        differing = pick(
            difference,
            "old=old.version new=new.version texts(field before after circulates) "
            "items(address fields(field before after circulates))",
        )
        return CommandResult(data | differing, lines or ["The two versions are identical."])
    if given.history:
        changes = desk.position_versions.changes(document.id)
        lines = [
            f"{one.at:%Y-%m-%d %H:%M}  version {one.version}  {_difference_line(one.address, one)}" for one in changes
        ]
        shapes = [pick(one, "version field before after at", address=one.address or None) for one in changes]
        return CommandResult(data | {"changes": shapes}, lines or ["There are no changes yet."])
    versions = [version.position for version in desk.position_versions.all(document.id)]
    lines = [
        f"version {one.version} · {one.status} · {len(one.items)} position entries"
        f"{f' · cleared by {one.cleared.by}' if one.cleared else ''}"
        f"{f' · sent to {one.sent.to}' if one.sent else ''}"
        for one in versions
    ]
    return CommandResult(
        data | {"versions": [pick(position, _STATE, items=len(position.items)) for position in versions]}, lines
    )


def _difference_line(address: str | None, one: FieldDifference | FieldChange | ReturnedItem) -> str:
    return f"{address or 'whole document'}  {one.field}: {one.before or '–'} → {one.after or '–'}"


def _item(item: PositionEntry, words: WordDiff = (), note: Annotation | None = None) -> Shape:
    return pick(
        item,
        "address stance proposal comment internal justification joint fallbacks red_line instruction source priority "
        "tags authors after label",
        **{"from": "annotation" if note else "position"},
        words=words,
        annotation=note and note.id,
        kind=note and note.kind,
    )


def export(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = find_document(desk, given)
    kind = export_options.ExportKind(given.kind)
    options = export_options.ExportOptions(
        export_options.MarkupStyle(given.markup),
        export_options.Audience(given.audience),
        given.delegation,
        given.labels,
        given.template or policies.default_template(),
        export_options.ProvisionColumns(given.columns) if given.columns else export_options.default_columns(kind),
    )
    redlined = desk.export.write(document.id, kind, given.output, options)
    data: Shape = {"file": str(given.output)}
    lines, reasons = [f"Written: {given.output}"], []
    if redlined is not None:
        data |= {"rebuilt": redlined.rebuilt, "unplaced": list(redlined.unplaced)}
        lines.append("Redlines always use tracked changes.")
        if redlined.rebuilt:
            text = "The original is not a Word file in which changes can be tracked: its text was formatted again."
            lines.append(text)
        reasons = [f"The drafting for {place} could not be placed in the file." for place in redlined.unplaced]
    elif options.template:
        gaps = desk.export.template_gaps(document.id, kind, options)
        if gaps.unknown:
            named = ", ".join(f"{{{{{name}}}}}" for name in gaps.unknown)
            lines.append(f"The template has unknown fields; they are in the file unchanged: {named}.")
        if gaps.misplaced:
            lines.append(
                "The template’s {{table}} must be in a separate paragraph: the text was added at the end of the file."
            )
    return CommandResult(data, lines, reasons)


def reply_import(desk: Desk, given: argparse.Namespace) -> CommandResult:
    document = find_document(desk, given)
    changes = desk.replies.changes(document.id, desk.replies.read(given.file), given.file.name)
    if given.accept:
        desk.replies.accept(document.id, [item for item in changes.items if item.certain])
    data = pick(
        changes,
        "items(address field before after certain authors) unplaced(text reason)",
        reference=document_name(document),
    )
    lines = []
    for item in changes.items:
        doubt = "" if item.certain else "  (to check)"
        authors = f"  ({', '.join(item.authors)})" if item.authors else ""
        lines.append(_difference_line(item.address, item) + doubt + authors)
    lines += [f"unplaced  {text.text}" for text in changes.unplaced]
    return CommandResult(data, lines or [f"Nothing was changed in {given.file.name}."])
