"""Possible places for an item that lost its place: proposed to a person, never applied without a decision."""

from collections import Counter
from collections.abc import Sequence

from delegate_desk.core.annotations.anchoring import folded_letters
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.text import fold, word_spans

_MOST = 2
_LIKE = 0.2  # below this two texts have no more than small words in common
_QUOTED = 0.5  # the words quoted count as much as half of the text
_STOOD = 0.1  # the old address decides between texts that are equally like


def propose_units(
    address: Address, text: str, quote: Quote | None, units: Sequence[Paragraph], least: float = _LIKE
) -> list[Paragraph]:
    """The units that something may belong to, the likeliest first.

    Args:
        address: Where it stood.
        text: What stood there.
        quote: The words that it is about.
        units: Where it could stand now.
        least: How like a unit has to be, in 0..1.
    """
    sought, exact = _counted(text), folded_letters(quote.exact) if quote else ""
    scored: list[tuple[float, int]] = []
    for n, unit in enumerate(units):
        here = _counted(unit.text)
        sizes = sought.total() + here.total()
        score = 2 * (sought & here).total() / sizes if sizes else 0.0
        score += _QUOTED if exact and exact in folded_letters(unit.text) else 0.0
        if score >= least:
            scored.append((score + (_STOOD if unit.address == address else 0.0), -n))
    return [units[-n] for _, n in sorted(scored, reverse=True)[:_MOST]]


def _counted(text: str) -> Counter[str]:
    return Counter(fold(text[start:end]) for start, end in word_spans(text))
