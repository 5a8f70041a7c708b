"""The revisions of the comparison benchmark, and its scoring."""

from bench_compare import followed, made, measure, revised, right
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment import align


def test_a_revision_has_a_known_fate_for_every_unit() -> None:
    old = made(120)
    new, truth = revised(old, 12)
    assert set(truth) == set(range(120))
    places = [place for place in truth.values() if place is not None]
    assert len(set(places)) == len(places)
    assert None in truth.values()
    assert len(new) > len(places)
    assert any(old[n].text != new[place].text for n, place in truth.items() if place is not None)


def test_what_is_said_of_it_is_counted() -> None:
    old = made(120)
    new, truth = revised(old, 12)
    fates = finish(align(old, new))
    assert right(old, new, truth, fates) >= 118
    assert right(old, new, dict.fromkeys(truth), fates) < 10
    assert 100 < followed(old, new, truth) <= 120


def test_a_measurement_has_its_figures() -> None:
    figures = measure(60)
    assert figures["seconds"] > 0
    assert figures["right"] >= 58
    assert figures["equals"] < 60
