"""Plain text files: encoding, remains of Markdown in the register's texts, wrapped lines, footnotes.

A footnote is a number at the foot, referenced in the text as ``word³``, ``word3`` or ``word (3)``. A raised number at
the beginning of a line is a note. A plain number is a note only if the text above references it and the numbers are
consecutive; other lines that begin with a number are text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import language_detection, text_lines, vocabulary
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun
from delegate_desk.parsing.header import field_labels
from delegate_desk.parsing.structure import block_labels
from delegate_desk.parsing.text_lines import PlainLine, WordBreaks

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_LATIN = ("cp1252", "cp1250", "cp1257")
_OTHER_SCRIPTS = ("cp1253", "cp1251", "iso8859-7")
_CALL = re.compile(rf"([{_SUPERSCRIPTS}]{{1,3}})|\[\^(\d{{1,3}})\]")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\((?:\\.|[^()\\\s]|\([^()]*\))*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LISTED = re.compile(r"[-*+]\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+")
_UNITS_OF_MEASURE = ("m", "km", "cm", "mm", "dm", "μ", "μm", "nm", "kg/m", "g/m", "CO", "μ")
_LONGEST_UNIT = 12  # characters
_HARDLY_ANY = 20  # a file cut off in the middle of a character is UTF-8 all the same
_SENTENCE_ENDS = (",", ";", ".", ":", "·", "—", "–")
_ABBREVIATED = re.compile(r"\s(?:art|ust|odst|čl|ods|bod|lit|pkt|par|Nr|nr|No|no|n|č|st|stk|арт|чл|ал|παρ|αριθ)\.$")
_COLUMNS = re.compile(r"\S {4,}\S")
"""Columns, or a line laid out with spaces: its length means nothing."""
_STRAY = 200  # lines of which a longer one, such as an address, tells nothing
_WRAPPED_AT = 130
_SHORT_LINE = 15  # the middle length where most lines are a form's, not a text's
_FULL_LINE = 0.6  # of the width, where a line is full though a long word followed
_FULL_SENTENCE = 0.85  # where a sentence ends, which may end a paragraph


class NotTextError(Exception):
    """The content is not text in any known encoding."""


def read(path: Path) -> SourceText:
    return source(decode(path.read_bytes()))


def decode(data: bytes) -> str:
    """Decode bytes: by their byte order mark, else UTF-8, UTF-16 without mark, or the most plausible Windows encoding.

    Raises:
        NotTextError: If they are not text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _normalise(data.decode(encoding, errors="replace"))
    if b"\0" in data[:4000]:
        even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)  # half of the bytes of a western text are zero
        return _normalise(data.decode("utf-16-be" if even > odd else "utf-16-le", errors="replace"))
    loosely = data.decode("utf-8", errors="replace")
    lost = data.count("\ufffd".encode())  # letters that were lost before are no fault of the encoding
    broken = loosely.count("\ufffd") - lost
    if broken == 0 or broken * _HARDLY_ANY < sum(c > "\x7f" for c in loosely):
        return _normalise(loosely, lost)
    # the Windows encoding with most words of one language: most Latin letters are ASCII, of others hardly any
    sample = data[:60_000]
    plain = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    encodings = _LATIN if plain > sum(byte >= 0xC0 for byte in sample) else _OTHER_SCRIPTS
    best, best_score = encodings[0], -1.0
    for encoding in encodings:
        text = sample.decode(encoding, errors="replace")
        score = max(language_detection.word_scores(text).values()) - text.count("\ufffd")
        if score > best_score:
            best, best_score = encoding, score
    return _normalise(data.decode(best, errors="replace"))


