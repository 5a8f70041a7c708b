"""Sentences on a check of the library, its repair, and a recovery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.core.library.reports import Check, ReportSentences

translate = QCoreApplication.translate


def findings(state: Check) -> list[str]:
    """Return the findings of a check, the worst first; a single sentence for an undamaged library."""
    texts = []
    if state.database != "ok":
        texts.append(
            translate(
                "mend",
                "The database is damaged ({reason}). Repair closes the window, recovers what can be read and "
                "restores the rest from the latest backup. The damaged files are kept.",
            ).format(reason=state.database)
        )
    damaged = translate("mend", "The original of {name} is damaged.")
    missing = translate("mend", "The original of {name} is missing.")
    texts += [damaged.format(name=name) for name in state.damaged]
    texts += [missing.format(name=name) for name in state.missing]
    if state.orphans:
        texts.append(
            translate("mend", "Originals without a document: {count}. Repair imports them again.").format(
                count=terms.format_number(state.orphans)
            )
        )
    if state.index == "behind":
        texts.append(translate("mend", "The search index is out of date."))
    if state.index == "rebuilt":
        texts.append(translate("mend", "The search index was damaged and has been rebuilt."))
    if state.copies:
        texts.append(
            translate(
                "mend",
                "A sync service made conflict copies because the library was changed on two computers at once "
                "({count}). Repair merges the changes and sets the copies aside.",
            ).format(count=terms.format_number(len(state.copies)))
        )
    if state.ok and not (state.orphans or state.copies):
        texts.append(
            translate("mend", "No problems found: the database, the index and {count} originals were checked.").format(
                count=terms.format_number(state.checked)
            )
        )
    return texts


def can_repair(state: Check) -> bool:
    return not state.ok or bool(state.orphans or state.copies)


def report_sentences() -> ReportSentences:
    """Sentences on a repair or a recovery, in the language of the window."""
    from delegate_desk.core.library.reports import ReportSentences

    return ReportSentences(lambda words: translate("mend", words), terms.format_number)
