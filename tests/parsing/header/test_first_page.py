import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Header, SubjectCode
from delegate_desk.parsing import text_reader, vocabulary
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import first_page

NOTE = """Council of the European Union

Brussels, 4 March 2026
(OR. fr)

Interinstitutional File:
2026/0031 (COD)

7001/2/26
REV 2

LIMITE

TRANS 88
CFSP/PESC 12
PE-L 3

NOTE

From: Presidency
To: Delegations
No. prev. doc.: 6500/26 + COR 1 + ADD 1
No. Cion doc.: 5800/26 + ADD 1 TRANS 7 (COM(2026) 31 final)
Subject: Proposal for a Regulation on quiet hours in ports
- Presidency compromise text

Delegations will find attached a text.
"""


def _header(paper: str, name: str = "paper.txt") -> Header:
    return first_page.read(text_reader.source(paper), name).header


def _page(lines: Sequence[str], running: tuple[str, ...] = ()) -> first_page.ParsedFirstPage:
    return first_page.read(SourceText(tuple(Block((TextRun(line),)) for line in lines), running=running), "paper.pdf")


def _of_lines(lines: Sequence[str], running: tuple[str, ...] = ()) -> Header:
    return _page(lines, running).header


def test_every_field_of_a_note_is_read() -> None:
    found = _header(NOTE)
    assert str(found.reference) == "ST 7001/2/26 REV 2"
    assert (found.original_language, found.date) == ("fr", datetime.date(2026, 3, 4))
    assert (found.marking, found.public) == ("LIMITE", False)
    assert (found.document_type, found.document_type_label) == ("note", "NOTE")
    assert (found.sender, found.recipient) == ("Presidency", "Delegations")
    assert found.subject == "Proposal for a Regulation on quiet hours in ports - Presidency compromise text"
    assert found.subject_codes == (SubjectCode("TRANS", 88), SubjectCode("CFSP/PESC", 12), SubjectCode("PE-L", 3))
    assert found.interinstitutional_files == ("2026/0031(COD)",)
    assert [str(r) for r in found.previous_documents] == ["ST 6500/26", "ST 6500/26 COR 1", "ST 6500/26 ADD 1"]
    assert [str(r) for r in found.commission_documents] == ["ST 5800/26", "ST 5800/26 ADD 1", "COM(2026) 31 final"]


def test_every_field_has_a_confidence() -> None:
    fields = {
        "reference", "original_language", "date", "marking", "public", "classification", "document_type", "sender",
        "recipient", "subject", "subject_codes", "interinstitutional_files", "previous_documents",
        "commission_documents",
    }  # fmt: skip
    for paper in (NOTE, "A text without any header.", " ".join(NOTE.split())):
        found = _header(paper)
        assert fields <= set(found.confidence)
        assert all(0 <= sure <= 1 for sure in found.confidence.values())


def test_the_text_behind_the_header_is_left() -> None:
    found = first_page.read(text_reader.source(NOTE), "paper.txt")
    assert [block.text for block in found.body] == ["Delegations will find attached a text."]


@pytest.mark.parametrize(
    "lines",
    [
        ["From:", "To:", "Subject:", "Presidency", "Delegations", "Quiet hours", "Text of the note."],
        ["From:", "Presidency", "To:", "Delegations", "Subject:", "Quiet hours", "Text."],
        ["From : Presidency", "To : Delegations", "Subject : Quiet hours"],
    ],
    ids=["labels first", "value below its label", "space before the colon"],
)
def test_values_stand_behind_their_labels_in_several_ways(lines: list[str]) -> None:
    found = _of_lines(["7001/26", "NOTE", *lines])
    assert (found.sender, found.recipient, found.subject) == ("Presidency", "Delegations", "Quiet hours")


def test_a_header_without_line_breaks_is_read_with_less_confidence() -> None:
    run_on = (
        "Council of the European Union Brussels, 4 March 2026 (OR. en) Interinstitutional File: 2026/0031(COD) "
        "7001/1/26 REV 1 LIMITE TRANS 88 ENV 12 NOTE From: To: Subject: Presidency Delegations Quiet hours in "
        "maritime ports Delegations will find attached a text on quiet hours, as it was revised after the meeting."
    )
    found = _header(run_on)
    assert str(found.reference) == "ST 7001/1/26 REV 1"
    assert (found.date, found.marking) == (datetime.date(2026, 3, 4), "LIMITE")
    assert (found.document_type, found.interinstitutional_files) == ("note", ("2026/0031(COD)",))
    assert (found.sender, found.recipient) == ("Presidency", "Delegations")
    assert found.subject == "Quiet hours in maritime ports"
    assert found.subject_codes == (SubjectCode("TRANS", 88), SubjectCode("ENV", 12))
    assert found.confidence["subject"] < _header(NOTE).confidence["subject"]


