from delegate_desk.core.documents.document import Address, DocumentId, Header, View
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict, are_in_two_languages


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
