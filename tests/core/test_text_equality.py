import pytest

from delegate_desk.core.text import is_same_text, normalise_typography


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “quiet” hours", 'the "quiet" hours'),
        ("les « heures »", "les «heures»"),
        ("the port’s hours", "the port's hours"),
        ("10 – 15 ships", "10-15 ships"),
        ("5\u00a0% of ships", "5 % of ships"),
        ("co-operation of ports", "co- operation of ports"),
        ("cooperation of ports", "co- operation of ports"),
        ("cooperation of ports", "co\u00adoperation of ports"),
        ("the oﬃce", "the office"),
        ("and so on…", "and so on..."),
    ],
)
def test_typography_alone_is_the_same(one: str, other: str) -> None:
    assert is_same_text(one, other)
    assert is_same_text(other, one)
    assert normalise_typography(one) == normalise_typography(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ports, ships and quays", "ports, ships, and quays"),
        ("ports shall", "ports should"),
        ("the Commission", "the commission"),
        ("10 ships", "100 ships"),
        ("η τιμή", "ή τιμή"),
        ("ports [and ships]", "ports and ships"),
        ("a re-sign of it", "a resign of it"),
        ("in so far", "insofar"),
        ("1 5", "15"),
    ],
)
def test_a_word_or_a_comma_is_not(one: str, other: str) -> None:
    assert not is_same_text(one, other)
