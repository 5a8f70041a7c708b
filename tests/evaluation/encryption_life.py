"""Work in an encrypted library, or repeated encryption and decryption, until killed.

python -m evaluation.encryption_life work LIBRARY SCRATCH TOKEN
python -m evaluation.encryption_life convert LIBRARY [INSTANT]

All written text contains the token. With an instant, the process ends itself before the system call with that number
that changes a file; it then converts once, and prints which calls were renamings if it reaches the end.
"""

import itertools
import os
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.meetings.meeting import AgendaItem, CaptureDraft
from delegate_desk.core.positions.position import PositionEntry, ReadyPhrase
from delegate_desk.core.search import Sort
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.library import encryption
from delegate_desk.storage.db import passphrase
from evaluation.survival_life import paper

WORDS = "eight quiet words"
"""The passphrase."""
_CHANGING = ("replace", "fsync", "unlink", "rmdir", "mkdir", "chmod", "remove")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def work(library: Path, scratch: Path, token: str) -> None:
    """Work until killed."""
    with open_desk(library, encryption.unlock(library, WORDS)) as desk:
        say("ready")
        for number in itertools.count(1):
            do_all(desk, scratch, token, random.randint(1, 10**6) + number)


def do_all(desk: Desk, scratch: Path, token: str, number: int) -> None:
    """One of each action of a delegate, all with the token."""
    key, *_ = _brought_in(desk, scratch, token, number)
    where = Place(key, Address("para_1"))
    note = desk.annotations.new(where, AnnotationKind.NOTE, text=f"{token} noted {number}", tags=(token,))
    desk.annotations.save(note)
    desk.annotations.save(replace(note, text=f"{note.text} and typed"), typed=True)
    desk.positions.set_general(key, f"{token} in general")
    desk.positions.set_item(
        key, PositionEntry(Address("para_2"), proposal=f"The Council welcomes {token}."), typed=False
    )
    made = desk.meetings.new(f"Working Party on {token}")
    desk.meetings.save(replace(made, items=(AgendaItem("1", f"{token} ahead", ()),)))
    desk.meetings.capture(made.id, f"FR+ {token} is fine", item="1")
    desk.capture_draft.save(CaptureDraft(made.id, "1", f"{token} drafted"))
    desk.phrases.save(ReadyPhrase(f"{token[:20]}{number}", "en", f"{token} as ever"))
    list(desk.indexing.maintain())
    desk.search.find(token, limit=5, sort=Sort.RELEVANCE)
    desk.search.remember(token)
    if number % 3 == 0:
        desk.documents.remove(key)
        desk.documents.empty_trash()
    list(desk.backups.back_up())


def _brought_in(desk: Desk, scratch: Path, token: str, number: int) -> list[Any]:
    """Import documents from an archive in an archive; returns the keys of the imported ones."""
    reference = 1000 + number % 9000
    text = paper(f"ST {reference}/26", token, 30) + f"{number}\n"
    inner, outer = scratch / f"inner-{token}.zip", scratch / f"outer-{token}.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{token} deep.txt", text.replace("LIMITE", "LIMITE\n\nDEEP"))
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, f"{token}.zip")
        archive.writestr(f"{token} {number}.txt", text)
    taken = list(desk.documents.import_files([outer]))
    return [one.document.id for one in taken if one.document]


def convert(library: Path, instant: int | None) -> None:
    """Encrypt and decrypt until killed; with an instant once, to the other form."""
    say("ready")
    while True:
        with _ending_at(instant) as calls:
            if encryption.is_encrypted(library):
                steps: Iterator[object] = encryption.turn_off(library, encryption.unlock(library, WORDS))
            else:
                steps = encryption.turn_on(library, WORDS)
            list(steps)
        say(" ".join(str(number) for number, name in enumerate(calls, 1) if name == "swap"))
        if instant is not None:
            return


@contextmanager
def _ending_at(instant: int | None) -> Iterator[list[str]]:
    calls: list[str] = []

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*given: Any, **named: Any) -> Any:
            calls.append("swap" if name == "replace" and not str(given[0]).endswith(".new") else name)
            if len(calls) == instant:
                os._exit(9)
            return call(*given, **named)

        return counting

    if instant is not None:
        for name in _CHANGING:
            setattr(os, name, counted(name, getattr(os, name)))
    yield calls


def main() -> None:
    deed, library, *more = sys.argv[1:]
    passphrase._MEMORY, passphrase._PASSES = 64, 1  # kills should come between the files, not while a key is derived
    if deed == "work":
        work(Path(library), Path(more[0]), more[1])
    else:
        convert(Path(library), int(more[0]) if more else None)


if __name__ == "__main__":
    main()
