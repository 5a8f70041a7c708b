"""The draft of a capture line: one small file in the library's folder, written at each key."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from delegate_desk.cipher import Cipher, SealBrokenError
from delegate_desk.core.changes import Changes
from delegate_desk.core.meetings.meeting import CaptureDraft, LineId, MeetingId
from delegate_desk.core.text import json_text, without_half_characters
from delegate_desk.files import delete, written_whole
from delegate_desk.storage.files.filesystem import disk_errors


class Drafts:
    """Stores one draft atomically; it may quote LIMITE documents, so it stays in the library."""

    def __init__(self, folder: Path, cipher: Cipher) -> None:
        self._file = folder / "draft.json"
        self._cipher = cipher

    def get(self) -> CaptureDraft | None:
        """Return the draft; None if there is none or it cannot be read."""
        try:
            stored: Any = json.loads(json_text(self._cipher.unseal(self._file.read_bytes(), "draft")))
        except (OSError, ValueError, RecursionError, SealBrokenError):
            return None
        data = {name: value for name, value in stored.items() if isinstance(value, str)} if type(stored) is dict else {}
        if not data.get("meeting"):
            return None
        line = LineId(data["line"]) if data.get("line") else None
        return CaptureDraft(
            MeetingId(data["meeting"]), data.get("item"), data.get("text", ""), line, data.get("aside", "")
        )

    def save(self, draft: CaptureDraft) -> Changes:
        """Save a draft, replacing the previous draft; one without text is removed.

        It survives a crash of the program at once, a power cut once the system has written it, as it is saved at each
        key.

        Raises:
            DiskFullError, LibraryUnwritableError: If it cannot be saved; the previous draft stays.
        """
        fields = {name: without_half_characters(value) for name, value in asdict(draft).items() if value is not None}
        with disk_errors(self._file.parent):
            if not (draft.text.strip() or draft.aside.strip()):
                delete(self._file)
                return Changes()
            with written_whole(self._file, is_lasting=False) as file:
                file.write(self._cipher.seal(json.dumps(fields, ensure_ascii=False).encode(), "draft"))
        return Changes()
