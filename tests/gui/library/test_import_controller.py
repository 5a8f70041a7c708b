import os
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.desk import Desk
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.library.import_controller import ImportController
from delegate_desk.gui.revisions.carryover_view import CarryoverView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.output import downloads_folder
from support.annotated_revision import Noted
from support.document_values import QUIET_HOURS, quiet_hours
from support.main_windows import click, current_reader, drop, settle
from support.office_files import compound_file, outlook_mail


def meeting(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("papers/a.txt", QUIET_HOURS)
        archive.writestr("b.ods", "x")
        archive.writestr("c.txt", f"{QUIET_HOURS}\n4. More.\n")
    return path


def left(desk: Desk) -> list[Path]:
    return list((desk.folder / "originals" / "incoming").iterdir())


def test_an_archive_brings_each_file_in_it_and_is_closed(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    importing = ImportController(desk, tasks)
    progress = QSignalSpy(importing.progressed)
    with qtbot.waitSignal(importing.finished) as finished:
        importing.import_paths([meeting(tmp_path), quiet_hours(tmp_path, text=f"{QUIET_HOURS}\n5. Last.\n")])
    came, refused = finished.args
    assert len(came) == 3
    assert [error.reason for error in refused if isinstance(error, UnreadableDocumentError)] == [
        ImportFailure.UNSUPPORTED
    ]
    assert progress.at(progress.count() - 1)[1:] == [3, 4]
    assert left(desk) == []


def test_an_archive_is_closed_when_one_stops_in_the_middle_of_it_and_a_stop_while_nothing_comes_in_has_no_effect(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    importing = ImportController(desk, tasks)
    importing.stop()
    with qtbot.waitSignal(importing.finished) as finished:
        importing.import_paths([quiet_hours(tmp_path, text=f"{QUIET_HOURS}\n5. Last.\n")])
    assert len(finished.args[0]) == 1
    importing.progressed.connect(lambda name, *_: importing.stop() if name == "b.ods" else None)
    with qtbot.waitSignal(importing.finished) as finished:
        importing.import_paths([meeting(tmp_path)])
    assert len(finished.args[0]) == 1
    assert left(desk) == []


def test_files_are_chosen_in_the_downloads_folder_if_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = QStandardPaths.StandardLocation
    places = {kinds.DownloadLocation: tmp_path / "Downloads", kinds.DocumentsLocation: tmp_path}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(places[kind]))
    assert downloads_folder() == tmp_path
    (tmp_path / "Downloads").mkdir()
    assert downloads_folder() == tmp_path / "Downloads"


def text(number: int) -> str:
    return QUIET_HOURS.replace("7001/26", f"{7100 + number}/26") + f"\n{9 + number}. Pier {number}.\n"


def six(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [quiet_hours(folder, name=f"{n}.txt", text=text(n)) for n in range(6)]


def in_a_folder(tmp_path: Path) -> list[Path]:
    six(tmp_path / "papers")
    return [tmp_path / "papers"]


def in_a_zip(tmp_path: Path) -> list[Path]:
    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
        for file in six(tmp_path / "papers"):
            archive.write(file, f"papers/{file.name}")
    return [tmp_path / "papers.zip"]


def in_a_mail(tmp_path: Path) -> list[Path]:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Papers"
    mail.set_content("Attached.")
    for file in six(tmp_path / "papers"):
        mail.add_attachment(file.read_bytes(), maintype="text", subtype="plain", filename=file.name)
    (tmp_path / "papers.eml").write_bytes(bytes(mail))
    return [tmp_path / "papers.eml"]


def strange(tmp_path: Path, name: str = "picture.xyz") -> Path:
    (tmp_path / name).write_bytes(b"\x00\x01")
    return tmp_path / name


@pytest.mark.parametrize("given", [lambda tmp_path: six(tmp_path / "papers"), in_a_folder, in_a_zip, in_a_mail])
def test_several_files_end_with_a_notice_that_says_how_many(
    window: MainWindow, tmp_path: Path, given: Callable[[Path], list[Path]]
) -> None:
    drop(window, *given(tmp_path))
    assert len(window.desk.documents.all()) == 6
    assert window.notices.isVisible()
    assert window.notices.head.text() == "6 documents imported"
    assert window.notices.text.text() == ""


def test_what_was_there_already_and_what_was_not_imported_is_counted_and_said(
    window: MainWindow, tmp_path: Path
) -> None:
    files = six(tmp_path / "papers")
    drop(window, *files[:2])
    drop(window, *files, strange(tmp_path))
    assert window.notices.head.text() == "4 documents imported · 2 already in the library · 1 not imported"
    sentences = window.notices.text.text().splitlines()
    assert [sentence.split()[0] for sentence in sentences] == ["0.txt", "1.txt", "picture.xyz"]


def test_that_nothing_was_imported_or_the_same_file_once_is_said_and_of_a_single_file_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    files = six(tmp_path / "papers")
    drop(window, files[5])
    assert not window.notices.isVisible()
    copy = quiet_hours(tmp_path, name="copy.txt", text=text(0))
    for given, said in (
        ([strange(tmp_path, f"{n}.xyz") for n in range(2)], "No documents imported · 2 not imported"),
        ([files[0], copy], "1 document imported · 1 already in the library"),
        ([files[0], files[5]], "No documents imported · 2 already in the library"),
    ):
        drop(window, *given)
        assert window.notices.head.text() == said
        assert window.notices.link.isHidden() == said.endswith("not imported")


def test_the_documents_are_shown_in_a_list_and_one_is_opened(window: MainWindow, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path))
    drop(window, *six(tmp_path / "papers"))
    click(window, window.notices.link)
    dialog = window.findChild(DocumentChooserDialog)
    assert dialog is not None
    assert dialog.rows.rowCount() == 6
    QTest.keyClicks(dialog.edit, "7103")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    settle(window)
    document = current_reader(window).library_document()
    assert document is not None
    assert "7103" in document.name


def test_what_changed_for_us_is_told_and_the_number_comes_back(
    window: MainWindow, paper: Noted, tmp_path: Path
) -> None:
    drop(window, *six(tmp_path / "papers"))
    window.arrivals_controller.carry_over_to([paper.bring_in()], quiet=True)
    settle(window)
    assert "we have notes on" in window.notices.head.text()
    window.notices.close_notice()
    assert window.notices.head.text() == "6 documents imported"


def test_a_revision_and_a_copy_of_it_are_met(window: MainWindow, paper: Noted, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(paper.file.read_bytes())
    drop(window, paper.file, copy)
    assert isinstance(window.tabs.currentWidget(), CarryoverView)  # Check notes come first


def test_it_shows_how_far_it_is(window: MainWindow, tmp_path: Path) -> None:
    seen: list[str] = []
    window.import_controller.progressed.connect(lambda *_: seen.append(window.ui.progress_label.text()))
    window.import_paths(six(tmp_path / "papers"))
    while len(seen) < 6:
        QCoreApplication.processEvents()
        window.tasks.wait()
    assert seen[2:4] != ["", ""]
    settle(window)
    assert window.ui.progress_label.isHidden()


@pytest.fixture
def shown(window: MainWindow) -> Iterator[MainWindow]:
    window.show()
    yield window
    window.hide()


def drag(window: MainWindow, data: QMimeData) -> bool:
    """Drag something over the window; True if it may be dropped."""
    at, left, no_keys = QPoint(700, 400), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, no_keys)
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


@pytest.mark.styled
def test_files_over_the_window_are_framed_until_they_leave_or_come_in_and_words_are_no_files(
    shown: MainWindow, tmp_path: Path
) -> None:
    words = QMimeData()
    words.setText("only words")
    assert not drag(shown, words)
    assert not shown.drop_frame.isVisible()
    assert drag(shown, file(tmp_path / "paper.pdf"))
    assert shown.drop_frame.isVisible()
    assert shown.drop_frame.geometry() == shown.rect()
    QApplication.sendEvent(shown, QDragLeaveEvent())
    assert not shown.drop_frame.isVisible()
    assert drag(shown, file(tmp_path / "paper.pdf"))
    drop(shown, quiet_hours(tmp_path))
    assert not shown.drop_frame.isVisible()
    assert len(shown.desk.documents.all()) == 1


def held(*files: tuple[str, bytes | None], in_order: bool = True) -> QMimeData:
    """Files as dragged from Outlook, with the names that Qt gives to the formats of Windows; None for a storage."""
    data, described = QMimeData(), struct.pack("<I", len(files))
    for number, (name, content) in enumerate(files):
        flags = 0x40 if content else 0
        described += struct.pack("<I60xII", flags, 0, len(content or b"")) + name.encode("utf-16-le").ljust(520, b"\0")
        key = f'application/x-qt-windows-mime;value="FileContents"{f";index={number}" if in_order else ""}'
        data.setData(key, (content or b"") + bytes(8))  # memory is allocated in blocks
    data.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', described)
    return data


def drop_held(window: MainWindow, data: QMimeData) -> None:
    assert drag(window, data)
    point, left, no_keys = QPointF(700, 400), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(point, offered, data, left, no_keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    assert event.dropAction() is Qt.DropAction.CopyAction  # the message stays in its mailbox
    settle(window)


def test_a_mail_dragged_from_outlook_comes_in_with_what_is_attached(shown: MainWindow, tmp_path: Path) -> None:
    values = {0x0037001F: "Bells", 0x0C1A001F: "Anna", 0x1000001F: "Who oils the clapper? " * 30}
    mail = compound_file(outlook_mail(values, [("st07601.txt", quiet_hours(tmp_path).read_bytes())]))
    drop_held(shown, held(("Bells.msg", mail), ("note.txt", b"1. The Council notes the report on ports.")))
    names = sorted(document.file_name for document in shown.desk.documents.all())
    assert names == ["Bells.msg", "note.txt", "st07601.txt"]
    assert shown.desk.documents.original_bytes(DocumentId(1)) == mail


def test_one_file_without_an_index_comes_in_and_what_is_not_handed_over_says_what_to_do(shown: MainWindow) -> None:
    drop_held(shown, held(("note.txt", b"1. The Council notes the report on ports."), in_order=False))
    assert [document.file_name for document in shown.desk.documents.all()] == ["note.txt"]
    data = held(("Bells.msg", None))
    data.setData('application/x-qt-windows-mime;value="FileContents";index=0', b"")
    drop_held(shown, data)
    assert len(shown.desk.documents.all()) == 1
    assert "save it to a folder" in shown.notices.text.text()


def put(folder: Path, name: str = "quiet hours.txt", text: str | None = None) -> None:
    """Put a file there that is old enough to be complete."""
    file = quiet_hours(folder, name=name, text=text) if text else quiet_hours(folder, name=name)
    before = time.time() - 60
    os.utime(file, (before, before))


def test_what_is_put_into_a_watched_folder_comes_in_quietly_until_watching_stops(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    put(folder)
    window.folder_watcher.watch(folder)
    settle(window)
    assert window.ui.watched_label.text() == "Watching incoming"
    assert [held.name for held in desk.documents.all()] == ["ST 7001/26"]
    assert window.notices.text.text() == "ST 7001/26 was imported."
    assert window.tabs.count() == 0  # nothing opens automatically
    put(folder, "other.txt", "1. A text of its own.")
    put(folder, "again.txt")
    window.notices.hide()
    window.folder_watcher.poll()
    settle(window)
    assert len(desk.documents.all()) == 2
    assert "already in the library" not in window.notices.text.text()
    window.folder_watcher.poll()
    settle(window)
    assert len(desk.documents.all()) == 2
    window.folder_watcher.unwatch(folder)
    settle(window)
    assert desk.watched_folders.folders() == []
    assert window.ui.watched_label.isHidden()
    put(folder, "late.txt", "1. A text that comes too late.")
    window.folder_watcher.poll()
    settle(window)
    assert len(desk.documents.all()) == 2
