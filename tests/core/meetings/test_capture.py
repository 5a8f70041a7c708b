import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from delegate_desk import paths
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address
from delegate_desk.core.meetings.capture_parser import CaptureContext, read
from delegate_desk.core.meetings.capture_vocabulary import (
    CaptureVocabulary,
    build_vocabulary,
    clean_line,
    correct_slips,
    fold_in_place,
    hide_quoted,
)
from delegate_desk.core.meetings.meeting import ParsedIntervention
from delegate_desk.core.positions.position import Stance
from evaluation.meeting import DOCUMENTS, GROUPS, written

WORDS: CaptureVocabulary = build_vocabulary(paths.load_table("capture_words"))
MANUAL = paths.RESOURCES / "help" / "en" / "capture.md"
ALL = ",".join(PROTOCOL_ORDER)


def without(*codes: str) -> str:
    return ",".join(code for code in PROTOCOL_ORDER if code not in codes)


def take(line: str, item: str = "2", at_hand: str | None = None) -> ParsedIntervention:
    """Read a line after DE drew a red line on paragraph 10, CZ opposed it, and spoke last."""
    heard = {("DE", "para_10"): Stance.RED_LINE, ("CZ", "para_10"): Stance.OPPOSE}
    last = {"DE": Stance.RED_LINE, "CZ": Stance.OPPOSE}
    return read(
        line,
        WORDS,
        addresses=DOCUMENTS[item],
        at_hand=Address(at_hand) if at_hand else None,
        groups=GROUPS,
        earlier=CaptureContext(heard, last, (Stance.OPPOSE, Address("para_10"))),
    )


EXAMPLES = {
    "DE+ 10": "DE support para_10",
    "FR EL+ 10": "FR,EL support para_10",
    "FR+ NL- 10": "FR support para_10 ; NL oppose para_10",
    "IE, MT, CY: 10 too early": "IE,MT,CY statement para_10",
    "BE/LU/NL~ 10": "BE,LU,NL can_accept para_10",
    "de+ 3": "DE support para_3",
    "Germany supports 10": "DE support para_10",
    "Η Γερμανία υποστηρίζει το 10": "DE support para_10",
    "ΕΛ+ 10": "EL support para_10",
    "Baltics+ 10": "EE,LV,LT support para_10",
    "V4 but HU- 10": "CZ,PL,SK oppose para_10",
    "all+ 10": f"{ALL} support para_10",
    "all but HU, PL+ 10": f"{without('HU', 'PL')} support para_10",
    "others+ 10": f"{without('DE', 'CZ')} support para_10",
    "10: DE+": "DE support para_10",
    "DE+ 10; FR- 12 too costly": "DE support para_10 ; FR oppose para_12",
    "DE- 10": "DE oppose para_10",
    "DE? 10": "DE question para_10",
    "DE~ 10": "DE can_accept para_10",
    "DE± 10": "DE support_if para_10",
    "DE+if 10 the delay is longer": "DE support_if para_10",
    "DE! 10": "DE red_line para_10",
    "DE 10+": "DE support para_10",
    "DE 10 supports": "DE support para_10",
    "DE 10 can live with this": "DE can_accept para_10",
    "DE 10 cannot accept": "DE oppose para_10",
    "DE 10 does not oppose": "DE can_accept para_10",
    "DE 10 supports provided that it stays voluntary": "DE support_if para_10",
    "DE 10 asks what this means": "DE question para_10",
    "DE 10 red line": "DE red_line para_10",
    "DE+ 10 scrutiny res.": "DE scrutiny_reservation para_10",
    "DE 10 parl. res.": "DE parliamentary_reservation para_10",
    "DE 10 ling. res.": "DE linguistic_reservation para_10",
    "DE 10 res.": "DE reservation para_10",
    "DE 10 lifts its scrutiny reservation": "DE can_accept para_10",
    "DE 10 suports": "DE support para_10",
    "DE 10 the deadline is in June": "DE statement para_10",
    "PT as previous": "PT oppose para_10",
    "SE = DE 10": "SE red_line para_10",
    "DE+ 7στ wants more": "DE support para_7__point_6",
    "DE+ 7(6)": "DE support para_7__point_6",
    "DE+ para_7__point_6": "DE support para_7__point_6",
    "DE cannot support 10": "DE oppose para_10",
    "DE 10 supports 3 comments of FR": "DE support para_10",
    "DE+ 3 weeks are too short": "DE support -",
    "DE+ 99": "DE support -",
    "DE+ παράγραφος 7 στοιχείο στ)": "DE support para_7__point_6",
    'DE 10 prefers "may" to "shall"': 'DE statement para_10 "may" "shall"',
    "EL 10 ζητεί «οφείλουν»": 'EL statement para_10 "οφείλουν"',
    "PRES concludes: broad support for 10": "PRES statement - concludes",
    "PRES 10 invites written comments": "PRES statement para_10",
    "coffee break, resume 14:30": "-",
    "note: DE 10 to be called back": "-",
}
IN_AN_ACT = {
    "DE+ 5(2)(a)": "DE support art_5__para_2__point_1",
    "DE+ article 5, paragraphe 2": "DE support art_5__para_2",
    "DE+ point (a) of Article 5(2)": "DE support art_5__para_2__point_1",
    "DE+ r12": "DE support rec_12",
    "DE+ annex p 3": "DE support annex_1__para_3",
}


