from delegate_desk.parsing import reading
from evaluation import made_acts, made_covers
from evaluation.truth import said

RIGHT = 0.99


def test_covers_without_labels_are_read_in_every_language_torn_into_one_line_too() -> None:
    right = {"lines": 0, "torn": 0}
    count = {"lines": 0, "torn": 0}
    for made in made_covers.make(20261129, 2 * len(made_acts.words())):
        header = reading.understand(made.source, "paper.txt").header
        right[made.layout] += sum(said(header, name) == made.facts[name] for name in made_covers.FIELDS)
        count[made.layout] += len(made_covers.FIELDS)
    assert all(right[layout] >= RIGHT * count[layout] for layout in count)
