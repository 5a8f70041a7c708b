"""Messages and results of `dev.py package` when steps succeed, fail, or cannot run on a system."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import package
import package_wheel
from package_common import Build, FaultyError, MissingError, size

Main = Callable[..., int]


@pytest.fixture
def done() -> list[str]:
    """The steps that were run."""
    return []


@pytest.fixture
def main(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, done: list[str]) -> Main:
    """The command, whose steps only make a small file; each may be given another result."""
    monkeypatch.setattr(package, "ROOT", tmp_path)
    monkeypatch.setattr(package, "Build", lambda: Build(dist=tmp_path / "dist", work=tmp_path, version="1", epoch=0))

    def run(*what: str, **ends: Exception) -> int:
        def step(name: str) -> package.Step:
            def make(build: Build) -> Iterator[Path]:
                done.append(name)
                if name in ends:
                    raise ends[name]
                made = build.dist / name
                made.write_bytes(b"1" * 1_500_000)
                yield made

            return make

        monkeypatch.setattr(package, "STEPS", {name: step(name) for name in package.STEPS})
        return package.main(list(what))

    return run


def test_all_is_made_where_nothing_is_named(main: Main, done: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert done == ["wheel", "sdist", "sbom", "frozen", "deb", "flatpak", "windows"]
    assert "1.5 MB  dist/wheel" in capsys.readouterr().out


def test_a_step_brings_what_it_is_made_from(main: Main, done: list[str]) -> None:
    assert main("deb") == 0
    assert done == ["wheel", "frozen", "deb"]


def test_what_this_system_cannot_do_is_left_out_and_said(main: Main, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(deb=MissingError("dpkg-deb is not here.")) == 0
    assert "left out: dpkg-deb is not here." in capsys.readouterr().out


def test_what_was_asked_for_and_cannot_be_done_is_a_failure(main: Main) -> None:
    assert main("deb", deb=MissingError("dpkg-deb is not here.")) == 1


def test_a_fault_is_a_failure_and_nothing_is_built_on_it(main: Main, done: list[str]) -> None:
    assert main(frozen=FaultyError("the self-test failed")) == 1
    assert "deb" not in done
    assert "flatpak" in done


def test_a_wheel_that_is_not_the_same_twice_is_a_fault(tmp_path: Path) -> None:
    for folder, content in (("one", "a"), ("other", "b")):
        (tmp_path / folder).mkdir()
        with zipfile.ZipFile(tmp_path / folder / "made.whl", "w") as wheel:
            wheel.writestr("same.py", "1")
            wheel.writestr("differs.py", content)
    one, other = tmp_path / "one" / "made.whl", tmp_path / "other" / "made.whl"
    package_wheel.compare(one, one)
    with pytest.raises(FaultyError, match=r"differs in: differs\.py"):
        package_wheel.compare(one, other)


def test_the_size_of_a_folder_is_that_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("deep/file")
    assert size(tmp_path) == 5
