"""Texts of the dialog before an export: content of the file, who sees its parts, and findings to look at."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.positions.export_checks import CheckFinding, Concern
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportSummary,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.gui.widgets.labels import positions, terms

_KINDS = {
    ExportKind.POSITION: QT_TRANSLATE_NOOP("send", "Position paper"),
    ExportKind.COMMENTS_TABLE: QT_TRANSLATE_NOOP("send", "Table of comments"),
    ExportKind.REDLINE: QT_TRANSLATE_NOOP("send", "Redline in the original file"),
    ExportKind.ANNOTATED: QT_TRANSLATE_NOOP("send", "Text with our comments"),
    ExportKind.COMPILATION: QT_TRANSLATE_NOOP("send", "Compilation of comments"),
}
_PARAGRAPHS = (QT_TRANSLATE_NOOP("send", "1 paragraph"), QT_TRANSLATE_NOOP("send", "{n} paragraphs"))
_COUNTED = {
    ExportKind.REPORT: (
        QT_TRANSLATE_NOOP("send", "1 item discussed"),
        QT_TRANSLATE_NOOP("send", "{n} items discussed"),
    ),
    ExportKind.MATRIX: (QT_TRANSLATE_NOOP("send", "1 result"), QT_TRANSLATE_NOOP("send", "{n} results")),
    ExportKind.COMPARISON: (QT_TRANSLATE_NOOP("send", "1 change"), QT_TRANSLATE_NOOP("send", "{n} changes")),
    ExportKind.CONSEQUENCES: (
        QT_TRANSLATE_NOOP("send", "1 item of ours"),
        QT_TRANSLATE_NOOP("send", "{n} items of ours"),
    ),
    ExportKind.ANNOTATIONS: (QT_TRANSLATE_NOOP("send", "1 annotation"), QT_TRANSLATE_NOOP("send", "{n} annotations")),
}
"""What the items of an export are, where they are not paragraphs."""
_AUDIENCES = {
    Audience.CIRCULATION: QT_TRANSLATE_NOOP("send", "Circulation"),
    Audience.CAPITAL: QT_TRANSLATE_NOOP("send", "Capital (includes internal text)"),
}
_MARKUPS = {
    MarkupStyle.COUNCIL: QT_TRANSLATE_NOOP("send", "Council: bold underlined, struck through"),
    MarkupStyle.TRACKED: QT_TRANSLATE_NOOP("send", "Word: tracked changes"),
}
_COLUMNS = {
    ProvisionColumns.SUGGESTIONS: QT_TRANSLATE_NOOP("send", "Drafting | Comments"),
    ProvisionColumns.FOUR: QT_TRANSLATE_NOOP("send", "Article | Text | Drafting | Comments"),
    ProvisionColumns.JUSTIFIED: QT_TRANSLATE_NOOP("send", "Article | Text | Drafting | Justification"),
}
_SEEN = {
    Audience.CIRCULATION: QT_TRANSLATE_NOOP(
        "send",
        "Recipients see general comments, stances, drafting suggestions, comments, justifications, joint delegations "
        "and notes for circulation. Red lines appear as “opposed”. No internal text and no personal names are "
        "included.",
    ),
    Audience.CAPITAL: QT_TRANSLATE_NOOP(
        "send",
        "For the capital only: as well as the text for circulation it shows fallbacks, red lines, instructions, "
        "internal notes and priorities.",
    ),
}
_CONCERNS = {
    Concern.NO_DELEGATION: QT_TRANSLATE_NOOP("send", "No delegation is set for this position."),
    Concern.OTHER_DELEGATION: QT_TRANSLATE_NOOP(
        "send", "The position is on behalf of {words}, which is not our delegation."
    ),
    Concern.JOINT_WITH_OURSELVES: QT_TRANSLATE_NOOP(
        "send", "Our own delegation is listed under “Joint with”: {words}."
    ),
    Concern.SPEAKS_FOR_ANOTHER: QT_TRANSLATE_NOOP("send", "{field} speaks on behalf of another delegation: “{words}”."),
    Concern.OUTDATED: QT_TRANSLATE_NOOP(
        "send", "A newer revision ({words}) is in the library; this position is on the previous one."
    ),
    Concern.NO_MARKING: QT_TRANSLATE_NOOP("send", "No distribution marking, although similar documents carry one."),
    Concern.DEAD_REFERENCE: QT_TRANSLATE_NOOP("send", "{field} cites a provision that does not exist: “{words}”."),
    Concern.EMPTY_COMMENT: QT_TRANSLATE_NOOP("send", "{field} is empty."),
    Concern.SAME_AS_SOURCE: QT_TRANSLATE_NOOP("send", "The drafting suggestion is identical to the text."),
    Concern.INTERNAL_WORDS: QT_TRANSLATE_NOOP("send", "{field} may contain internal information: “{words}”."),
    Concern.UNPRINTABLE: QT_TRANSLATE_NOOP("send", "{field}: characters not supported by Word are left out: {words}."),
    Concern.OPEN_BRACKETS: QT_TRANSLATE_NOOP("send", "{field}: unmatched square brackets: “{words}”."),
}
_NOTE = QT_TRANSLATE_NOOP("send", "A note")
_LONGEST = 70


def export_kind_label(value: ExportKind) -> str:
    return _translated(_KINDS[value])


def audience_label(value: Audience) -> str:
    return _translated(_AUDIENCES[value])


def markup_label(value: MarkupStyle) -> str:
    return _translated(_MARKUPS[value])


def columns_label(value: ProvisionColumns) -> str:
    return _translated(_COLUMNS[value])


def template_label(value: Path | None) -> str:
    return value.stem if value else QCoreApplication.translate("send", "Standard template")


def audience_note(value: Audience) -> str:
    return _translated(_SEEN[value])


def contents_summary(preview: ExportSummary, kind: ExportKind, selected: int = 0) -> str:
    """Description of an export: its position entries, paragraphs or other items, its words, and its marking.

    Args:
        preview: What is in it.
        kind: Kind of export.
        selected: Of annotations, how many were chosen; those that are not in it are internal.
    """
    translate = QCoreApplication.translate
    if preview.entries is not None:
        entries = preview.entries
        said = positions.entries(entries.ours, entries.notes, entries.of)
    else:
        one, several = _COUNTED.get(kind, _PARAGRAPHS)
        said = [terms.format_count(preview.provisions, _translated(one), _translated(several))]
    if selected > preview.provisions:
        one, several = translate("send", "1 internal left out"), translate("send", "{n} internal left out")
        said.append(terms.format_count(selected - preview.provisions, one, several))
    words = terms.format_count(len(preview.text.split()), translate("send", "1 word"), translate("send", "{n} words"))
    marking = translate("send", "{marking} on each page").format(marking=preview.marking) if preview.marking else ""
    return " · ".join(filter(None, (*said, words, marking)))


def internal_summary(preview: ExportSummary, *, is_internal: bool) -> str:
    """Return the number of internal texts in an export, in words; or that all of it is internal."""
    translate = QCoreApplication.translate
    if not preview.internal:
        return translate("send", "For the capital only") if is_internal else translate("send", "No internal text")
    return terms.format_count(
        preview.internal,
        translate("send", "Contains 1 internal text: not for circulation"),
        translate("send", "Contains {n} internal texts: not for circulation"),
    )


def finding_sentence(value: CheckFinding) -> str:
    named = (
        _translated(_NOTE)
        if value.field == "annotation"
        else positions.position_field_label(value.field)
        if value.field
        else ""
    )
    words = " ".join(value.words.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    return _translated(_CONCERNS[value.concern]).format(field=named, words=words)


def rebuilt_note() -> str:
    """Return the notice for a redline that is not written into the original file."""
    return QCoreApplication.translate(
        "send",
        "The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.",
    )


def no_word_file_note() -> str:
    return QCoreApplication.translate(
        "send",
        "Only the Word export is the original file with our changes. On paper, as PDF, web page or text, the "
        "text is reproduced.",
    )


def unplaced_note() -> str:
    """Return the notice for a wording that could not be placed in a redline."""
    return QCoreApplication.translate("send", "This drafting suggestion could not be inserted in the original file.")


def unknown_placeholder_note(name: str) -> str:
    said = QCoreApplication.translate(
        "send", "The template contains an unknown placeholder {place}; it is left as it is."
    )
    return said.format(place="{{" + name + "}}")


def misplaced_placeholder_note() -> str:
    """Return the notice for a template whose placeholder for the text cannot hold it."""
    return QCoreApplication.translate(
        "send",
        "The template’s placeholder for the text is in a table, text box, header or footer; the text is "
        "added at the end.",
    )


def _translated(marked: object) -> str:
    return QCoreApplication.translate("send", str(marked))
