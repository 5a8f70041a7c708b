"""Whole files are read correctly: documents written here, and real ones if ../shared is there."""

import contextlib
import difflib
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Document, Kind, MarkUp, Paragraph
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.pdf import reader as pdf
from delegate_desk.parsing.word import reader as word
from support.office_files import compound_file, opendocument, outlook_mail, package
from support.refusals import refusal

GREEK = """Βρυξέλλες, 4 Μαρτίου 2026
(OR. en)

7001/26

TRANS 88

ΣΗΜΕΙΩΜΑ

Αποστολέας: Προεδρία

Αποδέκτης: Αντιπροσωπίες

Θέμα: Ώρες ησυχίας στους λιμένες

Διαβιβάζεται συνημμένως στις αντιπροσωπίες κείμενο σχετικά με τις ώρες ησυχίας στους λιμένες της Ένωσης.

ΣΧΕΔΙΟ ΣΥΜΠΕΡΑΣΜΑΤΩΝ

1. Το Συμβούλιο υπενθυμίζει την οδηγία 2002/49/ΕΚ¹ και το έγγραφο 6500/26.
2. Καλεί τα κράτη μέλη:
- α) να ορίσουν ώρες ησυχίας·

¹ Οδηγία σχετικά με τον θόρυβο.

- β) να υποβάλουν έκθεση.
"""


def _read(words: str, name: str = "paper.txt") -> Document:
    return reading.understand(text_reader.source(words), name)


def test_a_greek_document_is_read_whole() -> None:
    document = _read(GREEK)
    assert (str(document.header.reference), document.header.language) == ("ST 7001/26", "el")
    assert [unit.address for unit in document.units()] == [
        "cover", "hd_1", "para_1", "para_2", "para_2__point_1", "para_2__point_2", "fn_1",
    ]  # fmt: skip
    assert document.called_from(document.footnotes[0].address) == ["para_1"]
    assert {(str(mention.target), mention.address) for mention in document.mentions} == {
        ("Directive 2002/49/EC", "para_1"), ("ST 6500/26", "para_1"),
    }  # fmt: skip
    assert document.mark_up is MarkUp.NONE
    assert set(document.header.confidence) >= {"language", "reference", "marking"}


def test_the_language_is_that_of_the_text_under_a_foreign_cover() -> None:
    cover = GREEK.split("Διαβιβάζεται", maxsplit=1)[0]
    cover = cover.replace("Αποστολέας: Προεδρία", "From: Presidency").replace(
        "Αποδέκτης: Αντιπροσωπίες", "To: Delegations"
    )
    cover = cover.replace("Θέμα: Ώρες ησυχίας στους λιμένες", "Subject: Quiet hours").replace("ΣΗΜΕΙΩΜΑ", "NOTE")
    document = _read(cover + "\nΔιαβιβάζεται" + GREEK.split("Διαβιβάζεται")[1])
    assert (document.header.language, document.header.document_type, document.header.sender) == (
        "el",
        "note",
        "Presidency",
    )


def test_a_document_does_not_mention_itself() -> None:
    document = _read(GREEK.replace("6500/26", "7001/26"))
    assert parse_reference("7001/26") not in {mention.target for mention in document.mentions}


def test_what_the_header_names_is_mentioned_at_no_unit() -> None:
    document = _read(GREEK.replace("Θέμα:", "αριθ. προηγ. εγγρ.: 6499/26 + COR 1\n\nΘέμα:"))
    assert [(str(m.target), m.address) for m in document.mentions][:2] == [("ST 6499/26", ""), ("ST 6499/26 COR 1", "")]


def test_a_plain_text_without_a_header_is_read() -> None:
    document = _read("Quiet ports\n\nThe port is quiet at night.\n\n1. One.\n\n2. Two.\n")
    assert (document.header.reference, document.header.subject) == (None, "Quiet ports")
    assert [unit.address for unit in document.paragraphs] == ["hd_1", "p_1", "para_1", "para_2"]


@pytest.mark.parametrize("words", ["", " \n\t\n", "\ufeff", "o\n\no o\n"])
def test_a_file_without_text_is_refused(words: str) -> None:
    assert refusal(_read, words).reason is ImportFailure.NO_TEXT


