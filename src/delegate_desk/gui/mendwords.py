"""What is said of a look over the library, of its mending, and of a recovery: sentences for people."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.check import Check
from delegate_desk.core.copies import CopiesMerged
from delegate_desk.core.recovery import Mended, Origin, Recovered, Source
from delegate_desk.gui import names

translate = QCoreApplication.translate

_ROWS = {
    "document": QT_TRANSLATE_NOOP("mend", "documents: {count}"),
    "paragraph": QT_TRANSLATE_NOOP("mend", "paragraphs: {count}"),
    "annotation": QT_TRANSLATE_NOOP("mend", "notes: {count}"),
    "position": QT_TRANSLATE_NOOP("mend", "positions: {count}"),
    "position_item": QT_TRANSLATE_NOOP("mend", "lines of positions: {count}"),
    "meeting": QT_TRANSLATE_NOOP("mend", "meetings: {count}"),
    "line": QT_TRANSLATE_NOOP("mend", "lines caught: {count}"),
    "contribution_part": QT_TRANSLATE_NOOP("mend", "proposals of others: {count}"),
    "phrase": QT_TRANSLATE_NOOP("mend", "phrases: {count}"),
}
_OTHERS = QT_TRANSLATE_NOOP("mend", "further entries: {count}")
_MOST = 12
"""How many documents a sentence names."""


def findings(state: Check) -> list[str]:
    """What a look found, the worst first; one sentence for a library that is whole."""
    said = []
    if state.database != "ok":
        said.append(
            translate(
                "mend",
                "The database is damaged ({reason}). Mend closes the window, recovers what can be read and fills it in "
                "from the newest backup; the damaged files are kept.",
            ).format(reason=state.database)
        )
    harmed = translate("mend", "The original of {name} is damaged.")
    gone = translate("mend", "The original of {name} is missing.")
    said += [harmed.format(name=name) for name in state.damaged]
    said += [gone.format(name=name) for name in state.missing]
    if state.orphans:
        said.append(
            translate("mend", "Originals that belong to no document: {count}. Mend brings them in again.").format(
                count=names.figure(state.orphans)
            )
        )
    if state.index == "behind":
        said.append(translate("mend", "The search index lags behind."))
    if state.index == "rebuilt":
        said.append(translate("mend", "The search index was damaged, and was made anew."))
    if state.copies:
        said.append(
            translate(
                "mend",
                "A service made copies of files that were written on two computers at once ({count}). Mend brings "
                "together what either wrote, and puts the copies aside.",
            ).format(count=names.figure(len(state.copies)))
        )
    if state.ok and not (state.orphans or state.copies):
        said.append(
            translate("mend", "The library is whole: the database, the index and {count} originals.").format(
                count=names.figure(state.checked)
            )
        )
    return said


def can_mend(state: Check) -> bool:
    """True if there is something to mend, or to try to."""
    return not state.ok or bool(state.orphans or state.copies)


def mended(done: Mended) -> list[str]:
    """What was mended, and what could not be, with what to do then."""
    sentences = (
        (done.fetched, translate("mend", "The original of {name} was taken from the second place.")),
        (done.named, translate("mend", "{name} named an original that is not there, and names its own again.")),
        (done.reread, translate("mend", "The text of {name} was read again from its original.")),
        (done.brought, translate("mend", "{name} belonged to no document and is one again.")),
        (done.refused, translate("mend", "{name} belongs to no document and could not be read; it stays where it is.")),
        (done.unread, translate("mend", "The text of {name} could not be read again.")),
        (
            done.gone,
            translate(
                "mend", "No copy of the original of {name} was found: bring the file in again, or plug in the second "
                "place and mend again."
            ),
        ),
    )  # fmt: skip
    said = [*_merged(done.copies), *(sentence.format(name=name) for several, sentence in sentences for name in several)]
    if done.index:
        said.append(translate("mend", "The search index was made anew."))
    if done.swept:
        said.append(translate("mend", "Half-copied files deleted: {count}.").format(count=names.figure(done.swept)))
    return said or [translate("mend", "There was nothing to mend.")]


def _merged(copies: CopiesMerged) -> list[str]:
    """What came of copies that a service made of two versions."""
    came = {table: count for table, count in copies.rows.items() if count}
    said = []
    if copies.copies:
        rows = counted(came) if came else translate("mend", "nothing new")
        said.append(translate("mend", "From what was written on another computer at once: {rows}.").format(rows=rows))
    if copies.gave_way:
        said.append(
            translate(
                "mend",
                "Different on both: {count}. The later stays; the other is in merged.json, beside the copies.",
            ).format(count=names.figure(copies.gave_way))
        )
    lost = translate("mend", "{name} came without its file: bring the file in again.")
    said += [lost.format(name=name) for name in copies.without_original]
    useless = translate("mend", "{name} could not be merged.")
    said += [useless.format(name=name) for name in copies.unusable]
    if copies.kept:
        said.append(translate("mend", "The copies are kept in {folder}.").format(folder=copies.kept))
    return said


def recovered(found: Recovered) -> list[str]:
    """What came from where, and what did not come back."""
    said = [line for source in found.sources for line in _source(source)]
    if not found.documents:
        said.append(
            translate(
                "mend",
                "No document could be read. Originals that are there are brought in again; a backup can be restored "
                "beside this library.",
            )
        )
    useless = translate("mend", "{name} could not be used.")
    said += [useless.format(name=name) for name in found.unusable]
    if found.left:
        said.append(
            translate("mend", "Without a place, and kept with the damaged files in left.json: {rows}.").format(
                rows=counted(found.left)
            )
        )
    if found.strays:
        said.append(
            translate("mend", "Pages of the database that could not be told apart: {count}.").format(
                count=names.figure(found.strays)
            )
        )
    said.append(translate("mend", "The damaged files are kept in {folder}.").format(folder=found.kept))
    return said


def _source(source: Source) -> list[str]:
    if not any(source.rows.values()):
        return []
    sentence = {
        Origin.READ: translate("mend", "Read from the damaged database: {rows}."),
        Origin.BACKUP: translate("mend", "From the backup {name}: {rows}."),
        Origin.SIDECARS: translate("mend", "From the plain files beside it: {rows}."),
        Origin.PROGRAM: translate("mend", "As in every new library: {rows}."),
    }[source.origin]
    said = [sentence.format(name=source.name, rows=counted(source.rows))]
    if source.documents:
        said.append(translate("mend", "That is of {names}.").format(names=_some(source.documents)))
    return said


def _some(several: tuple[str, ...]) -> str:
    rest = len(several) - _MOST
    named = ", ".join(several[:_MOST])
    if rest <= 0:
        return named
    return translate("mend", "{names} and {count} more").format(names=named, count=names.figure(rest))


def counted(rows: Mapping[str, int]) -> str:
    """Rows by table, in words."""
    said = [
        translate("mend", str(words)).format(count=names.figure(rows[table]))
        for table, words in _ROWS.items()
        if rows.get(table)
    ]
    others = sum(count for table, count in rows.items() if table not in _ROWS)
    return ", ".join([*said, *([translate("mend", str(_OTHERS)).format(count=names.figure(others))] if others else [])])
