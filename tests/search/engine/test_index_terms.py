import datetime
from dataclasses import replace

import pytest

from delegate_desk.core.documents.references import parse_reference
from delegate_desk.search.engine.index_terms import FIELDS, facts, field_names, operators
from delegate_desk.search.query.field_values import known_values, read
from support.index_entries import ENGLISH, GREEK, note, paragraph

GREEK_FACTS = facts(paragraph("", "para_7__point_6"))
ENGLISH_FACTS = facts(paragraph("", "annex_1__art_5__para_2__point_1", header=ENGLISH))
TODAY = datetime.date(2019, 11, 25)
NOTE_FACTS = facts(note("", tags=("Προσωπικά δεδομένα",), annotation_kind="red_line", delegations=("EL",)))


def begun(start: str, held: set[str]) -> bool:
    return any(fact.startswith(start) for fact in held)


def holds(field: str, value: str, held: set[str], language: str = "en") -> bool:
    """True if a field with a value selects an entry with these facts."""
    readings = read(field, value, language, TODAY)
    assert readings
    (day,) = (int(fact.removeprefix("date ")) for fact in held if fact.startswith("date "))
    return any(
        any(held >= set(terms) or (reading.prefix and begun(terms[-1], held)) for terms in reading.terms)
        or (not reading.terms and (reading.first or 0) <= day <= (reading.last or 99_999_999))
        for reading in readings
    )


