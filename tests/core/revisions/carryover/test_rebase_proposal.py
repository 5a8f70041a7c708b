from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.revisions.carryover.rebase_proposal import Rebased, merge_wordings, rebase

OLD = "Member States shall report to the Commission by 31 March 2021."


def test_our_change_is_made_in_the_new_wording() -> None:
    ours = OLD.replace("shall", "may")
    new = OLD.replace("2021", "2022")
    assert rebase(OLD, ours, new) == Rebased("Member States may report to the Commission by 31 March 2022.")


def test_several_changes_are_made_beside_several_others() -> None:
    ours = OLD.replace("shall", "may").replace("Commission", "Council")
    new = f"Where needed, {OLD.replace('2021', '2022')}"
    assert rebase(OLD, ours, new) == Rebased("Where needed, Member States may report to the Council by 31 March 2022.")


def test_where_both_changed_the_same_words_our_wording_stays_whole() -> None:
    ours = OLD.replace("shall", "may")
    assert rebase(OLD, ours, OLD.replace("shall", "should")) == Rebased(ours, is_sure=False)
    assert rebase(OLD, ours, OLD.replace(" shall report", "")) == Rebased(ours, is_sure=False)


def test_words_put_in_at_one_place_collide() -> None:
    ours, theirs = OLD.replace("report", "report yearly"), OLD.replace("report", "report briefly")
    assert not rebase(OLD, ours, theirs).is_sure


def test_none_is_needed_where_the_text_says_it_already() -> None:
    ours = OLD.replace("shall", "may")
    assert rebase(OLD, ours, ours) == Rebased(None)
    assert rebase(OLD, ours, ours.replace("2021", "2022")) == Rebased(None)


def test_what_the_text_took_of_it_is_not_proposed_again() -> None:
    ours = OLD.replace("shall", "may").replace("Commission", "Council")
    new = OLD.replace("shall", "may")
    assert rebase(OLD, ours, new) == Rebased(ours)


def test_words_that_both_put_in_are_put_in_once_whichever_space_they_bring() -> None:
    old = "They develop new methods and use special services to act."
    ours = "They develop new and fair methods and use services to act."
    theirs = "They develop new and fair methods and use special services to act."
    assert rebase(old, ours, theirs) == Rebased(ours)
    quick = "They develop new and fair methods and quickly use special services to act."
    assert rebase(old, ours, quick) == Rebased("They develop new and fair methods and quickly use services to act.")


def test_on_the_same_wording_a_proposal_stays() -> None:
    assert rebase(OLD, OLD.replace("shall", "may"), OLD) == Rebased(OLD.replace("shall", "may"))
    assert rebase(OLD, OLD, OLD) == Rebased(None)


def test_to_keep_a_wording_that_changed_is_for_a_person_to_say() -> None:
    assert rebase(OLD, OLD, OLD.replace("shall", "may")) == Rebased(OLD, is_sure=False)


def test_what_is_to_go_is_to_go_whatever_it_says() -> None:
    assert rebase(OLD, "", OLD.replace("shall", "may")) == Rebased("")


WORDS = st.lists(st.sampled_from("the States shall may report Council not 2021 and to in".split()), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_a_proposal_is_kept_made_or_needed_no_more(one: list[str], two: list[str], three: list[str]) -> None:
    old, ours, new = " ".join(one), " ".join(two), " ".join(three)
    made = rebase(old, ours, new)
    if not made.is_sure:
        assert made.proposal == ours
    assert made.proposal != new


@given(st.lists(st.sampled_from("abcdefgh"), min_size=5, max_size=12), st.data())
def test_changes_far_apart_are_both_made(letters: list[str], data: st.DataObject) -> None:
    words = [f"{letter}{n}" for n, letter in enumerate(letters)]
    i = data.draw(st.integers(0, len(words) - 3))
    k = data.draw(st.integers(i + 2, len(words) - 1))
    ours = [*words[:i], "ours", *words[i + 1 :]]
    theirs = [*words[:k], "theirs", *words[k + 1 :]]
    both = [*ours[:k], "theirs", *ours[k + 1 :]]
    assert rebase(" ".join(words), " ".join(ours), " ".join(theirs)) == Rebased(" ".join(both))


TEXT = WORDS.map(" ".join)


@given(TEXT, TEXT, TEXT)
def test_of_two_wordings_in_one_theirs_stands_where_both_change_the_same(source: str, ours: str, theirs: str) -> None:
    assert merge_wordings(source, source, theirs) == theirs
    assert merge_wordings(source, ours, source) == ours
    assert merge_wordings(source, theirs, theirs) == theirs


def test_of_two_wordings_in_one_both_changes_are_made() -> None:
    source = "Ports shall set quiet hours for ships."
    ours, theirs = "Ports may set calm hours for ships.", "Ports shall set few hours for all ships."
    assert merge_wordings(source, ours, theirs) == "Ports may set few hours for all ships."
