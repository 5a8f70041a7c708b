"""Finding words in the document that is open: without regard to accents and case, in what is set."""

from collections.abc import Collection
from functools import cache, lru_cache

from delegate_desk.core.text import fold, words
from delegate_desk.gui.models.paragraphs import ParagraphModel

_fold_one = cache(fold)

Found = tuple[int, int, int]
"""A row and a part of what is set in it: 0-based, end-exclusive, in code points."""


def find_text(model: ParagraphModel, typed: str) -> list[Found]:
    """All places where what is typed stands, in reading order."""
    wanted = fold(typed).strip()
    if not wanted:
        return []
    found: list[Found] = []
    for row in range(len(model.units)):
        folded, origin = _folded(model.setting(row).text)
        at = folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            found.append((row, origin[at] if origin else at, origin[end] if origin else end))
            at = folded.find(wanted, end)
    return found


def find_words(model: ParagraphModel, wanted: Collection[str]) -> list[Found]:
    """All places where one of some words stands as a whole word, in reading order."""
    folded = {fold(word) for word in wanted}
    found: list[Found] = []
    for row in range(len(model.units)) if folded else ():
        text = model.setting(row).text
        found += [(row, start, end) for start, end in words(text) if fold(text[start:end]) in folded]
    return found


@lru_cache(maxsize=8000)  # typing on in the find bar folds nothing twice, in a document of 5,000 paragraphs either
def _folded(text: str) -> tuple[str, list[int]]:
    """A text folded, and for each character of that its offset in the text; no offsets where they are the same."""
    if text.isascii():
        return text.lower(), []
    parts = [_fold_one(character) for character in text]
    folded = "".join(parts)
    if len(folded) == len(text) and all(len(part) == 1 for part in parts):
        return folded, []
    origin = [n for n, part in enumerate(parts) for _ in part]
    return folded, [*origin, len(text)]
