"""Defined terms, and corresponding recitals and articles, in several languages and layouts."""

import pytest

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.documents.explanations import defined_terms, link_recitals, related_units


def act_with_terms(first: str, second: str, early: str = "", late: str = "") -> list[Paragraph]:
    """An act_with_terms whose second article defines two terms."""
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
    defined = defined_terms(act_with_terms(first, second, late=text))
    assert defined[0].term == term
    assert defined[0].uses == ("art_3__sub_1",)
    assert defined[0].early == ()
    assert defined[0].is_in(text)
    assert not defined[1].uses


def test_a_term_used_in_an_earlier_article_is_told() -> None:
    defined = defined_terms(act_with_terms("‘keeper’ means one;", "‘hut’ means a house;", early="Each keeper rings."))
    assert defined[0].early == ("art_1__sub_1",)


def test_a_single_quotation_defines_nothing() -> None:
    assert defined_terms(act_with_terms("‘keeper’ is replaced by ‘guard’;", "The rest stays.")) == ()


def test_a_quotation_without_words_is_no_term() -> None:
    assert defined_terms(act_with_terms("“...” stands for what is left out;", "“(…)” too;", late="Dogs bark.")) == ()


RECITALS = {
    "en": ("Walkers need beds in mountain huts.", "Soup warms travellers.", "Dogs bark at night.", "shall offer"),
    "fr": (
        "Les randonneurs cherchent un lit au refuge.",
        "La soupe réchauffe.",
        "Les chiens aboient.",
        "offrent",
    ),
    "el": ("Οι πεζοπόροι χρειάζονται κρεβάτια.", "Η σούπα ζεσταίνει.", "Οι σκύλοι γαβγίζουν.", "προσφέρουν πάντα"),
    "de": ("Wanderer brauchen Betten in Hütten.", "Suppe wärmt Reisende.", "Hunde bellen nachts.", "stellen bereit"),
    "hu": ("A túrázóknak ágyak kellenek.", "A leves melegít.", "A kutyák ugatnak.", "biztosítanak mindig"),
}


def act_with_recitals(language: str, *, parts: bool = False) -> list[Paragraph]:
    *reasons, duty = RECITALS[language]
    units = [Paragraph(Address(f"rec_{n}"), Kind.RECITAL, f"({n})", text) for n, text in enumerate(reasons, start=1)]
    for n, text in enumerate(reasons, start=1):
        units.append(Paragraph(Address(f"art_{n}"), Kind.ARTICLE, f"Article {n}", "" if parts else f"{text} {duty}"))
        if parts:
            units.append(Paragraph(Address(f"art_{n}__para_1"), Kind.PARAGRAPH, "1.", f"{duty}: {text}"))
            units.append(Paragraph(Address(f"art_{n}__para_2"), Kind.PARAGRAPH, "2.", f"{duty}."))
    return units


@pytest.mark.parametrize("language", RECITALS)
@pytest.mark.parametrize("parts", [False, True])
def test_a_recital_leads_to_the_article_with_its_words(language: str, parts: bool) -> None:
    links = link_recitals(act_with_recitals(language, parts=parts))
    assert [articles[0] for articles in links.values()] == ["art_1", "art_2", "art_3"]


def test_an_article_has_its_recitals_and_a_recital_its_articles() -> None:
    related = related_units(act_with_recitals("en"))
    assert related[Address("rec_2")][0].label == "Article 2"
    assert related[Address("art_3")][0].address == "rec_3"


def test_a_text_without_recitals_has_no_links() -> None:
    assert link_recitals([unit for unit in act_with_recitals("en") if unit.kind is not Kind.RECITAL]) == {}


def test_the_objective_of_the_act_belongs_to_its_first_article() -> None:
    assert link_recitals(act_with_recitals("en"), [Address("rec_3")])[Address("rec_3")][:2] == ("art_1", "art_3")


def test_a_long_article_has_the_recital_on_one_of_its_paragraphs() -> None:
    units = act_with_recitals("en", parts=True)
    units[-1:-1] = [
        Paragraph(Address(f"art_3__para_{n}"), Kind.PARAGRAPH, f"{n}.", f"Obligation {word} applies to {word} keepers.")
        for n, word in enumerate(("firewood", "blankets", "lanterns", "kitchens", "ropes"), start=3)
    ]
    recital = Paragraph(Address("rec_4"), Kind.RECITAL, "(4)", "Lanterns help keepers, and hikers see lanterns.")
    assert link_recitals([*units[:3], recital, *units[3:]])[Address("rec_4")][0] == "art_3"
