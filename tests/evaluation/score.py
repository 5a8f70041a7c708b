"""Scores the reading of documents against the truth beside them: field by field, unit by unit, letters kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from delegate_desk.core.documents.document import Header
from delegate_desk.core.errors import UnreadableDocumentError
from delegate_desk.parsing import reading
from delegate_desk.parsing.header import first_page
from evaluation import kept, made_headers, truth
from evaluation.truth import FIELDS, Truth

SURE = 0.9


@dataclass(frozen=True)
class Wrong:
    """A field that was not read as it is printed."""

    name: str
    wanted: Any
    read: Any
    sure: float | None


@dataclass
class Score:
    """How one document was read.

    Attributes:
        fields: By the name of a field: whether it is right, and how sure the reading was.
        units: How many units are known.
    """

    name: str
    fields: dict[str, tuple[bool, float | None]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    units: int = 0
    wrong_units: list[str] = field(default_factory=list)
    letters: kept.Kept | None = None
    refused: str = ""


def document(path: Path, told: Truth) -> Score:
    """Score one document."""
    score = Score(path.name, units=len(told.units) + len(told.lines))
    try:
        source = reading.READERS[path.suffix.lower()](path)
        read = reading.understand(source, path.name)
    except (KeyError, UnreadableDocumentError) as error:
        score.refused = type(error).__name__
        return score
    _fields(score, read.header, told.header)
    score.wrong_units = truth.wrong_units(read, told)
    score.letters = kept.measure(path, source, read)
    return score


def made(seed: int, how_many: int, *, hard: bool = False, covers: bool = False) -> Iterator[Score]:
    """Score headers made by chance."""
    for one in made_headers.make(seed, how_many, hard=hard, covers=covers):
        found = first_page.read(one.source, one.file_name)
        words = "\n".join(block.text for block in found.body)
        sample = words if len(words) > 200 else "\n".join((words, found.header.subject, *found.top))
        code, sure = first_page.document_language(found, one.source, one.file_name, sample)
        head = replace(found.header, language=code, confidence={**found.header.confidence, "language": sure})
        score = Score(one.facts["_layout"])
        _fields(score, head, {name: one.facts[name] for name in FIELDS})
        yield score


def _fields(score: Score, head: Header, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        sure = head.confidence.get("document_type" if name == "document_type_label" else name)
        read = truth.said(head, name)
        score.fields[name] = (read == value, sure)
        if read != value:
            score.wrong.append(Wrong(name, value, read, sure))
