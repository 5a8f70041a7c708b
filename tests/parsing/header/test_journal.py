"""The lines that the Official Journal prints around an act are distinguished from the act."""

import re
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.header import page_feet
from delegate_desk.parsing.html import reader
from support.handwritten_pdf import Paper

ACT = [
    "COUNCIL DECISION (EU) 2025/2031",
    "of 3 October 2025",
    "on the bells of small ports",
    "THE COUNCIL OF THE EUROPEAN UNION,",
    "Having regard to the Treaty on the Functioning of the European Union,",
    "Whereas:",
    "(1) A bell is heard further than a light is seen, and those who steer a boat at night know its sound well.",
    "HAS ADOPTED THIS DECISION:",
    "Article 1",
    "Each port shall have a bell.",
]
SENTENCE = "The text of the act goes on here, and nothing of it is a head or a foot of any page."


def _read(*lines: str, running: tuple[str, ...] = ()) -> Document:
    blocks = tuple(Block((TextRun(line),)) for line in lines)
    return reading.understand(SourceText(blocks, running=running), "act.pdf")


def _texts(document: Document) -> list[str]:
    return [unit.text for unit in document.paragraphs]


@pytest.mark.parametrize(
    "head",
    [
        ["Official Journal of the European Union", "EN", "L series", "2025/2031", "13.10.2025"],
        ["Official Journal of the European Union EN L series 2025/2031 13.10.2025"],
        ["Official Journal\nof the European Union", "EN\nSeries L", "2025/2031\n13.10.2025"],
        ["2025/2031", "13.10.2025", "EN", "Official Journal of the European Union", "Series L"],
        ["OFFICIAL JOURNAL OF THE EUROPEAN UNION", "L series | EN", "2025/2031 | 13.10.2025"],
        ["2025/2031", "13.10.2025"],
        ["13.10.2025", "EN", "Official Journal of the European Union", "L 271/12"],
        ["ISSN 1977-0677", "Official Journal of the European Union", "L 271", "EN"],
    ],
)
def test_the_head_of_an_act_is_no_text_of_it(head: list[str]) -> None:
    read = _read(*head, *ACT)
    assert (str(read.header.reference), str(read.header.date)) == ("Decision (EU) 2025/2031", "2025-10-03")
    assert read.header.document_type == "decision"
    assert read.header.subject == " ".join(ACT[:3])
    assert _texts(read)[0].startswith(ACT[0])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "EN   OJ L, 22.12.2023"),
        ("en", "OJ L, 22.12.2023   EN"),
        ("en", "ELI: http://data.europa.eu/eli/reg/2023/2854/oj   2/71"),
        ("en", "2/71   ELI: http://data.europa.eu/eli/reg/2023/2854/oj"),
        ("fr", "JO L du 22.12.2023   FR"),
        ("de", "DE ABl. L vom 22.12.2023"),
        ("el", "EL ΕΕ L της 22.12.2023"),
        ("bg", "ОВ L, 22.12.2023 г. BG"),
        ("hu", "HU HL L, 2023.12.22."),
        ("lt", "OL L, 2023 12 22 LT"),
        ("pl", "PL Dz.U. L z 22.12.2023"),
        ("mt", "MT ĠU L, 22.12.2023"),
        ("cs", "CS Úř. věst. L, 22.12.2023"),
        ("sk", "Ú. v. EÚ L, 22.12.2023 SK"),
        ("it", "L 119/2 IT Gazzetta ufficiale dell’Unione europea 4.5.2016"),
        ("ga", "4.5.2016 GA Iris Oifigiúil an Aontais Eorpaigh L 119/3"),
    ],
)
def test_the_heads_and_feet_of_pages_are_no_text(language: str, line: str) -> None:
    assert page_feet.is_running(line)
    assert line not in _texts(_read(*ACT, line, SENTENCE))
    assert line not in [block.text for block in text_reader.source(f"{SENTENCE}\n{line}\n{SENTENCE}\n").blocks]


@pytest.mark.parametrize(
    "line",
    [
        "EN",
        "2025/2031",
        "22.12.2023",
        "Official Journal of the European Union",
        "OJ L 119, 4.5.2016, p. 1",
        "OJ C 271, 19.9.2012, p. 1.",
        "OJ L, 2024/1689, 12.7.2024, ELI: http://data.europa.eu/eli/reg/2024/1689/oj",
        "http://data.europa.eu/eli/reg/2023/2854/oj",
        "It shall be published in the Official Journal of the European Union.",
        "L series of the Official Journal of the European Union",
    ],
)
def test_what_may_be_text_stays_text(line: str) -> None:
    assert not page_feet.is_running(line)
    assert line in _texts(_read("A note on ports.", SENTENCE, line, SENTENCE))


