"""Names in the window: kinds, stances, delegations, languages, document types and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import (
    LAST_MINUTE,
    OURS,
    Age,
    AnnotationEntry,
    Aspect,
    Deadline,
    Grouping,
    deadline,
    local_day,
)
from delegate_desk.core.documents.columns import Column
from delegate_desk.core.documents.corrections import LANGUAGES, CorrectableField
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.widgets.labels import label_table

if TYPE_CHECKING:
    from delegate_desk.core.exchange.package import Person


STANCE_ROLES = {stance: stance.value for stance in Stance} | {
    Stance.CAN_ACCEPT: "support",
    Stance.SUPPORT_IF: "support",
    Stance.OPPOSE: "red_line",
    Stance.STATEMENT: "ink",
}
"""The role of each stance's colour in the theme: of one that is also a kind of annotation, that kind's."""
STANCE_SIGNS = {
    Stance.SUPPORT: "+",
    Stance.CAN_ACCEPT: "~",
    Stance.SUPPORT_IF: "±",
    Stance.QUESTION: "?",
    Stance.SCRUTINY_RESERVATION: "◐",
    Stance.PARLIAMENTARY_RESERVATION: "◓",
    Stance.LINGUISTIC_RESERVATION: "◑",
    Stance.RESERVATION: "○",
    Stance.OPPOSE: "−",
    Stance.RED_LINE: "■",
    Stance.STATEMENT: "·",
}
"""The sign that identifies each stance without its colour."""
header_field_label = label_table(
    "names",
    {
        CorrectableField.REFERENCE: QT_TRANSLATE_NOOP("names", "Reference"),
        CorrectableField.LANGUAGE: QT_TRANSLATE_NOOP("names", "Language"),
        CorrectableField.ORIGINAL_LANGUAGE: QT_TRANSLATE_NOOP("names", "Original language"),
        CorrectableField.DATE: QT_TRANSLATE_NOOP("names", "Date"),
        CorrectableField.MARKING: QT_TRANSLATE_NOOP("names", "Marking"),
        CorrectableField.PUBLIC: QT_TRANSLATE_NOOP("names", "Stamped PUBLIC"),
        CorrectableField.DOCUMENT_TYPE: QT_TRANSLATE_NOOP("names", "Type"),
        CorrectableField.DOCUMENT_TYPE_LABEL: QT_TRANSLATE_NOOP("names", "Type as printed"),
        CorrectableField.SENDER: QT_TRANSLATE_NOOP("names", "From"),
        CorrectableField.RECIPIENT: QT_TRANSLATE_NOOP("names", "To"),
        CorrectableField.SUBJECT: QT_TRANSLATE_NOOP("names", "Subject"),
        CorrectableField.SUBJECT_CODES: QT_TRANSLATE_NOOP("names", "Subject codes"),
        CorrectableField.INTERINSTITUTIONAL_FILES: QT_TRANSLATE_NOOP("names", "Interinstitutional files"),
        CorrectableField.PREVIOUS_DOCUMENTS: QT_TRANSLATE_NOOP("names", "Previous documents"),
        CorrectableField.COMMISSION_DOCUMENTS: QT_TRANSLATE_NOOP("names", "Commission documents"),
        CorrectableField.MARK_UP: QT_TRANSLATE_NOOP("names", "Bold and underline"),
        CorrectableField.SHORT_TITLE: QT_TRANSLATE_NOOP("names", "Short title"),
    },
)
translate = QCoreApplication.translate
_NUMBERED = re.compile(r"(?:art|para|point|rec|annex|fn|sub|ind)_(-?\d+[a-z]*)")


def _export_labels() -> Any:
    """Return the labels of exports in the language of the window, which share these names."""
    table = paths.load_table("export_labels")
    return table.get(window_language(), table["en"])


def export_word(key: str) -> str:
    return str(_export_labels()["words"][key])


def _capitalise(group: str, key: str) -> str:
    """Return a word of the search box as a label; French writes the names of languages small."""
    words = paths.load_table("search_words")[group]
    word = str(words.get(window_language(), words["en"])[key][0])
    return word if window_language() == "fr" else word.capitalize()


def kind_label(kind: AnnotationKind) -> str:
    return str(_export_labels()["kinds"][kind])


def format_person(person: Person | None) -> str:
    """Return a person's name and delegation: ``Anna (EL)``; a person without both is a colleague."""
    if person is None or not person.display_name:
        return translate("names", "a colleague")
    if person.name and person.delegation:
        return f"{person.name} ({person.delegation})"
    return person.display_name


