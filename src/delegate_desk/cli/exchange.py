"""The commands that export and import annotations, packages and shared folders."""

import argparse
from collections.abc import Iterator

from delegate_desk.cli.command_result import (
    CommandResult,
    Shape,
    UsageError,
    display_name,
    explain,
    format_timestamp,
    index_imported,
    json_value,
    person_label,
    pick,
)
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.annotation_exchange import RejectedAnnotations, RejectionReason
from delegate_desk.core.exchange.package import PackageContents, PackageDocument, PackagePreview, Person, PersonKey
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk

_REASONS = {
    RejectionReason.NO_DOCUMENT: "{many} not imported: {name} is not in the library.",
    RejectionReason.NO_PLACE: "{many} not imported: the quoted words could not be placed with certainty in {name}.",
    RejectionReason.NO_ANNOTATION: "{many} not imported: not valid as an annotation.",
    RejectionReason.SAYS_NOTHING: "{many} not imported: no text and no quotation.",
    RejectionReason.TOO_LONG: "{many} not imported: too long.",
}


def annotations_export(desk: Desk, args: argparse.Namespace) -> CommandResult:
    outgoing = desk.exchange.write(args.file, internal=args.internal)
    count, withheld = len(outgoing.annotations), outgoing.withheld_count
    lines = [f"Written: {args.file} ({_format_count(count, 'annotation')})"]
    if withheld:
        lines.append(f"{_format_count(withheld, 'internal annotation')} not included; use --internal to include them.")
    return CommandResult({"file": str(args.file), "annotations": count, "left_out": withheld}, lines)


def annotations_import(desk: Desk, args: argparse.Namespace) -> CommandResult:
    receipt = desk.exchange.import_annotations(desk.exchange.read(args.file))
    pending = [
        pick(item.original, "language", reference=item.original.reference or None, count=item.count)
        for item in receipt.pending
    ]
    refused = [pick(item, "reason name count", message=_refusal(item)) for item in receipt.rejected]
    data = pick(receipt, "added updated trashed unplaced known=already_present", waiting=pending, refused=refused)
    reasons = []
    for item in receipt.pending:
        name = f"{item.original.reference or 'a document without a reference'} ({item.original.language})"
        count, are = _format_count(item.count, "annotation"), "is" if item.count == 1 else "are"
        reasons.append(f"{name} is not in the library: {count} on it {are} kept until it is imported.")
    parts = [
        f"{receipt.added} new",
        f"{receipt.updated} updated" if receipt.updated else "",
        f"{receipt.already_present} already in the library" if receipt.already_present else "",
        f"{receipt.trashed} still in the trash" if receipt.trashed else "",
    ]
    lines = [f"Annotations: {', '.join(filter(None, parts))}"]
    if receipt.unplaced:
        lines.append(f"{receipt.unplaced} of them unplaced in their document")
    return CommandResult(data, lines, [*reasons, *map(_refusal, receipt.rejected)])


def _refusal(annotations: RejectedAnnotations) -> str:
    count = _format_count(
        annotations.count, "entry" if annotations.reason is RejectionReason.NO_ANNOTATION else "annotation"
    )
    return _REASONS[annotations.reason].format(many=count, name=display_name(annotations.name))


