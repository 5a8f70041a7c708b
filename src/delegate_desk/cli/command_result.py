"""What a command has to say, or why it cannot be understood."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Answer:
    """What a command has to say.

    Attributes:
        data: What ``--json`` prints.
        lines: What is printed without it.
        reasons: One line for each thing that was refused; with any, the exit status is 1.
    """

    data: dict[str, Any]
    lines: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class UsageError(Exception):
    """The command was given what it cannot mean."""
