import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.new_provisions import is_address, propose_label


@pytest.mark.parametrize(
    ("after", "label", "language", "address", "wanted"),
    [
        ("para_5", "5.", "en", "para_5a", "5a."),
        ("para_5", "5.", "el", "para_5a", "5α."),
        ("para_5", "5.", "fr", "para_5a", "5 bis."),
        ("para_5", "5.", "bg", "para_5a", "5а."),
        ("para_5__point_3", "(c)", "en", "para_5__point_3a", "(ca)"),
        ("para_7__point_6", "στ)", "el", "para_7__point_6a", "στα)"),
        ("art_5", "Article 5", "en", "art_5a", "Article 5a"),
        ("art_5", "Άρθρο 5", "el", "art_5a", "Άρθρο 5α"),
        ("rec_12", "(12)", "fr", "rec_12a", "(12 bis)"),
        ("para_5a", "5a.", "en", "para_5b", "5b."),
        ("para_5b", "5 ter.", "fr", "para_5c", "5 quater."),
        ("para_-1", "-1.", "en", "para_-1a", "-1a."),
        ("para_7-2", "7.", "en", "para_7a", "7a."),
        ("ind_2", "–", "en", "ind_2a", "–"),
        ("para_5__sub_2", "", "en", "para_5__sub_2a", ""),
        ("", "", "en", "p_0a", ""),
    ],
)
def test_a_new_provision_has_a_place_and_a_label(
    after: str, label: str, language: str, address: str, wanted: str
) -> None:
    assert propose_label(Address(after), label, {Address(after)}, language) == (address, wanted)
    assert is_address(address)


def test_what_is_taken_is_not_proposed() -> None:
    taken = {Address("para_5"), Address("para_5a")}
    assert propose_label(Address("para_5"), "5.", taken, "en") == ("para_5b", "5b.")
    taken |= {Address(f"para_5{letter}") for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert propose_label(Address("para_5"), "5.", taken, "en")[0] == "para_5z-2"


def test_what_is_no_address_is_told() -> None:
    assert not any(map(is_address, ("", "5a", "para", "para_5__", "para_5 a", "para_5'", "__para_5")))
