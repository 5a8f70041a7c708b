"""A wording drafted on a source text: edits of the displayed text, with insertions and deletions marked."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import unescape

from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words, new_text, old_text

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ufffd\x00-\x08\x0b\x0c\x0e-\x1f]")
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NOT_SHOWN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|footnote)|mso-list\s*:\s*ignore", re.IGNORECASE
)
_GONE = frozenset({"del", "s", "strike"})
_SKIPPED = frozenset({"head", "script", "style", "title", "template", "noscript"})
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"})
_CALL = re.compile(r"\s*\[?\d{1,3}\]?\s*")
_MARKUP = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<rest>[^<>]*)>|<!--|<[!?][^<>]*>")
_DEEPEST = 200
_LONGEST = 4_000_000


def clean_pasted_text(text: str, html: str = "") -> str:
    """Return text from elsewhere, one line per paragraph.

    Struck text is removed, so that the new wording of a text with changes remains, as are footnote references, comments
    and invisible text. If the same text in HTML is empty, the plain text is used.
    """
    found = html_words(html, is_wording=True) if 0 < len(html) <= _LONGEST else ""
    words = re.sub(r"\r\n?|[\u0085\u2028\u2029\v\f]", "\n", found if found.strip() else text)
    visible = _UNSEEN.sub("", unicodedata.normalize("NFC", words))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in visible.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")


def clean_to_one_line(text: str) -> str:
    return " ".join(text.split())


def html_words(html: str, *, is_wording: bool) -> str:
    """Return the text of HTML, with a line break at each block; of a wording without struck words and footnote calls.

    Broken HTML takes no longer than other HTML.
    """
    texts: list[str] = []
    opened: list[tuple[str, bool, bool]] = []  # name, whether it hides what is in it, whether it is raised
    offset = 0
    while found := _MARKUP.search(html, offset):
        texts.append(_transcribe(html[offset : found.start()], opened))
        offset = found.end()
        if found.group() == "<!--":
            end = html.find("-->", offset)
            offset = end + 3 if end >= 0 else len(html)
            continue
        name = (found["name"] or "").lower()
        texts.append("\n" if name in _BLOCKS else " " if name in _CELLS else "")
        if found["end"]:
            depths = [n for n, (opening, _, _) in enumerate(opened) if opening == name]
            del opened[depths[-1] if depths else len(opened) :]
        elif name and name not in _EMPTY and not found["rest"].endswith("/") and len(opened) < _DEEPEST:
            style = found["rest"]
            struck = is_wording and (name in _GONE or _STRUCK.search(style) or _NOT_SHOWN.search(style))
            raised = is_wording and (name == "sup" or _RAISED.search(style))
            opened.append((name, name in _SKIPPED or bool(struck), bool(raised)))
    texts.append(_transcribe(html[offset:], opened))
    return "".join(texts)


def _transcribe(words: str, opened: list[tuple[str, bool, bool]]) -> str:
    if not words or any(hidden for _, hidden, _ in opened):
        return ""
    plain = unescape(words)
    if any(raised for _, _, raised in opened) and _CALL.fullmatch(plain):
        return ""
    return re.sub(r"\s+", " ", plain)


Part = tuple[WordChange, str]
_LETTERS = {WordChange.EQUAL: "=", WordChange.INSERT: "+", WordChange.DELETE: "-"}
_SENTENCE = re.compile(r"[.;:!?…·][\"'”’»)\]]*\s+")
_END = re.compile(r"[.;:!?…·][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")
_LONG = 120
_MARGIN = 60
"""Number of unchanged characters at which a sentence is divided, that many of them still being compared."""


def displayed_text(parts: Iterable[Part]) -> str:
    return "".join(text for _, text in parts)


def mark_letters(parts: Iterable[Part]) -> str:
    """Return one letter per character that tells how it is marked."""
    return "".join(_LETTERS[change] * len(text) for change, text in parts)


def split_parts(parts: Sequence[Part], offset: int) -> tuple[list[Part], list[Part]]:
    for n, (change, text) in enumerate(parts):
        if offset < len(text):
            head = [(change, text[:offset])] if offset > 0 else []
            return [*parts[:n], *head], [(change, text[max(offset, 0) :]), *parts[n + 1 :]]
        offset -= len(text)
    return list(parts), []


def merged_parts(parts: Iterable[Part]) -> list[Part]:
    merged: list[Part] = []
    for change, text in parts:
        if merged and merged[-1][0] is change:
            merged[-1] = (change, merged[-1][1] + text)
        elif text:
            merged.append((change, text))
    return merged


def unchanged_before(parts: list[Part]) -> list[Part]:
    for n in range(len(parts) - 1, -1, -1):
        change, text = parts[n]
        if change is not WordChange.EQUAL:
            continue
        ends = [match.end() for match in _SENTENCE.finditer(text)]
        start = ends[-1] if ends else _sentence_start(parts[:n], text)
        if len(text) - (start or 0) > _LONG:
            start = max(start or 0, _next_word(text, len(text) - _MARGIN))
        if start is not None:
            return [*parts[:n], (change, text[:start])]
    return []


def unchanged_after(parts: list[Part]) -> list[Part]:
    for n, (change, text) in enumerate(parts):
        if change is not WordChange.EQUAL:
            continue
        end = _SENTENCE.search(text)
        start = end.end() if end else 0
        if (start or len(text)) > _LONG:
            start = _next_word(text, _MARGIN) or start
        if start and start < len(text):
            return [(change, text[start:]), *parts[n + 1 :]]
    return []


def _sentence_start(preceding: Sequence[Part], text: str) -> int | None:
    """Return the start of a sentence at the beginning of a part, in both source and proposal; else None."""
    readings = [reading[-6:] for reading in (old_text(preceding), new_text(preceding))]
    if all(reading != reading.rstrip() and _END.search(reading.rstrip()) for reading in readings):
        return 0
    space = _SPACE.match(text)
    return space.end() if space and all(_END.search(reading) for reading in readings) else None


def _next_word(text: str, offset: int) -> int:
    """Return the start of the first word after an offset; 0 if there is none."""
    match = _SPACE.search(text, offset)
    return match.end() if match else 0


def common_ends(*pairs: tuple[str, str]) -> tuple[int, int]:
    """Return the number of characters that the texts of all pairs share at the beginning, and then at the end."""
    from rapidfuzz.distance import Postfix, Prefix  # not before a wording is edited

    head = min(Prefix.similarity(*pair) for pair in pairs)
    return head, min(Postfix.similarity(value[head:], other[head:]) for value, other in pairs)


_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Patch:
    start: int
    end: int
    parts: tuple[Part, ...]


class DraftedWording:
    """The displayed text, with both deleted and inserted words.

    While typing only the current sentence is compared again, so that the marks of all others stay unchanged;
    ``settle`` compares the whole.

    Attributes:
        shown: The displayed text, including deleted words.
        is_settled: True if the whole was compared since the last edit.
    """

    def __init__(self, source: str, proposal: str | None = None) -> None:
        self.source = source
        self.proposal = source if proposal is None else proposal
        self.is_settled = True
        self._parts: list[Part] = list(diff_words(source, self.proposal))
        self._shown_marks = mark_letters(self._parts)
        self.shown = displayed_text(self._parts)
        self._unedited: tuple[int, int] | None = None
        """Displayed characters before and after the edits since the last patch; None if there was none."""

    def edit(self, offset: int, removed: int, added: str) -> None:
        """Replace displayed words; deleted words that are removed stay deleted."""
        self.is_settled = False
        before, rest = split_parts(self._parts, offset)
        _, after = split_parts(rest, removed)
        self._mark_edited(offset, len(self.shown) - offset - removed)
        self._parts = [*before, *([(WordChange.INSERT, added)] if added else []), *after]
        self.proposal = new_text(self._parts)
        self._shown_marks = self._shown_marks[:offset] + _UNKNOWN * len(added) + self._shown_marks[offset + removed :]
        self.shown = self.shown[:offset] + added + self.shown[offset + removed :]

    def propose(self, proposal: str) -> None:
        self.is_settled = False
        head, tail = common_ends((self.proposal, proposal))
        start, end = self.to_screen(head), self.to_screen(len(self.proposal) - tail, behind_struck=True)
        self._mark_edited(start, len(self.shown) - max(start, end))
        self.proposal = proposal

    def _mark_edited(self, before: int, after: int) -> None:
        unedited = self._unedited or (before, after)
        self._unedited = min(unedited[0], before), min(unedited[1], after)

    def mark_for_full_comparison(self) -> None:
        self._unedited = (0, 0)
        self.is_settled = True

    def patch(self) -> Patch:
        if self._unedited is not None:
            first, last = self._unedited
            self._unedited = None
            before = unchanged_before(split_parts(self._parts, first)[0])
            end = len(displayed_text(self._parts)) - last
            after = unchanged_after(split_parts(self._parts, end)[1] if last > 0 else [])
            if self.proposal == self.source:
                self._parts = merged_parts([(WordChange.EQUAL, self.source)])
            else:
                old = self.source[len(old_text(before)) : len(self.source) - len(old_text(after))]
                new = self.proposal[len(new_text(before)) : len(self.proposal) - len(new_text(after))]
                self._parts = merged_parts([*before, *diff_words(old, new), *after])
        shown, marks = displayed_text(self._parts), mark_letters(self._parts)
        head, tail = common_ends((self.shown, shown), (self._shown_marks, marks))
        patch = Patch(head, len(self.shown) - tail, self.between(head, len(shown) - tail))
        self.shown, self._shown_marks = shown, marks
        return patch

    # Single changes

    def changes(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        start = 0
        for change, text in self._parts:
            end = start + len(text)
            if change is not WordChange.EQUAL:
                if found and found[-1][1] == start:
                    found[-1] = (found[-1][0], end)
                else:
                    found.append((start, end))
            start = end
        return found

    def change_at(self, offset: int) -> tuple[int, int] | None:
        """Return the change that contains or touches a display offset; the change after it rather than before."""
        touching = [change for change in self.changes() if change[0] <= offset <= change[1]]
        return touching[-1] if touching else None

    def without(self, start: int, end: int) -> str:
        """Return the proposal with the source restored between two display offsets."""
        before, rest = split_parts(self._parts, start)
        inside, after = split_parts(rest, end - start)
        return new_text(before) + old_text(inside) + new_text(after)

    # Offsets

    def between(self, start: int, end: int) -> tuple[Part, ...]:
        _, rest = split_parts(self._parts, start)
        inside, _ = split_parts(rest, end - start)
        return tuple(inside)

    def unstruck_text(self, start: int, end: int) -> str:
        """Return the text between two display offsets, without deleted words."""
        return new_text(self.between(start, end))

    def to_proposal(self, offset: int) -> int:
        """Return the offset in the proposal of a display offset; all offsets in deleted words map to one."""
        return len(self.unstruck_text(0, offset))

    def to_screen(self, place: int, *, behind_struck: bool = False) -> int:
        offset = passed = 0
        for change, text in self._parts:
            if change is WordChange.DELETE:
                if passed == place and not behind_struck:
                    return offset
            elif passed + len(text) > place or (passed + len(text) == place and not behind_struck):
                return offset + place - passed
            else:
                passed += len(text)
            offset += len(text)
        return offset

    @property
    def words(self) -> WordDiff:
        return tuple(self._parts)

    @property
    def is_changed(self) -> bool:
        return self.proposal != self.source
