#!/usr/bin/env python3
"""Sets this checkout up and runs it; needs only Python 3.11 or newer.

python3 packaging/dev.py run [ARGUMENTS…]     starts the program: `run demo` opens it with sample documents
python3 packaging/dev.py test [ARGUMENTS…]    runs every check and test, no screen needed; ARGUMENTS go to pytest
python3 packaging/dev.py test --quick         runs the quick checks, and the tests of what you changed
python3 packaging/dev.py bench [WHAT…]        benchmarks: set-up, import, window, search and more; see --help
python3 packaging/dev.py package [WHAT…]      builds the packages into dist/: wheel, .deb and more; see --help
python3 packaging/dev.py endure [--minutes N] tests the promises of RELIABILITY.md for a long time; see --help
python3 packaging/dev.py windows [TESTS…]     runs the program and tests on Windows under Wine 10; see --help

On Windows, `py` instead of `python3`. The first time creates .venv next to pyproject.toml, from the packages and hashes
in packaging/requirements.lock. A working .venv is kept, with whichever Python this is called; it is never changed while
a program or a test uses it. Tested on Debian 13 and, for Windows, under Wine; written for Ubuntu, other Linux and macOS
as well, where it is not tested.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / os.environ.get("DELEGATE_DESK_VENV", ".venv")  # another one for a second Python
STAMP = VENV / "set-up"
IN_USE = ROOT / f"{VENV.name}.lock"
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

# The libraries that Qt needs, by the Debian package that contains them; the second half for a window on a screen.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

QUICK = ("ruff check", "ruff format", "lint-imports", "pytest")
"""The checks of ``test --quick``: the others take longer than the tests."""
ALWAYS = ("tests/test_architecture.py", "tests/test_wording.py")
BESIDE = {
    "packaging/": "tests/packaging",
    "resources/tables/": "tests/search/query",
    "resources/themes/": "tests/gui/widgets",
    "resources/translations/": "tests/test_translations.py",
    "ui/": "tests/gui/shell",
}
"""The tests of files other than sources, by the start of the path."""

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "lint-imports": ["lint-imports"],
    "deptry": ["deptry", "src"],
    "pytest": ["pytest", "--numprocesses", "auto", "--dist", "worksteal", "--max-worker-restart", "0"],
}


def say(words: str) -> None:
    """Print a message on standard error: standard output belongs to the program."""
    print(f"[dev] {words}", file=sys.stderr, flush=True)


def call(why: str, *command: object) -> None:
    """Run a step of the set-up quietly; if it fails, show its output and stop with a sentence."""
    import subprocess

    parts = [str(part) for part in command]
    done = subprocess.run(
        parts,
        cwd=ROOT,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n[dev] {why} failed for the reason above. Fix it, then run the command again.")


def missing_libraries() -> list[str]:
    """Return the libraries of LIBRARIES that this Linux lacks."""
    import ctypes

    def is_missing(library: str) -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return True
        return False

    return [library for library in LIBRARIES if is_missing(library)] if sys.platform == "linux" else []


def has_venv() -> bool:
    """False for a Python whose venv module is in a package of its own, as in Debian."""
    from importlib.util import find_spec

    return find_spec("ensurepip") is not None


def install_system_packages() -> None:
    """Install what Qt and venv need as root, or print the command that does."""
    import shutil

    libraries = missing_libraries()
    packages = [LIBRARIES[library] for library in libraries]
    if not has_venv():
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not packages:
        return
    if not shutil.which("apt-get"):
        needed = ", ".join(libraries + ([] if has_venv() else ["Python's venv module with ensurepip"]))
        sys.exit(f"[dev] This system lacks {needed}. Install the packages that bring them, then repeat (untried here).")
    install = ["apt-get", "install", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        sys.exit(f"[dev] System packages are missing. Run this once, then repeat:\n\n    {line}\n")
    say(f"Installing system packages: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    call("apt-get update", "apt-get", "update")
    call("apt-get install", *install, "--yes")


def make_environment() -> None:
    """Make an empty .venv with this Python."""
    install_system_packages()
    say(f"Setting up in {VENV}: about 100 MB to download, once")
    call("Making .venv", sys.executable, "-m", "venv", "--clear", VENV)


def install_packages() -> None:
    """Install the packages of the lock: only wheels, each checked against its hash."""
    say("Installing packages")
    pip("Installing the packages", "--require-hashes", "--only-binary=:all:", "--no-compile", "-r", LOCK)


def install_project() -> None:
    """Install the project in development mode, with its commands in .venv; this compiles the forms."""
    pip("Installing Delegate Desk", "--no-build-isolation", "--editable", ROOT)


def pip(why: str, *arguments: object) -> None:
    """Run pip of the environment, with the given arguments only."""
    call(why, PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *arguments)


STEPS = {"python": make_environment, "packages": install_packages, "project": install_project}


class Use:
    """A lock on .venv: many processes use it at the same time, or one changes it alone.

    The file stays open, also in the program that replaces this process, and the system closes it when that ends. Where
    files can be locked, users share the lock. On Windows an open file cannot be deleted.
    """

    def __init__(self) -> None:
        self._file = -1

    def begin(self) -> None:
        """Lock it for use, once nobody changes it."""
        if self._file >= 0:
            return
        try:
            self._file = os.open(IN_USE, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:  # a folder that cannot be written cannot be changed
            return
        if WINDOWS:
            return
        import fcntl

        os.set_inheritable(self._file, True)
        try:
            fcntl.flock(self._file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"{VENV} is being set up by another command; waiting for it")
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Lock it for a change; False if another process uses it."""
        if WINDOWS:
            os.close(self._file)
            self._file = -1
            try:
                IN_USE.unlink()
            except PermissionError:
                return False
            finally:
                self.begin()
            return True
        import fcntl

        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def shared(self) -> None:
        """Return from a change to shared use."""
        if not WINDOWS:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_SH)


