from collections import Counter

import pytest

from delegate_desk.parsing import reading
from evaluation import made_acts
from evaluation.truth import said

RIGHT = 0.99


@pytest.mark.parametrize("seed", [20261129, 7])
def test_acts_made_by_chance_are_read_in_every_language_and_layout(seed: int) -> None:
    right: Counter[str] = Counter()
    made = list(made_acts.make(seed, len(made_acts.LAYOUTS) * len(made_acts.words())))
    for act in made:
        read = reading.understand(act.source, act.file_name)
        right.update(name for name in made_acts.FIELDS if said(read.header, name) == act.facts[name])
        texts = [unit.text for unit in read.paragraphs]
        assert not [text for text in texts if text in act.head], act.shown
    assert {name: count for name, count in right.items() if count < RIGHT * len(made)} == {}
    assert set(right) == set(made_acts.FIELDS)


def test_no_two_acts_share_a_reference_that_is_invented() -> None:
    for act in made_acts.make(3, 2 * len(made_acts.LAYOUTS) * len(made_acts.words())):
        reference = reading.understand(act.source, act.file_name).header.reference
        assert reference is None or not reference.is_council
