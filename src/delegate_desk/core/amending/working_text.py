"""The text of an act while amending instructions are applied: provisions are found by path, changed and renumbered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby, pairwise, takewhile
from typing import Any

from delegate_desk.core.amending.amended import Doubt, PathStep, ProvisionPath
from delegate_desk.core.documents.addresses import label_numbers, parent
from delegate_desk.core.documents.citations import printed_number
from delegate_desk.core.documents.document import HEADINGS, Address, Kind, Paragraph, Place
from delegate_desk.core.text import TYPOGRAPHY, fold
from delegate_desk.core.values import dataclass

COUNTED = frozenset({Kind.SUBPARAGRAPH, Kind.INDENT, Kind.TEXT})
"""Kinds of unit without a number of their own, which are counted."""
DIVISIONS = (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION)
_SEGMENT = re.compile(r"[a-z]+_(-?\d+)([a-z]*)(?:-\d+)?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[«“‘„(\"']?[^\W\d_a-zα-ωа-я])")
_SHORTENED = re.compile(r"(?<!\w)([^\W\d_]{1,3}|\d+)\.$")
_WHOLE = re.compile(r"(?<!\w)[^\W\d_]{2,3}(?!\w|\.(?!$))")
"""Matches a short word that is no abbreviation: without a full stop, or at the end of its unit."""
_DOTTED_NUMBERS = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "lt", "lv", "pl", "sk", "sl"})
"""Languages in which a full stop makes a number an ordinal."""
_INNER = {
    "„": ("‚", re.compile("‚([^‚‘]*)‘"), r"„\1“"),
    "«": ("“", re.compile("“([^“”]*)”"), r"«\1»"),
    "‘": ("“", re.compile("“([^“”]*)”"), r"‘\1’"),
}
"""By a quotation mark, that of a quotation within it, which an act without such ones has only in quoted new text."""
_OTHER_KIND = {Kind.POINT: Kind.PARAGRAPH, Kind.PARAGRAPH: Kind.POINT}
_NEW = 9000


class NotCertainError(Exception):
    """An instruction cannot be applied with certainty: whatever finds or changes text may raise it."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


INTRODUCED = (Kind.POINT, Kind.INDENT)


@dataclass(slots=True, eq=False)
class WorkingUnit:
    """A unit of the text.

    Attributes:
        base: Its address in the base act; None for new text.
        origins: The places in the amending acts that change it.
    """

    paragraph: Paragraph
    base: Address | None
    text: str
    label: str
    address: str
    origins: list[Place] = field(default_factory=list)
    is_deleted: bool = False
    is_renumbered: bool = False

    @property
    def kind(self) -> Kind:
        return self.paragraph.kind

    @property
    def is_changed(self) -> bool:
        return bool(self.origins)

    def state(self) -> tuple[Any, ...]:
        """Return all of its state that changes, for resetting."""
        return self.text, self.label, self.address, tuple(self.origins), self.is_deleted, self.is_renumbered

    def reset(self, state: tuple[Any, ...]) -> None:
        self.text, self.label, self.address, origins, self.is_deleted, self.is_renumbered = state
        self.origins = list(origins)


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """The provision that a path leads to: a unit with its descendants, or a part of it.

    Attributes:
        units: In order; a single unit for a heading or an introduction.
        part: ``""``, ``own`` for a unit without its further subparagraphs, ``title``, ``intro``, ``sentence``, or
            ``cell`` for the cells of a column.
        sentence: From 1; -1 for the last.
        sentences: Their number.
    """

    units: tuple[WorkingUnit, ...]
    part: str = ""
    sentence: int = 0
    sentences: int = 1


def _list_owner(outer: FoundProvision) -> str | None:
    """Return the parent address of a provision's list: for the first text of an article, the article's."""
    unit = outer.units[0]
    return parent(unit.address) if outer.part == "own" and unit.kind is Kind.SUBPARAGRAPH else unit.address


