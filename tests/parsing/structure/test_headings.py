import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Document, Kind
from delegate_desk.parsing import reading, vocabulary
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure import block_labels, headings
from delegate_desk.parsing.structure.block_labels import LabelReading
from delegate_desk.parsing.structure.builder import Structure
from support.outlines import saved_page


def _numbered(text: str, language: str) -> tuple[Kind, str] | None:
    found = headings.parse(text, (language, "en"))
    return (found.kind, found.number) if found else None


@pytest.mark.parametrize(
    ("language", "heading", "kind", "number"),
    [
        *((language, heading, Kind.ARTICLE, "5a") for language, heading in (
            ("pt", "Artigo 5.º-A"), ("pt", "Artigo 5.o-A"), ("es", "Artículo 5 bis"), ("it", "Articolo 5-bis"),
            ("hu", "5a. cikk"), ("hu", "5/A. cikk"), ("fi", "5 a artikla"), ("fi", "5a artikla"), ("lv", "5.a pants"),
            ("lt", "5a straipsnis"), ("hr", "Članak 5.a"), ("hr", "Članak 5.a."), ("sl", "5.a člen"), ("sl", "Člen 5a"),
            ("ro", "Articolul 5a"), ("bg", "Член 5а"), ("el", "Άρθρο 5α"), ("el", "Άρθρο 5 α"), ("fr", "Article 5 bis"),
            ("nl", "Artikel 5 bis"), ("de", "Artikel 5a"), ("cs", "Článek 5a"), ("en", "[Article 5a]"),
        )),
        *((language, heading, kind, "1") for language, heading, kind in (
            ("fr", "Article premier", Kind.ARTICLE), ("fr", "Article 1er", Kind.ARTICLE),
            ("fr", "ARTICLE 1", Kind.ARTICLE), ("fr", "[Article 1]", Kind.ARTICLE),
            ("fr", "Article 1 – Objet", Kind.ARTICLE), ("en", "ANNEX I", Kind.ANNEX), ("en", "ANNEX I:", Kind.ANNEX),
            ("en", "[ANNEX I]", Kind.ANNEX), ("en", "ANNEX I to the Decision", Kind.ANNEX),
            ("en", "Annex I – Lists", Kind.ANNEX),
            ("hr", "PRILOG I.", Kind.ANNEX),
            ("en", "SECTION 1: Authorities concerned:", Kind.SECTION),
            ("hu", "I. CÍM", Kind.TITLE),
        )),
        *((language, heading, Kind.PART, number) for language, heading, number in (
            ("en", "PART ONE", "1"), ("en", "PART ELEVEN", "11"), ("fr", "PREMIÈRE PARTIE", "1"),
            ("de", "ZWEITER TEIL", "2"), ("it", "PARTE TERZA", "3"), ("el", "ΠΡΩΤΟ ΜΕΡΟΣ", "1"),
            ("pl", "CZĘŚĆ DRUGA", "2"), ("sv", "FÖRSTA DELEN", "1"), ("fi", "TOINEN OSA", "2"),
            ("bg", "ЧАСТ ПЪРВА", "1"), ("ro", "PARTEA ÎNTÂI", "1"), ("hu", "MÁSODIK RÉSZ", "2"),
            ("lv", "OTRĀ DAĻA", "2"), ("lt", "PIRMA DALIS", "1"), ("hr", "DIO PRVI", "1"), ("nl", "DERDE DEEL", "3"),
        )),
    ],
)  # fmt: skip
def test_a_heading_is_known_in_every_form_and_language(language: str, heading: str, kind: Kind, number: str) -> None:
    assert _numbered(heading, language) == (kind, number)


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


