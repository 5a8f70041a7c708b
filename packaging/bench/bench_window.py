"""One start of a window for bench.py, in its own process: prints seconds and megabytes as JSON.

Usage: bench_window.py bare|first|desk|act|type LIBRARY, with the start time in BENCH_START.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from measuring import processor_seconds

CORPUS = Path(os.environ.get("BENCH_CORPUS", ""))
START = float(os.environ["BENCH_START"])
PATIENCE = 300_000  # milliseconds: a busy computer is no fault of the window
KEYS, PAUSE = 100, 60  # measured keys, and milliseconds between them
LATE = 0.032  # seconds: a frame that takes longer is seen as a stutter


class Painted(QObject):
    """Waits for the next paint of a widget."""

    def __init__(self, widget: QWidget, *, listening: bool = True) -> None:
        super().__init__(widget)
        self._loop = QEventLoop()
        self._listening, self._is_over = listening, False
        widget.installEventFilter(self)

    def listen(self) -> None:
        """Start counting."""
        self._listening = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._listening and event.type() == QEvent.Type.Paint:
            self._is_over = True
            QTimer.singleShot(0, self._loop.quit)  # after its first paint
        return False

    def wait(self) -> None:
        if not self._is_over:
            wait(self._loop)


def wait(loop: QEventLoop) -> None:
    """Process events until the loop ends; a window that never gets there ends the process."""
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(lambda: os._exit(3))
    patience.start(PATIENCE)
    loop.exec()
    patience.stop()


def memory() -> float:
    """Return the megabytes that this process uses now."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) / 1024
    return float("nan")


