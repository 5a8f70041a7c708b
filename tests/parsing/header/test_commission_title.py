from delegate_desk.core.documents.document import Document
from delegate_desk.parsing import reading
from delegate_desk.parsing.blocks import Block, SourceText, TextRun


def document(*lines: str) -> Document:
    return reading.understand(SourceText(tuple(Block((TextRun(line),), begins=True) for line in lines)), "page.html")


BODY = "The Commission proposes that ships keep quiet at night, for those who live near ports are to sleep."


def test_the_first_page_of_a_proposal_is_understood() -> None:
    header = document(
        "EUROPEAN COMMISSION",
        "Brussels, 4.3.2026",
        "COM(2026) 77 final",
        "2026/0055(COD)",
        "Proposal for a",
        "REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL",
        "on quiet hours in ports",
        "(Text with EEA relevance)",
        "{SWD(2026) 78 final}",
        "EXPLANATORY MEMORANDUM",
        BODY,
    ).header
    assert (str(header.reference), header.document_type) == ("COM(2026) 77 final", "proposal")
    assert header.interinstitutional_files == ("2026/0055(COD)",)
    assert header.subject == (
        "Proposal for a REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL on quiet hours in ports"
    )


def test_a_report_ends_its_title_where_the_text_begins() -> None:
    header = document(
        "EUROPEAN COMMISSION",
        "Brussels, 4.3.2026",
        "COM(2026) 78 final",
        "REPORT FROM THE COMMISSION TO THE COUNCIL",
        "on ferry bells",
        "1. Introduction",
        BODY,
    ).header
    assert header.document_type == "report"
    assert header.subject == "REPORT FROM THE COMMISSION TO THE COUNCIL on ferry bells"
