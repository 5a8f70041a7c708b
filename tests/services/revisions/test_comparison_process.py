"""The comparing process: it survives what is done to it, and ends when nobody wants it."""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, Document, Header, View
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.comparison import (
    ComparisonResult,
    Differing,
    MarkFault,
    Mismark,
    UnitOutcome,
    Verdict,
    VerdictBasis,
)
from delegate_desk.core.word_diff import WordChange
from delegate_desk.parsing import worker_process
from delegate_desk.services.revisions.comparison_process import Comparer, NotComparedError

MISBEHAVING = Path(__file__).parents[2] / "data" / "misbehaving_comparer.py"


def paper(what: str) -> Document:
    return Document(Header("en", subject=what), ())


@pytest.fixture
def comparer() -> Iterator[Comparer]:
    made = Comparer(seconds=30.0, memory=200_000_000, command=[sys.executable, str(MISBEHAVING)])
    yield made
    made.close()


def process(comparer: Comparer, what: str = "") -> int:
    """The number of the process that compares two harmless papers."""
    return int(finish(comparer.compare(paper(""), paper(what), View.AFTER)).outcomes[0].old or 0)


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_child_compares_many_pairs(comparer: Comparer) -> None:
    assert process(comparer) == process(comparer)
    found = finish(comparer.compare(paper(""), paper(""), View.BEFORE))
    assert found.outcomes[0].new == "before"


def test_what_a_library_prints_is_no_answer(comparer: Comparer) -> None:
    assert process(comparer, "print") == process(comparer)


def test_two_pairs_are_compared_at_once(comparer: Comparer) -> None:
    first = comparer.compare(paper(""), paper("hang"), View.AFTER)
    assert next(first)
    assert process(comparer)
    first.close()


def test_what_nobody_wants_any_more_is_ended(comparer: Comparer) -> None:
    before = process(comparer)
    steps = comparer.compare(paper(""), paper("hang"), View.AFTER)
    assert [next(steps) for _ in range(3)][-1] in ((0, 1), (1, 2))
    steps.close()
    assert not is_alive(before)
    assert process(comparer) != before


def test_steps_are_told_while_the_child_is_busy(comparer: Comparer) -> None:
    steps = comparer.compare(paper(""), paper("hang"), View.AFTER)
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
    hasty = Comparer(seconds=0.3, command=[sys.executable, str(MISBEHAVING)])
    with pytest.raises(NotComparedError, match=r"time limit of 0\.3 s"):
        process(hasty, "hang")
    hasty.close()


def test_a_fault_is_told_without_words_of_the_documents(comparer: Comparer) -> None:
    with pytest.raises(RuntimeError, match=r"KeyError at misbehaving_comparer\.py") as caught:
        process(comparer, "fail")
    assert "words" not in str(caught.value)
    assert process(comparer)


def test_closed_it_leaves_no_process() -> None:
    comparer = Comparer(command=[sys.executable, str(MISBEHAVING)])
    number = process(comparer)
    comparer.close()
    assert not is_alive(number)


def test_closed_while_it_compares_it_leaves_no_process_either() -> None:
    comparer = Comparer(command=[sys.executable, str(MISBEHAVING)])
    number = process(comparer)
    steps = comparer.compare(paper(""), paper(""), View.AFTER)
    next(steps)
    comparer.close()
    finish(steps)
    assert not is_alive(number)


def test_several_threads_are_served(comparer: Comparer) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(process(comparer))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


def test_what_was_found_travels_whole() -> None:
    words = ((WordChange.EQUAL, "quiet "), (WordChange.DELETE, "hours"), (WordChange.INSERT, "days \ud800"))
    one, two = Address("para_1"), Address("para_2")
    fates = (
        UnitOutcome(one, two, Verdict.REWORDED, 0.5, words, (VerdictBasis.NEIGHBOURS,), (one,)),
        UnitOutcome(None, one, Verdict.INSERTED, 0.0, ()),
        UnitOutcome(two, None, Verdict.DELETED, 0.0, ()),
    )
    whole = ComparisonResult(
        fates, True, {one: (Differing.NUMBER,)}, (MarkFault(one, Mismark.WAS_THERE, "quiet", 0, 5),)
    )
    for found in (whole, ComparisonResult(fates)):
        packed = json.loads(json.dumps(worker_process.pack(found)))
        assert worker_process.unpack(ComparisonResult, packed) == found
