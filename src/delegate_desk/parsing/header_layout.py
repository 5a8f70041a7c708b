"""Where the header of a first page stands, and which value belongs to which label.

Three orders really occur (CONVENTIONS.md section 1): a label and its value on one line; all labels first and all values
behind them; a label on one line and its value on the next. Text torn out of a file may have no line breaks at all.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from delegate_desk.parsing import header_labels, headings, vocabulary
from delegate_desk.parsing.blocks import Block, Run

_LINES = 150
_TOP = 60
_RUN_ON = 200
_SUBJECT_AT_MOST = 500
_SENTENCE = 60
_AHEAD = 8
_VALUE_COLUMN = 50.0  # points by which values stand to the right of their labels
_BODY_BEGINS = re.compile(r"[.…]\s+(?=[^\W\d_a-z])")


@dataclass(slots=True)
class Entry:
    """A label of the header with its value.

    Attributes:
        key: What the label means, such as ``from``.
        beside: True if the value stood on the label's own line.
    """

    key: str
    values: list[str] = field(default_factory=list)
    beside: bool = True

    @property
    def value(self) -> str:
        return " ".join(" ".join(self.values).split())


@dataclass(frozen=True, slots=True)
class Layout:
    """A header found.

    Attributes:
        top: The lines above the first label.
        entries: The labels with their values, as printed.
        body: The blocks behind the header.
        language: In which its labels are printed; None where there are none.
        run_on: True if it came without line breaks, so that values are guessed.
    """

    top: tuple[str, ...]
    entries: tuple[Entry, ...]
    body: tuple[Block, ...]
    language: str | None
    run_on: bool = False

    def value(self, key: str) -> str:
        """The value of the first label that means something."""
        return next((entry.value for entry in self.entries if entry.key == key and entry.value), "")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    block: int
    of: Block
    first: bool  # of its block


def find(blocks: Sequence[Block]) -> Layout:
    """Find the header at the beginning of a document."""
    lines = _lines(blocks)
    dump = next((i for i, block in enumerate(blocks[:6]) if _is_dump(block.text)), None)
    if dump is not None and not any(map(_is_sentence, _lines(blocks[:dump]))):
        return _find_in_dump(blocks, dump)
    language = _language([label.keys for line in lines[:_LINES] if (label := header_labels.at_start(line.text))])
    start = next((i for i, line in enumerate(lines[:_TOP]) if _key(line.text, language) in _OPENING), None)
    if start is None or any(map(_is_sentence, lines[:start])):
        return Layout(tuple(line.text for line in lines[:_TOP]), (), tuple(blocks), None)
    entries, end = _entries(lines, start, language)
    body = tuple(blocks[lines[end].block :]) if end < len(lines) else ()
    return Layout(tuple(line.text for line in lines[:start]), tuple(entries), body, language)


_OPENING = frozenset({"from", "to", "subject", "prev_doc", "cion_doc", "contact"})


def _lines(blocks: Sequence[Block]) -> list[_Line]:
    found: list[_Line] = []
    for number, block in enumerate(blocks):
        printed = f"{block.label or ''} {block.text}" if block.label else block.text
        parts = [" ".join(part.split()) for part in printed.replace("\v", "\n").split("\n")]
        kept = [part for part in parts if part]
        found.extend(_Line(part, number, block, first=n == 0) for n, part in enumerate(kept))
        if len(found) > _LINES * 2:
            break
    return found


def _is_sentence(line: _Line) -> bool:
    """True for running text, which no header has above its labels."""
    return len(line.text) > _RUN_ON or (len(line.text) > _SENTENCE and line.text.endswith("."))


def _language(keys: list[dict[str, str]]) -> str | None:
    """The language that explains most labels; where several do, the one whose labels are told from others'."""
    votes: Counter[str] = Counter()
    for found in keys:
        for language in found:
            votes[language] += 1
    if not votes:
        return None
    return max(votes, key=lambda language: (votes[language], language == "en", language))


def _key(text: str, language: str | None) -> str | None:
    label = header_labels.at_start(text)
    return _meaning(label, language) if label else None


def _meaning(label: header_labels.HeaderLabel, language: str | None) -> str:
    if language in label.keys:
        return label.keys[language]
    return next(iter(label.keys.values()))


def _entries(lines: list[_Line], start: int, language: str | None) -> tuple[list[Entry], int]:
    """Labels with their values from a line on, and the line behind them."""
    entries: list[Entry] = []
    waiting: list[Entry] = []
    i = start
    labelled = lines[start].of
    while i < len(lines) and i < start + _LINES:
        line = lines[i]
        if line.of.page != lines[start].of.page:
            break
        label = header_labels.at_start(line.text)
        if label:
            entry = Entry(_meaning(label, language))
            entries.append(entry)
            labelled = line.of
            value = line.text[label.end :].strip()
            if value:
                entry.values.append(value)
                waiting.clear()
            else:
                waiting.append(entry)
                entry.beside = False
        elif waiting:
            waiting.pop(0).values.append(line.text)
        elif not (_stands_right_of(labelled, line.of) or _goes_on(entries[-1], lines[i - 1], line, lines[i + 1 :])):
            break
        else:
            entries[-1].values.append(line.text)
        i += 1
    return entries, i


