"""The structure of a text: the unit of each block, and its address (DESIGN.md section 3)."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from delegate_desk.core.documents.document import HEADINGS, Address, Kind, Paragraph
from delegate_desk.core.text import fold
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block, InlineText, wording
from delegate_desk.parsing.structure import addressed_units, block_labels, headings, preamble
from delegate_desk.parsing.structure.addressed_units import (
    LabelledBlock,
    ListLevel,
    Outline,
    Unit,
    below,
    place_in_lists,
)
from delegate_desk.parsing.structure.block_labels import Label
from delegate_desk.parsing.structure.column_tables import TrilogueRow
from delegate_desk.parsing.structure.preamble import Preamble

PAIRS = {
    "‘": "’",
    "“": "”",
    "«": "»",
    "»": "«»",
    "„": "“”",
    "‚": "‘’",
    "”": "”",
    "’": "’",
    '"': '"',
    "'": "'",
}
"""The closing mark of each opening one: Danish reverses the angles, Swedish and Finnish open as they close."""
_BEHIND = ".;,·: )"


def opens(text: str) -> str:
    """Return the quotation mark with which a text begins a quotation; empty if there is none."""
    opening = text.lstrip("[(")
    return opening[:1] if opening[:1] in PAIRS else ""


def left_open(text: str) -> int | None:
    """Return the start of a quotation after a colon in a text, if it does not end there; else None."""
    for index in range(len(text) - 1, 0, -1):
        if text[index] in PAIRS and text[:index].rstrip().endswith(":") and text[index + 1 :].strip(_BEHIND):
            return index if _depth(text[index:], text[index]) > 0 else None
    return None


def length(texts: Sequence[str], mark: str) -> int:
    """Return the number of blocks of a quotation that begins in the first of them; 0 if it never ends."""
    depth = 0
    for n, text in enumerate(texts, start=1):
        depth = _depth(text, mark, depth)
        if depth <= 0:
            return n
    return 0


def closes(text: str) -> int | None:
    """Return the place of a mark at a text's end that closes a quotation which began before the text; else None."""
    last = len(text.rstrip(_BEHIND)) - 1
    mark = text[last : last + 1]
    if not mark or (mark in PAIRS.get(mark, "") and mark not in "'’" and text.count(mark) % 2 == 0):
        return None
    depth = 0
    for index, character in enumerate(text[:last]):
        if character != mark and mark in PAIRS.get(character, ""):
            depth += 1
        elif character == mark and depth and not text[index + 1].isalnum():
            depth -= 1
    return last if not depth and any(mark in closing for closing in PAIRS.values()) else None


def _depth(text: str, mark: str, depth: int = 0) -> int:
    """Return the number of open quotations after a block, including those open before it.

    If opening and closing marks are alike, their number decides: an odd mark closes. An apostrophe closes nothing if it
    is in a word, or ends a word while no nested quotation is open.
    """
    closing = PAIRS[mark]
    last = len(text.rstrip(_BEHIND)) - 1
    if mark in closing:
        count = (
            sum(map(text.count, closing))
            if mark not in "'’"
            else (text[:1] == mark) + (last > 0 and text[last] == mark)
        )
        return (depth + count) % 2
    for index, character in enumerate(text):
        if character == mark:
            depth += 1
        elif character in closing and not text[index + 1 : index + 2].isalnum() and (index == last or depth > 1):
            depth -= 1
    return depth


_LEADERS = re.compile(r"(?:(?<!\.)(?<!\.\s)(?:\.\s?){5,}|(?<!…)(?<!…\s)(?:…\s?){2,}|(?<!_)_{5,}\s?)\d{1,4}$")
_PAGE = re.compile(r"\s\d{1,4}$")
_ENDS = (".", ";", ":", ",")
_FEWEST = 4
_MOST = 0.6
_LONGEST = 200


def contents_lines(found: Sequence[LabelledBlock], languages: tuple[str, ...]) -> frozenset[int]:
    """Return the indices of the blocks that are lines of a table of contents.

    Such a line has dots between its words and a page number; or several consecutive lines have the numbers and most of
    the words of later headings that are not consecutive, as in a file whose dots are drawn.
    """
    indices = {_key(item.full_text.text): n for n, item in enumerate(found)}
    lines = {n for n, item in enumerate(found) if _LEADERS.search(item.text.text)}
    run: list[int] = []
    targets: list[int | None] = []
    for n in range(len(found) + 1):
        entry = n < len(found) and _is_entry(found[n], languages)
        if not entry or n in targets:  # the first heading that a line names ends the table
            later = [target for target in targets if target is not None]
            is_apart = any(second - first > 1 for first, second in pairwise(later))
            if is_apart and later == sorted(later) and len(later) >= max(_FEWEST, _MOST * len(run)):
                lines.update(run)
            run, targets = [], []
        if entry:
            text = found[n].full_text.text
            places = (indices.get(_key(words), -1) for words in (text, _PAGE.sub("", text)))
            run.append(n)
            targets.append(next((place for place in places if place > n), None))
    return frozenset(lines)


