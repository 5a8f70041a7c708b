"""Lines above the labels: date, type, marking, stamp, subject codes, interinstitutional files."""

import datetime
import difflib
import re
from collections.abc import Iterable, Sequence
from functools import cache

from delegate_desk.core.documents.document import Kind, SubjectCode
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.header import classification, dates, document_number
from delegate_desk.parsing.header import lines as header_lines
from delegate_desk.parsing.header.layout import HeaderLayout
from delegate_desk.parsing.structure import headings

_PROCEDURE = re.compile(r"\b((?:19|20)\d{2}/\d{4})[\s*]{0,2}\(\s?([A-Z]{3})\s?\)")
_NOT_ALONE = frozenset({"annex", "list", "letter"})
_LONGEST_LINE = 150
_SHORT_LINE = 80
_NEAR = 0.8
_BETWEEN = 6  # words
_SHORTEST_DAMAGED = 3
_DATED_LINES = 12


def end(top: Sequence[str]) -> int:
    """Return the end of a header without labels: after the last line that only a header has."""
    end = 0
    headed = False  # the heading that names the type stands below the codes
    for n, line in enumerate(top[:25], start=1):
        if (
            len(line) > _LONGEST_LINE
            or _is_sentence(line)
            or _is_article(line)
            or vocabulary.begins_formula("delegations_find", line, vocabulary.languages())
        ):
            break
        told = (
            (header_lines.is_furniture(line) and (end > 0 or not classification.is_level(line) or _leads(top[:n])))
            or header_lines.ORIGINAL.search(line)
            or (len(line) < 40 and document_number.find_number(line) and not document_number.is_running_text(line))
            or (header_lines.is_codes(line) and (not headed or header_lines.has_known_codes(line)))
            or (dates.find_date(line) and dates.is_place_line(line))
            or vocabulary.heading_key(line) in vocabulary.document_types()
            or fold(line) in _institutions()
        )
        headed = headed or vocabulary.heading_key(line) in vocabulary.document_types()
        if told and n - end <= _APART:
            end = n
    return end


def _is_sentence(line: str) -> bool:
    return len(line) > _SENTENCE and line.endswith(".") and not document_number.find_number(line[:40])


def _is_article(line: str) -> bool:
    found = headings.numbered(line, vocabulary.languages())
    return found is not None and found.kind is Kind.ARTICLE


_SENTENCE = 60
_FIRST = 3
_APART = 8  # lines between what only headers have: a list far down is none


def _leads(lines: Sequence[str]) -> bool:
    """True if the last of some lines stands near the beginning, with nothing above it that speaks of it."""
    return len(lines) <= _FIRST and not any(line.endswith((".", ":", ",")) or len(line) > _SHORT_LINE for line in lines)


@cache
def _institutions() -> frozenset[str]:
    return frozenset(fold(name) for key in ("council", "european_council") for name in vocabulary.terms(key))


def date(top: Sequence[str], layout: HeaderLayout, reference: Reference | None) -> tuple[datetime.date | None, float]:
    """The date beside the place; that of a label where there is none."""
    for n, line in enumerate(top):
        if dates.is_place_line(line):
            below = top[n + 1] if n + 1 < len(top) else ""
            beside = f"{line} {below}" if _YEAR.match(below) else line
            found = dates.find_date(beside, layout.language) or dates.find_date(below, layout.language)
            if found:
                return found, 0.98
    for line in top:
        found = dates.find_date(line, layout.language)
        if found:
            return found, 0.8
    if reference:
        dated = (line for line in top if dates.is_place_line(line))
        days = (dates.without_year(line, reference.year, layout.language) for line in dated)
        found = next((day for day in days if day), None)
        if found:
            return found, 0.7
    found = dates.find_date(layout.value("date"))
    return found, 0.5 if found else 0.6


def stray_date(lines: Sequence[str]) -> tuple[datetime.date | None, float]:
    """The date at the beginning of a paper that has no header, on a short line."""
    for line in lines[:_DATED_LINES]:
        found = dates.find_date(line) if len(line) <= _SHORT_LINE else None
        if found:
            return found, 0.5
    return None, 0.6


