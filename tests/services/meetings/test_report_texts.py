"""The texts of a report that are written by hand are conclusions among the lines of its meeting."""

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.desk import Desk
from support.meeting_steps import notice


@pytest.fixture
def meeting(desk: Desk, tmp_path: Path) -> MeetingId:
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


def test_each_item_has_an_outcome_and_next_steps_and_the_meeting_a_summary(desk: Desk, meeting: MeetingId) -> None:
    texts = desk.report_texts.all(meeting)
    numbers = [item.number for item in desk.meetings.get(meeting).items]
    assert [(text.item, text.is_next_steps) for text in texts] == [
        (None, False),
        *((number, is_next) for number in numbers for is_next in (False, True)),
    ]
    assert [text.text for text in texts if text.text] == ["broad support"]


def test_a_captured_conclusion_keeps_its_place_when_its_words_change(desk: Desk, meeting: MeetingId) -> None:
    save(desk, meeting, "2", "wide support\nto be continued")
    assert lines(desk, meeting) == [
        "PRES 1 sums up: wide support",
        "NL- 1 too broad",
        "PRES concludes: to be continued",
    ]
    save(desk, meeting, "2", "to be continued")
    assert lines(desk, meeting) == ["PRES 1 sums up: to be continued", "NL- 1 too broad"]
    save(desk, meeting, "2", "")
    assert lines(desk, meeting) == ["NL- 1 too broad"]


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_a_text_is_read_again_as_it_was_written(desk: Desk, meeting: MeetingId, language: str) -> None:
    save(desk, meeting, None, "3(1) is agreed; DE thanks.", lang=language)
    save(desk, meeting, "2", "Coreper on 3 May", steps=True, lang=language)
    found = {(text.item, text.is_next_steps): text.text for text in desk.report_texts.all(meeting)}
    assert (found[None, False], found["2", False], found["2", True]) == (
        "3(1) is agreed; DE thanks.",
        "broad support",
        "Coreper on 3 May",
    )
    report = desk.export.mail(meeting, ExportKind.REPORT, ExportOptions(labels="fr")).text
    assert report.index("Résumé") < report.index("3(1) is agreed") < report.index("Suites") < report.index("Coreper")


WRITTEN = (
    'Good progress; NL- 3(1) too broad. DE: all right\n\n  - second line, indented\nFR+ and "quotes" 14.30',
    "- Article 3(1): 8 hours; brackets stay\n2. CLS will check; COM to report by 3 May.",
    "DE, FR: drafting by 3 May\n\n\nNL- 1; last",
)


def test_what_looks_like_an_intervention_stays_the_text_of_the_report(desk: Desk, meeting: MeetingId) -> None:
    texts: dict[tuple[str | None, bool], str] = {(None, False): "", ("2", False): "", ("2", True): ""}
    for again in (False, True):
        for (item, steps), text in zip(texts, WRITTEN, strict=True):
            for end in range(len(text) - 12 * again, len(text) + 1, 3):  # as it is saved while it is typed
                save(desk, meeting, item, text[:end], steps=steps)
            save(desk, meeting, item, text, steps=steps)
    found = {(one.item, one.is_next_steps): one.text for one in desk.report_texts.all(meeting)}
    assert tuple(found[key] for key in texts) == WRITTEN
    said = [one for one in desk.meetings.interventions(meeting) if not one.conclusion]
    assert [one.delegations for one in said] == [("NL",)]  # captured in the meeting
    report = desk.export.mail(meeting, ExportKind.REPORT, ExportOptions(labels="en")).text
    for words in ("Good progress; NL- 3(1) too broad. DE: all right", "- Article 3(1): 8 hours", "NL- 1; last"):
        assert words in report
