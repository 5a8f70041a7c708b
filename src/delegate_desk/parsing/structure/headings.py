"""Headings: articles, chapters, annexes by their words in each language, and headings by their formatting."""

import re
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents.addresses import letter_number, roman_numeral
from delegate_desk.core.documents.document import Kind, Mark
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.structure.block_labels import inserted_letters

_PATTERNS = {
    Kind.ARTICLE: "article_pattern",
    Kind.SECTION: "section_pattern",
    Kind.CHAPTER: "chapter_pattern",
    Kind.TITLE: "title_pattern",
    Kind.PART: "part_pattern",
}
_ORDINALS = "bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
_DIGITS = (
    r"(?P<number>\d{1,4})"
    rf"(?P<letter>[a-zα-ωа-я]{{1,2}}(?!\w)|[ -]?(?:{_ORDINALS})\b|\.[a-np-z](?!\w)|/[A-Z](?!\w)"
    r"|[ ][a-zα-ωа-я](?=[\s\]]|$))?"
)
_ROMAN = (
    r"(?P<number>[IVXLCΙΧ]{1,7}|\d{1,3}|[A-ZΑ-ΩА-Я])"
    rf"(?P<letter>[a-zα-ωа-я](?!\w)|[ -]?(?i:{_ORDINALS})\b)?[΄´’']?"
)
_ANNEX_NUMBER = (
    r"(?P<number>(?=[IVXLΙΧ])(?:XL|L?[XΧ]{0,3})(?:[IΙ][XΧ]|[IΙ]V|V?[IΙ]{0,3})(?![^\W\d_a-zα-ωа-я])|\d{1,3}|[A-ZΑ-ΩА-Я])"
    rf"(?P<letter>[a-zα-ωа-я](?!\w)|[ -]?(?i:{_ORDINALS})\b|[-/][A-Z](?!\w))?[΄´’']?"
)
_NUMBER_SIGN = r"(?:№|[Nn][Rroº]\.?|NO\.?|[Čč]\.)"
_NUMBER_LEADS = frozenset({"et", "hu", "lt", "lv"})
"""Languages with the number of an annex before the word."""
_LONGEST_ANNEX = 300
_QUOTES = "«„“”\"'‘’["
_PART_OF_ANNEX = re.compile(r"\w+\s+(?:[IVXΙΧ]+|\d+|[^\W\d_])(?!\w)")
_PAGE_FOOT = re.compile(r"[A-Z]{2,6}(?:[. ]\d[. A-Z\d]*)?(?:\s+LIMITE|\s+PUBLIC)?\s+[A-Z]{2}(?:/[A-Z]{2})*")
_FIRST = ("er", "re", "o", "a.")  # after the first number of a kind: ``Article 1er``
_TITLE_LENGTH = 200
_SHORT = 100
_DIVIDER = re.compile(r"\s*[-–—:.]\s*")
_ANNEX_DIVIDER = re.compile(r"[-–—:]\s*")
_SMALL_WORDS = frozenset("AEKOUYZΗΟАВИКОСУ")
_ENDS = (".", ";", ",", ":", "·")


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A heading with a number.

    Attributes:
        number: As in an address: ``3a``.
        end: The end of its label in the text; a title may follow.
    """

    kind: Kind
    number: str
    end: int


@cache
def _patterns(languages: tuple[str, ...]) -> list[tuple[Kind, re.Pattern[str]]]:
    found = [
        (kind, _pattern(word))
        for kind, key in _PATTERNS.items()
        for language in languages
        for word in vocabulary.terms(key, language)
    ]
    for language in languages:  # the number of a part may be a word: ``PART ONE``, ``ERSTER TEIL``
        spelt = vocabulary.formulas("part_numbers", language)
        number = f"(?P<spelt>{'|'.join(spelt)})" if spelt else r"(?P<spelt>(?!))"
        for word in vocabulary.terms("part_pattern", language):
            stem = re.escape(re.sub(r"\s*\{[nr]\}\.?\s*", "", word)) + "(?:EN)?"
            either = rf"(?:{stem}\s+{number}|{number.replace('spelt', 'before')}\s+{stem})(?!\w)"
            found.append((Kind.PART, re.compile(either, re.IGNORECASE)))
    return found


@cache
def _annexes(languages: tuple[str, ...]) -> list[tuple[re.Pattern[str], bool]]:
    """Return the patterns of annexes, and whether a title may directly follow each."""
    found = []
    for word, number_first in (
        (word, language in _NUMBER_LEADS) for language in languages for word in vocabulary.terms("annex", language)
    ):
        escaped = re.escape(word)
        either = f"(?:{escaped}|{re.escape(word.lower())})" if number_first else escaped
        word_number = rf"(?P<word>{escaped})\s+(?:{_NUMBER_SIGN}\s*)?{_ANNEX_NUMBER}\.?"
        number_word = rf"{_ANNEX_NUMBER}\.?\s+(?P<word>{either})\.?"
        found += [(word_number, True), (number_word, number_first), (f"(?P<word>{escaped})", True)]
    return [(re.compile(rf"{pattern}(?=\s|\]|:|[–—]|-\s|$)"), titled) for pattern, titled in found]


@cache
def _spelt_numbers() -> dict[str, int]:
    return {
        form: number
        for words in paths.load_table("structure_words")["part_numbers"].values()
        for number, word in enumerate(words, 1)
        for form in word.casefold().split("|")
    }


def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a word with its number before or after it: ``Article {n}``, ``{n}. cikk``."""
    if "{" not in word:
        return re.compile(rf"{re.escape(word)}(?P<number>)(?P<letter>)(?!\w)", re.IGNORECASE)
    before, after = re.split(r"\{[nr]\}", word)
    number = _DIGITS if "{n}" in word else _ROMAN
    if after.strip() in (".", ".o", ".º"):
        tail, gap = r"(?:\.?[oº°])?(?:-(?P<more>[A-Z])(?!\w))?\.?", r"\s*"
    elif after.startswith("."):
        tail, gap = re.escape(after[1:].strip()), r"\.?\s+"
    else:
        tail, gap = re.escape(after.strip()), r"\s+"
    head = re.escape(before.strip()) + r"\s+" if before.strip() else ""
    return re.compile(rf"{head}{number}{gap if tail else ''}{tail}(?!\w)(?!\s?\()", re.IGNORECASE)


