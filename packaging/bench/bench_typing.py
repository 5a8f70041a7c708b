"""Benchmark of typing in a note: time until the text is in the database, idle and while many files are imported."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.gui.shell.main_window import MainWindow

_EVERY = 60
"""Milliseconds between keystrokes: sixteen a second, faster than anybody types."""
_IDLE = 200
_KINDS = ("docx", "pdf", "html", "txt")


def files(corpus: Path, number: int = 100) -> list[Path]:
    """Files to import, of all kinds in turn."""
    by_kind = [sorted(corpus.rglob(f"*.{kind}")) for kind in _KINDS]
    longest = max((len(found) for found in by_kind), default=0)
    mixed = [found[n] for n in range(longest) for found in by_kind if n < len(found)]
    return mixed[:number]


def measure(window: MainWindow, editor: QWidget, corpus: Path) -> dict[str, float]:
    """Milliseconds from a keystroke to its commit, and to the window being free again, in the editor of a note."""
    commits = _Commits(window)
    figures = _summed("idle", _type(window, editor, commits, lambda typed: typed < _IDLE))
    given = files(corpus)
    running = True

    def end(*_: object) -> None:
        nonlocal running
        running = False

    window.import_controller.finished.connect(end)
    began = time.perf_counter()
    window.import_paths(given)
    figures |= _summed("import", _type(window, editor, commits, lambda _: running))
    return figures | {"files": len(given), "took": time.perf_counter() - began}


class _Commits:
    """Records when each part of the typed text was in the database."""

    def __init__(self, window: MainWindow) -> None:
        self.typed = 0
        self._known: list[tuple[int, float]] = []
        annotations = window.desk.annotations
        save = annotations.save

        def watched(annotation: Annotation, *, typed: bool = False) -> Changes:
            changes = save(annotation, typed=typed)
            self._known.append((len(annotation.text), time.perf_counter()))
            return changes

        annotations.save = watched  # type: ignore[method-assign]  # to see when it comes back

    def of(self, key: int) -> float | None:
        """Return when the text up to a keystroke was saved; None if it was not."""
        return next((moment for length, moment in self._known if length >= key), None)


def _type(
    window: MainWindow, editor: QWidget, commits: _Commits, goes_on: Callable[[int], bool]
) -> list[tuple[float, float]]:
    """Return the seconds of each keystroke until it is in the database, and until the window has handled it."""
    pressed: list[tuple[int, float, float]] = []
    while goes_on(len(pressed)):
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A)
        commits.typed += 1
        pressed.append((commits.typed, start, time.perf_counter() - start))
        pause = QEventLoop()
        QTimer.singleShot(_EVERY, pause.quit)
        pause.exec()
    window.tasks.wait()
    saved = [(commits.of(key), start, free) for key, start, free in pressed]
    assert all(moment is not None for moment, _, _ in saved), "a key was not saved"
    return [(moment - start, free) for moment, start, free in saved if moment is not None]


def _summed(name: str, times: list[tuple[float, float]]) -> dict[str, float]:
    figures: dict[str, float] = {f"{name}_keys": len(times)}
    for what, of in (("saved", sorted(t for t, _ in times)), ("free", sorted(t for _, t in times))):
        for part, share in (("p50", 0.5), ("p95", 0.95), ("worst", 1.0)):
            figures[f"{name}_{what}_{part}"] = of[min(int(len(of) * share), len(of) - 1)] * 1000 if of else 0.0
    return figures


def editor_of(application: QApplication) -> QWidget:
    """Return the field that has the focus."""
    focused = application.focusWidget()
    assert focused is not None
    return focused
