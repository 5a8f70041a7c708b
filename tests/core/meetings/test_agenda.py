import pytest

from delegate_desk.core.documents.references import Reference, Suffix
from delegate_desk.core.meetings.meeting import AgendaItem, agenda_reference, find_item, merge_agendas


def item(number: str, title: str, *documents: int) -> AgendaItem:
    return AgendaItem(number, title, tuple(Reference("ST", n, 2026) for n in documents))


OLD = (
    item("1", "Adoption of the agenda"),
    item("2", "Quiet hours in harbours", 9317),
    item("3", "Lighthouses", 9400),
    item("4", "Any other business"),
)


def test_items_that_moved_are_known_by_title_and_documents() -> None:
    new = (
        item("1", "Adoption of the agenda"),
        item("2", "Lighthouses and their keepers", 9400),
        item("3", "Quiet hours in harbours", 9317, 9318),
        item("4", "Any other business"),
    )
    merged = merge_agendas(OLD, new, {"2", "3"})
    assert merged.items == new
    assert merged.numbers == {"1": "1", "2": "3", "3": "2", "4": "4"}


def test_an_item_on_which_something_was_caught_stays_at_the_end() -> None:
    new = (OLD[0], item("2", "Fog horns", 9500), item("3", "Any other business"))
    merged = merge_agendas(OLD, new, {"2"})
    assert [one.number for one in merged.items] == ["1", "2", "3", "2*"]
    assert merged.items[-1].title == "Quiet hours in harbours"
    assert merged.numbers == {"1": "1", "2": "2*", "3": None, "4": "3"}


def test_an_item_that_was_off_the_agenda_comes_back() -> None:
    gone = merge_agendas(OLD, (OLD[0], item("2", "Fog horns", 9500)), {"2"})
    back = merge_agendas(gone.items, OLD, {"2*"})
    assert back.items == OLD
    assert back.numbers["2*"] == "2"


def test_an_agenda_merged_with_itself_is_the_same() -> None:
    for in_part in (False, True):
        merged = merge_agendas(OLD, OLD, set(), in_part=in_part)
        assert merged.items == OLD
        assert merged.numbers == {one.number: one.number for one in OLD}


def test_an_agenda_in_part_leaves_the_rest() -> None:
    merged = merge_agendas(OLD, (item("3", "Lighthouses", 9400, 9401), item("3a", "Fog horns")), set(), in_part=True)
    assert [one.number for one in merged.items] == ["1", "2", "3", "3a", "4"]
    assert merged.items[2].documents == (Reference("ST", 9400, 2026), Reference("ST", 9401, 2026))


def test_an_agenda_in_another_language_is_matched_by_number() -> None:
    new = (item("1", "Adoption de l'ordre du jour"), item("2", "Heures calmes", 9317), item("4", "Divers"))
    assert merge_agendas(OLD, new, {"4"}, by_number=True).numbers == {"1": "1", "2": "2", "3": None, "4": "4"}
    assert merge_agendas(OLD, new, {"4"}).numbers["4"] == "4*"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2", "2"), ("2.", "2"), ("2A", "2a"), ("(2a)", "2a"), ("3.1.", "3.1"), ("31", "31"), ("5", None)],
)
def test_an_item_is_found_by_its_number_however_written(typed: str, number: str | None) -> None:
    items = (item("2", "a"), item("2a", "b"), item("3.1", "c"), item("31", "d"))
    found = find_item(items, typed)
    assert (found.number if found else None) == number


def test_all_versions_of_a_notice_call_one_meeting() -> None:
    first = Reference("CM", 4001, 2019)
    assert agenda_reference(Reference("CM", 4001, 2019, 1)) == agenda_reference(
        Reference("CM", 4001, 2019, 0, (Suffix("COR", 1),))
    )
    assert agenda_reference(first) == first
