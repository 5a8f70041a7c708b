"""Contents of the frozen program, and its description for other systems."""

import struct
import sys
from pathlib import Path

import pytest

import freezing
from package_common import ID


def kept(name: str, kind: str = "BINARY") -> bool:
    return bool(freezing.wanted([(name, "", kind)]))


@pytest.fixture
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files for the other systems go into a folder of the test."""
    (tmp_path / "resources").symlink_to(freezing.ROOT / "resources", target_is_directory=True)
    monkeypatch.setattr(freezing, "ROOT", tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
    ],
)
def test_what_is_never_loaded_is_left_out(name: str) -> None:
    assert not kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "delegate_desk/resources/translations/delegate_desk_el.qm",
        "pypdfium2_raw/libpdfium.so",
        "docx/templates/default.docx",
    ],
)
def test_what_is_needed_is_there(name: str) -> None:
    assert kept(name)


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


def test_the_icon_for_windows_holds_a_picture_in_each_size() -> None:
    content = freezing.windows_icon()
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, 7)
    for n in range(count):
        *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * n)
        assert content[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(content)


@pytest.mark.usefixtures("_elsewhere")
def test_the_icon_for_macos_says_its_length() -> None:
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
