"""What is internal is in no part of a file that circulates, whatever was written and wherever."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations import Annotation, AnnotationKind, Quote, Status, Visibility
from delegate_desk.core.documents import Address, Document
from delegate_desk.core.export import LABEL_LANGUAGES, Audience, MarkupStyle
from delegate_desk.core.positions import Item, Position, Stance
from drafted import KEY, parts, remark, written
from papers import paper

TOKEN = "ΕΦΕΔΡΕΙΑ7731Xsecret"
PLACES = ("cover", "para_1", "para_2", "para_2__point_1", "fn_1", "para_99")
WORDS = st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: text.replace(TOKEN, ""))
SECRETS = st.tuples(WORDS, WORDS).map(TOKEN.join)


@st.composite
def items(draw: st.DrawFn) -> Item:
    proposal = draw(st.none() | WORDS)
    stance = draw(st.none() | st.sampled_from(Stance))
    return Item(Address(draw(st.sampled_from(PLACES))), stance, proposal, draw(WORDS), draw(SECRETS))


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    """An annotation; all that is internal of one bears the token: tags and what surrounds a quote always are."""
    visibility = draw(st.sampled_from(Visibility))
    text = draw(SECRETS if visibility is Visibility.INTERNAL else WORDS)
    quote = draw(st.none() | st.just(Quote("words", TOKEN, TOKEN, 0, 5)))
    if quote and visibility is Visibility.INTERNAL:
        quote = replace(quote, exact=TOKEN)
    kind = draw(st.sampled_from(AnnotationKind))
    made = remark(draw(st.sampled_from(PLACES)), kind, text, visibility, quote=quote, tags=(TOKEN,))
    return replace(made, status=draw(st.sampled_from(Status)))


@st.composite
def positions(draw: st.DrawFn) -> Position:
    own = {item.address: item for item in draw(st.lists(items(), max_size=5))}
    return Position(KEY, general=draw(WORDS), internal=draw(SECRETS), items=tuple(own.values()))


def limited(marking: str | None) -> Document:
    document = paper()
    return replace(document, header=replace(document.header, marking=marking))


@settings(deadline=None)
@given(
    ours=positions(),
    remarks=st.lists(annotations(), max_size=6),
    markup=st.sampled_from(MarkupStyle),
    language=st.sampled_from(LABEL_LANGUAGES),
    marking=st.sampled_from([None, "LIMITE"]),
)
def test_a_token_in_what_is_internal_is_in_no_part_of_a_file_that_circulates(
    ours: Position, remarks: list[Annotation], markup: MarkupStyle, language: str, marking: str | None
) -> None:
    content = written(markup, Audience.CIRCULATION, language, document=limited(marking), ours=ours, annotations=remarks)
    for name, part in parts(content).items():
        assert TOKEN not in name
        assert TOKEN not in part
        assert "7731" not in part


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_word_red_line_does_not_circulate(language: str) -> None:
    from delegate_desk.export.labels import load

    ours = Position(KEY, items=(Item(Address("para_1"), Stance.RED_LINE, comment="No."),))
    remarks = [remark("para_1", AnnotationKind.RED_LINE, "No.", Visibility.CIRCULATION)]
    whole = "".join(parts(written(language=language, ours=ours, annotations=remarks)).values())
    assert load(language).stances["red_line"] not in whole
    assert "red_line" not in whole
    assert load(language).stances["oppose"] in whole


def test_the_capital_reads_all_of_it() -> None:
    ours = Position(KEY, internal=f"{TOKEN}1", items=(Item(Address("para_1"), internal=f"{TOKEN}2"),))
    remarks = [remark("para_2", AnnotationKind.NOTE, f"{TOKEN}3")]
    whole = parts(written(audience=Audience.CAPITAL, ours=ours, annotations=remarks))["word/document.xml"]
    assert all(f"{TOKEN}{n}" in whole for n in (1, 2, 3))
