import pytest

from delegate_desk.desk import Desk
from evaluation import relevance


def test_what_a_delegate_looks_for_is_on_the_first_page(desk: Desk) -> None:
    folder = relevance.corpus()
    if folder is None:
        pytest.skip("the real documents are not there")
    judged = list(relevance.judge(desk, folder))
    assert [j.text for j in judged if not j.on_page] == []
    # The definition of binding corporate rules stands behind the headings and articles that name them: one of 45.
    assert sum(len(j.ranks) - j.on_page for j in judged) <= 1
    assert sum(j.best == 1 for j in judged) >= 36
