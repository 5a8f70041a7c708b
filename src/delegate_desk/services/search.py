"""One box over documents, annotations and positions."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator

from delegate_desk.core.annotations import AnnotationId
from delegate_desk.core.documents import Address, DocumentId, Held, Place
from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.core.positions import Item
from delegate_desk.core.search import Chip, Entry, Hit, HitKind, Results, SavedSearch, Sort, Understood
from delegate_desk.search import query
from delegate_desk.search.index import IndexDamagedError, Match, SearchIndex
from delegate_desk.search.nodes import Query
from delegate_desk.search.snippets import snippet
from delegate_desk.storage.annotations import AnnotationStore
from delegate_desk.storage.database import Database
from delegate_desk.storage.documents import DocumentStore
from delegate_desk.storage.positions import PositionStore
from delegate_desk.storage.searches import SearchStore

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
        searches: SearchStore,
    ) -> None:
        self._index = index
        self._database = database
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._searches = searches
        self._is_open = False

    # Asking

    def find(
        self,
        text: str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        typing: bool = False,
        stemming: bool = True,
        language: str = "en",
        patient: bool = True,
        stopped: Callable[[], bool] | None = None,
    ) -> Results:
        """Answer a query: no text is an error.

        Args:
            text: As typed.
            limit: How many hits to tell of; None for all. They are counted in any case.
            sort: The order of the hits.
            typing: True while the last word may go on.
            stemming: False for exact forms only.
            language: Of the window: its names of fields and operators are known beside the English ones.
            patient: True to bring the index up to date first, and to make a damaged one anew. Without it the answer
                comes at once from what there is: it says how many things wait, and it is partial where there is no
                index yet.
            stopped: Asked now and then; once it is True the answer is what was found until then, ``cut``.
        """
        began = time.perf_counter()
        rebuilt = self.make_ready() if patient else False
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

    def read(self, text: str, *, typing: bool = False, stemming: bool = True, language: str = "en") -> Understood:
        """How a query is read, without searching."""
        return query.parse(text, typing=typing, stemming=stemming).understood

    def complete(self, text: str, at: int, *, language: str = "en") -> list[str]:
        """Whole queries in which the word or the field's value at the cursor goes on, the likeliest first.

        Args:
            text: As typed.
            at: Where the cursor stands: in code points.
            language: Of the window.
        """
        return []

    # Changing a query

    def with_value(self, text: str, field: str, value: str, *, language: str = "en") -> str:
        """A query narrowed by one more value of a field; several of one field stand as ``lang:el|fr``."""
        return f"{text} {field}:{value}".strip()

    def without_value(self, text: str, field: str, value: str, *, language: str = "en") -> str:
        """A query without one value of a field."""
        return " ".join(text.replace(f"{field}:{value}", "").split())

    def without(self, text: str, chip: Chip, *, language: str = "en") -> str:
        """A query without one of its parts."""
        return f"{text[: chip.start].rstrip()} {text[chip.end :].lstrip()}".strip()

    # Searches kept

    def saved(self) -> list[SavedSearch]:
        """The searches kept, by name; how many hits of each are new is counted by ``unseen``."""
        return self._searches.saved()

    def save(self, search: SavedSearch, *, language: str = "en") -> None:
        """Keep a search under its name, in the place of the one that has it; all that it finds now counts as seen.

        Args:
            search: Its query as typed; it is kept so that it means the same in every language.
            language: Of the window in which it was typed.
        """
        self._searches.save(search, self._database.changed_since(0)[0])

    def forget_saved(self, name: str) -> None:
        """Keep a search no more."""
        self._searches.remove(name)

    def looked(self, name: str) -> None:
        """All that a saved search finds now is seen."""
        self._searches.look(name, self._database.changed_since(0)[0])

    def unseen(self, name: str) -> int:
        """How many hits of a saved search are in what came or changed since it was last looked at."""
        return 0

    def recent(self) -> list[str]:
        """The last queries worth remembering, newest first, each once."""
        return self._searches.recent()

    def remember(self, text: str) -> None:
        """Keep a query that led somewhere among the recent ones."""
        self._searches.remember(text)

    def forget_recent(self) -> None:
        """Remember none of the recent queries."""
        self._searches.forget_recent()

    # Keeping the index

    def needs_work(self) -> bool:
        """True if the index lacks something, is lost or damaged: ``upkeep`` puts it right."""
        return not self._is_open or self.is_behind()

    def upkeep(self) -> Iterator[tuple[int, int]]:
        """All that keeps the index well, in short steps: what waits is taken in, segments merge, files are verified.

        For the background: it tells how many things of how many are taken in, and may be given up at any step. Where
        another upkeep of this desk is under way it ends at once.
        """
        yield 0, 0
        self.make_ready()

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Take in what waits, telling how many things of how many are done; an index that is lost is made anew."""
        yield 0, 0
        self.make_ready()

    def make_ready(self) -> bool:
        """Bring the index up to date, now; True if it had to be made anew."""
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
        self.make_ready()
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
