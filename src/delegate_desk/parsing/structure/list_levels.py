"""The lists that are open while a text is read: numbered paragraphs, points in any script, indents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing.structure import block_labels
from delegate_desk.parsing.structure.addressed_units import LabelledBlock, Unit
from delegate_desk.parsing.structure.block_labels import Label, LabelReading

_GAP = 10  # paragraphs left out of an excerpt
_LEAP = 3  # points left out of a list
_SET_IN = 8.0  # points by which a text stands further in than another
_AHEAD = 6
_ALPHABET = 26
_TITLE_LENGTH = 150
_DIVIDES = re.compile(r"[;,·](?:\s[^\W\d_]{1,5})?$")  # a word for and, or, may stand behind


@dataclass(slots=True)
class ListLevel:
    """An open list.

    Attributes:
        parent: The unit on which its own units hang.
        reading: How the label of its last unit is read.
        owner: Its last unit, or the subparagraph of that on which a list would hang now.
        indent: Of its first unit.
        divided: True if a unit before its last ends with a semicolon or a comma.
        is_first: True while it has one unit.
        titled: True if a unit before its last has text under a title without a full stop.
    """

    label: Label
    reading: LabelReading
    kind: Kind
    parent: str
    unit: Unit
    owner: str
    indent: float
    divided: bool = False
    is_first: bool = True
    titled: bool = False

    def read_as(self, script: str) -> LabelReading | None:
        """The reading of the last label in a script: its own, or that of letters that look alike at the beginning."""
        if script == self.reading.script:
            return self.reading
        if script not in ("greek", "cyrillic") or self.reading.script != "latin":
            return None
        return next((other for other in self.label.readings if other.script == script), None) if self.is_first else None

    @property
    def is_ended(self) -> bool:
        """True if its last unit ends with a full stop after others that did not."""
        return self.divided and self.unit.text.text.endswith(".")


class OpenLists:
    """The open lists, the outermost first."""

    def __init__(self) -> None:
        self.levels: list[ListLevel] = []

    def __bool__(self) -> bool:
        return bool(self.levels)

    @property
    def deepest(self) -> ListLevel:
        return self.levels[-1]

    def close(self) -> None:
        """Close all."""
        self.levels.clear()

    def open_list(self, label: Label, reading: LabelReading, parent: str, unit: Unit, indent: float) -> None:
        """Open a list with its first unit."""
        self.levels.append(ListLevel(label, reading, unit.kind, parent, unit, unit.address, indent))

    def continue_list(self, depth: int, reading: LabelReading, unit: Unit) -> None:
        """Go on with a list: those within it are closed."""
        del self.levels[depth + 1 :]
        level = self.levels[depth]
        level.titled = level.titled or (level.unit.subs > 1 and _is_title(level.unit))
        level.divided = level.divided or bool(_DIVIDES.search(level.unit.text.text))
        level.reading, level.unit, level.owner, level.is_first = reading, unit, unit.address, False

    def place(
        self, label: Label, following: Sequence[LabelledBlock], indent: float = 0.0
    ) -> tuple[int, LabelReading] | None:
        """Return the depth of the open list that a label continues, and the reading of the label there.

        If several lists could continue, the deepest does; or the list with the label's indent, or the outer list if
        the inner list has come to its end.
        """
        if label.levels:
            return None
        for leap in (1, _LEAP, _GAP):
            found = []
            for depth in range(len(self.levels) - 1, -1, -1):
                level = self.levels[depth]
                if leap == _GAP and level.kind not in (Kind.PARAGRAPH, Kind.RECITAL):
                    continue
                for reading in _readings_within(label, level):
                    last = level.read_as(reading.script)
                    if last and _follows(reading, last, leap) and not _begins_roman(label, reading, following):
                        found.append((depth, reading))
                        break
            if found:
                return self._nearest(label, found, indent)
        return None

    def _nearest(
        self, label: Label, found: Sequence[tuple[int, LabelReading]], indent: float
    ) -> tuple[int, LabelReading] | None:
        depth = found[0][0]
        if label.is_bullet and indent > self.levels[depth].indent + _SET_IN:
            return None
        level = self.levels[depth]
        outside = [place for place in found[1:] if abs(self.levels[place[0]].indent - level.indent) > _SET_IN]
        if outside and abs(level.indent - indent) <= _SET_IN:
            return found[0]
        for place in outside:
            if abs(self.levels[place[0]].indent - indent) <= _SET_IN:
                return place
        return found[1] if len(found) > 1 and level.is_ended else found[0]

    def close_unrelated(self, indent: float, following: Sequence[LabelledBlock]) -> None:
        """Close the lists that a text without a label does not belong to.

        It belongs to a point where the list goes on behind it, where it is set in as far as the point's own text, or
        where the point is a title as those before it are, or bears the numbers of a section: ``1.1.``.
        """
        if self.levels and (self.deepest.label.levels or (self.deepest.titled and _is_title(self.deepest.unit))):
            return
        label = following[0].label if following else None
        found = self.place(label, following[1:], following[0].block.indent) if label else None
        if found:
            del self.levels[found[0] + 1 :]
            return
        while self.levels and self.deepest.kind not in (Kind.PARAGRAPH, Kind.RECITAL):
            if indent > self.deepest.indent + _SET_IN:
                break
            self.levels.pop()


def _is_title(unit: Unit) -> bool:
    text = unit.text.text
    return bool(text) and len(text) <= _TITLE_LENGTH and text[-1].isalnum()


def first_reading(label: Label) -> LabelReading:
    """Reading of a label that begins a list: the lowest number, so that ``(i)`` is 1."""
    return min(label.readings, key=lambda reading: reading.number)


def _readings_within(label: Label, level: ListLevel) -> list[LabelReading]:
    """The ways to read a label within an open list; two letters may be one inserted behind the other: ``(ab)``."""
    if label.brackets != level.label.brackets:
        return []
    readings = [reading for reading in label.readings if level.read_as(reading.script)]
    letters = label.printed.strip("().")
    if len(letters) == 2 and level.reading.script in ("latin", "greek", "cyrillic"):
        first, second = (block_labels.letter_readings(letter) for letter in letters)
        if first and second and first[0].number == level.reading.number and second[0].number <= _ALPHABET:
            readings.append(LabelReading(level.reading.script, first[0].number, chr(ord("a") + second[0].number - 1)))
    return readings


def _follows(reading: LabelReading, last: LabelReading, leap: int) -> bool:
    if reading.script == "bullet":
        return True
    if reading.number == last.number:
        return reading.letter > last.letter
    step = reading.number - last.number
    return 0 < step - (last.number < 0 < reading.number) <= leap  # there is no 0 between -1 and 1


def _begins_roman(label: Label, reading: LabelReading, following: Sequence[LabelledBlock]) -> bool:
    """True if ``(i)`` behind ``(h)`` begins a list within it, for ``(ii)`` comes next."""
    if reading.script == "roman" or LabelReading("roman", 1) not in label.readings:
        return False
    after = next((item.label for item in following[:_AHEAD] if item.label), None)
    return after is not None and after.brackets == label.brackets and LabelReading("roman", 2) in after.readings
