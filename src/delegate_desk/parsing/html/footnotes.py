"""Footnotes of a web page: those linked with their references, and those at its end without links."""

import re
from collections.abc import Sequence
from dataclasses import field, replace
from itertools import islice

from lxml import etree

from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun
from delegate_desk.parsing.html import styles

_LABEL = re.compile(r"[(\[\s]*(\*{1,4}|\*?\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[\s)\].]*")
_LEAP = 3  # calls that may be left out, as in an excerpt
_MOST_LINKS = 50  # of a note
_MOST_PIECES = 20  # of the text of a label
_LONGEST_LABEL = 40
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_PRINTED = re.compile(r"\s*(?:\(\s*(\*{1,4}|\*?\d{1,3})\s*\)|\[\s*(\*{1,4}|\*?\d{1,3})\s*\])\s*\S")
_RAISED = frozenset({"super", "superscript", "note-tag"})
_SUPER = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_EXPONENT = re.compile(r"(?:\d|(?<![^\W\d_])[kcdm]?m)$")
_CONTAINERS = frozenset({"p", "dd", "li", "div", "td", "aside"})
_NOTE_CLASSES = re.compile(
    r"(?:oj-)?(?:foot|end)?notes?(?:-text|ref)?|MsoFootnoteText|MsoEndnoteText|(?:sdfoot|sdend)note\w*|(?:fn|ftn|edn):?\d+",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[)”\"’»])|(?<=/\d\d)|(?<=/\d{4}))(?:\((?P<glued>\d{1,3})\)|\s?\(\s(?P<apart>\d{1,3})\s\))"
)
_AT_THE_END = re.compile(r"\(\s?(\d{1,3})\s?\)\s*(?=\S)")


@dataclass(slots=True)
class FootnoteLinks:
    """Footnotes by their links.

    Attributes:
        calls: The label of the note by the link in the text.
        back_links: The links of notes back to their references: the printed labels.
        notes: The label of a note by its element.
        printed: Those of them whose label is part of their text.
    """

    calls: dict[etree._Element, str] = field(default_factory=dict)
    back_links: set[etree._Element] = field(default_factory=set)
    notes: dict[etree._Element, str] = field(default_factory=dict)
    printed: set[etree._Element] = field(default_factory=set)


def find_linked(root: etree._Element) -> FootnoteLinks:
    """Return the footnotes with links from their references: of two that link to each other, the first references."""
    found = FootnoteLinks()
    named: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if key:
                named.setdefault(key, element)
    order = {link: n for n, link in enumerate(root.iter("a"))}
    for link, place in order.items():
        label = _label(link)
        target = named.get((link.get("href") or "#").partition("#")[2]) if "#" in (link.get("href") or "") else None
        if label is None or target is None or link in found.back_links:
            continue
        back_link = None
        for candidate in islice(target.iter("a"), _MOST_LINKS):
            source = named.get((candidate.get("href") or "").partition("#")[2])
            if source is not None and _is_around(source, link) and order.get(candidate, 0) > place:
                back_link = candidate
                break
        container = _container(target if back_link is None else back_link)
        if container is None or _is_around(container, link) or (back_link is None and not _is_note(container)):
            continue
        if container in found.notes and found.notes[container] != label:
            continue
        found.calls[link] = label
        found.notes[container] = label
        if back_link is not None:
            found.back_links.add(back_link)
    found.printed = {item for item in found.notes if not any(link in found.back_links for link in item.iter("a"))}
    _not_linked(root, found)
    return found


def _not_linked(root: etree._Element, found: FootnoteLinks) -> None:
    """Add the notes without links, and if no note has links, the raised numbers that reference them."""
    has_links = bool(found.calls)
    labels: set[str] = set()
    for element in root.iter(*_CONTAINERS):
        parent = element.getparent()
        if not (_is_note(element) or (parent is not None and _is_note(parent))):
            continue
        is_within = any(holder in found.notes for holder in (element, *element.iterancestors()))
        if is_within or any(inner is not element for inner in element.iter(*_CONTAINERS)):
            continue
        label = _printed_label(element)
        if label:
            found.notes[element] = label
            found.printed.add(element)
            labels.add(label)
    if has_links or not labels:
        return
    inside = {value for element in found.notes for value in element.iter()}
    expected = 1
    for element in root.iter("sup", "span"):
        label = _label(element) if _is_raised(element) and element not in inside else None
        last, parent = element.getprevious(), element.getparent()
        if last is None:
            before = "" if parent is None else str(parent.text or "")
        else:
            before = str(last.tail or "") or "".join(map(str, last.itertext()))
        if label in labels and label not in ("", None) and not _EXPONENT.search(before):
            if label.isdecimal() and not expected <= int(label) <= expected + _LEAP:
                continue
            found.calls[element] = label
            expected = int(label) + 1 if label.isdecimal() else expected


