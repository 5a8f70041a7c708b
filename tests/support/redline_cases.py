"""Random edits of random Word files, and checks of the redline."""

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Address, Document, Kind, Paragraph
from delegate_desk.core.errors import DeskError, ImportFailure, UnreadableDocumentError
from delegate_desk.core.positions.position import PositionEntry, ProposedAction
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.redline import renderer
from delegate_desk.export.redline.content import Order, RedlineEntry
from delegate_desk.parsing import reading
from support.redline_checks import MOMENT, levelled, lines, others_same, part, resolved
from support.redline_documents import WORDS, Paper

MAY_CHANGE = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
)


def check(seed: int, folder: Path) -> int:
    """Redline one random document; returns the number of its items.

    Raises:
        AssertionError: If accepting does not give our text, rejecting not the source, or anything else changed.
    """
    return check_file(Paper(seed).content(), seed, folder)


def check_file(original: bytes, seed: int, folder: Path) -> int:
    """The same with the edits of a given number in a file."""
    file = folder / f"{seed}.docx"
    file.write_bytes(original)
    try:
        document = reading.read(file, file.name)
    except DeskError:
        return 0  # such as one whose words are all deleted
    chance = random.Random(seed + 1)
    items = edits(document, chance)
    said = lines(document, items)
    made = renderer.render(original, document, said, MOMENT)
    assert made.content == renderer.render(original, document, said, MOMENT).content
    assert not made.unplaced, (seed, made.unplaced)
    assert not list(others_same(original, made.content, MAY_CHANGE)), seed
    rejected = resolved(made.content, WordChange.DELETE)
    for name in MAY_CHANGE[:3]:
        try:
            old, new = levelled(part(original, name)), levelled(part(rejected, name))
        except KeyError:
            continue
        new = new if name == MAY_CHANGE[0] else new[: len(old)]  # copies for moved text are not called any more
        assert old == new, (
            seed,
            name,
            len(old),
            len(new),
            [pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]][:1],
        )
    accepted = folder / f"{seed} accepted.docx"
    accepted.write_bytes(resolved(made.content, WordChange.INSERT))
    want = squeezed("".join(_wanted(document, items, original)))
    got = squeezed("".join(_read(accepted)))
    at = next(
        (n for n, (one, other) in enumerate(zip(got, want, strict=False)) if one != other), min(len(got), len(want))
    )
    assert got == want, (seed, got[max(0, at - 60) : at + 60], want[max(0, at - 60) : at + 60])
    return len(items)


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def edits(document: Document, chance: random.Random) -> list[PositionEntry]:
    """Some items on a document: rewordings, provisions deleted, inserted and moved."""
    order: Order[RedlineEntry] = Order(document, ())
    items: list[PositionEntry] = []
    moved: set[Address] = set()
    for unit in document.units():
        if not unit.sources or not unit.text or chance.random() < 0.3:
            continue
        comment = "Because." if chance.random() < 0.3 else ""
        can_move = unit.kind not in (Kind.CELL, Kind.FOOTNOTE) and not order.is_shared(unit)
        what = chance.random()
        if what < 0.15 and unit.kind is not Kind.FOOTNOTE:
            items.append(PositionEntry(unit.address, proposal="", comment=comment))
        elif what < 0.25 and can_move and not _has_cells(order, unit.address):
            behind = chance.choice(
                [unit]
                + [
                    one
                    for one in document.paragraphs
                    if one.sources and one.kind is not Kind.CELL and not order.is_shared(one)
                ]
            )
            if behind.address != unit.address and behind.address not in moved and not moved & {behind.address}:
                proposal = _reworded(unit.text, chance) if chance.random() < 0.5 else None
                items.append(PositionEntry(unit.address, proposal=proposal, after=behind.address, comment=comment))
                moved.add(unit.address)
        elif what < 0.35 and unit.kind is not Kind.FOOTNOTE and not order.is_shared(unit):
            address = Address(f"{unit.address}-new")
            items.append(
                PositionEntry(
                    address,
                    proposal=_phrase(chance),
                    after=unit.address,
                    label=chance.choice(("", "5a.")),
                    comment=comment,
                )
            )
        else:
            items.append(PositionEntry(unit.address, proposal=_reworded(unit.text, chance), comment=comment))
    anchors = {item.after for item in items}
    moving = [
        item.address
        for item in items
        if item.proposed_action(is_there=True) is ProposedAction.MOVE and item.address in moved
    ]
    within = {address: {unit.address for unit in order.subtree(address)} for address in moving}
    inner = {address for whole, units in within.items() for address in units - {whole}}
    bad = {
        a
        for a in moving
        if anchors & within[a] or a in inner or any(order.is_shared(unit) for unit in order.subtree(a))
    }
    return [item for item in items if item.address not in bad]


def _has_cells(order: Order[RedlineEntry], address: Address) -> bool:
    return any(unit.kind is Kind.CELL for unit in order.subtree(address))


def _phrase(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 5)))


def _reworded(text: str, chance: random.Random) -> str:
    tokens = text.split(" ")
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(tokens))
        gone = chance.choice((0, 0, 1, 1, 2, 5))
        new = _phrase(chance).split(" ") if gone == 0 or chance.random() < 0.6 else []
        tokens[at : at + gone] = new
    return " ".join(tokens) or "word"


def _label(unit: Paragraph, whole: dict[int, str]) -> str:
    """The label, if it is written in the file."""
    first = whole.get(unit.sources[0], "") if unit.sources else ""
    typed = squeezed(unit.label + unit.text[:12])
    return unit.label if unit.label and squeezed(first).startswith(typed[: len(squeezed(unit.label)) + 3]) else ""


def _written(content: bytes) -> dict[int, str]:
    root = part(content)
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return {
        n: "".join(t.text or "" for t in p.iter(f"{name}t") if not _is_hidden(t, name))
        for n, p in enumerate(root.iter(f"{name}p"))
    }


def _is_hidden(text: etree._Element, name: str) -> bool:
    run = text.getparent()
    return run is not None and run.find(f"{name}rPr/{name}vanish") is not None


def _read(file: Path) -> list[str]:
    """The remaining text of a file; nothing where all of it was deleted."""
    try:
        return list(_said(reading.read(file, file.name), file.read_bytes()))
    except UnreadableDocumentError as error:
        if error.reason is not ImportFailure.NO_TEXT:
            raise
        return []


def _said(document: Document, content: bytes) -> Iterator[str]:
    whole = _written(content)
    for unit in document.paragraphs:
        yield _label(unit, whole) + unit.text


def _wanted(document: Document, items: list[PositionEntry], content: bytes) -> Iterator[str]:
    order = Order(document, lines(document, items).entries)
    whole = _written(content)
    by_address = {item.address: item for item in items}
    comings = order.insertions_by_unit()

    moved = {unit.address for one in order.moving for unit in order.subtree(one)}

    def text(address: Address) -> str:
        item = by_address.get(address)
        unit = order.find(address)
        if unit is None:
            assert item is not None
            return item.label + (item.proposal or "")
        wording = item.proposal if item and item.proposal is not None else unit.text
        return _label(unit, whole) + wording

    def goes(address: Address) -> bool:
        item = by_address.get(address)
        return item is not None and item.proposed_action(is_there=True) is ProposedAction.DELETE

    def coming(address: Address) -> str:
        units = order.subtree(address) if order.find(address) else ()
        return "".join(text(unit.address) for unit in units if not goes(unit.address)) if units else text(address)

    for unit in document.paragraphs:
        if not (goes(unit.address) or unit.address in moved):
            yield text(unit.address)
        for line in comings.get(unit.address, ()):
            yield coming(line.address)