def test_text_without_line_breaks_is_not_lost() -> None:
    words = "Brussels, 17 November 2026 16183/26 NOTE Subject : Rules. " + "The Council shall meet when convened. " * 20
    found = first_page.read(text_reader.source(words), "paper.txt")
    assert "".join(block.text for block in found.body).count("shall meet") == 20


def test_labels_far_down_a_text_make_no_header() -> None:
    lines = ["Notes", "The ports were discussed at length, and every delegation took the floor.", "To: be continued."]
    assert [block.text for block in _page(lines).body] == lines


def test_text_behind_a_header_without_a_subject_is_left() -> None:
    lines = ["7001/26", "NOTE", "From: Presidency", "To: Delegations", "Quiet hours", "Ports shall be quiet."]
    found = _page(lines)
    assert found.header.recipient == "Delegations"
    assert [block.text for block in found.body] == lines[-2:]


def test_running_text_with_colons_is_no_header() -> None:
    words = "En cuanto a: los puertos, y de: los buques, el Consejo toma nota de lo que sigue. " * 5
    found = first_page.read(text_reader.source(words), "paper.txt")
    assert (found.header.sender, found.label_language) == (None, None)


def test_a_joint_act_has_its_number_beside_its_procedure() -> None:
    lines = [
        "EUROPEAN UNION", "THE EUROPEAN PARLIAMENT", "THE COUNCIL", "Brussels, 6 November 2026", "(OR. en)",
        "2026/0177(COD) PE-CONS 43/26", "ENV 184", "LEGISLATIVE ACTS AND OTHER INSTRUMENTS",
        "Subject: REGULATION on quiet hours",
    ]  # fmt: skip
    found = _of_lines(lines)
    assert str(found.reference) == "PE-CONS 43/26"
    assert found.interinstitutional_files == ("2026/0177(COD)",)
    assert found.document_type == "legislative_acts_and_other_instruments"
    assert (found.sender, found.subject) == (None, "REGULATION on quiet hours")


def test_an_agenda_has_contact_date_and_venue() -> None:
    lines = [
        "CM 4276/26", "NOTICE OF MEETING AND PROVISIONAL AGENDA", "Contact: ports@agenda.example",
        "Subject: Working Party on Shipping", "Date: 3 December 2026 - 10.00", "Venue: COUNCIL", "1. Adoption",
    ]  # fmt: skip
    found = _page(lines)
    assert str(found.header.reference) == "CM 4276/26"
    assert found.header.document_type == "notice_of_meeting_and_provisional_agenda"
    assert found.header.subject == "Working Party on Shipping"
    assert [block.text for block in found.body] == ["1. Adoption"]


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["XT 21016/17", "ADD 1 REV 2"], "XT 21016/17 ADD 1 REV 2"),
        (["10939/17 ADD 2"], "ST 10939/17 ADD 2"),
        (["14860/1/18", "REV 1", "ADD 1"], "ST 14860/1/18 REV 1 ADD 1"),
        (["12862/19", "COR 1 (de)"], "ST 12862/19 COR 1"),
        (["11432/07", "DCL 1"], "ST 11432/07 DCL 1"),
        (["WK 529/2023 INIT"], "WK 529/2023"),
        (["EUCO 34/16"], "EUCO 34/16"),
    ],
)
def test_a_number_takes_its_suffixes_from_the_lines_below(lines: list[str], printed: str) -> None:
    found = _of_lines(["Brussels, 4 March 2026", *lines, "LIMITE", "NOTE", "From: Presidency", "Subject: Ports"])
    assert str(found.reference) == printed


def test_the_files_name_and_the_page_feet_speak_for_the_number() -> None:
    assert _header(NOTE, "ST-7001-2026-REV-2_en.txt").confidence["reference"] == pytest.approx(0.99)
    assert _header(NOTE).confidence["reference"] < 0.99
    assert str(_of_lines(["Some text."], ("7001/26 GK/cr 1",)).reference) == "ST 7001/26"
    assert str(_header("Some text.", "st07001.en26.txt").reference) == "ST 7001/26"


def test_a_document_without_a_number_has_none() -> None:
    found = _header("Notes for the meeting of 8/10/2026.\n\nRegulation (EU) 2016/679 applies to 2026/0031 (COD).")
    assert found.reference is None
    assert found.confidence["reference"] < 0.5


def test_public_is_a_stamp_beside_limite_even_in_pieces() -> None:
    lines = ["Brussels, 4 March 2026", "7001/26", "LIMITE", "NOTE", "From: Presidency", "Subject: Ports"]
    assert not _of_lines(lines).public
    assert _of_lines(["PUBLIC", *lines]).public
    assert _of_lines(["PU", "B", "LI", "C", *lines]).public
    assert _of_lines(["PUBLIC", *lines]).marking == "LIMITE"


