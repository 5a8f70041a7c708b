"""Addresses: the position of a paragraph, the same in every language.

Segments ``kind_number`` joined by ``__``, following the naming of Akoma Ntoso. A label's number is an integer in any
script: ``(c)`` 3, ``στ)`` 6, ``б)`` 2, ``(iv)`` 4. Typed places are read from the outermost unit inwards and looked up
among the document's addresses.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_vocabulary import fold_in_place
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

_GREEK_UNITS = {"α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "στ": 6, "ϛ": 6, "ζ": 7, "η": 8, "θ": 9}
_GREEK_TENS = {"ι": 10, "κ": 20, "λ": 30, "μ": 40, "ν": 50, "ξ": 60, "ο": 70, "π": 80}
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюя"
_ROMAN = re.compile(r"(?=[ivxl])(x[cl]|l?x{0,3})(i[xv]|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_INSERTED = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d", "sexies": "e", "septies": "f"}


def greek_numeral(letters: str) -> int | None:
    """Return the value of Greek letters as a numeral: ``στ`` 6, ``ια`` 11, ``κ`` 20."""
    base = "".join(c for c in unicodedata.normalize("NFD", letters.lower()) if not unicodedata.combining(c))
    base = base.replace("ς", "σ") if base != "ς" else "ϛ"
    if base in _GREEK_UNITS:
        return _GREEK_UNITS[base]
    tens, rest = _GREEK_TENS.get(base[:1]), base[1:]
    if tens is None or (rest and rest not in _GREEK_UNITS):
        return None
    return tens + _GREEK_UNITS.get(rest, 0)


def roman_numeral(letters: str) -> int | None:
    """Return the value of a roman numeral below 90, in upper or lower case."""
    lower = letters.lower()
    if not lower or not _ROMAN.fullmatch(lower):
        return None
    values = [_ROMAN_VALUES[c] for c in lower]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def letter_number(letters: str) -> int | None:
    """Return the position of letters in their alphabet, or their value as a Greek numeral; none as a roman one."""
    lower = letters.lower()
    if lower in (lower[:1], 2 * lower[:1]) and "a" <= lower[:1] <= "z":
        return 26 * (len(lower) - 1) + ord(lower[0]) - ord("a") + 1
    if len(lower) == 1 and lower in _CYRILLIC:
        return _CYRILLIC.index(lower) + 1
    return greek_numeral(lower)


def inserted_letter(suffix: str) -> str:
    """Return the Latin letter of an inserted label, ``a`` for ``α``, ``-A`` and ``bis``; empty if there is none."""
    letter = suffix.strip(" -.)").lower()
    if letter in _INSERTED:
        return _INSERTED[letter]
    if re.fullmatch(r"[a-z]", letter):
        return letter
    number = letter_number(letter) if len(letter) == 1 else None
    return chr(ord("a") + number - 1) if number and number <= 26 else ""


def label_numbers(text: str) -> list[str]:
    """Return the forms of a number in an address, most likely first: ``i`` is 1 or 9, ``IIIa`` is 3a."""
    label = text.strip("(). ")
    roman, _, word = label.partition(" ")
    if (letter := inserted_letter(word)) and roman.isupper() and (number := roman_numeral(roman)):  # ``II bis``
        return [f"{number}{letter}"]
    if label[:-1].isupper() and label[-1:].islower() and (number := roman_numeral(label[:-1])):
        return [f"{number}{label[-1]}"]
    digits = "".join(c for c in label if c.isdecimal())
    if digits and label.startswith(digits):
        return [f"{int(digits)}{inserted_letter(label[len(digits) :])}"]
    lower = label.lower()
    found = [n for n in (roman_numeral(lower) if label.isascii() else None, letter_number(lower)) if n]
    if label.isupper() or len(lower) > 1 or lower == "i":
        return [str(n) for n in found]
    return [str(n) for n in reversed(found)]


_OFTEN = 4  # number of attempts to find one label in one parent
_TYPED = re.compile(r"(?<![^\s(])[-–−‑]\d+|\d+|[^\W\d_]+")
_KIND_WORDS = {
    fold(word): kind
    for kind, words in {
        "rec": "r rec recital αιτιολογική considérant cons",
        "annex": "annex annexe παράρτημα",
        "fn": "fn footnote note υποσημείωση",
        "para": "p para paragraph παράγραφος paragraphe",
        "art": "art article άρθρο",
        "point": "point στοιχείο",
        "cit": "cit",
        "row": "row ligne γραμμή",
        "cell": "cell column colonne στήλη",
    }.items()
    for word in words.split()
}


def find_place(typed: str, addresses: Collection[str]) -> Address | None:
    """Return the address for a place as typed, among those of a document.

    An address is accepted as it is. Otherwise numbers and letters are read from the outermost unit inwards: the first
    number is an article if the document has articles, else a paragraph; the next ones name deeper units, with or
    without brackets. ``r34``, ``annex 1 p 3`` and ``fn 9`` name their kind. What is not found in the document's own
    text is looked up in its annexes, as an act sent with a note is in one.
    """
    text = typed.strip()
    if text in addresses:
        return Address(text)
    tokens = [re.sub("^[-–−‑]", "-", token) for token in _TYPED.findall(fold(text))]
    if not any("_-" in address for address in addresses):  # then ``-1`` is 1 after a dash
        tokens = [token.lstrip("-") for token in tokens]
    if not tokens:
        return None
    has_articles = any(segment.startswith("art_") for a in addresses for segment in a.split("__"))
    annexes = dict.fromkeys(a.split("__")[0] for a in addresses if a.startswith("annex_"))
    prefixes = ["", *annexes]
    kind: str | None = None
    first = True
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        follows_number = position < len(tokens) and tokens[position].lstrip("-").isdecimal()
        if token in _KIND_WORDS and (follows_number or len(token) > 1) and not (token == "p" and not follows_number):
            kind = _KIND_WORDS[token]
            continue
        if kind:
            kinds: tuple[str, ...] = (kind,)
        elif first:
            kinds = ("art", "para", "rec") if has_articles else ("para", "art", "point", "rec")
        else:
            kinds = ("para", "point", "sub", "ind")
        first, kind = False, None
        step = _step(prefixes, kinds, token, tokens[position] if position < len(tokens) else "", addresses)
        if step is None:
            return None
        prefixes, used = step
        position += used
    return next((Address(prefix) for prefix in prefixes if prefix in addresses), None)


def _step(
    prefixes: list[str], kinds: tuple[str, ...], token: str, following: str, addresses: Collection[str]
) -> tuple[list[str], int] | None:
    """Go one unit inwards; a number and the following letter are tried as a single inserted label first."""
    for kind in kinds:
        for prefix in prefixes:
            stem = f"{prefix}__{kind}_" if prefix else f"{kind}_"
            if token.lstrip("-").isdecimal():
                letter = inserted_letter(following) if following and not following.isdecimal() else ""
                if letter and f"{stem}{int(token)}{letter}" in addresses:
                    return [f"{stem}{int(token)}{letter}"], 1
                numbers = [int(token)]
            else:
                numbers = [n for n in (letter_number(token), roman_numeral(token)) if n]
            for number in numbers:
                names = [f"{stem}{number}", *(f"{stem}{number}-{again}" for again in range(2, _OFTEN + 1))]
                matches = [a for a in names if a in addresses or any(b.startswith(f"{a}__") for b in addresses)]
                if matches:
                    return matches, 0
    return None


def parent(address: str) -> str | None:
    outer, divider, _ = address.rpartition("__")
    return outer if divider else None


_RANK = {kind: n for n, kind in enumerate(("annex", "rec", "art", "para", "sub", "point", "ind", "fn"))}
"""Order of kinds from the outermost: ``point (a) of Article 5`` is read like ``Article 5, point (a)``."""
_OUTERMOST = ("annex", "rec", "art")
_BIS = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies)(?!\w))"
_SUB = r"(?:\s?\(\s?(?:\d{1,3}[a-z]?|[^\W\d_]{1,4})\s?\)|\.\d{1,2}(?!\d)|\s[^\W\d_]{1,2}\))"
_NUMBER = rf"\d{{1,4}}(?!\d)(?:{_BIS}|[^\W\d_]{{1,2}}(?!\w))?{_SUB}{{0,5}}\)?"
_LETTER = rf"\(?\s?[^\W\d_]{{1,4}}\s?\){_SUB}{{0,3}}|[ivxl]{{1,5}}(?!\w)|[^\W\d_](?!\w)"
_BRACKETED = rf"\(\s?\d{{1,3}}[a-z]?\s?\){_SUB}{{0,4}}"
_BARE = re.compile(rf"(?:{_NUMBER}|{_BRACKETED}|\(?[^\W\d_]{{1,4}}\){_SUB}{{0,3}})[.):]?")
_LEAD = re.compile(rf"(?:\(?\d{{1,3}}(?:{_BIS}|[a-zα-ω])?[.)]|\([^\W\d_]{{1,4}}\)|[^\W\d_]{{1,3}}\))(?=\s|$)")
_ALONE = re.compile(r"\(\s?\d{1,3}[a-z]?\s?\)")
_INSERTED_NUMBER = re.compile(r"(\d{1,4})(?:\s(?=bis|ter|qua|qui|sex|sep))?([^\W\d_]+)(?!\w)")
_LETTERS = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s,;–—-]*(?:(?:of|in|to|de|du|des|de l'|του|τησ|der|des|von)\s(?:the\s|la\s|l')?)?")
_Units = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class LabelledPlace:
    """A place named at the beginning of a text.

    Attributes:
        end: Offset after the last of its words, without a colon or dash; in code points.
        plain: In the form that ``find_place`` reads, outermost first.
    """

    end: int
    plain: str


class ProvisionLabels:
    def __init__(self, stems: Iterable[_Units], words: Iterable[_Units]) -> None:
        stem_kinds, word_kinds = _kinds(stems), _kinds(words)
        self._kinds = stem_kinds | word_kinds
        kind = rf"(?P<stem>{_any(stem_kinds)})[^\W\d_]*+|(?P<word>{_any(word_kinds)})(?![^\W\d_])"
        self._segment = re.compile(rf"(?:{kind})\.?(?:\s(?:αρ\.?|no\.?|nr\.?))?\s?(?P<label>{_NUMBER}|{_LETTER})")
        self._annex = re.compile(rf"(?:{_any(stem for stem, kind in stem_kinds.items() if kind == 'annex')})\w*+$")

    def label_at(self, text: str) -> LabelledPlace | None:
        """Return the place with which a text begins, by the word for its kind; None if there is none."""
        folded = fold_in_place(text)
        start = len(folded) - len(folded.lstrip(" («“\"'"))
        found: list[tuple[str, str]] = []
        end = start
        while match := self._segment.match(folded, _joint(folded, end) if found else start):
            kind = self._kinds[match["stem"] or re.sub(r"[.\s]+", " ", match["word"])]
            number = roman_numeral(match["label"]) if kind == "annex" else None
            found.append((kind, str(number) if number else match["label"]))
            end = match.end()
        if not found:
            annex = self._annex.match(folded, start)
            return LabelledPlace(annex.end(), "annex 1") if annex else None
        if folded[end : end + 1] == ")" and folded[start:end].count("(") == folded[start:end].count(")") + 1:
            end += 1
        found.sort(key=lambda value: _RANK[value[0]])
        return LabelledPlace(end, " ".join(f"{kind} {label}" for kind, label in found))

    def is_outermost(self, text: str) -> bool:
        """True if a text begins with a place that has no parent: an article, a recital, an annex."""
        place = self.label_at(text)
        return place is not None and place.plain.split()[0] in _OUTERMOST

    def parse(self, text: str) -> LabelledPlace | None:
        """Return the place that a short text names, by the word for its kind or by bare numbers: ``17(1)(a)``."""
        folded = fold_in_place(text.strip())
        if _BARE.fullmatch(folded):
            return LabelledPlace(len(text), folded.rstrip(".:"))
        return self.label_at(text)

    def find(self, label: str, addresses: Collection[str]) -> Address | None:
        """Return the place in a document for a label; a letter directly after a number marks an inserted unit."""
        place = self.parse(label)
        if place is None:
            return None
        rest = label[place.end :].strip()
        plain = place.plain
        while rest and (match := _BARE.match(fold_in_place(rest))):  # ``Article 5 2. (a)``
            plain, rest = f"{plain} {match[0].rstrip('.:')}", rest[match.end() :].strip()
        found = find_place(f"rec {plain}", addresses) if _ALONE.fullmatch(plain) else None
        found = found or find_place(plain, addresses)
        inserted = [f"{m[1]}{inserted_letter(m[2])}" for m in _INSERTED_NUMBER.finditer(plain) if inserted_letter(m[2])]
        is_there = found is not None and all(re.search(rf"_{number}(?:-|__|$)", found) for number in inserted)
        return found if is_there else None


def _kinds(languages: Iterable[_Units]) -> dict[str, str]:
    """Kind of unit by word, or beginning of a word; a single letter names none by itself."""
    words = (
        (fold_in_place(word).strip(" ."), kind)
        for language in languages
        for kind, forms in language.items()
        for word in forms
    )
    return {word: kind for word, kind in words if kind in _RANK and len(word) > 1}


def _any(words: Iterable[str]) -> str:
    return "|".join(r"[.\s]+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def _joint(folded: str, end: int) -> int:
    match = _JOINT.match(folded, end)
    return match.end() if match else end


def leading_label(text: str) -> str:
    """Return the number or letter that begins a provision's text, as printed; empty if there is none."""
    match = _LEAD.match(fold_in_place(text))
    return text[: match.end()] if match else ""


