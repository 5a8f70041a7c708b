from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.citations import act_name, citation, labels_to, printed_number
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.paths import load_table

TABLES: Mapping[str, Mapping[str, str]] = load_table("citations")
LANGUAGES = sorted(set(TABLES) - {"_about"})
QUOTATIONS = load_table("quotations")
SCOPES = load_table("act_words")["scopes"]


@pytest.mark.parametrize(
    ("language", "address", "labels", "cited"),
    [
        ("en", "para_7__point_6", ["7.", "(f)"], "paragraph 7, point (f)"),
        ("el", "para_7__point_6", ["7.", "στ)"], "παράγραφος 7 στοιχείο στ)"),
        ("fr", "para_7__point_6", ["7.", "f)"], "paragraphe 7, point f)"),
        ("en", "art_5__para_2__point_1", ["Article 5", "2.", "(a)"], "Article 5(2), point (a)"),
        ("el", "art_5__para_2__point_1", ["Άρθρο 5", "2.", "α)"], "άρθρο 5 παράγραφος 2 στοιχείο α)"),
        ("fr", "art_5__para_2__point_1", ["Article 5", "2.", "a)"], "article 5, paragraphe 2, point a)"),
        ("en", "art_4__point_1", ["Article 4", "(1)"], "Article 4, point (1)"),
        ("el", "art_4__point_1", ["Άρθρο 4", "1)"], "άρθρο 4 σημείο 1)"),
        ("en", "art_4__point_1__point_2", ["Article 4", "(a)", "(ii)"], "Article 4, point (a)(ii)"),
        ("fr", "art_1__para_2", ["Article premier", "2."], "article premier, paragraphe 2"),
        ("en", "art_1", ["Article premier"], "Article 1"),
        ("en", "art_6__sub_1", ["Article 6", ""], "Article 6, first subparagraph"),
        ("el", "art_6__para_1__sub_2", ["Άρθρο 6", "1.", ""], "άρθρο 6 παράγραφος 1 δεύτερο εδάφιο"),
        ("fr", "art_6__sub_12", ["Article 6", ""], "article 6, alinéa 12"),
        ("en", "art_3a", ["Article 3a"], "Article 3a"),
        ("en", "art_2__para_-1", ["Article 2", "-1."], "Article 2(-1)"),
        ("fr", "para_-1", ["–1."], "paragraphe –1"),
        ("en", "para_-1", [], "paragraph -1"),
        ("sv", "art_3__para_1a", ["Artikel 3", "1 a."], "artikel 3.1 a"),
        ("el", "art_3a", ["Άρθρο 3α"], "άρθρο 3α"),
        ("fr", "art_3a", ["article 3 bis"], "article 3 bis"),
        ("en", "rec_12", ["(12)"], "recital 12"),
        ("el", "rec_12", ["(12)"], "αιτιολογική σκέψη 12"),
        ("en", "annex_2__para_3", ["ANNEX II", "3."], "Annex II, paragraph 3"),
        ("en", "annex_1", ["ANNEX"], "Annex"),
        ("en", "annex_1__art_5", ["", "Article 5"], "Annex 1, Article 5"),
        ("el", "annex_1__para_3", ["ΠΑΡΑΡΤΗΜΑ", "3."], "παράρτημα παράγραφος 3"),
        ("en", "fn_9", ["9"], "footnote 9"),
        ("en", "cover", [""], "cover page"),
        ("en", "chp_3__sec_2", ["CHAPTER III", "Section 2"], "Chapter III, Section 2"),
        ("el", "p_3", [""], "τρίτη μη αριθμημένη παράγραφος"),
        ("en", "tbl_1__row_2__cell_3", ["", "", ""], "table 1, row 2, column 3"),
        ("en", "para_7-2", ["7."], "paragraph 7 (occurrence 2)"),
        ("en", "para_7__point_6", ["7.", "στ)"], "paragraph 7, point (στ)"),
        ("de", "art_5__para_2__point_1", ["Artikel 5", "(2)", "a)"], "Artikel 5 Absatz 2 Buchstabe a"),
        ("fi", "art_5__para_2__point_1", ["5 artikla", "2.", "a)"], "5 artikla, 2 kohta, a alakohta"),
        ("hu", "art_6__para_1__point_6", ["6. cikk", "(1)", "f)"], "6. cikk (1) bekezdés f) pont"),
        ("sv", "art_5__para_2__point_1", ["Artikel 5", "2.", "a)"], "artikel 5.2 led a"),
        ("pt", "art_240__para_3", ["Artigo 240.o", "3."], "artigo 240.º, n.º 3"),
        ("pl", "art_3a__para_3", ["Artykuł 3a", "3."], "art. 3a ust. 3"),
        ("hr", "art_2__para_2", ["Članak 2.", "2."], "članak 2. stavak 2."),
        ("bg", "art_5", ["Член 5"], "член 5"),
    ],
)
def test_an_address_is_cited_in_the_words_of_a_language(
    language: str, address: str, labels: list[str], cited: str
) -> None:
    assert citation(Address(address), labels, TABLES[language]) == cited


