import textwrap
from pathlib import Path

import pytest

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import reading
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.pdf import reader
from support.handwritten_pdf import LEFT, SENTENCE, WIDTH, Paper, shown, texts
from support.libreoffice import Soffice, needed
from support.refusals import refusal

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"


def notes(source: SourceText) -> list[tuple[str, str]]:
    return [(note.label, " ".join(texts(note.blocks))) for note in source.notes]


def test_lines_become_paragraphs_points_and_headings(paper: Paper, path: Path) -> None:
    paper.text(LEFT + WIDTH / 2 - 27, 780, "Article 1", font="i")
    paper.text(LEFT + WIDTH / 2 - 39, 768, "Quiet harbours", font="i")
    y = paper.paragraph(LEFT, 740, f"{SENTENCE}.", label="1.", hang=28)
    y = paper.paragraph(LEFT + 28, y - 8, f"{SENTENCE};", label="(a)", hang=28)
    y = paper.paragraph(LEFT + 28, y - 8, "at night.", label="(b)", hang=28)
    y = paper.paragraph(LEFT + 28, y - 8, f"{SENTENCE}.")
    paper.paragraph(LEFT, y - 8, f"{SENTENCE}. {SENTENCE}.", label="2.", hang=28)
    source = reader.read(paper.save(path))
    assert texts(source.blocks) == [
        "i{Article 1}", "i{Quiet harbours}", f"1. {SENTENCE}.", f"(a) {SENTENCE};", "(b) at night.", f"{SENTENCE}.",
        f"2. {SENTENCE}. {SENTENCE}.",
    ]  # fmt: skip
    assert [block.centred for block in source.blocks] == [True, True, False, False, False, False, False]
    assert [block.indent for block in source.blocks[2:]] == [0, 28, 28, 28, 0]


def test_paragraphs_without_space_between_them_are_told_apart_by_their_last_lines(paper: Paper, path: Path) -> None:
    y = paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    y = paper.paragraph(LEFT, y, f"Then {SENTENCE}.")
    paper.paragraph(LEFT, y, f"At last {SENTENCE}.")
    assert texts(reader.read(paper.save(path)).blocks) == [f"{SENTENCE}.", f"Then {SENTENCE}.", f"At last {SENTENCE}."]


