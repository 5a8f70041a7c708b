from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import UnknownDelegationError, UnknownItemError
from delegate_desk.core.meetings import capture_parser
from delegate_desk.core.meetings.meeting import CaptureDraft, Intervention, LineId, MeetingId, PartialIntervention
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.search import HitKind, TypedQuery
from delegate_desk.desk import Desk, open_desk
from evaluation import meeting as evaluation
from support.document_values import QUIET_HOURS, quiet_hours

HELD = Reference("ST", 7001, 2026)
LATER = Reference("ST", 7002, 2026)


@pytest.fixture
def key(desk: Desk) -> MeetingId:
    """A meeting of three items: one on a document that may be in the library, one on a missing one, one on none."""
    made = desk.meetings.new("Working Party on Shipping", items=["Quiet hours", "Lighthouses", "Other business"])
    items = (replace(made.items[0], documents=(HELD,)), replace(made.items[1], documents=(LATER,)), made.items[2])
    desk.meetings.save(replace(made, items=items))
    return made.id


def caught(desk: Desk, key: MeetingId, text: str, item: str | None = "1", at: Place | None = None) -> Intervention:
    """Record a line with one intervention."""
    changes, (one,) = desk.meetings.capture(key, text, item=item, at_hand=at)
    assert changes.meetings == {key}
    return one


def stances(desk: Desk, key: MeetingId, item: str | None = None) -> dict[tuple[str, str], Stance]:
    matrix = desk.meetings.matrix(key, item)
    return {(code, place.address): cell.stance for (code, place), cell in matrix.cells.items()}


def test_a_line_is_kept_with_what_it_means_or_as_a_note(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    one = caught(desk, key, ' FR EL+ 2(a) scrutiny res.; wants "shall" ')
    assert one.line.text == ' FR EL+ 2(a) scrutiny res.; wants "shall" '
    assert (one.delegations, one.stance) == (("FR", "EL"), Stance.SCRUTINY_RESERVATION)
    assert one.place == Place(held, Address("para_2__point_1"))
    assert one.wordings == ("shall",)
    assert desk.meetings.interventions(key) == [one]
    assert desk.meetings.interventions_for_place(one.place) == [one]
    one = caught(desk, key, "coffee break, resume 14:30", None)
    assert (one.delegations, one.stance, one.place) == ((), None, None)
    assert desk.meetings.capture(key, "  ")[0].meetings == frozenset()
    with pytest.raises(UnknownItemError):
        desk.meetings.capture(key, "DE+", item="9")
    assert len(desk.meetings.lines(key)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000,
        "DE+ 1 " + "w " * 2_500,
        "🦭 DE+ 1",
        "שלום DE+ 1",
        "\u202eDE+ 1",
        "a\0b",
        "\n\n",
        "DE+\ud800",
        "+-?!~",
    ],
)
def test_whatever_is_typed_is_kept(desk: Desk, key: MeetingId, held: DocumentId, text: str) -> None:
    desk.meetings.capture(key, text, item="1")
    kept = [line.text for line in desk.meetings.lines(key)]
    assert kept == ([text.replace("\ud800", "\ufffd")] if text.strip() else [])
    assert desk.search.find("in:interventions").total == len(kept)


