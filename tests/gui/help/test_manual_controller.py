"""The manual in the window: its pages, its search, F1 everywhere, and the licences."""

import importlib
import inspect
import pkgutil
import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import small_png
from delegate_desk import gui, paths
from delegate_desk.gui.help.help_controllers import (
    HelpKey,
    LicencesDialog,
    licensed_parts,
    manual_place,
    show_about,
    show_manual,
)
from delegate_desk.gui.help.manual_window import MEASURE, ManualWindow, blocks, fragments
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.accessibility import announced
from support.main_windows import modal
from support.manual_places import HELP, places_there

LANGUAGES = sorted({page.parent.name for page in HELP.rglob("*.md")})
ARE_NO_PLACES = {"_PassphraseDialog", "_StandaloneDialog", "FileDialog", "FilterDialog", "JobDialog"}
"""Base classes of dialogs."""
PLACES = {name: place for name, place in paths.load_table("manual_places").items() if name != "_about"}
ARE_PARTS = ("View", "Dialog", "Pane", "Side")


@pytest.fixture
def manual(window: MainWindow) -> ManualWindow:
    """The manual next to a window."""
    return show_manual(window, "begin")


def classes_of(module: str) -> dict[str, type[QWidget]]:
    found = vars(importlib.import_module(module)).items()
    return {n: c for n, c in found if isinstance(c, type) and issubclass(c, QWidget) and c.__module__ == module}


def menu_words(language: str) -> set[str]:
    """The names of menus and commands in a language, without access keys and dots."""
    form = ElementTree.parse(paths.RESOURCES.parent / "ui" / "main_window.ui")
    words = {text.text or "": text.text or "" for text in form.iter("string")}
    if language != "en":
        kept = ElementTree.parse(paths.RESOURCES / "translations" / f"delegate_desk_{language}.ts")
        for message in kept.iterfind("context[name='MainWindow']/message"):
            words[message.findtext("source", "")] = message.findtext("translation", "")
    return {re.sub(r" ?\(&.\)|&|\s*…$", "", word).strip() for word in words.values()}


def shown_in(manual: ManualWindow) -> list[str]:
    """The sentences of the findings."""
    return [manual.ui.hit_list.item(row).text() for row in range(manual.ui.hit_list.count())]


def heading(manual: ManualWindow) -> str:
    """The places named by the contents."""
    item = manual.ui.contents_tree.currentItem()
    return item.text(0) if item else ""


def test_f1_opens_the_page_of_where_one_is(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.search_edit.setFocus()
    qtbot.keyClick(window.ui.search_edit, Qt.Key.Key_F1)
    (manual,) = window.findChildren(ManualWindow)
    assert not manual.isModal()
    assert manual.page.name == "finding"
    assert heading(manual) == "What can be typed"
    window.activateWindow()
    window.documents.setFocus()
    window.ui.action_manual.trigger()
    assert window.findChildren(ManualWindow) == [manual]
    assert manual.page.name == "documents"
    manual.close()


def test_f1_opens_the_page_of_a_dialog_that_holds_the_window(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    key = HelpKey(qapp)
    window.ui.action_people.trigger()
    window.tasks.wait()
    dialog = modal(QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.focusWidget().hasFocus())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F1)
    (manual,) = dialog.findChildren(ManualWindow)
    assert (manual.page.name, heading(manual)) == ("exchanging", "Signed and sealed packages")
    qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_Escape)
    assert manual.isHidden()
    dialog.reject()
    key.deleteLater()


