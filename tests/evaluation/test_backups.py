from evaluation import backups


def test_a_few_kills_leave_only_whole_backups() -> None:
    score = backups.run(4, 12862)
    assert score.problems == []
