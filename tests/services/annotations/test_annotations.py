from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
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
from delegate_desk.core.errors import UnknownPlaceError, WordsNotThereError
from delegate_desk.desk import Desk, open_desk


def test_an_annotation_is_kept_as_written(desk: Desk, first: Place) -> None:
    text = "Ά\u0301 ‘quotes’ <b>&amp;</b> \u202eRTL\u202c 😀\n\tsecond line"
    made = desk.annotations.new(
        first, AnnotationKind.QUESTION, text=text, words="noise from ships", tags=["a", "b", "a"]
    )
    assert desk.annotations.save(made).annotations == {first}
    (kept,) = desk.annotations.for_place(first)
    assert replace(kept, modified=made.modified) == made
    assert kept.tags == ("a", "b")
    assert (kept.status, kept.visibility) == (AnnotationStatus.OPEN, Visibility.INTERNAL)


def test_a_quote_knows_where_its_words_stand_and_those_that_are_not_there_are_refused(desk: Desk, first: Place) -> None:
    unit = desk.documents.unit(first)
    assert unit is not None
    quote = desk.annotations.new(first, AnnotationKind.NOTE, words="ships at berth").quote
    assert quote is not None
    assert unit.text[quote.start : quote.end] == quote.exact == "ships at berth"
    assert unit.text[: quote.start].endswith(quote.prefix)
    assert unit.text[quote.end :].startswith(quote.suffix)
    assert desk.annotations.new(first, AnnotationKind.NOTE, span=(quote.start, quote.end)).quote == quote
    with pytest.raises(WordsNotThereError):
        desk.annotations.new(first, AnnotationKind.NOTE, words="never written")
    with pytest.raises(UnknownPlaceError):
        desk.annotations.new(Place(first.document, Address("para_99")), AnnotationKind.NOTE)
    assert desk.annotations.all() == []


def test_a_note_is_changed_removed_and_all_of_it_undone(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.NOTE, text="one")
    desk.annotations.save(made)
    desk.annotations.save(replace(made, status=AnnotationStatus.DONE))
    desk.annotations.remove(made.id)
    assert desk.annotations.for_place(first) == []
    desk.history.undo()
    assert [a.status for a in desk.annotations.for_place(first)] == [AnnotationStatus.DONE]
    desk.history.undo()
    assert [a.status for a in desk.annotations.for_place(first)] == [AnnotationStatus.OPEN]
    desk.history.undo()
    assert desk.annotations.for_place(first) == []
    assert desk.history.next_undo() is None
    for _ in range(3):
        desk.history.redo()
    assert desk.annotations.for_place(first) == []
    assert desk.history.next_redo() is None


def test_typing_is_one_thing_to_undo_and_one_left_without_a_word_never_was(desk: Desk, first: Place) -> None:
    left = desk.annotations.new(first, AnnotationKind.SUPPORT)
    desk.annotations.save(left)
    desk.annotations.discard(left.id)
    assert desk.annotations.for_place(first) == desk.annotations.trash() == []
    assert desk.history.next_undo() is None
    made = desk.annotations.new(first, AnnotationKind.NOTE)
    for text in ("a", "ab", "abc"):
        desk.annotations.save(replace(made, text=text))
    desk.history.undo()
    assert desk.annotations.for_place(first) == []
    desk.history.redo()
    assert [a.text for a in desk.annotations.for_place(first)] == ["abc"]
    desk.annotations.remove(made.id)
    desk.annotations.save(replace(made, text="abc, and more"))  # while another program removed it
    assert [one.text for one in desk.annotations.for_place(first)] == ["abc, and more"]
    assert desk.annotations.trash() == []


