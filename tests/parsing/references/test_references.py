import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.parsing.references import document_references, provision_references


def _targets(text: str, language: str | None = None) -> list[str]:
    return [str(found.target) for found in document_references.documents(text, language)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("11855/12.", ["ST 11855/12"]),
        ("(ST 9798/15)", ["ST 9798/15"]),
        ("12326/19 + COR 1", ["ST 12326/19", "ST 12326/19 COR 1"]),
        ("8683/05 + ADD 1 + ADD 2 REV 1", ["ST 8683/05", "ST 8683/05 ADD 1", "ST 8683/05 ADD 2 REV 1"]),
        ("9200/08 + COR 1 INF 103 API 23 (COM(2008) 229 final)",
         ["ST 9200/08", "ST 9200/08 COR 1", "COM(2008) 229 final"]),
        ("11979/04 INIT PI 61 CODEC 962 + COR 1(es) + ADD 1",
         ["ST 11979/04", "ST 11979/04 COR 1", "ST 11979/04 ADD 1"]),
        ("9068/22 + ADD 1-3", ["ST 9068/22", "ST 9068/22 ADD 1", "ST 9068/22 ADD 2", "ST 9068/22 ADD 3"]),
        ("8962/16 + ADD 1 - ADD 2", ["ST 8962/16", "ST 8962/16 ADD 1", "ST 8962/16 ADD 2"]),
        ("9768/16,10231/16", ["ST 9768/16", "ST 10231/16"]),
        ("14860/1/18 REV 1 FRONT 416", ["ST 14860/1/18 REV 1"]),
        ("PE-CONS 43/24 and EUCO 34/16", ["PE-CONS 43/24", "EUCO 34/16"]),
        ("WK 529/2023", ["WK 529/2023"]),
        ("COM/2016/0871 και COM/2016/0872.", ["COM(2016) 871", "COM(2016) 872"]),
        ("COM (2015) 185 final", ["COM(2015) 185 final"]),
        ("KOM(2009) 66 endg.", ["COM(2009) 66 final"]),
        ("СОМ(2013) 441 final", ["COM(2013) 441 final"]),
        ("SWD(2016) 193 and JOIN(2016) 26 final", ["SWD(2016) 193", "JOIN(2016) 26 final"]),
        ("Directive 2011/93/EU of the European Parliament", ["Directive 2011/93/EU"]),
        ("Directives 2002/20/EC, 2002/21/EC and 2002/22/EC",
         ["Directive 2002/20/EC", "Directive 2002/21/EC", "Directive 2002/22/EC"]),
        ("Directive 95/46/EC", ["Directive 95/46/EC"]),
        ("Regulation (EU) 2016/679", ["Regulation (EU) 2016/679"]),
        ("Regulation (EU, Euratom) 2018/1046", ["Regulation (EU) 2018/1046"]),
        ("Regulations (EC) No 1211/2009 and (EU) No 531/2012",
         ["Regulation (EC) No 1211/2009", "Regulation (EU) No 531/2012"]),
        ("Regulation (EC) 1049/2001", ["Regulation (EC) No 1049/2001"]),
        ("Framework Decision 2002/584/JHA", ["Framework Decision 2002/584/JHA"]),
        ("Decision (CFSP) 2015/778", ["Decision (CFSP) 2015/778"]),
        ("Decision No 895/2006/EC", ["Decision 2006/895/EC"]),
    ],
)  # fmt: skip
def test_documents_are_found(text: str, targets: list[str]) -> None:
    assert _targets(text, "en") == targets


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("el", "της οδηγίας 2011/93/ΕΕ σχετικά με", "Directive 2011/93/EU"),
        ("el", "οδηγία 95/46/ΕΚ", "Directive 95/46/EC"),
        ("el", "τον κανονισμό (ΕΕ) 2016/679", "Regulation (EU) 2016/679"),
        ("el", "κανονισμού (ΕΚ) αριθ. 1049/2001", "Regulation (EC) No 1049/2001"),
        ("el", "κανονισμός (ΕK) αριθ. 895/2006", "Regulation (EC) No 895/2006"),
        ("el", "την απόφαση-πλαίσιο 2002/584/ΔΕΥ", "Framework Decision 2002/584/JHA"),
        ("fr", "la directive 2011/93/UE", "Directive 2011/93/EU"),
        ("fr", "du règlement (UE) 2016/679", "Regulation (EU) 2016/679"),
        ("fr", "règlement (CE) n° 1049/2001", "Regulation (EC) No 1049/2001"),
        ("fr", "la décision-cadre 2002/584/JAI", "Framework Decision 2002/584/JHA"),
        ("de", "der Richtlinie 95/46/EG", "Directive 95/46/EC"),
        ("de", "Verordnung (EU) Nr. 1052/2013", "Regulation (EU) No 1052/2013"),
        ("bg", "Директива 95/46/ЕО", "Directive 95/46/EC"),
        ("hu", "a 95/46/EK irányelv hatályon kívül", "Directive 95/46/EC"),
        ("hu", "az 1308/2013/EU európai parlamenti és tanácsi rendelet", "Regulation (EU) No 1308/2013"),
        ("hu", "az (EU) 2016/680 irányelv", "Directive (EU) 2016/680"),
        ("pl", "dyrektywy 95/46/WE", "Directive 95/46/EC"),
        ("cs", "směrnice 95/46/ES", "Directive 95/46/EC"),
        ("lt", "direktyva 2011/93/ES", "Directive 2011/93/EU"),
        ("fi", "direktiivin 95/46/EY kumoaminen", "Directive 95/46/EC"),
        ("et", "direktiivi 2011/93/EL", "Directive 2011/93/EU"),
        ("ga", "Treoir 95/46/CE", "Directive 95/46/EC"),
        ("mt", "tad-Direttiva 95/46/KE", "Directive 95/46/EC"),
    ],
)
def test_acts_are_found_in_every_language(language: str, text: str, target: str) -> None:
    assert _targets(text, language) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "8/10/2019", "2012/0011(COD)", "2012/0011 (COD)", "C/2024/883", "OJ L 119/1", "PE632.028v04-00", "A8-0193/2019",
        "P9_TA(2024)0138", "in 2015/16", "the season 2019/20", "3/24 of the ports", "24/7", "and/or 1/2", "2011/93",
        "www.example.org/12345/19", "ISO 9001/2015", "32023D0531(01)", "22015A1104(01)", "OJ L 335, 17.12.2011, p. 1",
        "62012FJ0157",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_document_is_none(text: str) -> None:
    assert _targets(text, "en") == []


