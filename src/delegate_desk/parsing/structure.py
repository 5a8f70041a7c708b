"""The structure of a text: which unit each block is, and where it stands (DESIGN.md section 3)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from delegate_desk.core.documents import Address, Call, Kind, Paragraph
from delegate_desk.parsing import headings, labels
from delegate_desk.parsing.blocks import Block, Note
from delegate_desk.parsing.labels import Label, Reading
from delegate_desk.parsing.wording import Wording, wording

_ENDED = (".", ";", ":", "!", "?", "·", "»", "”", '"', "’", ")", "]", "…")
_GAP = 10  # paragraphs left out of an excerpt
_LEAP = 3  # points left out of a list
_QUOTES = {"‘": "’", "“": "”", "«": "»", "„": "“”", '"': '"', "'": "'"}
_QUOTED_BLOCKS = 80
_SET_IN = 8.0  # points by which a text stands further in than another


@dataclass(slots=True)
class _Item:
    """A block as it is read: its label apart from its text."""

    block: Block
    text: Wording
    label: Label | None


@dataclass(slots=True)
class _Unit:
    """A unit being built."""

    address: str
    kind: Kind
    label: str
    text: Wording
    page: int | None
    subs: int = 1


@dataclass(slots=True)
class _Level:
    """An open list: numbered paragraphs, points, indents.

    Attributes:
        owner: The unit, or the subparagraph of it, on which a list would hang now.
    """

    brackets: str
    script: str
    kind: Kind
    parent: str
    reading: Reading
    unit: _Unit
    owner: str
    indent: float


@dataclass
class Structure:
    """Builds units from blocks in reading order."""

    languages: tuple[str, ...]
    units: list[_Unit] = field(default_factory=list)
    _taken: Counter[str] = field(default_factory=Counter)
    _counts: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    _levels: list[_Level] = field(default_factory=list)
    _container: str = ""
    _divisions: dict[Kind, str] = field(default_factory=dict)
    _article: _Unit | None = None
    _article_owner: str = ""
    _preamble: str = ""  # "citations", "recitals" or empty
    _recitals_by_number: bool = False
    _tables: dict[int, str] = field(default_factory=dict)

    def add(self, blocks: Sequence[Block]) -> None:
        """Add blocks in reading order."""
        items = [_item(block) for block in blocks]
        items = [item for item in items if item.label or not _is_ornament(item.text.text)]
        self._recitals_by_number = _has_unannounced_recitals(items, self.languages)
        i = 0
        while i < len(items):
            i += self._take(items, i)

    def add_cover(self, blocks: Iterable[Block]) -> None:
        """Add the text of the cover page, one unit."""
        text, page = Wording(), None
        for block in blocks:
            more = wording(block.runs)
            if more.text and not _is_ornament(more.text):
                text, page = text.joined(more), page or block.page
        if text.text:
            self._add("", Kind.COVER, None, "", text, page)

    def paragraphs(self, notes: dict[str, list[Address]]) -> tuple[Paragraph, ...]:
        """The units in reading order; each call takes the next note of its label."""
        return tuple(
            Paragraph(
                address=Address(unit.address),
                kind=unit.kind,
                label=unit.label,
                marked=unit.text.text,
                depth=unit.address.count("__") + 1,
                page=unit.page,
                spans=unit.text.spans,
                calls=tuple(Call(at, note) for at, label in unit.text.calls if (note := _next(notes, label))),
            )
            for unit in self.units
        )

    def _add(self, parent: str, kind: Kind, number: str | None, label: str, text: Wording, page: int | None) -> _Unit:
        """Add a unit; one without a number is counted among its siblings, a second of one number is told apart."""
        if number is None:
            self._counts[parent, kind] += 1
            number = str(self._counts[parent, kind])
        stem = f"{parent}__{kind}" if parent else str(kind)
        address = stem if kind is Kind.COVER else f"{stem}_{number}"
        self._taken[address] += 1
        if self._taken[address] > 1:
            address = f"{address}-{self._taken[address]}"
        unit = _Unit(address, kind, label, text, page)
        self.units.append(unit)
        return unit

    def _take(self, items: list[_Item], i: int) -> int:
        """Place one block, or a heading with its title; how many blocks that took."""
        item = items[i]
        whole = item.text.text if item.label is None else f"{item.label.printed} {item.text.text}".strip()
        if item.block.cell:
            self._cell(item, item.block.cell)
            return 1
        if self.units and item.label is None and self._continues(item):
            self.units[-1].text = self.units[-1].text.joined(item.text)
            return 1
        heading = headings.numbered(whole, self.languages)
        if heading:
            return self._numbered_heading(heading, items, i)
        if self._in_preamble(item, whole):
            return 1
        quoted = self._quoted(items, i)
        if quoted:
            return quoted
        if item.label:
            self._labelled(item, item.label, items, i)
        else:
            self._unlabelled(items, i)
        return 1

    def _continues(self, item: _Item) -> bool:
        """True if a block goes on the unit before it: a page or a footnote came between."""
        if item.block.continues:
            return True
        last, text = self.units[-1], item.text.text
        if not text[:1].islower() or last.kind in (Kind.CELL, Kind.COVER) or last.text.text.endswith(_ENDED):
            return False
        if not last.text.text:
            return False
        turned = item.block.page is not None and item.block.page != last.page
        listed = last.kind in (Kind.POINT, Kind.INDENT) and last.text.text.endswith(",")
        return turned or not listed

    def _cell(self, item: _Item, cell: tuple[int, int, int]) -> None:
        table, row, column = cell
        if table not in self._tables:
            self._counts[self._container, Kind.TABLE] += 1
            number = self._counts[self._container, Kind.TABLE]
            prefix = f"{self._container}__" if self._container else ""
            self._tables[table] = f"{prefix}{Kind.TABLE}_{number}"
        text = item.text
        if item.label:
            text = Wording(item.label.printed).joined(text)
        parent = f"{self._tables[table]}__{Kind.ROW}_{row}"
        if self.units and self.units[-1].address == f"{parent}__{Kind.CELL}_{column}":
            self.units[-1].text = self.units[-1].text.joined(text)
        elif text.text:
            self._add(parent, Kind.CELL, str(column), "", text, item.block.page)

    def _numbered_heading(self, heading: headings.Heading, items: list[_Item], i: int) -> int:
        item = items[i]
        whole = item.text if item.label is None else Wording(item.label.printed).joined(item.text)
        label = whole.text[: heading.end].rstrip(" .:-–—") if whole.text[heading.end :].strip() else whole.text
        title = whole.after(heading.end)
        if title.text[:1] in "-–—:.":
            title = title.after(1)
        if heading.kind is Kind.ANNEX and self._repeats_annex(heading, title.text):
            return 1
        took = 1
        if not title.text and i + 1 < len(items) and self._is_title(heading.kind, items, i + 1):
            title, took = items[i + 1].text, 2
        unit = self._add(
            self._heading_parent(heading.kind), heading.kind, heading.number, label, title, item.block.page
        )
        self._levels.clear()
        self._preamble = ""
        self._article, self._article_owner = None, ""
        if heading.kind is Kind.ARTICLE:
            unit.subs = 0
            self._article, self._article_owner = unit, unit.address
        elif heading.kind is Kind.ANNEX:
            self._container = unit.address
            self._divisions.clear()
        else:
            self._divisions[heading.kind] = unit.address
            for deeper in _DIVISIONS[_DIVISIONS.index(heading.kind) + 1 :]:
                self._divisions.pop(deeper, None)
        return took

    def _repeats_annex(self, heading: headings.Heading, title: str) -> bool:
        """True for the running head of an annex that is open already."""
        return not title and self._container.partition("-")[0] == f"{Kind.ANNEX}_{heading.number}"

    def _is_title(self, kind: Kind, items: list[_Item], i: int) -> bool:
        item = items[i]
        text = item.text.text
        if item.label or item.block.cell or headings.numbered(text, self.languages):
            return False
        if kind is Kind.ANNEX:
            return headings.is_heading(item.block, text)
        followed = i + 1 < len(items) and not headings.numbered(items[i + 1].text.text, self.languages)
        return followed and headings.is_title(item.block, text)

    def _heading_parent(self, kind: Kind) -> str:
        """Articles are addressed without their chapter; a section hangs on its chapter, that on its title."""
        if kind is Kind.ANNEX:
            return ""
        if kind is not Kind.ARTICLE:
            for above in reversed(_DIVISIONS[: _DIVISIONS.index(kind)]):
                if above in self._divisions:
                    return self._divisions[above]
        return self._container

    def _in_preamble(self, item: _Item, whole: str) -> bool:
        """Place what stands before the articles of an act: citations, recitals, the formulas between."""
        page = item.block.page
        if headings.says("recitals_intro", whole, self.languages):
            self._preamble = "recitals"
        elif headings.begins("enacting_formula", whole, self.languages):
            self._preamble = ""
        elif item.label is None and headings.begins("citation", whole, self.languages) and self._article is None:
            self._preamble = "citations"
            self._close()
            self._add(self._container, Kind.CITATION, None, "", item.text, page)
            return True
        elif self._preamble == "citations" and item.label is None:
            self._add(self._container, Kind.CITATION, None, "", item.text, page)
            return True
        else:
            return False
        self._close()
        self._add(self._container, Kind.TEXT, None, "", item.text, page)
        return True

    def _close(self) -> None:
        self._levels.clear()
        self._article, self._article_owner = None, ""

    def _quoted(self, items: list[_Item], i: int) -> int:
        """Give text that is quoted to be inserted elsewhere to the unit that quotes it; how many blocks that took."""
        if not self._levels and self._article is None:
            return 0
        label = items[i].label
        opening = (label.printed if label else items[i].text.text)[:1]
        if opening not in _QUOTES or not self.units[-1].text.text.endswith(":"):
            return 0
        for j in range(i, min(len(items), i + _QUOTED_BLOCKS)):
            if items[j].text.text.rstrip(".;,· ").endswith(tuple(_QUOTES[opening])):
                for item in items[i : j + 1]:
                    text = item.text if item.label is None else Wording(item.label.printed).joined(item.text)
                    self._sub(text, item.block.page)
                return j - i + 1
        return 0

    def _sub(self, text: Wording, page: int | None) -> None:
        """Add a subparagraph to the unit that is open."""
        unit = self._levels[-1].unit if self._levels else self._article
        assert unit is not None  # asked for only where something is open
        unit.subs += 1
        sub = self._add(unit.address, Kind.SUBPARAGRAPH, str(unit.subs), "", text, page)
        owner = sub.address if unit.subs > 1 else unit.address
        if self._levels:
            self._levels[-1].owner = owner
        else:
            self._article_owner = owner

    def _labelled(self, item: _Item, label: Label, items: list[_Item], i: int) -> None:
        place = self._continued(label, items, i)
        if place:
            depth, reading = place
            level = self._levels[depth]
            del self._levels[depth + 1 :]
        else:
            reading = _first_reading(label)
            kind, parent = self._opened(label, reading)
            level = None
        if level:
            kind, parent = level.kind, level.parent
        number = None if kind is Kind.INDENT else f"{reading.number}{reading.letter}"
        unit = self._add(parent, kind, number, label.printed, item.text, item.block.page)
        if level:
            level.reading, level.unit, level.owner = reading, unit, unit.address
        else:
            self._levels.append(
                _Level(label.brackets, reading.script, kind, parent, reading, unit, unit.address, item.block.indent)
            )

    def _continued(self, label: Label, items: list[_Item], i: int) -> tuple[int, Reading] | None:
        """The open list that a label goes on with, by depth, and how the label is read there."""
        if label.levels:
            return None
        for leap in (1, _LEAP, _GAP):
            for depth in range(len(self._levels) - 1, -1, -1):
                level = self._levels[depth]
                if leap == _GAP and level.kind is not Kind.PARAGRAPH and level.kind is not Kind.RECITAL:
                    continue
                for reading in _readings_after(label, level):
                    if _follows(reading, level, leap) and not self._is_roman_one(label, reading, items, i):
                        return depth, reading
        return None

    def _is_roman_one(self, label: Label, reading: Reading, items: list[_Item], i: int) -> bool:
        """True if ``(i)`` behind ``(h)`` begins a list within it, for ``(ii)`` comes next."""
        if reading.script != "latin" or not any(r == Reading("roman", 1) for r in label.readings):
            return False
        following = next((item.label for item in items[i + 1 : i + 6] if item.label), None)
        return (
            following is not None and Reading("roman", 2) in following.readings and following.brackets == label.brackets
        )

    def _opened(self, label: Label, reading: Reading) -> tuple[Kind, str]:
        """The kind and the parent of the first unit of a list."""
        after_phrase = (bool(self.units) and self.units[-1].text.text.endswith((":", "·", ","))) or not self.units
        if label.is_bullet:
            return Kind.INDENT, self._hanger()
        if label.levels:
            return self._by_levels(label)
        if not label.is_number:
            return Kind.POINT, self._hanger()
        in_brackets = label.brackets == "()"
        if self._preamble == "recitals" or (self._recitals_by_number and self._article is None and in_brackets):
            self._levels.clear()
            return Kind.RECITAL, self._container
        if self._article is not None:
            if self._levels and (after_phrase or label.brackets != self._levels[0].brackets):
                return Kind.POINT, self._hanger()
            if not self._levels and after_phrase and self._article.subs:
                return Kind.POINT, self._hanger()
            self._levels.clear()
            return Kind.PARAGRAPH, self._article.address
        same = bool(self._levels) and label.brackets == self._levels[0].brackets
        if self._levels and not (same and not after_phrase) and (after_phrase or in_brackets or label.brackets == ")"):
            return Kind.POINT, self._hanger()
        if in_brackets and after_phrase and self.units and self.units[-1].kind is Kind.TEXT:
            return Kind.POINT, self._hanger()
        self._levels.clear()
        return Kind.PARAGRAPH, self._container

    def _by_levels(self, label: Label) -> tuple[Kind, str]:
        """The place of ``2.3.``: point 3 of paragraph 2, where that is open."""
        base = f"{self._article.address if self._article else self._container}"
        parent = f"{base}__{Kind.PARAGRAPH}_{label.levels[0]}" if base else f"{Kind.PARAGRAPH}_{label.levels[0]}"
        for level in label.levels[1:]:
            parent += f"__{Kind.POINT}_{level}"
        del self._levels[1:]
        if self._taken[parent]:
            return Kind.POINT, parent
        self._levels.clear()
        return Kind.PARAGRAPH, self._article.address if self._article else self._container

    def _hanger(self) -> str:
        """The unit on which a list hangs that begins now."""
        if self._levels:
            return self._levels[-1].owner
        if self._article is not None:
            return self._article_owner
        last = self.units[-1] if self.units else None
        if last and last.kind is Kind.TEXT and last.text.text.endswith((":", ",", "·")):
            return last.address
        return self._container

    def _unlabelled(self, items: list[_Item], i: int) -> None:
        item = items[i]
        text, page = item.text, item.block.page
        if headings.is_heading(item.block, text.text) and (self._article is None or not item.text.text.endswith(".")):
            self._levels.clear()
            if self._article is not None and item.block.heading is None and not item.block.centred:
                self._sub(text, page)
                return
            self._close()
            outline = labels.outline(text.text)
            shown = text.after(len(outline)) if outline else text
            self._add(self._container, Kind.HEADING, None, outline or "", shown, page)
            return
        if headings.begins("done_at", text.text, self.languages):
            self._close()
        plain = page is None and item.block.indent == 0
        if plain and self._article is None and _is_short_title(items, i) and (not self.units or _ended(self.units[-1])):
            self._close()
            self._add(self._container, Kind.HEADING, None, "", text, page)
            return
        self._settle(items, i)
        if self._levels or self._article is not None:
            self._sub(text, page)
        else:
            self._add(self._container, Kind.TEXT, None, "", text, page)

    def _settle(self, items: list[_Item], i: int) -> None:
        """Close the lists that a text without a label does not belong to.

        It belongs to a point where the list goes on behind it, or where it is set in as far as the point's own text.
        """
        if not self._levels:
            return
        block = items[i].block
        for following in items[i + 1 : i + 8]:
            if following.block.cell or headings.numbered(following.text.text, self.languages):
                break
            if following.label:
                place = self._continued(following.label, items, i)
                if place:
                    del self._levels[place[0] + 1 :]
                    return
                break
        while (
            self._levels
            and self._levels[-1].kind not in (Kind.PARAGRAPH, Kind.RECITAL)
            and block.indent <= self._levels[-1].indent + _SET_IN
        ):
            self._levels.pop()


_DIVISIONS = (Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION)


def notes(found: Iterable[Note]) -> tuple[tuple[Paragraph, ...], dict[str, list[Address]]]:
    """The footnotes as units, and the addresses of each label in order."""
    taken: Counter[str] = Counter()
    units: list[Paragraph] = []
    addresses: dict[str, list[Address]] = {}
    for note in found:
        text = Wording()
        for block in note.blocks:
            text = text.joined(wording(block.runs))
        stem = f"{Kind.FOOTNOTE}_{note.label if note.label.isdigit() else len(note.label)}"
        taken[stem] += 1
        address = Address(stem if taken[stem] == 1 else f"{stem}-{taken[stem]}")
        page = note.blocks[0].page if note.blocks else None
        units.append(Paragraph(address, Kind.FOOTNOTE, note.label, text.text, page=page, spans=text.spans))
        addresses.setdefault(note.label, []).append(address)
    return tuple(units), addresses


def _next(addresses: dict[str, list[Address]], label: str) -> Address | None:
    """The note that the next call of a label means: each in turn, the last for all further calls."""
    waiting = addresses.get(label)
    if not waiting:
        return None
    return waiting.pop(0) if len(waiting) > 1 else waiting[0]


def _item(block: Block) -> _Item:
    text = wording(block.runs)
    if block.label is not None:
        printed = block.label.strip()
        label = labels.read(f"{printed} ")
        if label:
            return _Item(block, text, label)
        return _Item(block, Wording(printed).joined(text) if printed else text, None)
    label = labels.read(text.text) if block.cell is None else None
    return _Item(block, text.after(label.end) if label else text, label)


def _is_ornament(text: str) -> bool:
    """True for a rule or stars between parts of a text."""
    return all(not c.isalnum() for c in text) or set(text.replace(" ", "")) <= {"o", "/", "_"}


def _has_unannounced_recitals(items: list[_Item], languages: tuple[str, ...]) -> bool:
    """True if numbers in brackets stand before the first article and nothing announces them."""
    for n, item in enumerate(items):
        if headings.says("recitals_intro", item.text.text, languages):
            return False
        heading = headings.numbered(item.text.text, languages) if item.label is None else None
        if heading and heading.kind is Kind.ARTICLE:
            return (
                sum(1 for other in items[:n] if other.label and other.label.brackets == "()" and other.label.is_number)
                > 1
            )
    return False


def _is_short_title(items: list[_Item], i: int) -> bool:
    """True if a text without any look is a heading: short, not a sentence, and a longer text follows."""
    text = items[i].text.text
    if i + 1 >= len(items) or not headings.is_short_title(text):
        return False
    following = items[i + 1]
    return following.label is not None or len(following.text.text) > len(text)


def _ended(unit: _Unit) -> bool:
    return unit.kind in (Kind.HEADING, Kind.COVER, Kind.ANNEX) or unit.text.text.endswith(_ENDED)


def _readings_after(label: Label, level: _Level) -> list[Reading]:
    """The ways to read a label within an open list; two letters may be one inserted behind the other: ``(ab)``."""
    if label.brackets != level.brackets:
        return []
    readings = [r for r in label.readings if r.script == level.script]
    if label.is_bullet or label.is_number:
        return readings
    letters = label.printed.strip("().")
    if len(letters) == 2 and level.script in ("latin", "greek", "cyrillic"):
        first, second = (labels.letter_readings(c) for c in letters)
        if first and second and first[0].number == level.reading.number:
            inserted = Reading(level.script, first[0].number, chr(ord("a") + second[0].number - 1))
            if second[0].number <= 26:
                return [*readings, inserted]
    return readings


def _follows(reading: Reading, level: _Level, leap: int) -> bool:
    if reading.script == "bullet":
        return True
    last = level.reading
    if reading.number == last.number:
        return reading.letter > last.letter
    return 0 < reading.number - last.number <= leap


def _first_reading(label: Label) -> Reading:
    return min(label.readings, key=lambda reading: reading.number)