def test_annotations_of_a_document_stand_in_reading_order_and_what_is_due_the_earliest_first(
    desk: Desk, first: Place
) -> None:
    third = Place(first.document, Address("para_3"))
    for place in (third, first):
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=place.address))
    assert [a.text for a in desk.annotations.for_document(first.document)] == ["para_1", "para_3"]
    noon = datetime(2026, 10, 14, 12, tzinfo=UTC)
    for hours in (5, 1, 48):
        made = desk.annotations.new(first, AnnotationKind.NOTE, text=str(hours), due=noon + timedelta(hours=hours))
        desk.annotations.save(made)
    done = desk.annotations.new(first, AnnotationKind.NOTE, text="done", due=noon)
    desk.annotations.save(replace(done, status=AnnotationStatus.DONE))
    assert [one.text for one in desk.annotations.due(noon + timedelta(days=1))] == ["1", "5"]
    desk.documents.remove(first.document)
    assert desk.annotations.due(noon + timedelta(days=9)) == []


def test_due_holder_and_what_it_answers_are_kept(desk: Desk, first: Place, tmp_path: Path) -> None:
    due = datetime(2026, 10, 14, 12, tzinfo=UTC)
    asked = desk.annotations.new(first, AnnotationKind.SCRUTINY_RESERVATION, text="Lifts?", due=due, holder="DE")
    answer = desk.annotations.reply(asked, "Lifted by mail.")
    desk.annotations.save(asked)
    desk.annotations.save(answer)
    with open_desk(tmp_path / "library") as again:
        kept, replied = again.annotations.for_place(first)
        assert (kept.due, kept.holder, kept.reply_to) == (due, "DE", None)
        assert (replied.reply_to, replied.visibility) == (asked.id, Visibility.INTERNAL)
        assert [one.id for one in again.annotations.replies(asked.id)] == [answer.id]


def test_the_trash_keeps_a_note_with_its_answers_until_it_is_emptied(desk: Desk, first: Place) -> None:
    asked = desk.annotations.new(first, AnnotationKind.QUESTION, text="Why berths?")
    answer = desk.annotations.reply(asked, "Because.")
    further = desk.annotations.reply(answer, "Truly?")
    for one in (asked, answer, further):
        desk.annotations.save(one)
    desk.annotations.remove(further.id)
    desk.annotations.remove(asked.id)
    assert desk.annotations.for_document(first.document) == desk.annotations.all() == []
    assert desk.search.find("in:notes berths").total == 0
    assert [one.id for one in desk.annotations.trash()] == [asked.id, answer.id, further.id]
    desk.annotations.restore(asked.id)
    assert [one.id for one in desk.annotations.for_place(first)] == [asked.id, answer.id]
    assert desk.search.find("in:notes berths").total == 1
    desk.history.undo()
    assert len(desk.annotations.trash()) == 3
    assert desk.documents.empty_trash().annotations == {first}
    assert desk.annotations.trash() == []
    while desk.history.next_undo():
        desk.history.undo()
    assert desk.annotations.for_document(first.document) == []


