"""Every key in every view: none types into a text, and the status bar says if the view does not support it."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import open_desk
from delegate_desk.gui.help.help_controllers import show_manual
from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.meetings.vote_view import MemberList
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.revisions.change_list_pages import ConsequencesView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.edit_controllers import find_passages
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.key_bindings import menu_commands, plain_name
from support.main_windows import current_reader, in_front, open_window, run_action, settle, show_document, type_text

FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox)
_MOST = 4
"""Number of fields of a view that get the focus in turn."""
EDITING = frozenset({"action_copy", "action_paste_files", "action_undo", "action_redo"})
"""Commands whose keys a field uses itself."""
ITEMS = frozenset({"action_next_item", "action_previous_item"})
_PLACE = Address("art_3__para_1")


@pytest.fixture
def window(samples: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the samples."""
    library = tmp_path / "library"
    shutil.copytree(samples, library)
    with open_desk(library) as desk:
        made = open_window(desk, tmp_path / "settings.json", qtbot)
        yield made
        made.close()


def number(window: MainWindow, reference: str) -> DocumentId:
    return next(d.id for d in window.desk.documents.all() if reference in d.name and d.header.language == "en")


def do(name: str) -> Callable[[MainWindow], object]:
    """Show a view by its command, from a revision."""

    def bring(window: MainWindow) -> None:
        show_document(window, number(window, "REV 1"))
        getattr(window.ui, name).trigger()

    return bring


def what_changed(window: MainWindow) -> None:
    """What changed, which Check notes comes before."""
    do("action_consequences")(window)
    settle(window)
    window.ui.action_consequences.trigger()


def meeting(page: int) -> Callable[[MainWindow], object]:
    def bring(window: MainWindow) -> None:
        show_document(window, number(window, "9917"))
        run_action(window, window.ui.action_meeting)
        view = window.meeting_mode.view
        assert view is not None
        type_text(view.line.edit, "DE+ 3 wants quiet harbours")
        press(view.line.edit, QKeySequence("Return"))
        settle(window)
        view.page_requested.emit(page)

    return bring


def look_for(window: MainWindow) -> None:
    for _ in window.desk.indexing.maintain():
        pass
    window.search("hours")
    view = window.search_controller.view()
    assert view is not None
    while view.results is None:  # it waits for the next letter
        QTest.qWait(20)


def annotations(window: MainWindow) -> None:
    desk, place = window.desk, Place(number(window, "99140"), _PLACE)
    for text in ("Ask the ministry about harbours.", "Ρώτησε το υπουργείο."):
        note = desk.annotations.new(place, AnnotationKind.NOTE, text=text)
        window.tasks.write(partial(desk.annotations.save, note))
    window.ui.action_annotations.trigger()


VIEWS: dict[str, Callable[[MainWindow], object]] = {
    "nothing": lambda _: None,
    "reader": lambda window: window.open_document(number(window, "99140"), _PLACE),
    "position": lambda window: window.open_position(number(window, "99140"), _PLACE),
    "comparison": do("action_compare_previous"),
    "what changed": what_changed,
    "carried": do("action_carried"),
    "contributions": do("action_contributions"),
    "timeline": do("action_timeline"),
    "search": look_for,
    "annotations": annotations,
    "due": lambda window: window.ui.action_due.trigger(),
    "meeting": meeting(0),
    "matrix": meeting(1),
    "vote": meeting(2),
}


def show(window: MainWindow, view: str) -> None:
    VIEWS[view](window)
    settle(window)


def seek(window: MainWindow, key: str = "Ctrl+F") -> QLineEdit:
    """Open the field to find words or go to a place by its key, wherever the focus is."""
    press(QApplication.focusWidget() or window, QKeySequence(key))
    return bar(window)


def all_fields(window: MainWindow) -> list[QWidget]:
    return [field for kind in FIELDS for field in window.findChildren(kind)]


def texts(window: MainWindow, known: Iterable[QWidget] | None = None) -> dict[QWidget, str]:
    """The contents of the known fields, or of all fields of the window."""
    found: dict[QWidget, str] = {}
    for field in filter(isValid, all_fields(window) if known is None else known):
        if isinstance(field, QComboBox):
            found[field] = field.currentText()
        elif isinstance(field, QLineEdit):
            found[field] = field.text()
        elif isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly():
            found[field] = field.toPlainText()
    return found


def changed(window: MainWindow, before: dict[QWidget, str], typed_in: QWidget | None = None) -> list[str]:
    """The texts of fields that have another text than before, except the one that was typed into."""
    now = texts(window)
    return [text for field, text in now.items() if field is not typed_in and before.get(field, text) != text]


