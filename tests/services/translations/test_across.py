"""A query in one language, hits in another."""

from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.errors import TermFileError, UnknownTermBaseError
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, MarkupStyle
from delegate_desk.core.translations.translation import Rendering
from delegate_desk.desk import Desk
from delegate_desk.search.across import translation_files
from delegate_desk.services.translations import translations
from delegate_desk.services.translations.learning import FOLDER
from support.harbour_versions import OTHERWISE, act, hold, note

TERMS = "en;el\r\nwreck;ναυάγιο\r\nlife jacket;σωσίβιο\r\ntide table;πίνακας παλίρροιας\r\n"


@pytest.fixture
def harbours(desk: Desk) -> Desk:
    hold(desk, act("en"), act("el"), note())
    return desk


def places(desk: Desk, query: str) -> list[tuple[str, str]]:
    return [(found.hit.name, found.hit.address) for found in desk.translations.across.find(query).hits]


@pytest.mark.parametrize(
    ("word", "english", "address"),
    [("ναυαγίων", "wreck", "para_1"), ("πληρώματος", "crew", "para_2"), ("θορύβου", "noise", "para_3")],
)
def test_a_word_is_found_by_its_translation_and_says_why(harbours: Desk, word: str, english: str, address: str) -> None:
    found = harbours.translations.across.find(word)
    (hit,) = (found for found in found.hits if found.hit.name == "ST 7403/26")
    assert hit.hit.address == address
    (because,) = hit.because
    assert (because.word, because.language, because.source) == (word, "el", "library")
    assert because.renderings[0].startswith(english)
    assert next(hit.hit.snippet[a:b] for a, b in hit.hit.highlights).startswith(english)


def test_hits_in_other_languages_are_never_direct_hits_and_those_with_more_words_come_first(harbours: Desk) -> None:
    direct = harbours.search.find("ναυάγιο OR crew", limit=None)
    across = harbours.translations.across.find("ναυάγιο OR crew", limit=None)
    of = {(hit.document, hit.address) for hit in direct.hits}
    found = [(hit.hit.document, hit.hit.address) for hit in across.hits]
    assert of
    assert across.total == len(found) == len(set(found)) > 0
    assert not of & set(found)
    several = harbours.translations.across.find("lang:en πλοηγός μετρά θόρυβο", limit=None).hits
    reasons = [len(hit.because) for hit in several]
    assert reasons[:3] == [3, 3, 3]
    assert all("pilot shall measure the noise" in hit.hit.snippet for hit in several[:3])
    assert 3 not in reasons[3:]


def test_fields_and_reading_languages_narrow_them_and_nothing_typed_is_an_error(harbours: Desk) -> None:
    assert places(harbours, "ref:7403/26 ναυάγιο") == [("ST 7403/26", "para_1")]
    assert {found.hit.language for found in harbours.translations.across.find("lang:en ναυάγιο").hits} == {"en"}
    assert harbours.translations.across.find("ναυάγιο", reading=["el"]).total == 0
    assert harbours.translations.across.find("ναυάγιο", reading=["en"]).total > 0
    for query in ("", "*", '"', "(((", "-ναυάγιο", "κ" * 3000, "zzzz"):
        assert harbours.translations.across.find(query).total == 0, query


def test_what_is_learned_may_be_damaged_or_deleted_and_comes_and_goes_with_the_documents(harbours: Desk) -> None:
    assert places(harbours, "ref:7403/26 ναυάγιο")
    for path in (harbours.folder / FOLDER).iterdir():
        path.write_bytes(b"broken")
    assert places(harbours, "ref:7403/26 ναυάγιο")
    for path in (harbours.folder / FOLDER).iterdir():
        path.unlink()
    assert places(harbours, "ref:7403/26 ναυάγιο")
    (greek,) = (held for held in harbours.documents.all() if held.header.language == "el")
    harbours.documents.remove(greek.id)
    found = harbours.translations.across.find("ναυάγιο")
    assert (found.total, found.can_translate) == (0, False)
    assert not list((harbours.folder / FOLDER).iterdir())


def test_a_second_act_is_learned_when_it_comes(harbours: Desk) -> None:
    harbours.translations.learning.try_to_learn()
    hold(harbours, act("en", "7405/26"), act("el", "7405/26"))
    (name,) = {path.name for path in (harbours.folder / FOLDER).iterdir() if path.name.startswith("el-en")}
    before = (harbours.folder / FOLDER / name).stat().st_size
    harbours.translations.learning.try_to_learn()
    assert (harbours.folder / FOLDER / name).stat().st_size > before


# Term bases


