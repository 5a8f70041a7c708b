import json
import re
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.parsing.references import provision_references

_PARTS = (
    "", "__para_1", "__para_2", "__para_3", "__para_2__sub_2", "__para_2__sub_3", "__para_2__point_1",
    "__para_2__point_2", "__para_2__sub_2__point_1", "__para_3__point_9", "__para_3__point_9__point_1", "__point_1",
)  # fmt: skip
KNOWN = frozenset(
    Address(a)
    for a in (
        *(f"art_{n}{part}" for n in range(1, 100) for part in _PARTS), "rec_5", "annex_1", "annex_2", "annex_2__para_1",
        "annex_2__para_1__point_8", "annex_2__art_1", "chp_3", "fn_9", "art_3a",
    )
)  # fmt: skip


def _found(text: str, language: str = "en", here: str = "art_9__para_1") -> list[tuple[str, str, str]]:
    unit = Paragraph(Address(here), Kind.PARAGRAPH, "1.", text)
    found = provision_references.pointers(unit, KNOWN, language)
    assert all(text[p.start : p.end] == p.text for p in found)
    return [(p.text, p.address, str(p.document or p.treaty)) for p in found]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Article 5", "art_5"), ("Article 3a", "art_3a"), ("Article 5(2)", "art_5__para_2"),
        ("Article 5(2)(a)", "art_5__para_2__point_1"), ("Article 5(3)(i)", "art_5__para_3__point_9"),
        ("Article 5(3)(i)(i)", "art_5__para_3__point_9__point_1"),
        ("Article 5(2), second subparagraph, point (a)", "art_5__para_2__sub_2__point_1"),
        ("the second subparagraph of Article 5(2)", "art_5__para_2__sub_2"),
        ("point (b) of paragraph 2", "art_9__para_2__point_2"), ("paragraph 3", "art_9__para_3"),
        ("the first subparagraph of paragraph 2", "art_9__para_2"), ("recital 5", "rec_5"), ("Annex II", "annex_2"),
        ("Annex II, paragraph 1(h)", "annex_2__para_1__point_8"), ("Chapter III", "chp_3"), ("footnote 9", "fn_9"),
        ("Article 5(2)(a) of this Regulation", "art_5__para_2__point_1"),
    ],
)  # fmt: skip
def test_a_place_in_the_document_is_found(text: str, address: str) -> None:
    assert [place for _, place, _ in _found(f"As set out in {text}, ports are quiet.")] == [address]


def test_a_list_names_each_of_its_places() -> None:
    assert _found("referred to in Article 5(2)(a) and (b), in Articles 6, 7 and 12 to 15 and in Annexes I and II") == [
        ("Article 5(2)(a)", "art_5__para_2__point_1", ""), ("(b)", "art_5__para_2__point_2", ""),
        ("Articles 6", "art_6", ""), ("7", "art_7", ""), ("12", "art_12", ""), ("15", "art_15", ""),
        ("Annexes I", "annex_1", ""), ("II", "annex_2", ""),
    ]  # fmt: skip


def test_what_stands_nearer_goes_first() -> None:
    assert _found("Article 1 applies.", here="annex_2__para_1") == [("Article 1", "annex_2__art_1", "")]
    assert _found("The second subparagraph applies.", here="art_9__para_2__sub_3")[0][1] == "art_9__para_2__sub_2"


def test_what_is_not_there_is_no_place() -> None:
    assert _found("Article 500 and paragraph 77 shall apply, see point 4.") == []


