"""Disks that are full, read-only, or disconnected: each action of a delegate, on small file systems of our own.

Each action is tried on a full disk, on a read-only one, under a limit on the file size, and on one that was
disconnected while the library was open. It succeeds or gives the reason in one sentence; nothing else may happen. Then
there is space again: the same action is done, and everything saved before is there and complete.

A file opened before a disk became read-only can still be written on Linux, until it is opened again.

Not tested: quotas of a user (``EDQUOT`` is treated as a full disk, and no file system with quotas was mounted), network
shares (refused), real USB sticks and cards, faulty controllers, and disks under Windows and macOS.
"""

import contextlib
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from delegate_desk import settings
from delegate_desk.cli.command_result import explain
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.errors import SettingsNotKeptError
from delegate_desk.core.meetings.meeting import CaptureDraft
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from support.damaged_libraries import text


@contextlib.contextmanager
def stick(folder: Path) -> Iterator[Path]:
    """A small file system in memory.

    Raises:
        PermissionError: If mounting is not permitted.
    """
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        raise PermissionError("mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


def can_mount() -> bool:
    """True if small file systems can be mounted."""
    try:
        with tempfile.TemporaryDirectory() as name, stick(Path(name) / "stick"):
            return True
    except (PermissionError, FileNotFoundError):
        return False


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    """No space is left on the disk of a folder."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1024 * 1024, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    try:
        yield
    finally:
        ballast.unlink()


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The disk of a folder is read-only: a bind mount over itself."""
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextlib.contextmanager
def limited(folder: Path) -> Iterator[None]:
    """No file of this process may grow beyond a number of bytes (``ulimit -f``); Python ignores the signal."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


TROUBLES: dict[str, Callable[[Path], contextlib.AbstractContextManager[None]]] = {
    "full": full,
    "read only": read_only,
    "limited": limited,
}


class Deeds:
    """The actions of a delegate, each time a little different."""

    def __init__(self, desk: Desk, papers: Path) -> None:
        self._desk = desk
        self._papers = [papers / f"paper {number}.txt" for number in range(8)]
        for number, file in enumerate(self._papers):
            file.write_text(text(number, 200), encoding="utf-8")
        self._number = 0
        self._meeting = desk.meetings.new("Working Party on Shipping")
        desk.meetings.save(self._meeting)

    def every(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        return {
            "open": self._open,
            "import": self._bring_in,
            "annotate": self._annotate,
            "position": self._draw_up,
            "capture": lambda: self._desk.meetings.capture(self._meeting.id, f"FR+ {self._next()} all is well"),
            "draft": lambda: self._desk.capture_draft.save(CaptureDraft(self._meeting.id, None, f"FR+ {self._next()}")),
            "export": self._export,
            "settings": self._set,
            "sidecars": self._desk.sidecars.catch_up,
            "backup": lambda: finish(self._desk.backups.back_up()),
            "index": self._index,
            "trash": self._remove,
        }

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _first(self) -> Place:
        held = self._desk.documents.all()[0]
        return Place(held.id, self._desk.documents.content(held.id).units()[0].address)

    def _bring_in(self) -> None:
        self._desk.documents.add(self._desk.documents.read(self._papers.pop()))

    def _annotate(self) -> None:
        note = self._desk.annotations.new(self._first(), AnnotationKind.NOTE, text=f"note {self._next()} " * 40_000)
        self._desk.annotations.save(note)

    def _open(self) -> None:
        """As another program on the same library."""
        with open_desk(self._desk.folder) as another:
            another.documents.all()

    def _draw_up(self) -> None:
        place = self._first()
        self._desk.positions.set_item(
            place.document, PositionEntry(place.address, comment=f"ours {self._next()} " * 40_000)
        )

    def _export(self) -> None:
        target = self._desk.folder.parent / "position.docx"
        self._desk.export.write(self._first().document, ExportKind.POSITION, target, ExportOptions(delegation="EL"))

    def _set(self) -> None:
        file = self._desk.folder.parent / "settings.json"
        try:
            settings.save(file, settings.Settings())
        except OSError as error:  # as in the window
            raise SettingsNotKeptError(str(file), error.strerror or "") from error

    def _index(self) -> None:
        list(self._desk.indexing.rebuild())

    def _remove(self) -> None:
        held = self._desk.documents.all()[-1]
        self._desk.documents.remove(held.id)
        self._desk.documents.restore(held.id)


def sentence(deed: Callable[[], object]) -> str:
    """The message of an action that fails; empty if it succeeds.

    Raises:
        Exception: Any error without a sentence.
    """
    try:
        deed()
    except DeskError as error:
        return explain(error)
    return ""


def trial(folder: Path, papers: Path, trouble: str) -> Iterator[tuple[str, str, str]]:
    """Try every action in one kind of trouble: its name, its message, and the problem, if any."""
    papers.mkdir(exist_ok=True)
    with open_desk(folder / "library") as desk:
        deeds = Deeds(desk, papers).every()
        for deed in deeds.values():
            deed()
        kept = {note.id: note.text for note in desk.annotations.all()}
        for name, deed in deeds.items():
            said, wrong = "", ""
            with TROUBLES[trouble](folder):
                try:
                    said = sentence(deed)
                except Exception as error:
                    wrong = f"{type(error).__name__}: {error}"
            there = {note.id: note.text for note in desk.annotations.all()}
            if kept.items() - there.items():
                wrong = wrong or "a note is lost"
            try:
                deed()
            except Exception as error:
                wrong = wrong or f"does not go on: {type(error).__name__}: {error}"
            kept = {note.id: note.text for note in desk.annotations.all()}
            yield name, said, wrong
        state = desk.check()
        yield "check", "", "" if state.ok else str(state)


def pulled_away(folder: Path, papers: Path) -> Iterator[tuple[str, str, str]]:
    """Try every action on a disconnected disk, and open the library when it is back."""
    papers.mkdir(exist_ok=True)
    keep = folder.parent / "keep"
    keep.mkdir()
    with stick(folder):
        subprocess.run(
            ["mount", "--bind", str(folder), str(keep)], check=True
        )  # the contents of the disk survive the disconnection
        try:
            with open_desk(folder / "library") as desk:
                deeds = Deeds(desk, papers).every()
                for deed in deeds.values():
                    deed()
                kept = {note.id: note.text for note in desk.annotations.all()}
                subprocess.run(["umount", "-l", str(folder)], check=True)
                for name, deed in deeds.items():
                    if name == "open":  # a missing library is created
                        continue
                    try:
                        yield name, sentence(deed), ""
                    except Exception as error:
                        yield name, "", f"{type(error).__name__}: {error}"
            subprocess.run(["mount", "--bind", str(keep), str(folder)], check=True)
            with open_desk(folder / "library") as desk:
                there = {note.id: note.text for note in desk.annotations.all()}
                lost = kept.items() - there.items()
                state = desk.check()
                yield "back again", "", "a note is lost" if lost else "" if state.ok else str(state)
        finally:
            subprocess.run(["umount", "-l", str(keep)], capture_output=True, check=False)


def run() -> list[tuple[str, str, str, str]]:
    """Every trouble and every action: the message, and the problem."""
    found = []
    for trouble in TROUBLES:
        with tempfile.TemporaryDirectory() as name, stick(Path(name) / "stick") as folder:
            found += [(trouble, *one) for one in trial(folder, Path(name) / "papers", trouble)]
    with tempfile.TemporaryDirectory() as name:
        found += [("pulled away", *one) for one in pulled_away(Path(name) / "stick", Path(name) / "papers")]
    return found


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R2 in one line."""
    if not can_mount():
        return False, "not tried: this needs to mount small file systems, as root"
    began, tried, wrong = time.monotonic(), 0, list[str]()
    while not tried or time.monotonic() - began < seconds:
        found = run()
        tried += len(found)
        wrong += [f"{trouble}, {name}: {fault}" for trouble, name, _, fault in found if fault]
    said = f"{tried} actions on full, read-only, limited and disconnected disks: {len(wrong)} with a loss or"
    return not wrong, "; ".join([f"{said} without a message", *wrong[:3]])
