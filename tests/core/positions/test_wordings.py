from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import quote_first
from delegate_desk.core.positions.drafted_wording import DraftedWording, clean_pasted_text, clean_to_one_line
from delegate_desk.core.positions.requested_wordings import (
    apply_wording,
    bracket_alternatives,
    bracketed_spans,
    count_wording,
    insert_wording,
    is_distinctive,
    missing_words,
    put_in_brackets,
    quoted_wordings,
)
from delegate_desk.core.word_diff import WordChange

WORDINGS = st.lists(st.sampled_from("the ports set quiet hours ,  for ships 😀".split(" ")), max_size=12).map(" ".join)


def screen(drafted: DraftedWording) -> str:
    return "".join(text for _, text in drafted.words)


@given(WORDINGS, WORDINGS, st.integers(0, 60), st.integers(0, 20), WORDINGS)
def test_an_edit_of_the_screen_edits_the_proposal_and_never_the_source(
    source: str, proposal: str, at: int, removed: int, added: str
) -> None:
    drafted = DraftedWording(source, proposal)
    at = min(at, len(drafted.shown))
    removed = min(removed, len(drafted.shown) - at)
    wanted = drafted.unstruck_text(0, at) + added + drafted.unstruck_text(at + removed, len(drafted.shown))
    drafted.edit(at, removed, added)
    assert drafted.proposal == wanted
    drafted.patch()
    assert "".join(text for change, text in drafted.words if change is not WordChange.INSERT) == source
    assert "".join(text for change, text in drafted.words if change is not WordChange.DELETE) == wanted


@given(WORDINGS, WORDINGS, st.integers(0, 60), st.integers(0, 20), WORDINGS)
def test_a_patch_turns_what_was_on_the_screen_into_what_is_to_be(
    source: str, proposal: str, at: int, removed: int, added: str
) -> None:
    drafted = DraftedWording(source, proposal)
    at = min(at, len(drafted.shown))
    drafted.edit(at, min(removed, len(drafted.shown) - at), added)
    before = drafted.shown
    patch = drafted.patch()
    middle = "".join(text for _, text in patch.parts)
    assert before[: patch.start] + middle + before[patch.end :] == screen(drafted) == drafted.shown


@given(WORDINGS, WORDINGS, st.integers(0, 60))
def test_a_place_of_the_proposal_is_found_on_the_screen(source: str, proposal: str, place: int) -> None:
    drafted = DraftedWording(source, proposal)
    place = min(place, len(proposal))
    for behind in (False, True):
        assert drafted.to_proposal(drafted.to_screen(place, behind_struck=behind)) == place


def test_a_place_where_words_are_struck_is_before_or_behind_them() -> None:
    drafted = DraftedWording("quiet hours for ships", "quiet for ships")
    assert drafted.shown == "quiet hours for ships"
    place = len("quiet")
    assert drafted.to_screen(place) == len("quiet")
    assert drafted.to_screen(place, behind_struck=True) == len("quiet hours")


SENTENCES = st.lists(WORDINGS.filter(bool).map(lambda words: f"{words}."), min_size=1, max_size=5)


@given(
    SENTENCES, SENTENCES, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9), WORDINGS), min_size=1, max_size=6)
)
def test_after_any_edits_the_marks_make_the_proposal_of_the_source(
    source: list[str], proposal: list[str], edits: list[tuple[int, int, str]]
) -> None:
    drafted = DraftedWording(" ".join(source), " ".join(proposal))
    for n, (at, removed, added) in enumerate(edits):
        start = min(at, len(drafted.shown))
        drafted.edit(start, min(removed, len(drafted.shown) - start), added)
        if n % 2:
            drafted.patch()
    wanted = drafted.proposal
    drafted.patch()
    assert "".join(text for change, text in drafted.words if change is not WordChange.INSERT) == " ".join(source)
    assert "".join(text for change, text in drafted.words if change is not WordChange.DELETE) == wanted
    drafted.mark_for_full_comparison()
    drafted.patch()
    assert drafted.words == DraftedWording(" ".join(source), wanted).words


