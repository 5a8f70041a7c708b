"""Dossiers: the documents of one negotiation.

Documents belong to one dossier if they bear the same interinstitutional file, are of one family, or are
linked by ``No. prev. doc.``, also through a document that is not in the library. A person's assignment of a
family outranks its documents: it belongs to another dossier, or is separate.
"""

import datetime
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.references import Reference


@dataclass(frozen=True, slots=True)
class DossierAssignment:
    """Assignment of a document by a person, with all of its family.

    Attributes:
        dossier: A mark of the dossier that it belongs to: ``ST 7001/2026`` for the dossier of that family,
            ``file 2026/0155`` for the dossier of that interinstitutional file, ``#12`` for the dossier of the
            document of that number, which bears no reference; None for a separate document.
        made: Time of the assignment, in UTC. Earlier documents that name the family stay where they are without
            it; later documents that belong to nothing else follow it.
    """

    dossier: str | None
    made: datetime.datetime


NO_CHOICES: Mapping[DocumentId, DossierAssignment] = {}


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents held of one negotiation.

    Attributes:
        name: Its interinstitutional file, else the name of its earliest document.
        subject: Of its newest document that has one, in its original language where that is held; may be empty.
        documents: The earliest first, those without a date last.
        family_mark: What tells it from every other: the mark of a ``DossierAssignment`` that puts a document into it.
    """

    name: str
    subject: str
    documents: tuple[LibraryDocument, ...]
    family_mark: str

    def subject_in(self, languages: Sequence[str]) -> str:
        """Its subject in the first of some languages in which that document is held; in none of them as ``subject``."""
        return _subject(self.documents, languages)

    @property
    def families(self) -> frozenset[str]:
        """The marks of its families."""
        return frozenset(family_mark(one) for one in self.documents)

    @property
    def files(self) -> tuple[str, ...]:
        """The interinstitutional files that its documents bear, each once, as most fully printed."""
        fullest: dict[str, str] = {}
        for file in sorted({file for one in self.documents for file in one.header.interinstitutional_files}, key=_rank):
            fullest.setdefault(file_without_procedure(file), file)
        return tuple(fullest.values())


def collect_dossiers(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> list[Dossier]:
    """Return the dossiers of a library, the dossier with the newest document first.

    Args:
        documents: All documents in the library.
        choices: Assignments of some of them by a person.
    """
    held = list(documents)
    joined = _related_marks(held, choices)
    members: dict[Hashable, list[LibraryDocument]] = {}
    for one in held:
        members.setdefault(_first(joined, ("family", family_mark(one))), []).append(one)
    said = assignments_by_family(held, choices)
    made = [_dossier(some, said) for some in members.values()]
    return sorted(made, key=lambda dossier: max(map(_when, dossier.documents)), reverse=True)


def dossier_names(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> dict[DocumentId, str]:
    """The name of each document's dossier: its interinstitutional file, else the name of its earliest document."""
    return {one.id: dossier.name for dossier in collect_dossiers(documents, choices) for one in dossier.documents}


def family_mark(held: LibraryDocument) -> str:
    """The mark of a document's family: ``ST 7001/2026``; ``#12`` for a document without a reference."""
    return reference_mark(held.header.reference) if held.header.reference else f"#{held.id}"


def reference_mark(reference: Reference) -> str:
    """The mark of the family that a reference is of."""
    series, number, year = reference.family
    return f"{series} {number}/{year}"


def file_without_procedure(file: str) -> str:
    """An interinstitutional file without its procedure, which some leave out: ``2018/0330``."""
    return "".join(file.partition("(")[0].split())


