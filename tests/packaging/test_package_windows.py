"""Contents of the packages for Windows, the same each time they are built; the test set for Windows."""

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import locked
import package_windows
import try_windows
from locked import ROOT
from package_common import NAME, Build, FaultyError
from package_windows import OWN_KEYS, SOURCES, WINDOW, is_shipped, registry
from try_windows import NOT_TO_BE_HAD, AbsentError, Tried


@pytest.mark.parametrize(
    ("shipped", "name"),
    [
        (True, "PySide6/Qt6Core.dll"),
        (True, "PySide6/QtWidgets.pyd"),
        (True, "PySide6/plugins/platforms/qwindows.dll"),
        (True, "PySide6/plugins/styles/qmodernwindowsstyle.dll"),
        (True, "PySide6/translations/qtbase_fr.qm"),
        (True, "PySide6/msvcp140.dll"),
        (True, "shiboken6/shiboken6.abi3.dll"),
        (True, "numpy/_core/_multiarray_umath.cp313-win_amd64.pyd"),
        (True, "docx/templates/default.docx"),
        (True, "pypdfium2_raw/version.json"),
        (True, "delegate_desk/resources/help/en/begin.md"),
        (False, "PySide6/Qt6Qml.dll"),
        (False, "PySide6/plugins/tls/qschannelbackend.dll"),
        (False, "PySide6/opengl32sw.dll"),
        (False, "PySide6/translations/qtbase_de.qm"),
        (False, "PySide6/uic.exe"),
        (False, "bin/pyside6-uic.exe"),
        (False, "numpy/_core/tests/test_api.py"),
        (False, "olefile/olefile2.py"),
        (False, "numpy/__init__.pyi"),
        (False, "lxml/includes/etree_defs.h"),
        (False, "cffi/__pycache__/api.cpython-313.pyc"),
        (False, "numpy-2.5.5.dist-info/METADATA"),
        (False, "delegate_desk/search/engine/README.md"),
    ],
)
def test_what_is_needed_is_shipped_and_what_is_never_loaded_is_not(shipped: bool, name: str) -> None:
    assert is_shipped(name) is shipped


def test_each_module_of_qt_that_is_imported_on_windows_is_shipped() -> None:
    sources = (ROOT / "src" / "delegate_desk").rglob("*.py")
    texts = [source.read_text(encoding="utf-8") for source in sources if source.name != "suspend_lock.py"]
    imported = {name for text in texts for name in re.findall(r"PySide6\.(Qt\w+)", text)}
    assert "QtWidgets" in imported
    assert [name for name in imported if not is_shipped(f"PySide6/{name}.pyd")] == []


MAIN = """\
import sys
from importlib.resources import files

import mixed


def main():
    print(sys.frozen, sys.argv, files(mixed).joinpath("words.txt").read_text(), __name__)
    return 1 // int(sys.argv[1])
"""


def test_modules_are_joined_the_same_each_time_and_imported_without_their_sources(tmp_path: Path) -> None:
    for place in ("one", "other"):
        stage = tmp_path / place
        for package in ("delegate_desk", "delegate_desk/cli", "mixed"):
            (stage / package).mkdir(parents=True)
            (stage / package / "__init__.py").touch()
        (stage / "delegate_desk" / "cli" / "main.py").write_text(MAIN, encoding="utf-8")
        (stage / "mixed" / "words.txt").write_text("some", encoding="utf-8")
        shutil.copyfile(SOURCES / "start.py", stage / "start.py")
        package_windows.compile_modules(Build(), stage)
        package_windows.join_modules(stage, stage / "modules.bin")
        left = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*"))
        assert left == ["mixed", "mixed/words.txt", "modules.bin", "start.pyc"]
        assert struct.unpack_from("<I", (stage / "start.pyc").read_bytes(), 4) == (0b01,)  # by hash, unchecked
    assert (tmp_path / "one" / "modules.bin").read_bytes() == (tmp_path / "other" / "modules.bin").read_bytes()

    def start(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-I", str(stage / "start.pyc"), *words], capture_output=True, text=True)

    well, ill = start("1"), start("0")
    assert well.stdout == f"True {[sys.executable, '1']} some delegate_desk.cli.main\n"
    assert (well.returncode, ill.returncode) == (1, 1)
    assert f'File "{Path("delegate_desk", "cli", "main.py")}", line 9, in main\n' in ill.stderr


def test_the_launchers_tell_windows_what_they_know_and_the_policy_editor_has_its_template() -> None:
    root = ET.parse(SOURCES / "launcher.manifest").getroot()
    told = {element.tag.rpartition("}")[2]: element.text for element in root.iter()}
    assert told["dpiAwareness"] == "PerMonitorV2"
    assert told["activeCodePage"] == "UTF-8"
    assert told["longPathAware"] == "true"
    (level,) = root.iter("{urn:schemas-microsoft-com:asm.v3}requestedExecutionLevel")
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert package_windows.POLICY == ROOT / "packaging" / "windows"
    assert {path.suffix for path in package_windows.POLICY.rglob("*") if path.is_file()} == {".admx", ".adml"}


def test_the_msi_has_every_file_with_a_guid_that_stays(tmp_path: Path) -> None:
    for name in (WINDOW, f"{NAME}.exe", "lib/python313.dll", "lib/resources/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    made = [package_windows.wix(tmp_path, version, tmp_path / "icon.ico") for version in ("0.8.0", "0.9.0")]
    guids = [{part.get("Guid") for part in root.iter("Component")} for root in made]
    assert guids[0] == guids[1]
    assert len(guids[0]) == len(list(made[0].iter("File"))) == len(list(made[0].iter("ComponentRef"))) == 4
    products = [next(root.iter("Product")) for root in made]
    assert products[0].get("Id") != products[1].get("Id")
    assert products[0].get("UpgradeCode") == products[1].get("UpgradeCode")


def test_the_installer_puts_and_removes_the_same(tmp_path: Path) -> None:
    for name in (WINDOW, "lib/python313.dll", "policy/en-US/delegate-desk.adml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    words = "\n".join(package_windows.nsis_parts(tmp_path))
    assert re.findall(r"SetOutPath \"\$INSTDIR\\(.*)\"", words) == ["", "lib", r"policy\en-US"]
    assert f'Delete "$INSTDIR\\{WINDOW}"' in words
    for key, name, _ in registry(""):
        removed = any(key.startswith(own) for own in OWN_KEYS) or f"DeleteRegValue HKCU '{key}' '{name}'" in words
        assert removed, key


def test_an_msi_has_the_code_and_the_moment_that_are_given() -> None:
    code = "0DB8A1D3-765C-58E1-A3AC-6DADCA0D4E0D"
    values = struct.pack("<II38sxx", 30, 39, b"{made up}") + struct.pack("<IQ", 0x40, 5)
    section = struct.pack("<IIIIII", 24 + len(values), 2, 9, 24, 12, 24 + 48) + values
    header = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9") + struct.pack("<I", 48)
    msi = bytes(28) + header + section
    settled = package_windows.settle_summary(msi, code, 0)
    assert f"{{{code}}}".encode() in settled
    assert settled.endswith(struct.pack("<Q", 116_444_736_000_000_000))
    assert len(settled) == len(msi)


def test_the_tests_that_are_run_on_windows_are_there_and_nothing_else_names_its_stand_ins() -> None:
    named = [name for row in try_windows.TESTS for part in row for name in part.split()]
    assert [name for name in named if not (ROOT / name.partition("::")[0]).exists()] == []
    assert len(set(named)) == len(named)
    assert {each.name for each in locked.read()} >= try_windows.LEFT_OUT
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
