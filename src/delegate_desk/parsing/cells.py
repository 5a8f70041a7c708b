"""Tables as units: a cell each, however many paragraphs of the file it holds."""

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing.items import Item
from delegate_desk.parsing.outline import Outline, Unit, below


class Cells:
    """The tables met so far, by the number that the reader of the file gives them."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._tables: dict[int, str] = {}
        self._cells: dict[str, Unit] = {}

    def add(self, item: Item, container: str) -> None:
        """Add the text of a table's cell, or to it where it has some already."""
        assert item.block.cell is not None
        table, row, column = item.block.cell
        if table not in self._tables:
            self._tables[table] = below(container, f"{Kind.TABLE}_{self._outline.count(container, Kind.TABLE)}")
        parent = below(self._tables[table], f"{Kind.ROW}_{row}")
        address = below(parent, f"{Kind.CELL}_{column}")
        if address in self._cells:
            self._cells[address].extend(item.whole, item.block)
        elif item.whole.text:
            unit = self._outline.add(parent, Kind.CELL, item.whole, item.block, number=str(column))
            self._cells[address] = unit
