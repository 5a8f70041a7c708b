import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry, MatchReason, ParsedQuery
from delegate_desk.search.query import query
from delegate_desk.search.query.nodes import AllOf, Either, Near, Node, Not, PhraseQuery, Query, Wildcard, WordQuery
from delegate_desk.search.query.query import parse
from delegate_desk.search.query.text_matching import Marker, Snippet, Snippets

GREEK = (
    "Το Συμβούλιο παροτρύνει τον επιχειρηματικό κόσμο να εξασφαλίσει τη νόμιμη πρόσβαση των αρχών, ακόμη και όταν "
    "τα στοιχεία φυλάσσονται στο εξωτερικό, χωρίς να αποδυναμώνεται η κρυπτογράφηση και με απόλυτο σεβασμό της "
    "ιδιωτικής ζωής. Επιπλέον, θα πρέπει να ενταθεί η συνεργασία μεταξύ των εθνικών αρχών και των παρόχων. "
    "Το Συμβούλιο καλεί τις υπηρεσίες να λάβουν κάθε μέτρο που κρίνεται αναγκαίο, το συντομότερο δυνατόν."
)


def cut(text: str, typed: str, language: str = "el", *, typing: bool = False) -> Snippet:
    return Snippets(parse(typed, typing=typing)).cut_from(text, language)


def shown(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.highlights]


def test_a_long_text_is_cut_between_words_around_what_was_found() -> None:
    found = cut(GREEK, "κρυπτογραφηση")
    assert shown(found) == ["κρυπτογράφηση"]
    assert 160 <= len(found.text) <= 250
    assert found.text[0] == found.text[-1] == "…"
    assert found.text[1:-1] in GREEK
    assert f" {found.text[1:-1]} " in f" {GREEK} "


def test_a_short_text_is_shown_whole() -> None:
    found = cut("A short note.", "note", "en")
    assert found == Snippet("A short note.", ((8, 12),), (MatchReason.EXACT,))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("κρυπτογράφηση", [MatchReason.EXACT]),
        ("Κρυπτογράφηση", [MatchReason.EXACT]),
        ("κρυπτογραφηση", [MatchReason.ACCENT]),
        ("ΚΡΥΠΤΟΓΡΑΦΗΣΗ", [MatchReason.ACCENT]),
        ("κρυπτογραφήσεις", [MatchReason.STEM]),
        ("κρυπτο*", [MatchReason.PREFIX]),
        ("αρχές κρυπτογράφηση", [MatchReason.EXACT, MatchReason.STEM]),
        ("«ιδιωτικης ζωης»", [MatchReason.ACCENT]),
        ("«ιδιωτικής ζωής»", [MatchReason.EXACT]),
        ("lang:el -τίποτε", []),
    ],
)
def test_a_hit_says_why_it_matched(typed: str, why: list[MatchReason]) -> None:
    assert list(cut(GREEK, typed).why) == why


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        (GREEK, '"εθνικων αρχων και"', ["εθνικών αρχών και"]),
        (f"{'alpha ' + 'filler ' * 60}alpha beta {'filler ' * 60}", "alpha beta", ["alpha", "beta"]),  # near each other
        ("police and customs", "police -borders NOT customs", ["police"]),
        ("😀😀 𝒙 police 😀", "police", ["police"]),  # characters beyond the basic plane
    ],
)
def test_words_that_were_found_are_highlighted(text: str, typed: str, words: list[str]) -> None:
    assert shown(cut(text, typed, "el" if text == GREEK else "en")) == words


def test_the_last_word_of_a_phrase_may_be_longer_while_typing() -> None:
    found = cut(GREEK, '"εθνικων αρχ', typing=True)
    assert (shown(found), found.why) == (["εθνικών αρχών"], (MatchReason.PREFIX,))


@pytest.mark.parametrize(
    ("typed", "lit", "why"),
    [
        ("polise~", ["police"], [MatchReason.FUZZY]),
        ("custms~2 police", ["police", "customs"], [MatchReason.EXACT, MatchReason.FUZZY]),
        ("po*ce", ["police"], [MatchReason.PREFIX]),
        ("c?stoms", ["customs"], [MatchReason.PREFIX]),
        ("police NEAR/2 customs", ["police", "customs"], [MatchReason.EXACT]),
        ("customs NEAR/2 polices", ["police", "customs"], [MatchReason.STEM]),
        ("police NEAR/1 customs", [], []),
        ('"polices and custom"~', ["police and customs"], [MatchReason.STEM]),
    ],
)
def test_words_that_are_like_those_asked_for_are_highlighted(
    typed: str, lit: list[str], why: list[MatchReason]
) -> None:
    found = cut("The police and customs of a port", typed, "en")
    assert (shown(found), list(found.why)) == (lit, why)


def test_a_text_full_of_what_was_found_is_cut_soon() -> None:
    assert len(shown(cut("police " * 20_000, "police", "en"))) > 20


def test_a_text_found_by_a_field_begins_at_its_beginning() -> None:
    found = cut(GREEK, "ref:12862/19")
    assert (found.highlights, found.why) == ((), ())
    assert GREEK.startswith(found.text[:-1])


