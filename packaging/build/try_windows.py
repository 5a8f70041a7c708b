"""The program and its tests on Windows under Wine 10, on Debian 13 from nothing: `dev.py windows [TESTS…]`.

The Python for Windows runs with the wheels of the lock. Two functions of Windows 10 that Wine lacks are replaced by
`windows/wine`, which is used only here and is in no package. Everything is kept in `build/wine`, and rebuilt when its
sources change. The tests stop when the time is over: those not reached are counted.

The exit status is 1 if something failed, and 75 if nothing could be tried, because Wine or the packages were not
available.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import locked
from package_common import FaultyError
from screen_driver import LateError, Screen, wait
from windows_python import ARCHIVE, EMBEDDED, install, unpack_python

ROOT = Path(__file__).resolve().parents[2]
SHIMS = ROOT / "packaging" / "build" / "windows" / "wine"
FOLDER = ROOT / "build" / "wine"
PYTHON = FOLDER / "python" / "python.exe"
SITE = FOLDER / "python" / "Lib" / "site-packages"
PREFIX = FOLDER / "prefix"
PICTURE = FOLDER / "window.png"

PACKAGES = """
    wine wine64 xvfb openbox xdotool x11-utils imagemagick gcc-mingw-w64-x86-64-win32 fonts-wine fonts-liberation
    python3-venv