def number_key(address: str) -> tuple[int, str]:
    """Return the number and letter of an address's last segment, for sorting."""
    match = _SEGMENT.fullmatch(address.rpartition("__")[2])
    return (int(match[1]), match[2]) if match else (0, "")


class WorkingText:
    def __init__(self, units: Iterable[WorkingUnit], language: str) -> None:
        self.units = list(units)
        self._new = _NEW
        self._language = language
        self._whole = {word for unit in self.units for word in _WHOLE.findall(unit.text)}
        letters = {character for unit in self.units for character in unit.text}
        self._inner = next((pair for mark, pair in _INNER.items() if mark in letters and pair[0] not in letters), None)

    def in_own_marks(self, text: str) -> str:
        """Return new text with the quotation marks of the act, where ``“pilot”`` of an amending act is ``‘pilot’``."""
        return self._inner[1].sub(self._inner[2], text) if self._inner else text

    # Lookup

    def find(self, path: ProvisionPath) -> FoundProvision:
        """Return the only provision that a path names; ordinals count the units of the base act."""
        found: list[FoundProvision] = [FoundProvision(())]
        for step in path:
            found = [passage for outer in found for passage in self._step(outer, step)]
            if len(found) != 1:
                raise NotCertainError(Doubt.SEVERAL_PLACES if found else Doubt.NO_PLACE)
        if any(unit.is_deleted for unit in found[0].units[:1]):
            raise NotCertainError(Doubt.CHANGED)
        return found[0]

    def between(self, path: ProvisionPath) -> list[ProvisionPath]:
        """Return the provisions of a path whose last step is a range."""
        last = path[-1]
        if not last.until or last.kind == "sentence":
            return [path]
        if last.is_ordinal:
            positions = range(int(last.label), int(last.until) + 1) if last.until.isdecimal() else ()
            return [(*path[:-1], replace(last, label=str(n), until="")) for n in positions]
        first, final = (self.find((*path[:-1], PathStep(last.kind, label))) for label in (last.label, last.until))
        first_key, final_key = (number_key(passage.units[0].address) for passage in (first, final))
        siblings = self.children(parent(first.units[0].address) or "", first.units[0].kind)
        within = [unit for unit in siblings if first_key <= number_key(unit.address) <= final_key]
        return [(*path[:-1], PathStep(last.kind, printed_number(unit.label))) for unit in within]

    def _step(self, outer: FoundProvision, step: PathStep) -> Iterator[FoundProvision]:
        owner = outer.units[0] if outer.units else None
        # ``Artikel 4 Absatz 2`` where the article has no numbered paragraphs: German counts the others.
        is_counted_paragraph = (
            self._language == "de"
            and owner is not None
            and (owner.kind, step.kind) == (Kind.ARTICLE, Kind.PARAGRAPH)
            and not self.children(owner.address, Kind.PARAGRAPH)
        )
        if step.kind in ("title", "intro", "sentence"):
            yield from self._part(outer, step)
        elif step.kind == Kind.ROW:
            for row in self.rows(owner) if owner else ():
                if fold(row[0].text) == fold(step.label):
                    yield FoundProvision(tuple(row))
        elif step.kind == "column":
            yield from self._columns(outer, step)
        elif step.kind in (Kind.SUBPARAGRAPH, Kind.PARAGRAPH) and (step.is_ordinal or is_counted_paragraph):
            yield from self._nth(self._subparagraphs(owner), step)
        elif step.is_ordinal:
            base = (_list_owner(outer) or "") if owner else ""
            units = [unit for unit in self.children(base, Kind(step.kind)) if unit.base]
            yield from self._nth([FoundProvision(tuple(self.region(unit))) for unit in units], step)
        else:
            for unit in self._units_with_label(outer, Kind(step.kind), step.label):
                if unit.is_renumbered:
                    raise NotCertainError(Doubt.CHANGED)
                yield FoundProvision(tuple(self.region(unit)))

    def _columns(self, outer: FoundProvision, step: PathStep) -> Iterator[FoundProvision]:
        """Yield the cells of a column, by its number or its heading: of a row, or of each table of a provision."""
        cells = [unit for unit in outer.units if unit.kind is Kind.CELL and not unit.is_deleted]
        for table, group in groupby(cells, key=_table):
            first = next(unit for unit in self.units if unit.kind is Kind.CELL and _table(unit) == table)
            headings = [unit for unit in self.units if parent(unit.address) == parent(first.address)]
            columns = [number_key(heading.address)[0] for heading in headings if fold(heading.text) == fold(step.label)]
            numbers = [int(step.label)] if step.is_ordinal else columns
            within = tuple(cell for cell in group if [number_key(cell.address)[0]] == numbers)
            if within:
                yield FoundProvision(within, "cell")

    def _nth(self, passages: Sequence[FoundProvision], step: PathStep) -> Iterator[FoundProvision]:
        place = len(passages) - 1 if step.label == "last" else int(step.label) - 1 if step.label.isdecimal() else -1
        if 0 <= place < len(passages):
            yield passages[place]

    def _subparagraphs(self, owner: WorkingUnit | None) -> list[FoundProvision]:
        """Return the subparagraphs of a unit of the base act: the first is its own text, except for an article."""
        if owner is None:
            return []
        further = [unit for unit in self.children(owner.address, Kind.SUBPARAGRAPH) if unit.base]
        if owner.kind is Kind.ARTICLE and self.children(owner.address, Kind.PARAGRAPH):
            return []
        extents = [(unit, tuple(self.extent(unit))) for unit in further]
        found = [
            FoundProvision(extent, "own" if len(extent) > len(self.region(unit)) else "") for unit, extent in extents
        ]
        if owner.kind is Kind.ARTICLE:
            return found
        return [FoundProvision(tuple(self.own_part(owner)), "own" if further else ""), *found]

    def _units_with_label(self, outer: FoundProvision, kind: Kind, label: str) -> list[WorkingUnit]:
        owner = outer.units[0] if outer.units else None
        if kind in (Kind.ARTICLE, Kind.RECITAL) or owner is None:
            if kind in DIVISIONS:
                return _with_label([unit for unit in self.units if unit.kind is kind], label)
            annex = owner.address if owner is not None and owner.kind is Kind.ANNEX else ""
            return _with_label(self.children(annex, kind), label)
        if outer.part == "own" or (owner.kind in DIVISIONS[1:] and kind not in DIVISIONS):
            stem = _list_owner(outer) if outer.part == "own" else parent(owner.address)
            kinds = (kind,) if outer.part == "own" else (kind, _OTHER_KIND.get(kind, kind))
            units = [unit for unit in outer.units[1:] if unit.kind in kinds and parent(unit.address) == stem]
            return _with_label(units, label)
        found = _with_label(self.children(owner.address, kind), label)
        if kind in INTRODUCED:  # in any list of the provision
            subs = [unit for unit in self.children(owner.address, Kind.SUBPARAGRAPH) if not unit.is_deleted]
            found += [unit for sub in subs for unit in _with_label(self.children(sub.address, kind), label)]
        if not found and kind in _OTHER_KIND and not self.children(owner.address, kind):
            found = _with_label(self.children(owner.address, _OTHER_KIND[kind]), label)
        return found

    def _part(self, outer: FoundProvision, step: PathStep) -> Iterator[FoundProvision]:
        owner = outer.units[0] if outer.units else None
        if owner is None:
            raise NotCertainError(Doubt.PLACE)
        texts = [unit for unit in outer.units if unit.kind not in HEADINGS and not unit.is_deleted]
        if step.kind == "title":
            if owner.kind in HEADINGS:
                yield FoundProvision((owner,), "title")
        elif step.kind == "intro":
            introductions = [
                unit
                for unit, following in pairwise(texts)
                if following.kind in INTRODUCED and (unit is texts[0] or unit.kind not in INTRODUCED)
            ]
            if len(introductions) == 1 and not any(unit.kind is Kind.PARAGRAPH for unit in texts[1:]):
                yield FoundProvision((introductions[0],), "intro")
            elif texts:
                raise NotCertainError(Doubt.PLACE)
        elif len(texts) > 1:
            raise NotCertainError(Doubt.SENTENCE)
        elif texts:
            first, last = (-1 if label == "last" else int(label or 0) for label in (step.label, step.until))
            yield FoundProvision((texts[0],), "sentence", first, 1 + last - first if last else 1)

    def children(self, address: str, kind: Kind) -> list[WorkingUnit]:
        """Return the units directly below an address, in order, including deleted ones."""
        return [unit for unit in self.units if unit.kind is kind and (parent(unit.address) or "") == address]

    def siblings(self, unit: WorkingUnit) -> list[WorkingUnit]:
        """Return a unit and its siblings of the same kind, in order, without deleted ones; in an annex in its part."""
        found = [other for other in self.children(parent(unit.address) or "", unit.kind) if not other.is_deleted]
        annex = self.owner(unit)
        if unit.kind in DIVISIONS or annex is None or annex.kind is not Kind.ANNEX:
            return found
        index = self.units.index(unit)
        within = self.region(next(other for other in reversed(self.units[:index]) if other.kind in DIVISIONS))
        return [other for other in found if other in within]

    def rows(self, unit: WorkingUnit) -> list[list[WorkingUnit]]:
        """The cells of each row of a unit's tables, deleted ones left out."""
        cells = [other for other in self.region(unit) if other.kind is Kind.CELL and not other.is_deleted]
        return [list(row) for _, row in groupby(cells, key=lambda cell: parent(cell.address))]

    def owner(self, unit: WorkingUnit) -> WorkingUnit | None:
        """Return the unit directly above another."""
        address = parent(unit.address)
        return next((other for other in self.units if other.address == address), None) if address else None

    def region(self, unit: WorkingUnit) -> list[WorkingUnit]:
        """Return a unit with its descendants; a division extends to the next division that is no deeper."""
        start = self.units.index(unit)
        end = start + 1
        if unit.kind in DIVISIONS[1:]:
            ends = DIVISIONS[: DIVISIONS.index(unit.kind) + 1]
            while end < len(self.units) and self.units[end].kind not in ends:
                end += 1
        else:
            while end < len(self.units) and self.units[end].address.startswith(f"{unit.address}__"):
                end += 1
        return self.units[start:end]

    def extent(self, unit: WorkingUnit) -> list[WorkingUnit]:
        """Return the region of a unit; of the first text of an article, also the list whose parent is the article."""
        found = self.region(unit)
        article = parent(unit.address)
        if unit.address != f"{article}__{Kind.SUBPARAGRAPH}_1" or "__" in (article or ""):
            return found
        stems = tuple(f"{article}__{kind}_" for kind in INTRODUCED)
        following = self.units[self.units.index(unit) + 1 :]
        return [*found, *takewhile(lambda other: other.address.startswith(stems), following[len(found) - 1 :])]

    def own_part(self, unit: WorkingUnit) -> list[WorkingUnit]:
        """Return a unit's first subparagraph, with its list."""
        subs = f"{unit.address}__{Kind.SUBPARAGRAPH}_"
        return [other for other in self.region(unit) if not other.address.startswith(subs)]

    # Changes

    def remove(self, units: Iterable[WorkingUnit], origin: Place) -> None:
        for unit in units:
            unit.is_deleted = True
            unit.origins.append(origin)

    def new_number(self) -> int:
        """A number for a unit that is counted in the end."""
        self._new += 1
        return self._new

    def insert(self, after: WorkingUnit | None, new: Sequence[Paragraph], origin: Place) -> list[WorkingUnit]:
        """Insert units after a unit and its descendants; counted ones get numbers of their own."""
        index = self.units.index(after) + 1 if after else 0
        renamed: dict[str, str] = {}
        added = []
        for paragraph in new:
            address = str(paragraph.address)
            stem = parent(address)
            if paragraph.kind in COUNTED and stem not in {str(other.address) for other in new}:
                renamed[address] = f"{f'{stem}__' if stem else ''}{paragraph.kind}_{self.new_number()}"
            for old, new_address in renamed.items():
                if address == old or address.startswith(f"{old}__"):
                    address = f"{new_address}{address[len(old) :]}"
            added.append(WorkingUnit(paragraph, None, paragraph.text, paragraph.label, address, [origin]))
        self.units[index:index] = added
        return added

    def renumber(self, unit: WorkingUnit, label: str, origin: Place) -> None:
        """Change the number of a unit and the addresses below it."""
        old, number = unit.address, label_numbers(label)[0]
        stem = old[: old.rindex("_") + 1]
        new_address = f"{stem}{number}"
        for inner in self.region(unit):
            inner.address = f"{new_address}{inner.address[len(old) :]}"
        number_text = printed_number(unit.label)
        unit.label = unit.label.replace(number_text, label) if number_text else unit.label
        unit.is_renumbered = True
        unit.origins.append(origin)

    def reword(
        self, passage: FoundProvision, old: str, new: str, origin: Place, *, after: bool | None = None
    ) -> WorkingUnit:
        """Replace words, or insert words after or before them, if they occur once."""
        if passage.part == "sentence":
            unit = passage.units[0]
            parts, index = self._sentence(passage)
            if len(_places(parts[index], old)) != 1:
                raise NotCertainError(Doubt.SEVERAL_WORDS if _places(parts[index], old) else Doubt.NO_WORDS)
            parts[index] = _replace_words(parts[index], old, new, after=after)
            unit.text = " ".join(parts)
        else:
            # The unit in which the words occur once, both now and in the base act.
            alive = [unit for unit in passage.units if not unit.is_deleted]
            if passage.part == "title":
                alive = alive[:1]
            found = [(unit, len(_places(unit.text, old))) for unit in alive]
            total = sum(count for _, count in found)
            base_count = sum(len(_places(unit.paragraph.text, old)) for unit in passage.units if unit.base)
            if base_count > 1:
                raise NotCertainError(Doubt.SEVERAL_WORDS)
            if total != 1 or base_count != 1:
                raise NotCertainError(Doubt.CHANGED if total or base_count else Doubt.NO_WORDS)
            unit = next(unit for unit, count in found if count)
            unit.text = _replace_words(unit.text, old, new, after=after)
        unit.origins.append(origin)
        return unit

    def reword_all(self, passages: Iterable[FoundProvision], old: str, new: str, origin: Place) -> list[WorkingUnit]:
        """Replace words wherever they occur, also with a capital at the beginning of a sentence; the units changed."""
        alive = dict.fromkeys(unit for passage in passages for unit in passage.units if not unit.is_deleted)
        found = {unit: places for unit in alive if (places := _places(unit.text, old, any_case=True))}
        if not found or any(passage.part == "sentence" for passage in passages):
            raise NotCertainError(Doubt.NO_WORDS if not found else Doubt.SENTENCE)
        if any(unit.is_changed for unit in found):
            raise NotCertainError(Doubt.CHANGED)
        for unit, places in found.items():
            for start in reversed(places):
                occurrence = unit.text[start : start + len(old)]
                if _level(occurrence[1:]) != _level(old[1:]):  # all in capitals
                    raise NotCertainError(Doubt.SEVERAL_WORDS)
                cased = new[:1].upper() if occurrence[0].isupper() else new[:1].lower()
                text = new if occurrence[0] == old[0] else cased + new[1:]
                unit.text = _join_words(unit.text[:start], text, unit.text[start + len(old) :])
            unit.origins.append(origin)
        return list(found)

    def set_sentence(self, passage: FoundProvision, new: str, origin: Place, *, insert: bool = False) -> WorkingUnit:
        """Replace a sentence, delete it with an empty text, or insert another after it; 0 inserts after the last."""
        unit = passage.units[0]
        if passage.sentence:
            parts, index = self._sentence(passage)
            parts[index : index + passage.sentences] = [parts[index], new] if insert else [new] if new else []
        else:
            parts = [unit.text, new]
        unit.text = " ".join(parts)
        unit.origins.append(origin)
        return unit

    def _sentence(self, passage: FoundProvision) -> tuple[list[str], int]:
        """Return the sentences of a unit and the index among them of one that is unchanged from the base act."""
        unit = passage.units[0]
        parts, old_parts = self._sentences(unit.text), self._sentences(unit.paragraph.text)
        index = (len(parts) if passage.sentence < 0 else passage.sentence) - 1
        if index + passage.sentences > len(old_parts):
            raise NotCertainError(Doubt.NO_PLACE)
        if unit.is_changed and (len(parts) != len(old_parts) or parts[index] != old_parts[index]):
            raise NotCertainError(Doubt.CHANGED)
        return parts, index

    def _sentences(self, text: str) -> list[str]:
        """Return the sentences of a text, if no full stop within it may belong to an abbreviation."""
        parts = _SENTENCE.split(text)
        for part in parts[:-1]:
            short = _SHORTENED.search(part)
            if short and (self._language in _DOTTED_NUMBERS if short[1].isdecimal() else short[1] not in self._whole):
                raise NotCertainError(Doubt.SENTENCE)
        return parts

    def recount(self) -> None:
        """Count the units without a number of their own again after insertions and deletions."""
        touched = {
            (parent(unit.address) or "", unit.kind)
            for unit in self.units
            if unit.kind in COUNTED and (unit.is_deleted or unit.base is None)
        }
        cells = [unit for unit in self.units if unit.kind is Kind.CELL]
        tables = {_table(unit) for unit in cells if unit.is_deleted or unit.base is None}
        self.units = [unit for unit in self.units if not unit.is_deleted]
        for table in tables:
            alive = (cell for cell in cells if not cell.is_deleted and _table(cell) == table)
            for number, (_, row) in enumerate(groupby(alive, key=lambda cell: parent(cell.address)), start=1):
                for cell in row:
                    cell.address = f"{table}__{Kind.ROW}_{number}__{cell.address.rpartition('__')[2]}"
        for stem, kind in sorted(touched, key=lambda pair: pair[0].count("__")):
            owner = next((unit for unit in self.units if unit.address == stem), None)
            groups = [(unit, self.region(unit)) for unit in self.children(stem, kind)]
            for number, (unit, region) in enumerate(groups, start=first_number(kind, owner)):
                old, new_address = unit.address, f"{f'{stem}__' if stem else ''}{kind}_{number}"
                for inner in region:
                    inner.address = f"{new_address}{inner.address[len(old) :]}"


