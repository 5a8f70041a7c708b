"""Labels of a comparison: verdicts, their reasons, and incorrect change marks."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.revisions.comparison import Differing, MarkFault, Mismark, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.gui.widgets.labels import changes, terms


class RowFlag(StrEnum):
    """Filter values for rows other than their verdict."""

    UNSURE = "unsure"
    """It is not known which one it is."""
    FAULTS = "faults"
    """Their marks are not true."""
    DIFFERING = "differing"
    """They differ from their like in another language."""


Wanted = Verdict | RowFlag
_APART = {
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
Languages = tuple[str, str] | None
TOLD: tuple[Wanted, ...] = (
    Verdict.INSERTED,
    Verdict.DELETED,
    Verdict.REWORDED,
    Verdict.SPLIT,
    Verdict.MERGED,
    Verdict.MOVED,
    Verdict.RENUMBERED,
    Verdict.SAME,
    *RowFlag,
)
"""What is told of a comparison, in this order."""
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
    return _translated(QT_TRANSLATE_NOOP("comparewords", "uncertain"))


def difference_label(kinds: Sequence[Differing]) -> str:
    return ", ".join(_translated(_DIFFERING[kind]) for kind in kinds)


def basis_sentence(fate: UnitOutcome) -> str:
    """Return the reasons for a verdict, as a sentence; empty if there are none."""
    said = terms.join_statements(_translated(_REASONS[why]) for why in fate.basis)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def mismark_label(kind: Mismark) -> str:
    return _translated(_MISMARKS[kind])


def mark_fault_label(fault: MarkFault) -> str:
    """Words whose marks are not true: ``new, but not marked: “without delay”``."""
    return terms.format_labelled(mismark_label(fault.kind), terms.quote(fault.text.strip()))


def format_more(count: int) -> str:
    """That more of a kind is told elsewhere."""
    one = QCoreApplication.translate("comparewords", "1 more")
    return terms.format_count(count, one, QCoreApplication.translate("comparewords", "{n} more"))


def pair_title(old: LibraryDocument, new: LibraryDocument) -> str:
    """Two documents in a few letters, for a tab: ``12862/19 → REV 1``, ``12862/19 el → en``."""
    if old.name == new.name:
        return f"{_short_name(old)} {old.header.language} → {new.header.language}"
    one, other = old.header.reference, new.header.reference
    later = _short_name(new)
    if one and other and (one.series, one.number, one.year) == (other.series, other.number, other.year):
        later = f"REV {other.revision}" if other.revision and one.suffixes == other.suffixes else later
    return f"{_short_name(old)} → {later}"


def _short_name(held: LibraryDocument) -> str:
    return held.name.removeprefix("ST ")


def document_names(old: LibraryDocument, new: LibraryDocument) -> str:
    """Two documents by name, with their languages where these differ."""
    if old.header.language == new.header.language and old.name != new.name:
        return f"{old.name} → {new.name}"
    return f"{old.name} · {old.header.language} → {new.name} · {new.header.language}"


def format_seconds(seconds: float) -> str:
    return QCoreApplication.translate("comparewords", "compared in {n} s").format(
        n=terms.format_decimal(max(seconds, 0.1), 1)
    )


def format_unit_totals(old: LibraryDocument, new: LibraryDocument) -> str:
    if old.paragraphs == new.paragraphs:
        one = QCoreApplication.translate("comparewords", "1 paragraph")
        return terms.format_count(new.paragraphs, one, QCoreApplication.translate("comparewords", "{n} paragraphs"))
    told = QCoreApplication.translate("comparewords", "{old} → {new} paragraphs")
    return told.format(old=terms.format_number(old.paragraphs), new=terms.format_number(new.paragraphs))


def format_flag_count(kind: RowFlag, number: int) -> str:
    """Return the number of rows of a kind that is no verdict: ``2 not certain``."""
    one, many = _APART[kind]
    return terms.format_count(number, _translated(one), _translated(many))


def only_in_label(kind: Verdict, languages: tuple[str, str]) -> str:
    """That a unit stands in one of two language versions alone: ``only in Greek``."""
    language = terms.language_name(languages[kind is Verdict.INSERTED])
    return QCoreApplication.translate("comparewords", "only in {language}").format(language=language)


def format_unit_count(kind: Wanted, number: int, languages: Languages = None) -> tuple[str, str]:
    """Return the number of units of a kind, and the role of its colour.

    Args:
        kind: One of ``TOLD``.
        number: Number of units.
        languages: For two language versions of a document, their codes.
    """
    if kind is Verdict.SAME and languages:
        one, many = (
            QCoreApplication.translate("comparewords", "1 equivalent"),
            QCoreApplication.translate("comparewords", "{n} equivalent"),
        )
        return terms.format_count(number, one, many), "soft"
    if languages and (kind is Verdict.DELETED or kind is Verdict.INSERTED):
        language = terms.language_name(languages[kind is Verdict.INSERTED])
        said = QCoreApplication.translate("comparewords", "{n} only in {language}")
        return said.format(n=terms.format_number(number), language=language), changes.VERDICT_ROLES[kind]
    if isinstance(kind, RowFlag):
        return format_flag_count(kind, number), "scrutiny_reservation"
    if kind is Verdict.SAME:
        one, many = (
            QCoreApplication.translate("comparewords", "1 unchanged"),
            QCoreApplication.translate("comparewords", "{n} unchanged"),
        )
        return terms.format_count(number, one, many), "soft"
    return changes.format_verdict_count(kind, number), changes.VERDICT_ROLES[kind]


def _translated(marked: object) -> str:
    """A text marked for translation, translated; Qt's stubs call a marked text an object."""
    return QCoreApplication.translate("comparewords", str(marked))
