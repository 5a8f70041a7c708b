"""Papers that belong to a dossier without saying so in their headers: offered with what speaks for it, never joined.

A working paper, a non-paper or the comments of a delegation often bear no file and no previous document. What their
texts name, what names them, their codes, subjects and dates tell where they may belong.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from delegate_desk.core.documents.document import Address, DocumentId, Mention
from delegate_desk.core.documents.dossiers import Dossier, file_without_procedure, reference_mark
from delegate_desk.core.documents.references import ACTS, COMMISSION_SERIES, COURT
from delegate_desk.core.text import fold, printed_words

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
    """Kind of evidence that a document belongs to a dossier, the strongest first."""

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
        details: The common files, documents, words or codes, as printed; empty for the time.
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
    """Weight of each word of the subjects, by its stem.

    Args:
        dossiers: All of a library.
        common: Words without weight.
    """
    seen = Counter(stem for dossier in dossiers for stem in _stems(dossier))
    idle = {_stem(word) for word in common}
    return {s: 0.0 if s in idle else 1 / (1 + math.log(max(1, count - 1))) for s, count in seen.items()}


def suggest_dossier(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> DossierCandidate | None:
    """Return the suggestion of a dossier for a document; None if the evidence is too weak."""
    found = [
        _file(paper, dossier, evidence),
        _commission(paper, dossier),
        _names(paper, dossier, evidence),
        _named(paper, dossier, evidence),
        _subject(paper, dossier, evidence),
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
    for one in paper.documents:
        for file, address in evidence.files.get(one.id, ()):
            if file in printed:
                return SuggestionReason(Ground.FILE, 0.85, (printed[file],), (one.id, address))
    return None


def _commission(paper: Dossier, dossier: Dossier) -> SuggestionReason | None:
    about = {ref.key: str(ref) for one in dossier.documents for ref in one.header.commission_documents}
    own = {one.header.reference.key for one in paper.documents if one.header.reference}
    itself = tuple(about[key] for key in about if key in own)
    if itself:
        return SuggestionReason(Ground.COMMISSION, 0.8, itself)
    shared = {ref.key for one in paper.documents for ref in one.header.commission_documents} & about.keys()
    return SuggestionReason(Ground.COMMISSION, 0.6, tuple(about[key] for key in sorted(shared))) if shared else None


def _names(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
    """Evidence from the documents named: strongest if few others are named; a long text names many."""
    named = [
        (one.id, mention)
        for one in paper.documents
        for mention in evidence.mentions.get(one.id, ())
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
    for one in dossier.documents:
        for mention in evidence.mentions.get(one.id, ()):
            if reference_mark(mention.target) in paper.families:
                weight = 0.65 if mention.target.series in _WORKING else 0.4
                return SuggestionReason(Ground.NAMED, weight, (one.name,), (one.id, mention.address))
    return None


def _subject(paper: Dossier, dossier: Dossier, evidence: DossierEvidence) -> SuggestionReason | None:
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
    dates = [one.header.date for one in dossier.documents if one.header.date]
    own = [one.header.date for one in paper.documents if one.header.date]
    return any(abs((one - other).days) <= _NEAR for one in own for other in dates)


def _series(dossier: Dossier) -> frozenset[str]:
    return frozenset(one.header.reference.series for one in dossier.documents if one.header.reference)


def _code_names(dossier: Dossier) -> frozenset[str]:
    return frozenset(code.code for one in dossier.documents for code in one.header.subject_codes)


def _stems(dossier: Dossier) -> dict[str, str]:
    """The words of its subjects by their stems, each as printed."""
    found: dict[str, str] = {}
    for subject in dict.fromkeys(one.header.subject for one in dossier.documents):
        for word in printed_words(subject):
            if len(word) >= _SHORTEST and not word.isdecimal():
                found.setdefault(_stem(word), word)
    return found


def _stem(word: str) -> str:
    return fold(word)[:_STEM]


def _sum(stems: Iterable[str], evidence: DossierEvidence) -> float:
    return sum(evidence.rarity.get(stem, 1.0) for stem in stems)
