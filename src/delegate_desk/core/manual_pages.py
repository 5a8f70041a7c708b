"""The pages of the manual: Markdown, one file per page, whose headings have the same name in every language.

A heading ends with its name, ``## The page and the outline {#beside}``, so that it is found when its title changes.
"""

import re
from collections.abc import Iterable, Sequence

from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

PAGES = (
    "begin",
    "documents",
    "reading",
    "finding",
    "languages",
    "annotating",
    "drafting",
    "exporting",
    "meeting",
    "capture",
    "allies",
    "revisions",
    "amending",
    "exchanging",
    "library",
    "keys",
    "preferences",
    "privacy",
    "command_line",
    "new",
)
"""All pages, in the order of the contents."""
_HEADING = re.compile(r"^(#{1,2}) (.+?)(?: \{#([\w-]+)\})?$")
_INLINE = re.compile(r"`([^`]+)`|!\[[^\]]*\]\([^)]*\)|\[([^\]]+)\]\([^)]*\)|\*\*(.+?)\*\*|\*(\S(?:[^*]*?\S)?)\*(?!\w)")
_RULE = re.compile(r"^\|[-|: ]+\|$")
_SENTENCE = re.compile(r"(?<=[.!?;;])\s+(?=[^\W\d_a-z])")
_NEW_BLOCK = re.compile(r"^(\||- |\d+\. |    |!\[)")


@dataclass(frozen=True, slots=True)
class ManualHeading:
    """A heading within a page; its name in links is the same in every language."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class ManualPassage:
    """A title, a sentence or a row of a table without its mark-up, by the heading above it; empty before the first."""

    heading: str
    text: str
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page of the manual in one language, in reading order; ``body`` is its Markdown without names of headings."""

    name: str
    title: str
    headings: tuple[ManualHeading, ...]
    body: str
    passages: tuple[ManualPassage, ...]


@dataclass(frozen=True, slots=True)
class ManualHit:
    """A passage that matches a search, and its page."""

    page: ManualPage
    passage: ManualPassage


def parse_page(name: str, text: str) -> ManualPage:
    lines, headings = [], []
    title, at = name, ""
    passages: list[ManualPassage] = []
    blocks: list[str] = []

    def close() -> None:
        passages.extend(ManualPassage(at, sentence) for block in blocks for sentence in _sentences(block))
        blocks.clear()

    begins = True
    for line in text.splitlines():
        match = _HEADING.match(line)
        if match is None:
            lines.append(line)
            if _RULE.match(line) or not line.strip():
                begins = True
            elif begins or not blocks or _NEW_BLOCK.match(line):
                blocks.append(line)
                begins = False
            else:
                blocks[-1] += f" {line.strip()}"
            continue
        close()
        level, words, heading = match.groups()
        lines.append(f"{level} {words}")
        if level == "#":
            title = words
        else:
            at = heading or ""
            headings.append(ManualHeading(at, words))
        passages.append(ManualPassage(at, words, is_title=True))
    close()
    return ManualPage(name, title, tuple(headings), "\n".join(lines) + "\n", tuple(passages))


def search_pages(pages: Iterable[ManualPage], typed: str) -> list[ManualHit]:
    """Return the passages in which each word typed begins a word: titles first, then in reading order."""
    patterns = word_start_patterns(typed)
    if not patterns:
        return []
    found = []
    for page in pages:
        for passage in page.passages:
            folded = fold(passage.text)
            if all(word.search(folded) for word in patterns):
                found.append(ManualHit(page, passage))
    return sorted(found, key=lambda hit: not hit.passage.is_title)


def word_start_patterns(typed: str) -> Sequence[re.Pattern[str]]:
    """Return patterns that find the beginnings of words as typed, in a folded text."""
    return [
        re.compile(rf"(?<!\w){re.escape(word)}" if word[0].isalnum() else re.escape(word))
        for word in fold(typed).split()
    ]


def parse_place(named: str) -> tuple[str, str]:
    """Return the page and heading of a place such as ``meeting#vote``; the heading is empty for the top of the page."""
    name, _, heading = named.partition("#")
    return name, heading


def _sentences(block: str) -> list[str]:
    """Return the text of a paragraph, an item or a row, sentence by sentence, without mark-up."""
    if block.startswith("|"):
        cells = (_plain(cell.replace("¦", "|")).strip() for cell in block.replace("\\|", "¦").strip("|").split("|"))
        return [" · ".join(cell for cell in cells if cell)]
    text = _plain(re.sub(r"^(- |\d+\. )", "", block)).strip()
    return _SENTENCE.split(text) if text else []


def _plain(marked: str) -> str:
    plain = _INLINE.sub(lambda m: next((inner for inner in m.groups() if inner), ""), marked)
    return _INLINE.sub(lambda m: next((inner for inner in m.groups() if inner), ""), plain) if "](" in plain else plain
