import pytest

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing import vocabulary
from support.outlines import addresses_of, units_of

LANGUAGES = vocabulary.languages()


def _first(key: str, language: str, *, small: bool = True) -> str:
    word = vocabulary.formulas(key, language)[0]
    return word.lower() if small else word.upper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preamble_has_the_same_addresses_in_every_language(language: str) -> None:
    citation = _first("citation", language)
    lines = [
        "XXX YYY ZZZ,", f"{citation} xxx,", f"{citation} yyy,", "xxx yyy zzz,",
        f"{_first('recitals_intro', language)}:",
        "(1) Xxx.", "(2) Yyy:", "a) xxx;", "b) yyy.", f"{_first('enacting_formula', language, small=False)} XXX:",
        vocabulary.terms("article_pattern", language)[-1].replace("{n}", "1"), "Xxx yyy", "1. Xxx.", "2. Yyy.",
    ]  # fmt: skip
    assert addresses_of(lines, language) == [
        "p_1", "cit_1", "cit_2", "cit_3", "p_2", "rec_1", "rec_2", "rec_2__point_1", "rec_2__point_2", "p_3", "art_1",
        "art_1__para_1", "art_1__para_2",
    ]  # fmt: skip


def test_recitals_may_be_listed_by_capitals() -> None:
    units = units_of(["Having regard to the Treaty,", "A. whereas ports are loud;", "B. whereas residents complain;"])
    assert [(str(unit.address), unit.label) for unit in units] == [("cit_1", ""), ("rec_1", "A."), ("rec_2", "B.")]


@pytest.mark.parametrize(
    "line", ["Having regard to the late hour the Chair closed the meeting.", "Whereas ports are loud, islands are not."]
)
def test_running_text_that_begins_like_a_formula_is_none(line: str) -> None:
    units = units_of(["The meeting was long.", line, "Nothing was decided."])
    assert {unit.kind for unit in units} == {Kind.TEXT}


@pytest.mark.parametrize(
    ("language", "maker", "citation"),
    [
        ("de", "DER RAT DER EUROPÄISCHEN UNION —", "gestützt auf den Vertrag,"),
        ("da", "RÅDET FOR DEN EUROPÆISKE UNION HAR —", "under henvisning til traktaten,"),
        ("sl", "SVET EVROPSKE UNIJE JE –", "ob upoštevanju Pogodbe,"),
        ("sv", "EUROPEISKA UNIONENS RÅD HAR ANTAGIT DETTA DIREKTIV", "med beaktande av fördraget,"),
        ("ga", "TÁ COMHAIRLE AN AONTAIS EORPAIGH,", "Ag féachaint don Chonradh,"),
    ],
)
def test_who_made_an_act_is_no_part_of_its_title(language: str, maker: str, citation: str) -> None:
    lines = ["XXX YYY (EU) 2026/1", "xxx", maker, citation, citation.replace(",", " xxx,")]
    assert addresses_of(lines, language)[-3:] == ["p_1", "cit_1", "cit_2"]


def test_an_act_that_a_note_sends_stands_in_its_annex() -> None:
    lines = [
        "ANNEX", "Proposal for a", "REGULATION OF THE COUNCIL", "on quiet hours", "THE COUNCIL OF THE EUROPEAN UNION,",
        "Having regard to the Treaty,", "Whereas:", "(1) Ports are loud.", "HAS ADOPTED THIS REGULATION:", "Article 1",
        "Text.",
    ]  # fmt: skip
    found = addresses_of(lines)
    assert found[0] == "annex_1"
    assert all(address.startswith("annex_1__") for address in found[1:])
    assert {"annex_1__cit_1", "annex_1__rec_1", "annex_1__art_1"} <= set(found)
