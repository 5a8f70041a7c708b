"""Test of the MSI and the installer for Windows under Wine: installed over an earlier version, used, and removed."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import try_windows
from package_common import NAME, Build, FaultyError, say
from package_windows import WINDOW, make_packages
from screen_driver import Screen, wait
from try_windows import PREFIX, as_windows, environment

BEFORE = "DELEGATE_DESK_BEFORE"
"""The environment variable with a folder in which the packages of the version before lie."""
C = PREFIX / "drive_c"
LIBRARY = C / "Βιβλιοθήκη"
SAMPLE = try_windows.ROOT / "resources" / "samples" / "ST-99140-2026-INIT_el.docx"
EARLIER = "0.0.1"
SCREEN = Screen(":90")


class Package(NamedTuple):
    """A package, and its silent installation and removal.

    Attributes:
        uninstall: The command, once it is installed.
        kept: Files that stay in its folder when it is removed.
    """

    file: Path
    folder: Path
    install: Callable[[Path], list[str]]
    uninstall: list[str]
    kept: tuple[str, ...] = ()


def try_out(build: Build, program: Path, made: Sequence[Path]) -> None:
    """Try the two packages of a folder in turn, over those of the version before or something in their place.

    Raises:
        FaultyError: If a step fails.
    """
    try_windows.install_system_packages()
    try_windows.set_up()
    policies = C / "policies.json"
    policies.write_text('{"policies": {"Delegation": "EL"}}', encoding="utf-8")
    msi, setup = made
    user = next(path for path in (C / "users").iterdir() if path.name != "Public")
    per_user = user / "AppData" / "Local" / "Programs" / "Delegate Desk"
    packages = (
        Package(
            msi,
            C / "Program Files" / "Delegate Desk",
            lambda file: ["wine", "msiexec", "/i", as_windows(file), "/qn", "POLICYFILE=C:\\policies.json"],
            ["wine", "msiexec", "/x", as_windows(msi), "/qn"],
            ("policies.json",),
        ),
        Package(
            setup,
            per_user,
            lambda file: ["wine", str(file), "/S"],
            ["wine", str(per_user / "uninstall.exe"), "/S", f"_?={_windows_path(per_user)}"],
        ),
    )
    with tempfile.TemporaryDirectory() as folder, SCREEN.on(), try_windows.windows():
        subprocess.run(["wineserver", "--kill"], env=_environment())  # the program may have no screen
        for package, earlier in zip(packages, _packages_before(build, Path(folder)), strict=True):
            _try(package, earlier, program)


def _packages_before(build: Build, folder: Path) -> Sequence[Path]:
    """The MSI and the installer of the version before; without them, packages of a few files in their place."""
    if given := os.environ.get(BEFORE):
        return [next(Path(given).glob(f"*-windows-amd64{end}")) for end in (".msi", "-setup.exe")]
    before = folder / "before"
    (before / "lib").mkdir(parents=True)
    for name in (WINDOW, f"{NAME}.exe", "lib/gone.txt"):
        (before / name).write_text("of the version before", encoding="utf-8")
    return make_packages(build, before, EARLIER, folder)


def _try(package: Package, earlier: Path, made_of: Path) -> None:
    name = package.file.name
    if package.folder.exists():  # of a failed test
        subprocess.run(package.uninstall, env=_environment())
        shutil.rmtree(package.folder)
    shutil.rmtree(LIBRARY, ignore_errors=True)
    _run(*package.install(earlier))
    if not (package.folder / WINDOW).exists():
        raise FaultyError(f"The version before {name} was not installed.")
    program = ("wine", str(package.folder / f"{NAME}.exe"))
    library = ("--library", _windows_path(LIBRARY))
    if BEFORE in os.environ:
        try_windows.use_our_maths(package.folder / "lib")
        _run(*program, *library, "import", as_windows(SAMPLE))
        say(f"{name}: {_run(*program, '--version').strip()} was before it, and made the library")
    began = time.monotonic()
    _run(*package.install(package.file))
    say(f"{name}: installed over a version before in {time.monotonic() - began:.0f} s")
    wanted, found = _content(made_of), _content(package.folder)
    others = {path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path)}
    if not others <= {"uninstall.exe", "policies.json"} or not _is_in_menu():
        raise FaultyError(f"{name} installed other files than it should ({sorted(others)[:9]}), or is not in the menu.")
    try_windows.use_our_maths(package.folder / "lib")
    steps = json.loads(_run(*program, "check", "--self-test", "--json"))["steps"]
    failed = [f"{step['what']}: {step['fault']}" for step in steps if not step["ok"]]
    if failed:
        raise FaultyError(f"{name}: {'; '.join(failed)}")
    say(f"{name}: {len(steps)} steps of the self-test passed")
    _run(*program, *library, "import", as_windows(SAMPLE))
    _show("wine", str(package.folder / WINDOW), *library)
    kept = _content(LIBRARY)
    _run(*package.uninstall)
    left = [path.name for path in package.folder.iterdir()] if package.folder.exists() else []
    if sorted(left) != sorted(package.kept) or _is_in_menu():
        raise FaultyError(f"{name}: after removal {left or 'its entry in the menu'} is still there.")
    if _content(LIBRARY) != kept:
        raise FaultyError(f"{name}: removing it changed the library.")
    say(f"{name}: removed; the library is as it was")


def _is_in_menu() -> bool:
    """True if the start menu has the program: that of the user, the only one in Wine."""
    return any((C / "users").glob("*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Delegate Desk.lnk"))


def _show(*command: str) -> None:
    began = time.monotonic()
    opened = subprocess.Popen(command, env=_environment())
    try:
        wait("the window", lambda: SCREEN.has("Delegate Desk"), 300)
        say(f"the window was shown after {time.monotonic() - began:.1f} s")
        SCREEN.settle()
        SCREEN.keys("Escape", "ctrl+q")
        opened.wait(120)
    finally:
        opened.kill()


def _environment() -> dict[str, str]:
    """The environment of a user's own computer, without anything that points to the checkout."""
    return {name: value for name, value in environment(DISPLAY=SCREEN.display).items() if name != "PYTHONPATH"}


def _run(*command: str) -> str:
    return try_windows.run(*command, env=_environment())


def _windows_path(path: Path) -> str:
    return "C:\\" + str(path.relative_to(C)).replace(os.sep, "\\")


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
