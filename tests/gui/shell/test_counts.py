"""One word, one count: every count of paragraphs or position entries is the same for one library."""

import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import main
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.labels import positions
from support.annotated_revision import Noted
from support.export_views import export_in_front
from support.main_windows import in_front, run_action, settle, show_document

FIVE, SIX = Address("para_5"), Address("para_6")


@pytest.fixture
def entries(desk: Desk, paper: Noted) -> int:
    """The number of position entries, with two more notes for circulation."""
    for address in (FIVE, SIX):
        made = desk.annotations.new(Place(paper.old, address), AnnotationKind.NOTE, text=f"on {address}")
        desk.annotations.save(replace(made, visibility=Visibility.CIRCULATION))
    desk.positions.set_item(paper.old, PositionEntry(FIVE, Stance.OPPOSE, comment="Islands."))
    return len(desk.positions.get(paper.old).items)


def said(text: str, word: str) -> set[int]:
    """The numbers before a word."""
    return {int(n) for n in re.findall(rf"(\d+) {word}", text)}


def test_position_entries(
    window: MainWindow, desk: Desk, paper: Noted, entries: int, capsys: pytest.CaptureFixture[str]
) -> None:
    window.open_position(paper.old)
    settle(window)
    view = window.position_controller.current_view()
    assert view is not None
    run_action(window, window.ui.action_export)
    preview = desk.export.preview(paper.old, ExportKind.POSITION, ExportOptions())
    capital = desk.export.preview(paper.old, ExportKind.COMMENTS_TABLE, ExportOptions(audience=Audience.CAPITAL))
    places = {
        "page": view.ui.counts_label.text(),
        "beside": export_in_front(window).side.contents_label.text(),
        "export": positions.contents_summary(preview, ExportKind.POSITION, 7),
        "capital": positions.contents_summary(capital, ExportKind.COMMENTS_TABLE, 7),
    }
    for name, text in places.items():
        assert said(text, "position entr(?:y|ies)") == {entries}, name
        assert said(text, "from notes") == {2}, name
    assert (len(view.provisions), len(view._list.notes())) == (entries, 2)
    main(["--library", str(desk.folder), "position-versions", "7001/26"])
    assert said(capsys.readouterr().out, "position entr(?:y|ies)") == {entries}


def test_an_export_names_the_general_comments_in_it(desk: Desk, paper: Noted) -> None:
    def contents() -> str:
        preview = desk.export.preview(paper.old, ExportKind.POSITION, ExportOptions())
        return positions.contents_summary(preview, ExportKind.POSITION, 7)

    assert "General comments" not in contents()
    desk.positions.set_general(paper.old, "Thank you.")
    assert contents().startswith("General comments · ")


def test_paragraphs(
    window: MainWindow, desk: Desk, paper: Noted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = paper.carry()
    old = desk.documents.get(paper.old)
    revised = desk.documents.get(new)
    main(["--library", str(desk.folder), "documents"])
    listed = capsys.readouterr().out
    assert said(listed, "paragraphs") == {old.paragraphs, revised.paragraphs}
    for held in (old, revised):
        show_document(window, held.id)
        assert said(window.ui.document_label.text(), "paragraphs") == {held.paragraphs}
    both = f"{old.paragraphs} → {revised.paragraphs} paragraphs"
    page = window.revision_controller.open_page((old.id, new))
    settle(window)
    assert page.summary.text().startswith(both)
    window.comparison_controller.open(old.id, new)
    settle(window)
    view = in_front(window, ComparisonView)
    assert view.chips._total.text().startswith(both)
    assert page.page is not None
    target = tmp_path / "changed.docx"
    desk.export.write(page.page.consequences, ExportKind.CONSEQUENCES, target, ExportOptions())
    assert any(both in one.text for one in docx.Document(str(target)).paragraphs)
    main(["--library", str(desk.folder), "compare", "7001/26", "7001/1/26 REV 1"])
    assert capsys.readouterr().out.startswith(both)
