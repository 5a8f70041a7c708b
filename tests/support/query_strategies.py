"""Possible text in the search box, for tests with Hypothesis."""

from hypothesis import strategies as st

from delegate_desk.search.query.nodes import AllOf, Node

SIGNS = [
    "(", ")", "-", '"', "«", "»", "“", "‘", "*", "?", "~", "~2", " ", " ", " AND ", " OR ", " NOT ", " NEAR/5 ",
    " NEAR ", " ΚΑΙ ", " Ή ", " OU ", "AND", "lang:el", "lang:", "ref:", "after:", "last month", "date:2019..",
    "code:A*|B", "type:note", "langg:x", "γλώσσα:el", "|", "a", "word", "ά", "5(2)", "l'", "co-op", "k?t", "α\u0301",
    "type:cover", " note", "kind:", "red line", "from:", "general secretariat", ",", "'",
]  # fmt: skip
SYNTAX = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4)).map("".join)
ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
PLAIN = st.sampled_from(
    ["a", "b", '"c d"', "-e", "NOT f", "k?t", "w*", "fox~", "lang:el", "-type:note", "after:last month", "(g OR h)",
     "a NEAR/5 b", "AND i", '"j k"~', "date:2019-06..2019-09", "κώ", "(l (m OR lang:fr n))", 'tag:"x y"', "code:A*|B"]
)  # fmt: skip


def joined(nodes: list[Node]) -> Node | None:
    """The parts of a query as a whole; None if there are none."""
    return AllOf(tuple(nodes)) if len(nodes) > 1 else next(iter(nodes), None)
