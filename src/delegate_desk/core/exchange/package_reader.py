"""Reader of the parts of a package: no value is trusted to be of any type."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.merge_rules import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    canonical,
    entry_key,
    format_timestamp,
    is_entry_key,
)
from delegate_desk.core.exchange.package import FORMAT, MINOR, PackageData, PackageDocument
from delegate_desk.core.exchange.package_writer import ANNOTATIONS, DOCUMENTS, POSITIONS, WITHDRAWN
from delegate_desk.core.exchange.people import Person, PersonId, clean_name
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.core.exchange.webannotation_writer import annotation_json
from delegate_desk.core.library.record_tables import ITEM, entry_values, parse_entry
from delegate_desk.core.text import tidy

DEEPEST = 24
MOST_VALUES = 2_000_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}|")
_MEMBER = re.compile(r"originals/([0-9a-f]{64})(\.[a-z0-9]{1,9})?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})")
_LAST_YEAR = 9000
_LONGEST = 1000
_MOST_PEOPLE = 1000
_CREATOR = "urn:uuid:"


class MalformedError(Exception):
    """A part of a package is not as it has to be; says which, in English words without text of it."""


class NewerError(Exception):
    """A package is of a later format."""


@dataclass(frozen=True, slots=True)
class ListedPart:
    """A part of a package as the manifest lists it."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PackageManifest:
    """Manifest of a package.

    Attributes:
        newer: True for a later minor format.
    """

    id: str
    person: PersonId
    people: tuple[Person, ...]
    moment: datetime
    internal: bool
    program: str
    members: Mapping[str, ListedPart]
    newer: bool
    left_out: int


def parse_json(content: bytes) -> Any:
    """The value of JSON in UTF-8: no NaN, no half characters, nothing deep.

    Raises:
        MalformedError: If it is anything else.
    """
    if content.count(b"{") + content.count(b"[") + content.count(b",") > MOST_VALUES:
        raise MalformedError("too many values")
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise MalformedError("no JSON") from error
    _check(value)
    return value


def read_manifest(content: bytes) -> PackageManifest:
    """Return the manifest of a package.

    Raises:
        MalformedError: If it is not a manifest.
        NewerError: If it is of a later format.
    """
    value = parse_json(content)
    if not isinstance(value, dict):
        raise MalformedError("manifest.json")
    version, minor = _count(value.get("format"), "format"), _count(value.get("minor", 0), "format")
    if not version:
        raise MalformedError("format")
    if version > FORMAT:
        raise NewerError
    person = _id(value.get("person"), "person")
    known = {"format", "minor", "program", "package", "person", "people", "moment", "internal", "members"}
    internal = value.get("internal", False)
    if not isinstance(internal, bool):
        raise MalformedError("internal")
    return PackageManifest(
        _id(value.get("package"), "package"),
        PersonId(person),
        tuple(_people(value.get("people", []))),
        _moment(value.get("moment")),
        internal,
        _text(value.get("program", "")),
        dict(_members(value.get("members"))),
        minor > MINOR,
        len(value.keys() - known),
    )


def read_package(said: PackageManifest, parts: Mapping[str, bytes], file_name: str) -> PackageData:
    """A package of its manifest and its parts; a part that is missing is empty.

    Raises:
        MalformedError: If a part is not as it has to be. One note or line that is none is only counted.
    """
    reading = _PackageParts(said)
    documents = tuple(reading.documents(parts.get(DOCUMENTS)))
    things = (
        *reading.annotations(parts.get(ANNOTATIONS)),
        *reading.lines(parts.get(POSITIONS)),
        *reading.withdrawn(parts.get(WITHDRAWN)),
    )
    by_id = {one.id: one for one in said.people}
    authors = {thing.key.author for thing in things} | {said.person}
    people = tuple(by_id.get(one, Person(one)) for one in sorted(authors))
    person = by_id.get(said.person, Person(said.person))
    left_out = said.left_out + reading.unknown_parts
    return PackageData(
        file_name, said.id, person, said.moment, said.internal, said.program, people, documents, things, left_out,
        reading.malformed_count,
    )  # fmt: skip


