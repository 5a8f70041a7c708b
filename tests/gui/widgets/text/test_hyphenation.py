import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, Kind, Paragraph, View
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.page_metrics import TextLines, division_points, ground_format, lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import set_view

pytest.importorskip("pyphen")

TEXT = "The port managing body shall consult representatives of international organisations on administrative burdens."
SOFT = "\u00ad"


def laid_out(width: float, text: str = TEXT, language: str = "en") -> TextLines:
    unit = Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", text)
    return lay_out_text(set_view(unit, View.MARKED), theme.reading_font(17), width, 27, language=language)


def lines_of(laid: TextLines) -> list[str]:
    text = laid.layout.text()
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in laid.lines()]


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("en", "administrative", "admin-is-trat-ive"),
        ("el", "διαβούλευσης", "δια-βού-λευ-σης"),
        ("fr", "consultation", "consul-ta-tion"),
        ("hu", "asszonnyal", "asszonnyal"),  # its spelling would change
        ("fi", "hallintoviranomainen", "hallintoviranomainen"),  # no patterns
        ("en", "LIMITATIONS", "LIMITATIONS"),
        ("en", "ports", "ports"),
    ],
)
def test_words_are_divided_by_the_rules_of_their_language(language: str, word: str, divided: str) -> None:
    points = division_points(word, language)
    assert "-".join(word[a:b] for a, b in zip([0, *points], [*points, len(word)], strict=True)) == divided


def test_a_narrow_column_divides_words_and_each_place_is_still_that_of_the_text(qtbot: QtBot) -> None:
    laid = laid_out(150)
    assert any(line.endswith(SOFT) for line in lines_of(laid))
    assert laid.text == TEXT
    for offset in range(len(TEXT)):
        caret = laid.caret(offset)
        assert laid.offset_at(QPointF(caret.x() + 0.5, caret.center().y())) == offset
    word = TEXT.index("representatives")
    assert len(laid.line_boxes(word, word + len("representatives"))) == 2
    mark = laid.format_range(word, word + len("representatives"), ground_format("hit"))
    assert laid.layout.text()[mark.start : mark.start + mark.length].replace(SOFT, "") == "representatives"


def test_a_word_stays_whole_where_little_room_is_left_or_the_language_is_unknown(qtbot: QtBot) -> None:
    for width in range(300, 700, 20):
        laid = laid_out(width)
        for line, shown in zip(laid.lines(), lines_of(laid), strict=True):
            assert line.naturalTextWidth() <= width
            if shown.endswith(SOFT):
                whole = laid_out(10_000, shown.rpartition(" ")[0])
                assert width - whole.layout.lineAt(0).naturalTextWidth() > 3 * 17
    unknown = laid_out(150, language="")
    assert SOFT not in unknown.layout.text()


@pytest.mark.parametrize("marked", ["e\u0301tudes", "μη\u0301νες", "a\u030a"])
def test_a_line_ends_within_a_word_only_at_a_hyphen_also_after_a_letter_with_marks(qtbot: QtBot, marked: str) -> None:
    for width in range(200, 500):
        lines = lines_of(laid_out(width, f"On some {marked}, {marked} and {marked}: {TEXT}"))
        assert all(line[-1] in f" {SOFT}" for line in lines[:-1]), (width, lines)
