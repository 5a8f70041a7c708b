"""What leaves the window: the clipboard, printed pages, announcements, and the dialogs for files."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QFileInfo, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.progress import Steps
from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, theme
from delegate_desk.gui.widgets.output import MARKS, ClipboardMarker, FileIcons, copy_mail, copy_text
from delegate_desk.gui.widgets.printing import draw_pages, new_printer, pdf_for_mail
from support.main_windows import drop, run_action, settle
from support.meeting_steps import notice
from support.search_steps import keep_up


def marks() -> dict[str, bytes]:
    data = QGuiApplication.clipboard().mimeData()
    return {name: bytes(data.data(name).data()) for name in MARKS if data.hasFormat(name)}


def test_words_and_a_page_have_the_marks_that_histories_honour(qapp: QApplication) -> None:
    copy_text("limité «words»")
    assert qapp.clipboard().text() == "limité «words»"
    assert marks() == MARKS
    assert marks()["x-kde-passwordManagerHint"] == b"secret"
    copy_mail(Mail("words", "<b>words</b>"))
    data = qapp.clipboard().mimeData()
    assert (data.text(), data.html()) == ("words", "<b>words</b>")
    assert marks() == MARKS


def test_what_one_copies_from_a_line_or_a_box_is_marked(qapp: QApplication, qtbot: QtBot) -> None:
    made = ClipboardMarker(qapp)
    line, box = QLineEdit("in a line"), QTextEdit("in a box")
    qtbot.addWidget(line)
    qtbot.addWidget(box)
    for widget, text in ((line, "in a line"), (box, "in a box")):
        qapp.clipboard().clear()
        widget.selectAll()
        widget.copy()
        assert qapp.clipboard().text() == text
        assert marks() == MARKS
    assert "text/html" in qapp.clipboard().mimeData().formats()
    made.deleteLater()


def test_data_in_the_clipboard_does_no_harm_at_the_end() -> None:
    script = """
from delegate_desk.gui.shell import application; from delegate_desk.gui.widgets import output
from PySide6.QtCore import QTimer
made = application.create_application()
output.copy_text("words")
QTimer.singleShot(0, made.quit)
made.exec()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def _drawn(button: QToolButton) -> QImage:
    return button.icon().pixmap(QSize(16, 16)).toImage()


def test_the_file_dialog_has_the_signs_of_the_program_in_every_theme(qapp: QApplication, qtbot: QtBot) -> None:
    EventFilter(qapp)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    button = dialog.findChild(QToolButton, "toParentButton")
    assert button is not None
    assert _drawn(button) == theme.icon("arrow-up", "ink").pixmap(QSize(16, 16)).toImage()
    light = _drawn(button)
    theme.choose("dark")
    assert _drawn(button) != light


def test_a_folder_a_file_and_a_drive_have_each_their_own_sign(qapp: QApplication) -> None:
    provider = FileIcons()
    drawn = [
        provider.icon(QFileInfo(path)).pixmap(QSize(16, 16)).toImage()
        for path in (Path(__file__).anchor, str(Path(__file__).parents[1]), __file__)
    ]
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]


MOMENT = datetime(2026, 10, 7, 9, 30, tzinfo=UTC)
ROWS = "".join(
    f"<tr><td><p>{n}.&nbsp; Quiet <b><u>hours</u></b>, λιμάνια</p></td><td>row &lt;{n}&gt;</td></tr>" for n in range(90)
)
PAGE = f"<html><body><h1>Delegation</h1><table><thead><tr><th>Drafting</th></tr></thead>{ROWS}</table></body></html>"
MAIL = Mail("", PAGE, "Comments", ("Delegation of Greece · ST 1/26", "LIMITE"), ("ST 1/26", "LIMITE"), MOMENT)

pytestmark = pytest.mark.usefixtures("qapp")


def pages(content: bytes) -> list[str]:
    """The text of each page of a PDF, without spaces, which its reader guesses."""
    with pypdfium2.PdfDocument(content) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_each_page_has_its_foot_and_the_head_of_the_table_and_all_but_the_first_their_head() -> None:
    said = pages(pdf_for_mail(MAIL))
    assert len(said) > 1
    for number, page in enumerate(said, 1):
        assert f"{number}/{len(said)}" in page
        assert page.count("LIMITE") == (1 if number == 1 else 2)
        assert ("DelegationofGreece" in page) == (number > 1)
        assert "Drafting" in page  # the head of the table
    assert [n for n in range(90) if f"row<{n}>" not in "".join(said)] == []


def test_a_wide_page_lies_on_its_side() -> None:
    with pypdfium2.PdfDocument(pdf_for_mail(replace(MAIL, landscape=True))) as pdf:
        width, height = pdf[0].get_size()
    assert width > height
    with pypdfium2.PdfDocument(pdf_for_mail(MAIL)) as pdf:
        assert (round(pdf[0].get_width()), round(pdf[0].get_height())) == (595, 842)


