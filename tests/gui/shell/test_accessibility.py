"""Every control of the panes with keyboard focus has a name for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_browser import AnnotationFilterPane, BrowserView
from delegate_desk.gui.annotations.annotation_list import DeadlinesView
from delegate_desk.gui.export.export_side_pane import ExportSidePane
from delegate_desk.gui.export.exports import ExportChoices, annotations_export, document_export
from delegate_desk.gui.library.header_dialog import HeaderDialog
from delegate_desk.gui.library.timeline_view import TimelineView
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.search.facets_pane import FacetsPane
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.tasks import Tasks
from support.bare_context import bare_context

pytestmark = pytest.mark.styled


@pytest.fixture
def panes(desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot) -> list[QWidget]:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.RED_LINE, text="No.", tags=("a",)))
    desk.positions.set_item(
        first.document, PositionEntry(first.address, Stance.OPPOSE, "Other words.", "Why.", "Inside.")
    )
    search, notes = SearchView(desk, tasks), ParagraphFile(desk, tasks)
    position = PositionsView(bare_context(desk, tasks), first.document)
    listed, due = BrowserView(desk, tasks), DeadlinesView(desk, tasks)
    dialog = ExportSidePane(document_export(desk, first.document), ExportChoices())
    entries = desk.annotation_list.entries_for_annotations(desk.annotations.all())
    leaving = ExportSidePane(annotations_export(desk, entries), ExportChoices())
    reader, header = ReaderView(desk, tasks), HeaderDialog(desk, tasks, first.document)
    reader.open(first.document)
    reader.side_panels.set_panes_shown(original=False)
    page, timeline = OriginalView(desk, tasks, first.document), TimelineView(desk, tasks, first.document)
    search.search("ports lang:en")
    notes.show_places([first])
    notes.start_annotation(AnnotationKind.NOTE, first)
    made = [
        search,
        search.facets,
        notes,
        position,
        listed,
        listed.side,
        due,
        dialog,
        leaving,
        reader,
        header,
        page,
        timeline,
    ]
    for pane in made:
        qtbot.addWidget(pane)
        pane.show()
    qtbot.waitUntil(lambda: search.results is not None)
    tasks.wait()
    position.draft(Address("para_1"))
    return made


def test_each_pane_can_be_made_narrow_and_every_control_of_it_has_a_name(panes: list[QWidget]) -> None:
    nameless = [
        f"{type(pane).__name__}: {type(widget).__name__} {widget.objectName()}"
        for pane in panes
        for widget in pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and widget.window() is pane.window()  # the list of a combo box is a separate window
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert not nameless, nameless
    for pane in panes:
        if isinstance(pane, FacetsPane | AnnotationFilterPane | ParagraphFile | ExportSidePane):
            assert pane.minimumSizeHint().width() <= 200, type(pane).__name__
        if isinstance(pane, SearchView | PositionsView | BrowserView | DeadlinesView):
            assert pane.minimumSizeHint().width() <= 480, type(pane).__name__
