"""A first position by a user who has never seen the program: from an empty library, on a real screen.

.venv/bin/python packaging/newcomer.py FOLDER [--package FILE.deb] [--language LOCALE] [--dark]

Each step is one user action: a key, a text, a dropped file; its screenshot is saved in FOLDER. The actions are counted,
and the seconds from the first question to the Word file, without those of the screenshots. This program is started in
an empty home; a package is installed on a bare Debian. It needs Xvfb, openbox, xdotool and ImageMagick, a package also
debootstrap and root.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from docx.oxml.ns import qn

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "packaging" / "build"
sys.path.append(str(BUILD))

from bare_debian import BareDebian  # noqa: E402  (its folder was not known before)
from screen_driver import HEIGHT, WIDTH, LateError, Screen, wait  # noqa: E402

PAPER = ROOT / "resources" / "samples" / "ST-99101-2026-INIT_en.pdf"
PHRASE = "reversing alarms"
WHY = "Our ports cannot replace every alarm before 2030."
CHANGE = " and where quieter ones are on the market"
TOOLS = ("Xvfb", "xdpyinfo", "openbox", "xdotool", "import")
PACKAGE_TOOLS = ("debootstrap", "chroot")
LONGEST, MOST = 20, 12
"""Maximum seconds and actions until a first position is exported."""
_FILE = (1190, 690)
"""Place on the screen of the file that is dragged."""


class SourceTree:
    """This program, started by a user with an empty home; has the interface of ``BareDebian``."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self._started: list[subprocess.Popen[bytes]] = []

    def forget(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)

    def own(self) -> None:
        """All files in the home belong to the user already."""

    def start(self, _: str, *, display: str, language: str) -> None:
        """Start the program on a screen."""
        mine = {"HOME": str(self.home), "LANG": language, "DISPLAY": display, "PATH": os.environ["PATH"]}
        command = (sys.executable, "-m", "delegate_desk")
        self._started.append(subprocess.Popen(command, env=mine, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def give(self, file: Path, folder: str) -> str:
        """Put a file into a folder of the user, and return its path."""
        target = self.home / folder / file.name
        target.parent.mkdir(exist_ok=True)
        return str(shutil.copyfile(file, target))

    def end(self) -> None:
        for process in self._started:
            process.terminate()
            process.wait()
        self._started.clear()


class Newcomer:
    """A user at a screen.

    Attributes:
        taken: The steps taken: the name of the screenshot and the seconds since the first question was shown.
    """

    def __init__(self, system: BareDebian | SourceTree, screen: Screen, pictures: Path, language: str) -> None:
        self._system = system
        self._screen = screen
        self._pictures = pictures
        self._language = language
        self.taken: list[tuple[str, float]] = []

    def steps(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The steps in order: the start, then one action each."""
        press, write = self._screen.keys, self._screen.write
        return (
            ("welcome", self._start),
            ("delegation", lambda: write("be")),
            ("dropped", self._drop),
            ("field", lambda: press("ctrl+k")),
            ("found", lambda: write(PHRASE)),
            ("opened", lambda: press("Return")),
            ("stance", lambda: press("s")),
            ("drafting", lambda: press("d")),
            ("wording", lambda: write(CHANGE)),
            ("comment", lambda: press("Tab")),
            ("reason", lambda: write(WHY)),
            ("export", lambda: press("ctrl+e")),
            ("written", self._export),
        )

    def go(self, until: int) -> None:
        """Take the steps, and save a screenshot after each."""
        for number, (name, step) in enumerate(self.steps()[:until]):
            began = time.monotonic()
            step()
            self._screen.settle()
            since = self.taken[-1][1] + time.monotonic() - began if self.taken else 0.0
            self._screen.picture(self._pictures / f"{number:02}-{name}.png")
            self.taken.append((name, since))
            print(f"{number:02}-{name:<12}{since:6.1f} s", flush=True)

    def letter(self) -> Path:
        """Return the Word file that was written."""
        found = list(self._system.home.rglob("*.docx"))
        if len(found) != 1:
            raise LateError(f"There are {len(found)} Word files in the newcomer's folder.")
        return found[0]

    def _start(self) -> None:
        file = self._system.give(PAPER, "Downloads")
        self._system.start("delegate-desk-window", display=self._screen.display, language=self._language)
        self._screen.window("Delegate Desk")
        self._screen.settle()
        self._lying = self._screen.start(sys.executable, str(BUILD / "dragged_file.py"), file)
        self._screen.window("Downloads")
        self._screen.activate("Delegate Desk")

    def _drop(self) -> None:
        self._screen.drag(_FILE, (WIDTH // 2, HEIGHT // 2))
        self._screen.drop()
        wait("the drop", lambda: self._lying.poll() is not None)
        self._screen.activate("Delegate Desk")

    def _export(self) -> None:
        self._screen.keys("ctrl+Return")
        wait("the Word file", lambda: list(self._system.home.rglob("*.docx")))


def main(arguments: list[str]) -> int:
    """Take all steps; the exit status is 1 if no file is written, or if it takes too long."""
    given = parse(arguments)
    lacking = missing(is_packaged=given.package is not None)
    if lacking:
        print(f"This system lacks: {', '.join(lacking)}.")
        return 2
    given.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if given.package is None:
            return _go(SourceTree(Path(folder)), given)
    system = BareDebian(given.folder)
    if not given.installed:
        system.make()
    with system.entered():
        if not given.installed:
            system.install(given.package)
        return _go(system, given)


def _go(system: BareDebian | SourceTree, given: argparse.Namespace) -> int:
    system.forget()
    if given.dark:
        _choose_dark(system)
    screen = Screen(given.display)
    newcomer = Newcomer(system, screen, given.pictures, given.language)
    with screen.on():
        try:
            newcomer.go(given.until)
        except LateError as error:
            screen.picture(given.pictures / "99-where-it-ended.png")
            print(error)
            return 1
        finally:
            system.end()
    if given.until < len(newcomer.steps()):
        return 0
    letter = newcomer.letter()
    lost = [words for words in (CHANGE.strip(), WHY) if words not in text(letter)]
    seconds, actions = newcomer.taken[-1][1], len(newcomer.taken) - 1
    print(f"{letter.name}: {f'lacks {lost}' if lost else 'has what was typed'}; {actions} actions, {seconds:.1f} s")
    return 1 if lost or seconds > LONGEST or actions > MOST else 0


def missing(*, is_packaged: bool) -> list[str]:
    """Return the requirements that are missing."""
    lacking = [tool for tool in (*TOOLS, *(PACKAGE_TOOLS if is_packaged else ())) if shutil.which(tool) is None]
    return lacking if os.geteuid() == 0 or not is_packaged else [*lacking, "root"]


def text(letter: Path) -> str:
    """Return the text of a Word file, in paragraphs and in tables."""
    return "".join(word.text or "" for word in docx.Document(str(letter)).element.iter(qn("w:t")))


def parse(arguments: list[str]) -> argparse.Namespace:
    """Parse the arguments."""
    parser = argparse.ArgumentParser(prog="newcomer.py", description=__doc__.splitlines()[0])
    parser.add_argument("pictures", type=Path, help="the folder for the pictures")
    parser.add_argument("--package", type=_package, help="the Debian package; without it, this program")
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


def _choose_dark(system: BareDebian | SourceTree) -> None:
    folder = system.home / ".config" / "delegate-desk"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps({"theme": "dark", "seen_version": ""}), encoding="utf-8")
    system.own()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
