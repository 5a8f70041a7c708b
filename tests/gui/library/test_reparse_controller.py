from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.library import import_controller
from delegate_desk.gui.library.import_controller import UnplacedDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support import modal_dialogs
from support.document_values import quiet_hours, take_in
from support.main_windows import settle


def head(window: MainWindow) -> str:
    reader = window.tabs.current_reader()
    assert reader is not None
    assert reader.paper.header is not None
    return reader.paper.header.accessible_text()


def test_an_original_is_read_again_and_all_of_it_stays(reading: MainWindow, desk: Desk, held: DocumentId) -> None:
    reader = reading.tabs.current_reader()
    assert reader is not None
    reader.go_to("para_2__point_1")
    place = Place(held, Address("para_2__point_1"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.QUESTION, text="Why?"))
    reading.ui.action_reread.trigger()
    settle(reading)
    assert [kept.place for kept in desk.annotations.for_document(held)] == [place]
    assert reader.place() == place
    assert reading.ui.progress_bar.isHidden()
    assert not reading.ui.action_unplaced.isEnabled()


def test_what_an_older_version_read_is_read_again_and_what_cannot_be_read_stays(
    reading: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.ui.action_reread_outdated.trigger()
    settle(reading)
    assert reading.notices.head.text() == "Nothing to re-import"
    other = take_in(desk, quiet_hours(tmp_path, text="1. Other."))
    monkeypatch.setattr(desk.reparse, "list_outdated", lambda: [desk.documents.get(key) for key in (other, held)])
    original = desk.documents.original(other)
    original.chmod(0o600)
    original.write_bytes(b"")
    reading.ui.action_reread_outdated.trigger()
    settle(reading)
    settle(reading)
    assert reading.notices.head.text() == "Some documents were not re-imported"
    assert reading.ui.progress_bar.isHidden()
    assert [unit.text for unit in desk.documents.content(other).paragraphs] == ["Other."]


@pytest.fixture
def lost(reading: MainWindow, desk: Desk, held: DocumentId) -> MainWindow:
    """The window on a document whose last paragraph had an annotation, until it was parsed without it."""
    place = Place(held, Address("para_3"))
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.RED_LINE, text="Must stay."))
    content = desk.documents.content(held)
    shorter = tuple(unit for unit in content.paragraphs if unit.address != "para_3")
    reading.tasks.write(lambda: desk.reparse.renew(held, replace(content, paragraphs=shorter)))
    settle(reading)
    return reading


def unplaced(window: MainWindow) -> UnplacedDialog:
    window.ui.action_unplaced.trigger()
    settle(window)
    (dialog,) = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, UnplacedDialog))
    return dialog


def test_what_lost_its_place_is_said_and_fixed_to_the_current_paragraph(
    lost: MainWindow, desk: Desk, held: DocumentId
) -> None:
    assert "1 note or position entry could not be placed" in head(lost)
    dialog = unplaced(lost)
    reader = lost.tabs.current_reader()
    assert reader is not None
    reader.go_to("para_1")
    fix, _ = dialog.buttons[0]
    fix.click()
    settle(lost)
    assert [kept.place.address for kept in desk.annotations.for_document(held)] == ["para_1"]
    assert "no place" not in head(lost)
    assert not lost.ui.action_unplaced.isEnabled()


def test_the_place_proposed_is_taken_by_a_key(lost: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot) -> None:
    (item,) = desk.reparse.unplaced(held)
    likeliest = desk.reparse.proposals(item)[0]
    dialog = unplaced(lost)
    assert dialog.focusWidget() is dialog.proposed[0]
    qtbot.keyClick(dialog.proposed[0], Qt.Key.Key_Space)
    settle(lost)
    assert [kept.place.address for kept in desk.annotations.for_document(held)] == [likeliest.address]
    assert desk.reparse.unplaced(held) == []


def test_what_lost_its_place_can_be_done_without_and_undone(lost: MainWindow, desk: Desk, held: DocumentId) -> None:
    unplaced(lost).buttons[0][1].click()
    settle(lost)
    assert desk.reparse.unplaced(held) == []
    lost.ui.action_undo.trigger()
    settle(lost)
    assert [one.annotation.text for one in desk.reparse.unplaced(held) if one.annotation] == ["Must stay."]


KEY = SealedCipher(b"k" * 32)


@pytest.fixture(params=[PLAIN, KEY], ids=["plain", "encrypted"])
def cipher(request: pytest.FixtureRequest) -> Cipher:
    given: Cipher = request.param
    return given


@pytest.fixture
def kept(tmp_path: Path, cipher: Cipher) -> Iterator[tuple[Desk, DocumentId]]:
    with open_desk(tmp_path / "library", cipher) as desk:
        yield desk, take_in(desk, quiet_hours(tmp_path))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened in other programs."""
    files: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(Path(QUrl.toLocalFile(url))))
    return files


def _press(role: QMessageBox.ButtonRole, texts: list[str]) -> None:
    """Press a button of the dialog that opens."""

    def press(box: QMessageBox) -> None:
        texts.append(box.informativeText())
        next(one for one in box.buttons() if box.buttonRole(one) is role).click()

    modal_dialogs.answer(QMessageBox, press)


def test_it_is_shown_as_it_came_in(
    kept: tuple[Desk, DocumentId],
    cipher: Cipher,
    opened: list[Path],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, key = kept
    window, tasks, texts = QWidget(), Tasks(), list[str]()
    qtbot.addWidget(window)
    target = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    if cipher.seals:
        _press(QMessageBox.ButtonRole.AcceptRole, texts)
    import_controller.open_original(window, desk, tasks, key)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes() == quiet_hours(tmp_path).read_bytes()
    assert (opened[0] == target) is cipher.seals
    assert [("stays there until you delete it" in text) for text in texts] == [True] * cipher.seals
    tasks.close()


@pytest.mark.parametrize("cipher", [KEY], indirect=True)
def test_nothing_is_written_unless_it_is_asked_for(
    kept: tuple[Desk, DocumentId], opened: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    desk, key = kept
    window, tasks, texts = QWidget(), Tasks(), list[str]()
    qtbot.addWidget(window)
    _press(QMessageBox.ButtonRole.RejectRole, texts)
    import_controller.open_original(window, desk, tasks, key)
    qtbot.waitUntil(lambda: bool(texts))
    assert opened == []
    tasks.close()
