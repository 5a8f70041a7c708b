"""Power cuts: the possible contents of a disk after one, derived from a record of all writes of a life in a library.

A process imports, annotates, drafts, types and writes sidecars, and reports when each step is done; strace records
every write, sync and renaming of it. Then a power cut is simulated between any two calls. The disk then contains:

- of a file, everything written before its last ``fsync`` or ``fdatasync``; of what was written since, any sectors of
  512 bytes and no others, so that writes are lost, torn and out of order, a growing file has holes of zeros, and the
  beginning of a page may be new and its end old;
- of creations, renamings and deletions, all up to some moment, in their order, as with journalling file systems:
  at least those in a folder that was synced since, and the creation of a file that was synced itself.

What was reported as done must be there: originals byte for byte, documents, notes and drafts; the database must pass
SQLite's own check; the index may be anything, because it is rebuilt automatically. Typed text is synchronised a moment
later (``FLUSH_DELAY``); it is not reported as done here. Not modelled: a disk that reports a sync it has not done,
sectors that go bad, file systems without a journal, and writes through mapped memory, which only SQLite's ``-shm``
uses: it is never kept.
"""

import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import open_desk
from support.damaged_libraries import text

_SECTOR = 512
_TOLD = "told "
_CALLS = (
    "openat,write,pwrite64,pwritev,ftruncate,fallocate,lseek,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,link,linkat"
)
_LINE = re.compile(r"(\d+\.\d+) (\w+)\((.*)\)\s+= (-?\d+|0x[0-9a-f]+)(.*)$")


def live(library: Path, steps: int, seed: int) -> None:
    """A life that reports each step when it is done."""
    chance = random.Random(seed)
    papers = library.parent / "papers"
    papers.mkdir(exist_ok=True)
    with open_desk(library) as desk:
        for number in range(steps):
            what = chance.random()
            held = desk.documents.all()
            if what < 0.3 or not held:
                file = papers / f"paper {number}.txt"
                file.write_text(text(number, 12), encoding="utf-8")
                changes = desk.documents.add(desk.documents.read(file))
                _tell(f"document {next(iter(changes.documents))} {file.name}")
                continue
            one = chance.choice(held)
            unit = chance.choice(desk.documents.content(one.id).units())
            if what < 0.8:
                note = desk.annotations.new(Place(one.id, unit.address), AnnotationKind.NOTE, text=f"note {number}")
                desk.annotations.save(note)
                _tell(f"note {note.id} note {number}")
            else:
                desk.sidecars.catch_up()
        del held


def _tell(what: str) -> None:
    os.write(1, f"{_TOLD}{what}\n".encode())


@dataclass(eq=False)
class _Inode:
    """A file, whatever its name.

    Attributes:
        events: Writes and truncations, in order.
        synced: Number of events that are certainly on the disk.
    """

    events: list[tuple[int, bytes | None]] = field(default_factory=list)
    synced: int = 0
    size: int = 0
    is_folder: bool = False

    def after(self, chance: random.Random, likely: float) -> bytes:
        """The possible contents on the disk."""
        content = bytearray()
        for number, (place, data) in enumerate(self.events):
            is_sure = number < self.synced
            if data is None:
                if is_sure or chance.random() < likely:
                    del content[place:]
                    content.extend(bytes(max(0, place - len(content))))
                continue
            at = 0
            while at < len(data):
                end = min(len(data), at + _SECTOR - (place + at) % _SECTOR)
                if is_sure or chance.random() < likely:
                    content.extend(bytes(max(0, place + end - len(content))))
                    content[place + at : place + end] = data[at:end]
                at = end
        return bytes(content)


