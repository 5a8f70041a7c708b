import re
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Kind
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure import headings
from delegate_desk.parsing.structure.builder import Structure


def _numbered(text: str, language: str) -> tuple[Kind, str] | None:
    found = headings.parse(text, (language, "en"))
    return (found.kind, found.number) if found else None


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("pt", "Artigo 5.º-A"), ("pt", "Artigo 5.o-A"), ("es", "Artículo 5 bis"), ("it", "Articolo 5-bis"),
        ("hu", "5a. cikk"), ("hu", "5/A. cikk"), ("fi", "5 a artikla"), ("fi", "5a artikla"), ("lv", "5.a pants"),
        ("lt", "5a straipsnis"), ("hr", "Članak 5.a"), ("hr", "Članak 5.a."), ("sl", "5.a člen"), ("sl", "Člen 5a"),
        ("ro", "Articolul 5a"), ("bg", "Член 5а"), ("el", "Άρθρο 5α"), ("el", "Άρθρο 5 α"), ("fr", "Article 5 bis"),
        ("nl", "Artikel 5 bis"), ("de", "Artikel 5a"), ("cs", "Článek 5a"), ("en", "[Article 5a]"),
    ],
)  # fmt: skip
def test_an_inserted_article_is_known_in_every_form(language: str, heading: str) -> None:
    assert _numbered(heading, language) == (Kind.ARTICLE, "5a")


@pytest.mark.parametrize(
    ("language", "heading", "kind"),
    [
        *(("fr", heading, Kind.ARTICLE) for heading in ("Article premier", "Article 1er", "ARTICLE 1", "[Article 1]")),
        ("fr", "Article 1 – Objet", Kind.ARTICLE),
        *(("en", heading, Kind.ANNEX) for heading in ("ANNEX I", "ANNEX I:", "[ANNEX I]", "ANNEX I to the Decision")),
        ("en", "Annex I – Lists", Kind.ANNEX),
        ("hr", "PRILOG I.", Kind.ANNEX),
        ("en", "SECTION 1: Authorities concerned:", Kind.SECTION),
        ("hu", "I. CÍM", Kind.TITLE),
    ],
)
def test_the_first_of_its_kind_is_known_in_every_form(language: str, heading: str, kind: Kind) -> None:
    assert _numbered(heading, language) == (kind, "1")


@pytest.mark.parametrize(
    "text", ["Article 5 applies.", "Article 5 a ship is quiet", "Article 5(2)", "Annex I shall apply.", "2. Cím"]
)
def test_running_text_is_no_heading(text: str) -> None:
    assert _numbered(text, "hu") is None


def test_the_parts_of_an_act_are_known_in_every_language(shared: Path) -> None:
    for language in vocabulary.languages():
        page = (shared / "corpus" / "headings24" / f"toc_{language}.html").read_text("utf-8").replace("\xa0", " ")
        articles = re.findall(r"<span>\(([^)]*)\)", page)
        assert [_numbered(a, language) for a in articles] == [(Kind.ARTICLE, str(n)) for n in range(1, 100)], language
        for english, printed in re.findall(r'data-title-en="((?:CHAPTER|Section)[^"]*)"[^>]*>([^<]*)<', page):
            kind = Kind.CHAPTER if english.startswith("CHAPTER") else Kind.SECTION
            found = _numbered(printed, language)
            kinds = {kind, Kind.PART} if printed.startswith("Cuid") else {kind}  # Irish has the same word for both
            assert found is not None, (language, printed)
            assert found[0] in kinds, (language, printed)


def test_a_chapter_is_titled_by_a_line_between_it_and_its_article() -> None:
    structure = Structure(("en",))
    structure.add(
        Block((TextRun(line),)) for line in ["CHAPTER I", "General provisions", "Article 1", "Scope", "Text."]
    )
    units = structure.paragraphs({})
    assert [str(unit.address) for unit in units] == ["chp_1", "art_1", "art_1__sub_1"]
    assert [unit.text for unit in units] == ["General provisions", "Scope", "Text."]


@pytest.mark.parametrize(
    ("language", "heading", "number"),
    [
        ("en", "PART ONE", "1"), ("en", "PART ELEVEN", "11"), ("fr", "PREMIÈRE PARTIE", "1"),
        ("de", "ZWEITER TEIL", "2"), ("it", "PARTE TERZA", "3"), ("el", "ΠΡΩΤΟ ΜΕΡΟΣ", "1"),
        ("pl", "CZĘŚĆ DRUGA", "2"), ("sv", "FÖRSTA DELEN", "1"),
        ("fi", "TOINEN OSA", "2"), ("bg", "ЧАСТ ПЪРВА", "1"), ("ro", "PARTEA ÎNTÂI", "1"), ("hu", "MÁSODIK RÉSZ", "2"),
        ("lv", "OTRĀ DAĻA", "2"), ("lt", "PIRMA DALIS", "1"), ("hr", "DIO PRVI", "1"), ("nl", "DERDE DEEL", "3"),
    ],
)  # fmt: skip
def test_a_part_may_have_its_number_as_a_word(language: str, heading: str, number: str) -> None:
    assert _numbered(heading, language) == (Kind.PART, number)
