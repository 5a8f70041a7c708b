"""Instructions as published amending acts have them, in four languages, each with all that it changes."""

from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document
from support.amending_lines import applied, read

FOLDER = Path(__file__).parents[2] / "data" / "amending"
LANGUAGES = ("en", "fr", "de", "el")


def forms() -> list[tuple[str, str]]:
    """The language and the lines of each instruction; what it changes is behind arrows."""
    return [
        (language, form.strip())
        for language in LANGUAGES
        for form in (FOLDER / f"forms_{language}.txt").read_text(encoding="utf-8").split("\n\n")
    ]


@cache
def base(language: str) -> Document:
    return read((FOLDER / f"act_{language}.txt").read_text(encoding="utf-8").splitlines(), f"base_{language}.txt")


@pytest.mark.parametrize(("language", "form"), forms())
def test_a_form_changes_what_it_says_and_nothing_else(language: str, form: str) -> None:
    lines = {told: list(group) for told, group in groupby(form.splitlines(), key=lambda line: line.startswith("=> "))}
    result = applied(base(language), "\n".join(lines[False]), language)
    found = [f"=> {address} deleted" for address in result.deleted]
    found += [
        f"=> {unit.paragraph.address} | {unit.paragraph.label} | {unit.paragraph.text}"
        for unit in result.paragraphs
        if unit.origins
    ]
    found += [f"=> not applied: {operation.reason.value}" for operation in result.open if operation.reason]
    assert sorted(found) == sorted(lines[True])
    assert result.operations


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_text_is_where_a_reader_looks_for_it(language: str) -> None:
    """The list of an article's first paragraph belongs to it: what follows it follows the list."""
    texts = {
        "en": "(1) in Article 4, the following paragraph is inserted after the first paragraph:\n‘New.’",
        "fr": "1) à l'article 4, l'alinéa suivant est inséré après le premier alinéa:\n«New.»",
        "de": "1) In Artikel 4 wird nach Absatz 1 folgender Absatz eingefügt:\n„New.“",
        "el": "1) στο άρθρο 4, μετά το πρώτο εδάφιο, παρεμβάλλεται το ακόλουθο εδάφιο:\n«New.»",
    }
    result = applied(base(language), texts[language], language)
    assert not result.open
    order = [unit.paragraph.text for unit in result.paragraphs if unit.paragraph.address.startswith("art_4__")]
    assert order[5] == "New."


def test_a_list_of_two_is_not_taken_for_the_other() -> None:
    act = read(
        [
            "REGULATION (EU) 2021/9901 OF THE COUNCIL",
            "HAVE ADOPTED THIS REGULATION:",
            "Article 1",
            "Masters",
            "The master carries:",
            "(a) a map;",
            "(b) a lamp.",
            "The master keeps:",
            "(a) a log;",
            "(b) a book.",
        ],
        "base_en.txt",
    )
    for text in ("point (b) is deleted", "the following point is added:\n‘(c) a bell.’"):
        assert [one.reason and one.reason.value for one in applied(act, f"(1) in Article 1, {text}").operations] == [
            "several_places"
        ]
    result = applied(act, "(1) in the second paragraph of Article 1, the following point is added:\n‘(c) a bell.’")
    assert [unit.paragraph.address for unit in result.paragraphs if unit.origins] == ["art_1__sub_2__point_3"]


def test_a_second_subparagraph_is_added_after_the_first_was_deleted() -> None:
    result = applied(
        base("en"),
        "(1) Article 3(1) is amended as follows:\n(a) the second subparagraph is deleted;\n"
        "(b) the following subparagraph is added:\n‘The tug signs.’.",
    )
    assert not result.open
    own = [unit.paragraph for unit in result.paragraphs if unit.paragraph.address.startswith("art_3__para_1__sub")]
    assert [(unit.address, unit.text) for unit in own] == [
        ("art_3__para_1__sub_2", "The master signs the chart."),
        ("art_3__para_1__sub_3", "The tug signs."),
    ]
