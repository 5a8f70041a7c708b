import zipfile
from pathlib import Path

import pytest

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing import reading

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
    ],
)
def test_bytes_tell_what_a_file_is(tmp_path: Path, data: bytes, suffix: str) -> None:
    (tmp_path / "a").write_bytes(data)
    assert reading.detect_suffix(tmp_path / "a") == suffix


def test_a_word_file_is_known_by_its_parts(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a", "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert reading.detect_suffix(tmp_path / "a") == ".docx"


def test_a_page_named_as_a_word_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(PAGE)
    document = reading.read(tmp_path / "a.doc", "a.doc")
    assert [unit.text for unit in document.paragraphs] == ["The Council notes the report."]


@pytest.mark.parametrize("name", ["a.odt", "a.RTF", "a.msg", "a.xlsx", "a"])
def test_what_is_not_read_is_refused_with_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\1\2\3")
    with pytest.raises(UnreadableDocumentError) as caught:
        reading.read(tmp_path / name, name)
    assert (caught.value.reason, caught.value.detail) == (ImportFailure.UNSUPPORTED, Path(name).suffix.lower())
