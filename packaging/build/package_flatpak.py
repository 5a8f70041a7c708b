"""Sources of a Flatpak: the manifest, and the wheels that it installs, so that nothing is downloaded.

The manifest was not built here: its runtime cannot be downloaded.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from locked import ROOT, shipped
from package_common import ID, Build, FaultyError, python
from package_deb import describe, draw_icons, write_manual

PYTHON = "3.13"
"""The Python of the runtime in the manifest."""


def flatpak(build: Build) -> Iterator[Path]:
    """Make a folder from which `flatpak-builder build eu.delegatedesk.DelegateDesk.yml` builds it."""
    folder = build.dist / "flatpak"
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    shutil.copyfile(ROOT / "packaging" / "build" / "flatpak" / f"{ID}.yml", folder / f"{ID}.yml")
    own = list(build.dist.glob(f"delegate_desk-{build.version}-*.whl"))
    if len(own) != 1:
        raise FaultyError(f"There is no one wheel of {build.version} in {build.dist.name}.")
    shutil.copyfile(own[0], wheels / own[0].name)
    _fetch(build, wheels)
    describe(build, folder / "share")
    draw_icons(folder / "share" / "icons" / "hicolor")
    write_manual(build, folder / "share" / "man" / "man1")
    yield folder


def _fetch(build: Build, wheels: Path) -> None:
    """Return the locked packages for that Python, each checked against its hashes."""
    lines = [line for line in shipped() if "python_full_version < '3.12'" not in line.marker]
    lock = build.work / "flatpak.lock"
    lock.parent.mkdir(exist_ok=True)
    hashed = (
        f"{line.name}=={line.version} {' '.join(f'--hash=sha256:{one}' for one in line.hashes)}" for line in lines
    )
    lock.write_text("\n".join(hashed) + "\n", encoding="utf-8")
    if not sys.platform.startswith("linux"):
        return  # the wheels are for Linux, wherever the folder is made
    platforms = [f"--platform=manylinux_2_{n}_x86_64" for n in range(17, 40)] + ["--platform=manylinux2014_x86_64"]
    build.run(
        python(), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
        "--only-binary=:all:", f"--python-version={PYTHON}", *platforms, "--dest", wheels, "--requirement", lock,
    )  # fmt: skip
