"""Messages and results of `dev.py package`, the contents of the frozen program, its description for other systems."""

import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import freezing
import package
import package_wheel
from package_common import ID, Build, FaultyError, MissingError, size

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


def test_a_step_brings_what_it_is_made_from_and_nothing_is_built_on_a_fault(main: Main, done: list[str]) -> None:
    assert main("deb") == 0
    assert done == ["wheel", "frozen", "deb"]
    done.clear()
    assert main(frozen=FaultyError("the self-test failed")) == 1
    assert "deb" not in done
    assert "flatpak" in done


def test_what_cannot_be_done_is_left_out_or_a_failure_if_asked_for(
    main: Main, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(deb=MissingError("dpkg-deb is not here.")) == 0
    assert "left out: dpkg-deb is not here." in capsys.readouterr().out
    assert main("deb", deb=MissingError("dpkg-deb is not here.")) == 1


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


def kept(name: str, kind: str = "BINARY") -> bool:
    return bool(freezing.wanted([(name, "", kind)]))


@pytest.mark.parametrize(
    ("is_kept", "name"),
    [
        (False, "PySide6/Qt/plugins/tls/libqopensslbackend.so"),
        (False, "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so"),
        (False, "PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        (False, "PySide6/Qt/lib/libQt6Quick.so.6"),
        (False, "PySide6/Qt/translations/qtbase_de.qm"),
        (False, "PySide6\\plugins\\tls\\qschannelbackend.dll"),
        (True, "PySide6/Qt/lib/libQt6Network.so.6"),
        (True, "PySide6/Qt/plugins/platforms/libqxcb.so"),
        (True, "PySide6/Qt/plugins/platforms/libqwayland.so"),
        (True, "PySide6/Qt/plugins/platforms/libqoffscreen.so"),
        (True, "PySide6/Qt/plugins/imageformats/libqsvg.so"),
        (True, "PySide6/Qt/translations/qtbase_fr.qm"),
        (True, "PySide6\\plugins\\platforms\\qwindows.dll"),
        (True, "delegate_desk/resources/translations/delegate_desk_el.qm"),
        (True, "pypdfium2_raw/libpdfium.so"),
        (True, "docx/templates/default.docx"),
    ],
)
def test_what_is_never_loaded_is_left_out_and_what_is_needed_is_there(is_kept: bool, name: str) -> None:
    assert kept(name) is is_kept


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone")
def test_what_the_system_has_is_left_to_it() -> None:
    assert not kept("libglib-2.0.so.0")
    assert not kept("libstdc++.so.6")
    assert kept("libcrypto.so.3")
    assert kept("libicudata.so.73", "SYMLINK")  # Qt's own, which is in its folder


def test_the_data_has_the_resources_and_the_folder_that_docx_goes_through() -> None:
    folders = dict(freezing.data())
    assert {"delegate_desk/resources", "docx/parts"} == set(folders.values())
    assert all(Path(source).exists() for source in folders)


def test_the_icons_for_windows_and_macos_have_all_their_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = freezing.windows_icon()
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, 7)
    for n in range(count):
        *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * n)
        assert content[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(content)
    (tmp_path / "resources").symlink_to(freezing.ROOT / "resources", target_is_directory=True)
    monkeypatch.setattr(freezing, "ROOT", tmp_path)
    content = Path(freezing.macos_icon()).read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4)[0] == len(content)


def test_macos_is_told_the_same_types_as_a_desktop() -> None:
    owned, others = freezing.MACOS_PROPERTIES["CFBundleDocumentTypes"]
    assert owned["LSHandlerRank"] == "Owner"
    assert others["LSHandlerRank"] == "Alternate"
    declared = freezing.MACOS_PROPERTIES["UTExportedTypeDeclarations"][0]["UTTypeTagSpecification"]
    assert declared["public.filename-extension"] == ["ddpack"]
    spec = (Path(freezing.__file__).parent / "macos" / "delegate-desk.spec").read_text(encoding="utf-8")
    assert ID in spec
