"""The program as a folder that needs no Python, with its bill of materials."""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import licences
from bill import bill
from locked import ROOT
from package_common import NAME, Build, FaultyError, MissingError, give_moment, say, tool, write_json

LOCK = ROOT / "packaging" / "build" / "package.lock"
RESOURCES = Path("_internal", "delegate_desk", "resources")
"""Their place in the frozen folder."""
_SPECS = {"linux": "linux", "darwin": "macos"}
_PYTHON = "libpython"
"""The start of the name of Python itself, which is listed as such on every build machine."""
_HEAVY = ("libpython*.so*", "sqlcipher3/*.so")
"""Libraries with debug symbols, 30 MB of them."""


def sbom(build: Build) -> Iterator[Path]:
    """Return the bill of materials of an installation from the wheel, on any machine."""
    target = build.dist / f"{NAME}-{build.version}.cdx.json"
    write_json(target, bill(json.loads(licences.INDEX.read_text(encoding="utf-8")), build.epoch))
    yield target


def frozen(build: Build) -> Iterator[Path]:
    """Build the frozen program, and test it from another folder."""
    if sys.platform not in _SPECS:
        raise MissingError("it is for Linux and macOS; `package windows` builds the program for Windows, on Linux.")
    if sys.platform == "linux":
        tool("objdump")  # PyInstaller uses it to find the libraries that a library needs
    python = _environment(build)
    wheels = list(build.dist.glob(f"delegate_desk-{build.version}-*.whl"))
    if len(wheels) != 1:
        raise FaultyError(f"There is no one wheel of {build.version} in {build.dist.name}.")
    build.run(python, *_PIP, "--no-deps", "--force-reinstall", "--no-compile", wheels[0])
    spec = ROOT / "packaging" / "build" / _SPECS[sys.platform] / f"{NAME}.spec"
    places = ("--distpath", build.work / "frozen", "--workpath", build.work / "freezing")
    build.run(python, "-m", "PyInstaller", "--noconfirm", *places, spec)
    made = build.work / "frozen" / NAME
    if sys.platform == "linux":
        _strip(build, made)
        (made / f"{NAME}-window").symlink_to(NAME)
    _tell(made, licences.index() + _bootloader(made, python) + list(_carried(made)), build.epoch)
    give_moment(made, build.epoch)
    shutil.rmtree(build.frozen, ignore_errors=True)
    shutil.copytree(made, build.frozen, symlinks=True)
    give_moment(build.frozen, build.epoch)
    try_out(build.frozen)
    yield build.frozen
    application = build.work / "frozen" / "Delegate Desk.app"
    if sys.platform == "darwin" and application.is_dir():
        shutil.rmtree(build.dist / application.name, ignore_errors=True)
        yield shutil.copytree(application, build.dist / application.name, symlinks=True)


def _tell(folder: Path, parts: list[dict[str, Any]], epoch: int) -> None:
    """Add the list of components to a frozen program: for its window, and as a bill of materials."""
    write_json(folder / RESOURCES / "licences" / "index.json", parts)
    write_json(folder / "sbom.cdx.json", bill(parts, epoch, {}))


def leave_to_the_system(folder: Path, epoch: int) -> None:
    """Remove the libraries of this system that the target system has."""
    for file in (folder / "_internal").glob("lib*.so*"):
        if not file.is_symlink() and not file.name.startswith(_PYTHON):
            file.unlink()
    index = folder / RESOURCES / "licences" / "index.json"
    parts = json.loads(index.read_text(encoding="utf-8"))
    for part in parts:
        if _is_of_the_system(part):
            (folder / RESOURCES / part["text"]).unlink()
    _tell(folder, [part for part in parts if not _is_of_the_system(part)], epoch)


def _is_of_the_system(part: dict[str, Any]) -> bool:
    return str(part.get("purl", "")).startswith("pkg:deb/")


_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")


