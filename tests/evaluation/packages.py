"""Packages between libraries without end: random histories, imported in random orders, repeatedly, give one state.

Three people write, change, delete, import what the others packed, remove some of it, and pack; with or without files,
with or without internal content, all or only the changes since. Then two more libraries import all packages, each in
its own order, some twice: what they have of others must be the same, whatever came first, and our own content must be
the same as before each package. Packages with changed bytes are read or refused, and change nothing.
"""

import random
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.library.errors import UnreadablePackageError
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from support.package_exchange import brought, kept, noted, paragraph

WRITERS = ("anna", "bela", "carl")
_WORDS = "quiet hours ports night ferries berth noise power shore limit".split()


@dataclass
class Report:
    """Trials, and failures."""

    histories: int = 0
    packages: int = 0
    taken: int = 0
    harmed: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.histories} histories, {self.packages} packages, imported {self.taken} times in random order, "
            f"{self.harmed} with bytes changed; {len(self.broken)} broken"
        )


def run(seconds: float, seed: int, histories: int | None = None) -> Report:
    """Try one history after the other until the time is over, or a given number."""
    report = Report()
    until = time.monotonic() + seconds
    while report.histories < histories if histories is not None else time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            _history(Path(folder), random.Random(f"{seed} {report.histories}"), report)
        report.histories += 1
    return report


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """True if all held, and the figure."""
    report = run(seconds, seed)
    return not report.broken, "; ".join([str(report), *report.broken[:3]])


def _history(folder: Path, chance: random.Random, report: Report) -> None:
    with ExitStack() as opened:
        writers = [opened.enter_context(open_desk(folder / name)) for name in WRITERS]
        for name, desk in zip(WRITERS, writers, strict=True):
            desk.people.set_name(name)
            brought(desk, folder)
        files: list[Path] = []
        marks: dict[int, int] = {}
        for step in range(chance.randrange(10, 40)):
            at = chance.randrange(len(writers))
            _act(writers[at], at, chance, files, folder / f"{step}.ddpack", marks, report)
        for at, desk in enumerate(writers):  # the latest changes are sent too
            _pack(desk, files, folder / f"last-{at}.ddpack", PackageContents(internal=chance.random() < 0.5), report)
        report.packages += len(files)
        states = []
        for name in ("one", "two"):
            observer = opened.enter_context(open_desk(folder / name))
            brought(observer, folder)
            order = [*files, *chance.sample(files, min(3, len(files)))]
            chance.shuffle(order)
            for file in order:
                _take(observer, file, report)
            states.append(kept(observer))
        if states[0] != states[1]:
            report.broken.append(f"history {report.histories}: two orders, two states")
        if files:
            _harm(writers[0], chance.choice(files), folder / "harmed.ddpack", chance, report)


def _act(
    desk: Desk, at: int, chance: random.Random, files: list[Path], target: Path, marks: dict[int, int], report: Report
) -> None:
    document = desk.documents.all()[0].id
    ours = [one for one in desk.annotations.all() if not one.author]
    what = chance.choice(("note", "note", "edit", "remove", "line", "line", "drop", "take", "take", "refuse", "pack"))
    if what == "note":
        above = chance.choice([None, *desk.annotations.all()])
        place = paragraph(document, chance.randrange(1, 4))
        visibility = chance.choice([*Visibility])
        if above is None or not above.place.address:
            noted(desk, place, _said(chance), visibility=visibility)
        else:
            desk.annotations.save(replace(desk.annotations.reply(above, _said(chance)), visibility=visibility))
    elif what == "edit" and ours:
        one = chance.choice(ours)
        desk.annotations.save(replace(one, text=_said(chance), visibility=chance.choice([*Visibility])))
    elif what == "remove" and ours:
        desk.annotations.remove(chance.choice(ours).id)
    elif what == "line":
        address = Address(f"para_{chance.randrange(1, 4)}")
        stance = chance.choice([None, *Stance])
        desk.positions.set_item(
            document, PositionEntry(address, stance, comment=_said(chance), internal=f"secret {_said(chance)}")
        )
    elif what == "drop":
        desk.positions.set_item(document, PositionEntry(Address(f"para_{chance.randrange(1, 4)}")))
    elif what == "take" and files:
        _take(desk, chance.choice(files), report)
    elif what == "refuse":
        theirs = [one for one in desk.annotations.all() if one.author]
        if theirs:
            desk.annotations.remove(chance.choice(theirs).id)
    elif what == "pack":
        since = marks.get(at) if chance.random() < 0.4 else None
        choice = PackageContents(
            originals=chance.random() < 0.5,
            internal=chance.random() < 0.4,
            includes_others=chance.random() < 0.6,
            since=since,
        )
        marks[at] = desk.packages.mark()
        _pack(desk, files, target, choice, report)


def _pack(desk: Desk, files: list[Path], target: Path, choice: PackageContents, report: Report) -> None:
    finish(desk.packages.write(target, choice))
    files.append(target)
    package = desk.packages.read(target)
    if not choice.internal and any("secret" in thing.content for thing in package.items):
        report.broken.append(f"history {report.histories}: what is internal left")


def _take(desk: Desk, file: Path, report: Report) -> None:
    before = _ours(desk)
    desk.packages.merge(file)
    report.taken += 1
    if _ours(desk) != before:
        report.broken.append(f"history {report.histories}: what is ours was changed")
    again = kept(desk)
    if report.taken % 7 == 0:
        desk.packages.merge(file)
        if kept(desk) != again:
            report.broken.append(f"history {report.histories}: taken in twice, another state")


def _ours(desk: Desk) -> tuple[list[Annotation], list[Position]]:
    annotations = [one for one in desk.annotations.all() if not one.author]
    return annotations, [desk.positions.get(DocumentId(one.id)) for one in desk.documents.all()]


def _said(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=3))


def _harm(desk: Desk, file: Path, target: Path, chance: random.Random, report: Report) -> None:
    """Change bytes of a package: a refused package changes nothing."""
    for _ in range(20):
        content = bytearray(file.read_bytes())
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        target.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
        before = kept(desk)
        report.harmed += 1
        began = time.process_time()
        try:
            desk.packages.merge(target)
        except UnreadablePackageError:
            if kept(desk) != before:
                report.broken.append(f"history {report.histories}: refused, and changed something")
            if time.process_time() - began > 5.0:
                report.broken.append(f"history {report.histories}: refused late")
