"""Alignment: what became of each unit of one text in another.

Units whose words stand once in each text hold the two together; the rest is matched in the order that it stands in, by
its words and by the company it keeps; then what moved is found, and what was taken apart or put together. Last, each
match is held against its lookalikes: where it is not certain which one it is, a fate says so.
"""

from collections.abc import Mapping, Sequence

from delegate_desk.core.alignment_candidates import Likeness
from delegate_desk.core.alignment_company import Company, Matching
from delegate_desk.core.alignment_doubt import find_doubts
from delegate_desk.core.alignment_fates import Found, fates
from delegate_desk.core.alignment_matching import match
from delegate_desk.core.alignment_parts import find_parts
from delegate_desk.core.alignment_units import Link, Links, Names, Side, sides
from delegate_desk.core.alignment_weights import NAMED
from delegate_desk.core.comparison import Fate
from delegate_desk.core.documents import Address, Paragraph, View
from delegate_desk.core.steps import Steps

__all__ = ["Link", "Links", "align"]

_NONE: Links = {}


def align(
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    view: View = View.AFTER,
    links_old: Links = _NONE,
    links_new: Links = _NONE,
) -> Steps[tuple[Fate, ...]]:
    """Find what became of each unit of an old text in a new one; slow for long texts, safe on any thread.

    Yields (units done, of how many). The fates are in the order of the new text; what was deleted stands behind what
    it stood behind.

    Args:
        old: All units of the document: paragraphs, then footnotes.
        new: All units of the other document.
        view: The reading in which both are compared.
        links_old: Cross-references of the old text; with those of the new one they tell a reference that was only
            renumbered from one that leads elsewhere.
        links_new: Cross-references of the new text.
    """
    rounds = 2 if links_old or links_new else 1
    size = max(1, len(old))
    total = (rounds + 1) * size
    links = (links_old, links_new)
    names: tuple[Names, Names] = (_unnamed, _unnamed)
    for n in range(rounds):
        one, other, scale = sides(old, new, view, links, names)
        like = Likeness(one, other, scale)
        company = Company(one, other)
        finding = match(one, other, company, like)
        while True:
            try:
                done = next(finding)
            except StopIteration as end:
                matching: Matching = end.value
                break
            yield min(n * size + done, total), total
        names = _names(one, other, matching.new_of)
    parts = find_parts(one, other, matching, like)
    names = _names(one, other, {**matching.new_of, **{old: news[0] for old, news in parts.split.items()}})
    doubts = find_doubts(matching, company, like, parts)
    yield rounds * size, total
    told = fates(Found(one, other, matching, parts, doubts, links, names), view)
    yield total, total
    return told


def _unnamed(_: Address) -> str:
    return ""


def _names(old: Side, new: Side, new_of: Mapping[int, int]) -> tuple[Names, Names]:
    """One word for each place, the same for an old place and the new one that it became."""
    became: Mapping[str, str] = {old.items[i].address: new.items[k].address for i, k in new_of.items()}

    def name_old(target: Address) -> str:
        head, tail = str(target), ""
        while head and head not in became:
            head, _, last = head.rpartition("__")
            tail = f"__{last}{tail}"
        return _word(f"{became[head]}{tail}") if head else f"{_word(target)}gone"

    return name_old, _word


def _word(address: str) -> str:
    return NAMED + address.replace("_", "")
