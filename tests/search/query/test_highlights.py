import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Header
from delegate_desk.core.search import HitKind, IndexEntry, ParsedQuery
from delegate_desk.search.query import query
from delegate_desk.search.query.nodes import AllOf, Either, Near, Node, Not, PhraseQuery, Query, Wildcard, WordQuery
from delegate_desk.search.query.text_matching import Marker


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
