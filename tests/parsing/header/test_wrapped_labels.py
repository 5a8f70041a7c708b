"""Labels broken by a narrow column, and values broken at the edge of the page."""

import pytest

from delegate_desk.core.documents.document import Header
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import field_labels, first_page, header_lines

TOP = "Council of the European Union\nBrussels, 4 March 2026\n(OR. en)\n7001/26\nNOTE\n"
ATTACHED = "Delegations will find attached a text."
ROWS = [
    ["From: Presidency", "To: Delegations", "No. prev. 6500/26", "doc.:", "Subject: Ports"],
    ["From: Presidency", "To: Delegations", "No. prev.", "doc.: 6500/26", "Subject: Ports"],
    ["From: Presidency", "To: Delegations", "No.", "prev.", "doc.: 6500/26", "Subject: Ports"],
    ["From: Presidency", "To: Delegations", "No. prev.", "6500/26", "doc.:", "Subject: Ports"],
    ["From: Presidency", "To: Delegations No. prev.", "6500/26", "doc.:", "Subject: Ports"],
    ["From: Presidency", "To: Delegations No. prev. 6500/26 doc.:", "Subject: Ports"],
    ["From: Presidency", "To: Delegations", "No. prev. doc. 6500/26", ":", "Subject: Ports"],
    [
        "From: Presidency",
        "To: Delegations",
        "No. prev. doc.: No. Cion",
        "6500/26",
        "6400/26",
        "doc.:",
        "Subject: Ports",
    ],
    ["From: Presidency", "To: Delegations No. prev. 6500/26 doc.: No. Cion 6400/26 doc.:", "Subject: Ports"],
    ["From:", "To:", "No. prev.", "doc.:", "Subject:", "Presidency", "Delegations", "6500/26", "Ports"],
]


def _read(paper: str) -> Header:
    return first_page.read(text_reader.source(paper), "paper.txt").header


def test_labels_that_lost_their_spaces_are_known() -> None:
    for lost in ("toimielintenvälinenasia: 2026/7", "Toimielinten välinenasia: 2026/7", "No.prev.doc.: 6500/26"):
        assert field_labels.at_start(lost)
        assert [found.start for found in field_labels.within(f"x {lost}")] == [2]


def test_the_last_place_of_the_first_piece_that_stands_there_is_found() -> None:
    text = "No. prev. 6500/26 No. Cion 6400/26 NO. PREV. x No. prevented"
    assert field_labels.find_begun_piece(["no. absent", "no. prev."], text) == text.index("NO. PREV.")
    assert field_labels.find_begun_piece(["no. prev."], "No. prev. 6500/26") is None
    assert field_labels.find_begun_piece(["no cion"], "Straße Nº Cion 6400/26") == 7


def test_a_text_of_one_long_line_has_nothing_to_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(field_labels, "piece_end", lambda _, text: looked.append(len(text)))
    lines = header_lines.split(
        [Block((TextRun("From: " + "word " * 30_000 + "doc.:"),)), Block((TextRun("doc.: 1"),))], 80
    )
    header_lines.join(lines, 40)
    assert looked == []


@pytest.mark.parametrize("rows", ROWS)
def test_a_broken_label_is_one_label(rows: list[str]) -> None:
    blocks = tuple(Block((TextRun(line),), page=1) for line in [*TOP.splitlines(), *rows, ATTACHED])
    in_blocks = first_page.read(SourceText(blocks), "paper.pdf").header
    for found in (_read("\n".join([*TOP.splitlines(), *rows, "", ATTACHED])), in_blocks):
        assert (found.sender, found.recipient, found.subject) == ("Presidency", "Delegations", "Ports")
        assert [str(r) for r in found.previous_documents] == ["ST 6500/26"]


def test_labels_that_are_whole_are_left_alone() -> None:
    whole = ["From:", "date of receipt :", "To: Delegations", "Subject: Directive No. 5 on dates of receipt:", "(a) x"]
    lines = header_lines.split([Block((TextRun(line),)) for line in whole], 20)
    assert [line.text for line in header_lines.join(lines, 20)] == whole


def test_a_piece_of_a_label_is_told_by_its_other_piece() -> None:
    assert ("no. prev.", "no. prev. doc") in field_labels.ending_with("doc.")
    assert field_labels.piece_end("no. prev.", "No. prev. 6500/26") == len("No. prev.")
    assert field_labels.piece_end("no. prev.", "No. previous") is None


def test_a_date_broken_before_its_year_is_surely_read() -> None:
    found = _read("Council of the European Union\nBrussels, 4 March\n2026\n7001/26\nNOTE\nFrom: Presidency\n")
    assert str(found.date) == "2026-03-04"
    assert found.confidence["date"] > 0.9


def test_a_level_inside_the_subject_is_no_marking() -> None:
    found = first_page.read(
        text_reader.source(
            f"{TOP}From: Presidency\nSubject: Handling of papers marked\nRESTREINT UE\nin ports\n\nText."
        ),
        "a.txt",
    )
    assert found.header.subject == "Handling of papers marked RESTREINT UE in ports"
    assert "RESTREINT UE" not in found.top


def test_two_columns_of_several_lines_are_told_apart() -> None:
    blocks = [
        "Council of the European Union", "Brussels, 4 March 2026", "Interinstitutional Files: 7001/26",
        "2025/0012(COD) 2025/0013(COD)", "COR 1 REV 1 LIMITE TRANS 5", "ENV 6", "NOTE", "From: Presidency",
        "Subject: Ports",
    ]  # fmt: skip
    found = first_page.read(SourceText(tuple(Block((TextRun(line),), page=1) for line in blocks)), "paper.pdf").header
    assert (str(found.reference), found.marking) == ("ST 7001/26 COR 1 REV 1", "LIMITE")
    assert [str(code) for code in (c.code for c in found.subject_codes)] == ["TRANS", "ENV"]
    assert found.interinstitutional_files == ("2025/0012(COD)", "2025/0013(COD)")
