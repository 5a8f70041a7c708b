"""The commands: each calls the desk and reports the result."""

import argparse
from collections.abc import Callable
from pathlib import Path

from delegate_desk.cli import (
    contributions,
    encryption,
    exchange,
    export,
    json_output,
    maintenance,
    meetings,
    positions,
    revisions,
    text_output,
)
from delegate_desk.cli import exchange as packages
from delegate_desk.cli import exchange as sharing
from delegate_desk.cli import maintenance as backups
from delegate_desk.cli import maintenance as rebuilding
from delegate_desk.cli import maintenance as support
from delegate_desk.cli.command_result import CommandResult, explain
from delegate_desk.cli.meetings import vote
from delegate_desk.core.annotations.anchoring import UnanchoredItem
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import ImportResult, ImportStatus, LibraryDocument, Place, View
from delegate_desk.core.errors import DeskError, UnreadableDocumentError
from delegate_desk.core.search import Sort
from delegate_desk.desk import Desk


def import_files(desk: Desk, given: argparse.Namespace) -> CommandResult:
    items = list(desk.documents.import_files(given.paths))
    reasons = [explain(item.error) for item in items if isinstance(item.error, DeskError)]
    desk.meetings.reparse_after_changes(
        Changes(documents=frozenset(item.document.id for item in items if item.document))
    )
    desk.exchange.place_orphaned()
    try:
        desk.search.make_ready()
    except DeskError as error:  # what came in is kept; the index catches up when it can
        reasons.append(explain(error))
    return CommandResult(
        {"items": [json_output.import_json(item) for item in items]}, [_told(item) for item in items], reasons
    )


def _told(item: ImportResult) -> str:
    held = item.document
    if held is None:
        return f"{item.status}  {item.path}"
    verb = "imported" if item.status is ImportStatus.IMPORTED else "already in library"
    return f"{verb}  {held.name}  {held.header.language}  {held.header.subject[:80]}"


def documents(desk: Desk, _: argparse.Namespace) -> CommandResult:
    held = desk.documents.all()
    answer, names = _listed(held), desk.dossiers.names(held)
    for shape in answer.data["documents"]:
        shape["dossier"] = names[shape["document"]]
    return answer


def _listed(held: list[LibraryDocument]) -> CommandResult:
    lines = [
        f"#{h.id}  {h.name}  {h.header.language}  {h.header.date or '–'}  {h.header.marking or ''}  "
        f"{h.paragraphs} paragraphs  {h.header.subject[:80]}"
        for h in held
    ]
    return CommandResult(
        {"documents": [json_output.document_json(h) for h in held]}, lines or ["There are no documents."]
    )


