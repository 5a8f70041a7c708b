from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.search import Asked
from delegate_desk.desk import Desk


def lit(desk: Desk, key: DocumentId, asked: Asked) -> dict[str, list[str]]:
    """By address, the words that are lit."""
    texts = {unit.address: unit.text for unit in desk.documents.content(key).units()}
    found = desk.lighting.marks(key, asked)
    return {address: [texts[address][start:end] for start, end in marks] for address, marks in found.items()}


def test_what_is_lit_are_the_words_of_the_paragraphs_that_are_hits(desk: Desk, held: DocumentId) -> None:
    query = "ships keep"
    found = lit(desk, held, Asked(query))
    assert found == {"para_2__point_2": ["ships", "keep"]}
    assert set(found) == {hit.address for hit in desk.search.find(query).hits if hit.document == held}


def test_one_goes_by_how_it_was_asked(desk: Desk, held: DocumentId) -> None:
    assert "para_1" in lit(desk, held, Asked("ship"))
    assert lit(desk, held, Asked("ship", stemming=False)) == {}
    assert "para_1" in lit(desk, held, Asked("shi", typing=True))


def test_a_field_says_which_paragraphs_are_lit(desk: Desk, held: DocumentId) -> None:
    everywhere = lit(desk, held, Asked("ships"))
    assert len(everywhere) == 3
    assert lit(desk, held, Asked("ships lang:en after:2026 before:2027")) == everywhere
    assert lit(desk, held, Asked("ships lang:el")) == {}
    assert lit(desk, held, Asked("ships before:2026")) == {}
    assert lit(desk, held, Asked("ships in:notes")) == {}
    assert lit(desk, held, Asked("ships -in:notes")) == everywhere


def test_a_field_alone_lights_nothing(desk: Desk, held: DocumentId) -> None:
    assert lit(desk, held, Asked("lang:en")) == {}
    assert lit(desk, held, Asked("")) == {}


def test_a_document_that_is_gone_is_not_lit(desk: Desk) -> None:
    assert desk.lighting.marks(DocumentId(99), Asked("ships")) == {}
