"""Endless files: each is refused, or read within limits (the times: ``evaluation.hostile_bombs``)."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from delegate_desk.core import zip_checks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import archive, reading
from delegate_desk.parsing.html import reader
from delegate_desk.parsing.office import mail, xml_package
from delegate_desk.parsing.pdf import reader as pdf
from evaluation import hostile_bombs as bombs
from support.refusals import refusal


def refused(path: Path) -> tuple[ImportFailure, str]:
    with pytest.raises(UnreadableDocumentError) as caught:
        reading.read(path, path.name)
    return caught.value.reason, caught.value.detail


def unpacked(tmp_path: Path, data: bytes, name: str = "a.zip") -> list[archive.ArchiveMember]:
    path, into = tmp_path / name, tmp_path / "into"
    path.write_bytes(data)
    into.mkdir()
    return archive.unpack(path, name, into)


def refused_whole(tmp_path: Path, data: bytes) -> tuple[ImportFailure, str]:
    error = refusal(unpacked, tmp_path, data)
    assert list((tmp_path / "into").iterdir()) == []
    return error.reason, error.detail


OUTCOMES = {
    "31,000 members": ImportFailure.TOO_LARGE,
    "300,000 members, hidden": ImportFailure.TOO_LARGE,
    "Word, 300,000 parts, hidden": ImportFailure.TOO_LARGE,
    "billion laughs in text": ImportFailure.DAMAGED,
    "billion laughs in an attribute": ImportFailure.DAMAGED,
    "quadratic entity in attributes": ImportFailure.DAMAGED,
    "quadratic entity in text": ImportFailure.DAMAGED,
    "Word, 20,000 elements deep": ImportFailure.DAMAGED,
    "text, 20,000 elements deep": ImportFailure.DAMAGED,
    "text, a part packed 1:1000": ImportFailure.TOO_LARGE,
    "sheet, a part packed 1:1000": ImportFailure.TOO_LARGE,
    "sheet, a million cells": ImportFailure.TOO_LARGE,
    "sheet, rows as wide as a sheet": ImportFailure.TOO_LARGE,
    "sheet, a row beyond the last": ImportFailure.TOO_LARGE,
    "slides, a part packed 1:1000": ImportFailure.TOO_LARGE,
    "slides, billion laughs": ImportFailure.DAMAGED,
    "rich text, two million groups": ImportFailure.TOO_LARGE,
    "rich text, two million commands": ImportFailure.TOO_LARGE,
    "PDF, a million pages by a tree": ImportFailure.TOO_LARGE,
    "PDF, arrays 200,000 deep": ImportFailure.DAMAGED,
    "page, 100,000 elements deep": ImportFailure.TOO_LARGE,
    "page, 20,000 tables in tables": ImportFailure.TOO_LARGE,
    "page, 50,000 attributes": ImportFailure.TOO_LARGE,
    "Outlook, a mail in a mail, 30 deep": ImportFailure.TOO_LARGE,
    "Outlook, a mail in a mail, 300 deep": ImportFailure.DAMAGED,
    "Outlook, 900 files that are the same": ImportFailure.TOO_LARGE,
    "mail in mail, 1,000 deep": ImportFailure.DAMAGED,
    "parts in parts, 1,000 deep": ImportFailure.TOO_LARGE,
    "mail of 100,000 parts": ImportFailure.TOO_LARGE,
}


@pytest.mark.parametrize("bomb", OUTCOMES)
def test_a_bomb_is_refused(tmp_path: Path, bomb: str) -> None:
    name, make = bombs.BOMBS[bomb]
    if name == "a.zip":
        assert refused_whole(tmp_path, make())[0] is OUTCOMES[bomb]
    else:
        path = tmp_path / name
        path.write_bytes(make())
        assert refused(path)[0] is OUTCOMES[bomb]


def test_members_that_overlap_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    data = bombs.by_hand([("a.txt", bombs._squeezed(1_000_000), 1_000_000)] * 3, overlapping=True)
    assert refused_whole(tmp_path, data) == (ImportFailure.DAMAGED, "files in it overlap")


def test_members_that_stand_side_by_side_do_not_overlap(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bundle:
        for name in ("a.txt", "ö/b.txt", "c.txt"):
            bundle.writestr(name, b"" if name == "a.txt" else b"one")
        assert not zip_checks.overlap(bundle.infolist())
    assert len(unpacked(tmp_path, made.getvalue())) == 3


def test_what_an_archive_may_hold_is_measured_by_its_own_size(tmp_path: Path) -> None:
    data = bombs.by_hand([(f"{n}.txt", bombs._squeezed(19_000_000), 19_000_000) for n in range(6)])
    assert refused_whole(tmp_path, data) == (ImportFailure.TOO_LARGE, "more than 100 MB when unpacked")


def test_the_longer_of_two_lists_of_contents_counts() -> None:
    data = bombs.by_hand([("a", b"\3\0", 0)] * 100, zip64=True)
    assert zip_checks.directory_size(io.BytesIO(data)) == 100 * 47


def test_a_table_with_too_many_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_package, "TAGS_LIMIT", 1_000)
    path = tmp_path / "a.docx"
    path.write_bytes(bombs.word(f"<w:tbl>{bombs._rows(200)}</w:tbl>"))
    assert refused(path) == (ImportFailure.TOO_LARGE, "more than 1000 tags")
    monkeypatch.setattr(reader, "MOST_TAGS", 1_000)
    page = tmp_path / "a.html"
    page.write_text("<table>" + "<tr><td>noise" * 600)
    assert refused(page) == (ImportFailure.TOO_LARGE, "more than 1000 tags")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_text_that_is_too_long_is_refused_unread(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST_READ", {"text_reader": 1_000, "html.reader": 1_000})
    path = tmp_path / name
    path.write_text("<p>Noise is heard.\n" * 100)
    assert refused(path)[0] is ImportFailure.TOO_LARGE


@pytest.mark.parametrize("piece", ["1 ", ".", "…", "_"])
def test_a_line_of_one_thing_without_end_is_read_whole(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Noise is heard {piece * 200_000} x", encoding="utf-8")
    assert len(reading.read(path, path.name).paragraphs[-1].marked) >= 200_000


def test_a_page_that_is_as_deep_as_pages_get_loses_no_words(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<div>" * 600 + "Noise is heard.")
    assert [unit.marked for unit in reading.read(path, path.name).paragraphs] == ["Noise is heard."]


@pytest.mark.parametrize("element", ["<p>", "<br>", "<b>one</b>", "<div><i>one</div></i>", "<div/>"])
def test_what_stands_one_after_another_is_not_deep(element: str) -> None:
    assert reader.source(f"{element * 2_600}{element * 2_600}Noise is heard.").blocks


def test_what_is_in_each_other_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(etree, "fromstring", None)
    assert refusal(reader.source, "<div></i>" * 6_000).reason is ImportFailure.TOO_LARGE


def test_a_page_of_a_long_picture_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f'<p>Noise is heard.</p><img src="data:image/png;base64,{"A" * 12_000_000}==">')
    assert [unit.marked for unit in reading.read(path, path.name).paragraphs] == ["Noise is heard."]


@pytest.mark.parametrize("filters", [("FlateDecode",), ("FlateDecode", "FlateDecode")])
def test_a_stream_without_end_is_not_unpacked(
    tmp_path: Path, filters: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "LARGEST", 20_000_000)
    monkeypatch.setattr(pdf, "_SUSPECT", 20_000)
    path = tmp_path / "a.pdf"
    path.write_bytes(bombs._giant_stream(*filters))
    assert refused(path) == (ImportFailure.TOO_LARGE, "more than 20 MB in one piece when unpacked")


def test_a_file_without_a_stream_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    pdf.refuse_bombs(path)


def test_a_picture_may_have_more_than_words(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bombs._giant_stream("FlateDecode").replace(b"/Filter", b"/Subtype /Image /Filter"))
    assert refusal(pdf.refuse_bombs, path).detail == "more than 200 MB in one piece when unpacked"


def test_a_document_of_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bombs.BOMBS["PDF, a page tree within itself"][1]())
    assert list(map(str, reading.read(path, path.name).remarks)) == ["nothing readable on pages 2, 3"]
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert refused(path) == (ImportFailure.TOO_LARGE, "more than 2 pages")


def test_a_mail_of_too_many_parts_is_refused_and_none_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "_MOST_PARTS", 3)
    part = "--b\nContent-Disposition: attachment; filename=a.txt\n\nNoise\n"
    said = f"From: a@example.eu\nContent-Type: multipart/mixed; boundary=b\n\n{part * 4}--b--"
    assert refused_whole(tmp_path, b"no mail")[0] is ImportFailure.DAMAGED
    (tmp_path / "a.eml").write_text(said)
    error = refusal(archive.unpack, tmp_path / "a.eml", "a.eml", tmp_path / "into")
    assert (error.reason, error.detail) == (ImportFailure.TOO_LARGE, "more than 3 parts")


def test_a_name_that_is_too_long_keeps_its_suffix() -> None:
    assert archive.harmless(f"{'n' * 400}.docx") == f"{'n' * 195}.docx"
    deep = archive.harmless("d/" * 30_000 + "a.docx")
    assert deep.endswith("d/a.docx")
    assert deep.count("/") < 20
