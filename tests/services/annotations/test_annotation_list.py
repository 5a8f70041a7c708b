from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.annotations.annotation_list import (
    OURS,
    Age,
    AnnotationFilter,
    AnnotationSnapshot,
    Aspect,
    Deadline,
    FilteredAnnotations,
    Grouping,
    with_tags,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def browse(desk: Desk, held: DocumentId) -> AnnotationSnapshot:
    made = [
        ("para_3", AnnotationKind.RED_LINE, "Not before 2028.", ("capital",), "", None, AnnotationStatus.OPEN, 0),
        ("para_1", AnnotationKind.QUESTION, "Which ports?", ("capital", "ports"), "", 2, AnnotationStatus.OPEN, 3),
        ("para_1", AnnotationKind.SCRUTINY_RESERVATION, "", (), "FR", -2, AnnotationStatus.OPEN, 10),
        ("para_2", AnnotationKind.SCRUTINY_RESERVATION, "", (), "", 30, AnnotationStatus.DONE, 40),
    ]
    for address, kind, text, tags, holder, hours, status, days in made:
        due = NOW + timedelta(hours=hours) if hours is not None else None
        new = desk.annotations.new(Place(held, Address(address)), kind, text=text, tags=tags, holder=holder, due=due)
        desk.annotations.save(replace(new, status=status, created=NOW - timedelta(days=days)))
    return desk.annotation_list.load(NOW)


def said(found: FilteredAnnotations) -> list[str]:
    return [entry.annotation.text or entry.annotation.holder for entry in found.entries()]


def choose(*pairs: tuple[Aspect, str], words: str = "") -> AnnotationFilter:
    wanted = AnnotationFilter(words=words)
    for aspect, value in pairs:
        wanted = wanted.with_toggled(aspect, value)
    return wanted


def test_all_stand_in_reading_order_with_their_labels(browse: AnnotationSnapshot) -> None:
    found = browse.find(AnnotationFilter())
    assert [entry.annotation.place.address for entry in browse.entries] == ["para_1", "para_1", "para_2", "para_3"]
    assert browse.entries[0].label == "1."
    assert (found.count, found.marking) == (4, "LIMITE")
    assert AnnotationFilter().is_empty


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (choose((Aspect.KIND, "red_line")), ["Not before 2028."]),
        (choose((Aspect.KIND, "red_line"), (Aspect.KIND, "question")), ["Which ports?", "Not before 2028."]),
        (choose((Aspect.TAG, "capital"), (Aspect.TAG, "ports"), (Aspect.KIND, "question")), ["Which ports?"]),
        (choose((Aspect.STATUS, "done")), [""]),
        (choose((Aspect.HOLDER, "FR")), ["FR"]),
        (choose((Aspect.HOLDER, OURS)), [""]),
        (choose((Aspect.VISIBILITY, "circulation")), []),
        (choose((Aspect.DUE, Deadline.OVERDUE)), ["FR"]),
        (choose((Aspect.CREATED, Age.TODAY)), ["Not before 2028."]),
        (choose((Aspect.TAG, "no such tag")), []),
        (choose(words="PORTS question"), ["Which ports?"]),
        (choose(words="capital 2028"), ["Not before 2028."]),
    ],
)
def test_a_filter_leaves_what_fits(browse: AnnotationSnapshot, wanted: AnnotationFilter, left: list[str]) -> None:
    assert said(browse.find(wanted)) == left
    assert browse.find(wanted).count == len(left)


def test_days_are_taken_in_whole(browse: AnnotationSnapshot) -> None:
    assert len(said(browse.find(AnnotationFilter(since=date(2026, 11, 22))))) == 2
    assert said(browse.find(AnnotationFilter(since=date(2026, 11, 16), until=date(2026, 11, 24)))) == ["Which ports?"]


def test_each_count_is_what_that_choice_alone_would_leave(browse: AnnotationSnapshot) -> None:
    facets = browse.find(choose((Aspect.KIND, "question"), (Aspect.STATUS, "open"))).facets
    assert facets[Aspect.KIND] == {"red_line": 1, "question": 1, "scrutiny_reservation": 1}
    assert facets[Aspect.STATUS] == {"open": 1}
    assert facets[Aspect.TAG] == {"capital": 1, "ports": 1}
    for value, count in facets[Aspect.KIND].items():
        assert browse.find(choose((Aspect.KIND, value), (Aspect.STATUS, "open"))).count == count


