from evaluation import copied

UNITS_RIGHT = 0.99


def test_papers_copied_out_of_a_pdf_come_back_unit_by_unit_whatever_the_copy_looks_like() -> None:
    scores = list(copied.made(seed=2, how_many=40))
    units = sum(one.units for one in scores)
    wrong = [(one.name, one.layout, at) for one in scores for at in one.wrong]
    assert units > 1000
    assert len(wrong) <= (1 - UNITS_RIGHT) * units, wrong
