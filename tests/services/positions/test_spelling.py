import pytest

from delegate_desk.services.positions.spelling import Spelling
from support import spelling


def test_words_that_the_dictionary_does_not_have_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spelling.install(monkeypatch)
    text = "The portz should set qiet hours; it’s quiet."
    assert [text[start:end] for start, end in Spelling().misspelled(text, "en")] == ["portz", "qiet"]
    assert Spelling().suggestions("qiet", "en") == ["quiet"]


def test_abbreviations_numbers_addresses_and_words_of_the_source_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spelling.install(monkeypatch)
    text = "COREPER 3a ports@example.eu www.example.eu 2002/49/EC the TEN-T berths"
    assert Spelling().misspelled(text, "en", "quiet berths") == []


@pytest.mark.parametrize("language", ["el", "bg"])
def test_nothing_is_checked_without_a_dictionary(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    spelling.install(monkeypatch)
    assert Spelling().misspelled("Θέσση", language) == []
    assert list(Spelling().suggestions("Θέσση", language)) == []


def test_nothing_is_checked_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    spelling.remove(monkeypatch)
    assert Spelling().misspelled("qiet", "en") == []
