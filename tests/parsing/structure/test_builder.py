from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Call, Kind, Mark, Span
from delegate_desk.parsing.blocks import Block, FootnoteBlock, TextRun
from delegate_desk.parsing.structure import builder
from delegate_desk.parsing.structure.addressed_units import footnotes
from delegate_desk.parsing.structure.builder import Structure
from support.outlines import addresses_of, block, centred, units_of

Lines = list[str | Block]


def test_conclusions_run_through_headings_with_points_inside_a_paragraph() -> None:
    lines: Lines = [
        "COUNCIL CONCLUSIONS", "on quiet hours", "1. One.", "2. The Council recalls,", "(a) first;", "(b) second.",
        "Financing", "3. Three.",
    ]  # fmt: skip
    units = units_of(lines)
    assert [unit.address for unit in units] == [
        "hd_1", "para_1", "para_2", "para_2__point_1", "para_2__point_2", "hd_2", "para_3",
    ]  # fmt: skip
    assert units[0].text == "COUNCIL CONCLUSIONS on quiet hours"
    assert [unit.depth for unit in units] == [1, 1, 1, 2, 2, 1, 1]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        ("α) β) γ) δ) ε) στ) ζ) η) θ) ι) ια)", range(1, 12)),
        ("а) б) в) г) д) е) ж) з) и) й)", range(1, 11)),
        ("(i) (ii) (iii) (iv) (v) (vi)", range(1, 7)),
        ("(f) (g) (h) (i) (j)", range(6, 11)),
        ("a) b) c) d)", range(1, 5)),
        ("(1) (2) (3)", range(1, 4)),
        ("(w) (x) (y) (z) (aa) (bb)", range(23, 29)),
    ],
)
def test_points_are_numbered_by_their_sequence_in_any_script(labels: str, numbers: range) -> None:
    found = addresses_of(["7. The Council recalls:", *(f"{label} text;" for label in labels.split())])
    assert found[1:] == [f"para_7__point_{n}" for n in numbers]


def test_an_act_has_citations_recitals_and_articles() -> None:
    lines: Lines = [
        "THE COUNCIL OF THE EUROPEAN UNION,", "Having regard to the Treaty,", "Acting in accordance with a procedure,",
        "Whereas:", "(1) First.", "(2) Second.", "HAVE ADOPTED THIS REGULATION:", centred("CHAPTER I"),
        centred("GENERAL PROVISIONS"), centred("Article 1"), centred("Scope"), "1. This applies to:", "(a) ports;",
        "(b) ships.", "2. It does not apply to islands.", "The master shall decide.", centred("Article 2"),
        centred("Definitions"), "For the purposes of this Regulation:", "(1) ‘port’ means a port;",
        "(2) ‘ship’ means a ship.", "Done at Brussels,",
    ]  # fmt: skip
    units = units_of(lines)
    assert [unit.address for unit in units] == [
        "p_1", "cit_1", "cit_2", "p_2", "rec_1", "rec_2", "p_3", "chp_1", "art_1", "art_1__para_1",
        "art_1__para_1__point_1", "art_1__para_1__point_2", "art_1__para_2", "art_1__para_2__sub_2", "art_2",
        "art_2__sub_1", "art_2__point_1", "art_2__point_2", "p_4",
    ]  # fmt: skip
    by_address = {str(unit.address): unit for unit in units}
    assert (by_address["art_1"].label, by_address["art_1"].text) == ("Article 1", "Scope")
    assert (by_address["chp_1"].label, by_address["chp_1"].text) == ("CHAPTER I", "GENERAL PROVISIONS")
    assert by_address["art_2__point_1"].label == "(1)"


