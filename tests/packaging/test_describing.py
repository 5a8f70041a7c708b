"""The desktop integration: one name, one version, the same types and the same words everywhere."""

import configparser
import re
from pathlib import Path

import pytest
from lxml import etree

import package_deb
import package_windows
from delegate_desk import __version__, paths
from delegate_desk.core.exchange.package import SUFFIX
from locked import ROOT, project
from package_common import ID, LINUX, Build

PACKAGE = "application/vnd.delegatedesk.package"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGES = {None, "el", "fr"}


def read(name: str) -> configparser.SectionProxy:
    """A desktop entry."""
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names of languages keep their case
    parser.read(LINUX / f"{name}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def entry() -> configparser.SectionProxy:
    """The entry in the menus."""
    return read(ID)


def xml(name: str) -> etree._Element:
    return etree.parse(LINUX / name).getroot()


def test_the_version_is_one() -> None:
    assert project()["version"] == __version__
    assert Build(epoch=0).version == __version__


def test_windows_is_told_the_same_name_and_types() -> None:
    installer = (package_windows.SOURCES / "installer.nsi").read_text(encoding="utf-8")
    assert f'APP_ID "{ID}"' in installer
    values = {
        key.rpartition("\\")[2]: value for key, name, value in package_windows.registry("") if name == "Content Type"
    }
    assert values == {SUFFIX: PACKAGE}


def test_the_program_has_one_name_among_a_desktop_s(entry: configparser.SectionProxy) -> None:
    metainfo = xml(f"{ID}.metainfo.xml")
    assert paths.DESKTOP_ID == ID
    assert entry["Icon"] == ID
    assert metainfo.findtext("id") == ID
    assert metainfo.findtext("launchable") == f"{ID}.desktop"
    assert f"id: {ID}\n" in (ROOT / "packaging" / "build" / "flatpak" / f"{ID}.yml").read_text(encoding="utf-8")


def test_packages_open_with_the_program_and_documents_may(entry: configparser.SectionProxy) -> None:
    assert entry["MimeType"] == f"{PACKAGE};"
    others = read(package_deb.OPEN_WITH)
    assert set(others["MimeType"].strip(";").split(";")) == {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
    assert {others[key] for key in ("Exec", "Icon")} == {entry[key] for key in ("Exec", "Icon")}
    assert all(
        name < package_deb.OPEN_WITH for name in ("org.gnome.Evince", "okularApplication_pdf", "xpdf", "zathura")
    )
    defined = xml(f"{ID}.mime.xml").findall(f"{MIME}mime-type")
    assert [one.get("type") for one in defined] == [PACKAGE]  # documents are not our types
    assert [glob.get("pattern") for glob in defined[0].iter(f"{MIME}glob")] == [f"*{SUFFIX}"]
    assert [one.text for one in xml(f"{ID}.metainfo.xml").iter("mediatype")] == [PACKAGE]


def test_what_is_said_is_said_in_three_languages(entry: configparser.SectionProxy) -> None:
    for key in ("GenericName", "Comment", "Keywords"):
        assert {key, f"{key}[el]", f"{key}[fr]"} <= set(entry)
    metainfo = xml(f"{ID}.metainfo.xml")
    for name in ("summary", "description/p"):
        assert {one.get(LANGUAGE) for one in metainfo.findall(name)} == LANGUAGES
    said = [one.get(LANGUAGE) for one in metainfo.iter("li")]
    assert [said.count(language) for language in LANGUAGES] == [len(said) // 3] * 3
    assert {one.get(LANGUAGE) for one in xml(f"{ID}.mime.xml").iter(f"{MIME}comment")} == LANGUAGES


def test_the_entry_starts_a_command_that_is_installed(entry: configparser.SectionProxy) -> None:
    scripts = re.findall(
        r"^(delegate-desk[\w-]*) = ", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert entry["Exec"].split()[0] in scripts
    assert {one.text for one in xml(f"{ID}.metainfo.xml").iter("binary")} == set(scripts)


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    package_deb.draw_icons(tmp_path)
    for side in package_deb.SIZES:
        content = (tmp_path / f"{side}x{side}" / "apps" / f"{ID}.png").read_bytes()
        assert int.from_bytes(content[16:20]) == side


def test_the_specs_for_other_systems_say_that_they_were_not_tried() -> None:
    for name in ("macos/delegate-desk.spec", "ci.yml"):
        assert "NOT TRIED" in (ROOT / "packaging" / "build" / name).read_text(encoding="utf-8")[:600]
