"""Draft of the capture field, not yet a line: saved, so that a crash loses none of it."""

from delegate_desk.core.changes import Changes
from delegate_desk.core.meetings.meeting import CaptureDraft, LineId, MeetingId
from delegate_desk.core.text import without_half_characters
from delegate_desk.storage.files.capture_draft import DraftStore


class Drafts:
    def __init__(self, store: DraftStore) -> None:
        self._store = store

    def get(self) -> CaptureDraft | None:
        kept = self._store.load()
        if not kept.get("meeting"):
            return None
        line = LineId(kept["line"]) if kept.get("line") else None
        return CaptureDraft(
            MeetingId(kept["meeting"]), kept.get("item"), kept.get("text", ""), line, kept.get("aside", "")
        )

    def save(self, draft: CaptureDraft) -> Changes:
        """Save a draft in place of the previous draft; an empty draft is deleted."""
        if not (draft.text.strip() or draft.aside.strip()):
            self._store.remove()
            return Changes()
        fields = {
            "meeting": draft.meeting,
            "item": draft.item,
            "text": without_half_characters(draft.text),
            "line": draft.line,
            "aside": without_half_characters(draft.aside),
        }
        self._store.save({name: value for name, value in fields.items() if value is not None})
        return Changes()
