import datetime
import shutil
from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, Document, DocumentId, Paragraph, Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import HitKind, QueryChange, Revision, SavedSearch, Suggestion, TypedQuery
from delegate_desk.desk import Desk, open_desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
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


def test_a_hit_tells_where_and_why(desk: Desk, held: DocumentId) -> None:
    (hit,) = desk.search.find("Noises").hits
    assert (hit.name, hit.address, hit.label, hit.marking) == ("ST 7001/26", "para_1", "1.", "LIMITE")
    assert [hit.snippet[a:b] for a, b in hit.highlights] == ["noise"]
    assert list(hit.match_reasons) == ["stem"]


def test_what_is_changed_is_found_as_it_is_now(desk: Desk, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse")
    desk.annotations.save(note)
    assert desk.search.find("lighthouse").total == 1
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


def test_another_desk_sees_what_this_one_wrote(desk: Desk, first: Place) -> None:
    with open_desk(desk.folder) as other:
        assert other.search.find("lighthouse").total == 0
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
        assert desk.search.find("lighthouse").total == 1
        assert other.search.find("lighthouse").total == 1


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


def test_a_position_is_found_by_whose_it_is(desk: Desk, first: Place) -> None:
    desk.positions.set_item(first.document, PositionEntry(first.address, comment="lighthouse"))
    assert desk.search.find("delegation:EL lighthouse").total == 0
    desk.positions.set_delegation("EL")
    assert desk.search.find("delegation:EL lighthouse").total == 1
    assert desk.search.find("delegation:FR lighthouse").total == 0


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


def test_a_saved_search_means_the_same_in_every_language(desk: Desk, held: DocumentId) -> None:
    desk.search.save(SavedSearch("quiet", "noise γλώσσα:αγγλικά Ή lighthouse"), language="el")
    (kept,) = desk.search.saved()
    assert desk.search.find(kept.query).total == desk.search.find(TypedQuery(kept.query, language="fr")).total == 1
    desk.search.remove_saved("quiet")
    assert desk.search.saved() == []


def test_recent_searches_are_remembered_once(desk: Desk) -> None:
    for query in ("noise", " ships ", "noise", " "):
        desk.search.remember(query)
    assert desk.search.recent() == ["noise", "ships"]
    desk.search.clear_recent()
    assert desk.search.recent() == []


def test_half_a_character_in_a_search_that_is_kept_is_marked_as_lost(desk: Desk, held: DocumentId) -> None:
    desk.search.remember("half \ud83d")
    desk.search.save(SavedSearch("name \ud83d", 'ships OR "half \ude00"'))
    (kept,) = desk.search.saved()
    assert (desk.search.recent(), kept.name) == (["half \ufffd"], "name \ufffd")
    desk.search.rename_saved(kept.name, "new \ud83d")
    (kept,) = desk.search.saved()
    assert (kept.name, desk.search.unseen(kept.name)) == ("new \ufffd", 0)


# Contents of a hit


def test_the_same_words_in_a_family_are_one_hit_that_names_the_others(desk: Desk) -> None:
    older = paper()
    newer = replace(
        older,
        header=replace(
            older.header, reference=references.parse_reference("ST 7001/1/26 REV 1"), date=datetime.date(2026, 4, 1)
        ),
    )
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


def test_an_answer_that_is_stopped_is_cut(desk: Desk, held: DocumentId) -> None:
    desk.indexing.make_ready()
    answer = desk.search.find("noise", patient=False, stopped=lambda: True)
    assert (answer.is_truncated, answer.suggestions) == (True, ())


def lit(desk: Desk, key: DocumentId, asked: TypedQuery) -> dict[str, list[str]]:
    """By address, the highlighted words."""
    texts = {unit.address: unit.text for unit in desk.documents.content(key).units()}
    found = desk.highlights.marks(key, asked)
    return {address: [texts[address][start:end] for start, end in marks] for address, marks in found.items()}


def test_what_is_lit_are_the_words_of_the_paragraphs_that_are_hits(desk: Desk, held: DocumentId) -> None:
    query = "ships keep"
    found = lit(desk, held, TypedQuery(query))
    assert found == {"para_2__point_2": ["ships", "keep"]}
    assert set(found) == {hit.address for hit in desk.search.find(query).hits if hit.document == held}


def test_one_goes_by_how_it_was_asked(desk: Desk, held: DocumentId) -> None:
    assert "para_1" in lit(desk, held, TypedQuery("ship"))
    assert lit(desk, held, TypedQuery("ship", stemming=False)) == {}
    assert "para_1" in lit(desk, held, TypedQuery("shi", is_typing=True))


def test_a_field_says_which_paragraphs_are_lit(desk: Desk, held: DocumentId) -> None:
    everywhere = lit(desk, held, TypedQuery("ships"))
    assert len(everywhere) == 3
    assert lit(desk, held, TypedQuery("ships lang:en after:2026 before:2027")) == everywhere
    assert lit(desk, held, TypedQuery("ships lang:el")) == {}
    assert lit(desk, held, TypedQuery("ships before:2026")) == {}
    assert lit(desk, held, TypedQuery("ships in:notes")) == {}
    assert lit(desk, held, TypedQuery("ships -in:notes")) == everywhere


def test_a_field_alone_lights_nothing(desk: Desk, held: DocumentId) -> None:
    assert lit(desk, held, TypedQuery("lang:en")) == {}
    assert lit(desk, held, TypedQuery("")) == {}


def test_a_document_that_is_gone_is_not_lit(desk: Desk) -> None:
    assert desk.highlights.marks(DocumentId(99), TypedQuery("ships")) == {}


GREEK = "Ο θόρυβος των πλοίων ενοχλεί όσους ζουν κοντά σε λιμένες."


def greek() -> Document:
    made = paper(7002, "el")
    return replace(made, paragraphs=tuple(_in_greek(unit) for unit in made.paragraphs), footnotes=())


def _in_greek(unit: Paragraph) -> Paragraph:
    return replace(unit, marked=GREEK, spans=(), calls=())


@pytest.fixture
def library(desk: Desk) -> Desk:
    """A desk with a note in English and another in Greek."""
    database = Database(desk.folder)
    store = DocumentStore(database)
    store.add(paper(), "a" * 64, "a.txt")
    store.add(greek(), "b" * 64, "b.txt")
    database.close()
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


def test_a_filter_too_many_is_left_out(library: Desk) -> None:
    found = suggested(library, "noise type:agenda marking:limite")
    assert found[QueryChange.FILTER].query == "noise marking:limite"
    assert "Agenda" in found[QueryChange.FILTER].detail


def test_several_filters_are_left_out_where_one_is_not_enough(library: Desk) -> None:
    assert suggested(library, "noise type:agenda after:2027")[QueryChange.FILTER].query == "noise"


def test_a_word_that_no_text_has_is_spelt_like_one_that_is_there(library: Desk) -> None:
    found = suggested(library, "noize near ports")
    assert (found[QueryChange.SPELLING].detail, found[QueryChange.SPELLING].query) == ("noise", "noise near ports")


def test_the_words_are_sought_in_another_language(library: Desk) -> None:
    found = suggested(library, "θόρυβος lang:en")
    assert found[QueryChange.LANGUAGE].query == "θόρυβος lang:el"
    assert "Greek" in found[QueryChange.LANGUAGE].detail


def test_other_endings_are_sought_too(library: Desk) -> None:
    found = suggested(library, "noises", stemming=False)
    assert (found[QueryChange.STEMMING].query, found[QueryChange.STEMMING].total) == ("noises", 1)


def test_a_word_that_no_text_has_is_left_out(library: Desk) -> None:
    found = suggested(library, "noise xylophone")
    assert found[QueryChange.WORDS].query == "noise"
    assert "xylophone" in found[QueryChange.WORDS].detail


def test_words_that_stand_nowhere_together_are_sought_with_one_less(library: Desk) -> None:
    assert suggested(library, "noise power")[QueryChange.WORDS].query in ("noise", "power")


@pytest.mark.parametrize("query", ["xylophone", "", "qqqq wwww", "in:notes kind:note"])
def test_where_nothing_would_be_found_nothing_is_suggested(library: Desk, query: str) -> None:
    assert suggested(library, query) == {}


def test_an_answer_with_hits_suggests_nothing(library: Desk) -> None:
    assert library.search.find("noise").suggestions == ()
