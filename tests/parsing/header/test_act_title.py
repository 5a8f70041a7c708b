import pytest

from delegate_desk.core.documents.document import Document, Header
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing import reading
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import act_title


def blocks(*lines: str) -> list[Block]:
    return [Block((TextRun(line),)) for line in lines]


EN = "REGULATION (EU) 2026/101 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL\nof 4 March 2026\non ports"
EL = "ΟΔΗΓΙΑ (ΕΕ) 2026/102 ΤΟΥ ΕΥΡΩΠΑΪΚΟΥ ΚΟΙΝΟΒΟΥΛΙΟΥ ΚΑΙ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ\nτης 4ης Μαρτίου 2026"
HU = "AZ EURÓPAI PARLAMENT ÉS A TANÁCS (EU) 2026/101 RENDELETE\n(2026. március 4.)\na kikötőkről"


@pytest.mark.parametrize(
    ("language", "words", "reference", "date"),
    [
        ("en", EN, "Regulation (EU) 2026/101", "2026-03-04"),
        ("en", "Council Directive 98/77/EC of 8 March 1998 on bells", "Directive 98/77/EC", "1998-03-08"),
        ("el", EL, "Directive (EU) 2026/102", "2026-03-04"),
        ("hu", HU, "Regulation (EU) 2026/101", "2026-03-04"),
        ("de", "BESCHLUSS (EU) 2026/9 DES RATES\nvom 4. März 2026\nüber Häfen", "Decision (EU) 2026/9", "2026-03-04"),
    ],
)
def test_an_act_has_its_number_in_its_title(language: str, words: str, reference: str, date: str) -> None:
    title = act_title.read(blocks(*words.split("\n")), [language])
    assert title
    assert (str(title.reference), str(title.date), title.text) == (reference, date, words.replace("\n", " "))


@pytest.mark.parametrize(
    ("language", "words", "number", "printed"),
    [
        ("en", "COUNCIL DECISION\nof 26 July 2010\non bells", "2010/4130/CFSP", "Decision 2010/4130/CFSP"),
        ("fr", "DÉCISION DU CONSEIL\ndu 26 juillet 2010\nde cloches", "2010/4130/PESC", "Decision 2010/4130/CFSP"),
        ("de", "ENTSCHEIDUNG DER KOMMISSION\nvom 26. Juli 2004\nüber Glocken", "2004/13/EG", "Decision 2004/13/EC"),
        ("el", "ΑΠΟΦΑΣΗ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ\nτης 26ης Ιουλίου 2010\nγια", "2010/4130/ΚΕΠΠΑ", "Decision 2010/4130/CFSP"),
        ("hu", "A TANÁCS AJÁNLÁSA\n(2024. április 8.)\na harangokról", "C/2024/3057", "Recommendation"),
        ("en", "COUNCIL RECOMMENDATION\nof 8 April 2024\non bells", "C/2024/3057", "Recommendation"),
        ("sv", "RÅDETS REKOMMENDATION\nav den 8 april 2024\nom klockor", "C/2024/3057", "Recommendation"),
    ],
)
def test_an_act_may_have_its_number_behind_its_title_or_none(
    language: str, words: str, number: str, printed: str
) -> None:
    maker = "AZ EURÓPAI UNIÓ TANÁCSA," if language == "hu" else "THE COUNCIL OF THE EUROPEAN UNION,"
    title = act_title.read(blocks(*words.split("\n"), f"({number})", maker), [language])
    assert title
    assert (title.series, title.text) == (printed.partition(" ")[0], words.replace("\n", " "))
    assert str(title.reference) == (printed if " " in printed else "None")


@pytest.mark.parametrize(
    "line",
    [
        "REGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL amending Regulation (EU) 2016/679 of 27 April 2016",
        "amending Regulation (EU) 2016/679 of 27 April 2016",
        "Regulation (EU) 2016/679: questions of a delegation",
        "Corrigendum to Regulation (EU) 2016/679 of 27 April 2016",
        "The Council recalls that Regulation (EU) 2016/679 of 27 April 2016 applies.",
        "",
    ],
)
def test_an_act_that_is_merely_named_is_no_title(line: str) -> None:
    assert act_title.read(blocks(line, "More words."), ["en"]) is None


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("CELEX_32016R0679_EN_TXT.html", "Regulation (EU) 2016/679"),
        ("CELEX%3A32011L0093%3AEL%3ATXT.pdf", "Directive 2011/93/EU"),
        ("02002R0006-20130701", "Regulation (EC) No 6/2002"),
        ("52022PC0209", "COM(2022) 209 final"),
        ("52008SC0300", "SEC(2008) 300 final"),
        ("31989D0382", "Decision 89/382/EEC"),
        ("132016R06790", None),
        ("32016R0679R(02)", None),
        ("st12862.el19.pdf", None),
    ],
)
def test_a_celex_number_names_a_document(text: str, reference: str | None) -> None:
    found = act_title.reference_in(text)
    assert (str(found) if found else None) == reference


def test_a_council_number_outranks_the_title_of_an_act_that_it_covers() -> None:
    own = Header("en", reference=Reference("ST", 7001, 2026), confidence={"reference": 0.95})
    body = blocks("REGULATION (EU) 2026/101 OF THE COUNCIL", "of 4 March 2026")
    assert act_title.complete_from_act_title(own, body, ["CELEX_32016R0679_EN_TXT.html"], ["en"]) == own


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
