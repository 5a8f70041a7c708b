"""Result of a command, or the reason why it cannot be understood."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class CommandResult:
    """Result of a command.

    Attributes:
        data: Output with ``--json``.
        lines: Output without it.
        reasons: One line for each rejected item; with any, the exit status is 1.
    """

    data: dict[str, Any]
    lines: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class UsageError(Exception):
    """The command was given what it cannot mean."""