def fields(window: MainWindow) -> list[QWidget]:
    """Fields that can have the focus, those of the current view first, one of each kind."""
    front = window.tabs.currentWidget()
    several = [field for kind in FIELDS for field in window.findChildren(kind) if field.isVisible()]
    several = [one for one in several if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    several.sort(key=lambda one: front is None or not front.isAncestorOf(one))
    sorts = {(type(one), one.objectName(), one.property("part")): one for one in reversed(several)}
    return list(reversed(sorts.values()))[:_MOST]


def commands(window: MainWindow) -> dict[QAction, QKeySequence]:
    return {
        action: key_bindings.keys(action.objectName())[0]
        for _, actions in menu_commands(window.ui.menu_bar)
        for action in actions
        if key_bindings.keys(action.objectName())
    }


def combination(key: QKeySequence) -> QKeyCombination:
    found: QKeyCombination = key[0]  # type: ignore[index]  # the stubs do not know of it
    return found


def types(key: QKeySequence) -> bool:
    """True for a key that types a letter in a field."""
    pressed = combination(key)
    shift = Qt.KeyboardModifier.ShiftModifier
    return not pressed.keyboardModifiers() & ~shift and not Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35


def answered(focus: QWidget) -> frozenset[str]:
    """Commands whose keys do something else in the focused widget."""
    if focus.objectName() == "search_edit":
        return frozenset({"action_keep_change"})
    panes = frozenset({"action_next", "action_previous", "action_language", "action_keep_change", "action_copy"})
    items = ITEMS if in_a_position(focus) else frozenset()
    return items if isinstance(focus, FIELDS) else panes | items | {"action_new_provision"}


def in_a_position(focus: QWidget) -> bool:
    """True if the keys of the next item go to the next provision."""
    above: QWidget | None = focus
    while above is not None and not isinstance(above, PositionsView):
        above = above.parentWidget()
    return above is not None


def is_own(key: QKeySequence, action: QAction, focus: QWidget) -> bool:
    """True for a key that the focused widget uses itself."""
    if isinstance(focus, MemberList):  # letters go to a member
        return types(key)
    if isinstance(focus, FIELDS):
        return types(key) or action.objectName() in EDITING
    return any(key in own.shortcuts() for own in focus.actions())


def press(widget: QWidget, key: QKeySequence) -> None:
    pressed = combination(key)
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())
    QApplication.processEvents()


def in_a_list_or_bar(window: MainWindow) -> bool:
    """True if the next typed letter goes into no text of ours."""
    focus = QApplication.focusWidget()
    return not isinstance(focus, FIELDS) or (isinstance(focus, QPlainTextEdit) and focus.isReadOnly())


