"""Takes the manual's pictures from the real window on the samples, in each language; no screen needed.

.venv/bin/python packaging/docs/manual_pictures.py [en el fr] [--to FOLDER]

The pictures of the files that the program writes are drawn by packaging/docs/kinds_picture.py.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import small_png
from delegate_desk.cli import demo
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.safety.safety_controllers import FaultReporter
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
LANGUAGES = ("en", "el", "fr")
ON, BEFORE, AFTER, AGENDA = "ST 99140/26", "ST 99101/26", "ST 99101/1/26 REV 1", "CM 9917/26"
WIDTH, HEIGHT = 1366, 768
PAUSE = 120
"""Milliseconds."""
QUERY = {"en": "quiet hours", "el": "ώρες ησυχίας", "fr": "bruit nocturne"}
NOTES = {
    "en": ("Who pays for the quieter engines?", "The islands must stay supplied at night."),
    "el": ("Ποιος πληρώνει τις πιο αθόρυβες μηχανές;", "Ο εφοδιασμός των νησιών τη νύχτα δεν μπορεί να διακοπεί."),
    "fr": ("Qui paie les moteurs plus silencieux?", "Les îles doivent rester approvisionnées la nuit."),
}
SAID = {
    "en": ("MT DE+ 3(1)", "FR~ 3(2)(d)", "NL- 3(1) the hours are for the ports to set", "IE? 3(1) also on Sundays?"),
    "el": ("MT DE+ 3(1)", "FR~ 3(2)(d)", "NL- 3(1) οι λιμένες ορίζουν τις ώρες", "IE? 3(1) και τις Κυριακές;"),
    "fr": ("MT DE+ 3(1)", "FR~ 3(2)(d)", "NL- 3(1) aux ports de fixer les heures", "IE? 3(1) le dimanche aussi?"),
}
TYPED = {
    "en": "SE FI+ 3(1) scrutiny res.",
    "el": "SE FI+ 3(1) επιφ. εξέτ.",
    "fr": "SE FI+ 3(1) rés. d'examen",
}


def main() -> None:
    asked = argparse.ArgumentParser(description="Take the manual's pictures.")
    asked.add_argument("languages", nargs="*", default=LANGUAGES, metavar="LANGUAGE")
    asked.add_argument("--to", type=Path, default=HELP)
    asked.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # one language, in this process
    given = asked.parse_args()
    for language in given.languages:
        folder = given.to / language / "pictures"
        if given.here:
            take(language, folder)
        else:  # a window has one language
            called = [sys.executable, __file__, language, "--to", str(given.to), "--here"]
            subprocess.run(called, check=True)


def take(language: str, folder: Path) -> None:
    """Take all pictures of one language into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(home / name)
        os.environ["HOME"] = "/home/delegate"
        application.create_application()
        interface_language.install_language(language)
        theme.choose("light")
        library = home / "library"
        demo.prepare(library, fresh=False, language=language)
        with open_desk(library) as desk:
            camera = Camera(desk, language, home)
            for name, image in camera.pictures():
                small_png.save(image, folder / f"{name}.png")
                print(folder / f"{name}.png")
            camera.close()