def test_limite_in_the_subject_is_no_marking() -> None:
    head = ["7001/26", "NOTE", "From: Presidency"]
    assert _of_lines([*head, "Subject: Handling of documents marked LIMITE"]).marking is None
    assert _of_lines([*head, "Subject: Ports"], ("TREE.2.A LIMITE EN",)).marking == "LIMITE"


@pytest.mark.parametrize("language", vocabulary.languages())
def test_a_header_is_read_in_every_language(language: str) -> None:
    def word(key: str) -> str:
        return vocabulary.terms(key, language)[0].rstrip(" :")

    outcome = next(heading for heading in _outcomes(language))
    paper = (
        f"7001/26\n\nTRANS 88\n\n{outcome}\n\n{word('from')}: {word('gsc')}\n{word('to')}: {word('delegations')}\n"
        f"{word('prev_doc')}: 6500/26\n{word('subject')}: Xxx yyy\n\nZzz zzz."
    )
    found = first_page.read(text_reader.source(paper), "paper.txt")
    assert found.header.sender == word("gsc")
    assert found.header.recipient == word("delegations")
    assert [str(r) for r in found.header.previous_documents] == ["ST 6500/26"]
    assert found.header.subject == "Xxx yyy"
    assert found.header.document_type == "outcome_of_proceedings"
    assert found.label_language == language


def _outcomes(language: str) -> list[str]:
    from delegate_desk import paths

    return list(paths.load_table("header_words")["types"]["outcome_of_proceedings"][language])


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("'I/A' ITEM NOTE", "ia_item_note"),
        ("“I/A” ITEM NOTE", "ia_item_note"),
        ('"A" ITEM NOTE', "a_item_note"),
        ("ΣΗΜΕΙΩΜΑ ΣΗΜΕΙΟΥ «I/A»", "ia_item_note"),
        ("ΣΗΜΕΙΩΜΑ ΣΗΜΕΙΟΥ «Α»", "a_item_note"),
        ("COVER NOTE", "cover_note"),
        ("NOTE DE TRANSMISSION", "cover_note"),
        ("REPORT", "report"),
        ("VERMERK", "note"),
        ('ADDENDUM 3 TO "A" ITEM NOTE', "addendum"),
        ("ADDENDUM ZUM I/A-PUNKT-VERMERK", "addendum"),
        ("CORRIGENDUM TO NOTE", "corrigendum"),
        ("DECLASSIFICATION", "declassification"),
        ("MANDATE FOR NEGOTIATIONS", "mandate_for_negotiations"),
    ],
)
def test_a_heading_names_the_type(heading: str, key: str) -> None:
    found = _of_lines(["Brussels, 4 March 2026", "7001/26", "TRANS 88", heading, "From: Presidency", "Subject: Ports"])
    assert (found.document_type, found.document_type_label) == (key, heading)


@given(st.lists(st.sampled_from(NOTE.split("\n")), max_size=30))
def test_no_order_of_lines_breaks_the_reading(lines: list[str]) -> None:
    assert all(0 <= sure <= 1 for sure in _of_lines([*filter(None, lines)]).confidence.values())


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(words: str) -> None:
    first_page.read(text_reader.source(words), "paper.txt")


def test_an_agendas_codes_have_no_numbers() -> None:
    agenda = NOTE.replace("TRANS 88\nCFSP/PESC 12\nPE-L 3\n", "ENFOPOL\nCOSI, JAI\n").replace(
        "7001/2/26\nREV 2", "CM 4001/26"
    )
    assert _header(agenda).subject_codes == (SubjectCode("ENFOPOL"), SubjectCode("COSI"), SubjectCode("JAI"))


@pytest.mark.parametrize(
    "title",
    [
        "EL comments on ST 7001/26",
        "Comments of Greece (7001/26)",
        "Observations sur le document 7001/26",
        "Greece welcomes 7001/26 and thanks the Presidency.",
    ],
)
def test_a_document_that_speaks_of_a_document_does_not_have_its_number(title: str) -> None:
    read = first_page.read(text_reader.source(f"{title}\n\nShore power should be offered first.\n"), "comments.txt")
    assert read.header.reference is None
    assert title in [block.text for block in read.body]


@pytest.mark.parametrize(
    "line", ["7001/26", "ST 7001/26 REV 1", "Brisele, 2026. gada 8. oktobrī 7001/26", "WK 12/2026"]
)
def test_a_number_that_stands_by_itself_is_the_documents_own(line: str) -> None:
    assert _header(f"{line}\n\nShore power should be offered first.\n").reference is not None
