"""Makes Word files of comparisons."""

from delegate_desk.core.documents.document import Document, LibraryDocument
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.export import labels
from delegate_desk.export.layouts import comparison as layout
from delegate_desk.export.layouts.comparison import ComparedText, ComparisonExport
from delegate_desk.services.export.export import local_date, now
from delegate_desk.services.export.export_builder import cites


def content(
    comparison: Comparison,
    old: tuple[LibraryDocument, Document],
    new: tuple[LibraryDocument, Document],
    delegation: str | None,
    markup: MarkupStyle,
    language: str | None,
) -> bytes:
    """Return the Word file of a comparison: slow.

    Args:
        comparison: The two texts, compared.
        old: The old document with its text.
        new: The new document with its text.
        delegation: Code of the sender; None if it is not known.
        markup: Style of the changes.
        language: Of the labels; None for the new document's if it is in ``LABEL_LANGUAGES``, else English.
    """
    from delegate_desk.export.docx.renderer import render

    moment = now()
    known = labels.load(language or new[0].header.language)
    before, after = (
        ComparedText(name(held, comparison), document, cites(document, (), known)) for held, document in (old, new)
    )
    compared = ComparisonExport(comparison, before, after, delegation, local_date(moment))
    return render(layout.lay_out(compared, known, markup), moment)


def name(held: LibraryDocument, comparison: Comparison) -> str:
    """Name of a compared document, with its language if the two are in different languages."""
    return f"{held.name} ({held.header.language})" if comparison.is_cross_language else held.name
