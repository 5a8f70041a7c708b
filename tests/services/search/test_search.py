import datetime
import shutil
from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import HitKind, QueryChange, Revision, SavedSearch, Suggestion, TypedQuery
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.search import search
from support.document_values import hold, paper


def test_text_notes_and_positions_are_found_by_one_box(desk: Desk, first: Place) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.QUESTION, text="proportionality?", tags=["data"]))
    desk.positions.set_item(first.document, PositionEntry(first.address, comment="in line with proportionality"))
    desk.positions.set_general(first.document, "General proportionality.")
    kinds = sorted(hit.kind for hit in desk.search.find("proportionality").hits)
    assert kinds == [HitKind.ANNOTATION, HitKind.POSITION, HitKind.POSITION]
    assert desk.search.find("in:notes kind:question tag:data proportionality").total == 1
    assert desk.search.find("in:positions proportionality").total == 2
    assert desk.search.find("in:text proportionality").total == 0
    assert desk.search.find("delegation:EL proportionality").total == 0
    desk.positions.set_delegation("EL")
    assert desk.search.find("delegation:EL proportionality").total == 2
    assert desk.search.find("delegation:FR proportionality").total == 0


def test_a_hit_tells_where_and_why_and_an_answer_that_is_stopped_is_cut(desk: Desk, held: DocumentId) -> None:
    (hit,) = desk.search.find("Noises").hits
    assert (hit.name, hit.address, hit.label, hit.marking) == ("ST 7001/26", "para_1", "1.", "LIMITE")
    assert [hit.snippet[a:b] for a, b in hit.highlights] == ["noise"]
    assert list(hit.match_reasons) == ["stem"]
    desk.indexing.make_ready()
    answer = desk.search.find("noise", patient=False, stopped=lambda: True)
    assert (answer.is_truncated, answer.suggestions) == (True, ())