""".split()
LEFT_OUT = frozenset("ast-serialize deptry grimp import-linter librt lxml-stubs mypy mypy-extensions ruff".split())
"""Packages of the lock that check sources and are not needed by tests."""
NOT_FOR_WINDOWS = re.compile(r"python_full_version < '3\.12'")

TESTS = (
    (
        "tests/search/engine/test_shared_index.py tests/search/engine/test_index_folder.py tests/search/test_index.py",
        "tests/storage",
    ),
    (
        "tests/test_files.py tests/parsing/test_job_object.py tests/parsing/test_reading_process.py "
        "tests/core/library/test_crash_log.py "
        "tests/services/library/test_recovery.py::test_a_library_that_is_open_is_not_recovered",
        "tests/gui/test_single_instance.py tests/gui/test_tasks.py tests/gui/widgets/test_theme.py "
        "tests/gui/shell/test_main_window.py",
        "tests/cli",
    ),
)
"""Two series of tests that run at the same time, with a process for each part."""
NOT_TO_BE_HAD = 75
"""The exit status if Windows could not be set up; EX_TEMPFAIL of sysexits.h."""


class Tried(NamedTuple):
    """Outcomes of some tests.

    Attributes:
        found: The name, outcome, reason of failure, and seconds of each.
        status: That of pytest; None if the time was over.
    """

    part: str
    found: list[tuple[str, str, str, float]]
    status: int | None


WRONG_HASH = "DO NOT MATCH THE HASHES"  # in the form of pip
MATHS, OUR_MATHS = "api-ms-win-crt-math-l1-1-0.dll", "dd-wine-shim-crt-math-00-0.dll"  # the same length


def say(words: str) -> None:
    print(f"[windows] {words}", flush=True)


class AbsentError(Exception):
    """Wine, or a package from a server, is not available; the message says why."""


def run(*command: object, env: Mapping[str, str] | None = None) -> str:
    """Return the output of a command; if it fails, it is shown, and the program ends."""
    done = subprocess.run([str(part) for part in command], env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n[windows] {command[0]} failed, for the reason above.")
    return done.stdout


# Set-up


def install_system_packages() -> None:
    if subprocess.run(["dpkg", "--status", *PACKAGES], capture_output=True).returncode == 0:
        return
    if os.geteuid() != 0:
        raise AbsentError(f"As root, once: apt-get install --no-install-recommends {' '.join(PACKAGES)}")
    say("Installing Wine")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        done = subprocess.run(["apt-get", "--quiet=2", *command], env=environment, capture_output=True, text=True)
        if done.returncode:
            raise AbsentError(f"apt-get {command[0]} failed:\n{done.stdout}{done.stderr}")


def set_up() -> None:
    """Make Windows with a Python in ``build/wine``, unless it exists."""
    stamp = FOLDER / "set-up"
    made_of = [locked.LOCK, *sorted(SHIMS.glob("*.c"))]
    content = repr((EMBEDDED, ARCHIVE, sorted(LEFT_OUT))).encode() + b"".join(path.read_bytes() for path in made_of)
    want = hashlib.sha256(content).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == want:
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    say(f"Setting up in {FOLDER}: about 150 MB to download, once")
    wanted = (each for each in locked.read() if each.name not in LEFT_OUT)
    try:
        install_python()
        install([each for each in wanted if not NOT_FOR_WINDOWS.search(each.marker)], SITE)
    except FaultyError as error:
        if WRONG_HASH in str(error):
            raise
        raise AbsentError(str(error)) from error
    run("wineboot", "--init", env=environment())
    run("wineserver", "--wait", env=environment())
    stand_in(PREFIX / "drive_c" / "windows" / "system32")
    stamp.write_text(want, encoding="utf-8")


def install_python() -> None:
    """Unpack the embeddable Python without the file that isolates it, so that it reads the environment."""
    unpack_python(PYTHON.parent)
    (name,) = PYTHON.parent.glob("python*._pth")
    name.unlink()
    (library,) = PYTHON.parent.glob("python*.zip")
    with zipfile.ZipFile(library) as archive:
        archive.extractall(PYTHON.parent / "Lib")
    library.unlink()


def stand_in(system: Path) -> None:
    """Compile what Wine lacks into its folder of system files; numpy is pointed to ours."""
    compiler = ("x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared")
    run(*compiler, "-nostdlib", "-Wl,--entry=0", "-o", system / "icuuc.dll", SHIMS / "icuuc.c")
    source = (SHIMS / "complex.c").read_text(encoding="utf-8").replace("(name)", "")
    complex_ones = re.findall(r"\bTO_(?:COMPLEX|REAL)\((\w+)\)", source)
    ours = {f"{name}{kind}" for name in [*complex_ones, "cpow"] for kind in ("", "f", "l")}
    headers = run("x86_64-w64-mingw32-objdump", "--private-headers", system / "ucrtbase.dll")
    names = set(re.findall(r"\+base\[ *\d+\]  [0-9a-f]{4} (\w+)$", headers, re.MULTILINE)) | ours
    exports = [f"{name} = {f'dd_{name}' if name in ours else f'ucrtbase.{name}'}\n" for name in sorted(names)]
    table = FOLDER / "maths.def"
    table.write_text(f"LIBRARY {OUR_MATHS}\nEXPORTS\n{''.join(exports)}", encoding="utf-8")
    hidden = "-Wl,--exclude-all-symbols"
    run(*compiler, "-static", hidden, "-o", system / OUR_MATHS, SHIMS / "complex.c", table)
    use_our_maths(SITE)


def use_our_maths(site: Path) -> None:
    for module in site.glob("numpy/**/*.pyd"):
        module.write_bytes(module.read_bytes().replace(MATHS.encode(), OUR_MATHS.encode()))


# Tests


def environment(**more: str) -> dict[str, str]:
    runtime = FOLDER / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        **os.environ,
        "WINEPREFIX": str(PREFIX),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",  # which Wine would offer to install
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": as_windows(ROOT / "src"),
        **more,
    }


def as_windows(path: Path) -> str:
    return f"Z:{path}".replace("/", "\\")


def program(*arguments: str) -> list[str]:
    return ["wine", str(PYTHON), "-m", "delegate_desk", *arguments]


def self_test() -> bool:
    done = subprocess.run(program("check", "--self-test", "--json"), env=environment(), capture_output=True, text=True)
    steps = json.loads(done.stdout)["steps"]
    for step in steps:
        if not step["ok"]:
            say(f"  {step['what']}: {step['fault']}")
    passed = sum(bool(step["ok"]) for step in steps)
    say(f"self-test: {passed} of {len(steps)} steps passed")
    return passed == len(steps)


def window(screen: Screen) -> bool:
    """Open the window on a library with a Greek name, save a screenshot, and close it."""
    library = PREFIX / "drive_c" / "Βιβλιοθήκη με κενά"
    shutil.rmtree(library, ignore_errors=True)
    place = ("--library", "C:\\Βιβλιοθήκη με κενά")
    paper = as_windows(ROOT / "resources" / "samples" / "ST-99140-2026-INIT_el.docx")
    run(*program(*place, "import", paper), env=environment())
    began = time.monotonic()
    opened = subprocess.Popen(program(*place), env=environment(DISPLAY=screen.display))
    try:
        wait("the window", lambda: screen.has("Delegate Desk"), 300)
        say(f"window: shown after {time.monotonic() - began:.1f} s")
        time.sleep(10)  # the documents are listed after the window has been shown
        screen.settle()
        screen.picture(PICTURE)
        screen.keys("Escape", "ctrl+q")
        status = opened.wait(120)
        say(f"window: screenshot {PICTURE.relative_to(ROOT)}, closed with status {status}")
    except (LateError, subprocess.TimeoutExpired) as error:
        say(f"window: {error}")
        return False
    finally:
        opened.kill()
    return status == 0


def test(rows: Sequence[Sequence[str]], until: float) -> bool:
    """Run series of tests at the same time until a time; False if a test failed."""

    def run_row(row: Sequence[str]) -> list[Tried]:
        return [outcomes(part, until) for part in row]

    with ThreadPoolExecutor(len(rows)) as beside:
        tried = [each for row in beside.map(run_row, rows) for each in row]
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    taken: defaultdict[str, float] = defaultdict(float)
    failed = False
    for part, found, status in tried:
        for test_id, outcome, why, seconds in found:
            folder = test_id.partition("::")[0].rpartition("/")[0]
            counts[folder][outcome] += 1
            taken[folder] += seconds
            if outcome == "failed":
                say(f"failed: {test_id}\n{why}")
                failed = True
        if status is None:
            say(f"out of time in {part}")
        elif status and not any(outcome == "failed" for _, outcome, *_ in found):
            say(f"interrupted: {part}\n{log_file(part).read_text(encoding='utf-8', errors='replace')[-5000:]}")
        failed |= bool(status)
    for folder, count in counts.items():
        told = ", ".join(f"{count[outcome]} {outcome}" for outcome in ("passed", "failed", "skipped"))
        say(f"{folder}: {told} in {taken[folder]:.0f} s")
    return not failed


def log_file(part: str) -> Path:
    """The folder under which the results of some tests are reported: that of the first of them."""
    return FOLDER / f"{re.sub(r'[^a-z_]+', '-', part.split(maxsplit=1)[0])}.log"


def outcomes(part: str, until: float) -> Tried:
    """Run some tests until a time."""
    left = until - time.monotonic()
    if left <= 0:
        return Tried(part, [], None)
    file = log_file(part).with_suffix(".jsonl")
    file.unlink(missing_ok=True)
    place = hashlib.sha256(part.encode()).hexdigest()[:2]  # short, because paths in Windows have at most 259 characters
    options = "-p no:cacheprovider -p outcomes -o timeout=1800 -q --tb=short".split()
    command = ["wine", str(PYTHON), "-m", "pytest", *part.split(), *options, f"--basetemp=C:\\t\\{place}"]
    fonts = as_windows(ROOT / "resources" / "fonts")  # where that platform finds the fonts of the system
    # Wine passes on only those variables of Qt that start with WINE.
    more = environment(WINEQT_QPA_PLATFORM="offscreen", WINEQT_QPA_FONTDIR=fonts, OUTCOMES=as_windows(file))
    (PREFIX / "drive_c" / "t").mkdir(exist_ok=True)
    with log_file(part).open("wb") as log:
        tests = subprocess.Popen(command, cwd=ROOT, env=more, stdout=log, stderr=log)
        try:
            status = tests.wait(left)
        except subprocess.TimeoutExpired:
            tests.kill()
            status = None
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return Tried(part, [tuple(json.loads(line)) for line in lines], status)


@contextmanager
def windows() -> Iterator[None]:
    """End the programs under Wine on exit."""
    try:
        yield
    finally:
        subprocess.run(["wineserver", "--kill"], env=environment())


def main() -> None:
    chosen = argparse.ArgumentParser(description=__doc__)
    chosen.add_argument("--minutes", type=float, default=120, help="minutes after which no further test is started")
    chosen.add_argument("--set-up", action="store_true", help="only set it up")
    chosen.add_argument("tests", nargs="*", help="files or folders of tests, instead of the usual ones")
    asked = chosen.parse_args()
    until = time.monotonic() + 60 * asked.minutes
    try:
        install_system_packages()
        set_up()
    except AbsentError as error:
        say(f"Nothing was tested. {error}")
        sys.exit(NOT_TO_BE_HAD)
    if asked.set_up:
        return
    rows = [[" ".join(half)] for half in (asked.tests[::2], asked.tests[1::2]) if half] or TESTS
    for shim in SHIMS.glob("*.py"):
        shutil.copy(shim, SITE)
    screen = Screen(":89")
    with screen.on(), windows():
        done = [self_test(), window(screen), test(rows, until)]
    if not all(done):
        sys.exit(1)


if __name__ == "__main__":
    main()