TITLED = [
    ("bg", "ПРИЛОЖЕНИЕ IV Списък на пристанищата", "4", "Списък на пристанищата"),
    ("bg", "ПРИЛОЖЕНИЕ № 2 Образец на уведомление", "2", "Образец на уведомление"),
    ("cs", "PŘÍLOHA IV Seznam přístavů", "4", "Seznam přístavů"),
    ("cs", "Příloha č. 2 Vzor osvědčení", "2", "Vzor osvědčení"),
    ("da", "BILAG II Liste over havne", "2", "Liste over havne"),
    ("de", "ANHANG III Verzeichnis der Häfen", "3", "Verzeichnis der Häfen"),
    ("de", "Anlage 2 Muster einer Meldung", "2", "Muster einer Meldung"),
    ("el", "ΠΑΡΑΡΤΗΜΑ Ι Κατάλογος λιμένων", "1", "Κατάλογος λιμένων"),
    ("el", "ΠΑΡΑΡΤΗΜΑ Β΄ Υπόδειγμα κοινοποίησης", "2", "Υπόδειγμα κοινοποίησης"),
    ("el", "Παράρτημα 3 Κατάλογος λιμένων", "3", "Κατάλογος λιμένων"),
    ("en", "ANNEX II – List of harbours", "2", "List of harbours"),
    ("en", "ANNEX IX Civil liability of pilots", "9", "Civil liability of pilots"),
    ("en", "ANNEX B MODEL OF A NOTIFICATION", "2", "MODEL OF A NOTIFICATION"),
    ("en", "ANNEX 1-A Ports of call", "1a", "Ports of call"),
    ("en", "ANNEX IVa Ports of call", "4a", "Ports of call"),
    ("en", "[ANNEX V Ports of call]", "5", "Ports of call]"),
    ("en", "ANNEX VI (referred to in Article 5)", "6", "(referred to in Article 5)"),
    ("es", "ANEXO IV Lista de puertos", "4", "Lista de puertos"),
    ("es", "ANEXO IV BIS Lista de puertos", "4a", "Lista de puertos"),
    ("et", "IV LISA Sadamate loetelu", "4", "Sadamate loetelu"),
    ("et", "2. lisa Teate vorm", "2", "Teate vorm"),
    ("fi", "LIITE I Satamien luettelo", "1", "Satamien luettelo"),
    ("fr", "ANNEXE IV Liste des ports", "4", "Liste des ports"),
    ("fr", "Annexe III Modèle de notification", "3", "Modèle de notification"),
    ("fr", "ANNEXE IV «Liste» des ports", "4", "«Liste» des ports"),
    ("ga", "IARSCRÍBHINN II Liosta na gcuanta", "2", "Liosta na gcuanta"),
    ("hr", "PRILOG III. Popis luka", "3", "Popis luka"),
    ("hu", "IV. MELLÉKLET A kikötők jegyzéke", "4", "A kikötők jegyzéke"),
    ("hu", "III. MELLÉKLET. A kikötők jegyzéke", "3", "A kikötők jegyzéke"),
    ("hu", "2. melléklet A bejelentés mintája", "2", "A bejelentés mintája"),
    ("it", "ALLEGATO V Elenco dei porti", "5", "Elenco dei porti"),
    ("lt", "IV PRIEDAS Uostų sąrašas", "4", "Uostų sąrašas"),
    ("lt", "1 priedas Pranešimo forma", "1", "Pranešimo forma"),
    ("lv", "IV PIELIKUMS Ostu saraksts", "4", "Ostu saraksts"),
    ("lv", "2. pielikums Paziņojuma paraugs", "2", "Paziņojuma paraugs"),
    ("mt", "ANNESS I Lista tal-portijiet", "1", "Lista tal-portijiet"),
    ("nl", "BIJLAGE VI Lijst van havens", "6", "Lijst van havens"),
    ("pl", "ZAŁĄCZNIK II Wykaz portów", "2", "Wykaz portów"),
    ("pl", "ZAŁĄCZNIK NR 3 Wzór zgłoszenia", "3", "Wzór zgłoszenia"),
    ("pt", "ANEXO I Lista dos portos", "1", "Lista dos portos"),
    ("ro", "ANEXA IV Lista porturilor", "4", "Lista porturilor"),
    ("ro", "ANEXA nr. 2 Model de notificare", "2", "Model de notificare"),
    ("sk", "PRÍLOHA IV Zoznam prístavov", "4", "Zoznam prístavov"),
    ("sl", "PRILOGA IV Seznam pristanišč", "4", "Seznam pristanišč"),
    ("sv", "BILAGA 2 Förteckning över hamnar", "2", "Förteckning över hamnar"),
    ("en", "ANNEX CIVIL LIABILITY OF PILOTS", "1", "CIVIL LIABILITY OF PILOTS"),
    ("en", "ANNEX List of harbours", "1", "List of harbours"),
    ("cs", "PŘÍLOHA K NAŘÍZENÍ O PŘÍSTAVECH", "1", "K NAŘÍZENÍ O PŘÍSTAVECH"),
    ("el", "ΠΑΡΑΡΤΗΜΑ Κατάλογος λιμένων", "1", "Κατάλογος λιμένων"),
    ("fr", "ANNEXE Liste des ports", "1", "Liste des ports"),
    ("hu", "MELLÉKLET A kikötők jegyzéke", "1", "A kikötők jegyzéke"),
    ("de", "ANHANG Verzeichnis der Häfen", "1", "Verzeichnis der Häfen"),
]
RUNNING = [
    ("en", "Annex IV applies to ships that carry bees."),
    ("en", "Annex IV applies"),
    ("en", "Annex I Part A is replaced by the following:"),
    ("en", "Annex I Part A"),
    ("en", "Annex I to Regulation (EU) 2026/101 is amended as follows:"),
    ("en", "Annex I – Part B – is deleted."),
    ("en", "ANNEX II Member States shall list their harbours;"),
    ("en", "2. Annex I Ports"),
    ("en", "ANNEX TREE.2.A LIMITE EN"),
    ("fr", "Annexe IV, partie A"),
    ("fr", "L'annexe IV Liste des ports"),
    ("fr", "L’annexe I s’applique."),
    ("de", "Anhang IV Nummer 3 erhält folgende Fassung:"),
    ("de", "Anhang IV Teil A gilt nicht."),
    ("de", "Anhang II Buchstabe b"),
    ("el", "Παράρτημα Ι Μέρος Α"),
    ("el", "Το παράρτημα Ι Κατάλογος λιμένων"),
    ("hu", "A IV. melléklet A. része helyébe a következő szöveg lép:"),
    ("lt", "IV priedas taikomas laivams."),
    ("lv", "IV pielikums attiecas uz kuģiem."),
    ("cs", "Příloha IV se použije na lodě"),
    ("et", "IV lisa kohaldatakse laevade suhtes"),
    ("sv", "Bilaga II ska ersättas med följande:"),
]
PAGE = "<html><body><p>THE COUNCIL OF THE EUROPEAN UNION,</p><p>HAS ADOPTED THIS REGULATION:</p>{}</body></html>"


