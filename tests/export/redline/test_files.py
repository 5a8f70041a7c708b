"""Unusual Word files, and files in which no redline is made."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.export.redline.tracked_changes import STRICT, WORD, RedlineObstacle, UnsupportedFileError
from support.redline_checks import part, redlined
from support.redline_documents import SPACES, word_file
from support.redline_word_files import p, r, said

BODY = p(r("1. Ports keep quiet.")) + p(r("2. So do ships."))
ITEM = PositionEntry(Address("para_1"), proposal="Ports keep very quiet.", comment="Λόγος: θόρυβος.")


def file(folder: Path, content: bytes) -> Path:
    path = folder / "source.docx"
    path.write_bytes(content)
    return path


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A file with a replacement in one part."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for one in source.namelist():
            data = source.read(one)
            target.writestr(one, data.replace(old, new) if one == name else data)
    return made.getvalue()


def words(content: bytes) -> str:
    return said(part(content))


def test_a_strict_file_stays_strict(tmp_path: Path) -> None:
    source = word_file(BODY)
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        source = changed(source, name, WORD.encode(), STRICT.encode())
    content, unplaced = redlined(file(tmp_path, source), [ITEM])
    assert unplaced == ()
    with zipfile.ZipFile(BytesIO(content)) as bundle:
        assert WORD.encode() not in bundle.read("word/document.xml") + bundle.read("word/comments.xml")
    root = part(content)
    assert [etree.QName(one).namespace for one in root.iter("{*}ins")] == [STRICT]


def test_a_file_in_utf_16_is_written_as_utf_8(tmp_path: Path) -> None:
    source = word_file(BODY, head='<?xml version="1.0" encoding="UTF-16"?>')
    content, unplaced = redlined(file(tmp_path, source), [ITEM])
    assert unplaced == ()
    assert words(content) == "1. Ports keep very quiet.2. So do ships."


def test_another_prefix_is_kept(tmp_path: Path) -> None:
    source = word_file(BODY.replace("w:", "x:"), spaces=SPACES.replace("xmlns:w=", "xmlns:x="))
    source = changed(source, "word/document.xml", b"w:document", b"x:document")
    source = changed(source, "word/document.xml", b"w:body", b"x:body")
    content, unplaced = redlined(file(tmp_path, source), [ITEM])
    assert unplaced == ()
    with zipfile.ZipFile(BytesIO(content)) as bundle:
        assert b"<x:ins " in bundle.read("word/document.xml")
    assert words(content) == "1. Ports keep very quiet.2. So do ships."


def test_words_in_a_text_box_change_there(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('In a box.'))}{p(r('More.'))}</w:txbxContent></w:pict></w:r>"
    body = p(r("1. Ports."), box) + p(r("2. Ships."))
    content, unplaced = redlined(
        file(tmp_path, word_file(body)),
        [
            PositionEntry(Address("para_1"), proposal="Quiet ports."),
            PositionEntry(Address("para_1__sub_2"), proposal="In a small box."),
            PositionEntry(Address("para_1__sub_3"), proposal="Nothing more."),
        ],
    )
    assert unplaced == ()
    root = part(content)
    assert [said(one).strip() for one in root.iter("{*}ins")] == ["Quiet ports", "small", "Nothing more"]


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        (
            "word/document.xml",
            b"<w:document",
            b'<!DOCTYPE d [<!ENTITY e "x">]><w:document',
            RedlineObstacle.DOCUMENT_TYPE,
        ),
        ("[Content_Types].xml", b"document.main", b"document.macroEnabled.main", RedlineObstacle.NO_WORD_FILE),
        ("_rels/.rels", b'officeDocument"', b'other"', RedlineObstacle.NO_WORD_FILE),
    ],
)
def test_no_redline_is_made_in_what_is_no_plain_word_file(
    tmp_path: Path, name: str, old: bytes, new: bytes, why: RedlineObstacle
) -> None:
    from delegate_desk.export.redline.tracked_changes import WordFile

    with pytest.raises(UnsupportedFileError) as caught:
        WordFile(changed(word_file(BODY), name, old, new))
    assert caught.value.why is why


def test_what_is_no_zip_is_no_word_file() -> None:
    from delegate_desk.export.redline.tracked_changes import WordFile

    with pytest.raises(UnsupportedFileError) as caught:
        WordFile(b"%PDF-1.7")
    assert caught.value.why is RedlineObstacle.NO_WORD_FILE


def test_a_zip_keeps_its_comment_and_its_other_parts(tmp_path: Path) -> None:
    made = BytesIO(word_file(BODY))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("ά", b"two")
        bundle.comment = b"said"
    content, _ = redlined(file(tmp_path, made.getvalue()), [ITEM])
    with zipfile.ZipFile(BytesIO(content)) as bundle:
        assert bundle.read("ά") == b"two"
        assert bundle.comment == b"said"
        assert bundle.testzip() is None
