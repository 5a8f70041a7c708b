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


def position_set(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    if args.address is None:
        if any(getattr(args, name) is not None for name in _OF_AN_ITEM):
            raise UsageError("a stance, a proposal and other fields of a paragraph need an ADDRESS")
        if args.general is not None:
            desk.positions.set_general(document.id, args.general)
        if args.internal is not None:
            desk.positions.set_internal(document.id, args.internal)
        return position_show(desk, args)
    if args.general is not None:
        raise UsageError("general comments are for the whole document: enter them without an ADDRESS")
    after = None if args.after is None else Address("") if args.after == "" else _place(desk, document, args.after)
    address = _place(desk, document, args.address, is_new=after is not None)
    item = desk.positions.get(document.id).entry_at(address)
    is_there = address in {unit.address for unit in desk.documents.content(document.id).units()}
    if item.is_empty() and after is not None and not is_there and args.label is None:
        proposed = desk.positions.new_item(document.id, after)
        item = replace(item, label=proposed.label if proposed.address == address else "")
    texts = {name: getattr(args, name) for name in _TEXTS if getattr(args, name) is not None}
    edited = replace(
        item,
        stance=Stance(args.stance) if args.stance else item.stance,
        joint=item.joint if args.joint is None else tuple(filter(None, args.joint.replace(",", " ").split())),
        fallbacks=item.fallbacks if args.fallback is None else tuple(filter(None, args.fallback)),
        priority=args.priority or item.priority,
        tags=item.tags if args.tag is None else tuple(filter(None, args.tag)),
        after=item.after if after is None else after,
        **texts,
    )
    desk.positions.set_item(document.id, edited, typed=False)
    return position_show(desk, args)


def _place(desk: Desk, document: LibraryDocument, typed: str, *, is_new: bool = False) -> Address:
    """Return the address typed: of a unit, of a new provision of ours, or of a provision to be added.

    Raises:
        UnknownPlaceError: If there is none.
    """
    position = {item.address for item in desk.positions.get(document.id).items}
    if typed in position or (is_new and is_address(typed)):
        return Address(typed)
    return desk.documents.place(document.id, typed)


def position_show(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    number = getattr(args, "number", None)
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


def position_clear(desk: Desk, args: argparse.Namespace) -> CommandResult:
    desk.positions.clear(find_document(desk, args).id, args.by)
    return position_show(desk, args)


def position_send(desk: Desk, args: argparse.Namespace) -> CommandResult:
    desk.positions.send(find_document(desk, args).id, args.to, args.file)
    return position_show(desk, args)


def position_withdraw(desk: Desk, args: argparse.Namespace) -> CommandResult:
    desk.positions.withdraw(find_document(desk, args).id)
    return position_show(desk, args)


def position_versions(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    data = {"reference": document_name(document)}
    if args.compare:
        difference = desk.position_versions.compare(document.id, *args.compare)
        lines = [_difference_line("", text) for text in difference.texts]
        lines += [_difference_line(item.address, field) for item in difference.items for field in item.fields]
        differing = pick(
            difference,
            "old=old.version new=new.version texts(field before after circulates) "
            "items(address fields(field before after circulates))",
        )
        return CommandResult(data | differing, lines or ["The two versions are identical."])
    if args.history:
        changes = desk.position_versions.changes(document.id)
        lines = [
            f"{change.at:%Y-%m-%d %H:%M}  version {change.version}  {_difference_line(change.address, change)}"
            for change in changes
        ]
        shapes = [pick(change, "version field before after at", address=change.address or None) for change in changes]
        return CommandResult(data | {"changes": shapes}, lines or ["There are no changes yet."])
    versions = [version.position for version in desk.position_versions.all(document.id)]
    lines = [
        f"version {version.version} · {version.status} · {len(version.items)} position entries"
        f"{f' · cleared by {version.cleared.by}' if version.cleared else ''}"
        f"{f' · sent to {version.sent.to}' if version.sent else ''}"
        for version in versions
    ]
    return CommandResult(
        data | {"versions": [pick(position, _STATE, items=len(position.items)) for position in versions]}, lines
    )


def _difference_line(address: str | None, difference: FieldDifference | FieldChange | ReturnedItem) -> str:
    return f"{address or 'whole document'}  {difference.field}: {difference.before or '–'} → {difference.after or '–'}"


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


def export(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    kind = export_options.ExportKind(args.kind)
    options = export_options.ExportOptions(
        export_options.MarkupStyle(args.markup),
        export_options.Audience(args.audience),
        args.delegation,
        args.labels,
        args.template or policies.default_template(),
        export_options.ProvisionColumns(args.columns) if args.columns else export_options.default_columns(kind),
    )
    redlined = desk.export.write(document.id, kind, args.output, options)
    data: Shape = {"file": str(args.output)}
    lines, reasons = [f"Written: {args.output}"], []
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


def reply_import(desk: Desk, args: argparse.Namespace) -> CommandResult:
    document = find_document(desk, args)
    changes = desk.replies.changes(document.id, desk.replies.read(args.file), args.file.name)
    if args.accept:
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
    return CommandResult(data, lines or [f"Nothing was changed in {args.file.name}."])