@dataclass
class Disk:
    """The events of the files of a folder, call by call."""

    root: str
    names: dict[str, _Inode] = field(default_factory=dict)
    changes: list[tuple[str, str, str, _Inode]] = field(default_factory=list)
    sure: int = 0
    positions: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def take(self, call: str, given: str, result: str, rest: str) -> None:
        """Apply one call."""
        paths = [_plain(found) for found in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', given)]
        number = given.split("<", 1)[0]
        file = _plain(given.split("<", 1)[1].split(">", 1)[0]) if re.match(r"\d+<", given) else ""
        if call == "write" and number == "1" and paths and _TOLD in paths[0]:
            self.told += [line[len(_TOLD) :] for line in paths[0].splitlines() if line.startswith(_TOLD)]
        elif call == "openat":
            self._open(given, result, rest)
        elif call in ("rename", "renameat", "renameat2", "link", "linkat") and self._ours(paths[0]):
            self._change("link" if "link" in call else "rename", paths[0], paths[1])
        elif call in ("unlink", "unlinkat", "rmdir") and self._ours(paths[0]):
            self._change("unlink", paths[0])
        elif call in ("mkdir", "mkdirat") and self._ours(paths[0]):
            self.names[paths[0]] = _Inode(is_folder=True)
            self.changes.append(("create", paths[0], "", self.names[paths[0]]))
        elif file in self.names or file == self.root:
            self._touch(call, file, number, given, result)

    def _ours(self, path: str) -> bool:
        return path.startswith(self.root)

    def _open(self, given: str, result: str, rest: str) -> None:
        path = _plain(rest.lstrip()[1:].split(">", 1)[0]) if rest.lstrip().startswith("<") else ""
        if not self._ours(path):
            return
        self.positions[result] = 0
        if path not in self.names and "O_CREAT" in given:
            self.names[path] = _Inode()
            self.changes.append(("create", path, "", self.names[path]))
        inode = self.names.get(path)
        if inode is not None and "O_TRUNC" in given and inode.size:
            inode.events.append((0, None))
            inode.size = 0
        if inode is not None and "O_APPEND" in given:
            self.positions[result] = inode.size

    def _change(self, kind: str, path: str, other: str = "") -> None:
        inode = self.names.get(path)
        if inode is None:
            return
        self.changes.append((kind, path, other, inode))
        if kind != "link":
            del self.names[path]
        if other:
            for name in [name for name in self.names if name.startswith(f"{path}/")]:
                self.names[other + name[len(path) :]] = self.names.pop(name)
            self.names[other] = inode

    def _touch(self, call: str, file: str, number: str, given: str, result: str) -> None:
        if call in ("fsync", "fdatasync"):
            inode = self.names.get(file)
            if inode is not None and not inode.is_folder:
                inode.synced = len(inode.events)
            for at, (_, path, other, changed) in enumerate(self.changes):
                in_folder = any(one.rpartition("/")[0] == file for one in (path, other) if one)
                if in_folder or (changed is inode and inode is not None and not inode.is_folder):
                    self.sure = max(self.sure, at + 1)
            return
        inode = self.names.get(file)
        if inode is None or inode.is_folder:
            return
        if call == "lseek":
            self.positions[number] = int(result)
        elif call == "ftruncate":
            size = int(given.rsplit(",", 1)[1])
            inode.events.append((size, None))
            inode.size = size
        elif call in ("write", "pwrite64"):
            data = _bytes(re.findall(r'"((?:\\x[0-9a-f]{2})*)"', given)[0])[: int(result)]
            place = int(given.rsplit(",", 1)[1]) if call == "pwrite64" else self.positions.get(number, 0)
            inode.events.append((place, data))
            inode.size = max(inode.size, place + len(data))
            if call == "write":
                self.positions[number] = place + len(data)

    def cut(self, target: Path, chance: random.Random) -> None:
        """Write the possible contents of the disk if power is cut now."""
        names: dict[str, _Inode] = {}
        kept = chance.randint(self.sure, len(self.changes))
        for kind, path, other, inode in self.changes[:kept]:
            if kind in ("rename", "unlink"):
                names.pop(path, None)
            if kind == "rename":
                for name in [name for name in names if name.startswith(f"{path}/")]:
                    names[other + name[len(path) :]] = names.pop(name)
            if kind != "unlink":
                names[other or path] = inode
        likely = chance.choice((0.0, 1.0, chance.random()))
        for name in sorted(names):
            place = target / name[len(self.root) :].lstrip("/")
            if names[name].is_folder:
                place.mkdir(parents=True, exist_ok=True)
            elif not name.endswith("-shm"):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(names[name].after(chance, likely))


def _plain(escaped: str) -> str:
    return _bytes(escaped).decode(errors="surrogateescape")


def _bytes(escaped: str) -> bytes:
    if "\\x" not in escaped:
        return escaped.encode()
    return bytes.fromhex(escaped.replace("\\x", ""))


def record(folder: Path, steps: int, seed: int) -> list[tuple[str, str, str, str]]:
    """Run a life under strace: all calls, in order."""
    library = folder / "library"
    command = [sys.executable, "-m", "evaluation.powerloss", str(library), str(steps), str(seed)]
    traced = ["strace", *"-ff -ttt -y -xx -s 100000000 -e".split(), f"trace={_CALLS}", "-o", str(folder / "log")]
    subprocess.run([*traced, *command], cwd=Path(__file__).parent.parent, check=True, capture_output=True)
    calls: list[tuple[float, str, str, str, str]] = []
    for log in folder.glob("log.*"):
        for line in log.read_text(encoding="ascii", errors="replace").splitlines():
            match = _LINE.match(line)
            if match and not match[4].startswith("-"):
                calls.append((float(match[1]), match[2], match[3], match[4], match[5]))
        log.unlink()
    return [call[1:] for call in sorted(calls, key=lambda call: call[0])]


def verdict(library: Path, told: list[str]) -> str:
    """Problems of a library after a power cut; empty if everything reported is there and complete."""
    if not told and not (library / "library.sqlite3").exists():
        return ""
    try:
        with open_desk(library) as desk:
            state = desk.check()
            held = {held.id: held.file_name for held in desk.documents.all()}
            notes = {str(note.id): note.text for note in desk.annotations.all()}
    except DeskError as error:
        return f"not opened: {type(error).__name__} {ast.literal_eval(repr(str(error)))}"
    if not state.ok:
        return f"not whole: {state}"
    for line in told:
        kind, key, what = line.split(" ", 2)
        there = held.get(int(key)) if kind == "document" else notes.get(key)  # type: ignore[call-overload]  # a number
        if there != what:
            return f"lost: {kind} {key}"
    return ""


def cuts(calls: list[tuple[str, str, str, str]], root: Path, many: int, chance: random.Random) -> Iterator[str]:
    """Cut power at many moments of a life: the problems of each, or none."""
    moments = sorted(chance.randrange(len(calls) + 1) for _ in range(many))
    disk, at = Disk(str(root / "library")), 0
    for moment in moments:
        while at < moment:
            disk.take(*calls[at])
            at += 1
        after = root / "after"
        shutil.rmtree(after, ignore_errors=True)
        disk.cut(after, chance)
        yield verdict(after, disk.told)


def run(many: int, seed: int, steps: int = 25, seconds: float = float("inf")) -> tuple[int, list[str]]:
    """The number of cuts, and the problems after some."""
    chance, began = random.Random(seed), time.monotonic()
    made, wrong = 0, []
    while made < many and time.monotonic() - began < seconds:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            calls = record(folder, steps, chance.randrange(2**32))
            for found in cuts(calls, folder, min(40, many - made), chance):
                made += 1
                if found:
                    wrong.append(found)
                if time.monotonic() - began >= seconds:
                    break
    return made, wrong


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R3 in one line."""
    if not shutil.which("strace"):
        return False, "not tried: strace is not installed"
    made, wrong = run(10**9, seed, seconds=seconds)
    told = f"{made} power cuts with lost, torn and reordered sectors, {len(wrong)} with a loss or a fault"
    return not wrong, "; ".join([told, *wrong[:3]])


if __name__ == "__main__":
    live(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
