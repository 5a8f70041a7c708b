"""The set-up of a checkout, without running one."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev
import hatch_build

REAL = Path(__file__).resolve().parents[2]


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps run in a separate checkout that has no .venv yet."""
    steps: list[str] = []
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/requirements.lock", "packaging/hatch_build.py"):
        (tmp_path / name).write_text(name)
    venv = tmp_path / ".venv"

    def make_environment() -> None:
        steps.append("python")
        venv.mkdir(exist_ok=True)
        (venv / "python").touch()

    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCK", tmp_path / "packaging" / "requirements.lock")
    monkeypatch.setattr(dev, "STAMP", venv / "set-up")
    monkeypatch.setattr(dev, "PYTHON", venv / "python")
    monkeypatch.setattr(dev, "IN_USE", tmp_path / ".venv.lock")
    monkeypatch.setattr(dev, "USE", dev.Use())
    monkeypatch.setattr(hatch_build, "stale", list)
    monkeypatch.setattr(
        dev,
        "STEPS",
        {
            "python": make_environment,
            "packages": lambda: steps.append("packages"),
            "project": lambda: steps.append("project"),
        },
    )
    dev.set_up()
    return steps


def test_the_first_time_does_every_step_and_what_is_up_to_date_is_left_alone(done: list[str]) -> None:
    assert done == ["python", "packages", "project"]
    done.clear()
    dev.set_up()
    assert done == []


def test_an_edit_repeats_what_was_made_from_it(done: list[str]) -> None:
    for edited, steps in (
        ("packaging/requirements.lock", ["packages", "project"]),
        ("pyproject.toml", ["project"]),
        ("README.md", []),
    ):
        (dev.ROOT / edited).write_text("edited")
        done.clear()
        dev.set_up()
        assert done == steps, edited


def test_a_moved_checkout_or_one_without_its_python_is_set_up_again(done: list[str]) -> None:
    stamp = dev.STAMP.read_text()
    dev.STAMP.write_text(stamp.replace(str(dev.ROOT), "/elsewhere"))
    done.clear()
    dev.set_up()
    assert done == ["python", "packages", "project"]
    dev.PYTHON.unlink()
    done.clear()
    dev.set_up()
    assert done == ["python", "packages", "project"]


@pytest.mark.parametrize(
    ("version", "works_as", "kept"),
    [
        ("3.11", "3.11", True),
        ("3.99", "3.99", True),
        ("3.10", "3.10", False),
        ("3.99", "4.0", False),
        ("3.99", "", False),
    ],
)
def test_an_environment_of_another_python_is_kept_if_it_fits_and_works(
    done: list[str], monkeypatch: pytest.MonkeyPatch, version: str, works_as: str, kept: bool
) -> None:
    monkeypatch.setattr(dev, "own_version", lambda: "3.12")
    monkeypatch.setattr(dev, "version_of", lambda _: works_as)
    stamp = dev.STAMP.read_text().splitlines()
    dev.STAMP.write_text("\n".join([f"python: {version} for {dev.ROOT}", *stamp[1:], ""]))
    done.clear()
    dev.set_up()
    assert done == ([] if kept else ["python", "packages", "project"])


