import pytest

from delegate_desk.core.documents.document import Address, Kind, Mark, MarkUp, Paragraph, Span, View
from delegate_desk.parsing.structure import change_markup

TEXT = "The port shall be quiet at all times of the night and the day."


def _unit(*spans: Span, kind: Kind = Kind.PARAGRAPH, text: str = TEXT, number: int = 1) -> Paragraph:
    return Paragraph(Address(f"{kind}_{number}"), kind, "", text, spans=tuple(sorted(spans, key=lambda s: s.start)))


def _judge(*units: Paragraph, opening: str = "", revisions: bool = False) -> MarkUp:
    mark_up, why = change_markup.judge(units, opening, revisions=revisions)
    assert why
    return mark_up


BOLD = _unit(Span(4, 8, Mark.BOLD))
JUDGED: dict[str, tuple[list[Paragraph], str, MarkUp]] = {
    "words struck beside words in bold": ([_unit(Span(4, 8, Mark.STRIKE), Span(9, 14, Mark.BOLD))], "", MarkUp.PRINTED),
    "words in bold and underlined": (
        [_unit(Span(4, 8, Mark.BOLD), Span(4, 8, Mark.UNDERLINE), number=n) for n in range(3)], "", MarkUp.PRINTED
    ),
    "bold alone is emphasis": ([BOLD], "", MarkUp.NONE),
    "the document says what bold means": ([BOLD], "Changes are marked in bold.", MarkUp.PRINTED),
    "it says so in Greek": ([BOLD], "Οι αλλαγές σημειώνονται με έντονα στοιχεία.", MarkUp.PRINTED),
    "a compromise says by its name that bold is new": ([BOLD], "Presidency compromise text", MarkUp.PRINTED),
    "another name does not say so": ([BOLD], "Minutes", MarkUp.NONE),
    "a note says in its own text what bold means": (
        [_unit(text="New text is in bold, deletions are marked with brackets.", number=2), BOLD], "", MarkUp.PRINTED
    ),
    "dots for words left out tell that bold is new": (
        [_unit(Span(9, 14, Mark.BOLD), text="The port (…) shall be quiet.", number=n) for n in range(3)],
        "", MarkUp.PRINTED,
    ),
    "bold headings and lead words": (
        [
            _unit(Span(0, len(TEXT), Mark.BOLD), kind=Kind.HEADING),
            _unit(Span(0, 5, Mark.BOLD), text="Note: this is emphasis."),
        ],
        "Compromise text", MarkUp.NONE,
    ),
    "a text that is bold all through": ([_unit(Span(0, len(TEXT), Mark.BOLD))], "Compromise text", MarkUp.NONE),
    "what conclusions print in bold capitals": (
        [_unit(Span(12, 20, Mark.BOLD), text="The Council WELCOMES the report.", number=n) for n in range(5)],
        "Compromise text", MarkUp.NONE,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("units", "opening", "mark_up"), JUDGED.values(), ids=JUDGED)
def test_looks_are_mark_up_or_not(units: list[Paragraph], opening: str, mark_up: MarkUp) -> None:
    assert _judge(*units, opening=opening) is mark_up


def test_revisions_of_the_file_itself_go_first() -> None:
    assert _judge(_unit(Span(4, 8, Mark.STRIKE), Span(9, 14, Mark.BOLD)), revisions=True) is MarkUp.REVISIONS
    assert _judge(_unit(Span(4, 8, Mark.ADDED))) is MarkUp.REVISIONS


def test_looks_are_given_their_meaning_and_kept() -> None:
    text = "The old new text"
    unit = _unit(Span(4, 7, Mark.STRIKE), Span(8, 11, Mark.BOLD), Span(8, 11, Mark.UNDERLINE), text=text)
    meant = change_markup.with_meaning(unit)
    assert {Span(4, 7, Mark.REMOVED), Span(8, 11, Mark.ADDED), *unit.spans} == set(meant.spans)
    assert meant.in_view(View.AFTER).text == "The new text"
    assert meant.in_view(View.BEFORE).text == "The old text"


def test_words_struck_and_bold_are_gone() -> None:
    meant = change_markup.with_meaning(_unit(Span(4, 8, Mark.STRIKE), Span(4, 8, Mark.BOLD)))
    assert Span(4, 8, Mark.REMOVED) in meant.spans
    assert not any(span.mark is Mark.ADDED for span in meant.spans)


def test_headings_and_footnotes_keep_their_looks_alone() -> None:
    for kind in (Kind.HEADING, Kind.ARTICLE, Kind.FOOTNOTE, Kind.COVER):
        unit = _unit(Span(0, 3, Mark.BOLD), kind=kind)
        assert change_markup.with_meaning(unit) == unit


def test_words_struck_in_a_heading_are_gone() -> None:
    meant = change_markup.with_meaning(_unit(Span(4, 8, Mark.STRIKE), kind=Kind.ARTICLE))
    assert Span(4, 8, Mark.REMOVED) in meant.spans


def test_bold_words_within_articles_are_mark_up() -> None:
    def units(span: Span, text: str) -> list[Paragraph]:
        return [Paragraph(Address(f"art_{n}__para_1"), Kind.PARAGRAPH, "1.", text, spans=(span,)) for n in range(3)]

    assert _judge(*units(Span(4, 8, Mark.BOLD), TEXT)) is MarkUp.PRINTED
    assert _judge(*units(Span(1, 5, Mark.BOLD), "‘port’ means a place for ships.")) is MarkUp.NONE


def test_a_meaning_is_given_once_and_can_be_taken_back() -> None:
    unit = _unit(Span(4, 8, Mark.STRIKE), Span(9, 14, Mark.BOLD))
    meant = change_markup.with_meaning(unit)
    assert change_markup.with_meaning(meant) == meant
    assert change_markup.without_meaning(meant) == unit
