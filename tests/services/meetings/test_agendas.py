"""Agendas make meetings; the texts of a report that are written by hand are conclusions among their lines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.errors import MeetingHeldError, UnknownMeetingError
from delegate_desk.core.meetings.meeting import Meeting, MeetingId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, take_in
from support.meeting_notices import HARBOURS
from support.meeting_steps import notice

FIRST = HARBOURS.text.replace("9317/1/26 REV 1 TRANS 88", "7001/26 TRANS 88")


def revised(text: str, version: str = "CM 7101/1/26\nREV 1") -> str:
    return text.replace("CM 7101/26", version)


Bring = Callable[..., DocumentId]


@pytest.fixture
def bring(desk: Desk, tmp_path: Path) -> Bring:
    """Functions that import a document."""

    def bring(text: str, name: str = "notice.txt") -> DocumentId:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return take_in(desk, file)

    return bring


@pytest.fixture
def meeting(desk: Desk, bring: Bring) -> Meeting:
    """The meeting of a notice."""
    (key,) = desk.meetings.from_document(bring(FIRST)).meetings
    return desk.meetings.get(key)


def only(desk: Desk) -> Meeting:
    (meeting,) = desk.meetings.all()
    return meeting


def titles(meeting: Meeting) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in meeting.items]


def test_documents_of_an_item_are_in_the_library_or_missing(desk: Desk, meeting: Meeting, bring: Bring) -> None:
    bring(QUIET_HOURS, "st07001.en26.txt")
    other = bring(QUIET_HOURS.replace("notes", "remarks"), "copy.txt")
    desk.corrections.correct(other, CorrectableField.LANGUAGE, "fr")
    ((reference, held),) = desk.meetings.documents(desk.meetings.item(meeting.id, "2a"), "fr")
    assert (str(reference), [one.header.language for one in held]) == ("ST 7001/26", ["fr", "en"])
    assert "ST 9400/26" in map(str, desk.meetings.missing(meeting.id))
    assert "ST 7001/26" not in map(str, desk.meetings.missing(meeting.id))
    assert "ST 9400/26" in [str(reference) for reference, _ in desk.documents.missing()]


def test_a_revised_notice_keeps_what_was_caught_on_its_items(desk: Desk, meeting: Meeting, bring: Bring) -> None:
    for item in ("1", "2a", "3", None):
        desk.meetings.capture(meeting.id, f"DE+ on {item}", item=item)
    text = revised(FIRST).replace("Date: 14 and 15 October 2026", "Date: 21 October 2026")
    text = (
        text.replace("3. Proposal", "5. Proposal")
        .replace("2. Quiet", "3. Quiet")
        .replace("1. Adoption of the agenda", "1. Music")
    )
    desk.meetings.from_document(bring(text, "rev.txt"))
    now = only(desk)
    assert (now.id, now.reference, now.date) == (meeting.id, meeting.reference, date(2026, 10, 21))
    assert [item.number for item in now.items] == ["1", "3", "3a", "3b", "5", "4", "1*"]
    assert [(line.text, line.item) for line in desk.meetings.lines(now.id)] == [
        ("DE+ on 1", "1*"),
        ("DE+ on 2a", "3a"),
        ("DE+ on 3", "5"),
        ("DE+ on None", None),
    ]


def test_an_older_notice_does_not_undo_a_revised_one(desk: Desk, bring: Bring) -> None:
    desk.meetings.from_document(bring(revised(FIRST).replace("4. Any other", "4. Every other"), "rev.txt"))
    desk.meetings.from_document(bring(FIRST))
    assert ("4", "Every other business") in titles(only(desk))


def test_a_corrigendum_in_part_leaves_the_rest(desk: Desk, meeting: Meeting, bring: Bring) -> None:
    head, _, _ = FIRST.partition("\n1. ")
    text = revised(f"{head}\n4. Any other business\n9401/26 TRANS 92\n", "CM 7101/26\nCOR 1")
    desk.meetings.from_document(bring(text, "cor.txt"))
    now = only(desk)
    assert titles(now) == titles(meeting)
    assert now.items[-1].documents == (Reference("ST", 9401, 2026),)


def test_reading_a_notice_is_undone_and_done_again(desk: Desk, meeting: Meeting, bring: Bring) -> None:
    desk.meetings.from_document(bring(revised(FIRST).replace("4. Any", "4. Each"), "rev.txt"))
    desk.history.undo()
    assert only(desk) == meeting
    desk.history.undo()
    assert desk.meetings.all() == []
    desk.history.redo()
    desk.history.redo()
    assert ("4", "Each other business") in titles(only(desk))


def test_a_meeting_is_made_by_hand_and_what_was_caught_stays_when_its_item_is_removed(desk: Desk) -> None:
    made = desk.meetings.new("Friends of\nHarbours", date(2026, 11, 2), begins=time(9, 0), items=["Masts", "Sails"])
    desk.meetings.save(made)
    desk.meetings.add_item(made.id, "Oars", documents=[Reference("ST", 9999, 2026)])
    now = only(desk)
    assert now.body == "Friends of Harbours"
    assert titles(now) == [("1", "Masts"), ("2", "Sails"), ("3", "Oars")]
    assert ("ST 9999/26", []) in [(str(reference), by) for reference, by in desk.documents.missing()]
    desk.meetings.capture(made.id, "DE+ sails", item="2")
    desk.meetings.remove_item(made.id, "2")
    assert [line.item for line in desk.meetings.lines(made.id)] == [None]
    desk.history.undo()
    assert [line.item for line in desk.meetings.lines(made.id)] == ["2"]
    assert only(desk) == now


def test_a_notice_joins_the_meeting_that_was_made_by_hand(desk: Desk, bring: Bring) -> None:
    made = desk.meetings.new(
        "Shipping", reference=parse_reference("CM 7101/26"), items=["Adoption of the agenda", "Ferries"]
    )
    desk.meetings.save(made)
    desk.meetings.capture(made.id, "DE+ ferries", item="2")
    desk.meetings.from_document(bring(FIRST))
    now = only(desk)
    assert (now.id, now.body) == (made.id, "Working Party on Shipping")
    assert titles(now)[-1] == ("2*", "Ferries")


def test_a_meeting_goes_to_the_trash_and_comes_back_unless_another_has_its_number(desk: Desk, meeting: Meeting) -> None:
    desk.meetings.capture(meeting.id, "DE+ masts", item="2")
    desk.meetings.remove(meeting.id)
    assert desk.meetings.all() == []
    assert desk.meetings.trash() == [meeting]
    with pytest.raises(UnknownMeetingError):
        desk.meetings.find("CM 7101/26")
    desk.meetings.restore(meeting.id)
    assert only(desk) == meeting
    assert len(desk.meetings.lines(meeting.id)) == 1
    desk.meetings.remove(meeting.id)
    held = desk.documents.find("CM 7101/26")
    desk.meetings.from_document(held.id)
    with pytest.raises(MeetingHeldError):
        desk.meetings.restore(meeting.id)
    assert only(desk).id != meeting.id


def test_the_head_of_a_meeting_is_put_right_and_two_do_not_have_one_number(desk: Desk, meeting: Meeting) -> None:
    desk.meetings.save(replace(meeting, place="Room 35"))
    assert only(desk).place == "Room 35"
    desk.history.undo()
    assert only(desk) == meeting
    other = desk.meetings.new("Friends", reference=parse_reference("CM 7101/2/26 REV 2"))
    with pytest.raises(MeetingHeldError):
        desk.meetings.save(other)
    assert only(desk) == meeting
    for name in ("", "CM 1/26", "9317/26", "nonsense"):
        with pytest.raises(UnknownMeetingError):
            desk.meetings.find(name)
    with pytest.raises(UnknownMeetingError):
        desk.meetings.get(MeetingId("none"))


@pytest.fixture
def summed_up(desk: Desk, tmp_path: Path) -> MeetingId:
    (item,) = desk.documents.import_files([notice(tmp_path)])
    assert item.document is not None
    (key,) = desk.meetings.from_document(item.document.id).meetings
    desk.meetings.capture(key, "PRES 1 sums up: broad support", item="2")
    desk.meetings.capture(key, "NL- 1 too broad", item="2")
    return key


def lines(desk: Desk, meeting: MeetingId) -> list[str]:
    return [line.text for line in desk.meetings.lines(meeting)]


def save(desk: Desk, meeting: MeetingId, item: str | None, text: str, *, steps: bool = False, lang: str = "en") -> None:
    found = {(one.item, one.is_next_steps): one for one in desk.report_texts.all(meeting)}
    desk.report_texts.save(meeting, replace(found[item, steps], text=text), lang)


def test_each_item_has_texts_and_a_captured_conclusion_keeps_its_place(desk: Desk, summed_up: MeetingId) -> None:
    texts = desk.report_texts.all(summed_up)
    numbers = [item.number for item in desk.meetings.get(summed_up).items]
    assert [(text.item, text.is_next_steps) for text in texts] == [
        (None, False),
        *((number, is_next) for number in numbers for is_next in (False, True)),
    ]
    assert [text.text for text in texts if text.text] == ["broad support"]
    save(desk, summed_up, "2", "wide support\nto be continued")
    assert lines(desk, summed_up) == [
        "PRES 1 sums up: wide support",
        "NL- 1 too broad",
        "PRES concludes: to be continued",
    ]
    save(desk, summed_up, "2", "to be continued")
    assert lines(desk, summed_up) == ["PRES 1 sums up: to be continued", "NL- 1 too broad"]
    save(desk, summed_up, "2", "")
    assert lines(desk, summed_up) == ["NL- 1 too broad"]


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_a_text_is_read_again_as_it_was_written(desk: Desk, summed_up: MeetingId, language: str) -> None:
    save(desk, summed_up, None, "3(1) is agreed; DE thanks.", lang=language)
    save(desk, summed_up, "2", "Coreper on 3 May", steps=True, lang=language)
    found = {(text.item, text.is_next_steps): text.text for text in desk.report_texts.all(summed_up)}
    assert (found[None, False], found["2", False], found["2", True]) == (
        "3(1) is agreed; DE thanks.",
        "broad support",
        "Coreper on 3 May",
    )
    report = desk.export.mail(summed_up, ExportKind.REPORT, ExportOptions(labels="fr")).text
    assert report.index("Résumé") < report.index("3(1) is agreed") < report.index("Suites") < report.index("Coreper")


WRITTEN = (
    'Good progress; NL- 3(1) too broad. DE: all right\n\n  - second line, indented\nFR+ and "quotes" 14.30',
    "- Article 3(1): 8 hours; brackets stay\n2. CLS will check; COM to report by 3 May.",
    "DE, FR: drafting by 3 May\n\n\nNL- 1; last",
)


def test_what_looks_like_an_intervention_stays_the_text_of_the_report(desk: Desk, summed_up: MeetingId) -> None:
    texts: dict[tuple[str | None, bool], str] = {(None, False): "", ("2", False): "", ("2", True): ""}
    for again in (False, True):
        for (item, steps), text in zip(texts, WRITTEN, strict=True):
            for end in range(len(text) - 12 * again, len(text) + 1, 3):  # as it is saved while it is typed
                save(desk, summed_up, item, text[:end], steps=steps)
            save(desk, summed_up, item, text, steps=steps)
    found = {(one.item, one.is_next_steps): one.text for one in desk.report_texts.all(summed_up)}
    assert tuple(found[key] for key in texts) == WRITTEN
    said = [one for one in desk.meetings.interventions(summed_up) if not one.conclusion]
    assert [one.delegations for one in said] == [("NL",)]  # captured in the meeting
    report = desk.export.mail(summed_up, ExportKind.REPORT, ExportOptions(labels="en")).text
    for words in ("Good progress; NL- 3(1) too broad. DE: all right", "- Article 3(1): 8 hours", "NL- 1; last"):
        assert words in report
