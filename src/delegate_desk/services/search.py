"""One box over documents, annotations and positions."""

import logging
import time
from collections.abc import Iterable, Iterator

from delegate_desk.core.annotations import AnnotationId
from delegate_desk.core.documents import Address, DocumentId, Held, Place
from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.core.positions import Item
from delegate_desk.core.search import Entry, Hit, HitKind, Results, Sort
from delegate_desk.search import query
from delegate_desk.search.index import IndexDamagedError, Match, SearchIndex
from delegate_desk.search.nodes import Query
from delegate_desk.search.snippets import snippet
from delegate_desk.storage.annotations import AnnotationStore
from delegate_desk.storage.database import Database
from delegate_desk.storage.documents import DocumentStore
from delegate_desk.storage.positions import PositionStore

_log = logging.getLogger(__name__)

_BATCH = 20
"""Documents indexed in one commit when many wait."""


class Search:
    """The search box of one library. The index is made from the database and catches up by itself."""

    def __init__(
        self,
        index: SearchIndex,
        database: Database,
        documents: DocumentStore,
        annotations: AnnotationStore,
        positions: PositionStore,
    ) -> None:
        self._index = index
        self._database = database
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._is_open = False

    def find(
        self,
        text: str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        typing: bool = False,
        stemming: bool = True,
    ) -> Results:
        """Answer a query: no text is an error, and an index that is lost or damaged is made anew first.

        Args:
            text: As typed.
            limit: How many hits to tell of; None for all. They are counted in any case.
            sort: The order of the hits.
            typing: True while the last word may go on.
            stemming: False for exact forms only.
        """
        began = time.perf_counter()
        rebuilt = self.catch_up()
        asked = query.parse(text, typing=typing, stemming=stemming)
        try:
            found = self._index.find(asked, limit, sort)
        except IndexDamagedError:
            self._rebuild()
            rebuilt = True
            found = self._index.find(asked, limit, sort)
        hits = tuple(hit for match in found.matches if (hit := self._hit(match, asked)) is not None)
        elapsed = (time.perf_counter() - began) * 1000
        return Results(text, asked.understood, found.total, elapsed, hits, found.facets, rebuilt=rebuilt)

    def catch_up(self) -> bool:
        """Bring into the index what changed since it last looked; True if it had to be made anew."""
        is_lost = False
        try:
            if not self._is_open:
                is_lost = not self._index.exists() and self._database.changed_since(0)[0] > 0
                self._index.open()
                self._is_open = True
            mark = self._index.mark()
            last, changed = self._database.changed_since(mark)
            if mark <= last:
                self._take(mark, changed)
                return is_lost
            _log.warning("The index is ahead of its library")
        except IndexDamagedError:
            _log.warning("The index is damaged")
        except LibraryBusyError:
            _log.warning("Another program writes the index: searching what it holds")
            return False
        self._rebuild()
        return True

    def forget(self) -> None:
        """Catch up, and leave no word of what was removed for good in the index: slow in a large library."""
        self.catch_up()
        self._index.forget()

    def rebuild(self) -> Iterator[tuple[int, int]]:
        """Make the index anew, telling how many things of how many are done."""
        self._index.reset()
        _, changed = self._database.changed_since(0)
        yield 0, len(changed)
        for done in self._batches(0, changed):
            yield done, len(changed)

    def is_behind(self) -> bool:
        """True if something waits to be indexed."""
        return self._index.mark() != self._database.changed_since(self._index.mark())[0]

    def _rebuild(self) -> None:
        began = time.perf_counter()
        for _ in self.rebuild():
            pass
        _log.info("Made the index anew in %.1f s", time.perf_counter() - began)

    def _take(self, mark: int, changed: list[tuple[int, str, str]]) -> None:
        for _ in self._batches(mark, changed):
            pass

    def _batches(self, mark: int, changed: list[tuple[int, str, str]]) -> Iterator[int]:
        for start in range(0, len(changed), _BATCH):
            batch = changed[start : start + _BATCH]
            mark = batch[-1][0]
            groups = {f"{subject} {key}" for _, subject, key in batch}
            self._index.update(mark, groups, self._entries((subject, key) for _, subject, key in batch))
            yield start + len(batch)

    def _entries(self, things: Iterable[tuple[str, str]]) -> Iterator[Entry]:
        for subject, key in things:
            if subject == "document":
                yield from self._of_document(DocumentId(int(key)))
            elif subject == "annotation":
                yield from self._of_annotation(AnnotationId(key))
            else:
                yield from self._of_position(DocumentId(int(key)))

    def _of_document(self, key: DocumentId) -> Iterator[Entry]:
        held = self._held(key)
        if held:
            for unit in self._documents.content(held).units():
                text = unit.text
                if text:
                    yield Entry(f"document {key}", HitKind.PARAGRAPH, key, unit.address, text, held.header)

    def _of_annotation(self, key: AnnotationId) -> Iterator[Entry]:
        annotation = self._annotations.get(key)
        held = self._held(annotation.place.document) if annotation else None
        if annotation and held:
            yield Entry(
                f"annotation {key}",
                HitKind.ANNOTATION,
                held.id,
                annotation.place.address,
                annotation.text,
                held.header,
                key,
                annotation.kind,
                annotation.tags,
            )

    def _of_position(self, key: DocumentId) -> Iterator[Entry]:
        held = self._held(key)
        code = self._database.delegation()
        ours = (code,) if code else ()
        if held:
            for address, text in self._position_texts(key).items():
                if text:
                    yield Entry(f"position {key}", HitKind.POSITION, key, address, text, held.header, delegations=ours)

    def _position_texts(self, key: DocumentId) -> dict[Address, str]:
        """What a position says: by paragraph, and on the whole document under the empty address."""
        position = self._positions.get(key)
        texts = {Address(""): _joined(position.general, position.internal)}
        return texts | {item.address: _item_text(item) for item in position.items}

    def _held(self, key: DocumentId) -> Held | None:
        held = self._documents.get(key)
        return held if held and not held.trashed else None

    def _hit(self, match: Match, asked: Query) -> Hit | None:
        held = self._held(match.document)
        text = self._text(match) if held else None
        if held is None or text is None:  # it went between the answer and now
            return None
        place = Place(match.document, match.address)
        unit = self._documents.unit(place)
        part = snippet(text, held.header.language, asked)
        annotation = self._annotations.get(match.annotation) if match.annotation else None
        return Hit(
            match.kind,
            held.id,
            held.name,
            str(held.header.reference) if held.header.reference else None,
            held.header.subject,
            held.header.language,
            held.header.marking,
            match.address,
            unit.label if unit else "",
            part.text,
            part.highlights,
            part.why,
            tuple(self._documents.other_languages(place)),
            match.annotation,
            annotation.kind if annotation else "",
        )

    def _text(self, match: Match) -> str | None:
        """The text that the index holds for a match, as it is now."""
        if match.kind is HitKind.ANNOTATION:
            annotation = self._annotations.get(match.annotation) if match.annotation else None
            return annotation.text if annotation else None
        if match.kind is HitKind.POSITION:
            return self._position_texts(match.document).get(match.address)
        unit = self._documents.unit(Place(match.document, match.address))
        return unit.text if unit else None


def _item_text(item: Item) -> str:
    return _joined(item.proposal or "", item.comment, item.internal)


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
