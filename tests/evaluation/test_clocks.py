"""A few lives with a clock that jumps; the long run is ``dev.py endure --only R12``."""

from evaluation import clocks


def test_a_few_lives_keep_their_order_under_a_jumping_clock() -> None:
    score = clocks.run(4, 12862)
    assert score.lives == 4
    assert score.jumps > 30
    assert score.faults == []
