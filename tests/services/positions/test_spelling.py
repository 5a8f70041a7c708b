import os
from pathlib import Path

import pytest

from delegate_desk.services.positions import spelling as service
from delegate_desk.services.positions.spelling import Spelling
from support import spelling


def test_words_that_the_dictionary_does_not_have_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    spelling.install(monkeypatch)
    text = "The portz should set qiet hours; it’s quiet."
    assert [text[start:end] for start, end in Spelling().find_misspelled(text, "en")] == ["portz", "qiet"]
    assert Spelling().suggestions("qiet", "en") == ["quiet"]


def test_abbreviations_numbers_addresses_and_words_of_the_source_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spelling.install(monkeypatch)
    text = "COREPER 3a ports@example.eu www.example.eu 2002/49/EC the TEN-T berths"
    assert Spelling().find_misspelled(text, "en", "quiet berths") == []


@pytest.mark.parametrize("language", ["el", "bg"])
def test_nothing_is_checked_without_a_dictionary(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    spelling.install(monkeypatch)
    assert Spelling().find_misspelled("Θέσση", language) == []
    assert list(Spelling().suggestions("Θέσση", language)) == []


def test_nothing_is_checked_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    spelling.remove(monkeypatch)
    assert Spelling().find_misspelled("qiet", "en") == []


def test_enchant_is_shown_the_dictionaries_of_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spelling.install(monkeypatch)
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", "")
    monkeypatch.delenv("ENCHANT_CONFIG_DIR")
    for name in ("dict-en/en_GB", "dict-de/de_DE_frami", "dict-fr/fr"):
        file = tmp_path / f"{name}.aff"
        file.parent.mkdir(exist_ok=True)
        file.write_text("SET UTF-8\n", encoding="utf-8")
        file.with_suffix(".dic").write_text(f"1\n{name[-2:]}\n", encoding="utf-8")
    (tmp_path / "dict-en" / "half.aff").touch()
    monkeypatch.setattr(service, "libreoffice_folders", lambda: [tmp_path, tmp_path / "nowhere"])
    checked = Spelling()
    checked.find_misspelled("qiet", "en")
    shown = Path(os.environ["ENCHANT_CONFIG_DIR"], "hunspell")
    assert sorted(file.name for file in shown.iterdir()) == [
        *("de_DE.aff", "de_DE.dic", "en_GB.aff", "en_GB.dic", "fr.aff", "fr.dic")
    ]
    assert (shown / "de_DE.dic").read_text(encoding="utf-8") == "1\nmi\n"


def test_a_folder_that_the_person_chose_for_enchant_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spelling.install(monkeypatch)
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(tmp_path))
    monkeypatch.setattr(service, "libreoffice_folders", lambda: pytest.fail("it is not needed"))
    Spelling().find_misspelled("qiet", "en")
    assert os.environ["ENCHANT_CONFIG_DIR"] == str(tmp_path)
