from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.revisions.carryover.reanchor import propose_units

TEXTS = {
    "para_1": "Quiet hours at night are agreed with the port and the town.",
    "para_2": "Ships at berth are connected to power from the shore.",
    "para_3": "Member States report every second year.",
}


def unit(address: str, text: str) -> Paragraph:
    return Paragraph(Address(address), Kind.PARAGRAPH, "", text, 1)


UNITS = [unit(address, text) for address, text in TEXTS.items()]


def addresses(text: str, quote: Quote | None = None, stood: str = "para_9") -> list[str]:
    return [one.address for one in propose_units(Address(stood), text, quote, UNITS)]


def test_the_likest_text_is_proposed_first() -> None:
    assert addresses("Ships which are at berth shall be connected to shore power.")[0] == "para_2"


def test_words_quoted_lead_to_where_they_stand() -> None:
    assert addresses("", Quote("every second year", "", "", 0, 17)) == ["para_3"]


def test_nothing_is_proposed_for_what_is_like_nothing() -> None:
    assert addresses("Άλλο κείμενο.") == addresses("") == []
