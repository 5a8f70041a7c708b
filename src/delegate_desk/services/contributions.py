"""Contributions of other delegations: import, view by provision, and manual placement."""

import logging
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.contributions.contribution import Contribution, ContributionId, PlacedComment
from delegate_desk.core.contributions.placement import ProvisionFinder
from delegate_desk.core.delegations import OTHERS, delegation
from delegate_desk.core.documents.document import Address, Document, DocumentId
from delegate_desk.core.errors import NothingContributedError, UnknownDelegationError
from delegate_desk.parsing.contributions import reader as papers
from delegate_desk.parsing.contributions import vocabulary
from delegate_desk.services.documents.document_lookup import DocumentLookup
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.stores.positions import ContributionStore, StoredContribution

_log = logging.getLogger(__name__)


class Contributions:
    def __init__(self, store: ContributionStore, documents: DocumentLookup, history: History) -> None:
        self._store = store
        self._documents = documents
        self._history = history
        self.documents = store.with_contributions

    def for_document(self, document: DocumentId) -> list[Contribution]:
        """Return the contributions on a document, by document in the order of import.

        Comments placed on a unit that was moved or changed when the document was re-read are placed again.
        """
        contributions = self._store.for_document(document)
        if not contributions:
            return []
        content = self._documents.content(document)
        return [self._relocate(contribution, content) for contribution in contributions]

    def candidates(self, contribution: Contribution) -> dict[int, tuple[Address, ...]]:
        """Return, for each part without a place (by number), the places it may belong to, most likely first."""
        content = self._documents.content(contribution.document)
        places = self._places(content, contribution.paper)
        lost = ((n, part) for n, part in enumerate(contribution.placed) if part.address is None and not part.is_general)
        return {n: places.candidates(part) for n, part in lost}

    def read(self, paper: DocumentId, document: DocumentId, delegations: Iterable[str] = ()) -> Contribution:
        """Read a paper as a contribution on a document, without saving it; a long paper takes a second.

        Args:
            delegations: Codes of the authors; if empty, those that the paper itself names.

        Raises:
            UnknownDocumentError: If there is no such document.
            UnknownDelegationError: If a code belongs to no delegation.
            NothingContributedError: If the paper comments on no provision, or is the document itself.
        """
        codes: dict[str, None] = {}
        for typed in delegations:
            code = typed.strip().upper()
            author = delegation(typed) or (code if code in OTHERS else None)
            if author is None:
                raise UnknownDelegationError(typed)
            codes[author] = None
        paper_document = self._documents.get(paper)
        comments = papers.read(self._documents.content(paper), tuple(codes), file_name=paper_document.file_name)
        content = self._documents.content(document)
        placed = self._places(content, paper).place(comments) if paper != document else ()
        if not placed:
            raise NothingContributedError(paper_document.name, self._documents.get(document).name)
        key = ContributionId(str(uuid.uuid4()))
        return Contribution(key, document, paper, placed)

    def add(self, contribution: Contribution) -> Changes:
        """Save a contribution that was read; it replaces an earlier import of the same paper on the same document."""
        content = self._documents.content(contribution.document)
        others = self._store.for_document(contribution.document)
        before = next((other for other in others if other.contribution.paper == contribution.paper), None)
        if before is not None:
            contribution = replace(contribution, id=before.contribution.id)
        added = before.added if before else datetime.now(UTC)
        _log.info(
            "Contribution of document %d on %d: %d parts, %d without a place",
            contribution.paper, contribution.document, len(contribution.placed), len(contribution.unplaced),
        )  # fmt: skip
        return self._write(before, StoredContribution(contribution, added, _unit_texts(contribution.placed, content)))

    def remove(self, key: ContributionId) -> Changes:
        """Delete a contribution; its paper stays in the library."""
        contribution = self._store.get(key)
        return Changes() if contribution is None else self._write(contribution, None)

    def place(self, key: ContributionId, part: int, address: Address | None, *, is_general: bool = False) -> Changes:
        """Set the place of a part of a contribution, numbered from 0; None removes its place, or makes it general."""
        contribution = self._store.get(key)
        if contribution is None or not 0 <= part < len(contribution.contribution.placed):
            return Changes()
        content = self._documents.content(contribution.contribution.document)
        parts = list(self._relocate(contribution, content).placed)
        comments = self._places(content, contribution.contribution.paper).place_by_hand(parts[part], address)
        parts[part : part + 1] = [replace(comment, is_general=is_general) for comment in comments]
        after = replace(contribution.contribution, placed=tuple(parts))
        stored = StoredContribution(after, contribution.added, _unit_texts(after.placed, content))
        return self._write(contribution, stored)

    def _relocate(self, contribution: StoredContribution, document: Document) -> Contribution:
        """Update the places of a contribution to the current reading of the document."""
        value = contribution.contribution
        texts = {unit.address: unit.text for unit in document.units()}
        addresses: dict[str, list[Address]] = {}
        for address, text in texts.items():
            addresses.setdefault(text, []).append(address)
        places = self._places(document, value.paper)
        parts = []
        for part, old_text in zip(value.placed, contribution.unit_texts, strict=True):
            place = part.address if part.after is None else part.after
            if part.is_general or place is None or not place or texts.get(place) == old_text:
                parts.append(places.with_word_diff(part))
                continue
            moved = addresses.get(old_text, [])
            if part.after is None and len(moved) == 1:
                parts.append(places.with_word_diff(replace(part, address=moved[0])))
            else:
                parts += places.place([replace(part, address=None, by_hand=False)])
        return replace(value, placed=tuple(parts))

    def _places(self, text: Document, paper: DocumentId) -> ProvisionFinder:
        language = self._documents.get(paper).header.language
        return ProvisionFinder(text.units(), vocabulary.labels(), same_language=language == text.header.language)

    def _write(self, before: StoredContribution | None, after: StoredContribution | None) -> Changes:
        stored = after or before
        assert stored is not None
        key = f"contribution {stored.contribution.id}"
        edit = HistoryEdit(EditSubject.CONTRIBUTION, stored.contribution.document, key, before, after)
        return self._history.do(edit, self._apply_edit)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        key = ContributionId(edit.key.removeprefix("contribution "))
        if value is None:
            self._store.remove(key)
        else:
            assert isinstance(value, StoredContribution)
            self._store.save(value)
        return Changes(contributions=frozenset({edit.document}))


def _unit_texts(placed: Iterable[PlacedComment], document: Document) -> tuple[str, ...]:
    """Return for each part the text of its unit, or of the unit that it would follow."""
    texts = {unit.address: unit.text for unit in document.units()}
    addresses = (part.address if part.after is None else part.after for part in placed)
    return tuple(texts.get(address, "") if address is not None else "" for address in addresses)
