import pytest

from delegate_desk.core.documents.document import Mark
from delegate_desk.parsing.blocks import Block, TextRun
from delegate_desk.parsing.structure import builder
from delegate_desk.parsing.structure.builder import Structure
from support.outlines import addresses_of


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


UNMARKED = {
    "a chapter and its title": (
        "en",
        [
            ("Article 1", "art_1"),
            ("Regulation X is amended as follows:", "art_1__sub_1"),
            ("(1) the heading of Chapter II is replaced by the following:", "art_1__point_1"),
            ("CHAPTER II", "art_1__point_1__sub_2"),
            ("Quiet hours", "art_1__point_1__sub_3"),
            ("(2) Article 7 is deleted.", "art_1__point_2"),
            ("Article 2", "art_2"),
            ("Entry into force", ""),
            ("It enters into force.", "art_2__sub_1"),
        ],
    ),
    "a chapter with articles": (
        "en",
        [
            ("Article 1", "art_1"),
            ("Regulation X is amended as follows:", "art_1__sub_1"),
            ("(1) the following Chapter is inserted:", "art_1__point_1"),
            ("CHAPTER IIa", "art_1__point_1__sub_2"),
            ("QUIET HOURS", "art_1__point_1__sub_3"),
            ("Article 5a", "art_1__point_1__sub_4"),
            ("Hours at night", "art_1__point_1__sub_5"),
            ("1. Ports are quiet.", "art_1__point_1__sub_6"),
            ("2. Ships are not.", "art_1__point_1__sub_7"),
            ("(2) Article 7 is deleted.", "art_1__point_2"),
            ("Article 2", "art_2"),
            ("This Regulation enters into force.", "art_2__sub_1"),
        ],
    ),
    "a section, German": (
        "de",
        [
            ("Artikel 1", "art_1"),
            ("Die Richtlinie X wird wie folgt geändert:", "art_1__sub_1"),
            ("1. Die Überschrift des Abschnitts 2 erhält folgende Fassung:", "art_1__point_1"),
            ("ABSCHNITT 2", "art_1__point_1__sub_2"),
            ("Ruhezeiten", "art_1__point_1__sub_3"),
            ("2. Artikel 7 wird gestrichen.", "art_1__point_2"),
            ("Artikel 2", "art_2"),
            ("Diese Richtlinie tritt in Kraft.", "art_2__sub_1"),
        ],
    ),
    "a title, French, behind a letter": (
        "fr",
        [
            ("Article premier", "art_1"),
            ("Le règlement X est modifié comme suit:", "art_1__sub_1"),
            ("1) le titre III est modifié comme suit:", "art_1__point_1"),
            ("a) l'intitulé est remplacé par le texte suivant:", "art_1__point_1__point_1"),
            ("TITRE III", "art_1__point_1__point_1__sub_2"),
            ("Heures de silence", "art_1__point_1__point_1__sub_3"),
            ("b) l'article 7 est supprimé;", "art_1__point_1__point_2"),
            ("2) l'article 9 est supprimé.", "art_1__point_2"),
            ("Article 2", "art_2"),
            ("Le présent règlement entre en vigueur.", "art_2__sub_1"),
        ],
    ),
    "an article, Greek": (
        "el",
        [
            ("Άρθρο 1", "art_1"),
            ("Ο κανονισμός Χ τροποποιείται ως εξής:", "art_1__sub_1"),
            ("1) παρεμβάλλεται το ακόλουθο άρθρο:", "art_1__point_1"),
            ("Άρθρο 5α", "art_1__point_1__sub_2"),
            ("Ώρες ησυχίας", "art_1__point_1__sub_3"),
            ("Οι λιμένες είναι ήσυχοι.", "art_1__point_1__sub_4"),
            ("2) το άρθρο 7 απαλείφεται.", "art_1__point_2"),
            ("Άρθρο 2", "art_2"),
            ("Ο παρών κανονισμός αρχίζει να ισχύει.", "art_2__sub_1"),
        ],
    ),
    "no list, the next article ends it": (
        "en",
        [
            ("Article 3", "art_3"),
            ("In Regulation X, the following Chapter is inserted:", "art_3__sub_1"),
            ("CHAPTER IV", "art_3__sub_2"),
            ("QUIET HOURS", "art_3__sub_3"),
            ("Article 12a", "art_3__sub_4"),
            ("Ports are quiet.", "art_3__sub_5"),
            ("Article 4", "art_4"),
            ("This Regulation enters into force.", "art_4__sub_1"),
        ],
    ),
    "a part, Italian": (
        "it",
        [
            ("Articolo 1", "art_1"),
            ("Il regolamento X è così modificato:", "art_1__sub_1"),
            ("1) il titolo della parte II è sostituito dal seguente:", "art_1__point_1"),
            ("PARTE II", "art_1__point_1__sub_2"),
            ("ORE DI SILENZIO", "art_1__point_1__sub_3"),
            ("2) l'articolo 7 è soppresso.", "art_1__point_2"),
            ("Articolo 2", "art_2"),
            ("Il presente regolamento entra in vigore.", "art_2__sub_1"),
        ],
    ),
}


@pytest.mark.parametrize("kind", UNMARKED)
def test_headings_quoted_without_marks_close_no_amending_article(kind: str) -> None:
    language, lines = UNMARKED[kind]
    assert addresses_of([line for line, _ in lines], language) == [address for _, address in lines if address]


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


def test_inner_labels_do_not_disturb_the_outer_numbering() -> None:
    lines = [
        "Article 9", "Amendments", "Directive X is amended as follows:", "(1) in Article 3, paragraph 2 is replaced:",
        "‘2. Ports shall be quiet:", "(a) at night;", "(b) by day.", "Article 3a", "More’;",
        "(2) the following Article is inserted:", "‘Article 5a", "Quiet hours", "1. One.", "2. Two.’;",
        "(3) Annex I is deleted.", "Article 10", "Entry into force", "It enters into force.", "It is binding.",
    ]  # fmt: skip
    found = addresses_of(lines)
    assert [a for a in found if "sub" not in a] == [
        "art_9", "art_9__point_1", "art_9__point_2", "art_9__point_3", "art_10",
    ]  # fmt: skip
    assert [a for a in found if a.startswith("art_9__point_2__")] == [f"art_9__point_2__sub_{n}" for n in range(2, 6)]
