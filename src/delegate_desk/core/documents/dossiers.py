"""Dossiers: the documents of one negotiation.

Documents belong to one dossier if they have the same interinstitutional file, are of one family, or are linked by ``No.
prev. doc.``, also through a document that is not in the library. A person's assignment of a family to another dossier,
or to none, takes precedence.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Mention
from delegate_desk.core.documents.references import ACTS, COMMISSION_SERIES, COURT, Reference
from delegate_desk.core.text import fold, fold_with_places, printed_words
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class DossierAssignment:
    """Assignment of a document and its family by a person.

    Attributes:
        dossier: A mark of its dossier: ``ST 7001/2026`` for the dossier of that family, ``file 2026/0155`` for the
            dossier of that interinstitutional file, ``#12`` for the dossier of the document of that number, which has
            no reference; None for a separate document.
        made: Time of the assignment, in UTC. Earlier documents that cite the family are not affected by it; later
            documents that belong to nothing else follow it.
    """

    dossier: str | None
    made: datetime.datetime


NO_CHOICES: Mapping[DocumentId, DossierAssignment] = {}


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents of one negotiation that are in the library.

    Attributes:
        name: Its interinstitutional file, else the name of its earliest document.
        subject: Subject of its newest document that has one, preferably in its original language; may be empty.
        documents: The earliest first, those without a date last.
        family_mark: Its unique mark, as used in a ``DossierAssignment``.
    """

    name: str
    subject: str
    documents: tuple[LibraryDocument, ...]
    family_mark: str

    def subject_in(self, languages: Sequence[str]) -> str:
        """Return its subject in the first available of some languages; otherwise ``subject``."""
        return _subject(self.documents, languages)

    @property
    def families(self) -> frozenset[str]:
        return frozenset(family_mark(document) for document in self.documents)

    @property
    def files(self) -> tuple[str, ...]:
        """Return the interinstitutional files of its documents, each once, in the fullest printed form."""
        fullest: dict[str, str] = {}
        printed = {file for document in self.documents for file in document.header.interinstitutional_files}
        for file in sorted(printed, key=_rank):
            fullest.setdefault(file_without_procedure(file), file)
        return tuple(fullest.values())


def collect_dossiers(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> list[Dossier]:
    stored = list(documents)
    forest = _related_marks(stored, choices)
    members: dict[Hashable, list[LibraryDocument]] = {}
    for document in stored:
        members.setdefault(_root(forest, ("family", family_mark(document))), []).append(document)
    assigned = assignments_by_family(stored, choices)
    dossiers: list[Dossier] = []
    for group in members.values():
        ordered = sorted(group, key=lambda document: (document.header.date or datetime.date.max, document.id))
        unassigned = [document for document in ordered if family_mark(document) not in assigned]
        named = {file for document in unassigned for file in document.header.interinstitutional_files}
        files = sorted(named, key=_rank)
        mark = f"file {file_without_procedure(files[0])}" if files else family_mark((unassigned or ordered)[0])
        dossiers.append(Dossier(files[0] if files else ordered[0].name, _subject(ordered), tuple(ordered), mark))
    return sorted(dossiers, key=lambda dossier: max(map(_date_key, dossier.documents)), reverse=True)


def dossier_names(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment] = NO_CHOICES
) -> dict[DocumentId, str]:
    """Return the name of each document's dossier: its interinstitutional file, else the name of its first document."""
    return {
        document.id: dossier.name for dossier in collect_dossiers(documents, choices) for document in dossier.documents
    }


def family_mark(document: LibraryDocument) -> str:
    """Return the mark of a document's family: ``ST 7001/2026``; ``#12`` for a document without a reference."""
    return reference_mark(document.header.reference) if document.header.reference else f"#{document.id}"


def reference_mark(reference: Reference) -> str:
    return f"{reference.series} {reference.number}/{reference.year}"


def file_without_procedure(file: str) -> str:
    """Return an interinstitutional file without its procedure, which some documents omit: ``2018/0330``."""
    return "".join(file.partition("(")[0].split())