def test_the_address_below_an_act_is_no_text() -> None:
    end = ["ELI: http://data.europa.eu/eli/dec/2025/2031/oj", "ISSN 1977-0677 (electronic edition)"]
    head = ["Official Journal of the European Union", "EN", "L series", "2025/2031", "13.10.2025"]
    assert not set(end) & set(_texts(_read(*head, *ACT, *end)))
    assert not set(end) & set(_texts(_read(*ACT, *end, running=("2025/2031", "13.10.2025"))))
    other = "ELI: http://data.europa.eu/eli/dec/2025/1999/oj"
    assert other in _texts(_read(*head, *ACT, other, SENTENCE))


def test_a_page_saved_without_its_look_is_read_the_same() -> None:
    head = "<table><tr><td>Official Journal of the European Union</td><td><p>EN</p><p>L series</p></td></tr></table>"
    head += "<table><tr><td></td><td><p>2025/2031</p><p>13.10.2025</p></td></tr></table><hr/>"
    page = f"<html><body>{head}{''.join(f'<p>{line}</p>' for line in ACT)}</body></html>"
    read = reading.understand(reader.source(page), "act.html")
    assert str(read.header.reference) == "Decision (EU) 2025/2031"
    assert read.header.language == "en"
    assert not any(unit.address.startswith("tbl_") for unit in read.paragraphs)


@pytest.mark.parametrize("title", [["On the bells of small ports"], ["Corrigendum to the list of bells"], ["Bells"]])
def test_a_number_in_the_head_is_no_number_of_a_council_document(title: list[str]) -> None:
    for number in ("2025/2031", "2024/1991", "2024/19", "C/2024/883", "2023/2854"):
        head = ["Official Journal of the European Union", "EN", "L series", number, "13.10.2025"]
        assert _read(*head, *title, SENTENCE).header.reference is None
        assert _read(number, *title, SENTENCE).header.reference is None


def test_where_the_title_cannot_be_read_the_address_at_the_foot_names_the_act() -> None:
    head = ["Official Journal of the European Union", "EN", "L series", "2025/2031", "13.10.2025"]
    foot = "ELI: http://data.europa.eu/eli/dec/2025/2031/oj 1/2"
    read = _read(*head, "On the bells of small ports", SENTENCE, foot)
    assert (str(read.header.reference), read.header.document_type) == ("Decision (EU) 2025/2031", "decision")
    corrected = foot.replace("/oj", "/corrigendum/2025-11-02/oj")
    assert _read(*head, "Corrigendum to Council Decision (EU) 2025/2031", SENTENCE, corrected).header.reference is None


def test_a_head_and_feet_that_a_page_breaks_into_pieces_are_no_text(tmp_path: Path) -> None:
    paper = Paper()
    paper.page()
    for x, y, words in [
        (70, 790, "Official Journal"), (70, 766, "of the European Union"), (480, 790, "EN"), (480, 768, "L series"),
        (57, 730, "2025/2031"), (490, 730, "13.10.2025"), (150, 690, ACT[0]), (220, 672, ACT[1]), (200, 654, ACT[2]),
        (57, 40, "ELI: http://data.europa.eu/eli/dec/2025/2031/oj"), (510, 40, "1/2"),
    ]:  # fmt: skip
        paper.text(x, y, words)
    for n, words in enumerate(ACT[3:8]):
        paper.paragraph(57, 620 - 40 * n, words)
    paper.page()
    paper.text(57, 800, "EN")
    paper.text(470, 800, "OJ L, 13.10.2025")
    paper.paragraph(57, 730, SENTENCE)
    paper.text(57, 40, "2/2")
    paper.text(300, 40, "ELI: http://data.europa.eu/eli/dec/2025/2031/oj")
    read = reading.read(paper.save(tmp_path / "act.pdf"), "act.pdf")
    assert (str(read.header.reference), read.header.subject) == ("Decision (EU) 2025/2031", " ".join(ACT[:3]))
    assert [
        words for words in _texts(read) if re.search(r"ELI|Journal|series|OJ L|^EN$|13\.10\.2025|^\d/2$", words)
    ] == []
    assert SENTENCE in _texts(read)


def test_a_head_alone_is_not_thrown_away() -> None:
    read = _read("Official Journal of the European Union", "L series", "2025/2031")
    assert "2025/2031" in " ".join(_texts(read))
