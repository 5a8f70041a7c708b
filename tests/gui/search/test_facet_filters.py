import pytest

from delegate_desk.core.search import QueryChip
from delegate_desk.gui.search import facets_pane


@pytest.mark.parametrize(
    ("facet", "value", "written"),
    [
        ("language", "el", ("lang", "el")),
        ("year", "2019", ("year", "2019")),
        ("document_type", "note", ("type", "note")),
        ("code", "ENFOPOL", ("code", "ENFOPOL")),
        ("dossier", "2022/0155(COD)", ("file", "2022/0155(COD)")),
        ("marking", "LIMITE", ("marking", "limite")),
        ("kind", "annotation", ("in", "notes")),
        ("kind", "question", ("kind", "question")),
    ],
)
def test_each_value_of_a_facet_has_its_field(facet: str, value: str, written: tuple[str, str]) -> None:
    assert facets_pane.filter_for_facet(facet, value) == written
    assert facets_pane.chosen_values([QueryChip("", 0, 1, written[0], (written[1],))], facet) == (value,)


def test_what_is_excluded_or_is_of_another_field_is_not_chosen() -> None:
    chips = [
        QueryChip("", 0, 1, "lang", ("el", "fr")),
        QueryChip("", 2, 3, "lang", ("en",), is_excluded=True),
        QueryChip("", 4, 5, "tag", ("bg",)),
        QueryChip("", 6, 7),
    ]
    assert facets_pane.chosen_values(chips, "language") == ("el", "fr")
