from pathlib import Path

import pytest

from evaluation import score, truth

HERE = Path(__file__).parent
PAPERS = dict(truth.among([HERE / "papers"]))
FIELDS_RIGHT = 0.99
SURE_RIGHT = 0.97


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_a_document_is_read_as_it_is_printed_unit_by_unit_and_no_letter_is_lost(path: Path) -> None:
    found = score.document(path, PAPERS[path])
    assert not found.refused
    assert [(wrong.name, wrong.wanted, wrong.read) for wrong in found.wrong] == []
    assert found.letters is not None
    assert found.letters.share >= 0.999
    assert found.wrong_units == []


def test_the_documents_are_of_many_languages_and_both_templates() -> None:
    assert len({one.header["language"] for one in PAPERS.values()}) >= 8
    dates = {one.header["date"][:4] for one in PAPERS.values() if "date" in one.header}
    assert any(year < "2013" for year in dates)
    assert any(year > "2013" for year in dates)


def test_headers_made_by_chance_are_read_in_every_language_and_layout() -> None:
    fields = [found for one in score.made(20260212, 288) for found in one.fields.values()]
    assert sum(ok for ok, _ in fields) >= FIELDS_RIGHT * len(fields)
    sure = [ok for ok, confidence in fields if confidence is not None and confidence >= score.SURE]
    assert sum(sure) >= SURE_RIGHT * len(sure)


def test_covers_of_other_institutions_are_read_in_every_language_and_layout() -> None:
    fields = [found for one in score.made(20261129, 288, covers=True) for found in one.fields.values()]
    assert sum(ok for ok, _ in fields) >= FIELDS_RIGHT * len(fields)


def test_what_is_said_to_be_sure_is_right_in_headers_that_are_met_seldom() -> None:
    fields = [found for one in score.made(20260301, 288, hard=True) for found in one.fields.values()]
    sure = [ok for ok, confidence in fields if confidence is not None and confidence >= score.SURE]
    assert sum(sure) >= SURE_RIGHT * len(sure)
    assert sum(ok for ok, _ in fields) < len(fields)  # otherwise they are not hard


def test_the_documents_of_the_corpus_are_read(shared: Path) -> None:
    scores = [score.document(path, told) for path, told in truth.among([HERE / "corpus.toml"])]
    assert [(one.name, wrong.name) for one in scores for wrong in one.wrong] == []
    assert shared.is_dir()
