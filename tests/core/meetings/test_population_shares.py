import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.meetings.voting import format_figure, parse_figure


@given(st.integers(0, 10_000), st.booleans())
def test_a_figure_that_was_written_is_understood(figure: int, exact: bool) -> None:
    assert parse_figure(format_figure(figure, exact=exact), exact=exact) == figure


@pytest.mark.parametrize(
    ("typed", "exact", "figure"),
    [
        ("83 399 432", True, 83399432),
        ("83,399,432", True, 83399432),
        (" 83.399.432 ", True, 83399432),
        ("83\u202f399\u202f432", True, 83399432),
        ("18,49 %", False, 1849),
        ("18.5", False, 1850),
        ("4", False, 400),
        ("18.494", False, None),
        ("18.49", True, None),
        ("about 5", True, None),
        ("", False, None),
        ("-3", False, None),
    ],
)
def test_figures_are_read_as_people_type_them(typed: str, exact: bool, figure: int | None) -> None:
    assert parse_figure(typed, exact=exact) == figure
