"""Plain text files: encoding, remains of Markdown in the register's texts, wrapped lines, footnotes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from delegate_desk.parsing import language_detection, text_footnotes, text_lines
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, TextRun
from delegate_desk.parsing.header import field_labels
from delegate_desk.parsing.structure import block_labels
from delegate_desk.parsing.text_lines import PlainLine, WordBreaks

_LATIN = ("cp1252", "cp1250", "cp1257")
_OTHER_SCRIPTS = ("cp1253", "cp1251", "iso8859-7")
_CALL = re.compile(rf"([{text_footnotes.SUPERSCRIPTS}]{{1,3}})|\[\^(\d{{1,3}})\]")
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
    return _normalise(_windows(data))


def _windows(data: bytes) -> str:
    """Return the text in the encoding in which it has most words of one language.

    In Latin script most letters are ASCII; in another script hardly any.
    """
    sample = data[:60_000]
    plain = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    encodings = _LATIN if plain > sum(byte >= 0xC0 for byte in sample) else _OTHER_SCRIPTS
    best, most = encodings[0], -1.0
    for encoding in encodings:
        text = sample.decode(encoding, errors="replace")
        worth = max(language_detection.word_scores(text).values()) - text.count("\ufffd")
        if worth > most:
            best, most = encoding, worth
    return data.decode(best, errors="replace")


def _normalise(text: str, lost: int = 0) -> str:
    odd = sum(1 for c in text if c < " " and c not in "\t\n\r\f\v\x1a") + text.count("\ufffd") - lost
    if odd > max(8, len(text) // 50):
        raise NotTextError
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def source(text: str) -> SourceText:
    printed, running = text_lines.split(text)
    width = _width(printed)
    hyphens = WordBreaks(line.text for line in printed)
    languages = (language_detection.detect(text)[0], "en")
    body, notes = text_footnotes.extract(printed, width, hyphens, languages)
    lines = text_lines.join_labels(body, width, languages)
    spaced = width > 0 and _is_double_spaced(lines)
    blocks: list[tuple[str, int | None, bool]] = []
    previous: PlainLine | None = None
    labelled = False  # in a field of the header, which a blank line sets apart
    for line in lines:
        goes_on = previous is not None and (
            _continues(previous, line, width, spaced=spaced)
            if width
            else (labelled and _continues_field(line)) or _crosses_page(previous, line)
        )
        if goes_on and blocks:
            blocks[-1] = (hyphens.join(blocks[-1][0], line.text), *blocks[-1][1:])
        else:
            blocks.append((line.text, line.page, line.gap))
        labelled = (labelled and goes_on) or (line.gap and field_labels.begins(line.text))
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
    told = (line.text for line in lines if not _COLUMNS.search(line.text) and not text_lines.is_label(line.text))
    lengths = sorted(map(len, told)) or [0]
    breaks_off = any(_begins_small(line.text) for line in lines[1:])
    longest = lengths[-1 - len(lengths) // _STRAY]
    if not breaks_off or longest > _WRAPPED_AT:
        return 0
    return longest if lengths[len(lengths) // 2] > _SHORT_LINE or _runs_on(lines, longest) else 0


def _runs_on(lines: list[PlainLine], longest: int) -> bool:
    return any(
        not below.gap
        and len(above.text) > _FULL_SENTENCE * longest
        and _begins_small(below.text)
        and not (block_labels.read(below.text) or above.text.endswith((".", ";", ":")))
        for above, below in pairwise(lines)
    )


def _is_double_spaced(lines: list[PlainLine]) -> bool:
    """True if a blank line follows every line, so that it means nothing."""
    if len(lines) < 8:
        return False
    alone = sum(line.gap for line in lines)
    run_on = sum(
        after.gap
        and _begins_small(after.text)
        and not block_labels.read(after.text)
        and not before.text.endswith(_SENTENCE_ENDS)
        for before, after in pairwise(lines)
    )
    return alone > 0.9 * len(lines) and run_on > 0.15 * len(lines)


def _continues_field(line: PlainLine) -> bool:
    return not (line.gap or field_labels.begins(line.text) or block_labels.read(line.text) or line.text[:1] in "-–—")


def _begins_small(text: str) -> bool:
    """True for a line that continues a sentence; labels in lower case and addresses continue nothing."""
    return text[:1].islower() and not text.startswith(("www.", "http")) and not field_labels.begins(text)


def _continues(previous: PlainLine, line: PlainLine, width: int, *, spaced: bool) -> bool:
    if line.after_page_end:  # what is blank around a foot tells nothing
        if previous.text.endswith((".", ";", ":")) and len(line.text) < _FULL_LINE * width:
            return False
        line = replace(line, gap=False)
    if line.gap and not spaced:
        return False
    if _is_within(previous, line, width):
        return True
    if field_labels.begins(line.text) or block_labels.read(line.text) or _MARKDOWN_HEADING.match(line.text):
        return False
    if not spaced and text_lines.begins(previous.text, line.text, width):
        return False
    if spaced:
        return _begins_small(line.text) or (len(previous.text) > 60 and not previous.text.endswith((".", ":")))
    if _begins_small(line.text):
        return True
    return len(previous.text) >= (_FULL_SENTENCE if previous.text.endswith((".", ";", ":")) else _FULL_LINE) * width


def _crosses_page(previous: PlainLine, line: PlainLine) -> bool:
    """True if a sentence continues over the end of a page, or over the notes at its foot."""
    return (
        line.after_page_end
        and _begins_small(line.text)
        and not previous.text.endswith(_SENTENCE_ENDS)
        and not block_labels.read(line.text)
    )


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
        listed = _LISTED.match(text)
        if listed and block_labels.read(text[listed.end() :]):
            text = text[listed.end() :]
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
        label = (call[1] or call[2]).translate(text_footnotes.DIGITS)
        word = re.search(r"[^\W\d_/]+(?:/[^\W\d_]+)?$", text[max(0, call.start() - _LONGEST_UNIT) : call.start()])
        if label not in defined or (word and word.group() in _UNITS_OF_MEASURE):
            continue
        yield TextRun(text[start : call.start()])
        yield TextRun("", note=label)
        start = call.end()
    yield TextRun(text[start:])