def document_type(top: Sequence[str], layout: HeaderLayout) -> tuple[str | None, str | None, float]:
    """The heading that names the type: as printed, its key, and how sure that is."""
    if layout.run_on:
        return _type_in_dump(top[-1] if top else "")
    known = vocabulary.document_types()
    top = [_CALL.sub("", line) for line in top]
    for n in range(len(top) - 1, -1, -1):
        for line in (" ".join(top[n : n + 2]), top[n]):
            key = vocabulary.heading_key(line)
            if key in known and not (key in _NOT_ALONE and n < len(top) - 3):
                sure = 0.97 if layout.language in vocabulary.heading_languages()[key] else 0.85
                return line, known[key], sure
        kind = _changed(top[n])
        if kind:
            return top[n], kind, 0.9
    return _unknown_type(top, layout)


_YEAR = re.compile(r"(?:19|20)\d{2}(?![\d/])")
_CALL = re.compile(r"(?<=[^\W\d_]) ?(?:\d|[¹²³]|\*)$")  # of a footnote


def _unknown_type(top: Sequence[str], layout: HeaderLayout) -> tuple[str | None, str | None, float]:
    """The line in capitals above the labels, where no table has it: damaged, or a type that is not known."""
    if not (layout.entries and top):
        return None, None, 0.6
    line = next((line for line in reversed(top) if not _is_other_text(line)), "")
    if not line or not any(c.isalpha() for c in line) or (line != line.upper() and line != top[-1]):
        return None, None, 0.4
    whole = _nearest(line, layout.language)
    if whole:
        return line, vocabulary.document_types()[whole], 0.7
    if not line.isupper() or fold(line) in _institutions():
        return None, None, 0.4
    english = re.sub(r"\W+", "_", vocabulary.heading_key(line)).strip("_") if layout.language == "en" else None
    return line, english, 0.5


def _is_other_text(line: str) -> bool:
    return bool(
        header_lines.is_furniture(line)
        or header_lines.is_codes(line)
        or document_number.find_number(line)
        or _PROCEDURE.search(line)
        or dates.find_date(line)
        or line.endswith(":")
    )


def _nearest(line: str, language: str | None) -> str | None:
    """The heading that a line is most like, which may have lost letters."""
    bare = vocabulary.heading_key(line).replace(" ", "")
    if len(bare) < _SHORTEST_DAMAGED:
        return None
    best, nearest = None, _NEAR
    for heading, languages in vocabulary.heading_languages().items():
        if language in languages:
            near = difflib.SequenceMatcher(None, bare, heading.replace(" ", ""), autojunk=False).ratio()
            if near > nearest:
                best, nearest = heading, near
    return best


def _changed(line: str) -> str | None:
    """The type of what changes another document: ``ADDENDUM 3 TO "A" ITEM NOTE``, ``CORRIGENDUM TO NOTE``."""
    if not line.isupper():
        return None
    words = vocabulary.heading_key(line).split()
    kind = vocabulary.document_types().get(words[0]) if words else None
    return kind if kind in ("addendum", "corrigendum") else None


def _type_in_dump(text: str) -> tuple[str | None, str | None, float]:
    """The last known heading in capitals in text without line breaks, the longest where several end there."""
    best: tuple[int, int, str] | None = None
    folded, origins = _folded(text)
    for heading in vocabulary.document_types():
        for match in re.finditer(rf"(?<!\w){re.escape(heading)}(?!\w)", folded):
            printed = _quoted(text, origins[match.start()], origins[match.end() - 1] + 1)
            if _is_capital(printed) and (best is None or (match.end(), len(heading)) > best[:2]):
                best = (match.end(), len(heading), printed)
    if best is None:
        return None, None, 0.3
    changed = _changing(text, best[2])
    if changed:
        return changed, _changed(changed), 0.8
    return best[2], vocabulary.document_types()[vocabulary.heading_key(best[2])], 0.8


