"""The dossiers of a library, as documents state them and as the delegate corrected them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from delegate_desk import paths
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.dossier_timeline import Timeline, build_timeline, milestone_key
from delegate_desk.core.documents.dossiers import (
    Dossier,
    DossierAssignment,
    DossierCandidate,
    DossierEvidence,
    collect_dossiers,
    dossier_names,
    family_mark,
    file_without_procedure,
    is_unassigned,
    suggest_dossier,
    word_rarity,
)
from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores

_NO_DOCUMENT = DocumentId(0)


class Dossiers:
    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = stores.dossiers
        self._documents = stores.documents
        self._history = history

    def all(self, documents: Iterable[LibraryDocument] | None = None) -> list[Dossier]:
        """Return the dossiers of all documents, which may be given if already loaded; that of the newest first."""
        return collect_dossiers(self._documents.all() if documents is None else documents, self._store.choices())

    def names(self, documents: Iterable[LibraryDocument] | None = None) -> dict[DocumentId, str]:
        """Return the name of each document's dossier; ``documents`` as for ``all``."""
        return dossier_names(self._documents.all() if documents is None else documents, self._store.choices())

    def for_document(self, document: DocumentId) -> Dossier:
        """Return the dossier of a document.

        Raises:
            UnknownDocumentError: If it is not in the library.
        """
        return _dossier_for_document(document, self.all())

    def timeline(self, document: DocumentId) -> Timeline:
        """Return the dossier of a document in chronological order. Slow; safe on any thread.

        Raises:
            UnknownDocumentError: If it is not in the library.
        """
        documents, choices = self._documents.all(), self._store.choices()
        dossier = _dossier_for_document(document, collect_dossiers(documents, choices))
        keys = [member.id for member in dossier.documents]
        mentions = self._store.mentions(keys)
        citations = [(mention.target, citing) for citing, mentioned in mentions.items() for mention in mentioned]
        chosen = {family_mark(member) for member in dossier.documents if member.id in choices}
        by_hand = {milestone_key(member) for member in dossier.documents if family_mark(member) in chosen}
        return build_timeline(dossier, documents, citations, self._store.own_item_counts(keys), by_hand)

    def offers(self, document: DocumentId) -> list[DossierCandidate]:
        """Return the documents that may belong to a document's dossier, most likely first. Slow; safe on any thread.

        Raises:
            UnknownDocumentError: If the document is not in the library.
        """
        dossiers = self.all()
        dossier = _dossier_for_document(document, dossiers)
        candidates = [candidate for candidate in self._unassigned_documents(dossiers) if candidate is not dossier]
        return self._weigh_pairs([(candidate, dossier) for candidate in candidates], dossiers)

    def suggestions_for_document(self, document: DocumentId) -> list[DossierCandidate]:
        """Return the dossiers that a document without a dossier in its header may belong to, most likely first. Slow.

        Raises:
            UnknownDocumentError: If the document is not in the library.
        """
        dossiers = self.all()
        candidate = _dossier_for_document(document, dossiers)
        if candidate not in self._unassigned_documents(dossiers):
            return []
        return self._weigh_pairs([(candidate, dossier) for dossier in dossiers if dossier is not candidate], dossiers)

    def suggestions_for_documents(self, documents: Iterable[DocumentId]) -> list[DossierCandidate]:
        """Return the most likely dossier of each imported document without a dossier in its header. Slow."""
        dossiers, imported = self.all(), set(documents)
        candidates = [
            new
            for new in self._unassigned_documents(dossiers)
            if any(document.id in imported for document in new.documents)
        ]
        suggestions = self._weigh_pairs(
            [(new, dossier) for new in candidates for dossier in dossiers if dossier is not new], dossiers
        )
        likeliest: dict[str, DossierCandidate] = {}
        for offered in suggestions:
            likeliest.setdefault(offered.candidate.family_mark, offered)
        return list(likeliest.values())

    def move(self, documents: Iterable[DocumentId], into: DocumentId) -> Changes:
        """Move documents with their families to the dossier of another document."""
        dossiers = self.all()
        family, target = _mark_for_document(into, dossiers), _dossier_for_document(into, dossiers)
        moved = [key for key in self._families(documents, dossiers) if _mark_for_document(key, dossiers) != family]
        goes_too = target.family_mark in {_mark_for_document(key, dossiers) for key in moved}
        choice = DossierAssignment(family if goes_too else target.family_mark, datetime.now(UTC))
        return self._record(dict.fromkeys(moved, choice))

    def separate(self, documents: Iterable[DocumentId]) -> Changes:
        """Make documents with their families a dossier of their own, one per family."""
        choice = DossierAssignment(None, datetime.now(UTC))
        return self._record(dict.fromkeys(self._families(documents, self.all()), choice))

    def reset_assignments(self, documents: Iterable[DocumentId]) -> Changes:
        """Return documents with their families to the dossier that they state themselves."""
        chosen = self._store.choices()
        keys = [key for key in self._families(documents, self.all()) if key in chosen]
        return self._record(dict.fromkeys(keys))

    def accept(self, offered: DossierCandidate) -> Changes:
        choice = DossierAssignment(offered.dossier.family_mark, datetime.now(UTC))
        return self._record({document.id: choice for document in offered.candidate.documents})

    def refuse(self, offered: DossierCandidate) -> Changes:
        """Do not suggest a document for that dossier again."""
        refusals = tuple((document.id, offered.dossier.family_mark) for document in offered.candidate.documents)
        edit = HistoryEdit(EditSubject.DOSSIER, _NO_DOCUMENT, f"no {offered.candidate.family_mark}", (), refusals)
        return self._history.do(edit, self._apply_refusals)

    def _weigh_pairs(self, pairs: list[tuple[Dossier, Dossier]], dossiers: list[Dossier]) -> list[DossierCandidate]:
        refusals = self._store.refusals()
        open_pairs = []
        for candidate, dossier in pairs:
            marks = {*(f"file {file_without_procedure(file)}" for file in dossier.files), *dossier.families}
            if not any((document.id, mark) in refusals for document in candidate.documents for mark in marks):
                open_pairs.append((candidate, dossier))
        ids = {document.id for candidate, _ in open_pairs for document in candidate.documents}
        others = {document.id for _, dossier in open_pairs for document in dossier.documents}
        evidence = DossierEvidence(
            self._store.mentions(ids | others), self._store.files_named(ids), word_rarity(dossiers, _common_words())
        )
        suggestions = (suggest_dossier(candidate, dossier, evidence) for candidate, dossier in open_pairs)
        return sorted((s for s in suggestions if s), key=lambda s: -s.weight)

    def _unassigned_documents(self, dossiers: list[Dossier]) -> list[Dossier]:
        """Return the documents that neither they themselves nor the delegate assigned to a dossier."""
        chosen = self._store.choices().keys()
        return [
            dossier
            for dossier in dossiers
            if is_unassigned(dossier) and not any(document.id in chosen for document in dossier.documents)
        ]

    def _families(self, documents: Iterable[DocumentId], dossiers: list[Dossier]) -> list[DocumentId]:
        """Return documents with all documents of their families in the library."""
        marks = {_mark_for_document(key, dossiers) for key in documents}
        return [document.id for dossier in dossiers for document in dossier.documents if family_mark(document) in marks]

    def _record(self, after: Mapping[DocumentId, DossierAssignment | None]) -> Changes:
        if not after:
            return Changes()
        choices = self._store.choices()
        before = {key: choices.get(key) for key in after}
        edit = HistoryEdit(EditSubject.DOSSIER, _NO_DOCUMENT, f"dossier of {min(after)}", before, dict(after))
        return self._history.do(edit, self._apply_choices)

    def _apply_choices(self, _: HistoryEdit, value: object) -> Changes:
        assert isinstance(value, Mapping)
        self._store.save_choices(value)
        return Changes(documents=frozenset(value))

    def _apply_refusals(self, edit: HistoryEdit, value: object) -> Changes:
        """Store the refusals of an edit, or remove them if the edit is undone."""
        assert isinstance(edit.after, tuple)
        self._store.save_refusals(edit.after, refused=value == edit.after)
        return Changes(documents=frozenset(key for key, _ in edit.after))


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for words in paths.load_table("dossier_words")["common"].values() for word in words.split())


def _dossier_for_document(document: DocumentId, dossiers: list[Dossier]) -> Dossier:
    found = next((dossier for dossier in dossiers if any(member.id == document for member in dossier.documents)), None)
    if found is None:
        raise UnknownDocumentError(f"#{document}")
    return found


def _mark_for_document(document: DocumentId, dossiers: list[Dossier]) -> str:
    return next(family_mark(d) for d in _dossier_for_document(document, dossiers).documents if d.id == document)
