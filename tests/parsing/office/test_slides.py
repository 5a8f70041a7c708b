from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.office import slides
from support.office_files import package, presentation


def shape(paragraphs: str, kind: str = "") -> str:
    place = f'<p:ph type="{kind}"/>' if kind else ""
    return f"<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def line(text: str, properties: str = "", looks: str = "") -> str:
    return f"<a:p>{properties}<a:r><a:rPr{looks}/><a:t>{text}</a:t></a:r></a:p>"


def read(tmp_path: Path, *pages: str, notes: dict[int, str] | None = None) -> SourceText:
    path = tmp_path / "a.pptx"
    path.write_bytes(presentation(list(pages), notes))
    return slides.read(path)


def test_slides_are_pages_with_their_notes_last(tmp_path: Path) -> None:
    first = shape(line("Bells"), "ctrTitle") + shape(line("Cracked") + line("Stolen", '<a:pPr lvl="1"/>'), "body")
    notes = {1: shape(line("1"), "sldNum") + shape(line("Say nothing"), "body")}
    source = read(tmp_path, first, f"<p:grpSp>{shape(line('Grouped'))}</p:grpSp>", notes=notes)
    assert [(block.text, block.page, block.heading, block.indent) for block in source.blocks] == [
        ("Bells", 1, 1, 0),
        ("Cracked", 1, None, 0),
        ("Stolen", 1, None, 36),
        ("Say nothing", 1, None, 0),
        ("Grouped", 2, None, 0),
    ]


def test_what_stands_on_every_slide_is_evidence(tmp_path: Path) -> None:
    source = read(tmp_path, shape(line("LIMITE"), "ftr") + shape(line("One")), shape(line("LIMITE"), "ftr"))
    assert ([block.text for block in source.blocks], source.running) == (["One"], ("LIMITE",))


def test_words_keep_what_they_have(tmp_path: Path) -> None:
    body = line("new", looks=' b="1" u="sng"') + line("gone", looks=' strike="sngStrike" i="1"')
    runs = [block.runs[0].marks for block in read(tmp_path, shape(body)).blocks]
    assert runs == [{Mark.BOLD, Mark.UNDERLINE}, {Mark.STRIKE, Mark.ITALIC}]


def test_points_have_the_numbers_that_are_printed(tmp_path: Path) -> None:
    def numbered(kind: str, level: int = 0, start: str = "") -> str:
        return f'<a:pPr lvl="{level}"><a:buAutoNum type="{kind}"{start}/></a:pPr>'

    body = (
        line("a", numbered("arabicPeriod", start=' startAt="3"'))
        + line("b", numbered("alphaLcParenBoth", 1))
        + line("c", numbered("alphaLcParenBoth", 1))
        + line("d", numbered("arabicPeriod"))
        + line("e", numbered("romanUcParenR", 1))
        + line("f")
        + line("g", numbered("arabicPlain"))
    )
    labels = [block.label for block in read(tmp_path, shape(body)).blocks]
    assert labels == ["3.", "(a)", "(b)", "4.", "I)", None, "1"]


def test_tables_are_counted_over_all_slides(tmp_path: Path) -> None:
    def table(*cells: str) -> str:
        row = "".join(f"<a:tc><a:txBody>{line(cell)}</a:txBody></a:tc>" for cell in cells)
        return f"<a:tbl><a:tr>{row}</a:tr></a:tbl>"

    blocks = read(tmp_path, table("a", "b"), table("c")).blocks
    assert [(block.text, block.cell) for block in blocks] == [("a", (1, 1, 1)), ("b", (1, 1, 2)), ("c", (2, 1, 1))]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [({"a": "x"}, ImportFailure.DAMAGED), ({"_rels/.rels": "<a"}, ImportFailure.DAMAGED)],
)
def test_what_is_no_presentation_is_refused(tmp_path: Path, parts: dict[str, str], reason: ImportFailure) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(package(parts))
    with pytest.raises(UnreadableDocumentError) as caught:
        slides.read(path)
    assert caught.value.reason is reason
