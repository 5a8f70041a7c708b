"""Dossiers: the documents of one negotiation.

Documents belong to one dossier if they bear the same interinstitutional file, are of one family, or are
linked by ``No. prev. doc.``, also through a document that is not in the library. A person's assignment of a
family outranks its documents: it belongs to another dossier, or is separate.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention
from delegate_desk.core.documents.references import ACTS, COMMISSION_SERIES, COURT, Reference
from delegate_desk.core.text import fold, fold_with_places, printed_words
from delegate_desk.core.values import dataclass


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
        return frozenset(family_mark(document) for document in self.documents)

    @property
    def files(self) -> tuple[str, ...]:
        """The interinstitutional files that its documents bear, each once, as most fully printed."""
        fullest: dict[str, str] = {}
        for file in sorted(
            {file for document in self.documents for file in document.header.interinstitutional_files}, key=_rank
        ):
            fullest.setdefault(file_without_procedure(file), file)
        return tuple(fullest.values())


def collect_dossiers(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> list[Dossier]:
    held = list(documents)
    joined = _related_marks(held, choices)
    members: dict[Hashable, list[LibraryDocument]] = {}
    for document in held:
        members.setdefault(_first(joined, ("family", family_mark(document))), []).append(document)
    said = assignments_by_family(held, choices)
    made = [_dossier(some, said) for some in members.values()]
    return sorted(made, key=lambda dossier: max(map(_when, dossier.documents)), reverse=True)


def dossier_names(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> dict[DocumentId, str]:
    """The name of each document's dossier: its interinstitutional file, else the name of its earliest document."""
    return {
        document.id: dossier.name for dossier in collect_dossiers(documents, choices) for document in dossier.documents
    }


def family_mark(document: LibraryDocument) -> str:
    """The mark of a document's family: ``ST 7001/2026``; ``#12`` for a document without a reference."""
    return reference_mark(document.header.reference) if document.header.reference else f"#{document.id}"


def reference_mark(reference: Reference) -> str:
    return f"{reference.series} {reference.number}/{reference.year}"


def file_without_procedure(file: str) -> str:
    """An interinstitutional file without its procedure, which some leave out: ``2018/0330``."""
    return "".join(file.partition("(")[0].split())


