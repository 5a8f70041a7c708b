"""The pages of the manual: contents and links, and the same in each language."""

import re

import pytest

from delegate_desk import paths
from delegate_desk.core.manual_pages import PAGES, ManualPage, parse_page, parse_place, search_pages

HELP = paths.RESOURCES / "help"
LANGUAGES = sorted({page.parent.name for page in HELP.rglob("*.md")})
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
PAGE = """# Ports

What a port is. See [quiet hours](quiet.md#hours).

## The hours {#hours}

| key | does |
|---|---|
| `a\\|b` **bold** | *Take Nothing More*, then goes on
| c | d |

- one item
  on two lines
- ![A picture](pictures/port.png)
"""


def source(language: str, name: str) -> str:
    return (HELP / language / f"{name}.md").read_text(encoding="utf-8")


def written(language: str) -> list[str]:
    """The pages in a language."""
    return [name for name in PAGES if (HELP / language / f"{name}.md").is_file()]


def english() -> list[ManualPage]:
    return [parse_page(name, source("en", name)) for name in PAGES]


def said(pages: list[ManualPage], typed: str) -> list[str]:
    return [found.passage.text for found in search_pages(pages, typed)]


def test_a_page_is_read_with_its_headings_and_what_it_says() -> None:
    page = parse_page("ports", PAGE)
    assert page.title == "Ports"
    assert [(heading.name, heading.title) for heading in page.headings] == [("hours", "The hours")]
    assert "{#hours}" not in page.body
    assert [(passage.heading, passage.text) for passage in page.passages] == [
        ("", "Ports"),
        ("", "What a port is."),
        ("", "See quiet hours."),
        ("hours", "The hours"),
        ("hours", "key · does"),
        ("hours", "a|b bold · Take Nothing More, then goes on"),
        ("hours", "c · d"),
        ("hours", "one item on two lines"),
    ]


def test_each_word_typed_begins_a_word_of_what_is_found() -> None:
    pages = [parse_page("ports", PAGE)]
    assert said(pages, "HOÚR") == ["The hours", "See quiet hours."]
    assert said(pages, "quiet hour") == ["See quiet hours."]
    assert said(pages, "uiet") == []
    assert said(pages, "a|b") == ["a|b bold · Take Nothing More, then goes on"]
    assert said(pages, "  ") == []


def test_keys_are_found_as_they_are_written() -> None:
    assert any("Ctrl+Shift+A" in text for text in said(english(), "ctrl+shift+a"))


def test_a_place_is_a_page_and_a_heading() -> None:
    assert parse_place("meeting#vote") == ("meeting", "vote")
    assert parse_place("meeting") == ("meeting", "")


def test_each_page_is_there_in_english_and_each_file_is_a_page() -> None:
    assert {file.stem for file in (HELP / "en").glob("*.md")} == set(PAGES)
    for folder in LANGUAGES:
        assert {file.stem for file in (HELP / folder).glob("*.md")} <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_lead_somewhere(language: str) -> None:
    for name in written(language):
        for is_picture, target in _LINK.findall(re.sub(r"`[^`]*`", "", source(language, name))):
            if is_picture:
                assert any((HELP / folder / target).is_file() for folder in (language, "en")), (name, target)
                continue
            file, _, heading = target.partition("#")
            to = file.removesuffix(".md") or name
            folder = language if to in written(language) else "en"
            there = [one.name for one in parse_page(to, source(folder, to)).headings]
            assert not heading or heading in there, (name, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_have_names_of_their_own_and_they_and_pictures_are_those_of_the_english_page(language: str) -> None:
    for name in written(language):
        names = [heading.name for heading in parse_page(name, source(language, name)).headings]
        assert all(names), name
        assert len(set(names)) == len(names), name
        assert names == [heading.name for heading in parse_page(name, source("en", name)).headings], name
        shown, meant = (re.findall(r"\]\((pictures/[^)]+)\)", source(folder, name)) for folder in (language, "en"))
        assert shown == meant, name
