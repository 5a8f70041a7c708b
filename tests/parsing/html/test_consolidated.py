"""Consolidated texts of EUR-Lex: editorial additions around and in the text of the act are not part of it."""

from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Document
from delegate_desk.parsing import vocabulary
from support.outlines import saved_page

DISCLAIMERS = {
    "bg": "Този текст служи само за информационни цели и няма правно действие.",
    "cs": "Tento dokument slouží výhradně k informačním účelům a nemá žádný právní účinek.",
    "da": "Denne tekst tjener udelukkende som dokumentationsværktøj og har ingen retsvirkning.",
    "de": "Dieser Text dient lediglich zu Informationszwecken und hat keine Rechtswirkung.",
    "el": "Το κείμενο αυτό αποτελεί απλώς εργαλείο τεκμηρίωσης και δεν έχει καμία νομική ισχύ.",
    "en": "This text is meant purely as a documentation tool and has no legal effect.",
    "es": "Este texto es exclusivamente un instrumento de documentación y no surte efecto jurídico.",
    "et": "Käesolev tekst on üksnes dokumenteerimisvahend ning sellel ei ole mingit õiguslikku mõju.",
    "fi": "Tämä teksti on tarkoitettu ainoastaan dokumentointitarkoituksiin, eikä sillä ole oikeudellista vaikutusta.",
    "fr": "Ce texte constitue seulement un outil de documentation et n’a aucun effet juridique.",
    "ga": "Is áis doiciméadaithe amháin an téacs seo agus níl aon éifeacht dhlíthiúil aige.",
    "hr": "Ovaj je tekst namijenjen isključivo dokumentiranju i nema pravni učinak.",
    "hu": "Ez a szöveg kizárólag tájékoztató jellegű és nem vált ki joghatást.",
    "it": "Il presente testo è un semplice strumento di documentazione e non produce alcun effetto giuridico.",
    "lt": "Šis tekstas yra skirtas tik informacijai ir teisinės galios neturi.",
    "lv": "Šis teksts ir paredzēts vienīgi dokumentācijai, un tam nav juridiska spēka.",
    "mt": "Dan it-test hu maħsub purament bħala għodda ta’ dokumentazzjoni u m’għandu l-ebda effett legali.",
    "nl": "Onderstaande tekst dient louter ter informatie en is juridisch niet bindend.",
    "pl": "Dokument ten służy wyłącznie do celów informacyjnych i nie ma mocy prawnej.",
    "pt": "Este texto constitui um instrumento de documentação e não tem qualquer efeito jurídico.",
    "ro": "Acest document are doar scop informativ și nu produce efecte juridice.",
    "sk": "Tento text slúži výlučne ako dokumentačný nástroj a nemá žiadny právny účinok.",
    "sl": "To besedilo je zgolj informativne narave in nima pravnega učinka.",
    "sv": "Den här texten är endast avsedd som ett dokumentationshjälpmedel och har ingen rättslig verkan.",
}
OLDER = {
    "de": "Dieses Dokument ist lediglich eine Dokumentationsquelle",
    "en": "This document is meant purely as a documentation tool and commits nobody",
    "fr": "Ce document constitue un outil de documentation et n'engage pas la responsabilité des institutions",
    "el": "Το έγγραφο αυτό συνιστά βοήθημα τεκμηρίωσης και δεν δεσμεύει τα κοινοτικά όργανα",
    "nl": "Dit document vormt slechts een documentatiehulpmiddel",
    "it": "Il presente documento costituisce un mezzo di documentazione",
    "es": "Este documento es un instrumento de documentación y no compromete la responsabilidad de las instituciones",
    "hu": "Ez a dokumentum kizárólag tájékoztató jellegű",
    "sv": "Detta dokument är endast avsett som dokumentationshjälpmedel",
}
SHAPES = [
    '<p class="reference">{reference}</p><p class="disclaimer">{words}</p>{act}',
    "<p>{reference}</p><p>{words}</p>{act}",
    "<p>{reference}</p><table><tr><td><p><i>{words}</i></p></td></tr></table>{act}",
    "<p>{reference}</p><p><b>►B</b></p><center><i>{words}</i></center>{act}",
    "<div><span>{reference}</span></div><div><span>{words}</span></div>{act}",
]
ACT = "<p>{title}</p><p>Article 1</p><p>1. Harbours shall be lit at night.</p><p>2. Ferries shall ring their bells.</p>"
TITLE = "REGULATION (EU) 2026/300 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 5 May 2026 on harbour lights"