def test_an_act_is_no_council_document() -> None:
    assert _targets("Directive (EU) 2016/97 and Regulation (EU) 2019/12", "en") == [
        "Directive (EU) 2016/97", "Regulation (EU) 2019/12",
    ]  # fmt: skip


def test_each_document_is_named_once_by_its_own_words() -> None:
    found = document_references.documents("see 11855/12 and ST 11855/12, and COM (2015) 185 final", "en")
    assert [(one.text, one.start) for one in found] == [("11855/12", 4), ("COM (2015) 185 final", 34)]


@given(st.text(alphabet="0123456789/() ABCDEOMNSTVR+", max_size=60))
def test_every_mention_stands_in_the_text(text: str) -> None:
    assert all(text[one.start :].startswith(one.text) for one in document_references.documents(text))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("CELEX 32016R0679", "Regulation (EU) 2016/679"),
        ("(32001R1049)", "Regulation (EC) No 1049/2001"),
        ("02009R1223-20191218", "Regulation (EC) No 1223/2009"),
        ("52018PC0340", "COM(2018) 340 final"),
        ("32002F0584", "Framework Decision 2002/584/JHA"),
        ("OJ L, 2024/1246, 8.5.2024, ELI: http://data.europa.eu/eli/dec/2024/1246/oj", "Decision (EU) 2024/1246"),
        ("ST/15798/2023/INIT", "ST 15798/23"),
        ("PE/50/2024/REV/1", "PE-CONS 50/1/24 REV 1"),
        ("judgment of 8 April 2014, ECLI:EU:C:2014:238, paragraph 54", "ECLI:EU:C:2014:238"),
    ],
)
def test_documents_are_found_by_their_numbers_in_registers(text: str, target: str) -> None:
    assert _targets(text, "en") == [target]


def test_the_examples_of_the_reference_tables_are_found(shared: Path) -> None:
    examples = json.loads((shared / "refdata" / "legal_references_examples.json").read_text("utf-8"))["examples"]
    for example in examples:
        if example["kind"] not in ("council_doc", "commission_doc"):
            continue
        found = document_references.documents(example["text"], example["lang"])
        wanted = re.search(r"(\d{2,5})(?:/(\d{2})|$| )", re.sub(r"\(\d{4}\)", "", example["normalised"]))
        assert wanted
        assert [one.target.number for one in found[:1]] == [int(wanted[1])], example["text"]


_PARTS = (
    "", "__para_1", "__para_2", "__para_3", "__para_2__sub_2", "__para_2__sub_3", "__para_2__point_1",
    "__para_2__point_2", "__para_2__sub_2__point_1", "__para_3__point_9", "__para_3__point_9__point_1", "__point_1",
)  # fmt: skip
KNOWN = frozenset(
    Address(a)
    for a in (
        *(f"art_{n}{part}" for n in range(1, 100) for part in _PARTS), "rec_5", "annex_1", "annex_2", "annex_2__para_1",
        "annex_2__para_1__point_8", "annex_2__art_1", "chp_3", "fn_9", "art_3a",
    )
)  # fmt: skip