def test_a_line_is_kept_though_it_cannot_be_read(
    desk: Desk, key: MeetingId, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(capture_parser, "read", broken)
    one = caught(desk, key, "DE+ 1 secret")
    assert (one.line.text, one.text, one.stance) == ("DE+ 1 secret", "DE+ 1 secret", None)
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in caplog.text
    monkeypatch.undo()
    desk.meetings.refresh(key)
    assert desk.meetings.interventions(key)[0].stance is Stance.SUPPORT


def test_the_current_paragraph_is_what_a_line_is_about(desk: Desk, key: MeetingId, first: Place) -> None:
    assert caught(desk, key, "DE+ agrees", at=first).place == first
    assert caught(desk, key, "DE+ 3 agrees", at=first).place == Place(first.document, Address("para_3"))
    assert caught(desk, key, "DE+ agrees", "3", at=first).place == first
    assert caught(desk, key, "DE+ agrees", None, at=first).place == first
    gone = Place(DocumentId(99), Address("para_1"))
    assert caught(desk, key, "DE+ agrees", at=gone).place is None


def test_what_a_line_means_is_told_while_it_is_typed(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    caught(desk, key, "DE- 2")
    (spoken,) = desk.meetings.line_reader(key).read("FR = DE 2", item="1").interventions
    assert (spoken.stance, spoken.address) == (Stance.OPPOSE, "para_2")
    (spoken,) = desk.meetings.line_reader(key).read("others+ 2", item="1").interventions
    assert len(spoken.delegations) == 26
    assert len(desk.meetings.lines(key)) == 1


def test_lines_stand_in_the_order_caught_also_from_another_program(desk: Desk, key: MeetingId) -> None:
    caught(desk, key, "DE+ a")
    caught(desk, key, "FR+ b")
    first = desk.meetings.lines(key)[0]
    caught(desk, key, "IT+ c")
    lines = desk.meetings.lines(key)
    assert [line.text for line in lines] == ["DE+ a", "FR+ b", "IT+ c"]
    assert [line.order for line in lines] == [1, 2, 3]
    desk.meetings.remove_line(lines[2].id)
    caught(desk, key, "ES+ d")
    assert [line.order for line in desk.meetings.lines(key)] == [1, 2, 4]
    assert desk.meetings.lines(key)[0] == first
    with Desk(desk.folder) as other:
        caught(other, key, "FR+ e")
    assert [one.delegations for one in desk.meetings.interventions(key)] == [("DE",), ("FR",), ("ES",), ("FR",)]
    assert caught(desk, key, "IT+ f").line.order == 6


def test_a_line_is_corrected_and_keeps_its_interventions_ids(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    one = caught(desk, key, "DE+ 2 agrees")
    caught(desk, key, "FR = DE 2")
    desk.meetings.edit_line(one.line.id, "DE- 2 does not agree")
    after, other = desk.meetings.interventions(key)
    assert (after.id, after.line.created, after.stance) == (one.id, one.line.created, Stance.OPPOSE)
    assert other.stance is Stance.OPPOSE  # it depends on the one before
    desk.history.undo()
    assert [one.stance for one in desk.meetings.interventions(key)] == [Stance.SUPPORT, Stance.SUPPORT]


def test_a_capture_is_undone_and_done_again_and_a_line_is_removed_and_comes_back(desk: Desk, key: MeetingId) -> None:
    one = caught(desk, key, "DE+ masts")
    desk.history.undo()
    assert desk.meetings.lines(key) == []
    desk.history.redo()
    assert desk.meetings.interventions(key) == [one]
    desk.meetings.remove_line(one.line.id)
    assert desk.meetings.interventions(key) == []
    desk.history.undo()
    assert desk.meetings.interventions(key) == [one]
    desk.meetings.edit_line(one.line.id, " ")
    assert desk.meetings.lines(key) == []


def test_a_line_moves_to_another_item(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    one = caught(desk, key, "DE+ 2", "3")
    assert one.place is None
    desk.meetings.move_line(one.line.id, "1")
    (moved,) = desk.meetings.interventions(key, "1")
    assert moved.place == Place(held, Address("para_2"))
    with pytest.raises(UnknownItemError):
        desk.meetings.move_line(one.line.id, "9")
    desk.history.undo()
    assert desk.meetings.interventions(key, "3") == [one]


def test_a_document_that_comes_in_later_gives_places(desk: Desk, key: MeetingId, tmp_path: Path) -> None:
    one = caught(desk, key, "DE+ 2 agrees")
    assert one.place is None
    changes = desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    assert desk.meetings.reparse_after_changes(changes).meetings == {key}
    (after,) = desk.meetings.interventions(key)
    assert after.id == one.id
    assert after.place is not None
    assert after.place.address == "para_2"
    assert not desk.meetings.reparse_after_changes(changes)
    (document,) = changes.documents
    desk.documents.remove(document)
    desk.documents.empty_trash()
    desk.meetings.reparse_after_changes(changes)
    assert [(line.text, line.current_place) for line in desk.meetings.lines(key)] == [("DE+ 2 agrees", None)]


def test_a_document_read_again_takes_what_was_said_along(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    before = desk.documents.content(held)
    caught(desk, key, "DE+ agrees", at=Place(held, Address("para_3")))
    caught(desk, key, "FR- 3 does not")
    inserted = Paragraph(Address("para_3"), Kind.PARAGRAPH, "3.", "Gulls are no noise and are left in peace.")
    moved = [replace(u, address=Address("para_4"), label="4.") if u.address == "para_3" else u for u in before.units()]
    changes = desk.reparse.renew(held, replace(before, paragraphs=(*moved[:-1], inserted, moved[-1])))
    desk.meetings.reparse_after_changes(changes)
    said = desk.meetings.interventions(key)
    assert [one.place and one.place.address for one in said] == ["para_4", "para_3"]
    assert [one.line.text for one in said] == ["DE+ agrees", "FR- 3 does not"]


def test_the_matrix_shows_the_latest_stances(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    for text in ("DE+ 3", "FR NL- 2(a) too broad", "DE 2 reservation", "COM 3 explains", "DE 3 wants more", "NL+ 2(a)"):
        caught(desk, key, text)
    caught(desk, key, "PRES concludes: broad support")
    caught(desk, key, "IT scrutiny reservation")
    assert caught(desk, key, "ES+ 99").label == "99"  # which is not there: on no row
    matrix = desk.meetings.matrix(key)
    assert [place.address for place in matrix.places] == ["", "para_2", "para_2__point_1", "para_3"]
    assert stances(desk, key, "1") == {
        ("IT", ""): Stance.SCRUTINY_RESERVATION,
        ("DE", "para_2"): Stance.RESERVATION,
        ("FR", "para_2__point_1"): Stance.OPPOSE,
        ("NL", "para_2__point_1"): Stance.SUPPORT,
        ("DE", "para_3"): Stance.SUPPORT,
        ("COM", "para_3"): Stance.STATEMENT,
    }
    assert matrix.delegations[:3] == ("BE", "BG", "CZ")
    assert matrix.delegations[27:] == ("COM",)
    cell = matrix.cells["NL", Place(held, Address("para_2__point_1"))]
    assert [one.stance for one in cell.history] == [Stance.OPPOSE, Stance.SUPPORT]
    assert matrix.counts[cell.place] == {Stance.OPPOSE: 1, Stance.SUPPORT: 1}
    assert stances(desk, key, "2") == {}


def test_language_versions_share_the_rows_of_a_matrix(desk: Desk, key: MeetingId, first: Place, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("notes", "remarks")
    reading = desk.documents.read(quiet_hours(tmp_path, name="st07001.fr26.txt", text=text))
    header = replace(reading.document.header, language="fr")
    (other,) = desk.documents.add(replace(reading, document=replace(reading.document, header=header))).documents
    caught(desk, key, "DE+", at=first)
    caught(desk, key, "FR+", at=Place(other, first.address))
    matrix = desk.meetings.matrix(key)
    assert matrix.places == (first,)
    assert {code for code, _ in matrix.cells} == {"DE", "FR"}
    assert len(desk.meetings.interventions_for_place(Place(other, first.address))) == 2


def test_who_was_heard_on_a_place_is_known_on_other_items(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    meeting = desk.meetings.get(key)
    items = [replace(item, documents=(HELD,)) if item.number == "2" else item for item in meeting.items]
    desk.meetings.save(replace(meeting, items=tuple(items)))
    caught(desk, key, "DE- 2")
    assert caught(desk, key, "FR = DE 2", "2").stance is Stance.OPPOSE
    assert "DE" not in caught(desk, key, "others+ 2", "2").delegations


def test_a_meeting_of_200_lines_is_kept_and_means_what_was_meant(desk: Desk, tmp_path: Path) -> None:
    made = desk.meetings.new("Working Party", items=["None", "Conclusions", "Act"])
    items = [made.items[0]]
    documents = {}
    for number, (item, addresses) in enumerate(evaluation.DOCUMENTS.items(), start=7101):
        text = QUIET_HOURS.replace("7001/26", f"{number}/26")
        reading = desk.documents.read(quiet_hours(tmp_path, name=f"{number}.txt", text=text))
        units = tuple(Paragraph(Address(a), Kind.PARAGRAPH, "", "x") for a in sorted(addresses))
        changes = desk.documents.add(replace(reading, document=replace(reading.document, paragraphs=units)))
        (documents[item],) = changes.documents
        items.append(replace(made.items[int(item) - 1], documents=(Reference("ST", number, 2026),)))
    desk.meetings.save(replace(made, items=tuple(items)))
    lines = evaluation.JUDGED.read_text(encoding="utf-8").splitlines()
    judged = iter(evaluation.judge("\n".join(lines)))
    typed, item, at_hand = [], "2", None
    for line in lines:
        if line.startswith("# item "):
            item, at_hand = line.split()[2], None
        elif line.startswith("@ "):
            at_hand = None if line == "@ -" else Place(documents[item], Address(line[2:]))
        elif " => " in line and not line.startswith("#"):
            expected = next(judged)
            typed.append(expected.line)
            _, said = desk.meetings.capture(made.id, expected.line, item=item, at_hand=at_hand)
            assert " ; ".join(map(as_judged, said)) == expected.understood
    assert len(typed) >= 200
    assert [line.text for line in desk.meetings.lines(made.id)] == typed
    assert not desk.meetings.refresh(made.id)


def as_judged(one: Intervention) -> str:
    address = one.place.address if one.place else None
    spoken = PartialIntervention(
        one.delegations, one.stance, address, one.label, one.text, one.wordings, one.conclusion
    )
    return evaluation.written((spoken,))


def test_what_was_said_is_found(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    one = caught(desk, key, "FR EL+ 2(a) wants shore power for ferries")
    caught(desk, key, "NL- 3 fears for its dredgers", "3")
    (hit,) = desk.search.find("ferries").hits
    assert (hit.kind, hit.document, hit.address, hit.line) == (
        HitKind.INTERVENTION, held, "para_2__point_1", one.line.id,
    )  # fmt: skip
    assert hit.annotation is None
    assert desk.search.find("in:interventions delegation:GR").total == 1
    assert desk.search.find("in:interventions delegation:DE").total == 0
    assert desk.search.find(TypedQuery("παρέμβαση", language="el")).total == 0
    assert desk.search.find(TypedQuery("in:παρεμβάσεις ferries", language="el")).total == 1
    desk.meetings.edit_line(one.line.id, "FR+ 3 wants quiet barges")
    assert desk.search.find("ferries").total == 0
    assert desk.search.find("barges").hits[0].address == "para_3"
    desk.documents.remove(held)
    assert desk.search.find("barges").total == 0
    desk.documents.restore(held)
    assert desk.search.find("barges").total == 1
    desk.meetings.remove(key)
    assert desk.search.find("barges").total == 0
    desk.history.undo()
    assert desk.search.find("barges").total == 1


def test_groups_are_kept_and_named_in_lines(desk: Desk, key: MeetingId, held: DocumentId) -> None:
    assert desk.meetings.groups() == {
        "Baltics": ("EE", "LV", "LT"),
        "Benelux": ("BE", "LU", "NL"),
        "V4": ("CZ", "HU", "PL", "SK"),
    }
    assert desk.meetings.set_group("Nordics", ["dk", "FI", "SE"]).settings
    assert caught(desk, key, "Nordics+ 2").delegations == ("DK", "FI", "SE")
    desk.meetings.set_group("nordics", [])
    assert "Nordics" not in desk.meetings.groups()
    desk.history.undo()
    assert desk.meetings.groups()["Nordics"] == ("DK", "FI", "SE")
    with pytest.raises(UnknownDelegationError):
        desk.meetings.set_group("Seas", ["XX"])


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


def test_an_empty_draft_and_half_a_character_do_no_harm(desk: Desk) -> None:
    assert desk.capture_draft.get() is None
    desk.capture_draft.save(CaptureDraft(KEY, "2", "DE+"))
    desk.capture_draft.save(CaptureDraft(KEY, "2", "  "))
    assert desk.capture_draft.get() is None
    desk.capture_draft.save(CaptureDraft(KEY, "2", ""))
    assert desk.capture_draft.get() is None
    desk.capture_draft.save(CaptureDraft(KEY, "2", "DE+ \ud83d"))
    kept = desk.capture_draft.get()
    assert kept is not None
    assert kept.text.startswith("DE+")
    (desk.folder / "draft.json").write_text(f'{{"meeting": "{KEY}", "item": "\\ud83d", "text": "DE \\ud83d"}}')
    assert desk.capture_draft.get() == CaptureDraft(KEY, "\ufffd", "DE \ufffd")


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b'{"meeting": "\xff', b"[1]", b"null", b""]
)
def test_a_draft_that_is_none_is_none(desk: Desk, content: bytes) -> None:
    (desk.folder / "draft.json").write_bytes(content)
    assert desk.capture_draft.get() is None