def bar(window: MainWindow) -> QLineEdit:
    """The field that Ctrl+F opened: the reader's, or that of all other views."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.objectName() in ("find_edit", "seek_edit", "place_edit")
    return focus


def a_word(window: MainWindow) -> str:
    """A word of the current view, from its middle."""
    front = window.tabs.currentWidget()
    assert front is not None
    reader = window.tabs.current_reader()
    if isinstance(front, MeetingView) and front.current_page():
        reader = None
    read = [unit.text for unit in reader.paper.paragraphs.units] if reader else [p.words for p in find_passages(front)]
    words = [word for text in read for word in text.split() if word.isalpha() and len(word) > 3]
    return words[len(words) // 2] if words else ""


def find_and_go(window: MainWindow, view: str) -> None:
    """Find a word of the view and go to a place in it, from each of its fields; nothing else is typed into."""
    front = window.tabs.currentWidget()
    assert front is not None
    word = a_word(window)
    assert word
    for target in [front, *fields(window)[:2]]:
        target.setFocus()
        before = texts(window)
        edit = seek(window)
        type_text(edit, word)
        settle(window)
        label = window.seeking.bar.label if edit.objectName() == "seek_edit" else None
        if label is None:
            reader = current_reader(window)
            label = reader.ui.find_bar.label
        first = label.text()
        assert " of " in first, f"{word!r} in {view}: {first!r}"
        press(edit, QKeySequence("F3"))
        count = int(first.rsplit(" ", 1)[-1])
        assert (label.text() == first) == (count == 1)
        press(edit, QKeySequence("Shift+F3"))
        assert label.text() == first
        assert not changed(window, before, edit)
        press(edit, QKeySequence("Esc"))
        settle(window)
        assert not edit.isVisible()
        assert in_a_list_or_bar(window) or view == "meeting", QApplication.focusWidget()
        edit = seek(window, "Ctrl+G")
        QTest.keyClicks(edit, "3")
        press(edit, QKeySequence("Return"))
        settle(window)
        assert not changed(window, before, edit)
        press(edit, QKeySequence("Esc"))
        settle(window)


@pytest.mark.parametrize("view", VIEWS)
def test_find_and_go_to_work_no_key_types_into_a_text_and_what_a_view_does_not_have_is_said(
    view: str, window: MainWindow
) -> None:
    show(window, view)
    if view not in ("nothing", "due", "contributions", "vote"):
        find_and_go(window, view)
    window.commands.update()
    several = commands(window)
    for action in several:
        action.blockSignals(True)  # their effect is tested elsewhere
    front = window.tabs.currentWidget() or window
    wrong: list[str] = []
    before = texts(window)
    for target in [front, *fields(window)]:
        target.setFocus()
        settle(window)  # a message on the current place takes precedence over one on a key
        known = all_fields(window)  # looking for them at each key would take most of the time
        for action, key in several.items():
            if not isValid(target):
                break
            target.setFocus()
            focus = QApplication.focusWidget()
            if focus is None or is_own(key, action, focus):
                continue
            window.status.pass_by("")
            last = window.desk.history.next_undo()
            sort = f"{type(focus).__name__} {focus.accessibleName()}"
            where = f"{view}: {plain_name(action)} ({key.toString()}) in {sort}"
            press(focus, key)
            if QApplication.focusWidget() is not focus:
                known = all_fields(window)
            now = texts(window, known)
            changed = [
                now[field] for field in before.keys() & now.keys() if isValid(field) and before[field] != now[field]
            ]
            before = now
            wrong += [f"{where} types: {changed}"] if changed else []
            if not action.isEnabled() and action.objectName() not in answered(focus):
                said = window.ui.document_label.text()
                wrong += [f"{where} changes the library"] if window.desk.history.next_undo() != last else []
                wrong += [f"{where} says {said!r}"] if not said else []
    settle(window)
    assert not wrong, "\n".join(wrong)


def go(window: MainWindow, typed: str) -> None:
    """Go to a place in the current view."""
    type_text(seek(window, "Ctrl+G"), typed)
    press(bar(window), QKeySequence("Return"))
    settle(window)


def test_go_to_takes_the_current_provision_and_no_field_and_shows_no_count_of_an_earlier_find(
    window: MainWindow,
) -> None:
    show(window, "position")
    view = in_front(window, PositionsView)
    go(window, "3(2)(d)")
    assert view.current_provision is not None
    assert view.current_provision.item.address == "art_3__para_2__point_4"
    assert window.focusWidget() is view
    go(window, "3(1)")
    assert view.current_provision.item.address == _PLACE
    type_text(seek(window), "port")
    assert " of " in window.seeking.bar.label.text()
    press(bar(window), QKeySequence("Esc"))
    seek(window, "Ctrl+G")
    assert window.seeking.bar.label.text() == ""


@pytest.mark.parametrize(
    ("view", "typed", "wanted"), [("comparison", "8g", "para_8__point_7"), ("what changed", "8", "para_8")]
)
def test_go_to_takes_a_row_on_the_place_or_in_it(view: str, typed: str, wanted: str, window: MainWindow) -> None:
    show(window, view)
    front = window.tabs.currentWidget()
    assert isinstance(front, ComparisonView | ConsequencesView)
    go(window, typed)
    assert front.place is not None
    assert front.place.address.startswith(wanted)


def test_the_agenda_is_found_in_where_it_has_the_keys(window: MainWindow) -> None:
    show(window, "meeting")
    agenda = window.meeting_mode.agenda
    agenda.list.setFocus()
    press(agenda.list, QKeySequence("Ctrl+F"))
    type_text(bar(window), "maritime")
    settle(window)
    assert "maritime" in str(agenda.list.currentIndex().data())
    press(bar(window), QKeySequence("Esc"))
    assert agenda.list.hasFocus()


def test_a_key_with_alt_that_a_person_chose_types_nothing_where_it_does_nothing(window: MainWindow) -> None:
    key_bindings.choose("action_matrix", [QKeySequence("Alt+Q")])
    try:
        VIEWS["position"](window)
        settle(window)
        for field in fields(window):
            field.setFocus()
            before = texts(window)
            press(field, QKeySequence("Alt+Q"))
            assert changed(window, before) == []
            assert window.ui.document_label.text().startswith("Matrix is not available here")
    finally:
        key_bindings.reset("action_matrix")


def test_find_opens_in_the_window_that_a_tab_has_for_itself(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "position")
    run_action(window, window.ui.action_tab_to_window)
    own = window.tabs.windows[0]
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    view = own.group.currentWidget()
    assert isinstance(view, PositionsView)
    assert view.current_provision is not None
    view.current_provision.wording_edit.setFocus()
    before = view.current_provision.wording_edit.proposal
    press(view.current_provision.wording_edit, QKeySequence("Ctrl+F"))
    assert bar(window).window() is own
    type_text(bar(window), "port")
    press(bar(window), QKeySequence("Esc"))
    press(view, QKeySequence("Ctrl+PgDown"))
    assert window.ui.document_label.text().startswith("Next Page of the Original is not available here")
    assert view.current_provision.wording_edit.proposal == before
    own.close()
    settle(window)
    assert window.seeking.bar.window() is window


def test_the_manual_steps_through_what_is_found_in_it(window: MainWindow, qtbot: QtBot) -> None:
    manual = show_manual(window, "begin")
    manual.activateWindow()
    qtbot.waitUntil(manual.isActiveWindow)
    press(manual, QKeySequence("Ctrl+F"))
    assert manual.ui.sought_edit.hasFocus()
    type_text(manual.ui.sought_edit, "undo")
    assert manual.ui.hit_list.count() > 1
    for key, row in (("F3", 0), ("F3", 1), ("Shift+F3", 0)):
        press(manual.ui.sought_edit, QKeySequence(key))
        assert manual.ui.hit_list.currentRow() == row
    assert manual.ui.sought_edit.text() == "undo"
