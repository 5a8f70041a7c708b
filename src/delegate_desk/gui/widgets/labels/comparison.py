"""Labels of a comparison: verdicts, their reasons, and incorrect change marks."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.revisions import adoption as shares
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.core.revisions.carried_items import (
    CarriedItem,
    Carry,
    CarryVerdict,
    DeletedEarlier,
    PendingPlacement,
)
from delegate_desk.core.revisions.comparison import Differing, MarkFault, Mismark, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.gui.widgets.labels import label_table, terms, window_labels

translate = QCoreApplication.translate

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
_outcome_label = label_table("adoption", AdoptionOutcome)
OUTCOME_ROLES = {
    AdoptionOutcome.TAKEN: "support",
    AdoptionOutcome.IN_PART: "scrutiny_reservation",
    AdoptionOutcome.NOT_TAKEN: "red_line",
    AdoptionOutcome.GONE: "red_line",
    AdoptionOutcome.UNKNOWN: "scrutiny_reservation",
}
"""The role of each outcome's colour."""


def verdict_label(verdict: Verdict) -> str:
    """Return the label of a verdict on a unit, which exports have too: ``reworded``."""
    return str(window_labels("export_labels")["words"][f"verdict_{verdict}"])


def outcome_label(fate: UnitOutcome) -> str:
    """Return the outcome of a unit, for a reworded unit with its share of changes: ``reworded 22 %``."""
    text = verdict_label(fate.verdict)
    if fate.verdict is not Verdict.REWORDED:
        return text
    return f"{text} {format_percent(1 - fate.similarity)}"


def carried_label(carried: CarriedItem) -> tuple[str, str]:
    """Return the outcome of a carried-over item, and the role of its colour."""
    if carried.is_open:
        return translate("comparewords", "to check"), "scrutiny_reservation"
    if carried.new is None:
        return (
            translate("comparewords", "no place, as you decided")
            if carried.decided
            else translate("comparewords", "paragraph deleted")
        ), "red_line"
    if carried.decided:
        return translate("comparewords", "placed by you"), "support"
    text = carry_verdict_label(carried.verdict)
    if carried.has_lost_quote:
        return translate("comparewords", "{verdict}, quoted words deleted").format(verdict=text), "scrutiny_reservation"
    return text, "soft" if carried.verdict is CarryVerdict.SAME else VERDICT_ROLES[Verdict(carried.verdict)]


def earlier(earlier: DeletedEarlier) -> tuple[str, str]:
    """Outcome of an item that an earlier revision deleted, and the role of its colour."""
    if earlier.is_deleted:
        return translate("comparewords", "deleted in {name}").format(name=earlier.deleted_in.name), "red_line"
    if earlier.carried.is_open:
        return translate("comparewords", "perhaps back, to check"), "scrutiny_reservation"
    return translate("comparewords", "in the text again"), "support"


def carryover_summary(carry: Carry) -> str:
    """All that was carried, in a line: ``12 placed, 2 to look at, 1 gone; 3 wait in ST 7001/1/26 REV 1``."""
    if not carry.items and not carry.pending and not carry.earlier:
        return translate("comparewords", "There was nothing to carry over.")
    parts = (
        (carry.placed_count, translate("comparewords", "1 placed"), translate("comparewords", "{n} placed")),
        (carry.open_count, translate("comparewords", "1 to check"), translate("comparewords", "{n} to check")),
        (
            carry.deleted_count,
            translate("comparewords", "1 on deleted text", "notes and lines that were carried over"),
            translate("comparewords", "{n} on deleted text", "notes and lines that were carried over"),
        ),
        (
            carry.deleted_earlier,
            translate("comparewords", "1 deleted earlier"),
            translate("comparewords", "{n} deleted earlier"),
        ),
    )
    message = ", ".join(terms.format_count(*part) for part in parts if part[0])
    return terms.join_statements((message, *map(pending_label, carry.pending)))


def pending_label(placement: PendingPlacement) -> str:
    """Return the number waiting on an earlier step: ``3 wait in ST 7001/1/26 REV 1``."""
    one, many = translate("comparewords", "1 to check in {name}"), translate("comparewords", "{n} to check in {name}")
    text = one if placement.number == 1 else many
    return text.format(n=terms.format_number(placement.number), name=placement.new.name)


def carry_verdict_label(verdict: CarryVerdict) -> str:
    """Return the outcome of the unit that a note was attached to: ``renumbered``."""
    if verdict is CarryVerdict.DOUBTFUL:
        return translate("comparewords", "uncertain")
    return verdict_label(Verdict(verdict))


def adoption_label(uptake: ProposalAdoption) -> str:
    """Return the adoption of a proposal, with the figure: ``taken in part · 67 %``."""
    said = _outcome_label(uptake.outcome)
    measured = uptake.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
    return f"{said} · {format_percent(uptake.rate)}" if measured else said