@pytest.mark.parametrize(
    ("language", "article", "paragraph", "point"),
    [
        ("en", "Article 5", "2.", "(a)"),
        ("el", "Άρθρο 5", "2.", "α)"),
        ("fr", "Article 5", "2.", "a)"),
        ("bg", "Член 5", "2.", "а)"),
        ("de", "Artikel 5", "(2)", "a)"),
        ("hu", "5. cikk", "(2)", "a)"),
        ("fi", "5 artikla", "2.", "a)"),
        ("lv", "5. pants", "2.", "a)"),
        ("lt", "5 straipsnis", "2.", "a)"),
        ("hr", "Članak 5.", "2.", "(a)"),
        ("pt", "Artigo 5.º", "2.", "a)"),
        ("sl", "Člen 5", "2.", "(a)"),
        ("ro", "Articolul 5", "(2)", "(a)"),
    ],
)
def test_an_address_is_the_same_in_every_language(language: str, article: str, paragraph: str, point: str) -> None:
    first = paragraph.replace("2", "1")
    lines: Lines = [centred(article), centred("Xxx yyy"), f"{first} Xxx.", f"{paragraph} Yyy:", f"{point} zzz."]
    assert addresses_of(lines, language) == ["art_5", "art_5__para_1", "art_5__para_2", "art_5__para_2__point_1"]


@pytest.mark.parametrize(("language", "label"), [("en", "Article 3a"), ("el", "Άρθρο 3α"), ("fr", "Article 3 bis")])
def test_an_inserted_article_is_the_same_in_every_language(language: str, label: str) -> None:
    assert addresses_of([centred(label), centred("Xxx"), "Yyy."], language)[0] == "art_3a"


@pytest.mark.parametrize(
    ("language", "label"),
    [("el", "ΠΑΡΑΡΤΗΜΑ II"), ("hu", "II. MELLÉKLET"), ("lv", "II PIELIKUMS"), ("fi", "LIITE II"), ("lt", "II PRIEDAS")],
)
def test_an_annex_is_numbered_in_every_language(language: str, label: str) -> None:
    assert addresses_of([label, "1. Xxx."], language) == ["annex_2", "annex_2__para_1"]


def test_a_sentence_broken_by_a_page_continues() -> None:
    first = Block((TextRun("2. The Council invites the"),), page=1)
    units = units_of(
        ["1. One.", first, Block((TextRun("Member States to act."),), page=2, continues=True), "3. Three."]
    )
    assert [unit.address for unit in units] == ["para_1", "para_2", "para_3"]
    assert units[1].text == "The Council invites the Member States to act."
    units = units_of([first, Block((TextRun("and the Commission to report."),), page=2)])
    assert [unit.address for unit in units] == ["para_2"]


def test_a_table_has_rows_and_cells() -> None:
    cells = [
        Block((TextRun("Place"),), cell=(1, 1, 1)), Block((TextRun("Level"),), cell=(1, 1, 2)),
        Block((TextRun("1. Berth"),), cell=(1, 2, 1)), Block((TextRun("and quay"),), cell=(1, 2, 1)),
        Block((TextRun(""),), cell=(1, 2, 2)), Block((TextRun("Next"),), cell=(2, 1, 1)),
    ]  # fmt: skip
    units = units_of(["ANNEX", *cells])
    assert [(str(unit.address), unit.text) for unit in units[1:]] == [
        ("annex_1__tbl_1__row_1__cell_1", "Place"), ("annex_1__tbl_1__row_1__cell_2", "Level"),
        ("annex_1__tbl_1__row_2__cell_1", "1. Berth and quay"), ("annex_1__tbl_2__row_1__cell_1", "Next"),
    ]  # fmt: skip


def test_labels_that_word_computes_are_labels() -> None:
    blocks = [
        Block((TextRun("One."),), label="1."),
        Block((TextRun("First."),), label="(a)"),
        Block((TextRun(""),), label="Article 3"),
        Block((TextRun("Scope"),), centred=True),
        Block((TextRun("Text."),)),
    ]
    units = units_of(blocks)
    assert [unit.address for unit in units] == ["para_1", "para_1__point_1", "art_3", "art_3__sub_1"]
    assert [unit.label for unit in units] == ["1.", "(a)", "Article 3", ""]