def read(folder: Path, body: str) -> Document:
    return saved_page(folder, f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>')


def texts(document: Document) -> str:
    return " ".join(f"{unit.label} {unit.text}" for unit in document.units())


@pytest.mark.parametrize(("language", "words"), [*DISCLAIMERS.items(), *OLDER.items()])
def test_a_disclaimer_is_neither_subject_nor_text(tmp_path: Path, language: str, words: str) -> None:
    reference = f"02026R0300 — {language.upper()} — 01.07.2026 — 001.001"
    for shape in SHAPES:
        document = read(tmp_path, shape.format(reference=reference, words=words, act=ACT.format(title=TITLE)))
        subject = document.header.subject
        assert words[:30] not in subject, shape
        assert words[:30] not in texts(document), shape
        assert "02026R0300" not in texts(document), shape
        assert str(document.header.reference) == "Regulation (EU) 2026/300", shape
        assert subject.startswith("Regulation (EU) 2026/300") or "harbour lights" in subject, shape


def test_a_disclaimer_is_known_in_every_language() -> None:
    assert set(DISCLAIMERS) == set(vocabulary.languages())


def test_a_sentence_that_speaks_of_documentation_is_text(tmp_path: Path) -> None:
    words = "This text is meant for those who keep harbours."
    document = read(tmp_path, f"<p>Note</p><p>{words}</p><p>{DISCLAIMERS['en'][5:60]} is a phrase.</p>")
    assert words in texts(document)
    assert "documentation tool" in texts(document)


HEAD = """<p class="reference">02026R0300 — EN — 01.07.2026 — 002.001</p>
<p class="disclaimer">This text is meant purely as a documentation tool and has no legal effect.</p>
<table><tbody><tr><td><p class="arrow"><a title="32026R0300">►B</a></p></td><td>
<p class="title-doc-first">REGULATION (EU) 2026/300 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL</p>
<p class="title-doc-last">of 5 May 2026</p><p class="title-doc-last">on harbour lights</p>
<p class="title-doc-oj-reference">(OJ L 300, 6.5.2026, p. 1)</p></td></tr></tbody></table>
<p class="hd-modifiers">Amended by:</p>
<table><tbody><tr><td></td><td></td><td colspan="3"><p>Official Journal</p></td></tr>
<tr><td></td><td></td><td><p>No</p></td><td><p>page</p></td><td><p>date</p></td></tr>
<tr><td><p>►<a>M1</a></p></td><td><p class="title-fam-member"><a>REGULATION (EU) 2026/400 of 6 May 2026</a></p></td>
<td><p>L 400</p></td><td><p>3</p></td><td><p>7.5.2026</p></td></tr>
<tr><td><p>►M2</p></td><td><p class="title-fam-member">DECISION (EU) 2026/401 of 6 May 2026</p></td>
<td><p>L 401</p></td><td><p>4</p></td><td><p>8.5.2026</p></td></tr></tbody></table>
<p class="hd-modifiers">Corrected by:</p>
<table><tbody><tr><td><p>►C1</p></td><td><p>Corrigendum, OJ L 402, 9.5.2026, p. 2</p></td></tr></tbody></table>
<p class="arrow"><a>▼B</a></p>"""
TITLES = """<div class="eli-main-title"><p class="title-doc-first">REGULATION (EU) 2026/300 OF THE EUROPEAN PARLIAMENT
AND OF THE COUNCIL</p><p class="title-doc-last">of 5 May 2026</p>
<p class="title-doc-last">on harbour lights</p></div>"""


def test_the_list_of_amending_acts_is_no_text_of_the_act(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD + TITLES + ACT.replace("<p>{title}</p>", ""))
    found = texts(document)
    for words in ("2026/400", "2026/401", "Corrigendum", "Amended by", "Official Journal", "OJ L 300", "documentation"):
        assert words not in found
    assert found.count("on harbour lights") == 1
    assert str(document.header.reference) == "Regulation (EU) 2026/300"
    assert "on harbour lights" in document.header.subject
    assert [str(unit.address) for unit in document.paragraphs][-2:] == ["art_1__para_1", "art_1__para_2"]


def test_a_title_that_stands_in_the_head_alone_is_kept(tmp_path: Path) -> None:
    document = read(tmp_path, HEAD + ACT.replace("<p>{title}</p>", ""))
    assert str(document.header.reference) == "Regulation (EU) 2026/300"
    assert texts(document).count("on harbour lights") == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>▼B</p><p>Ships are lit.</p>", ["Ships are lit."]),
        ('<p class="modref"><a>▼M1</a></p><p>Ships are lit.</p>', ["Ships are lit."]),
        ("<p>▼M12 </p><p>Ships are lit.</p>", ["Ships are lit."]),
        ("<p>▼<a>M1</a></p><p>Ships are lit.</p>", ["Ships are lit."]),
        ("<p><b>▼C3</b><br/>Ships are lit.</p>", ["Ships are lit."]),
        ("<p>Ships ►M1 are lit ◄.</p>", ["Ships are lit."]),
        ("<p>Ships ►M1  are ◄ lit ►C2 at night ◄ ; and.</p>", ["Ships are lit at night; and."]),
        ('<p>Ships <a>►M1</a> are<span class="boldface"> ◄ </span>lit.</p>', ["Ships are lit."]),
        ('<p>Ships <span><a><span class="boldface">►</span>M1</a></span> are lit ◄.</p>', ["Ships are lit."]),
        ("<p>►M1 1. Ships are lit. ◄</p>", ["1. Ships are lit."]),
        ("<p>►<sup>M1</sup>&#160;Ships are lit.&#160;◄</p>", ["Ships are lit."]),
        ("<p>►A1 ►M2 Ships are lit. ◄ ◄</p>", ["Ships are lit."]),
        ("<p>►B Ships are lit. ◄</p>", ["Ships are lit."]),
        ("<p><a>►M1</a>Ships are <a>►B</a>Lit.◄</p>", ["Ships are Lit."]),
        ("<p>▼M3 —————</p><p>Ships are lit.</p>", ["Ships are lit."]),
        ("<p>►M3 __________ ◄</p><p>Ships are lit.</p>", ["Ships are lit."]),
        ("<p>Ships ►M3 ————— ◄ are lit.</p>", ["Ships ————— are lit."]),
        ("<p>► EU ships are lit.</p>", ["► EU ships are lit."]),
        ("<p>► A ship is lit.</p>", ["► A ship is lit."]),
        ("<p>►MS ships are lit.</p>", ["►MS ships are lit."]),
    ],
)
def test_marks_of_amendments_are_no_text(tmp_path: Path, body: str, expected: list[str]) -> None:
    document = read(tmp_path, f"<p>The Council notes.</p>{body}")
    found = [" ".join(f"{unit.label} {unit.text}".split()) for unit in document.paragraphs]
    assert found[1:] == expected


