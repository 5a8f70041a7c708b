"""The manual as a website and as a page for roff; the desktop integration: one name, the same types and words."""

import configparser
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

import man_page
import manual_site
import package_deb
import package_windows
from delegate_desk import __version__, paths
from delegate_desk.cli.commands import COMMANDS, parser
from delegate_desk.core.exchange.package import SUFFIX
from delegate_desk.core.manual_pages import PAGES
from locked import ROOT, project
from package_common import ID, LINUX, Build

EMPTY = {"meta", "link", "img", "br", "hr"}


class Parts(HTMLParser):
    """The elements of a page, and whether each is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.seen.append(tag)
        self.attributes.append((tag, named))
        if identity := named.get("id"):
            self.ids.append(identity)
        self.targets += [value for name, value in attrs if name in ("href", "src") and value]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Parts]:
    """All pages of the site that was built, by their files."""
    folder = tmp_path_factory.mktemp("site")
    manual_site.build(folder)
    read = {}
    for file in folder.rglob("*.html"):
        read[file] = Parts()
        read[file].feed(file.read_text(encoding="utf-8"))
    return read


def test_each_page_is_there_in_three_languages_and_all_links_lead_somewhere(site: dict[Path, Parts]) -> None:
    assert len(site) == 3 * len(PAGES) + 1
    lost = []
    for file, parts in site.items():
        for target in parts.targets:
            name, _, place = target.partition("#")
            to = (file.parent / name).resolve() if name else file
            if not to.is_file() or (place and place not in site[to].ids):
                lost.append(f"{file.parent.name}/{file.name}: {target}")
    assert lost == []


def test_what_is_opened_is_closed_and_names_stand_once(site: dict[Path, Parts]) -> None:
    for file, parts in site.items():
        assert (parts.open, parts.wrong) == ([], []), file
        assert len(set(parts.ids)) == len(parts.ids), file
        etree.HTML(file.read_text(encoding="utf-8"))


def test_a_screen_reader_is_told_what_there_is(site: dict[Path, Parts]) -> None:
    for file, parts in site.items():
        named = parts.attributes
        assert next(attributes for tag, attributes in named if tag == "html").get("lang"), file
        assert parts.seen.count("h1") == 1, file
        assert parts.seen.count("main") == 1, file
        assert all(attributes.get("alt") for tag, attributes in named if tag == "img"), file
        assert all(attributes.get("aria-label") for tag, attributes in named if tag == "nav"), file


def test_nothing_runs_and_nothing_is_fetched(site: dict[Path, Parts]) -> None:
    for file, parts in site.items():
        assert {"script", "iframe", "object"} & set(parts.seen) == set(), file
        assert [target for target in parts.targets if "//" in target] == [], file
        assert "{#" not in file.read_text(encoding="utf-8"), file
    (style,) = {file.parent / "style.css" for file in site if file.name == "index.html"}
    assert "url(" not in style.read_text(encoding="utf-8")


PAGE = man_page.page(1_780_000_000)


def test_every_command_and_every_option_is_named() -> None:
    plain = PAGE.replace("\\-", "-")
    for name, command in man_page.commands(parser()).items():
        section = plain.partition(f".SS {name}\n")[2].partition(".SS ")[0]
        for action in command._actions:
            for option in action.option_strings:
                assert option in section or option in ("-h", "--help", "--library", "--json"), f"{name} {option}"
    sections = [line[4:].replace("\\-", "-") for line in PAGE.splitlines() if line.startswith(".SS ")]
    assert sorted(sections) == sorted(COMMANDS)


def test_the_page_has_the_version_and_its_day_and_no_line_of_words_is_taken_for_a_request() -> None:
    assert f'"2026-05-28" "Delegate Desk {__version__}"' in PAGE
    known = (".TH ", ".SH ", ".SS ", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".ad ")
    assert [line for line in PAGE.splitlines() if line.startswith((".", "'")) and not line.startswith(known)] == []


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_roff_reads_it_without_complaint(tmp_path: Path) -> None:
    (tmp_path / "page.1").write_text(PAGE, encoding="utf-8")
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(tmp_path / "page.1")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


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


def test_the_version_is_one_and_windows_is_told_the_same_name_and_types() -> None:
    assert project()["version"] == __version__
    assert Build(epoch=0).version == __version__
    installer = (package_windows.SOURCES / "installer.nsi").read_text(encoding="utf-8")
    assert f'APP_ID "{ID}"' in installer
    values = {
        key.rpartition("\\")[2]: value for key, name, value in package_windows.registry("") if name == "Content Type"
    }
    assert values == {SUFFIX: PACKAGE}
    for name in ("macos/delegate-desk.spec", "ci.yml"):
        assert "NOT TRIED" in (ROOT / "packaging" / "build" / name).read_text(encoding="utf-8")[:600]


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
