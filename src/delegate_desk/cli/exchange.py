"""The commands that export and import annotations, packages and shared folders."""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from delegate_desk.cli import json_output
from delegate_desk.cli.command_result import Answer, UsageError
from delegate_desk.cli.errors import explain
from delegate_desk.cli.json_output import moment
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.annotation_exchange import (
    PendingAnnotations,
    Receipt,
    RejectedAnnotations,
    RejectionReason,
)
from delegate_desk.core.exchange.package import Enclosed, PackageContents, PackagePreview, Packed
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.exchange.shared_folder import Exchanged, SharedFolder
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk

_REASONS = {
    RejectionReason.NO_DOCUMENT: "{many} not imported: {name} is not in the library.",
    RejectionReason.NO_PLACE: "{many} not imported: the quoted words could not be placed with certainty in {name}.",
    RejectionReason.NO_ANNOTATION: "{many} not imported: not valid as an annotation.",
    RejectionReason.SAYS_NOTHING: "{many} not imported: no text and no quotation.",
    RejectionReason.TOO_LONG: "{many} not imported: too long.",
}


def annotations_export(desk: Desk, given: argparse.Namespace) -> Answer:
    outgoing = desk.exchange.write(given.file, internal=given.internal)
    count, back = len(outgoing.leaving), outgoing.held_back
    lines = [f"Written: {given.file} ({_number(count, 'annotation')})"]
    if back:
        lines.append(f"{_number(back, 'internal annotation')} not included; use --internal to include them.")
    return Answer({"file": str(given.file), "annotations": count, "left_out": back}, lines)


def annotations_import(desk: Desk, given: argparse.Namespace) -> Answer:
    receipt = desk.exchange.take_in(desk.exchange.read(given.file))
    return Answer(json_output.received(receipt, _refusal), list(_told(receipt)), list(_reasons(receipt)))


def _told(receipt: Receipt) -> Iterator[str]:
    parts = [
        f"{receipt.added} new",
        f"{receipt.updated} updated" if receipt.updated else "",
        f"{receipt.known} already in the library" if receipt.known else "",
        f"{receipt.trashed} still in the trash" if receipt.trashed else "",
    ]
    yield f"Annotations: {', '.join(filter(None, parts))}"
    if receipt.unplaced:
        yield f"{receipt.unplaced} of them unplaced in their document"


def _reasons(receipt: Receipt) -> Iterator[str]:
    yield from map(_wait, receipt.waiting)
    yield from map(_refusal, receipt.refused)


def _wait(one: PendingAnnotations) -> str:
    original = one.original
    name = f"{original.reference or 'a document without a reference'} ({original.language})"
    verb = "is" if one.count == 1 else "are"
    return f"{name} is not in the library: {_number(one.count, 'annotation')} on it {verb} kept until it is imported."


def _refusal(one: RejectedAnnotations) -> str:
    many = _number(one.count, "entry" if one.reason is RejectionReason.NO_ANNOTATION else "annotation")
    return _REASONS[one.reason].format(many=many, name=shown(one.name))


