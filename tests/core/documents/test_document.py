from delegate_desk.core.documents.document import Address, Call, Document, Header, Kind, Mark, Paragraph, Span, View


def _paragraph(marked: str, *spans: Span, address: str = "para_1", calls: tuple[Call, ...] = ()) -> Paragraph:
    return Paragraph(Address(address), Kind.PARAGRAPH, "1.", marked, spans=spans, calls=calls)


def test_no_space_is_left_before_a_full_stop_or_a_comma() -> None:
    text = "It shall be forbidden avoided: always never, yes."
    removed, added = Span(12, 21, Mark.REMOVED), Span(22, 29, Mark.ADDED)
    unit = _paragraph(text, removed, added, Span(38, 43, Mark.ADDED))
    assert unit.in_view(View.BEFORE).text == "It shall be forbidden: always, yes."
    assert unit.in_view(View.AFTER).text == "It shall be avoided: always never, yes."


def test_a_space_that_was_there_before_a_colon_stays() -> None:
    unit = _paragraph("Les mots : ancien nouveau", Span(11, 17, Mark.REMOVED))
    assert unit.in_view(View.AFTER).text == "Les mots : nouveau"


def test_a_document_finds_its_units_and_who_calls_a_note() -> None:
    note = Paragraph(Address("fn_1"), Kind.FOOTNOTE, "1", "See 11855/12.")
    units = (_paragraph("One.", calls=(Call(3, note.address),)), _paragraph("Two.", address="para_2"))
    document = Document(Header("en"), units, (note,))
    assert document.units() == (*units, note)
    assert document.find(Address("para_2")) is units[1]
    assert document.find(Address("para_3")) is None
    assert document.called_from(note.address) == ["para_1"]
