"""Classification: what a document bears as its own marking, not what it speaks of."""

import re
from collections.abc import Sequence
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.text import fold

_DATED = re.compile(r"\s*(?:until|jusqu'au|μεχρι|bis)\s.*$")
_FOOT_WORD = 4  # letters: units, initials and languages in page feet have fewer
_WORDS = 2


@cache
def _forms() -> dict[str, str]:
    """The level of each form, folded, its dashes and slashes levelled."""
    levels = paths.load_table("classification")["forms"]
    return {_level(form): level for level, forms in levels.items() for form in forms}


def _level(line: str) -> str:
    bare = fold(line).strip(" .:*[]()\"'")
    return re.sub(r"\s*[-/]\s*", "/", _DATED.sub("", bare))


def is_level(line: str) -> bool:
    """True for a line that is a marking and nothing else."""
    return level_in_line(line) is not None


def level_in_line(line: str) -> str | None:
    """The level that a line names: in one form, or in two with a stroke between them; None where it says more."""
    bare = _level(line)
    if bare in _forms():
        return _forms()[bare]
    strokes = (match.start() for match in re.finditer("/", bare))
    pairs = ((_forms().get(bare[:n]), _forms().get(bare[n + 1 :])) for n in strokes)
    return next((one for one, other in pairs if one and other), None)


def own_marking(top: Sequence[str], running: Sequence[str], reference: Reference | None, *, run_on: bool) -> str | None:
    """Return the classification above a document's labels or at the feet of its pages; None if it bears none.

    A notice that lifts a classification (DCL) prints the old marking and bears none.
    """
    if reference is not None and any(suffix.kind == "DCL" for suffix in reference.suffixes):
        return None
    for line in top:
        level = level_in_line(line)
        if level:
            return level
    for form, level in sorted(_forms().items(), key=lambda item: -len(item[0])):
        spelt = re.compile(rf"(?<![\w/]){re.escape(form)}(?![\w/])")
        if any(spelt.search(_level(line)) and _is_marking_line(line, form) for line in running):
            return level
        if run_on and any(spelt.search(_level(line)) and form.upper() in _capitals(line) for line in top):
            return level
    return None


def _is_marking_line(line: str, form: str) -> bool:
    """True for a page foot with a marking; a running title that mentions a marking has words of its own."""
    bare = _level(line).replace(form, " ")
    return sum(len(word) > _FOOT_WORD and word.isalpha() for word in bare.split()) < _WORDS


def _capitals(line: str) -> str:
    """A line without its words in small letters."""
    bare = " ".join(word for word in line.split() if word.isupper() or not word.isalpha())
    return _level(bare).upper()
