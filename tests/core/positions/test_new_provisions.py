import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.new_provisions import (
    anchor_after,
    in_text_order,
    is_address,
    move_entry,
    propose_label,
    relocate_entries,
)
from delegate_desk.core.positions.position import PositionEntry


@pytest.mark.parametrize(
    ("after", "label", "language", "address", "wanted"),
    [
        ("para_5", "5.", "en", "para_5a", "5a."),
        ("para_5", "5.", "el", "para_5a", "5α."),
        ("para_5", "5.", "fr", "para_5a", "5 bis."),
        ("para_5", "5.", "bg", "para_5a", "5а."),
        ("para_5__point_3", "(c)", "en", "para_5__point_3a", "(ca)"),
        ("para_7__point_6", "στ)", "el", "para_7__point_6a", "στα)"),
        ("art_5", "Article 5", "en", "art_5a", "Article 5a"),
        ("art_5", "Άρθρο 5", "el", "art_5a", "Άρθρο 5α"),
        ("para_5f", "5στ.", "el", "para_5g", "5ζ."),
        ("rec_12", "(12)", "fr", "rec_12a", "(12 bis)"),
        ("para_5a", "5a.", "en", "para_5b", "5b."),
        ("para_5b", "5 ter.", "fr", "para_5c", "5 quater."),
        ("para_-1", "-1.", "en", "para_-1a", "-1a."),
        ("para_7-2", "7.", "en", "para_7a", "7a."),
        ("ind_2", "–", "en", "ind_2a", "–"),
        ("para_5__sub_2", "", "en", "para_5__sub_2a", ""),
        ("", "", "en", "p_0a", ""),
    ],
)
def test_a_new_provision_has_a_place_and_a_label(
    after: str, label: str, language: str, address: str, wanted: str
) -> None:
    assert propose_label(Address(after), label, {Address(after)}, language) == (address, wanted)
    assert is_address(address)


def test_what_is_taken_is_not_proposed() -> None:
    taken = {Address("para_5"), Address("para_5a")}
    assert propose_label(Address("para_5"), "5.", taken, "en") == ("para_5b", "5b.")
    taken |= {Address(f"para_5{letter}") for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert propose_label(Address("para_5"), "5.", taken, "en")[0] == "para_5z-2"


def test_what_is_no_address_is_told() -> None:
    assert not any(map(is_address, ("", "5a", "para", "para_5__", "para_5 a", "para_5'", "__para_5")))


TEXT = tuple(map(Address, ("para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3")))


def new(address: str, after: str) -> PositionEntry:
    """A provision that is not in the text."""
    return PositionEntry(Address(address), after=Address(after))


def ordered(*items: PositionEntry) -> list[str]:
    """The addresses in the order of the text, whatever order they are given in."""
    forwards = [item.address for item in in_text_order(items, TEXT)]
    assert [item.address for item in in_text_order(reversed(items), TEXT)] == forwards
    return list(map(str, forwards))


def test_a_new_provision_stands_behind_all_of_what_it_goes_after() -> None:
    lines = [PositionEntry(address) for address in TEXT]
    assert ordered(*lines, new("para_2a", "para_2"), new("para_2__point_2a", "para_2__point_2")) == [
        "para_1",
        "para_2",
        "para_2__point_1",
        "para_2__point_2",
        "para_2__point_2a",
        "para_2a",
        "para_3",
    ]


def test_one_that_hangs_on_what_it_goes_after_stands_directly_behind_it() -> None:
    lines = (PositionEntry(TEXT[1]), PositionEntry(TEXT[2]))
    assert ordered(*lines, new("para_2__point_0a", "para_2")) == ["para_2", "para_2__point_0a", "para_2__point_1"]


def test_new_provisions_stand_behind_each_other() -> None:
    lines = (new("para_2c", "para_2b"), new("para_2b", "para_2a"), new("para_2a", "para_2"), PositionEntry(TEXT[4]))
    assert ordered(*lines) == ["para_2a", "para_2b", "para_2c", "para_3"]


def test_the_beginning_is_before_all_and_what_is_nowhere_behind() -> None:
    assert ordered(new("p_0a", ""), PositionEntry(TEXT[0]), PositionEntry(TEXT[4]), new("para_9a", "para_9")) == [
        "p_0a",
        "para_1",
        "para_3",
        "para_9a",
    ]


OLD = tuple(map(Address, ("para_1", "para_2", "para_2__point_1", "para_3")))
WENT = {OLD[0]: Address("para_1"), OLD[1]: Address("para_3"), OLD[2]: Address("para_3__point_1")}
LABELS = {
    Address("para_1"): "1.", Address("para_2"): "2.", Address("para_3"): "3.", Address("para_3__point_1"): "(a)",
}  # fmt: skip


def entry(address: str, after: str, label: str = "") -> PositionEntry:
    """A provision that is not in the text."""
    return PositionEntry(Address(address), proposal="New.", after=Address(after), label=label)


def test_what_stands_behind_a_unit_goes_with_it() -> None:
    assert anchor_after(Address("para_2"), OLD, WENT.get) == "para_3"
    assert anchor_after(Address("para_3"), OLD, WENT.get) == "para_3__point_1"  # itself deleted: the unit before it
    assert anchor_after(Address(""), OLD, WENT.get) == ""
    assert anchor_after(Address("para_1"), OLD, lambda _: None) == ""


def test_lines_go_where_their_units_go_and_new_provisions_behind_them() -> None:
    lines = [
        PositionEntry(OLD[0], comment="stays", after=OLD[1]),
        PositionEntry(OLD[1], comment="goes"),
        entry("para_2__point_1a", "para_2__point_1", "(aa)"),
        entry("para_2a", "para_2", "2a."),
        entry("para_2b", "para_2a", "2b."),
        PositionEntry(OLD[3], comment="is gone"),
    ]
    placed, gone = relocate_entries(lines, OLD, WENT.get, LABELS, "en")
    assert {item.address: (item.after, item.label or item.comment) for item in placed} == {
        "para_1": ("para_3", "stays"),
        "para_3": (None, "goes"),
        "para_3__point_1a": ("para_3__point_1", "(aa)"),
        "para_3a": ("para_3", "2a."),
        "para_3b": ("para_3a", "2b."),
    }
    assert gone == [lines[-1]]


def test_a_new_provision_stands_at_its_own_depth() -> None:
    found = move_entry(entry("para_3a", "para_3", "3a."), Address("para_3__point_1"), ("3.", "3."), LABELS, "en")
    assert (found.address, found.after) == ("para_3a", "para_3")


def test_a_new_provision_has_the_number_of_what_it_stands_behind() -> None:
    found = move_entry(entry("para_2a", "para_2", "2a."), Address("para_3"), ("2.", "3."), LABELS, "en")
    assert (found.address, found.label) == ("para_3a", "3a.")
    same = move_entry(entry("para_2a", "para_2", "2 quater."), Address("para_2"), ("2.", "2."), LABELS, "en")
    assert (same.address, same.label) == ("para_2a", "2 quater.")
    taken = move_entry(
        entry("para_2a", "para_2", "2a."), Address("para_2"), ("2.", "2."), {*LABELS, Address("para_2a")}, "en"
    )
    assert (taken.address, taken.label) == ("para_2b", "2b.")


def test_a_new_first_point_hangs_on_its_paragraph() -> None:
    found = move_entry(entry("para_2__point_0a", "para_2"), Address("para_3"), ("2.", "3."), LABELS, "en")
    assert (found.address, found.after) == ("para_3__point_0a", "para_3")
