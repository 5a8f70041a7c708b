"""A day's work in a window that is a separate process, for tests of what it opens and leaves behind.

``python -m support.window_process LIBRARY FOLDER WORD``: the word is in the text, the title, a note, a draft, a query.
"""

import argparse
import contextlib
import sys
import zipfile
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from delegate_desk import paths
from delegate_desk.cli.commands import COMMANDS, parser
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui import single_instance
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.safety.safety_controllers import FaultReporter
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.application import check_surroundings
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.main_windows import drop, settle, type_text

_PAPER = """Council of the European Union
Brussels, 4 March 2026
{number}
LIMITE
TRANS 88
NOTE
From: Presidency
To: Delegations
Subject: {word} hours in ports

1. The Council takes note of the {word} in the ports of the Union{more}.
2. Ports set {word} hours between 22.00 and 6.00.
3. Ferries to islands are exempt from the {word} hours.
"""


def papers(folder: Path, word: str) -> list[Path]:
    """Files of several kinds that contain a word: two revisions as text, Word, HTML, a message and an archive."""
    folder.mkdir(parents=True, exist_ok=True)
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(_PAPER.format(word=word, number="7001/26", more=""), encoding="utf-8")
    new.write_text(_PAPER.format(word=word, number="7001/1/26\nREV 1", more=" and at sea"), encoding="utf-8")
    text = _PAPER.format(word=word, number="7002/26", more="")
    written = docx.Document()
    for line in text.splitlines():
        written.add_paragraph(line)
    written.save(str(folder / "one.docx"))
    page = "".join(f"<p>{line}</p>" for line in text.replace("7002", "7003").splitlines())
    (folder / "one.html").write_text(f"<html><head><title>{word}</title></head><body>{page}</body></html>", "utf-8")
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = f"The {word}", "a@example.eu", "b@example.eu"
    mail.set_content(f"Please find the {word} attached.")
    mail.add_attachment(text.replace("7002", "7004").encode(), "text", "plain", filename="attached.txt")
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    with zipfile.ZipFile(folder / "several.zip", "w") as archive:
        archive.writestr("inside.txt", text.replace("7002", "7005"))
        archive.writestr("damaged.docx", b"PK\3\4" + word.encode())
        archive.writestr("image.png", word)
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7\n" + word.encode())
    names = ("old.txt", "new.txt", "one.docx", "one.html", "mail.eml", "several.zip", "damaged.pdf")
    return [folder / name for name in names]


def work(window: MainWindow, desk: Desk, folder: Path, word: str) -> None:
    """Import, read, search, annotate, draft, compare, export, pack and back up."""
    sample = paths.RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"
    drop(window, *papers(folder / "papers", word), sample)
    pdf = desk.documents.find("99101/26").id
    window.open_document(pdf)
    settle(window)
    window.ui.action_original.trigger()
    settle(window)
    document = desk.documents.find("7001/26").id
    window.open_document(document, Address("para_2"))
    settle(window)
    reader = window.tabs.current_reader()
    assert reader is not None
    QTest.keyClick(reader.paper, Qt.Key.Key_N)
    settle(window)
    type_text(window.paragraph_file.cards[0].text_edit, f"The {word} stays.")
    window.tasks.flush()
    settle(window)
    window.ui.action_position.trigger()
    settle(window)
    view = window.tabs.currentWidget()
    assert isinstance(view, PositionsView)
    type_text(view.provisions[0].wording_edit, f"All {word}. ")
    window.tasks.flush()
    settle(window)
    window.ui.action_search.trigger()
    type_text(window.ui.search_edit, f"{word} hours")
    QTest.keyClick(window.ui.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    settle(window)
    QTest.qWait(400)
    settle(window)
    compare(window, desk, document)
    for command in (
        ["export", "position", "7001/26", "--audience", "capital", "--output", str(folder / "position.docx")],
        ["export", "annotated", "7001/26", "--output", str(folder / "annotated.docx")],
        ["annotations-export", str(folder / "notes.jsonld"), "--internal"],
        ["pack", str(folder / "chosen.ddpack"), "7001/26", "--internal"],
        ["backup", str(folder / "whole.zip")],
        ["search", word],
    ):
        do(window, desk, parser().parse_args(command))


def compare(window: MainWindow, desk: Desk, document: DocumentId) -> None:
    """Compare the two revisions in a tab."""
    window.comparison_controller.open_pair(desk.documents.get(document), desk.documents.find("7001/1/26"))
    settle(window)


def do(window: MainWindow, desk: Desk, asked: argparse.Namespace) -> None:
    """Run a command, next to the window."""
    answers: list[object] = []
    window.tasks.read(partial(COMMANDS[asked.command].load(), desk, asked), answers.append)
    settle(window)
    assert answers, asked.command


def main(library: Path, folder: Path, word: str) -> None:
    """Start like the program, work, and end like the program."""
    from delegate_desk.cli import main as log

    log.start_logging()
    first = single_instance.claim_library(library, [], application.create_application)
    assert first is not None
    with contextlib.closing(first), open_desk(library) as desk:
        reporter = FaultReporter()
        reporter.install()
        window = MainWindow(desk, Tasks(), reporter, paths.settings_file())
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        check_surroundings(window, paths.settings_file())
        first.files_received.connect(window.import_paths)
        first.start_listening()
        settle(window)
        work(window, desk, folder, word)
        window.close()
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
