"""The original in another program: of an encrypted library only as a copy that was asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.library import reparse_controller
from delegate_desk.gui.tasks import Tasks
from support.document_values import quiet_hours

KEY = SealedCipher(b"k" * 32)


@pytest.fixture(params=[PLAIN, KEY], ids=["plain", "encrypted"])
def cipher(request: pytest.FixtureRequest) -> Cipher:
    given: Cipher = request.param
    return given


@pytest.fixture
def kept(tmp_path: Path, cipher: Cipher) -> Iterator[tuple[Desk, DocumentId]]:
    with open_desk(tmp_path / "library", cipher) as desk:
        yield desk, next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were given to other programs."""
    files: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: files.append(Path(QUrl.toLocalFile(url))))
    return files


def _press(role: QMessageBox.ButtonRole, texts: list[str]) -> None:
    """Press a button of the box that opens."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        texts.append(box.informativeText())
        next(one for one in box.buttons() if box.buttonRole(one) is role).click()

    QTimer.singleShot(20, press)


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
    reparse_controller.open_original(window, desk, tasks, key)
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
    reparse_controller.open_original(window, desk, tasks, key)
    qtbot.waitUntil(lambda: bool(texts))
    assert opened == []
    tasks.close()