def assignments_by_family(
    documents: Iterable[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[str, DossierAssignment]:
    assigned: dict[str, DossierAssignment] = {}
    for document in documents:
        choice, mark = choices.get(document.id), family_mark(document)
        if choice and (mark not in assigned or assigned[mark].made < choice.made):
            assigned[mark] = choice
    return assigned


def _related_marks(
    documents: list[LibraryDocument], choices: Mapping[DocumentId, DossierAssignment]
) -> dict[Hashable, Hashable]:
    """Return the disjoint-set forest of related documents: each mark points to another, or is a root."""
    assigned = assignments_by_family(documents, choices)
    forest: dict[Hashable, Hashable] = {}
    for document in documents:
        own, header = family_mark(document), document.header
        marks = [("file", file_without_procedure(file)) for file in header.interinstitutional_files]
        marks += [("family", reference_mark(previous)) for previous in header.previous_documents]
        for mark in marks if own not in assigned else ():
            if mark[1] not in assigned:
                _unite(forest, ("family", own), mark)
    # Documents added after a family was assigned that cite it as predecessor and cite nothing older follow it.
    members: dict[Hashable, list[LibraryDocument]] = {}
    for document in documents if assigned else ():
        if family_mark(document) not in assigned:
            members.setdefault(_root(forest, ("family", family_mark(document))), []).append(document)
    for root, group in members.items():
        named = (reference_mark(previous) for document in group for previous in document.header.previous_documents)
        later = (mark for mark in named if mark in assigned and all(d.added > assigned[mark].made for d in group))
        family = next(later, None)
        if family is not None:
            _unite(forest, root, ("family", family))
    for family, choice in assigned.items():
        if choice.dossier is not None:
            is_file = choice.dossier.startswith("file ")
            target = ("file", choice.dossier.removeprefix("file ")) if is_file else ("family", choice.dossier)
            _unite(forest, ("family", family), target)
    return forest


def _root(forest: dict[Hashable, Hashable], mark: Hashable) -> Hashable:
    while (pointed := forest.get(mark, mark)) != mark:
        forest[mark] = forest.get(pointed, pointed)  # the way is shorter next time
        mark = pointed
    return mark


def _unite(forest: dict[Hashable, Hashable], value: Hashable, other: Hashable) -> None:
    forest[_root(forest, value)] = _root(forest, other)


def _subject(ordered: Sequence[LibraryDocument], languages: Sequence[str] = ()) -> str:
    titled = [document for document in ordered if document.header.subject]
    main = [
        document for document in titled if document.header.reference is None or not document.header.reference.suffixes
    ] or titled
    if not main:
        return ordered[-1].file_name if len(ordered) == 1 else ""
    newest = max(main, key=_date_key)
    if newest.header.reference is None:
        return newest.header.subject
    versions = [document for document in main if document.header.reference == newest.header.reference]
    original = next((v for v in versions if v.header.language == v.header.original_language), versions[-1])
    by_language = {document.header.language: document for document in versions}
    return next((by_language[code] for code in languages if code in by_language), original).header.subject


def _date_key(document: LibraryDocument) -> tuple[datetime.date, int]:
    """Sort key by date; a document without a date has the day of its import."""
    return document.header.date or document.added.date(), document.id


def _rank(file: str) -> tuple[str, int]:
    return file_without_procedure(file), -len(file)


ENOUGH = 0.5  # minimum probability of a suggestion
_NEAR = 30  # maximum number of days between documents of the same period
_STEM = 6  # number of equal initial letters for two words to count as forms of one word
_SHORTEST = 4
_TELLING = 2.0  # minimum total weight of the common words of two subjects: two words that no other document has
_WORKING = frozenset({"WK", "DS", "SN"})
_NO_PAPERS = frozenset({*ACTS, COURT, "CM"})
"""Types ignored here: acts are cited by all documents, and notices of meetings cite all."""


class Ground(StrEnum):
    FILE = "file"
    """Its text contains the interinstitutional file."""
    COMMISSION = "commission"
    """It is the Commission document of the dossier, or is on the same document."""
    NAMES = "names"
    """It cites documents of the dossier."""
    NAMED = "named"
    """Documents of the dossier cite it."""
    SUBJECT = "subject"
    """Its subject has the same words."""
    CODES = "codes"
    """It has the same subject codes."""
    DATES = "dates"
    """It is of the same period."""


@dataclass(frozen=True, slots=True)
class SuggestionReason:
    """A single piece of evidence for a suggestion.

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
    """A document, with its family, that may belong to a dossier.

    Attributes:
        candidate: Its own dossier, of which it is the only family.
        reasons: The strongest first.
        weight: Their combined probability, in 0..1.
    """

    candidate: Dossier
    dossier: Dossier
    reasons: tuple[SuggestionReason, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class DossierEvidence:
    """Evidence on dossiers from the texts of a library.

    Attributes:
        mentions: Documents cited: all by documents with possible suggestions; by others, only those documents.
        files: The interinstitutional files named in the texts of documents, with their places.
        rarity: Weight of a word in subjects, by its stem; words of every document have none.
    """

    mentions: Mapping[DocumentId, Sequence[Mention]]
    files: Mapping[DocumentId, Sequence[tuple[str, Address]]]
    rarity: Mapping[str, float]


def is_unassigned(dossier: Dossier) -> bool:
    """True for a document whose header does not show its dossier."""
    return len(dossier.families) == 1 and not dossier.files and not _series(dossier) & _NO_PAPERS


def word_rarity(dossiers: Iterable[Dossier], common: Collection[str] = ()) -> dict[str, float]:
    counts = Counter(stem for dossier in dossiers for stem in _stems(dossier))
    ignored = {fold(word)[:_STEM] for word in common}
    return {s: 0.0 if s in ignored else 1 / (1 + math.log(max(1, count - 1))) for s, count in counts.items()}


def suggest_dossier(family: Dossier, dossier: Dossier, evidence: DossierEvidence) -> DossierCandidate | None:
    reasons = [*_reasons_by_reference(family, dossier, evidence), *_reasons_by_subject(family, dossier, evidence)]
    dates = [document.header.date for document in dossier.documents if document.header.date]
    own = [document.header.date for document in family.documents if document.header.date]
    if reasons and any(abs((day - other).days) <= _NEAR for day in own for other in dates):
        reasons.append(SuggestionReason(Ground.DATES, 0.1))
    weight = 1 - math.prod(1 - reason.weight for reason in reasons)
    if weight < ENOUGH:
        return None
    return DossierCandidate(family, dossier, tuple(sorted(reasons, key=lambda reason: -reason.weight)), weight)


def _reasons_by_reference(family: Dossier, dossier: Dossier, evidence: DossierEvidence) -> Iterator[SuggestionReason]:
    printed = {file_without_procedure(file): file for file in dossier.files}
    files = ((document.id, *named) for document in family.documents for named in evidence.files.get(document.id, ()))
    for document_id, file, address in islice((named for named in files if named[1] in printed), 1):
        yield SuggestionReason(Ground.FILE, 0.85, (printed[file],), (document_id, address))

    about = {ref.key: str(ref) for document in dossier.documents for ref in document.header.commission_documents}
    own = {document.header.reference.key for document in family.documents if document.header.reference}
    itself = tuple(about[key] for key in about if key in own)
    shared = {ref.key for document in family.documents for ref in document.header.commission_documents} & about.keys()
    if itself or shared:
        details = itself or tuple(about[key] for key in sorted(shared))
        yield SuggestionReason(Ground.COMMISSION, 0.8 if itself else 0.6, details)

    # Cited documents are the stronger the fewer others are cited, as a long text cites many.
    named = [
        (document.id, mention)
        for document in family.documents
        for mention in evidence.mentions.get(document.id, ())
        if mention.target.is_council and reference_mark(mention.target) not in family.families
    ]
    cited = [(key, mention) for key, mention in named if reference_mark(mention.target) in dossier.families]
    if cited:
        share = len({reference_mark(m.target) for _, m in cited}) / len({reference_mark(m.target) for _, m in named})
        names = tuple(dict.fromkeys(str(mention.target) for _, mention in cited))
        yield SuggestionReason(Ground.NAMES, 0.35 + 0.4 * share, names, (cited[0][0], cited[0][1].address))

    if not _series(family) & frozenset(COMMISSION_SERIES):  # a paper of the Commission is cited everywhere
        families = family.families
        citing = ((doc, mention) for doc in dossier.documents for mention in evidence.mentions.get(doc.id, ()))
        for doc, mention in islice((pair for pair in citing if reference_mark(pair[1].target) in families), 1):
            weight = 0.65 if mention.target.series in _WORKING else 0.4
            yield SuggestionReason(Ground.NAMED, weight, (doc.name,), (doc.id, mention.address))


def _reasons_by_subject(family: Dossier, dossier: Dossier, evidence: DossierEvidence) -> Iterator[SuggestionReason]:
    """Yield the words of the shorter subject that the other has too, and common subject codes."""
    own_stems, other_stems = _stems(family), _stems(dossier)
    smaller = min(_sum(own_stems, evidence), _sum(other_stems, evidence))
    common = [stem for stem in own_stems if stem in other_stems and evidence.rarity.get(stem, 1.0)]
    likeness = _sum(common, evidence) / smaller if smaller else 0.0
    if len(common) >= 2 and likeness > ENOUGH:  # a word of many documents counts little
        ratio = min(1.0, _sum(common, evidence) / _TELLING)
        yield SuggestionReason(Ground.SUBJECT, 0.75 * likeness**2 * ratio, tuple(own_stems[stem] for stem in common))
    own, others = (
        {code.code for document in side.documents for code in document.header.subject_codes}
        for side in (family, dossier)
    )
    if own & others:
        yield SuggestionReason(Ground.CODES, 0.3 * len(own & others) / len(own | others), tuple(sorted(own & others)))


def _series(dossier: Dossier) -> frozenset[str]:
    return frozenset(document.header.reference.series for document in dossier.documents if document.header.reference)


def _stems(dossier: Dossier) -> dict[str, str]:
    stems: dict[str, str] = {}
    for subject in dict.fromkeys(document.header.subject for document in dossier.documents):
        for word in printed_words(subject):
            if len(word) >= _SHORTEST and not word.isdecimal():
                stems.setdefault(fold(word)[:_STEM], word)
    return stems


def _sum(stems: Iterable[str], evidence: DossierEvidence) -> float:
    return sum(evidence.rarity.get(stem, 1.0) for stem in stems)


_SHORTEST_TITLE = 3  # minimum number of letters of a title


def short_title(subject: str, beginnings: Sequence[str]) -> str:
    """Return a subject without its standard beginning, with a capital letter; the subject if nothing would be left.

    Args:
        beginnings: Regular expressions, for folded text, of the beginnings to remove, applied in order.
    """
    title = subject.strip()
    for beginning in beginnings:
        folded, places = fold_with_places(title)
        found = re.match(beginning, folded)
        if found is not None and len(folded) - found.end() >= _SHORTEST_TITLE:
            title = title[places[found.end()] :].lstrip(" :–—-")
    return title[:1].upper() + title[1:]