def assignments_by_family(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[str, DossierAssignment]:
    """Return the assignment of each family, by its mark: the latest of several."""
    said: dict[str, DossierAssignment] = {}
    for one in documents:
        choice, mark = choices.get(one.id), family_mark(one)
        if choice and (mark not in said or said[mark].made < choice.made):
            said[mark] = choice
    return said


def _related_marks(
    held: list[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[Hashable, Hashable]:
    """Disjoint-set forest of related documents: each mark under another, or at the root."""
    said = assignments_by_family(held, choices)
    joined: dict[Hashable, Hashable] = {}
    for one in held:
        if family_mark(one) not in said:
            for mark in _marks(one):
                if mark[1] not in said:
                    _unite(joined, ("family", family_mark(one)), mark)
    for family, later in _latecomers(held, said, joined):
        _unite(joined, later, ("family", family))
    for family, choice in said.items():
        if choice.dossier is not None:
            _unite(joined, ("family", family), _parse_mark(choice.dossier))
    return joined


def _latecomers(
    held: list[LibraryDocument], said: Mapping[str, DossierAssignment], joined: dict[Hashable, Hashable]
) -> Iterator[tuple[str, Hashable]]:
    """Yield the documents added after a family was assigned, naming it as predecessor and of nothing older."""
    if not said:
        return
    members: dict[Hashable, list[LibraryDocument]] = {}
    for one in held:
        if family_mark(one) not in said:
            members.setdefault(_first(joined, ("family", family_mark(one))), []).append(one)
    for root, some in members.items():
        named = (reference_mark(before) for one in some for before in one.header.previous_documents)
        later = (mark for mark in named if mark in said and all(one.added > said[mark].made for one in some))
        first = next(later, None)
        if first is not None:
            yield first, root


def _marks(held: LibraryDocument) -> Iterator[tuple[str, str]]:
    """Yield the marks that a document shares with others of its dossier."""
    yield "family", family_mark(held)
    for file in held.header.interinstitutional_files:
        yield "file", file_without_procedure(file)
    for before in held.header.previous_documents:
        yield "family", reference_mark(before)


def _parse_mark(mark: str) -> tuple[str, str]:
    return ("file", mark.removeprefix("file ")) if mark.startswith("file ") else ("family", mark)


def _first(joined: dict[Hashable, Hashable], mark: Hashable) -> Hashable:
    while (above := joined.get(mark, mark)) != mark:
        joined[mark] = joined.get(above, above)  # the way is shorter next time
        mark = above
    return mark


def _unite(joined: dict[Hashable, Hashable], one: Hashable, other: Hashable) -> None:
    joined[_first(joined, one)] = _first(joined, other)


def _dossier(members: list[LibraryDocument], said: Mapping[str, DossierAssignment]) -> Dossier:
    ordered = sorted(members, key=lambda held: (_day(held), held.id))
    by_themselves = [held for held in ordered if family_mark(held) not in said]
    files = sorted({file for held in by_themselves for file in held.header.interinstitutional_files}, key=_rank)
    mark = f"file {file_without_procedure(files[0])}" if files else family_mark((by_themselves or ordered)[0])
    return Dossier(files[0] if files else ordered[0].name, _subject(ordered), tuple(ordered), mark)


def _subject(ordered: Sequence[LibraryDocument], languages: Sequence[str] = ()) -> str:
    """The subject of the newest document, not of an addendum or corrigendum where there is another."""
    telling = [held for held in ordered if held.header.subject]
    main = [held for held in telling if held.header.reference is None or not held.header.reference.suffixes] or telling
    if not main:
        return ordered[-1].file_name if len(ordered) == 1 else ""
    newest = max(main, key=_when)
    if newest.header.reference is None:
        return newest.header.subject
    versions = [held for held in main if held.header.reference == newest.header.reference]
    original = next((v for v in versions if v.header.language == v.header.original_language), versions[-1])
    by_language = {held.header.language: held for held in versions}
    return next((by_language[code] for code in languages if code in by_language), original).header.subject


def _when(held: LibraryDocument) -> tuple[datetime.date, int]:
    """Sort key by date; a document without a date has the day of its import."""
    return held.header.date or held.added.date(), held.id


def _day(held: LibraryDocument) -> datetime.date:
    return held.header.date or datetime.date.max


def _rank(file: str) -> tuple[str, int]:
    return file_without_procedure(file), -len(file)