def parse(text: str, languages: tuple[str, ...], block: Block | None = None) -> NumberedHeading | None:
    """Parse a numbered heading at the beginning of a block; None for running text that begins in the same way.

    Args:
        text: Text of the block, including its label.
        languages: Languages whose words may begin it.
        block: If it has a style of its own, its title may directly follow the number.
    """
    set_off = block is not None and (block.label is not None or _is_set_off(block))
    start = len(text) - len(text.lstrip("[ "))
    if not (text[start : start + 1].isupper() or text[start : start + 1].isdecimal()):
        return None
    for kind, pattern in _patterns(languages):
        match = pattern.match(text, start)
        if match and kind is Kind.TITLE and match.group()[:1].isdecimal() and not match.group().isupper():
            continue  # ``2. Cím``: a paragraph
        if match and _is_heading(kind, text.rstrip("] ") if start else text, match.end(), set_off=set_off):
            return NumberedHeading(kind, _number(match), match.end())
    text = text.rstrip("] ") if start else text
    first, line_break, _ = (block.text if block else "").strip().partition("\n")
    line = " ".join(first.split()) if line_break else None  # which may end after the number
    for pattern, titled in _annexes(languages):
        match = pattern.match(text, start)
        if match and _is_annex(match, titled=titled, set_off=set_off or line == match.group()):
            return NumberedHeading(Kind.ANNEX, _number(match), match.end())
    return None


