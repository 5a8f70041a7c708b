import pytest

from delegate_desk.core.errors import NamelessPhraseError
from delegate_desk.core.positions.phrases import ReadyPhrase
from delegate_desk.desk import Desk

SCRUTINY = ReadyPhrase("Scrutiny", "en", "We keep a scrutiny reservation.\n\nWe will come back to it.")
WELCOME = ReadyPhrase("welcome the Presidency", "en", "We thank the Presidency for its text.")
GREEK = ReadyPhrase("Επιφύλαξη", "el", "Διατηρούμε επιφύλαξη εξέτασης.")


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk with three phrases."""
    for phrase in (SCRUTINY, WELCOME, GREEK):
        assert desk.phrases.save(phrase).settings
    return desk


def test_phrases_are_kept_by_language_and_keyword(kept: Desk) -> None:
    assert kept.phrases.all() == [GREEK, SCRUTINY, WELCOME]
    other = ReadyPhrase("  SCRUTINY ", "en", " Another text.\n")
    kept.phrases.save(other)
    assert kept.phrases.find("scrutiny") == [ReadyPhrase("SCRUTINY", "en", "Another text.")]


def test_phrases_are_found_by_what_is_typed(kept: Desk) -> None:
    assert kept.phrases.find("επιφυλ") == [GREEK]
    assert kept.phrases.find("presid") == [WELCOME]
    assert kept.phrases.find("come back", "en") == [SCRUTINY]
    assert kept.phrases.find("", "en") == [SCRUTINY, WELCOME]
    assert kept.phrases.find("reservation", "el") == []


def test_a_keyword_can_be_another_and_all_is_undone(kept: Desk) -> None:
    renamed = ReadyPhrase("reserve", "en", SCRUTINY.text)
    kept.phrases.save(renamed, instead_of=SCRUTINY)
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]
    kept.phrases.remove(WELCOME)
    kept.history.undo()
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]
    kept.history.undo()
    assert kept.phrases.all() == [GREEK, SCRUTINY, WELCOME]
    kept.history.redo()
    assert kept.phrases.all() == [GREEK, renamed, WELCOME]


@pytest.mark.parametrize("phrase", [ReadyPhrase(" ", "en", "A text."), ReadyPhrase("keyword", "en", "\n")])
def test_a_phrase_without_keyword_or_text_is_refused(desk: Desk, phrase: ReadyPhrase) -> None:
    with pytest.raises(NamelessPhraseError):
        desk.phrases.save(phrase)
