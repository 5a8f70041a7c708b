"""Kills at every instant: a process ends at its first, second, third… file operation, for each kind of maintenance.

Half of the data being written is then on the disk. Each time the index must open with its old or its new contents, and
repeating the operation must complete it. Where processes cannot be forked there is no such test.
"""

import builtins
import io
import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search import index as search_index
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from evaluation.kills import LIBRARY, Model

_KILLED = 9


class Instants:
    """Counts file operations, and ends the process at one of them."""

    def __init__(self, folder: Path, last: int) -> None:
        self._folder = str(folder)
        self._left = last

    def watch(self) -> None:
        """Start counting."""
        for name in ("fsync", "replace", "rename", "unlink", "remove"):
            setattr(os, name, self._before(getattr(os, name)))
        plain = io.open

        def opened(path: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
            if not str(path).startswith(self._folder) or not set(mode) & set("wxa+"):
                return plain(path, mode, *args, **kwargs)
            self.pass_by()
            return _Written(plain(path, mode, *args, **kwargs), self)

        vars(builtins)["open"] = vars(io)["open"] = opened

    def _before(self, job: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            self.pass_by()
            return job(*args, **kwargs)

        return watched

    def pass_by(self, first: Callable[[], object] = lambda: None) -> None:
        """One instant."""
        self._left -= 1
        if self._left == 0:
            first()
            os._exit(_KILLED)


class _Written:
    """A file whose every write goes to the disk at once."""

    def __init__(self, file: Any, instants: Instants) -> None:
        self._file = file
        self._instants = instants

    def write(self, data: Any) -> int:
        def half() -> None:
            self._file.write(data[: len(data) // 2])
            self._file.flush()

        self._instants.pass_by(half)
        written = int(self._file.write(data))
        self._file.flush()
        return written

    def __enter__(self) -> "_Written":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@dataclass
class Case:
    """One kind of maintenance.

    Attributes:
        change: Whether the index must have its new contents at the next change, not its old ones.
        damaged: Whether an index that must be rebuilt is allowed.
    """

    name: str
    job: Callable[[SearchIndex, Model], object]
    change: bool = False
    damaged: bool = False


def _update(index: SearchIndex, model: Model) -> None:
    gone, entries = model.change()
    index.update(model.number, gone, entries)


CASES = [
    Case("a commit", _update, change=True),
    Case("a merge", lambda index, _: list(index.merge_segments())),
    Case("forgetting", lambda index, _: index.purge_dropped()),
    Case("beginning", lambda index, _: index.reset(), damaged=True),
]
_SEED, _BEFORE = 5, 12


def run(case: Case, step: int = 1, cipher: Cipher = PLAIN) -> tuple[int, list[str]]:
    """End a process at each instant, or at one of some: their number, and the problems."""
    search_index.REST = 0.0
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "sound"
        index, model = SearchIndex(sound, LIBRARY, cipher), Model(_SEED)
        index.open()
        while model.number < _BEFORE:
            _update(index, model)
        index.close()
        problems: list[str] = []
        for tried, instant in enumerate(count(1, step)):
            copy = Path(folder) / f"at {instant}"
            shutil.copytree(sound, copy)
            child = os.fork()
            if child == 0:
                _end_at(copy, case, instant, cipher)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if status not in (0, _KILLED):
                problems.append(f"{case.name} at {instant}: ended with {status}")
            problem = _problem(copy, case, cipher, is_done=status == 0)
            if problem:
                problems.append(f"{case.name} at {instant}: {problem}")
            shutil.rmtree(copy)
            if status != _KILLED:
                return tried, problems
        return 0, problems


def _end_at(folder: Path, case: Case, instant: int, cipher: Cipher) -> NoReturn:
    try:
        index = SearchIndex(folder, LIBRARY, cipher)
        index.open()
        index.count()
        Instants(folder, instant).watch()
        case.job(index, Model(_SEED).at_least(_BEFORE))
        os._exit(0)
    except BaseException:
        logging.exception("%s at %d", case.name, instant)
    os._exit(1)


def _problem(folder: Path, case: Case, cipher: Cipher, *, is_done: bool) -> str:
    index = SearchIndex(folder, LIBRARY, cipher)
    try:
        index.open()
    except IndexDamagedError:
        if not case.damaged:
            return "damaged"
        index.reset()
    before = Model(_SEED).at_least(0 if case.damaged and index.mark() == 0 else _BEFORE)
    after = Model(before.seed, before.number, dict(before.held))
    if case.change:
        after.change()
    problem = after.problem(index)
    if problem and not is_done:
        problem = before.problem(index)
    if problem:
        return problem
    if not before.number <= index.mark() <= after.number:
        return f"mark {index.mark()}"
    if case.change:
        case.job(index, before)
    else:
        case.job(index, after)
    list(index.verify())
    stray = [path.name for path in folder.iterdir() if path.name.endswith(".part") or ".toc." in path.name]
    problem = f"left behind: {stray}" if stray else (Model(0) if case.damaged else after).problem(index)
    index.close()
    return problem
