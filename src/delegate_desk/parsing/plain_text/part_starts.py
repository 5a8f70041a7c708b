"""Starts of the parts of an act in wrapped text without blank lines: headings, citations and formulas."""

from functools import cache

from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.structure import block_labels, enacting_formulas, headings

_LONGEST_HEADING = 40
_STOPS = (".", ",", ";", ":", "·", "—", "–")
_LEADS_ON = (",", "—", "–")
_ENDS = (".", ";", "!", "?", "·")
_FORMULAS = ("citation", "recitals_intro", "enacting_formula", "done_at")
_SHORT = 0.6  # of the width
_FULL = 0.85


def begins(above: str, below: str, width: int) -> bool:
    """True if a line surely goes on nothing: it heads something, what is above it does, or a formula begins."""
    if is_heading(below) or is_heading(above):
        return not _ends_sentence(above, below)
    parted = above.endswith(_STOPS) and (below[:1].isupper() or len(above) < _FULL * width)
    if (parted or _is_shouted(above)) and _is_formula(below):
        return True
    if _is_shouted(above) != _is_shouted(below) and (above.endswith(_LEADS_ON) or _is_shouted(below)):
        return True
    if below[:1].islower():
        return above.endswith(_ENDS) and len(above) < _FULL * width
    return _is_heading_above(above, below, width)


def _ends_sentence(above: str, below: str) -> bool:
    """True if the number of a part ends the sentence above it: ``Annex II.`` below ``referred to in``."""
    return below.endswith(_ENDS) and not above.endswith(_STOPS) and not is_heading(above) and above[-1:].islower()


def is_heading(line: str) -> bool:
    """True if a line is the number of an article, a chapter or an annex, and nothing else."""
    if len(line) > _LONGEST_HEADING or not (line[:1].isupper() or line[:1].isdecimal()):
        return False
    found = headings.numbered(line, vocabulary.languages())
    return found is not None and not line[found.end :].strip(" .:]")


def _is_shouted(line: str) -> bool:
    return line.isupper() and not any(c.isdecimal() for c in line)


def _is_heading_above(above: str, below: str, width: int) -> bool:
    """True if the line above is a title: short, without an end, and the next begins with a capital."""
    titled = below[:1].isupper() and len(above) < _SHORT * width and above[-1:].isalpha()
    return titled and above[:1].isupper() and not block_labels.read(above)


@cache
def _is_formula(line: str) -> bool:
    return any(enacting_formulas.begins(key, line, vocabulary.languages()) for key in _FORMULAS)
