"""Links between recitals and articles reach the shares asked for, also on an act that was not tuned on."""

import pytest

from evaluation.recital_links import ACTS, CORPUS, shares


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus")
@pytest.mark.parametrize("act", ACTS)
def test_most_recitals_lead_to_their_article(act: str) -> None:
    first, three, _ = shares(act)
    assert first >= 0.85
    assert three >= 0.95