def _found(text: str, language: str = "en", here: str = "art_9__para_1") -> list[tuple[str, str, str]]:
    unit = Paragraph(Address(here), Kind.PARAGRAPH, "1.", text)
    found = provision_references.pointers(unit, KNOWN, language)
    assert all(text[p.start : p.end] == p.text for p in found)
    return [(p.text, p.address, str(p.document or p.treaty)) for p in found]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Article 5", "art_5"), ("Article 3a", "art_3a"), ("Article 5(2)", "art_5__para_2"),
        ("Article 5(2)(a)", "art_5__para_2__point_1"), ("Article 5(3)(i)", "art_5__para_3__point_9"),
        ("Article 5(3)(i)(i)", "art_5__para_3__point_9__point_1"),
        ("Article 5(2), second subparagraph, point (a)", "art_5__para_2__sub_2__point_1"),
        ("the second subparagraph of Article 5(2)", "art_5__para_2__sub_2"),
        ("point (b) of paragraph 2", "art_9__para_2__point_2"), ("paragraph 3", "art_9__para_3"),
        ("the first subparagraph of paragraph 2", "art_9__para_2"), ("recital 5", "rec_5"), ("Annex II", "annex_2"),
        ("Annex II, paragraph 1(h)", "annex_2__para_1__point_8"), ("Chapter III", "chp_3"), ("footnote 9", "fn_9"),
        ("Article 5(2)(a) of this Regulation", "art_5__para_2__point_1"),
    ],
)  # fmt: skip
def test_a_place_in_the_document_is_found(text: str, address: str) -> None:
    assert [place for _, place, _ in _found(f"As set out in {text}, ports are quiet.")] == [address]


def test_a_list_names_each_of_its_places() -> None:
    assert _found("referred to in Article 5(2)(a) and (b), in Articles 6, 7 and 12 to 15 and in Annexes I and II") == [
        ("Article 5(2)(a)", "art_5__para_2__point_1", ""), ("(b)", "art_5__para_2__point_2", ""),
        ("Articles 6", "art_6", ""), ("7", "art_7", ""), ("12", "art_12", ""), ("15", "art_15", ""),
        ("Annexes I", "annex_1", ""), ("II", "annex_2", ""),
    ]  # fmt: skip


def test_what_stands_nearer_goes_first() -> None:
    assert _found("Article 1 applies.", here="annex_2__para_1") == [("Article 1", "annex_2__art_1", "")]
    assert _found("The second subparagraph applies.", here="art_9__para_2__sub_3")[0][1] == "art_9__para_2__sub_2"


def test_what_is_not_there_is_no_place() -> None:
    assert _found("Article 500 and paragraph 77 shall apply, see point 4.") == []


@pytest.mark.parametrize(
    ("language", "text", "place", "owner"),
    [
        ("en", "Article 5(2)(a) of Regulation (EU) 2016/679", "art_5__para_2__point_1", "Regulation (EU) 2016/679"),
        ("en", "Article 4 of Council Directive 2011/93/EU", "art_4", "Directive 2011/93/EU"),
        ("en", "Article 16(4) TEU", "art_16__para_4", "TEU"),
        ("en", "Article 154 of the Treaty on the Functioning of the European Union", "art_154", "TFEU"),
        ("fr", "article 5, paragraphe 2, point a), du règlement (UE) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("de", "Artikel 5 Absatz 2 Buchstabe a der Verordnung (EU) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("el", "άρθρο 5 παράγραφος 2 στοιχείο α) του κανονισμού (ΕΕ) 2016/679", "art_5__para_2__point_1",
         "Regulation (EU) 2016/679"),
        ("hu", "az (EU) 2016/679 rendelet 5. cikkének (2) bekezdése", "art_5__para_2", "Regulation (EU) 2016/679"),
        ("fi", "SEUT-sopimuksen 78 artiklan 3 kohta", "art_78__para_3", "TFEU"),
    ],
)  # fmt: skip
def test_a_place_in_another_act_knows_its_act(language: str, text: str, place: str, owner: str) -> None:
    assert [found[1:] for found in _found(text, language)] == [(place, owner)]


def test_that_act_is_the_one_named_last() -> None:
    text = "Article 4 of Directive 2011/93/EU applies. Article 5 of that Directive and Article 6 thereof do not."
    assert [found[2] for found in _found(text)] == ["Directive 2011/93/EU"] * 3
    assert _found("Article 5 of that Directive") == []
    text = "A 2011/93/EU irányelv 4. cikke alkalmazandó, az említett irányelv 5. cikke nem."
    assert [found[2] for found in _found(text, "hu")] == ["Directive 2011/93/EU"] * 2


def test_a_subparagraph_thereof_is_of_the_paragraph_before_it() -> None:
    text = "Points (a) and (b) of paragraph 2 and the second subparagraph thereof shall not apply."
    places = ["art_9__para_2__point_1", "art_9__para_2__point_2", "art_9__para_2__sub_2"]
    assert [found[1] for found in _found(text)] == places


def test_what_is_mentioned_in_a_place_does_not_own_it() -> None:
    text = "Az 5. cikkben említett ajánlások és a (2) bekezdés a) pontjában említett irányelvek"
    assert [found[1:] for found in _found(text, "hu")] == [("art_5", ""), ("art_9__para_2__point_1", "")]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "visés au paragraphe 2, points a) et b), et à l’article 6",
         ["art_9__para_2__point_1", "art_9__para_2__point_2", "art_6"]),
        ("fr", "au deuxième alinéa du paragraphe 2", ["art_9__para_2__sub_2"]),
        ("de", "nach Absatz 2 Buchstaben a und b und den Artikeln 6 und 7 dieser Verordnung",
         ["art_9__para_2__point_1", "art_9__para_2__point_2", "art_6", "art_7"]),
        ("de", "gemäß Artikel 5 Absatz 2 Unterabsatz 2", ["art_5__para_2__sub_2"]),
        ("el", "στην παράγραφο 2 δεύτερο εδάφιο και στα στοιχεία α) και β) της παραγράφου 2",
         ["art_9__para_2__sub_2", "art_9__para_2__point_1", "art_9__para_2__point_2"]),
        ("el", "στα άρθρα 6 και 7 και στο άρθρο 3α", ["art_6", "art_7", "art_3a"]),
        ("fi", "5 artiklan 2 kohdan a alakohta", ["art_5__para_2__point_1"]),
        ("hu", "Az (1) és (2) bekezdés, valamint az 5., 6. és 7. cikk, de e cikk nem",
         ["art_9__para_1", "art_9__para_2", "art_5", "art_6", "art_7"]),
    ],
)  # fmt: skip
def test_places_are_found_in_other_languages(language: str, text: str, places: list[str]) -> None:
    assert [place for _, place, _ in _found(text, language)] == places