def test_calls_lead_to_their_notes_even_where_labels_start_again() -> None:
    notes = [FootnoteBlock(label, (block(f"Note {label}."),)) for label in ("1", "2", "1")]
    call = TextRun("", note="1")
    units = units_of(
        [Block((TextRun("1. One"), call, TextRun("."))), Block((TextRun("2. Two"), call, TextRun("", note="9")))],
        notes=notes,
    )
    assert units[0].calls == (Call(3, footnotes(notes)[0][0].address),)
    assert [call.note for call in units[1].calls] == ["fn_1-2"]
    assert [call.printed for unit in units for call in unit.calls] == ["1", "1"]


def test_looks_stay_on_their_words() -> None:
    bold = frozenset({Mark.BOLD})
    block = Block((TextRun("1. ", bold), TextRun("Old "), TextRun("new", bold)))
    assert units_of([block])[0].spans == (Span(4, 7, Mark.BOLD),)


def test_headings_of_an_outline_keep_their_label() -> None:
    units = units_of([centred("I. INTRODUCTION"), "1. One.", centred("II. STATE OF PLAY"), "2. Two."])
    assert [(str(unit.address), unit.label) for unit in units if unit.kind is Kind.HEADING] == [
        ("hd_1", "I."), ("hd_2", "II."),
    ]  # fmt: skip


_LINES = st.sampled_from(
    [
        "1. One.", "2. Two:", "(a) a;", "(b) b:", "(i) i;", "(ii) ii.", "- dash", "Text.", "text goes on", "Article 1",
        "ANNEX", "CHAPTER I", "TITLE II", "Whereas:", "(1) Recital.", "HEADING", "1.1. Deep.", "‘Quoted", "end’.",
        "3a. In.",
    ]
)  # fmt: skip


@given(st.lists(_LINES, max_size=25))
def test_every_unit_has_an_address_of_its_own_and_no_word_is_lost(lines: list[str]) -> None:
    units = units_of(lines)
    addresses = [unit.address for unit in units]
    assert len(set(addresses)) == len(addresses)
    printed = sorted(" ".join(lines).split())
    kept = sorted(" ".join(f"{unit.label} {unit.marked}" for unit in units).split())
    annexes = lines.count("ANNEX")
    assert [word for word in kept if word != "ANNEX"] == [word for word in printed if word != "ANNEX"]
    assert kept.count("ANNEX") <= annexes