@pytest.mark.parametrize(("line", "meaning"), [*EXAMPLES.items(), *IN_AN_ACT.items()])
def test_the_manuals_examples_mean_what_it_says(line: str, meaning: str) -> None:
    assert written(take(line, "3" if line in IN_AN_ACT else "2").interventions) == meaning


def test_every_example_of_the_manual_is_tested() -> None:
    page = MANUAL.read_text(encoding="utf-8")
    examples = {re.split(r"` \| ", row)[0] for row in re.findall(r"^\| `(.+) \|$", page, re.MULTILINE)}
    assert examples == {*EXAMPLES, *IN_AN_ACT}


@pytest.mark.parametrize(
    ("line", "meaning"),
    {
        "DE+": "DE support art_5__para_1",
        "DE+ para 2": "DE support art_5__para_2",
        "DE+ (2)(b)": "DE support art_5__para_2__point_2",
        "DE+ 5(2)b too broad": "DE support art_5__para_2__point_2",
        "DE+ 6": "DE support art_6",
        "DE+ 99": "DE support -",
        "CLS Article 16 TFEU suffices": "CLS statement art_5__para_1",
        "COM Article 6 of the Directive applies": "COM statement art_5__para_1",
        "PRES concludes: agreed": "PRES statement - concludes",
        "lunch": "-",
    }.items(),
)
def test_the_current_paragraph_is_meant_where_no_place_is_named(line: str, meaning: str) -> None:
    assert written(take(line, "3", "art_5__para_1").interventions) == meaning


@pytest.mark.parametrize(
    "line",
    [
        "it was agreed", "It was agreed to come back", "IT WAS AGREED TO COME BACK", "it supports the text", "no",
        "si possible", "at the end of the day", "at 14:30 we go on", "be careful with 10", "de retour à 15h",
        "others may follow", "all of this is for later", "Poland hosts dinner", "Commission proposal in May",
        "σε 10 λεπτά διάλειμμα", "XX+ 10", "others+", "conclusion: none", "10", "-", "+", "🙂", "",
    ],
)  # fmt: skip
def test_what_names_no_delegation_is_a_plain_note_with_all_its_words(line: str) -> None:
    (said,) = take(line).interventions
    assert (said.delegations, said.stance, said.address, said.text) == ((), None, None, line)


@pytest.mark.parametrize(
    ("line", "meaning"),
    {
        "DE 10 would lift its scrutiny res. if it is deleted": "scrutiny_reservation",
        "DE 10 cannot lift its reservation": "reservation",
        "DE 10 scrutiny reservation lifted": "can_accept",
        "DE 10 has no reservation": "can_accept",
        "DE 10 supports without reservation": "support",
        "DE- 10 lifts its reservation": "oppose",
        "DE 10 not in favour": "oppose",
        "DE 10 n'est pas contre": "can_accept",
        "DE 10 n'est pas convaincu": "oppose",
        "DE 10 is not convinced": "oppose",
        "DE 10 lutte contre le terrorisme": "statement",
        "DE 10 κατά τη διάρκεια": "statement",
        "DE 10 measures to support small firms": "statement",
        "DE 10 'cannot accept' is too strong": "statement",
        "DE 10 asks for deletion": "statement",
        "DE 10 as CZ": "oppose",
        "DE 10 cannot accept, a red line": "red_line",
        "DE 10 is not in a position to support": "oppose",
        "DE 10 maintains its position": "red_line",
        "DE - supports 10": "support",
        "DE - 10": "oppose",
    }.items(),
)
def test_the_words_tell_the_stance(line: str, meaning: str) -> None:
    assert [said.stance for said in take(line).interventions] == [meaning]


def test_slovenia_is_no_condition() -> None:
    assert written(take("HR+SI 10").interventions) == "HR support para_10 ; SI statement para_10"
    assert written(take("HR+si 10").interventions) == "HR support_if para_10"


def test_a_remark_in_brackets_may_stand_behind_the_delegations() -> None:
    assert written(take("CZ (also for SK) 10 supports").interventions) == "CZ support para_10"


@pytest.mark.parametrize(
    ("line", "wordings"),
    {
        "DE 10 “a” „b“ «c» »d« ‘e’ 'f' ‹g›": ("a", "b", "c", "d", "e", "f", "g"),
        "BE 10 rés. d'examen, l'autre n'est pas prêt": (),
        'DE 10 "not closed yet': ("not closed yet",),
        'DE 10 a 5" pipe': (),
    }.items(),
)
def test_quoted_words_are_wordings(line: str, wordings: tuple[str, ...]) -> None:
    assert take(line).interventions[0].wordings == wordings


