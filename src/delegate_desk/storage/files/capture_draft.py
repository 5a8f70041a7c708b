"""The draft of a capture line: one small file in the library's folder, written at each key."""

import json
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher, SealBrokenError
from delegate_desk.core.text import json_text
from delegate_desk.files import delete, written_whole
from delegate_desk.storage.files.filesystem import disk_errors


class DraftStore:
    """Stores one draft atomically; it may quote LIMITE documents, so it stays in the library."""

    def __init__(self, folder: Path, cipher: Cipher = PLAIN) -> None:
        self._file = folder / "draft.json"
        self._cipher = cipher

    def load(self) -> dict[str, str]:
        """Return the draft's fields; None if there is no draft or it cannot be read."""
        try:
            stored: Any = json.loads(json_text(self._cipher.unseal(self._file.read_bytes(), "draft")))
        except (OSError, ValueError, RecursionError, SealBrokenError):
            return {}
        return (
            {str(key): value for key, value in stored.items() if isinstance(value, str)} if type(stored) is dict else {}
        )

    def save(self, draft: dict[str, str]) -> None:
        """Save a draft, replacing the previous draft.

        It survives a crash of the program at once, a power cut once the system has written it, as it is saved at each
        key.

        Raises:
            DiskFullError, LibraryUnwritableError: If it cannot be saved; the previous draft stays.
        """
        with disk_errors(self._file.parent), written_whole(self._file, is_lasting=False) as file:
            file.write(self._cipher.seal(json.dumps(draft, ensure_ascii=False).encode(), "draft"))

    def remove(self) -> None:
        with disk_errors(self._file.parent):
            delete(self._file)
