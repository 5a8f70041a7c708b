"""The labels of a header, ``From:`` or ``Θέμα:``, in every language."""

import re
from dataclasses import dataclass
from functools import cache

from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary

KEYS = (
    "subject", "from", "to", "date_received", "date", "prev_doc", "cion_doc", "interinstitutional_file", "contact",
    "venue",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeaderLabel:
    """A label found.

    Attributes:
        keys: What it may mean, by language: ``Od:`` is the sender in Polish.
        end: Where it ends in the text.
    """

    keys: dict[str, str]
    start: int
    end: int


@cache
def _known() -> dict[str, dict[str, str]]:
    """By label, folded and without its colon: what it means in which language."""
    found: dict[str, dict[str, str]] = {}
    for key in KEYS:
        for language in vocabulary.languages():
            for word in vocabulary.words(key, language):
                found.setdefault(_bare(word), {}).setdefault(language, key)
    return found


def _bare(label: str) -> str:
    return re.sub(r"[°º]", "o", fold(label)).rstrip(":. ").replace(" .", ".")


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=lambda label: -len(label))
    loose = (re.escape(label).replace(r"\ ", r"[ \xa0]*").replace("o", "[o°º]") for label in longest_first)
    return re.compile(rf"(?:{'|'.join(loose)})\.?\s*:")


@cache
def _without_colon() -> re.Pattern[str]:
    """Labels that are told without their colon: those of several words and stops, ``No. prev. doc.``."""
    told = sorted((label for label in _known() if label.count(".") > 1), key=lambda label: -len(label))
    return re.compile(rf"(?:{'|'.join(map(re.escape, told))})\.(?=\s)")


def at_start(text: str) -> HeaderLabel | None:
    """The label at the beginning of a line."""
    head, offsets = _folded(text[:80])
    match = _pattern().match(head) or _without_colon().match(head)
    if not match:
        return None
    return HeaderLabel(_known()[_level(match.group())], 0, offsets[match.end()])


def begins(text: str) -> bool:
    """True if a line begins with a label."""
    return at_start(text) is not None


def within(text: str) -> list[HeaderLabel]:
    """All labels in a text that came without its line breaks, in order."""
    head, offsets = _folded(text)
    return [
        HeaderLabel(_known()[_level(match.group())], offsets[match.start()], offsets[match.end()])
        for match in re.finditer(rf"(?<![\w.]){_pattern().pattern}", head)
    ]


def _level(printed: str) -> str:
    return _bare(" ".join(printed.split()))


def _folded(text: str) -> tuple[str, list[int]]:
    """A text folded character by character, and where each folded character came from."""
    characters: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(text):
        folded = fold(character) if not character.isspace() else " "
        characters.append(folded)
        offsets.extend([i] * len(folded))
    return "".join(characters), [*offsets, len(text)]