def bare() -> dict[str, float]:
    """Show the minimal Qt window with a text."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    edit = QPlainTextEdit("A paragraph of text.\n" * 40)
    window.setCentralWidget(edit)
    window.resize(1440, 900)
    painted = Painted(edit.viewport())
    window.show()
    painted.wait()
    del application
    return {"paint": time.time() - START, "memory": memory()}


def desk(library: Path, typing: Path | None = None) -> dict[str, float]:
    """Start the program with its own command, with a document open from last time."""
    figures: dict[str, float] = {}

    def serve(application: QApplication) -> int:
        figures.update(use(application, typing))
        return 0

    QApplication.exec = serve  # type: ignore[assignment,method-assign]  # where the program would wait for its person
    from delegate_desk.cli.main import main

    main(["--library", str(library)])
    return figures


def first(library: Path) -> dict[str, float]:
    """Start the program with its own command, without an open document: its first paint, and its memory then."""
    figures: dict[str, float] = {}

    def serve(application: QApplication) -> int:
        figures.update(look(application))
        return 0

    QApplication.exec = serve  # type: ignore[assignment,method-assign]  # where the program would wait for its person
    from delegate_desk.cli.main import main

    main(["--library", str(library)])
    return figures


def look(application: QApplication) -> dict[str, float]:
    """Wait for the first paint, until the window is complete, and scroll through its documents."""
    from delegate_desk.gui.shell.main_window import MainWindow

    (window,) = (widget for widget in application.topLevelWidgets() if isinstance(widget, MainWindow))
    window.showNormal()  # offscreen it fills a small screen
    window.resize(1440, 900)  # like the minimal window
    painted = Painted(window)
    painted.wait()
    figures = {"paint": time.time() - START, "memory": memory()}
    for _ in range(3):
        window.tasks.wait()
        application.processEvents()
    figures |= {"filled": time.time() - START, "memory": memory()}
    view = window.documents.ui.document_list
    frames = [*_frames(application, view, partial(turn, view), 200)]
    bar = view.verticalScrollBar()
    for n in range(41):
        frames += _frames(application, view, partial(bar.setValue, bar.maximum() * n // 40), 1)
    return figures | {f"scroll_{words}": of for words, of in summed(frames).items()}


def use(application: QApplication, typing: Path | None) -> dict[str, float]:
    """Wait until the open document is painted, press a key; type in a note while the files of a folder are imported."""
    import bench_typing  # it imports our window, which must not be loaded for the minimal one
    from delegate_desk.gui.reader.reader_view import ReaderView
    from delegate_desk.gui.shell.main_window import MainWindow

    (window,) = (widget for widget in application.topLevelWidgets() if isinstance(widget, MainWindow))
    opened = list[tuple[ReaderView, Painted]]()

    def attend(reader: ReaderView) -> None:
        painted = Painted(reader.paper.viewport(), listening=False)
        reader.loaded.connect(painted.listen)
        opened.append((reader, painted))

    window.reader_made.connect(attend)  # the tabs are restored once the event loop runs
    while not opened:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    (reader, painted), *_ = opened
    paper = reader.paper
    painted.wait()
    assert reader.document is not None
    figures = {"paint": time.time() - START, "work": processor_seconds(), "memory": memory()}
    window.tasks.wait()

    units = len(window.desk.documents.content(reader.document).paragraphs)
    figures |= key_to_paint("next", paper, Qt.Key.Key_J, min(KEYS, units // 2))  # at the end nothing is painted
    QTest.keyClick(paper, Qt.Key.Key_N)
    window.tasks.wait()
    editor = bench_typing.editor_of(application)
    assert isinstance(editor, QTextEdit)
    figures |= key_to_paint("letter", editor, Qt.Key.Key_A)
    editor.clear()
    if typing:
        figures |= bench_typing.measure(window, editor, typing)
        typed = "a" * int(figures["idle_keys"] + figures["import_keys"])
        assert any(note.text == typed for note in window.desk.annotations.all())
    window.close()
    return figures


def key_to_paint(name: str, widget: QAbstractScrollArea, key: Qt.Key, presses: int = KEYS) -> dict[str, float]:
    """Seconds from a key to the paint, on the clock and of the processor: the median and the 95th percentile."""
    clock, processor = list[float](), list[float]()
    for _ in range(presses):
        pause = QEventLoop()
        QTimer.singleShot(PAUSE, pause.quit)
        pause.exec()  # what follows a key is done by the next
        painted = Painted(widget.viewport())
        start, used = time.perf_counter(), time.process_time()
        QTest.keyClick(widget, key)
        painted.wait()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
        widget.viewport().removeEventFilter(painted)
    figures = {f"{name}_keys": float(presses)}
    for of, times in (("clock", sorted(clock)), ("cpu", sorted(processor))):
        figures |= {f"{name}_{of}_p50": times[presses // 2], f"{name}_{of}_p95": times[presses * 95 // 100]}
    return figures


def act(library: Path) -> dict[str, float]:
    """Open the longest document of a library in an existing window, and scroll it with a script."""
    from delegate_desk.desk import open_desk
    from delegate_desk.gui.safety.safety_controllers import FaultReporter
    from delegate_desk.gui.shell import application as applications
    from delegate_desk.gui.shell.main_window import MainWindow
    from delegate_desk.gui.tasks import Tasks
    from delegate_desk.gui.widgets import theme

    application = applications.create_application()
    theme.choose("light")
    with open_desk(library) as opened, tempfile.TemporaryDirectory() as nobody:
        window = MainWindow(opened, Tasks(), FaultReporter(application), Path(nobody) / "settings.json")
        window.resize(1440, 900)
        window.show()
        window.tasks.wait()
        first, *_, longest = sorted(opened.documents.all(), key=lambda held: held.paragraphs)
        window.open_document(first.id)  # modules for the first document are loaded before
        window.tasks.wait()
        start = time.perf_counter()
        window.open_document(longest.id)
        reader = window.tabs.current_reader()
        assert reader is not None
        painted = Painted(reader.paper.viewport(), listening=False)
        reader.loaded.connect(painted.listen)
        painted.wait()
        figures = {"open": time.perf_counter() - start, "units": len(reader.paper.paragraphs.units)}
        frames = scroll(application, reader.paper)
        figures |= {f"{name}_{words}": of for name, times in frames.items() for words, of in summed(times).items()}
        window.close()
    return figures


def scroll(application: QApplication, paper: QAbstractItemView) -> dict[str, list[float]]:
    """Return the seconds of each frame: by the wheel while rows are being laid out, by pages, and from row to row.

    A frame is one input, the work of the event loop that follows, and the paint.
    """
    bar = paper.verticalScrollBar()

    def frames(move: Callable[[], object], times: int) -> list[float]:
        return _frames(application, paper, move, times)

    wheel = frames(partial(turn, paper), 400)
    pages = frames(partial(QTest.keyClick, paper, Qt.Key.Key_PageDown), 80)
    leaps = [one for n in range(41) for one in frames(partial(bar.setValue, bar.maximum() * n // 40), 1)]
    bar.setValue(bar.maximum() // 2)
    rows = frames(partial(QTest.keyClick, paper, Qt.Key.Key_J), 200)
    return {"wheel": wheel, "pages": pages, "leaps": leaps, "rows": rows}


def _frames(application: QApplication, view: QAbstractItemView, move: Callable[[], object], times: int) -> list[float]:
    """Return the seconds of each frame."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        move()
        view.viewport().repaint()
        application.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def turn(paper: QAbstractItemView) -> None:
    """Send one notch of the wheel."""
    middle, none = QPointF(400, 300), QPoint()
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, middle, none, QPoint(0, -120), Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(paper.viewport(), event)


def summed(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"middle": ordered[len(ordered) // 2], "worst": ordered[-1], "late": sum(t > LATE for t in times)}


if __name__ == "__main__":
    runs: dict[str, Callable[[Path], dict[str, float]]] = {
        "bare": lambda _: bare(),
        "first": first,
        "desk": desk,
        "act": act,
        "type": lambda library: desk(library, CORPUS),
    }
    print(json.dumps(runs[sys.argv[1]](Path(sys.argv[2]))))
    sys.stdout.flush()
    os._exit(0)  # without the exit of Qt