class _PackageParts:
    """Reads the parts of one package, and counts what it leaves out."""

    def __init__(self, said: PackageManifest) -> None:
        self._manifest = said
        self.unknown_parts = 0
        self.malformed_count = 0

    def documents(self, content: bytes | None) -> Iterator[PackageDocument]:
        seen: set[str] = set()
        for one in self._entries(content, "documents"):
            original = _original(one)
            if original.sha256 in seen:
                raise MalformedError("a document twice")
            seen.add(original.sha256)
            member = one.get("original", "")
            size = 0
            if member:
                match = _MEMBER.fullmatch(member) if isinstance(member, str) else None
                if match is None or match[1] != original.sha256 or member not in self._manifest.members:
                    raise MalformedError("original")
                size = self._manifest.members[member].size
            corrections = one.get("corrections", {})
            if not isinstance(corrections, dict):
                raise MalformedError("corrections")
            yield PackageDocument(
                original,
                _text(one.get("file_name", "")),
                _text(one.get("subject", "")),
                _text(one.get("date", "")),
                _text(one.get("marking", "")),
                {_text(name): _text(value) for name, value in corrections.items()},
                member,
                size,
            )

    def annotations(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for one in self._entries(content, "items"):
            author = one.get("creator")
            name = author.get("id") if isinstance(author, dict) else author
            if not isinstance(name, str) or not name.startswith(_CREATOR) or not _UUID.fullmatch(name[len(_CREATOR) :]):
                self.malformed_count += 1
                continue
            parcel = read_annotations({"items": [one]}, "", self._manifest.moment)
            if len(parcel.incoming) != 1 or parcel.incoming[0].original is None:
                self.malformed_count += 1
                continue
            annotation, original = parcel.incoming[0].annotation, parcel.incoming[0].original
            if not _is_original(original) or not _UUID.fullmatch(annotation.id):
                self.malformed_count += 1
                continue
            if annotation.visibility is Visibility.INTERNAL and not self._manifest.internal:
                raise MalformedError("internal, though it says that nothing is")
            last = _moment(one["desk:moment"]) if "desk:moment" in one else annotation.modified
            key = ExchangedKey(PersonId(name[len(_CREATOR) :]), ExchangedKind.NOTE, annotation.id)
            said = canonical(annotation_json(annotation, original, annotation.place.address))
            yield ExchangedItem(
                key,
                format_timestamp(last),
                said,
                original,
                self._manifest.person,
                has_internal=self._whole(one, "desk:whole"),
            )

    def lines(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for one in self._entries(content, "lines"):
            author, given = one.get("author"), one.get("line")
            values: dict[str, Any] = given if isinstance(given, dict) else {}
            item = parse_entry(values)
            if item is None or not isinstance(author, str) or not _UUID.fullmatch(author):
                self.malformed_count += 1
                continue
            self.unknown_parts += len(values.keys() - set(ITEM.names))
            original = _original(one.get("document"))
            whole = self._whole(one, "whole")
            key = ExchangedKey(PersonId(author), ExchangedKind.LINE, entry_key(original.sha256, item.address))
            said = canonical(entry_values(item))
            if not self._manifest.internal and said != canonical(entry_values(item, circulated=True)):
                raise MalformedError("internal, though it says that nothing is")
            yield ExchangedItem(
                key,
                format_timestamp(_moment(one.get("moment"))),
                said,
                original,
                self._manifest.person,
                has_internal=whole,
            )

    def withdrawn(self, content: bytes | None) -> Iterator[ExchangedItem]:
        for one in self._entries(content, "withdrawn"):
            author, kind, name = one.get("author"), one.get("kind"), one.get("key")
            if not isinstance(author, str) or not isinstance(name, str) or not _UUID.fullmatch(author):
                self.malformed_count += 1
                continue
            is_note = kind == ExchangedKind.NOTE and _UUID.fullmatch(name)
            if not (is_note or (kind == ExchangedKind.LINE and is_entry_key(name) and len(name) < _LONGEST)):
                self.malformed_count += 1
                continue
            original = _original(one["document"]) if "document" in one else DocumentIdentity("", "", "")
            key = ExchangedKey(PersonId(author), ExchangedKind.NOTE if is_note else ExchangedKind.LINE, name)
            yield ExchangedItem(
                key,
                format_timestamp(_moment(one.get("moment"))),
                "",
                original,
                self._manifest.person,
                is_withdrawn=True,
            )

    def _whole(self, one: Mapping[str, Any], name: str) -> bool:
        """Whether what is internal is with it: never, where the package says that it holds nothing of the kind."""
        whole = one.get(name, False)
        if not isinstance(whole, bool) or (whole and not self._manifest.internal):
            raise MalformedError(name)
        return whole

    def _entries(self, content: bytes | None, of: str) -> Iterator[dict[str, Any]]:
        if content is None:
            return
        value = parse_json(content)
        if not isinstance(value, dict) or not isinstance(value.get(of), list):
            raise MalformedError(of)
        self.unknown_parts += len(value.keys() - {of, "@context", "type", "id"})
        for one in value[of]:
            if isinstance(one, dict):
                yield one
            else:
                self.malformed_count += 1


def _no_number(_: str) -> None:
    raise MalformedError("no number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise MalformedError("a name twice")
    return made


def _check(value: object) -> None:
    """Refuse what is deep, what is no number, and half characters."""
    pending: list[tuple[object, int]] = [(value, 1)]
    while pending:
        one, depth = pending.pop()
        if depth > DEEPEST:
            raise MalformedError("nested too deeply")
        if isinstance(one, str):
            _check_text(one)
        elif isinstance(one, float) and not math.isfinite(one):
            raise MalformedError("no number")
        elif isinstance(one, list):
            pending.extend((inner, depth + 1) for inner in one)
        elif isinstance(one, dict):
            for name in one:
                _check_text(name)
            pending.extend((inner, depth + 1) for inner in one.values())


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise MalformedError("half a character") from error


def _count(value: object, of: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise MalformedError(of)
    return value


def _id(value: object, of: str) -> str:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise MalformedError(of)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MalformedError("a text")
    return tidy(value[:_LONGEST])


def _moment(value: object) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise MalformedError("a moment")
    try:
        when = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise MalformedError("a moment") from error
    if when.year > _LAST_YEAR:
        raise MalformedError("a moment")
    return when


def _people(value: object) -> Iterator[Person]:
    if not isinstance(value, list) or len(value) > _MOST_PEOPLE:
        raise MalformedError("people")
    for one in value:
        if not isinstance(one, dict):
            raise MalformedError("people")
        key = PersonId(_id(one.get("id"), "people"))
        yield Person(key, clean_name(_text(one.get("name", ""))), clean_name(_text(one.get("delegation", "")))[:10])


def _members(value: object) -> Iterator[tuple[str, ListedPart]]:
    if not isinstance(value, dict):
        raise MalformedError("members")
    for name, one in value.items():
        sha256 = one.get("sha256") if isinstance(one, dict) else None
        if not isinstance(sha256, str) or not _HASH.fullmatch(sha256):
            raise MalformedError("members")
        yield name, ListedPart(sha256, _count(one.get("size"), "members"))


def _original(value: object) -> DocumentIdentity:
    if not isinstance(value, dict):
        raise MalformedError("a document")
    given = (value.get("reference", ""), value.get("language", ""), value.get("sha256"))
    reference, language, sha256 = (one if isinstance(one, str) else "?" for one in given)
    original = DocumentIdentity(tidy(reference), language, sha256)
    if not _is_original(original):
        raise MalformedError("a document")
    return original


def _is_original(original: DocumentIdentity) -> bool:
    return bool(
        _HASH.fullmatch(original.sha256) and _LANGUAGE.fullmatch(original.language) and len(original.reference) < 200
    )
