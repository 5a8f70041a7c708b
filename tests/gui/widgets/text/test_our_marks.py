import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from delegate_desk.core.documents.document import Address, Kind, Mark, Paragraph, Span, View
from delegate_desk.core.word_diff import diff_words
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.page_metrics import lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import TypesetText, set_proposal, set_view

WORDS = "mmmmm mmmmm"


def drawn(setting: TypesetText, size: int = 17) -> QImage:
    """Words as drawn by the reader, in the grey of a printer without colour."""
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(theme.color("paper"))
    lines = lay_out_text(setting, theme.reading_font(size), 380, 30)
    painter = QPainter(image)
    painter.setPen(theme.color("ink"))
    lines.layout.draw(painter, QPointF(4, 4))
    page_metrics.draw(painter, setting, lines, QPointF(4, 4))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def unit(*spans: Span) -> Paragraph:
    return Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", WORDS, spans=spans)


def ruled(image: QImage) -> list[int]:
    """The heights at which a line runs through the gap between the two words."""
    (gap,) = lay_out_text(set_view(unit(), View.MARKED), theme.reading_font(), 380, 30).line_boxes(5, 6)
    x = round(4 + gap.center().x())
    ground = image.pixelColor(390, 0).value()
    return [y for y in range(image.height()) if abs(image.pixelColor(x, y).value() - ground) > 60]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_ours_and_theirs_differ_in_shape_where_there_is_no_colour(look: str) -> None:
    theme.apply_choices(look, "comfortable", still=False)
    theirs_added = drawn(set_view(unit(Span(0, 11, Mark.ADDED)), View.MARKED))
    theirs_deleted = drawn(set_view(unit(Span(0, 11, Mark.REMOVED)), View.MARKED))
    ours_added = drawn(
        set_proposal(Paragraph(Address("p"), Kind.PARAGRAPH, "", ""), diff_words("", WORDS), View.MARKED)
    )
    ours_deleted = drawn(set_proposal(unit(), diff_words(WORDS, ""), View.MARKED))
    images = [theirs_added, theirs_deleted, ours_added, ours_deleted]
    assert all(one != other for n, one in enumerate(images) for other in images[n + 1 :])


def test_what_we_add_has_two_lines_and_no_ground() -> None:
    made = set_proposal(Paragraph(Address("p"), Kind.PARAGRAPH, "", ""), diff_words("", WORDS), View.MARKED)
    lines = lay_out_text(made, theme.reading_font(), 380, 30)
    (made_range,) = lines.layout.formats()
    form = made_range.format
    assert form.foreground().color() == theme.color("accent")
    assert not form.hasProperty(form.Property.BackgroundBrush)
    assert not form.fontUnderline()
    assert len(ruled(drawn(made))) == 2


def test_what_we_delete_keeps_the_looks_that_the_document_gave_it() -> None:
    made = set_proposal(unit(Span(0, 11, Mark.ADDED)), diff_words(WORDS, ""), View.MARKED)
    lines = lay_out_text(made, theme.reading_font(), 380, 30)
    for one in lines.layout.formats():
        assert one.format.background().color() == theme.color("added_ground")
        assert one.format.fontUnderline()
        assert not one.format.fontStrikeOut()


def test_the_lines_under_what_we_add_begin_and_end_with_its_words() -> None:
    added = [
        set_proposal(unit(), diff_words(WORDS, f"{WORDS}{words}"), View.MARKED) for words in (" nn nn  ", " nn nn")
    ]
    assert drawn(added[0]) == drawn(added[1])
    wrapped = lay_out_text(set_view(unit(), View.MARKED), theme.reading_font(), 100, 30)
    first, second = wrapped.line_boxes(0, 11)
    assert (second.left(), first.right()) == (0, second.right())  # without the space between the two words
