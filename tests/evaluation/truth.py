"""Expected contents of documents: written by hand, ``NAME.truth.toml`` for ``NAME.txt`` or ``NAME.pdf``.

Its ``[header]`` has fields by the names of ``show``; an empty text or list says that the document has none, and a
missing field is not scored. Each ``[[unit]]`` has ``at`` (an address), ``label`` and ``begins``. Generated documents
may
have ``NAME.truth.txt`` instead: a line for each unit, as printed, with its label first and calls of notes in brackets.
One table may describe files elsewhere: ``in`` names the folder, and each further table one file of it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delegate_desk.core.documents.document import Document, Header, Paragraph
from delegate_desk.core.text import tidy

FIELDS = (
    "reference", "language", "original_language", "date", "marking", "public", "document_type", "document_type_label",
    "sender", "recipient", "subject", "subject_codes", "interinstitutional_files", "previous_documents",
    "commission_documents",
)  # fmt: skip
_CALL = re.compile(r"\[\d+\]")


@dataclass(frozen=True)
class Unit:
    """A unit of a document's text: its address, its label and the beginning of its text."""

    at: str
    label: str
    begins: str


@dataclass(frozen=True)
class Truth:
    """Expected contents of one document.

    Attributes:
        header: By the name of a field; only known ones.
        lines: Units of which only the text is known, with the label.
    """

    header: dict[str, Any] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    lines: tuple[str, ...] = ()


def among(places: Iterable[Path]) -> Iterator[tuple[Path, Truth]]:
    """The documents with expected contents: in folders, those below them, and tables for files elsewhere."""
    for place in places:
        if place.is_dir():
            yield from _beside(place)
        else:
            told = tomllib.loads(place.read_text(encoding="utf-8"))
            folder = (place.parent / told.pop("in")).resolve()
            yield from ((folder / name, of(table)) for name, table in told.items() if (folder / name).exists())


def _beside(folder: Path) -> Iterator[tuple[Path, Truth]]:
    for path in sorted(folder.rglob("*.truth.*")):
        stem = path.name.partition(".truth.")[0]
        told = read(path)
        for document in sorted(path.parent.glob(f"{stem}.*")):
            if ".truth." not in document.name:
                yield document, told


def read(path: Path) -> Truth:
    """Read one file of expected contents."""
    if path.suffix == ".txt":
        lines = (tidy(_CALL.sub("", line)) for line in path.read_text(encoding="utf-8").splitlines())
        return Truth(lines=tuple(line for line in lines if line))
    return of(tomllib.loads(path.read_text(encoding="utf-8")))


def of(told: dict[str, Any]) -> Truth:
    """The expected contents in a table."""
    units = tuple(Unit(u["at"], u.get("label", ""), u["begins"]) for u in told.get("unit", ()))
    return Truth(
        {name: value or (None if value == "" else value) for name, value in told.get("header", {}).items()}, units
    )


def said(header: Header, name: str) -> Any:
    """The value read for a field, in the form of the expected one."""
    value = getattr(header, name)
    if name == "subject_codes":
        return [f"{code.code} {code.number}" for code in value]
    if name in ("previous_documents", "commission_documents"):
        return [str(reference) for reference in value]
    if name in ("reference", "date"):
        return None if value is None else str(value)
    return list(value) if isinstance(value, tuple) else value or (None if value == "" else value)


def wrong_units(document: Document, truth: Truth) -> list[str]:
    """The units that are not where they should be, by address or by the beginning of their line."""
    by_address: dict[str, Paragraph] = {str(unit.address): unit for unit in document.units()}
    wrong = [unit.at for unit in truth.units if not _is_right(by_address.get(unit.at), unit)]
    printed = {text for u in document.units() for text in (f"{u.label} {u.marked}".strip(), u.label, u.marked)}
    return wrong + [line[:40] for line in truth.lines if line not in printed]


def _is_right(found: Paragraph | None, unit: Unit) -> bool:
    return found is not None and found.label == unit.label and found.text.startswith(unit.begins)
