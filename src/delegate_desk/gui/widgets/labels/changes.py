"""Outcomes of a unit, of a note and of a proposal, in words; each with the role of its colour in the theme."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.revisions import adoption as shares
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.core.revisions.carried_items import (
    CarriedItem,
    Carry,
    CarryVerdict,
    DeletedEarlier,
    PendingPlacement,
)
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.gui.widgets.labels import terms

translate = QCoreApplication.translate

_VERDICTS = {
    Verdict.SAME: QT_TRANSLATE_NOOP("changewords", "unchanged"),
    Verdict.RENUMBERED: QT_TRANSLATE_NOOP("changewords", "renumbered"),
    Verdict.MOVED: QT_TRANSLATE_NOOP("changewords", "moved"),
    Verdict.REWORDED: QT_TRANSLATE_NOOP("changewords", "reworded"),
    Verdict.SPLIT: QT_TRANSLATE_NOOP("changewords", "split"),
    Verdict.MERGED: QT_TRANSLATE_NOOP("changewords", "merged"),
    Verdict.INSERTED: QT_TRANSLATE_NOOP("changewords", "added"),
    Verdict.DELETED: QT_TRANSLATE_NOOP("changewords", "deleted"),
}
VERDICT_ROLES = {
    Verdict.SAME: "soft",
    Verdict.RENUMBERED: "soft",
    Verdict.MOVED: "question",
    Verdict.REWORDED: "scrutiny_reservation",
    Verdict.SPLIT: "parliamentary_reservation",
    Verdict.MERGED: "parliamentary_reservation",
    Verdict.INSERTED: "support",
    Verdict.DELETED: "red_line",
}
"""The role of each verdict's colour."""
_SUMMED = {
    Verdict.INSERTED: (QT_TRANSLATE_NOOP("changewords", "1 added"), QT_TRANSLATE_NOOP("changewords", "{n} added")),
    Verdict.DELETED: (QT_TRANSLATE_NOOP("changewords", "1 deleted"), QT_TRANSLATE_NOOP("changewords", "{n} deleted")),
    Verdict.REWORDED: (
        QT_TRANSLATE_NOOP("changewords", "1 reworded"),
        QT_TRANSLATE_NOOP("changewords", "{n} reworded"),
    ),
    Verdict.SPLIT: (QT_TRANSLATE_NOOP("changewords", "1 split"), QT_TRANSLATE_NOOP("changewords", "{n} split")),
    Verdict.MERGED: (QT_TRANSLATE_NOOP("changewords", "1 merged"), QT_TRANSLATE_NOOP("changewords", "{n} merged")),
    Verdict.MOVED: (QT_TRANSLATE_NOOP("changewords", "1 moved"), QT_TRANSLATE_NOOP("changewords", "{n} moved")),
    Verdict.RENUMBERED: (
        QT_TRANSLATE_NOOP("changewords", "1 renumbered only"),
        QT_TRANSLATE_NOOP("changewords", "{n} renumbered only"),
    ),
}
_OUTCOMES = {
    AdoptionOutcome.TAKEN: QT_TRANSLATE_NOOP("changewords", "taken on board"),
    AdoptionOutcome.IN_PART: QT_TRANSLATE_NOOP("changewords", "partly taken on board"),
    AdoptionOutcome.NOT_TAKEN: QT_TRANSLATE_NOOP("changewords", "not taken on board"),
    AdoptionOutcome.GONE: QT_TRANSLATE_NOOP("changewords", "provision deleted"),
    AdoptionOutcome.UNKNOWN: QT_TRANSLATE_NOOP("changewords", "place uncertain"),
}
OUTCOME_ROLES = {
    AdoptionOutcome.TAKEN: "support",
    AdoptionOutcome.IN_PART: "scrutiny_reservation",
    AdoptionOutcome.NOT_TAKEN: "red_line",
    AdoptionOutcome.GONE: "red_line",
    AdoptionOutcome.UNKNOWN: "scrutiny_reservation",
}
"""The role of each outcome's colour."""


def verdict_label(verdict: Verdict) -> str:
    """Return the label of a verdict on a unit: ``reworded``."""
    return _translated(_VERDICTS[verdict])