def _environment(build: Build) -> Path:
    """Return a Python with only the program's dependencies and PyInstaller."""
    folder = build.work / "venv"
    python = folder / "bin" / "python"
    stamp, want = folder / "made-from", f"{sys.version} {sha256(LOCK.read_bytes()).hexdigest()}"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != want:
        say("Setting up PyInstaller in build/venv: about 100 MB to download, once")
        build.run(sys.executable, "-m", "venv", "--clear", folder)
        build.run(python, *_PIP, "--no-deps", "--require-hashes", "--only-binary=:all:", "--no-compile", "-r", LOCK)
        stamp.write_text(want, encoding="utf-8")
    return python


def _strip(build: Build, folder: Path) -> None:
    for pattern in _HEAVY:
        for file in (folder / "_internal").glob(pattern):
            build.run(tool("strip"), "--strip-unneeded", file)


def _bootloader(folder: Path, python: Path) -> list[dict[str, Any]]:
    """Return the parts of PyInstaller in the program, with its licence."""
    site = next(python.parent.parent.glob("[Ll]ib/**/PyInstaller")).parent
    package = next(one for one in distributions(path=[str(site)]) if one.metadata["Name"].lower() == "pyinstaller")
    text = Path("licences", "pyinstaller.txt")
    (folder / RESOURCES / text).write_text(licences.text(package), encoding="utf-8")
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    purl = f"pkg:pypi/pyinstaller@{package.version}"
    return [{"name": "PyInstaller", "version": package.version, "licence": licence, "text": str(text), "purl": purl}]


def _carried(folder: Path) -> Iterator[dict[str, Any]]:
    """Return the libraries copied from this system, with the licences of its packages."""
    if not shutil.which("dpkg-query"):
        return
    known = tomllib.loads((ROOT / "packaging" / "build" / "licences.toml").read_text(encoding="utf-8"))["carried"]
    told: set[str] = set()
    for file in sorted((folder / "_internal").glob("lib*.so*")):
        if file.is_symlink() or file.name.startswith(_PYTHON):
            continue
        licence = next((of_it for start, of_it in known.items() if file.name.startswith(start)), "")
        owner = _asked("dpkg-query", "--search", f"*/{file.name}").partition(":")[0]
        if not owner or owner in told:
            continue
        told.add(owner)
        version = _asked("dpkg-query", "--show", "--showformat", "${Version}\n", owner).splitlines()[0]
        text = Path("licences", f"{owner}.txt")
        shutil.copyfile(Path("/usr/share/doc", owner, "copyright"), folder / RESOURCES / text)
        purl = f"pkg:deb/debian/{owner}@{version}"
        yield {"name": owner, "version": version, "licence": licence, "text": str(text), "purl": purl}


def _asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


def try_out(folder: Path) -> None:
    """Test a frozen program: copied elsewhere, started in a deleted folder, with a minimal environment.

    Raises:
        FaultyError: If a step of its self-test fails, or if its window does not appear.
    """
    with tempfile.TemporaryDirectory(prefix="Γραφείο of a delegate ") as elsewhere:
        place = Path(elsewhere)
        shutil.copytree(folder, place / "το πρόγραμμα", symlinks=True)
        (place / "σπίτι").mkdir()
        program = place / "το πρόγραμμα" / NAME
        for words in (["check", "--self-test"], ["demo"]):  # without a screen, the demo draws the window
            said = _from_a_folder_that_is_gone(place / "gone", place / "σπίτι", [str(program), *words])
            if said.returncode:
                raise FaultyError(f"The frozen program failed at `{' '.join(words)}`:\n{said.stdout}{said.stderr}")


def _from_a_folder_that_is_gone(folder: Path, home: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program whose current folder does not exist."""
    folder.mkdir()
    line = 'cd "$0" && rmdir "$0" && exec "$@"'
    bare = {"HOME": str(home), "TMPDIR": str(home)}
    return subprocess.run(["/bin/sh", "-c", line, str(folder), *command], env=bare, capture_output=True, text=True)
