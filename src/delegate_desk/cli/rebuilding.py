"""A library's database made anew from its originals and sidecars, from the command line."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.cli.answers import Answer
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.library.repair_results import Rebuilt
from delegate_desk.core.library.sidecars import Fault, Refused
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk, rebuild

_WHY = {
    Fault.UNREADABLE: "cannot be read",
    Fault.TOO_LARGE: "is too large",
    Fault.NOT_JSON: "is not JSON, or breaks off",
    Fault.NO_SIDECAR: "is no sidecar of this program",
    Fault.NEWER: "was written by a newer version of the program",
    Fault.OTHER_NAME: "does not bear the name of what it is of",
    Fault.NOT_UNDERSTOOD: "has something that is not understood",
    Fault.NO_DOCUMENT: "names a document that is not here",
}


def run(library: Path, _: argparse.Namespace, cipher: Cipher = PLAIN) -> Answer:
    """Make the database anew, and open the library again."""
    made = finish(rebuild(library, cipher))
    with open_desk(library, cipher) as desk:
        documents = len(desk.documents.all())
        desk.search.make_ready()
    told = made.reread
    lines = [
        f"The database was made anew: {documents} documents, {made.put.get('annotation', 0)} notes.",
        f"The old one is kept in {made.kept}.",
    ]
    if not made.current:
        lines.append("The old one could not be read: the latest changes may be missing.")
    lines += [
        f"{_named(key, name)} is read otherwise now; what stands on it was fixed anew."
        for key, name in told.moved.items()
    ]
    lines += [f"{_named(key, name)} had no sidecar: nothing of ours stands on it." for key, name in told.alone.items()]
    return Answer(_shape(made, documents), lines, _reasons(made))


def _reasons(made: Rebuilt) -> list[str]:
    told = made.reread
    kept = "what its sidecar has of it is kept"
    reasons = list(dict.fromkeys(_refused(one) for one in made.refused))
    reasons += [f"The original of {_named(key, name)} is missing; {kept}." for key, name in told.missing.items()]
    reasons += [f"The original of {_named(key, name)} is damaged; {kept}." for key, name in told.damaged.items()]
    reasons += [f"{_named(key, name)} cannot be read any more; {kept}." for key, name in told.unreadable.items()]
    reasons += [f"{name}, among the originals, was not made a document." for name in told.strange]
    return reasons


def _refused(one: Refused) -> str:
    where = f", under {one.part}," if one.part else ""
    return f"sidecars/{one.name}{where} {_WHY[one.fault]}; a copy is kept beside the old database."


def _named(key: DocumentId, file_name: str) -> str:
    return f"#{key} {file_name}"


def _shape(made: Rebuilt, documents: int) -> dict[str, object]:
    told = made.reread
    return {
        "ok": made.is_whole,
        "documents": documents,
        "rows": dict(made.put),
        "refused": [{"sidecar": one.name, "part": one.part or None, "why": str(one.fault)} for one in made.refused],
        "moved": _files(told.moved),
        "missing": _files(told.missing),
        "damaged": _files(told.damaged),
        "unreadable": _files(told.unreadable),
        "alone": _files(told.alone),
        "strange": told.strange,
        "current": made.current,
        "kept": str(made.kept),
    }


def _files(told: Mapping[DocumentId, str]) -> list[dict[str, object]]:
    return [{"document": key, "file_name": name} for key, name in told.items()]
