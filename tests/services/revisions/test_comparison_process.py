"""The comparing process: it survives abuse, and ends when nobody needs it."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph, View
from delegate_desk.core.errors import NotComparableError, UnknownDocumentError
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import (
    Comparison,
    Differing,
    MarkFault,
    Mismark,
    UnitOutcome,
    Verdict,
    VerdictBasis,
)
from delegate_desk.core.typed_json import pack, unpack
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.services.revisions import comparisons
from delegate_desk.services.revisions.comparison_process import Comparer, NotComparedError, align_documents, links
from support.document_values import QUIET_HOURS, paper, quiet_hours, take_in

MISBEHAVING = [sys.executable, str(Path(__file__).parents[2] / "data" / "misbehaving.py"), "compare"]


def titled(what: str) -> Document:
    return Document(Header("en", subject=what), ())


@pytest.fixture
def comparer() -> Iterator[Comparer]:
    made = Comparer(memory=200_000_000, command=MISBEHAVING)
    yield made
    made.close()


def process(comparer: Comparer, what: str = "") -> int:
    """The number of the process that compares two harmless documents."""
    return int(finish(comparer.compare(titled(""), titled(what), View.AFTER)).outcomes[0].old or 0)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_child_compares_many_pairs_two_at_once_and_for_several_threads(comparer: Comparer) -> None:
    assert process(comparer) == process(comparer)
    found = finish(comparer.compare(titled(""), titled(""), View.BEFORE))
    assert found.outcomes[0].new == "before"
    assert process(comparer, "print") == process(comparer)
    first = comparer.compare(titled(""), titled("hang"), View.AFTER)
    assert next(first)
    assert process(comparer)
    first.close()
    numbers: list[int] = []
    threads = [threading.Thread(target=lambda: numbers.append(process(comparer))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 4


def test_what_nobody_wants_any_more_is_ended_and_steps_are_told_while_the_child_is_busy(comparer: Comparer) -> None:
    before = process(comparer)
    steps = comparer.compare(titled(""), titled("hang"), View.AFTER)
    assert [next(steps) for _ in range(3)][-1] in ((0, 1), (1, 2))
    steps.close()
    assert not is_alive(before)
    assert process(comparer) != before
    steps = comparer.compare(titled(""), titled("hang"), View.AFTER)
    began = time.monotonic()
    while next(steps) != (1, 2):
        assert time.monotonic() - began < 300
    steps.close()


@pytest.mark.parametrize(("what", "why"), [("hoard", "memory limit of 0.2 GB"), ("crash", "status -11")])
def test_a_child_that_breaks_is_replaced(comparer: Comparer, what: str, why: str) -> None:
    with pytest.raises(NotComparedError, match=why):
        process(comparer, what)
    assert process(comparer)


def test_a_child_that_takes_too_long_is_ended() -> None:
    hasty = Comparer(seconds=0.3, command=MISBEHAVING)
    with pytest.raises(NotComparedError, match=r"time limit of 0\.3 s"):
        process(hasty, "hang")
    hasty.close()


def test_a_fault_is_told_without_words_of_the_documents(comparer: Comparer) -> None:
    with pytest.raises(RuntimeError, match=r"KeyError at misbehaving\.py") as caught:
        process(comparer, "fail")
    assert "words" not in str(caught.value)
    assert process(comparer)


def test_closed_it_leaves_no_process_also_while_it_compares() -> None:
    comparer = Comparer(command=MISBEHAVING)
    number = process(comparer)
    comparer.close()
    assert not is_alive(number)
    comparer = Comparer(command=MISBEHAVING)
    number = process(comparer)
    steps = comparer.compare(titled(""), titled(""), View.AFTER)
    next(steps)
    comparer.close()
    finish(steps)
    assert not is_alive(number)


def test_what_was_found_travels_whole() -> None:
    words = ((WordChange.EQUAL, "quiet "), (WordChange.DELETE, "hours"), (WordChange.INSERT, "days \ud800"))
    one, two = Address("para_1"), Address("para_2")
    fates = (
        UnitOutcome(one, two, Verdict.REWORDED, 0.5, words, (VerdictBasis.NEIGHBOURS,), (one,)),
        UnitOutcome(None, one, Verdict.INSERTED, 0.0, ()),
        UnitOutcome(two, None, Verdict.DELETED, 0.0, ()),
    )
    faults = (MarkFault(one, Mismark.WAS_THERE, "quiet", 0, 5),)
    bare = Comparison(DocumentId(0), DocumentId(0), View.AFTER, fates)
    for whole in (bare, replace(bare, is_cross_language=True, differing={one: (Differing.NUMBER,)}, faults=faults)):
        assert unpack(Comparison, pack(whole)) == whole


@pytest.fixture
def pair(desk: Desk, tmp_path: Path, held: DocumentId) -> tuple[DocumentId, DocumentId]:
    """A short document and a revision in which one point is reworded."""
    text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace("set quiet hours", "set longer quiet hours")
    file = quiet_hours(tmp_path, name="rev.txt", text=text)
    return held, take_in(desk, file)


def test_documents_are_compared_in_a_process(desk: Desk, pair: tuple[DocumentId, DocumentId], held: DocumentId) -> None:
    comparison = finish(desk.comparisons.compare(*pair))
    assert (comparison.old, comparison.new, comparison.view) == (*pair, View.AFTER)
    assert comparison.counts() == {Verdict.SAME: 5, Verdict.REWORDED: 1}
    (fate,) = [outcome for outcome in comparison.outcomes if outcome.old == "para_2__point_1"]
    assert "".join(text for change, text in fate.words if change != "insert") == "set quiet hours for ships at berth;"
    with pytest.raises(UnknownDocumentError):
        finish(desk.comparisons.compare(held, DocumentId(99)))


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