def top_addresses(new: Sequence[Paragraph]) -> list[str]:
    """The addresses of units that hang on no other of these, in order."""
    found: list[str] = []
    for paragraph in new:
        if not any(paragraph.address.startswith(f"{top}__") for top in found):
            found.append(str(paragraph.address))
    return found


def is_sibling(address: str, stem: str, kind: Kind) -> bool:
    return (parent(address) or "") == stem and address.rpartition("__")[2].partition("_")[0] == kind


def has_numbers(keys: Sequence[tuple[int, str]], labels: Sequence[str]) -> bool:
    return len(keys) == len(labels) and all(
        "{}{}".format(*key) in label_numbers(label) or _letters(label) == key
        for key, label in zip(keys, labels, strict=True)
    )


def _letters(label: str) -> tuple[int, str]:
    """Return the key of two letters of which the second marks an inserted point: ``aa``."""
    numbers = [label_numbers(letter) for letter in label.strip("() ")]
    if len(numbers) != 2 or not all(numbers):
        return (0, "")
    last = int(numbers[1][-1])
    return (int(numbers[0][-1]), chr(ord("a") + last - 1)) if 0 < last <= 26 else (0, "")


def first_number(kind: Kind, outer: WorkingUnit | None) -> int:
    """Return the number of the first unit of a kind that is counted: the text of a unit is its first subparagraph."""
    return 2 if kind is Kind.SUBPARAGRAPH and outer is not None and outer.kind is not Kind.ARTICLE else 1