def test_many_are_changed_alike_and_that_is_one_thing_to_undo(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    made = [desk.annotations.new(place, AnnotationKind.NOTE, text=place.address) for place in (first, third)]
    for one in made:
        desk.annotations.save(one)
    keys = [one.id for one in made]
    assert desk.annotations.set_many(keys, lambda one: replace(one, tags=("x",))).annotations == {first, third}
    assert not desk.annotations.set_many(keys, lambda one: replace(one, tags=("x",)))
    assert desk.annotations.tags() == ["x"]
    tagged = with_tags(["vienna"], ["x"])
    desk.annotations.set_many(keys, lambda one: replace(one, tags=tagged(one)))
    assert desk.annotations.tags() == ["vienna"]
    desk.history.undo()
    desk.history.undo()
    assert [one.tags for one in desk.annotations.all()] == [(), ()]
    desk.history.redo()
    assert [one.tags for one in desk.annotations.all()] == [("x",), ("x",)]
    desk.annotations.remove_many(keys)
    assert desk.annotations.all() == []
    desk.history.undo()
    assert [one.tags for one in desk.annotations.all()] == [("x",), ("x",)]


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


def test_all_stand_in_reading_order_and_are_chosen_by_day(browse: AnnotationSnapshot, held: DocumentId) -> None:
    found = browse.find(AnnotationFilter())
    assert [entry.annotation.place.address for entry in browse.entries] == ["para_1", "para_1", "para_2", "para_3"]
    assert browse.entries[0].label == "1."
    assert (found.count, found.marking) == (4, "LIMITE")
    assert AnnotationFilter().is_empty
    assert len(said(browse.find(AnnotationFilter(since=date(2026, 11, 22))))) == 2
    assert said(browse.find(AnnotationFilter(since=date(2026, 11, 16), until=date(2026, 11, 24)))) == ["Which ports?"]
    assert [group.key for group in browse.find(AnnotationFilter(), Grouping.DOCUMENT).groups] == [str(held)]
    assert len(browse.find(AnnotationFilter(), Grouping.DOSSIER).groups) == 1
    wanted = choose((Aspect.KIND, "note"))
    assert wanted.with_toggled(Aspect.KIND, "note").is_empty


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


def test_each_count_is_what_that_choice_would_leave_and_what_is_due_comes_by_its_day(
    browse: AnnotationSnapshot, desk: Desk
) -> None:
    facets = browse.find(choose((Aspect.KIND, "question"), (Aspect.STATUS, "open"))).facets
    assert facets[Aspect.KIND] == {"red_line": 1, "question": 1, "scrutiny_reservation": 1}
    assert facets[Aspect.STATUS] == {"open": 1}
    assert facets[Aspect.TAG] == {"capital": 1, "ports": 1}
    for value, count in facets[Aspect.KIND].items():
        assert browse.find(choose((Aspect.KIND, value), (Aspect.STATUS, "open"))).count == count
    assert browse.entries
    assert [(group.key, len(group.entries)) for group in desk.annotation_list.due(NOW)] == [
        (Deadline.OVERDUE, 1),
        (Deadline.TODAY, 1),
    ]


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


def test_what_did_not_change_is_not_gathered_again(browse: AnnotationSnapshot, desk: Desk, held: DocumentId) -> None:
    first = browse.entries[0].annotation
    desk.annotations.save(replace(first, text="Which harbours?"))
    again = desk.annotation_list.load(NOW, browse)
    assert again.entries[1].search_text is browse.entries[1].search_text
    assert "harbours" in again.entries[0].search_text
    desk.documents.remove(held)
    assert desk.annotation_list.load(NOW, browse).entries == ()


def test_a_few_places_are_renewed_without_the_rest(browse: AnnotationSnapshot, desk: Desk, held: DocumentId) -> None:
    changed = browse.entries[0].annotation
    more = desk.annotations.new(changed.place, AnnotationKind.NOTE, text="On words", words="The Council")
    desk.annotations.save(replace(changed, text="Which harbours?"))
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


def test_a_link_leads_to_a_place_or_a_note_and_what_is_offered_leads_where_it_says(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="Which ports?")
    desk.annotations.save(note)
    links = desk.note_links
    assert links.target("7001/26 3", first) == links.target("ST 7001/26 para_3", first) == third
    assert links.target("3", first) == third
    assert links.target("7001/26", first) == Place(first.document, Address(""))
    found = links.target(links.name(note), first)
    assert found is not None
    assert found.id == note.id  # type: ignore[union-attr]  # a note, or the test fails
    for nowhere in ("7001/26 99", "6500/26", "@", "@ffffffffffff", "never written"):
        assert links.target(nowhere, first) is None
    offered = links.suggestions("", first)
    assert len(offered) > 2
    assert all(isinstance(links.target(one.name, first), Place) for one in offered)
    in_document = links.suggestions("7001/26 3", first)
    assert in_document[0].name == "7001/26 3"
    assert [one.name for one in links.suggestions("@port", first)] == [links.name(note)]
    assert links.suggestions("@nobody wrote this", first) == []
