from delegate_desk.core.documents.document import Address, DocumentId, Header, View
from delegate_desk.core.revisions.comparison import Comparison, Fate, Verdict, in_two_languages


def test_two_languages_are_two_only_where_both_are_known() -> None:
    english, greek = Header("en"), Header("el", confidence={"language": 0.9})
    assert in_two_languages(english, greek)
    assert not in_two_languages(english, Header("en"))
    assert not in_two_languages(english, Header("cs", confidence={"language": 0.3}))
    assert not in_two_languages(Header("mt", confidence={"language": 0.1}), greek)


def test_what_was_split_or_merged_counts_once() -> None:
    one, two, three = (Address(f"para_{n}") for n in (1, 2, 3))
    fates = (
        Fate(one, one, Verdict.SPLIT, 0.5, ()),
        Fate(one, two, Verdict.SPLIT, 0.5, ()),
        Fate(two, three, Verdict.MERGED, 0.5, ()),
        Fate(three, three, Verdict.MERGED, 0.5, ()),
        Fate(None, Address("para_4"), Verdict.INSERTED, 0.0, ()),
    )
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, fates)
    assert comparison.counts() == {Verdict.SPLIT: 1, Verdict.MERGED: 1, Verdict.INSERTED: 1}


def test_what_could_be_gone_is_told_from_what_could_be_elsewhere() -> None:
    one, two = Address("para_1"), Address("para_2")
    doubted = Fate(one, one, Verdict.REWORDED, 0.5, (), rivals=(one, two))
    assert (doubted.is_sure, doubted.may_be_gone, doubted.other_places) == (False, True, (two,))
    lost = Fate(one, None, Verdict.DELETED, 0.0, (), rivals=(two,))
    assert (lost.may_be_gone, lost.other_places) == (False, (two,))
