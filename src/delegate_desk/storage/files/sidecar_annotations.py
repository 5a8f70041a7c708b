"""The annotations of a sidecar into a database."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.jsonld import first_text
from delegate_desk.core.exchange.webannotation_reader import read_annotations
from delegate_desk.core.exchange.webannotation_writer import annotation_uuid
from delegate_desk.core.library.sidecars import Fault, Node, is_timestamp
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore

_PERSON = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_NOWHERE = Address("")


class NoteIntake:
    """Puts annotations that a database lacks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._store = AnnotationStore(database)

    def import_annotations(
        self, document: DocumentId, content: Node, *, overwrite: bool, others_go: bool = True
    ) -> tuple[int, list[Fault]]:
        """Put the annotations of a sidecar, as part of a write: those that are missing or older here, or all.

        Args:
            document: What they are on.
            content: The sidecar.
            overwrite: True for all.
            others_go: True if then those that it does not have are removed.

        Returns:
            How many were put, and what was wrong with others.
        """
        listed = content.get("annotations")
        items = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        parcel = read_annotations(items, "", datetime.now(UTC))
        known: dict[str, Node] = {annotation_uuid(name): one for one in items if (name := first_text(one.get("id")))}
        lost = _without_place(content)
        faults = [Fault.NOT_UNDERSTOOD] * (sum(refused.count for refused in parcel.rejected))
        given = []
        for incoming in parcel.incoming:
            one = incoming.annotation
            if incoming.original is None or one.id not in known:
                faults.append(Fault.NOT_UNDERSTOOD)
                continue
            address = _NOWHERE if one.id in lost else one.place.address
            place, author = Place(document, address), _author(known[one.id])
            given.append((replace(one, place=place, author=author), _trashed(known[one.id])))
        if overwrite and others_go:
            self._delete_missing(document, {one.id for one, _ in given})
        return sum(self._import_annotation(one, trashed, overwrite=overwrite) for one, trashed in given), faults

    def _import_annotation(self, one: Annotation, trashed: datetime | None, *, overwrite: bool) -> bool:
        kept = self._store.get_with_trashed(one.id)
        if kept and not (overwrite or kept.modified < one.modified):
            return False
        self._store.save(one)
        if trashed or kept:
            self._store.set_trashed([one.id], trashed)
        return True

    def _delete_missing(self, document: DocumentId, given: set[AnnotationId]) -> None:
        for one in self._store.for_document(document, trashed=True):
            if one.id not in given:
                self._store.remove(one.id)


def _without_place(content: Node) -> set[str]:
    listed = content.get("unplaced")
    items = listed if isinstance(listed, list) else []
    return {one["annotation"] for one in items if isinstance(one, dict) and isinstance(one.get("annotation"), str)}


def _trashed(item: Node) -> datetime | None:
    moment: Any = item.get("desk:trashed")
    return datetime.fromisoformat(moment) if is_timestamp(moment) else None


def _author(item: Node) -> str:
    """The id of the person who wrote it; empty for ours."""
    named = item.get("desk:author")
    match = _PERSON.fullmatch(named) if isinstance(named, str) else None
    return match[1] if match else ""
