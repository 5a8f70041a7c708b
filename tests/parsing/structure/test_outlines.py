"""Texts of lines, each with its language and the addresses of its units."""

import pytest

from delegate_desk.core.documents.document import Kind, Mark, PageBox
from delegate_desk.parsing import vocabulary
from delegate_desk.parsing.blocks import Block, TextRun
from support.outlines import addresses_of, centred, set_in, units_of

OUTLINES: dict[str, tuple[str, list[str | Block], str]] = {
    "i is a roman one where it does not follow h": (
        "en", ["1. One:", "(a) first:", "(i) roman one;", "(ii) roman two;", "(b) second."],
        "para_1 para_1__point_1 para_1__point_1__point_1 para_1__point_1__point_2 para_1__point_2",
    ),
    "i behind h is a roman one where ii follows": (
        "en", ["1. One:", "(g) seventh;", "(h) eighth:", "(i) roman one;", "(ii) roman two;", "(i) ninth."],
        "para_1 para_1__point_7 para_1__point_8 para_1__point_8__point_1 para_1__point_8__point_2 para_1__point_9",
    ),
    "inserted units keep their letter in latin": (
        "en", ["7. Seven.", "7a. Inserted.", "7b. Inserted.", "8. Eight."],
        "para_7 para_7a para_7b para_8",
    ),
    "inserted units keep their letter in latin (2)": (
        "en", ["1. One:", "(a) first;", "(aa) inserted;", "(b) second."],
        "para_1 para_1__point_1 para_1__point_1a para_1__point_2",
    ),
    "a list hangs on the subparagraph that it follows": (
        "en", [centred("Article 6"), centred("Rules"), "First:", "(a) one;", "(b) two.", "Second:", "(a) one;",
            "(b) two."],
        "art_6 art_6__sub_1 art_6__point_1 art_6__point_2 art_6__sub_2 art_6__sub_2__point_1 art_6__sub_2__point_2",
    ),
    "text between two points belongs to the first of them": (
        "en", ["1. One:", "(a) first.", "More on the first.", "(b) second.", "More on all."],
        "para_1 para_1__point_1 para_1__point_1__sub_2 para_1__point_2 para_1__sub_2",
    ),
    "text behind the last point goes by how far it is set in": (
        "en", ["1. One:", set_in(28, "(a) first."), set_in(56, "More on it.")],
        "para_1 para_1__point_1 para_1__point_1__sub_2",
    ),
    "text behind the last point goes by how far it is set in (2)": (
        "en", ["1. One:", set_in(28, "(a) first."), set_in(28, "More on all.")],
        "para_1 para_1__point_1 para_1__sub_2",
    ),
    "indents are counted and may hang on a point": (
        "en", ["1. One:", "– first;", "– second.", "2. Two:", "(a) point:", "- first;", "- second;", "(b) point."],
        "para_1 para_1__ind_1 para_1__ind_2 para_2 para_2__point_1 para_2__point_1__ind_1 para_2__point_1__ind_2 "
        "para_2__point_2",
    ),
    "the first article may be spelt out": (
        "fr", [centred("Article premier"), centred("Objet"), "Yyy."],
        "art_1 art_1__sub_1",
    ),
    "an article named in running text is none": (
        "en", ["1. One.", "Article 5 of that Directive shall apply.", "Article 7(2) too."],
        "para_1 para_1__sub_2 para_1__sub_3",
    ),
    "annexes hold their own paragraphs and articles": (
        "en", ["1. One.", "ANNEX I", "1. One.", "2. Two.", "ANNEX II", centred("Article 1"), centred("Scope"),
            "1. One."],
        "para_1 annex_1 annex_1__para_1 annex_1__para_2 annex_2 annex_2__art_1 annex_2__art_1__para_1",
    ),
    "an annex without a number is the first and its running head is no other": (
        "en", ["ANNEX", "1. One.", "ANNEX", "2. Two."],
        "annex_1 annex_1__para_1 annex_1__para_2",
    ),
    "divisions hang on each other and articles on none": (
        "en", [centred("TITLE I"), centred("CHAPTER 2"), centred("SECTION 1"), centred("Article 4"),
            centred("TITLE II"), centred("CHAPTER 1"), centred("Article 5"), "Text."],
        "tit_1 tit_1__chp_2 tit_1__chp_2__sec_1 art_4 tit_2 tit_2__chp_1 art_5 art_5__sub_1",
    ),
    "a label that occurs twice is told apart": (
        "en", ["1. One.", "2. Two.", centred("PART B"), "1. One.", "2. Two."],
        "para_1 para_2 part_2 para_1-2 para_2-2",
    ),
    "rules and stars between parts are left out": (
        "en", ["1. One.", "________", "* * *", "o o / o", "2. Two."],
        "para_1 para_2",
    ),
    "quoted text belongs to the unit that quotes it": (
        "en", [centred("Article 9"), centred("Amendments"), "1. The following Article is inserted:",
            centred("‘Article 5a"), centred("Quiet hours"), "1. Ports shall be quiet.", "(a) at night.’.",
            "2. It applies."],
        "art_9 art_9__para_1 art_9__para_1__sub_2 art_9__para_1__sub_3 art_9__para_1__sub_4 art_9__para_1__sub_5 "
        "art_9__para_2",
    ),
    "numbers of several levels hang on those above": (
        "en", ["1. One.", "1.1. One one.", "1.2. One two.", "2. Two.", "2.1. Two one."],
        "para_1 para_1__point_1 para_1__point_2 para_2 para_2__point_1",
    ),
    "signatures end with the act that they sign": (
        "en", [centred("Article 1"), "Text.", "Done at Brussels,", "For the Council", "The President", "ANNEX",
            "The following is added:", centred("A. Persons"), "1. One."],
        "art_1 art_1__sub_1 p_1 p_2 p_3 annex_1 annex_1__p_1 annex_1__hd_1 annex_1__para_1",
    ),
    "labels glued to their text are labels where nothing else looks so": (
        "en", ["1. One:", "1.1. large:", "1.1.1.small;", "1.1.2.tiny."],
        "para_1 para_1__point_1 para_1__point_1__point_1 para_1__point_1__point_2",
    ),
    "labels glued to their text are labels where nothing else looks so (2)": (
        "fr", ["1. Un:", "1) «a»: b;", "1 bis)«c»: d."],
        "para_1 para_1__point_1 para_1__point_1a",
    ),
    "a paragraph inserted behind a full stop keeps its letter": (
        "hr", [centred("Članak 2.a"), "1. Stari bunari.", "1.a Vrlo stari bunari.", "2. Novi bunari."],
        "art_2a art_2a__para_1 art_2a__para_1a art_2a__para_2",
    ),
    "the headings of an agenda are known however they look": (
        "en", ["1. Adoption of the agenda", "Legislative deliberations", "2. Ferries", "Presentation by the Commission",
            "Non-legislative activities", "3. Any other business"],
        "para_1 hd_1 para_2 para_2__sub_2 hd_2 para_3",
    ),
    "four levels of points follow their sequence": (
        "en", ["1. One:", "(a) first:", "(i) roman:", "(1) number:", "– dash;", "– dash;", "(2) number;", "(ii) roman;",
            "(b) second.", "2. Two."],
        "para_1 para_1__point_1 para_1__point_1__point_1 para_1__point_1__point_1__point_1 "
        "para_1__point_1__point_1__point_1__ind_1 para_1__point_1__point_1__point_1__ind_2 "
        "para_1__point_1__point_1__point_2 para_1__point_1__point_2 para_1__point_2 para_2",
    ),
    "a list of the same numbers within another ends where it says so": (
        "en", ["1. One.", "2. Two, in these steps:", "1. first;", "2. second.", "3. Three."],
        "para_1 para_2 para_2__point_1 para_2__point_2 para_3",
    ),
    "how far a number is set in tells its list": (
        "en", ["1. One.", "2. Two:", set_in(40, "1. first."), set_in(40, "2. second."), set_in(40, "3. third."),
            "3. Three."],
        "para_1 para_2 para_2__point_1 para_2__point_2 para_2__point_3 para_3",
    ),
    "dashes further in hang on the dash above": (
        "en", ["1. One:", set_in(30, "– a:"), set_in(60, "– b;"), set_in(60, "– c;"), set_in(30, "– d.")],
        "para_1 para_1__ind_1 para_1__ind_1__ind_1 para_1__ind_1__ind_2 para_1__ind_2",
    ),
    "an annex within an annex is another": (
        "en", ["1. One.", "ANNEX", "Article 1", "Ports.", "ANNEX", "Article 2", "Ships.", "ANNEX I", "1. List."],
        "para_1 annex_1 annex_1__art_1 annex_1__art_1__sub_1 annex_1__art_2 annex_1__art_2__sub_1 annex_1-2 "
        "annex_1-2__para_1",
    ),
    "numbers of several levels hang on the paragraph before them": (
        "en", ["1. One", "1.1. Deep.", "1.1.1. Deeper.", "ANNEX", "1. One", "1.1. Deep.", "1. Again", "1.1. Deep."],
        "para_1 para_1__point_1 para_1__point_1__point_1 annex_1 annex_1__para_1 annex_1__para_1__point_1 "
        "annex_1__para_1-2 annex_1__para_1-2__point_1",
    ),
    "text under titles with bullets belongs to them all": (
        "en", ["1. CONTEXT", "• Reasons", "Ports are loud.", "• Aims", "They shall be quiet.", "2. LAW"],
        "para_1 para_1__ind_1 para_1__ind_1__sub_2 para_1__ind_2 para_1__ind_2__sub_2 para_2",
    ),
    "text under titles with bullets belongs to them all (2)": (
        "en", ["1. One:", "• ports", "• ships", "More on all."],
        "para_1 para_1__ind_1 para_1__ind_2 para_1__sub_2",
    ),
    "units inserted behind a number or before the first keep their place": (
        "fi", ["2 artikla", "Määritelmät", "1. Jäsenvaltiot ilmoittavat.", "1 a. Komissio vastaa.",
            "2. Neuvosto päättää."],
        "art_2 art_2__para_1 art_2__para_1a art_2__para_2",
    ),
    "units inserted behind a number or before the first keep their place (2)": (
        "sv", ["Artikel 2", "Buller", "1. Medlemsstaterna ska rapportera.", "1 a. Kommissionen ska svara.",
            "1 b. Rådet ska besluta.", "2. Mer."],
        "art_2 art_2__para_1 art_2__para_1a art_2__para_1b art_2__para_2",
    ),
    "units inserted behind a number or before the first keep their place (3)": (
        "sv", ["Artikel 3", "Definitioner", "I denna förordning avses med:", "1) hamn: en plats,",
            "1 a) kaj: en annan,", "2) fartyg: en båt."],
        "art_3 art_3__sub_1 art_3__point_1 art_3__point_1a art_3__point_2",
    ),
    "units inserted behind a number or before the first keep their place (4)": (
        "fi", ["seuraavasti:", "(1) Melu häiritsee.", "(1 a) Satamat ovat hiljaisia.", "(2) Laivat eivät ole."],
        "p_1 p_1__point_1 p_1__point_1a p_1__point_2",
    ),
    "units inserted behind a number or before the first keep their place (5)": (
        "en", ["Article 5", "Hours", "-1. Ports are open.", "1. Ports are quiet.", "2. Ships are not."],
        "art_5 art_5__para_-1 art_5__para_1 art_5__para_2",
    ),
    "units inserted behind a number or before the first keep their place (6)": (
        "de", ["-1. Die Häfen sind offen.", "-1a. Die Schiffe auch.", "1. Die Häfen sind ruhig.",
            "2. Die Schiffe nicht."],
        "para_-1 para_-1a para_1 para_2",
    ),
    "units inserted behind a number or before the first keep their place (7)": (
        "fr", ["Article 7", "Ports", "–2. Un.", "–1. Deux.", "1. Trois."],
        "art_7 art_7__para_-2 art_7__para_-1 art_7__para_1",
    ),
    "units inserted behind a number or before the first keep their place (8)": (
        "en", ["Whereas:", "(-1) Ports are open.", "(1) Ports are quiet.", "(2) Ships are not."],
        "p_1 rec_-1 rec_1 rec_2",
    ),
    "recitals without numbers are counted": (
        "en", ["Having regard to the Treaty,", "Whereas:", "Ports are loud.", "Residents complain;"],
        "cit_1 p_1 rec_1 rec_2",
    ),
    "each recital may begin with its word": (
        "en", ["Having regard to the Treaty,", "Whereas ports are loud;", "Whereas residents complain;",
            "HAS ADOPTED THIS DECISION:", "Article 1", "Ports shall be quiet."],
        "cit_1 rec_1 rec_2 p_1 art_1 art_1__sub_1",
    ),
    "citations may stand behind dashes": (
        "en", ["– having regard to the Treaty,", "– having regard to the opinion,", "1. Ports shall be quiet."],
        "cit_1 cit_2 para_1",
    ),
    "a citation broken by a page continues": (
        "en", ["Having regard to the Treaty,", "Having regard to the proposal from the", "European Commission,"],
        "cit_1 cit_2 cit_3",
    ),
    "a citation broken by a page continues (2)": (
        "en", ["Having regard to the Treaty,", "Having regard to the", "opinion of the Committee,"],
        "cit_1 cit_2",
    ),
    "a chapter of the act itself closes the article before it": (
        "en", ["Article 1", "This Regulation applies to the following:", "CHAPTER II", "QUIET HOURS", "Article 2",
            "Ports are quiet."],
        "art_1 art_1__sub_1 chp_2 art_2 art_2__sub_1",
    ),
    "a chapter of the act itself closes the article before it (2)": (
        "en", ["Article 1", "Ports are the following:", "(1) one;", "(2) two:", "CHAPTER II", "Article 2",
            "(1) three;"],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_2 chp_2 art_2 art_2__para_1",
    ),
    "a quotation that begins within a block runs on": (
        "en", ["1. Paragraph 2 is replaced by the following: ‘2. Ports shall:", "(a) be quiet;", "(b) be dark.’.",
            "2. Two."],
        "para_1 para_1__sub_2 para_1__sub_3 para_2",
    ),
    "a quotation that begins within a block runs on (2)": (
        "en", ["1. Point 2 reads: ‘2. Text.’.", "(a) Point.", "2. Two."],
        "para_1 para_1__point_1 para_2",
    ),
    "text quoted by text without a number stands with it": (
        "en", ["The footnote reads as follows:", "‘1. One.", "2. Two.’.", "1. Outer."],
        "p_1 p_2 p_3 para_1",
    ),
    "lines with leaders to a page number nothing": (
        "en", ["1. Scope ........... 3", "2. Ports .......... 4", "1. Scope", "2. Ports"],
        "p_1 p_2 para_1 para_2",
    ),
    "lines that name the headings further on number nothing": (
        "en", ["1. SCOPE 2", "1.1. Ports 2", "1.2. Ships 3", "2. RULES 4", "1. SCOPE", "1.1. Ports", "Ports are loud.",
            "1.2. Ships", "Ships too.", "2. RULES", "They shall be quiet."],
        "p_1 p_2 p_3 p_4 para_1 para_1__point_1 para_1__point_1__sub_2 para_1__point_2 para_1__point_2__sub_2 "
        "para_2 para_2__sub_2",
    ),
    "a list that is printed twice is no table of contents": (
        "en", ["Part A:", "(1) ports", "(2) ships", "(3) quays", "(4) cranes", "Part B:", "(1) ports", "(2) ships",
            "(3) quays", "(4) cranes"],
        "p_1 p_1__point_1 p_1__point_2 p_1__point_3 p_1__point_4 p_2 p_2__point_1 p_2__point_2 p_2__point_3 "
        "p_2__point_4",
    ),
    "headings quoted without marks close no amending article: a chapter and its title": (
        "en", ["Article 1", "Regulation X is amended as follows:",
          "(1) the heading of Chapter II is replaced by the following:", "CHAPTER II", "Quiet hours",
          "(2) Article 7 is deleted.", "Article 2", "Entry into force", "It enters into force."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__sub_2 art_1__point_1__sub_3 art_1__point_2 art_2 "
        "art_2__sub_1",
    ),
    "headings quoted without marks close no amending article: a chapter with articles": (
        "en", ["Article 1", "Regulation X is amended as follows:", "(1) the following Chapter is inserted:",
          "CHAPTER IIa", "QUIET HOURS", "Article 5a", "Hours at night", "1. Ports are quiet.", "2. Ships are not.",
          "(2) Article 7 is deleted.", "Article 2", "This Regulation enters into force."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__sub_2 art_1__point_1__sub_3 art_1__point_1__sub_4 "
        "art_1__point_1__sub_5 art_1__point_1__sub_6 art_1__point_1__sub_7 art_1__point_2 art_2 art_2__sub_1",
    ),
    "headings quoted without marks close no amending article: a section, German": (
        "de", ["Artikel 1", "Die Richtlinie X wird wie folgt geändert:",
          "1. Die Überschrift des Abschnitts 2 erhält folgende Fassung:", "ABSCHNITT 2", "Ruhezeiten",
          "2. Artikel 7 wird gestrichen.", "Artikel 2", "Diese Richtlinie tritt in Kraft."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__sub_2 art_1__point_1__sub_3 art_1__point_2 art_2 "
        "art_2__sub_1",
    ),
    "headings quoted without marks close no amending article: a title, French, behind a letter": (
        "fr", ["Article premier", "Le règlement X est modifié comme suit:",
          "1) le titre III est modifié comme suit:", "a) l'intitulé est remplacé par le texte suivant:",
          "TITRE III", "Heures de silence", "b) l'article 7 est supprimé;", "2) l'article 9 est supprimé.",
          "Article 2", "Le présent règlement entre en vigueur."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__point_1 art_1__point_1__point_1__sub_2 "
        "art_1__point_1__point_1__sub_3 art_1__point_1__point_2 art_1__point_2 art_2 art_2__sub_1",
    ),
    "headings quoted without marks close no amending article: an article, Greek": (
        "el", ["Άρθρο 1", "Ο κανονισμός Χ τροποποιείται ως εξής:", "1) παρεμβάλλεται το ακόλουθο άρθρο:",
          "Άρθρο 5α", "Ώρες ησυχίας", "Οι λιμένες είναι ήσυχοι.", "2) το άρθρο 7 απαλείφεται.", "Άρθρο 2",
          "Ο παρών κανονισμός αρχίζει να ισχύει."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__sub_2 art_1__point_1__sub_3 art_1__point_1__sub_4 "
        "art_1__point_2 art_2 art_2__sub_1",
    ),
    "headings quoted without marks close no amending article: no list, the next article ends it": (
        "en", ["Article 3", "In Regulation X, the following Chapter is inserted:", "CHAPTER IV", "QUIET HOURS",
          "Article 12a", "Ports are quiet.", "Article 4", "This Regulation enters into force."],
        "art_3 art_3__sub_1 art_3__sub_2 art_3__sub_3 art_3__sub_4 art_3__sub_5 art_4 art_4__sub_1",
    ),
    "headings quoted without marks close no amending article: a part, Italian": (
        "it", ["Articolo 1", "Il regolamento X è così modificato:",
          "1) il titolo della parte II è sostituito dal seguente:", "PARTE II", "ORE DI SILENZIO",
          "2) l'articolo 7 è soppresso.", "Articolo 2", "Il presente regolamento entra in vigore."],
        "art_1 art_1__sub_1 art_1__point_1 art_1__point_1__sub_2 art_1__point_1__sub_3 art_1__point_2 art_2 "
        "art_2__sub_1",
    ),
    "inner labels of a quotation do not disturb the outer numbering": (
        "en", ["Article 9", "Amendments", "Directive X is amended as follows:",
          "(1) in Article 3, paragraph 2 is replaced:", "‘2. Ports shall be quiet:", "(a) at night;", "(b) by day.",
          "Article 3a", "More’;", "(2) the following Article is inserted:", "‘Article 5a", "Quiet hours", "1. One.",
          "2. Two.’;", "(3) Annex I is deleted.", "Article 10", "Entry into force", "It enters into force.",
          "It is binding."],
        "art_9 art_9__sub_1 art_9__point_1 art_9__point_1__sub_2 art_9__point_1__sub_3 art_9__point_1__sub_4 "
        "art_9__point_1__sub_5 art_9__point_1__sub_6 art_9__point_2 art_9__point_2__sub_2 art_9__point_2__sub_3 "
        "art_9__point_2__sub_4 art_9__point_2__sub_5 art_9__point_3 art_10 art_10__sub_1 art_10__sub_2",
    ),
    "an act that a note sends stands in its annex": (
        "en", ["ANNEX", "Proposal for a", "REGULATION OF THE COUNCIL", "on quiet hours",
          "THE COUNCIL OF THE EUROPEAN UNION,", "Having regard to the Treaty,", "Whereas:", "(1) Ports are loud.",
          "HAS ADOPTED THIS REGULATION:", "Article 1", "Text."],
        "annex_1 annex_1__hd_1 annex_1__hd_2 annex_1__p_1 annex_1__cit_1 annex_1__p_2 annex_1__rec_1 annex_1__p_3 "
        "annex_1__art_1 annex_1__art_1__sub_1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "expected"), OUTLINES.values(), ids=OUTLINES)
def test_the_units_of_a_text_stand_where_they_are_printed(
    language: str, lines: list[str | Block], expected: str
) -> None:
    assert addresses_of(lines, language) == expected.split()


STRIKE = frozenset({Mark.STRIKE})
BOLD = frozenset({Mark.BOLD})


@pytest.mark.parametrize(
    ("language", "letters"),
    [("el", "α) β) i) ii) iii) γ)"), ("bg", "а) б) i) ii) iii) в)"), ("en", "(a) (b) (i) (ii) (iii) (c)")],
)
def test_roman_numerals_stay_within_letters_of_any_script(language: str, letters: str) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx:" for label in letters.split())], language)
    assert found[1:] == [
        "para_1__point_1", "para_1__point_2", "para_1__point_2__point_1", "para_1__point_2__point_2",
        "para_1__point_2__point_3", "para_1__point_3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "addresses"),
    [
        (["(c)", "(ca)", "(cb)", "(d)"], ["point_3", "point_3a", "point_3b", "point_4"]),
        (["(c)", "(c bis)", "(c ter)", "(d)"], ["point_3", "point_3a", "point_3b", "point_4"]),
        (["(c)", "(c1)", "(d)"], ["point_3", "point_3a", "point_4"]),
        (["γ)", "γα)", "δ)"], ["point_3", "point_3a", "point_4"]),
        (["(2)", "(2a)", "(3)"], ["point_2", "point_2a", "point_3"]),
        (["(A)", "(B)", "(C)"], ["point_1", "point_2", "point_3"]),
    ],
)
def test_inserted_points_keep_their_letter_in_latin(labels: list[str], addresses: list[str]) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx;" for label in labels)], "el")
    assert found[1:] == [f"para_1__{address}" for address in addresses]


@pytest.mark.parametrize("label", ["3a.", "3 bis.", "3α.", "3-A.", "3/A."])
def test_inserted_paragraphs_keep_their_letter_in_latin(label: str) -> None:
    assert addresses_of(["3. Xxx.", f"{label} Yyy.", "4. Zzz."], "el") == ["para_3", "para_3a", "para_4"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("bg", "a) б) в) г) д) e) ж)"), ("el", "a) β) γ) δ) e) στ) ζ)"), ("el", "α) β) γ) δ) ε) στ) ζ)")],
)
def test_letters_typed_for_others_that_look_alike_continue_with_a_list(language: str, labels: str) -> None:
    found = addresses_of(["1. Xxx:", *(f"{label} xxx;" for label in labels.split())], language)
    assert found[1:] == [f"para_1__point_{n}" for n in range(1, 8)]


def test_a_struck_label_gives_way_to_the_one_beside_it() -> None:
    block = Block((TextRun("(b)", STRIKE), TextRun("(c)", BOLD), TextRun(" third;")))
    unit = units_of(["1. One:", "(a) first;", "(b) second;", block])[3]
    assert (unit.address, unit.label, unit.marked) == ("para_1__point_3", "(c)", "(b)third;")
    assert [(unit.marked[s.start : s.end], s.mark) for s in unit.spans] == [("(b)", Mark.STRIKE)]


def test_a_letter_struck_within_a_label_gives_way() -> None:
    block = Block((TextRun("("), TextRun("b", STRIKE), TextRun("c", BOLD), TextRun(") third;")))
    assert units_of(["1. One:", "(a) first;", "(b) second;", block])[3].label == "(c)"


def test_a_unit_that_is_struck_all_through_keeps_its_label() -> None:
    units = units_of(["1. One:", Block((TextRun("(a) gone;", STRIKE),)), "(b) second."])
    assert [str(unit.address) for unit in units] == ["para_1", "para_1__point_1", "para_1__point_2"]


def test_square_brackets_around_a_label_stay_with_the_text() -> None:
    units = units_of(["1. One:", "[(a) first;]", "(b) second.", "[2. Two.]"])
    assert [(str(unit.address), unit.label, unit.marked) for unit in units[1:]] == [
        ("para_1__point_1", "(a)", "[first;]"), ("para_1__point_2", "(b)", "second."), ("para_2", "2.", "[Two.]"),
    ]  # fmt: skip


def test_dots_for_words_left_out_are_text() -> None:
    assert [unit.marked for unit in units_of(["1. One.", "[…]", "(...)", "2. Two."])] == [
        "One.",
        "[…]",
        "(...)",
        "Two.",
    ]


def test_a_unit_keeps_where_it_stands_in_its_file() -> None:
    first = Block((TextRun("1. Ports shall be"),), page=1, boxes=(PageBox(1, 70, 700, 500, 720),), source=4)
    second = Block(
        (TextRun("quiet"),), page=2, continues=True, boxes=(PageBox(2, 70, 50, 500, 62),), source=5, joined=(6,)
    )
    third = Block((TextRun("at night."),), page=2, continues=True, boxes=(PageBox(2, 70, 64, 400, 76),))
    unit = units_of([first, second, third])[0]
    assert unit.boxes == (PageBox(1, 70, 700, 500, 720), PageBox(2, 70, 50, 500, 76))
    assert (unit.sources, unit.page) == ((4, 5, 6), 1)


LANGUAGES = vocabulary.languages()


def _first(key: str, language: str, *, small: bool = True) -> str:
    word = vocabulary.formulas(key, language)[0]
    return word.lower() if small else word.upper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preamble_has_the_same_addresses_in_every_language(language: str) -> None:
    citation = _first("citation", language)
    lines = [
        "XXX YYY ZZZ,", f"{citation} xxx,", f"{citation} yyy,", "xxx yyy zzz,",
        f"{_first('recitals_intro', language)}:",
        "(1) Xxx.", "(2) Yyy:", "a) xxx;", "b) yyy.", f"{_first('enacting_formula', language, small=False)} XXX:",
        vocabulary.terms("article_pattern", language)[-1].replace("{n}", "1"), "Xxx yyy", "1. Xxx.", "2. Yyy.",
    ]  # fmt: skip
    assert addresses_of(lines, language) == [
        "p_1", "cit_1", "cit_2", "cit_3", "p_2", "rec_1", "rec_2", "rec_2__point_1", "rec_2__point_2", "p_3", "art_1",
        "art_1__para_1", "art_1__para_2",
    ]  # fmt: skip


def test_recitals_may_be_listed_by_capitals() -> None:
    units = units_of(["Having regard to the Treaty,", "A. whereas ports are loud;", "B. whereas residents complain;"])
    assert [(str(unit.address), unit.label) for unit in units] == [("cit_1", ""), ("rec_1", "A."), ("rec_2", "B.")]


@pytest.mark.parametrize(
    "line", ["Having regard to the late hour the Chair closed the meeting.", "Whereas ports are loud, islands are not."]
)
def test_running_text_that_begins_like_a_formula_is_none(line: str) -> None:
    units = units_of(["The meeting was long.", line, "Nothing was decided."])
    assert {unit.kind for unit in units} == {Kind.TEXT}


@pytest.mark.parametrize(
    ("language", "maker", "citation"),
    [
        ("de", "DER RAT DER EUROPÄISCHEN UNION —", "gestützt auf den Vertrag,"),
        ("da", "RÅDET FOR DEN EUROPÆISKE UNION HAR —", "under henvisning til traktaten,"),
        ("sl", "SVET EVROPSKE UNIJE JE –", "ob upoštevanju Pogodbe,"),
        ("sv", "EUROPEISKA UNIONENS RÅD HAR ANTAGIT DETTA DIREKTIV", "med beaktande av fördraget,"),
        ("ga", "TÁ COMHAIRLE AN AONTAIS EORPAIGH,", "Ag féachaint don Chonradh,"),
    ],
)
def test_who_made_an_act_is_no_part_of_its_title(language: str, maker: str, citation: str) -> None:
    lines = ["XXX YYY (EU) 2026/1", "xxx", maker, citation, citation.replace(",", " xxx,")]
    assert addresses_of(lines, language)[-3:] == ["p_1", "cit_1", "cit_2"]
