import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents import references
from delegate_desk.core.documents.references import (
    ACTS,
    COMMISSION_SERIES,
    COUNCIL_SERIES,
    Reference,
    Suffix,
    full_year,
)

_SUFFIXES = st.lists(
    st.builds(Suffix, st.sampled_from(["ADD", "COR", "DCL", "EXT"]), st.integers(1, 99)), max_size=2
).map(tuple)
_COUNCIL = st.builds(
    Reference,
    st.sampled_from(COUNCIL_SERIES),
    st.integers(1, 99_999),
    st.integers(1990, 2029),
    st.integers(0, 20),
    _SUFFIXES,
)
_COMMISSION = st.builds(
    Reference, st.sampled_from(COMMISSION_SERIES), st.integers(1, 99_999), st.integers(1990, 2029), final=st.booleans()
)
_NEW_ACTS = st.builds(
    Reference,
    st.sampled_from(ACTS),
    st.integers(1, 9_999),
    st.integers(2015, 2029),
    scope=st.sampled_from(["EU", "Euratom", "CFSP"]),
)
_OLD_ACTS = st.builds(
    Reference,
    st.sampled_from(ACTS),
    st.integers(1, 999),
    st.integers(1958, 2014),
    scope=st.sampled_from(["EU", "EC", "EEC", "JHA"]),
).filter(lambda reference: (reference.series, reference.scope) != ("Regulation", "JHA"))


@given(st.one_of(_COUNCIL, _COMMISSION, _NEW_ACTS, _OLD_ACTS))
def test_what_is_printed_is_read_again(reference: Reference) -> None:
    assert references.parse_reference(str(reference)) == reference


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("12862/19", "ST 12862/19"),
        ("ST 12862/19", "ST 12862/19"),
        ("st12862.el19", "ST 12862/19"),
        ("st12862.el19.pdf", "ST 12862/19"),
        ("ST-12862-2019-INIT", "ST 12862/19"),
        ("ST-12862-2019-INIT_el.txt", "ST 12862/19"),
        ("ST\xa012862/19", "ST 12862/19"),
        ("12862/1/19", "ST 12862/1/19 REV 1"),
        ("12862/19 REV 1", "ST 12862/1/19 REV 1"),
        ("12862/1/19 REV 1", "ST 12862/1/19 REV 1"),
        ("12862/19 REV1", "ST 12862/1/19 REV 1"),
        ("10729/4/16 REV 4 ADD 1", "ST 10729/4/16 REV 4 ADD 1"),
        ("XT 21016/17 ADD 1 REV 2", "XT 21016/17 ADD 1 REV 2"),
        ("st16120-ad03.en04.pdf", "ST 16120/04 ADD 3"),
        ("12326/19 COR 1", "ST 12326/19 COR 1"),
        ("2016/19 COR 1", "ST 2016/19 COR 1"),
        ("ECLI:EU:C:2014:238", "ECLI:EU:C:2014:238"),
        ("11432/07 DCL 1", "ST 11432/07 DCL 1"),
        ("PE-43-2024-INIT_en.pdf", "PE-CONS 43/24"),
        ("PE-24-2024-REV-1", "PE-CONS 24/1/24 REV 1"),
        ("wk 529/23", "WK 529/2023"),
        ("WK 529/2023 REV 1", "WK 529/2023 REV 1"),
        ("CIG 1/1/07 REV 1", "CIG 1/1/07 REV 1"),
        ("COM (2015) 185 final", "COM(2015) 185 final"),
        ("COM/2016/0871", "COM(2016) 871"),
        ("KOM(2009) 66 endg.", "COM(2009) 66 final"),
        ("Regulation (EEC) No 1612/68", "Regulation (EEC) No 1612/68"),
        ("Regulation (EC) No 1967/2006", "Regulation (EC) No 1967/2006"),
        ("Regulation (EU) 2016/2031", "Regulation (EU) 2016/2031"),
    ],
)
def test_a_reference_is_forgiving(typed: str, printed: str) -> None:
    assert str(references.parse_reference(typed)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "", "12862", "8/10/2019", "2012/0011(COD)", "2011/93/ΕΕ", "notes.txt", "19/12862", "para_7",
        "2024/1991", "2025/2031", "2024/19", "1234/2007", "575/2013", "C/2024/883",  # an act's number alone
    ],
)  # fmt: skip
def test_what_is_no_reference_is_none(text: str) -> None:
    assert references.parse_reference(text) is None


@pytest.mark.parametrize("text", ["12862/2019", "9798/2015"])
def test_a_number_beyond_any_acts_may_have_its_whole_year(text: str) -> None:
    reference = references.parse_reference(text)
    assert reference
    assert reference.is_council


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    references.parse_reference(text)


def test_a_family_shares_series_number_and_year() -> None:
    names = ("12862/19", "12862/1/19 REV 1", "12862/19 ADD 2", "12862/19 COR 1")
    assert len({reference.family for name in names if (reference := references.parse_reference(name))}) == 1


@pytest.mark.parametrize(("digits", "year"), [("19", 2019), ("30", 2030), ("31", 1931), ("98", 1998), ("2004", 2004)])
def test_two_digits_name_a_year(digits: str, year: int) -> None:
    assert full_year(digits) == year


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Regulation (EU) 2016/679", "2016/679 (EU)"),
        ("Regulation (EC) No 1234/2007", "1234/2007 (EC)"),
        ("Directive 2011/93/EU", "2011/93/EU"),
        ("Framework Decision 2002/584/JHA", "2002/584/JHA"),
        ("COM(2022) 209 final", "COM(2022) 209 final"),
        ("ST 12862/19", "ST 12862/19"),
    ],
)
def test_the_short_form_of_an_act_begins_with_its_number(printed: str, short: str) -> None:
    reference = references.parse_reference(printed)
    assert reference is not None
    assert reference.short == short
