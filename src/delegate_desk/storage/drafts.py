"""The draft of a capture line: one small file in the library's folder, written at each key."""

import json
import os
from pathlib import Path
from typing import Any


class DraftStore:
    """Keeps one draft, whole or not at all; it may hold words of papers that are LIMITE, so it stays in the library."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "draft.json"

    def load(self) -> dict[str, str]:
        """The draft's fields; none where there is no draft or it cannot be read."""
        try:
            kept: Any = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): value for key, value in kept.items() if isinstance(value, str)} if type(kept) is dict else {}

    def save(self, draft: dict[str, str]) -> None:
        """Put a draft in the place of the one there is."""
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        beside.write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
        beside.replace(self._file)

    def remove(self) -> None:
        """Keep no draft."""
        self._file.unlink(missing_ok=True)
