from pathlib import Path

import pytest

from delegate_desk.core.meetings.meeting import CaptureDraft, LineId, MeetingId
from delegate_desk.desk import Desk, open_desk

KEY = MeetingId("7d0f8a3e-0000-4000-8000-000000000001")
LINE = LineId("7d0f8a3e-0000-4000-8000-000000000002")


@pytest.mark.parametrize(
    "draft",
    [
        CaptureDraft(KEY, "2", "DE+ 10 ναι 🙂"),
        CaptureDraft(KEY, None, "half a line"),
        CaptureDraft(KEY, "2a", "DE+ 10 mended", LINE, "FR- half"),
        CaptureDraft(KEY, "2a", "", LINE, "FR- half"),
    ],
)
def test_a_draft_is_there_when_the_library_is_opened_again(tmp_path: Path, draft: CaptureDraft) -> None:
    with open_desk(tmp_path / "library") as desk:
        desk.capture_draft.save(draft)
    with open_desk(tmp_path / "library") as desk:
        assert desk.capture_draft.get() == draft


def test_an_empty_draft_is_none(desk: Desk) -> None:
    assert desk.capture_draft.get() is None
    desk.capture_draft.save(CaptureDraft(KEY, "2", "DE+"))
    desk.capture_draft.save(CaptureDraft(KEY, "2", "  "))
    assert desk.capture_draft.get() is None
    desk.capture_draft.save(CaptureDraft(KEY, "2", ""))
    assert desk.capture_draft.get() is None


def test_a_half_character_and_a_broken_file_do_no_harm(desk: Desk) -> None:
    desk.capture_draft.save(CaptureDraft(KEY, "2", "DE+ \ud83d"))
    kept = desk.capture_draft.get()
    assert kept is not None
    assert kept.text.startswith("DE+")
    (desk.folder / "draft.json").write_bytes(b'{"meeting": "\xff')
    assert desk.capture_draft.get() is None
    (desk.folder / "draft.json").write_text("[1]", encoding="utf-8")
    assert desk.capture_draft.get() is None


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b"null", b""])
def test_a_draft_that_is_none_is_none(desk: Desk, content: bytes) -> None:
    (desk.folder / "draft.json").write_bytes(content)
    assert desk.capture_draft.get() is None


def test_half_a_character_in_the_file_of_the_draft_is_marked_as_lost(desk: Desk) -> None:
    (desk.folder / "draft.json").write_text(f'{{"meeting": "{KEY}", "item": "\\ud83d", "text": "DE \\ud83d"}}')
    assert desk.capture_draft.get() == CaptureDraft(KEY, "\ufffd", "DE \ufffd")
