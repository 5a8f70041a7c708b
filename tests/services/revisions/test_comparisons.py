from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, View
from delegate_desk.core.errors import NotComparableError, UnknownDocumentError
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import Differing, Verdict
from delegate_desk.desk import Desk
from delegate_desk.services.revisions import comparisons
from delegate_desk.services.revisions.comparison_process import Comparer, align_documents, links
from support.document_values import QUIET_HOURS, paper, quiet_hours


@pytest.fixture
def pair(desk: Desk, tmp_path: Path, held: DocumentId) -> tuple[DocumentId, DocumentId]:
    """A short paper and a revision in which one point is reworded."""
    text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace("set quiet hours", "set longer quiet hours")
    file = quiet_hours(tmp_path, name="rev.txt", text=text)
    return held, next(iter(desk.documents.add(desk.documents.read(file)).documents))


def test_documents_are_compared_in_another_process(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    comparison = finish(desk.comparisons.compare(*pair))
    assert (comparison.old, comparison.new, comparison.view) == (*pair, View.AFTER)
    assert comparison.counts() == {Verdict.SAME: 5, Verdict.REWORDED: 1}
    (fate,) = [outcome for outcome in comparison.outcomes if outcome.old == "para_2__point_1"]
    assert "".join(text for change, text in fate.words if change != "insert") == "set quiet hours for ships at berth;"


def test_a_comparison_is_kept_while_its_texts_are_the_same(desk: Desk, pair: tuple[DocumentId, DocumentId]) -> None:
    first = finish(desk.comparisons.compare(*pair))
    assert finish(desk.comparisons.compare(*pair)) is first
    assert finish(desk.comparisons.compare(*pair, View.MARKED)) is not first
    desk.corrections.correct(pair[0], CorrectableField.SUBJECT, "Another")
    again = finish(desk.comparisons.compare(*pair))
    assert again is not first
    assert again == first


def test_only_the_last_few_are_kept(
    desk: Desk, pair: tuple[DocumentId, DocumentId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "_KEPT", 2)
    first = finish(desk.comparisons.compare(*pair))
    finish(desk.comparisons.compare(*pair, View.MARKED))
    assert finish(desk.comparisons.compare(*pair)) is first
    finish(desk.comparisons.compare(*pair, View.BEFORE))
    assert finish(desk.comparisons.compare(*pair)) is first
    finish(desk.comparisons.compare(*pair, View.MARKED))
    finish(desk.comparisons.compare(*pair, View.BEFORE))
    assert finish(desk.comparisons.compare(*pair)) is not first


def test_what_is_not_held_is_not_compared(desk: Desk, held: DocumentId) -> None:
    with pytest.raises(UnknownDocumentError):
        finish(desk.comparisons.compare(held, DocumentId(99)))


def test_what_meets_a_limit_is_said_with_names(
    desk: Desk, pair: tuple[DocumentId, DocumentId], monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Comparer(memory=1_000_000)
    monkeypatch.setattr(desk.comparisons, "_comparer", small)
    with pytest.raises(NotComparableError) as caught:
        finish(desk.comparisons.compare(*pair))
    small.close()
    assert (caught.value.old, caught.value.new) == ("ST 7001/26", "ST 7001/1/26 REV 1")


def test_texts_of_two_languages_are_laid_side_by_side() -> None:
    old, new = paper(language="en"), paper(language="el")
    found = finish(align_documents(old, new, View.AFTER))
    assert found.is_cross_language
    assert [(fate.old, fate.new) for fate in found.outcomes] == [(unit.address, unit.address) for unit in old.units()]
    assert found.differing is not None
    assert all(isinstance(one, Differing) for some in found.differing.values() for one in some)


def test_cross_references_are_known_by_their_places() -> None:
    units = [
        Paragraph(Address("para_1"), Kind.PARAGRAPH, "1.", "As set out in paragraph 2, ports shall be quiet."),
        Paragraph(Address("para_2"), Kind.PARAGRAPH, "2.", "Hours are set by Regulation (EU) 2016/679."),
    ]
    found = links(replace(paper(), paragraphs=tuple(units), footnotes=()), View.AFTER)
    (link,) = found[Address("para_1")]
    assert (units[0].text[link.start : link.end], link.target) == ("paragraph 2", "para_2")
    assert list(found) == ["para_1"]