def format_percent(share: float) -> str:
    """A share in 0..1: ``22 %``."""
    return f"{shares.percent(share)}\u00a0%"


class RowFlag(StrEnum):
    """Filter values for rows other than their verdict."""

    UNSURE = "unsure"
    """It is not known which one it is."""
    FAULTS = "faults"
    """Their marks are not true."""
    DIFFERING = "differing"
    """They differ from their like in another language."""


Wanted = Verdict | RowFlag
Languages = tuple[str, str] | None
TOLD: tuple[Wanted, ...] = (
    Verdict.INSERTED, Verdict.DELETED, Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.MOVED,
    Verdict.RENUMBERED, Verdict.SAME, RowFlag.UNSURE, RowFlag.FAULTS, RowFlag.DIFFERING,
)  # fmt: skip
"""What is told of a comparison, in this order."""
_basis_label = label_table("verdict_basis", VerdictBasis)
_mismark_label = label_table("mismark", Mismark)
_differing_label = label_table("differing", Differing)


def uncertain_label() -> str:
    return translate("comparewords", "uncertain")


def difference_label(kinds: Sequence[Differing]) -> str:
    return ", ".join(map(_differing_label, kinds))


def basis_sentence(fate: UnitOutcome) -> str:
    """Return the reasons for a verdict, as a sentence; empty if there are none."""
    text = terms.join_statements(map(_basis_label, fate.basis))
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def mark_fault_label(fault: MarkFault) -> str:
    """Words whose marks are not true: ``new, but not marked: “without delay”``."""
    return terms.format_labelled(_mismark_label(fault.kind), terms.quote(fault.text.strip()))


def format_more(count: int) -> str:
    return terms.format_count(count, translate("comparewords", "1 more"), translate("comparewords", "{n} more"))


def pair_title(old: LibraryDocument, new: LibraryDocument) -> str:
    """Two documents in a few letters, for a tab: ``12862/19 → REV 1``, ``12862/19 el → en``."""
    if old.name == new.name:
        return f"{_short_name(old)} {old.header.language} → {new.header.language}"
    reference, other = old.header.reference, new.header.reference
    later = _short_name(new)
    if reference and other and reference.family == other.family:
        later = f"REV {other.revision}" if other.revision and reference.suffixes == other.suffixes else later
    return f"{_short_name(old)} → {later}"


def _short_name(document: LibraryDocument) -> str:
    return document.name.removeprefix("ST ")


def document_names(old: LibraryDocument, new: LibraryDocument) -> str:
    """Two documents by name, with their languages where these differ."""
    if old.header.language == new.header.language and old.name != new.name:
        return f"{old.name} → {new.name}"
    return f"{old.name} · {old.header.language} → {new.name} · {new.header.language}"


def format_seconds(seconds: float) -> str:
    return translate("comparewords", "compared in {n} s").format(n=terms.format_decimal(max(seconds, 0.1), 1))


def format_unit_totals(old: LibraryDocument, new: LibraryDocument) -> str:
    if old.paragraphs == new.paragraphs:
        one, many = translate("comparewords", "1 paragraph"), translate("comparewords", "{n} paragraphs")
        return terms.format_count(new.paragraphs, one, many)
    message = translate("comparewords", "{old} → {new} paragraphs")
    return message.format(old=terms.format_number(old.paragraphs), new=terms.format_number(new.paragraphs))


def only_in_label(kind: Verdict, languages: tuple[str, str]) -> str:
    """That a unit stands in one of two language versions alone: ``only in Greek``."""
    language = terms.language_name(languages[kind is Verdict.INSERTED])
    return translate("comparewords", "only in {language}").format(language=language)


def format_unit_count(kind: Wanted, number: int, languages: Languages = None) -> tuple[str, str]:
    """Return the number of units of a kind, and the role of its colour.

    Args:
        kind: One of ``TOLD``.
        languages: For two language versions of a document, their codes.
    """
    if kind is Verdict.SAME and languages:
        value, many = translate("comparewords", "1 equivalent"), translate("comparewords", "{n} equivalent")
        return terms.format_count(number, value, many), "soft"
    if languages and (kind is Verdict.DELETED or kind is Verdict.INSERTED):
        language = terms.language_name(languages[kind is Verdict.INSERTED])
        text = translate("comparewords", "{n} only in {language}")
        return text.format(n=terms.format_number(number), language=language), VERDICT_ROLES[kind]
    role = VERDICT_ROLES[kind] if isinstance(kind, Verdict) else "scrutiny_reservation"
    return format_kind_count(kind, number), role


def format_kind_count(kind: Wanted, number: int) -> str:
    """Return the number of units of a kind: ``4 added``."""
    return terms.format_count(number, *window_labels()["verdict_count"][kind])
