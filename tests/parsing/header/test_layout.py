"""Positions of labels and values on unusual first pages."""

import datetime

import pytest

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Header, PageBox
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import field_labels, first_page, header_lines
from delegate_desk.parsing.header.header_lines import own_marking

TOP = "Council of the European Union\nBrussels, 4 March 2026\n(OR. en)\n7001/26\nNOTE\n"
FILE = "Council of the European Union\nBrussels, 4 March 2026\n7001/26\n2025/0012(COD)   "


def _read(paper: str, name: str = "paper.txt") -> Header:
    return first_page.read(text_reader.source(paper), name).header


PARTIES: dict[str, object] = {"sender": "Presidency", "recipient": "Delegations"}
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "a marking and codes between the labels are no values": (
        f"{TOP}From: Presidency\nLIMITE\nTo: Delegations\nTRANS 5\nENV 6\nSubject: Ports\n\nText of a note.",
        {**PARTIES, "subject": "Ports", "marking": "LIMITE", "subject_codes": ["TRANS 5", "ENV 6"]},
    ),
    "codes behind a previous document are not the document's own": (
        f"{TOP}From: Presidency\nNo. prev. doc.: 6500/26 TRANS 1\nCODEC 9\nTo: Delegations\nSubject: Ports",
        {"previous_documents": ["ST 6500/26"], "subject_codes": []},
    ),
    "a label that no table has takes its value away from the one above": (
        f"{TOP}From: Presidency\nArrived on: 3 March 2026\nTo: Delegations\nEarlier paper: 6500/26 + COR 1\n"
        "Paper of the Cion: COM(2026) 31 final\nSubject: Ports",
        {**PARTIES, "previous_documents": ["ST 6500/26", "ST 6500/26 COR 1"],
         "commission_documents": ["COM(2026) 31 final"]},
    ),
    "an unknown label at the beginning is the sender's": (
        f"{TOP}Author: Presidency\nTo: Delegations\nSubject: Ports", {"sender": "Presidency"},
    ),
    "values behind all labels are told by their shapes": (
        f"{TOP}From:\ndate of receipt:\nTo:\nNo. Cion doc.:\nSubject:\nSecretary-General of the European\n"
        "Commission, signed by a director\n3 March 2026\nDelegations\nCOM(2026) 31 final\nPorts",
        {"sender": "Secretary-General of the European Commission, signed by a director", "recipient": "Delegations",
         "subject": "Ports", "commission_documents": ["COM(2026) 31 final"]},
    ),
    "a warning above the labels hides no header": (
        "Council of the European Union\nBrussels, 4 March 2026\nWK 612/2026 REV 1\nWORKING PAPER\nThis is a paper for "
        "some recipients only, who answer for what they do with it from now on.\nCONTRIBUTION\nFrom: Presidency\n"
        "To: Delegations\nSubject: Ports",
        {"reference": "WK 612/2026 REV 1", "document_type": "contribution", "subject": "Ports"},
    ),
    "a header that lost its labels is read by its places": (
        "European Council\nBrussels, 15 December 2025\n(OR. en)\nEUCO 34/25\nCO EUR 7\n"
        "General Secretariat of the Council\nDelegations\nEuropean Council meeting\n– Conclusions\n"
        "Delegations will find attached the conclusions.",
        {"sender": "General Secretariat of the Council", "recipient": "Delegations",
         "subject": "European Council meeting – Conclusions"},
    ),
    "a subject broken behind a small word continues": (
        f"{TOP}From: Presidency\n\nSubject: Proposal for a Regulation of the European Parliament and of the\n"
        "Council on",
        {"subject": "Proposal for a Regulation of the European Parliament and of the Council on"},
    ),
    "in a row who signs is no recipient": (
        "Council of the European Union Brussels, 4 March 2026 (OR. en) 7001/26 TRANS 8 COVER NOTE From: date of "
        "receipt: 3 March 2026 To: No. Cion doc.: Subject: Secretary-General of the European Commission, signed by Mr "
        "Jan EXAMPLE, Director Ms Anna SAMPLE, Secretary-General of the Council COM(2026) 31 final Proposal for a "
        "decision on ports Delegations will find attached document COM(2026) 31 final.",
        {"sender": "Secretary-General of the European Commission, signed by Mr Jan EXAMPLE, Director",
         "recipient": "Ms Anna SAMPLE, Secretary-General of the Council",
         "subject": "Proposal for a decision on ports"},
    ),
    "a short label of another language is none": (
        f"{TOP}From: Presidency\nTo: Delegations\nSubject: Ports\n\nAu: fort de la mer\n\nText of the note.",
        {"recipient": "Delegations", "subject": "Ports"},
    ),
    "old headers name their parties behind articles": (
        "Βρυξέλλες, 4 Μαρτίου 2009\n7001/09\nΣΗΜΕΙΩΜΑ\nτης: Προεδρίας\nπρος: τις Αντιπροσωπίες\nΘέμα: Λιμένες",
        {"sender": "Προεδρίας", "recipient": "τις Αντιπροσωπίες"},
    ),
    "lines with dashes and their like belong to the subject": (
        f"{TOP}From: Presidency\nSubject: Ports\n– Adoption\n= Statement by a delegation\n\nText of the note.",
        {"subject": "Ports – Adoption = Statement by a delegation"},
    ),
    "a suffix beside the file belongs to the number above": (
        "Council of the European Union\nBrussels, 4 March 2026\nInterinstitutional File:   7001/26\n"
        "2025/0012 (COD)   ADD 2\nNOTE\nFrom: Presidency\nSubject: Ports\n",
        {"reference": "ST 7001/26 ADD 2", "interinstitutional_files": ["2025/0012(COD)"]},
    ),
    "a marking beside the file is read": (
        f"{FILE}LIMITE\nENV 6\nNOTE\nFrom: Presidency\nSubject: Ports\n",
        {"marking": "LIMITE", "subject_codes": ["ENV 6"]},
    ),
    "a code beside the file is read": (
        f"{FILE}TRANS 5\nENV 6\nNOTE\nFrom: Presidency\nSubject: Ports\n",
        {"marking": None, "subject_codes": ["TRANS 5", "ENV 6"]},
    ),
    "a subject continues over full lines without blank ones between": (
        f"{TOP}From: Presidency\nTo: Working Party on Quays and Landing Stages\n"
        "Subject: Proposal for a Regulation of the European\nParliament and of the Council on quays («Quays\nact»)\n"
        "(first reading)\n– Adoption\n1. The Commission has made a proposal.",
        {"subject": "Proposal for a Regulation of the European Parliament and of the Council on quays («Quays act») "
         "(first reading) – Adoption"},
    ),
    **{
        f"a short line behind the subject is none of it: {first}": (
            f"{TOP}From: Presidency\nSubject: Quiet hours in our ports\n\n{first}\n",
            {"subject": "Quiet hours in our ports"},
        )
        for first in ("Dear all,", "Statement by Malta", "1. Ports are loud.", "INTRODUCTION", "TRANS 5")
    },
    "labels in one line are told apart": (
        f"{TOP}\nFrom: Presidency To: Delegations Subject: Ports: state of play\n\n1. Ports are loud.",
        {**PARTIES, "subject": "Ports: state of play"},
    ),
    "a word divided at its hyphen is one": (
        f"{TOP}\nFrom: the Counter-\nTerrorism Coordinator\nTo: Delegations\nSubject: Ports\n\nText.",
        {"sender": "the Counter-Terrorism Coordinator"},
    ),
    "a number in a letter is another document's": (
        "Brussels, 4 March 2026\n\nDear Chair,\n\nI refer to document 7001/26 and to last week.\n", {"reference": None},
    ),
    "a footnote of the type is not part of it": (
        TOP.replace("NOTE", "OPINION OF THE LEGAL SERVICE 1") + "From: Legal Service\nSubject: Ports\n",
        {"document_type": "opinion_of_the_legal_service", "document_type_label": "OPINION OF THE LEGAL SERVICE"},
    ),
    "a subject of several lines ends at the blank one": (
        f"{TOP}From: Presidency\nSubject: Ports:\na) Regulation on quays\nb) Directive on piers\n- Report\n\n"
        "Statement by Malta\n",
        {"subject": "Ports: a) Regulation on quays b) Directive on piers - Report"},
    ),
    "a field that no table has ends the subject": (
        f"{TOP}From: Presidency\nSubject: Ports\nBadge: blue\nRoom: 20.45\n\nText.", {"subject": "Ports"},
    ),
    "the original language is not the document's": (
        "Βρυξέλλες, 4 Μαρτίου 2026\n(OR. en)\n7001/26\nΣΗΜΕΙΩΜΑ\nΑποστολέας: Προεδρία\n",
        {"original_language": "en"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paper", "fields"), PAGES.values(), ids=PAGES)
def test_the_fields_of_a_page_are_read_wherever_they_stand(paper: str, fields: dict[str, object]) -> None:
    header = _read(paper)
    for name, wanted in fields.items():
        value = getattr(header, name)
        assert (list(map(str, value)) if isinstance(value, tuple) else value and str(value)) == wanted, name


def test_labels_that_have_lost_letters_are_told() -> None:
    found = _read(
        "COU CIL OF\nTHE EUROPEA U IO\nBrussels, 4 March 2009\n7001/09\nTRA S 8\nOTE\nrom: Presidency\n"
        "to: Delegations\no. prev. doc.: 6500/09\nS bject: Ports"
    )
    assert (found.sender, found.recipient, found.subject) == ("Presidency", "Delegations", "Ports")
    assert (found.document_type, found.document_type_label) == ("note", "OTE")
    assert found.confidence["sender"] < 0.7


def test_a_stamp_in_pieces_may_run_into_a_label() -> None:
    found = _read("PU\nInterinstitutional File: B\n2026/0031(COD)\nLI\nC\n" + TOP + "From: Presidency\nSubject: Ports")
    assert found.public
    assert not _read(TOP + "From: Presidency\nSubject: Ports").public


def test_a_date_without_its_year_takes_that_of_the_number() -> None:
    found = _read("Brüsszel, március 3.\n5991/14\nFELJEGYZÉS\nKüldi: az elnökség\nTárgy: Kikötők")
    assert found.date == datetime.date(2014, 3, 3)
    assert found.confidence["date"] < 0.9


@pytest.mark.parametrize(
    ("above", "level"),
    [
        ("Note by the military staff\nRESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("There are some levels:\nRESTREINT UE/EU RESTRICTED\nSECRET UE/EU SECRET", None),
    ],
)
def test_levels_that_a_text_lists_are_not_its_own(above: str, level: str | None) -> None:
    found = first_page.read(
        text_reader.source(f"{above}\nThe rules of handling apply to all that bear one of them."), "paper.txt"
    )
    assert header_lines.own_marking(found.top, (), None, run_on=False) == level


def test_a_field_knows_where_it_stands_on_the_page() -> None:
    rows = ["Brussels, 4 March 2026", "7001/26", "NOTE", "From: Presidency", "Subject: Ports"]
    boxes = [PageBox(1, 50.0, 20.0 * n, 300.0, 20.0 * n + 12) for n in range(len(rows))]
    blocks = tuple(Block((TextRun(row),), page=1, boxes=(box,)) for row, box in zip(rows, boxes, strict=True))
    found = first_page.read(SourceText(blocks), "paper.pdf").boxes
    names = ("date", "reference", "document_type", "sender", "subject")
    assert [found[name] for name in names] == [(box,) for box in boxes]
    assert "recipient" not in found


def test_a_lone_to_is_no_header() -> None:
    found = first_page.read(
        text_reader.source("Quiet ports\n\nTo: those who live near them\n\n1. One.\n\n2. Two.\n"), "paper.txt"
    )
    assert found.header.recipient is None
    assert "To: those who live near them" in [block.text for block in found.body]


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


LINES = ["Council of the European Union", "Brussels, 4 March 2026", "(OR. en)", "6543/26", "CSDP 12", "NOTE"]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("RESTREINT UE/EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("RESTREINT UE / EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("RESTREINT UE", "RESTREINT UE/EU RESTRICTED"),
        ("EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
        ("Restreint UE/EU Restricted", "RESTREINT UE/EU RESTRICTED"),
        ("ΠΕΡΙΟΡΙΣΜΕΝΗΣ ΧΡΗΣΗΣ ΕΕ", "RESTREINT UE/EU RESTRICTED"),
        ("CONFIDENTIEL UE/EU CONFIDENTIAL", "CONFIDENTIEL UE/EU CONFIDENTIAL"),
        ("SECRET UE/EU SECRET", "SECRET UE/EU SECRET"),
        ("TRES SECRET UE/EU TOP SECRET", "TRÈS SECRET UE/EU TOP SECRET"),
        ("TRÈS SECRET UE", "TRÈS SECRET UE/EU TOP SECRET"),
        ("RESTREINT UE/EU RESTRICTED until 4 March 2030", "RESTREINT UE/EU RESTRICTED"),
    ],
)
def test_a_marking_of_its_own_is_found(line: str, level: str) -> None:
    assert own_marking([*LINES[:4], line, *LINES[4:]], [], None, run_on=False) == level
    assert own_marking(LINES, [f"6543/26 GK/cr 1 {line} EN"], None, run_on=False) == level


@pytest.mark.parametrize(
    "line", ["LIMITE", "Handling of RESTREINT UE documents", "RESTREINTE", "EU RESTRICTIVE MEASURES"]
)
def test_what_only_speaks_of_one_is_none(line: str) -> None:
    assert own_marking([*LINES, line], [], None, run_on=False) is None


def test_a_header_without_line_breaks_has_it_in_capitals() -> None:
    run_on = " ".join([*LINES[:4], "RESTREINT UE/EU RESTRICTED", *LINES[4:]])
    assert own_marking([run_on], [], None, run_on=True) == "RESTREINT UE/EU RESTRICTED"
    assert own_marking([" ".join(LINES) + " on restreint UE/EU restricted papers"], [], None, run_on=True) is None


def test_a_notice_that_lifts_one_has_none() -> None:
    lifted = references.parse_reference("11432/07 DCL 1")
    assert own_marking([*LINES, "RESTREINT UE"], [], lifted, run_on=False) is None
