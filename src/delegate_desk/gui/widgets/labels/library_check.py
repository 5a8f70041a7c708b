"""Sentences for people on a check of the library, its repair, and a recovery."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.library.reports import (
    Check,
    CopiesMerged,
    RecoveryOrigin,
    RecoveryResult,
    RecoverySource,
    RepairResult,
)
from delegate_desk.gui.widgets.labels import terms

translate = QCoreApplication.translate

_ROWS = {
    "document": QT_TRANSLATE_NOOP("mend", "documents: {count}"),
    "paragraph": QT_TRANSLATE_NOOP("mend", "paragraphs: {count}"),
    "annotation": QT_TRANSLATE_NOOP("mend", "notes: {count}"),
    "position": QT_TRANSLATE_NOOP("mend", "positions: {count}"),
    "position_item": QT_TRANSLATE_NOOP("mend", "position entries: {count}"),
    "meeting": QT_TRANSLATE_NOOP("mend", "meetings: {count}"),
    "line": QT_TRANSLATE_NOOP("mend", "meeting entries: {count}"),
    "contribution_part": QT_TRANSLATE_NOOP("mend", "other delegations’ proposals: {count}"),
    "phrase": QT_TRANSLATE_NOOP("mend", "phrases: {count}"),
}
_OTHERS = QT_TRANSLATE_NOOP("mend", "other entries: {count}")
_MOST = 12
"""How many documents a sentence names."""


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
    harmed = translate("mend", "The original of {name} is damaged.")
    gone = translate("mend", "The original of {name} is missing.")
    texts += [harmed.format(name=name) for name in state.damaged]
    texts += [gone.format(name=name) for name in state.missing]
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


def repair_report(done: RepairResult) -> list[str]:
    sentences = (
        (
            done.restored_originals,
            translate("mend", "The original of {name} was restored from the second backup location."),
        ),
        (done.reread, translate("mend", "The text of {name} was re-imported from its original.")),
        (done.adopted_originals, translate("mend", "{name} had no document and was imported again.")),
        (
            done.rejected_originals,
            translate("mend", "{name} has no document and could not be imported; the file is kept."),
        ),
        (done.unreadable, translate("mend", "The text of {name} could not be re-imported.")),
        (
            done.lost_originals,
            translate(
                "mend", "No copy of the original of {name} was found. Import the file again, or connect the second "
                        "backup location and repair again."
            ),
        ),
    )  # fmt: skip
    texts = [
        *_merged(done.copies),
        *(sentence.format(name=name) for several, sentence in sentences for name in several),
    ]
    if done.index:
        texts.append(translate("mend", "The search index was rebuilt."))
    if done.leftovers_deleted:
        texts.append(
            translate("mend", "Incomplete files deleted: {count}.").format(
                count=terms.format_number(done.leftovers_deleted)
            )
        )
    return texts or [translate("mend", "There was nothing to repair.")]


def _merged(copies: CopiesMerged) -> list[str]:
    came = {table: count for table, count in copies.rows.items() if count}
    texts = []
    if copies.copies:
        rows = format_row_counts(came) if came else translate("mend", "nothing new")
        texts.append(translate("mend", "Merged from the other computer: {rows}.").format(rows=rows))
    if copies.conflicts:
        texts.append(
            translate(
                "mend",
                "Changed on both computers: {count}. The later version is kept; the other is in merged.json, with "
                "the copies.",
            ).format(count=terms.format_number(copies.conflicts))
        )
    lost = translate("mend", "{name} arrived without its file. Import the file again.")
    texts += [lost.format(name=name) for name in copies.without_original]
    useless = translate("mend", "{name} could not be merged.")
    texts += [useless.format(name=name) for name in copies.unusable]
    if copies.saved_at:
        texts.append(translate("mend", "The copies are kept in {folder}.").format(folder=copies.saved_at))
    return texts


def recovery_report(found: RecoveryResult) -> list[str]:
    """Return the items recovered from each source, and those that were lost."""
    texts = [line for source in found.sources for line in _source(source)]
    if not found.documents:
        texts.append(
            translate(
                "mend",
                "No document could be read. Existing originals will be imported again; you can also restore a backup "
                "to another folder.",
            )
        )
    useless = translate("mend", "{name} could not be used.")
    texts += [useless.format(name=name) for name in found.unusable]
    if found.unplaced_rows:
        texts.append(
            translate("mend", "Could not be placed, kept with the damaged files in left.json: {rows}.").format(
                rows=format_row_counts(found.unplaced_rows)
            )
        )
    texts.append(translate("mend", "The damaged files are kept in {folder}.").format(folder=found.saved_at))
    return texts


def _source(source: RecoverySource) -> list[str]:
    if not any(source.rows.values()):
        return []
    sentence = {
        RecoveryOrigin.READ: translate("mend", "Recovered from the damaged database: {rows}."),
        RecoveryOrigin.BACKUP: translate("mend", "Restored from the backup {name}: {rows}."),
        RecoveryOrigin.SIDECARS: translate("mend", "Restored from the plain-text copies: {rows}."),
        RecoveryOrigin.PROGRAM: translate("mend", "Standard entries of a new library: {rows}."),
    }[source.origin]
    texts = [sentence.format(name=source.name, rows=format_row_counts(source.rows))]
    if source.documents:
        texts.append(translate("mend", "This concerns {names}.").format(names=_some(source.documents)))
    return texts


def _some(several: tuple[str, ...]) -> str:
    rest = len(several) - _MOST
    named = ", ".join(several[:_MOST])
    if rest <= 0:
        return named
    return translate("mend", "{names} and {count} more").format(names=named, count=terms.format_number(rest))


def format_row_counts(rows: Mapping[str, int]) -> str:
    counts = [(words, rows.get(table, 0)) for table, words in _ROWS.items()]
    counts.append((_OTHERS, sum(count for table, count in rows.items() if table not in _ROWS)))
    texts = (translate("mend", str(words)).format(count=terms.format_number(count)) for words, count in counts if count)
    return ", ".join(texts)
