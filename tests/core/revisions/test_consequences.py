import pytest

from delegate_desk.core.annotations.annotation import quote_first
from delegate_desk.core.documents.document import Address, DocumentId, Header, View
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict, are_in_two_languages
from delegate_desk.core.revisions.consequences import is_touched
from delegate_desk.core.word_diff import diff_words, new_text, old_text

HERE, THERE = Address("para_1"), Address("para_2")
OLD = "Pilots must report to the harbour master, who keeps the log."


def fate(new: str | None, verdict: Verdict = Verdict.REWORDED, *, rivals: tuple[Address, ...] = ()) -> UnitOutcome:
    words = diff_words(OLD, new or "")
    return UnitOutcome(HERE, None if new is None else THERE, verdict, 0.5, words, alternatives=rivals)


@pytest.mark.parametrize(
    ("new", "quote", "touched"),
    [
        ("Pilots must report to the harbour master, who keeps a log.", "must report", False),
        ("Pilots must report to the harbour master, who keeps a log.", "keeps the log", True),
        ("Pilots must not report to the harbour master, who keeps the log.", "report to the harbour", True),
        ("Pilots must not report to the harbour master, who keeps the log.", "Pilots must", True),
        ("Pilots must not report to the harbour master, who keeps the log.", "harbour master", False),
        ("Pilots must report in time to the harbour master, who keeps the log.", "report to the", True),
        ("Pilots must report to the harbour master who keeps the log.", "harbour master, who", True),
        ("Pilots must report to the harbour master who keeps the log.", None, True),
        ("Pilots must report to the harbour\u00a0master, who keeps the log.", "harbour master", False),
        ("Pilots must report to the harbour\u00a0master, who keeps the log.", None, False),
    ],
)
def test_words_are_touched_where_they_changed_or_others_stand_beside_them(
    new: str, quote: str | None, touched: bool
) -> None:
    assert is_touched([fate(new)], quote_first(OLD, quote) if quote else None) is touched


def test_renumbering_and_moving_touch_nothing() -> None:
    for verdict in (Verdict.SAME, Verdict.RENUMBERED, Verdict.MOVED):
        assert not is_touched([fate(OLD, verdict)])


def test_what_is_gone_or_not_known_is_touched() -> None:
    assert is_touched([fate(None, Verdict.DELETED)])
    assert is_touched([fate(OLD, Verdict.SAME, rivals=(Address("para_9"),))])
    assert is_touched([])


def test_words_stay_whole_in_a_part_of_what_was_split() -> None:
    parts = [
        fate("Pilots must report to the harbour master.", Verdict.SPLIT),
        fate("The master keeps the log.", Verdict.SPLIT),
    ]
    assert not is_touched(parts, quote_first(OLD, "must report to the harbour"))
    assert is_touched(parts, quote_first(OLD, "master, who keeps"))


def test_what_stands_around_a_merged_unit_is_not_put_into_it() -> None:
    merged = fate(f"Tugs wait. {OLD} Ships pass.", Verdict.MERGED)
    assert not is_touched([merged])
    assert not is_touched([merged], quote_first(OLD, "keeps the log"))
    assert not is_touched([merged], quote_first(OLD, OLD))
    assert is_touched(
        [fate("Tugs wait. Pilots must never report to the harbour master, who keeps the log.", Verdict.MERGED)]
    )


def test_a_quote_that_the_old_text_has_not_is_judged_by_the_unit() -> None:
    lost = quote_first("Quite another sentence.", "another sentence")
    assert is_touched([fate("Pilots may report to the harbour master, who keeps the log.")], lost)


def test_both_texts_come_back_from_a_comparison() -> None:
    words = diff_words(OLD, "Pilots may report.")
    assert (old_text(words), new_text(words)) == (OLD, "Pilots may report.")


def test_two_languages_are_two_only_where_both_are_known() -> None:
    english, greek = Header("en"), Header("el", confidence={"language": 0.9})
    assert are_in_two_languages(english, greek)
    assert not are_in_two_languages(english, Header("en"))
    assert not are_in_two_languages(english, Header("cs", confidence={"language": 0.3}))
    assert not are_in_two_languages(Header("mt", confidence={"language": 0.1}), greek)


def test_what_was_split_or_merged_counts_once() -> None:
    one, two, three = (Address(f"para_{n}") for n in (1, 2, 3))
    fates = (
        UnitOutcome(one, one, Verdict.SPLIT, 0.5, ()),
        UnitOutcome(one, two, Verdict.SPLIT, 0.5, ()),
        UnitOutcome(two, three, Verdict.MERGED, 0.5, ()),
        UnitOutcome(three, three, Verdict.MERGED, 0.5, ()),
        UnitOutcome(None, Address("para_4"), Verdict.INSERTED, 0.0, ()),
    )
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, fates)
    assert comparison.counts() == {Verdict.SPLIT: 1, Verdict.MERGED: 1, Verdict.INSERTED: 1}


def test_what_could_be_gone_is_told_from_what_could_be_elsewhere() -> None:
    one, two = Address("para_1"), Address("para_2")
    doubted = UnitOutcome(one, one, Verdict.REWORDED, 0.5, (), alternatives=(one, two))
    assert (doubted.is_sure, doubted.may_be_deleted, doubted.other_units) == (False, True, (two,))
    lost = UnitOutcome(one, None, Verdict.DELETED, 0.0, (), alternatives=(two,))
    assert (lost.may_be_deleted, lost.other_units) == (False, (two,))


def test_footnotes_are_counted_with_their_verdict_and_apart() -> None:
    note, place = Address("fn_1"), Address("para_1")
    fates = (
        UnitOutcome(None, place, Verdict.INSERTED, 0.0, ()),
        UnitOutcome(None, note, Verdict.INSERTED, 0.0, ()),
        UnitOutcome(note, Address("fn_2"), Verdict.REWORDED, 0.5, ()),
        UnitOutcome(Address("fn_3"), None, Verdict.DELETED, 0.0, ()),
        UnitOutcome(Address("fn_4"), None, Verdict.DELETED, 0.0, ()),
    )
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, fates)
    assert comparison.counts() == {Verdict.REWORDED: 1, Verdict.INSERTED: 2, Verdict.DELETED: 2}
    verdicts = (Verdict.INSERTED, Verdict.REWORDED, Verdict.DELETED, Verdict.SAME)
    assert [comparison.count_footnotes(verdict) for verdict in verdicts] == [1, 1, 2, 0]