def test_a_paragraph_that_is_narrow_all_along_ends_where_it_is_narrower_still(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    y = 700.0
    for line in (
        "Regulation of the Union on harbours that are to be kept as they were",
        "quiet at night",
        "It is of the Council.",
        "(1) Ships sleep.",
        "(2) Ports do too.",
    ):
        paper.text(LEFT, y, line)
        y -= 12
    found = texts(reader.read(paper.save(path)).blocks)
    assert found[1:] == [
        "Regulation of the Union on harbours that are to be kept as they were quiet at night",
        "It is of the Council.",
        "(1) Ships sleep.",
        "(2) Ports do too.",
    ]


def footed(paper: Paper, number: int) -> None:
    paper.text(LEFT, 50, "4321/26")
    paper.text(LEFT + 200, 50, "QH/np")
    paper.text(LEFT + 460, 50, str(number))
    paper.text(LEFT + 460, 36, "EN", size=14, font="b")


def test_a_paragraph_continues_over_a_page_break_and_feet_are_set_aside(paper: Paper, path: Path) -> None:
    whole = textwrap.wrap(f"{SENTENCE}, {SENTENCE}, {SENTENCE}.", 80)
    for n, line in enumerate(whole[:3]):
        paper.text(LEFT, 100 - 12 * n, line)
    footed(paper, 1)
    paper.page()
    for n, line in enumerate(whole[3:]):
        paper.text(LEFT, 780 - 12 * n, line)
    footed(paper, 2)
    source = reader.read(paper.save(path))
    assert texts(source.blocks) == [f"{SENTENCE}, {SENTENCE}, {SENTENCE}."]
    assert source.blocks[0].page == 1
    assert source.running == ("4321/26 QH/np", "EN")


def test_the_foot_of_a_single_page_begins_with_its_number(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    footed(paper, 1)
    source = reader.read(paper.save(path))
    assert (texts(source.blocks), source.running) == ([f"{SENTENCE}."], ("4321/26 QH/np", "EN"))


@pytest.mark.parametrize(
    "line",
    [
        "7264/21 CFSP/PESC 193",
        "ST 7264/21 CFSP/PESC 193",
        "7264/21 CFSP/PESC 193 RELEX 261",
        "7264/21 CFSP/PESC 193, COEST 85",
        "7264/1/21 REV 1 CFSP/PESC 193",
        "7264/21 ADD 1 CFSP/PESC 193",
        "7264/21 REV 1 (en) PESC 193",
        "ST 7264/21 INIT RELEX 261",
        "9644/23 JAI 731",
        "WK 1234/24 ENV 12",
    ],
)
@pytest.mark.parametrize("pages", [1, 2])
def test_a_documents_number_with_its_subject_codes_is_no_foot(paper: Paper, path: Path, line: str, pages: int) -> None:
    for n in range(pages):
        if n:
            paper.page()
        paper.paragraph(LEFT, 700, f"{SENTENCE}.")
        paper.text(LEFT, 100, line.replace("/2", f"{n}/2", 1))
        footed(paper, n + 1)
    source = reader.read(paper.save(path))
    assert source.running == ("4321/26 QH/np", "EN")
    assert texts(source.blocks)[1::2] == [line.replace("/2", f"{n}/2", 1) for n in range(pages)]


def test_footnotes_are_called_where_their_numbers_are_raised(paper: Paper, path: Path) -> None:
    end = paper.text(LEFT, 780, "as the Council said")
    end = paper.text(end, 784, "1", size=6)
    end = paper.text(end, 780, " on noise")
    end = paper.text(end, 784, "2", size=6)
    paper.text(end, 780, ".")
    paper.box_(LEFT, 130, 144, 0.6)
    paper.text(LEFT, 122, "1", size=6)
    paper.paragraph(LEFT, 118, f"{SENTENCE}.", hang=14, size=10)
    footed(paper, 1)
    paper.page()
    end = paper.text(LEFT, 780, "And once more")
    paper.text(end, 784, "2", size=6)
    paper.text(end + 6, 780, ".")
    paper.box_(LEFT, 130, 144, 0.6)
    paper.text(LEFT, 122, "continued from the page before.")
    paper.text(LEFT, 110, "2", size=6)
    paper.text(LEFT + 14, 106, "Second.")
    footed(paper, 2)
    source = reader.read(paper.save(path))
    assert texts(source.blocks) == ["as the Council said[1] on noise[2].", "And once more[2]."]
    assert notes(source) == [("1", f"{SENTENCE}. continued from the page before."), ("2", "Second.")]


def test_a_raised_number_without_a_footnote_stays_in_the_text(paper: Paper, path: Path) -> None:
    end = paper.text(LEFT, 780, "an area of 26 m")
    end = paper.text(end, 784, "2", size=6)
    paper.text(end, 780, " of harbour")
    assert texts(reader.read(paper.save(path)).blocks) == ["an area of 26 m2 of harbour"]


def test_small_print_below_is_footnotes_without_a_rule_too(paper: Paper, path: Path) -> None:
    y = paper.paragraph(LEFT, 780, f"{SENTENCE}. {SENTENCE}.")
    end = paper.text(LEFT, y - 10, "as was said")
    paper.text(end, y - 6, "3", size=6)
    paper.text(LEFT, 104, "3", size=5)
    paper.text(LEFT + 10, 100, "Small.", size=8)
    source = reader.read(paper.save(path))
    assert notes(source) == [("3", "Small.")]
    assert texts(source.blocks)[-1] == "as was said[3]"


def test_looks_come_from_fonts_and_thin_lines(paper: Paper, path: Path) -> None:
    end = paper.text(LEFT, 780, "shall ")
    bold = paper.text(end, 780, "keep quiet", font="b")
    paper.box_(end, 778.6, bold - end, 0.6)
    italic = paper.text(bold, 780, " at night", font="i")
    struck = paper.text(italic, 780, " by day")
    paper.box_(italic, 782.5, struck - italic, 0.6)
    paper.text(struck, 780, ".")
    paper.box_(LEFT, 760, 480, 0.6)
    assert texts(reader.read(paper.save(path)).blocks) == ["shall bu{keep quiet}i{ at night}s{ by day}."]


def test_a_hyphen_goes_only_where_the_line_broke_the_word(paper: Paper, path: Path) -> None:
    lines = [
        "the use of information in a long-term plan, with long-term aims and cross-border work of all in-",
        "formation that is kept on all the harbours and quays of the Member States, and of any other long-",
        "term or cross-border plan, under Regulation (EU) 2099/1 and the programmes for the PE-CONS-",
        "Papers.",
    ]
    for n, line in enumerate(lines):
        paper.text(LEFT, 780 - 10 * n, line, size=8)
    (text,) = texts(reader.read(paper.save(path)).blocks)
    assert "of all information that" in text
    assert "any other long-term or" in text
    assert text.endswith("PE-CONS-Papers.")


def test_the_head_of_a_first_page_is_read_by_place(paper: Paper, path: Path) -> None:
    paper.text(LEFT, 780, "Council of the", font="b")
    paper.text(LEFT, 768, "European Union", font="b")
    for n, line in enumerate(["Brussels, 3 May 2026", "(OR. en)", "4321/26", "LIMITE", "TRANS 43", "MAR 21"]):
        paper.text(LEFT + 280, 780 - 12 * n, line, font="b")
    paper.text(LEFT, 690, "NOTE", font="b")
    fields = [("From:", "Presidency"), ("To:", "Delegations"), ("No. prev. doc.:", "4320/26"), ("Subject:", SENTENCE)]
    y = 670.0
    for label, value in fields:
        y = paper.paragraph(LEFT, y, value, label=label, hang=120) - 4
    paper.text(LEFT, y, "Venue:")
    for n, line in enumerate(["JUSTUS LIPSIUS BUILDING", "Brussels"]):
        paper.text(LEFT + 120, y - 12 * n, line)
    paper.paragraph(LEFT, y - 40, f"Delegations will find attached a text. {SENTENCE}.")
    assert texts(reader.read(paper.save(path)).blocks) == [
        "b{Council of the}", "b{Brussels, 3 May 2026}", "b{European Union}", "b{(OR. en)}", "b{4321/26}", "b{LIMITE}",
        "b{TRANS 43}", "b{MAR 21}", "b{NOTE}", "From: Presidency", "To: Delegations", "No. prev. doc.: 4320/26",
        f"Subject: {SENTENCE}", "Venue: JUSTUS LIPSIUS BUILDING Brussels",
        f"Delegations will find attached a text. {SENTENCE}.",
    ]  # fmt: skip


def cells(source: SourceText) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(shown(block.runs), block.cell) for block in source.blocks]


def test_a_drawn_table_is_read_cell_by_cell(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    for x in (LEFT, LEFT + 100, LEFT + 200):
        paper.box_(x, 600, 0.5, 100)
    for y in (600, 650, 700):
        paper.box_(LEFT, y, 200, 0.5)
    for n, (one, other) in enumerate([("left cell goes", "right cell goes"), ("on here", "on there")]):
        paper.text(LEFT + 5, 685 - 12 * n, one)
        paper.text(LEFT + 105, 685 - 12 * n, other)
    paper.text(LEFT + 3, 635, "up to the border")
    paper.text(LEFT + 103, 635, "below")
    paper.paragraph(LEFT, 560, f"After {SENTENCE}.")
    assert cells(reader.read(paper.save(path))) == [
        (f"{SENTENCE}.", None), ("left cell goes on here", (1, 1, 1)), ("right cell goes on there", (1, 1, 2)),
        ("up to the border", (1, 2, 1)), ("below", (1, 2, 2)), (f"After {SENTENCE}.", None),
    ]  # fmt: skip


def test_columns_without_lines_are_a_table_too(paper: Paper, path: Path) -> None:
    y = paper.paragraph(LEFT, 780, f"{SENTENCE}. {SENTENCE}.") - 20
    for left, right in (("Place", "Level"), ("Berths", "45"), ("Hospitals", "40")):
        paper.text(LEFT, y, left)
        paper.text(LEFT + 200, y, right)
        y -= 20
    found = cells(reader.read(paper.save(path)))
    assert found[1:] == [
        ("Place", (1, 1, 1)), ("Level", (1, 1, 2)), ("Berths", (1, 2, 1)), ("45", (1, 2, 2)), ("Hospitals", (1, 3, 1)),
        ("40", (1, 3, 2)),
    ]  # fmt: skip


def test_a_stamp_that_stands_askew_is_no_text(paper: Paper, path: Path) -> None:
    paper.text(300, 500, "PUBLIC", size=40, turn="0.7 0.7 -0.7 0.7")
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    source = reader.read(paper.save(path))
    assert (texts(source.blocks), source.running) == ([f"{SENTENCE}."], ("PUBLIC",))


def test_a_page_on_its_side_is_read_upright(path: Path) -> None:
    paper = Paper(box=(842, 595))
    paper.page()
    for n, line in enumerate(textwrap.wrap(f"{SENTENCE}.", 80)):
        paper.text(100 + 12 * n, 57, line, turn="0 1 -1 0")
    assert texts(reader.read(paper.save(path, rotate=90)).blocks) == [f"{SENTENCE}."]


def test_what_cannot_be_read_is_refused_with_its_reason(paper: Paper, path: Path) -> None:
    paper.box_(100, 100, 200, 200)
    assert refusal(reader.read, paper.save(path)).reason is ImportFailure.NO_TEXT
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]"
    assert refusal(reader.read, paper.save(path, trailer=locked)).reason is ImportFailure.ENCRYPTED
    path.write_bytes(b"no PDF at all")
    assert refusal(reader.read, path).reason is ImportFailure.DAMAGED
    path.write_bytes(b"")
    assert refusal(reader.read, path).reason is ImportFailure.DAMAGED


def test_a_file_cut_off_anywhere_is_read_or_refused(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}.")
    whole = paper.save(path).read_bytes()
    outcomes: set[ImportFailure | bool] = set()
    for end in range(0, len(whole), 23):
        path.write_bytes(whole[:end])
        try:
            outcomes.add(bool(reader.read(path).blocks))
        except UnreadableDocumentError as error:
            outcomes.add(error.reason)
    assert outcomes <= {True, ImportFailure.DAMAGED, ImportFailure.NO_TEXT}


@needed
def test_a_word_file_saved_as_pdf_reads_the_same(soffice: Soffice, tmp_path: Path) -> None:
    originals = sorted(SAMPLES.glob("*.docx"))
    for original, saved in zip(originals, soffice.convert(originals, tmp_path, "pdf"), strict=True):
        words, letters = (reading.read(path, path.name) for path in (original, saved))
        bodies = [{u.address: u.text for u in d.units() if not u.address.startswith("hd_")} for d in (words, letters)]
        assert bodies[0] == bodies[1]
        assert words.header.reference == letters.header.reference


def test_paragraphs_of_one_line_each_are_apart_however_regular_they_are(paper: Paper, path: Path) -> None:
    lines = [
        "Having regard to the Treaty,",
        "and whereas:",
        "(1) Ships sleep.",
        "Article 1",
        "Ports do too.",
        "They rest.",
    ]
    for n, line in enumerate(lines):
        paper.text(LEFT, 780 - 20 * n, line)
    assert texts(reader.read(paper.save(path)).blocks) == lines


def test_headings_below_each_other_are_apart(paper: Paper, path: Path) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}. {SENTENCE}.")
    for n, (line, half) in enumerate([("CHAPTER I", 30), ("General", 22), ("Article 1", 25), ("Scope", 18)]):
        paper.text(LEFT + WIDTH / 2 - half, 700 - 12 * n, line)
    assert texts(reader.read(paper.save(path)).blocks)[1:] == ["CHAPTER I", "General", "Article 1", "Scope"]


@pytest.mark.parametrize("label", ["2 bis.", "2-A.", "1.2.3.", "(ca)"])
def test_lines_hang_behind_inserted_labels_too(paper: Paper, path: Path, label: str) -> None:
    paper.paragraph(LEFT, 780, f"{SENTENCE}. {SENTENCE}.", label=label, hang=48)
    assert len(reader.read(paper.save(path)).blocks) == 1


def test_a_number_that_begins_a_justified_line_is_a_word_of_it(paper: Paper, path: Path) -> None:
    first = "gestützt auf den Vertrag über die Arbeitsweise der Union, insbesondere auf Artikel"
    paper.text(LEFT, 780, first)
    for x, word in ((0, "114"), (28, "und"), (56, "auf"), (84, "den"), (112, "Antrag"), (158, "der"), (186, "Union.")):
        paper.text(LEFT + x, 768, word)
    assert texts(reader.read(paper.save(path)).blocks) == [f"{first} 114 und auf den Antrag der Union."]
