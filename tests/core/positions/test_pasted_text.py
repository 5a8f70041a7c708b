from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.positions.drafted_wording import clean_pasted_text, clean_to_one_line

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
