from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.position import PositionEntry

TEXT = tuple(map(Address, ("para_1", "para_2", "para_2__point_1", "para_2__point_2", "para_3")))


def new(address: str, after: str) -> PositionEntry:
    """A provision that is not in the text."""
    return PositionEntry(Address(address), after=Address(after))


def ordered(*items: PositionEntry) -> list[str]:
    """The addresses in the order of the text, however they are given."""
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
