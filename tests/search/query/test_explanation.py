import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.engine.index_terms import FIELDS
from delegate_desk.search.query.field_values import known_values
from delegate_desk.search.query.query import parse

TODAY = datetime.date(2026, 11, 25)


def said(typed: str, language: str = "en") -> str:
    return parse(typed, language=language, today=TODAY).parsed.description


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("a NEAR/5 b NEAR/1 c", "“a” within 5 words of “b” and “b” next to “c”"),
        ('"a b"~', "the phrase “a b” in all word forms"),
        ("k?t", "words matching “k?t”"),
        ("fox~2", "words differing from “fox” by two letters"),
        ("lang:el|fr|de", "in Greek or French or German"),
        ("-lang:el", "not in Greek"),
        ("type:note|outcome_of_proceedings", "of type “Note” or “Outcome of proceedings”"),
        ("type:something_else", "of type “Something else”"),
        ("ref:12862/19", "ST 12862/19 with its revisions"),
        ("ref:12862/1/19", "the document ST 12862/1/19 REV 1"),
        ("ref:12862", "a document numbered 12862"),
        ("ref:2016/679", "an act numbered 2016/679"),
        ("ref:95/46/EC", "an act numbered 95/46/EC"),
        ("ref:(EC) No 1234/2007", "an act numbered (EC) No 1234/2007"),
        ("ref:1234/2007", "the document ST 1234/07 or an act numbered 1234/2007"),
        ("ref:Regulation (EU) 2016/679", "the document Regulation (EU) 2016/679"),
        ("code:ENFOPOL|JAI", "with subject code ENFOPOL or JAI"),
        ("from:presidency", "from “presidency”"),
        ("in:notes|text", "in notes or the text"),
        ("kind:red_line", "of kind “red line”"),
        ("marking:limite", "marked LIMITE"),
        ("marking:none", "without a marking"),
        ("marking:public", "made public"),
        ("tag:data", "tagged “data”"),
        ("delegation:GR|COM", "of the delegation of Greece or COM"),
        ("art:5(2)", "in Article 5(2)"),
        ("recital:12", "in recital 12"),
        ("file:2022/0155", "of file 2022/0155"),
        ("after:2019-06", "from June 2019 on"),
        ("before:2020", "before 2020"),
        ("date:8.10.2019", "on 8 October 2019"),
        ("date:2019-06..2019-09", "from June 2019 to September 2019"),
        ("date:..2019", "up to 2019"),
        ("date:2019..", "from 2019 on"),
        ("year:2019", "in 2019"),
        ("year:2018|2020", "in 2018 or in 2020"),
        ("after:last month", "from last month (October 2026) on"),
        ("date:last week", "last week (16 November 2026 to 22 November 2026)"),
        ("date:last 7 days", "last 7 days (18 November 2026 to 25 November 2026)"),
        ("date:last november", "last November (November 2025)"),
    ],
)  # fmt: skip
def test_a_query_is_said_in_english(typed: str, understood: str) -> None:
    assert said(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("α ΚΑΙ β Ή γ", "(«α» και «β») ή «γ»"),
        ('ΟΧΙ "α β"', "όχι η φράση «α β»"),
        ("γλώσσα:ελληνικά", "στα ελληνικά"),
        ("μετά:2019-06 πριν:2020", "από τον Ιούνιο του 2019 και μετά και πριν από το 2020"),
        ("ημερομηνία:1.10.2019", "στην 1η Οκτωβρίου 2019"),
        ("ημερομηνία:8.10.2019..9.10.2019", "από τις 8 Οκτωβρίου 2019 έως τις 9 Οκτωβρίου 2019"),
        ("ημερομηνία:πέρυσι", "πέρυσι (το 2025)"),
        ("στο:σημειώσεις", "στις σημειώσεις"),
        ("είδος:ερώτηση", "είδους «ερώτηση»"),
        ("τύπος:note", "τύπου «Σημείωμα»"),
        ("αντιπροσωπία:EL", "της αντιπροσωπίας της Ελλάδας"),
        ("", "τίποτα προς αναζήτηση"),
    ],
)
def test_a_query_is_said_in_greek(typed: str, understood: str) -> None:
    assert said(typed, "el") == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("a ET b OU c", "(« a » et « b ») ou « c »"),
        ("SAUF «a b»", "sauf l’expression « a b »"),
        ("langue:grec|français", "en grec ou français"),
        ("après:8.10.2019 avant:2020-08", "depuis le 8 octobre 2019 et avant août 2020"),
        ("date:1.10.2019", "le 1er octobre 2019"),
        ("date:2019-10", "en octobre 2019"),
        ("date:le mois dernier", "le mois dernier (octobre 2026)"),
        ("dans:notes", "dans les notes"),
        ("type:outcome_of_proceedings", "type « Résultats des travaux »"),
        ("délégation:EL de:présidence", "délégation de la Grèce et origine « présidence »"),
        ("article:5 étiquette:quotas", "article 5 et étiquette « quotas »"),
        ("date:..2020-08-03", "au plus tard le 3 août 2020"),
    ],
)
def test_a_query_is_said_in_french(typed: str, understood: str) -> None:
    assert said(typed, "fr").replace("\u00a0", " ") == understood


def test_another_language_is_told_in_english() -> None:
    assert said("lang:el a", "bg") == "in Greek and “a”"


def test_hints_are_in_the_language_of_the_window_and_name_what_counts_there() -> None:
    assert parse("γλωσα:el", language="el").parsed.hints == ("Δεν υπάρχει πεδίο «γλωσα»· μήπως εννοείτε «γλώσσα:»;",)
    (hint,) = parse("langue:greec", language="fr").parsed.hints
    assert "grec" in hint


def test_what_is_long_is_cut_in_a_hint() -> None:
    (hint,) = parse(f"lang:{'x' * 500}").parsed.hints
    assert len(hint) < 120


VALUES = [(field, value) for field in FIELDS for value in known_values(field)]


OTHERS = [("ref", "1/19"), ("code", "A"), ("tag", "t"), ("art", "5"), ("recital", "1"), ("file", "2022/1")]


@given(st.sampled_from(VALUES + OTHERS))
def test_every_field_is_said_in_every_language(asked: tuple[str, str]) -> None:
    field, value = asked
    for language in ("en", "el", "fr"):
        words = said(f'{field}:"{value}" -{field}:"{value}"', language)
        assert words
        assert "{" not in words
