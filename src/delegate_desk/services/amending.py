"""Amending acts applied to the act that they amend (DESIGN.md section 10)."""

import logging
from collections.abc import Sequence

from delegate_desk.core.amending.amended import AmendedAct, HandPlacement, placements
from delegate_desk.core.amending.application import apply_instructions
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.errors import AmendingFault, NotAmendingError
from delegate_desk.parsing.amending.instructions import amended_acts, instructions, structure_builder
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents

_log = logging.getLogger(__name__)


class Amending:
    def __init__(self, documents: Documents, annotations: Annotations) -> None:
        self._documents, self._annotations = documents, annotations

    def apply(self, base: DocumentId, amending: Sequence[DocumentId]) -> AmendedAct:
        """Apply amending acts to the base act in order. Slow; changes nothing; safe on any thread.

        Raises:
            NotAmendingError: If one of them contains no instruction on the base act, or is in another language.
            UnknownDocumentError: If there is no such document.
        """
        base_act = self._documents.get(base)
        language, reference = base_act.header.language, base_act.header.reference
        acts = []
        for key in amending:
            other = self._documents.get(key)
            if other.header.language != language:
                raise NotAmendingError(other.name, base_act.name, AmendingFault.LANGUAGE)
            amendments = instructions(self._documents.content(key), reference) if reference else []
            if not amendments:
                raise NotAmendingError(other.name, base_act.name, AmendingFault.NOTHING)
            acts.append((key, amendments))
        content = self._documents.content(base)
        placed = [placed for key in amending for placed in placements(self._annotations.own_for_document(key))]
        act = apply_instructions(base, content.paragraphs, acts, structure_builder(language), language, placed)
        _log.info("Applied %d of %d operations", len(act.operations) - len(act.open), len(act.operations))
        return act

    def place(self, placement: HandPlacement) -> Changes:
        """Keep a change that was placed by hand, as a note of ours on the amending provision."""
        note = self._annotations.new(placement.origin, AnnotationKind.NOTE, text=placement.text, tags=[placement.tag])
        return self._annotations.save(note)

    def candidates(self, amending: DocumentId) -> list[LibraryDocument]:
        """The acts in the library that the title of a document says it amends, in its language and its order."""
        document = self._documents.content(amending)
        families = [act.family for act in amended_acts(document)]
        acts = [
            other
            for other in self._documents.all()
            if other.header.language == document.header.language
            and other.header.reference
            and other.header.reference.family in families
        ]
        return sorted(acts, key=lambda other: families.index(other.header.reference.family))  # type: ignore[union-attr]