def outcome_label(fate: UnitOutcome) -> str:
    """Return the outcome of a unit, for a reworded unit with its share of changes: ``reworded 22 %``."""
    said = verdict_label(fate.verdict)
    if fate.verdict is not Verdict.REWORDED:
        return said
    return f"{said} {format_percent(1 - fate.similarity)}"


def carried_label(carried: CarriedItem) -> tuple[str, str]:
    """Return the outcome of a carried-over item, and the role of its colour."""
    if carried.is_open:
        return translate("changewords", "to check"), "scrutiny_reservation"
    if carried.new is None:
        return (
            translate("changewords", "no place, as you decided")
            if carried.decided
            else translate("changewords", "paragraph deleted")
        ), "red_line"
    if carried.decided:
        return translate("changewords", "placed by you"), "support"
    said = carry_verdict_label(carried.verdict)
    if carried.has_lost_quote:
        return translate("changewords", "{verdict}, quoted words deleted").format(verdict=said), "scrutiny_reservation"
    return said, "soft" if carried.verdict is CarryVerdict.SAME else VERDICT_ROLES[Verdict(carried.verdict)]


def earlier(earlier: DeletedEarlier) -> tuple[str, str]:
    """Outcome of an item that an earlier revision deleted, and the role of its colour."""
    if earlier.is_deleted:
        return translate("changewords", "deleted in {name}").format(name=earlier.deleted_in.name), "red_line"
    if earlier.carried.is_open:
        return translate("changewords", "perhaps back, to check"), "scrutiny_reservation"
    return translate("changewords", "in the text again"), "support"


def carryover_summary(carry: Carry) -> str:
    """All that was carried, in a line: ``12 placed, 2 to look at, 1 gone; 3 wait in ST 7001/1/26 REV 1``."""
    if not carry.items and not carry.pending and not carry.earlier:
        return translate("changewords", "There was nothing to carry over.")
    parts = (
        (carry.placed_count, translate("changewords", "1 placed"), translate("changewords", "{n} placed")),
        (carry.open_count, translate("changewords", "1 to check"), translate("changewords", "{n} to check")),
        (
            carry.deleted_count,
            translate("changewords", "1 on deleted text", "notes and lines that were carried over"),
            translate("changewords", "{n} on deleted text", "notes and lines that were carried over"),
        ),
        (
            carry.deleted_earlier,
            translate("changewords", "1 deleted earlier"),
            translate("changewords", "{n} deleted earlier"),
        ),
    )
    told = ", ".join(terms.format_count(*part) for part in parts if part[0])
    return terms.join_statements((told, *map(pending_label, carry.pending)))


def pending_label(one: PendingPlacement) -> str:
    """Return the number waiting on an earlier step: ``3 wait in ST 7001/1/26 REV 1``."""
    single, several = (
        translate("changewords", "1 to check in {name}"),
        translate("changewords", "{n} to check in {name}"),
    )
    return (single if one.number == 1 else several).format(n=terms.format_number(one.number), name=one.new.name)


def carry_verdict_label(verdict: CarryVerdict) -> str:
    """Return the outcome of the unit that a note was attached to: ``renumbered``."""
    if verdict is CarryVerdict.DOUBTFUL:
        return translate("changewords", "uncertain")
    return _translated(_VERDICTS[Verdict(verdict)])


def adoption_label(uptake: ProposalAdoption) -> str:
    """Return the adoption of a proposal, with the figure: ``taken in part · 67 %``."""
    said = _translated(_OUTCOMES[uptake.outcome])
    measured = uptake.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
    return f"{said} · {format_percent(uptake.rate)}" if measured else said


def format_verdict_count(verdict: Verdict, number: int) -> str:
    """Return the number of units with a verdict that is a change: ``4 new``."""
    one, many = _SUMMED[verdict]
    return terms.format_count(number, _translated(one), _translated(many))


def format_percent(share: float) -> str:
    return f"{shares.percent(share)}\u00a0%"


def _translated(marked: object) -> str:
    """A text marked for translation, translated; Qt's stubs call a marked text an object."""
    return translate("changewords", str(marked))
