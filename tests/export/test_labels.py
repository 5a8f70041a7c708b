import datetime
import re

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES
from delegate_desk.core.positions.position import Stance
from delegate_desk.export.labels import load, word_language


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_a_language_has_all_labels(language: str) -> None:
    labels = load(language)
    assert labels.language == language
    assert set(labels.stances) == {str(stance) for stance in Stance}
    assert set(labels.signs) == set(labels.stances)
    assert set(labels.kinds) == {str(kind) for kind in AnnotationKind}
    assert set(labels.words) == set(load("en").words)
    assert len(labels.months) == 12
    for group in ("names", "of"):
        former = {"UK"} if group == "names" else set()  # which the window names in older documents
        assert set(labels.delegations[group]) == set(PROTOCOL_ORDER) | former


@pytest.mark.parametrize(
    ("language", "code", "named"),
    [
        ("en", "EL", "Delegation of Greece"),
        ("en", "NL", "Delegation of the Netherlands"),
        ("el", "CY", "Αντιπροσωπία της Κύπρου"),
        ("fr", "DE", "Délégation de l’Allemagne"),
        ("fr", None, "Délégation"),
    ],
)
def test_a_delegation_is_named(language: str, code: str | None, named: str) -> None:
    assert load(language).delegation(code) == named


@pytest.mark.parametrize(
    ("language", "day", "printed"),
    [
        ("en", 8, "8 October 2019"),
        ("el", 8, "8 Οκτωβρίου 2019"),
        ("fr", 8, "8 octobre 2019"),
        ("fr", 1, "1er octobre 2019"),
    ],
)
def test_a_date_is_said_in_words(language: str, day: int, printed: str) -> None:
    assert load(language).date(datetime.date(2019, 10, day)) == printed


def test_other_languages_have_english_labels_and_word_is_told_british_english() -> None:
    assert load("bg") == load("en")
    assert [word_language(language) for language in ("en", "el", "bg")] == ["en-GB", "el", "bg"]


def test_signs_stand_close_in_french_as_in_the_official_journal() -> None:
    known = load("fr")
    said = [*known.words.values(), *known.stances.values(), *known.kinds.values(), known.quote("dit")]
    assert [one for one in said if re.search(r"[\s\u00a0\u202f][:;»]|«[\s\u00a0\u202f]", one)] == []
