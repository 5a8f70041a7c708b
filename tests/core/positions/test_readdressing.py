from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.new_provisions import anchor_after, move_entry, relocate_entries
from delegate_desk.core.positions.position import PositionEntry

OLD = tuple(map(Address, ("para_1", "para_2", "para_2__point_1", "para_3")))
WENT = {OLD[0]: Address("para_1"), OLD[1]: Address("para_3"), OLD[2]: Address("para_3__point_1")}
LABELS = {
    Address("para_1"): "1.", Address("para_2"): "2.", Address("para_3"): "3.", Address("para_3__point_1"): "(a)",
}  # fmt: skip


def new(address: str, after: str, label: str = "") -> PositionEntry:
    """A provision that is not in the text."""
    return PositionEntry(Address(address), proposal="New.", after=Address(after), label=label)


def test_what_stands_behind_a_unit_goes_with_it() -> None:
    assert anchor_after(Address("para_2"), OLD, WENT.get) == "para_3"
    assert anchor_after(Address("para_3"), OLD, WENT.get) == "para_3__point_1"  # itself is gone: the unit before it
    assert anchor_after(Address(""), OLD, WENT.get) == ""
    assert anchor_after(Address("para_1"), OLD, lambda _: None) == ""


def test_lines_go_where_their_units_go_and_new_provisions_behind_them() -> None:
    lines = [
        PositionEntry(OLD[0], comment="stays", after=OLD[1]),
        PositionEntry(OLD[1], comment="goes"),
        new("para_2__point_1a", "para_2__point_1", "(aa)"),
        new("para_2a", "para_2", "2a."),
        new("para_2b", "para_2a", "2b."),
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
    found = move_entry(new("para_3a", "para_3", "3a."), Address("para_3__point_1"), ("3.", "3."), LABELS, "en")
    assert (found.address, found.after) == ("para_3a", "para_3")


def test_a_new_provision_has_the_number_of_what_it_stands_behind() -> None:
    found = move_entry(new("para_2a", "para_2", "2a."), Address("para_3"), ("2.", "3."), LABELS, "en")
    assert (found.address, found.label) == ("para_3a", "3a.")
    same = move_entry(new("para_2a", "para_2", "2 quater."), Address("para_2"), ("2.", "2."), LABELS, "en")
    assert (same.address, same.label) == ("para_2a", "2 quater.")
    taken = move_entry(
        new("para_2a", "para_2", "2a."), Address("para_2"), ("2.", "2."), {*LABELS, Address("para_2a")}, "en"
    )
    assert (taken.address, taken.label) == ("para_2b", "2b.")


def test_a_new_first_point_hangs_on_its_paragraph() -> None:
    found = move_entry(new("para_2__point_0a", "para_2"), Address("para_3"), ("2.", "3."), LABELS, "en")
    assert (found.address, found.after) == ("para_3__point_0a", "para_3")