def _changing(text: str, heading: str) -> str | None:
    """The heading of a document that changes another, if it ends in the other's heading: ``RECTIFICATIF À LA NOTE``."""
    before = text[: text.rfind(heading)].rstrip()
    words = before.split(" ")[-_BETWEEN:]
    for n in range(len(words)):
        head = " ".join([*words[n:], heading])
        if _changed(head):
            return head
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as headings are compared, letter by letter, and where each came from."""
    letters: list[str] = []
    origins: list[int] = []
    for i, character in enumerate(text):
        for letter in vocabulary.heading_key(f"x{character}x")[1:-1] if not character.isspace() else " ":
            letters.append(letter)
            origins.append(i)
    return "".join(letters), origins


def _quoted(text: str, start: int, end: int) -> str:
    """Some words of a text with the quotation marks right beside them."""
    return text[start - (text[start - 1 : start] in _OPENING) : end + (text[end : end + 1] in _CLOSING)]


def _is_capital(text: str) -> bool:
    """True for capitals, a prefix in small letters aside: ``NA nIMEACHTAÍ``."""
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) > _CAPITALS * len(letters)


_OPENING, _CLOSING = tuple("\"'„“‘«"), tuple("\"'”“’»")
_CAPITALS = 0.9


def marking(top: Sequence[str], running: Sequence[str], layout: HeaderLayout) -> tuple[str | None, float]:
    """LIMITE, on the first page or at the feet of the others."""
    in_head = any(header_lines.is_limite(line) or (layout.run_on and _LIMITE.search(line)) for line in top)
    at_foot = any(_LIMITE.search(line) for line in running)
    if in_head or at_foot:
        return "LIMITE", 0.99 if in_head and at_foot else 0.95
    return None, 0.9 if layout.entries else 0.75


_LIMITE = re.compile(r"\b(?:LIMITE|L I M I T E)\b")


def is_public(top: Sequence[str], running: Sequence[str], *, run_on: bool) -> bool:
    """True for the stamp PUBLIC, which old files print in tilted pieces."""
    lines = [part for line in (*top, *running) for part in line.splitlines()]
    return header_lines.is_stamped(lines) or (run_on and any(_STAMPED.search(line) for line in top))


_STAMPED = re.compile(r"\bP ?U ?B ?L ?I ?C\b")


def original_language(top: Sequence[str]) -> str | None:
    """Language given by ``(OR. en)``."""
    found = (header_lines.ORIGINAL.search(line) for line in top)
    return next((match[1].lower() for match in found if match), None)


def subject_codes(top: Sequence[str], layout: HeaderLayout) -> tuple[SubjectCode, ...]:
    """The subject codes: on lines of their own, or in a row where line breaks are lost."""
    found: list[SubjectCode] = []
    for line in top:
        if header_lines.is_codes(line):
            found.extend(_codes_in(line))
        elif bare := header_lines.unnumbered_codes(line):
            found.extend(map(SubjectCode, bare))
        elif (number := document_number.leading(line)) and header_lines.is_codes(line[len(number) :].strip()):
            found.extend(_codes_in(line[len(number) :]))
    if not found and layout.run_on:
        values = [layout.value(key)[:200] for key in ("from", "subject")]
        for line in (*top, *filter(header_lines.has_known_codes, values)):
            runs = re.finditer(rf"(?:{header_lines.CODE.pattern}[\s,]*)+", line)
            best = max(runs, key=lambda run: len(run.group()), default=None)
            if best and not document_number.find_number(best.group()):
                found.extend(_codes_in(best.group()))
                break
    return tuple(dict.fromkeys(found))


def _codes_in(line: str) -> Iterable[SubjectCode]:
    return (SubjectCode(code, int(number)) for code, number in header_lines.codes(line))


def procedures(lines: Iterable[str]) -> tuple[str, ...]:
    """The interinstitutional files that lines name."""
    return tuple(dict.fromkeys(f"{number}({code})" for line in lines for number, code in _PROCEDURE.findall(line)))
