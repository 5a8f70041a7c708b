"""What came of merging the copies that a service made of a library written on two computers at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CopiesMerged:
    """Copies that were merged, and put aside.

    Attributes:
        copies: The names of the databases that were merged.
        rows: How many rows of each table came or changed.
        gave_way: How many things both sides had changed: the later stays, the other is in the list.
        unusable: The databases that could not be merged.
        others: How many other files were put aside.
        without_original: Documents that came, and whose originals are not there.
        kept: Where all of it is, with the list ``merged.json``; None where there was nothing.
    """

    copies: tuple[str, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    gave_way: int = 0
    unusable: tuple[str, ...] = ()
    others: int = 0
    without_original: tuple[str, ...] = ()
    kept: Path | None = None
