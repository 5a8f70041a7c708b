"""The program on an encrypted library, controlled from inside: unlocked, asleep in the middle of a note, unlocked.

    python -m support.locked_day_process LIBRARY PASSPHRASE

It prints its observations as lines of JSON, and waits for a line if something must be done to the computer.
"""

import gc
import json
import os
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from delegate_desk import app
from delegate_desk.cipher import SealedCipher
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.safety.library_dialogs import UnlockDialog
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.search.engine.segment_file import SegmentFile
from support.main_windows import type_text

Window = TypeVar("Window", bound=QWidget)

LIBRARY, WORDS = Path(sys.argv[1]), sys.argv[2]
Steps = Generator[Callable[[], object], None, None]


def say(**seen: Any) -> None:
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()


def is_shown(kind: type[QWidget]) -> bool:
    return any(isinstance(window, kind) and window.isVisible() for window in QApplication.topLevelWidgets())


def shown(kind: type[Window]) -> Window:
    """The visible window of a kind."""
    windows = QApplication.topLevelWidgets()
    return next(window for window in windows if isinstance(window, kind) and window.isVisible())


def alive(kind: type[object]) -> int:
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


def keys() -> int:
    """The number of keys that this process has."""
    gc.collect()
    return sum(isinstance(one, SealedCipher) and one._key != b"" for one in gc.get_objects())


def unlock() -> Steps:
    yield lambda: is_shown(UnlockDialog)
    type_text(shown(UnlockDialog).ui.passphrase_edit, WORDS)
    shown(UnlockDialog).ui.unlock_button.click()
    yield lambda: is_shown(MainWindow)


def day() -> Steps:
    yield lambda: is_shown(UnlockDialog)
    type_text(shown(UnlockDialog).ui.passphrase_edit, "wrong")
    shown(UnlockDialog).ui.unlock_button.click()
    yield lambda: shown(UnlockDialog).ui.message_label.text().startswith("Wrong passphrase")
    shown(UnlockDialog).ui.passphrase_edit.clear()
    yield from unlock()
    window = shown(MainWindow)
    window.open_document(window.desk.documents.all()[0].id)
    yield lambda: window.current_place() and not window.tasks.is_busy
    total = window.desk.search.find("quiet", patient=True).total
    place = window.current_place()
    assert place
    window.file_controller.annotate(AnnotationKind.NOTE, place, None)
    yield lambda: not window.tasks.is_busy and window.paragraph_file.isAncestorOf(QApplication.focusWidget() or window)
    type_text(QApplication.focusWidget() or window, "typed before sleep")
    say(at="work", keys=keys(), found=total, title=window.windowTitle())
    del window
    sys.stdin.readline()  # the computer is suspended
    yield lambda: is_shown(UnlockDialog)
    yield lambda: not alive(MainWindow)  # the event loop deletes it, while the dialog is shown
    titles = [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]
    labels = [str(one.text()) for one in shown(UnlockDialog).findChildren(QWidget) if hasattr(one, "text")]
    held = len(list(SegmentFile._opened.values()))
    say(at="locked", titles=titles, keys=keys(), windows=alive(MainWindow), segments=held, labels=labels)
    sys.stdin.readline()
    yield from unlock()
    window = shown(MainWindow)
    yield lambda: window.current_place() and not window.tasks.is_busy
    notes = [note.text for note in window.desk.annotations.all()]
    say(at="back", tabs=window.tabs.count(), notes=notes, found=window.desk.search.find("quiet", patient=True).total)
    window.close()


def main() -> int:
    steps, plain = day(), application.create_application
    waiting: list[Callable[[], object]] = [lambda: True]

    def step() -> None:
        try:
            if waiting[0]():
                waiting[0] = next(steps, lambda: False)
        except BaseException:
            traceback.print_exc()  # a failed driver has nothing more to wait for
            os._exit(3)

    timer: list[QTimer] = []

    def make() -> QApplication:
        made = plain()
        if not timer:
            timer.append(QTimer())
            timer[0].timeout.connect(step)
            timer[0].start(20)
        return made

    application.create_application = make
    return app.run(LIBRARY)


if __name__ == "__main__":
    sys.exit(main())