def test_what_is_changed_is_found_as_it_is_now_by_another_desk_too(desk: Desk, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse")
    with open_desk(desk.folder) as other:
        assert other.search.find("lighthouse").total == 0
        desk.annotations.save(note)
        assert desk.search.find("lighthouse").total == 1
        assert other.search.find("lighthouse").total == 1
    desk.annotations.save(replace(note, text="harbour"))
    assert desk.search.find("lighthouse").total == 0
    assert desk.search.find("harbour").total == 1
    desk.history.undo()
    assert desk.search.find("harbour").total == 0
    desk.annotations.remove(note.id)
    assert desk.search.find("in:notes harbour OR lighthouse").total == 0


def test_an_index_that_is_lost_comes_back_and_says_so(desk: Desk, held: DocumentId) -> None:
    assert desk.search.find("noise").total == 1
    shutil.rmtree(desk.folder / "index")
    with open_desk(desk.folder) as again:
        results = again.search.find("noise")
        assert (results.total, results.was_rebuilt) == (1, True)
    for part in (desk.folder / "index").rglob("*"):
        if part.is_file():
            part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    with open_desk(desk.folder) as again:
        results = again.search.find("noise")
        assert results.was_rebuilt
        assert results.total == 1
        assert not again.search.find("noise").was_rebuilt


def test_the_library_of_an_older_copy_is_indexed_again(desk: Desk, first: Place) -> None:
    desk.indexing.make_ready()
    kept = (desk.folder / "library.sqlite3").read_bytes(), (desk.folder / "library.sqlite3-wal").read_bytes()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    assert desk.search.find("lighthouse").total == 1
    desk.close()
    for name, content in zip(("library.sqlite3", "library.sqlite3-wal"), kept, strict=True):
        (desk.folder / name).write_bytes(content)
    with open_desk(desk.folder) as older:
        results = older.search.find("lighthouse")
        assert (results.total, results.was_rebuilt) == (0, True)
        assert older.search.find("noise").total == 1


def test_a_whole_rebuild_reports_its_progress(desk: Desk, held: DocumentId) -> None:
    steps = list(desk.indexing.rebuild())
    assert steps[0][0] == 0
    assert steps[-1] == (1, 1)
    assert desk.search.find("noise").total == 1
    assert not desk.indexing.count_pending()


# Saved searches


def test_a_saved_search_tells_what_is_new(desk: Desk, first: Place) -> None:
    desk.indexing.make_ready()
    desk.search.save(SavedSearch("quiet", "noise OR lighthouse"))
    assert desk.search.unseen("quiet") == 0
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    assert desk.search.unseen("quiet") == 0  # the index does not contain it yet
    desk.indexing.make_ready()
    assert desk.search.unseen("quiet") == 1
    hold(desk, paper(7002))
    desk.indexing.make_ready()
    assert desk.search.unseen("quiet") == 2
    desk.search.mark_seen("quiet")
    assert desk.search.unseen("quiet") == 0
    assert desk.search.unseen("another") == 0


def test_recent_and_saved_searches_are_kept_once_without_half_characters(desk: Desk, held: DocumentId) -> None:
    for query in ("noise", " ships ", "noise", " "):
        desk.search.remember(query)
    assert desk.search.recent() == ["noise", "ships"]
    desk.search.clear_recent()
    assert desk.search.recent() == []
    desk.search.remember("half \ud83d")
    desk.search.save(SavedSearch("name \ud83d", 'ships OR "half \ude00"'))
    (kept,) = desk.search.saved()
    assert (desk.search.recent(), kept.name) == (["half \ufffd"], "name \ufffd")
    desk.search.rename_saved(kept.name, "new \ud83d")
    (kept,) = desk.search.saved()
    assert (kept.name, desk.search.unseen(kept.name)) == ("new \ufffd", 0)
    desk.search.save(SavedSearch("quiet", "noise γλώσσα:αγγλικά Ή lighthouse"), language="el")
    (kept,) = (one for one in desk.search.saved() if one.name == "quiet")
    assert desk.search.find(kept.query).total == desk.search.find(TypedQuery(kept.query, language="fr")).total == 1
    desk.search.remove_saved("quiet")
    assert [one.name for one in desk.search.saved()] == ["new \ufffd"]


# Contents of a hit


def test_the_same_words_in_a_family_are_one_hit_that_names_the_others(desk: Desk) -> None:
    older = paper()
    revised = references.parse_reference("ST 7001/1/26 REV 1")
    newer = replace(older, header=replace(older.header, reference=revised, date=datetime.date(2026, 4, 1)))
    keys = hold(desk, older), hold(desk, newer)
    answer = desk.search.find("noise")
    assert (answer.total, answer.facets["language"]) == (1, {"en": 1})
    (hit,) = answer.hits
    assert (hit.document, hit.name) == (keys[1], "ST 7001/1/26 REV 1")
    assert hit.revisions == (Revision(keys[0], "ST 7001/26", Address("para_1")),)


def test_a_hit_offers_the_same_place_in_other_languages(desk: Desk) -> None:
    hold(desk, paper())
    hold(desk, paper(language="el"))
    hits = desk.search.find("noise").hits
    assert {hit.language: hit.other_languages for hit in hits} == {"en": ("el",), "el": ("en",)}


def test_a_word_of_the_title_puts_a_hit_above_others(desk: Desk) -> None:
    hold(desk, paper())
    other = paper(7002)
    named = hold(desk, replace(other, header=replace(other.header, subject="Noise of ships")))
    hold(desk, paper(7003))
    answer = desk.search.find("noise")
    assert (answer.total, answer.hits[0].document) == (3, named)
    assert [offer.place.document for offer in answer.go_to_suggestions] == [named]


def lit(desk: Desk, key: DocumentId, asked: TypedQuery) -> dict[str, list[str]]:
    """By address, the highlighted words."""
    texts = {unit.address: unit.text for unit in desk.documents.content(key).units()}
    found = desk.highlights.marks(key, asked)
    return {address: [texts[address][start:end] for start, end in marks] for address, marks in found.items()}


def test_what_is_lit_are_the_words_of_the_paragraphs_that_are_hits_as_was_asked(desk: Desk, held: DocumentId) -> None:
    query = "ships keep"
    found = lit(desk, held, TypedQuery(query))
    assert found == {"para_2__point_2": ["ships", "keep"]}
    assert set(found) == {hit.address for hit in desk.search.find(query).hits if hit.document == held}
    assert "para_1" in lit(desk, held, TypedQuery("ship"))
    assert lit(desk, held, TypedQuery("ship", stemming=False)) == {}
    assert "para_1" in lit(desk, held, TypedQuery("shi", is_typing=True))


def test_a_field_says_which_paragraphs_are_lit_and_alone_lights_nothing(desk: Desk, held: DocumentId) -> None:
    everywhere = lit(desk, held, TypedQuery("ships"))
    assert len(everywhere) == 3
    assert lit(desk, held, TypedQuery("ships lang:en after:2026 before:2027")) == everywhere
    assert lit(desk, held, TypedQuery("ships lang:el")) == {}
    assert lit(desk, held, TypedQuery("ships before:2026")) == {}
    assert lit(desk, held, TypedQuery("ships in:notes")) == {}
    assert lit(desk, held, TypedQuery("ships -in:notes")) == everywhere
    assert lit(desk, held, TypedQuery("lang:en")) == {}
    assert lit(desk, held, TypedQuery("")) == {}
    assert desk.highlights.marks(DocumentId(99), TypedQuery("ships")) == {}


@pytest.fixture
def library(desk: Desk) -> Desk:
    """A desk with a note in English and another in Greek."""
    made = paper(7002, "el")
    words = "Ο θόρυβος των πλοίων ενοχλεί όσους ζουν κοντά σε λιμένες."
    units = tuple(replace(unit, marked=words, spans=(), calls=()) for unit in made.paragraphs)
    hold(desk, paper())
    hold(desk, replace(made, paragraphs=units, footnotes=()))
    return desk


def suggested(desk: Desk, query: str, *, stemming: bool = True) -> dict[QueryChange, Suggestion]:
    """The first suggestion of each kind; each is searched again to see that it is correct."""
    found: dict[QueryChange, Suggestion] = {}
    answer = desk.search.find(TypedQuery(query, stemming=stemming))
    assert answer.total == 0
    assert len(answer.suggestions) <= 5
    for one in answer.suggestions:
        again = desk.search.find(TypedQuery(one.query, stemming=stemming or one.change is QueryChange.STEMMING))
        assert again.total == one.total > 0
        found.setdefault(one.change, one)
    return found


def test_a_filter_too_many_or_two_are_left_out(library: Desk) -> None:
    found = suggested(library, "noise type:agenda marking:limite")
    assert found[QueryChange.FILTER].query == "noise marking:limite"
    assert "Agenda" in found[QueryChange.FILTER].detail
    assert suggested(library, "noise type:agenda after:2027")[QueryChange.FILTER].query == "noise"


def test_other_spellings_languages_endings_and_fewer_words_are_sought_where_nothing_is_found(library: Desk) -> None:
    found = suggested(library, "noize near ports")
    assert (found[QueryChange.SPELLING].detail, found[QueryChange.SPELLING].query) == ("noise", "noise near ports")
    found = suggested(library, "θόρυβος lang:en")
    assert found[QueryChange.LANGUAGE].query == "θόρυβος lang:el"
    assert "Greek" in found[QueryChange.LANGUAGE].detail
    found = suggested(library, "noises", stemming=False)
    assert (found[QueryChange.STEMMING].query, found[QueryChange.STEMMING].total) == ("noises", 1)
    found = suggested(library, "noise xylophone")
    assert found[QueryChange.WORDS].query == "noise"
    assert "xylophone" in found[QueryChange.WORDS].detail
    assert suggested(library, "noise power")[QueryChange.WORDS].query in ("noise", "power")
    assert library.search.find("noise").suggestions == ()


def test_what_is_suggested_when_time_is_over_ends_with_the_first(
    library: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_SECONDS", -1.0)
    assert len(suggested(library, "noise type:agenda after:2027 xylophone")) <= 1


@pytest.mark.parametrize("query", ["xylophone", "", "qqqq wwww", "in:notes kind:note"])
def test_where_nothing_would_be_found_nothing_is_suggested(library: Desk, query: str) -> None:
    assert suggested(library, query) == {}
