"""The bill of materials and the licences: everything shipped, as in the current lock."""

import json
import re
from typing import Any

import pytest

import licences
import locked
from bill import bill
from locked import ROOT

INDEX: list[dict[str, Any]] = json.loads(licences.INDEX.read_text(encoding="utf-8"))
EPOCH = 1_780_000_000


def test_what_the_program_needs_is_shipped_no_tool_of_ours_and_alike_in_both_locks() -> None:
    names = {line.name for line in locked.shipped()}
    assert {"pyside6-essentials", "shiboken6", "python-docx", "cffi", "sqlcipher3"} <= names
    assert not {"pytest", "mypy", "hatchling", "pyinstaller"} & names
    other = {(line.name, line.version): line for line in locked.read(ROOT / "packaging" / "build" / "package.lock")}
    for line in locked.shipped():
        assert other[line.name, line.version].hashes == line.hashes


def test_no_qt_is_taken_that_lacks_what_the_theme_asks_it() -> None:
    """QStyleHints.accessibility came with Qt 6.10."""
    (asked,) = (one for one in locked.project()["dependencies"] if locked.plain(one) == "pyside6-essentials")
    (used,) = (line.version for line in locked.shipped() if line.name == "pyside6-essentials")
    for oldest in (re.findall(r">=([\d.]+)", asked)[0], used):
        assert [*map(int, oldest.split("."))] >= [6, 10]


def test_the_licences_are_those_of_the_lock_of_now_and_their_texts_are_there() -> None:
    kept = {one["name"]: one["version"] for one in INDEX}
    now = licences.versions(locked.shipped())
    assert {name: kept.get(name) for name in now} == now, "run .venv/bin/python packaging/build/licences.py"
    assert licences.index() == INDEX
    for part in INDEX:
        assert part["licence"]
        assert (licences.RESOURCES / part["text"]).stat().st_size > 200


def test_the_bill_has_every_line_of_the_lock_with_its_hashes() -> None:
    listed = {one["purl"]: one for one in bill(INDEX, EPOCH)["components"] if "purl" in one}
    for line in locked.shipped():
        component = listed[f"pkg:pypi/{line.name}@{line.version}"]
        hashes = {h["content"] for reference in component["externalReferences"] for h in reference["hashes"]}
        assert hashes == set(line.hashes)
        assert component["licenses"]


def test_the_bill_of_one_machine_has_one_version_of_each_and_all_name_what_is_no_package() -> None:
    names = [one["name"] for one in bill(INDEX, EPOCH, {})["components"]]
    assert len(names) == len(set(names))
    assert "numpy" in names
    all_names = {one["name"] for one in bill(INDEX, EPOCH)["components"]}
    assert {"Qt", "Python", "Inter", "Source Serif 4", "Lucide", "SQLCipher", "OpenSSL"} <= all_names


def test_all_that_depends_is_listed_and_the_same_moment_makes_the_same_bill() -> None:
    made = bill(INDEX, EPOCH)
    refs = {one["bom-ref"] for one in made["components"]} | {made["metadata"]["component"]["bom-ref"]}
    for entry in made["dependencies"]:
        assert {entry["ref"], *entry["dependsOn"]} <= refs
    assert bill(INDEX, EPOCH) == bill(INDEX, EPOCH)


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("MIT", [{"license": {"id": "MIT"}}]),
        ("Apache-2.0 OR BSD-3-Clause", [{"expression": "Apache-2.0 OR BSD-3-Clause"}]),
    ],
)
def test_a_licence_is_written_as_cyclonedx_reads_it(expression: str, written: object) -> None:
    part = next(one for one in INDEX if one["name"] == "Qt") | {"licence": expression}
    others = [one for one in INDEX if one["name"] != "Qt"]
    made = next(one for one in bill([*others, part], EPOCH)["components"] if one["name"] == "Qt")
    assert made["licenses"] == written