def _printed_label(element: etree._Element) -> str | None:
    """Return the number that a note begins with: in brackets, or raised."""
    text = "".join(islice((str(part) for part in element.itertext()), _MOST_PIECES))[:_LONGEST_LABEL]
    match = _PRINTED.match(text)
    if match:
        return match[1] or match[2]
    first = next(element.iterchildren(), None)
    is_first = first is not None and not (element.text or "").strip() and _is_raised(first)
    return _label(first) if is_first and first is not None else None


def _is_raised(element: etree._Element) -> bool:
    names = styles.classes(element)
    return element.tag == "sup" or not names.isdisjoint(_RAISED) or bool(_SUPER.search(element.get("style") or ""))


def note(label: str, blocks: Sequence[Block], *, is_printed: bool) -> FootnoteBlock:
    """Return a note from some blocks, without the brackets of its number, or without the printed number."""
    if not blocks:
        return FootnoteBlock(label, ())
    escaped = re.escape(label)
    number = rf"[(\[]\s*(?:{escaped})?\s*[)\]]" + (rf"|(?:{escaped})(?=[\s.)\]]|[^\W\d_])" if is_printed else "")
    match = re.match(rf"\s*(?:{number})?\s*(?:[.)\]](?!\.)\s*)?", blocks[0].text)
    return FootnoteBlock(label, (blocks[0].cut(match.end() if match else 0), *blocks[1:]))


def _label(link: etree._Element) -> str | None:
    text = "".join(islice((str(part) for part in link.itertext()), _MOST_PIECES)).translate(_UNSEEN)
    match = _LABEL.fullmatch(text) if len(text) < _LONGEST_LABEL else None
    return match[1] if match else None


def _is_around(element: etree._Element, inner: etree._Element) -> bool:
    return element is inner or any(holder is element for holder in inner.iterancestors())


def _container(element: etree._Element | None) -> etree._Element | None:
    """Return the paragraph of a note; a whole part that contains only that note, if it is marked as one."""
    while element is not None and element.tag not in _CONTAINERS:
        element = element.getparent()
    parent = None if element is None else element.getparent()
    if element is None or parent is None or parent.tag not in ("div", "aside", "li") or not _is_note(parent):
        return element
    numbered = (link for link in parent.iter("a") if (link.get("href") or "").startswith("#") and _label(link))
    return parent if len(list(islice(numbered, 2))) == 1 else element


def _is_note(element: etree._Element) -> bool:
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    return any(_NOTE_CLASSES.match(name) for name in names)


def at_the_end(source: SourceText) -> SourceText:
    """Separate the notes at a page's end as ``(1) OJ …``, referenced by ``(1)`` attached to a word."""
    blocks = source.blocks
    start = len(blocks)
    expected: int | None = None
    for n in range(len(blocks) - 1, -1, -1):
        match = _AT_THE_END.match(blocks[n].text.strip())
        if match is None or (expected is not None and int(match[1]) != expected):
            break
        expected, start = int(match[1]) - 1, n
    labels = [str(number) for number in range(1, len(blocks) - start + 1)]
    text, called = recognise_calls(blocks[:start], len(labels)) if expected == 0 else ((), 0)
    if not text or called * 2 < len(labels):
        return source
    notes = []
    for label, block in zip(labels, blocks[start:], strict=True):  # its number may be split over runs
        match = _AT_THE_END.match(block.text.lstrip())
        end = (match.end() if match else 0) + len(block.text) - len(block.text.lstrip())
        notes.append(FootnoteBlock(label, (block.cut(end),)))
    return replace(source, blocks=text, notes=tuple(notes))


def recognise_calls(blocks: Sequence[Block], last: int) -> tuple[tuple[Block, ...], int]:
    """Return blocks with recognised references, in the order of numbers, and how many were found.

    ``Article 5(1)`` is no reference: a reference is attached to a word, or to an act's number with its year.
    """
    expected = 1
    found: list[Block] = []
    for block in blocks:
        runs: list[TextRun] = []
        for run in block.runs:
            start = 0
            for match in _CALLED.finditer(run.text):
                number = int(match["glued"] or match["apart"])
                leap = _LEAP if run.text[match.start() - 1].isalpha() else 0
                if number > last or not expected <= number <= expected + leap:
                    continue
                runs += [replace(run, text=run.text[start : match.start()]), TextRun("", note=str(number))]
                start = match.end()
                expected = number + 1
            runs.append(replace(run, text=run.text[start:]))
        found.append(replace(block, runs=tuple(runs)))
    return tuple(found), expected - 1
