"""Result of a command, or the reason why there is none."""

from dataclasses import dataclass, field
from typing import Any

from delegate_desk.core import errors
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import errors as library_errors


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


_HINTS: dict[type[DeskError], str] = {
    errors.AmbiguousLanguageError: "Choose one with --language.",
    errors.LibraryDamagedError: "To recover it: delegate-desk check --repair.",
    library_errors.LibraryLockedError: "Set DELEGATE_DESK_PASSPHRASE, or run this in a terminal, which asks for it.",
    library_errors.NotRecoveredError: "To do so: delegate-desk --library NEW restore FILE.",
    library_errors.RestoreTargetError: "Name it with --library.",
}


def explain(error: DeskError) -> str:
    """Return the sentence for an error in English, with the command that helps."""
    sentence = error.explain().replace("File > Library > Import Package", "delegate-desk unpack")
    hint = _HINTS.get(type(error))
    return f"{sentence} {hint}" if hint else sentence
