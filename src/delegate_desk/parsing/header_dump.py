"""Headers that come without line breaks, as text torn out of a file does: values are guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from delegate_desk.core.text import fold
from delegate_desk.parsing import header_labels, header_values, vocabulary
from delegate_desk.parsing.blocks import Block, Run
from delegate_desk.parsing.header_values import Entry

LONG = 200
_FIRST_BLOCKS = 6
_HEAD = 3000
_SUBJECT_AT_MOST = 500
_BODY_BEGINS = re.compile(r"[.…]\s+(?=[^\W\d_a-z])")
_CAPITALS = 3  # words in a row, with which the title of an act begins
_SUBJECT_AT_LEAST = 6  # words
_LIMITE = re.compile(r"\bLIMITE\b")
_STAMP = re.compile(r"^\s*PUBLIC(?=\s|$)|(?<=\s)PUBLIC\s*$")
_OPENING = frozenset({"from", "to", "subject", "prev_doc", "cion_doc", "contact"})


@dataclass(frozen=True, slots=True)
class Dump:
    """A header found in running text.

    Attributes:
        top: The text above the first label.
        rest: The text behind the header, if any.
    """

    top: str
    entries: tuple[Entry, ...]
    rest: Block | None
    language: str | None


def place(blocks: Sequence[Block]) -> int | None:
    """Which of the first blocks holds a header without line breaks."""
    return next((i for i, block in enumerate(blocks[:_FIRST_BLOCKS]) if _is_dump(block.text)), None)


def _is_dump(text: str) -> bool:
    if len(text) <= LONG or text.count("\n") > len(text) / 80:
        return False
    found = header_labels.within(text[:1500])
    spoken = header_labels.language([label.keys for label in found])
    keys = {label.keys[spoken] for label in found if spoken in label.keys} if spoken else set()
    return "subject" in keys or len(keys) > 2


def read(block: Block) -> Dump:
    """Read it: labels in a row leave their values behind the last one."""
    text = " ".join(block.text.split())
    labels = header_labels.within(text[:_HEAD])
    spoken = header_labels.language([label.keys for label in labels])
    labels = [label for label in labels if spoken in label.keys]
    opening = next((i for i, label in enumerate(labels) if label.meaning(spoken) in _OPENING), 0)
    entries: list[Entry] = []
    top = text[: labels[opening].start] if labels else text
    run = ""
    for n, label in enumerate(labels[opening:], start=opening):
        entry = Entry(label.meaning(spoken), beside=False)
        entries.append(entry)
        if entry.key == "subject" or label is labels[-1]:
            run = text[label.end :].strip()
            break
        value, marked = _LIMITE.subn("", text[label.end : labels[n + 1].start])
        value, stamped = _STAMP.subn("", value)
        top += " LIMITE" * bool(marked) + " PUBLIC" * bool(stamped)
        entry.values = [value.strip()] if value.strip() else []
    values, rest = _split_run(run)
    header_values.share_out(entries, values)
    body = replace(block, runs=(Run(rest),)) if rest else None
    return Dump(top, tuple(entries), body, spoken)


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
    end = _BODY_BEGINS.search(run)
    cut = min(end.start() + 1 if end else len(run), _SUBJECT_AT_MOST)
    cut = run.rfind(" ", 0, cut) if 0 < cut < len(run) and run[cut - 1 : cut] != "." else cut
    return run[:cut].strip(), run[cut:].strip()


def _title(run: str) -> int | None:
    """Where the title of an act begins, in capitals behind a subject that is not."""
    found = list(re.finditer(r"\S+", run))
    capital = [len(match.group()) > _CAPITALS and match.group().isupper() for match in found]
    for n in range(_SUBJECT_AT_LEAST, len(found) - _CAPITALS):
        if all(capital[n : n + _CAPITALS]) and not any(capital[:n]):
            return found[n].start()
    return None
