"""What is tried on Windows is there, and what stands in for Windows goes into no package."""

import locked
import try_windows
from try_windows import ROOT


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
