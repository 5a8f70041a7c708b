"""Labels of a position: the names of its fields, and its status."""

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
from delegate_desk.core.positions.position import NOTHING, FieldDifference, Position, PositionStatus, Stance
from delegate_desk.gui.widgets.labels import label_table, terms

translate = QCoreApplication.translate

position_field_label = label_table(
    "position",
    {
        "general": QT_TRANSLATE_NOOP("position", "General comments"),
        "stance": QT_TRANSLATE_NOOP("position", "Stance"),
        "proposal": QT_TRANSLATE_NOOP("position", "Wording"),
        "comment": QT_TRANSLATE_NOOP("position", "Comment"),
        "justification": QT_TRANSLATE_NOOP("position", "Justification"),
        "joint": QT_TRANSLATE_NOOP("position", "Joint with"),
        "after": QT_TRANSLATE_NOOP("position", "Placed after"),
        "label": QT_TRANSLATE_NOOP("position", "Number"),
        "fallbacks": QT_TRANSLATE_NOOP("position", "Fallbacks"),
        "red_line": QT_TRANSLATE_NOOP("position", "Red line"),
        "instruction": QT_TRANSLATE_NOOP("position", "Instruction"),
        "source": QT_TRANSLATE_NOOP("position", "Source"),
        "internal": QT_TRANSLATE_NOOP("position", "Internal"),
        "priority": QT_TRANSLATE_NOOP("position", "Priority"),
        "tags": QT_TRANSLATE_NOOP("position", "Tags"),
        "authors": QT_TRANSLATE_NOOP("position", "Drafting by"),
        "annotation": QT_TRANSLATE_NOOP("position", "A note"),
    },
)
priority_label = label_table(
    "position",
    {
        None: QT_TRANSLATE_NOOP("position", "—  none yet"),
        1: QT_TRANSLATE_NOOP("position", "1  highest"),
        2: QT_TRANSLATE_NOOP("position", "2  medium"),
        3: QT_TRANSLATE_NOOP("position", "3  low"),
    },
)
_STATES = {
    PositionStatus.DRAFT: QT_TRANSLATE_NOOP("position", "draft {n}"),
    PositionStatus.CLEARED: QT_TRANSLATE_NOOP("position", "version {n}, cleared"),
    PositionStatus.SENT: QT_TRANSLATE_NOOP("position", "version {n}, sent"),
    PositionStatus.WITHDRAWN: QT_TRANSLATE_NOOP("position", "version {n}, withdrawn"),
}


status_badge = label_table(
    "position",
    {
        PositionStatus.DRAFT: QT_TRANSLATE_NOOP("position", "draft"),
        PositionStatus.CLEARED: QT_TRANSLATE_NOOP("position", "cleared"),
        PositionStatus.SENT: QT_TRANSLATE_NOOP("position", "sent"),
        PositionStatus.WITHDRAWN: QT_TRANSLATE_NOOP("position", "withdrawn"),
    },
)


def _translate(marked: object) -> str:
    return translate("position", str(marked))


def position_status_label(position: Position) -> str:
    return _translate(_STATES[position.status]).format(n=terms.format_number(position.version))


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


def draft_again() -> str:
    return translate("positionwords", "The position is a draft again")


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


def difference_text(difference: FieldDifference, side: str) -> str:
    """Return one side of a difference in a field for display, ``before`` or ``after``."""
    value = str(getattr(difference, side))
    if difference.field == "stance" and value:
        return terms.stance_label(Stance(value))
    if difference.field == "proposal" and value == NOTHING:
        return translate("position", "deletion proposed")
    return value


def entries(own: int, notes: int, total: int | None = None) -> list[str]:
    texts = []
    if total is not None and total != own:
        message = translate("positionwords", "{n} of {of} position entries")
        texts.append(message.format(n=terms.format_number(own), of=terms.format_number(total)))
    elif own:
        plural = translate("positionwords", "{n} position entries")
        texts.append(terms.format_count(own, translate("positionwords", "1 position entry"), plural))
    if notes:
        singular = translate("positionwords", "1 from a note")
        texts.append(terms.format_count(notes, singular, translate("positionwords", "{n} from notes")))
    return texts


