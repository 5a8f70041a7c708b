"""Proposals on a text that changed: our change made in the new wording, where nobody else changed the same words."""

from collections.abc import Iterable
from dataclasses import dataclass

from delegate_desk.core.word_diff import WordChange, diff_words


@dataclass(frozen=True, slots=True)
class Rebased:
    """A proposal on the new wording of its paragraph.

    Attributes:
        proposal: The whole wording proposed; None where the new text says it already.
        is_sure: False where both changed the same words: the proposal is then as it was.
    """

    proposal: str | None
    is_sure: bool = True


def merge_wordings(source: str, ours: str, theirs: str) -> str:
    """Two wordings made of one source, in one: where both change the same words, theirs stands."""
    asked = _edits(source, theirs)
    own = [edit for edit in _edits(source, ours) if not any(edit.overlaps(other) for other in asked)]
    return _apply_edits(source, {*own, *asked})


@dataclass(frozen=True, slots=True)
class _Edit:
    """Some characters of the old wording, and what stands in their place.

    Words put in behind a space can as well be put in before it: of the places that come to the same it has the first.

    Attributes:
        reach: Where it would end at the last of those places.
    """

    start: int
    end: int
    text: str
    reach: int

    def overlaps(self, other: "_Edit") -> bool:
        """True if two edits change the same words, or words with nothing between them."""
        return self != other and self.start <= other.reach and other.start <= self.reach


def rebase(old: str, proposal: str, new: str) -> Rebased:
    """Three-way merge: the change of a proposal to the old wording, made in the new wording."""
    if proposal == new:
        return Rebased(None)
    if old == new or not proposal.strip():  # what is to go whole is to go whatever it says
        return Rebased(proposal)
    ours, theirs = _edits(old, proposal), _edits(old, new)
    if not ours or any(one.overlaps(other) for one in ours for other in theirs):
        return Rebased(proposal, is_sure=False)
    made = _apply_edits(old, {*ours, *theirs})
    return Rebased(None if made == new else made)


def _edits(old: str, new: str) -> list[_Edit]:
    """Edits from one wording to another: a deletion and the insertion after it are a single edit."""
    edits: list[_Edit] = []
    at = start = 0
    inserted, changes = "", False
    for change, text in (*diff_words(old, new), (WordChange.EQUAL, "")):
        if change is WordChange.EQUAL:
            if changes:
                edits.append(_first(old, start, at, inserted, edits[-1].end + 1 if edits else 0))
            at += len(text)
            start, inserted, changes = at, "", False
        else:
            changes = True
            at += len(text) if change is WordChange.DELETE else 0
            inserted += text if change is WordChange.INSERT else ""
    return edits


def _first(old: str, start: int, end: int, text: str, floor: int) -> _Edit:
    """An edit at the first place from ``floor`` that comes to the same; one that replaces words has no other."""
    reach = end
    if not text or start == end:
        moving = text or old[start:end]
        while reach < len(old) and old[reach] == moving[(reach - end) % len(moving)]:
            reach += 1
        while start > floor and old[start - 1] == moving[-1]:
            moving = moving[-1] + moving[:-1]
            start, end = start - 1, end - 1
        text = moving if text else ""
    return _Edit(start, end, text, reach)


def _apply_edits(old: str, edits: Iterable[_Edit]) -> str:
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        made += old[at : edit.start] + edit.text
        at = edit.end
    return made + old[at:]