USE = Use()


def fits(made: str) -> bool:
    """True for an environment that this checkout can use, by its line in the stamp: 3.13 for /this/folder."""
    version, _, root = made.partition(" for ")
    if root != str(ROOT) or not PYTHON.exists():
        return False
    if version == own_version():
        return True
    return tuple(map(int, version.split("."))) >= OLDEST and version == version_of(PYTHON)


def own_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def version_of(python: Path) -> str:
    """Return the version of a Python and its pip, which the system may have replaced; empty if it does not work."""
    import subprocess

    ask = "import pip, sys; print(*sys.version_info[:2], sep='.')"
    done = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def wanted() -> dict[str, str]:
    """Return the inputs of each step of an up-to-date set-up."""
    from hashlib import sha256

    def digest(*files: Path) -> str:
        return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

    return {
        "python": f"{own_version()} for {ROOT}",
        "packages": digest(LOCK),
        "project": digest(ROOT / "pyproject.toml", ROOT / "packaging" / "hatch_build.py"),
    }


def set_up() -> None:
    """Bring .venv up to date; takes a few milliseconds if it is."""
    USE.begin()
    want = wanted()
    lines = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() and PYTHON.exists() else []
    made = dict(line.split(": ", 1) for line in lines)
    if fits(made.get("python", "")):
        want["python"] = made["python"]
    if made != want:
        if not USE.alone():
            sys.exit(f"[dev] {VENV} has to be set up anew, and a program or a test uses it. End that, then repeat.")
        try:
            change(made, want)
        finally:
            USE.shared()
    from hatch_build import stale

    if stale():
        call("Compiling forms and translations", PYTHON, ROOT / "packaging" / "hatch_build.py")


def change(made: dict[str, str], want: dict[str, str]) -> None:
    """Run the steps from the first one that is out of date, recording each."""
    kept: dict[str, str] = {}
    for name, step in STEPS.items():
        if made.get(name) != want[name]:
            made = {}  # the steps that depend on it are repeated
            step()
        kept[name] = want[name]
        STAMP.write_text("".join(f"{key}: {value}\n" for key, value in kept.items()), encoding="utf-8")


def become(*command: object) -> None:
    """Continue as another program; if a process cannot be replaced, wait for it."""
    parts = [str(part) for part in command]
    if WINDOWS:
        import subprocess

        sys.exit(subprocess.run(parts).returncode)
    os.execv(parts[0], parts)


def changed_files() -> set[str]:
    """Return the files changed since this branch left main, committed or not; on main, since the last commit."""
    import subprocess

    def lines(*command: str) -> list[str]:
        asked = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True)
        return asked.stdout.splitlines()

    start = (lines("merge-base", "HEAD", "main") or ["HEAD"])[0]
    return {*lines("diff", "--name-only", start), *lines("ls-files", "--others", "--exclude-standard")}


