"""The labels of a header, ``From:`` or ``Θέμα:``, in every language."""

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from delegate_desk.core.text import fold, fold_with_places
from delegate_desk.core.values import dataclass
from delegate_desk.parsing import vocabulary

KEYS = (
    "subject", "from", "to", "date_received", "date", "prev_doc", "cion_doc", "interinstitutional_file", "contact",
    "venue",
)  # fmt: skip
_NEAR = 0.8
_SHORTEST_PIECE = 4  # letters, of a word that a narrow column broke


@dataclass(frozen=True, slots=True)
class HeaderLabel:
    """A label found.

    Attributes:
        keys: Its possible meanings, by language: ``Od:`` is the sender in Polish.
        end: Its end in the text.
    """

    keys: dict[str, str]
    start: int
    end: int

    def meaning(self, language: str | None) -> str:
        """Return the meaning in a language; in any language, if it is no label of that language."""
        if language in self.keys:
            return self.keys[language]
        return next(iter(self.keys.values()))


@cache
def _label_meanings() -> dict[str, dict[str, str]]:
    """Return meanings and languages of labels, folded and without colon."""
    found: dict[str, dict[str, str]] = {}
    for key in KEYS:
        for language in vocabulary.languages():
            for word in vocabulary.terms(key, language):
                found.setdefault(_fold_label(word), {}).setdefault(language, key)
    return found


@cache
def _run_together() -> dict[str, dict[str, str]]:
    return {label.replace(" ", ""): meaning for label, meaning in _label_meanings().items()}


def _fold_label(label: str) -> str:
    return re.sub(r"[°º]", "o", fold(label)).rstrip(":. ").replace(" .", ".")


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_label_meanings(), key=lambda label: -len(label))
    patterns = (re.escape(label).replace(r"\ ", r"[ \xa0]*").replace("o", "[o°º]") for label in longest_first)
    return re.compile(rf"(?:{'|'.join(patterns)})\.?\s*:")


@cache
def _inner_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){_pattern().pattern}")


@cache
def _without_colon() -> re.Pattern[str]:
    """Labels recognised without their colon: those of several words and full stops, ``No. prev. doc.``."""
    labels = sorted((label for label in _label_meanings() if label.count(".") > 1), key=lambda label: -len(label))
    return re.compile(rf"(?:{'|'.join(map(re.escape, labels))})\.(?=\s)")


def at_start(text: str, *, damaged: bool = False) -> HeaderLabel | None:
    """Return the label at the beginning of a line, optionally one with lost letters."""
    head, offsets = fold_with_places(text[:80])
    match = _pattern().match(head) or _without_colon().match(head)
    if match:
        return HeaderLabel(_meanings(match.group()), 0, offsets[match.end()])
    match = re.match(r"[^:]{2,40}:(?=\s|$)", head) if damaged else None
    if match is None:
        return None
    letters = _fold_label(match.group()).replace(" ", "")  # ``rom:``, ``S bject:``, ``o. prev. doc.:``
    nearest = difflib.get_close_matches(letters, _run_together(), 1, _NEAR)
    return HeaderLabel(_run_together()[nearest[0]], 0, offsets[match.end()]) if nearest else None


@lru_cache(maxsize=1000)
def ending_with(rest: str) -> list[tuple[str, str]]:
    """Return the missing start and the label, for each label that the text is the end of; longest first."""
    ending = _fold_label(rest)
    longer = (label for label in _label_meanings() if label.endswith(ending) and len(label) > len(ending))
    cuts = ((label[: len(label) - len(ending)], label) for label in sorted(longer, key=len, reverse=True))
    pieces = ((start.rstrip(), label) for start, label in cuts if start[-1:] in " ." or len(start) >= _SHORTEST_PIECE)
    return [(start, label) for start, label in pieces if len(start) > 1]


def piece_end(label: str, text: str) -> int | None:
    """Return the end of a label piece at the start of a line, before a space or the end; None if absent."""
    head, offsets = fold_with_places(text[:80])
    head = re.sub("[°º]", "o", head)
    if not head.startswith(label):
        return None
    return offsets[len(label)] if head[len(label) : len(label) + 1] in ("", " ") else None


def find_begun_piece(pieces: Sequence[str], text: str) -> int | None:
    """Return the start of a label piece that begins at a word of a line other than the first.

    The last occurrence of the first piece that has any; None if none has.
    """
    head, offsets = fold_with_places(text)
    head = re.sub("[°º]", "o", head)
    for piece in pieces:
        index = head.rfind(piece)
        while index > 0:
            place = offsets[index]
            begins_word = text[place - 1 : place] == " " and offsets[index - 1] < place
            if begins_word and head[index + len(piece) : index + len(piece) + 1] in ("", " "):
                return place
            index = head.rfind(piece, 0, index + len(piece) - 1)
    return None


def within(text: str) -> list[HeaderLabel]:
    """All labels in a text that came without its line breaks, in order."""
    head, offsets = fold_with_places(text)
    return [
        HeaderLabel(_meanings(match.group()), offsets[match.start()], offsets[match.end()])
        for match in _inner_pattern().finditer(head)
    ]


def within_one_language(text: str) -> tuple[list[HeaderLabel], str | None]:
    """Return the labels of the language of most labels in a text, and that language."""
    labels = within(text)
    code = language([label.keys for label in labels])
    return [label for label in labels if code in label.keys], code


def language(keys: Sequence[dict[str, str]]) -> str | None:
    """Return the language that explains most labels; of several, that with the most distinct meanings."""
    votes: Counter[str] = Counter()
    meanings: dict[str, set[str]] = {}
    for found in keys:
        for code, key in found.items():
            votes[code] += 1
            meanings.setdefault(code, set()).add(key)
    if not votes:
        return None
    return max(votes, key=lambda code: (votes[code], len(meanings[code]), code == "en", code))


def _meanings(text: str) -> dict[str, str]:
    """Return the meaning of a label as printed, with some of its spaces lost or doubled."""
    label = _fold_label(" ".join(text.split()))
    return _label_meanings().get(label) or _run_together()[label.replace(" ", "")]
