"""The command that shares with others through a folder which an engine carries."""

import argparse
from collections.abc import Callable

from delegate_desk.cli.answers import Answer, UsageError
from delegate_desk.cli.errors import explain
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.shared_folder import Exchanged, SharedFolder
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk


def share(desk: Desk, given: argparse.Namespace) -> Answer:
    sharing = desk.sharing
    if given.stop:
        sharing.leave()
        return Answer({"folder": None}, ["Shared no more; what came stays, and so does what is there."])
    if given.refuse is not None:
        sharing.refuse(desk.people.find(given.refuse).id)
    if given.accept is not None:
        sharing.accept(desk.people.find(given.accept).id)
    if given.folder is not None:
        sharing.join(given.folder, internal=given.internal, originals=not given.no_originals)
    elif given.internal or given.no_originals:
        raise UsageError("--internal and --no-originals are said with the FOLDER")
    folder = sharing.folder()
    if folder is None:
        return Answer({"folder": None}, ["Nothing is shared: name a FOLDER."])
    exchanged = finish(sharing.exchange())
    reasons = [explain(error) for error in exchanged.refused if isinstance(error, DeskError)]
    desk.meetings.follow(exchanged.changes)
    try:
        desk.search.make_ready()
    except DeskError as error:  # what came in is kept; the index catches up when it can
        reasons.append(explain(error))
    return _exchange_lines(folder, exchanged, reasons)


def _exchange_lines(folder: SharedFolder, exchanged: Exchanged, reasons: list[str]) -> Answer:
    sent = exchanged.sent
    data = {
        "folder": str(folder.path),
        "internal": folder.internal,
        "originals": folder.originals,
        "sent": None if sent is None else {"annotations": sent.notes, "lines": sent.lines, "withdrawn": sent.withdrawn},
        "packages": exchanged.packages,
        "changed": exchanged.things,
        "waiting": [{"file": file.name, "reason": file.fault} for file in exchanged.waiting],
    }
    lines = [f"Shared in {folder.path}{', with what is INTERNAL' if folder.internal else ''}"]
    lines.append(
        "Nothing of ours had changed."
        if sent is None
        else f"Sent: {sent.notes} annotations, {sent.lines} lines of positions, {sent.withdrawn} taken back"
    )
    lines.append(f"Taken in: {exchanged.packages} packages, {exchanged.things} annotations and lines new or changed")
    lines += [f"Waiting: {file.name} cannot be read yet ({file.fault})" for file in exchanged.waiting]
    return Answer(data, lines, reasons)


SHARING_COMMANDS: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {"share": share}
