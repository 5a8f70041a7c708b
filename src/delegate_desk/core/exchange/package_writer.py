"""Writer of a package, as JSON: each part by itself.

=================== ===================================================================
``manifest.json``   format, author, time, whether internal content is in it, the hash and size of each part
``documents.json``  the identity of each document, its header and its corrections
``annotations.jsonld``  Web Annotations, each with its author
``positions.json``  position entries
``withdrawn.json``  withdrawn items
``originals/…``     the files, each under its hash
=================== ===================================================================
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.merge_rules import ExchangedItem, ExchangedKind
from delegate_desk.core.exchange.package import FORMAT, MINOR, PackageData, PackageDocument
from delegate_desk.core.exchange.people import Person
from delegate_desk.core.exchange.webannotation_writer import CONTEXT, format_timestamp
from delegate_desk.core.library.record_tables import parse_entry
from delegate_desk.core.positions.position import PositionEntry

MANIFEST = "manifest.json"
DOCUMENTS = "documents.json"
ANNOTATIONS = "annotations.jsonld"
POSITIONS = "positions.json"
WITHDRAWN = "withdrawn.json"
PARTS = (DOCUMENTS, ANNOTATIONS, POSITIONS, WITHDRAWN)
ORIGINALS = "originals/"

Shape = dict[str, Any]


def manifest_json(package: PackageData, members: dict[str, Shape]) -> Shape:
    """Manifest of a package as JSON.

    Args:
        package: Without its things.
        members: Hash and size of each part, by its name.
    """
    return {
        "format": FORMAT,
        "minor": MINOR,
        "program": package.program,
        "package": package.id,
        "person": package.person.id,
        "people": [_person(one) for one in package.people],
        "moment": format_timestamp(package.moment),
        "internal": package.internal,
        "members": members,
    }


def documents_json(enclosed: Iterable[PackageDocument]) -> Shape:
    return {"documents": [_document(one) for one in enclosed]}


def annotations_json(things: Iterable[tuple[ExchangedItem, Shape]]) -> Shape:
    """Notes that are there, as an Annotation Page; each bears its author and when that changed it last."""
    context = [*CONTEXT, {"desk:moment": {"@id": "desk:moment"}, "desk:whole": {"@id": "desk:whole"}}]
    items = [
        {
            **content,
            "creator": {"id": f"urn:uuid:{thing.key.author}", "type": "Person"},
            "desk:moment": thing.moment,
            "desk:whole": thing.has_internal,
        }
        for thing, content in things
    ]
    return {"@context": context, "type": "AnnotationPage", "items": items}


def positions_json(things: Iterable[tuple[ExchangedItem, Shape]]) -> Shape:
    """Lines that are there."""
    return {
        "lines": [
            {
                "document": _original(thing.original),
                "author": thing.key.author,
                "moment": thing.moment,
                "whole": thing.has_internal,
                "line": content,
            }
            for thing, content in things
        ]
    }


def withdrawn_json(things: Iterable[ExchangedItem]) -> Shape:
    """Withdrawn things as JSON: no word of their text."""
    return {
        "withdrawn": [
            {
                "kind": str(thing.key.kind),
                "key": thing.key.name,
                "author": thing.key.author,
                "moment": thing.moment,
                **({"document": _original(thing.original)} if thing.original.sha256 else {}),
            }
            for thing in things
        ]
    }


def _person(person: Person) -> Shape:
    return {"id": person.id, "name": person.name, "delegation": person.delegation}


def _original(original: DocumentIdentity) -> Shape:
    return {"reference": original.reference, "language": original.language, "sha256": original.sha256}


def _document(one: PackageDocument) -> Shape:
    shape: Shape = {
        **_original(one.original),
        "file_name": one.file_name,
        "subject": one.subject,
        "date": one.date,
        "marking": one.marking,
    }
    if one.corrections:
        shape["corrections"] = dict(one.corrections)
    if one.member:
        shape |= {"original": one.member, "size": one.size}
    return shape


def entry_from_content(content: str) -> PositionEntry | None:
    """Return the position entry in a thing's content; None for an unreadable entry of a later version."""
    values = json.loads(content) if content else None
    return parse_entry(values) if isinstance(values, dict) else None


def item_text(kind: ExchangedKind, content: Shape) -> str:
    """Text of a thing, for a list."""
    if kind is ExchangedKind.LINE:
        said = (content.get(name) for name in ("proposal", "comment", "justification", "internal", "stance"))
        return str(next((one for one in said if one), ""))
    bodies = content.get("body", [])
    return str(bodies[0].get("value", "")) if bodies else ""


def item_address(kind: ExchangedKind, content: Shape) -> str:
    """Address of a thing in its document; empty for the document in general, and if it is not known."""
    if kind is ExchangedKind.LINE:
        return str(content.get("address", ""))
    place = content.get("desk:place", content.get("target", {}))
    selector = place.get("selector", {}) if isinstance(place, dict) else {}
    return unquote(str(selector.get("value", ""))) if isinstance(selector, dict) else ""
