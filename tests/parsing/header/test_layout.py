"""Positions of labels and values on unusual first pages."""

import datetime

import pytest

from delegate_desk.core.documents.document import Header, PageBox
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import first_page, header_lines

TOP = "Council of the European Union\nBrussels, 4 March 2026\n(OR. en)\n7001/26\nNOTE\n"


def _read(paper: str, name: str = "paper.txt") -> Header:
    return first_page.read(text_reader.source(paper), name).header


def test_a_marking_and_codes_between_the_labels_are_no_values() -> None:
    found = _read(TOP + "From: Presidency\nLIMITE\nTo: Delegations\nTRANS 5\nENV 6\nSubject: Ports\n\nText of a note.")
    assert (found.sender, found.recipient, found.subject) == ("Presidency", "Delegations", "Ports")
    assert found.marking == "LIMITE"
    assert [(code.code, code.number) for code in found.subject_codes] == [("TRANS", 5), ("ENV", 6)]


def test_codes_behind_a_previous_document_are_not_the_documents_own() -> None:
    found = _read(TOP + "From: Presidency\nNo. prev. doc.: 6500/26 TRANS 1\nCODEC 9\nTo: Delegations\nSubject: Ports")
    assert [str(r) for r in found.previous_documents] == ["ST 6500/26"]
    assert found.subject_codes == ()


def test_a_label_that_no_table_has_takes_its_value_away_from_the_one_above() -> None:
    found = _read(
        TOP + "From: Presidency\nArrived on: 3 March 2026\nTo: Delegations\nEarlier paper: 6500/26 + COR 1\n"
        "Paper of the Cion: COM(2026) 31 final\nSubject: Ports"
    )
    assert (found.sender, found.recipient) == ("Presidency", "Delegations")
    assert [str(r) for r in found.previous_documents] == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert [str(r) for r in found.commission_documents] == ["COM(2026) 31 final"]


def test_an_unknown_label_at_the_beginning_is_the_senders() -> None:
    assert _read(TOP + "Author: Presidency\nTo: Delegations\nSubject: Ports").sender == "Presidency"


def test_values_behind_all_labels_are_told_by_their_shapes() -> None:
    lines = [
        "From:", "date of receipt:", "To:", "No. Cion doc.:", "Subject:", "Secretary-General of the European",
        "Commission, signed by a director", "3 March 2026", "Delegations", "COM(2026) 31 final", "Ports",
    ]  # fmt: skip
    found = _read(TOP + "\n".join(lines))
    assert found.sender == "Secretary-General of the European Commission, signed by a director"
    assert (found.recipient, found.subject) == ("Delegations", "Ports")
    assert [str(r) for r in found.commission_documents] == ["COM(2026) 31 final"]


def test_labels_that_have_lost_letters_are_told() -> None:
    found = _read(
        "COU CIL OF\nTHE EUROPEA U IO\nBrussels, 4 March 2009\n7001/09\nTRA S 8\nOTE\nrom: Presidency\n"
        "to: Delegations\no. prev. doc.: 6500/09\nS bject: Ports"
    )
    assert (found.sender, found.recipient, found.subject) == ("Presidency", "Delegations", "Ports")
    assert (found.document_type, found.document_type_label) == ("note", "OTE")
    assert found.confidence["sender"] < 0.7


def test_a_warning_above_the_labels_hides_no_header() -> None:
    notice = "This is a paper for some recipients only, who answer for what they do with it from now on."
    found = _read(
        f"Council of the European Union\nBrussels, 4 March 2026\nWK 612/2026 REV 1\nWORKING PAPER\n{notice}\n"
        "CONTRIBUTION\nFrom: Presidency\nTo: Delegations\nSubject: Ports"
    )
    assert str(found.reference) == "WK 612/2026 REV 1"
    assert (found.document_type, found.subject) == ("contribution", "Ports")


def test_a_header_that_lost_its_labels_is_read_by_its_places() -> None:
    found = _read(
        "European Council\nBrussels, 15 December 2025\n(OR. en)\nEUCO 34/25\nCO EUR 7\n"
        "General Secretariat of the Council\nDelegations\nEuropean Council meeting\n– Conclusions\n"
        "Delegations will find attached the conclusions."
    )
    assert (found.sender, found.recipient) == ("General Secretariat of the Council", "Delegations")
    assert found.subject == "European Council meeting – Conclusions"


def test_a_subject_broken_behind_a_small_word_continues() -> None:
    paper = (
        TOP + "From: Presidency\n\nSubject: Proposal for a Regulation of the European Parliament and of the\nCouncil on"
    )
    assert _read(paper).subject == "Proposal for a Regulation of the European Parliament and of the Council on"


def test_a_stamp_in_pieces_may_run_into_a_label() -> None:
    found = _read("PU\nInterinstitutional File: B\n2026/0031(COD)\nLI\nC\n" + TOP + "From: Presidency\nSubject: Ports")
    assert found.public
    assert not _read(TOP + "From: Presidency\nSubject: Ports").public


def test_in_a_row_who_signs_is_no_recipient() -> None:
    row = (
        "Council of the European Union Brussels, 4 March 2026 (OR. en) 7001/26 TRANS 8 COVER NOTE "
        "From: date of receipt: 3 March 2026 To: No. Cion doc.: Subject: "
        "Secretary-General of the European Commission, signed by Mr Jan EXAMPLE, Director "
        "Ms Anna SAMPLE, Secretary-General of the Council COM(2026) 31 final Proposal for a decision on ports "
        "Delegations will find attached document COM(2026) 31 final."
    )
    found = _read(row)
    assert found.sender == "Secretary-General of the European Commission, signed by Mr Jan EXAMPLE, Director"
    assert found.recipient == "Ms Anna SAMPLE, Secretary-General of the Council"
    assert found.subject == "Proposal for a decision on ports"


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


def test_a_short_label_of_another_language_is_none() -> None:
    found = _read(TOP + "From: Presidency\nTo: Delegations\nSubject: Ports\n\nAu: fort de la mer\n\nText of the note.")
    assert (found.recipient, found.subject) == ("Delegations", "Ports")


def test_old_headers_name_their_parties_behind_articles() -> None:
    found = _read(
        "Βρυξέλλες, 4 Μαρτίου 2009\n7001/09\nΣΗΜΕΙΩΜΑ\nτης: Προεδρίας\nπρος: τις Αντιπροσωπίες\nΘέμα: Λιμένες"
    )
    assert (found.sender, found.recipient) == ("Προεδρίας", "τις Αντιπροσωπίες")


def test_lines_with_dashes_and_their_like_belong_to_the_subject() -> None:
    found = _read(
        TOP + "From: Presidency\nSubject: Ports\n– Adoption\n= Statement by a delegation\n\nText of the note."
    )
    assert found.subject == "Ports – Adoption = Statement by a delegation"


def test_a_lone_to_is_no_header() -> None:
    found = first_page.read(
        text_reader.source("Quiet ports\n\nTo: those who live near them\n\n1. One.\n\n2. Two.\n"), "paper.txt"
    )
    assert found.header.recipient is None
    assert "To: those who live near them" in [block.text for block in found.body]
