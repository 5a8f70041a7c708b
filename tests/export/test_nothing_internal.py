"""What is internal is in no part of a file that circulates, whatever was written and wherever."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegate_desk.core.annotations import Annotation, AnnotationKind, Quote, Status, Visibility
from delegate_desk.core.documents import Address, Document
from delegate_desk.core.export import LABEL_LANGUAGES, Audience, MarkupStyle, ReportKind
from delegate_desk.core.meetings import Intervention
from delegate_desk.core.positions import Item, Position, Stance
from delegate_desk.export import plain
from drafted import KEY, MOMENT, parts, remark, written
from papers import paper
from sat import file, heard, sheet

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


@st.composite
def interventions(draw: st.DrawFn) -> Intervention:
    """What was said, or a plain note of ours, all of which is internal; the line as typed always is."""
    codes = draw(st.sampled_from(["", "DE", "EL FR", "PRES", "COM", "XX"]))
    stance = draw(st.sampled_from(Stance)) if codes else None
    address = draw(st.none() | st.sampled_from(PLACES))
    one = heard(codes, stance, address, draw(WORDS if codes else SECRETS), item=draw(st.sampled_from(["2", "3", None])))
    wordings = draw(st.sampled_from([(), ("words",)]))
    line = replace(one.line, text=f"{TOKEN} {one.text}")
    return replace(one, line=line, wordings=wordings, conclusion=codes == "PRES" and draw(st.booleans()))


@settings(deadline=None)
@given(
    kind=st.sampled_from(ReportKind),
    said=st.lists(interventions(), max_size=8),
    ours=positions(),
    remarks=st.lists(annotations().map(lambda one: replace(one, due=MOMENT, holder=TOKEN)), max_size=6),
    language=st.sampled_from(LABEL_LANGUAGES),
    named=st.booleans(),
    marking=st.sampled_from([None, "LIMITE"]),
)
def test_a_token_in_what_is_internal_is_in_no_file_on_a_meeting_that_circulates(
    kind: ReportKind,
    said: list[Intervention],
    ours: Position,
    remarks: list[Annotation],
    language: str,
    named: bool,
    marking: str | None,
) -> None:
    given = {"said": said, "ours": ours, "annotations": remarks, "named": named, "marking": marking}
    for name, part in parts(file(kind, Audience.CIRCULATION, language, **given)).items():
        assert "7731" not in name
        assert "7731" not in part
    assert "7731" not in plain.render(sheet(kind, Audience.CIRCULATION, language, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_the_word_red_line_does_not_circulate_from_a_meeting(kind: ReportKind, language: str) -> None:
    from delegate_desk.export.labels import load

    said = [heard("HU EL", Stance.RED_LINE, "para_1")]
    ours = Position(KEY, items=(Item(Address("para_1"), Stance.RED_LINE, comment="No."),))
    remarks = [remark("para_1", AnnotationKind.RED_LINE, "No.", Visibility.CIRCULATION)]
    labels = load(language)
    circulates, capital = (
        "".join(parts(file(kind, audience, language, said=said, ours=ours, annotations=remarks)).values()).replace(
            "\u00a0", " "
        )
        for audience in Audience
    )
    assert labels.stances["red_line"] not in circulates
    assert "red_line" not in circulates
    assert labels.stances["oppose"] in circulates
    named = labels.words["red_lines"] if kind is ReportKind.REPORT else labels.stances["red_line"]
    assert named in capital


@pytest.mark.parametrize("named", [True, False])
def test_who_said_what_is_not_in_a_file_that_names_no_delegation(named: bool) -> None:
    said = [heard("DE NL", Stance.OPPOSE, "para_1", "as SE, and Finland"), heard("COM", Stance.STATEMENT, "para_1")]
    said.append(heard("PRES", Stance.STATEMENT, None, "DE to write to GR", conclusion=True))
    whole = "".join(
        part
        for kind in (ReportKind.REPORT, ReportKind.MATRIX)
        for name, part in parts(file(kind, said=said, named=named)).items()
        if name == "word/document.xml"
    )
    words = set(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", whole)))
    assert (words & {"DE", "NL", "SE", "GR", "Finland"} == set()) is not named
    assert "COM" in words


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