def show(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    document = desk.documents.content(held.id)
    view = View(given.view)
    header = held.header
    lines = [f"{held.name} · {header.document_type_label or ''} · {header.date or ''}", header.subject, ""]
    lines += [f"{'  ' * (unit.depth - 1)}{unit.label} {unit.in_view(view).text}".rstrip() for unit in document.units()]
    corrections = desk.corrections.for_document(held.id)
    unplaced = desk.reparse.unplaced(held.id)
    lines += [f"Corrected: {one.field} (read: {one.read or '–'})" for one in corrections]
    lines += [f"Unplaced since it was re-imported: {_unplaced(one)}" for one in unplaced]
    shape = json_output.full_document_json(held, document, desk.documents.mentions(held.id), view)
    return CommandResult({**shape, **json_output.corrections_json(held, corrections, unplaced)}, lines)


def _unplaced(one: UnanchoredItem) -> str:
    return f"{one.annotation.kind if one.annotation else 'position entry'}, previously on {one.address}"


def correct(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    field = CorrectableField(given.field)
    if given.take_back:
        changes = desk.corrections.revert(held.id, field)
    else:
        changes = desk.corrections.correct(held.id, field, given.value)
    desk.meetings.reparse_after_changes(changes)
    desk.exchange.place_orphaned()
    held = desk.documents.get(held.id)
    corrections = desk.corrections.for_document(held.id)
    verb = "was reset to the value read" if given.take_back else "was corrected"
    shape = json_output.corrections_json(held, corrections, desk.reparse.unplaced(held.id))
    return CommandResult({"document": held.id, **shape}, [f"The {field.replace('_', ' ')} of {held.name} {verb}."])


def reread(desk: Desk, given: argparse.Namespace) -> CommandResult:
    wanted = [_held(desk, given)] if given.reference else desk.reparse.outdated()
    done, lines, reasons = [], [], []
    for held in wanted:
        try:
            desk.meetings.reparse_after_changes(desk.reparse.reread(held.id))
        except UnreadableDocumentError as error:
            reasons.append(explain(error))
            continue
        done.append(desk.documents.get(held.id))
        lines.append(f"{done[-1].name} was re-imported from its original.")
        lines += [f"  now unplaced: {_unplaced(one)}" for one in desk.reparse.unplaced(held.id)]
    shape = [
        {**json_output.document_json(h), "unplaced": json_output.unanchored_json(desk.reparse.unplaced(h.id))}
        for h in done
    ]
    return CommandResult({"documents": shape}, lines or ["There was nothing to re-import."], reasons)


def missing(desk: Desk, _: argparse.Namespace) -> CommandResult:
    named = desk.documents.missing()
    lines = [
        f"{reference}  mentioned in {', '.join(held.name for held in by) or 'an agenda'}" for reference, by in named
    ]
    return CommandResult(
        {"missing": [json_output.missing_document_json(*one) for one in named]}, lines or ["No document is missing."]
    )


def search(desk: Desk, given: argparse.Namespace) -> CommandResult:
    results = desk.search.find(given.query, limit=given.limit, sort=Sort(given.sort))
    return CommandResult(json_output.search_json(results), text_output.search_lines(results))


def reindex(desk: Desk, _: argparse.Namespace) -> CommandResult:
    things = 0
    for things, _of in desk.search.rebuild():  # noqa: B007  (the last is the number of all)
        pass
    return CommandResult({"indexed": things}, [f"Search index rebuilt: {things} documents, annotations and positions."])


def remove(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    desk.documents.remove(held.id)
    return CommandResult({"documents": [json_output.document_json(held)]}, [f"{held.name} was moved to the trash."])


def restore_document(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = desk.documents.find_trashed(given.reference, given.language)
    desk.documents.restore(held.id)
    desk.exchange.place_orphaned()
    return CommandResult(
        {"documents": [json_output.document_json(held)]}, [f"{held.name} was restored from the trash."]
    )


def trash(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = desk.documents.trash()
    if not given.empty:
        return _listed(held)
    gone = desk.documents.empty_trash().documents
    desk.search.purge_removed()
    removed = [h for h in held if h.id in gone]
    return CommandResult(
        {"documents": [json_output.document_json(h) for h in removed]},
        [f"{h.name} was permanently deleted." for h in removed],
    )


def annotate(desk: Desk, given: argparse.Namespace) -> CommandResult:
    held = _held(desk, given)
    place = Place(held.id, desk.documents.place(held.id, given.address))
    annotation = desk.annotations.new(
        place,
        AnnotationKind(given.kind),
        text=given.text,
        words=given.quote,
        tags=given.tag,
        visibility=Visibility(given.visibility),
    )
    desk.annotations.save(annotation)
    return CommandResult(
        {"annotations": [json_output.annotation_json(annotation, held)]},
        [f"{given.kind} on {place.address} of {held.name}"],
    )


def annotations(desk: Desk, given: argparse.Namespace) -> CommandResult:
    all_of_them = desk.annotations.all()
    if given.reference:
        only = _held(desk, given)
        all_of_them = [a for a in all_of_them if a.place.document == only.id]
    held = {key: desk.documents.get(key) for key in {a.place.document for a in all_of_them}}
    authors = {str(key): person for key, person in desk.people.all().items()}
    lines = [
        f"{held[a.place.document].name}  {a.place.address}  {a.kind}  {a.status}  {a.visibility}  "
        f"{f'{packages.person_label(authors[a.author])}: ' if a.author else ''}{a.text}"
        for a in all_of_them
    ]
    data = {
        "annotations": [
            json_output.annotation_json(a, held[a.place.document], authors.get(a.author) if a.author else None)
            for a in all_of_them
        ]
    }
    return CommandResult(data, lines or ["There are no annotations."])


def _held(desk: Desk, given: argparse.Namespace) -> LibraryDocument:
    return desk.documents.find(given.reference, given.language)


def handler_without_library(asked: argparse.Namespace) -> Callable[[Path, argparse.Namespace], CommandResult] | None:
    """Return the function of a command that needs no open library; None for any other command."""
    if asked.command == "check" and asked.support:
        return support.report
    if asked.command == "check" and asked.self_test:
        from delegate_desk.cli import selftest  # which does every other command

        return selftest.run
    if asked.command == "check":
        run = rebuilding.rebuild_library if asked.rebuild else maintenance.check
        return lambda library, given: run(library, given, encryption.cipher_for_library(library))
    return {"restore": backups.restore, **encryption.ALONE}.get(asked.command)


RUN: dict[str, Callable[[Desk, argparse.Namespace], CommandResult]] = {
    "import": import_files,
    "documents": documents,
    "show": show,
    "search": search,
    "reindex": reindex,
    "remove": remove,
    "restore-document": restore_document,
    "trash": trash,
    "annotate": annotate,
    "annotations": annotations,
    "correct": correct,
    "reread": reread,
    "missing": missing,
    "vote": vote,
    **positions.RUN,
    **backups.RUN,
    **contributions.RUN,
    **exchange.RUN,
    **export.RUN,
    **meetings.RUN,
    **packages.PACKAGE_COMMANDS,
    **sharing.SHARING_COMMANDS,
    **revisions.RUN,
}
