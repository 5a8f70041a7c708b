from dataclasses import replace

import pytest

from delegate_desk.core.documents.document import Document, Paragraph
from delegate_desk.core.search import QueryChange, Suggestion
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from support.document_values import paper

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
    """The first suggestion of each kind; each is asked again to see that it is true."""
    found: dict[QueryChange, Suggestion] = {}
    answer = desk.search.find(query, stemming=stemming)
    assert answer.total == 0
    assert len(answer.suggestions) <= 5
    for one in answer.suggestions:
        again = desk.search.find(one.query, stemming=stemming or one.change is QueryChange.STEMMING)
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