def test_a_python_says_what_it_is_and_the_oldest_is_that_of_the_project(tmp_path: Path) -> None:
    assert dev.version_of(Path(sys.executable)) == f"{sys.version_info[0]}.{sys.version_info[1]}"
    (tmp_path / "python").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python").chmod(0o755)
    assert dev.version_of(tmp_path / "python") == ""
    project = tomllib.loads((REAL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={dev.OLDEST[0]}.{dev.OLDEST[1]}"


_USES_IT = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import dev
dev.IN_USE = Path(sys.argv[2])
dev.USE.begin()
os.execv(sys.executable, [sys.executable, "-c", "import sys; print('here', flush=True); sys.stdin.read()"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process becomes no other there")
def test_while_somebody_uses_it_nothing_is_changed(done: list[str]) -> None:
    """The user became another program meanwhile, as with `run`, and is killed in the end."""
    command = [sys.executable, "-c", _USES_IT, str(REAL / "packaging"), str(dev.IN_USE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == "here\n"
        done.clear()
        dev.set_up()
        (dev.ROOT / "pyproject.toml").write_text("edited")
        with pytest.raises(SystemExit) as stop:
            dev.set_up()
        assert "a program or a test uses it" in str(stop.value)
        assert done == []
        user.kill()
    dev.set_up()
    assert done == ["project"]


def test_a_set_up_that_was_cut_short_continues_from_there(done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise SystemExit("no line")

    dev.LOCK.write_text("edited")
    with monkeypatch.context() as once:
        once.setitem(dev.STEPS, "project", fails)
        done.clear()
        with pytest.raises(SystemExit):
            dev.set_up()
    assert done == ["packages"]
    done.clear()
    dev.set_up()
    assert done == ["project"]


def test_an_edited_form_is_compiled_again(done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(hatch_build, "stale", lambda: [Path("ui/reader.ui")])
    monkeypatch.setattr(dev, "call", lambda why, *command: called.append(why))
    dev.set_up()
    assert called == ["Compiling forms and translations"]


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_libraries", lambda: ["libGL.so.1", "libEGL.so.1"])
    monkeypatch.setattr(dev, "has_venv", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("bare_debian")
def test_a_user_is_shown_the_line_that_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stop:
        dev.install_system_packages()
    assert "sudo apt-get install --no-install-recommends libgl1 libegl1 python3." in str(stop.value)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stop:
        dev.install_system_packages()
    assert "libGL.so.1, libEGL.so.1" in str(stop.value)
    assert "untried" in str(stop.value)


@pytest.mark.usefixtures("bare_debian")
def test_root_has_what_is_missing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev, "call", lambda why, *command: commands.append(" ".join(command)))
    monkeypatch.setenv("DEBIAN_FRONTEND", "dialog")
    dev.install_system_packages()
    assert commands[0] == "apt-get update"
    assert commands[1].startswith("apt-get install --no-install-recommends libgl1 libegl1 python3.")


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("src/delegate_desk/settings.py", {"tests/test_settings.py"}),
        ("tests/cli/test_main.py", {"tests/cli/test_main.py"}),
        ("README.md", {"tests/test_documentation.py"}),
        ("packaging/dev.py", {"tests/packaging"}),
        ("resources/help/en/begin.md", {"tests/test_documentation.py"}),
    ],
)
def test_a_quick_run_has_the_tests_of_what_changed(changed: str, tests: set[str]) -> None:
    assert set(dev.tests_of({changed})) == tests | set(dev.ALWAYS)


def test_a_quick_run_has_the_tests_of_a_room_that_import_what_changed() -> None:
    found = dev.tests_of({"src/delegate_desk/gui/widgets/output.py"})
    assert "tests/gui/widgets/test_surroundings.py" in found
    assert "tests/gui/widgets/test_look.py" not in found


def test_a_quick_run_has_the_whole_room_of_what_none_of_its_tests_imports() -> None:
    found = dev.tests_of({"src/delegate_desk/search/something_new.py"})
    assert "tests/search/test_index.py" in found
    assert not any(name.startswith("tests/search/query/") for name in found)
    assert "tests/cli/test_main.py" in dev.tests_of({"tests/support/command_line.py"})


def test_a_quick_run_makes_the_quick_checks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: dict[str, tuple[str, ...]] = {}

    def check(name: str, program: str, *rest: str, shown: bool = False) -> tuple[bool, str]:
        ran[name] = rest
        return False, name

    monkeypatch.setattr(dev, "check", check)
    monkeypatch.setattr(dev, "changed_files", lambda: {"src/delegate_desk/settings.py"})
    assert dev.test(["--quick", "-x"]) == 0
    assert set(ran) == set(dev.QUICK)
    assert ran["pytest"][-4:] == ("-x", *sorted({*dev.ALWAYS, "tests/test_settings.py"}))
