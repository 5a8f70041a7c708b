"""Benchmark of amending instructions: how many generated ones were applied, and whether the result is right.

An act is wrong if its text, with the instructions reported as applied, differs from the model.
"""

import tempfile
import time
from collections import Counter
from pathlib import Path

from amending_acts import LANGUAGES, MadeActs
from delegate_desk.core.amending.amended import OperationState
from delegate_desk.core.amending.application import apply_instructions
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing import reading
from delegate_desk.parsing.amending.instructions import instructions, structure_builder
from measuring import Line

LEAST = 0.95
_BASE = Reference("Regulation", 9901, 2021, scope="EU")


class Score:
    """Results of some acts.

    Attributes:
        wrong: Errors, each with the seed and language of its act.
        missed: Number of instructions by kind that should have been applied but were not.
    """

    def __init__(self) -> None:
        self.total = self.possible = self.applied = 0
        self.wrong: list[str] = []
        self.missed: Counter[str] = Counter()

    @property
    def share(self) -> float:
        return self.applied / self.possible if self.possible else 1.0

    def add(self, seed: int, language: str, folder: Path) -> None:
        made = MadeActs(seed, language)
        texts = {"base.txt": made.base_text, "amending.txt": made.amending_text()}
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        base, act = (reading.read(folder / name, name) for name in texts)
        read = [(str(u.address), u.label, u.text) for u in base.paragraphs if u.address.startswith("art_")]
        if read != made.base:
            raise ValueError(f"the base act of seed {seed} in {language} is not read as it was made")
        given = instructions(act, _BASE)
        result = apply_instructions(
            DocumentId(1), base.paragraphs, [(DocumentId(2), given)], structure_builder(language), language
        )
        states: dict[str, set[OperationState]] = {}
        for operation in result.operations:
            states.setdefault(operation.place.address, set()).add(operation.state)
        for n, instruction in enumerate(made.instructions, start=1):
            found = states.get(f"art_1__point_{n}", set())
            self.total += 1
            self.possible += instruction.change is not None
            if found == {OperationState.APPLIED}:
                if instruction.change is None:
                    self.wrong.append(f"{seed} {language}: {instruction.kind} was applied: {instruction.lines[0]}")
                else:
                    self.applied += 1
                    instruction.change()
            elif OperationState.APPLIED in found:
                self.wrong.append(f"{seed} {language}: {instruction.kind} was applied in part: {instruction.lines[0]}")
            elif not found:
                self.wrong.append(f"{seed} {language}: {instruction.kind} is not listed: {instruction.lines[0]}")
            elif instruction.change is not None:
                self.missed[f"{language} {instruction.kind}"] += 1
        now = [
            (str(u.paragraph.address), u.paragraph.label, u.paragraph.text)
            for u in result.paragraphs
            if u.paragraph.address.startswith("art_")
        ]
        truth = [(u.address, u.label, u.text) for article in made.articles for u in article.walk()]
        if now != truth:
            differing = [f"{a} for {b}" for a, b in zip(now, truth, strict=False) if a != b][:1]
            self.wrong.append(f"{seed} {language}: the text differs: {''.join(differing)}")


def measure(count: int, seed: int) -> Score:
    """Apply generated acts up to a number of instructions, with seeds from 1, in all languages."""
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        while score.total < count:
            for language in LANGUAGES:
                score.add(seed, language, Path(folder))
            seed += 1
    return score


def bench_apply(line: Line, count: int, seed: int) -> None:
    """Print how many were applied and which results are wrong.

    Raises:
        SystemExit: If a result is wrong, or too few were applied.
    """
    began = time.perf_counter()
    score = measure(count, seed)
    line(f"instructions of acts with seeds from {seed} on", str(score.total), f"{time.perf_counter() - began:.1f} s")
    line("applied, of those that can be", f"{score.share:.1%}", f"{score.applied} of {score.possible}")
    line("wrong", str(len(score.wrong)))
    for kind, missed in score.missed.most_common(20):
        line(f"  not applied: {kind}", str(missed))
    for text in score.wrong[:20]:
        line(f"  {text}", "")
    if score.wrong or score.share < LEAST:
        raise SystemExit(1)
