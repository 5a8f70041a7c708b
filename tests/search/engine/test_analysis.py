import threading
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from delegate_desk.core.text import fold, printed_words, word_spans
from delegate_desk.search.engine.analysis import STEMMED, fold_word, form, forms, letters, stems


def test_eighteen_of_the_official_languages_have_a_stemmer_and_others_have_no_stems() -> None:
    assert len(STEMMED) == 18
    assert form("Регламент", "bg").stems == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("el", "έρευνα ερευνών"),
        ("el", "έρευνας έρευνες"),
        ("el", "κανονισμός κανονισμών"),
        ("el", "κρυπτογράφηση ΚΡΥΠΤΟΓΡΑΦΗΣΗΣ"),
        ("el", "οδηγία οδηγίας οδηγίες οδηγιών ΟΔΗΓΙΑΣ"),
        ("el", "παιδί παιδιά παιδιού παιδιών"),
        ("el", "εθνικός εθνική εθνικών"),
        ("el", "πλαίσιο πλαισίου πλαίσια"),
        ("el", "φορέας φορέα φορείς φορέων"),
        ("el", "αρμόδιος αρμόδια αρμόδιες αρμοδίων"),
        ("el", "ατιμωρησία ατιμωρησίας"),
        ("en", "reservation Reservations"),
        ("fr", "délégation délégations"),
        ("de", "Regelung Regelungen"),
        ("pl", "rozporządzenie rozporządzenia"),
        ("cs", "nařízeních nařízení narizeni"),
    ],
)
def test_endings_of_a_language_share_a_stem_and_accents_may_be_left_out(language: str, words: str) -> None:
    first, *others = (set(form(word, language).stems) for word in words.split())
    assert all(first & other for other in others)


def test_latin_words_in_a_greek_text_have_english_endings() -> None:
    assert form("derogations", "el").stems == form("derogation", "en").stems
    assert form("έρευνες", "en").stems == form("έρευνα", "el").stems


def test_stems_of_two_languages_are_never_taken_for_each_other() -> None:
    assert form("note", "en").stems != form("note", "fr").stems
    assert stems("note", "note", ["en", "fr", "bg"]) == {*form("note", "en").stems, *form("note", "fr").stems}


def test_accents_are_kept_apart_from_the_folded_form() -> None:
    assert form("Αρχές", "el")[::2] == ("αρχεσ", "αρχέσ")
    assert form("għandu", "mt")[::2] == ("ghandu", "għandu")
    assert form("ΑΡΧΕΣ", "el").accented is None
    assert letters("κρυπτογρά\u00adφηση") == letters("Κρυπτογράφηση")


def test_words_have_their_offsets() -> None:
    assert [(start, end, found.exact) for start, end, found in forms("Το P2P, 5(2)!", "el")] == [
        (0, 2, "το"),
        (3, 6, "p2p"),
        (8, 9, "5"),
        (10, 11, "2"),
    ]


@given(st.text())
def test_folding_a_word_twice_changes_nothing(word: str) -> None:
    assert fold_word(fold_word(word)) == fold_word(word)


@given(st.text(st.characters(codec="utf-8")))
def test_composed_and_decomposed_text_have_the_same_words(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(how, text) for how in ("NFC", "NFD"))
    assert fold_word(composed) == fold_word(decomposed)


@given(st.text())
def test_words_as_printed_are_those_that_have_offsets(text: str) -> None:
    assert printed_words(text) == [text[start:end] for start, end in word_spans(text)]


@given(st.text(min_size=1), st.sampled_from([*sorted(STEMMED), "bg", "mt"]))
@example("\r", "cs")  # folds to nothing
def test_a_form_has_the_stems_by_which_a_query_looks_for_it(word: str, language: str) -> None:
    found = form(word, language)
    assert set(found.stems) == stems(found.exact, letters(word), [language])


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_are_folded_as_all_others_are(word: str) -> None:
    assert fold_word(word) == fold(word).strip()
    assert letters(word) == word.casefold()


@given(st.text())
def test_forms_can_be_written(text: str) -> None:
    for word in printed_words(text):
        found = form(word, "fi")
        for term in (found.exact, *found.stems, found.accented or ""):
            assert len(term.encode()) <= 1000


@pytest.mark.parametrize("word", ["x" * 300, "έ" * 300])
def test_words_are_cut_at_two_hundred_letters(word: str) -> None:
    assert len(form(word, "el").exact) == 200


def test_every_thread_finds_the_same_stems() -> None:
    found: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(form("ερευνών", "el").stems)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [("el ερευν",)] * 4
