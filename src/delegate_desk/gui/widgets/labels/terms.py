"""Names in the window: kinds, stances, delegations, languages, document types and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.annotations.annotation_list import LAST_MINUTE
from delegate_desk.core.documents.columns import Column
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark
from delegate_desk.core.local_time import local_time
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.widgets.labels import label_group, label_table, window_labels
from delegate_desk.gui.widgets.labels import window_language as window_language  # noqa: PLC0414  (a term too)

if TYPE_CHECKING:
    from delegate_desk.core.exchange.package import Person

STANCE_ROLES = {
    Stance.SUPPORT: "support",
    Stance.CAN_ACCEPT: "support",
    Stance.SUPPORT_IF: "ink",
    Stance.QUESTION: "question",
    Stance.SCRUTINY_RESERVATION: "scrutiny_reservation",
    Stance.PARLIAMENTARY_RESERVATION: "parliamentary_reservation",
    Stance.LINGUISTIC_RESERVATION: "linguistic_reservation",
    Stance.RESERVATION: "reservation",
    Stance.OPPOSE: "red_line",
    Stance.RED_LINE: "red_line",
    Stance.STATEMENT: "ink",
}
"""The role of each stance's colour in the theme."""
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
"""What tells each stance without its colour."""
column_label = label_table("column", Column)
header_field_label = label_table("header_field", CorrectableField)
"""A field of a document's header: ``Subject codes``."""
translate = QCoreApplication.translate
_NUMBERED = re.compile(r"(?:art|para|point|rec|annex|fn|sub|ind)_(-?\d+[a-z]*)")


def _exported() -> Any:
    """The labels of exports in the language of the window, which has these names in common with them."""
    return window_labels("export_labels")


def kind_label(kind: AnnotationKind) -> str:
    """A kind of annotation: ``Red line``."""
    return str(_exported()["kinds"][kind])


def format_person(person: Person | None) -> str:
    """A person by name and delegation: ``Anna (EL)``; one who says neither is a colleague."""
    if person is None or not person.display_name:
        return translate("names", "a colleague")
    if person.name and person.delegation:
        return f"{person.name} ({person.delegation})"
    return person.display_name


def stance_label(stance: Stance) -> str:
    """A stance: ``Support if amended``; of one that is a kind of annotation too, the name of that kind."""
    exported = _exported()
    return str(exported["kinds"].get(stance, exported["stances"][stance]))


def state_name(code: str) -> str:
    """A Member State by its delegation's code: ``Greece``."""
    return str(_exported()["delegations"]["names"][code])


def state_name_genitive(code: str) -> str:
    """A Member State behind what is its own: ``of Greece``; its name alone where no form is known."""
    return str(_exported()["delegations"]["of"].get(code) or state_name(code))


def markup_reason_label(reason: MarkUpReason) -> str:
    """Return the basis of a judgement on mark-up, in the language of the window."""
    return _translated(reason)


def reading_remark_label(remark: ReadingRemark) -> str:
    """Return a remark on unreadable parts of a file, in the language of the window: ``no text on page 3``."""
    words = _translated(remark.wording)
    if remark.pages:
        several = translate("names", "{words} on pages {pages}")
        value = translate("names", "{words} on page {pages}")
        return (several if len(remark.pages) > 1 else value).format(words=words, pages=remark.page_ranges("–"))
    return f"{remark.count} {words}" if remark.count else words


def language_name(code: str) -> str:
    """A language of documents: ``Greek``; the code itself where it is not one of the 24."""
    return label_group("language").get(code, code)


def languages_by_name() -> list[str]:
    """The 24 languages by their codes, in the order of their names."""
    return sorted(label_group("language"), key=language_name)


def format_timestamp(moment: datetime) -> str:
    """Return a time in local time, as it is typed: ``14.10.2026 12:00``; a whole day as its date alone."""
    local = local_time(moment)
    day = f"{local.day}.{local.month}.{local.year}"
    return day if local.time() == LAST_MINUTE else f"{day} {local:%H:%M}"


def version_note(document: LibraryDocument) -> str:
    """That something stands on another language version: ``on the English text``."""
    language = language_name(document.header.language)
    return translate("names", "on the {language} text").format(language=language)


def reading_languages(read: Iterable[str]) -> tuple[str, ...]:
    """Return the languages that the user reads, with the window's first if it is among them, else last."""
    window = window_language()
    return tuple(dict.fromkeys((*sorted(read, key=lambda code: code != window), window)))


def document_type_label(value: str) -> str:
    """A type of document, as headings have it: ``Outcome of proceedings``."""
    return label_group("document_type").get(value, value.replace("_", " ").capitalize())


def format_count(number: int, value: str, many: str) -> str:
    """The wording for a number: ``1 document``, ``{n} documents``; French says ``0 document``."""
    if number == 1:
        return value
    if number == 0 and window_language() == "fr" and "1" in value:
        return value.replace("1", "0", 1)
    return many.format(n=format_number(number))


def format_number(number: int) -> str:
    """Return a number for display: ``1 204`` with a narrow no-break space."""
    return f"{number:,}".replace(",", "\u202f")


def format_decimal(number: float, digits: int) -> str:
    """A number with a fraction, as the window's language writes it: ``66.1``, ``66,1``."""
    return f"{number:.{digits}f}".replace(".", QLocale().decimalPoint())


def quote(words: str) -> str:
    """Words in the quotation marks of the window's language: ``“without delay”``."""
    return translate("names", "“{words}”").format(words=words)


def format_labelled(name: str, text: str) -> str:
    """A statement behind its name, with the colon of the window's language: ``New: 3``."""
    return translate("names", "{name}: {said}").format(name=name, said=text)


def join_statements(statements: Iterable[str]) -> str:
    """Statements in one line: ``2 placed; 1 waits``; empty ones are left out."""
    between = translate("names", "; ", "between two statements in one line")
    return between.join(filter(None, statements))


def format_size(size: int) -> str:
    """The size of a file: ``12.3 MB``; of a small one: ``0.04 MB``."""
    number = format_decimal(size / 1_000_000, 1 if size >= 1_000_000 else 2)
    return translate("names", "{n} MB").format(n=number)


def margin_label(address: Address, label: str) -> str:
    """Return the margin label as printed, preceded by the numbers above it: ``10.``, ``7 στ)``, ``5(2)(a)``."""
    if address.startswith("fn_"):
        return translate("names", "fn {label}").format(label=label)
    above = [match[1] for segment in address.split("__")[:-1] if (match := _NUMBERED.fullmatch(segment))]
    if not above or not label:
        return label
    bare = label.strip(" .()").replace(" ", "")
    number = bare.lstrip("-–−‑")
    numbered = number.isdecimal() or number[:-1].isdecimal()  # a number, or one with a letter: ``1a``
    own = f"({bare})" if numbered else label if label.startswith("(") else f" {label}"
    return above[0] + "".join(f"({part})" for part in above[1:]) + own


def _translated(marked: object) -> str:
    return translate("names", str(marked))


def part_kind_label(key: str) -> str:
    """A kind of part of an address, in short: ``sub``; the key itself where it has no name."""
    return label_group("address_part").get(key, key)


def segment_label(segment: str) -> str:
    """A part of an address with its number: ``row 2``, ``cover``."""
    key, _, number = segment.partition("_")
    return " ".join(filter(None, (part_kind_label(key), number.replace("_", " "))))


def format_day(day: date) -> str:
    """A day as the window's language writes it: ``14 October 2019``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def format_short_day(day: date) -> str:
    """A day without its year, for narrow places: ``14 Oct``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
