"""Drafting checks of a position: references that our change breaks, verbs of the other kind of provision, labels."""

import pytest

from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Paragraph
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore

RECITAL, FIRST, SECOND, THIRD = map(Address, ("rec_1", "art_1__para_1", "art_1__para_2", "art_2__sub_1"))


def held(desk: Desk, language: str, citing: str = "", text: str = "") -> DocumentId:
    """An act with a recital and two articles, in the library; the last provision cites another."""
    units = (
        Paragraph(RECITAL, Kind.RECITAL, "(1)", text),
        Paragraph(Address("art_1"), Kind.ARTICLE, "Article 1", ""),
        Paragraph(FIRST, Kind.PARAGRAPH, "1.", text),
        Paragraph(SECOND, Kind.PARAGRAPH, "2.", text),
        Paragraph(Address("art_2"), Kind.ARTICLE, "Article 2", ""),
        Paragraph(THIRD, Kind.SUBPARAGRAPH, "", citing),
    )
    database = Database(desk.folder)
    key = DocumentStore(database).add(Document(Header(language), units), "0" * 64, "act.txt")
    database.close()
    desk.positions.set_delegation("EL")
    return key


def found(desk: Desk, document: DocumentId, concern: str) -> list[tuple[str, str]]:
    remarks = desk.export_checks.findings_for_document(document)
    return [(remark.address, remark.words) for remark in remarks if str(remark.concern) == concern]


@pytest.mark.parametrize(
    ("language", "citing", "words"),
    [
        ("en", "A keeper as referred to in Article 1(2) has a bell.", "Article 1(2)"),
        ("en", "Article 1(2) applies to keepers.", "Article 1(2)"),
        ("en", "In accordance with paragraph 2 of Article 1, keepers ring.", "paragraph 2 of Article 1"),
        ("fr", "Le gardien visé à l’article 1, paragraphe 2, sonne.", "article 1, paragraphe 2"),
        ("fr", "L’article 1, paragraphe 2, s’applique.", "article 1, paragraphe 2"),
        ("el", "Ο φύλακας του άρθρου 1 παράγραφος 2 έχει καμπάνα.", "άρθρου 1 παράγραφος 2"),
        ("el", "Εφαρμόζεται το άρθρο 1 παράγραφος 2.", "άρθρο 1 παράγραφος 2"),
        ("de", "Der Hüttenwart nach Artikel 1 Absatz 2 läutet.", "Artikel 1 Absatz 2"),
        ("es", "El guarda del artículo 1, apartado 2, toca la campana.", "artículo 1, apartado 2"),
        ("it", "Si applica l’articolo 1, paragrafo 2.", "articolo 1, paragrafo 2"),
    ],
)
def test_a_reference_to_what_we_delete_is_listed(desk: Desk, language: str, citing: str, words: str) -> None:
    document = held(desk, language, citing)
    assert found(desk, document, "broken_reference") == []
    desk.positions.set_item(document, PositionEntry(FIRST, proposal=""))
    assert found(desk, document, "broken_reference") == []
    desk.positions.set_item(document, PositionEntry(SECOND, proposal=""))
    broken = found(desk, document, "broken_reference")
    assert [address for address, _ in broken] == [THIRD]
    assert words in broken[0][1]
    desk.positions.set_item(document, PositionEntry(THIRD, proposal="A keeper has a bell."))
    assert found(desk, document, "broken_reference") == []


@pytest.mark.parametrize(
    ("language", "place", "proposal", "words"),
    [
        ("en", FIRST, "A keeper should ring.", "should"),
        ("en", RECITAL, "A keeper Shall ring.", "Shall"),
        ("fr", FIRST, "Le gardien devrait sonner.", "devrait"),
        ("fr", SECOND, "Les gardiens devraient sonner.", "devraient"),
        ("el", FIRST, "Ο φύλακας θα πρέπει να χτυπά την καμπάνα.", "θα πρέπει"),
        ("de", FIRST, "Der Hüttenwart sollte läuten.", "sollte"),
        ("es", FIRST, "El guarda debería tocar.", "debería"),
        ("it", FIRST, "Il custode dovrebbe suonare.", "dovrebbe"),
        ("nl", FIRST, "De wachter zou moeten luiden.", "zou moeten"),
        ("pt", FIRST, "O guarda deveria tocar.", "deveria"),
    ],
)
def test_a_verb_of_the_other_kind_of_provision_is_listed(
    desk: Desk, language: str, place: Address, proposal: str, words: str
) -> None:
    document = held(desk, language)
    desk.positions.set_item(document, PositionEntry(place, proposal=proposal))
    assert found(desk, document, "unsuitable_verb") == [(place, words)]


def test_a_verb_that_suits_or_that_the_text_has_is_not_listed(desk: Desk) -> None:
    document = held(desk, "en", text="Keepers should ring.")
    desk.positions.set_item(document, PositionEntry(RECITAL, proposal="Keepers should ring at night."))
    desk.positions.set_item(document, PositionEntry(FIRST, proposal="Keepers should ring at night, and shall sing."))
    assert found(desk, document, "unsuitable_verb") == []


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        ("Keepers:\n(a) ring;\n(c) sing.", ["(c)"]),
        ("1. Ring.\n3. Sing.", ["3."]),
        ("1. Ring.\n2. Sing.", []),
        ("(1) ring;\n(2) sing;\n(2) sleep.", ["(2)"]),
        ("Οι φύλακες:\nα) χτυπούν·\nγ) τραγουδούν.", ["γ)"]),
        ("Les gardiens :\na) sonnent ;\nb) chantent.", []),
        ("1. Ring:\n(a) once;\n(b) twice.\n2. Sing:\n(a) once.", []),
        ("(b) ring;\n(c) sing.", []),
        ("a) läuten;\nd) singen.", ["d)"]),
        ("10. Ring.\n12. Sing.", ["12."]),
    ],
)
def test_a_label_that_does_not_follow_is_listed(desk: Desk, proposal: str, words: list[str]) -> None:
    document = held(desk, "en")
    desk.positions.set_item(document, PositionEntry(FIRST, proposal=proposal))
    assert [label for _, label in found(desk, document, "numbering")] == words
