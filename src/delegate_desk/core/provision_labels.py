"""Labels of provisions, as papers in any language print them: which place ``Article 5, paragraph 2, point (a)`` is."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from delegate_desk.core.addresses import find_place, roman_numeral
from delegate_desk.core.capture_words import level
from delegate_desk.core.documents import Address

_RANK = {kind: n for n, kind in enumerate(("annex", "rec", "art", "para", "sub", "point", "ind", "fn"))}
"""From the outermost: ``point (a) of Article 5`` is read like ``Article 5, point (a)``."""
_BIS = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies)(?!\w))"
_SUB = r"(?:\s?\(\s?(?:\d{1,3}[a-z]?|[^\W\d_]{1,4})\s?\)|\.\d{1,2}(?!\d)|\s[^\W\d_]{1,2}\))"
_NUMBER = rf"\d{{1,4}}(?!\d)(?:{_BIS}|[^\W\d_]{{1,2}}(?!\w))?{_SUB}{{0,5}}\)?"
_LETTER = rf"\(?\s?[^\W\d_]{{1,4}}\s?\){_SUB}{{0,3}}|[ivxl]{{1,5}}(?!\w)|[^\W\d_](?!\w)"
_BRACKETED = rf"\(\s?\d{{1,3}}[a-z]?\s?\){_SUB}{{0,4}}"
_BARE = re.compile(rf"(?:{_NUMBER}|{_BRACKETED}|\(?[^\W\d_]{{1,4}}\){_SUB}{{0,3}})[.):]?")
_LEAD = re.compile(rf"(?:\(?\d{{1,3}}(?:{_BIS}|[a-zα-ω])?[.)]|\([^\W\d_]{{1,4}}\)|[^\W\d_]{{1,3}}\))(?=\s|$)")
_LETTERS = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s,;–—-]*(?:(?:of|in|to|de|du|des|de l'|του|τησ|der|des|von)\s(?:the\s|la\s|l')?)?")
_Units = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """A place named at the beginning of a text.

    Attributes:
        end: Behind the last of its words, without a colon or dash; in code points.
        plain: As ``find_place`` reads it, outermost first.
    """

    end: int
    plain: str


class Labels:
    """Reads the labels of provisions; made once.

    Args:
        stems: By language and kind of unit the beginnings of the words for it, as in pointer_words.json.
        words: The same for whole words and abbreviations, as in capture_words.json.
    """

    def __init__(self, stems: Iterable[_Units], words: Iterable[_Units]) -> None:
        begins, whole = _kinds(stems), _kinds(words)
        self._kinds = begins | whole
        kind = rf"(?P<stem>{_any(begins)})[^\W\d_]*+|(?P<word>{_any(whole)})(?![^\W\d_])"
        self._segment = re.compile(rf"(?:{kind})\.?(?:\s(?:αρ\.?|no\.?|nr\.?))?\s?(?P<label>{_NUMBER}|{_LETTER})")
        self._annex = re.compile(rf"(?:{_any(stem for stem, kind in begins.items() if kind == 'annex')})\w*+$")

    def at(self, text: str) -> Named | None:
        """The place that a text begins with, by the word for its kind; None where it begins with no such word."""
        low = level(text)
        start = len(low) - len(low.lstrip(" («“\"'"))
        found: list[tuple[str, str]] = []
        end = start
        while match := self._segment.match(low, _joint(low, end) if found else start):
            kind = self._kinds[match["stem"] or re.sub(r"[.\s]+", " ", match["word"])]
            number = roman_numeral(match["label"]) if kind == "annex" else None
            found.append((kind, str(number) if number else match["label"]))
            end = match.end()
        if not found:
            annex = self._annex.match(low, start)
            return Named(annex.end(), "annex 1") if annex else None
        if low[end : end + 1] == ")" and low[start:end].count("(") == low[start:end].count(")") + 1:
            end += 1
        found.sort(key=lambda one: _RANK[one[0]])
        return Named(end, " ".join(f"{kind} {label}" for kind, label in found))

    def whole(self, text: str) -> Named | None:
        """The place that a short text names, by the word for its kind or by bare numbers: ``17(1)(a)``."""
        bare = level(text.strip())
        if _BARE.fullmatch(bare):
            return Named(len(text), bare.rstrip(".:"))
        return self.at(text)

    def find(self, label: str, addresses: Collection[str]) -> Address | None:
        """The place in a document that a label names."""
        named = self.whole(label)
        if named is None:
            return None
        rest = label[named.end :].strip()
        plain = named.plain
        while rest and (more := _BARE.match(level(rest))):  # ``Article 5 2. (a)``
            plain, rest = f"{plain} {more[0].rstrip('.:')}", rest[more.end() :].strip()
        return find_place(plain, addresses)


def _kinds(languages: Iterable[_Units]) -> dict[str, str]:
    """What kind of unit each word, or beginning of a word, names; a single letter names none by itself."""
    words = ((level(word).strip(" ."), kind) for one in languages for kind, some in one.items() for word in some)
    return {word: kind for word, kind in words if kind in _RANK and len(word) > 1}


def _any(words: Iterable[str]) -> str:
    return "|".join(r"[.\s]+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def _joint(low: str, end: int) -> int:
    match = _JOINT.match(low, end)
    return match.end() if match else end


def lead(text: str) -> str:
    """The number or letter that a provision's text begins with as printed, such as ``(a)``; empty without one."""
    match = _LEAD.match(level(text))
    return text[: match.end()] if match else ""


def says_again(label: str, more: str) -> bool:
    """True if a label ends with what another one says: ``Recital 34`` and ``(34)``."""
    mine, other = _LETTERS.findall(level(label)), _LETTERS.findall(level(more))
    return bool(other) and mine[-len(other) :] == other