def _normalise(text: str, lost: int = 0) -> str:
    odd = sum(1 for c in text if c < " " and c not in "\t\n\r\f\v\x1a") + text.count("\ufffd") - lost
    if odd > max(8, len(text) // 50):
        raise NotTextError
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def source(text: str) -> SourceText:
    page_lines, running = text_lines.split(text)
    width = _width(page_lines)
    hyphens = WordBreaks(line.text for line in page_lines)
    languages = (language_detection.detect(text)[0], "en")
    body, notes = _extract_footnotes(page_lines, width, hyphens, languages)
    lines = text_lines.join_labels(body, width, languages)
    spaced = width > 0 and _is_double_spaced(lines)
    blocks: list[tuple[str, int | None, bool]] = []
    previous: PlainLine | None = None
    in_field = False  # in a field of the header, which a blank line sets apart
    for line in lines:
        is_field = bool(field_labels.at_start(line.text))
        if previous is None:
            continues = False
        elif width:
            continues = _continues(previous, line, width, spaced=spaced)
        elif in_field and not (line.gap or is_field or block_labels.read(line.text) or line.text[:1] in "-–—"):
            continues = True
        else:  # a sentence may continue over the end of a page, or over the notes at its foot
            ended = previous.text.endswith(_SENTENCE_ENDS) or block_labels.read(line.text)
            continues = line.after_page_end and _begins_small(line.text) and not ended
        if continues and blocks:
            blocks[-1] = (hyphens.join(blocks[-1][0], line.text), *blocks[-1][1:])
        else:
            blocks.append((line.text, line.page, line.gap))
        in_field = (in_field and continues) or (line.gap and is_field)
        previous = line
    defined = {label for label, _, _ in notes}
    return SourceText(
        blocks=tuple(_block(text, page, defined, gap=gap and not spaced) for text, page, gap in blocks),
        notes=tuple(
            FootnoteBlock(label, (Block((TextRun(_without_links(note)),), page=page),)) for label, note, page in notes
        ),
        running=tuple(dict.fromkeys(running)),
    )


def _width(lines: list[PlainLine]) -> int:
    """Return the length at which long texts are wrapped into lines; 0 if they are not."""
    texts = (line.text for line in lines if not _COLUMNS.search(line.text) and not text_lines.is_label(line.text))
    lengths = sorted(map(len, texts)) or [0]
    breaks_off = any(_begins_small(line.text) for line in lines[1:])
    longest = lengths[-1 - len(lengths) // _STRAY]
    if not breaks_off or longest > _WRAPPED_AT:
        return 0
    runs_on = any(
        not below.gap
        and len(above.text) > _FULL_SENTENCE * longest
        and _begins_small(below.text)
        and not (block_labels.read(below.text) or above.text.endswith((".", ";", ":")))
        for above, below in pairwise(lines)
    )
    return longest if lengths[len(lengths) // 2] > _SHORT_LINE or runs_on else 0


def _is_double_spaced(lines: list[PlainLine]) -> bool:
    """True if a blank line follows every line, so that it means nothing."""
    if len(lines) < 8:
        return False
    gaps = sum(line.gap for line in lines)
    run_on = sum(
        after.gap
        and _begins_small(after.text)
        and not block_labels.read(after.text)
        and not before.text.endswith(_SENTENCE_ENDS)
        for before, after in pairwise(lines)
    )
    return gaps > 0.9 * len(lines) and run_on > 0.15 * len(lines)


def _begins_small(text: str) -> bool:
    """True for a line that continues a sentence; labels in lower case and addresses continue nothing."""
    return text[:1].islower() and not text.startswith(("www.", "http")) and not field_labels.at_start(text)


def _continues(previous: PlainLine, line: PlainLine, width: int, *, spaced: bool) -> bool:
    if line.after_page_end:  # what is blank around a foot tells nothing
        if previous.text.endswith((".", ";", ":")) and len(line.text) < _FULL_LINE * width:
            return False
        line = replace(line, gap=False)
    if line.gap and not spaced:
        return False
    if _is_within(previous, line, width):
        return True
    if field_labels.at_start(line.text) or block_labels.read(line.text) or _MARKDOWN_HEADING.match(line.text):
        return False
    if not spaced and text_lines.begins(previous.text, line.text, width):
        return False
    if spaced:
        return _begins_small(line.text) or (len(previous.text) > 60 and not previous.text.endswith((".", ":")))
    if _begins_small(line.text):
        return True
    return len(previous.text) >= (_FULL_SENTENCE if previous.text.endswith((".", ";", ":")) else _FULL_LINE) * width


def _is_within(previous: PlainLine, line: PlainLine, width: int) -> bool:
    """True for a number at the beginning of a line in the middle of a sentence: ``Article`` above ``5.``."""
    label = block_labels.read(line.text)
    if line.gap or label is None or not label.is_number or len(previous.text) < _FULL_LINE * width:
        return False
    if _ABBREVIATED.search(previous.text[-_LONGEST_UNIT:]):  # ``art.`` above ``9.``
        return True
    if previous.text.endswith(_SENTENCE_ENDS):
        return False
    return line.text[label.end :].strip()[:1].islower()


def _block(text: str, page: int | None, defined: set[str], *, gap: bool) -> Block:
    heading = _MARKDOWN_HEADING.match(text)
    if heading:
        text = text[heading.end() :]
    else:
        bullet = _LISTED.match(text)
        if bullet and block_labels.read(text[bullet.end() :]):
            text = text[bullet.end() :]
    block = Block(tuple(_runs(_without_links(text), defined)), page=page, gap=gap)
    return replace(block, heading=len(heading[1])) if heading else block


def _without_links(text: str) -> str:
    if "](" not in text:
        return text
    return _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text))


def _runs(text: str, defined: set[str]) -> Iterator[TextRun]:
    """Split a text at the references to defined footnotes; ``m²`` is none."""
    start = 0
    for call in _CALL.finditer(text):
        label = (call[1] or call[2]).translate(_DIGITS)
        word = re.search(r"[^\W\d_/]+(?:/[^\W\d_]+)?$", text[max(0, call.start() - _LONGEST_UNIT) : call.start()])
        if label not in defined or (word and word.group() in _UNITS_OF_MEASURE):
            continue
        yield TextRun(text[start : call.start()])
        yield TextRun("", note=label)
        start = call.end()
    yield TextRun(text[start:])


# Footnotes

_NUMBER = re.compile(r"[1-9]\d{0,2}")
_STOPS = (",", ".", ";", ":", ")")
_FULL = 0.85  # of the width
_NEARLY = 0.6  # of it, where a long word followed


def _rejoin_raised(lines: Sequence[PlainLine]) -> list[PlainLine]:
    """Move raised numbers that were copied to separate lines back into their sentences: ``2``, ``, of``."""
    found: list[PlainLine] = []
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        is_raised = _NUMBER.fullmatch(line.text) and following and not following.gap and following.text[:1] in _STOPS
        continues = n and _NUMBER.fullmatch(lines[n - 1].text) and line.text[:1] in _STOPS
        if found and not line.gap and (is_raised or continues):
            found[-1] = replace(found[-1], text=f"{found[-1].text}{line.text}")
        else:
            found.append(line)
    return found


def _pair_numbers(lines: Sequence[PlainLine], width: int) -> Iterator[PlainLine]:
    """Move numbers that were copied together above the notes of a page to the note of each."""
    index = 0
    while index < len(lines):
        numbers = _numbers_from(lines, index)
        texts = _notes_from(lines, index + len(numbers), width, len(numbers)) if len(numbers) > 1 else []
        if not texts:
            run = max(len(numbers), 1)
            yield from lines[index : index + run]
            index += run
            continue
        for number, text in zip(numbers, texts, strict=True):
            yield replace(number, text=f"{number.text} {text[0].text}")
            yield from text[1:]
        index += len(numbers) + sum(map(len, texts))


def _numbers_from(lines: Sequence[PlainLine], start: int) -> list[PlainLine]:
    found: list[PlainLine] = []
    for n in range(start, len(lines)):
        line = lines[n]
        expected = int(found[-1].text) + 1 if found else None
        if (
            not _NUMBER.fullmatch(line.text)
            or (expected and int(line.text) != expected)
            or (found and line.after_page_end)
        ):
            break
        found.append(line)
    return found


def _notes_from(lines: Sequence[PlainLine], start: int, width: int, count: int) -> list[list[PlainLine]]:
    """Return the lines from ``start`` to the page's end, grouped by note; empty if there are fewer notes."""
    for runs_on in (width, 0):  # a full line that ends a sentence may end a note
        found: list[list[PlainLine]] = []
        for n in range(start, len(lines)):
            line = lines[n]
            if line.after_page_end or _NUMBER.fullmatch(line.text):
                break
            previous = found[-1][-1].text if found else ""
            is_ended = previous.endswith(text_lines.ENDED) and not runs_on
            if found and not line.gap and width and not is_ended and _continues_note(previous, line.text, width):
                found[-1].append(line)
            else:
                found.append([line])
        if len(found) == count:
            return found
    return []


def _continues_note(previous: str, line: str, width: int) -> bool:
    """True if a line continues a note; one that begins with a letter and a full stop may, after a comma: ``p. 1``."""
    is_ended = previous.endswith(text_lines.ENDED)
    is_within = width and not is_ended and len(previous) >= _FULL * width  # a number below a full line is no label
    if not any(map(str.isalnum, line)) or (block_labels.read(line) and not (previous.endswith(",") or is_within)):
        return False
    if is_ended:
        return len(previous) >= _FULL * width
    return line[:1].islower() or previous.endswith(",") or len(previous) >= _NEARLY * width


_RAISED = str.maketrans("0123456789", _SUPERSCRIPTS)
_SURE = re.compile(rf"(?P<sure>[{_SUPERSCRIPTS}]{{1,3}})\s+(?=\S)|\[\^(?P<marked>\d{{1,3}})\]:\s*")
_PLAIN = re.compile(
    r"(?P<bare>[1-9]\d{0,2})(?:\s+(?=\S)|$)|\(\s?(?P<round>[1-9]\d{0,2})\s?\)(?:\s*(?=\S)|$)"
    r"|\[(?P<square>[1-9]\d{0,2})\](?:\s*(?=\S)|$)"
)
_STYLES = ("raised", "square", "glued", "round", "run_in", "bare", "stuck")
_FITTING = {
    "bare": ("raised", "glued", "round", "run_in", "bare", "stuck"),
    "round": ("raised", "glued", "round"),
    "square": ("square",),
}
"""The possible forms of references, by the form of a note's number."""
_WEAK = ("bare", "stuck")
"""Forms in which a number may as well be something else."""
_STRONG = ("raised", "square", "glued")
"""Forms in which a number is hardly ever anything else."""
_MEASURES = ("m", "km", "cm", "mm", "dm", "μm", "nm", "dam", "hm", "м", "км", "см")
_FORMULAS = ("CO", "NO", "SO", "CH", "PM", "H", "G", "EU", "SARS", "COVID")
"""Capitals that have a number of their own: ``CO2``, ``EU27``."""
_NAMES = frozenset("COM SWD SEC JOIN REV ADD COR DCL EXT EUR ST WK SN CM DS PE CONS NR NO ARTICLE ANNEX".split())
"""Capitals whose number is no footnote reference."""
_SMALL = ("http", "www", "ibid", "idem")
"""Lower-case letters with which a note may begin."""
_RULE = re.compile(r"[_–—-]{5,}")
"""The rule printed above the notes of a page."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG_NUMBER = re.compile(r"(?<!\d)(?:19|20)\d\d/\d{4}$")
"""No act has a longer number: ``2023/1804`` in ``2023/18043``."""
_ACT_NUMBER = re.compile(r"\d/\d{1,4}$")
_LONGEST_WORD = 40
_TWO_DIGITS = 10
_LEAP = 2  # notes that a copy may lack
_FAR = 15  # of which those of a page may have come out of order
_SHORTEST = 4  # letters before a full stop that are no abbreviation


@dataclass(frozen=True, slots=True)
class _Call:
    line: int
    start: int
    end: int
    style: str


@dataclass(slots=True)
class _Note:
    number: int
    start: int  # the line on which it begins
    text: str  # of its first line, without the number
    call: _Call | None


def _extract_footnotes(
    lines: Sequence[PlainLine], width: int, hyphens: WordBreaks, languages: Sequence[str]
) -> tuple[list[PlainLine], list[tuple[str, str, int | None]]]:
    """Return the lines without footnotes, each reference as ``[^3]``, and label, text and page of each note."""
    lines = list(_pair_numbers(_rejoin_raised(lines), width))
    notes = _NoteFinder(lines, width, languages).notes()
    starts = {note.start: note for note in notes}
    calls: dict[int, list[tuple[_Call, int]]] = {}
    for note in notes:
        if note.call:
            calls.setdefault(note.call.line, []).append((note.call, note.number))
    body: list[PlainLine] = []
    found: list[tuple[str, str, int | None]] = []
    index, page_ended = 0, False
    while index < len(lines):
        line = lines[index]
        if index in starts:
            note = starts[index]
            index, text = _end(lines, note, width, starts), note.text
            for following in lines[note.start + 1 : index]:
                text = hyphens.join(text, following.text) if text else following.text
            found.append((str(note.number), text, line.page))
            page_ended = True
            continue
        index += 1
        if index in starts and not any(c.isalnum() for c in line.text):  # the rule above the notes
            continue
        text = line.text
        for call, number in sorted(calls.get(index - 1, ()), key=lambda pair: -pair[0].start):
            text = f"{text[: call.start]}[^{number}]{text[call.end :]}"
        body.append(replace(line, text=text, after_page_end=line.after_page_end or page_ended))
        page_ended = False
    return body, found


def _end(lines: Sequence[PlainLine], note: _Note, width: int, starts: Container[int]) -> int:
    """Return the end of a footnote: a blank line, the end of the page, or a short last line without continuation."""
    n, text = note.start + 1, note.text
    is_certain = bool(_SURE.match(lines[note.start].text))
    while n < len(lines) and n not in starts and not lines[n].after_page_end and not (lines[n].gap and text):
        if text and not is_certain and not (width and _continues_note(text, lines[n].text, width)):
            break
        text = lines[n].text
        n += 1
    return n


class _NoteFinder:
    def __init__(self, lines: Sequence[PlainLine], width: int, languages: Sequence[str]) -> None:
        self._lines = lines
        self._width = width
        self._languages = languages
        self._plain = {
            n: match for n, line in enumerate(lines) if (match := _PLAIN.match(line.text)) and self._may_be(n, match)
        }
        self._rounds = [n for n, match in self._plain.items() if match.lastgroup == "round"]
        self._in_notes: set[int] = set()  # lines of notes found so far, which call none
        self._searched: dict[tuple[int, tuple[int, int], tuple[str, ...]], int] = {}  # up to which line in vain

    def notes(self) -> list[_Note]:
        """Return the notes: found by every form of reference first, then by the prevailing forms."""
        styles: Sequence[str] = _STYLES
        found = self._walk(styles)
        counter = Counter(note.call.style for note in found if note.call)
        if any(counter[style] for style in styles[1:]):
            styles = tuple(sorted(_STYLES, key=lambda style: -counter[style]))
            found = self._walk(styles)
        unbracketed = [n for n, match in self._plain.items() if match.lastgroup == "bare"]
        if counter["bare"] and 2 * len(found) < len(unbracketed):  # of paragraphs, some of which the text names
            found = self._walk([style for style in styles if style != "bare"])
        return found

    def _walk(self, styles: Sequence[str]) -> list[_Note]:
        self._in_notes.clear()
        self._searched.clear()
        found: list[_Note] = []
        after, listed = (0, 0), 0
        for index, line in enumerate(self._lines):
            match = _SURE.match(line.text)
            note: _Note | None = None
            if match:
                number = int((match["sure"] or match["marked"]).translate(_DIGITS))
                call = self._call(number, after, index, ["raised", "glued", "run_in"])
                note = _Note(number, index, line.text[match.end() :], call)
            elif index in self._plain:
                number = int(self._plain[index][self._plain[index].lastgroup or 0])
                last = found[-1] if found else None
                note = self._note(number, index, after, last, styles, listed)
                if note is None and self._plain[index].lastgroup == "round":
                    listed = number
            if note is None:
                continue
            found.append(note)
            after = (note.call.line, note.call.end) if note.call else after
            self._in_notes.update(range(index, _end(self._lines, note, self._width, self._plain)))
        return found

    def _note(
        self, number: int, n: int, after: tuple[int, int], last: _Note | None, styles: Sequence[str], listed: int
    ) -> _Note | None:
        """Return the note that begins on a line with a plain number, if the text above references it.

        Args:
            after: Position of the reference to the previous note.
            styles: Forms of references, most likely first.
            listed: The last number of a list in brackets so far.
        """
        match = self._plain[n]
        form = match.lastgroup or ""
        expected = last.number + 1 if last else 1
        leap = number - expected
        if last and number != 1 and not 0 <= leap <= _FAR:
            return None
        is_separate = match.end() == len(self._lines[n].text) and self._lines[n + 1].gap
        weak = leap in (0, 1) and not is_separate  # a call at the beginning of a line may have been taken for a label
        fitting = [style for style in styles if style in _FITTING[form] and (weak or style not in _WEAK)]
        if last and leap > _LEAP:
            fitting = [style for style in fitting if style in _STRONG]
        call = self._call(number, after, n, fitting)
        adjoins = (
            last is not None and number == expected and n - 1 in self._in_notes and not self._lines[n].after_page_end
        )
        ruled = number == expected and n > 0 and bool(_RULE.fullmatch(self._lines[n - 1].text))
        if adjoins or ruled or (call and not (form == "round" and self._lists_on(number, n, listed, call))):
            return _Note(number, n, self._lines[n].text[match.end() :], call)
        return None

    def _may_be(self, index: int, match: re.Match[str]) -> bool:
        """True if a line may be a note by its content: no date, no measure; a number alone has its text below."""
        rest = self._lines[index].text[match.end() :]
        if not rest:
            following = self._lines[index + 1] if index + 1 < len(self._lines) else None
            previous = self._lines[index - 1].text if index else ""
            if following is None or _NUMBER.fullmatch(previous):
                return False
            return not (following.after_page_end or block_labels.read(following.text) or _PLAIN.match(following.text))
        word = _LETTERS.match(rest)
        if word and fold(word[0]) in vocabulary.months():
            return False
        return match.lastgroup != "bare" or not rest[:1].islower() or rest.startswith(_SMALL)

    def _lists_on(self, number: int, index: int, listed: int, call: _Call) -> bool:
        """True if a number in brackets continues a list, such as that of recitals, or begins one."""
        place = bisect_right(self._rounds, index)
        next_line = self._rounds[place] if place < len(self._rounds) else None
        next_number = int(self._plain[next_line]["round"]) if next_line else 0
        if listed and number == listed + 1:
            return next_number != number
        if number == 1 and next_line and next_number == number + 1:
            return self._call(next_number, (call.line, call.end), next_line, _FITTING["round"]) is None
        return False

    def _call(self, number: int, after: tuple[int, int], before: int, styles: Sequence[str]) -> _Call | None:
        """Return the reference to a number between a position and a line, in the first form that occurs."""
        key = (number, after, tuple(styles))
        begin = self._searched.get(key, after[0])
        for style in styles:
            pattern = _patterns(number)[style]
            within: _Call | None = None  # a bare number before further words is the last choice
            for n in range(begin, before):
                text = self._lines[n].text
                for match in () if n in self._in_notes else pattern.finditer(text, after[1] if n == after[0] else 0):
                    if not self._is_call(text, match, style):
                        continue
                    call = _Call(n, match.start(), match.end(), style)
                    if style != "bare" or not text[call.end :].lstrip()[:1].isalnum():
                        return call
                    within = within or call
            if within:
                return within
        self._searched[key] = before
        return None

    def _is_call(self, text: str, match: re.Match[str], style: str) -> bool:
        preceding, rest = text[: match.start()], text[match.end() :]
        before = preceding.rstrip()
        word = _LAST_WORD.search(before[-_LONGEST_WORD:])
        last = word[0] if word else ""
        if style == "raised":
            return last not in _MEASURES
        if style == "glued":
            abbreviated = before.endswith(".") and len(_LETTERS.findall(before[-_LONGEST_WORD:])[-1]) < _SHORTEST
            return last not in (*_MEASURES, *_FORMULAS) and not abbreviated
        if style in ("round", "bare") and (not before or before[-1].isdecimal()):
            # at the beginning of a line, or after the number of an act: ``2023/1804 (3)``
            return (
                (not before or bool(_ACT_NUMBER.search(before)))
                and bool(rest or before)
                and (rest[:1] in _STOPS if before or style == "round" else rest[:1] in (",", ";", ":"))
            )
        if style == "round":
            return not text_lines.names_unit(before, self._languages)
        if style == "stuck":
            return int(match[0]) >= _TWO_DIGITS or bool(_LONG_NUMBER.search(preceding))
        if style == "bare":
            within = rest.lstrip()[:1].isalnum()
            leads_on = len(last) <= _SHORTEST or within
            named = last.isupper() and (within or last in _NAMES)
            if (
                not last
                or named
                or (leads_on and not last.isupper() and language_detection.is_common(last, self._languages[0]))
            ):
                return not last and before[-1:] in '»”"’)'
            if text_lines.names_unit(before, self._languages) or text_lines.begins_with_unit(rest, self._languages):
                return False
            month = _LETTERS.match(rest.lstrip())
            return not (month and fold(month[0]) in vocabulary.months()) and fold(last) not in vocabulary.months()
        return True


@cache
def _patterns(number: int) -> dict[str, re.Pattern[str]]:
    raised = str(number).translate(_RAISED)
    return {
        "raised": re.compile(rf"(?<![{_SUPERSCRIPTS}]){raised}(?![{_SUPERSCRIPTS}])"),
        "square": re.compile(rf" ?\[{number}\](?!\()"),
        "glued": re.compile(rf"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:)»”’\"\]])){number}(?![\d/])(?![.,:]\d)(?!-\d)"),
        "round": re.compile(rf"(?:(?<=[^\W_.,;:»”’\")]) ?|^)\( ?{number} ?\)(?!\()"),
        "run_in": re.compile(
            rf"(?<=(?<!\d)(?:19|20)\d\d){number}(?![\d/])|(?<=/(?:19|20)\d\d){number}(?!\d)|(?<=\d/\d\d){number}(?!\d)"
        ),
        "stuck": re.compile(rf"(?<=\d){number}(?![\d/%])(?![.,:]\d)"),
        "bare": re.compile(rf"(?:(?<=[^\W_»”’\")]) |^){number}(?=[\s.,;:)»”!?]|$)(?![.,]\d)"),
    }