def assignments_by_family(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[str, DossierAssignment]:
    said: dict[str, DossierAssignment] = {}
    for document in documents:
        choice, mark = choices.get(document.id), family_mark(document)
        if choice and (mark not in said or said[mark].made < choice.made):
            said[mark] = choice
    return said


def _related_marks(
    documents: list[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[Hashable, Hashable]:
    """Disjoint-set forest of related documents: each mark under another, or at the root."""
    said = assignments_by_family(documents, choices)
    joined: dict[Hashable, Hashable] = {}
    for document in documents:
        own, *others = _marks(document)
        if own[1] not in said:
            for mark in others:
                if mark[1] not in said:
                    _unite(joined, own, mark)
    for family, later in _latecomers(documents, said, joined):
        _unite(joined, later, ("family", family))
    for family, choice in said.items():
        if choice.dossier is not None:
            _unite(joined, ("family", family), _parse_mark(choice.dossier))
    return joined


def _latecomers(
    documents: list[LibraryDocument], said: Mapping[str, DossierAssignment], joined: dict[Hashable, Hashable]
) -> Iterator[tuple[str, Hashable]]:
    """Yield the documents added after a family was assigned, naming it as predecessor and of nothing older."""
    if not said:
        return
    members: dict[Hashable, list[LibraryDocument]] = {}
    for document in documents:
        if family_mark(document) not in said:
            members.setdefault(_first(joined, ("family", family_mark(document))), []).append(document)
    for root, some in members.items():
        named = (reference_mark(before) for document in some for before in document.header.previous_documents)
        later = (mark for mark in named if mark in said and all(document.added > said[mark].made for document in some))
        first = next(later, None)
        if first is not None:
            yield first, root


def _marks(document: LibraryDocument) -> Iterator[tuple[str, str]]:
    yield "family", family_mark(document)
    for file in document.header.interinstitutional_files:
        yield "file", file_without_procedure(file)
    for before in document.header.previous_documents:
        yield "family", reference_mark(before)


def _parse_mark(mark: str) -> tuple[str, str]:
    return ("file", mark.removeprefix("file ")) if mark.startswith("file ") else ("family", mark)


def _first(joined: dict[Hashable, Hashable], mark: Hashable) -> Hashable:
    while (above := joined.get(mark, mark)) != mark:
        joined[mark] = joined.get(above, above)  # the way is shorter next time
        mark = above
    return mark


def _unite(joined: dict[Hashable, Hashable], value: Hashable, other: Hashable) -> None:
    joined[_first(joined, value)] = _first(joined, other)


def _dossier(members: list[LibraryDocument], said: Mapping[str, DossierAssignment]) -> Dossier:
    ordered = sorted(members, key=lambda document: (_day(document), document.id))
    by_themselves = [document for document in ordered if family_mark(document) not in said]
    files = sorted({file for document in by_themselves for file in document.header.interinstitutional_files}, key=_rank)
    mark = f"file {file_without_procedure(files[0])}" if files else family_mark((by_themselves or ordered)[0])
    return Dossier(files[0] if files else ordered[0].name, _subject(ordered), tuple(ordered), mark)


def _subject(ordered: Sequence[LibraryDocument], languages: Sequence[str] = ()) -> str:
    telling = [document for document in ordered if document.header.subject]
    main = [
        document for document in telling if document.header.reference is None or not document.header.reference.suffixes
    ] or telling
    if not main:
        return ordered[-1].file_name if len(ordered) == 1 else ""
    newest = max(main, key=_when)
    if newest.header.reference is None:
        return newest.header.subject
    versions = [document for document in main if document.header.reference == newest.header.reference]
    original = next((v for v in versions if v.header.language == v.header.original_language), versions[-1])
    by_language = {document.header.language: document for document in versions}
    return next((by_language[code] for code in languages if code in by_language), original).header.subject


def _when(document: LibraryDocument) -> tuple[datetime.date, int]:
    """Sort key by date; a document without a date has the day of its import."""
    return document.header.date or document.added.date(), document.id


def _day(document: LibraryDocument) -> datetime.date:
    return document.header.date or datetime.date.max


def _rank(file: str) -> tuple[str, int]:
    return file_without_procedure(file), -len(file)


ENOUGH = 0.5
"""What is less likely than this is not offered."""
_NEAR = 30
"""Days between two papers that are of one time."""
_STEM = 6
"""Words are alike that begin with as many letters alike: one word in its several forms."""
_SHORTEST = 4
_TELLING = 2.0
"""How much the words of two subjects tell together: two words that no other paper has."""
_WORKING = frozenset({"WK", "DS", "SN"})
_NO_PAPERS = frozenset({*ACTS, COURT, "CM"})
"""Acts are named by all, and notices of meetings name all."""


class Ground(StrEnum):
    FILE = "file"
    """Its text names the interinstitutional file."""
    COMMISSION = "commission"
    """It is the Commission document that the dossier is about, or is about the same one."""
    NAMES = "names"
    """It names documents of the dossier."""
    NAMED = "named"
    """Documents of the dossier name it."""
    SUBJECT = "subject"
    """Its subject has the same words."""
    CODES = "codes"
    """It bears the same subject codes."""
    DATES = "dates"
    """It is of the same time."""


@dataclass(frozen=True, slots=True)
class SuggestionReason:
    """Single piece of evidence for a suggestion.

    Attributes:
        place: The document and unit that contain the evidence, if any.
        weight: Probability that the document belongs to the dossier on this evidence alone, in 0..1.
    """

    ground: Ground
    weight: float
    details: tuple[str, ...] = ()
    place: tuple[DocumentId, Address] | None = None


@dataclass(frozen=True, slots=True)
class DossierCandidate:
    """A paper, with its family, that may belong to a dossier.

    Attributes:
        candidate: Its own dossier, of which it is the only family.
        reasons: The weightiest first.
        weight: How likely they make it together, in 0..1.
    """

    candidate: Dossier
    dossier: Dossier
    reasons: tuple[SuggestionReason, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class DossierEvidence:
    """Evidence on dossiers from the texts of a library.

    Attributes:
        mentions: Documents named: by documents with possible suggestions, all; by others, only those documents.
        files: The interinstitutional files named in the texts of documents, with their places.
        rarity: Weight of a word of subjects, by its stem; words that every document has weigh nothing.
    """

    mentions: Mapping[DocumentId, Sequence[Mention]]
    files: Mapping[DocumentId, Sequence[tuple[str, Address]]]
    rarity: Mapping[str, float]


def is_unassigned(dossier: Dossier) -> bool:
    """True for a paper of which its header does not say where it belongs."""
    return len(dossier.families) == 1 and not dossier.files and not _series(dossier) & _NO_PAPERS


def word_rarity(dossiers: Iterable[Dossier], common: Collection[str] = ()) -> dict[str, float]:
    seen = Counter(stem for dossier in dossiers for stem in _stems(dossier))
    idle = {_stem(word) for word in common}
    return {s: 0.0 if s in idle else 1 / (1 + math.log(max(1, count - 1))) for s, count in seen.items()}


def suggest_dossier(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> DossierCandidate | None:
    found = [
        _file(paper, dossier, evidence),
        _commission(paper, dossier),
        _names(paper, dossier, evidence),
        _named(paper, dossier, evidence),
        _suggested_subject(paper, dossier, evidence),
        _codes(paper, dossier),
    ]
    reasons = [reason for reason in found if reason is not None]
    if reasons and _are_near(paper, dossier):
        reasons.append(SuggestionReason(Ground.DATES, 0.1))
    weight = 1 - math.prod(1 - reason.weight for reason in reasons)
    if weight < ENOUGH:
        return None
    return DossierCandidate(paper, dossier, tuple(sorted(reasons, key=lambda reason: -reason.weight)), weight)


def _file(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
    printed = {file_without_procedure(file): file for file in dossier.files}
    for document in paper.documents:
        for file, address in evidence.files.get(document.id, ()):
            if file in printed:
                return SuggestionReason(Ground.FILE, 0.85, (printed[file],), (document.id, address))
    return None


def _commission(paper: Dossier, dossier: Dossier) -> SuggestionReason | None:
    about = {ref.key: str(ref) for document in dossier.documents for ref in document.header.commission_documents}
    own = {document.header.reference.key for document in paper.documents if document.header.reference}
    itself = tuple(about[key] for key in about if key in own)
    if itself:
        return SuggestionReason(Ground.COMMISSION, 0.8, itself)
    shared = {ref.key for document in paper.documents for ref in document.header.commission_documents} & about.keys()
    return SuggestionReason(Ground.COMMISSION, 0.6, tuple(about[key] for key in sorted(shared))) if shared else None


def _names(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
    """Evidence from the documents named: strongest if few others are named; a long text names many."""
    named = [
        (document.id, mention)
        for document in paper.documents
        for mention in evidence.mentions.get(document.id, ())
        if mention.target.is_council and reference_mark(mention.target) not in paper.families
    ]
    ours = [(key, mention) for key, mention in named if reference_mark(mention.target) in dossier.families]
    if not ours:
        return None
    share = len({reference_mark(m.target) for _, m in ours}) / len({reference_mark(m.target) for _, m in named})
    key, first = ours[0]
    said = tuple(dict.fromkeys(str(mention.target) for _, mention in ours))
    return SuggestionReason(Ground.NAMES, 0.35 + 0.4 * share, said, (key, first.address))


def _named(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
    if _series(paper) & frozenset(COMMISSION_SERIES):
        return None  # a paper of the Commission is cited everywhere
    for document in dossier.documents:
        for mention in evidence.mentions.get(document.id, ()):
            if reference_mark(mention.target) in paper.families:
                weight = 0.65 if mention.target.series in _WORKING else 0.4
                return SuggestionReason(Ground.NAMED, weight, (document.name,), (document.id, mention.address))
    return None


def _suggested_subject(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
    """The words of the shorter subject that the other has as well; a word of many papers tells little."""
    mine, theirs = _stems(paper), _stems(dossier)
    least = min(_sum(mine, evidence), _sum(theirs, evidence))
    both = [stem for stem in mine if stem in theirs and evidence.rarity.get(stem, 1.0)]
    likeness = _sum(both, evidence) / least if least else 0.0
    if len(both) < 2 or likeness <= ENOUGH:
        return None
    told = min(1.0, _sum(both, evidence) / _TELLING)
    return SuggestionReason(Ground.SUBJECT, 0.75 * likeness**2 * told, tuple(mine[stem] for stem in both))


def _codes(paper: Dossier, dossier: Dossier) -> SuggestionReason | None:
    mine, theirs = _code_names(paper), _code_names(dossier)
    both = mine & theirs
    return SuggestionReason(Ground.CODES, 0.3 * len(both) / len(mine | theirs), tuple(sorted(both))) if both else None


def _are_near(paper: Dossier, dossier: Dossier) -> bool:
    dates = [document.header.date for document in dossier.documents if document.header.date]
    own = [document.header.date for document in paper.documents if document.header.date]
    return any(abs((day - other).days) <= _NEAR for day in own for other in dates)


def _series(dossier: Dossier) -> frozenset[str]:
    return frozenset(document.header.reference.series for document in dossier.documents if document.header.reference)


def _code_names(dossier: Dossier) -> frozenset[str]:
    return frozenset(code.code for document in dossier.documents for code in document.header.subject_codes)


def _stems(dossier: Dossier) -> dict[str, str]:
    found: dict[str, str] = {}
    for subject in dict.fromkeys(document.header.subject for document in dossier.documents):
        for word in printed_words(subject):
            if len(word) >= _SHORTEST and not word.isdecimal():
                found.setdefault(_stem(word), word)
    return found


def _stem(word: str) -> str:
    return fold(word)[:_STEM]


def _sum(stems: Iterable[str], evidence: DossierEvidence) -> float:
    return sum(evidence.rarity.get(stem, 1.0) for stem in stems)


_SHORTEST_TITLE = 3
"""Letters that a title has at least."""


def short_title(subject: str, beginnings: Sequence[str]) -> str:
    """Return a subject without its beginning, with a capital letter; the subject itself if nothing would be left.

    Args:
        subject: As the document has it.
        beginnings: Regular expressions, for folded text, of what is left out, each at the beginning of what is left by
            those before.
    """
    title = subject.strip()
    for beginning in beginnings:
        folded, places = fold_with_places(title)
        found = re.match(beginning, folded)
        if found is not None and len(folded) - found.end() >= _SHORTEST_TITLE:
            title = title[places[found.end()] :].lstrip(" :–—-")
    return title[:1].upper() + title[1:]
