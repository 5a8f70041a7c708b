"""Every control that the keys reach has a name, and an access key of its own."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import paths
from delegate_desk.cipher import PLAIN
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.annotations.annotation_browser import AnnotationFilterPane, BrowserView
from delegate_desk.gui.annotations.annotation_list import DeadlinesView
from delegate_desk.gui.context import Ending
from delegate_desk.gui.export.export_side_pane import ExportSidePane
from delegate_desk.gui.export.exports import ExportChoices, annotations_export, document_export
from delegate_desk.gui.help.help_controllers import LicencesDialog
from delegate_desk.gui.library.header_dialog import HeaderDialog
from delegate_desk.gui.library.timeline_view import TimelineView
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.safety.library_dialogs import DamagedDialog, LibraryWorkDialog, UnlockDialog
from delegate_desk.gui.safety.safety_controllers import FaultDialog
from delegate_desk.gui.search.facets_pane import FacetsPane
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.tasks import Tasks
from support import accessibility_tree
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
    reader, header = ReaderView(desk, tasks), HeaderDialog(desk, tasks, desk.documents.get(first.document))
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


FOLDER = Path("library")
LONE: dict[str, Callable[[Tasks], QDialog]] = {
    "unlock": lambda tasks: UnlockDialog(lambda _: PLAIN, tasks),
    "work": lambda tasks: LibraryWorkDialog(Ending(what="Encrypting the library"), tasks),
    "damaged": lambda tasks: DamagedDialog(FOLDER, PLAIN, None, LibraryDamagedError("library", "malformed"), tasks),
    "damage met": lambda tasks: DamagedDialog(FOLDER, PLAIN, None, None, tasks),
    "fault": lambda _: FaultDialog("A report", lambda: None),
    "licences": lambda _: LicencesDialog(),
}


@pytest.fixture(autouse=True)
def _in_english_again() -> Iterator[None]:
    yield
    interface_language.install_language("en")


@pytest.mark.parametrize("language", interface_language.OWN_NAMES)
@pytest.mark.parametrize("name", LONE)
def test_a_dialog_that_stands_alone_speaks_and_has_keys(name: str, language: str, tasks: Tasks, qtbot: QtBot) -> None:
    interface_language.install_language(language)
    dialog = LONE[name](tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    met = accessibility_tree.tab_round(dialog, {})
    findings = [
        *accessibility_tree.nameless(dialog),
        *accessibility_tree.mute_rows(dialog),
        *accessibility_tree.without_keys(dialog),
        *accessibility_tree.passed_by(dialog, met),
        *accessibility_tree.against_reading(met),
    ]
    assert not findings, "\n".join(findings)


FORMS = sorted((paths.RESOURCES.parent / "ui").glob("*.ui"))
LANGUAGES = ["en", "el", "fr"]


def translations(language: str) -> dict[tuple[str, str], str]:
    """The translation of a text by its context; none in English."""
    if language == "en":
        return {}
    tree = ET.parse(paths.RESOURCES / "translations" / f"delegate_desk_{language}.ts")
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.findtext("translation") or ""
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def letter(text: str) -> str:
    """The access key of a text, in lower case; empty if it has none."""
    _, sign, after = text.replace("&&", "").partition("&")
    return after[:1].lower() if sign else ""


def twice(texts: list[str]) -> list[str]:
    """The texts with an access key that another also has."""
    counted = Counter(filter(None, map(letter, texts)))
    return [text for text in texts if counted[letter(text)] > 1]


def groups(form: ET.Element) -> Iterator[list[str]]:
    """The texts among which an access key must be unique: those of each menu, and those of the form itself."""
    said = {
        one.get("name", ""): text.text or ""
        for one in form.iter()
        if one.tag in ("action", "widget")
        for text in one.findall("./property[@name='text']/string") + one.findall("./property[@name='title']/string")
    }
    menus = [one for one in form.iter("widget") if one.get("class") in ("QMenu", "QMenuBar")]
    for menu in menus:
        yield [said.get(one.get("name", ""), "") for one in menu.findall("addaction")]
    if not menus:
        widgets = [one.get("name", "") for one in form.iter("widget")]
        yield [said.get(name, "") for name in widgets]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_access_key_leads_to_one_thing(language: str) -> None:
    known = translations(language)
    for file in FORMS:
        form = ET.parse(str(file)).getroot()
        context = form.findtext("class") or ""
        shown = [[known.get((context, text), text) for text in texts] for texts in groups(form)]
        assert list(filter(None, map(twice, shown))) == [], file.stem


def test_an_access_key_that_two_share_is_found() -> None:
    assert twice(["&Open", "C&lose", "&Order", "Plain", "A && B"]) == ["&Open", "&Order"]