def test_lines_become_one_line() -> None:
    assert cut("one\ntwo\tthree", "two", "en").text == "one two three"


@given(st.lists(st.sampled_from(["alpha", "ἄλφα", "βήτα", "😀", "co-operation", "x" * 90, "(b)"])), st.text(max_size=8))
def test_any_snippet_is_part_of_its_text_and_highlights_lie_within(parts: list[str], typed: str) -> None:
    text = " ".join(parts)
    found = cut(text, f"alpha βητα co* {typed}")
    assert found.text.strip("…") in text
    assert len(found.text) <= 250
    ends = [0, *(end for _, end in found.highlights)]
    for (start, end), before in zip(found.highlights, ends, strict=False):
        assert before <= start < end <= len(found.text)


def word(text: str, *, stemmed: bool = False, prefix: bool = False, edits: int = 0) -> WordQuery:
    return WordQuery(text, text, text, prefix=prefix, stemmed=stemmed, edits=edits)


def marked(text: str, asked: Query, language: str) -> list[str]:
    """The highlighted words."""
    address = Address("art_5__para_1")
    entry = IndexEntry("document 1", HitKind.PARAGRAPH, DocumentId(1), address, text, Header(language))
    return [text[start:end] for start, end in Marker(asked).marks_for_entry(entry)]


def lit(text: str, node: Node | None, language: str = "en") -> list[str]:
    return marked(text, Query("", node, ParsedQuery("")), language)


def asked(text: str, typed: str, language: str = "en") -> list[str]:
    return marked(text, query.parse(typed), language)


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("ship", "Ships at berth, and the ship that left", ["Ships", "ship"]),
        ("ships quiet", "Ships at berth", []),
        ("ships quiet", "Quiet ships at berth", ["Quiet", "ships"]),
        ("κανονισμοσ", "Ο ΚΑΝΟΝΙΣΜΟΣ και ο κανονισμός", ["ΚΑΝΟΝΙΣΜΟΣ", "κανονισμός"]),
        ('"quiet hours"', "Quiet hours: hours are quiet, and quiet\u00a0hours", ["Quiet hours", "quiet\u00a0hours"]),
        ("ships art:5", "ships", ["ships"]),
        ("ships art:6", "ships", []),
        ("ships -art:6", "ships", ["ships"]),
        ("ships after:2019", "ships", []),  # it has no date
    ],
)  # fmt: skip
def test_words_are_lit_in_a_text_that_holds_all_that_was_typed(typed: str, text: str, words: list[str]) -> None:
    assert asked(text, typed, "el" if typed == "κανονισμοσ" else "en") == words


SHIPS_AWAY = AllOf((word("ships"), Not(word("berth"))))
RATING, PROVIDER = word("rating", stemmed=True), word("provider", stemmed=True)
LIT: dict[str, tuple[str, Node | None, list[str]]] = {
    "what is excluded lights nothing": ("ships at sea", SHIPS_AWAY, ["ships"]),
    "what is excluded keeps its texts dark": ("ships at berth", SHIPS_AWAY, []),
    "of alternatives those that are there": (
        "quiet ships", Either((AllOf((word("quiet"), word("hours"))), word("ships"))), ["ships"],
    ),
    "a word is not near itself": ("noise alone", Near(word("noise"), word("noise"), 5), []),
    "a phrase of stems has any endings": (
        "ratings provided by a rating provider", PhraseQuery((RATING, PROVIDER)),
        ["ratings provided", "rating provider"],
    ),
    "a phrase of words has their endings": ("ratings providers", PhraseQuery((word("rating"), word("provider"))), []),
    "a gap of letters": ("harbour hours", Wildcard("h*r", "h*r"), ["harbour"]),
    "a gap of one letter": ("harbour hours", Wildcard("h?rbour", "h?rbour"), ["harbour"]),
    "gaps at both ends": ("harbour hours", Wildcard("*our*", "*our*"), ["harbour", "hours"]),
    "a wild pattern is answered at once": ("a" * 180, Wildcard("*a" * 40 + "b", "*a" * 40 + "b"), []),
    "a word spelt almost so": ("harbour harvest", word("harbor", edits=1), ["harbour"]),
    "nothing asked": ("ships", None, []),
    "no text": ("", word("ships"), []),
    "marks are in order and do not overlap": (
        "quiet hours quiet hours",
        AllOf((PhraseQuery((word("hours"), word("quiet"))), word("quiet"), word("hours"))),
        ["quiet", "hours quiet", "hours"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "node", "words"), LIT.values(), ids=LIT)
def test_a_query_lights_words(text: str, node: Node | None, words: list[str]) -> None:
    assert lit(text, node) == words


@pytest.mark.parametrize(("distance", "expected"), [(2, []), (3, ["noise", "ports"])])
def test_words_near_each_other_are_lit_in_either_order(distance: int, expected: list[str]) -> None:
    assert lit("noise in the ports", Near(word("noise"), word("ports"), distance)) == expected
    assert lit("noise in the ports", Near(word("ports"), word("noise"), distance)) == expected
