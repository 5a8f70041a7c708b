"""What an import says at its end, and while it runs."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.revisions.consequences_view import ConsequencesView
from delegate_desk.gui.shell.main_window import MainWindow
from support.annotated_revision import Noted
from support.document_values import QUIET_HOURS, quiet_hours
from support.main_windows import drop, settle


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


@pytest.mark.parametrize(
    ("again", "refused", "said"),
    [
        (2, 0, "No documents imported · 2 already in the library"),
        (1, 1, "No documents imported · 1 already in the library · 1 not imported"),
        (0, 2, "No documents imported · 2 not imported"),
    ],
)
def test_that_nothing_was_imported_is_said(
    window: MainWindow, tmp_path: Path, again: int, refused: int, said: str
) -> None:
    files = six(tmp_path / "papers")[:again]
    if files:
        drop(window, *files)
    drop(window, *files, *(strange(tmp_path, f"{n}.xyz") for n in range(refused)))
    assert window.notices.head.text() == said
    assert window.notices.link.isHidden() == (again == 0)


def test_the_same_file_twice_is_imported_once(window: MainWindow, tmp_path: Path) -> None:
    (first, *_) = six(tmp_path / "papers")
    copy = quiet_hours(tmp_path, name="copy.txt", text=text(0))
    drop(window, first, copy)
    assert window.notices.head.text() == "1 document imported · 1 already in the library"


def test_a_single_file_opens_without_a_notice(window: MainWindow, tmp_path: Path) -> None:
    drop(window, quiet_hours(tmp_path))
    assert not window.notices.isVisible()


def test_the_documents_are_shown_in_a_list_and_one_is_opened(window: MainWindow, tmp_path: Path) -> None:
    other = quiet_hours(tmp_path)
    drop(window, other)
    drop(window, *six(tmp_path / "papers"))
    window.notices.link.click()
    settle(window)
    dialog = window.findChild(DocumentChooserDialog)
    assert dialog is not None
    assert dialog.rows.rowCount() == 6
    QTest.keyClicks(dialog.edit, "7103")
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    settle(window)
    reader = window.tabs.current_reader()
    assert reader is not None
    assert "7103" in window.tabs.tabText(window.tabs.currentIndex())


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
    assert isinstance(window.tabs.currentWidget(), ConsequencesView)


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
