"""Where articles and paragraphs stand: the annex and the parts, titles, chapters and sections that are open."""

from delegate_desk.core.documents.document import Kind
from delegate_desk.core.text import fold
from delegate_desk.parsing.outline import Unit

_ORDER = (Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION)


class Divisions:
    """The divisions that are open.

    Attributes:
        container: The address of the annex that is open, on which its units hang; empty before the first.
    """

    def __init__(self) -> None:
        self.container = ""
        self._annex = ""
        self._open: dict[Kind, str] = {}

    def above(self, kind: Kind) -> str:
        """What a heading hangs on: a section on its chapter, that on its title; an article on none of them."""
        if kind is Kind.ANNEX:
            return ""
        if kind in _ORDER:
            for outer in reversed(_ORDER[: _ORDER.index(kind)]):
                if outer in self._open:
                    return self._open[outer]
        return self.container

    def enter(self, unit: Unit) -> None:
        """Begin an annex, or a division within the one that is open."""
        if unit.kind is Kind.ANNEX:
            self.container, self._annex = unit.address, fold(unit.label)
            self._open.clear()
            return
        for deeper in _ORDER[_ORDER.index(unit.kind) :]:
            self._open.pop(deeper, None)
        self._open[unit.kind] = unit.address

    def repeats_annex(self, label: str) -> bool:
        """True for the running head of the annex that is open already; ``ANNEX I`` within an ``ANNEX`` is another."""
        return bool(self.container) and fold(label) == self._annex