def _is_heading(kind: Kind, text: str, end: int, *, set_off: bool) -> bool:
    rest = text[end:]
    if not rest.strip():
        return True
    divider = _DIVIDER.match(rest)
    title = rest[divider.end() if divider else 0 :].strip()
    if kind is not Kind.ARTICLE and divider:
        title = title.removesuffix(":")
    if len(title) > _TITLE_LENGTH or title.endswith(_ENDS):
        return False
    return (bool(divider) or set_off) and title[:1].isupper()


def _is_annex(match: re.Match[str], *, titled: bool, set_off: bool) -> bool:
    """True if the text after the number of an annex is its title, or empty; otherwise it is a sentence."""
    rest = match.string[match.end() :].strip()
    divider = _ANNEX_DIVIDER.match(rest)
    leads_to = re.match(r"(?:TO|to)\s", rest)
    title = rest[divider.end() if divider else 0 :].strip("] ")
    if not any(c.isalnum() for c in title):
        return True
    shouted = match["word"].isupper()
    if len(title) > _LONGEST_ANNEX or _PAGE_FOOT.fullmatch(title) or not (titled or divider or leads_to):
        return False
    if title.endswith(_ENDS) and not (title.isupper() or (shouted and (divider or set_off))):
        return False
    if divider or leads_to or (shouted and set_off):
        return True
    if title[:1] == "(":
        return shouted or set_off
    number = match.groupdict().get("number") or ""
    # ``PŘÍLOHA K NAŘÍZENÍ``, ``ANNEX A LIST``
    is_word = number in _SMALL_WORDS and not match["letter"] and title.isupper()
    if not title.lstrip(_QUOTES)[:1].isupper() or is_word:
        return False
    if shouted or set_off:
        return True
    return bool(number) and len(title) <= _SHORT and not _PART_OF_ANNEX.match(title)


def _number(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if spelt := groups.get("spelt") or groups.get("before"):
        return str(_spelt_numbers()[spelt.casefold()])
    numeral = groups.get("number") or ""
    letter = groups.get("letter") or groups.get("more") or ""
    suffix = "" if letter in _FIRST else inserted_letters(letter)
    if numeral.isdecimal():
        return f"{int(numeral)}{suffix}"
    latin = numeral.translate(str.maketrans("ΙΧ", "IX"))
    number = roman_numeral(latin) or letter_number(numeral.lower())
    return f"{number or 1}{suffix}"


def is_heading(block: Block, text: str) -> bool:
    """True if a block without a label looks like a heading: by style, capitals, position or weight."""
    if not text or len(text) > _TITLE_LENGTH:
        return False
    if block.heading is not None:
        return True
    if text.endswith((".", ";", ",", "·")) and not text.isupper():
        return False
    letters = [c for c in text if c.isalpha()]
    if not letters or not any(c.isupper() for c in letters[:12]):
        return False
    if len(letters) > 3 and "".join(letters).isupper():
        return not text.endswith((",", ":")) and not text[0].isdecimal()
    if text.endswith(":"):
        return False
    return _is_set_off(block)


def _is_set_off(block: Block) -> bool:
    """True if a block is distinguished from running text: centred, bold, underlined or italic."""
    distinctive = {Mark.BOLD, Mark.UNDERLINE, Mark.ITALIC}
    common = distinctive.intersection(*(run.marks for run in block.runs if run.text.strip()))
    return block.centred or block.heading is not None or bool(common)


def is_title(block: Block, text: str) -> bool:
    """True if a block after an article's number looks like its title."""
    if not text or len(text) > _TITLE_LENGTH or text.endswith((".", ";", ":", ",")):
        return False
    return block.centred or block.heading is not None or text[0].isupper()


def is_short_title(text: str) -> bool:
    """True if a text without formatting looks like a heading: short and not a sentence."""
    endings = (*_ENDS, "!", "?", "»", "”", '"', "’")
    return 0 < len(text) <= _SHORT and text[0].isupper() and not text.endswith(endings) and not text[-1].isdecimal()