@given(SENTENCES, WORDINGS.filter(bool), WORDINGS)
def test_typing_in_a_sentence_leaves_the_marks_of_the_others_as_they_are(
    sentences: list[str], first: str, typed: str
) -> None:
    last = "Berths stay open."
    drafted = DraftedWording(
        f"{first}. {' '.join(sentences)} {last}", f"{first} old. {' '.join(reversed(sentences))} {last}"
    )
    end = drafted.shown.rindex("Berths")
    before = drafted.between(0, end)
    at = drafted.shown.index(" open")
    for letter in f" {typed}":
        drafted.edit(at, 0, letter)
        drafted.patch()
        at = drafted.to_screen(drafted.to_proposal(at) + 1)
        assert drafted.between(0, end) == before


@given(WORDINGS, WORDINGS)
def test_changes_taken_back_one_by_one_leave_the_source(source: str, proposal: str) -> None:
    drafted = DraftedWording(source, proposal)
    for _ in range(99):
        changes = drafted.changes()
        if not changes:
            break
        drafted.propose(drafted.without(*changes[0]))
        drafted.patch()
    assert drafted.proposal == source


def test_a_change_is_what_is_struck_with_what_stands_in_its_place() -> None:
    drafted = DraftedWording("quiet hours for all ships", "quiet days for ships")
    assert [drafted.shown[start:end] for start, end in drafted.changes()] == ["hoursdays", "all "]
    assert drafted.change_at(drafted.shown.index("days")) == drafted.changes()[0]
    assert drafted.change_at(0) is None
    assert drafted.without(*drafted.changes()[0]) == "quiet hours for ships"


WORD = """<html xmlns:o="urn:office"><head><style>p {margin:0}</style><title>x</title></head>
<body><!--StartFragment--><p class=MsoNormal><b>Ports</b>&nbsp;set<o:p></o:p> <s>loud</s><ins cite="a"> quiet</ins>
hours<sup>12</sup> for the 1<sup>st</sup> berth<span style='mso-element:comment-reference'>[A1]</span>.</p>
<p><del>Gone.</del></p><p style="text-decoration: line-through">Gone too.</p><!--EndFragment--></body></html>"""
NUMBERED = "<span style='mso-list:Ignore'>(a)<span> </span></span>"
PASTED = {
    "what is struck in Word is left out": ("", WORD, "Ports set quiet hours for the 1st berth."),
    "a number that Word makes by itself is no word of the text": (
        "", f"<!--[if gte mso 9]><xml>x</xml><![endif]--><p><![if !supportLists]>{NUMBERED}<![endif]>shore power;</p>",
        "shore power;",
    ),
    "paragraphs and rows are lines": (
        "", "<p>One</p><p>Two</p><table><tr><td>a</td><td>b</td></tr></table>", "One\nTwo\na b",
    ),
    "what nobody sees is left out": ("har\u00adbour\u200b\u00a0rules\r\n\r\n\tnext\ufffc", "", "harbour rules\nnext"),
    "HTML that says nothing leaves the plain text": ("the words", "<img src='x'><style>p{}</style>", "the words"),
    "accents are composed": ("λιμε\u0301νας", "", "λιμένας"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "html", "cleaned"), PASTED.values(), ids=PASTED)
def test_pasted_text_is_its_words(text: str, html: str, cleaned: str) -> None:
    assert clean_pasted_text(text, html) == cleaned


@given(st.text(), st.text(alphabet="<>/pdelsu =\"'&;nb x"))
def test_anything_can_be_pasted(text: str, html: str) -> None:
    once = clean_pasted_text(text, html)
    assert clean_pasted_text(once) == once
    assert "\n" not in clean_to_one_line(once)


TEXT = "Pilots shall report to the harbour master."


@pytest.mark.parametrize(
    ("remark", "wordings"),
    [
        ("replace by “may report” or 'should report'", ("may report", "should report")),
        ("without undue delay", ("without undue delay",)),
        ("«χωρίς καθυστέρηση»", ("χωρίς καθυστέρηση",)),
        ("   ", ()),
    ],
)
def test_the_wordings_of_a_remark_are_those_in_quotation_marks(remark: str, wordings: tuple[str, ...]) -> None:
    assert quoted_wordings(remark) == wordings


def test_a_wording_stands_in_the_place_of_the_words_it_is_about() -> None:
    assert apply_wording("may", TEXT, quote_first(TEXT, "shall")) == "Pilots may report to the harbour master."


@pytest.mark.parametrize(
    ("wording", "text", "applied"),
    [
        ("Pilots may report to the master of the harbour.", TEXT, "Pilots may report to the master of the harbour."),
        ("in writing", TEXT, "Pilots shall report to the harbour master in writing."),
        ("Tugs shall wait.", TEXT, f"{TEXT} Tugs shall wait."),
        ("Tugs shall wait.", "", "Tugs shall wait."),
    ],
)
def test_a_wording_like_the_text_stands_in_its_place_and_another_is_added(
    wording: str, text: str, applied: str
) -> None:
    assert apply_wording(wording, text) == applied


