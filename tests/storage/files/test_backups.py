"""A file to restore may come from anywhere: what no backup contains is refused, and nothing is written."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.library import backup
from delegate_desk.core.library.errors import BackupFault, UnusableBackupError
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.storage.files.backups import restore
from support.document_values import quiet_hours

Parts = dict[str, bytes]
NOT_OURS = (
    "../evil.txt",
    "/tmp/evil.txt",
    "originals/../../evil.txt",
    "originals\\..\\evil.txt",
    "C:/evil.txt",
    "originals/CON",
    "originals/aa/nul.txt",
    "originals/ab/" + "a" * 64 + ".txt",
    "originals/aa/" + "a" * 64 + ".txt/x",
    "originals/aa/" + "a" * 64 + ".a:b",
    "index/catalog",
    "library.sqlite3-wal",
    "sidecars/../library.key.jsonld",
    "sidecars/CON.jsonld",
    "x" * 400,
    "LIBRARY.SQLITE3",
    "",
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A complete backup of a small library."""
    folder = tmp_path_factory.mktemp("good")
    with open_desk(folder / "library") as desk:
        desk.documents.add(desk.documents.read(quiet_hours(folder)))
        finish(desk.backups.write(folder / "good.ddbackup"))
    return folder / "good.ddbackup"


def parts_of(file: Path) -> Parts:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(target: Path, parts: Parts, attributes: dict[str, int] | None = None) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (attributes or {}).get(name, 0o600 << 16)
            archive.writestr(info, content)
    return target


def listed(parts: Parts, **changed: Any) -> Parts:
    """With a list of its contents."""
    said = json.loads(parts[backup.MANIFEST]) | changed
    if "members" not in changed:
        said["members"] = [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in parts.items()
            if name != backup.MANIFEST
        ]
    return {**parts, backup.MANIFEST: json.dumps(said).encode()}


def refused(file: Path, folder: Path) -> BackupFault:
    """Try to restore; nothing may have been written."""
    before = sorted(path.name for path in folder.parent.iterdir())
    with pytest.raises(UnusableBackupError) as caught:
        finish(restore(file, folder))
    assert sorted(path.name for path in folder.parent.iterdir()) == before
    return caught.value.fault


@pytest.mark.parametrize("name", NOT_OURS)
def test_names_that_no_library_has_are_refused(name: str, good: Path, tmp_path: Path) -> None:
    parts = listed({**parts_of(good), name: b"evil"})
    assert refused(pack(tmp_path / "evil.zip", parts), tmp_path / "again") is BackupFault.UNSAFE


def test_links_are_refused(good: Path, tmp_path: Path) -> None:
    parts = parts_of(good)
    link = next(name for name in parts if name.startswith("originals/"))
    parts = listed({**parts, link: b"/etc/passwd"})
    file = pack(tmp_path / "evil.zip", parts, {link: 0o120777 << 16})
    assert refused(file, tmp_path / "again") is BackupFault.UNSAFE


def test_a_file_that_is_larger_than_it_says_is_refused(good: Path, tmp_path: Path) -> None:
    parts = parts_of(good)
    said = json.loads(parts[backup.MANIFEST])
    for member in said["members"]:
        member["size"] = 10
    file = pack(tmp_path / "evil.zip", listed(parts, members=said["members"]))
    assert refused(file, tmp_path / "again") is BackupFault.DAMAGED


def test_a_file_with_other_bytes_of_the_same_number_is_refused(good: Path, tmp_path: Path) -> None:
    parts = parts_of(good)
    name = next(name for name in parts if name.startswith("originals/"))
    file = pack(tmp_path / "evil.zip", {**parts, name: b"x" * len(parts[name])})
    assert refused(file, tmp_path / "again") is BackupFault.DAMAGED


def test_more_than_the_disk_holds_is_refused_before_anything_is_written(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(DiskFullError):
        next(restore(good, tmp_path / "again"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda parts: {**parts, backup.DATABASE: b"SQLite format 3\0" + b"x" * 5000}, BackupFault.DAMAGED),
        (lambda parts: listed({**parts, backup.DATABASE: b"SQLite format 3\0" + b"x" * 5000}), BackupFault.DAMAGED),
        (lambda parts: listed({**parts, backup.DATABASE: b"sealed" * 900}), BackupFault.DAMAGED),
        (lambda parts: listed(parts, version=2), BackupFault.NEWER),
        (lambda parts: listed(parts, schema=10_000), BackupFault.NEWER),
        (lambda parts: listed(parts, schema=1), BackupFault.DAMAGED),
        (lambda parts: listed(parts, format="another"), BackupFault.DAMAGED),
        (lambda parts: listed(parts, originals=["../../evil"]), BackupFault.DAMAGED),
        (lambda parts: listed(parts, made="yesterday"), BackupFault.DAMAGED),
        (lambda parts: listed(parts, members=[]), BackupFault.DAMAGED),
        (lambda parts: {**parts, backup.MANIFEST: b"[" * 200_000}, BackupFault.DAMAGED),
        (lambda parts: {backup.DATABASE: parts[backup.DATABASE]}, BackupFault.NOT_ONE),
    ],
)
def test_what_is_not_as_its_list_says_is_refused(
    spoil: Callable[[Parts], Parts], fault: BackupFault, good: Path, tmp_path: Path
) -> None:
    assert refused(pack(tmp_path / "evil.zip", spoil(parts_of(good))), tmp_path / "again") is fault


def test_a_backup_that_was_not_copied_to_its_end_is_damaged(good: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.ddbackup"
    half.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    assert refused(half, tmp_path / "again") is BackupFault.DAMAGED


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"no ZIP", b"SQLite format 3\0" + b"y" * 9000])
def test_other_files_are_no_backups(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "other.ddbackup"
    file.write_bytes(content)
    assert refused(file, tmp_path / "again") in (BackupFault.NOT_ONE, BackupFault.DAMAGED)
    assert refused(tmp_path / "none", tmp_path / "again") is BackupFault.MISSING
    assert refused(tmp_path, tmp_path / "again") is BackupFault.MISSING


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_no_change_of_a_byte_goes_unseen(
    data: some.DataObject, good: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Either the restored library is the backed-up one, or the file is refused."""
    folder = tmp_path_factory.mktemp("spoilt")
    content = bytearray(good.read_bytes())
    at = data.draw(some.integers(0, len(content) - 1))
    content[at] ^= data.draw(some.integers(1, 255))
    (folder / "spoilt.ddbackup").write_bytes(content[: data.draw(some.sampled_from((len(content), at)))])
    try:
        finish(restore(folder / "spoilt.ddbackup", folder / "again"))
    except UnusableBackupError:
        assert [path.name for path in folder.iterdir()] == ["spoilt.ddbackup"]
    else:
        parts = parts_of(good)
        for name in parts.keys() - {backup.MANIFEST}:
            assert (folder / "again" / name).read_bytes() == parts[name]


def test_a_manifest_is_read_as_it_was_written(good: Path) -> None:
    manifest = backup.decode_manifest(parts_of(good)[backup.MANIFEST])
    assert backup.decode_manifest(backup.encode_manifest(manifest)) == manifest
    assert backup.decode_manifest(backup.encode_manifest(replace(manifest, state=None))).state is None
    assert manifest.documents == 1


def test_half_a_character_in_a_manifest_is_marked_as_lost(good: Path, tmp_path: Path) -> None:
    parts = listed(parts_of(good), program="half \ud83d")
    assert backup.decode_manifest(parts[backup.MANIFEST]).program == "half \ufffd"
    finish(restore(pack(tmp_path / "half.ddbackup", parts), tmp_path / "library"))
