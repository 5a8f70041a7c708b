"""Documents whose row names no original, while an unreferenced original has almost that name.

SQLite keeps no checksums: a bit flipped in a document's hash, or in the end of its file's name, leaves a
row that can be read and an original that is not found. Two hashes that agree in half of their letters never
belong to two files.
"""

import logging
import sqlite3
from pathlib import Path

from delegate_desk.storage.files.originals import Originals

_log = logging.getLogger(__name__)

_ALIKE = 32
"""How many of the 64 letters of two hashes are the same where one was meant: of any two, 4 are."""


def repair_names(connection: sqlite3.Connection, originals: Originals) -> list[str]:
    """Let such documents name their originals again: their files' names, as they were found."""
    kept = dict(originals.all())
    documents = connection.execute("SELECT id, sha256, file_name FROM document ORDER BY id").fetchall()
    lone = kept.keys() - {sha256 for _, sha256, _ in documents}
    mended: list[str] = []
    for key, sha256, file_name in documents:
        if originals.path(sha256, Path(file_name).suffix) == kept.get(sha256):
            continue
        meant = sha256 if sha256 in kept else next((one for one in lone if _is_like(one, sha256)), None)
        if meant is None:
            continue
        lone.discard(meant)
        name = file_name
        if originals.path(meant, Path(file_name).suffix) != kept[meant]:
            name = f"{Path(file_name).stem}{kept[meant].suffix}"
        connection.execute("UPDATE document SET sha256 = ?, file_name = ? WHERE id = ?", (meant, name, key))
        mended.append(str(file_name))
    if mended:
        _log.warning("Documents that named no original name theirs again: %d", len(mended))
    return mended


def _is_like(one: str, other: str) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=False)) >= _ALIKE
