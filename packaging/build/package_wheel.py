"""Wheel and source archive, each built twice from two folders: the same sources give the same bytes."""

import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from locked import ROOT
from package_common import Build, FaultyError, python


def wheel(build: Build) -> Iterator[Path]:
    """Build the wheel of this checkout, identical to that of its source archive in another folder."""
    with tempfile.TemporaryDirectory() as folder:
        again = _hatch(build, "wheel", Path(folder) / "again", _unpacked(build, Path(folder)))
        made = _hatch(build, "wheel", build.dist, ROOT)
        compare(made, again)
    yield made


def sdist(build: Build) -> Iterator[Path]:
    """Build the source archive of this checkout, identical to that built from itself in another folder."""
    with tempfile.TemporaryDirectory() as folder:
        again = _hatch(build, "sdist", Path(folder) / "again", _unpacked(build, Path(folder)))
        made = _hatch(build, "sdist", build.dist, ROOT)
        compare(made, again)
    yield made


def _hatch(build: Build, kind: str, target: Path, source: Path) -> Path:
    before = {file: file.stat().st_mtime_ns for file in target.glob("*")}
    build.run(python(), "-m", "hatchling", "build", "--target", kind, "--directory", target, cwd=source)
    suffix = ".whl" if kind == "wheel" else ".tar.gz"
    made = [one for one in target.glob(f"*{suffix}") if before.get(one) != one.stat().st_mtime_ns]
    if len(made) != 1:
        raise FaultyError(f"The {kind} was not made.")
    return made[0]


def _unpacked(build: Build, folder: Path) -> Path:
    """Return the source archive, unpacked elsewhere."""
    with tarfile.open(_hatch(build, "sdist", folder / "sources", ROOT)) as archive:
        archive.extractall(folder, filter="data")
        return folder / archive.getnames()[0].partition("/")[0]


def compare(one: Path, other: Path) -> None:
    """Check that two archives are identical.

    Raises:
        FaultyError: If they are not; it names the files that differ.
    """
    if one.read_bytes() == other.read_bytes():
        return
    ours, theirs = _members(one), _members(other)
    names = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    raise FaultyError(f"Built twice, {one.name} differs in: {', '.join(names[:10]) or 'how it is packed'}")


def _members(file: Path) -> dict[str, str]:
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            return {name: sha256(wheel.read(name)).hexdigest() for name in wheel.namelist()}
    with tarfile.open(file) as archive:
        return {
            member.name: sha256(content.read()).hexdigest()
            for member in archive
            if (content := archive.extractfile(member)) is not None
        }