def _table(cell: WorkingUnit) -> str | None:
    return parent(parent(cell.address) or "")


def working_units(paragraphs: Iterable[Paragraph]) -> Iterator[WorkingUnit]:
    for paragraph in paragraphs:
        plain = replace(paragraph, marked=paragraph.text, spans=(), calls=())
        yield WorkingUnit(plain, paragraph.address, plain.text, paragraph.label, str(paragraph.address))


def _with_label(units: Sequence[WorkingUnit], label: str) -> list[WorkingUnit]:
    """Return the units with a label as printed; if there are none, those with its number."""
    folded = fold(label)
    matching = [unit for unit in units if fold(printed_number(unit.label)).replace(" ", "") == folded.replace(" ", "")]
    if matching:
        return matching
    numbers = label_numbers(label)
    if numbers and numbers[0].isdecimal() and not folded.isdecimal() and folded[:1].isdecimal():
        return []  # ``5aa``, of which only the 5 was understood
    return [unit for unit in units if "{}{}".format(*number_key(unit.address)) in numbers]


def _level(text: str) -> str:
    return "".join(" " if c.isspace() else TYPOGRAPHY.get(c, c) for c in text)


def _places(text: str, words: str, *, any_case: bool = False) -> list[int]:
    """Return the offsets of whole words in a text, ignoring the shape of quotation marks, dashes and spaces."""
    level = _level(words)
    head = r"(?<!\w)" if level[:1].isalnum() else ""
    tail = r"(?!\w)" if level[-1:].isalnum() else ""
    flags = re.IGNORECASE if any_case else re.NOFLAG
    return [match.start() for match in re.finditer(head + re.escape(level) + tail, _level(text), flags)]


