from evaluation import packages


def test_random_histories_taken_in_in_random_orders_give_one_state() -> None:
    report = packages.run(0, seed=1, histories=2)
    assert report.broken == []
    assert report.packages > 6
