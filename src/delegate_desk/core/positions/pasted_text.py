"""Text that comes from Word or a browser, as a wording takes it: words alone, without what a program hides in them."""

import re
import unicodedata
from html import unescape

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ufffd\x00-\x08\x0b\x0c\x0e-\x1f]")
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NOT_SHOWN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|footnote)|mso-list\s*:\s*ignore",
    re.IGNORECASE,
)
_GONE = frozenset({"del", "s", "strike"})
_SKIPPED = frozenset({"head", "script", "style", "title", "template"})
_BLOCKS = frozenset({"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table"})
_CELLS = frozenset({"td", "th"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"})
_CALL = re.compile(r"\s*\[?\d{1,3}\]?\s*")
_MARKUP = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^<>]*)>|<!--|<[!?][^<>]*>")
_DEEPEST = 200
_LONGEST = 4_000_000


def clean_pasted_text(text: str, html: str = "") -> str:
    """Text from elsewhere, a line for each paragraph.

    Struck text is left out, so that the new wording of a text with changes remains, and so are calls of
    footnotes, comments and invisible text. If the same text in HTML is empty, the plain text is used.
    """
    found = _words(html) if 0 < len(html) <= _LONGEST else ""
    return _lines(found if found.strip() else text)


def clean_to_one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    bare = _UNSEEN.sub("", unicodedata.normalize("NFC", re.sub(r"\r\n?|[\u0085\u2028\u2029\v\f]", "\n", text)))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in bare.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")


def _words(html: str) -> str:
    """Readable text of a piece of HTML, parsed once from left to right."""
    said: list[str] = []
    opened: list[tuple[str, bool, bool]] = []  # name, whether it hides what is in it, whether it is raised
    at = 0
    while found := _MARKUP.search(html, at):
        said.append(_transcribed(html[at : found.start()], opened))
        at = found.end()
        if found.group() == "<!--":
            end = html.find("-->", at)
            at = end + 3 if end >= 0 else len(html)
            continue
        name = (found["name"] or "").lower()
        said.append("\n" if name in _BLOCKS else " " if name in _CELLS else "")
        if found["end"]:
            _close(opened, name)
        elif name and name not in _EMPTY and not found["rest"].endswith("/") and len(opened) < _DEEPEST:
            style = found["rest"]
            hidden = name in _GONE or name in _SKIPPED or bool(_STRUCK.search(style) or _NOT_SHOWN.search(style))
            opened.append((name, hidden, name == "sup" or bool(_RAISED.search(style))))
    said.append(_transcribed(html[at:], opened))
    return "".join(said)


def _close(opened: list[tuple[str, bool, bool]], name: str) -> None:
    for n in range(len(opened) - 1, -1, -1):
        if opened[n][0] == name:
            del opened[n:]
            return


def _transcribed(words: str, opened: list[tuple[str, bool, bool]]) -> str:
    if not words or any(hidden for _, hidden, _ in opened):
        return ""
    plain = unescape(words)
    if any(raised for _, _, raised in opened) and _CALL.fullmatch(plain):
        return ""
    return re.sub(r"\s+", " ", plain)
