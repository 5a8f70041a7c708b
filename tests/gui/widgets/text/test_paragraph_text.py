import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Call, Kind, Mark, Paragraph, Span, View
from delegate_desk.core.word_diff import diff_words
from delegate_desk.gui.widgets.text.paragraph_text import (
    StyledSpan,
    TextStyle,
    TypesetText,
    from_qt,
    set_proposal,
    set_view,
    to_qt,
)


def _unit(marked: str, *spans: Span, calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", marked, spans=spans, calls=calls)


FOOTNOTED = _unit("One two.", Span(4, 7, Mark.BOLD), calls=(Call(3, Address("fn_1")), Call(8, Address("fn_12"))))
CHANGED = _unit("must should act", Span(0, 4, Mark.REMOVED), Span(5, 11, Mark.ADDED))


def test_calls_stand_as_digits_where_they_are_called() -> None:
    made = set_view(FOOTNOTED, View.AFTER)
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


def test_what_is_chosen_leads_back_to_the_text() -> None:
    made = set_view(FOOTNOTED, View.AFTER)
    assert made.span(0, 8) == (0, 7)
    assert made.ranges(0, 7) == [(0, 3), (4, 8)]
    assert made.document_text(0, 11) == "One two."


def test_words_of_the_text_after_are_found_among_marked_words() -> None:
    made = set_view(CHANGED, View.MARKED)
    assert CHANGED.text == "should act"
    assert made.ranges(0, 6) == [(5, 11)]
    assert made.span(0, 11) == (0, 6)


def test_only_marked_text_shows_what_is_new_and_gone() -> None:
    assert {s.style for s in set_view(CHANGED, View.MARKED).stretches} == {TextStyle.REMOVED, TextStyle.ADDED}
    assert set_view(CHANGED, View.AFTER).stretches == ()


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
