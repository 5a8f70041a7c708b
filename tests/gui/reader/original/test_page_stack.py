import pytest

from delegate_desk.gui.reader.original.pdf_view import GAP, PageStack


@pytest.fixture
def stack() -> PageStack:
    made = PageStack()
    made.show_sizes([(600, 800), (600, 800), (1200, 800)])
    return made


def test_pages_lie_one_under_the_other(stack: PageStack) -> None:
    stack.set_scale(0.5)
    assert [stack.top(n) for n in (1, 2, 3)] == [GAP, 2 * GAP + 400, 3 * GAP + 800]
    assert stack.height == 4 * GAP + 1200
    assert stack.between(0, 10) == range(1, 2)
    assert stack.between(GAP + 390, 2 * GAP + 500) == range(1, 3)
    assert [stack.page_at(y) for y in (0, GAP + 100, 2 * GAP + 401, 5000)] == [1, 1, 2, 3]


def test_pages_that_fit_are_as_wide_as_the_pane_those_that_are_wider_too(stack: PageStack) -> None:
    stack.fit_to_pane(324, None, 1)
    assert [stack.rect(n, 324).width() for n in (1, 2, 3)] == [300, 300, 300]
    assert stack.scale(3) == stack.scale(1) / 2
    assert stack.rect(1, 324).left() == GAP


def test_a_page_is_seen_whole_where_its_height_is_what_counts(stack: PageStack) -> None:
    stack.fit_to_pane(1024, 424, 1)
    assert stack.rect(1, 1024).height() == 400
    assert stack.rect(1, 1024).center().x() == 512


@pytest.mark.parametrize("size", [(1.0, 14_400.0), (14_400.0, 14_400.0)])
def test_the_longest_document_has_its_place_in_a_scroll_bar(size: tuple[float, float]) -> None:
    made = PageStack()
    made.show_sizes([size] * 20_000)
    made.fit_to_pane(2000, None, 1)
    assert made.height < 2**31


def test_without_pages_nothing_is_in_sight() -> None:
    assert list(PageStack().between(0, 500)) == []
