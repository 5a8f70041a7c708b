from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.desk import Desk


def test_a_link_leads_to_a_place_of_a_document_of_this_one_or_to_a_note(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="Which ports?")
    desk.annotations.save(note)
    links = desk.note_links
    assert links.target("7001/26 3", first) == links.target("ST 7001/26 para_3", first) == third
    assert links.target("3", first) == third
    assert links.target("7001/26", first) == Place(first.document, Address(""))
    found = links.target(links.name(note), first)
    assert found is not None
    assert found.id == note.id  # type: ignore[union-attr]  # a note, or the test fails
    for nowhere in ("7001/26 99", "6500/26", "@", "@ffffffffffff", "never written"):
        assert links.target(nowhere, first) is None


def test_what_is_offered_leads_where_it_says(desk: Desk, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="Which ports?")
    desk.annotations.save(note)
    links = desk.note_links
    offered = links.suggestions("", first)
    assert len(offered) > 2
    assert all(isinstance(links.target(one.name, first), Place) for one in offered)
    in_document = links.suggestions("7001/26 3", first)
    assert in_document[0].name == "7001/26 3"
    assert [one.name for one in links.suggestions("@port", first)] == [links.name(note)]
    assert links.suggestions("@nobody wrote this", first) == []
