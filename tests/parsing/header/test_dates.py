import datetime

import pytest

from delegate_desk.parsing.header import dates


@pytest.mark.parametrize(
    "line",
    [
        "Брюксел, 8 октомври 2019 г.",
        "Brusel 8. října 2019",
        "Bruxelles, den 8. oktober 2019",
        "Brüssel, den 8. Oktober 2019",
        "Βρυξέλλες, 8 Οκτωβρίου 2019",
        "Brussels, 8 October 2019",
        "Bruselas, 8 de octubre de 2019",
        "Brüssel, 8. oktoober 2019",
        "Bryssel, 8. lokakuuta 2019",
        "Bruxelles, le 8 octobre 2019",
        "An Bhruiséil, 8 Deireadh Fómhair 2019",
        "Brüsszel, 2019. október 8.",
        "Bruxelles, 8 ottobre 2019",
        "Briuselis, 2019 m. spalio 8 d.",
        "Briselē, 2019. gada 8. oktobrī",
        "Brussell, 8 ta' Ottubru 2019",
        "Brussel, 8 oktober 2019",
        "Bruksela, 8 października 2019 r.",
        "Bruxelas, 8 de outubro de 2019",
        "Bruxelles, 8 octombrie 2019",
        "V Bruseli 8. októbra 2019",
        "Bruselj, 8. oktober 2019",
        "Bryssel den 8 oktober 2019",
        "Brussels, 8.10.2019",
    ],
)
def test_a_date_is_read_in_every_language(line: str) -> None:
    assert dates.find_date(line) == datetime.date(2019, 10, 8)
    assert dates.is_place_line(line)


def test_a_name_that_is_another_month_elsewhere_goes_by_the_language() -> None:
    assert dates.find_date("Bruxelles, 8. listopada 2019.", "hr") == datetime.date(2019, 10, 8)
    assert dates.find_date("Bruksela, 8 listopada 2019 r.", "pl") == datetime.date(2019, 11, 8)


@pytest.mark.parametrize("line", ["", "12862/19", "31 June 2019", "Brussels", "October 2019"])
def test_what_is_no_date_is_none(line: str) -> None:
    assert dates.find_date(line) is None


def test_the_second_date_in_brackets_is_another() -> None:
    assert dates.find_date("Brusel 28. listopadu 2012 (29.11) (OR. en)") == datetime.date(2012, 11, 28)