def text_block(text: str) -> Block:
    return Block((TextRun(text),), begins=True)


@pytest.mark.parametrize(("language", "line", "number", "title"), TITLED)
def test_a_title_may_stand_behind_the_number_of_an_annex(language: str, line: str, number: str, title: str) -> None:
    found = headings.parse(line, (language, "en"), text_block(line))
    assert found is not None
    assert (found.kind, found.number, line[found.end :].strip(" -–:")) == (Kind.ANNEX, number, title)


@pytest.mark.parametrize(("language", "line"), RUNNING)
def test_a_sentence_that_begins_with_an_annex_is_none(language: str, line: str) -> None:
    assert headings.parse(line, (language, "en"), text_block(line)) is None


@pytest.mark.parametrize(
    "markup",
    [
        "<p>ANNEXE {} {}</p>",
        "<p>ANNEXE {}<br/>{}</p>",
        "<p>Annexe {}<br>{}</p>",
        "<p><b>Annexe {}</b> <b>{}</b></p>",
        '<p class="title-annex-1">Annexe {} {}</p>',
        '<p class="oj-doc-ti" id="d1e32">ANNEXE {}&#160;{}</p>',
        '<p class="Annexetitre"><span>ANNEXE {}</span><span>{}</span></p>',
        '<p class="MsoNormal" align="center">Annexe {} — {}</p>',
        '<div class="eli-container" id="anx_1"><p>ANNEXE {}</p><p class="oj-doc-ti">{}</p></div>',
        '<p class="oj-doc-ti">ANNEXE {}</p><p class="oj-ti-grseq-1">{}</p>',
        "<h2>ANNEXE {} : {}</h2>",
        "<center><b>ANNEXE {}</b><br/><br/>{}</center>",
    ],
)
def test_nine_annexes_of_a_page_are_nine(tmp_path: Path, markup: str) -> None:
    numbers = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    titles = [
        f"Liste des ports de la région {name}" for name in "alpha beta gamma delta epsilon zeta eta theta iota".split()
    ]
    body = "<p>Article premier</p><p>Les ports sont énumérés aux annexes.</p>"
    for number, title in zip(numbers, titles, strict=True):
        body += markup.format(number, title)
        body += f"<p>1. Le port de {title[-5:]} est ouvert.</p><p>2. L'annexe {number} Liste s'applique.</p>"
    document = _read(tmp_path, body)
    found = {str(unit.address): unit for unit in document.units()}
    assert [found[f"annex_{n}"].text for n in range(1, 10)] == titles
    assert all(f"annex_{n}__para_2" in found for n in range(1, 10))
    assert found["annex_4"].label.casefold() == "annexe iv"
    assert sum(unit.kind is Kind.ANNEX for unit in document.units()) == 9


def test_annexes_that_a_table_of_contents_lists_are_not_there_twice(tmp_path: Path) -> None:
    titles = [
        f"ANNEX {number} Ports of the {sea} Sea"
        for number, sea in zip("I II III IV V".split(), "Red Black White North South".split(), strict=True)
    ]
    listed = "".join(f"<p>{title}</p>" for title in titles)
    body = "".join(f"<p>{title}</p><p>1. This is the first port.</p><p>2. This is the next.</p>" for title in titles)
    found = {
        str(unit.address)
        for unit in _read(tmp_path, f"<p>Contents</p>{listed}<p>Article 1</p><p>Text.</p>{body}").units()
    }
    assert {address for address in found if address.startswith("annex") and "__" not in address} == {
        f"annex_{n}" for n in range(1, 6)
    }


