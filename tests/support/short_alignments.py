"""Short texts aligned, for the tests of alignment."""

from collections.abc import Sequence

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align
from delegate_desk.core.revisions.comparison import UnitOutcome

NOISE = "Noise from ships at berth disturbs the people who live near ports."
HOURS = "Ports should set quiet hours for ships at berth and keep them."
POWER = "Shore power is offered to every vessel that stays for longer than two hours."
DUES = "Harbour dues are lower for a vessel that takes it."
REPORT = "The Council invites the Member States to report to the {} by 31 March {}."
COPY = "Member States shall lay down the rules on penalties applicable to infringements."


def units(*texts: str) -> list[Paragraph]:
    """Numbered paragraphs."""
    return [Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text) for n, text in enumerate(texts, 1)]


def placed(**texts: str) -> list[Paragraph]:
    """Units by their addresses; their kinds are those that the last segments name."""
    return [
        Paragraph(Address(address), Kind(address.rpartition("__")[2].split("_")[0]), "", text)
        for address, text in texts.items()
    ]


def fates(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[UnitOutcome, ...]:
    return finish(align(old, new))


def told(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[tuple[str | None, str | None, str]]:
    return [(fate.old, fate.new, fate.verdict.value) for fate in fates(old, new)]


def became(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[str, str | None]:
    """The certain pairs, the new address by the old one."""
    return {fate.old: fate.new for fate in fates(old, new) if fate.old and fate.is_sure}