HELD = {"paper": GREEK_FACTS, "act": ENGLISH_FACTS, "note": NOTE_FACTS}
SELECTED = {
    "paper": [
        ("ref", "12862/19"), ("ref", "ST 12862/19"), ("ref", "st12862.el19"), ("ref", "ST-12862-2019-INIT"),
        ("ref", "12862"), ("ref", "12862/19."),
        ("code", "ENFOPOL"), ("code", "enfopol"), ("code", "ENFOPOL 434"), ("code", "JAI"),
        ("type", "outcome_of_proceedings"), ("type", "Outcome of proceedings"), ("type", "αποτελέσματα των εργασιών"),
        ("lang", "el"), ("lang", "EL"), ("lang", "gr"), ("lang", "Greek"),
        ("from", "presidency"), ("from", "Προεδρία"), ("from", "προεδρια"),
        ("marking", "none"), ("in", "text"), ("in", "text|notes"), ("kind", "paragraph"),
        ("lang", "fr|el"), ("lang", "fr,el"), ("code", "FISC, JAI"),
        ("after", "2019"), ("after", "2019-10"), ("after", "10/2019"), ("after", "8.10.2019"), ("after", "2019-10-08"),
        ("before", "2020"), ("before", "2019-11"), ("before", "11/2019"), ("before", "9/10/2019"),
        ("before", "2019-10-09"),
        ("after", "last month"), ("after", "8 October 2019"), ("date", "Οκτωβρίου 2019"), ("date", "last month"),
        ("date", "2019-06..2019-12"), ("date", "2019.."), ("date", "..2019"), ("date", "2018|2019"), ("year", "2019"),
        ("year", "2018|2019"), ("year", "2018..2020"), ("year", "this year"), ("year", "1900..2100"),
        ("year", "none|2019"), ("year", "2019.."), ("from", "Vorsitz"), ("code", "FISC|ENFO*"), ("type", "Outcome*"),
        ("marking", "limite|none"), ("marking", "NONE"),
    ],
    "act": [
        ("ref", "7001/26"), ("ref", "7001/1/26"), ("ref", "7001/1/26 REV 1"), ("ref", "7001/26 REV 1"),
        ("file", "2022/0155"), ("file", "2022/155"), ("file", "2022/0155(COD)"), ("file", "2022/0155 (COD)"),
        ("marking", "LIMITE"), ("from", "gsc"), ("from", "general secretariat"), ("from", "council"),
        ("art", "5"), ("art", "5(2)"), ("art", "5(2)(a)"), ("art", "5.2"), ("art", "5 2 a"),
    ],
    "note": [
        ("in", "notes"), ("kind", "red line"), ("kind", "red_line"), ("tag", "ΠΡΟΣΩΠΙΚΑ ΔΕΔΟΜΕΝΑ"),
        ("kind", "annotation"), ("delegation", "GR"), ("delegation", "gr"), ("delegation", "Greece"),
        ("lang", GREEK.language),
    ],
}  # fmt: skip
LEFT_OUT = {
    "paper": [
        ("ref", "12862/18"), ("ref", "12862/1/19"), ("ref", "WK 12862/19"), ("ref", "1286"), ("ref", "12862/19 ADD 1"),
        ("code", "FISC"), ("code", "ENFO"), ("code", "ENFOPOL 43"), ("type", "note"), ("lang", "fr"),
        ("from", "commission"),
        ("marking", "limite"), ("in", "notes"), ("kind", "question"), ("tag", "data"), ("delegation", "DE"),
        ("after", "2020"), ("after", "9.10.2019"), ("before", "2019"), ("before", "8.10.2019"), ("art", "5"),
        ("date", "2019-09"), ("date", "2020.."), ("date", "..2018"), ("date", "2018|2020"), ("year", "2020"),
        ("year", "last year"), ("year", "2020..2021"), ("year", "2020.."), ("code", "FISC|ENFO"), ("date", "yesterday"),
    ],
    "act": [
        ("ref", "7001/2/26"), ("art", "5a"), ("art", "5(3)"), ("art", "2"), ("recital", "5"), ("file", "2022/0156"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "field", "value"), [(entry, *asked) for entry, some in SELECTED.items() for asked in some]
)
def test_a_field_selects(entry: str, field: str, value: str) -> None:
    assert holds(field, value, HELD[entry])


@pytest.mark.parametrize(
    ("entry", "field", "value"), [(entry, *asked) for entry, some in LEFT_OUT.items() for asked in some]
)
def test_a_field_leaves_out(entry: str, field: str, value: str) -> None:
    assert not holds(field, value, HELD[entry])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ref", "abc"), ("ref", ""), ("after", "the day before"), ("after", "2019-13"), ("before", "31.2.2019"),
        ("after", "0000"), ("after", "2018..2019"), ("date", ".."), ("date", "2020..2019"), ("year", "2019-06"),
        ("year", "last month"), ("lang", "xx"), ("lang", "e"), ("lang", "ελληνικά"), ("kind", "quest"),
        ("delegation", "US"), ("file", "abc"), ("file", "155"),
        ("in", "nowhere"), ("in", "notes|nowhere"), ("art", "x"), ("art", "5(((("), ("lang", "-"), ("tag", " "),
        ("code", "*"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_not_read(field: str, value: str) -> None:
    assert read(field, value) == []


@pytest.mark.parametrize(
    ("language", "field", "value"),
    [
        ("el", "lang", "ελληνικά"), ("el", "lang", "ΕΛΛΗΝΙΚΑ"), ("el", "lang", "greek"), ("fr", "lang", "grec"),
        ("el", "in", "κείμενο"), ("fr", "in", "texte"), ("el", "marking", "καμία"), ("fr", "marking", "aucune"),
        ("fr", "from", "la présidence"), ("fr", "type", "résultats des travaux"), ("el", "year", "φέτος"),
        ("fr", "after", "le mois dernier"),
        ("el", "kind", "κόκκινη γραμμή"), ("fr", "kind", "ligne rouge"), ("fr", "kind", "red line"),
        ("el", "delegation", "Ελλάδα"), ("fr", "delegation", "Grèce"),
    ],
)  # fmt: skip
def test_a_value_may_have_its_name_in_the_language_of_the_window(language: str, field: str, value: str) -> None:
    assert holds(field, value, NOTE_FACTS if field in ("kind", "delegation") else GREEK_FACTS, language)


def test_a_star_asks_for_what_begins_so() -> None:
    (reading,) = read("code", "ENF*")
    assert (reading.terms, reading.prefix, reading.values) == ((("code enf",),), True, ("ENF*",))


def test_values_are_named_as_the_facets_name_them() -> None:
    named = {
        ("lang", "Greek|gr|fr"): ("el", "fr"), ("year", "2018..2020"): ("2018", "2019", "2020"),
        ("type", "Cover Note"): ("cover_note",), ("code", "enfopol"): ("ENFOPOL",), ("marking", "limite"): ("LIMITE",),
        ("in", "notes|text"): ("annotation", "paragraph"), ("kind", "red line"): ("red_line",),
        ("type", "Δήλωση"): ("declaration", "statement"),
    }  # fmt: skip
    assert {asked: read(*asked)[0].values for asked in named} == named


def test_beginnings_and_whole_values_are_read_apart() -> None:
    assert [(reading.terms, reading.prefix) for reading in read("code", "ENF*|FISC")] == [
        ((("code fisc",),), False),
        ((("code enf",),), True),
    ]


def test_fields_are_known_by_their_english_names_in_every_language() -> None:
    names = (
        "ref code type lang from after before file marking in kind tag delegation art recital column year date".split()
    )
    assert set(names) == set(FIELDS)
    for language in ("en", "el", "fr", "de"):
        assert set(names) <= set(field_names(language))
        assert set(field_names(language).values()) == set(names)


def test_names_in_another_language_count_only_in_its_window() -> None:
    assert field_names("el")["γλωσσα"] == field_names("fr")["langue"] == "lang"
    assert "γλωσσα" not in {**field_names("en"), **field_names("fr")}
    assert (operators("el")["ΚΑΙ"], operators("el")["Ή"], operators("el")["AND"]) == ("AND", "OR", "AND")
    assert "ET" not in operators("el")


@pytest.mark.parametrize("language", ["en", "el", "fr"])
@pytest.mark.parametrize("field", FIELDS)
def test_every_value_offered_is_a_value(field: str, language: str) -> None:
    assert all(read(field, value, language) for value in known_values(field, language))


def test_small_numbers_without_their_series_are_of_any_series() -> None:
    header = replace(ENGLISH, reference=parse_reference("PE-CONS 43/24"))
    found = facts(replace(paragraph("", "para_1"), header=header))
    for typed, is_of_it in [("43/24", True), ("43/2024", True), ("43/23", False), ("44/24", False)]:
        (reading,) = read("ref", typed)
        assert (set(reading.terms[0]) <= found) is is_of_it


def of(reference: str) -> set[str]:
    return facts(replace(paragraph("", "art_1"), header=replace(ENGLISH, reference=parse_reference(reference))))


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("2016/679", "Regulation (EU) 2016/679"), ("(EU) 2016/679", "Regulation (EU) 2016/679"),
        ("(ΕΕ) 2016/679", "Regulation (EU) 2016/679"), ("679/2016", "Regulation (EU) 2016/679"),
        ("Regulation (EU) 2016/679", "Regulation (EU) 2016/679"), ("2016/679/EU", "Regulation (EU) 2016/679"),
        ("Κανονισμός (ΕΕ) 2016/679", "Regulation (EU) 2016/679"),
        ("(EU) 2016/679 rendelet", "Regulation (EU) 2016/679"),
        ("(UE, Euratom) 2018/1046", "Regulation (EU) 2018/1046"), ("2024/1991", "Regulation (EU) 2024/1991"),
        ("2019/2088", "Regulation (EU) 2019/2088"), ("2016/19", "Decision (EU) 2016/19"),
        ("Durchführungsverordnung (EU) 2023/1", "Regulation (EU) 2023/1"),
        ("1234/2007", "Regulation (EC) No 1234/2007"), ("No 1234/2007", "Regulation (EC) No 1234/2007"),
        ("(EC) No 1234/2007", "Regulation (EC) No 1234/2007"), ("(CE) n° 1234/2007", "Regulation (EC) No 1234/2007"),
        ("(EG) Nr. 1234/2007", "Regulation (EC) No 1234/2007"), ("αριθ. 1234/2007", "Regulation (EC) No 1234/2007"),
        ("1234/2007/EC", "Regulation (EC) No 1234/2007"), ("1/2003", "Regulation (EC) No 1/2003"),
        ("1408/71", "Regulation (EEC) No 1408/71"), ("(EEC) No 2913/92", "Regulation (EEC) No 2913/92"),
        ("2011/93/EU", "Directive 2011/93/EU"), ("2011/93", "Directive 2011/93/EU"),
        ("95/46/EC", "Directive 95/46/EC"), ("95/46/ΕΚ", "Directive 95/46/EC"), ("95/46", "Directive 95/46/EC"),
        ("Οδηγία 95/46/ΕΚ", "Directive 95/46/EC"), ("79/409/CEE", "Directive 79/409/EEC"),
        ("2002/584/JHA", "Framework Decision 2002/584/JHA"), ("2002/584", "Framework Decision 2002/584/JHA"),
        ("Rahmenbeschluss 2002/584/JI", "Framework Decision 2002/584/JHA"),
        ("2014/145/CFSP", "Decision 2014/145/CFSP"), ("(ΚΕΠΠΑ) 2022/266", "Decision (CFSP) 2022/266"),
    ],
)  # fmt: skip
def test_an_act_is_selected_by_its_number(typed: str, reference: str) -> None:
    assert holds("ref", typed, of(reference))


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("2016/680", "Regulation (EU) 2016/679"), ("2017/679", "Regulation (EU) 2016/679"),
        ("2016/67", "Regulation (EU) 2016/679"),
        ("Directive (EU) 2016/679", "Regulation (EU) 2016/679"), ("(CFSP) 2016/679", "Regulation (EU) 2016/679"),
        ("2016/679", "ST 679/16"), ("2016/679", "ST 2016/16"), ("(EC) No 1234/2007", "ST 1234/07"),
        ("2016/679/EU", "ST 679/16"),
        ("1234/19", "Regulation (EU) 2019/1234"), ("1234/07", "Regulation (EC) No 1234/2007"),
        ("2011/93/CFSP", "Directive 2011/93/EU"),
        ("12862/19", "Regulation (EU) 2019/2862"), ("ST 1234/2007", "Regulation (EC) No 1234/2007"),
    ],
)  # fmt: skip
def test_another_number_leaves_an_act_out(typed: str, reference: str) -> None:
    assert not any(set(terms) <= of(reference) for reading in read("ref", typed) for terms in reading.terms)


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("1234/19", "ST 1234/19"), ("1234/19", "ST 1234/2/19 REV 2"), ("1234/2007", "ST 1234/07"),
        ("2016/19", "ST 2016/19"),
        ("2016/19", "ST 2016/1/19 REV 1 ADD 2"), ("12862/2019", "ST 12862/19"), ("10246/97", "ST 10246/97"),
    ],
)  # fmt: skip
def test_a_number_that_a_document_of_the_council_may_have_is_its_too(typed: str, reference: str) -> None:
    assert holds("ref", typed, of(reference))
