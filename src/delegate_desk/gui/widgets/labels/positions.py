"""Labels of a position: the names of its fields, and its status."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.positions.export_checks import CheckFinding, Concern
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportSummary,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import NOTHING, FieldDifference, Position, PositionStatus, Stance
from delegate_desk.gui.widgets.labels import label_table, terms, window_labels

translate = QCoreApplication.translate

position_field_label = label_table("position_field", str)
_priority_label = label_table("priority", int)
_state_label = label_table("position_state", PositionStatus)


status_badge = label_table("position_status", PositionStatus)
"""Return the status of a position in a word: ``draft``."""


def priority_label(priority: int | None) -> str:
    return _priority_label(priority or 0)


def position_status_label(position: Position) -> str:
    """Return the status of a position: ``draft 3``, ``version 3, sent``."""
    return _state_label(position.status).format(n=terms.format_number(position.version))


def position_badge(position: Position) -> str:
    """Return the status of a position in one word: ``cleared``."""
    return status_badge(position.status)


def version_history(position: Position) -> list[str]:
    """Return the history of a version: who cleared it, to whom it was sent, and the effect of a change."""
    texts: list[str] = []
    if position.cleared is not None:
        text = translate("position", "cleared by {who}, {when}")
        texts.append(text.format(who=position.cleared.by, when=terms.format_timestamp(position.cleared.at)))
    elif position.status is PositionStatus.DRAFT:
        texts.append(translate("position", "not cleared"))
    if position.sent is not None:
        text = translate("position", "sent to {whom}, {when}")
        texts.append(text.format(whom=position.sent.to, when=terms.format_timestamp(position.sent.at)))
        if position.sent.file:
            texts.append(position.sent.file)
    return texts


def change_warning(position: Position) -> str:
    """Return the effect of a change on a version that is no draft; empty for a draft."""
    sent = translate("position", "Sent and archived. Any change starts draft {n}.")
    return {
        PositionStatus.DRAFT: "",
        PositionStatus.CLEARED: translate("position", "Cleared. Later changes need clearing again."),
        PositionStatus.SENT: sent.format(n=terms.format_number(position.version + 1)),
        PositionStatus.WITHDRAWN: translate("position", "Withdrawn. Any change makes it a draft again."),
    }[position.status]


def internal_field_note() -> str:
    return translate("position", "internal")


def difference_text(difference: FieldDifference, which: str) -> str:
    """One side of what differs in a field, as a person reads it.

    Args:
        which: ``before`` or ``after``.
    """
    value = str(getattr(difference, which))
    if difference.field == "stance" and value:
        return terms.stance_label(Stance(value))
    if difference.field == "proposal" and value == NOTHING:
        return translate("position", "deletion proposed")
    return value


def entries(ours: int, notes: int, of: int | None = None) -> list[str]:
    """Number of entries of a position or a file, those from notes apart: ``3 position entries``, ``2 from notes``."""
    texts = []
    if of is not None and of != ours:
        message = translate("positionwords", "{n} of {of} position entries")
        texts.append(message.format(n=terms.format_number(ours), of=terms.format_number(of)))
    elif ours:
        several = translate("positionwords", "{n} position entries")
        texts.append(terms.format_count(ours, translate("positionwords", "1 position entry"), several))
    if notes:
        value = translate("positionwords", "1 from a note")
        texts.append(terms.format_count(notes, value, translate("positionwords", "{n} from notes")))
    return texts


export_kind_label = label_table("export_kind", ExportKind)
audience_label = label_table("audience", Audience)
markup_label = label_table("markup", MarkupStyle)
columns_label = label_table("provision_columns", ProvisionColumns)
audience_note = label_table("audience_note", Audience)
_concern_label = label_table("concern", Concern)
_LONGEST = 70


def template_label(value: Path | None) -> str:
    return value.stem if value else translate("position", "Standard template")


def contents_summary(preview: ExportSummary, kind: ExportKind, words: int, selected: int = 0) -> str:
    """Description of an export: its position entries, paragraphs or other items, its words, and its marking.

    Args:
        words: Their number on the pages, without headers and footers.
        selected: Of annotations, how many were chosen; those that are not in it are internal.
    """
    if preview.entries is not None:
        counts = preview.entries
        said = entries(counts.ours, counts.notes, counts.of)
    else:
        counted = window_labels()["export_count"]
        said = [terms.format_count(preview.provisions, *counted.get(kind, counted["paragraphs"]))]
    if selected > preview.provisions:
        value, several = translate("position", "1 internal left out"), translate("position", "{n} internal left out")
        said.append(terms.format_count(selected - preview.provisions, value, several))
    said.append(terms.format_count(words, translate("position", "1 word"), translate("position", "{n} words")))
    marking = translate("position", "{marking} on each page").format(marking=preview.marking) if preview.marking else ""
    return " · ".join(filter(None, (*said, marking)))


def internal_summary(preview: ExportSummary, *, is_internal: bool) -> str:
    """Return the number of internal texts in an export, in words; or that all of it is internal."""
    if not preview.internal:
        return (
            translate("position", "For the capital only") if is_internal else translate("position", "No internal text")
        )
    return terms.format_count(
        preview.internal,
        translate("position", "Contains 1 internal text: not for circulation"),
        translate("position", "Contains {n} internal texts: not for circulation"),
    )


def finding_sentence(value: CheckFinding) -> str:
    named = position_field_label(value.field) if value.field else ""
    words = " ".join(value.words.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    return _concern_label(value.concern).format(field=named, words=words)


def rebuilt_note() -> str:
    """Return the notice for a redline that is not written into the original file."""
    return translate(
        "position",
        "The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.",
    )


def no_word_file_note() -> str:
    return translate(
        "position",
        "Only the Word export is the original file with our changes. On paper, as PDF, web page or text, the "
        "text is reproduced.",
    )


def unplaced_note() -> str:
    """Return the notice for a wording that could not be placed in a redline."""
    return translate("position", "This drafting suggestion could not be inserted in the original file.")


def unknown_placeholder_note(name: str) -> str:
    text = translate("position", "The template contains an unknown placeholder {place}; it is left as it is.")
    return text.format(place="{{" + name + "}}")


def misplaced_placeholder_note() -> str:
    """Return the notice for a template whose placeholder for the text cannot hold it."""
    return translate(
        "position",
        "The template’s placeholder for the text is in a table, text box, header or footer; the text is "
        "added at the end.",
    )