export_kind_label = label_table(
    "position",
    {
        ExportKind.POSITION: QT_TRANSLATE_NOOP("position", "Position paper"),
        ExportKind.COMMENTS_TABLE: QT_TRANSLATE_NOOP("position", "Table of comments"),
        ExportKind.REDLINE: QT_TRANSLATE_NOOP("position", "Redline in the original file"),
        ExportKind.ANNOTATED: QT_TRANSLATE_NOOP("position", "Text with our comments"),
        ExportKind.COMPILATION: QT_TRANSLATE_NOOP("position", "Compilation of comments"),
    },
)
_PARAGRAPHS = (QT_TRANSLATE_NOOP("position", "1 paragraph"), QT_TRANSLATE_NOOP("position", "{n} paragraphs"))
_COUNTED = {
    ExportKind.REPORT: (
        QT_TRANSLATE_NOOP("position", "1 item discussed"),
        QT_TRANSLATE_NOOP("position", "{n} items discussed"),
    ),
    ExportKind.MATRIX: (QT_TRANSLATE_NOOP("position", "1 result"), QT_TRANSLATE_NOOP("position", "{n} results")),
    ExportKind.COMPARISON: (QT_TRANSLATE_NOOP("position", "1 change"), QT_TRANSLATE_NOOP("position", "{n} changes")),
    ExportKind.CONSEQUENCES: (
        QT_TRANSLATE_NOOP("position", "1 item of ours"),
        QT_TRANSLATE_NOOP("position", "{n} items of ours"),
    ),
    ExportKind.ANNOTATIONS: (QT_TRANSLATE_NOOP("position", "1 note"), QT_TRANSLATE_NOOP("position", "{n} notes")),
    ExportKind.CALENDAR: (
        QT_TRANSLATE_NOOP("position", "1 calendar entry"),
        QT_TRANSLATE_NOOP("position", "{n} calendar entries"),
    ),
    ExportKind.COLUMNS: (QT_TRANSLATE_NOOP("position", "1 row"), QT_TRANSLATE_NOOP("position", "{n} rows")),
    ExportKind.CONCORDANCE: (QT_TRANSLATE_NOOP("position", "1 passage"), QT_TRANSLATE_NOOP("position", "{n} passages")),
}
"""Names of the items of an export that are not paragraphs."""
audience_label = label_table(
    "position",
    {
        Audience.CIRCULATION: QT_TRANSLATE_NOOP("position", "Circulation"),
        Audience.CAPITAL: QT_TRANSLATE_NOOP("position", "Capital (includes internal text)"),
    },
)
markup_label = label_table(
    "position",
    {
        MarkupStyle.COUNCIL: QT_TRANSLATE_NOOP("position", "Council: bold, struck through"),
        MarkupStyle.TRACKED: QT_TRANSLATE_NOOP("position", "Word: tracked changes"),
    },
)
columns_label = label_table(
    "position",
    {
        ProvisionColumns.SUGGESTIONS: QT_TRANSLATE_NOOP("position", "Drafting | Comments"),
        ProvisionColumns.FOUR: QT_TRANSLATE_NOOP("position", "Article | Text | Drafting | Comments"),
        ProvisionColumns.JUSTIFIED: QT_TRANSLATE_NOOP("position", "Article | Text | Drafting | Justification"),
    },
)
audience_note = label_table(
    "position",
    {
        Audience.CIRCULATION: QT_TRANSLATE_NOOP(
            "position",
            "Recipients see general comments, stances, drafting suggestions, comments, justifications, joint "
            "delegations and notes for circulation, and no personal names. Red lines appear as “opposed”.",
        ),
        Audience.CAPITAL: QT_TRANSLATE_NOOP(
            "position",
            "For the capital only: as well as the text for circulation it shows fallbacks, red lines, instructions, "
            "internal notes and priorities.",
        ),
    },
)
_CONCERNS = {
    Concern.NO_DELEGATION: QT_TRANSLATE_NOOP("position", "No delegation is set for this position."),
    Concern.OTHER_DELEGATION: QT_TRANSLATE_NOOP(
        "position", "The position is on behalf of {words}, which is not our delegation."
    ),
    Concern.JOINT_WITH_OURSELVES: QT_TRANSLATE_NOOP(
        "position", "Our own delegation is listed under “Joint with”: {words}."
    ),
    Concern.SPEAKS_FOR_ANOTHER: QT_TRANSLATE_NOOP(
        "position", "{field} speaks on behalf of another delegation: “{words}”."
    ),
    Concern.OUTDATED: QT_TRANSLATE_NOOP(
        "position", "A newer revision ({words}) is in the library; this position is on the previous one."
    ),
    Concern.NO_MARKING: QT_TRANSLATE_NOOP("position", "No distribution marking, although similar documents carry one."),
    Concern.DEAD_REFERENCE: QT_TRANSLATE_NOOP("position", "{field} cites a provision that does not exist: “{words}”."),
    Concern.BROKEN_REFERENCE: QT_TRANSLATE_NOOP(
        "position", "This provision cites “{words}”, which we propose to delete."
    ),
    Concern.UNSUITABLE_VERB: QT_TRANSLATE_NOOP("position", "{field}: “{words}” is unusual in this kind of provision."),
    Concern.NUMBERING: QT_TRANSLATE_NOOP("position", "{field}: the label “{words}” does not follow the one before it."),
    Concern.EMPTY_COMMENT: QT_TRANSLATE_NOOP("position", "{field} is empty."),
    Concern.SAME_AS_SOURCE: QT_TRANSLATE_NOOP("position", "The drafting suggestion is identical to the text."),
    Concern.INTERNAL_WORDS: QT_TRANSLATE_NOOP("position", "{field} may contain internal information: “{words}”."),
    Concern.UNPRINTABLE: QT_TRANSLATE_NOOP(
        "position", "{field}: characters not supported by Word are left out: {words}."
    ),
    Concern.OPEN_BRACKETS: QT_TRANSLATE_NOOP("position", "{field}: unmatched square brackets: “{words}”."),
}
_LONGEST = 70