def test_a_classified_document_is_refused_and_its_marking_named() -> None:
    marked = GREEK.replace("TRANS 88", "RESTREINT UE/EU RESTRICTED\n\nTRANS 88")
    error = refusal(_read, marked, "secret.txt")
    assert (error.file_name, error.reason) == ("secret.txt", ImportFailure.CLASSIFIED)
    assert error.detail == "RESTREINT UE/EU RESTRICTED"
    _read(GREEK.replace("έγγραφο", "έγγραφο RESTREINT UE/EU RESTRICTED"))
    _read(marked.replace("7001/26", "7001/26 DCL 1", 1))


def test_a_file_that_no_reader_knows_or_that_is_not_there_is_refused(tmp_path: Path) -> None:
    picture, lost = tmp_path / "picture.png", tmp_path / "lost.txt"
    picture.write_bytes(b"\x89PNG")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 50)
    for path, reason in (
        (picture, ImportFailure.UNSUPPORTED),
        (lost, ImportFailure.UNREADABLE),
        (binary, ImportFailure.UNREADABLE),
    ):
        error = refusal(reading.read, path, path.name)
        assert (error.file_name, error.reason) == (path.name, reason)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(reading.LARGEST + 1)
    assert refusal(reading.read, large, "large.txt").reason is ImportFailure.TOO_LARGE


def test_the_reader_goes_by_the_name_that_the_file_came_in_under(tmp_path: Path) -> None:
    kept = tmp_path / "0123abcd"
    kept.write_text(GREEK, encoding="utf-8")
    assert str(reading.read(kept, "PAPER.TXT").header.reference) == "ST 7001/26"


def test_a_long_text_is_read_in_time() -> None:
    words = GREEK + "\n".join(f"{n}. Το Συμβούλιο καλεί τα κράτη μέλη να υποβάλουν έκθεση." * 3 for n in range(3, 4000))
    started = time.thread_time()
    assert len(_read(words).paragraphs) > 3000
    assert time.thread_time() - started < 10


@given(st.text(max_size=500))
def test_any_text_is_read_or_refused(words: str) -> None:
    addresses: list[str] = []
    with contextlib.suppress(UnreadableDocumentError):
        document = reading.understand(SourceText((Block((TextRun(words),)),)), "paper.txt")
        addresses = [unit.address for unit in document.units()]
    assert len(set(addresses)) == len(addresses)


def test_the_greek_conclusions(shared: Path) -> None:
    path = shared / "corpus" / "register" / "ST-12862-2019-INIT_el.txt"
    document = reading.read(path, path.name)
    header = document.header
    assert (str(header.reference), header.language, header.original_language) == ("ST 12862/19", "el", "en")
    assert (str(header.date), header.document_type, header.marking) == ("2019-10-08", "outcome_of_proceedings", None)
    assert header.subject.endswith("(8 Οκτωβρίου 2019)")
    numbered = [unit.address for unit in document.paragraphs if unit.kind is Kind.PARAGRAPH]
    assert numbered == [f"para_{n}" for n in range(1, 26)]
    points = [unit for unit in document.paragraphs if unit.kind is Kind.POINT]
    assert [unit.address for unit in points] == [f"para_7__point_{n}" for n in range(1, 11)]
    assert [unit.label for unit in points] == ["α)", "β)", "γ)", "δ)", "ε)", "στ)", "ζ)", "η)", "θ)", "ι)"]
    assert [note.label for note in document.footnotes] == [str(n) for n in range(1, 16)]
    assert all(len(document.called_from(note.address)) == 1 for note in document.footnotes)
    assert not set("¹²³⁴⁵⁶⁷⁸⁹⁰[\\") & set("".join(unit.text for unit in document.paragraphs))
    targets = {str(mention.target) for mention in document.mentions}
    assert targets == {
        "ST 12326/19", "ST 12326/19 COR 1", "ST 9798/15", "ST 11855/12", "ST 10607/12", "ST 14027/18", "COM(2016) 871",
        "COM(2016) 872", "COM(2015) 185 final", "Directive 2011/93/EU", "Directive 2012/29/EU", "Directive 2011/36/EU",
    }  # fmt: skip


def test_a_document_of_the_old_template(shared: Path) -> None:
    path = shared / "corpus" / "register" / "st05847.en06.pdf"
    document = reading.read(path, path.name)
    header = document.header
    assert (str(header.reference), str(header.date)) == ("ST 5847/06", "2006-03-16")
    assert (header.marking, header.public, header.document_type) == ("LIMITE", True, "information_note")
    assert [unit.address for unit in document.paragraphs] == [
        "para_1", "para_1__point_1", "para_1__point_2", "para_1__point_3", "para_2", "para_3", "para_4",
        "para_4__ind_1", "para_4__ind_2", "para_4__ind_3", "para_4__ind_4", "para_5", "para_6",
    ]  # fmt: skip
    assert document.called_from(document.footnotes[0].address) == ["para_3"]


