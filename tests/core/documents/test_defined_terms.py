"""Defined terms of an act, in several languages and quotation styles."""

import pytest

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.documents.explanations import defined_terms


def act(first: str, second: str, early: str = "", late: str = "") -> list[Paragraph]:
    """An act whose second article defines two terms."""
    return [
        Paragraph(Address("rec_1"), Kind.RECITAL, "(1)", early),
        Paragraph(Address("art_1__sub_1"), Kind.SUBPARAGRAPH, "", early),
        Paragraph(Address("art_2__point_1"), Kind.POINT, "(1)", first),
        Paragraph(Address("art_2__point_2"), Kind.POINT, "(2)", second),
        Paragraph(Address("art_3__sub_1"), Kind.SUBPARAGRAPH, "", late),
    ]


@pytest.mark.parametrize(
    ("first", "second", "term", "text"),
    [
        ("‘keeper’ means whoever has the key;", "‘hut’ means a house;", "keeper", "The keepers ring."),
        ("“mountain hut” means a house;", "“keeper” means one;", "mountain hut", "Mountain huts are open."),
        ("'rating item' means a thing;", "'score' means a number;", "rating item", "Each rating item counts."),
        ("«gardien»: celui qui a la clé;", "«refuge»: une maison;", "gardien", "Les gardiens sonnent."),
        ("« gardien »: celui qui a la clé;", "« refuge »: une maison;", "gardien", "Le gardien sonne."),
        ("«φύλακας»: όποιος έχει το κλειδί·", "«καταφύγιο»: σπίτι·", "φύλακας", "Ο φύλακας χτυπά."),
        ("„Hüttenwart“ wer den Schlüssel hat;", "„Hütte“ ein Haus;", "Hüttenwart", "Die Hüttenwarte läuten."),
        ("„személyes adat”: minden;", "„adatkezelő”: aki kezeli;", "személyes adat", "A személyes adatok védelme."),
        ("»varuh«: kdor ima ključ;", "»koča«: hiša;", "varuh", "Varuhi zvonijo."),
        ("„strażnik” oznacza kogoś;", "„schronisko” oznacza dom;", "strażnik", "Strażnikowi dano klucz."),
    ],
)
def test_a_term_is_found_where_it_is_defined_and_used(first: str, second: str, term: str, text: str) -> None:
    defined = defined_terms(act(first, second, late=text))
    assert defined[0].term == term
    assert defined[0].uses == ("art_3__sub_1",)
    assert defined[0].early == ()
    assert defined[0].is_in(text)
    assert not defined[1].uses


def test_a_term_used_in_an_earlier_article_is_told() -> None:
    defined = defined_terms(act("‘keeper’ means one;", "‘hut’ means a house;", early="Each keeper rings."))
    assert defined[0].early == ("art_1__sub_1",)


def test_a_single_quotation_defines_nothing() -> None:
    assert defined_terms(act("‘keeper’ is replaced by ‘guard’;", "The rest stays.")) == ()
