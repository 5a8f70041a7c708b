from evaluation import upgrades


def test_a_few_kills_lose_nothing() -> None:
    score = upgrades.run(3, 12862)
    assert score.problems == []
    assert score.kills > 0
