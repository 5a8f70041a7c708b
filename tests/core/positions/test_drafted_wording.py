from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.positions.drafted_wording import DraftedWording, clean_pasted_text, clean_to_one_line
from delegate_desk.core.word_diff import WordChange

WORDS = st.lists(st.sampled_from("the ports set quiet hours ,  for ships 😀".split(" ")), max_size=12).map(" ".join)


def screen(drafted: DraftedWording) -> str:
    return "".join(text for _, text in drafted.words)


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 20), WORDS)
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


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 20), WORDS)
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


@given(WORDS, WORDS, st.integers(0, 60))
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


SENTENCES = st.lists(WORDS.filter(bool).map(lambda words: f"{words}."), min_size=1, max_size=5)


@given(SENTENCES, SENTENCES, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9), WORDS), min_size=1, max_size=6))
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


@given(SENTENCES, WORDS.filter(bool), WORDS)
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


@given(WORDS, WORDS)
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


def test_what_comes_from_word_is_its_words_without_what_is_struck() -> None:
    assert clean_pasted_text("", WORD) == "Ports set quiet hours for the 1st berth."


def test_paragraphs_and_rows_are_lines() -> None:
    assert clean_pasted_text("", "<p>One</p><p>Two</p><table><tr><td>a</td><td>b</td></tr></table>") == "One\nTwo\na b"


def test_what_nobody_sees_is_left_out_of_plain_text() -> None:
    assert clean_pasted_text("har\u00adbour\u200b\u00a0rules\r\n\r\n\tnext\ufffc") == "harbour rules\nnext"


def test_html_that_says_nothing_leaves_the_plain_text() -> None:
    assert clean_pasted_text("the words", "<img src='x'><style>p{}</style>") == "the words"


def test_accents_are_composed() -> None:
    assert clean_pasted_text("λιμε\u0301νας") == "λιμένας"


def test_a_number_that_word_makes_by_itself_is_no_word_of_the_text() -> None:
    listed = "<p><![if !supportLists]><span style='mso-list:Ignore'>(a)<span> </span></span><![endif]>shore power;</p>"
    assert clean_pasted_text("", f"<!--[if gte mso 9]><xml>x</xml><![endif]-->{listed}") == "shore power;"


@given(st.text(), st.text(alphabet="<>/pdelsu =\"'&;nb x"))
def test_anything_can_be_pasted(text: str, html: str) -> None:
    once = clean_pasted_text(text, html)
    assert clean_pasted_text(once) == once
    assert "\n" not in clean_to_one_line(once)
