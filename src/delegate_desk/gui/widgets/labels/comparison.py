"""Labels of a comparison: verdicts, their reasons, and incorrect change marks."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.revisions import adoption as shares
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.core.revisions.comparison import (
    CarriedItem,
    Carry,
    CarryVerdict,
    DeletedEarlier,
    Differing,
    MarkFault,
    Mismark,
    PendingPlacement,
    UnitOutcome,
    Verdict,
    VerdictBasis,
)
from delegate_desk.gui.widgets.labels import dossiers, terms

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
OUTCOME_ROLES = {
    AdoptionOutcome.TAKEN: "support",
    AdoptionOutcome.IN_PART: "scrutiny_reservation",
    AdoptionOutcome.NOT_TAKEN: "red_line",
    AdoptionOutcome.GONE: "red_line",
    AdoptionOutcome.UNKNOWN: "scrutiny_reservation",
}


def verdict_label(verdict: Verdict) -> str:
    return terms.export_word(f"verdict_{verdict}")


def outcome_label(outcome: UnitOutcome) -> str:
    text = verdict_label(outcome.verdict)
    if outcome.verdict is not Verdict.REWORDED:
        return text
    return f"{text} {format_percent(1 - outcome.similarity)}"


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
    if carried.decided and carried.proposals:
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
    """Return a carry-over in one line: ``12 placed, 2 to look at, 1 gone; 3 wait in ST 7001/1/26 REV 1``."""
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
    one, many = translate("comparewords", "1 to check in {name}"), translate("comparewords", "{n} to check in {name}")
    text = one if placement.number == 1 else many
    return text.format(n=terms.format_number(placement.number), name=placement.new.name)


def carry_verdict_label(verdict: CarryVerdict) -> str:
    if verdict is CarryVerdict.DOUBTFUL:
        return translate("comparewords", "uncertain")
    return verdict_label(Verdict(verdict))


def adoption_label(adoption: ProposalAdoption) -> str:
    """Return the adoption of a proposal, with the figure: ``taken in part · 67 %``."""
    text = terms.export_word(f"outcome_{adoption.outcome}")
    is_measured = adoption.outcome not in (AdoptionOutcome.GONE, AdoptionOutcome.UNKNOWN)
    return f"{text} · {format_percent(adoption.rate)}" if is_measured else text


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
_COUNTED: dict[Wanted, tuple[object, object]] = {
    Verdict.INSERTED: (QT_TRANSLATE_NOOP("comparewords", "1 added"), QT_TRANSLATE_NOOP("comparewords", "{n} added")),
    Verdict.DELETED: (QT_TRANSLATE_NOOP("comparewords", "1 deleted"), QT_TRANSLATE_NOOP("comparewords", "{n} deleted")),
    Verdict.REWORDED: (
        QT_TRANSLATE_NOOP("comparewords", "1 reworded"),
        QT_TRANSLATE_NOOP("comparewords", "{n} reworded"),
    ),
    Verdict.SPLIT: (QT_TRANSLATE_NOOP("comparewords", "1 split"), QT_TRANSLATE_NOOP("comparewords", "{n} split")),
    Verdict.MERGED: (QT_TRANSLATE_NOOP("comparewords", "1 merged"), QT_TRANSLATE_NOOP("comparewords", "{n} merged")),
    Verdict.MOVED: (QT_TRANSLATE_NOOP("comparewords", "1 moved"), QT_TRANSLATE_NOOP("comparewords", "{n} moved")),
    Verdict.RENUMBERED: (
        QT_TRANSLATE_NOOP("comparewords", "1 renumbered only"),
        QT_TRANSLATE_NOOP("comparewords", "{n} renumbered only"),
    ),
    Verdict.SAME: (
        QT_TRANSLATE_NOOP("comparewords", "1 unchanged"),
        QT_TRANSLATE_NOOP("comparewords", "{n} unchanged"),
    ),
    RowFlag.UNSURE: (
        QT_TRANSLATE_NOOP("comparewords", "1 uncertain"),
        QT_TRANSLATE_NOOP("comparewords", "{n} uncertain"),
    ),
    RowFlag.FAULTS: (
        QT_TRANSLATE_NOOP("comparewords", "1 with incorrect mark-up"),
        QT_TRANSLATE_NOOP("comparewords", "{n} with incorrect mark-up"),
    ),
    RowFlag.DIFFERING: (
        QT_TRANSLATE_NOOP("comparewords", "1 differs in number, structure or length"),
        QT_TRANSLATE_NOOP("comparewords", "{n} differ in number, structure or length"),
    ),
}
TOLD = tuple(_COUNTED)
"""The parts of a comparison's summary, in order."""
_REASONS = {
    VerdictBasis.WORDS_ONCE: QT_TRANSLATE_NOOP("comparewords", "same words, found once in each text"),
    VerdictBasis.NEIGHBOURS: QT_TRANSLATE_NOOP("comparewords", "same surrounding paragraphs"),
    VerdictBasis.ADDRESS: QT_TRANSLATE_NOOP("comparewords", "same place"),
    VerdictBasis.LIKENESS: QT_TRANSLATE_NOOP("comparewords", "closest match in the other text"),
    VerdictBasis.PARTS: QT_TRANSLATE_NOOP(
        "comparewords", "words split over several paragraphs, or merged from several"
    ),
    VerdictBasis.NOTHING_LIKE: QT_TRANSLATE_NOOP("comparewords", "no counterpart in the other text"),
    VerdictBasis.TELLS_APART: QT_TRANSLATE_NOOP(
        "comparewords", "similar text differs on a key point: a number, a negation, an institution"
    ),
    VerdictBasis.LOOKALIKES: QT_TRANSLATE_NOOP("comparewords", "several equally similar paragraphs"),
}
_MISMARKS = {
    Mismark.WAS_THERE: QT_TRANSLATE_NOOP("comparewords", "marked as new, but already in the earlier text"),
    Mismark.UNMARKED_NEW: QT_TRANSLATE_NOOP("comparewords", "new, but not marked"),
    Mismark.WAS_NOT_THERE: QT_TRANSLATE_NOOP("comparewords", "marked as deleted, but not in the earlier text"),
    Mismark.UNMARKED_GONE: QT_TRANSLATE_NOOP("comparewords", "deleted, but not marked"),
}
_DIFFERING = {
    Differing.NUMBER: QT_TRANSLATE_NOOP("comparewords", "different numbers"),
    Differing.STRUCTURE: QT_TRANSLATE_NOOP("comparewords", "different structure"),
    Differing.LENGTH: QT_TRANSLATE_NOOP("comparewords", "different length"),
}


