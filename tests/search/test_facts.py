import pytest

from delegate_desk.search.facts import facts, field_names, read
from entries import ENGLISH, GREEK, note, paragraph

GREEK_FACTS = facts(paragraph("", "para_7__point_6"))
ENGLISH_FACTS = facts(paragraph("", "annex_1__art_5__para_2__point_1", header=ENGLISH))
NOTE_FACTS = facts(note("", tags=("Προσωπικά δεδομένα",), annotation_kind="red_line", delegations=("EL",)))


def holds(field: str, value: str, known: set[str]) -> bool:
    """Whether a field with a value selects an entry with these facts."""
    reading = read(field, value)
    assert reading is not None
    if reading.first or reading.last:
        (day,) = (int(fact.removeprefix("date ")) for fact in known if fact.startswith("date "))
        return (reading.first or 0) <= day <= (reading.last or 99_999_999)
    return any(known >= set(terms) for terms in reading.terms)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ref", "12862/19"), ("ref", "ST 12862/19"), ("ref", "st12862.el19"), ("ref", "ST-12862-2019-INIT"),
        ("ref", "12862"), ("ref", "12862/19."),
        ("code", "ENFOPOL"), ("code", "enfopol"), ("code", "ENFOPOL 434"), ("code", "JAI"),
        ("type", "outcome_of_proceedings"), ("type", "Outcome of proceedings"), ("type", "αποτελέσματα των εργασιών"),
        ("lang", "el"), ("lang", "EL"), ("lang", "gr"), ("lang", "Greek"),
        ("from", "presidency"), ("from", "Προεδρία"), ("from", "προεδρια"),
        ("marking", "none"), ("in", "text"), ("in", "text|notes"), ("lang", "fr|el"), ("kind", "paragraph"),
        ("after", "2019"), ("after", "2019-10"), ("after", "10/2019"), ("after", "8.10.2019"), ("after", "2019-10-08"),
        ("before", "2020"), ("before", "2019-11"), ("before", "11/2019"), ("before", "9/10/2019"),
        ("before", "2019-10-09"),
    ],
)  # fmt: skip
def test_a_field_selects(field: str, value: str) -> None:
    assert holds(field, value, GREEK_FACTS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ref", "12862/18"), ("ref", "12862/1/19"), ("ref", "WK 12862/19"), ("ref", "1286"), ("ref", "12862/19 ADD 1"),
        ("code", "FISC"), ("code", "ENFO"), ("code", "ENFOPOL 43"), ("type", "note"), ("lang", "fr"),
        ("from", "commission"),
        ("marking", "limite"), ("in", "notes"), ("kind", "question"), ("tag", "data"), ("delegation", "DE"),
        ("after", "2020"), ("after", "9.10.2019"), ("before", "2019"), ("before", "8.10.2019"), ("art", "5"),
    ],
)  # fmt: skip
def test_a_field_leaves_out(field: str, value: str) -> None:
    assert not holds(field, value, GREEK_FACTS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ref", "7001/26"), ("ref", "7001/1/26"), ("ref", "7001/1/26 REV 1"), ("ref", "7001/26 REV 1"),
        ("file", "2022/0155"), ("file", "2022/155"), ("file", "2022/0155(COD)"), ("file", "2022/0155 (COD)"),
        ("marking", "LIMITE"), ("from", "gsc"), ("from", "general secretariat"), ("from", "council"),
        ("art", "5"), ("art", "5(2)"), ("art", "5(2)(a)"), ("art", "5.2"), ("art", "5 2 a"),
    ],
)  # fmt: skip
def test_a_field_selects_of_an_act(field: str, value: str) -> None:
    assert holds(field, value, ENGLISH_FACTS)


@pytest.mark.parametrize(
    ("field", "value"),
    [("ref", "7001/2/26"), ("art", "5a"), ("art", "5(3)"), ("art", "2"), ("recital", "5"), ("file", "2022/0156")],
)
def test_a_field_leaves_out_of_an_act(field: str, value: str) -> None:
    assert not holds(field, value, ENGLISH_FACTS)


def test_a_revision_is_not_its_family() -> None:
    revised = facts(paragraph("", header=ENGLISH))
    assert holds("ref", "7001/26", revised)
    assert not holds("ref", "7001/2/26", revised)


def test_notes_have_facts_of_their_own() -> None:
    for field, value in (("in", "notes"), ("kind", "red line"), ("kind", "red_line"), ("tag", "ΠΡΟΣΩΠΙΚΑ ΔΕΔΟΜΕΝΑ")):
        assert holds(field, value, NOTE_FACTS)
    assert holds("kind", "annotation", NOTE_FACTS)
    assert holds("delegation", "GR", NOTE_FACTS)
    assert holds("lang", GREEK.language, NOTE_FACTS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ref", "abc"), ("ref", ""), ("after", "yesterday"), ("after", "2019-13"), ("before", "31.2.2019"),
        ("after", "0000"),
        ("in", "nowhere"), ("in", "notes|nowhere"), ("art", "x"), ("art", "5(((("), ("lang", "-"), ("tag", " "),
        ("code", "*"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_not_read(field: str, value: str) -> None:
    assert read(field, value) is None


def test_a_star_asks_for_what_begins_so() -> None:
    reading = read("code", "ENF*")
    assert reading is not None
    assert (reading.terms, reading.prefix) == ((("code enf",),), True)


def test_fields_are_known_by_their_english_names() -> None:
    names = "ref code type lang from after before file marking in kind tag delegation art recital".split()
    assert set(names) <= set(field_names())
    assert set(field_names().values()) == set(names)
