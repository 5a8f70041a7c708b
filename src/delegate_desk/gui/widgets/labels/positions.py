"""Labels of a position: the names of its fields, and its status."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.positions.fields import NOTHING, FieldDifference
from delegate_desk.core.positions.position import Position, PositionStatus, Stance
from delegate_desk.gui.widgets.labels import terms

_FIELDS = {
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
}
_PRIORITIES = {
    None: QT_TRANSLATE_NOOP("position", "—  none yet"),
    1: QT_TRANSLATE_NOOP("position", "1  highest"),
    2: QT_TRANSLATE_NOOP("position", "2  medium"),
    3: QT_TRANSLATE_NOOP("position", "3  low"),
}
_STATES = {
    PositionStatus.DRAFT: QT_TRANSLATE_NOOP("position", "draft {n}"),
    PositionStatus.CLEARED: QT_TRANSLATE_NOOP("position", "version {n}, cleared"),
    PositionStatus.SENT: QT_TRANSLATE_NOOP("position", "version {n}, sent"),
    PositionStatus.WITHDRAWN: QT_TRANSLATE_NOOP("position", "version {n}, withdrawn"),
}


def _translated(marked: object) -> str:
    return QCoreApplication.translate("position", str(marked))


def position_field_label(name: str) -> str:
    return _translated(_FIELDS[name])


def priority_label(value: int | None) -> str:
    return _translated(_PRIORITIES[value])


def position_status_label(position: Position) -> str:
    """Return the status of a position: ``draft 3``, ``version 3, sent``."""
    return _translated(_STATES[position.status]).format(n=terms.format_number(position.version))


def version_history(position: Position) -> list[str]:
    """Return the history of a version: who cleared it, to whom it was sent, and the effect of a change."""
    translate = QCoreApplication.translate
    said: list[str] = []
    if position.cleared is not None:
        text = translate("position", "cleared by {who}, {when}")
        said.append(text.format(who=position.cleared.by, when=terms.format_timestamp(position.cleared.at)))
    elif position.status is PositionStatus.DRAFT:
        said.append(translate("position", "not cleared"))
    if position.sent is not None:
        text = translate("position", "sent to {whom}, {when}")
        said.append(text.format(whom=position.sent.to, when=terms.format_timestamp(position.sent.at)))
        if position.sent.file:
            said.append(position.sent.file)
    return said


def change_warning(position: Position) -> str:
    """Return the effect of a change on a version that is no draft; empty for a draft."""
    translate = QCoreApplication.translate
    sent = translate("position", "Sent and archived. Any change starts draft {n}.")
    return {
        PositionStatus.DRAFT: "",
        PositionStatus.CLEARED: translate("position", "Cleared. Later changes need clearing again."),
        PositionStatus.SENT: sent.format(n=terms.format_number(position.version + 1)),
        PositionStatus.WITHDRAWN: translate("position", "Withdrawn. Any change makes it a draft again."),
    }[position.status]


def internal_field_note() -> str:
    return QCoreApplication.translate("position", "internal")


def difference_text(difference: FieldDifference, which: str) -> str:
    """One side of what differs in a field, as a person reads it.

    Args:
        difference: What differs.
        which: ``before`` or ``after``.
    """
    value = str(getattr(difference, which))
    if difference.field == "stance" and value:
        return terms.stance_label(Stance(value))
    if difference.field == "proposal" and value == NOTHING:
        return QCoreApplication.translate("position", "deletion proposed")
    return value


def entries(ours: int, notes: int, of: int | None = None) -> list[str]:
    """Number of entries of a position or a file, those from notes apart: ``3 position entries``, ``2 from notes``.

    Args:
        ours: Our position entries.
        notes: Annotations for circulation.
        of: Of a file, how many the position has.
    """
    translate = QCoreApplication.translate
    said = []
    if of is not None and of != ours:
        told = translate("positionwords", "{n} of {of} position entries")
        said.append(told.format(n=terms.format_number(ours), of=terms.format_number(of)))
    elif ours:
        several = translate("positionwords", "{n} position entries")
        said.append(terms.format_count(ours, translate("positionwords", "1 position entry"), several))
    if notes:
        one = translate("positionwords", "1 from a note")
        said.append(terms.format_count(notes, one, translate("positionwords", "{n} from notes")))
    return said