def tests_of(changed: set[str]) -> list[str]:
    """Return the tests of the modules, helpers and pages that changed."""
    found = set(ALWAYS)
    for name in changed:
        path = Path(name)
        if path.parts[:2] == ("src", "delegate_desk"):
            found |= room_tests(Path("tests", *path.parts[2:]))
        elif name.startswith("tests/support/"):
            found |= users_of(f"from support.{path.stem} import")
        elif path.parts[0] == "tests" and path.name.startswith("test_"):
            found.add(name)
        elif path.suffix == ".md":
            found.add("tests/test_documentation.py")
        else:
            found |= {tests for beginning, tests in BESIDE.items() if name.startswith(beginning)}
    return sorted(name for name in found if (ROOT / name).exists())


def room_tests(mirrored: Path) -> set[str]:
    """Return the test files of a source file: its own and those that import it, in the folder that mirrors its own.

    If there are none, all files of that folder, or of the next one above it that has any.
    """
    import re

    own = mirrored.with_name(f"test_{mirrored.name}")
    if len(mirrored.parts) == 2:  # a module of no folder
        return {own.as_posix()}
    package = ".".join(("delegate_desk", *mirrored.parts[1:-1]))
    imported = re.compile(rf"from {package}(?:\.{mirrored.stem} import| import .*\b{mirrored.stem}\b)")
    for folder in mirrored.parents[:-2]:
        files = {file.relative_to(ROOT).as_posix(): file for file in (ROOT / folder).glob("test_*.py")}
        using = {name for name, file in files.items() if imported.search(file.read_text(encoding="utf-8"))}
        if files:
            return using | (files.keys() & {own.as_posix()}) or set(files)
    return set()


def users_of(words: str) -> set[str]:
    """Return the test files that contain some words."""
    files = (ROOT / "tests").rglob("test_*.py")
    return {file.relative_to(ROOT).as_posix() for file in files if words in file.read_text(encoding="utf-8")}


def test(arguments: list[str]) -> int:
    """Run every check and test, each judged by its exit status; returns the number that failed.

    The checks run one after the other, at the same time as the tests, which leave a core idle now and then.
    """
    from concurrent.futures import ThreadPoolExecutor

    chosen = CHECKS
    if "--quick" in arguments:
        chosen = {name: CHECKS[name] for name in QUICK}
        arguments = [name for name in arguments if name != "--quick"] + tests_of(changed_files())
    (tests, (runner, *options)), *checks = reversed(chosen.items())
    with ThreadPoolExecutor(1) as beside:
        judged = [beside.submit(check, name, *command) for name, command in reversed(checks)]
        last = check(tests, runner, *options, *arguments, shown=True)
        verdicts = [one.result() for one in judged] + [last]
    print("\n" + "\n".join(line for _, line in verdicts))
    return sum(failed for failed, _ in verdicts)


def check(name: str, program: str, *rest: str, shown: bool = False) -> tuple[bool, str]:
    """Run one check, print its result, and its output if it failed or ``shown``; True if it failed."""
    import subprocess
    import time

    start = time.monotonic()
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # each of a thousand processes would compile all it imports
    done = subprocess.run(
        [str(BIN / program), *rest],
        cwd=ROOT,
        env=surroundings,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=None if shown else subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    verdict = f"FAILED (status {done.returncode})" if done.returncode else "ok"
    line = f"[dev] {name:<14}{time.monotonic() - start:6.1f} s   {verdict}"
    said = f"{done.stdout}\n" if done.returncode and not shown else ""
    print(f"{said}{line}", flush=True)
    return done.returncode != 0, line


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit("[dev] Python 3.11 or newer is needed")
    what, *arguments = sys.argv[1:] or [""]
    if what not in {"run", "test", "bench", "endure", "package", "windows"}:
        sys.exit(__doc__)
    set_up()
    if what == "run":
        become(BIN / ("delegate-desk.exe" if WINDOWS else "delegate-desk"), *arguments)
    elif what == "bench":
        become(PYTHON, ROOT / "packaging" / "bench" / "bench.py", *arguments)
    elif what == "package":
        become(PYTHON, ROOT / "packaging" / "build" / "package.py", *arguments)
    elif what == "windows":
        become(PYTHON, ROOT / "packaging" / "build" / "try_windows.py", *arguments)
    elif what == "endure":
        become(PYTHON, ROOT / "packaging" / "endure.py", *arguments)
    elif test(arguments):
        sys.exit(1)


if __name__ == "__main__":
    main()