def test_labels_that_are_not_known_are_replaced_by_numbers() -> None:
    assert citation(Address("art_5__para_2"), [], TABLES["en"]) == "Article 5(2)"
    assert citation(Address("art_5__para_2"), ["2."], TABLES["fr"]) == "article 5, paragraphe 2"


def test_the_labels_on_the_way_to_a_unit_are_found() -> None:
    article = Paragraph(Address("art_4"), Kind.ARTICLE, "Article 4", "")
    point = Paragraph(Address("art_4__point_1"), Kind.POINT, "(1)", "'data' means …")
    units = {unit.address: unit for unit in (article, point)}
    assert labels_to(Address("art_4__point_1"), units) == ["Article 4", "(1)"]
    assert labels_to(Address("art_4__point_9"), units) == ["Article 4", ""]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("7.", "7"),
        ("(c)", "c"),
        ("στ)", "στ"),
        ("(xxii)", "xxii"),
        ("1 artikla", "1"),
        ("5. cikk", "5"),
        ("Член 5а", "5а"),
        ("Article 1er", "1er"),
        ("ΠΑΡΑΡΤΗΜΑ IV", "IV"),
        ("ANNEX", ""),
        ("PART ONE", ""),
        ("–", ""),
        ("", ""),
    ],
)
def test_a_number_is_taken_from_a_label_as_printed(label: str, number: str) -> None:
    assert printed_number(label) == number


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.tuples(st.sampled_from([k.value for k in Kind]), st.integers(1, 400)), min_size=1, max_size=5),
    st.lists(st.text(max_size=12), max_size=6),
)
def test_every_address_has_a_citation(language: str, segments: list[tuple[str, int]], labels: list[str]) -> None:
    address = "__".join(f"{kind}_{number}" for kind, number in segments)
    cited = citation(Address(address), labels, TABLES[language])
    assert cited
    assert not cited.startswith("+")


def test_every_language_can_cite_all_kinds_and_quote() -> None:
    assert len(LANGUAGES) == 24
    assert set(QUOTATIONS) - {"_about"} == set(LANGUAGES)
    for language in LANGUAGES:
        assert {kind.value for kind in Kind} <= set(TABLES[language])
        assert "{n}" in TABLES[language]["art"]


@pytest.mark.parametrize(
    ("language", "reference", "named"),
    [
        ("de", "Regulation (EU) 2016/679", "Verordnung (EU) 2016/679"),
        ("el", "Regulation (EU) 2016/679", "κανονισμός (ΕΕ) 2016/679"),
        ("de", "Regulation (EC) No 1/2003", "Verordnung (EG) Nr. 1/2003"),
        ("fr", "Directive 2011/93/EU", "directive 2011/93/UE"),
        ("hu", "Regulation (EU) 2016/679", "(EU) 2016/679 rendelet"),
        ("en", "Directive 2011/93/EU", "Directive 2011/93/EU"),
        ("el", "ST 12862/19", "ST 12862/19"),
    ],
)
def test_an_act_is_named_in_a_language(language: str, reference: str, named: str) -> None:
    parsed = parse_reference(reference)
    assert parsed is not None
    scopes = {scope: printed for printed, (scope, _) in SCOPES[language].items()}
    assert act_name(parsed, QUOTATIONS[language], scopes) == named