def test_a_term_base_is_used_and_removed_and_a_file_that_is_none_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("colour;size\nred;large\n", encoding="utf-8")
    with pytest.raises(TermFileError, match=r"notes\.csv") as refused:
        desk.translations.bases.import_file(path)
    assert refused.value.explain().startswith("notes.csv was not imported as a term base")
    assert desk.translations.bases.all() == []
    hold(desk, note())
    assert not desk.translations.across.find("ναυάγιο").can_translate
    path = tmp_path / "harbours.csv"
    path.write_text(TERMS, encoding="utf-8-sig")
    assert desk.translations.bases.import_file(path).entries == 3
    assert [(base.name, base.languages, base.entries) for base in desk.translations.bases.all()] == [
        ("harbours", ("el", "en"), 3)
    ]
    (found,) = desk.translations.across.find("ναυάγιο").hits
    assert [(because.word, because.source) for because in found.because] == [("ναυάγιο", "harbours")]
    shown = desk.translations.across.translations("ναυάγιο", "el", "en")
    assert [(one.word, one.source) for one in shown] == [("wreck", "harbours")]
    desk.translations.bases.import_file(path)
    assert len(desk.translations.bases.all()) == 1
    desk.translations.bases.remove("harbours")
    assert desk.translations.across.find("ναυάγιο").total == 0
    with pytest.raises(UnknownTermBaseError):
        desk.translations.bases.remove("harbours")


# Concordance


def test_the_usual_rendering_comes_first_and_exceptions_are_marked(
    harbours: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = harbours.translations.concordance.find("harbour master", "en", "el")
    assert found.renderings[0].count == 14
    assert "λιμενάρχης" in found.renderings[0].text.lower()
    assert len(found.pairs) == 15
    assert {pair.source.address for pair in found.pairs if not pair.is_usual} == {f"para_{OTHERWISE}"}
    for pair in found.pairs:
        assert [pair.source.text[a:b] for a, b in pair.source.highlights] == ["harbour master"]
        if pair.is_usual:
            assert ["λιμενάρχης" in pair.target.text[a:b] for a, b in pair.target.highlights] == [True]
    found = harbours.translations.concordance.find("purple whale", "en", "el")
    assert (found.renderings, found.pairs) == ((), ())
    assert harbours.translations.concordance.find("", "en", "el").pairs == ()
    none = replace(found, renderings=(Rendering("φάλαινα", 1),))
    known = harbours.translations.concordance.find("harbour master", "en", "el")
    options = ExportOptions(MarkupStyle.COUNCIL)
    alone, both = (harbours.export.mail(some, ExportKind.CONCORDANCE, options) for some in ((known,), (none, known)))
    assert both.html == alone.html
    monkeypatch.setattr(translations, "MOST_PASSAGES", 6)
    found = harbours.translations.concordance.find("harbour master", "en", "el")
    assert (len(found.pairs), found.total) == (6, 15)
    assert "λιμενάρχης" in found.renderings[0].text.lower()


def test_a_case_is_translated_as_the_others_and_a_compound_not_as_its_part(harbours: Desk) -> None:
    for word in ("ναυάγιο", "ναυάγια", "ναυαγίων"):
        (first, *_) = harbours.translations.across.translations(word, "el", "en")
        assert first.word.lower().startswith("wreck")
    assert translations._is_form("hatosag", "hatosagok")
    assert not translations._is_form("λιμεν", "λιμεναρχ")


def test_term_files_of_another_version_are_written_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(desk, note())
    base = tmp_path / "terms.csv"
    base.write_text(TERMS, encoding="utf-8")
    desk.translations.bases.import_file(base)
    with monkeypatch.context() as earlier:
        earlier.setattr(translation_files, "FORMAT", 1)
        assert places(desk, "ναυάγιο")
    assert places(desk, "ναυαγίων")
    numbers = [path for path in (desk.folder / FOLDER).iterdir() if path.name.startswith("el.base")]
    assert [(bool(file.texts(2)), file.texts(3)) for file in map(translation_files.TermFile, numbers)] == [(True, [])]


def test_odd_renderings_of_a_document_are_listed(harbours: Desk) -> None:
    versions = {held.header.language: held.id for held in harbours.documents.all() if held.name == "ST 7401/26"}
    harbours.translations.learning.try_to_learn()
    harbours.indexing.make_ready()
    find = harbours.translations.concordance.odd_renderings
    odd = find(versions["en"], "en", "el")
    assert any("harbour" in one.phrase.lower() for one in odd)
    assert all(pair.source.document == versions["en"] for one in odd for pair in one.pairs)
    assert find(versions["el"], "en", "el") == odd
    assert find(versions["el"], "fr", "el") == []


def test_a_word_of_a_text_has_its_translations_and_those_of_the_other_version_are_found(harbours: Desk) -> None:
    across = harbours.translations.across
    harbours.translations.learning.try_to_learn()
    assert across.glosses("wreck", "en")["el"][0] == "ναυάγιο"
    assert across.glosses("zzzz", "en") == {}
    text = "Ο λιμενάρχης απομακρύνει το ναυάγιο τη νύχτα."
    spans = across.counterparts("the wreck OR night", "en", text, "el")
    assert [text[start:end] for start, end in spans if end - start > 3] == ["ναυάγιο", "νύχτα"]
