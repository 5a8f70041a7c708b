"""Malicious packages: one clear sentence, at once, and the library is unchanged."""

import contextlib
import json
import random
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.cli.command_result import explain
from delegate_desk.core.exchange.package_format import RefusedPackageError, read_manifest, read_package
from delegate_desk.core.library.errors import PackageFault, UnreadablePackageError
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from support.hostile_webannotations import HOSTILE, JSON
from support.package_exchange import brought, kept, noted, pack, paragraph, texts
from support.package_fixtures import parts_of, rewritten, written


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    with open_desk(folder / "library") as desk:
        document = brought(desk, folder)
        noted(desk, paragraph(document), "words")
        desk.positions.set_general(document, "general")
        pack(desk, folder / "whole.ddpack")
    return folder / "whole.ddpack"


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk that none of the packages changes."""
    folder = tmp_path_factory.mktemp("victim")
    with open_desk(folder / "library") as opened:
        document = brought(opened, folder)
        noted(opened, paragraph(document), "mine")
        yield opened


def beside(desk: Desk, file: Path) -> set[Path]:
    """The files around a library, and around a package, without the package itself."""
    around = (path for folder in (desk.folder.parent, file.parent) for path in folder.rglob("*"))
    return {path for path in around if path != file and "sqlite3" not in path.name}


def refused(desk: Desk, file: Path) -> PackageFault:
    """The reason why a package is refused; the library is unchanged."""
    files = beside(desk, file)
    before = (kept(desk), desk.annotations.all(), desk.documents.all(), desk.people.other_people())
    with pytest.raises(UnreadablePackageError) as caught:
        desk.packages.merge(file)
    assert (kept(desk), desk.annotations.all(), desk.documents.all(), desk.people.other_people()) == before
    assert beside(desk, file) == files
    sentence = explain(caught.value)
    assert sentence.startswith(file.name)
    assert sentence.endswith("The library is unchanged.")
    assert "\n" not in sentence
    return caught.value.fault


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt", "/etc/outside.txt", "originals/../../outside.txt", "C:\\outside.txt", "originals\\..\\x",
        "a//b", "./a", "a/", "NUL\x00.txt", "ä.txt", "a" * 500, "a/b/c/d/e/f", " ", "-rf\n",
    ],
)  # fmt: skip
def test_names_that_no_package_has_are_refused(victim: Desk, whole: Path, tmp_path: Path, name: str) -> None:
    bad = rewritten(whole, tmp_path / "bad.ddpack", lambda parts, _: parts.update({name: b"harm"}))
    assert refused(victim, bad) in (PackageFault.UNSAFE, PackageFault.CHANGED)
    assert list(tmp_path.rglob("outside*")) == []


def test_links_devices_and_twins_are_refused(victim: Desk, whole: Path, tmp_path: Path) -> None:
    parts, said = parts_of(whole)
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR):
        file = tmp_path / "bad.ddpack"
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in parts.items():
                entry = zipfile.ZipInfo(name)
                entry.create_system = 3
                entry.external_attr = (kind | 0o777) << 16
                archive.writestr(entry, content)
            archive.writestr("manifest.json", json.dumps(said))
        assert refused(victim, file) is PackageFault.UNSAFE
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", json.dumps(said))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("manifest.json", json.dumps(said))
    assert refused(victim, file) is PackageFault.UNSAFE


def test_what_is_no_package_is_refused(victim: Desk, whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.ddpack"
    for content in (b"", b"PK", b"PK\3\4", b"%PDF-1.7", b"PK\3\4" + b"\0" * 1000, random.Random(1).randbytes(5000)):
        file.write_bytes(content)
        assert refused(victim, file) in (PackageFault.NO_PACKAGE, PackageFault.DAMAGED)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(victim, file) is PackageFault.NO_PACKAGE
    finish(victim.backups.write(file.with_suffix(".ddbackup")))
    assert refused(victim, file.with_suffix(".ddbackup")) is PackageFault.NO_PACKAGE
    content = whole.read_bytes()
    for length in (100, len(content) // 2, len(content) - 30, len(content) - 1):
        file.write_bytes(content[:length])
        assert refused(victim, file) is PackageFault.DAMAGED
    for path in (tmp_path, tmp_path / "absent.ddpack"):
        with pytest.raises(UnreadablePackageError):
            victim.packages.merge(path)


def test_wrong_hashes_and_parts_too_many_or_too_few_are_refused(victim: Desk, whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.ddpack"

    def other_words(parts: dict[str, bytes], _: dict[str, Any]) -> None:
        parts["annotations.jsonld"] = parts["annotations.jsonld"].replace(b"words", b"WORDS")

    def other_file(parts: dict[str, bytes], _: dict[str, Any]) -> None:
        name = next(name for name in parts if name.startswith("originals/"))
        parts[name] = b"evil" + parts[name]

    def one_less(parts: dict[str, bytes], _: dict[str, Any]) -> None:
        del parts["positions.json"]

    def one_more(parts: dict[str, bytes], _: dict[str, Any]) -> None:
        parts["more.json"] = b"{}"

    for change in (other_words, other_file, one_less, one_more):
        assert refused(victim, rewritten(whole, file, change, hashes=False)) is PackageFault.CHANGED
    assert refused(victim, rewritten(whole, file, other_file)) is PackageFault.CHANGED  # its name is its hash
    assert refused(victim, rewritten(whole, file, one_more)) is PackageFault.MALFORMED
    lone = "originals/" + "a" * 64 + ".txt"
    bad = rewritten(whole, file, lambda parts, _: parts.update({lone: b"x"}))
    assert refused(victim, bad) in (PackageFault.CHANGED, PackageFault.MALFORMED)


def test_bombs_are_refused(victim: Desk, whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.ddpack"
    parts, said = parts_of(whole)
    large = {**parts, "annotations.jsonld": b" " * 65_000_000}
    bad = written(file, large, json.dumps(said).encode())
    assert refused(victim, bad) in (PackageFault.TOO_LARGE, PackageFault.CHANGED)
    many = {f"a{n}": b"" for n in range(6_000)}
    assert refused(victim, written(file, {**parts, **many}, json.dumps(said).encode())) is PackageFault.TOO_LARGE
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("manifest.json", "w") as into:
        for _ in range(100):
            into.write(b" " * 1_000_000)
    assert refused(victim, file) is PackageFault.TOO_LARGE


DEEP = b'{"items": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize("part", ["documents.json", "annotations.jsonld", "positions.json", "withdrawn.json"])
@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'"\\ud800"', DEEP, b'{"items": [NaN]}', b'{"items": [1e999]}',
        b'{"items": [Infinity], "lines": []}', b'{"items": [], "items": []}', b'{"items": {}}', b'{"documents": 7}',
        b'{"x\\udfff": 1}', b'{"items": [{"body": "half \xed\xa0\xbd"}]}', b"1" * 10_000, b"[" * 3_000_000,
    ],
)  # fmt: skip
def test_parts_that_are_none_are_refused(victim: Desk, whole: Path, tmp_path: Path, part: str, content: bytes) -> None:
    bad = rewritten(whole, tmp_path / "bad.ddpack", lambda parts, _: parts.update({part: content}))
    assert refused(victim, bad) in (PackageFault.MALFORMED, PackageFault.TOO_LARGE)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2}, {"format": 2.5}, {"format": "1"}, {"format": 0}, {"format": True},
        {"person": "me"}, {"package": None},
        {"moment": "yesterday"}, {"moment": "9999-12-31T23:59:59-23:00"}, {"moment": "2026-13-01T00:00:00Z"},
        {"internal": "no"}, {"people": {}}, {"people": [7]}, {"people": [{"id": "x"}]}, {"people": [{}] * 2000},
        {"program": "half \ud83d"}, {"people": [{"\ude00": 1}]},
        {"program": ["x"]}, {"minor": -1}, {"minor": 10**30}, {"format": 10**30},
    ],
)  # fmt: skip
def test_manifests_that_are_none_are_refused(victim: Desk, whole: Path, tmp_path: Path, change: dict[str, Any]) -> None:
    fault = refused(victim, rewritten(whole, tmp_path / "bad.ddpack", lambda _, said: said.update(change)))
    newer = change.get("format") == 2
    assert fault is (PackageFault.NEWER if newer else PackageFault.MALFORMED)


def test_a_package_that_hides_that_it_is_internal_is_refused(desk: Desk, victim: Desk, tmp_path: Path) -> None:
    document = brought(desk, tmp_path)
    desk.positions.set_internal(document, "secret")
    pack(desk, tmp_path / "internal.ddpack", internal=True)
    bad = rewritten(tmp_path / "internal.ddpack", tmp_path / "bad.ddpack", lambda _, said: said.update(internal=False))
    assert refused(victim, bad) is PackageFault.MALFORMED


ENTRIES = st.lists(HOSTILE, max_size=4)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["documents", "items", "lines", "withdrawn", "x"]), ENTRIES | JSON), JSON)
def test_whatever_the_parts_say_is_read_or_refused(value: dict[str, Any], more: object) -> None:
    said = read_manifest(json.dumps(GOOD).encode())
    for part in ("documents.json", "annotations.jsonld", "positions.json", "withdrawn.json"):
        for content in (value, {**value, "creator": more}):
            try:
                found = read_package(said, {part: json.dumps(content).encode()}, "a.ddpack")
            except RefusedPackageError:
                continue
            assert all(len(thing.content) < 2_000_000 for thing in found.items)


@given(st.dictionaries(st.sampled_from([*"abc", "format", "person", "people", "moment", "members", "package"]), JSON))
def test_whatever_a_manifest_says_is_read_or_refused(change: dict[str, Any]) -> None:
    with contextlib.suppress(RefusedPackageError):
        read_manifest(json.dumps({**GOOD, **change}).encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_packages_with_bytes_changed_are_read_or_refused(
    victim: Desk, whole: Path, tmp_path: Path, seed: int, many: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(whole.read_bytes())
    for _ in range(many):
        content[chance.randrange(len(content))] = chance.randrange(256)
    file = tmp_path / "changed.ddpack"
    file.write_bytes(content)
    with contextlib.suppress(UnreadablePackageError):
        victim.packages.read(file)
    assert texts(victim) == {"mine"}


GOOD = {
    "format": 1, "minor": 0, "program": "1.0", "package": "0" * 8 + "-0000-4000-a000-" + "0" * 12,
    "person": "1" * 8 + "-0000-4000-a000-" + "0" * 12, "people": [], "moment": "2026-03-01T00:00:00Z", "internal": True,
    "members": {},
}  # fmt: skip
