from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationFilter, Grouping
from delegate_desk.core.documents.document import Place
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import AnnotationRow, head_for_group, rows_for_groups
from delegate_desk.gui.annotations.list_printing import html_for_rows, page_for_rows
from delegate_desk.gui.widgets.printing import pdf_for_mail


def rows(desk: Desk) -> list[AnnotationRow]:
    browse = desk.annotation_list.load(datetime.now(UTC))
    found = browse.find(AnnotationFilter())
    return rows_for_groups(found.groups, lambda group: head_for_group(Grouping.DOCUMENT, group, browse))


def without_spaces(text: str) -> str:
    """A text as a PDF surely has it: spaces are a guess of its reader, and mu is the sign of micro in some types."""
    return "".join(fold(text).split())


@pytest.mark.usefixtures("qapp")
def test_what_is_shown_is_printed_to_a_pdf_with_its_marking_on_each_page(desk: Desk, first: Place) -> None:
    for n in range(60):
        text = f"Note {n}: noise & <ports>, λιμάνια."
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text, tags=("capital",)))
    with pypdfium2.PdfDocument(pdf_for_mail(page_for_rows(rows(desk), datetime.now(UTC)))) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 1
    assert all(page.count("LIMITE") >= 2 and "INTERNAL" in page for page in pages)
    joined = without_spaces("".join(pages))
    said = [without_spaces(f"Note {n}: noise & <ports>, λιμάνια.") for n in range(60)]
    assert [one for one in said if one not in joined] == []
    assert f"{len(pages)}/{len(pages)}" in pages[-1]


@pytest.mark.usefixtures("qapp")
def test_what_circulates_is_not_called_internal(desk: Desk, first: Place) -> None:
    new = desk.annotations.new(first, AnnotationKind.NOTE, text="a\nb", words="The Council")
    desk.annotations.save(new)
    assert "Internal" in html_for_rows(rows(desk), datetime.now(UTC))
    desk.annotations.set_many([new.id], lambda one: replace(one, visibility=Visibility.CIRCULATION))
    printed = html_for_rows(rows(desk), datetime.now(UTC))
    assert "Internal" not in printed
    assert "“The Council”" in printed
    assert "a<br>b" in printed
