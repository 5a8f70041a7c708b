from pathlib import Path

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from support.document_values import quiet_hours

NAMING = """Council of the European Union

Brussels, 4 May 2026
(OR. en)

7002/26

NOTE

From: Presidency
To: Delegations
Subject: Draft conclusions on quiet ports

1. The Council recalls document 7001/26 and document 6999/26.

2. The Council invites the Member States to:

(a) keep quiet hours;

(b) report on the hours referred to in paragraph 2(a).
"""


def added(desk: Desk, file: Path) -> DocumentId:
    return next(iter(desk.documents.add(desk.documents.read(file)).documents))


def test_words_lead_to_documents_held_and_tell_of_those_that_are_not(
    desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    key = added(desk, quiet_hours(tmp_path, name="naming.txt", text=NAMING))
    first, second = desk.cross_references.targets_for_place(Place(key, Address("para_1")))
    assert first.document is not None
    assert (first.document.id, first.address, str(first.reference)) == (held, "", "ST 7001/26")
    assert (second.document, str(second.reference)) == (None, "ST 6999/26")
    unit = desk.documents.unit(Place(key, Address("para_1")))
    assert unit is not None
    assert unit.marked[first.start : first.end] == first.text


def test_words_lead_to_places_of_their_own_document(desk: Desk, tmp_path: Path) -> None:
    key = added(desk, quiet_hours(tmp_path, name="naming.txt", text=NAMING))
    (target,) = desk.cross_references.targets_for_place(Place(key, Address("para_2__point_2")))
    assert target.document is not None
    assert (target.document.id, target.address, target.reference) == (key, "para_2__point_1", None)


def test_a_place_that_is_not_there_leads_nowhere(desk: Desk, held: DocumentId) -> None:
    assert desk.cross_references.targets_for_place(Place(held, Address("para_99"))) == []