def _format_count(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"


_SORTS = {
    "new": "new",
    "changed": "changed",
    "both": "changed by both",
    "withdrawn": "withdrawn",
    "known": "already in the library",
    "removed": "removed by you earlier (not imported)",
    "ours": "ours (unchanged)",
}
"""The status of an item of a package, in words."""


def pack(desk: Desk, args: argparse.Namespace) -> CommandResult:
    documents = frozenset(desk.documents.find(reference, args.language).id for reference in args.references)
    recipients = [desk.people.find(typed) for typed in args.to]
    choice = PackageContents(
        documents or None,
        originals=not args.no_originals,
        internal=args.internal,
        recipients=frozenset(person.id for person in recipients),
        term_bases=args.terms,
    )
    packed = finish(desk.packages.write(args.file, choice))
    data = pick(
        packed,
        "package documents originals withdrawn annotations=notes lines=position_entries of_others=from_others "
        "internal_items=internal left_out=withheld_count terms=term_bases",
        file=args.file,
        internal=args.internal,
        marking=packed.marking or None,
        sealed_to=list(map(_person, recipients)),
    )
    lines = [
        f"Written: {args.file}",
        f"{_format_count(packed.documents, 'document')}, {packed.originals} of them with their files; "
        f"{_format_count(packed.notes, 'annotation')}, {_format_count(packed.position_entries, 'position entry')}",
        f"{packed.from_others} of these from others, with their names" if packed.from_others else "",
        f"INTERNAL: {packed.internal} of these are internal" if packed.internal else "",
        _format_count(packed.term_bases, "term base") if packed.term_bases else "",
        f"{packed.withdrawn} sent earlier are withdrawn" if packed.withdrawn else "",
        f"{packed.withheld_count} internal not included; use --internal to include them."
        if packed.withheld_count
        else "",
        f"Marking: {packed.marking}" if packed.marking else "",
        f"Sealed to {', '.join(map(person_label, recipients))}" if recipients else "",
    ]
    return CommandResult(data, [line for line in lines if line])


def unpack(desk: Desk, args: argparse.Namespace) -> CommandResult:
    package = desk.packages.read(args.file)
    if args.preview:
        preview = desk.packages.preview(package)
        return CommandResult(_preview_json(preview), list(_preview_lines(preview)))
    imported = finish(desk.packages.import_package(package, args.file))
    reasons = [explain(error) for error in imported.failures if isinstance(error, DeskError)]
    desk.meetings.reparse_after_changes(imported.changes)
    reasons += index_imported(desk)
    documents = [desk.documents.get(key) for key in imported.documents]
    data = {**_preview_json(imported.preview), "imported": [document.id for document in documents], "refused": reasons}
    lines = [
        *_preview_lines(imported.preview),
        *(f"imported  {document.name}  {document.header.language}" for document in documents),
        *(f"imported  {name}  term base" for name in imported.term_bases),
    ]
    return CommandResult(data, lines, reasons)


def people(desk: Desk, args: argparse.Namespace) -> CommandResult:
    if args.name is not None:
        desk.people.set_name(args.name)
    if args.remove is not None:
        desk.packages.remove_all_from_person(desk.people.find(args.remove).id)
    if args.remove_key is not None:
        desk.people.remove_key(desk.people.find(args.remove_key).id)
    if args.compared is not None:
        desk.people.verify(desk.people.find(args.compared).id)
    own_person = desk.people.own_person()
    fingerprint = desk.people.own_fingerprint()
    people, lines = [], [f"{person_label(own_person)}  {own_person.id}  (you); key: {fingerprint}"]
    for peer in desk.people.other_people():
        sent = pick(peer, "annotations=notes lines=position_entries seen=last_seen")
        people.append(_person(peer.person) | sent | _key_json(peer.key))
        notes, entries = _format_count(peer.notes, "annotation"), _format_count(peer.position_entries, "position entry")
        lines.append(f"{person_label(peer.person)}  {peer.person.id}  {notes}, {entries}; {_key(peer.key)}")
    return CommandResult({"ours": _person(own_person) | {"fingerprint": fingerprint}, "people": people}, lines)


def _key_json(key: PersonKey | None) -> Shape:
    return {"fingerprint": key and key.fingerprint, "compared": json_value(key and key.verified)}


def _key(key: PersonKey | None) -> str:
    if key is None:
        return "no key known"
    compared = f"compared {format_timestamp(key.verified)}" if key.verified else "not compared yet"
    return f"key: {key.fingerprint} ({compared})"


def _preview_json(preview: PackagePreview) -> Shape:
    package = preview.package
    return pick(
        package,
        "moment internal package=id strange=malformed_count left_out=unknown_parts",
        person=_person(package.person),
        again=preview.was_imported_before,
        sealed=package.is_sealed,
        **_key_json(preview.key),
        counts={sort: preview.count(sort) for sort in _SORTS},
        waiting=preview.pending_count,
        terms=[base.name for base in package.term_bases],
        documents={
            "arriving": list(map(_document, preview.new_documents)),
            "held": list(map(_document, preview.present_documents)),
            "missing": list(map(_document, preview.missing_documents)),
        },
        things=[
            pick(
                item,
                "address text what=status author=item.key.author waits=is_pending",
                kind="annotation" if item.item.key.kind == "note" else "line",
                reference=item.item.original.reference or None,
            )
            for item in preview.items
        ],
    )


def _preview_lines(preview: PackagePreview) -> Iterator[str]:
    package = preview.package
    internal = ", includes INTERNAL text" if package.internal else ""
    yield f"From {person_label(package.person)}, {format_timestamp(package.moment)}{internal}"
    sealed = "Sealed to you" if package.is_sealed else "Not sealed"
    if preview.key is None:
        yield "Not signed, as version 0.8 wrote it: its sender cannot be verified."
    else:
        yield f"{sealed}, signed by its sender; {_key(preview.key)}"
    if preview.was_imported_before:
        yield "This package was imported before."
    counts = [f"{preview.count(sort)} {words}" for sort, words in _SORTS.items() if preview.count(sort)]
    yield f"Annotations and position entries: {', '.join(counts) if counts else 'none'}"
    if preview.new_documents:
        names = ", ".join(display_name(document.name) for document in preview.new_documents)
        yield f"Documents in the package: {names}"
    if package.term_bases:
        yield f"Term bases: {', '.join(display_name(base.name) for base in package.term_bases)}"
    if preview.pending_count:
        names = ", ".join(display_name(document.name) for document in preview.missing_documents) or "their documents"
        yield f"{preview.pending_count} waiting for {names}, not in the library"
    if package.malformed_count:
        yield f"{package.malformed_count} entries are not valid annotations or position entries and were skipped."
    if package.unknown_parts:
        yield f"{package.unknown_parts} parts of a newer format were skipped."


def _person(person: Person) -> Shape:
    return pick(person, "id name", delegation=person.delegation or None)


def _document(document: PackageDocument) -> Shape:
    reference, is_there = document.original.reference or None, bool(document.member)
    return pick(document.original, "language sha256", reference=reference, subject=document.subject, original=is_there)


def share(desk: Desk, args: argparse.Namespace) -> CommandResult:
    sharing = desk.shared_folder
    if args.stop:
        sharing.stop_sharing()
        line = "Sharing stopped. Everything received so far is kept, and the folder is unchanged."
        return CommandResult({"folder": None}, [line])
    if args.refuse is not None:
        sharing.block_person(desk.people.find(args.refuse).id)
    if args.accept is not None:
        sharing.unblock_person(desk.people.find(args.accept).id)
    if args.folder is not None:
        sharing.start_sharing(args.folder, internal=args.internal, originals=not args.no_originals)
    elif args.internal or args.no_originals:
        raise UsageError("--internal and --no-originals need a FOLDER")
    folder = sharing.folder()
    if folder is None:
        return CommandResult({"folder": None}, ["There is no shared folder: enter a FOLDER."])
    exchanged = finish(sharing.exchange())
    reasons = [explain(error) for error in exchanged.failures if isinstance(error, DeskError)]
    desk.meetings.reparse_after_changes(exchanged.changes)
    reasons += index_imported(desk)
    sent = exchanged.sent
    data = pick(
        exchanged,
        "packages changed=things sent(withdrawn annotations=notes lines=position_entries) "
        "waiting=unread(file=name reason=fault)",
        folder=folder.path,
        internal=folder.internal,
        originals=folder.originals,
    )
    outgoing = "nothing, no changes on our side"
    if sent is not None:
        outgoing = f"{sent.notes} annotations, {sent.position_entries} position entries, {sent.withdrawn} withdrawn"
    lines = [
        f"Shared folder: {folder.path}{', including INTERNAL text' if folder.internal else ''}",
        f"Sent: {outgoing}",
        f"Received: {exchanged.packages} packages, {exchanged.things} annotations and position entries new or changed",
    ]
    lines += [f"Waiting: {file.name} cannot be read yet ({file.fault})" for file in exchanged.unread]
    return CommandResult(data, lines, reasons)
