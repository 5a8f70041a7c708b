"""Pointers: words of a text that name a place, in the same document or in another."""

from dataclasses import dataclass

from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.documents.references import Reference


@dataclass(frozen=True, slots=True)
class ReferenceTarget:
    """Target of a reference in a unit.

    Attributes:
        text: The words of the reference, as printed.
        start: Their start in the unit's marked text: 0-based, in code points.
        end: End-exclusive.
        document: The document referred to; None if it is not in the library.
        address: The place in the document; empty for its beginning.
        reference: The document named; None for a reference within the same document.
    """

    text: str
    start: int
    end: int
    document: LibraryDocument | None
    address: Address
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place named in a unit's text: ``paragraph 7(f)``, ``Article 5(2)(a) of Regulation (EU) 2016/679``.

    Attributes:
        text: The words, as printed.
        start: Where they begin in the unit's marked text: 0-based, in code points.
        end: End-exclusive.
        address: The place named. In the same document it is there; in another it is how that place is addressed.
        document: The act that holds the place; None for the same document or a treaty.
        treaty: ``TEU``, ``TFEU``, ``TEC`` or ``Charter``; empty for what is none of these.
    """

    text: str
    start: int
    end: int
    address: Address
    document: Reference | None = None
    treaty: str = ""

    @property
    def is_internal(self) -> bool:
        """True if it points into the document that it stands in."""
        return self.document is None and not self.treaty
