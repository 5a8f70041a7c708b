"""Labels of dossiers: role of a document in its family, our items on it, reasons for a suggested document."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.documents.document import Held
from delegate_desk.core.documents.dossier_suggestions import Ground, Offered, SuggestionReason
from delegate_desk.core.documents.dossier_timeline import DossierRole, Milestone, Ours, Timeline
from delegate_desk.core.documents.dossiers import Dossier
from delegate_desk.gui.meetings.meeting_model import day_of
from delegate_desk.gui.widgets.labels import terms

translate = QCoreApplication.translate
_FEW = 3


def title(dossier: Dossier, read: Iterable[str] = ()) -> str:
    """Return the subject of a dossier, in a language that the user reads if available; else its name."""
    return dossier.subject_in(terms.languages_read(read)) or dossier.name


def part(milestone: Milestone) -> str:
    """Return the role of a document in its family; empty for the document itself."""
    reference = milestone.reference
    if reference is None or milestone.part is DossierRole.MAIN:
        return ""
    number = reference.revision
    said = {
        DossierRole.REVISION: translate("dossierwords", "revision {n}").format(n=number),
        DossierRole.ADDENDUM: translate("dossierwords", "addendum"),
        DossierRole.CORRIGENDUM: translate("dossierwords", "corrigendum"),
    }
    return said.get(milestone.part, "")


def what(milestone: Milestone, timeline: Timeline) -> str:
    """Return the description of a document: its type and sender, its role in the family, and other remarks."""
    held = milestone.version(terms.window_language(), "en")
    if held is None:
        return missing(milestone)
    header = held.header
    kind = terms.document_type(header.document_type) if header.document_type else ""
    told = [
        kind,
        part(milestone) if part(milestone) != kind.casefold() else "",
        header.sender or "",
        header.subject if header.subject not in _subjects_before(milestone, timeline) else "",
        translate("dossierwords", "added manually") if milestone.by_hand else "",
    ]
    if milestone.reference is None:
        told.append(held.file_name)
    return " · ".join(filter(None, told))


def name(milestone: Milestone) -> str:
    """A document by its reference; by what it is about where it bears none."""
    held = milestone.version(terms.window_language(), "en")
    if milestone.reference is not None or held is None:
        return milestone.key
    return held.header.subject or held.file_name


def _subjects_before(milestone: Milestone, timeline: Timeline) -> set[str]:
    """Return the subjects from the top down to a document; including its own if the document is named by it."""
    seen: set[str] = set()
    for one in timeline.milestones:
        if one is milestone:
            break
        seen |= {held.header.subject for held in one.versions}
    if milestone.reference is None:
        seen |= {held.header.subject for held in milestone.versions}
    return seen


def missing(milestone: Milestone) -> str:
    """Return the reason why a missing document is known."""
    if not milestone.named_by:
        return translate("dossierwords", "not in library; implied by a later revision")
    shown = ", ".join(dict.fromkeys(held.name for held in milestone.named_by[:_FEW]))
    return translate("dossierwords", "not in library; cited in {names}").format(names=shown)


def ours(milestone: Milestone) -> str:
    """Return the numbers of our items on a document: ``3 annotations · position on 2``."""
    counted: Ours = milestone.ours
    told = []
    if counted.annotations:
        one, many = translate("dossierwords", "1 annotation"), translate("dossierwords", "{n} annotations")
        told.append(terms.counted(counted.annotations, one, many))
    if counted.lines:
        told.append(translate("dossierwords", "position on {n}").format(n=terms.figure(counted.lines)))
    if counted.said:
        told.append(translate("dossierwords", "{n} interventions").format(n=terms.figure(counted.said)))
    return " · ".join(told)


def day(milestone: Milestone) -> str:
    """When a document was issued; empty where it does not say."""
    return day_of(milestone.date) if milestone.date else ""


def short_day(milestone: Milestone) -> str:
    """When a document was issued, in figures."""
    return f"{milestone.date:%d.%m.%y}" if milestone.date else ""


def summary(timeline: Timeline) -> str:
    """A dossier in one line: its files, how many documents there are, from when to when, and how many are missing."""
    dossier = timeline.dossier
    there = [one for one in timeline.milestones if one.is_held]
    dates = sorted(one.date for one in there if one.date)
    gone = len(timeline.milestones) - len(there)
    one, many = translate("dossierwords", "1 document"), translate("dossierwords", "{n} documents")
    told = [*dossier.files, terms.counted(len(there), one, many)]
    if dates and dates[0] != dates[-1]:
        told.append(
            translate("dossierwords", "{first} to {last}").format(first=day_of(dates[0]), last=day_of(dates[-1]))
        )
    elif dates:
        told.append(day_of(dates[0]))
    if gone:
        told.append(translate("dossierwords", "{n} not in library").format(n=terms.figure(gone)))
    return " · ".join(told)


def reasons(offered: Offered) -> str:
    """Why a paper may belong to a dossier, in one line."""
    told = " · ".join(reason(one) for one in offered.reasons)
    return told[:1].upper() + told[1:]


def reason(reason: SuggestionReason) -> str:
    """One thing that speaks for it: ``names ST 7001/26``."""
    shown = ", ".join(reason.said[:_FEW])
    if len(reason.said) > _FEW:
        shown += " …"
    form = {
        Ground.FILE: translate("dossierwords", "cites the file {said}"),
        Ground.COMMISSION: translate("dossierwords", "also concerns {said}"),
        Ground.NAMES: translate("dossierwords", "cites {said}"),
        Ground.NAMED: translate("dossierwords", "is cited in {said}"),
        Ground.SUBJECT: translate("dossierwords", "similar subject: {said}"),
        Ground.CODES: translate("dossierwords", "same subject codes: {said}"),
        Ground.DATES: translate("dossierwords", "from the same period"),
    }[reason.ground]
    return form.format(said=shown)


def revision(held: Held) -> str:
    """A revision beside others of its family: ``REV 2``, ``ADD 1 REV 1``."""
    reference = held.header.reference
    assert reference is not None  # what has none supersedes nothing
    main = (f"REV {reference.revision}",) if reference.revision else ()
    return " ".join((*main, *map(str, reference.suffixes))) or held.name


def superseded_by(newest: Held) -> str:
    """That a document has a newer revision: ``superseded by REV 2``."""
    return translate("dossierwords", "superseded by {revision}").format(revision=revision(newest))
