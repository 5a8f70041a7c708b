"""Four-column tables built from the texts of Commission, Parliament and Council."""

from collections.abc import Sequence

from delegate_desk import paths
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.columns import Column, ColumnRow, ColumnTable
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Kind, Paragraph

LANGUAGE = "en"
"""Titles of the tables that we build are in English, the language of trilogues."""


def build_table(documents: Sequence[Document]) -> ColumnTable:
    """Return the provisions of three texts as rows numbered from 1.

    A provision of one text keeps its position there.
    """
    from delegate_desk.parsing.references.provision_references import provision_named

    units = [
        {unit.address: unit for unit in document.paragraphs if unit.kind is not Kind.COVER} for document in documents
    ]
    words = paths.load_table("citations")[LANGUAGE]
    order: list[Address] = []
    for addresses in units:
        merge_order(order, list(addresses))
    columns = tuple(Column)
    rows = []
    for number, address in enumerate(order, start=1):
        holder = next(text for text in units if address in text)
        title = citation(address, labels_to(address, holder), words)
        cells = {column: _cell(text.get(address)) for column, text in zip(columns, (*units, {}), strict=True)}
        label = f"{title[:1].upper()}{title[1:]}"
        rows.append(ColumnRow(str(number), label, provision_named(label, LANGUAGE), cells, unit=address))
    return ColumnTable(columns, tuple(rows))


def merge_order(order: list[Address], addresses: Sequence[Address]) -> None:
    """Insert the missing addresses, each after its predecessor and the predecessor's children."""
    known = set(order)
    before: Address | None = None
    for address in addresses:
        if address not in known:
            order.insert(_end_behind(order, before, address), address)
            known.add(address)
        before = address


def _end_behind(order: Sequence[Address], before: Address | None, address: Address) -> int:
    if before is None:
        return 0
    place = order.index(before) + 1
    segments = before.split("__")
    shared = 0
    for own, other in zip(segments, address.split("__"), strict=False):
        if own != other:
            break
        shared += 1
    if shared < len(segments):
        inner = "__".join(segments[: shared + 1])
        while place < len(order) and (order[place] == inner or order[place].startswith(f"{inner}__")):
            place += 1
    return place


def _cell(unit: Paragraph | None) -> str:
    """Return a provision as a cell prints it: with its label, and the title of a heading on its own line."""
    if unit is None:
        return ""
    between = "\n" if unit.kind in HEADINGS else " "
    return between.join(part for part in (unit.label.strip(), unit.text) if part)