def test_an_article_of_a_consolidated_text(tmp_path: Path) -> None:
    body = """<div id="docHtml"><div class="eli-subdivision" id="art_5"><p class="title-article-norm">Article 5</p>
    <div class="eli-title" id="art_5.tit_1"><p class="stitle-article-norm">Lights</p></div>
    <div class="norm"><span class="no-parag">1.  </span><div class="norm inline-element"><p class="modref"><a
    title="32026R0400: REPLACED">▼M1</a> </p><p class="norm">Council Regulation (EC) No 1/2003 (<a href="#E0001"
    id="src.E0001">
      <span class="superscript">1</span>
    </a>) applies to <span><a title="x"><span class="boldface">►M2</span></a></span> ships<span class="boldface"> ◄
    </span>.</p></div></div>
    <p class="modref"><a>▼B</a></p><div class="norm"><span class="no-parag">2.  </span><div class="norm inline-element">
    Lights (<a href="#E0002" id="src.E0002"> <span class="superscript">*1</span> </a>); bells.</div></div></div>
    <div id="anx_I"><p class="title-annex-1"><span class="italics">ANNEX I</span></p><p class="title-gr-seq-level-1">
    <span class="boldface">LIST OF HARBOURS</span></p><p class="norm">1.   Port One.</p></div>
    <hr class="separator-short"/>
    <p class="footnote">(<a href="#src.E0002" id="E0002">
    <span class="superscript">*1</span>
    </a>)&nbsp;
      A starred note.</p>
    <p class="footnote">(<a href="#src.E0001" id="E0001">
    <span class="superscript">1</span>
    </a>)&nbsp;
      Council Regulation (EC) No 1/2003.</p></div>"""
    document = read(tmp_path, body)
    assert {str(unit.address): f"{unit.label} {unit.text}".strip() for unit in document.units()} == {
        "art_5": "Article 5 Lights",
        "art_5__para_1": "1. Council Regulation (EC) No 1/2003 applies to ships.",
        "art_5__para_2": "2. Lights; bells.",
        "annex_1": "ANNEX I LIST OF HARBOURS",
        "annex_1__para_1": "1. Port One.",
        "fn_1": "1 Council Regulation (EC) No 1/2003.",
        "fn_2": "*1 A starred note.",
    }
