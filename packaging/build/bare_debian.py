"""A bare Debian 13 in a folder, in which the package is installed as a user would; needs root."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUITE = "trixie"
PERSON = "newcomer"
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
_ONLY_HERE = ("sources.list.d/older-defaults-of-debian.sources", "preferences.d/installed-versions")
"""Settings of this machine's apt that a new one lacks."""


class BareDebian:
    """The system: created once, and copied for each user.

    Attributes:
        root: The folder of the copy.
    """

    def __init__(self, folder: Path) -> None:
        self._made = folder / "as-it-comes"
        self.root = folder / "system"
        self._started: list[subprocess.Popen[bytes]] = []

    @property
    def home(self) -> Path:
        """Return the user's home, seen from outside."""
        return self.root / "home" / PERSON

    def make(self) -> None:
        """Create it, if it is not there, and copy it, with a user account."""
        if not (self._made / "etc" / "debian_version").exists():
            shutil.rmtree(self._made, ignore_errors=True)
            _run("debootstrap", "--variant=minbase", SUITE, str(self._made))  # from its usual mirror
        self._leave()  # after an interrupted run the kernel's folders are still mounted
        shutil.rmtree(self.root, ignore_errors=True)
        _run("cp", "-a", str(self._made), str(self.root))
        apt = self.root / "etc" / "apt"
        shutil.copytree("/etc/apt", apt, dirs_exist_ok=True)
        for name in _ONLY_HERE:
            (apt / name).unlink(missing_ok=True)
        if list((apt / "sources.list.d").glob("*.sources")):
            (apt / "sources.list").unlink(missing_ok=True)
        with self.entered():
            self.do("useradd", "--create-home", "--shell", "/bin/bash", PERSON)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Mount the kernel's folders, and unmount them on exit."""
        self._leave()
        _run("mount", "-t", "proc", "proc", str(self.root / "proc"))
        _run("mount", "--bind", "/dev", str(self.root / "dev"))
        try:
            yield
        finally:
            self._leave()

    def _leave(self) -> None:
        for place in (self.root / "dev", self.root / "proc"):
            while place.is_mount():
                _run("umount", "--lazy", str(place))

    def install(self, package: Path) -> None:
        """Install a package and its dependencies, as its page says."""
        shutil.copyfile(package, self.root / package.name)
        self.do("apt-get", "update")
        self.do("apt-get", "install", "--yes", f"./{package.name}")

    def do(self, *command: str) -> None:
        """Run a command in it as root."""
        _run("chroot", str(self.root), *_environment("root", "/root", "C.UTF-8"), *command)

    def start(self, *command: str, display: str, language: str) -> None:
        """Start a program in it as the user, with a screen."""
        who = ("chroot", f"--userspec={PERSON}:{PERSON}", str(self.root))
        mine = _environment(PERSON, f"/home/{PERSON}", language)
        said = (self.root / "tmp" / "said").open("wb")
        with said:
            command = (*who, *mine, f"DISPLAY={display}", *command)
            self._started.append(subprocess.Popen(command, stdout=said, stderr=said))

    def own(self) -> None:
        """Give the user all files of the home."""
        self.do("chown", "-R", f"{PERSON}:{PERSON}", f"/home/{PERSON}")

    def forget(self) -> None:
        """Empty the user's home."""
        shutil.rmtree(self.home)
        self.home.mkdir()
        self.own()

    def end(self) -> None:
        """End the program, and wait for it."""
        for process in self._started:
            process.terminate()
            process.wait()
        self._started.clear()

    def give(self, file: Path, folder: str) -> str:
        """Put a file into a folder of the user, and return its path for the user."""
        target = self.home / folder / file.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, target)
        self.own()
        return f"/home/{PERSON}/{folder}/{file.name}"


def _environment(who: str, home: str, language: str) -> list[str]:
    known = {"USER": who, "LOGNAME": who, "HOME": home, "LANG": language, "PATH": _PATH}
    quiet = {"DEBIAN_FRONTEND": "noninteractive"} if who == "root" else {}
    return ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in (known | quiet).items())]


def _run(*command: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode:
        last = "\n".join(done.stdout.splitlines()[-20:])
        raise RuntimeError(f"{command[0]} failed (status {done.returncode}):\n{last}")
