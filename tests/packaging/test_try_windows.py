"""The test set for Windows is complete, and the stand-ins for Windows go into no package."""

from pathlib import Path

import pytest

import locked
import try_windows
from package_common import FaultyError
from try_windows import NOT_TO_BE_HAD, ROOT, AbsentError, Tried


def test_the_tests_that_are_run_on_windows_are_there() -> None:
    named = [name for row in try_windows.TESTS for part in row for name in part.split()]
    assert [name for name in named if not (ROOT / name.partition("::")[0]).exists()] == []
    assert len(set(named)) == len(named)


def test_what_is_left_out_is_in_the_lock() -> None:
    assert {each.name for each in locked.read()} >= try_windows.LEFT_OUT


def test_what_stands_in_for_windows_is_named_by_nothing_else() -> None:
    files = [path for path in (ROOT / "packaging").rglob("*") if path.suffix in (".py", ".spec", ".iss", ".toml")]
    naming = {path.name for path in files if "windows/wine" in path.read_text(encoding="utf-8").replace('" / "', "/")}
    assert naming == {"try_windows.py"}


def test_where_wine_is_not_to_be_had_that_is_told_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def absent() -> None:
        raise AbsentError("No package wine.")

    monkeypatch.setattr(try_windows, "install_system_packages", absent)
    monkeypatch.setattr("sys.argv", ["try_windows.py"])
    with pytest.raises(SystemExit) as ended:
        try_windows.main()
    assert ended.value.code == NOT_TO_BE_HAD
    assert capsys.readouterr().out == "[windows] Nothing was tested. No package wine.\n"


@pytest.mark.parametrize(
    ("said", "raised"),
    [("No matching distribution", AbsentError), (f"THESE PACKAGES {try_windows.WRONG_HASH}", FaultyError)],
)
def test_a_server_that_is_away_is_no_failure_and_another_package_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, raised: type[Exception]
) -> None:
    def fail() -> None:
        raise FaultyError(f"pip failed:\n{said}")

    monkeypatch.setattr(try_windows, "FOLDER", tmp_path / "wine")
    monkeypatch.setattr(try_windows, "install_python", fail)
    with pytest.raises(raised, match=said):
        try_windows.set_up()


@pytest.mark.parametrize(
    ("status", "outcome", "is_good"),
    [(0, "passed", True), (None, "passed", True), (None, "failed", False), (3, "passed", False)],
)
def test_a_test_that_fails_is_a_failure_and_those_not_reached_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int | None, outcome: str, is_good: bool
) -> None:
    def outcomes(part: str, until: float) -> Tried:
        return Tried(part, [("tests/a/test_b.py::test_c", outcome, "", 1.5)], status)

    monkeypatch.setattr(try_windows, "FOLDER", tmp_path)
    monkeypatch.setattr(try_windows, "outcomes", outcomes)
    try_windows.log_file("tests/a").write_text("what it said", encoding="utf-8")
    assert try_windows.test([["tests/a"]], 0) is is_good
