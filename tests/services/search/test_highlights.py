from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.search import TypedQuery
from delegate_desk.desk import Desk


def lit(desk: Desk, key: DocumentId, asked: TypedQuery) -> dict[str, list[str]]:
    """By address, the words that are lit."""
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