@pytest.mark.parametrize("language", ["et", "cs", "pl", "es", "it", "pt", "sv", "hr", "sl", "hu", "nl", "da"])
def test_an_article_with_its_paragraph_is_found_in_every_language(language: str) -> None:
    text = {
        "et": "artikli 11 lõige 3", "cs": "čl. 11 odst. 3", "pl": "art. 11 ust. 3", "es": "artículo 11, apartado 3",
        "it": "l'articolo 11, paragrafo 3", "pt": "artigo 11.o, n.o 3", "sv": "artikel 11.3",
        "hr": "članka 11. stavka 3.", "sl": "člena 11(3)", "hu": "11. cikk (3) bekezdésének", "nl": "artikel 11, lid 3",
        "da": "artikel 11, stk. 3",
    }[language]  # fmt: skip
    assert [place for _, place, _ in _found(text, language)] == ["art_11__para_3"]


def test_a_citation_speaks_of_treaties() -> None:
    unit = Paragraph(Address("cit_1"), Kind.CITATION, "", "Having regard to the Treaty, and in particular Article 16,")
    assert provision_references.pointers(unit, KNOWN, "en") == []


def test_the_provisions_of_the_reference_tables_are_found(shared: Path) -> None:
    examples = json.loads((shared / "refdata" / "legal_references_examples.json").read_text("utf-8"))["examples"]
    parts = ("", *(f"__para_{n}" for n in range(1, 9)))
    known = frozenset(Address(f"art_{n}{part}") for n in range(1, 400) for part in parts)
    for example in examples:
        if not re.fullmatch(r"(?:art|TFEU|TEU) \d+\(\d\)", example["normalised"]):
            continue
        unit = Paragraph(Address("p_1"), Kind.TEXT, "", example["text"])
        wanted = example["normalised"].partition(" ")[2].rstrip(")").split("(")
        found = provision_references.pointers(unit, known, example["lang"])
        assert [p.address for p in found] == [f"art_{wanted[0]}__para_{wanted[1]}"], example["text"]


def test_places_that_are_not_there_are_told_by_their_words() -> None:
    known = frozenset(map(Address, ("art_5", "art_5__para_1", "art_5__para_2", "para_3")))

    def dead_in(text: str) -> list[str]:
        return provision_references.dead(Paragraph(Address("art_5__para_1"), Kind.PARAGRAPH, "1.", text), known, "en")

    assert dead_in("See Article 5(2). Paragraph 2 applies. So does point (a) of Article 7 TEU.") == []
    assert dead_in("See Article 5(3) and Article 9.") == ["Article 5(3)", "Article 9"]
    assert dead_in("See Article 9 of Regulation (EU) 2016/679 and Article 16 TFEU.") == []
    assert dead_in("See recital 4.") == []  # there are no recitals: another act's
