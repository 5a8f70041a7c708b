"""Labels for lists of annotations: aspects, their values, groups, and deadlines by the local clock."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import (
    OURS,
    Age,
    AnnotationEntry,
    Aspect,
    Deadline,
    Grouping,
    deadline,
    local_day,
)
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.local_time import local_time
from delegate_desk.gui.widgets.labels import label_table, terms

translate = QCoreApplication.translate

aspect_label = label_table(
    "browsewords",
    {
        Aspect.KIND: QT_TRANSLATE_NOOP("browsewords", "Kind"),
        Aspect.TAG: QT_TRANSLATE_NOOP("browsewords", "Tag"),
        Aspect.STATUS: QT_TRANSLATE_NOOP("browsewords", "Status"),
        Aspect.VISIBILITY: QT_TRANSLATE_NOOP("browsewords", "Visibility"),
        Aspect.HOLDER: QT_TRANSLATE_NOOP("browsewords", "Reservation by"),
        Aspect.DOSSIER: QT_TRANSLATE_NOOP("browsewords", "Dossier"),
        Aspect.DOCUMENT: QT_TRANSLATE_NOOP("browsewords", "Document"),
        Aspect.CREATED: QT_TRANSLATE_NOOP("browsewords", "Created"),
        Aspect.DUE: QT_TRANSLATE_NOOP("browsewords", "Deadline"),
    },
)
grouping_label = label_table(
    "browsewords",
    {
        Grouping.DOCUMENT: QT_TRANSLATE_NOOP("browsewords", "By document"),
        Grouping.KIND: QT_TRANSLATE_NOOP("browsewords", "By kind"),
        Grouping.TAG: QT_TRANSLATE_NOOP("browsewords", "By tag"),
        Grouping.DOSSIER: QT_TRANSLATE_NOOP("browsewords", "By dossier"),
        Grouping.STATUS: QT_TRANSLATE_NOOP("browsewords", "By status"),
        Grouping.DUE: QT_TRANSLATE_NOOP("browsewords", "By due day"),
    },
)
status_label = label_table(
    "browsewords",
    {
        AnnotationStatus.OPEN: QT_TRANSLATE_NOOP("browsewords", "Open"),
        AnnotationStatus.DONE: QT_TRANSLATE_NOOP("browsewords", "Done"),
    },
)
visibility_label = label_table(
    "browsewords",
    {
        Visibility.INTERNAL: QT_TRANSLATE_NOOP("browsewords", "Internal"),
        Visibility.CIRCULATION: QT_TRANSLATE_NOOP("browsewords", "Circulation"),
    },
)
_age_label = label_table(
    "browsewords",
    {
        Age.TODAY: QT_TRANSLATE_NOOP("browsewords", "Today"),
        Age.WEEK: QT_TRANSLATE_NOOP("browsewords", "Up to a week ago"),
        Age.MONTH: QT_TRANSLATE_NOOP("browsewords", "Up to a month ago"),
        Age.YEAR: QT_TRANSLATE_NOOP("browsewords", "Up to a year ago"),
        Age.OLDER: QT_TRANSLATE_NOOP("browsewords", "Earlier"),
    },
)
deadline_label = label_table(
    "browsewords",
    {
        Deadline.OVERDUE: QT_TRANSLATE_NOOP("browsewords", "Overdue"),
        Deadline.TODAY: QT_TRANSLATE_NOOP("browsewords", "Today"),
        Deadline.TOMORROW: QT_TRANSLATE_NOOP("browsewords", "Tomorrow"),
        Deadline.LATER: QT_TRANSLATE_NOOP("browsewords", "Later"),
        Deadline.NONE: QT_TRANSLATE_NOOP("browsewords", "No deadline"),
    },
)


def aspect_value_label(aspect: Aspect, value: str, documents: Mapping[str, LibraryDocument]) -> str:
    """Return the label of a value of an aspect; documents are given by their number in decimal digits."""
    if aspect is Aspect.KIND:
        return terms.kind_label(AnnotationKind(value))
    if aspect is Aspect.STATUS:
        return status_label(AnnotationStatus(value))
    if aspect is Aspect.VISIBILITY:
        return visibility_label(Visibility(value))
    if aspect is Aspect.CREATED:
        return _age_label(Age(value))
    if aspect is Aspect.DUE:
        return deadline_label(Deadline(value))
    if aspect is Aspect.HOLDER and value == OURS:
        return translate("browsewords", "ours")
    if aspect is Aspect.DOCUMENT and value in documents:
        held = documents[value]
        return f"{held.name} · {held.header.language.upper()}"
    return value


def group_title(grouping: Grouping, key: str, documents: Mapping[str, LibraryDocument]) -> str:
    if grouping is Grouping.DOCUMENT:
        return documents[key].name if key in documents else key
    if grouping is Grouping.KIND:
        return terms.kind_label(AnnotationKind(key))
    if grouping is Grouping.STATUS:
        return status_label(AnnotationStatus(key))
    if grouping is Grouping.DUE:
        none = translate("browsewords", "Without a deadline")
        return terms.format_weekday(date.fromisoformat(key)) if key else none
    return key or translate("browsewords", "Without a tag")


def format_due(annotation: Annotation, now: datetime) -> str:
    """Return a deadline in local time, as short as possible: ``today 14:00``, ``26 Nov 14:00``; empty for none."""
    if annotation.due is None:
        return ""
    moment = local_time(annotation.due)
    hour = moment.strftime("%H:%M")
    days = (local_day(annotation.due) - local_day(now)).days
    if days in (0, 1):
        today = translate("browsewords", "today {hour}")
        tomorrow = translate("browsewords", "tomorrow {hour}")
        return (today, tomorrow)[days].format(hour=hour)
    form = "ddd d MMM" if moment.year == local_time(now).year else "d MMM yyyy"
    return f"{QLocale().toString(QDate(moment.year, moment.month, moment.day), form)} {hour}"


def is_late(annotation: Annotation, now: datetime) -> bool:
    return annotation.status is AnnotationStatus.OPEN and deadline(annotation.due, now) is Deadline.OVERDUE


def annotation_summary(entry: AnnotationEntry) -> str:
    """Return an annotation in one line: its text, else its quoted words, else its kind."""
    annotation = entry.annotation
    quoted = terms.quote(annotation.quote.exact) if annotation.quote else terms.kind_label(annotation.kind)
    return " ".join((annotation.text or quoted).split())


def annotation_place(entry: AnnotationEntry, *, document: bool = True) -> str:
    """Return the place of an annotation: ``ST 7001/26, 2(a)``, without the document if its group header names it."""
    label = terms.margin_label(entry.annotation.place.address, entry.label).rstrip(".")
    return ", ".join(filter(None, (entry.document.name if document else "", label)))