@given(st.lists(_LINES, max_size=12), st.integers(0, 3))
def test_pages_and_places_on_them_break_nothing(lines: list[str], page: int) -> None:
    blocks = [replace(block(line), page=n // 3 + page, indent=28.0 * (n % 3)) for n, line in enumerate(lines)]
    addresses = addresses_of(blocks)
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize(
    ("language", "article", "phrase", "labels"),
    [
        ("sv", "Artikel 2", "I detta direktiv avses med", ("1.", "2.")),
        ("de", "Artikel 2", "Im Sinne dieser Richtlinie bezeichnet der Ausdruck", ("1.", "2.")),
        ("fi", "2 artikla", "Tässä asetuksessa tarkoitetaan", ("1)", "2)")),
    ],
)
def test_definitions_may_follow_a_phrase_that_nothing_ends(
    language: str, article: str, phrase: str, labels: tuple[str, str]
) -> None:
    lines: Lines = [centred(article), centred("Xxx"), phrase, f"{labels[0]} xxx yyy,", f"{labels[1]} yyy."]
    assert addresses_of(lines, language)[1:] == ["art_2__sub_1", "art_2__point_1", "art_2__point_2"]


def test_a_short_line_below_a_part_is_its_title_however_it_looks() -> None:
    units = units_of(["ANNEX I", "LIST", "PART A", "Atlantic ports", "1. One.", "PART B", "Baltic ports", "1. One."])
    assert [(unit.address, unit.text) for unit in units if unit.kind is Kind.PART] == [
        ("annex_1__part_1", "Atlantic ports"), ("annex_1__part_2", "Baltic ports"),
    ]  # fmt: skip


def test_headings_whose_number_word_computes_have_the_title_behind_it() -> None:
    blocks = [
        Block((TextRun("General"),), label="CHAPTER I"), Block((TextRun("Scope"),), label="Article 1"),
        Block((TextRun("One."),), label="1."), Block((TextRun("Entry into force"),), label="Article 2"),
        Block((TextRun("One."),), label="1."),
    ]  # fmt: skip
    units = units_of(blocks)
    assert [(unit.address, unit.label, unit.text) for unit in units][:2] == [
        ("chp_1", "CHAPTER I", "General"), ("art_1", "Article 1", "Scope"),
    ]  # fmt: skip
    assert [unit.address for unit in units][2:] == ["art_1__para_1", "art_2", "art_2__para_1"]


def test_a_footnote_called_behind_the_number_of_an_article_is_called_by_it() -> None:
    notes = [FootnoteBlock(label, (block(f"Note {label}."),)) for label in ("1", "2")]
    number = Block((TextRun("Article 1"), TextRun("", note="1")), centred=True)
    units = units_of([number, Block((TextRun("Scope"), TextRun("", note="2")), centred=True), "1. One."], notes=notes)
    assert [call.note for call in units[0].calls] == ["fn_1", "fn_2"]


@pytest.mark.parametrize("marks", ["‘’", "“”", "«»", "„“", "„”", "»«", "””", '""'])
def test_a_quotation_runs_to_its_end_whatever_marks_it_has(marks: str) -> None:
    opening, closing = marks[0], marks[1]
    texts = [f"{opening}1. Xxx:", "(a) yyy;", f"(b) zzz.{closing};", "2. Next."]
    assert builder.length(texts, opening) == 3


def test_quotations_within_a_quotation_do_not_end_it() -> None:
    assert builder.length(["‘(5) ‘port’ means a ‘harbour’;", "(6) ‘ship’ means a vessel.’.", "3. Next."], "‘") == 2
    assert builder.length(["”5) Med ”hamn” avses en ”plats”,", "6) Med ”fartyg” avses en båt.”.", "3. Xxx."], "”") == 2


def test_an_apostrophe_ends_nothing() -> None:
    assert builder.length(["‘The Member States’ ports and the ship’s crew.", "All of them.’."], "‘") == 2


def test_what_never_ends_is_no_quotation() -> None:
    assert builder.length(["‘Text.", "More."], "‘") == 0
    lines = ["1. The following is inserted:", "‘Text.", "2. Two.", "3. Three."]
    assert addresses_of(lines) == ["para_1", "para_1__sub_2", "para_2", "para_3"]


@pytest.mark.parametrize("look", ["centred", "bold", "style"])
def test_a_sub_heading_quoted_without_marks_closes_no_amending_article(look: str) -> None:
    def block(line: str) -> Block:
        marks = frozenset({Mark.BOLD}) if look == "bold" else frozenset()
        return Block((TextRun(line, marks),), centred=look == "centred", heading=3 if look == "style" else None)

    structure = Structure(("en",))
    structure.add(
        block(line) if line in ("Quiet hours", "Reports") else Block((TextRun(line),))
        for line in ("Article 1", "Regulation X is amended as follows:", "(1) the following heading is inserted "
        "above Article 5:",
                     "Quiet hours", "(2) the heading above Article 9 is replaced by the following:", "Reports",
                     "(3) Article 12 is deleted.", "Article 2", "It enters into force.")
    )  # fmt: skip
    assert [str(unit.address) for unit in structure.paragraphs({})] == [
        "art_1", "art_1__sub_1", "art_1__point_1", "art_1__point_1__sub_2", "art_1__point_2", "art_1__point_2__sub_2",
        "art_1__point_3", "art_2", "art_2__sub_1",
    ]  # fmt: skip
