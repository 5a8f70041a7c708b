"""Versions of a four-column document, aligned row by row."""

import pytest

from bench_columns import AlignmentScore
from delegate_desk.core.documents.document import Address, Document, Header, Kind, Paragraph, View
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.revisions.row_alignment import align_rows

_WORDS = "ferry raft rope captain harbour lamp bell fog fee port skipper storm ticket deck anchor sail crew".split()


def document(rows: list[tuple[str, str, list[str]]]) -> Document:
    """A four-column document of rows: number, title, four texts."""
    units = []
    for number, title, texts in rows:
        units.append(Paragraph(Address(f"row_{number}"), Kind.ROW, number, title))
        units += [
            Paragraph(Address(f"row_{number}__cell_{n}"), Kind.CELL, "", text, depth=2)
            for n, text in enumerate(texts, start=1)
            if text
        ]
    return Document(Header("en"), tuple(units), notice={"columns": "commission parliament council compromise"})


def outcomes(old: Document, new: Document) -> dict[str, UnitOutcome]:
    return {str(row.old or row.new): row for row in align_rows(old, new, View.AFTER)[1]}


def test_rows_are_paired_by_number_and_text() -> None:
    first, last = ("1", "Recital 1", ["Ferries are late."] * 4), ("4", "Article 3", ["Bells ring in fog."] * 4)
    covers, ropes = ["It covers ferries.", "It covers rafts.", ""], ("3", "Article 2", ["Ropes are long."] * 4)
    old = document([first, ("2", "Article 1", [*covers, ""]), ropes, last])
    lamp = ("4a", "Article 3a", ["", "", "", "A lamp is lit."])
    new = document([first, ("2", "Article 1", [*covers, "It covers both."]), last, lamp])
    found = outcomes(old, new)
    assert {address: row.verdict for address, row in found.items()} == {
        "row_1": Verdict.SAME,
        "row_2": Verdict.REWORDED,
        "row_3": Verdict.DELETED,
        "row_4": Verdict.SAME,
        "row_4a": Verdict.INSERTED,
    }
    cells, _ = align_rows(old, new, View.AFTER)
    (added,) = [cell for cell in cells if cell.verdict is Verdict.INSERTED and cell.new == "row_2__cell_4"]
    assert added.old is None


def test_a_renumbered_row_is_found_by_its_text() -> None:
    ropes, bells = ("1", "Article 1", ["Ropes are long."] * 4), ["Bells ring in fog."] * 4
    old = document([ropes, ("2", "Article 2", bells)])
    new = document([ropes, ("2", "Article 1a", ["", "Lamps burn.", "", ""]), ("3", "Article 2", bells)])
    row = outcomes(old, new)["row_2"]
    assert (row.new, row.verdict) == ("row_3", Verdict.RENUMBERED)


def test_a_number_alone_is_not_certain() -> None:
    old = document([("7", "Article 7", ["Ropes are long and new."] * 4)])
    new = document([("7", "Recital 12", ["Lamps burn brightly in every storm."] * 4)])
    assert not outcomes(old, new)["row_7"].is_sure


@pytest.mark.parametrize("count", [25, 120])
@pytest.mark.parametrize("seed", range(3))
def test_rows_replaced_moved_and_renumbered_are_never_wrong_in_silence(seed: int, count: int) -> None:
    score = AlignmentScore()
    score.add(seed, count)
    assert score.f1 >= (0.98 if count > 100 else 0.95)
    assert not score.silent


def test_a_row_with_another_text_at_its_number_and_title_is_not_certain() -> None:
    words = "Operators shall report each leak of fuel to the port without delay."
    others = "Member States may open the quay to visitors on Sundays in summer."
    kept = [(str(n), f"Article {n}", [f"Keeper {name} writes a ledger."] * 4) for n, name in enumerate(_WORDS, start=1)]
    old = document([*kept, ("20", "Article 20", [words] * 4)])
    new = document([*kept, ("20", "Article 20", [others] * 4)])
    assert not outcomes(old, new)["row_20"].is_sure
    cells = {cell.old: cell for cell in align_rows(old, new, View.AFTER)[0]}
    assert not cells[Address("row_20__cell_2")].is_sure


def test_a_row_that_may_have_been_replaced_is_not_deleted_for_certain() -> None:
    old = document([("1", "", ["Ropes are long."] * 4), ("2", "", ["Bells ring in fog."] * 4)])
    new = document([("1", "", ["Ropes are long."] * 4), ("2a", "", ["Lamps burn all night."] * 4)])
    row = outcomes(old, new)["row_2"]
    assert (row.new, row.is_sure) == (None, False)
    assert row.alternatives == ("row_2a",)


@pytest.mark.parametrize("seed", [27, 5043, 90001])
def test_a_row_whose_number_went_to_another_is_not_wrong_in_silence(seed: int) -> None:
    score = AlignmentScore()
    score.add(seed, 200)
    assert not score.silent


def test_a_phrase_of_many_articles_is_not_carried_far_for_certain() -> None:
    phrase = "Penalties are laid down in national law."
    kept = [(str(n), f"Article {n}", [f"Keeper {name} writes a ledger."] * 4) for n, name in enumerate(_WORDS, start=1)]
    old = document([("0", "Article 0", [phrase, phrase, "", ""]), *kept])
    new = document([*kept, ("30", "Article 30", [phrase, phrase, "", phrase])])
    assert not outcomes(old, new)["row_0"].is_sure
