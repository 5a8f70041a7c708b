"""Parts of a package, as JSON: each part by itself.

=================== ===================================================================
``manifest.json``   format, author, time, whether internal content is in it, the hash and size of each part
``documents.json``  the identity of each document, its header and its corrections
``annotations.jsonld``  Web Annotations, each with its author
``positions.json``  position entries
``withdrawn.json``  withdrawn items
``terms.json``      the names of term bases, each with its file
``terms/…``         term bases, as tables in the form of IATE's
``originals/…``     the files, each under its hash
=================== ===================================================================

A package may come from anywhere: only what the tables of its parts allow is read.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from delegate_desk.core import typed_json
from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.exchange.annotation_exchange import CONTEXT, DocumentIdentity, annotation_json
from delegate_desk.core.exchange.annotation_exchange import format_timestamp as format_moment
from delegate_desk.core.exchange.package import (
    FORMAT,
    MINOR,
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    PackageData,
    PackageDocument,
    PackageTermBase,
    Person,
    PersonId,
    canonical,
    clean_name,
    entry_key,
    format_timestamp,
    is_entry_key,
)
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.core.library import records
from delegate_desk.core.library.errors import PackageFault
from delegate_desk.core.library.record_tables import ITEM, entry_values, parse_entry, table
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.text import tidy
from delegate_desk.core.values import dataclass

MANIFEST = "manifest.json"
DOCUMENTS = "documents.json"
ANNOTATIONS = "annotations.jsonld"
POSITIONS = "positions.json"
WITHDRAWN = "withdrawn.json"
TERM_BASES = "terms.json"
PARTS = (DOCUMENTS, ANNOTATIONS, POSITIONS, WITHDRAWN, TERM_BASES)
ORIGINALS = "originals/"
TERMS = "terms/"

_MOST_VALUES = 2_000_000
_LONGEST = 1000
_MOST_PEOPLE = 1000
_CREATOR = "urn:uuid:"
_MEMBER = re.compile(r"originals/([0-9a-f]{64})(\.[a-z0-9]{1,9})?")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")


def _uuid(name: str) -> records.RecordColumn:
    return records.RecordColumn(name, pattern=_UUID)


_MOMENT = records.RecordColumn("moment", records.ColumnForm.MOMENT)
_ORIGINAL = (
    records.RecordColumn("reference", pattern=re.compile(r"[^\0]{0,199}")),
    records.RecordColumn("language", pattern=re.compile(r"[a-z]{2,3}|")),
    records.RecordColumn("sha256", pattern=_HASH),
)
_MANIFEST_TABLE = table(
    "manifest manifest",
    "format:number! minor:number? program",
    _uuid("package"),
    _uuid("person"),
    _MOMENT,
    "internal:flag members:object",
    check=lambda row: int(row["minor"] or 0) >= 0,
)
_PEOPLE_TABLE = table("person people id", _uuid("id"), "name delegation")
_MEMBER_TABLE = table("member member", records.RecordColumn("sha256", pattern=_HASH), "size:number")
_MOMENT_TABLE = table("moment moment", _MOMENT)
_ORIGINAL_TABLE = table("document document sha256", *_ORIGINAL)
_DOCUMENTS_TABLE = table(
    "document documents sha256", *_ORIGINAL, "file_name subject date marking corrections:object? original?"
)
_LINES_TABLE = table("line lines", _uuid("author"), _MOMENT, "whole:flag", children=(_ORIGINAL_TABLE,))
_TERMS_TABLE = table("terms terms name", "name file")
_WITHDRAWN_TABLE = table(
    "withdrawn withdrawn",
    _uuid("author"),
    "kind:ExchangedKind",
    records.RecordColumn("key", pattern=re.compile(r".{1,1000}")),
    _MOMENT,
    children=(_ORIGINAL_TABLE,),
    check=lambda row: bool(
        is_entry_key(str(row["key"])) if row["kind"] == ExchangedKind.LINE else _UUID.fullmatch(str(row["key"]))
    ),
)


def manifest_json(package: PackageData, members: dict[str, records.Node]) -> records.Node:
    """Return the manifest of a package as JSON, with hash and size of each part by its name."""
    return {
        "format": FORMAT,
        "minor": MINOR,
        "program": package.program,
        "package": package.id,
        "person": package.person.id,
        "people": [{"id": p.id, "name": p.name, "delegation": p.delegation} for p in package.people],
        "moment": format_moment(package.moment),
        "internal": package.internal,
        "members": members,
    }


def parts_json(
    documents: Iterable[PackageDocument], items: Iterable[ExchangedItem], bases: Sequence[PackageTermBase]
) -> dict[str, records.Node]:
    """Return the parts of a package as JSON, by name; notes are an Annotation Page."""
    notes: list[records.Node] = []
    lines: list[records.Node] = []
    withdrawn: list[records.Node] = []
    for item in items:
        content = json.loads(item.content) if item.content else {}
        author, original = item.key.author, typed_json.pack(item.original)
        if item.is_withdrawn:
            document_part = {"document": original} if item.original.sha256 else {}
            record = {"kind": str(item.key.kind), "key": item.key.name, "author": author, "moment": item.moment}
            withdrawn.append({**record, **document_part})
        elif item.key.kind is ExchangedKind.NOTE:
            creator = {"id": f"{_CREATOR}{author}", "type": "Person"}
            notes.append({**content, "creator": creator, "desk:moment": item.moment, "desk:whole": item.has_internal})
        else:
            record = {"document": original, "author": author, "moment": item.moment}
            lines.append({**record, "whole": item.has_internal, "line": content})
    context = [*CONTEXT, {"desk:moment": {"@id": "desk:moment"}, "desk:whole": {"@id": "desk:whole"}}]
    rows: list[records.Node] = []
    for document in documents:
        row: records.Node = {
            **typed_json.pack(document.original),
            "file_name": document.file_name,
            "subject": document.subject,
            "date": document.date,
            "marking": document.marking,
        }
        if document.corrections:
            row["corrections"] = dict(document.corrections)
        if document.member:
            row |= {"original": document.member, "size": document.size}
        rows.append(row)
    parts: dict[str, records.Node] = {
        DOCUMENTS: {"documents": rows},
        ANNOTATIONS: {"@context": context, "type": "AnnotationPage", "items": notes},
        POSITIONS: {"lines": lines},
        WITHDRAWN: {"withdrawn": withdrawn},
    }
    if bases:
        parts[TERM_BASES] = {"terms": [{"name": base.name, "file": base.member} for base in bases]}
    return parts


def entry_from_content(content: str) -> PositionEntry | None:
    """Return the position entry in an item's content; None for an unreadable entry of a later version."""
    values = json.loads(content) if content else None
    return parse_entry(values) if isinstance(values, dict) else None


