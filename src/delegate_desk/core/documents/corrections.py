"""Corrections of the header of a document: each field as text, as typed and as stored.

A correction takes precedence over what was read, also after re-reading, until it is withdrawn. Empty text means that
the document has no such value.
"""

import re
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from delegate_desk.core.documents.document import Header, MarkUp, SubjectCode
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.core.text import fold, tidy
from delegate_desk.core.values import dataclass

LANGUAGES = frozenset("bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split())
_YES_OR_NO = {"": False, "no": False, "false": False, "0": False, "yes": True, "true": True, "1": True, "public": True}
_BARE_CODE = re.compile(r"[A-Z][A-Z/&-]*(?:-\d+)?")


class CorrectableField(StrEnum):
    REFERENCE = "reference"
    LANGUAGE = "language"
    ORIGINAL_LANGUAGE = "original_language"
    DATE = "date"
    MARKING = "marking"
    PUBLIC = "public"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_TYPE_LABEL = "document_type_label"
    SENDER = "sender"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    SUBJECT_CODES = "subject_codes"
    INTERINSTITUTIONAL_FILES = "interinstitutional_files"
    PREVIOUS_DOCUMENTS = "previous_documents"
    COMMISSION_DOCUMENTS = "commission_documents"
    MARK_UP = "mark_up"
    SHORT_TITLE = "short_title"


@dataclass(frozen=True, slots=True)
class Correction:
    """The correction of one field.

    Attributes:
        value: The corrected value, as ``field_text`` prints it.
        read: The value that was read, in the same form.
        confidence: Confidence of the reader, in 0..1; None if unknown.
        made: Time of the correction, in UTC.
    """

    field: CorrectableField
    value: str
    read: str
    confidence: float | None
    made: datetime


def field_text(header: Header, field: CorrectableField) -> str:
    """Return the value of a header field as text: one line per value, ``yes`` or ``no``, empty for none."""
    return _format_value(getattr(header, field))


def with_value(header: Header, field: CorrectableField, text: str, confidence: float | None = 1.0) -> Header:
    """Return a header with another value in one field, which is certain after a correction; None removes a confidence.

    Raises:
        NotUnderstoodError: If the text is not a valid value of the field.
    """
    value = _value(field, text)
    confidences = {name: level for name, level in header.confidence.items() if name != field}
    if confidence is not None:
        confidences[str(field)] = confidence
    changes: dict[str, Any] = {str(field): value, "confidence": confidences}
    return replace(header, **changes)


def parse_mark_up(text: str) -> MarkUp:
    """Return the meaning of a document's bold type, as entered by a person.

    Raises:
        NotUnderstoodError: If it is not a value of ``MarkUp``.
    """
    if text.strip() not in list(MarkUp):
        raise NotUnderstoodError(CorrectableField.MARK_UP, text)
    return MarkUp(text.strip())


def _format_value(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(map(_format_value, value))
    return str(value)


def _value(field: CorrectableField, text: str) -> object:
    typed = tidy(text)
    match field:
        case CorrectableField.SUBJECT | CorrectableField.SHORT_TITLE:
            return typed
        case CorrectableField.SUBJECT_CODES:
            return tuple(code for part in _parts(text) for code in _codes(part))
        case CorrectableField.INTERINSTITUTIONAL_FILES:
            files: list[str] = []
            for part in _parts(text):
                match = re.fullmatch(r"(\d{4}/\d{4})\s?\(([A-Za-z]{2,4})\)", part)
                if not match:
                    raise NotUnderstoodError(field, part)
                files.append(f"{match[1]}({match[2].upper()})")
            return tuple(files)
        case CorrectableField.PREVIOUS_DOCUMENTS | CorrectableField.COMMISSION_DOCUMENTS:
            return tuple(reference for part in _parts(text) for reference in _references(field, part))
        case CorrectableField.PUBLIC:
            if typed.lower() not in _YES_OR_NO:
                raise NotUnderstoodError(field, typed)
            return _YES_OR_NO[typed.lower()]
        case CorrectableField.LANGUAGE:
            if typed.lower() not in LANGUAGES:
                raise NotUnderstoodError(field, typed)
            return typed.lower()
    return _single(field, typed) if typed else None


def _single(field: CorrectableField, typed: str) -> object:
    match field:
        case CorrectableField.REFERENCE:
            return _reference(field, typed)
        case CorrectableField.ORIGINAL_LANGUAGE:
            if not re.fullmatch(r"[A-Za-z]{2}", typed):  # some are drawn up in a language of none of the Member States
                raise NotUnderstoodError(field, typed)
            return typed.lower()
        case CorrectableField.DATE:
            return _date(typed)
        case CorrectableField.MARKING:
            if typed.upper() != "LIMITE":
                raise NotUnderstoodError(field, typed)
            return "LIMITE"
        case CorrectableField.DOCUMENT_TYPE:
            # As stored, or by its English heading: ``Outcome of proceedings``, ``'I/A' item note``.
            name = re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=\w)/(?=\w)", "", fold(typed))).strip("_")
            if not name:
                raise NotUnderstoodError(field, typed)
            return name
        case CorrectableField.MARK_UP:
            raise NotUnderstoodError(field, typed)  # it is no field of the header
    return typed


def _parts(text: str) -> list[str]:
    return [part for line in re.split(r"[\n;,]", text) if (part := tidy(line))]


def _codes(part: str) -> list[SubjectCode]:
    """Parse a list of codes: ``JAI 1037 PR CO 20``, also without spaces (``COEST169``) or numbers (``JAI``)."""
    found: list[SubjectCode] = []
    words: list[str] = []
    for word in part.split():
        if word.isdecimal() and words:
            found.append(SubjectCode(" ".join(words), int(word)))
            words = []
        else:
            words.append(word)
    glued = re.fullmatch(r"([^\W\d]\D*?)(\d{1,5})", " ".join(words))
    if glued:
        found.append(SubjectCode(glued[1].strip(), int(glued[2])))
    elif words and all(map(_BARE_CODE.fullmatch, words)):
        found.extend(map(SubjectCode, words))
    elif words:
        raise NotUnderstoodError(CorrectableField.SUBJECT_CODES, part)
    return found


def _reference(field: CorrectableField, typed: str) -> Reference:
    reference = parse_reference(typed)
    if reference is None:
        raise NotUnderstoodError(field, typed)
    return reference


def _references(field: CorrectableField, part: str) -> list[Reference]:
    """Parse a list of documents, as headers print them: ``12326/19 + COR 1`` is two."""
    first, *more = [piece.strip() for piece in part.split("+")]
    return [
        _reference(field, first),
        *(parse_reference(piece) or _reference(field, f"{first} {piece}") for piece in more),
    ]


def _date(typed: str) -> date:
    """Parse a date as stored, or in digits as people type it, the day first."""
    figures = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.sub(r"\s", "", typed))
    try:
        if figures:
            return date(int(figures[3]), int(figures[2]), int(figures[1]))
        return date.fromisoformat(typed)
    except ValueError as error:
        raise NotUnderstoodError(CorrectableField.DATE, typed) from error