def test_a_long_act(shared: Path) -> None:
    path = shared / "corpus" / "register" / "PE-43-2024-INIT_en.pdf"
    document = reading.read(path, path.name)
    addresses = [unit.address for unit in document.paragraphs]
    assert [a for a in addresses if re.fullmatch(r"art_\d+", a)] == [f"art_{n}" for n in range(1, 54)]
    assert [a for a in addresses if re.fullmatch(r"rec_\d+", a)] == [f"rec_{n}" for n in range(1, 53)]
    assert [a for a in addresses if re.fullmatch(r"annex_\d+", a)] == ["annex_1", "annex_2", "annex_3"]
    assert not [a for a in addresses if "-" in a]
    assert document.header.interinstitutional_files == ("2023/0177(COD)",)


@pytest.mark.parametrize(
    ("name", "reference", "language", "kind", "marking"),
    [
        ("en_10939-17_ADD2_NOTE.txt", "ST 10939/17 ADD 2", "en", "note", None),
        ("en_12492-09_NOTE_LIMITE.txt", "ST 12492/09", "en", "note", "LIMITE"),
        ("en_14860-1-18_REV1_NOTE_LIMITE.txt", "ST 14860/1/18 REV 1", "en", "note", "LIMITE"),
        ("en_16183-09_LEGISLATIVE-ACTS_rules-of-procedure.txt", "ST 16183/09", "en",
         "legislative_acts_and_other_instruments", None),
        ("en_EUCO-34-16_conclusions.txt", "EUCO 34/16", "en", None, None),
        ("fr_6198-18_PRESSE5.txt", "ST 6198/18", "fr", "outcome_of_the_council_meeting", None),
        ("pt_7578-17_NOTA-DE-ENVIO.txt", "ST 7578/17", "pt", "cover_note", None),
        ("pt_9664-17_PROPOSTA.txt", "ST 9664/17", "pt", "proposal", None),
        ("pt_CONV-477-03_NOTA-DE-ENVIO.txt", "CONV 477/03", "pt", "cover_note", None),
    ],
)  # fmt: skip
def test_headers_torn_out_of_files(
    shared: Path, name: str, reference: str, language: str, kind: str | None, marking: str | None
) -> None:
    header = reading.read(shared / "corpus" / "excerpts" / name, name).header
    found = (str(header.reference), header.language, header.document_type, header.marking)
    assert found == (reference, language, kind, marking)


def _printed(unit: Paragraph) -> Iterator[str]:
    """A unit as in the expected contents of generated documents: calls in brackets, an article's title apart."""
    words = unit.marked
    for call in reversed(unit.calls):
        words = f"{words[: call.offset]}[{call.note.removeprefix('fn_')}]{words[call.offset :]}"
    if unit.kind is Kind.ARTICLE:
        yield unit.label
        yield words
    else:
        yield f"{unit.label} {words}".strip()


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("language", ["en", "el", "bg"])
def test_generated_documents_are_read_as_they_were_written(shared: Path, language: str, suffix: str) -> None:
    path = shared / "corpus" / "generated" / f"council_{language}.{suffix}"
    truth = path.with_name(f"council_{language}.truth.txt").read_text(encoding="utf-8").splitlines()
    wanted = [" ".join(line.split()) for line in truth if line.strip()]
    printed = {
        " ".join("".join(run.text if run.note is None else f"[{run.note}]" for run in block.runs).split())
        for block in {"docx": word, "pdf": pdf}[suffix].read(path).blocks
    }
    assert printed >= set(wanted)
    document = reading.read(path, path.name)
    found = [line for unit in document.paragraphs for line in _printed(unit) if line]
    blocks = difflib.SequenceMatcher(None, found, wanted, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.95 * len(wanted)
    assert len(found) <= 1.05 * len(wanted)
    assert (document.header.language, document.header.document_type) == (language, "note")
    assert document.mark_up is MarkUp.PRINTED


PAGE = b"<!-- saved --> <!DOCTYPE html>\n<html><body><p>The Council notes the report.</p></body></html>"


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7", ".pdf"),
        (PAGE, ".html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><html xmlns=''>", ".html"),
        (b"PK\3\4 and then nothing", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ""),
        (b"", ""),
        (b"words about <html>", ""),
        (package({"word/document.xml": "<x/>"}), ".docx"),
        (package({"a.txt": "x"}), ".zip"),
        (compound_file({"WordDocument": b"x", "Objects": {"Workbook": b"x"}}), ".doc"),
        (compound_file({"Workbook": b"x"}), ".xls"),
        (compound_file({"PowerPoint Document": b"x"}), ".ppt"),
        (compound_file({"other": b"x"}), ""),
    ],
)
def test_bytes_tell_what_a_file_is(data: bytes, suffix: str) -> None:
    assert reading.detect_suffix(io.BytesIO(data)) == suffix