def test_each_view_and_dialog_has_its_page() -> None:
    nameless = []
    there = places_there("en")
    modules = list(pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."))
    for module in modules:
        importlib.import_module(module.name)  # a base class is known by its subclasses
    for module in modules:
        for name, of in classes_of(module.name).items():
            said = re.findall(r'setProperty\("help", "([^"]+)"\)', inspect.getsource(of))
            named = [PLACES[base.__name__] for base in of.__mro__ if base.__name__ in PLACES] + said
            named += [of.help_page] if issubclass(of, TabPage) and of.help_page else []
            is_part = issubclass(of, QDialog) or (name.endswith(ARE_PARTS) and len(of.__subclasses__()) == 0)
            if is_part and name not in ARE_NO_PLACES and not (named and there.issuperset(named)):
                nameless.append(f"{module.name}.{name}")
    assert nameless == []


def every_class_below(of: type[TabPage]) -> set[type[TabPage]]:
    return {found for one in of.__subclasses__() for found in (one, *every_class_below(one))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_that_is_named_is_there_in_each_language(language: str) -> None:
    pages = {page.help_page for page in every_class_below(TabPage) if page.help_page}
    assert set(PLACES.values()) | pages <= places_there(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_called_what_the_menus_call_them(language: str) -> None:
    """They are in italics, with their menu path: ``*File > The Library > Back Up*``."""
    known = menu_words(language)
    for file in (HELP / language).glob("*.md"):
        page = " ".join(file.read_text(encoding="utf-8").split())
        named = [part for way in re.findall(r"\*([^*`]+ > [^*`]+)\*", page) for part in way.split(" > ")]
        assert [part for part in named if part not in known] == [], file


def test_a_widget_says_itself_where_it_is(window: MainWindow) -> None:
    outer, inner = QWidget(window), QTabWidget()
    QVBoxLayout(outer).addWidget(inner)
    assert manual_place(inner) == "begin"
    outer.setProperty("help", "keys#text")
    assert manual_place(inner) == "keys#text"


def test_what_is_typed_is_found_in_all_pages_whatever_its_accents(manual: ManualWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.ui.sought_edit.hasFocus()
    qtbot.keyClicks(manual.ui.sought_edit, "SCRÙTINY res".replace("Ù", "u"))
    found = shown_in(manual)
    assert len(found) > 3
    assert all("scrutiny" in text.lower() for text in found)
    qtbot.keyClick(manual.ui.sought_edit, Qt.Key.Key_Down)
    assert manual.page.name == "annotating"
    marked = {mark.cursor.selectedText().lower() for mark in manual.ui.page_browser.extraSelections()}
    assert marked == {"scrutiny", "res"}
    qtbot.keyClick(manual.ui.sought_edit, Qt.Key.Key_Return)
    assert manual.ui.page_browser.hasFocus()


def test_how_much_was_found_is_said_and_heard_and_that_no_page_has_a_word(manual: ManualWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(announced, check_params_cb=lambda text, _: text == manual.ui.count_label.text()):
        qtbot.keyClicks(manual.ui.sought_edit, "deadline")
    assert manual.ui.count_label.text().endswith(" results")
    manual.ui.sought_edit.clear()
    qtbot.keyClicks(manual.ui.sought_edit, "xylophone")
    assert shown_in(manual) == []
    assert manual.ui.count_label.text() == "No matches in the manual."
    qtbot.keyClick(manual.ui.sought_edit, Qt.Key.Key_Escape)
    assert manual.ui.sought_edit.text() == ""
    assert manual.ui.contents_tree.isVisible()
    assert manual.isVisible()


@pytest.mark.styled
def test_links_lead_to_pages_and_none_out_of_the_manual_and_back_leads_back(manual: ManualWindow, qtbot: QtBot) -> None:
    assert [one.isEnabled() for one in manual.findChildren(QAction) if one.text() in ("Back", "Forward")] == [False] * 2
    for nowhere in ("https://example.org/meeting.md", "no_such_page.md"):
        manual.ui.page_browser.anchorClicked.emit(QUrl(nowhere))
        assert manual.page.name == "begin"
    manual.ui.page_browser.anchorClicked.emit(QUrl("meeting.md#vote"))
    assert manual.page.name == "meeting"
    assert manual.ui.page_browser.verticalScrollBar().value() > 0
    manual.ui.page_browser.anchorClicked.emit(QUrl("#begin"))
    assert heading(manual) == "Begin a meeting"
    for _ in range(2):
        qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.page.name == "begin"
    qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.page.name == "meeting"


def test_the_contents_are_walked_by_keys(manual: ManualWindow, qtbot: QtBot) -> None:
    manual.ui.contents_tree.setFocus()
    qtbot.keyClick(manual.ui.contents_tree, Qt.Key.Key_Down)
    assert heading(manual) == "The first five minutes"
    qtbot.keyClick(manual.ui.contents_tree, Qt.Key.Key_End)
    qtbot.keyClick(manual.ui.contents_tree, Qt.Key.Key_Return)
    assert manual.page.name == "new"
    assert manual.ui.page_browser.hasFocus()


@pytest.mark.styled
def test_each_picture_is_shown_no_wider_than_the_text(manual: ManualWindow) -> None:
    manual.show_place("exporting")
    document = manual.ui.page_browser.document()
    widths = [
        fragment.charFormat().toImageFormat().width()
        for block in blocks(document)
        for fragment in fragments(block)
        if fragment.charFormat().isImageFormat()
    ]
    assert len(widths) >= 5
    assert max(widths) <= MEASURE * theme.READING


@pytest.mark.styled
def test_what_is_typed_stands_as_it_is_typed_on_a_ground_of_its_own_in_each_theme(manual: ManualWindow) -> None:
    manual.show_place("finding#box")
    assert "lang:el|fr" in manual.ui.page_browser.toPlainText()
    for choice in theme.CHOICES:
        theme.choose(choice)
        cursor = manual.ui.page_browser.document().find("lang:el|fr")
        assert cursor.charFormat().background().color() != theme.color("paper")


@pytest.mark.styled
def test_the_page_wears_the_theme_and_its_letters_grow_by_a_key(manual: ManualWindow, qtbot: QtBot) -> None:
    def first() -> QTextCharFormat:
        return fragments(manual.ui.page_browser.document().begin())[0].charFormat()

    assert first().foreground().color() == theme.color("ink")
    theme.choose("dark")
    assert first().foreground().color() == theme.color("ink")
    before = first().font().pixelSize()
    qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert first().font().pixelSize() > before
    qtbot.keyClick(manual.ui.page_browser, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert first().font().pixelSize() == before


def test_what_is_no_window_has_a_manual_too_which_is_not_that_of_the_window(window: MainWindow) -> None:
    dialog = QDialog(window)
    edit = QLineEdit(dialog)
    dialog.show()
    manual = show_manual(edit, "library#passphrase")
    assert manual.parent() is dialog
    assert manual.page.name == "library"
    dialog.hide()
    assert show_manual(window, "begin").parent() is window


def test_a_picture_is_small_and_has_eight_bits() -> None:
    for file in HELP.rglob("*.png"):
        assert file.stat().st_size < small_png.MOST_BYTES, file
        assert QImage(str(file)).format() is QImage.Format.Format_Indexed8, file


def shown(dialog: LicencesDialog) -> list[str]:
    """The parts that are listed."""
    rows = range(dialog.ui.part_list.count())
    return [dialog.ui.part_list.item(row).text() for row in rows if not dialog.ui.part_list.item(row).isHidden()]


def test_the_box_leads_to_the_licences(window: MainWindow, qapp: QApplication) -> None:
    show_about(window)
    box = next(one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    next(button for button in box.buttons() if "Licences" in button.text()).click()
    dialog = next(one for one in qapp.topLevelWidgets() if isinstance(one, LicencesDialog) and one.isVisible())
    assert dialog.ui.part_list.count() > 15
    dialog.reject()


def test_every_part_has_the_text_of_its_licence() -> None:
    assert {part.name for part in licensed_parts() if len(part.text) < 200} == set()
    assert {"Qt", "Python", "Inter", "Source Serif 4", "Lucide", "SQLCipher"} <= {
        part.name for part in licensed_parts()
    }


def test_a_part_is_found_by_its_name_and_by_words_of_its_licence(qtbot: QtBot) -> None:
    licences = LicencesDialog()
    qtbot.addWidget(licences)
    licences.show()
    licences.ui.filter_edit.setText("source serif")
    assert "Source Serif 4" in shown(licences)
    assert "Python" not in shown(licences)
    licences.ui.filter_edit.setText("lesser general public license")
    assert any(one.startswith("Qt ") for one in shown(licences))
    assert licences.ui.licence_text.textCursor().selectedText().casefold() == "lesser general public license"
    licences.ui.filter_edit.setText("zanzibar")
    assert shown(licences) == []
    assert licences.ui.none_label.isVisible()
    licences.ui.filter_edit.clear()
    assert len(shown(licences)) == licences.ui.part_list.count()
    assert licences.ui.licence_text.toPlainText()