def _replace_words(text: str, old: str, new: str, *, after: bool | None) -> str:
    """Return a text with words replaced if they occur once, or with words inserted after or before them."""
    start = _places(text, old)[0]
    end = start + len(old)
    if after is None:
        return _join_words(text[:start], new, text[end:])
    cut = end if after else start
    return _join_words(text[:cut], new, text[cut:], spaced=True)


def _join_words(before: str, new: str, after: str, *, spaced: bool = False) -> str:
    """Join words between two pieces of text, with single spaces; a following punctuation mark stays at its word.

    Words deleted between two commas, or between a comma and the end of a sentence, take the first comma with them.
    """
    if spaced and new:
        left = "" if not before or before[-1].isspace() or before[-1] in "(«‘“" or new[0] in ",;.)" else " "
        right = "" if not after or after[0].isspace() or after[0] in ",;.:)»’”·" else " "
        return f"{before}{left}{new}{right}{after}"
    if not new:
        if before.rstrip().endswith(",") and after.lstrip()[:1] in (",", ";", ".", ":", "·"):
            return before.rstrip()[:-1].rstrip() + after.lstrip()
        if before.endswith(" ") and (after[:1].isspace() or after[:1] in (",", ";", ".", ":", ")", "·", "")):
            before = before[:-1]
        return (before + after).strip() if before.strip() else after.lstrip()
    return f"{before}{new}{after}"