def _is_entry(item: LabelledBlock, languages: tuple[str, ...]) -> bool:
    text = item.text.text
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return False
    if item.label is not None:
        return item.label.is_number
    heading = headings.parse(text, languages, item.block)
    return heading is not None and heading.kind is Kind.ANNEX


def _key(text: str) -> str:
    return fold(text[: _LONGEST + 20]).strip()


_DIVISIONS = (Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION)
_ENDED = (".", ";", ":", "!", "?", "·", "»", "”", '"', "’", ")", "]")
_FOLLOWING = 400
_AHEAD = 8
_SIGNATURES = 6
_NUMBER = re.compile(r"-?\d+")
_INTRODUCING = (Kind.TEXT, Kind.RECITAL, Kind.CITATION)


class Structure:
    """Builds a document's units from blocks in reading order."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Begin an empty document; words of these languages, its own first, may head its parts."""
        self._languages = languages
        self._outline = Outline()
        self._lists: list[ListLevel] = []  # those open, the outermost first
        self._container = ""  # the address of the open annex, parent of its units; empty before the first
        self._annex = ""
        self._divisions: dict[Kind, str] = {}  # those open
        self._tables: dict[int, str] = {}  # by the number given by the reader of the file
        self._cells: dict[str, Unit] = {}
        self._article: Unit | None = None
        self._article_owner = ""  # the article, or the subparagraph of it that a list would belong to now
        self._preamble = Preamble(languages)
        self._bracketed_recitals = False
        self._signing = 0  # how many more lines may be signatures, which look like headings

    def add_cover(self, blocks: Iterable[Block]) -> None:
        unit: Unit | None = None
        for block in blocks:
            text = wording(block.runs)
            if addressed_units.is_ornament(text.text):
                continue
            if unit is None:
                unit = self._outline.add("", Kind.COVER, text, block)
            else:
                unit.extend(text, block)

    def add(self, blocks: Iterable[Block]) -> None:
        found = addressed_units.items(blocks)
        self._bracketed_recitals = addressed_units.has_unannounced_recitals(found, self._languages)
        title, end, citation = preamble.title(found, self._languages)
        contents = contents_lines(found, self._languages)
        index = 0
        while index < len(found):
            if index in contents or end <= index < citation:
                self._outline.add(self._container, Kind.TEXT, found[index].full_text, found[index].block)
                index += 1
            elif title <= index < end:
                # an act's title is one heading; text in brackets below that is no date is another
                text, last = found[index].full_text, self._outline.last
                is_bracketed = text.text[:1] == "(" and not any(c.isdecimal() for c in text.text)
                if index == title or is_bracketed or last is None or last.kind is not Kind.HEADING:
                    self._outline.add(self._container, Kind.HEADING, text, found[index].block)
                else:
                    last.extend(text, found[index].block)
                index += 1
            else:
                index += self._place_block(found[index], found[index + 1 : index + 1 + _FOLLOWING])

    def add_rows(self, rows: Iterable[TrilogueRow]) -> dict[str, str]:
        """Add the rows of a four-column document; return their details for the document."""
        details: dict[str, str] = {}
        for row in rows:
            unit = self._outline.add("", Kind.ROW, row.title, row.block, number=row.number, label=row.number)
            details |= {f"{unit.address}.{name}": value for name, value in row.details.items() if value}
            for column, (text, blocks) in sorted(row.cells.items()):
                cell = self._outline.add(unit.address, Kind.CELL, text, None, number=str(column))
                for block in blocks:
                    cell.add_location(block)
        return details

    def paragraphs(self, notes: dict[str, list[Address]]) -> tuple[Paragraph, ...]:
        """Return the units in reading order, with references linked to the notes of each label."""
        return self._outline.paragraphs(notes)

    def _place_block(self, item: LabelledBlock, following: Sequence[LabelledBlock]) -> int:
        """Place one block, or several that belong together; return their number."""
        if item.block.cell:
            self._add_cell(item, item.block.cell)
            return 1
        last = self._outline.last
        if last and item.label is None and item.block.continues:
            last.extend(item.text, item.block)
            return 1
        heading = headings.parse(item.remaining, self._languages, item.block)
        unmarked_count = self._count_unmarked_quote(item, following, heading)
        if unmarked_count:
            return self._quote((item, *following)[:unmarked_count])
        if heading:
            return self._numbered_heading(heading, item, following)
        kind = self._preamble.place(item, following, last, in_article=self._article is not None)
        if kind:
            self._close()
            number = item.label.printed if item.label else ""
            self._outline.add(self._container, kind, item.text, item.block, label=number)
            return 1
        quote_count = self._add_quoted(item, following)
        if quote_count:
            return quote_count
        if last and item.label is None and _continues(item, last):
            last.extend(item.text, item.block)
            return 1
        label = item.label or self._capital(item)
        # letters that are a label only if a list continues with them: ``(ca)`` after ``(c)``
        inserted = label is not None and not label.is_number and all(reading.letter for reading in label.readings)
        if label and inserted and not place_in_lists(self._lists, label, following, item.block.indent):
            self._text(LabelledBlock(item.block, item.full_text, None), following)
        elif label:
            text = item.text if item.label else item.text.after(label.end)
            self._add_labelled(item, label, text, following)
        elif self._is_heading(item, following):
            self._close()
            number = block_labels.outline(item.text.text) or ""  # ``I.`` or ``A.``, which is not part of an address
            text = item.text.after(len(number))
            self._outline.add(self._container, Kind.HEADING, text, item.block, label=number)
        else:
            self._text(item, following)
        return 1

    def _add_cell(self, item: LabelledBlock, cell: tuple[int, int, int]) -> None:
        """Add the text of a table's cell, or append to it."""
        table, row, column = cell
        if table not in self._tables:
            number = self._outline.count(self._container, Kind.TABLE)
            self._tables[table] = below(self._container, f"{Kind.TABLE}_{number}")
        parent = below(self._tables[table], f"{Kind.ROW}_{row}")
        address = below(parent, f"{Kind.CELL}_{column}")
        if address in self._cells:
            self._cells[address].extend(item.full_text, item.block)
        elif item.full_text.text:
            unit = self._outline.add(parent, Kind.CELL, item.full_text, item.block, number=str(column))
            self._cells[address] = unit

    def _capital(self, item: LabelledBlock) -> Label | None:
        """Return the label ``A.`` if recitals or points are listed by capitals."""
        label = block_labels.capital(item.text.text)
        if label is None:
            return None
        is_recital = self._preamble.part == "recitals" or vocabulary.begins_formula(
            "recital", item.text.text[label.end :].strip(), self._languages
        )
        return label if is_recital or place_in_lists(self._lists, label, (), item.block.indent) else None

    def _numbered_heading(
        self, heading: headings.NumberedHeading, item: LabelledBlock, following: Sequence[LabelledBlock]
    ) -> int:
        full_text = item.full_text
        end = item.offset(heading.end)
        title = full_text.after(end)
        while title.text[:1] in tuple("-–—:.]"):
            title = title.after(1)
        label = item.remaining[: heading.end].rstrip(" :-–—") if title.text else item.remaining
        if heading.kind is Kind.ANNEX and not title.text and self._container and fold(label) == self._annex:
            return 1  # a running head of the open annex; ``ANNEX I`` within an ``ANNEX`` is another
        has_title = not title.text and self._is_title(heading.kind, following)
        if has_title:
            title = title.concatenate(following[0].text)  # a footnote referenced after the number belongs to it too
        self._close()
        self._preamble.leave()
        self._signing = 0
        # a section's parent is its chapter, a chapter's its title; an article has neither
        outer = _DIVISIONS[: _DIVISIONS.index(heading.kind)] if heading.kind in _DIVISIONS else ()
        parents = (self._divisions[kind] for kind in reversed(outer) if kind in self._divisions)
        parent = "" if heading.kind is Kind.ANNEX else next(parents, self._container)
        unit = self._outline.add(parent, heading.kind, title, item.block, number=heading.number, label=label)
        if has_title:
            unit.add_location(following[0].block)
        if heading.kind is Kind.ARTICLE:
            unit.subs = 0
            self._article, self._article_owner = unit, unit.address
        elif heading.kind is Kind.ANNEX:
            self._container, self._annex = unit.address, fold(unit.label)
            self._divisions.clear()
        else:
            for deeper in _DIVISIONS[_DIVISIONS.index(unit.kind) :]:
                self._divisions.pop(deeper, None)
            self._divisions[unit.kind] = unit.address
        return 2 if has_title else 1

    def _is_title(self, kind: Kind, following: Sequence[LabelledBlock]) -> bool:
        if not following or following[0].label or following[0].block.cell:
            return False
        text = following[0].text.text
        if headings.parse(text, self._languages):
            return False
        has_more = len(following) > 1
        headed = has_more and bool(headings.parse(following[1].full_text.text, self._languages, following[1].block))
        if kind is Kind.ARTICLE:
            return has_more and not headed and headings.is_title(following[0].block, text)
        titled = headed or (has_more and following[1].label is not None and headings.is_short_title(text))
        return headings.is_heading(following[0].block, text) or (titled and headings.is_title(following[0].block, text))

    def _close(self) -> None:
        self._lists.clear()
        self._article, self._article_owner = None, ""

    def _add_quoted(self, item: LabelledBlock, following: Sequence[LabelledBlock]) -> int:
        """Add text quoted for insertion elsewhere to the unit that quotes it; return the number of blocks."""
        last = self._outline.last
        if last is None or last.kind in HEADINGS or last.kind in (Kind.CELL, Kind.COVER):
            return 0
        text = last.text.text
        start = left_open(text)
        opening = [] if start is None else [text[start:]]
        mark = opening[0][0] if opening else opens(item.full_text.text) if text.rstrip().endswith(":") else ""
        if not mark:
            return 0
        count = length([*opening, *(block.full_text.text for block in (item, *following))], mark) - len(opening)
        return self._quote((item, *following)[: max(count, 0)])

    def _count_unmarked_quote(
        self, item: LabelledBlock, following: Sequence[LabelledBlock], heading: headings.NumberedHeading | None
    ) -> int:
        """Return the number of blocks quoted without marks in an amending article: from a heading after a colon on.

        They end where the article's list continues, or where the act's own next article begins after articles with
        other numbers; if neither comes, the heading is the act's own.
        """
        last, article = self._outline.last, self._article
        if article is None or last is None or last.kind in HEADINGS or not last.text.text.endswith(":"):
            return 0
        if heading is None and (item.label or not headings.is_heading(item.block, item.text.text)):
            return 0
        next_number = str(int(_NUMBER.findall(article.address.rpartition(f"{Kind.ARTICLE}_")[2])[0]) + 1)
        inner = False
        for n, block in enumerate((item, *following)):
            found = headings.parse(block.remaining, self._languages, block.block)
            if found and (found.kind is Kind.ANNEX or (found.kind is Kind.ARTICLE and found.number == next_number)):
                return n if inner else 0
            inner |= found is not None and found.kind is Kind.ARTICLE
            indent = block.block.indent
            if block.label and addressed_units.place_in_lists(self._lists, block.label, following[n:], indent):
                return n
        return 0

    def _quote(self, blocks: Sequence[LabelledBlock]) -> int:
        for inner in blocks:
            if inner.block.cell:
                self._add_cell(inner, inner.block.cell)
            else:
                self._sub(inner.full_text, inner.block)
        return len(blocks)

    def _sub(self, text: InlineText, block: Block) -> None:
        unit = self._lists[-1].unit if self._lists else self._article
        if unit is None:
            self._outline.add(self._container, Kind.TEXT, text, block)
            return
        unit.subs += 1
        sub = self._outline.add(unit.address, Kind.SUBPARAGRAPH, text, block, number=str(unit.subs))
        if self._lists:
            self._lists[-1].owner = sub.address
        else:
            self._article_owner = sub.address if unit.subs > 1 else unit.address

    def _add_labelled(
        self, item: LabelledBlock, label: Label, text: InlineText, following: Sequence[LabelledBlock]
    ) -> None:
        place = place_in_lists(self._lists, label, following, item.block.indent)
        level = None
        if place:
            depth, reading = place
            level = self._lists[depth]
            kind, parent = level.unit.kind, level.parent
            del self._lists[depth + 1 :]
        else:
            reading = min(label.readings, key=lambda reading: reading.number)  # ``(i)`` is 1 where it begins a list
            kind, parent = self._new_list(label)
        number = None if kind is Kind.INDENT else f"{reading.number}{reading.letter}"
        unit = self._outline.add(parent, kind, text, item.block, number=number, label=label.printed)
        self._preamble.numbered |= kind is Kind.RECITAL
        if level:
            level.add(reading, unit)
        else:
            self._lists.append(ListLevel(label, reading, parent, unit, unit.address, item.block.indent))

    def _new_list(self, label: Label) -> tuple[Kind, str]:
        if label.levels:
            return self._by_levels(label)
        if label.is_bullet:
            return Kind.INDENT, self._hanger()
        if self._preamble.part == "recitals" and not self._lists and not self._preamble.numbered:
            return Kind.RECITAL, self._container
        if not label.is_number or self._is_point(label):
            return Kind.POINT, self._hanger()
        self._lists.clear()
        if self._is_recital(label):
            return Kind.RECITAL, self._container
        return Kind.PARAGRAPH, self._article.address if self._article else self._container

    def _is_recital(self, label: Label) -> bool:
        unannounced = self._bracketed_recitals and self._article is None and label.brackets == "()"
        return self._preamble.part == "recitals" or unannounced

    def _is_point(self, label: Label) -> bool:
        """True if a number is a point's: after an introductory phrase, or below a number of another kind."""
        last = self._outline.last
        if last is None or (self._is_recital(label) and not self._lists):
            return False
        if self._lists:
            return last.introduces or label.brackets != self._lists[0].label.brackets
        if self._article is not None:
            text = last.text.text
            is_incomplete = text[-1:].isalnum() or text.endswith(("—", "–"))
            opened = last.kind is Kind.SUBPARAGRAPH and is_incomplete and label.readings[0].number == 1
            return (last.introduces or opened) and self._article.subs > 0
        return last.introduces and last.kind is Kind.TEXT and label.brackets == "()"

    def _by_levels(self, label: Label) -> tuple[Kind, str]:
        """Return the place of ``2.3.``: point 3 of paragraph 2, if that exists."""
        base = self._article.address if self._article else self._container
        parent = below(base, f"{Kind.PARAGRAPH}_{label.levels[0]}")
        top = self._lists[0] if self._lists else None
        if top and top.unit.kind is Kind.PARAGRAPH and top.reading.number == label.levels[0]:
            parent = top.unit.address
        for level in label.levels[1:]:
            parent = below(parent, f"{Kind.POINT}_{level}")
        del self._lists[1:]
        if parent in self._outline.taken:
            return Kind.POINT, parent
        self._lists.clear()
        return Kind.PARAGRAPH, base

    def _hanger(self) -> str:
        """Return the parent unit of a list that begins now."""
        if self._lists:
            return self._lists[-1].owner
        if self._article is not None:
            return self._article_owner
        last = self._outline.last
        return last.address if last and last.kind in _INTRODUCING and last.introduces else self._container

    def _is_heading(self, item: LabelledBlock, following: Sequence[LabelledBlock]) -> bool:
        """True if a block without a label is a heading."""
        block, text = item.block, item.text.text
        self._signing -= self._signing > 0
        if self._signing and block.heading is None and not text.isupper():
            return False
        if self._article is None and vocabulary.begins_formula("agenda_heading", text, self._languages):
            return headings.is_short_title(text.partition("(")[0].rstrip())
        if headings.is_heading(block, text):
            return self._article is None or block.heading is not None or block.centred
        plain = not block.boxes and block.indent == 0 and self._article is None
        if not plain or not following or not headings.is_short_title(text):
            return False
        last, later = self._outline.last, following[0]
        author = later.text.text.isupper() and later.text.text.endswith(",")  # of conclusions: ``THE COUNCIL,``
        longer = author or later.label is not None or len(later.text.text) > len(text)
        headed = last is None or last.kind in (Kind.HEADING, Kind.COVER, Kind.ANNEX)
        return longer and (headed or last is None or last.text.text.endswith(_ENDED))

    def _text(self, item: LabelledBlock, following: Sequence[LabelledBlock]) -> None:
        """Add text without a label: a subparagraph of the open unit, else a unit of its own."""
        if vocabulary.begins_formula("done_at", item.text.text, self._languages):
            self._close()
            self._signing = _SIGNATURES
        leads = item.text.text.endswith(":")
        labelled: Sequence[LabelledBlock] = ()  # from the first label on, unless a heading or a table precedes it
        for n, later in enumerate(following[:_AHEAD]):
            if later.block.cell or headings.parse(later.full_text.text, self._languages, later.block):
                break
            if later.label:
                labelled = following[n:]
                break
        addressed_units.close_unrelated(self._lists, item.block.indent, labelled, leads=leads)
        self._sub(item.text, item.block)


def _continues(item: LabelledBlock, last: Unit) -> bool:
    if item.block.continues or item.block.begins:
        return item.block.continues
    if not item.text.text[:1].islower() or not last.text.text or last.text.text.endswith(_ENDED):
        return False
    if last.kind in (Kind.CELL, Kind.COVER):
        return False
    is_new_page = item.block.page is not None and item.block.page != last.page
    in_list = last.kind in (Kind.POINT, Kind.INDENT) and last.text.text.endswith(",")
    return is_new_page or not in_list
