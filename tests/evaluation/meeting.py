"""Test of the capture line: a meeting of 200 lines, and the meaning of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_parser import CaptureContext, read
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary, build_vocabulary
from delegate_desk.core.meetings.meeting import PartialIntervention
from delegate_desk.core.positions.position import Stance

JUDGED = Path(__file__).parent / "meeting.txt"
HURRIED = JUDGED.with_name("hurried.txt")
GROUPS = {"Baltics": ("EE", "LV", "LT"), "V4": ("CZ", "HU", "PL", "SK"), "Benelux": ("BE", "LU", "NL")}


def conclusions() -> frozenset[str]:
    """The places of the paragraphs of item 2."""
    return frozenset([f"para_{n}" for n in range(1, 26)] + [f"para_7__point_{n}" for n in range(1, 11)])


def act() -> frozenset[str]:
    """The places of the units of item 3."""
    units = [f"rec_{n}" for n in range(1, 21)] + ["annex_1"] + [f"annex_1__para_{n}" for n in range(1, 6)]
    for article in (f"art_{n}" for n in range(1, 13)):
        units += [article, *(f"{article}__para_{n}" for n in (1, 2, 3))]
        units += [f"{article}__para_2__point_{n}" for n in (1, 2, 3)]
    return frozenset(units)


DOCUMENTS = {"2": conclusions(), "3": act()}


@dataclass
class Room:
    """The state of the meeting: who said what, about what."""

    words: CaptureVocabulary
    addresses: frozenset[str] = frozenset()
    at_hand: Address | None = None
    heard: dict[tuple[str, str], Stance] = field(default_factory=dict)
    last: dict[str, Stance] = field(default_factory=dict)
    previous: tuple[Stance, Address | None] | None = None

    def take(self, line: str) -> tuple[PartialIntervention, ...]:
        """Parse a line and record it."""
        reading = read(
            line,
            self.words,
            addresses=self.addresses,
            at_hand=self.at_hand,
            groups=GROUPS,
            earlier=CaptureContext(self.heard, self.last, self.previous),
        )
        for said in reading.interventions:
            if said.stance is None or said.conclusion:
                continue
            self.previous = said.stance, said.address
            for code in said.delegations:
                self.last[code] = said.stance
                if said.address:
                    self.heard[code, said.address] = said.stance
        return reading.interventions


@dataclass(frozen=True)
class Judgement:
    """A line, its meaning, and the result of parsing, both in the words of meeting.txt."""

    line: str
    meant: str
    understood: str
    kept: bool

    @property
    def is_right(self) -> bool:
        return self.meant == self.understood


def written(spoken: tuple[PartialIntervention, ...]) -> str:
    """The result of parsing, in the notation of meeting.txt."""
    return " ; ".join(_written(said) for said in spoken)


def _written(said: PartialIntervention) -> str:
    if not said.delegations:
        return "-"
    stance = said.stance.value if said.stance else "-"
    parts = [",".join(said.delegations), stance, said.address or "-", *(f'"{w}"' for w in said.wordings)]
    return " ".join([*parts, "concludes"] if said.conclusion else parts)


def judge(text: str) -> Iterator[Judgement]:
    """Process the lines of a meeting in order."""
    room = Room(build_vocabulary(paths.load_table("capture_words")))
    for line in text.splitlines():
        if line.startswith("# item "):
            room.addresses, room.at_hand = DOCUMENTS[line.split()[2]], None
        elif line.startswith("@ "):
            room.at_hand = None if line == "@ -" else Address(line[2:])
        elif " => " in line and not line.startswith("#"):
            typed, _, meant = line.rpartition(" => ")
            spoken = room.take(typed)
            yield Judgement(typed, meant.strip(), written(spoken), is_kept(typed, spoken))


def is_kept(typed: str, spoken: tuple[PartialIntervention, ...]) -> bool:
    """True if the line is recorded, and an unparsed line keeps all its words."""
    notes = [said.text for said in spoken if not said.delegations]
    return bool(spoken) and all(note.split() == typed.split() for note in notes)
