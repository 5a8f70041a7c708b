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
    ("language", "typed", "understood"),
    [
        ("en", "a NEAR/5 b NEAR/1 c", "“a” within 5 words of “b” and “b” next to “c”"),
        ("en", '"a b"~', "the phrase “a b” in all word forms"),
        ("en", "k?t", "words matching “k?t”"),
        ("en", "fox~2", "words differing from “fox” by two letters"),
        ("en", "lang:el|fr|de", "in Greek or French or German"),
        ("en", "-lang:el", "not in Greek"),
        ("en", "type:note|outcome_of_proceedings", "of type “Note” or “Outcome of proceedings”"),
        ("en", "type:something_else", "of type “Something else”"),
        ("en", "ref:12862/19", "ST 12862/19 with its revisions"),
        ("en", "ref:12862/1/19", "the document ST 12862/1/19 REV 1"),
        ("en", "ref:12862", "a document numbered 12862"),
        ("en", "ref:2016/679", "an act numbered 2016/679"),
        ("en", "ref:95/46/EC", "an act numbered 95/46/EC"),
        ("en", "ref:(EC) No 1234/2007", "an act numbered (EC) No 1234/2007"),
        ("en", "ref:1234/2007", "the document ST 1234/07 or an act numbered 1234/2007"),
        ("en", "ref:Regulation (EU) 2016/679", "the document Regulation (EU) 2016/679"),
        ("en", "code:ENFOPOL|JAI", "with subject code ENFOPOL or JAI"),
        ("en", "from:presidency", "from “presidency”"),
        ("en", "in:notes|text", "in notes or the text"),
        ("en", "kind:red_line", "of kind “red line”"),
        ("en", "marking:limite", "marked LIMITE"),
        ("en", "marking:none", "without a marking"),
        ("en", "marking:public", "made public"),
        ("en", "tag:data", "tagged “data”"),
        ("en", "delegation:GR|COM", "of the delegation of Greece or COM"),
        ("en", "art:5(2)", "in Article 5(2)"),
        ("en", "recital:12", "in recital 12"),
        ("en", "file:2022/0155", "of file 2022/0155"),
        ("en", "after:2019-06", "from June 2019 on"),
        ("en", "before:2020", "before 2020"),
        ("en", "date:8.10.2019", "on 8 October 2019"),
        ("en", "date:2019-06..2019-09", "from June 2019 to September 2019"),
        ("en", "date:..2019", "up to 2019"),
        ("en", "date:2019..", "from 2019 on"),
        ("en", "year:2019", "in 2019"),
        ("en", "year:2018|2020", "in 2018 or in 2020"),
        ("en", "after:last month", "from last month (October 2026) on"),
        ("en", "date:last week", "last week (16 November 2026 to 22 November 2026)"),
        ("en", "date:last 7 days", "last 7 days (18 November 2026 to 25 November 2026)"),
        ("en", "date:last november", "last November (November 2025)"),
        ("el", "α ΚΑΙ β Ή γ", "(«α» και «β») ή «γ»"),
        ("el", 'ΟΧΙ "α β"', "όχι η φράση «α β»"),
        ("el", "γλώσσα:ελληνικά", "στα ελληνικά"),
        ("el", "μετά:2019-06 πριν:2020", "από τον Ιούνιο του 2019 και μετά και πριν από το 2020"),
        ("el", "ημερομηνία:1.10.2019", "στην 1η Οκτωβρίου 2019"),
        ("el", "ημερομηνία:8.10.2019..9.10.2019", "από τις 8 Οκτωβρίου 2019 έως τις 9 Οκτωβρίου 2019"),
        ("el", "ημερομηνία:πέρυσι", "πέρυσι (το 2025)"),
        ("el", "στο:σημειώσεις", "στις σημειώσεις"),
        ("el", "είδος:ερώτηση", "είδους «ερώτηση»"),
        ("el", "τύπος:note", "τύπου «Σημείωμα»"),
        ("el", "αντιπροσωπία:EL", "της αντιπροσωπίας της Ελλάδας"),
        ("el", "", "τίποτα προς αναζήτηση"),
        ("fr", "a ET b OU c", "(« a » et « b ») ou « c »"),
        ("fr", "SAUF «a b»", "sauf l’expression « a b »"),
        ("fr", "langue:grec|français", "en grec ou français"),
        ("fr", "après:8.10.2019 avant:2020-08", "depuis le 8 octobre 2019 et avant août 2020"),
        ("fr", "date:1.10.2019", "le 1er octobre 2019"),
        ("fr", "date:2019-10", "en octobre 2019"),
        ("fr", "date:le mois dernier", "le mois dernier (octobre 2026)"),
        ("fr", "dans:notes", "dans les notes"),
        ("fr", "type:outcome_of_proceedings", "type « Résultats des travaux »"),
        ("fr", "délégation:EL de:présidence", "délégation de la Grèce et origine « présidence »"),
        ("fr", "article:5 étiquette:quotas", "article 5 et étiquette « quotas »"),
        ("fr", "date:..2020-08-03", "au plus tard le 3 août 2020"),
    ],
)
def test_a_query_is_said_in_the_language_of_the_window(language: str, typed: str, understood: str) -> None:
    assert said(typed, language).replace("\u00a0", " ") == understood


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
