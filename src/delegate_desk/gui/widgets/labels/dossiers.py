"""Labels of dossiers: role of a document in its family, our items on it, reasons for a suggested document."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from delegate_desk import paths
from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.documents.dossier_timeline import DossierRole, Milestone, OwnItemCounts, Timeline
from delegate_desk.core.documents.dossiers import Dossier, DossierCandidate, Ground, SuggestionReason, short_title
from delegate_desk.core.search import Hit
from delegate_desk.gui.widgets.labels import terms

translate = QCoreApplication.translate
_FEW = 3


def dossier_title(dossier: Dossier, read: Iterable[str] = ()) -> str:
    """Return the subject of a dossier in short, in a language that the user reads if available; else its name."""
    return title_of_subject(dossier.subject_in(terms.reading_languages(read))) or dossier.name


def document_title(document: LibraryDocument) -> str:
    """Return the short title of a document, given or automatic; else the name of its file, without extension."""
    header = document.header
    return header.short_title or title_of_subject(header.subject, header.language) or PurePath(document.file_name).stem


def hit_title(hit: Hit) -> str:
    return hit.short_title or title_of_subject(hit.subject, hit.language) or PurePath(hit.file_name).stem


@lru_cache(16_384)
def title_of_subject(subject: str, language: str = "") -> str:
    """Return a subject without what all begin with in its language; in any if the language is not known."""
    words: Mapping[str, Sequence[str]] = paths.load_table("title_words")
    return short_title(subject, words[language] if language in words else [*chain.from_iterable(words.values())])


def version_name(document: LibraryDocument) -> str:
    reference = document.header.reference
    is_first = reference is None or (not reference.revision and not reference.suffixes)
    return "INIT" if is_first else revision(document)


def family_part_label(milestone: Milestone) -> str:
    """Return the role of a document in its family; empty for the document itself."""
    reference = milestone.reference
    if reference is None or milestone.role is DossierRole.MAIN:
        return ""
    number = reference.revision
    labels = {
        DossierRole.REVISION: translate("dossierwords", "revision {n}").format(n=number),
        DossierRole.ADDENDUM: translate("dossierwords", "addendum"),
        DossierRole.CORRIGENDUM: translate("dossierwords", "corrigendum"),
    }
    return labels.get(milestone.role, "")


def document_description(milestone: Milestone, timeline: Timeline) -> str:
    """Return the description of a document: its type and sender, its role in the family, and other remarks."""
    document = milestone.preferred_version(terms.window_language(), "en")
    if document is None and not milestone.named_by:
        return translate("dossierwords", "not in library; implied by a later revision")
    if document is None:
        names = ", ".join(dict.fromkeys(citing.name for citing in milestone.named_by[:_FEW]))
        return translate("dossierwords", "not in library; cited in {names}").format(names=names)
    # the title of the page, and the subjects above; its own if the document is named by it
    seen = {"", timeline.dossier.subject_in(terms.reading_languages(()))}
    for other in timeline.milestones:
        if other is not milestone or milestone.reference is None:
            seen |= {version.header.subject for version in other.versions}
        if other is milestone:
            break
    header = document.header
    kind = terms.document_type_label(header.document_type) if header.document_type else ""
    parts = [
        kind,
        family_part_label(milestone) if family_part_label(milestone) != kind.casefold() else "",
        header.sender or "",
        "" if header.subject in seen else document_title(document),
        translate("dossierwords", "added manually") if milestone.was_placed_by_hand else "",
    ]
    if milestone.reference is None:
        parts.append(document.file_name)
    return " · ".join(filter(None, parts))


def document_name(milestone: Milestone) -> str:
    document = milestone.preferred_version(terms.window_language(), "en")
    if milestone.reference is not None or document is None:
        return milestone.key
    return document_title(document)


def own_items_summary(milestone: Milestone) -> str:
    counts: OwnItemCounts = milestone.own_items
    parts = []
    if counts.annotations:
        singular, plural = translate("dossierwords", "1 note"), translate("dossierwords", "{n} notes")
        parts.append(terms.format_count(counts.annotations, singular, plural))
    if counts.position_entries:
        parts.append(
            translate("dossierwords", "position on {n}").format(n=terms.format_number(counts.position_entries))
        )
    if counts.interventions:
        parts.append(translate("dossierwords", "{n} interventions").format(n=terms.format_number(counts.interventions)))
    return " · ".join(parts)


def format_issue_day(milestone: Milestone, *, is_short: bool = False) -> str:
    if milestone.date is None:
        return ""
    return f"{milestone.date:%d.%m.%y}" if is_short else terms.format_day(milestone.date)


def timeline_summary(timeline: Timeline) -> str:
    """Return a dossier in one line: its files, its number of documents, its period, and the number of missing ones."""
    dossier = timeline.dossier
    documents = [milestone for milestone in timeline.milestones if milestone.is_in_library]
    dates = sorted(milestone.date for milestone in documents if milestone.date)
    missing = len(timeline.milestones) - len(documents)
    singular, plural = translate("dossierwords", "1 document"), translate("dossierwords", "{n} documents")
    parts = [*dossier.files, terms.format_count(len(documents), singular, plural)]
    if dates and dates[0] != dates[-1]:
        parts.append(
            translate("dossierwords", "{first} to {last}").format(
                first=terms.format_day(dates[0]), last=terms.format_day(dates[-1])
            )
        )
    elif dates:
        parts.append(terms.format_day(dates[0]))
    if missing:
        parts.append(translate("dossierwords", "{n} not in library").format(n=terms.format_number(missing)))
    return " · ".join(parts)


def format_reasons(candidate: DossierCandidate) -> str:
    message = " · ".join(reason_label(reason) for reason in candidate.reasons)
    return message[:1].upper() + message[1:]


def reason_label(reason: SuggestionReason) -> str:
    shown = ", ".join(reason.details[:_FEW])
    if len(reason.details) > _FEW:
        shown += " …"
    template = {
        Ground.FILE: translate("dossierwords", "cites the file {said}"),
        Ground.COMMISSION: translate("dossierwords", "also concerns {said}"),
        Ground.NAMES: translate("dossierwords", "cites {said}"),
        Ground.NAMED: translate("dossierwords", "is cited in {said}"),
        Ground.SUBJECT: translate("dossierwords", "similar subject: {said}"),
        Ground.CODES: translate("dossierwords", "same subject codes: {said}"),
        Ground.DATES: translate("dossierwords", "from the same period"),
    }[reason.ground]
    return template.format(said=shown)


def revision(document: LibraryDocument) -> str:
    """Return the name of a revision among others of its family: ``REV 2``, ``ADD 1 REV 1``."""
    reference = document.header.reference
    assert reference is not None  # what has none supersedes nothing
    main = (f"REV {reference.revision}",) if reference.revision else ()
    return " ".join((*main, *map(str, reference.suffixes))) or document.name


def revision_beside_others(document: LibraryDocument) -> str:
    """Return the name of a document among its revisions: ``REV 2``; ``INIT`` for the first."""
    return version_name(document) if document.header.reference is not None else document.name


def superseded_by(newest: LibraryDocument) -> str:
    return translate("dossierwords", "superseded by {revision}").format(revision=revision(newest))
