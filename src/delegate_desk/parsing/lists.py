"""The lists that are open while a text is read: numbered paragraphs, points in any script, indents."""

from collections.abc import Sequence
from dataclasses import dataclass

from delegate_desk.core.documents import Kind
from delegate_desk.parsing import labels
from delegate_desk.parsing.items import Item
from delegate_desk.parsing.labels import Label, Reading
from delegate_desk.parsing.outline import Unit

_GAP = 10  # paragraphs left out of an excerpt
_LEAP = 3  # points left out of a list
_SET_IN = 8.0  # points by which a text stands further in than another
_AHEAD = 6
_ALPHABET = 26


@dataclass(slots=True)
class Level:
    """An open list.

    Attributes:
        parent: The unit on which its own units hang.
        reading: How the label of its last unit is read.
        owner: Its last unit, or the subparagraph of that on which a list would hang now.
        indent: Of its first unit.
    """

    label: Label
    reading: Reading
    kind: Kind
    parent: str
    unit: Unit
    owner: str
    indent: float


class Lists:
    """The open lists, the outermost first."""

    def __init__(self) -> None:
        self.levels: list[Level] = []

    def __bool__(self) -> bool:
        return bool(self.levels)

    @property
    def deepest(self) -> Level:
        return self.levels[-1]

    def close(self) -> None:
        """Close all."""
        self.levels.clear()

    def begin(self, label: Label, reading: Reading, parent: str, unit: Unit, indent: float) -> None:
        """Open a list with its first unit."""
        self.levels.append(Level(label, reading, unit.kind, parent, unit, unit.address, indent))

    def go_on(self, depth: int, reading: Reading, unit: Unit) -> None:
        """Go on with a list: those within it are closed."""
        del self.levels[depth + 1 :]
        level = self.levels[depth]
        level.reading, level.unit, level.owner = reading, unit, unit.address

    def place(self, label: Label, following: Sequence[Item]) -> tuple[int, Reading] | None:
        """The open list that a label goes on with, by depth, and how the label is read there."""
        if label.levels:
            return None
        for leap in (1, _LEAP, _GAP):
            for depth in range(len(self.levels) - 1, -1, -1):
                level = self.levels[depth]
                if leap == _GAP and level.kind not in (Kind.PARAGRAPH, Kind.RECITAL):
                    continue
                for reading in _readings_within(label, level):
                    if _follows(reading, level.reading, leap) and not _begins_roman(label, reading, following):
                        return depth, reading
        return None

    def settle(self, indent: float, following: Sequence[Item]) -> None:
        """Close the lists that a text without a label does not belong to.

        It belongs to a point where the list goes on behind it, or where it is set in as far as the point's own text.
        """
        label = following[0].label if following else None
        found = self.place(label, following[1:]) if label else None
        if found:
            del self.levels[found[0] + 1 :]
            return
        while self.levels and self.deepest.kind not in (Kind.PARAGRAPH, Kind.RECITAL):
            if indent > self.deepest.indent + _SET_IN:
                break
            self.levels.pop()


def first_reading(label: Label) -> Reading:
    """How a label is read that begins a list: as the lower number, so that ``(i)`` is 1."""
    return min(label.readings, key=lambda reading: reading.number)


def _readings_within(label: Label, level: Level) -> list[Reading]:
    """The ways to read a label within an open list; two letters may be one inserted behind the other: ``(ab)``."""
    if label.brackets != level.label.brackets:
        return []
    readings = [reading for reading in label.readings if reading.script == level.reading.script]
    letters = label.printed.strip("().")
    if len(letters) == 2 and level.reading.script in ("latin", "greek", "cyrillic"):
        first, second = (labels.letter_readings(letter) for letter in letters)
        if first and second and first[0].number == level.reading.number and second[0].number <= _ALPHABET:
            readings.append(Reading(level.reading.script, first[0].number, chr(ord("a") + second[0].number - 1)))
    return readings


def _follows(reading: Reading, last: Reading, leap: int) -> bool:
    if reading.script == "bullet":
        return True
    if reading.number == last.number:
        return reading.letter > last.letter
    return 0 < reading.number - last.number <= leap


def _begins_roman(label: Label, reading: Reading, following: Sequence[Item]) -> bool:
    """True if ``(i)`` behind ``(h)`` begins a list within it, for ``(ii)`` comes next."""
    if reading.script != "latin" or Reading("roman", 1) not in label.readings:
        return False
    after = next((item.label for item in following[:_AHEAD] if item.label), None)
    return after is not None and after.brackets == label.brackets and Reading("roman", 2) in after.readings
