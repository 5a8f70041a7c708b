"""Goes the way of somebody who has never seen the program, on a bare Debian before a real screen, with a picture each.

.venv/bin/python packaging/build/newcomer.py dist/delegate-desk_VERSION_amd64.deb FOLDER [--language LOCALE] [--dark]

Only what the screen itself says is used. It needs root, debootstrap, Xvfb, openbox, xdotool and ImageMagick.
"""

import argparse
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.oxml.ns import qn

from bare_debian import BareDebian
from screen_driver import HEIGHT, WIDTH, LateError, Screen, wait

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "resources" / "samples" / "ST-99101-2026-INIT_en.pdf"
PHRASE = "reversing alarms"
WHY = "Our ports cannot replace every alarm before 2030."
CHANGE = "where practicable, "
TOOLS = ("debootstrap", "chroot", "Xvfb", "xdpyinfo", "openbox", "xdotool", "import")
LONGEST = 300
"""Seconds in which a first position is to be written and sent."""
_FILE, _TITLE, _SEARCH = (1190, 690), (WIDTH // 2, 10), (720, 41)
"""Where on the screen the file lies that is dragged, and where the window has its title and its box for searching."""


class Newcomer:
    """Somebody before a screen.

    Attributes:
        taken: The steps that were taken: the name of the picture and the seconds since the program was started.
    """

    def __init__(self, system: BareDebian, screen: Screen, pictures: Path, language: str) -> None:
        self._system = system
        self._screen = screen
        self._pictures = pictures
        self._language = language
        self._began = time.monotonic()
        self.taken: list[tuple[str, float]] = []

    def steps(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The way, in its order."""
        return (
            ("welcome", self._start),
            ("delegation", self._choose),
            ("dragged", self._drag),
            ("dropped", self._drop),
            ("sought", self._seek),
            ("found", lambda: self._screen.keys("Return")),
            ("red-line", self._annotate),
            ("draft", self._draft),
            ("wording", self._reword),
            ("comment", self._comment),
            ("export", lambda: self._screen.keys("ctrl+e")),
            ("written", self._export),
            ("back", lambda: self._screen.keys("Escape")),
        )

    def go(self, until: int) -> None:
        """Take the steps, and keep a picture of what each brings."""
        for number, (name, step) in enumerate(self.steps()[:until], start=1):
            step()
            self._screen.settle()
            since = time.monotonic() - self._began
            self._screen.picture(self._pictures / f"{number:02}-{name}.png")
            self.taken.append((name, since))
            print(f"{number:02}-{name:<12}{since:6.1f} s", flush=True)

    def letter(self) -> Path:
        """The Word file that was written."""
        found = list(self._system.home.rglob("*.docx"))
        if len(found) != 1:
            raise LateError(f"There are {len(found)} Word files in the newcomer's folder.")
        return found[0]

    def _start(self) -> None:
        self._system.start("delegate-desk-window", display=self._screen.display, language=self._language)
        self._screen.window("Delegate Desk")

    def _choose(self) -> None:
        self._screen.write("be")

    def _drag(self) -> None:
        file = self._system.give(PAPER, "Downloads")
        self._lying = self._screen.start(sys.executable, str(Path(__file__).with_name("dragged_file.py")), file)
        self._screen.window("Downloads")
        self._screen.settle()
        self._screen.drag(_FILE, (WIDTH // 2, HEIGHT // 2))

    def _drop(self) -> None:
        self._screen.drop()
        wait("the drop", lambda: self._lying.poll() is not None)
        self._screen.click(*_TITLE)

    def _seek(self) -> None:
        self._screen.click(*_SEARCH)
        self._screen.write(PHRASE)

    def _annotate(self) -> None:
        self._screen.keys("n")
        self._screen.settle()
        self._screen.write(WHY)

    def _draft(self) -> None:
        self._screen.keys("Escape", "ctrl+d")

    def _reword(self) -> None:
        self._screen.keys("ctrl+Home")
        self._screen.write(CHANGE)

    def _comment(self) -> None:
        self._screen.keys("Tab", "Tab")
        self._screen.write(WHY)

    def _export(self) -> None:
        self._screen.keys("Return")
        wait("the Word file", lambda: list(self._system.home.rglob("*.docx")))


def main(arguments: list[str]) -> int:
    """Go the way; the exit status is 1 if it ends before the file does, or takes too long."""
    asked = parse(arguments)
    lacking = missing()
    if lacking:
        print(f"This system lacks: {', '.join(lacking)}.")
        return 2
    pictures: Path = asked.pictures
    pictures.mkdir(parents=True, exist_ok=True)
    system, screen = BareDebian(asked.folder), Screen(asked.display)
    began = time.monotonic()
    if not asked.installed:
        system.make()
        print(f"a bare system   {time.monotonic() - began:6.1f} s", flush=True)
    with system.entered(), screen.on():
        began = time.monotonic()
        if not asked.installed:
            system.install(asked.package)
            print(f"installed       {time.monotonic() - began:6.1f} s", flush=True)
        system.forget()
        if asked.dark:
            _choose_dark(system)
        newcomer = Newcomer(system, screen, pictures, asked.language)
        try:
            newcomer.go(asked.until)
        except LateError as error:
            screen.picture(pictures / "99-where-it-ended.png")
            print(error)
            return 1
        finally:
            system.end()
        if asked.until < len(newcomer.steps()):
            return 0
        letter = newcomer.letter()
        lost = [words for words in (CHANGE.strip(), WHY) if words not in text(letter)]
    seconds = newcomer.taken[-1][1]
    print(f"{letter.name}: {f'lacks {lost}' if lost else 'holds what was typed'}; {seconds:.1f} s in all")
    return 1 if lost or seconds > LONGEST else 0


def missing() -> list[str]:
    """What is not here of what is needed."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    return lacking if os.geteuid() == 0 else [*lacking, "root"]


def text(letter: Path) -> str:
    """All that a Word file says, in paragraphs and in tables."""
    return "".join(word.text or "" for word in docx.Document(str(letter)).element.iter(qn("w:t")))


def parse(arguments: list[str]) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="newcomer.py", description=__doc__.splitlines()[0])
    parser.add_argument("package", type=_package, help="the Debian package")
    parser.add_argument("pictures", type=Path, help="the folder for the pictures")
    parser.add_argument("--language", default="C.UTF-8", help="that of the system, such as fr_FR.UTF-8")
    parser.add_argument("--dark", action="store_true", help="choose the dark theme beforehand")
    parser.add_argument("--until", type=int, default=99, metavar="STEP", help="the number of the last step")
    parser.add_argument("--installed", action="store_true", help="go on in the system that was made before")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/newcomer"), help="where the system is made")
    parser.add_argument("--display", default=":88", help="the screen")
    return parser.parse_args(arguments)


def _package(name: str) -> Path:
    path = Path(name)
    if path.suffix != ".deb" or not path.is_file():
        raise argparse.ArgumentTypeError(f"{name} is not a Debian package that is there.")
    return path


def _choose_dark(system: BareDebian) -> None:
    folder = system.home / ".config" / "delegate-desk"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps({"theme": "dark", "seen_version": ""}), encoding="utf-8")
    system.own()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