@pytest.mark.parametrize(
    ("grouping", "keys"),
    [
        (Grouping.KIND, ["question", "red_line", "scrutiny_reservation"]),
        (Grouping.STATUS, ["open", "done"]),
        (Grouping.TAG, ["capital", "ports", ""]),
        (Grouping.DUE, ["2026-11-25", "2026-11-26", ""]),
    ],
)
def test_groups_stand_in_their_order(browse: AnnotationSnapshot, grouping: Grouping, keys: list[str]) -> None:
    found = browse.find(AnnotationFilter(), grouping)
    assert [group.key for group in found.groups] == keys
    assert len(found.entries()) == found.count == 4


def test_documents_and_dossiers_group_too(browse: AnnotationSnapshot, held: DocumentId) -> None:
    assert [group.key for group in browse.find(AnnotationFilter(), Grouping.DOCUMENT).groups] == [str(held)]
    assert len(browse.find(AnnotationFilter(), Grouping.DOSSIER).groups) == 1


def test_a_value_switched_twice_is_off() -> None:
    wanted = choose((Aspect.KIND, "note"))
    assert wanted.with_toggled(Aspect.KIND, "note").is_empty


def test_what_is_due_comes_by_its_day_and_what_is_done_is_not_among_it(browse: AnnotationSnapshot, desk: Desk) -> None:
    assert browse.entries
    assert [(group.key, len(group.entries)) for group in desk.annotation_list.due(NOW)] == [
        (Deadline.OVERDUE, 1),
        (Deadline.TODAY, 1),
    ]


def test_what_did_not_change_is_not_gathered_anew(browse: AnnotationSnapshot, desk: Desk) -> None:
    first = browse.entries[0].annotation
    desk.annotations.save(replace(first, text="Which harbours?"))
    again = desk.annotation_list.load(NOW, browse)
    assert again.entries[1].search_text is browse.entries[1].search_text
    assert "harbours" in again.entries[0].search_text


def test_a_document_in_the_trash_takes_its_annotations_along(
    browse: AnnotationSnapshot, desk: Desk, held: DocumentId
) -> None:
    desk.documents.remove(held)
    assert desk.annotation_list.load(NOW, browse).entries == ()


def test_many_change_alike_as_one_thing_to_undo(browse: AnnotationSnapshot, desk: Desk) -> None:
    tags = with_tags(["vienna"], ["capital"])
    desk.annotations.set_many([entry.id for entry in browse.entries], lambda one: replace(one, tags=tags(one)))
    assert {entry.annotation.tags for entry in desk.annotation_list.load(NOW).entries} == {
        ("vienna",),
        ("ports", "vienna"),
    }
    desk.history.undo()
    assert {entry.annotation.tags for entry in desk.annotation_list.load(NOW).entries} == {
        ("capital",),
        ("capital", "ports"),
        (),
    }


def test_a_few_places_are_renewed_without_the_rest(browse: AnnotationSnapshot, desk: Desk, held: DocumentId) -> None:
    changed = browse.entries[0].annotation
    more = desk.annotations.new(changed.place, AnnotationKind.NOTE, text="On words", words="The Council")
    desk.annotations.save(
        replace(changed, text="Which harbours?"),
    )
    desk.annotations.save(more)
    renewed = desk.annotation_list.renew(browse, {changed.place}, NOW)
    assert renewed is not None
    assert renewed.entries == desk.annotation_list.load(NOW).entries
    assert desk.annotation_list.renew(browse, {Place(held, Address("para_2__point_1"))}, NOW) is None
    desk.annotations.remove_many([entry.id for entry in renewed.entries if entry.annotation.place == changed.place])
    without = desk.annotation_list.renew(renewed, {changed.place}, NOW)
    assert without is not None
    assert without.entries == desk.annotation_list.load(NOW).entries
    assert len(without.entries) == 2
