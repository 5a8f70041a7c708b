"""Addresses: where a paragraph stands, the same in every language.

Segments ``kind_number`` joined by ``__``, after the naming of Akoma Ntoso. A label's number is an integer whatever its
script: ``(c)`` 3, ``στ)`` 6, ``б)`` 2, ``(iv)`` 4. What people type is read downwards and looked up among the
addresses that a document has.
"""

import re
import unicodedata
from collections.abc import Collection

from delegate_desk.core.documents.document import Address
from delegate_desk.core.text import fold

_GREEK_UNITS = {"α": 1, "β": 2, "γ": 3, "δ": 4, "ε": 5, "στ": 6, "ϛ": 6, "ζ": 7, "η": 8, "θ": 9}
_GREEK_TENS = {"ι": 10, "κ": 20, "λ": 30, "μ": 40, "ν": 50, "ξ": 60, "ο": 70, "π": 80}
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюя"
_ROMAN = re.compile(r"(?=[ivxl])(x[cl]|l?x{0,3})(i[xv]|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_INSERTED = {"bis": "a", "ter": "b", "quater": "c", "quinquies": "d", "sexies": "e", "septies": "f"}


def greek_numeral(letters: str) -> int | None:
    """The value of Greek letters as a numeral: ``στ`` 6, ``ια`` 11, ``κ`` 20."""
    bare = "".join(c for c in unicodedata.normalize("NFD", letters.lower()) if not unicodedata.combining(c))
    bare = bare.replace("ς", "σ") if bare != "ς" else "ϛ"
    if bare in _GREEK_UNITS:
        return _GREEK_UNITS[bare]
    if bare[:1] in _GREEK_TENS:
        rest = bare[1:]
        if not rest:
            return _GREEK_TENS[bare[0]]
        if rest in _GREEK_UNITS:
            return _GREEK_TENS[bare[0]] + _GREEK_UNITS[rest]
    return None


def roman_numeral(letters: str) -> int | None:
    """The value of a roman numeral below 90, in either case."""
    lower = letters.lower()
    if not lower or not _ROMAN.fullmatch(lower):
        return None
    values = [_ROMAN_VALUES[c] for c in lower]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def letter_number(letters: str) -> int | None:
    """The place of letters in their alphabet, or their value as a Greek numeral; roman numerals are not tried."""
    lower = letters.lower()
    if len(lower) == 1 and "a" <= lower <= "z":
        return ord(lower) - ord("a") + 1
    if len(lower) == 2 and lower[0] == lower[1] and "a" <= lower[0] <= "z":
        return 26 + ord(lower[0]) - ord("a") + 1
    if len(lower) == 1 and lower in _CYRILLIC:
        return _CYRILLIC.index(lower) + 1
    return greek_numeral(lower)


def inserted_letter(suffix: str) -> str:
    """The Latin letter of an inserted label's end: ``a``, ``α`` and ``bis`` are all ``a``; empty where it is none."""
    bare = suffix.strip(" .)").lower()
    if bare in _INSERTED:
        return _INSERTED[bare]
    if re.fullmatch(r"[a-z]", bare):
        return bare
    number = letter_number(bare) if len(bare) == 1 else None
    return chr(ord("a") + number - 1) if number and number <= 26 else ""


_OFTEN = 4
"""How often one label is looked for in one parent."""
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
    }.items()
    for word in words.split()
}


def find_place(typed: str, addresses: Collection[str]) -> Address | None:
    """Find the address that a person means by what they type, among those that a document has.

    An address itself is taken as it is. Else numbers and letters are read downwards: the first number is an article
    where the document has articles, else a paragraph; what follows names deeper units, with or without brackets.
    ``r34``, ``annex 1 p 3`` and ``fn 9`` name their kind. What is not found in the document's own text is sought in its
    annexes, for an act that is sent with a note stands in one.
    """
    bare = typed.strip()
    if bare in addresses:
        return Address(bare)
    tokens = _typed(bare, addresses)
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


def _typed(typed: str, addresses: Collection[str]) -> list[str]:
    """The numbers and letters typed; ``-1`` is a number where the document has one below 0, else 1 behind a dash."""
    tokens = [re.sub("^[-–−‑]", "-", token) for token in _TYPED.findall(fold(typed))]
    below = any("_-" in address for address in addresses)
    return tokens if below else [token.lstrip("-") for token in tokens]


def _step(
    prefixes: list[str], kinds: tuple[str, ...], token: str, following: str, addresses: Collection[str]
) -> tuple[list[str], int] | None:
    """Go one unit down; a number and the letter after it are tried as a single inserted label first."""
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
                there = [a for a in _of_that_name(f"{stem}{number}") if _is_there(a, addresses)]
                if there:
                    return there, 0
    return None


def _of_that_name(address: str) -> list[str]:
    """An address, and those of units whose label says the same again."""
    return [address, *(f"{address}-{again}" for again in range(2, _OFTEN + 1))]


def _is_there(address: str, addresses: Collection[str]) -> bool:
    return address in addresses or any(a.startswith(f"{address}__") for a in addresses)


def parent(address: str) -> str | None:
    """The address of the unit that a unit hangs on."""
    above, divider, _ = address.rpartition("__")
    return above if divider else None