def item_text(kind: ExchangedKind, content: records.Node) -> str:
    if kind is ExchangedKind.LINE:
        texts = (content.get(name) for name in ("proposal", "comment", "justification", "internal", "stance"))
        return str(next((value for value in texts if value), ""))
    bodies = content.get("body", [])
    return str(bodies[0].get("value", "")) if bodies else ""


def item_address(kind: ExchangedKind, content: records.Node) -> str:
    if kind is ExchangedKind.LINE:
        return str(content.get("address", ""))
    place = content.get("desk:place", content.get("target", {}))
    selector = place.get("selector", {}) if isinstance(place, dict) else {}
    return unquote(str(selector.get("value", ""))) if isinstance(selector, dict) else ""


# Reading


class RefusedPackageError(Exception):
    """A package is refused whole: for a ``PackageFault``, and a detail of it in English words without text of it."""


def _malformed_error(part: str) -> RefusedPackageError:
    return RefusedPackageError(PackageFault.MALFORMED, part)


@dataclass(frozen=True, slots=True)
class ListedPart:
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PackageManifest:
    """The manifest of a package.

    Attributes:
        package: What it says of the package, whose parts are read later; its people are all that it names.
        newer: True for a later minor format.
        must_be_signed: False for a package of version 0.8.
    """

    package: PackageData
    members: Mapping[str, ListedPart]
    newer: bool
    must_be_signed: bool


