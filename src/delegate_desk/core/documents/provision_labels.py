"""Labels of provisions, as papers in any language print them: which place ``Article 5, paragraph 2, point (a)`` is."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.addresses import find_place, inserted_letter, roman_numeral
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_vocabulary import fold_in_place

_RANK = {kind: n for n, kind in enumerate(("annex", "rec", "art", "para", "sub", "point", "ind", "fn"))}
"""From the outermost: ``point (a) of Article 5`` is read like ``Article 5, point (a)``."""
_OUTERMOST = ("annex", "rec", "art")
_BIS = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies)(?!\w))"
_SUB = r"(?:\s?\(\s?(?:\d{1,3}[a-z]?|[^\W\d_]{1,4})\s?\)|\.\d{1,2}(?!\d)|\s[^\W\d_]{1,2}\))"
_NUMBER = rf"\d{{1,4}}(?!\d)(?:{_BIS}|[^\W\d_]{{1,2}}(?!\w))?{_SUB}{{0,5}}\)?"
_LETTER = rf"\(?\s?[^\W\d_]{{1,4}}\s?\){_SUB}{{0,3}}|[ivxl]{{1,5}}(?!\w)|[^\W\d_](?!\w)"
_BRACKETED = rf"\(\s?\d{{1,3}}[a-z]?\s?\){_SUB}{{0,4}}"
_BARE = re.compile(rf"(?:{_NUMBER}|{_BRACKETED}|\(?[^\W\d_]{{1,4}}\){_SUB}{{0,3}})[.):]?")
_LEAD = re.compile(rf"(?:\(?\d{{1,3}}(?:{_BIS}|[a-zα-ω])?[.)]|\([^\W\d_]{{1,4}}\)|[^\W\d_]{{1,3}}\))(?=\s|$)")
_ALONE = re.compile(r"\(\s?\d{1,3}[a-z]?\s?\)")
_INSERTED = re.compile(r"(\d{1,4})(?:\s(?=bis|ter|qua|qui|sex|sep))?([^\W\d_]+)(?!\w)")
_LETTERS = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s,;–—-]*(?:(?:of|in|to|de|du|des|de l'|του|τησ|der|des|von)\s(?:the\s|la\s|l')?)?")
_Units = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class LabelledPlace:
    """A place named at the beginning of a text.

    Attributes:
        end: Behind the last of its words, without a colon or dash; in code points.
        plain: As ``find_place`` reads it, outermost first.
    """

    end: int
    plain: str


class ProvisionLabels:
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

    def label_at(self, text: str) -> LabelledPlace | None:
        """The place that a text begins with, by the word for its kind; None where it begins with no such word."""
        low = fold_in_place(text)
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
            return LabelledPlace(annex.end(), "annex 1") if annex else None
        if low[end : end + 1] == ")" and low[start:end].count("(") == low[start:end].count(")") + 1:
            end += 1
        found.sort(key=lambda one: _RANK[one[0]])
        return LabelledPlace(end, " ".join(f"{kind} {label}" for kind, label in found))

    def is_outermost(self, text: str) -> bool:
        """True if a text begins with a place that hangs on nothing: an article, a recital, an annex."""
        named = self.label_at(text)
        return named is not None and named.plain.split()[0] in _OUTERMOST

    def parse(self, text: str) -> LabelledPlace | None:
        """The place that a short text names, by the word for its kind or by bare numbers: ``17(1)(a)``."""
        bare = fold_in_place(text.strip())
        if _BARE.fullmatch(bare):
            return LabelledPlace(len(text), bare.rstrip(".:"))
        return self.label_at(text)

    def find(self, label: str, addresses: Collection[str]) -> Address | None:
        """The place in a document that a label names; a letter right behind a number is of an inserted one."""
        named = self.parse(label)
        if named is None:
            return None
        rest = label[named.end :].strip()
        plain = named.plain
        while rest and (more := _BARE.match(fold_in_place(rest))):  # ``Article 5 2. (a)``
            plain, rest = f"{plain} {more[0].rstrip('.:')}", rest[more.end() :].strip()
        found = find_place(f"rec {plain}", addresses) if _ALONE.fullmatch(plain) else None
        found = found or find_place(plain, addresses)
        inserted = [f"{m[1]}{inserted_letter(m[2])}" for m in _INSERTED.finditer(plain) if inserted_letter(m[2])]
        is_there = found is not None and all(re.search(rf"_{number}(?:-|__|$)", found) for number in inserted)
        return found if is_there else None


def _kinds(languages: Iterable[_Units]) -> dict[str, str]:
    """Kind of unit by word, or beginning of a word; a single letter names none by itself."""
    words = (
        (fold_in_place(word).strip(" ."), kind) for one in languages for kind, some in one.items() for word in some
    )
    return {word: kind for word, kind in words if kind in _RANK and len(word) > 1}


def _any(words: Iterable[str]) -> str:
    return "|".join(r"[.\s]+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def _joint(low: str, end: int) -> int:
    match = _JOINT.match(low, end)
    return match.end() if match else end


def leading_label(text: str) -> str:
    """The number or letter that a provision's text begins with as printed, such as ``(a)``; empty without one."""
    match = _LEAD.match(fold_in_place(text))
    return text[: match.end()] if match else ""


def repeats_label(label: str, more: str) -> bool:
    """True if a label ends with another label: ``Recital 34`` and ``(34)``."""
    mine, other = _LETTERS.findall(fold_in_place(label)), _LETTERS.findall(fold_in_place(more))
    return bool(other) and mine[-len(other) :] == other


def label_path(above: Sequence[str], printed: str) -> tuple[str, ...]:
    """The labels from the outermost to that of a unit which is printed below others: ``1.`` ends a list of points.

    Args:
        above: Those of the unit before, from the outermost.
        printed: Such as ``1.``, ``(a)`` or ``(ii)``.
    """
    kept = list(above)
    depth = _depth(printed, kept)
    while kept and _depth(kept[-1], kept[:-1]) >= depth:
        kept.pop()
    return (*kept, printed)


def _depth(printed: str, above: Sequence[str]) -> int:
    """Depth of a label: an article 0, a number 1, a letter 2, a small roman number below letters 3."""
    if leading_label(printed) != printed:
        return 0
    bare = fold_in_place(printed).strip("(). ")
    if bare[:1].isdecimal():
        return 1
    letters = [
        label for label in above if leading_label(label) == label and fold_in_place(label).strip("(). ").isalpha()
    ]
    before = fold_in_place(letters[-1]).strip("(). ") if letters else ""
    if roman_numeral(bare) and letters and (len(letters) > 1 or (bare == "i" and before != "h")):
        return 3
    return 2
