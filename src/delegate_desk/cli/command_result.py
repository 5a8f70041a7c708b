"""Result of a command, or the reason why it failed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from delegate_desk.core import errors
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import errors as library_errors
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange

if TYPE_CHECKING:
    from argparse import Namespace

    from delegate_desk.core.documents.document import LibraryDocument
    from delegate_desk.core.exchange.package import Person
    from delegate_desk.desk import Desk

Shape = dict[str, Any]


@dataclass
class CommandResult:
    """Result of a command; ``reasons`` has a line for each rejected item, and makes the exit status 1."""

    data: Shape
    lines: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class UsageError(Exception):
    """The arguments of a command are invalid."""


_HINTS: dict[type[DeskError], str] = {
    errors.AmbiguousLanguageError: "Choose one with --language.",
    errors.LibraryDamagedError: "To recover it: delegate-desk check --repair.",
    library_errors.LibraryLockedError: "Set DELEGATE_DESK_PASSPHRASE, or run this in a terminal, which asks for it.",
    library_errors.NotRecoveredError: "To do so: delegate-desk --library NEW restore FILE.",
    library_errors.RestoreTargetError: "Name it with --library.",
}


def explain(error: DeskError) -> str:
    """Return the sentence for an error in English, with the command that helps."""
    sentence = error.explain().replace("File > Library > Import Package", "delegate-desk unpack")
    sentence = sentence.replace("under People in the preferences", "with delegate-desk people --remove-key")
    hint = _HINTS.get(type(error))
    return f"{sentence} {hint}" if hint else sentence


def index_imported(desk: "Desk") -> list[str]:
    """Index what was imported; return the reason if it is not possible yet. The import itself is done."""
    try:
        desk.indexing.make_ready()
    except DeskError as error:
        return [explain(error)]
    return []


def format_timestamp(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def json_value(value: Any) -> Any:
    """Return a value as JSON: times in UTC, mappings and sequences recursively, anything else as text."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return format_timestamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(part) for key, part in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [json_value(part) for part in value]
    return str(value)


_ATTRIBUTE = re.compile(r"(?:(?P<name>\w+)=)?(?P<path>[\w.]+)(?:\((?P<parts>(?:[^()]|\([^()]*\))*)\))?")


def pick(value: object, names: str = "", **extra: object) -> Shape:
    """Return some attributes of a value by name, such as ``id reference=header.reference``, and further values.

    Names between brackets, as in ``quote(exact start)``, are those of an attribute, or of each item in it.
    """
    picked: Shape = {}
    for attribute in _ATTRIBUTE.finditer(names):
        found, parts = attrgetter(attribute["path"])(value), attribute["parts"]
        if parts and found is not None:
            found = [pick(item, parts) for item in found] if isinstance(found, tuple | list) else pick(found, parts)
        picked[attribute["name"] or attribute["path"]] = found
    return json_value(picked | extra)  # type: ignore[no-any-return]  # of a mapping it is one


def find_document(desk: "Desk", args: "Namespace") -> "LibraryDocument":
    return desk.documents.find(args.reference, args.language)


def document_name(document: "LibraryDocument") -> str | None:
    return str(document.header.reference) if document.header.reference else None


def mark_changes(words: "Iterable[tuple[str, str]]") -> str:
    """Return words as a terminal shows their changes: ``[-deleted-]``, ``{+added+}``."""
    signs = {WordChange.EQUAL: "{}", WordChange.DELETE: "[-{}-]", WordChange.INSERT: "{{+{}+}}"}
    return "".join(signs[WordChange(change)].format(text) for change, text in words)


def display_name(name: str) -> str:
    """Return the name of a document for a sentence, on one line and shortened."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return (f"{line[:99]}…" if len(line) > 100 else line) or "its document"


def person_label(person: "Person") -> str:
    if person.name and person.delegation:
        return f"{display_name(person.name)} ({person.delegation})"
    return display_name(person.display_name) if person.display_name else "a colleague"
