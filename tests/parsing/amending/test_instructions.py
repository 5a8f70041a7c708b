"""Amending instructions: found in the structure of an act, and parsed by the table of its language."""

from pathlib import Path

from amending_acts import LANGUAGES
from bench_apply import Score, measure
from delegate_desk.core.amending.amended import Doubt, Instruction, OperationKind
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing import reading
from delegate_desk.parsing.amending.instructions import amended_acts, instructions
from delegate_desk.parsing.blocks import Block, SourceText, TextRun

BASE = Reference("Regulation", 9901, 2021, scope="EU")
_HEAD = {
    "en": """REGULATION OF THE COUNCIL
amending Regulation (EU) 2021/9901
This is said of the lights in the small ports.
Article 1
Regulation (EU) 2021/9901 is amended as follows:""",
    "el": """ΚΑΝΟΝΙΣΜΟΣ ΤΟΥ ΣΥΜΒΟΥΛΙΟΥ
για την τροποποίηση του κανονισμού (ΕΕ) 2021/9901
Αυτό λέγεται για τα φώτα των μικρών λιμένων.
Άρθρο 1
Ο κανονισμός (ΕΕ) 2021/9901 τροποποιείται ως εξής:""",
    "fr": """RÈGLEMENT DU CONSEIL
modifiant le règlement (UE) 2021/9901
Ceci est dit des feux des petits ports.
Article 1
Le règlement (UE) 2021/9901 est modifié comme suit:""",
}


def found(*lines: str, language: str = "en") -> list[Instruction]:
    blocks = tuple(Block((TextRun(text),)) for text in (*_HEAD[language].split("\n"), *lines))
    document = reading.understand(SourceText(blocks), f"act_{language}.txt")
    assert document.header.language == language
    return instructions(document, BASE)


def paths(instruction: Instruction) -> list[str]:
    return ["/".join(f"{step.kind} {step.label}".strip() for step in path) for path in instruction.paths]


def test_an_instruction_is_read_below_its_introduction() -> None:
    one, two = found(
        "(1) Article 7 is amended as follows:",
        "(a) paragraph 2 is deleted;",
        "(b) in paragraph 3, point (b) is deleted.",
    )
    assert (one.address, one.kind, paths(one)) == ("art_1__point_1__point_1", OperationKind.DELETE, ["art 7/para 2"])
    assert paths(two) == ["art 7/para 3/point b"]


def test_places_are_read_from_the_outside_in_and_back() -> None:
    texts = {
        "in the second subparagraph of Article 5(2), point (b) is deleted;": ["art 5/para 2/sub 2/point b"],
        "Article 6(1), point (a), is deleted;": ["art 6/para 1/point a"],
        "point (i) of Article 6(1) is deleted;": ["art 6/para 1/point i"],
        "Articles 12 and 13 are deleted;": ["art 12", "art 13"],
        "in Article 3, points (a) and (c) are deleted;": ["art 3/point a", "art 3/point c"],
    }
    for text, expected in texts.items():
        assert [paths(one) for one in found(f"(1) {text}")] == [expected], text


def test_an_annex_that_is_a_picture_has_no_text_to_take_over() -> None:
    words = "Annex II is replaced by the text set out in the Annex to this Regulation"
    one, two = found(f"(1) {words};", "(2) Article 3 is deleted.", "Article 2", "It enters into force.", "ANNEX")
    assert (one.doubt, two.doubt) == (Doubt.WORDING, None)


def test_a_range_has_its_ends() -> None:
    (one,) = found("(1) Articles 12 to 15 are deleted;")
    assert [(step.label, step.until) for (step,) in one.paths] == [("12", "15")]


def test_two_verbs_are_two_instructions() -> None:
    one, two = found("(1) in Article 6, paragraph 3 is deleted and paragraph 4 is renumbered as paragraph 3;")
    assert (one.kind, two.kind) == (OperationKind.DELETE, OperationKind.RENUMBER)
    assert (paths(two), two.labels) == (["art 6/para 4"], ("3",))


def test_an_apostrophe_ends_no_quotation() -> None:
    (one,) = found("(1) in Article 4(2), the words ‘the keepers’ lamps’ are replaced by the words ‘the keeper’s lamp’;")
    assert (one.old, one.new) == ("the keepers’ lamps", "the keeper’s lamp")


def test_a_quotation_may_name_other_provisions_and_have_its_own_quotations() -> None:
    (one,) = found(
        "(1) in Article 2, paragraph 1 is replaced by the following:",
        "‘1. In Article 5 the word “lamp” is deleted:",
        "(a) paragraph 2 is deleted;",
        "(b) a “light” is a lamp.’;",
    )
    assert one.lines == (
        "1. In Article 5 the word “lamp” is deleted:",
        "(a) paragraph 2 is deleted;",
        "(b) a “light” is a lamp.",
    )


