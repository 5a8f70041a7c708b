from collections import Counter

from delegate_desk.parsing import reading
from evaluation import made_acts
from evaluation.truth import said

RIGHT = 0.99


SEED = 20261129


def test_acts_made_by_chance_are_read_in_every_language_and_layout() -> None:
    right: Counter[str] = Counter()
    made = list(made_acts.make(SEED, len(made_acts.LAYOUTS) * len(made_acts.words())))
    for act in made:
        read = reading.understand(act.source, act.file_name)
        right.update(name for name in made_acts.FIELDS if said(read.header, name) == act.facts[name])
        texts = [unit.text for unit in read.paragraphs]
        assert not [text for text in texts if text in act.head], act.shown
        reference = read.header.reference
        assert reference is None or not reference.is_council, act.shown  # two acts might share an invented one
    assert {name: count for name, count in right.items() if count < RIGHT * len(made)} == {}
    assert set(right) == set(made_acts.FIELDS)
