"""People: who writes in a library."""

from datetime import datetime
from typing import NewType

from delegate_desk.core.values import dataclass

PersonId = NewType("PersonId", str)

LONGEST_NAME = 100
"""How many characters a name may have."""


@dataclass(frozen=True, slots=True)
class Person:
    """Author of notes and position entries.

    Attributes:
        id: A UUID, made with the library: the same person has it on every computer.
        name: As they call themselves; may be empty.
        delegation: A code such as ``EL``; may be empty.
    """

    id: PersonId
    name: str = ""
    delegation: str = ""
    is_own: bool = False

    @property
    def display_name(self) -> str:
        """Display name: the name, else the delegation; empty if neither is given."""
        return self.name or self.delegation

    @property
    def own_description(self) -> tuple[str, str]:
        return self.name, self.delegation


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person, with how much of theirs is here.

    Attributes:
        notes: How many annotations.
        last_seen: When they last sent something, in UTC; None for one of whom only others sent something, and for ours.
    """

    person: Person
    notes: int = 0
    position_entries: int = 0
    last_seen: datetime | None = None


def clean_name(typed: str) -> str:
    """A name as it is kept: one line, nothing unprintable, of at most ``LONGEST_NAME`` characters."""
    line = "".join(c if c.isprintable() else " " for c in typed)
    return " ".join(line.split())[:LONGEST_NAME].strip()