def test_a_word_that_is_not_known_makes_it_uncertain() -> None:
    for text in (
        "in Article 4, paragraph 2 is deleted with effect from 1 July 2027;",
        "Annex I is replaced by the text in the Annex to this Regulation;",
        "in Article 4, the words ‘lamp’ are replaced by ‘light’ as appropriate;",
    ):
        (one,) = found(f"(1) {text}")
        assert one.doubt is not None, text


def test_an_instruction_on_another_act_or_what_only_says_something_is_none_on_this() -> None:
    for other in (
        ("Directive 2011/93/EU is amended as follows:", "(1) Article 5 is deleted;", "(2) Article 6 is deleted."),
        ("The lamps are replaced by new lamps.",),
    ):
        assert [one.address for one in found("(1) Article 4 is deleted.", "Article 2", *other)] == ["art_1__point_1"]


def test_every_point_of_a_list_is_told_though_not_understood() -> None:
    told = found("(1) the keeper may do as he likes;", "(2) Article 4 is deleted.")
    assert [one.doubt for one in told] == [Doubt.WORDING, None]


def test_french_and_its_ordinals() -> None:
    one, two, three = found(
        "1) à l’article premier, le deuxième alinéa est supprimé;",
        "2) l’article 5 bis suivant est inséré:",
        "«Article 5 bis",
        "Le gardien reste.»;",
        "3) à l’article 4, paragraphe 2, la dernière phrase est supprimée.",
        language="fr",
    )
    assert paths(one) == ["art 1/sub 2"]
    assert (two.subject, two.labels, two.lines) == ("art", ("5 bis",), ("Article 5 bis", "Le gardien reste."))
    assert paths(three) == ["art 4/para 2/sentence last"]


def test_words_throughout_rows_and_annexes_are_read_in_french_and_greek() -> None:
    annexes = {"fr": ("ANNEXE", "HAUTEURS", "1. Les feux sont hauts."), "el": ("ΠΑΡΑΡΤΗΜΑ", "ΥΨΗ", "1. Ψηλά φώτα.")}
    texts = {
        "fr": (
            "1) dans l’ensemble du texte, les mots «le port» sont remplacés par les mots «la rade»",
            "2) à l’article 3, les mots «une» et «deux» sont remplacés respectivement par les mots «trois» et «quatre»",
            "3) à l’annexe II, la ligne «Bouée» est supprimée",
            "4) l’annexe I est remplacée par le texte figurant à l’annexe du présent règlement",
        ),
        "el": (
            "1) σε ολόκληρο το κείμενο, οι λέξεις «το λιμάνι» αντικαθίστανται από τις λέξεις «ο όρμος»",
            "2) στο άρθρο 3, οι λέξεις «μία» και «δύο» αντικαθίστανται από τις λέξεις «τρεις» και «οκτώ» αντίστοιχα",
            "3) στο παράρτημα II, η γραμμή «Σημαδούρα» διαγράφεται",
            "4) το παράρτημα I αντικαθίσταται από το κείμενο που παρατίθεται στο παράρτημα του παρόντος κανονισμού",
        ),
    }
    for language, lines in texts.items():
        everywhere, first, second, row, annex = found(*lines, *annexes[language], language=language)
        assert (everywhere.is_everywhere, everywhere.paths, everywhere.doubt) == (True, (), None)
        assert [paths(one) for one in (first, second, annex)] == [["art 3"], ["art 3"], ["annex I"]]
        assert row.paths[0][-1].kind == "row"
        assert annex.lines == ("", *annexes[language][1:])


def test_made_acts_are_applied_and_nothing_is_wrong() -> None:
    """Seeds are printed when it fails; ``dev.py bench apply`` makes 5,000 instructions."""
    score = measure(150, seed=700)
    assert score.wrong == []
    assert score.share >= 0.95, score.missed


def test_the_score_of_made_acts_tells_what_is_missed(tmp_path: Path) -> None:
    score = Score()
    for language in LANGUAGES:
        score.add(11, language, tmp_path)
    assert score.total >= score.possible >= score.applied > 0


def test_every_instruction_of_a_real_text_is_listed(shared: Path) -> None:
    path = shared / "corpus" / "register" / "PE-43-2024-INIT_en.pdf"
    document = reading.read(path, path.name)
    listed = [(act.number, one.address) for act in amended_acts(document) for one in instructions(document, act)]
    assert listed == [(2088, "art_49__sub_1"), (2859, "art_50__sub_1")]