def template_label(value: Path | None) -> str:
    return value.stem if value else translate("position", "Standard template")


def contents_summary(preview: ExportSummary, kind: ExportKind, words: int, selected: int = 0) -> str:
    """Description of an export: its position entries, paragraphs or other items, and its words.

    Args:
        words: Number of words on the pages, without headers and footers.
        selected: For annotations, the number selected; those not in it are internal.
    """
    if preview.entries is not None:
        counts = preview.entries
        general = [translate("position", "General comments")] if counts.has_general else []
        parts = [*general, *entries(counts.ours, counts.notes, counts.of)]
    else:
        singular, plural = _COUNTED.get(kind, _PARAGRAPHS)
        parts = [terms.format_count(preview.provisions, _translate(singular), _translate(plural))]
    if selected > preview.provisions:
        singular, plural = translate("position", "1 internal left out"), translate("position", "{n} internal left out")
        parts.append(terms.format_count(selected - preview.provisions, singular, plural))
    parts.append(terms.format_count(words, translate("position", "1 word"), translate("position", "{n} words")))
    return " · ".join(parts)


def internal_summary(preview: ExportSummary, *, is_internal: bool) -> str:
    """Return the number of internal texts in an export, in words; or that all of it is internal."""
    if not preview.internal and is_internal:
        return translate("position", "For the capital only")
    if not preview.internal:
        text = translate("position", "No internal text")
        return f"✓  {text}"
    return terms.format_count(
        preview.internal,
        translate("position", "Contains 1 internal text: not for circulation"),
        translate("position", "Contains {n} internal texts: not for circulation"),
    )


def finding_sentence(finding: CheckFinding) -> str:
    field = position_field_label(finding.field) if finding.field else ""
    words = " ".join(finding.words.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    return _translate(_CONCERNS[finding.concern]).format(field=field, words=words)


def no_word_file_note() -> str:
    return translate(
        "position",
        "Only the Word export is the original file with our changes. On paper, as PDF, web page or text, the "
        "text is reproduced.",
    )