def shown(name: str) -> str:
    """Name of a document in a file, on one line and short enough for a sentence."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return (f"{line[:99]}…" if len(line) > 100 else line) or "its document"


def _number(count: int, of: str) -> str:
    several = f"{of[:-1]}ies" if of.endswith("y") else f"{of}s"
    return f"{count} {of if count == 1 else several}"


RUN: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "annotations-export": annotations_export,
    "annotations-import": annotations_import,
}


Shape = dict[str, Any]
_SORTS = ("new", "changed", "both", "withdrawn", "known", "removed", "ours")


def pack(desk: Desk, given: argparse.Namespace) -> Answer:
    documents = frozenset(desk.documents.find(one, given.language).id for one in given.references)
    choice = PackageContents(documents or None, originals=not given.no_originals, internal=given.internal)
    packed = finish(desk.packages.write(given.file, choice))
    data = {
        "file": str(given.file),
        "package": packed.package,
        "internal": given.internal,
        "documents": packed.documents,
        "originals": packed.originals,
        "annotations": packed.notes,
        "lines": packed.lines,
        "of_others": packed.of_others,
        "internal_items": packed.internal,
        "left_out": packed.held_back,
        "withdrawn": packed.withdrawn,
        "marking": packed.marking or None,
    }
    return Answer(data, [f"Written: {given.file}", *_leaving(packed)])


def _leaving(packed: Packed) -> Iterator[str]:
    yield (
        f"{_format_count(packed.documents, 'document')}, {packed.originals} of them with their files; "
        f"{_format_count(packed.notes, 'annotation')}, {_format_count(packed.lines, 'position entry')}"
    )
    if packed.of_others:
        yield f"{packed.of_others} of these from others, with their names"
    if packed.internal:
        yield f"INTERNAL: {packed.internal} of these are internal"
    if packed.withdrawn:
        yield f"{packed.withdrawn} sent earlier are withdrawn"
    if packed.held_back:
        yield f"{packed.held_back} internal not included; use --internal to include them."
    if packed.marking:
        yield f"Marking: {packed.marking}"


def unpack(desk: Desk, given: argparse.Namespace) -> Answer:
    package = desk.packages.read(given.file)
    if given.preview:
        preview = desk.packages.preview(package)
        return Answer(_previewed(preview), list(_import_lines(preview)))
    taken = finish(desk.packages.take_in(package, given.file))
    reasons = [explain(error) for error in taken.refused if isinstance(error, DeskError)]
    desk.meetings.follow(taken.changes)
    try:
        desk.search.make_ready()
    except DeskError as error:  # what came in is kept; the index catches up when it can
        reasons.append(explain(error))
    came = [desk.documents.get(key) for key in taken.documents]
    data = {**_previewed(taken.preview), "imported": [held.id for held in came], "refused": reasons}
    lines = [*_import_lines(taken.preview), *(f"imported  {held.name}  {held.header.language}" for held in came)]
    return Answer(data, lines, reasons)


def people(desk: Desk, given: argparse.Namespace) -> Answer:
    if given.name is not None:
        desk.people.set_name(given.name)
    if given.remove is not None:
        desk.packages.remove_all_of(desk.people.find(given.remove).id)
    ours = desk.people.ours()
    met = desk.people.met()
    data = {
        "ours": _person(ours),
        "people": [
            {
                **_person(one.person),
                "annotations": one.notes,
                "lines": one.lines,
                "seen": moment(one.seen) if one.seen else None,
            }
            for one in met
        ],
    }
    lines = [f"{called(ours)}  {ours.id}  (you)"]
    lines += [
        f"{called(one.person)}  {one.person.id}  {_format_count(one.notes, 'annotation')}, "
        f"{_format_count(one.lines, 'position entry')}"
        for one in met
    ]
    return Answer(data, lines)


def called(person: Person) -> str:
    """Name of a person, followed by their delegation."""
    if person.name and person.delegation:
        return f"{shown(person.name)} ({person.delegation})"
    return shown(person.called) if person.called else "a colleague"


def _previewed(preview: PackagePreview) -> Shape:
    package = preview.package
    return {
        "package": package.id,
        "person": _person(package.person),
        "moment": moment(package.moment),
        "internal": package.internal,
        "again": preview.again,
        "counts": {sort: preview.count(sort) for sort in _SORTS},
        "waiting": preview.waiting,
        "documents": {
            "arriving": list(map(_document, preview.arriving)),
            "held": list(map(_document, preview.held)),
            "missing": list(map(_document, preview.missing)),
        },
        "things": [
            {
                "what": one.what,
                "kind": "annotation" if one.thing.key.kind == "note" else "line",
                "author": one.thing.key.author,
                "reference": one.thing.original.reference or None,
                "address": one.address,
                "text": one.text,
                "waits": one.waits,
            }
            for one in preview.came
        ],
        "strange": package.strange,
        "left_out": package.left_out,
    }


def _import_lines(preview: PackagePreview) -> Iterator[str]:
    package = preview.package
    yield f"From {called(package.person)}, {moment(package.moment)}{', includes INTERNAL text' * package.internal}"
    if preview.again:
        yield "This package was imported before."
    words = {
        "new": "new",
        "changed": "changed",
        "both": "changed by both",
        "withdrawn": "withdrawn",
        "known": "already in the library",
        "removed": "removed by you earlier (not imported)",
        "ours": "ours (unchanged)",
    }
    counts = [f"{preview.count(sort)} {words[sort]}" for sort in _SORTS if preview.count(sort)]
    yield f"Annotations and position entries: {', '.join(counts) if counts else 'none'}"
    if preview.arriving:
        yield f"Documents in the package: {', '.join(shown(one.name) for one in preview.arriving)}"
    if preview.waiting:
        names = ", ".join(shown(one.name) for one in preview.missing) or "their documents"
        yield f"{preview.waiting} waiting for {names}, not in the library"
    if package.strange:
        yield f"{package.strange} entries are not valid annotations or position entries and were skipped."
    if package.left_out:
        yield f"{package.left_out} parts of a newer format were skipped."


def _person(person: Person) -> Shape:
    return {"id": person.id, "name": person.name, "delegation": person.delegation or None}


def _document(one: Enclosed) -> Shape:
    original = one.original
    return {
        "reference": original.reference or None,
        "language": original.language,
        "sha256": original.sha256,
        "subject": one.subject,
        "original": bool(one.member),
    }


def _format_count(count: int, of: str) -> str:
    several = f"{of[:-1]}ies" if of.endswith("y") else f"{of}s"
    return f"{count} {of if count == 1 else several}"


PACKAGE_COMMANDS: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "pack": pack,
    "unpack": unpack,
    "people": people,
}


def share(desk: Desk, given: argparse.Namespace) -> Answer:
    sharing = desk.sharing
    if given.stop:
        sharing.leave()
        return Answer(
            {"folder": None}, ["Sharing stopped. Everything received so far is kept, and the folder is unchanged."]
        )
    if given.refuse is not None:
        sharing.refuse(desk.people.find(given.refuse).id)
    if given.accept is not None:
        sharing.accept(desk.people.find(given.accept).id)
    if given.folder is not None:
        sharing.join(given.folder, internal=given.internal, originals=not given.no_originals)
    elif given.internal or given.no_originals:
        raise UsageError("--internal and --no-originals need a FOLDER")
    folder = sharing.folder()
    if folder is None:
        return Answer({"folder": None}, ["There is no shared folder: enter a FOLDER."])
    exchanged = finish(sharing.exchange())
    reasons = [explain(error) for error in exchanged.refused if isinstance(error, DeskError)]
    desk.meetings.follow(exchanged.changes)
    try:
        desk.search.make_ready()
    except DeskError as error:  # what came in is kept; the index catches up when it can
        reasons.append(explain(error))
    return _exchange_lines(folder, exchanged, reasons)


def _exchange_lines(folder: SharedFolder, exchanged: Exchanged, reasons: list[str]) -> Answer:
    sent = exchanged.sent
    data = {
        "folder": str(folder.path),
        "internal": folder.internal,
        "originals": folder.originals,
        "sent": None if sent is None else {"annotations": sent.notes, "lines": sent.lines, "withdrawn": sent.withdrawn},
        "packages": exchanged.packages,
        "changed": exchanged.things,
        "waiting": [{"file": file.name, "reason": file.fault} for file in exchanged.waiting],
    }
    lines = [f"Shared folder: {folder.path}{', including INTERNAL text' if folder.internal else ''}"]
    lines.append(
        "Sent: nothing, no changes on our side"
        if sent is None
        else f"Sent: {sent.notes} annotations, {sent.lines} position entries, {sent.withdrawn} withdrawn"
    )
    lines.append(
        f"Received: {exchanged.packages} packages, {exchanged.things} annotations and position entries new or changed"
    )
    lines += [f"Waiting: {file.name} cannot be read yet ({file.fault})" for file in exchanged.waiting]
    return Answer(data, lines, reasons)


SHARING_COMMANDS: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {"share": share}
