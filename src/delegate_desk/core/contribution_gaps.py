"""Wordings in which a paper leaves words out, ``[…]``: made whole from the text that it speaks on."""

import re

from delegate_desk.core.text import fold, words

_LEFT_OUT = re.compile(r"\s*(?:[(\[]\s?(?:…|\.\.\.)\s?[)\]]|(?<!\w)…(?!\w)|(?<=\s)\.\.\.(?=\s))\s*")
_MOST = 6
"""How many words on either side of a gap are sought in the text, the most first; one that stands once will do."""


def filled(proposal: str, text: str) -> str:
    """A wording with the words that it leaves out; as it is where the text does not tell what they are."""
    parts = _LEFT_OUT.split(proposal)
    if len(parts) < 2 or _LEFT_OUT.search(text):
        return proposal
    made = parts[0].strip()
    at = 0
    for part in parts[1:]:
        start = _end_of(made, text, at) if made else at
        if start is None:
            return proposal
        end = _begin_of(part, text, start) if part.strip() else len(text)
        if end is None:
            return proposal
        between = text[start:end].strip()
        tight = between[:1] in (",", ";", ".", ":")
        made = f"{made}{'' if tight or not made else ' '}{between} {part.strip()}".strip()
        at = end
    return made


def _end_of(part: str, text: str, at: int) -> int | None:
    """Where in a text the words end that a part ends with; None where that is not plain."""
    own = words(part)
    for count in range(min(_MOST, len(own)), 0, -1):
        found = _found([fold(part[s:e]) for s, e in own[-count:]], text, at)
        if found is not None:
            tail = part[own[-1][1] :].strip()
            end = found[1]
            return end + len(tail) if tail and text[end:].startswith(tail) else end
    return None


def _begin_of(part: str, text: str, at: int) -> int | None:
    """Where in a text the words begin that a part begins with; None where that is not plain."""
    own = words(part)
    for count in range(min(_MOST, len(own)), 0, -1):
        found = _found([fold(part[s:e]) for s, e in own[:count]], text, at)
        if found is not None:
            return found[0]
    return None


def _found(sought: list[str], text: str, at: int) -> tuple[int, int] | None:
    """Where words stand in a row behind an offset; None where they do not, or do more than once."""
    there = [(start, end) for start, end in words(text) if start >= at]
    folded = [fold(text[start:end]) for start, end in there]
    size = len(sought)
    places = [n for n in range(len(folded) - size + 1) if folded[n : n + size] == sought]
    return (there[places[0]][0], there[places[0] + size - 1][1]) if len(places) == 1 else None