def read_manifest(content: bytes) -> PackageManifest:
    """Return the manifest of a package.

    Raises:
        RefusedPackageError: If it is not a manifest, or of a later format.
    """
    value = _json(content)
    version = value.get("format") if isinstance(value, dict) else None
    if type(version) is int and FORMAT < version < 2**63:
        raise RefusedPackageError(PackageFault.NEWER)
    row = _row(_MANIFEST_TABLE, value)
    people = records.rows_in(_PEOPLE_TABLE, value)
    if people.faults or len(people.rows) > _MOST_PEOPLE:
        raise _malformed_error("people")
    members = json.loads(str(row["members"]))
    member_rows = {name: _row(_MEMBER_TABLE, member) for name, member in members.items()}
    named: dict[PersonId, Person] = {}
    for person in (listed_row.row for listed_row in people.rows):
        person_id, delegation = PersonId(str(person["id"])), clean_name(_text(person["delegation"]))[:10]
        named[person_id] = Person(person_id, clean_name(_text(person["name"])), delegation)
    sender, minor = PersonId(str(row["person"])), int(row["minor"] or 0)
    package = PackageData(
        "",
        str(row["package"]),
        named.get(sender, Person(sender)),
        _timestamp(row),
        bool(row["internal"]),
        _text(row["program"]),
        tuple(named.values()),
        unknown_parts=len(value.keys() - {*_MANIFEST_TABLE.names, "people"}),
    )
    parts = {name: ListedPart(str(record["sha256"]), int(record["size"] or 0)) for name, record in member_rows.items()}
    return PackageManifest(package, parts, minor > MINOR, minor >= 1)


def read_package(manifest: PackageManifest, parts: Mapping[str, bytes], file_name: str) -> PackageData:
    """Return a package from its manifest and its parts; a missing part counts as empty.

    Raises:
        RefusedPackageError: If a part is malformed. Invalid notes and lines are only counted.
    """
    reading, package = _PackageParts(manifest), manifest.package
    documents = tuple(reading.documents(parts.get(DOCUMENTS)))
    bases = tuple(reading.term_bases(parts.get(TERM_BASES)))
    items = (
        *reading.annotations(parts.get(ANNOTATIONS)),
        *reading.lines(parts.get(POSITIONS)),
        *reading.withdrawn(parts.get(WITHDRAWN)),
    )
    named = {person.id: person for person in package.people}
    authors = sorted({item.key.author for item in items} | {package.person.id})
    return replace(
        package,
        file_name=file_name,
        people=tuple(named.get(author, Person(author)) for author in authors),
        documents=documents,
        items=items,
        term_bases=bases,
        unknown_parts=package.unknown_parts + reading.unknown_parts,
        malformed_count=reading.malformed_count,
    )


