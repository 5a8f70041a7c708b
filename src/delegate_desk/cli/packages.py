"""The commands that pack for a colleague, take in what one packed, and list people: what came of it, in English."""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from delegate_desk.cli.answers import Answer
from delegate_desk.cli.errors import explain
from delegate_desk.cli.exchange import shown
from delegate_desk.cli.shapes import moment
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.package import Choice, Enclosed, Packed, Preview
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk

Shape = dict[str, Any]
_SORTS = ("new", "changed", "both", "withdrawn", "known", "removed", "ours")


def pack(desk: Desk, given: argparse.Namespace) -> Answer:
    documents = frozenset(desk.documents.find(one, given.language).id for one in given.references)
    choice = Choice(documents or None, originals=not given.no_originals, internal=given.internal)
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
        f"{_format_count(packed.notes, 'annotation')}, {_format_count(packed.lines, 'line')} of positions"
    )
    if packed.of_others:
        yield f"{packed.of_others} of these passed on from others, with their names"
    if packed.internal:
        yield f"INTERNAL: {packed.internal} of these never circulate otherwise"
    if packed.withdrawn:
        yield f"{packed.withdrawn} that left once are taken back"
    if packed.held_back:
        yield f"{packed.held_back} internal left out; --internal takes such along."
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
    lines = [f"{called(ours)}  {ours.id}  (who writes here)"]
    lines += [
        f"{called(one.person)}  {one.person.id}  {_format_count(one.notes, 'annotation')}, {_format_count(one.lines, 'line')}"
        for one in met
    ]
    return Answer(data, lines)


def called(person: Person) -> str:
    """What a person is called, their delegation beside the name."""
    if person.name and person.delegation:
        return f"{shown(person.name)} ({person.delegation})"
    return shown(person.called) if person.called else "a colleague"


def _previewed(preview: Preview) -> Shape:
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


def _import_lines(preview: Preview) -> Iterator[str]:
    package = preview.package
    yield f"From {called(package.person)}, {moment(package.moment)}{', with what is INTERNAL' * package.internal}"
    if preview.again:
        yield "This very package was taken in before."
    words = {
        "new": "new",
        "changed": "changed",
        "both": "beside ours",
        "withdrawn": "withdrawn",
        "known": "held already",
        "removed": "removed here, and stay so",
        "ours": "ours, and stay as they are",
    }
    counts = [f"{preview.count(sort)} {words[sort]}" for sort in _SORTS if preview.count(sort)]
    yield f"Notes and lines: {', '.join(counts) if counts else 'none'}"
    if preview.arriving:
        yield f"Documents that come along: {', '.join(shown(one.name) for one in preview.arriving)}"
    if preview.waiting:
        names = ", ".join(shown(one.name) for one in preview.missing) or "their documents"
        yield f"{preview.waiting} wait for {names}, not in the library"
    if package.strange:
        yield f"{package.strange} entries are no notes or lines, and were left out."
    if package.left_out:
        yield f"{package.left_out} parts of a newer format were left out."


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
    return f"{count} {of if count == 1 else f'{of}s'}"


PACKAGE_COMMANDS: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {
    "pack": pack,
    "unpack": unpack,
    "people": people,
}