def test_a_page_named_as_a_word_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(PAGE)
    document = reading.read(tmp_path / "a.doc", "a.doc")
    assert [unit.text for unit in document.paragraphs] == ["The Council notes the report."]


RICH = rb"{\rtf1\ansi\pard The Council notes the report.\par}"
TEXT = opendocument("<text:p>The Council notes the report.</text:p>")


@pytest.mark.parametrize(
    ("data", "names"),
    [(RICH, "a.doc a.docx a.txt a.html"), (PAGE, "a.docx a.rtf a.pdf"), (TEXT, "a.docx a.rtf a.pdf a.html a.txt")],
    ids=["rich text", "page", "OpenDocument"],
)
def test_a_file_under_another_name_is_read_as_what_it_is(tmp_path: Path, data: bytes, names: str) -> None:
    for name in names.split():
        (tmp_path / name).write_bytes(data)
        assert [unit.text for unit in reading.read(tmp_path / name, name).paragraphs] == [
            "The Council notes the report."
        ]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
SHEET = package({"content.xml": f"<o:all xmlns:o='{OFFICE}'><o:body><o:spreadsheet/></o:body></o:all>"})


@pytest.mark.parametrize(
    ("data", "names", "kind", "advice"),
    [
        (compound_file({"WordDocument": b"x"}), "a.rtf a.docx a.odt a.pdf", ".doc", "save it as .docx"),
        (compound_file({"Workbook": b"x"}), "a.xlsx a.doc a.csv", ".xls", "save it as .xlsx"),
        (compound_file({"PowerPoint Document": b"x"}), "a.pptx a.doc", ".ppt", "save it as .pptx"),
        (SHEET, "a.odt a.ods a.docx", ".ods", "save it as .xlsx"),
        (package({"a.txt": "x"}), "a.docx a.pdf a.txt", ".zip", "rename it to .zip"),
        (compound_file(outlook_mail({0x0037001F: "Bells"})), "a.doc a.txt a.pdf", ".msg", "rename it to .msg"),
        (b"\xff\xd8\xff\xe0", "a.pdf a.docx", ".jpg", "convert it to a searchable PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_as_what_it_is(
    tmp_path: Path, data: bytes, names: str, kind: str, advice: str
) -> None:
    for name in names.split():
        (tmp_path / name).write_bytes(data)
        error = refusal(reading.read, tmp_path / name, name)
        assert (error.reason, error.detail) == (ImportFailure.UNSUPPORTED, kind)
        assert advice in error.explain()


def test_an_encrypted_file_says_so_under_any_name(tmp_path: Path) -> None:
    for name in ("a.docx", "a.doc", "a.xlsx", "a.pdf"):
        (tmp_path / name).write_bytes(compound_file({"EncryptedPackage": b"x" * 5000}))
        assert refusal(reading.read, tmp_path / name, name).reason is ImportFailure.ENCRYPTED


@pytest.mark.parametrize("name", ["a.ddpack", "a.pages", "a.key", "a.apk"])
def test_a_format_that_is_an_archive_is_not_called_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(package({"a.txt": "x"}))
    assert refusal(reading.read, tmp_path / name, name).detail == Path(name).suffix


@pytest.mark.parametrize("name", ["a.ods", "a.DOC", "a.pst", "a.xls", "a"])
def test_what_is_not_read_is_refused_with_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\1\2\3")
    error = refusal(reading.read, tmp_path / name, name)
    assert (error.reason, error.detail) == (ImportFailure.UNSUPPORTED, Path(name).suffix.lower())
