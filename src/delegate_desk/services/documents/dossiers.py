"""The dossiers of a library: how its documents hang together, as their papers say and as a person put it right."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from delegate_desk import paths
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Held
from delegate_desk.core.documents.dossier_suggestions import DossierEvidence, Offered, is_loose, rarity, weigh
from delegate_desk.core.documents.dossier_timeline import Timeline, milestone_key, timeline
from delegate_desk.core.documents.dossiers import Dossier, DossierAssignment, bare_file, dossiers, family_mark, gather
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.dossiers import DossierStore

_NO_DOCUMENT = DocumentId(0)


class Dossiers:
    """Gathers dossiers, and keeps what a person says of them."""

    def __init__(self, store: DossierStore, documents: DocumentStore, history: History) -> None:
        self._store = store
        self._documents = documents
        self._history = history

    def all(self, held: Iterable[Held] | None = None) -> list[Dossier]:
        """Return the dossiers of the documents in the library, the dossier with the newest document first.

        Args:
            held: The documents in the library, if already loaded.
        """
        return gather(self._documents.all() if held is None else held, self._store.choices())

    def names(self, held: Iterable[Held] | None = None) -> dict[DocumentId, str]:
        """The name of each document's dossier; ``held`` as in ``all``."""
        return dossiers(self._documents.all() if held is None else held, self._store.choices())

    def of(self, document: DocumentId) -> Dossier:
        """The dossier that a document is of.

        Raises:
            UnknownDocumentError: If it is not held.
        """
        return _of(document, self.all())

    def timeline(self, document: DocumentId) -> Timeline:
        """The dossier of a document in order of time: slow, safe on any thread.

        Raises:
            UnknownDocumentError: If it is not held.
        """
        held, choices = self._documents.all(), self._store.choices()
        dossier = _of(document, gather(held, choices))
        keys = [one.id for one in dossier.documents]
        mentions = self._store.mentions(keys)
        named = [(mention.target, by) for by, some in mentions.items() for mention in some]
        chosen = {family_mark(one) for one in dossier.documents if one.id in choices}
        by_hand = {milestone_key(one) for one in dossier.documents if family_mark(one) in chosen}
        return timeline(dossier, held, named, self._store.ours(keys), by_hand)

    def offers(self, document: DocumentId) -> list[Offered]:
        """The papers that may belong to a document's dossier, the likeliest first: slow, safe on any thread.

        Raises:
            UnknownDocumentError: If the document is not held.
        """
        every = self.all()
        dossier = _of(document, every)
        papers = [paper for paper in self._loose(every) if paper is not dossier]
        return self._weighed([(paper, dossier) for paper in papers], every)

    def homes(self, document: DocumentId) -> list[Offered]:
        """The dossiers that a paper may belong to whose header does not say it, the likeliest first: slow.

        Raises:
            UnknownDocumentError: If the paper is not held.
        """
        every = self.all()
        paper = _of(document, every)
        if paper not in self._loose(every):
            return []
        return self._weighed([(paper, dossier) for dossier in every if dossier is not paper], every)

    def homes_of(self, documents: Iterable[DocumentId]) -> list[Offered]:
        """For papers that came in, the likeliest dossier of each of which the header does not say it: slow."""
        every, came = self.all(), set(documents)
        papers = [paper for paper in self._loose(every) if any(one.id in came for one in paper.documents)]
        found = self._weighed(
            [(paper, dossier) for paper in papers for dossier in every if dossier is not paper], every
        )
        likeliest: dict[str, Offered] = {}
        for offered in found:
            likeliest.setdefault(offered.paper.mark, offered)
        return list(likeliest.values())

    def move(self, documents: Iterable[DocumentId], into: DocumentId) -> Changes:
        """Put documents with their families into the dossier that another is of."""
        every = self.all()
        family, target = _mark_of(into, every), _of(into, every)
        moved = [key for key in self._families(documents, every) if _mark_of(key, every) != family]
        goes_too = target.mark in {_mark_of(key, every) for key in moved}
        return self._choose(moved, family if goes_too else target.mark)

    def part(self, documents: Iterable[DocumentId]) -> Changes:
        """Let documents with their families stand apart, each family by itself."""
        return self._choose(self._families(documents, self.all()), None)

    def take_back(self, documents: Iterable[DocumentId]) -> Changes:
        """Let documents with their families belong where their papers say."""
        chosen = self._store.choices()
        keys = [key for key in self._families(documents, self.all()) if key in chosen]
        return self._record(dict.fromkeys(keys))

    def accept(self, offered: Offered) -> Changes:
        """Put a paper into the dossier that it was offered for."""
        return self._choose([one.id for one in offered.paper.documents], offered.dossier.mark)

    def refuse(self, offered: Offered) -> Changes:
        """Offer a paper no more for that dossier."""
        refused = tuple((one.id, offered.dossier.mark) for one in offered.paper.documents)
        edit = HistoryEdit(EditSubject.DOSSIER, _NO_DOCUMENT, f"no {offered.paper.mark}", (), refused)
        self._history.record(edit, self._put_refusals)
        return self._put_refusals(edit, refused)

    def _weighed(self, pairs: list[tuple[Dossier, Dossier]], every: list[Dossier]) -> list[Offered]:
        refusals = self._store.refusals()
        open_pairs = [
            (paper, dossier)
            for paper, dossier in pairs
            if not any((one.id, mark) in refusals for one in paper.documents for mark in _all_marks(dossier))
        ]
        papers = {one.id for paper, _ in open_pairs for one in paper.documents}
        others = {one.id for _, dossier in open_pairs for one in dossier.documents}
        evidence = DossierEvidence(
            self._store.mentions(papers | others), self._store.files_named(papers), rarity(every, _common_words())
        )
        found = (weigh(paper, dossier, evidence) for paper, dossier in open_pairs)
        return sorted((one for one in found if one), key=lambda one: -one.weight)

    def _loose(self, every: list[Dossier]) -> list[Dossier]:
        """The papers of which nothing says where they belong, and nobody."""
        chosen = self._store.choices().keys()
        return [one for one in every if is_loose(one) and not any(held.id in chosen for held in one.documents)]

    def _families(self, documents: Iterable[DocumentId], every: list[Dossier]) -> list[DocumentId]:
        """Documents with all that are held of their families."""
        marks = {_mark_of(key, every) for key in documents}
        return [one.id for dossier in every for one in dossier.documents if family_mark(one) in marks]

    def _choose(self, documents: Iterable[DocumentId], dossier: str | None) -> Changes:
        choice = DossierAssignment(dossier, datetime.now(UTC))
        return self._record(dict.fromkeys(documents, choice))

    def _record(self, after: Mapping[DocumentId, DossierAssignment | None]) -> Changes:
        if not after:
            return Changes()
        known = self._store.choices()
        before = {key: known.get(key) for key in after}
        edit = HistoryEdit(EditSubject.DOSSIER, _NO_DOCUMENT, f"dossier of {min(after)}", before, dict(after))
        self._history.record(edit, self._put_choices)
        return self._put_choices(edit, after)

    def _put_choices(self, _: HistoryEdit, value: object) -> Changes:
        assert isinstance(value, Mapping)
        self._store.put_choices(value)
        return Changes(documents=frozenset(value))

    def _put_refusals(self, edit: HistoryEdit, value: object) -> Changes:
        """Keep all that the edit refused, or forget it where its earlier value is put back."""
        assert isinstance(edit.after, tuple)
        self._store.put_refusals(edit.after, refused=value == edit.after)
        return Changes(documents=frozenset(key for key, _ in edit.after))


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for words in paths.table("dossier_words")["common"].values() for word in words.split())


def _of(document: DocumentId, every: list[Dossier]) -> Dossier:
    found = next((dossier for dossier in every if any(one.id == document for one in dossier.documents)), None)
    if found is None:
        raise UnknownDocumentError(f"#{document}")
    return found


def _mark_of(document: DocumentId, every: list[Dossier]) -> str:
    return next(family_mark(one) for one in _of(document, every).documents if one.id == document)


def _all_marks(dossier: Dossier) -> set[str]:
    return {*(f"file {bare_file(file)}" for file in dossier.files), *dossier.families}
