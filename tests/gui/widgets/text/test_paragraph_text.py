"""A paragraph as it is set, divided into lines, marked, and searched."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, Call, Kind, Mark, Paragraph, Span, View
from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.page_metrics import TextLines, division_points, ground_format, lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import (
    StyledSpan,
    TextStyle,
    TypesetText,
    from_qt,
    set_proposal,
    set_view,
    to_qt,
)
from delegate_desk.gui.widgets.text.text_find import fold_document


def _unit(marked: str, *spans: Span, calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", marked, spans=spans, calls=calls)


FOOTNOTED = _unit("One two.", Span(4, 7, Mark.BOLD), calls=(Call(3, Address("fn_1")), Call(8, Address("fn_12"))))
CHANGED = _unit("must should act", Span(0, 4, Mark.REMOVED), Span(5, 11, Mark.ADDED))


def test_calls_stand_as_digits_where_they_are_called_and_what_is_chosen_leads_back_to_the_text() -> None:
    made = set_view(FOOTNOTED, View.AFTER)
    assert made.span(0, 8) == (0, 7)
    assert made.ranges(0, 7) == [(0, 3), (4, 8)]
    assert made.document_text(0, 11) == "One two."
    assert made.text == "One1 two.12"
    assert [(start, end) for start, end, _ in made.calls] == [(3, 4), (9, 11)]
    assert StyledSpan(5, 8, TextStyle.BOLD) in made.stretches


@pytest.mark.parametrize(
    ("note", "label"), [("fn_2", "*1"), ("fn_1-2", "1"), ("fn_3", "**"), ("fn_12", "7a"), ("fn_4", "i")]
)
def test_a_call_is_set_with_the_label_that_is_printed(note: str, label: str) -> None:
    unit = _unit("must act now", Span(0, 5, Mark.REMOVED), calls=(Call(8, Address(note), label),))
    assert set_view(unit, View.MARKED).text == f"must act{label} now"
    assert set_view(unit, View.AFTER).text == f"act{label} now"
    assert set_proposal(unit, diff_words("act now", "act soon"), View.AFTER).document_text(0, 20) == "act now"


def test_words_of_the_text_after_are_found_among_marked_words_which_alone_show_what_is_new_and_gone() -> None:
    made = set_view(CHANGED, View.MARKED)
    assert {s.style for s in made.stretches} == {TextStyle.REMOVED, TextStyle.ADDED}
    assert set_view(CHANGED, View.AFTER).stretches == ()
    assert CHANGED.text == "should act"
    assert made.ranges(0, 6) == [(5, 11)]
    assert made.span(0, 11) == (0, 6)


def test_a_proposal_shows_what_it_adds_and_takes_and_keeps_the_calls() -> None:
    made = set_proposal(FOOTNOTED, diff_words("One two.", "One three two."), View.AFTER)
    assert made.text == "One1 three two.12"
    assert made.document_text(0, len(made.text)) == "One two."
    assert said(made, TextStyle.WE_ADD) == [" three"]
    assert said(made, TextStyle.BOLD) == ["two"]


def marked_up(written: str) -> Paragraph:
    """A unit whose changes are written as ``{+added+}`` and ``{-deleted-}``."""
    marked, spans = "", []
    for kind, words, plain in re.findall(r"\{([+-])(.*?)[+-]\}|([^{]+)", written):
        if kind:
            mark = Mark.ADDED if kind == "+" else Mark.REMOVED
            spans.append(Span(len(marked), len(marked) + len(words), mark))
        marked += words or plain
    return _unit(marked, *spans)


def said(made: TypesetText, look: TextStyle) -> list[str]:
    return [made.text[s.start : s.end] for s in made.stretches if s.style is look]


BOTH = [
    # the text, our drafting, and the result: «we add», ‹we delete›
    ("at least {-eight-} {+seven+} hours", "at least eight hours", "at least eight ‹seven›«eight» hours"),
    ("It {-may-} {+shall+} act.", "It should act.", "It may ‹shall›«should» act."),
    ("It shall {-not-} act.", "It shall always act.", "It shall not «always »act."),
    ("Ports {+and harbours+} close.", "Ports close.", "Ports‹ and harbours› close."),
    ("{-Old.-} {+New.+}", "New. Ours.", "Old. New.«_Ours.»"),
    ("{+All of it is new.+}", "", "‹All of it is new.›"),
    ("{-All of it is gone.-}", "We keep it.", "All of it is gone.«We keep it.»"),
    (
        "Les ports {-doivent-} {+peuvent+} fermer.",
        "Les ports devraient fermer.",
        "Les ports doivent ‹peuvent›«devraient» fermer.",
    ),
    (
        "Οι λιμένες {-μπορούν να-} {+πρέπει να+} κλείνουν.",
        "Οι λιμένες θα κλείνουν.",
        "Οι λιμένες μπορούν να ‹πρέπει να›«θα» κλείνουν.",
    ),
    (
        "Пристанищата {-могат-} {+трябва+} да затварят.",
        "Пристанищата ще да затварят.",
        "Пристанищата могат ‹трябва›«ще» да затварят.",
    ),
    (
        "Häfen {+, Reeden+}schließen [um 22 Uhr].",
        "Häfen , Reedenschließen um 23 Uhr.",
        "Häfen , Reedenschließen ‹[›um ‹22›«23» Uhr‹]›.",
    ),
    ("alpha {+beta gamma+} delta", "alpha beta x gamma delta", "alpha beta «x »gamma delta"),
]


@pytest.mark.parametrize(("written", "ours", "set_as"), BOTH)
def test_the_document_keeps_its_own_marks_under_our_drafting(written: str, ours: str, set_as: str) -> None:
    unit = marked_up(written)
    made = set_proposal(unit, diff_words(unit.text, ours), View.MARKED)
    signs = {TextStyle.WE_ADD: "«»", TextStyle.WE_DELETE: "‹›"}
    stretches = sorted((s for s in made.stretches if s.style in signs), key=lambda s: -s.start)
    shown = made.text
    for s in stretches:
        opened, closed = signs[s.style][0], signs[s.style][1]
        shown = shown[: s.start] + opened + shown[s.start : s.end] + closed + shown[s.end :]
    assert shown.replace("«_", "« ") == set_as.replace("«_", "« ")
    for look in (TextStyle.ADDED, TextStyle.REMOVED):
        plain = set_view(unit, View.MARKED)
        assert "".join(said(made, look)) == "".join(said(plain, look))
    after = "".join(
        c
        for n, c in enumerate(made.text)
        if not any(s.start <= n < s.end and s.style in (TextStyle.REMOVED, TextStyle.WE_DELETE) for s in made.stretches)
    )
    assert " ".join(after.split()) == " ".join(ours.split())


@given(st.text("ab ", max_size=15), st.text("ab ", max_size=15), st.lists(st.integers(0, 15), max_size=3))
def test_each_character_of_the_text_is_set_once_under_a_proposal(old: str, new: str, offsets: list[int]) -> None:
    calls = tuple(Call(min(o, len(old)), Address(f"fn_{n}")) for n, o in enumerate(sorted(offsets)))
    made = set_proposal(_unit(old, calls=calls), diff_words(old, new), View.MARKED)
    assert made.document_text(0, len(made.text)) == old
    assert made.origin[-1] == len(old)
    assert len(made.calls) == len(calls)
    assert len(made.origin) == len(made.text) + 1


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_place_comes_back_from_qt_as_it_went(text: str, place: int) -> None:
    place = min(place, len(text))
    assert from_qt(text, to_qt(text, place)) == place
    assert to_qt(text, place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


TEXT = "The port managing body shall consult representatives of international organisations on administrative burdens."
SOFT = "\u00ad"


def laid_out(width: float, text: str = TEXT, language: str = "en") -> TextLines:
    return lay_out_text(set_view(_unit(text), View.MARKED), theme.reading_font(17), width, 27, language=language)


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


def two_words(*spans: Span) -> Paragraph:
    return _unit(WORDS, *spans)


def ruled(image: QImage) -> list[int]:
    """The heights at which a line runs through the gap between the two words."""
    (gap,) = lay_out_text(set_view(two_words(), View.MARKED), theme.reading_font(), 380, 30).line_boxes(5, 6)
    x = round(4 + gap.center().x())
    ground = image.pixelColor(390, 0).value()
    return [y for y in range(image.height()) if abs(image.pixelColor(x, y).value() - ground) > 60]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_ours_and_theirs_differ_in_shape_where_there_is_no_colour(look: str) -> None:
    theme.apply_choices(look, "comfortable", still=False)
    theirs_added = drawn(set_view(two_words(Span(0, 11, Mark.ADDED)), View.MARKED))
    theirs_deleted = drawn(set_view(two_words(Span(0, 11, Mark.REMOVED)), View.MARKED))
    ours_added = drawn(set_proposal(_unit(""), diff_words("", WORDS), View.MARKED))
    ours_deleted = drawn(set_proposal(two_words(), diff_words(WORDS, ""), View.MARKED))
    images = [theirs_added, theirs_deleted, ours_added, ours_deleted]
    assert all(one != other for n, one in enumerate(images) for other in images[n + 1 :])


def test_what_we_add_has_two_lines_and_no_ground() -> None:
    made = set_proposal(_unit(""), diff_words("", WORDS), View.MARKED)
    lines = lay_out_text(made, theme.reading_font(), 380, 30)
    (made_range,) = lines.layout.formats()
    form = made_range.format
    assert form.foreground().color() == theme.color("accent")
    assert not form.hasProperty(form.Property.BackgroundBrush)
    assert not form.fontUnderline()
    assert len(ruled(drawn(made))) == 2


def test_what_we_delete_keeps_the_looks_that_the_document_gave_it() -> None:
    made = set_proposal(two_words(Span(0, 11, Mark.ADDED)), diff_words(WORDS, ""), View.MARKED)
    lines = lay_out_text(made, theme.reading_font(), 380, 30)
    for one in lines.layout.formats():
        assert one.format.background().color() == theme.color("added_ground")
        assert one.format.fontUnderline()
        assert not one.format.fontStrikeOut()


def test_the_lines_under_what_we_add_begin_and_end_with_its_words() -> None:
    added = [
        set_proposal(two_words(), diff_words(WORDS, f"{WORDS}{words}"), View.MARKED) for words in (" nn nn  ", " nn nn")
    ]
    assert drawn(added[0]) == drawn(added[1])
    wrapped = lay_out_text(set_view(two_words(), View.MARKED), theme.reading_font(), 100, 30)
    first, second = wrapped.line_boxes(0, 11)
    assert (second.left(), first.right()) == (0, second.right())  # without the space between the two words


def found(text: str, typed: str) -> list[str]:
    return [text[start:end] for _, start, end in fold_document([_unit(text)], View.MARKED, {}).find(typed)]


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Ο ΚΑΝΟΝΙΣΜΟΣ· ο κανονισμός", "κανονισμοσ", ["ΚΑΝΟΝΙΣΜΟΣ", "κανονισμός"]),
        ("«quiet» – “hours”", '"quiet" - "hours"', ["«quiet» – “hours”"]),
        ("Article\u00a05 is har\u00admonised", "article 5 is harmonised", ["Article\u00a05 is har\u00admonised"]),
        ("Straße, Fluß … œuvre", "fluss", ["Fluß"]),  # letters that fold to two keep the places right
        ("Straße, Fluß … œuvre", "oeuv", ["œuv"]),
    ],
)
def test_accents_case_final_sigma_quotes_and_dashes_make_no_difference(
    text: str, typed: str, wanted: list[str]
) -> None:
    assert found(text, typed) == wanted


def test_a_part_of_a_word_is_found_and_rows_are_told_apart() -> None:
    text = fold_document([_unit("quiet hours"), _unit("hours of quiet")], View.MARKED, {})
    assert text.find("our") == [(0, 7, 10), (1, 1, 4)]
    assert text.find("hours hours") == []
    assert text.find("hours\nhours") == []
    assert text.find("  ") == []


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        (Call(5, Address("fn_12")), Call(11, Address("fn_13")), ("12", "13")),
        (Call(5, Address("fn_1-2"), "1"), Call(11, Address("fn_2"), "*1"), ("1", "*1")),
    ],
)
def test_the_call_of_a_footnote_is_passed_over(first: Call, second: Call, labels: tuple[str, str]) -> None:
    paragraph = _unit("quiet hours.", calls=(first, second))
    text = set_view(paragraph, View.MARKED).text
    assert text == f"quiet{labels[0]} hours{labels[1]}."
    places = [fold_document([paragraph], View.MARKED, {}).find(typed)[0] for typed in ("quiet hours", "hours", "s.")]
    assert [text[start:end] for _, start, end in places] == [f"quiet{labels[0]} hours", "hours", f"s{labels[1]}."]


def test_what_is_proposed_is_found_where_it_is_set() -> None:
    paragraph = _unit("keep quiet hours", calls=(Call(4, Address("fn_1")),))
    words: WordDiff = (
        (WordChange.EQUAL, "keep "),
        (WordChange.DELETE, "quiet "),
        (WordChange.INSERT, "silent "),
        (WordChange.EQUAL, "hours"),
    )
    text = set_proposal(paragraph, words, View.MARKED).text
    folded = fold_document([paragraph], View.MARKED, {paragraph.address: words})
    (place,) = folded.find("silent")
    assert text[place[1] : place[2]] == "silent"


@given(st.text(), st.text(max_size=3))
@example("Æ", "A")
def test_what_is_found_folds_to_what_was_typed(text: str, typed: str) -> None:
    folded, origin = fold_with_places(text)
    assert len(origin) == len(folded) + 1
    wanted = fold(typed).strip()
    for _, start, end in fold_document([_unit(text)], View.MARKED, {}).find(typed):
        assert wanted in fold_with_places(text[start:end])[0]
