"""Judges how well uptake tells what a later text took of a proposal, on pairs labelled by hand.

cd tests && python -m evaluation.uptake       the area under the curve by language, and each pair that is told otherwise

The pairs the rule was tuned on and those held out are told of apart: only the second say how well it does on others.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

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
        label: What a person says of it.
    """

    language: str
    old: str
    proposal: str
    new: str
    label: AdoptionOutcome

    def told(self) -> ProposalAdoption:
        return measure_adoption(self.old, self.proposal, self.new, counting(self.language))


def judge(path: Path) -> list[tuple[Pair, ProposalAdoption]]:
    """The pairs of a file, each with what is told of it."""
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
    """The area under the curve: how often one that should be higher is, a tie counting as half."""
    won = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in product(high, low))
    return won / (len(high) * len(low))


def areas(judged: Sequence[tuple[Pair, ProposalAdoption]]) -> tuple[float, float]:
    """Taken or in part against not taken, and taken against in part."""
    by = {label: [told.rate for pair, told in judged if pair.label is label] for label in _SIGNS.values()}
    took = by[AdoptionOutcome.TAKEN] + by[AdoptionOutcome.IN_PART]
    return area(took, by[AdoptionOutcome.NOT_TAKEN]), area(by[AdoptionOutcome.TAKEN], by[AdoptionOutcome.IN_PART])


def right(judged: Sequence[tuple[Pair, ProposalAdoption]]) -> float:
    """How many of the pairs are told as labelled, from 0 to 1."""
    return sum(pair.label is told.outcome for pair, told in judged) / len(judged)


def _report(name: str, judged: Sequence[tuple[Pair, ProposalAdoption]]) -> None:
    sys.stdout.write(f"{name}: {len(judged)} pairs\n\n            took/not  taken/in part  told as labelled\n")
    for language in ("en", "fr", "el", ""):
        some = [one for one in judged if language in ("", one[0].language)]
        took, whole = areas(some)
        sys.stdout.write(f"{language or 'all':10}  {took:8.3f}  {whole:13.3f}  {right(some):16.1%}\n")
    for pair, told in judged:
        if pair.label is not told.outcome:
            words = [*told.added, *(("−" + word, went) for word, went in told.removed)]
            said = " ".join(f"{word}{'✓' if took else '✗'}" for word, took in words)
            sys.stdout.write(f"\n{pair.label} told {told.outcome} {told.rate:.2f}: {pair.new}\n    {said}\n")


def main() -> None:
    for path in (LABELLED, FURTHER):
        _report(f"Tuned on, {path.stem}", judge(path))
        sys.stdout.write("\n\n")
    _report("Held out", judge(HELD_OUT))


if __name__ == "__main__":
    main()
