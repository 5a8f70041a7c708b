import pytest

from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.labels import load
from delegate_desk.export.layouts.page import PageLayout

PAGE = PageLayout(load("en"), None, internal=False)
LOOKS = {None: WordChange.EQUAL, Style.ADDED: WordChange.INSERT, Style.DELETED: WordChange.DELETE}


def shown(old: str, new: str) -> list[tuple[WordChange, str]]:
    """The Council's mark-up of a change."""
    runs = PAGE.mark_changes(diff_words(old, new), MarkupStyle.COUNCIL)
    return [(LOOKS[run.style], run.text) for run in runs]


def test_what_is_deleted_stands_apart_from_what_takes_its_place() -> None:
    assert shown("Ports shall be quiet", "Ports may be quiet") == [
        (WordChange.EQUAL, "Ports "),
        (WordChange.DELETE, "shall "),
        (WordChange.INSERT, "may "),
        (WordChange.EQUAL, "be quiet"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ports shall be quiet", "Ports may be quiet"),
        ("one two three four", "one 2 three 4"),
        ("by day, or night", "by night; or day"),
        ("loud ports", "quiet ports"),
        ("a b", "c b"),
        ("a b", "c"),
        ("", "c d"),
        ("tous les États", "clairement et pleinement États"),
    ],
)
def test_both_wordings_stay_whole(old: str, new: str) -> None:
    made = shown(old, new)
    assert "".join(text for change, text in made if change is not WordChange.INSERT) == old
    assert "".join(text for change, text in made if change is not WordChange.DELETE) == new
    assert all(text for _, text in made)


def test_what_word_tracks_is_no_longer_than_the_change() -> None:
    runs = PAGE.mark_changes(diff_words("Ports shall be", "Ports may be"), MarkupStyle.TRACKED)
    assert [run.text for run in runs] == ["Ports ", "shall", "may", " be"]
