"""LibreOffice keeps text, changes and languages, and settles a redline as intended; skipped if it is not installed."""

import io
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from delegate_desk import paths
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    MEETING_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
)
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk, open_desk
from support.full_position import fill
from support.libreoffice import Soffice, needed
from support.meeting_values import file
from support.position_values import page, written
from support.redline_checks import MOMENT, part, resolved

POSITION = "position.docx"
MEETING = {(kind, audience): f"{kind}-{audience}.docx" for kind in MEETING_KINDS for audience in Audience}

pytestmark = needed


@pytest.fixture(scope="module")
def trips(soffice: Soffice, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with our files, and one with the same files as written by LibreOffice."""
    ours, theirs = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs"))
    (ours / POSITION).write_bytes(written(language="el"))
    for (kind, audience), name in MEETING.items():
        (ours / name).write_bytes(file(kind, audience, "el"))
    soffice.convert([ours / name for name in (POSITION, *MEETING.values())], theirs)
    return ours, theirs


def words(file: Path) -> list[str]:
    body = docx.Document(str(file)).element.body
    return "".join((t.text or "") + " " * (t.tag == qn("w:tab")) for t in body.iter(*map(qn, TEXTS))).split()


TEXTS = ("w:t", "w:delText", "w:tab")


@pytest.mark.parametrize("name", [POSITION, *MEETING.values()])
def test_the_text_comes_back(trips: tuple[Path, Path], name: str) -> None:
    ours, theirs = trips
    assert "".join(words(theirs / name)) == "".join(words(ours / name))


def test_marks_and_languages_come_back(trips: tuple[Path, Path]) -> None:
    document = docx.Document(str(trips[1] / POSITION))
    assert document.sections[0].different_first_page_header_footer
    assert "LIMITE" in "".join(p.text for p in document.sections[0].first_page_header.paragraphs)
    languages = {lang.get(qn("w:val")) for lang in document.element.body.iter(qn("w:lang"))}
    assert languages == {"el-GR", "en-GB"}  # LibreOffice adds the country to a language without one
    assert len(document.tables) == 1
    assert document.tables[0].rows[0]._tr.findall(f".//{qn('w:tblHeader')}")


@pytest.mark.parametrize("audience", Audience)
def test_a_matrix_stays_on_its_side_with_its_shades(trips: tuple[Path, Path], audience: Audience) -> None:
    shades = []
    for folder in trips:
        document = docx.Document(str(folder / MEETING[ExportKind.MATRIX, audience]))
        assert page(folder / MEETING[ExportKind.MATRIX, audience]) == (16838, 11906)
        cells = (cell for row in document.tables[0]._tbl.tr_lst for cell in row.tc_lst)
        shades.append([[s.get(qn("w:fill")) for s in cell.iter(qn("w:shd"))] for cell in cells])
    assert shades[0] == shades[1]


SAMPLES = {"el": "ST-99101-2026-INIT_el.docx", "en": "ST-99101-2026-INIT_en.pdf"}
KINDS = list(itertools.product(SAMPLES, DOCUMENT_KINDS, MarkupStyle))
NAMES = [f"{sample}-{kind}-{markup}.docx" for sample, kind, markup in KINDS]
CHANGES = [name for name in NAMES if name.endswith("tracked.docx") or "-redline-" in name]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, DocumentId]]]:
    """A desk with a full position on each sample."""
    with open_desk(tmp_path_factory.mktemp("library")) as desk:
        desk.positions.set_delegation("EL")
        keys = {}
        for language, name in SAMPLES.items():
            reading = desk.documents.read(paths.RESOURCES / "samples" / name)
            keys[language] = next(iter(desk.documents.add(reading).documents))
            fill(desk, keys[language], most=24)
        yield desk, keys


@pytest.fixture(scope="module")
def document_trips(
    drafted: tuple[Desk, dict[str, DocumentId]], soffice: Soffice, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A folder with our files, for the capital, and one with the same files as written by LibreOffice."""
    desk, keys = drafted
    ours, theirs = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs"))
    for (sample, kind, markup), name in zip(KINDS, NAMES, strict=True):
        desk.export.write(keys[sample], kind, ours / name, ExportOptions(markup, Audience.CAPITAL, "EL"))
    soffice.convert([ours / name for name in NAMES], theirs)
    return ours, theirs


def letters(content: bytes, name: str = "word/document.xml") -> str:
    """The text of a part, with deletions and without spaces."""
    try:
        root = part(content, name)
    except KeyError:
        return ""
    return "".join("".join(text.text or "" for text in root.iter(qn("w:t"), qn("w:delText"))).split())


@pytest.mark.parametrize("name", NAMES)
def test_text_footnotes_and_comments_come_back(document_trips: tuple[Path, Path], name: str) -> None:
    ours, theirs = ((folder / name).read_bytes() for folder in document_trips)
    for story in ("word/document.xml", "word/footnotes.xml"):
        assert letters(theirs, story) == letters(ours, story), story
    assert comments(theirs) == comments(ours)


def comments(content: bytes) -> list[tuple[str, str]]:
    """The comments with their authors; LibreOffice writes them in a different order."""
    try:
        root = part(content, "word/comments.xml")
    except KeyError:
        return []
    said = ((str(one.get(qn("w:author"))), one.iter(qn("w:t"))) for one in root.iter(qn("w:comment")))
    return sorted((author, "".join("".join(text.text or "" for text in texts).split())) for author, texts in said)


@pytest.mark.parametrize("name", CHANGES)
def test_changes_come_back_with_their_author(document_trips: tuple[Path, Path], name: str) -> None:
    found = []
    for folder in document_trips:
        body = docx.Document(str(folder / name)).element.body
        words: dict[tuple[str, str], str] = {}
        for text in body.iter(qn("w:t"), qn("w:delText")):
            for change in text.iterancestors(qn("w:ins"), qn("w:del")):
                key = change.tag, change.get(qn("w:author"))
                words[key] = words.get(key, "") + "".join((text.text or "").split())
        found.append(words)
    assert found[1] == found[0]
    assert found[0]


@pytest.mark.parametrize("name", NAMES)
def test_languages_come_back(document_trips: tuple[Path, Path], name: str) -> None:
    """LibreOffice adds the country to a language without one."""
    found = []
    for folder in document_trips:
        body = docx.Document(str(folder / name)).element.body
        named = {str(language.get(qn("w:val")))[:2] for language in body.iter(qn("w:lang"))}
        found.append(named)
    assert found[0] <= found[1]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("what", ["Accept", "Reject"])
def test_libreoffice_settles_a_redline_as_we_mean_it(
    drafted: tuple[Desk, dict[str, DocumentId]],
    soffice: Soffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sample: str,
    what: str,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MOMENT.timestamp())))
    desk, keys = drafted
    redline = tmp_path / "redline.docx"
    desk.export.write(keys[sample], ExportKind.REDLINE, redline, ExportOptions(delegation="EL", labels="en"))
    ours = redline.read_bytes()
    redline.write_bytes(uncommented(ours))
    settled = soffice.settle(redline, tmp_path / "settled.docx", what).read_bytes()
    assert letters(settled) == letters(resolved(ours, WordChange.INSERT if what == "Accept" else WordChange.DELETE))
    original = paths.RESOURCES / "samples" / SAMPLES[sample]
    if original.suffix == ".docx":
        assert (letters(settled) == letters(original.read_bytes())) is (what == "Reject")
    assert not list(part(settled).iter(qn("w:ins"), qn("w:del")))


def uncommented(content: bytes) -> bytes:
    """A file without its comments: LibreOffice 25.2 may crash on them when it rejects the commented text."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as bundle, zipfile.ZipFile(made, "w") as written:
        for name in bundle.namelist():
            data = bundle.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                for one in list(root.iter(*(qn(f"w:comment{end}") for end in ("RangeStart", "RangeEnd", "Reference")))):
                    above = one.getparent()
                    assert above is not None
                    above.remove(one)
                data = etree.tostring(root)
            written.writestr(name, data)
    return made.getvalue()