class Camera:
    """A window on the samples, moved from one screen to the next."""

    def __init__(self, desk: Desk, language: str, home: Path) -> None:
        self.desk = desk
        self.language = language
        self.tasks = Tasks()
        self._annotate()
        self.window = MainWindow(desk, self.tasks, FaultReporter(QApplication.instance()), home / "settings.json")
        self.ui = self.window.ui
        self.window.resize(WIDTH, HEIGHT)
        self.window.show()
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.tasks.close()

    def pictures(self) -> Iterator[tuple[str, QImage]]:
        """Return each picture by its name."""
        for part in (self._work_on, self._read, self._find, self._sit, self._revise):
            yield from part()
            self.clear()

    def _work_on(self) -> Iterator[tuple[str, QImage]]:
        on = self.held(ON)
        first = self.desk.documents.place(on, "3(1)")
        self.window.open_document(on, first)
        self.settle()
        yield "window", self.shot()
        yield "annotations", self.shot(self.ui.right_column, 320)
        yield "packing", self.dialog(self.ui.action_pack.trigger)
        self.window.open_position(on, first)
        self.settle()
        yield "position", self.work()
        self.ui.action_export.trigger()
        self.settle()
        yield "export", self.work(HEIGHT)

    def _read(self) -> Iterator[tuple[str, QImage]]:
        paper = self.held(BEFORE, "en")
        self.window.open_document(paper, self.desk.documents.place(paper, "7"))
        self.settle()
        yield "header", self.dialog(self.ui.action_header.trigger)
        self.ui.action_right.setChecked(False)
        self.ui.action_original.setChecked(True)
        self.settle()
        yield "reading", self.work()
        self.ui.action_original.setChecked(False)
        self.ui.action_right.setChecked(True)

    def _find(self) -> Iterator[tuple[str, QImage]]:
        self.window.search(QUERY[self.language])
        self.settle()
        yield "search", self.work()
        self.ui.search_edit.clear()
        self.clear()
        self.ui.action_annotations.trigger()
        self.settle()
        yield "all_annotations", self.work()

    def _sit(self) -> Iterator[tuple[str, QImage]]:
        self.window.open_document(self.held(AGENDA))
        self.settle()
        self.ui.action_meeting.trigger()
        self.settle()
        self.ui.action_next_item.trigger()
        self.settle()
        view = self.window.meeting_mode.view
        if view is None:
            sys.exit("The meeting did not begin.")
        for said in SAID[self.language]:
            view.line.entered.emit(said)
            self.settle()
        view.line.edit.setText(TYPED[self.language])
        self.settle()
        yield "meeting", self.shot()
        yield "capture", self.shot(view.line)
        self.ui.action_vote.trigger()
        self.settle()
        yield "vote", self.work()
        self.ui.action_vote.trigger()
        view.line.edit.clear()
        self.ui.action_meeting.trigger()

    def _revise(self) -> Iterator[tuple[str, QImage]]:
        self.window.open_document(self.held(AFTER, "en"))
        self.settle()
        self.ui.action_compare_previous.trigger()
        self.settle()
        for _ in range(4):
            self.ui.action_next_change.trigger()
        self.settle()
        yield "comparison", self.work()
        self.ui.action_carry.trigger()
        self.settle()
        self.ui.action_consequences.trigger()
        self.settle()
        yield "consequences", self.work()
        self.clear()
        self.ui.action_right.setChecked(False)
        self.window.open_document(self.held(AFTER, "en"))
        self.settle()
        self.ui.action_timeline.trigger()
        self.settle()
        yield "timeline", self.work(360)
        self.ui.action_right.setChecked(True)
        finish(self.desk.backups.back_up())
        yield "backups", self.dialog(self.ui.action_backups.trigger)

    def clear(self) -> None:
        """Close all tabs and notices."""
        for view in self.window.tabs.pages(QWidget):
            self.window.tabs.close_view(view)
        self.window.notices.hide()
        self.settle()

    def _annotate(self) -> None:
        """Add two notes to the document that has a revision."""
        places = (("7", AnnotationKind.QUESTION), ("6", AnnotationKind.RED_LINE))
        paper = self.held(BEFORE, "en")
        for (typed, kind), text in zip(places, NOTES[self.language], strict=True):
            place = Place(paper, self.desk.documents.place(paper, typed))
            self.desk.annotations.save(self.desk.annotations.new(place, kind, text=text))

    def held(self, reference: str, language: str = "") -> DocumentId:
        """Return a document of the samples, in the language of the window if it exists in it."""
        found = [one for one in self.desk.documents.all() if reference in one.name]
        wanted = language or self.language
        return min(found, key=lambda one: (one.header.language != wanted, one.header.language != "en")).id

    def shot(self, pane: QWidget | None = None, height: int = HEIGHT) -> QImage:
        """Return a picture of the window, or of the upper part of one of its panes."""
        image = (pane or self.window).grab().toImage()
        return image.copy(0, 0, image.width(), min(height, image.height()))

    def work(self, height: int = 560) -> QImage:
        """Return a picture of the upper part of the middle and of the right column."""
        columns, left = self.ui.columns, self.ui.left_column.width()
        image = columns.grab().toImage()
        return image.copy(left, 0, image.width() - left, min(height, image.height()))

    def dialog(self, command: Callable[[], object]) -> QImage:
        """Return a picture of the dialog that a command opens."""
        command()
        self.settle()
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            sys.exit("No dialog was opened.")
        image = dialog.grab().toImage()
        dialog.reject()
        self.settle()
        return image

    def settle(self) -> None:
        """Wait until everything requested is shown, including delayed work."""
        for _ in range(4):
            self.tasks.wait()
            QTest.qWait(PAUSE)


if __name__ == "__main__":
    main()