@pytest.mark.parametrize(
    ("line", "item", "at_hand", "said"),
    [
        ("at 10 coffee", "2", None, ["note"]),
        ("it supports smaller states", "2", None, ["IT"]),
        ("DE+ 7 a problem", "2", None, ["para_7__point_1"]),
        ("DE+ 7(99)", "2", "para_3", ["para_7", "para_3"]),
        ("DE+ 5(2)(a)it is good", "3", "art_7__para_1", ["art_5__para_2__point_1", "art_7__para_1"]),
        ("DE+ 5(2)is unclear", "3", None, ["art_5__para_2"]),
        ("DE+ 3 weeks", "2", None, ["para_3"]),
        ("DE+ 2", "3", "art_5__para_1", ["art_5__para_2"]),
        ("DE+ 10 provided that it stays", "2", None, ["+if"]),
        ("DE+ 10", "2", "para_3", []),
    ],
)
def test_what_can_be_read_otherwise_is_offered(line: str, item: str, at_hand: str | None, said: list[str]) -> None:
    assert [doubt.meaning for doubt in take(line, item, at_hand).alternatives] == said


def test_an_article_and_a_paragraph_of_the_same_number_are_both_offered() -> None:
    both = frozenset({"para_5", "annex_1", "annex_1__art_5"})
    reading = read("DE+ 5", WORDS, addresses=both, at_hand=None, groups={}, earlier=CaptureContext())
    assert reading.interventions[0].address == "annex_1__art_5"
    assert [(doubt.meaning, doubt.line) for doubt in reading.alternatives] == [("para_5", "DE+ para_5")]


@pytest.mark.parametrize("line", ["at 10 coffee", "it supports smaller states", "DE+ 7 a problem", "DE+ 3 weeks"])
def test_the_line_of_a_doubt_means_what_it_says(line: str) -> None:
    for doubt in take(line).alternatives:
        (said,) = take(doubt.line).interventions
        named = said.address or (said.delegations[0] if said.delegations else "note")
        assert named == doubt.meaning


BITS = st.sampled_from(
    [
        *"+-?~!;:,./()=\"'«»“ 0123\u202e🙂\0\x1b\ud800É",
        *"DE it all but others PRES concludes V4 as previous 10 7στ art".split(),
        *"annex point a) not lifts res. support if +if".split(),
    ]
)  # fmt: skip
LINES = st.one_of(
    st.text(max_size=300), st.lists(BITS, max_size=60).map(" ".join), st.lists(BITS, max_size=60).map("".join)
)


@given(LINES)
@example("DE+ " * 1250)
@example("(" * 5000)
@example("«" * 5000)
@example("DE+ 10 supports 6(2) " * 240)
@example("all but " * 700)
@example("1(1)" * 1250)
def test_any_line_is_read_and_kept(line: str) -> None:
    heard = {("DE", address): Stance.SUPPORT for address in DOCUMENTS["3"]}
    reading = read(
        line,
        WORDS,
        addresses=DOCUMENTS["3"],
        at_hand=Address("art_5__para_2"),
        groups=GROUPS,
        earlier=CaptureContext(heard, previous=(Stance.OPPOSE, None)),
    )
    assert reading.interventions
    assert len(reading.alternatives) <= 3
    for said in reading.interventions:
        assert (said.stance is None) == (not said.delegations)
        assert said.address is None or said.address in DOCUMENTS["3"]
        assert set(said.delegations) <= {*PROTOCOL_ORDER, "COM", "PRES", "CLS", "GSC", "EEAS", "ECB", "UK"}
        assert len(set(said.delegations)) == len(said.delegations)
        if not said.delegations:
            assert said.text == clean_line(line)


@given(st.text())
def test_levelling_keeps_every_offset(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)
    assert len(hide_quoted(text, fold_in_place(text))[0]) == len(text)


@given(st.text(alphabet=st.sampled_from("suportcanegi επιφύλαξη'"), max_size=60))
def test_mending_slips_keeps_count_of_offsets(text: str) -> None:
    better, places = correct_slips(fold_in_place(text), WORDS.known)
    assert len(places) == len(better) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)


def test_a_slip_in_a_long_word_is_put_right() -> None:
    typed = "suports resrvation scrutny agreees υποστιριζει"
    assert correct_slips(typed, WORDS.known)[0].split()[:4] == ["supports", "reservation", "scrutiny", "agrees"]
    assert correct_slips("report project council", WORDS.known)[0] == "report project council"


def test_a_code_is_known_in_any_letters() -> None:
    typed = ["el", "GR", "ΕΛ", "ΚΥ", "ΦΡ", "Cion", "gb", "XX", "Μαρία"]
    assert [WORDS.code(word) for word in typed] == ["EL", "EL", "EL", "CY", "FR", "COM", "UK", None, None]
