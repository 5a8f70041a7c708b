"""Pages and headings of the manual."""

from functools import cache

from delegate_desk import paths
from delegate_desk.core import manual_pages as pages

HELP = paths.RESOURCES / "help"


@cache
def places_there(language: str) -> set[str]:
    """All pages and headings that a window of a language has."""
    there = set(pages.PAGES)
    for name in pages.PAGES:
        own = HELP / language / f"{name}.md"
        text = (own if own.is_file() else HELP / "en" / own.name).read_text(encoding="utf-8")
        there |= {f"{name}#{heading.name}" for heading in pages.parse_page(name, text).headings}
    return there