def uncertain_label() -> str:
    return translate("comparewords", "uncertain")


def difference_label(kinds: Sequence[Differing]) -> str:
    return ", ".join(_translate(_DIFFERING[kind]) for kind in kinds)


def basis_sentence(outcome: UnitOutcome) -> str:
    """Return the reasons for a verdict, as a sentence; empty if there are none."""
    text = terms.join_statements(_translate(_REASONS[basis]) for basis in outcome.basis)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def mark_fault_label(fault: MarkFault) -> str:
    return terms.format_labelled(_translate(_MISMARKS[fault.kind]), terms.quote(fault.text.strip()))


def format_more(count: int) -> str:
    return terms.format_count(count, translate("comparewords", "1 more"), translate("comparewords", "{n} more"))


def pair_title(old: LibraryDocument, new: LibraryDocument) -> str:
    """Two documents in a few letters, for a tab: ``12862/19 → REV 1``, ``12862/19 EL → EN``."""
    if old.name == new.name:
        return f"{_short_name(old)} {old.header.language.upper()} → {new.header.language.upper()}"
    reference, other = old.header.reference, new.header.reference
    later = _short_name(new)
    if reference and other and reference.family == other.family:
        later = f"REV {other.revision}" if other.revision and reference.suffixes == other.suffixes else later
    return f"{_short_name(old)} → {later}"


def _short_name(document: LibraryDocument) -> str:
    return document.name.removeprefix("ST ")


def counterpart_name(old: LibraryDocument, new: LibraryDocument) -> str:
    """The document that another is compared with: ``REV 1``, ``INIT · EL``; of another family its whole name."""
    reference, new_reference = old.header.reference, new.header.reference
    is_near = reference is not None and new_reference is not None and reference.family == new_reference.family
    name = dossiers.version_name(old) if is_near else old.name
    language = old.header.language
    return name if language == new.header.language else f"{name} · {language.upper()}"


def document_names(old: LibraryDocument, new: LibraryDocument) -> str:
    if old.header.language == new.header.language and old.name != new.name:
        return f"{old.name} → {new.name}"
    return f"{old.name} · {old.header.language.upper()} → {new.name} · {new.header.language.upper()}"


def format_seconds(seconds: float) -> str:
    return translate("comparewords", "compared in {n} s").format(n=terms.format_decimal(max(seconds, 0.1), 1))


def format_unit_totals(old: LibraryDocument, new: LibraryDocument) -> str:
    if old.paragraphs == new.paragraphs:
        singular, plural = translate("comparewords", "1 paragraph"), translate("comparewords", "{n} paragraphs")
        return terms.format_count(new.paragraphs, singular, plural)
    message = translate("comparewords", "{old} → {new} paragraphs")
    return message.format(old=terms.format_number(old.paragraphs), new=terms.format_number(new.paragraphs))


def only_in_label(kind: Verdict, languages: tuple[str, str]) -> str:
    language = terms.language_name(languages[kind is Verdict.INSERTED])
    return translate("comparewords", "only in {language}").format(language=language)


def format_unit_count(kind: Wanted, number: int, footnotes: int, languages: Languages = None) -> tuple[str, str]:
    """Return the number of units of a kind, and the role of its colour: ``751 added (42 footnotes)``.

    Args:
        kind: One of ``TOLD``.
        footnotes: How many of them are footnotes.
        languages: For two language versions of a document, their codes.
    """
    role = VERDICT_ROLES[kind] if isinstance(kind, Verdict) else "scrutiny_reservation"
    if languages and (kind is Verdict.DELETED or kind is Verdict.INSERTED):
        text = f"{terms.format_number(number)} {only_in_label(kind, languages)}"
    elif kind is Verdict.SAME and languages:
        singular, plural = translate("comparewords", "1 equivalent"), translate("comparewords", "{n} equivalent")
        text = terms.format_count(number, singular, plural)
    else:
        text = terms.format_count(number, *map(_translate, _COUNTED[kind]))
    notes = terms.format_count(
        footnotes, translate("comparewords", "1 footnote"), translate("comparewords", "{n} footnotes")
    )
    return f"{text} ({notes})" if footnotes else text, role


def _translate(marked: object) -> str:
    return translate("comparewords", str(marked))
