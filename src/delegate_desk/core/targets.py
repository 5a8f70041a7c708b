"""Targets: what words of a text lead to, in this library or beyond it."""

from dataclasses import dataclass

from delegate_desk.core.documents import Address, Held
from delegate_desk.core.references import Reference


@dataclass(frozen=True, slots=True)
class Target:
    """What some words of a unit name.

    Attributes:
        text: The words, as printed.
        start: Where they begin in the unit's marked text: 0-based, in code points.
        end: End-exclusive.
        held: The document that they lead to; None where it is not in the library.
        address: The place in it; empty for its beginning.
        reference: The document that they name; None where it is their own.
    """

    text: str
    start: int
    end: int
    held: Held | None
    address: Address
    reference: Reference | None = None
