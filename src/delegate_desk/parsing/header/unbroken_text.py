"""Headers that come without line breaks, as text torn out of a file does: values are guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.header import dates, document_number, field_labels, lines, value_assignment
from delegate_desk.parsing.header.value_assignment import HeaderField
from delegate_desk.parsing.references import document_references

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
"""The stamp, not a word in a title in capitals."""
_STAMP_BESIDE = re.compile(rf"{_STAMP.pattern}|\sPUBLIC\s*$")
_CODES = rf"(?:{lines.CODE.pattern}[\s,;]*)"
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
class Dump:
    """A header found in running text.

    Attributes:
        top: The text above the first label.
        rest: The text behind the header, if any.
    """

    top: str
    entries: tuple[HeaderField, ...]
    rest: Block | None
    language: str | None


def place(blocks: Sequence[Block]) -> int | None:
    """Which of the first blocks holds a header without line breaks."""
    found = next((i for i, block in enumerate(blocks[:_FIRST_BLOCKS]) if _is_dump(block.text)), None)
    return 0 if found is None and blocks and _is_bare(blocks[0].text) else found


def _is_bare(text: str) -> bool:
    """True for a header without labels and line breaks: an institution, a place with a date, a number."""
    head = " ".join(text[:_BARE_HEAD].split())
    if len(text) <= LONG or text.count("\n") > len(text) / 80:
        return False
    number = document_number.in_line(head)
    dated = number is not None and dates.of_place(head) is not None
    names = (name for key in ("council", "european_council", "joint_act") for name in vocabulary.words(key))
    return dated and fold(head).startswith(tuple(map(fold, names)))


def _is_dump(text: str) -> bool:
    if len(text) <= _SHORTEST or text.count("\n") > len(text) / 80:
        return False
    found = field_labels.within(text[:1500])
    spoken = field_labels.language([label.keys for label in found])
    keys = {label.keys[spoken] for label in found if spoken in label.keys} if spoken else set()
    if len(text) <= LONG:  # a line of labels with their values begins with one
        return "subject" in keys and len(keys) > 2 and found[0].start > 0
    return "subject" in keys or len(keys) > 2


def read(block: Block) -> Dump:
    """Read it: labels in a row leave their values behind the last one."""
    text = " ".join(block.text.split())
    labels = field_labels.within(text[:_HEAD])
    spoken = field_labels.language([label.keys for label in labels])
    labels = [label for label in labels if spoken in label.keys]
    if not labels or not _is_dump(block.text):
        return _without_labels(text, block)
    opening = next((i for i, label in enumerate(labels) if label.meaning(spoken) in _OPENING), 0)
    entries: list[HeaderField] = []
    top = text[: labels[opening].start] if labels else text
    run = ""
    for n, label in enumerate(labels[opening:], start=opening):
        entry = HeaderField(label.meaning(spoken), beside=False)
        entries.append(entry)
        following = labels[n + 1] if label is not labels[-1] else None
        called = following and following.meaning(spoken) in _OF_A_MEETING and all(one.values for one in entries[:-1])
        if following is None or (entry.key == "subject" and not called):
            run = text[label.end :].strip()
            break
        value, marked = _LIMITE.subn("", text[label.end : following.start])
        value, stamped = _STAMP_BESIDE.subn("", value)
        value, codes = _apart(value.strip())
        top += " LIMITE" * bool(marked) + " PUBLIC" * bool(stamped) + codes
        entry.values = [value.strip()] if value.strip() else []
    waiting = any(not entry.values for entry in entries[:-1])
    run, stamped = _STAMP.subn("", run)
    leading = _LEADING.match(run)
    if waiting and leading:
        top += f" {leading.group().strip()}"
        run = run[leading.end() :]
    top += " PUBLIC" * bool(stamped)
    values, rest = _split_run(run)
    value_assignment.share_out(entries, values)
    for entry in entries:
        top += " PUBLIC" * any(_STAMP_BESIDE.search(value) for value in entry.values)
        entry.values = [_STAMP_BESIDE.sub("", value).strip() for value in entry.values]
    body = replace(block, runs=(TextRun(rest),)) if rest else None
    return Dump(top, tuple(entries), body, spoken)


def _apart(value: str) -> tuple[str, str]:
    """A value without the codes behind it, which lost line breaks put there, and those codes."""
    codes = _TRAILING.search(value)
    if codes is None or document_number.in_line(value):  # those of another document
        return value, ""
    return value[: codes.start()].strip(), f" {codes.group().strip()}"


def _without_labels(text: str, block: Block) -> Dump:
    """Read a header that names nobody with a label: what stands behind its last code, number or heading is guessed."""
    end = _end_of_top(text[:_HEAD])
    top, run = text[:end].strip(), text[end:].strip()
    dated = dates.of_place(run[:_HEAD]) if dates.in_text(top) is None else None
    if dated is not None:  # a press release is dated below its title
        top, run = f"{top} {run[dated : dated + _DATELINE]}", f"{run[:dated]}"
        rest = text[end:].strip()[dated:]
        entry = HeaderField("subject", [run.strip()], beside=False, guessed=True)
        return Dump(top, (entry,), replace(block, runs=(TextRun(rest),)), None)
    entries: list[HeaderField] = []
    for key in ("from", "to"):
        known = value_assignment.party(run)
        if known and run[known : known + 1] == " " and not run[known:].lstrip()[:1].islower():
            entries.append(HeaderField(key, [run[:known]], beside=False, guessed=True))
            run = run[known:].strip()
    subject, rest = _split_run(run)
    if subject:
        entries.append(HeaderField("subject", [subject], beside=False, guessed=True))
    return Dump(top, tuple(entries), replace(block, runs=(TextRun(rest),)) if rest else None, None)


def _end_of_top(text: str) -> int:
    """Where the last thing ends that only the lines above the labels have."""
    at = text.find(document_number.in_line(text) or "")
    end = at + len(document_number.leading(text[at:]))
    while more := _TOPS.match(text, end):
        end = more.end()
    return max(end, _end_of_heading(text, end))


def _end_of_heading(text: str, start: int) -> int:
    """Where the heading ends that names the type, right behind the codes; 0 where none stands there."""
    ahead = text[start : start + _HEADING]
    for n in (m.end() for m in reversed(list(re.finditer(r"\S+", ahead)))):
        words = ahead[:n].strip()
        if words.upper() == words and vocabulary.heading_key(words) in vocabulary.document_types():
            return start + n
    return 0


def _split_run(run: str) -> tuple[str, str]:
    """Where the values end and the text begins: at an opening formula, else at the first sentence's end."""
    folded = fold(run)
    if len(folded) == len(run):
        starts = [folded.find(fold(formula)) for formula in vocabulary.words("delegations_find")]
    else:
        starts = [run.lower().find(formula.lower()) for formula in vocabulary.words("delegations_find")]
    found = [start for start in starts if start > 0]
    if found:
        return run[: min(found)].strip(), run[min(found) :]
    title = _title(run[:_SUBJECT_AT_MOST])
    if title:
        return run[:title].strip(), run[title:]
    numbered = _FIRST_PARAGRAPH.search(run[:_SUBJECT_AT_MOST])
    if numbered and not dates.end_of_first(run[numbered.start() :]):
        return run[: numbered.start()].strip(), run[numbered.start() :]
    ends = (match.start() + 1 for match in _BODY_BEGINS.finditer(run))
    end = next((at for at in ends if not value_assignment.is_abbreviated(run[:at])), len(run))
    cut = min(end, _SUBJECT_AT_MOST)
    cut = run.rfind(" ", 0, cut) if 0 < cut < len(run) and run[cut - 1 : cut] != "." else cut
    return run[:cut].strip(), run[cut:].strip()


def _title(run: str) -> int | None:
    """Where the title of an act begins, in capitals behind words of the subject that are not."""
    found = list(re.finditer(r"\S+", run))
    capital = [len(match.group()) > 1 and match.group().isupper() for match in found]
    small = 0
    for n, match in enumerate(found[:-_CAPITALS]):
        named = capital[n] and document_references.kinds_of_act(match.group()) and found[n + 1].group().startswith("(")
        if n >= _SUBJECT_AT_LEAST and small >= _SMALL and (named or all(capital[n : n + _CAPITALS])):
            return match.start()
        small += match.group().islower()
    return None