@pytest.mark.parametrize(
    ("article", "annex"),
    [("Article {}", "ANNEX 1"), ("Artikel {}", "BILAG II"), ("{} artikla", "LIITE"), ("Članak {}.", "PRILOG II.")],
)
def test_articles_before_an_annex_are_no_header(tmp_path: Path, article: str, annex: str) -> None:
    body = "".join(f"<p>{article.format(n)}</p><p>Text.</p>" for n in (1, 2, 3))
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body>{body}<p align='center'>{annex}<br>Bees</p><p>1. One.</p></body></html>", encoding="utf-8"
    )
    found = {str(unit.address): unit.text for unit in reading.read(path, path.name).units()}
    assert [found[f"art_{n}__sub_1"] for n in (1, 2, 3)] == ["Text."] * 3


def _read(folder: Path, body: str) -> Document:
    return saved_page(folder, PAGE.format(body))


@pytest.mark.parametrize(
    ("text", "printed", "reading"),
    [
        ("1. The Council", "1.", LabelReading("number", 1)),
        ("25.\tThe Council", "25.", LabelReading("number", 25)),
        ("(12) On the", "(12)", LabelReading("number", 12)),
        ("(12a) On the", "(12a)", LabelReading("number", 12, "a")),
        ("7α. Το Συμβούλιο", "7α.", LabelReading("number", 7, "a")),
        ("3 bis. Les États", "3 bis.", LabelReading("number", 3, "a")),
        ("1) any", "1)", LabelReading("number", 1)),
        ("1 a. Medlemsstaterna ska", "1 a.", LabelReading("number", 1, "a")),
        ("2 b. Komissio antaa", "2 b.", LabelReading("number", 2, "b")),
        ("12 a) satamalla tarkoitetaan", "12 a)", LabelReading("number", 12, "a")),
        ("(3 a) Buller är", "(3 a)", LabelReading("number", 3, "a")),
        ("1 aa. Kommissionen", "1 aa.", LabelReading("number", 1, "aa")),
        ("4 α. Τα κράτη μέλη", "4 α.", LabelReading("number", 4, "a")),
        ("5 а. Държавите членки", "5 а.", LabelReading("number", 5, "a")),
        ("-1. Member States", "-1.", LabelReading("number", -1)),
        ("–1. Die Mitgliedstaaten", "–1.", LabelReading("number", -1)),
        ("−2. Les États membres", "−2.", LabelReading("number", -2)),
        ("-1a. Member States", "-1a.", LabelReading("number", -1, "a")),
        ("-1 a. Jäsenvaltiot", "-1 a.", LabelReading("number", -1, "a")),
        ("(-1) On the", "(-1)", LabelReading("number", -1)),
        ("-1) any", "-1)", LabelReading("number", -1)),
        ("(a) any", "(a)", LabelReading("latin", 1)),
        ("a) any", "a)", LabelReading("latin", 1)),
        ("στ) τη δέσμευση", "στ)", LabelReading("greek", 6)),
        ("ια) τη δέσμευση", "ια)", LabelReading("greek", 11)),
        ("б) всяко", "б)", LabelReading("cyrillic", 2)),
        ("(iv) any", "(iv)", LabelReading("roman", 4)),
        ("(aa) any", "(aa)", LabelReading("latin", 27)),
        ("– any", "–", LabelReading("bullet", 0)),
        ("• any", "•", LabelReading("bullet", 0)),
    ],
)
def test_a_label_is_read_in_any_script(text: str, printed: str, reading: LabelReading) -> None:
    label = block_labels.read(text)
    assert label is not None
    assert label.printed == printed
    assert label.readings[0] == reading


def test_a_letter_may_be_a_roman_number() -> None:
    label = block_labels.read("(i) any")
    assert label is not None
    assert label.readings[:2] == (LabelReading("latin", 9), LabelReading("roman", 1))


def test_a_number_may_name_those_above_it() -> None:
    label = block_labels.read("2.3.1. Scope")
    assert label is not None
    assert (label.levels, label.readings[0].number) == ((2, 3), 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019 was a year",
        "8. Oktober 2019",
        "8. října 2012",
        "3.5 % of",
        "12862/19",
        "(EU) 2016/679",
        "(See page 3)",
        "DE) and",
        "-5 degrees",
        "-1.5 % of",
        "-1 °C",
        "-10/2019",
        "5 m. away",
        "2 l. water",
        "and so on",
        "1.2.2019",
    ],
)
def test_running_text_has_no_label(text: str) -> None:
    label = block_labels.read(text)
    assert label is None or label.levels


@given(st.text(max_size=30))
def test_a_label_stands_at_the_beginning(text: str) -> None:
    label = block_labels.read(text)
    assert label is None or text.startswith(label.printed)