def _stands_right_of(label: Block, value: Block) -> bool:
    """True if a block stands in the column of values beside the block of a label."""
    return not value.centred and value.indent > label.indent + _VALUE_COLUMN


def _goes_on(entry: Entry, last: _Line, line: _Line, following: Sequence[_Line]) -> bool:
    """True if a line belongs to the value above it; to one that is no subject's only where more labels come."""
    if not line.first and line.block == last.block:
        return True
    if line.text[:1] in "-–—−":
        return entry.key == "subject"
    if entry.key in ("subject", "venue"):
        return line.text[:1].islower() and not last.text.endswith((".", ":", ";"))
    if _is_sentence(line) or headings.begins("delegations_find", line.text, vocabulary.languages()):
        return False
    return any(header_labels.begins(later.text) for later in following[:_AHEAD])


def _is_dump(text: str) -> bool:
    if len(text) <= _RUN_ON:
        return False
    found = header_labels.within(text[:1500])
    language = _language([label.keys for label in found])
    keys = {label.keys[language] for label in found if language in label.keys} if language else set()
    return "subject" in keys or len(keys) > 2


def _find_in_dump(blocks: Sequence[Block], at: int) -> Layout:
    """Find the header in text without line breaks: labels in a row leave their values behind the last one."""
    text = " ".join(blocks[at].text.split())
    labels = header_labels.within(text[:3000])
    language = _language([label.keys for label in labels])
    labels = [label for label in labels if language in label.keys]
    opening = next((i for i, label in enumerate(labels) if _meaning(label, language) in _OPENING), 0)
    entries: list[Entry] = []
    run = ""
    end = labels[-1].end if labels else 0
    for n, label in enumerate(labels[opening:], start=opening):
        stop = labels[n + 1].start if n + 1 < len(labels) else len(text)
        key = _meaning(label, language)
        entry = Entry(key, beside=False)
        if key == "subject" or label is labels[-1]:
            run = text[label.end :].strip()
            end = label.end
            entries.append(entry)
            break
        value = text[label.end : stop].strip()
        entry.values = [value] if value else []
        entries.append(entry)
    subject, rest = _split_run(run)
    _share_out(entries, subject)
    before = tuple(line.text for line in _lines(blocks[:at]))
    top = text[: labels[opening].start] if labels else text[:end]
    body = (replace(blocks[at], runs=(Run(rest),)), *blocks[at + 1 :]) if rest else tuple(blocks[at + 1 :])
    return Layout((*before, top), tuple(entries), body, language, run_on=True)


def _split_run(run: str) -> tuple[str, str]:
    """Where the values end and the text begins: at an opening formula, else at the first sentence's end."""
    folded = run.lower()
    starts = [folded.find(formula.lower()) for formula in vocabulary.words("delegations_find")]
    found = [start for start in starts if start > 0]
    if found:
        return run[: min(found)].strip(), run[min(found) :]
    end = _BODY_BEGINS.search(run)
    cut = min(end.start() + 1 if end else len(run), _SUBJECT_AT_MOST)
    cut = run.rfind(" ", 0, cut) if 0 < cut < len(run) and run[cut - 1 : cut] != "." else cut
    return run[:cut].strip(), run[cut:].strip()


_COMMISSION = re.compile(r"\b(?:COM|SWD|SEC|JOIN|C)\s?\(\d{4}\)\s?\d+(?:\s+final)?")
_PARTIES = (
    "coreper_council",
    "coreper",
    "gsc",
    "presidency",
    "commission",
    "council",
    "delegations",
    "european_council",
)


def _share_out(entries: list[Entry], run: str) -> None:
    """Give a run of values to the labels that wait for them: senders and recipients by their known names.

    What stands before a Commission number and is nobody known is left to the sender whole, unsorted.
    """
    rest = run
    for entry in entries:
        if entry.values or entry.key not in ("from", "to"):
            continue
        names = sorted((name for key in _PARTIES for name in vocabulary.words(key)), key=len, reverse=True)
        name = next((name for name in names if rest.lower().startswith(name.lower())), None)
        if name is None:
            continue
        entry.values.append(rest[: len(name)])
        rest = rest[len(name) :].strip()
    commission = next((entry for entry in entries if entry.key == "cion_doc" and not entry.values), None)
    number = _COMMISSION.search(rest)
    if commission is not None and number:
        commission.values.append(number.group())
        sender = next((entry for entry in entries if entry.key == "from" and not entry.values), None)
        if sender is not None and rest[: number.start()].strip():
            sender.values.append(rest[: number.start()].strip())
        rest = rest[number.end() :].strip()
    if rest:
        entries[-1].values.append(rest)
