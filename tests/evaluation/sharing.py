"""People who share a folder: however it is synchronised, in the end everybody has what each of them wrote, and no more.

Each person has a copy of the folder. The synchronisation transfers files in any order, sometimes incomplete, twice with
the name of a conflict, or only after a long time. Meanwhile people write, change and delete, on their own documents and
those of others. When all have everything, each library must show of each other person exactly the notes and provisions
in that person's own library, and its own must be unchanged.
"""

import contextlib
import json
import random
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
import xml.etree.ElementTree as Xml
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.exchange import shared_folder
from evaluation.survival_life import paper

_KEY = "a-key-for-this-test"


def is_installed() -> bool:
    return shutil.which("syncthing") is not None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Syncthings:
    """One Syncthing for each folder, each with its own home, known to all others."""

    def __init__(self, folders: list[Path], scratch: Path) -> None:
        self._folders = folders
        self._homes = [scratch / f"syncthing {n}" for n in range(len(folders))]
        self._gui = [_free_port() for _ in folders]
        self._listens = [_free_port() for _ in folders]
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        ids = [self._generate(n) for n in range(len(self._folders))]
        for n in range(len(self._folders)):
            self._configure(n, ids)
            self.start(n)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for n in list(self._running):
            self.stop(n)

    def start(self, n: int) -> None:
        """Let one synchronise again."""
        self._running[n] = subprocess.Popen(
            ["syncthing", "serve", "--home", str(self._homes[n]), "--no-browser", "--no-restart", "--no-upgrade"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                self._ask(n, "system/status")
                return
            time.sleep(0.2)
        raise RuntimeError("Syncthing did not start")

    def stop(self, n: int) -> None:
        """Switch one off, like a laptop that is closed."""
        running = self._running.pop(n)
        running.terminate()
        running.wait(30)

    def _generate(self, n: int) -> str:
        command = ["syncthing", "generate", "--home", str(self._homes[n]), "--no-default-folder", "--skip-port-probing"]
        subprocess.run(command, check=True, capture_output=True)
        found = subprocess.run(
            ["syncthing", "--device-id", "--home", str(self._homes[n])], check=True, capture_output=True, text=True
        )
        return found.stdout.split()[-1]

    def _configure(self, n: int, ids: list[str]) -> None:
        """Let it know the others at this machine's own address only."""
        path = self._homes[n] / "config.xml"
        tree = Xml.parse(path)
        root = tree.getroot()
        for old in [*root.findall("device"), *root.findall("folder")]:
            root.remove(old)
        for m, one in enumerate(ids):
            device = Xml.SubElement(root, "device", {"id": one, "name": f"device {m}"})
            Xml.SubElement(device, "address").text = f"tcp://127.0.0.1:{self._listens[m]}"
        attributes = {"id": "shared", "path": str(self._folders[n]), "type": "sendreceive", "rescanIntervalS": "2"}
        folder = Xml.SubElement(root, "folder", {**attributes, "fsWatcherEnabled": "true", "fsWatcherDelayS": "1"})
        for one in ids:
            Xml.SubElement(folder, "device", {"id": one})
        gui = root.find("gui")
        options = root.find("options")
        assert gui is not None
        assert options is not None
        _set(gui, "address", f"127.0.0.1:{self._gui[n]}")
        _set(gui, "apikey", _KEY)
        _set(options, "listenAddress", f"tcp://127.0.0.1:{self._listens[n]}")
        for name in ("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled"):
            _set(options, name, "false")
        for name, value in (("reconnectionIntervalS", "2"), ("urAccepted", "-1"), ("crashReportingEnabled", "false")):
            _set(options, name, value)
        tree.write(path)

    def _ask(self, n: int, what: str) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{self._gui[n]}/rest/{what}", headers={"X-API-Key": _KEY})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)


def _set(parent: Xml.Element, name: str, value: str) -> None:
    for old in parent.findall(name):
        parent.remove(old)
    Xml.SubElement(parent, name).text = value


PEOPLE = 3
_STEPS = 40


class Person:
    """One person, with a library and a copy of the folder."""

    def __init__(self, name: str, desk: Desk, folder: Path, dice: random.Random) -> None:
        self.name = name
        self.desk = desk
        self.folder = folder
        self._dice = dice
        self._written = 0
        desk.people.set_name(name)
        desk.shared_folder.start_sharing(folder)

    def work(self, scratch: Path) -> None:
        """Write, change or delete something."""
        held = self.desk.documents.all()
        if not held or self._dice.random() < 0.1:
            self._bring(scratch)
            return
        place = Place(self._dice.choice(held).id, Address(f"para_{self._dice.randint(1, 3)}"))
        ours = [note for note in self.desk.annotations.all() if not note.author]
        self._written += 1
        words = f"{self.name} {self._written}"
        deed = self._dice.random()
        if deed < 0.4 or not ours:
            made = self.desk.annotations.new(place, AnnotationKind.NOTE, text=words, visibility=Visibility.CIRCULATION)
            self.desk.annotations.save(made)
        elif deed < 0.6:
            self.desk.annotations.save(replace(self._dice.choice(ours), text=words))
        elif deed < 0.75:
            self.desk.annotations.remove(self._dice.choice(ours).id)
        elif deed < 0.9:
            self.desk.positions.set_item(place.document, PositionEntry(place.address, comment=words))
        else:
            self.desk.positions.remove_item(place.document, place.address)

    def _bring(self, scratch: Path) -> None:
        token = f"{self.name.replace(' ', '')}{self._dice.randint(0, 10**9)}"
        path = scratch / f"{token}.txt"
        path.write_text(paper(f"ST {self._dice.randint(1000, 9999)}/26", token, 3), encoding="utf-8")
        list(self.desk.documents.import_files([path]))

    def exchange(self) -> None:
        finish(self.desk.shared_folder.exchange())

    def wrote(self) -> set[tuple[str, str, str]]:
        """Our own content for others: by the document's hash, the place and the words."""
        hashes = {held.id: held.sha256 for held in self.desk.documents.all()}
        notes = {
            (hashes[note.place.document], note.place.address, note.text)
            for note in self.desk.annotations.all()
            if not note.author
        }
        lines = {
            (hashes[document], item.address, item.comment)
            for document in self.desk.positions.documents()
            for item in self.desk.positions.get(document).items
        }
        return {(sha256, str(address), text) for sha256, address, text in notes | lines}

    def sees(self, other: "Person") -> set[tuple[str, str, str]]:
        """The content of another person that is shown here."""
        author = other.desk.people.own_person().id
        hashes = {held.id: held.sha256 for held in self.desk.documents.all()}
        found = {
            (hashes[note.place.document], str(note.place.address), note.text)
            for note in self.desk.annotations.all()
            if note.author == author
        }
        for document, sha256 in hashes.items():
            for person, item, _ in self.desk.packages.positions_for_document(document):
                if person.id == author:
                    found.add((sha256, str(item.address), item.comment))
        return found


class BadEngine:
    """Synchronises copies of a folder as badly as real programs do."""

    def __init__(self, people: list[Person], dice: random.Random) -> None:
        self._people = people
        self._dice = dice

    def carry(self, share: float) -> None:
        """Transfer some missing files from where they were written."""
        for person in self._people:
            own = person.folder / person.desk.people.own_person().id
            for file in sorted(own.glob("*.ddpack")):
                for other in self._people:
                    there = other.folder / own.name / file.name
                    is_whole = there.exists() and there.stat().st_size == file.stat().st_size
                    if not is_whole and self._dice.random() < share:
                        self._bring(file, there, whole=share == 1)

    def _bring(self, file: Path, there: Path, *, whole: bool) -> None:
        there.parent.mkdir(exist_ok=True)
        content = file.read_bytes()
        if not whole and self._dice.random() < 0.3:
            there.write_bytes(content[: self._dice.randrange(len(content))])
            return
        there.write_bytes(content)
        if self._dice.random() < 0.1:
            shutil.copy(there, there.with_name(f"{there.stem}.sync-conflict-20260304-101112-ABCDEFG.ddpack"))


def story(seed: int, engine_of: str = "bad") -> tuple[int, list[str]]:
    """One complete story: its number of steps, and the problems at its end."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        scratch = Path(place)
        count = 2 if engine_of == "syncthing" else PEOPLE
        folders = [scratch / f"folder {n}" for n in range(count)]
        for folder in folders:
            folder.mkdir()
        desks = [stack.enter_context(open_desk(scratch / f"library {n}")) for n in range(count)]
        people = [
            Person(f"Person {n}", desk, folder, dice)
            for n, (desk, folder) in enumerate(zip(desks, folders, strict=True))
        ]
        if engine_of == "syncthing":
            return _STEPS, _with_syncthing(people, stack.enter_context(Syncthings(folders, scratch)), scratch, dice)
        engine = BadEngine(people, dice)
        for _ in range(_STEPS):
            person = dice.choice(people)
            person.work(scratch)
            if dice.random() < 0.5:
                person.exchange()
            if dice.random() < 0.5:
                engine.carry(0.3)
        for _ in range(2):
            for person in people:
                person.exchange()
            engine.carry(1)
        for person in people:
            person.exchange()
        return _STEPS, differences(people)


def _with_syncthing(people: list[Person], engines: Syncthings, scratch: Path, dice: random.Random) -> list[str]:
    """The same with Syncthing, with one end switched off for a while."""
    for n in range(_STEPS):
        if n == _STEPS // 4:
            engines.stop(1)
        if n == 3 * _STEPS // 4:
            engines.start(1)
        person = dice.choice(people)
        person.work(scratch)
        if dice.random() < 0.6:
            person.exchange()
    for person in people:
        person.exchange()
    deadline = time.monotonic() + 120
    while (wrong := differences(people)) and time.monotonic() < deadline:
        time.sleep(1)
        for person in people:
            person.exchange()
    return wrong


def differences(people: list[Person]) -> list[str]:
    """Content that one shows of another who did not write it, or the other way round."""
    found = []
    for person in people:
        for other in people:
            if person is other:
                continue
            lacks, has = other.wrote() - person.sees(other), person.sees(other) - other.wrote()
            if lacks or has:
                found.append(f"{person.name} lacks {len(lacks)} and has {len(has)} too many of {other.name}")
    return found


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """The figure for the table of RELIABILITY.md."""
    shared_folder._PATIENCE = 0.0  # a file need not wait ten minutes here
    began, stories, steps, wrong = time.monotonic(), 0, 0, []
    while not stories or time.monotonic() - began < seconds:
        many, problems = story(seed + stories)
        stories, steps = stories + 1, steps + many
        wrong += [f"story {seed + stories - 1}: {problem}" for problem in problems]
    said = (
        f"{stories} stories of {PEOPLE} people, {steps} steps, with a bad engine: {len(wrong)} differences at the end"
    )
    if is_installed():
        _, problems = story(seed, "syncthing")
        wrong += problems
        said += f"; with Syncthing, one end away for half of it: {len(problems)}"
    return not wrong, "; ".join([said, *wrong[:3]])
