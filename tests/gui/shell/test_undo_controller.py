from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import current_reader, run_action, settle


def test_the_menu_says_what_undo_takes_back(reading: MainWindow, qtbot: QtBot) -> None:
    window, desk = reading, reading.desk
    reader = current_reader(window)
    assert not window.ui.action_undo.isEnabled()
    here = reader.place()
    assert here is not None
    place = Place(here.document, Address("para_3"))
    note = desk.annotations.new(place, AnnotationKind.RED_LINE)
    window.tasks.write(lambda: desk.annotations.save(note))
    settle(window)
    assert window.ui.action_undo.text() == "&Undo red line on paragraph 3"
    run_action(window, window.ui.action_undo)
    assert not window.ui.action_undo.isEnabled()
    assert window.ui.action_undo.text() == "&Undo"
    assert window.ui.action_redo.text() == "&Redo red line on paragraph 3"
