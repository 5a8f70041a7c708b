"""What a remark in HTML says, without its mark-up.

The parser of the standard library raises on some broken mark-up and takes time by the square of others; this one takes
every text once, from left to right.
"""

import re
from html import unescape

_BREAKS = frozenset(
    "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul".split()
)
_SILENT = frozenset("script style template noscript title".split())
_MARKUP = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<!--|<[!?][^<>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


def text_of(markup: str) -> str:
    """The words of a piece of HTML: blocks are lines, scripts and styles say nothing."""
    said: list[str] = []
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    open_ended: set[str] = set()
    at = 0
    while found := _MARKUP.search(markup, at):
        said.append(_plain(markup[at : found.start()]))
        at = found.end()
        name = (found["name"] or "").lower()
        closing = "-->" if found.group() == "<!--" else f"</{name}" if name in _SILENT and not found["end"] else ""
        if closing and closing not in open_ended:
            end = lower.find(closing, at)
            if end < 0:
                open_ended.add(closing)
            at = end if end >= 0 else at
            at += len(closing) if closing == "-->" and end >= 0 else 0
        if name in _BREAKS:
            said.append("\n")
    said.append(_plain(markup[at:]))
    return _LINES.sub("\n", _SPACES.sub(" ", "".join(said))).strip()


def _plain(words: str) -> str:
    return unescape(words.replace("\r", " ").replace("\n", " "))
