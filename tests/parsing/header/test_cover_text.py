from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.header import act_title

FORMULA = "Delegations will find attached a text on quiet hours in ports."


def _split(*lines: str, page: int | None = None) -> tuple[list[str], list[str]]:
    covering, body = act_title.split_cover([Block((TextRun(line),), page=page) for line in lines], ("en",))
    return [block.text for block in covering], [block.text for block in body]


def test_the_covers_text_ends_where_a_heading_begins() -> None:
    assert _split(FORMULA, "COUNCIL CONCLUSIONS", "1. One.") == ([FORMULA], ["COUNCIL CONCLUSIONS", "1. One."])
    assert _split(FORMULA, "Draft", "Text.") == ([FORMULA], ["Draft", "Text."])
    assert _split("A short word before.", "ANNEX", "1. One.") == (["A short word before."], ["ANNEX", "1. One."])


def test_what_is_enclosed_is_named_on_the_cover() -> None:
    assert _split(FORMULA, "Encl.: COM(2026) 31 final", "ANNEX")[0] == [FORMULA, "Encl.: COM(2026) 31 final"]


def test_a_note_of_its_own_has_no_cover() -> None:
    assert _split("Some text.", "1. One.") == ([], ["Some text.", "1. One."])
    assert _split("1. One.", "2. Two.") == ([], ["1. One.", "2. Two."])
    long = [f"Text number {n}." for n in range(9)]
    assert _split(*long) == ([], long)


def test_a_heading_right_behind_the_header_is_no_cover() -> None:
    assert _split("CHAPTER I", "GENERAL PROVISIONS", "Article 1") == (
        [],
        ["CHAPTER I", "GENERAL PROVISIONS", "Article 1"],
    )


def test_the_cover_is_on_the_first_page() -> None:
    assert _split(FORMULA, "COUNCIL CONCLUSIONS", page=1)[0] == [FORMULA]
    assert _split(FORMULA, "COUNCIL CONCLUSIONS", page=2)[0] == []


def test_an_annex_with_the_word_of_an_enclosure_is_no_enclosure() -> None:
    dutch = "Hierbij gaat voor de delegaties een tekst."
    blocks = [Block((TextRun(line),)) for line in (dutch, "Bijlage: COM(2026) 31", "BIJLAGE", "1. Een.")]
    covering, body = act_title.split_cover(blocks, ("nl",))
    assert [block.text for block in covering] == [dutch, "Bijlage: COM(2026) 31"]
    assert body[0].text == "BIJLAGE"
