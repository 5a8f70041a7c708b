"""Mark-up in notes: links in double brackets, and task boxes at the beginning of lines.

Offsets are in code points.
"""

import re

from delegate_desk.core.values import dataclass

_LINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_BEGUN = re.compile(r"\[\[([^\[\]\n]*)$")
_BOX = re.compile(r"^([ \t]*[-*] \[)([ xX])\](?=\s|$)", re.MULTILINE)
NOTE_SIGN = "@"
"""Prefix of a link to another note; the first characters of its id follow."""
KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link in a note, ``[[12862/19 7στ]]``, from the beginning to the end of its brackets, end-exclusive."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class TaskBox:
    start: int
    end: int
    is_ticked: bool


def parse_links(text: str) -> list[NoteLink]:
    return [NoteLink(*found.span(), found[1].strip()) for found in _LINK.finditer(text)]


def link_at(text: str, at: int) -> NoteLink | None:
    return next((link for link in parse_links(text) if link.start <= at <= link.end), None)


def unfinished_link_at(text: str, at: int) -> NoteLink | None:
    """Return the link being typed at an offset: its brackets are open."""
    found = _BEGUN.search(text, 0, at)
    return NoteLink(found.start(), at, found[1]) if found else None


def parse_task_boxes(text: str) -> list[TaskBox]:
    return [TaskBox(found.end(1) - 1, found.end(), found[2] != " ") for found in _BOX.finditer(text)]


def task_box_on_line(text: str, at: int) -> TaskBox | None:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return next((box for box in parse_task_boxes(text) if start <= box.start < end), None)


def toggled_mark(box: TaskBox) -> str:
    return " " if box.is_ticked else "x"
