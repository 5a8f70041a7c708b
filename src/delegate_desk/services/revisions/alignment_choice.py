"""Laying two texts side by side: by their words where they are of one language, else by place."""

from bisect import bisect_left
from collections.abc import Sequence

from delegate_desk.core.documents.document import Address, Document, MarkUp, Paragraph, View
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.alignment.align import InternalReference, Links, align
from delegate_desk.core.revisions.comparison import ComparisonResult, are_in_two_languages
from delegate_desk.core.revisions.crosslingual.align import align_translations
from delegate_desk.core.revisions.marked_changes import check_marks
from delegate_desk.parsing.references.provision_references import pointers


def align_documents(old: Document, new: Document, view: View) -> Steps[ComparisonResult]:
    """Align two documents and return the outcome of each unit: slow, touches nothing.

    Yields the steps done and their total.
    """
    if are_in_two_languages(old.header, new.header):
        yield 0, 1
        fates, differing = align_translations(old, new, view=view)
        return ComparisonResult(fates, is_cross_language=True, differing=differing)
    fates = yield from align(
        old.units(), new.units(), view=view, links_old=links(old, view), links_new=links(new, view)
    )
    checked = view is View.AFTER and new.mark_up is not MarkUp.NONE
    return ComparisonResult(fates, faults=check_marks(old, new, fates) if checked else ())


def links(document: Document, view: View) -> Links:
    units = document.units()
    known = frozenset(unit.address for unit in units)
    found = {
        unit.address: tuple(_links(unit, unit.visible_offsets(view), known, document.header.language)) for unit in units
    }
    return {address: some for address, some in found.items() if some}


def _links(unit: Paragraph, kept: Sequence[int], known: frozenset[Address], language: str) -> list[InternalReference]:
    if not any(character.isdigit() or character == "(" for character in unit.marked):
        return []
    placed = (
        (bisect_left(kept, one.start), bisect_left(kept, one.end), one.address)
        for one in pointers(unit, known, language)
        if one.is_internal
    )
    return [InternalReference(start, end, address) for start, end, address in placed if start < end]
