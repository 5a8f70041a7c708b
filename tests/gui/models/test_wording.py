from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.words import Change
from delegate_desk.gui.models.wording import Drafted

WORDS = st.lists(st.sampled_from("the ports set quiet hours ,  for ships 😀".split(" ")), max_size=12).map(" ".join)


def screen(drafted: Drafted) -> str:
    return "".join(text for _, text in drafted.words)


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 20), WORDS)
def test_an_edit_of_the_screen_edits_the_proposal_and_never_the_source(
    source: str, proposal: str, at: int, removed: int, added: str
) -> None:
    drafted = Drafted(source, proposal)
    at = min(at, len(drafted.shown))
    removed = min(removed, len(drafted.shown) - at)
    wanted = drafted.live(0, at) + added + drafted.live(at + removed, len(drafted.shown))
    drafted.edit(at, removed, added)
    assert drafted.proposal == wanted
    drafted.patch()
    assert "".join(text for change, text in drafted.words if change is not Change.INSERT) == source
    assert "".join(text for change, text in drafted.words if change is not Change.DELETE) == wanted


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 20), WORDS)
def test_a_patch_turns_what_was_on_the_screen_into_what_is_to_be(
    source: str, proposal: str, at: int, removed: int, added: str
) -> None:
    drafted = Drafted(source, proposal)
    at = min(at, len(drafted.shown))
    drafted.edit(at, min(removed, len(drafted.shown) - at), added)
    before = drafted.shown
    patch = drafted.patch()
    middle = "".join(text for _, text in patch.parts)
    assert before[: patch.start] + middle + before[patch.end :] == screen(drafted) == drafted.shown


@given(WORDS, WORDS, st.integers(0, 60))
def test_a_place_of_the_proposal_is_found_on_the_screen(source: str, proposal: str, place: int) -> None:
    drafted = Drafted(source, proposal)
    place = min(place, len(proposal))
    for behind in (False, True):
        assert drafted.to_proposal(drafted.to_screen(place, behind_struck=behind)) == place


def test_a_place_where_words_are_struck_is_before_or_behind_them() -> None:
    drafted = Drafted("quiet hours for ships", "quiet for ships")
    assert drafted.shown == "quiet hours for ships"
    place = len("quiet")
    assert drafted.to_screen(place) == len("quiet")
    assert drafted.to_screen(place, behind_struck=True) == len("quiet hours")