def stance_label(stance: Stance) -> str:
    """Return the label of a stance: ``Support if amended``; of one that is also a kind of annotation, that kind's."""
    labels = _export_labels()
    return str(labels["kinds"].get(stance, labels["stances"][stance]))


def state_name(code: str) -> str:
    return str(_export_labels()["delegations"]["names"][code])


def state_name_genitive(code: str) -> str:
    """Return the genitive of a Member State: ``of Greece``; only its name if no form is known."""
    return str(_export_labels()["delegations"]["of"].get(code) or state_name(code))


def markup_reason_label(reason: MarkUpReason) -> str:
    return _translate(reason)


def reading_remark_label(remark: ReadingRemark) -> str:
    """Return a remark on unreadable parts of a file, in the language of the window: ``no text on page 3``."""
    words = _translate(remark.wording)
    if remark.pages:
        plural = translate("names", "{words} on pages {pages}")
        singular = translate("names", "{words} on page {pages}")
        return (plural if len(remark.pages) > 1 else singular).format(words=words, pages=remark.page_ranges("–"))
    return f"{remark.count} {words}" if remark.count else words


def language_name(code: str) -> str:
    return _capitalise("languages", code) if code in LANGUAGES else code


def languages_by_name() -> list[str]:
    """Return the 24 languages by code, in the order of their names."""
    return sorted(LANGUAGES, key=language_name)


def format_timestamp(timestamp: datetime) -> str:
    """Return a time in local time, as it is typed: ``14.10.2026 12:00``; a whole day as its date alone."""
    local = local_time(timestamp)
    day = f"{local.day}.{local.month}.{local.year}"
    return day if local.time() == LAST_MINUTE else f"{day} {local:%H:%M}"


def version_note(document: LibraryDocument) -> str:
    language = language_name(document.header.language)
    return translate("names", "on the {language} text").format(language=language)


def window_language() -> str:
    return QLocale().name().partition("_")[0]


def reading_languages(read: Iterable[str]) -> tuple[str, ...]:
    """Return the languages that the user reads, with the window's first if it is among them, else last."""
    window = window_language()
    return tuple(dict.fromkeys((*sorted(read, key=lambda code: code != window), window)))


def document_type_label(value: str) -> str:
    names = paths.load_table("document_types").get(value)
    return str(names.get(window_language(), names["en"])) if names else value.replace("_", " ").capitalize()


def format_count(number: int, singular: str, plural: str) -> str:
    """Return the wording for a number: ``1 document``, ``{n} documents``; French says ``0 document``."""
    if number == 1:
        return singular
    if number == 0 and window_language() == "fr" and "1" in singular:
        return singular.replace("1", "0", 1)
    return plural.format(n=format_number(number))


def format_number(number: int) -> str:
    """Return a number for display: ``1 204`` with a narrow no-break space."""
    return f"{number:,}".replace(",", "\u202f")


def format_decimal(number: float, digits: int) -> str:
    """Return a decimal number in the window's language: ``66.1``, ``66,1``."""
    return f"{number:.{digits}f}".replace(".", QLocale().decimalPoint())


def quote(words: str) -> str:
    return translate("names", "“{words}”").format(words=words)


def format_labelled(name: str, text: str) -> str:
    return translate("names", "{name}: {said}").format(name=name, said=text)


def join_statements(statements: Iterable[str]) -> str:
    between = translate("names", "; ", "between two statements in one line")
    return between.join(filter(None, statements))


def format_size(size: int) -> str:
    """Return the size of a file: ``12.3 MB``; of a small one: ``0.04 MB``."""
    number = format_decimal(size / 1_000_000, 1 if size >= 1_000_000 else 2)
    return translate("names", "{n} MB").format(n=number)


def margin_label(address: Address, label: str) -> str:
    """Return the margin label as printed, preceded by the numbers above it: ``10.``, ``7στ)``, ``5(2)(a)``."""
    if address.startswith("fn_"):
        return translate("names", "fn {label}").format(label=label)
    ancestors = [match[1] for segment in address.split("__")[:-1] if (match := _NUMBERED.fullmatch(segment))]
    if not ancestors or not label:
        return label
    core = label.strip(" .()")
    numbered = core.lstrip("-–−‑")[:1].isdecimal()  # a number, or one with a letter or a word: ``1a``, ``1 bis``
    last = f"({core})" if numbered else label if label.endswith(")") else f" {label}"
    return ancestors[0] + "".join(f"({part})" for part in ancestors[1:]) + last


def _translate(marked: object) -> str:
    return translate("names", str(marked))


