import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.query import date_values

TODAY = datetime.date(2026, 11, 25)
"""A Wednesday."""


def span(typed: str) -> tuple[str, str] | None:
    found = date_values.read(typed, TODAY)
    return (str(found.start.first) if found.start else "", str(found.end.last) if found.end else "") if found else None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-06", "2019-06-01", "2019-06-30"), ("06/2019", "2019-06-01", "2019-06-30"),
        ("6.2019", "2019-06-01", "2019-06-30"), ("2019/06", "2019-06-01", "2019-06-30"),
        ("June 2019", "2019-06-01", "2019-06-30"), ("Ιουνίου 2019", "2019-06-01", "2019-06-30"),
        ("τον Ιούνιο του 2019", "2019-06-01", "2019-06-30"), ("juin 2019", "2019-06-01", "2019-06-30"),
        ("de juin 2019", "2019-06-01", "2019-06-30"), ("févr. 2020", "2020-02-01", "2020-02-29"),
        *((typed, "2019-10-08", "2019-10-08") for typed in (
            "8.10.2019", "8/10/2019", "08-10-2019", "2019-10-08", "2019/10/8", "8.10.19", "8.10.2019.",
            "8 October 2019", "8th October 2019", "October 8, 2019", "Oct 8 2019", "the 8th of October 2019",
            "8 Οκτωβρίου 2019", "8η Οκτωβρίου 2019", "της 8ης Οκτωβρίου 2019", "8 ΟΚΤΩΒΡΙΟΥ 2019", "8 Οκτ. 2019",
            "8 octobre 2019", "le 8 octobre 2019", "8 oct. 2019",
        )),
        ("1er octobre 2019", "2019-10-01", "2019-10-01"),
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form(typed: str, first: str, last: str) -> None:
    assert span(typed) == (first, last)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("today", "2026-11-25", "2026-11-25"), ("σήμερα", "2026-11-25", "2026-11-25"),
        ("aujourd’hui", "2026-11-25", "2026-11-25"),
        ("yesterday", "2026-11-24", "2026-11-24"), ("χτες", "2026-11-24", "2026-11-24"),
        ("this week", "2026-11-23", "2026-11-29"), ("last week", "2026-11-16", "2026-11-22"),
        ("την περασμένη εβδομάδα", "2026-11-16", "2026-11-22"), ("la semaine dernière", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"), ("Last-Month", "2026-10-01", "2026-10-31"),
        ("τον προηγούμενο μήνα", "2026-10-01", "2026-10-31"), ("le mois dernier", "2026-10-01", "2026-10-31"),
        ("this year", "2026-01-01", "2026-12-31"), ("πέρυσι", "2025-01-01", "2025-12-31"),
        ("l'année dernière", "2025-01-01", "2025-12-31"),
        ("last 30 days", "2026-10-26", "2026-11-25"), ("last 2 weeks", "2026-11-11", "2026-11-25"),
        ("last 9 months", "2026-02-25", "2026-11-25"), ("last 2 years", "2024-11-25", "2026-11-25"),
        ("3 days ago", "2026-11-22", "2026-11-22"), ("2 weeks ago", "2026-11-11", "2026-11-11"),
        ("il y a 3 mois", "2026-08-01", "2026-08-31"), ("πριν από 2 έτη", "2024-01-01", "2024-12-31"),
        ("June", "2026-06-01", "2026-06-30"), ("December", "2025-12-01", "2025-12-31"),
        ("November", "2026-11-01", "2026-11-30"), ("last November", "2025-11-01", "2025-11-30"),
        ("novembre dernier", "2025-11-01", "2025-11-30"), ("τον περασμένο Νοέμβριο", "2025-11-01", "2025-11-30"),
    ],
)  # fmt: skip
def test_what_depends_on_today_is_read_in_three_languages(typed: str, first: str, last: str) -> None:
    assert span(typed) == (first, last)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019-06..2019-09", "2019-06-01", "2019-09-30"), ("2019-06 … 8.10.2019", "2019-06-01", "2019-10-08"),
        ("2019..", "2019-01-01", ""), ("..06/2019", "", "2019-06-30"), ("2018-2020", "2018-01-01", "2020-12-31"),
        ("2018–2020", "2018-01-01", "2020-12-31"), ("last month..today", "2026-10-01", "2026-11-25"),
        ("8 October 2019..2020", "2019-10-08", "2020-12-31"),
    ],
)  # fmt: skip
def test_a_range_may_be_open(typed: str, first: str, last: str) -> None:
    assert span(typed) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "", "..", "2019-13", "31.2.2019", "0000", "10.2019.8", "8-10/2019", "20191", "2020..2019", "last", "October 8",
        "2019 October", "8 October", "last 0 days", "last 9999 years", "99999 days ago", "8 October May 2019", "٢٠١٩",
        "12862/19",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_read(typed: str) -> None:
    assert date_values.read(typed, TODAY) is None


def test_the_last_of_a_month_stands_for_days_that_it_lacks() -> None:
    found = date_values.read("last 1 month", datetime.date(2024, 3, 31))
    assert found is not None
    assert found.start is not None
    assert str(found.start.first) == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("last month police", "last month"), ("8 October 2019 police", "8 October 2019"), ("2019 police", ""),
        ("last month..today) x", "last month..today"), ("October 2019, police", "October 2019"), ("last", ""),
        ('last "month"', ""), ("le mois dernier (a)", "le mois dernier"), ("last 30 days ago", "last 30 days"),
        ("2019 .. 2020 police", "2019 .. 2020"), (" last month", ""),
    ],
)  # fmt: skip
def test_a_date_of_several_words_needs_no_quotes(text: str, date: str) -> None:
    assert text[: date_values.extent(text, 0, TODAY)] == date


PIECES = st.sampled_from(
    [*"0123456789", "2019", "-", ".", "/", "..", " ", "last", "month", "October", "Μαΐου", "days", "8"]
)


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=20), st.dates())
def test_a_date_written_is_the_same_date(typed: str, today: datetime.date) -> None:
    found = date_values.read(typed, today)
    assert found is None or date_values.read(found.written, today) == found
