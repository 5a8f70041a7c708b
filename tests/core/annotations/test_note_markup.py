import pytest

from delegate_desk.core.annotations.annotation import (
    link_at,
    parse_links,
    parse_task_boxes,
    task_box_on_line,
    toggled_mark,
    unfinished_link_at,
)

NOTE = "See [[12862/19 7στ]] and [[@1b2c3d4e]].\n- [ ] call Paris\n  * [x] mail\n-[ ] no box\nnot - [ ] one"


def test_links_stand_in_double_brackets() -> None:
    assert [link.name for link in parse_links(NOTE)] == ["12862/19 7στ", "@1b2c3d4e"]
    first = parse_links(NOTE)[0]
    assert NOTE[first.start : first.end] == "[[12862/19 7στ]]"
    assert link_at(NOTE, first.start + 5) == first
    assert link_at(NOTE, 1) is None


@pytest.mark.parametrize(
    ("typed", "name"), [("so [[12", "12"), ("[[", ""), ("[[a]] b", None), ("[[a\nb", None), ("[a", None)]
)
def test_a_link_being_typed_is_known_by_its_open_brackets(typed: str, name: str | None) -> None:
    begun = unfinished_link_at(typed, len(typed))
    assert (begun.name if begun else None) == name


def test_boxes_begin_a_line_and_are_toggled() -> None:
    assert [box.is_ticked for box in parse_task_boxes(NOTE)] == [False, True]
    box = task_box_on_line(NOTE, NOTE.index("Paris"))
    assert box is not None
    changed = NOTE[: box.start + 1] + toggled_mark(box) + NOTE[box.end - 1 :]
    assert "- [x] call Paris" in changed
    assert task_box_on_line(NOTE, 2) is None