def test_a_wording_is_counted_by_its_words_in_a_row() -> None:
    assert count_wording("HARBOUR\u00a0Master", [TEXT, "The harbour-master."]) == 2
    assert count_wording("master report", [TEXT]) == 0
    assert count_wording("…", [TEXT]) == 0


def test_a_word_or_two_do_not_tell_where_they_are_from() -> None:
    assert not is_distinctive("harbour master")
    assert is_distinctive("to the master")


def test_what_a_wording_would_bring_are_the_words_that_the_text_has_not() -> None:
    assert missing_words("the Harbour master in writing", TEXT) == "in writing"
    assert missing_words("harbour pilots", TEXT) == "harbour pilots"


BRACKETED = {
    "what stands in them is not agreed": ("Ports [shall] be quiet [at night].", ["[shall]", "[at night]"]),
    "those within others are part of them": ("Ports [shall [not] be quiet].", ["[shall [not] be quiet]"]),
    "dots stand for words left out": ("Ports […] be [...] quiet [ … ].", []),
    "they may be closed in another unit": ("Ports [shall be quiet;", ["[shall be quiet;"]),
    "they may be opened in another unit": ("at night] and [by day].", ["at night]", "[by day]"]),
}


@pytest.mark.parametrize(("text", "words"), BRACKETED.values(), ids=BRACKETED)
def test_square_brackets(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in bracketed_spans(text)] == words


@given(st.text(alphabet="[]a …", max_size=30))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = bracketed_spans(text)
    assert all(start < end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


SHORT_WORDINGS = st.lists(st.sampled_from("the ports set quiet hours for ships".split()), max_size=9).map(" ".join)


def test_brackets_hold_the_words_and_leave_the_spaces_out() -> None:
    assert put_in_brackets("Ports set quiet hours.", 10, 16) == "Ports set [quiet] hours."
    assert put_in_brackets("Ports set quiet hours.", 5, 6) == "Ports set quiet hours."


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("Ports set quiet hours.", "Ports set fair hours.", "Ports set [quiet] [fair] hours."),
        ("Ports set hours.", "Ports set fair hours.", "Ports set [fair] hours."),
        ("Ports set [quiet] [fair] hours.", "Ports set few hours.", "Ports set [quiet] [fair] [few] hours."),
    ],
)
def test_wordings_stand_beside_each_other_where_they_differ(ours: str, theirs: str, both: str) -> None:
    assert bracket_alternatives(ours, theirs) == both


def test_only_the_differences_chosen_are_taken() -> None:
    ours, theirs = "Ports shall set quiet hours.", "Ports may set fair hours."
    at = ours.index("quiet")
    assert bracket_alternatives(ours, theirs, at, at + 5) == "Ports shall set [quiet] [fair] hours."


@given(SHORT_WORDINGS, SHORT_WORDINGS)
def test_without_brackets_nothing_is_lost(ours: str, theirs: str) -> None:
    bare = bracket_alternatives(ours, theirs).replace("[", " ").replace("]", " ").split()
    assert not set(ours.split()) - set(bare)
    assert not set(theirs.split()) - set(bare)
    assert bracket_alternatives(ours, ours) == ours


HOURS = "Ports set quiet hours for ships at berth."
INSERTED = {
    "it stands in the place of the words it begins and ends with": (
        "quiet and fair hours", HOURS, "Ports set quiet and fair hours for ships at berth."
    ),
    "words between may go": ("quiet ships.", HOURS, "Ports set quiet ships at berth."),
    "the nearest of several places is taken": (
        "quiet daily hours", "Quiet ports set quiet hours, and ports keep hours.",
        "Quiet ports set quiet daily hours, and ports keep hours.",
    ),
    "one of other words is added": ("by night only", HOURS, "Ports set quiet hours for ships at berth by night only."),
    "a whole new one replaces the text": (
        "Harbours set quiet hours for ships at berth.", HOURS, "Harbours set quiet hours for ships at berth."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("wording", "text", "made"), INSERTED.values(), ids=INSERTED)
def test_where_a_wording_is_inserted(wording: str, text: str, made: str) -> None:
    assert insert_wording(wording, text) == made
