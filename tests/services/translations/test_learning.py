"""Learning of translations, from a few pairs of invented sentences."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from delegate_desk.core.translations.word_alignment import AlignedWords, Array, Bitext, learn
from delegate_desk.search.across import translation_files
from delegate_desk.search.across.translation_files import (
    Lesson,
    PairTable,
    TermFile,
    Units,
    update,
    word_key,
    write_terms,
)
from delegate_desk.search.across.translator import TranslationSource, Translator, skeleton
from delegate_desk.search.engine import analysis

PAIRS = (
    ("Das Schiff verlässt den Hafen.", "The ship leaves the harbour."),
    ("Das Schiff ist alt.", "The ship is old."),
    ("Der Hafen ist ruhig.", "The harbour is quiet."),
    ("Ein Fischer sieht ein Schiff.", "A fisherman sees a ship."),
    ("Der Fischer verlässt den Markt.", "The fisherman leaves the market."),
    ("Der Markt ist alt.", "The market is old."),
    ("Die Gebühr ist ruhig gestiegen.", "The fee has quietly risen."),
    ("Eine Gebühr im Hafen.", "A fee in the harbour."),
)
LATER = (("Der Lotse geht.", "The pilot walks."), ("Der Lotse sieht den Hafen.", "The pilot sees the harbour."))


def own_key(word: str, language: str) -> str:
    return word_key(analysis.form(word, language), language)


def best(table: PairTable, word: str, language: str) -> str:
    """The most likely translation of a word, in its most frequent form."""
    ((other, _), *_) = table.translations(language, own_key(word, language))
    return table.forms("en" if language == "de" else "de", other)[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "de-en.arr"


@pytest.fixture
def table(path: Path) -> PairTable:
    update(path, [Lesson("first", lambda: PAIRS)])
    return PairTable(path)


@pytest.mark.parametrize(
    ("german", "english"),
    [("Schiff", "ship"), ("Hafen", "harbour"), ("Fischer", "fisherman"), ("Markt", "market"), ("Gebühr", "fee")],
)
def test_words_that_stand_together_translate_each_other_both_ways(table: PairTable, german: str, english: str) -> None:
    assert best(table, german, "de") == english
    assert best(table, english, "en") == german.lower()


def test_other_endings_have_the_same_translation_and_what_was_not_met_has_none(table: PairTable) -> None:
    assert best(table, "Gebühren", "de") == "fee"
    assert table.translations("de", own_key("Walfisch", "de")) == []
    assert table.number("en", "whale") == -1
    chances = [chance for _, chance in table.translations("de", own_key("Schiff", "de"))]
    assert chances == sorted(chances, reverse=True)
    assert 0 < chances[0] <= 1


def test_lessons_come_and_go_by_themselves(path: Path, table: PairTable) -> None:
    assert table.number("de", own_key("Lotse", "de")) == -1
    first, later = Lesson("first", lambda: PAIRS), Lesson("later", lambda: LATER)
    update(path, [first, later])
    both = PairTable(path)
    assert list(both.lessons) == ["first", "later"]
    assert best(both, "Lotse", "de") == "pilot"
    assert best(both, "Schiff", "de") == "ship"
    update(path, [first])
    assert list(PairTable(path).lessons) == ["first"]
    assert PairTable(path).number("de", own_key("Lotse", "de")) == -1
    update(path, [])
    assert PairTable(path).words("de") == []


def test_in_a_large_table_only_what_is_new_is_read(
    path: Path, table: PairTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation_files, "_JOINT", sum(table.lessons.values()) - 1)
    read: list[str] = []

    def units(name: str) -> Units:
        read.append(name)
        return LATER

    update(path, [Lesson(name, partial(units, name)) for name in ("first", "later")])
    assert read == ["later"]
    both = PairTable(path)
    assert both.lessons["first"] == table.lessons["first"] > both.lessons["later"] > 0
    assert (best(both, "Lotse", "de"), best(both, "Schiff", "de")) == ("pilot", "ship")


def test_learning_that_is_given_up_leaves_the_table_as_it_was(path: Path, table: PairTable) -> None:
    def gone() -> Units:
        raise InterruptedError

    before = path.read_bytes()
    with pytest.raises(InterruptedError):
        update(path, [*map(Lesson, table.lessons, [lambda: PAIRS]), Lesson("later", gone)])
    assert path.read_bytes() == before


def numbered(*rows: list[int]) -> list[Array]:
    return [np.array(row, np.int32) for row in rows]


def counts_of(found: AlignedWords) -> dict[tuple[int, int], float]:
    rows, columns, counts = (array.tolist() for array in (found.rows, found.columns, found.counts))
    return dict(zip(zip(rows, columns, strict=True), counts, strict=True))


def test_a_pair_counts_as_far_as_both_directions_agree() -> None:
    """Word 0 is in all units of either language, the others in half of them."""
    bitext = Bitext(numbered([0, 1], [0, 2], [0, 1], [0, 2]), numbered([0, 1], [0, 2], [0, 1], [0, 2]))
    found = learn(bitext, 3, 3)
    assert {pair for pair, count in counts_of(found).items() if count > 1} == {(0, 0), (1, 1), (2, 2)}


def test_what_was_learned_before_decides_where_a_text_does_not() -> None:
    """A single unit alone does not show which words correspond."""
    unit = Bitext(numbered([0, 1]), numbered([0, 1]))
    alone = learn(unit, 2, 2)
    assert len(set(alone.counts.round(3))) == 1
    before = AlignedWords(np.array([0], np.int32), np.array([1], np.int32), np.array([5], np.float32))
    counts = counts_of(learn(unit, 2, 2, before))
    assert counts[0, 1] > 3 * counts.get((0, 0), 0)
    assert counts[1, 0] > 3 * counts.get((1, 1), 0)


def test_units_without_words_and_units_that_are_too_long_teach_nothing() -> None:
    assert len(learn(Bitext(numbered([]), numbered([0])), 1, 1).counts) == 0
    long = list(range(200))
    assert len(learn(Bitext(numbered(long), numbered(long)), 200, 200).counts) == 0
    assert [len(part.first) for part in Bitext(numbered([0], [0], [0]), numbered([0], [0], [0])).parts(2)] == [2, 1]


# Words that were not seen in training


@pytest.fixture
def translator(table: PairTable) -> Translator:
    return Translator([TranslationSource("library", {("de", "en"): table})], lambda _: ())


def test_a_compound_is_translated_by_its_parts_and_a_word_written_alike_is_a_cognate(translator: Translator) -> None:
    found = translator.word("Hafengebühr", "de", "en")
    assert {one.text for one in found} >= {"harbour", "fee"}
    assert all(one.weight <= 0.5 for one in found)
    assert translator.word("Hafengebühr", "de", "en", guess=False) == []
    (alike, *_) = translator.word("Markets", "nl", "en")
    assert alike.text.startswith("market")
    assert translator.word("xqzwv", "nl", "en") == []
    assert skeleton("Φωσφορικός").startswith("fosforic")
    assert skeleton("phosphoric").startswith("fosforic")


def test_an_entry_of_a_term_base_comes_before_what_was_learned(tmp_path: Path, table: PairTable) -> None:
    files = {}
    for language, terms in (("de", ["Schiff", "Hafen für Fischer"]), ("en", ["vessel", "fishing port"])):
        write_terms(tmp_path / f"{language}.arr", language, [[term] for term in terms])
        files[language] = TermFile(tmp_path / f"{language}.arr")
    sources = [
        TranslationSource("library", {("de", "en"): table}),
        TranslationSource("ports", {}, {("de", "en"): files}),
    ]
    translator = Translator(sources, lambda _: ())
    assert [one.text for one in translator.word("Schiffe", "de", "en")][:2] == ["vessel", "ship"]
    keys = [own_key(word, "de") for word in ("Hafen", "für", "Fischer")]
    assert [one.text for one in translator.phrase(keys, "de", "en")] == ["fishing port"]