@pytest.mark.parametrize(
    ("language", "text", "place", "owner"),
    [
        ("en", "Article 5(2)(a) of Regulation (EU) 2016/679", "art_5__para_2__point_1", "Regulation (EU) 2016/679"),
        ("en", "Article 4 of Council Directive 2011/93/EU", "art_4", "Directive 2011/93/EU"),
        ("en", "Article 16(4) TEU", "art_16__para_4", "TEU"),
        ("en", "Article 154 of the Treaty on the Functioning of the European Union", "art_154", "TFEU"),
        ("fr", "article 5, paragraphe 2, point a), du règlement (UE) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("de", "Artikel 5 Absatz 2 Buchstabe a der Verordnung (EU) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("el", "άρθρο 5 παράγραφος 2 στοιχείο α) του κανονισμού (ΕΕ) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("hu", "az (EU) 2016/679 rendelet 5. cikkének (2) bekezdése", "art_5__para_2", "Regulation (EU) 2016/679"),
        ("fi", "SEUT-sopimuksen 78 artiklan 3 kohta", "art_78__para_3", "TFEU"),
    ],
)  # fmt: skip
def test_a_place_in_another_act_knows_its_act(language: str, text: str, place: str, owner: str) -> None:
    assert [found[1:] for found in _found(text, language)] == [(place, owner)]


def test_that_act_is_the_one_named_last() -> None:
    text = "Article 4 of Directive 2011/93/EU applies. Article 5 of that Directive and Article 6 thereof do not."
    assert [found[2] for found in _found(text)] == ["Directive 2011/93/EU"] * 3
    assert _found("Article 5 of that Directive") == []


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "visés au paragraphe 2, points a) et b), et à l’article 6",
         ["art_9__para_2__point_1", "art_9__para_2__point_2", "art_6"]),
        ("fr", "au deuxième alinéa du paragraphe 2", ["art_9__para_2__sub_2"]),
        ("de", "nach Absatz 2 Buchstaben a und b und den Artikeln 6 und 7 dieser Verordnung",
         ["art_9__para_2__point_1", "art_9__para_2__point_2", "art_6", "art_7"]),
        ("de", "gemäß Artikel 5 Absatz 2 Unterabsatz 2", ["art_5__para_2__sub_2"]),
        ("el", "στην παράγραφο 2 δεύτερο εδάφιο και στα στοιχεία α) και β) της παραγράφου 2",
         ["art_9__para_2__sub_2", "art_9__para_2__point_1", "art_9__para_2__point_2"]),
        ("el", "στα άρθρα 6 και 7 και στο άρθρο 3α", ["art_6", "art_7", "art_3a"]),
        ("fi", "5 artiklan 2 kohdan a alakohta", ["art_5__para_2__point_1"]),
        ("hu", "Az (1) és (2) bekezdés, valamint az 5., 6. és 7. cikk, de e cikk nem",
         ["art_9__para_1", "art_9__para_2", "art_5", "art_6", "art_7"]),
    ],
)  # fmt: skip
def test_places_are_found_in_other_languages(language: str, text: str, places: list[str]) -> None:
    assert [place for _, place, _ in _found(text, language)] == places


@pytest.mark.parametrize("language", ["et", "cs", "pl", "es", "it", "pt", "sv", "hr", "sl", "hu", "nl", "da"])
def test_an_article_with_its_paragraph_is_found_in_every_language(language: str) -> None:
    text = {
        "et": "artikli 11 lõige 3", "cs": "čl. 11 odst. 3", "pl": "art. 11 ust. 3", "es": "artículo 11, apartado 3",
        "it": "l'articolo 11, paragrafo 3", "pt": "artigo 11.o, n.o 3", "sv": "artikel 11.3",
        "hr": "članka 11. stavka 3.", "sl": "člena 11(3)", "hu": "11. cikk (3) bekezdésének", "nl": "artikel 11, lid 3",
        "da": "artikel 11, stk. 3",
    }[language]  # fmt: skip
    assert [place for _, place, _ in _found(text, language)] == ["art_11__para_3"]


def test_a_citation_speaks_of_treaties() -> None:
    unit = Paragraph(Address("cit_1"), Kind.CITATION, "", "Having regard to the Treaty, and in particular Article 16,")
    assert provision_references.pointers(unit, KNOWN, "en") == []


def test_the_examples_of_the_reference_tables_are_found(shared: Path) -> None:
    examples = json.loads((shared / "refdata" / "legal_references_examples.json").read_text("utf-8"))["examples"]
    parts = ("", *(f"__para_{n}" for n in range(1, 9)))
    known = frozenset(Address(f"art_{n}{part}") for n in range(1, 400) for part in parts)
    for example in examples:
        if not re.fullmatch(r"(?:art|TFEU|TEU) \d+\(\d\)", example["normalised"]):
            continue
        unit = Paragraph(Address("p_1"), Kind.TEXT, "", example["text"])
        wanted = example["normalised"].partition(" ")[2].rstrip(")").split("(")
        found = provision_references.pointers(unit, known, example["lang"])
        assert [p.address for p in found] == [f"art_{wanted[0]}__para_{wanted[1]}"], example["text"]


def test_places_that_are_not_there_are_told_by_their_words() -> None:
    known = frozenset(map(Address, ("art_5", "art_5__para_1", "art_5__para_2", "para_3")))

    def dead_in(text: str) -> list[str]:
        return provision_references.dead(Paragraph(Address("art_5__para_1"), Kind.PARAGRAPH, "1.", text), known, "en")

    assert dead_in("See Article 5(2). Paragraph 2 applies. So does point (a) of Article 7 TEU.") == []
    assert dead_in("See Article 5(3) and Article 9.") == ["Article 5(3)", "Article 9"]
    assert dead_in("See Article 9 of Regulation (EU) 2016/679 and Article 16 TFEU.") == []
    assert dead_in("See recital 4.") == []  # there are no recitals: another act's
