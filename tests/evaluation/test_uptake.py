"""Test of adoption, the share of a proposal in a later text, on pairs labelled by hand.

The pairs used for tuning and the held-out pairs are reported separately: only the latter show the quality on others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption, measure_adoption
from delegate_desk.services.revisions.consequences import counting

LABELLED = Path(__file__).parent / "uptake.txt"
FURTHER = Path(__file__).parent / "uptake_further.txt"
HELD_OUT = Path(__file__).parent / "uptake_held_out.txt"
_SIGNS = {"+": AdoptionOutcome.TAKEN, "~": AdoptionOutcome.IN_PART, "-": AdoptionOutcome.NOT_TAKEN}


@dataclass(frozen=True)
class Pair:
    """A proposal and a later text.

    Attributes:
        label: The judgement of a person.
    """

    language: str
    old: str
    proposal: str
    new: str
    label: AdoptionOutcome

    def told(self) -> ProposalAdoption:
        return measure_adoption(self.old, self.proposal, self.new, counting(self.language))


def judge(path: Path) -> list[tuple[Pair, ProposalAdoption]]:
    """The pairs of a file, each with its result."""
    return [(pair, pair.told()) for pair in pairs(path.read_text(encoding="utf-8"))]


def pairs(text: str) -> Iterator[Pair]:
    """The pairs of a file such as uptake.txt."""
    language = old = proposal = ""
    for line in text.splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "=":
            language = rest
        elif sign == "OLD":
            old = rest
        elif sign == "WANT":
            proposal = rest
        elif sign in _SIGNS:
            yield Pair(language, old, proposal, rest, _SIGNS[sign])
        elif sign not in ("", "#"):
            raise ValueError(line)


def area(high: Sequence[float], low: Sequence[float]) -> float:
    """The area under the curve: how often the one that should be higher is, with a tie counting as half."""
    won = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in product(high, low))
    return won / (len(high) * len(low))


def areas(judged: Sequence[tuple[Pair, ProposalAdoption]]) -> tuple[float, float]:
    """Taken or in part against not taken, and taken against in part."""
    by = {label: [told.rate for pair, told in judged if pair.label is label] for label in _SIGNS.values()}
    took = by[AdoptionOutcome.TAKEN] + by[AdoptionOutcome.IN_PART]
    return area(took, by[AdoptionOutcome.NOT_TAKEN]), area(by[AdoptionOutcome.TAKEN], by[AdoptionOutcome.IN_PART])


def right(judged: Sequence[tuple[Pair, ProposalAdoption]]) -> float:
    """The share of pairs with a result equal to the label, from 0 to 1."""
    return sum(pair.label is told.outcome for pair, told in judged) / len(judged)


@pytest.mark.parametrize("path", [LABELLED, FURTHER], ids=lambda path: path.stem)
def test_pairs_are_told_as_people_tell_them(path: Path) -> None:
    judged = judge(path)
    assert len(judged) >= 150
    for language in ("en", "fr", "el"):
        took, whole = areas([one for one in judged if one[0].language == language])
        assert took >= 0.97, language
        assert whole >= 0.965, language
    took, whole = areas(judged)
    assert (took >= 0.985, whole >= 0.985) == (True, True), (took, whole)
    assert right(judged) >= 0.92


def test_pairs_held_out_are_told_no_worse_than_when_last_measured() -> None:
    # Raise these when they are exceeded; never lower them.
    judged = judge(HELD_OUT)
    took, whole = areas(judged)
    assert (took >= 0.885, whole >= 0.745) == (True, True), (took, whole)
    assert right(judged) >= 0.67


def test_the_pairs_held_out_are_others_than_those_tuned_on() -> None:
    files = [(LABELLED, FURTHER), (HELD_OUT,)]
    tuned, held = ([p for path in of for p in pairs(path.read_text(encoding="utf-8"))] for of in files)
    for language in ("en", "fr", "el"):
        of = [pair for pair in held if pair.language == language]
        assert len(of) >= 30, language
        assert {pair.label for pair in of} == {
            AdoptionOutcome.TAKEN,
            AdoptionOutcome.IN_PART,
            AdoptionOutcome.NOT_TAKEN,
        }, language
    texts = [{text for pair in some for text in (pair.old, pair.proposal, pair.new)} for some in (tuned, held)]
    assert not texts[0] & texts[1]


def test_the_area_is_that_of_pairs_told_apart() -> None:
    assert area([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)
    (pair,) = pairs("# said\n= en\nOLD One ship.\nWANT Two ships.\n~ Two ship.\n")
    assert (pair.language, pair.label) == ("en", AdoptionOutcome.IN_PART)
    with pytest.raises(ValueError, match="whatever"):
        list(pairs("whatever this is"))
