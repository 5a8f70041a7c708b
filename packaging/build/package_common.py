"""Shared parts of the packaging steps: folders, file dates, and the tools of the system."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from locked import ROOT, project

LINUX = ROOT / "packaging" / "build" / "linux"
ID = "eu.delegatedesk.DelegateDesk"
"""The program's identifier on a desktop: of its entry, icon, metainfo and Flatpak."""
NAME = "delegate-desk"

_DEBIAN = {
    "objdump": "binutils",
    "strip": "binutils",
    "dpkg-shlibdeps": "dpkg-dev",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "groff": "groff-base",
    "makensis": "nsis",
    "msibuild": "msitools",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}
"""The Debian package of each tool that a step may need."""


class MissingError(Exception):
    """A step cannot run on this system; the message is a sentence for users."""


class FaultyError(Exception):
    """The result of a build is wrong; the message says how."""


def say(words: str) -> None:
    """Print a message on standard error."""
    print(f"[dev] {words}", file=sys.stderr, flush=True)


def moment() -> int:
    """Return the date of the version: of the last commit, or of the source archive's files."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    if shutil.which("git") and (ROOT / ".git").exists():
        asked = subprocess.run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True)
        if asked.returncode == 0 and asked.stdout.strip():
            return int(asked.stdout)
    return int((ROOT / "pyproject.toml").stat().st_mtime)


@dataclass(frozen=True)
class Build:
    """One run: what is built, and where.

    Attributes:
        dist: Folder of the packages.
        work: Folder of intermediate files.
        epoch: Date of all files, in seconds since 1970: that of the version, not of the build.
    """

    dist: Path = ROOT / "dist"
    work: Path = ROOT / "build"
    version: str = field(default_factory=lambda: project()["version"])
    epoch: int = field(default_factory=moment)

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment in which the same sources give the same bytes."""
        return {**os.environ, "SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}

    @property
    def frozen(self) -> Path:
        """Return the folder of the frozen program."""
        return self.dist / f"{NAME}-{self.version}-{platform()}"

    def run(self, *command: object, cwd: Path = ROOT) -> str:
        """Run a tool, and return its output.

        Raises:
            FaultyError: If it fails; with its last lines.
        """
        parts = [str(part) for part in command]
        done = subprocess.run(
            parts, cwd=cwd, env=dict(self.environment), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
        if done.returncode:
            last = "\n".join(done.stdout.splitlines()[-20:])
            raise FaultyError(f"{Path(parts[0]).name} failed (status {done.returncode}):\n{last}")
        return done.stdout


def platform() -> str:
    """Return this system and machine, as in file names: ``linux-x86_64``."""
    import platform as here

    return f"{here.system().lower()}-{here.machine().lower()}"


def tool(name: str) -> str:
    """Return the path of a tool; on Debian as root its package is installed if it is missing.

    Raises:
        MissingError: If it is missing.
    """
    package = _DEBIAN.get(name, name)
    if shutil.which(name) is None and shutil.which("apt-get") and os.name != "nt" and os.geteuid() == 0:
        say(f"Installing {package}, which has {name}")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
            subprocess.run(["apt-get", "--quiet=2", *command], env=quiet, stdout=subprocess.DEVNULL)
    found = shutil.which(name)
    if found is None:
        raise MissingError(f"{name} is missing; on Debian, run `sudo apt-get install {package}`.")
    return found


def size(path: Path) -> int:
    """Return the size of a file, or of all files of a folder, in bytes; a link counts nothing."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def write_json(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def give_moment(folder: Path, epoch: int) -> None:
    """Set the date of all files of a folder."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def python() -> str:
    """Return the Python of the checkout's environment."""
    return sys.executable