_ADDRESS_PARTS = {
    "annex": QT_TRANSLATE_NOOP("places", "annex"),
    "part": QT_TRANSLATE_NOOP("places", "part"),
    "tit": QT_TRANSLATE_NOOP("places", "title"),
    "chp": QT_TRANSLATE_NOOP("places", "chapter"),
    "sec": QT_TRANSLATE_NOOP("places", "section"),
    "hd": QT_TRANSLATE_NOOP("places", "heading"),
    "cover": QT_TRANSLATE_NOOP("places", "cover"),
    "cit": QT_TRANSLATE_NOOP("places", "citation"),
    "p": QT_TRANSLATE_NOOP("places", "p"),
    "sub": QT_TRANSLATE_NOOP("places", "sub"),
    "ind": QT_TRANSLATE_NOOP("places", "indent"),
    "fn": QT_TRANSLATE_NOOP("places", "fn"),
    "tbl": QT_TRANSLATE_NOOP("places", "table"),
    "row": QT_TRANSLATE_NOOP("places", "row"),
    "cell": QT_TRANSLATE_NOOP("places", "column"),
}


def column_label(column: Column) -> str:
    return _capitalise("columns", column.value)


def part_kind_label(key: str) -> str:
    """Return the short name of a kind of address segment: ``sub``; the key itself if it has none."""
    name = _ADDRESS_PARTS.get(key)
    return translate("places", str(name)) if name else key


def segment_label(segment: str) -> str:
    key, _, number = segment.partition("_")
    return " ".join(filter(None, (part_kind_label(key), number.replace("_", " "))))


def _format_date(day: date, form: str) -> str:
    """Return a day in a form of Qt; the first of a month is ``1er`` in French, which Qt's locales do not know."""
    if day.day == 1 and window_language() == "fr":
        form = form.replace("d M", "d'er' M")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def format_day(day: date) -> str:
    return _format_date(day, "d MMMM yyyy")


def format_weekday(day: date) -> str:
    """Return a day with its weekday: ``Thursday 26 November 2026``."""
    return _format_date(day, "dddd d MMMM yyyy")


def format_short_day(day: date) -> str:
    """Return a day without its year, for narrow places: ``14 Oct``."""
    return _format_date(day, "d MMM")


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
        return kind_label(AnnotationKind(value))
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
        document = documents[value]
        return f"{document.name} · {document.header.language.upper()}"
    return value


def group_title(grouping: Grouping, key: str, documents: Mapping[str, LibraryDocument]) -> str:
    if grouping is Grouping.DOCUMENT:
        return documents[key].name if key in documents else key
    if grouping is Grouping.KIND:
        return kind_label(AnnotationKind(key))
    if grouping is Grouping.STATUS:
        return status_label(AnnotationStatus(key))
    if grouping is Grouping.DUE:
        undated = translate("browsewords", "Without a deadline")
        return format_weekday(date.fromisoformat(key)) if key else undated
    return key or translate("browsewords", "Without a tag")


def format_due(annotation: Annotation, now: datetime) -> str:
    """Return a deadline in local time, as short as possible: ``today 14:00``, ``26 Nov 14:00``; empty for none."""
    if annotation.due is None:
        return ""
    due = local_time(annotation.due)
    hour = due.strftime("%H:%M")
    days = (local_day(annotation.due) - local_day(now)).days
    if days in (0, 1):
        today = translate("browsewords", "today {hour}")
        tomorrow = translate("browsewords", "tomorrow {hour}")
        return (today, tomorrow)[days].format(hour=hour)
    form = "ddd d MMM" if due.year == local_time(now).year else "d MMM yyyy"
    return f"{_format_date(due, form)} {hour}"


def is_late(annotation: Annotation, now: datetime) -> bool:
    return annotation.status is AnnotationStatus.OPEN and deadline(annotation.due, now) is Deadline.OVERDUE


def annotation_summary(entry: AnnotationEntry) -> str:
    """Return an annotation in one line: its text, else its quoted words, else its kind."""
    annotation = entry.annotation
    quoted = quote(annotation.quote.exact) if annotation.quote else kind_label(annotation.kind)
    return " ".join((annotation.text or quoted).split())


def annotation_place(entry: AnnotationEntry, *, document: bool = True) -> str:
    """Return the place of an annotation: ``ST 7001/26, 2(a)``, without the document if its group header names it."""
    label = margin_label(entry.annotation.place.address, entry.label).rstrip(".")
    return ", ".join(filter(None, (entry.document.name if document else "", label)))
