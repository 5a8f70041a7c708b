"""Makes Word files of comparisons."""

from delegate_desk.core.documents.document import Document, Held
from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.export import labels
from delegate_desk.export.layouts import comparison as layout
from delegate_desk.export.layouts.comparison import ComparedText, ComparisonExport
from delegate_desk.services.export.export import date_of, now
from delegate_desk.services.export.export_builder import cites


def content(
    comparison: Comparison,
    old: tuple[Held, Document],
    new: tuple[Held, Document],
    delegation: str | None,
    markup: MarkupStyle,
    language: str | None,
) -> bytes:
    """The Word file of a comparison: slow.

    Args:
        comparison: The two texts, compared.
        old: The old document with its text.
        new: The new one with its text.
        delegation: Who sends it, a code; None where that is not known.
        markup: How changes are shown.
        language: Of the labels; None for the new document's where it is one of ``LABEL_LANGUAGES``, else English.
    """
    from delegate_desk.export.docx.renderer import render

    moment = now()
    known = labels.load(language or new[0].header.language)
    before, after = (
        ComparedText(name(held, comparison), document, cites(document, (), known)) for held, document in (old, new)
    )
    compared = ComparisonExport(comparison, before, after, delegation, date_of(moment))
    return render(layout.lay_out(compared, known, markup), moment)


def name(held: Held, comparison: Comparison) -> str:
    """What one of the two is called; with its language where they are in two."""
    return f"{held.name} ({held.header.language})" if comparison.across else held.name