class _PackageParts:
    def __init__(self, manifest: PackageManifest) -> None:
        self._members, self._package, self._sender = manifest.members, manifest.package, manifest.package.person.id
        self.unknown_parts = 0
        self.malformed_count = 0

    def documents(self, content: bytes | None) -> Iterator[PackageDocument]:
        seen: set[str] = set()
        for entry in self._entries(content, "documents"):
            row = _row(_DOCUMENTS_TABLE, entry)
            original, member, size = _identity(row), str(row["original"] or ""), 0
            if original.sha256 in seen:
                raise _malformed_error("a document twice")
            seen.add(original.sha256)
            if member:
                match = _MEMBER.fullmatch(member)
                if match is None or match[1] != original.sha256 or member not in self._members:
                    raise _malformed_error("original")
                size = self._members[member].size
            corrections = json.loads(str(row["corrections"] or "{}"))
            if not all(isinstance(value, str) for value in corrections.values()):
                raise _malformed_error("corrections")
            file_name, subject, date, marking = (
                _text(row[name]) for name in ("file_name", "subject", "date", "marking")
            )
            corrected = {_text(name): _text(value) for name, value in corrections.items()}
            yield PackageDocument(original, file_name, subject, date, marking, corrected, member, size)

    def term_bases(self, content: bytes | None) -> Iterator[PackageTermBase]:
        names: set[str] = set()
        for entry in self._entries(content, "terms"):
            row = _row(_TERMS_TABLE, entry)
            name, member = _text(row["name"]), str(row["file"])
            if not name or name in names or not member.startswith(TERMS) or member not in self._members:
                raise _malformed_error("term base")
            names.add(name)
            yield PackageTermBase(name, member, self._members[member].sha256)

    def annotations(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for entry in self._entries(content, "items"):
            author = entry.get("creator")
            name = str(author.get("id") if isinstance(author, dict) else author)
            incoming = read_annotations({"items": [entry]}, "", self._package.moment).incoming
            internal, timestamp = entry.get("desk:whole", False), entry.get("desk:moment")
            try:
                last = None if timestamp is None else _timestamp(records.read_row(_MOMENT_TABLE, {"moment": timestamp}))
                original = incoming[0].original if len(incoming) == 1 else None
                if original is not None:
                    records.read_row(_ORIGINAL_TABLE, typed_json.pack(original))
            except records.SidecarError:
                original = None
            if original is None or not isinstance(internal, bool) or not _UUID.fullmatch(name.removeprefix(_CREATOR)):
                self.malformed_count += 1
                continue
            annotation = incoming[0].annotation
            self._check_internal(internal or annotation.visibility is Visibility.INTERNAL)
            yield ExchangedItem(
                ExchangedKey(PersonId(name.removeprefix(_CREATOR)), ExchangedKind.NOTE, annotation.id),
                format_timestamp(last or annotation.modified),
                canonical(annotation_json(annotation, original, annotation.place.address)),
                original,
                self._sender,
                has_internal=internal,
            )

    def lines(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for record, row, original in self._rows(_LINES_TABLE, content):
            values: Any = record.get("line")
            item = parse_entry(values) if isinstance(values, dict) else None
            if item is None or original is None:
                self.malformed_count += 1
                continue
            self.unknown_parts += len(values.keys() - set(ITEM.names))
            text = canonical(entry_values(item))
            self._check_internal(bool(row["whole"]) or text != canonical(entry_values(item, circulated=True)))
            name = entry_key(original.sha256, item.address)
            key = ExchangedKey(PersonId(str(row["author"])), ExchangedKind.LINE, name)
            timestamp = format_timestamp(_timestamp(row))
            yield ExchangedItem(key, timestamp, text, original, self._sender, has_internal=bool(row["whole"]))

    def withdrawn(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for _, row, original in self._rows(_WITHDRAWN_TABLE, content):
            key = ExchangedKey(PersonId(str(row["author"])), ExchangedKind(str(row["kind"])), str(row["key"]))
            timestamp, document = format_timestamp(_timestamp(row)), original or DocumentIdentity("", "", "")
            yield ExchangedItem(key, timestamp, "", document, self._sender, is_withdrawn=True)

    def _check_internal(self, is_internal: bool) -> None:
        if is_internal and not self._package.internal:
            raise _malformed_error("internal, though it says that nothing is")

    def _rows(
        self, table: records.RecordTable, content: bytes | None
    ) -> Iterator[tuple[records.Node, records.Row, DocumentIdentity | None]]:
        for entry in self._entries(content, table.list_name):
            parsed = records.rows_in(table, {table.list_name: entry})
            if parsed.faults:
                self.malformed_count += 1
                continue
            (record,) = parsed.rows
            yield entry, record.row, next((_identity(child.row) for child in record.children), None)

    def _entries(self, content: bytes | None, list_name: str) -> Iterator[records.Node]:
        if content is None:
            return
        value = _json(content)
        if not isinstance(value, dict) or not isinstance(value.get(list_name), list):
            raise _malformed_error(list_name)
        self.unknown_parts += len(value.keys() - {list_name, "@context", "type", "id"})
        for entry in value[list_name]:
            if isinstance(entry, dict):
                yield entry
            else:
                self.malformed_count += 1


def _json(content: bytes) -> Any:
    try:
        return records.load_json(content, _MOST_VALUES)
    except ValueError as error:
        raise _malformed_error("no JSON") from error


def _row(table: records.RecordTable, value: object) -> records.Row:
    try:
        return records.read_row(table, value)
    except records.SidecarError as error:
        raise _malformed_error(table.name) from error


def _text(value: object) -> str:
    return tidy(str(value)[:_LONGEST])


def _timestamp(row: records.Row) -> datetime:
    return datetime.fromisoformat(str(row["moment"])).astimezone(UTC)


def _identity(row: records.Row) -> DocumentIdentity:
    return DocumentIdentity(tidy(str(row["reference"])), str(row["language"]), str(row["sha256"]))
