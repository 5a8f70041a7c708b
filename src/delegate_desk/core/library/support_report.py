"""The report for support: what the program and its library are like, and nothing of what is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class SupportReport:
    """A report.

    Attributes:
        sections: Names and values under a heading each, in the order in which they are read.
        log: The last lines of the log, oldest first.
        crash: Where the program last broke off, as Python's fault handler says it; empty for never.
    """

    sections: Mapping[str, Mapping[str, Value]]
    log: Sequence[str] = field(default=())
    crash: Sequence[str] = field(default=())


def to_text_lines(report: SupportReport) -> list[str]:
    """A report as text."""
    said = []
    for name, values in report.sections.items():
        said += [name, *(f"  {key}: {_word(value)}" for key, value in values.items()), ""]
    for name, quoted in (("last crash", report.crash), ("log", report.log)):
        if quoted:
            said += [name, *(f"  {line}" for line in quoted), ""]
    return said[:-1]


def to_json_object(report: SupportReport) -> dict[str, object]:
    """Report as a JSON object."""
    return {**{name: dict(values) for name, values in report.sections.items()}, "crash": list(report.crash),
            "log": list(report.log)}  # fmt: skip


def _word(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None else str(value)