def test_the_same_page_makes_the_same_bytes_in_a_dark_theme_too_and_names_nobody(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "jdoe")
    first, palette = pdf_for_mail(MAIL), qapp.palette()
    assert pdf_for_mail(MAIL) == first
    try:
        qapp.setPalette(QPalette(Qt.GlobalColor.black))
        assert pdf_for_mail(MAIL) == first
    finally:
        qapp.setPalette(palette)
    dates = re.findall(rb"(?:Creation|Mod)Date \(D:(\d+)", first) + re.findall(rb'xmp:\w+Date="([^"+]+)', first)
    assert set(dates) == {b"20261007093000", b"2026-10-07T09:30:00"}
    assert b"jdoe" not in first
    later = pdf_for_mail(replace(MAIL, moment=datetime(2027, 1, 1, tzinfo=UTC)))
    assert len(later) == len(first)
    assert pages(later) == pages(first)


def test_a_text_begins_behind_its_label_where_its_other_lines_do() -> None:
    words = "Quiet hours are set by the port with those who live near it. " * 4
    page = f'<html><body><p style="margin-left:74px;text-indent:-37px">1.&nbsp; {words}</p></body></html>'
    with pypdfium2.PdfDocument(pdf_for_mail(Mail("", page, "Comments", (), (), MOMENT))) as pdf:
        text = pdf[0].get_textpage()
        lefts = [text.get_charbox(n)[0] for n, sign in enumerate(text.get_text_range()) if sign == "Q"]
        first, lines = lefts[0], sorted(text.get_rect(n)[0] for n in range(text.count_rects()))
    assert any(abs(first - left) < 2 for left in lines if left > min(lines) + 10)
    assert first > min(lines) + 20


def printer_into(path: Path) -> QPrinter:
    printer = new_printer("Comments")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_written_is_said(tasks: Tasks, tmp_path: Path, qtbot: QtBot) -> None:
    printer = printer_into(tmp_path / "nowhere" / "comments.pdf")
    steps: Callable[[], Steps[int]] = partial(draw_pages, MAIL, printer)
    printed: list[int] = []
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.read(steps, printed.append, what="Printing")
    assert isinstance(failed.args[0], ExportFailedError)
    assert printed == []


def test_each_page_is_reported(tmp_path: Path) -> None:
    steps = list(draw_pages(MAIL, printer_into(tmp_path / "comments.pdf")))
    with pypdfium2.PdfDocument(tmp_path / "comments.pdf") as pdf:
        assert steps == [(n + 1, len(pdf)) for n in range(len(pdf))]


class Ear(list[str]):
    """The announcements, in order."""

    def hear(self, text: str, _: bool) -> None:
        self.append(text)


@pytest.fixture
def ear(qtbot: QtBot) -> Ear:
    heard = Ear()
    accessibility.announced.connect(heard.hear)
    return heard


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_of_one_thing_the_last_word_alone_is_told_and_what_waits_is_taken_back_by_nothing(
    ear: Ear, widget: QWidget, qtbot: QtBot
) -> None:
    for count in range(5):
        accessibility.announce(widget, f"{count} results")
    accessibility.announce(widget, "Page 2", about="page")
    qtbot.waitUntil(lambda: len(ear) == 2)
    assert ear == ["4 results", "Page 2"]
    ear.clear()
    accessibility.announce(widget, "Two results")
    accessibility.announce(widget, "")
    accessibility.announce(widget, "Saved", about="saved")
    qtbot.waitUntil(lambda: bool(ear))
    assert ear == ["Saved"]


def test_the_number_of_hits_is_heard_when_the_search_rests(reading: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    keep_up(reading.desk)
    for query, said in (("quiet", "2 paragraphs in 1 document"), ("zzzz", "No results")):
        ear.clear()
        reading.search(query)
        settle(reading)
        qtbot.waitUntil(lambda: bool(ear))
        assert ear == [said]


def test_what_was_understood_of_a_line_is_heard_when_it_is_kept(
    window: MainWindow, held: DocumentId, ear: Ear, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, notice(tmp_path))
    run_action(window, window.ui.action_meeting)
    assert window.meeting_mode.view is not None
    line = window.meeting_mode.view.line
    line.edit.setText("FR scrutiny 1")
    line.edit.returnPressed.emit()
    settle(window)
    qtbot.waitUntil(lambda: any("recorded" in text for text in ear))
    assert next(text for text in ear if "recorded" in text) == "FR scrutiny reservation paragraph 1: recorded"


def test_a_notice_is_heard_with_its_sentences_and_another_theme(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    window.notices.show_notice("Nothing to paste", ["Copy files in a file manager first."])
    qtbot.waitUntil(lambda: "Nothing to paste Copy files in a file manager first." in ear)
    theme.choose("dark")
    qtbot.waitUntil(lambda: "Appearance: Dark" in ear)
