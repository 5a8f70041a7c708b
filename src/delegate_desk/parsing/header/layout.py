"""Layout of the header of a first page: its position, and the assignment of values to labels.

Three orders occur (CONVENTIONS.md section 1): a label and its value on one line; all labels first and all
values after them; a label on one line and its value on the next. Text extracted from a file may have no
line breaks at all (``header_dump``).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import language_detection, vocabulary
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.header import dates, document_number, field_labels, header_lines, value_assignment
from delegate_desk.parsing.header.header_lines import HeaderLine
from delegate_desk.parsing.header.value_assignment import UNKNOWN, HeaderField
from delegate_desk.parsing.references import document_references
from delegate_desk.parsing.structure import block_labels

LONG = 200
_SHORTEST = 80
_FIRST_BLOCKS = 6
_HEAD = 3000
_SUBJECT_AT_MOST = 500
_BODY_BEGINS = re.compile(r"[.…]\s+(?=[^\W\d_a-z])")
_CAPITALS = 3  # words in a row, with which the title of an act begins
_SUBJECT_AT_LEAST = 6  # words
_SMALL = 2  # words in small letters
_LIMITE = re.compile(r"\bLIMITE\b")
_STAMP = re.compile(r"(?:^\s*|(?<=[^\W\d_A-Z] ))PUBLIC(?=\s+[^\W\d_]?[^\W\d_A-Z]|\s*$)")
"""The stamp, as opposed to a word in a title in capitals."""
_STAMP_BESIDE = re.compile(rf"{_STAMP.pattern}|\sPUBLIC\s*$")
_CODES = rf"(?:{header_lines.CODE.pattern}[\s,;]*)"
_LEADING = re.compile(rf"(?:LIMITE\s+)?{_CODES}+(?=[^\W\d_])|LIMITE\s")
_TRAILING = re.compile(rf"\s{_CODES}+$")
_TOPS = re.compile(
    rf"\s*(?:LIMITE(?=\s)|PUBLIC(?=\s)|\((?:OR|Or)\.?\s?[a-z]{{2}}[^)]*\)|{document_number.SUFFIXES}|{_CODES}"
    r"|(?:[^\W\d_][^:\d]{2,60}:\s?)?\d{4}/\d{4}\s?\([A-Z]{3}\))"
)
_FIRST_PARAGRAPH = re.compile(r"(?<=[^\W_]\s)1\.\s(?=[^\W\d_a-z])")
_BARE_HEAD = 400
_HEADING = 120
_DATELINE = 50
_OF_A_MEETING = frozenset({"date", "venue", "contact"})
_OPENING = frozenset({"from", "to", "subject", "prev_doc", "cion_doc", "contact"})


@dataclass(frozen=True, slots=True)
class HeaderLayout:
    """A header found.

    Attributes:
        top: The lines above the first label, and those among the fields that belong to none.
        entries: The labels with their values, as printed.
        language: Language of its labels; None if there are none.
        run_on: True if it had no line breaks, so that values are guessed.
        damaged: True if its labels have lost letters.
    """

    top: tuple[HeaderLine, ...]
    entries: tuple[HeaderField, ...]
    body: tuple[Block, ...]
    language: str | None
    run_on: bool = False
    damaged: bool = False

    def value(self, key: str) -> str:
        """Return the value of the first label with a meaning."""
        entry = self.entry(key)
        return entry.value if entry else ""

    def entry(self, key: str) -> HeaderField | None:
        """Return the first label with a meaning that has a value."""
        return next((entry for entry in self.entries if entry.key == key and entry.value), None)


def _is_dump(text: str) -> bool:
    if len(text) <= _SHORTEST or text.count("\n") > len(text) / 80:
        return False
    labels, language = field_labels.within_one_language(text[:1500])
    keys = {label.meaning(language) for label in labels}
    if len(text) <= LONG:  # a line of labels with their values begins with one
        return "subject" in keys and len(keys) > 2 and not field_labels.at_start(text)
    return "subject" in keys or len(keys) > 2


def read(blocks: Sequence[Block], index: int) -> HeaderLayout:
    """Read the header in a block without line breaks: the values of consecutive labels follow the last of them."""
    block = blocks[index]
    text = block.line
    labels, language = field_labels.within_one_language(text[:_HEAD])
    if not labels or not _is_dump(block.text):
        return _without_labels(text, blocks, index)
    opening = next((i for i, label in enumerate(labels) if label.meaning(language) in _OPENING), 0)
    entries: list[HeaderField] = []
    top = text[: labels[opening].start] if labels else text
    run = ""
    for n, label in enumerate(labels[opening:], start=opening):
        entry = HeaderField(label.meaning(language), is_same_line=False)
        entries.append(entry)
        following = labels[n + 1] if label is not labels[-1] else None
        is_of_meeting = following is not None and following.meaning(language) in _OF_A_MEETING
        called = is_of_meeting and all(field.values for field in entries[:-1])
        if following is None or (entry.key == "subject" and not called):
            run = text[label.end :].strip()
            break
        value, marked = _LIMITE.subn("", text[label.end : following.start])
        value, stamped = _STAMP_BESIDE.subn("", value)
        value = value.strip()
        top += " LIMITE" * bool(marked) + " PUBLIC" * bool(stamped)
        codes = None if document_number.find_number(value) else _TRAILING.search(value)
        if codes:  # joined to the value by lost line breaks; beside a number, they are those of another document
            top += f" {codes.group().strip()}"
            value = value[: codes.start()]
        entry.values = [value.strip()] if value.strip() else []
    is_incomplete = any(not entry.values for entry in entries[:-1])
    run, stamped = _STAMP.subn("", run)
    leading = _LEADING.match(run)
    if is_incomplete and leading:
        top += f" {leading.group().strip()}"
        run = run[leading.end() :]
    top += " PUBLIC" * bool(stamped)
    values, rest = _split_run(run)
    value_assignment.assign_run(entries, values)
    for entry in entries:
        top += " PUBLIC" * any(_STAMP_BESIDE.search(value) for value in entry.values)
        entry.values = [_STAMP_BESIDE.sub("", value).strip() for value in entry.values]
    return _run_on(blocks, index, top, entries, rest, language)


def _run_on(
    blocks: Sequence[Block], n: int, top: str, entries: Sequence[HeaderField], rest: str, language: str | None = None
) -> HeaderLayout:
    lines = (*header_lines.split(blocks[:n], _TOP), HeaderLine(top, n, blocks[n], first=True))
    body = (replace(blocks[n], runs=(TextRun(rest),)),) if rest else ()
    return HeaderLayout(lines, tuple(entries), (*body, *blocks[n + 1 :]), language, run_on=True)


def _without_labels(text: str, blocks: Sequence[Block], index: int) -> HeaderLayout:
    """Read a header without a label for a sender: the text after its last code, number or heading is guessed."""
    head = text[:_HEAD]
    start = head.find(document_number.find_number(head) or "")
    end = start + len(document_number.leading(head[start:]))
    while code := _TOPS.match(head, end):
        end = code.end()
    tail = head[end : end + _HEADING]
    for word in reversed(list(re.finditer(r"\S+", tail))):  # the heading that names the type, directly after the codes
        words = tail[: word.end()].strip()
        if words.upper() == words and vocabulary.heading_key(words) in vocabulary.document_types():
            end += word.end()
            break
    top, run = text[:end].strip(), text[end:].strip()
    dated = dates.place_offset(run[:_HEAD]) if dates.find_date(top) is None else None
    if dated is not None:  # a press release is dated below its title
        top, run = f"{top} {run[dated : dated + _DATELINE]}", f"{run[:dated]}"
        rest = text[end:].strip()[dated:]
        entry = HeaderField("subject", [run.strip()], is_same_line=False, guessed=True)
        return _run_on(blocks, index, top, [entry], rest)
    entries: list[HeaderField] = []
    for key in ("from", "to"):
        party_end = value_assignment.party(run)
        if party_end and run[party_end : party_end + 1] == " " and not run[party_end:].lstrip()[:1].islower():
            entries.append(HeaderField(key, [run[:party_end]], is_same_line=False, guessed=True))
            run = run[party_end:].strip()
    subject, rest = _split_run(run)
    if subject:
        entries.append(HeaderField("subject", [subject], is_same_line=False, guessed=True))
    return _run_on(blocks, index, top, entries, rest)


def _split_run(run: str) -> tuple[str, str]:
    """Split values from text: at an opening formula, else at the end of the first sentence."""
    folded, places = fold_with_places(run)
    starts = [folded.find(fold(formula)) for formula in vocabulary.terms("delegations_find")]
    first = min((places[start] for start in starts if start > 0), default=0)
    if first:
        return run[:first].strip(), run[first:]
    # an act's title begins in capitals, after words of the subject that are not
    found = list(re.finditer(r"\S+", run[:_SUBJECT_AT_MOST]))
    capital = [len(match.group()) > 1 and match.group().isupper() for match in found]
    small = 0
    for n, match in enumerate(found[:-_CAPITALS]):
        named = capital[n] and document_references.kinds_of_act(match.group()) and found[n + 1].group().startswith("(")
        if n >= _SUBJECT_AT_LEAST and small >= _SMALL and (named or all(capital[n : n + _CAPITALS])):
            return run[: match.start()].strip(), run[match.start() :]
        small += match.group().islower()
    numbered = _FIRST_PARAGRAPH.search(run[:_SUBJECT_AT_MOST])
    if numbered and not dates.leading_date_end(run[numbered.start() :]):
        return run[: numbered.start()].strip(), run[numbered.start() :]
    ends = (match.start() + 1 for match in _BODY_BEGINS.finditer(run))
    end = next((offset for offset in ends if not value_assignment.is_abbreviated(run[:offset])), len(run))
    cut = min(end, _SUBJECT_AT_MOST)
    cut = run.rfind(" ", 0, cut) if 0 < cut < len(run) and run[cut - 1 : cut] != "." else cut
    return run[:cut].strip(), run[cut:].strip()


_MOST_LINES = 150
_TOP = 60
_SENTENCE = 60
_AHEAD = 8
_LABELS_AHEAD = 14
_VALUE_COLUMN = 50.0  # points by which values are to the right of their labels
_UNKNOWN_LABEL = re.compile(r"[^\W\d_][^:\n]{1,38}?\s?:(?=\s|$)")
_UNKNOWN_WORDS = 6
_POSTPOSITIONS = ("et", "fi", "hu", "lt", "lv")  # languages whose subjects may well end in a common word
_SHORT_LABEL = 6  # letters: shorter ones of another language are words of this one
_LABEL = re.compile(r"\((?:\d{1,3}|[^\W\d_]{1,4})\)(?<![A-Z]\))|\w{1,4}\)")
_FIELD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? ?:(?= |$)")
_SHORTEST_FULL = 28  # letters, of a line that is broken off at a narrow column's edge
_FULL_LINE = 25  # letters, from which a line may have been broken off


def find_layout(blocks: Sequence[Block]) -> HeaderLayout:
    lines = header_lines.join(header_lines.split(blocks, 2 * _MOST_LINES), _MOST_LINES)
    dump = next((i for i, block in enumerate(blocks[:_FIRST_BLOCKS]) if _is_dump(block.text)), None)
    text = blocks[0].text if blocks else ""
    if dump is None and len(text) > LONG and text.count("\n") <= len(text) / 80:
        # without labels and line breaks it has an institution, a place with a date, a number
        head = " ".join(text[:_BARE_HEAD].split())
        dated = document_number.find_number(head) is not None and dates.place_offset(head) is not None
        names = (name for key in ("council", "european_council", "joint_act") for name in vocabulary.terms(key))
        if dated and fold(head).startswith(tuple(map(fold, names))):
            dump = 0
    if dump is not None and not any(map(_is_sentence, header_lines.split(blocks[:dump], _TOP))):
        return read(blocks, dump)
    layout = _find_labels(blocks, lines, damaged=False)
    if layout is None or not layout.value("subject"):
        damaged = _find_labels(blocks, lines, damaged=True)
        if damaged and _count_parties(damaged) > (_count_parties(layout) if layout else 1):
            return damaged
    return layout or HeaderLayout(tuple(lines[:_TOP]), (), tuple(blocks), None)


def _count_parties(layout: HeaderLayout) -> int:
    return len({entry.key for entry in layout.entries if entry.value} & {"from", "to", "subject"})


def _find_labels(blocks: Sequence[Block], lines: list[HeaderLine], *, damaged: bool) -> HeaderLayout | None:
    labels = {
        n: label
        for n, line in enumerate(lines[:_MOST_LINES])
        if (label := field_labels.at_start(line.text, damaged=damaged))
    }
    language = field_labels.language([label.keys for label in labels.values()])
    labels = {n: label for n, label in labels.items() if language in label.keys or label.end > _SHORT_LABEL}
    start = next((n for n, label in labels.items() if n < _TOP and label.meaning(language) in _OPENING), None)
    if start is None:
        return None
    for distance in (1, 2):  # an unknown label directly above counts too; its value may be on a separate line
        n = start - distance
        match = _UNKNOWN_LABEL.match(lines[n].text) if n > 0 and n not in labels else None
        if match and len(match.group().split()) <= _UNKNOWN_WORDS:
            start = n if distance == 1 or not lines[n].text[match.end() :].strip() else start
            break
    if any(map(_is_sentence, lines[:start])):
        short = [line.text for line in lines[: min(start, 20)] if len(line.text) < _SENTENCE]
        dated = any(dates.is_place_line(text) and dates.find_date(text) for text in short)
        # with a number, and a date at a place, they certainly begin a header
        if not (dated and any(map(document_number.find_number, short))):
            return None
    reader = _LayoutReader(lines, start, labels, language)
    end = reader.read()
    value_assignment.name_unknown(reader.entries)
    if {entry.key for entry in reader.entries} in ({"from"}, {"to"}):  # a line of running text begins with the word
        return None
    body: tuple[Block, ...] = ()
    if end < len(lines):  # of the line's own block, which may also contain a field, the rest
        index = lines[end].block
        before = sum(line.block == index for line in lines[:end])
        parts = blocks[index].text.split("\n")
        is_divided = before and len(parts) == sum(line.block == index for line in lines)
        first = blocks[index].cut(len("\n".join(parts[:before])) + 1) if is_divided else blocks[index]
        body = (first, *blocks[index + 1 :])
    top = (*lines[:start], *reader.stray)
    return HeaderLayout(top, tuple(reader.entries), body, language, damaged=damaged)


def _is_sentence(line: HeaderLine) -> bool:
    return len(line.text) > LONG or (len(line.text) > _SENTENCE and line.text.endswith("."))


def _is_heading(text: str) -> bool:
    """True for words in capitals; a number alone is none."""
    return text.isupper() and (" " in text or not any(character.isdigit() for character in text))


class _LayoutReader:
    def __init__(
        self, lines: list[HeaderLine], start: int, labels: dict[int, field_labels.HeaderLabel], language: str | None
    ) -> None:
        self.entries: list[HeaderField] = []
        self.stray: list[HeaderLine] = []
        self._lines = lines
        self._start = start
        self._labels = labels
        self._language = language
        self._group: list[HeaderField] = []
        self._turn = 0
        self._labelled = lines[start].source_block
        self._in_values: HeaderField | None = None

    def read(self) -> int:
        """Read everything; return the line after the header."""
        end = min(len(self._lines), self._start + _MOST_LINES)
        for n in range(self._start, end):
            line = self._lines[n]
            if line.source_block.page != self._lines[self._start].source_block.page:
                return n
            if not (self._takes_label(n, line) or self._is_stray(n, line) or self._takes_value(n, line)):
                return n
        return end

    def _takes_label(self, n: int, line: HeaderLine) -> bool:
        label = self._labels.get(n)
        end = label.end if label else self._unknown_label(n, line)
        if not end:
            return False
        entry = HeaderField(label.meaning(self._language) if label else UNKNOWN, blocks=[line.block])
        self.entries.append(entry)
        self._labelled = line.source_block
        value = line.text[end:].strip()
        if value:
            entry.values.append(value)
            self._group, self._turn = [], 0
        else:
            if self._turn:
                self._group, self._turn = [], 0
            self._group.append(entry)
            entry.is_same_line = False
        self._in_values = entry
        return True

    def _unknown_label(self, n: int, line: HeaderLine) -> int:
        """Return the end of an unknown label, if it is among other labels and before the subject; else 0."""
        match = _UNKNOWN_LABEL.match(line.text)
        if (
            not match
            or (not self.entries and n != self._start)
            or any(entry.key == "subject" for entry in self.entries)
        ):
            return 0
        if len(match.group().split()) > _UNKNOWN_WORDS or 0 < self._turn < len(self._group):
            return 0
        following = range(n + 1, n + _LABELS_AHEAD)
        return match.end() if any(later in self._labels for later in following) else 0

    def _is_stray(self, n: int, line: HeaderLine) -> bool:
        """True for a line that belongs to no field, which is set aside."""
        if self._is_subjects_own(n, line):
            return False
        numbers = self._in_values is not None and self._in_values.key in ("prev_doc", "cion_doc", UNKNOWN)
        is_pending = self._turn < len(self._group) or any(later in self._labels for later in range(n + 1, n + _AHEAD))
        if not (
            (header_lines.is_furniture(line.text) and not numbers)
            or header_lines.is_limite(line.text)
            or line.text == header_lines.STAMP
            or (header_lines.is_codes(line.text) and not numbers and is_pending)
        ):
            return False
        self.stray.append(line)
        return True

    def _is_subjects_own(self, n: int, line: HeaderLine) -> bool:
        """True for an apparent code or marking that belongs to the subject: directly after its label, or inside it."""
        if self._group and self._group[-1].key == "subject" and len(self._group) == 1 and self._turn == 0:
            return not header_lines.is_limite(line.text)
        continues = n + 1 < len(self._lines) and self._lines[n + 1].text[:1].islower() and n + 1 not in self._labels
        subject = self._in_values is not None and self._in_values.key == "subject"
        return subject and continues and bool(header_lines.level_in_line(line.text))

    def _takes_value(self, n: int, line: HeaderLine) -> bool:
        if self._turn < len(self._group):
            following = [later.text for later in self._lines[n + 1 : n + 1 + _AHEAD]]
            if value_assignment.is_value(self._group, self._turn, line.text, following):
                entry = self._group[self._turn]
                entry.guessed = len(self._group) > 1
                self._turn += 1
            else:
                entry = self._group[self._turn - 1]
        else:
            entry = self._group[-1] if self._group else self.entries[-1]
            label, value = self._labelled, line.source_block
            if label.cell and value.cell:
                in_column = value.cell[:2] == label.cell[:2] and value.cell[2] > label.cell[2]
            else:
                in_column = not value.centred and value.indent > label.indent + _VALUE_COLUMN
            if not (in_column or self._continues_value(entry, n, line)):
                return False
        entry.values.append(line.text)
        entry.blocks.append(line.block)
        self._in_values = entry
        return True

    def _continues_value(self, entry: HeaderField, n: int, line: HeaderLine) -> bool:
        """True if a line belongs to the value above it; for other fields than the subject if more labels follow."""
        last = self._lines[n - 1]
        if entry.key == "subject" and vocabulary.begins_formula("delegations_find", line.text, vocabulary.languages()):
            return False
        if not line.first and line.block == last.block:
            return True
        if line.text[:1] in "-–—−=":
            return entry.key == "subject"
        if entry.key in ("subject", "venue"):
            text, gap = line.text, line.source_block.gap
            # no blank line precedes it, in a text with a blank line soon after it, or after a colon
            set_apart = any(later.source_block.gap for later in self._lines[n + 1 : n + _AHEAD])
            unbroken = gap is False and (set_apart or last.text.endswith(":"))
            if unbroken and not (text[:1].isdigit() or header_lines.is_codes(text) or _FIELD.match(text)):
                return True
            if last.text.endswith((".", ":", ";")) and not value_assignment.is_abbreviated(last.text):
                return False
            (first, _, rest), end = line.text.partition(" "), last.text.rsplit(" ", 1)[-1]
            # the rest of a title whose beginning is in capitals: ``AND OF THE COUNCIL on …``
            capital = first.isupper() and end.isupper() and not rest.isupper()
            if line.text[:1].islower() or (capital and language_detection.is_common(first, self._language)):
                return True
            # a full line may end in a word that cannot end a subject: ``of the``
            is_word = self._language not in _POSTPOSITIONS and (end.islower() or end.isupper())
            breaks_off = is_word and len(last.text) >= _FULL_LINE and language_detection.is_common(end, self._language)
            return breaks_off or self._is_full(entry, n)
        if _is_sentence(line) or vocabulary.begins_formula("delegations_find", line.text, vocabulary.languages()):
            return False
        return any(later in self._labels for later in range(n + 1, n + 1 + _AHEAD))

    def _is_full(self, entry: HeaderField, n: int) -> bool:
        """True if the next word did not fit on the value's last line, or the value has an open bracket or quote."""
        text, last, value = self._lines[n].text, self._lines[n - 1].text, entry.value
        if (
            self._lines[n].source_block.gap is not False
            or block_labels.read(text)
            or header_lines.is_codes(text)
            or _LABEL.match(text)
        ):
            return False
        if text.startswith("(") or any(value.count(a) > value.count(b) for a, b in ("()", "«»", "[]")):
            return True
        if text.endswith(".") or (_is_heading(text) and not _is_heading(value)):
            return False
        width = max(len(line.text) for line in self._lines[self._start : n + 1])
        return len(last) >= _SHORTEST_FULL and len(last) + 1 + len(text.split(" ")[0]) > width
