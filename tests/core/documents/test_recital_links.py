"""Corresponding recitals and articles, in several languages and layouts."""

import pytest

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.documents.explanations import link_recitals, related_units

TEXTS = {
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


def act(language: str, *, parts: bool = False) -> list[Paragraph]:
    *reasons, duty = TEXTS[language]
    units = [Paragraph(Address(f"rec_{n}"), Kind.RECITAL, f"({n})", text) for n, text in enumerate(reasons, start=1)]
    for n, text in enumerate(reasons, start=1):
        units.append(Paragraph(Address(f"art_{n}"), Kind.ARTICLE, f"Article {n}", "" if parts else f"{text} {duty}"))
        if parts:
            units.append(Paragraph(Address(f"art_{n}__para_1"), Kind.PARAGRAPH, "1.", f"{duty}: {text}"))
            units.append(Paragraph(Address(f"art_{n}__para_2"), Kind.PARAGRAPH, "2.", f"{duty}."))
    return units


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("parts", [False, True])
def test_a_recital_leads_to_the_article_with_its_words(language: str, parts: bool) -> None:
    links = link_recitals(act(language, parts=parts))
    assert [articles[0] for articles in links.values()] == ["art_1", "art_2", "art_3"]


def test_an_article_has_its_recitals_and_a_recital_its_articles() -> None:
    related = related_units(act("en"))
    assert related[Address("rec_2")][0].label == "Article 2"
    assert related[Address("art_3")][0].address == "rec_3"


def test_a_text_without_recitals_has_no_links() -> None:
    assert link_recitals([unit for unit in act("en") if unit.kind is not Kind.RECITAL]) == {}


def test_the_objective_of_the_act_belongs_to_its_first_article() -> None:
    assert link_recitals(act("en"), [Address("rec_3")])[Address("rec_3")][:2] == ("art_1", "art_3")


def test_a_long_article_has_the_recital_on_one_of_its_paragraphs() -> None:
    units = act("en", parts=True)
    units[-1:-1] = [
        Paragraph(Address(f"art_3__para_{n}"), Kind.PARAGRAPH, f"{n}.", f"Obligation {word} applies to {word} keepers.")
        for n, word in enumerate(("firewood", "blankets", "lanterns", "kitchens", "ropes"), start=3)
    ]
    recital = Paragraph(Address("rec_4"), Kind.RECITAL, "(4)", "Lanterns help keepers, and hikers see lanterns.")
    assert link_recitals([*units[:3], recital, *units[3:]])[Address("rec_4")][0] == "art_3"
