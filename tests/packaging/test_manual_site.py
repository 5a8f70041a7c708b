"""The manual as a website: complete, valid, and without external files."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

import manual_site
from delegate_desk.core.manual_pages import PAGES

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


def test_there_is_a_page_for_each_of_the_manual_in_three_languages(site: dict[Path, Parts]) -> None:
    assert len(site) == 3 * len(PAGES) + 1


def test_each_link_and_each_picture_leads_somewhere_within(site: dict[Path, Parts]) -> None:
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
