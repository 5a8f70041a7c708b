"""The auditors find nothing in a file of any kind, option and language; in a redline nothing that its source lacked."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.shared import Cm

from delegate_desk import paths
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.positions.export_options import (
    DOCUMENT_KINDS,
    Audience,
    ExportKind,
    ExportOptions,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.desk import Desk, open_desk
from support.document_values import take_in
from support.full_position import HUSH, fill
from support.position_values import parts
from support.word_auditors import findings, new_findings

SAMPLES = {
    "el": "ST-99101-2026-INIT_el.docx",
    "en": "ST-99101-2026-INIT_en.pdf",
    "fr": "ST-99101-2026-INIT_fr.txt",
    "rev": "ST-99101-2026-REV-1_en.docx",
}


TURNS = {"el": ("el", 0, "en", 0), "en": ("fr", 1, "fr", 0), "fr": ("en", 1, "el", 1), "rev": ("el", 2, "en", 2)}
"""The language of labels and the columns of each sample's two files of a kind."""
FILLED = {("en", MarkupStyle.TRACKED), ("fr", MarkupStyle.COUNCIL), ("rev", MarkupStyle.COUNCIL)}
"""The files that are written into a custom template."""


def choices(name: str) -> Iterator[tuple[MarkupStyle, Audience, str, bool, ProvisionColumns]]:
    """The options of a sample's files, and whether they are written into a custom template.

    Each sample has each markup and each audience once; over the four samples each markup has both audiences, and each
    of these is combined with every language of labels, all columns and the template, and so are these three with each
    other.
    """
    turn = list(SAMPLES).index(name)
    for m, markup in enumerate(MarkupStyle):
        audience = list(Audience)[(m + turn) % 2]
        labels, columns = TURNS[name][2 * m : 2 * m + 2]
        yield markup, audience, str(labels), (name, markup) in FILLED, list(ProvisionColumns)[int(columns)]


def held(desk: Desk, name: str) -> DocumentId:
    """A sample with a full position on it."""
    key = take_in(desk, sample(name))
    fill(desk, key)
    return key


def sample(name: str) -> Path:
    return paths.RESOURCES / "samples" / SAMPLES[name]


@pytest.fixture(scope="module", params=SAMPLES)
def drafted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Desk]]:
    with open_desk(tmp_path_factory.mktemp("library")) as desk:
        desk.positions.set_delegation("EL")
        held(desk, request.param)
        yield request.param, desk


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A custom template: two sections, a letterhead, fields, a table of its own."""
    folder = tmp_path_factory.mktemp("house")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "PERMANENT REPRESENTATION"
    document.sections[0].left_margin = Cm(4)
    for text in ("Reference: {{reference}}", "{{delegation}}, {{date}}", "{{table}}", "For the delegation"):
        document.add_paragraph(text)
    document.add_table(1, 2).style = "Table Grid"
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Annex")
    document.save(str(folder / "house.docx"))
    return folder / "house.docx"


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_the_auditors_find_nothing(drafted: tuple[str, Desk], kind: ExportKind, template: Path, tmp_path: Path) -> None:
    name, desk = drafted
    key = desk.documents.all()[0].id
    for markup, audience, labels, is_filled, columns in choices(name):
        options = ExportOptions(markup, audience, "EL", labels, template if is_filled else None, columns)
        desk.export.write(key, kind, tmp_path / "out.docx", options)
        content = (tmp_path / "out.docx").read_bytes()
        if kind is ExportKind.REDLINE and sample(name).suffix == ".docx":
            assert new_findings(content, sample(name).read_bytes()) == [], options
        elif options.template:
            assert new_findings(content, options.template.read_bytes()) == [], options
        else:
            assert findings(content) == [], options
        assert (HUSH in "".join(parts(content).values())) is (audience is Audience.CAPITAL), options


REAL = ("register/ST-12862-2019-INIT_el.txt", "register/PE-43-2024-INIT_en.pdf", "tables/amendments-4-columns_en.docx")


@pytest.mark.parametrize("name", REAL)
def test_the_auditors_find_nothing_in_files_on_real_documents(
    shared: Path, desk: Desk, tmp_path: Path, name: str
) -> None:
    """Each kind in another markup and for another audience from document to document."""
    source = shared / "corpus" / name
    key = take_in(desk, source)
    fill(desk, key)
    turn = REAL.index(name)
    for n, kind in enumerate(DOCUMENT_KINDS):
        markup, audience = list(MarkupStyle)[(n + turn) % 2], list(Audience)[(n // 2 + turn) % 2]
        desk.export.write(key, kind, tmp_path / "out.docx", ExportOptions(markup, audience, "EL"))
        content = (tmp_path / "out.docx").read_bytes()
        own = source if kind is ExportKind.REDLINE and source.suffix == ".docx" else None
        found = new_findings(content, own.read_bytes()) if own else findings(content)
        assert found == [], (kind, markup, audience)
        assert (HUSH in "".join(parts(content).values())) is (audience is Audience.CAPITAL), (kind, markup, audience)
