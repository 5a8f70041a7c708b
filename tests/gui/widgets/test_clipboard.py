import os
import subprocess
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from delegate_desk.core.positions.export_options import Mail
from delegate_desk.gui.widgets.output import MARKS, ClipboardMarker, copy_mail, copy_text


def marks() -> dict[str, bytes]:
    data = QGuiApplication.clipboard().mimeData()
    return {name: bytes(data.data(name).data()) for name in MARKS if data.hasFormat(name)}


def test_words_have_the_marks_that_histories_honour(qapp: QApplication) -> None:
    copy_text("limité «words»")
    assert qapp.clipboard().text() == "limité «words»"
    assert marks() == MARKS
    assert marks()["x-kde-passwordManagerHint"] == b"secret"


def test_a_page_has_them_too(qapp: QApplication) -> None:
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
from delegate_desk.gui.shell import application; from delegate_desk.gui.widgets import output as copying
from PySide6.QtCore import QTimer
made = application.create_application()
copying.copy_text("words")
QTimer.singleShot(0, made.quit)
made.exec()
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