def repeats_label(label: str, other_label: str) -> bool:
    """True if a label ends with another label: ``Recital 34`` and ``(34)``."""
    letters, other = _LETTERS.findall(fold_in_place(label)), _LETTERS.findall(fold_in_place(other_label))
    return bool(other) and letters[-len(other) :] == other


def label_path(outer: Sequence[str], printed: str) -> tuple[str, ...]:
    """Return the labels from the outermost to that of a unit printed below others: ``1.`` ends a list of points.

    Args:
        outer: The labels of the unit before, from the outermost.
        printed: The printed label, such as ``1.``, ``(a)`` or ``(ii)``.
    """
    stored = list(outer)
    depth = _depth(printed, stored)
    while stored and _depth(stored[-1], stored[:-1]) >= depth:
        stored.pop()
    return (*stored, printed)


def _depth(printed: str, outer: Sequence[str]) -> int:
    """Return the depth of a label: an article 0, a number 1, a letter 2, a small roman number below letters 3."""
    if leading_label(printed) != printed:
        return 0
    folded = fold_in_place(printed).strip("(). ")
    if folded[:1].isdecimal():
        return 1
    letters = [
        label for label in outer if leading_label(label) == label and fold_in_place(label).strip("(). ").isalpha()
    ]
    previous = fold_in_place(letters[-1]).strip("(). ") if letters else ""
    if roman_numeral(folded) and letters and (len(letters) > 1 or (folded == "i" and previous != "h")):
        return 3
    return 2
