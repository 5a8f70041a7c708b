"""Matching of an annotation from elsewhere to its document in the library."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.references import Reference, language_in_file_name, parse_reference
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.text import fold
from delegate_desk.parsing.references.document_references import documents as named_in
from delegate_desk.storage.db.stores.documents import DocumentStore

_LANGUAGE = re.compile(r"[a-z]{2}")


class DocumentMatcher:
    """Finds the documents of one library that are not in the trash, by what others call them."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def find_document(self, original: DocumentIdentity) -> LibraryDocument | None:
        """Document with the same bytes, else the latest import of the same reference in the same language."""
        same = self._documents.by_hash(original.sha256) if original.sha256 else None
        if same and not same.trashed:
            return same
        reference = parse_reference(original.reference)
        versions = self._documents.by_reference(reference) if reference else []
        fitting = [held for held in versions if held.header.language == original.language]
        return max(fitting, key=lambda held: held.id, default=None)

    def find_named(self, names: Iterable[str]) -> list[LibraryDocument]:
        """The documents that the first name that means any can mean: file names, addresses of pages, titles."""
        everything: list[LibraryDocument] | None = None
        for name in names:
            if everything is None:
                everything = self._documents.all()
            found = list(self._meant(name, everything))
            if found:
                return found
        return []

    def _meant(self, name: str, everything: list[LibraryDocument]) -> Iterator[LibraryDocument]:
        segments = list(_segments(name))
        languages = {code for part in segments if (code := language_in_file_name(part) or _language(part))}
        references = {reference.key for reference in _references(name, segments)}
        for held in everything:
            by_reference = held.header.reference is not None and held.header.reference.key in references
            spoken = not languages or held.header.language in languages
            by_subject = bool(held.header.subject) and fold(held.header.subject) == fold(name)
            if (by_reference and spoken) or held.file_name in segments or by_subject:
                yield held


def _segments(name: str) -> Iterator[str]:
    yield name
    try:
        path = unquote(urlsplit(name).path)
    except ValueError:  # no address of a page, such as one with half a bracket
        path = name
    for part in reversed(re.split(r"[/\\]", path)):
        if part:
            yield part
            yield PurePosixPath(part).stem


def _references(name: str, segments: Iterable[str]) -> Iterator[Reference]:
    for part in segments:
        reference = parse_reference(part)
        if reference:
            yield reference
    if " " in name:  # a title, which may name its document among other words
        yield from (found.target for found in named_in(name))


def _language(part: str) -> str:
    """A part of a path that is a language code, as the Council's register has them: ``…/ST-12862-2019-INIT/en/pdf``."""
    return part.lower() if _LANGUAGE.fullmatch(part.lower()) else ""
