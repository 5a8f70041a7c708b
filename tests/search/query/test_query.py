import datetime
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk import paths
from delegate_desk.core.text import fold
from delegate_desk.search.engine.index_terms import FIELDS, field_names, operators
from delegate_desk.search.query.nodes import AllOf, Either, Near, Not, PhraseQuery, Wildcard, WordQuery
from delegate_desk.search.query.query import parse, parts
from delegate_desk.search.query.rewriting import canonical
from support.query_strategies import ANYTHING, PLAIN, SYNTAX, joined

TODAY = datetime.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("a b", "“a” and “b”"),
        ("a AND b", "“a” and “b”"),
        ("a b OR c", "(“a” and “b”) or “c”"),
        ("a (b OR c)", "“a” and (“b” or “c”)"),
        ("a -b NOT c", "“a” and not “b” and not “c”"),
        ("NOT NOT a", "“a”"),
        ("-(a b)", "not (“a” and “b”)"),
        ('"a b" -"c d"', "the phrase “a b” and not the phrase “c d”"),
        ("co-operation 5(2)(a)", "the phrase “co operation” and the phrase “5 2 a”"),
        ("2019-2020 -2021", "the phrase “2019 2020” and not “2021”"),
        ("P2P", "“P2P”"),
        ("κυβ*", "words beginning with “κυβ”"),
        ('"police"', "exactly “police”"),
        ("l'accord", "“accord”"),
        ("AND OR NOT", "“AND” or “NOT”"),
        ("OR a", "“OR” and “a”"),
        ("a OR", "“a” and “OR”"),
        ("fox~ a NEAR/5 b", "words differing from “fox” by one letter and “a” within 5 words of “b”"),
        ("κρυπ*φηση", "words matching “κρυπ*φηση”"),
        ("after:someday", "the phrase “after someday”"),
        ("ref:((", "“ref”"),
        ("code:", "“code”"),
        ("in:nowhere", "the phrase “in nowhere”"),
        ("lang:el a OR b", "in Greek and (“a” or “b”)"),
        ("a OR b -lang:fr", "not in French and (“a” or “b”)"),
        ("(lang:el a) OR b", "(in Greek and “a”) or “b”"),
        ("a lang:el b OR c", "in Greek and ((“a” and “b”) or “c”)"),
        ("lang:el a OR lang:fr b", "(in Greek and “a”) or (in French and “b”)"),
        ("a OR lang:el", "“a” or in Greek"),
        ("lang:el|fr a", "in Greek or French and “a”"),
        ("", "nothing to search for"),
        ("😀 * -", "nothing to search for"),
    ],
)  # fmt: skip
def test_a_query_is_read_as_it_says_and_fields_on_one_side_of_an_or_narrow_the_whole(
    text: str, understood: str
) -> None:
    assert parse(text).parsed.description == understood


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("fox~", WordQuery("fox", "fox", "fox", edits=1)),
        ("kryptos~", WordQuery("kryptos", "kryptos", "kryptos", edits=1)),
        ("sanction~", WordQuery("sanction", "sanction", "sanction", edits=2)),
        ("sanction~1,", WordQuery("sanction", "sanction", "sanction", edits=1)),
        ("fox~2", WordQuery("fox", "fox", "fox", edits=2)),
        ("l'accord~1", WordQuery("accord", "accord", "accord", edits=1)),
        ("fox?", WordQuery("fox", "fox", "fox")),
        ("**fox**", WordQuery("fox", "fox", "fox")),
        ("k?t", Wildcard("k?t", "k?t")),
        ("ΚΡ*ΦΊΑΣ", Wildcard("ΚΡ*ΦΊΑΣ", "κρ*φιασ")),
        ("*graphy", Wildcard("*graphy", "*graphy")),
        ("k?t*", Wildcard("k?t*", "k?t*")),
        ("ab?*", Wildcard("ab?*", "ab?*")),
        ("?at", Wildcard("?at", "?at")),
        ("k?t?", Wildcard("k?t?", "k?t?")),
        ("l'acc*d", Wildcard("acc*d", "acc*d")),
    ],
)  # fmt: skip
def test_words_may_be_spelt_almost_so_and_have_gaps(typed: str, word: WordQuery | Wildcard) -> None:
    assert parse(typed).node == word


def words(text: str, *, stemmed: bool) -> tuple[WordQuery, ...]:
    return tuple(WordQuery(word, word, word, stemmed=stemmed) for word in text.split())


@pytest.mark.parametrize(
    ("typed", "stemmed"),
    [
        ('"data protection"', False),
        ('"data protection"~', True),
        ("data-protection~", True),
        ("data-protection", False),
    ],
)
def test_a_phrase_has_exact_forms_or_any_endings(typed: str, stemmed: bool) -> None:
    assert parse(typed).node == PhraseQuery(words("data protection", stemmed=stemmed))
    assert parse(typed, stemming=False).node == PhraseQuery(words("data protection", stemmed=False))


def test_near_joins_words_wildcards_and_phrases() -> None:
    (a, b, c), phrase = words("a b c", stemmed=True), PhraseQuery(words("d e", stemmed=False))
    assert parse("a NEAR/5 b").node == Near(a, b, 5)
    assert parse("a NEAR b").node == Near(a, b, 10)
    assert parse('"d e" NEAR/3 k?t').node == Near(phrase, Wildcard("k?t", "k?t"), 3)
    assert parse("a NEAR/5 b NEAR/2 c").node == AllOf((Near(a, b, 5), Near(b, c, 2)))
    assert parse("c a NEAR/5 b").node == AllOf((c, Near(a, b, 5)))
    assert parse("c OR a NEAR/5 b").node == Either((c, Near(a, b, 5)))
    assert parse("-a NEAR/5 b").node == Not(Near(a, b, 5))
    assert parse("a NEAR/5 b", typing=True).node == Near(a, replace(b, prefix=True), 5)


@pytest.mark.parametrize(
    "typed", ["a NEAR/5", "NEAR/5 a", "a NEAR/5 -b", "a NEAR/5 (b)", "lang:el NEAR/5 b", "a NEAR/5 *"]
)
def test_near_without_its_two_sides_is_text_and_says_so(typed: str) -> None:
    read = parse(typed).parsed
    assert "the phrase “NEAR 5”" in read.description
    assert read.hints == ("“NEAR/5” must be placed between two words or phrases; searched as text.",)


def test_words_with_gaps_that_are_joined_by_signs_stand_side_by_side() -> None:
    (co,) = words("co", stemmed=True)
    assert parse("co-op*ation").node == Near(co, Wildcard("op*ation", "op*ation"), 1)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("langg:el", "Unknown field “langg”. Did you mean “lang:”?"),
        ("form:presidency", "Unknown field “form”. Did you mean “from:”?"),
        ("delegatoin:DE", "Unknown field “delegatoin”. Did you mean “delegation:”?"),
        ('-langg:"el"', "Unknown field “langg”. Did you mean “lang:”?"),
        ("lang:grek", "“grek” is not a valid value for “lang:”; searched as text. Did you mean “Greek”?"),
        ("lang:xx", "“xx” is not a valid value for “lang:”; searched as text."),
        ("after:someday", "“someday” is not a date; “after:someday” is searched as text. "
            "Dates: 2019, 06/2019, 8.10.2019, “last month”."),
        ("ref: 12862/19", "“ref:” needs a value directly after it; searched as text."),
        ("fox~3", "“fox~3”: at most two letters may differ, as in “fox~2”; searched as text."),
    ],
)  # fmt: skip
def test_what_looks_like_syntax_and_is_text_has_a_hint(typed: str, hint: str) -> None:
    assert parse(f"{typed} police").parsed.hints == (hint,)


@pytest.mark.parametrize(
    "typed", ["http://x.eu", "12:30", "Art:5", "note:x", "a:b:c", "to:me", "lang", "langg:", "Re:x"]
)
def test_a_word_that_merely_has_a_colon_has_no_hint(typed: str) -> None:
    assert parse(f"{typed} police").parsed.hints == ()


def test_many_words_of_a_pasted_text_are_read() -> None:
    pasted = " ".join(f"word{n}," for n in range(700)) + " (see «the 2nd part») – 5%; Art. 6: a/b"
    assert len(pasted) > 5000
    read = parse(pasted)
    assert isinstance(read.node, AllOf)
    assert len(read.node.parts) > 700
    assert read.parsed.hints == ()
    assert parse("word " * 1001).parsed.hints == ("Only the first 1000 words are searched.",)


def test_brackets_that_lie_too_deep_are_passed_over_and_it_is_said() -> None:
    read = parse("(" * 60 + "a" + ")" * 60)
    assert read.node == WordQuery("a", "a", "a")
    assert read.parsed.hints == ("More than 40 nested brackets: the inner ones are ignored.",)


def test_without_stemming_only_exact_forms_are_sought() -> None:
    asked = parse("police", stemming=False)
    assert asked.parsed.description == "exactly “police”; exact forms only"
    assert asked.search_terms() == [WordQuery("police", "police", "police", stemmed=False)]


def test_while_typing_the_last_word_may_grow() -> None:
    assert parse("police co", typing=True).parsed.description == "“police” and words beginning with “co”"
    assert parse("police co ", typing=True).parsed.description == "“police” and “co”"
    assert parse('"police co', typing=True).parsed.description == "the phrase “police co…”"
    assert parse("co-op", typing=True).parsed.description == "the phrase “co op…”"


@pytest.mark.parametrize(
    "begun", ["police after:", "police after:20x", "police OR", "police AND", "police -", "police in:no"]
)
def test_while_typing_a_sign_without_its_operand_is_passed_over(begun: str) -> None:
    assert parse(begun, typing=True).parsed.description == "“police”"


def test_what_is_excluded_is_not_sought() -> None:
    found = parse('a -b ("c d" OR -(e f))').search_terms()
    assert [[x.exact for x in w.words] if isinstance(w, PhraseQuery) else getattr(w, "exact", "") for w in found] == [
        "a",
        ["c", "d"],
    ]


@pytest.mark.parametrize(
    "text", ["(" * 5000 + "a", "NOT " * 5000 + "a", "-(" * 5000 + "a", "a " * 5000, "a OR " * 5000, "κ" * 50_000]
)
def test_monstrous_queries_are_read(text: str) -> None:
    assert parse(text).text == text


@pytest.mark.parametrize("begun", ["police lang:gre", "police a NEAR/5", "police kind:quest", "police NEAR"])
def test_while_typing_what_is_not_whole_yet_is_passed_over_without_a_hint(begun: str) -> None:
    understood = parse(begun, typing=True).parsed
    assert understood.description in ("“police”", "“police” and “a”")
    assert understood.hints == ()


def test_while_typing_an_open_value_may_grow_and_a_closed_one_is_whole() -> None:
    assert parse("code:ENF", typing=True).parsed.description == "with subject code ENF…"
    assert parse("lang:el", typing=True).parsed.description == "in Greek"
    assert parse("ko*gr", typing=True).node == Wildcard("ko*gr", "ko*gr*")


@given(SYNTAX | ANYTHING, st.booleans(), st.sampled_from(["en", "el", "fr", "bg"]))
def test_nothing_typed_is_an_error(text: str, typing: bool, language: str) -> None:
    read = parse(text, typing=typing, language=language)
    assert read.parsed.description
    assert all(0 <= chip.start < chip.end <= len(text) for chip in read.parsed.chips)
    assert bool(read.parsed.chips) == (read.node is not None)


def rows() -> list[list[list[str]]]:
    """The tables of the manual's part on the search box, by row and cell."""
    manual = (paths.RESOURCES / "help" / "en" / "finding.md").read_text(encoding="utf-8")
    section = manual.partition(" {#box}\n")[2].replace("\\|", "¦")
    cells = [row.strip("|").split("|") for row in section.splitlines() if row.startswith("|")]
    return [[re.findall(r"`([^`]+)`", cell.replace("¦", "|")) for cell in row] for row in cells]


def test_what_the_manual_shows_is_understood() -> None:
    shown = [example for row in rows() if len(row) == 2 for example in row[0]]
    assert len(shown) > 40
    assert {example: parse(example).parsed.hints for example in shown} == dict.fromkeys(shown, ())


def test_the_manual_names_fields_and_operators_as_they_are() -> None:
    for n, language in ((1, "el"), (2, "fr")):
        names = [name for row in rows() if len(row) == 3 for name in row[n]]
        fields = {field_names(language).get(fold(name.strip(":"))) for name in names if ":" in name}
        assert fields == set(FIELDS)
        joints = {operators(language)[name.partition("/")[0]] for name in names if ":" not in name}
        assert joints == {"AND", "OR", "NOT", "NEAR"}


# Chips


def chips(typed: str) -> list[tuple[str, str, tuple[str, ...], bool]]:
    found = parse(typed, today=TODAY).parsed.chips
    return [(typed[chip.start : chip.end], chip.field, chip.values, chip.is_excluded) for chip in found]


def test_each_part_that_must_hold_is_a_chip() -> None:
    assert chips('lang:gr|fr -type:note "data protection" (a OR b) -c') == [
        ("lang:gr|fr", "lang", ("el", "fr"), False),
        ("-type:note", "type", ("note",), True),
        ('"data protection"', "", (), False),
        ("(a OR b)", "", (), False),
        ("-c", "", (), True),
    ]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("a AND b AND c", ["a AND", "b AND", "AND c"]),
        ("a OR b", ["a OR b"]),
        ("lang:el a OR b", ["lang:el", "a OR b"]),
        ("a OR b lang:el", ["a OR b", "lang:el"]),
        ("(lang:el a)", ["lang:el", "a"]),
        ("a NEAR/5 b c", ["a NEAR/5 b", "c"]),
        ("NOT a) -(b", ["NOT a", "-(b"]),
        ("after:last month a", ["after:last month", "a"]),
        ("code:ENF*|FISC a", ["code:ENF*|FISC", "a"]),
    ],
)
def test_a_chip_has_the_span_of_its_part(typed: str, parts: list[str]) -> None:
    assert [part for part, *_ in chips(typed)] == parts


def test_a_chip_stands_where_it_was_typed_though_accents_were_typed_apart() -> None:
    typed = unicodedata.normalize("NFD", "έρευνα (ή «κάθε» λέξη) -ώρα")
    assert [part for part, *_ in chips(typed)] == [
        unicodedata.normalize("NFD", part) for part in ("έρευνα", "(ή «κάθε» λέξη)", "-ώρα")
    ]
    typed = unicodedata.normalize("NFD", '"β"-ώρα ‘ώ β’ώ')
    assert [part for part, *_ in chips(typed)] == [
        unicodedata.normalize("NFD", part) for part in ('"β"', "ώρα", "‘ώ", "β’ώ")
    ]


@given(SYNTAX)
def test_a_chip_stands_where_it_was_typed_however_letters_are_composed(text: str) -> None:
    apart, together = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    found = [apart[chip.start : chip.end] for chip in parse(apart).parsed.chips]
    assert [unicodedata.normalize("NFC", part) for part in found] == [
        together[chip.start : chip.end] for chip in parse(together).parsed.chips
    ]


@pytest.mark.parametrize(("typed", "language"), [("from:2019-06", "en"), ("από:06/2019", "el"), ("de:2019-06", "fr")])
def test_from_a_date_on_is_no_sender(typed: str, language: str) -> None:
    assert parse(typed, language=language).node == parse("after:2019-06").node


@given(st.lists(PLAIN, max_size=6).map(" ".join) | st.lists(PLAIN, min_size=2, max_size=4).map(" OR ".join))
def test_the_query_without_the_span_of_a_chip_has_the_other_parts(typed: str) -> None:
    found = parts(typed)
    assert [chip for chip, _ in sorted(found, key=lambda one: one[0].start)] == list(parse(typed).parsed.chips)
    for n, (chip, _) in enumerate(found):
        rest = [node for m, (_, node) in enumerate(found) if m != n]
        assert parse(typed[: chip.start] + typed[chip.end :]).node == joined(rest)


# The same in every language


def spelt_small(node: object) -> str:
    return repr(node).lower()


@pytest.mark.parametrize(
    ("language", "typed", "written"),
    [
        ("el", "γλώσσα:ελληνικά α ΚΑΙ β Ή γ", "lang:el (α β OR γ)"),
        ("el", "α ΚΟΝΤΑ/5 β ΟΧΙ τύπος:σημείωμα", "α NEAR/5 β -type:note"),
        ("fr", "après:le mois dernier a SAUF (b OU c)", 'after:"last month" a -(b OR c)'),
        ("fr", "date:8 octobre 2019..hier", 'date:"2019-10-08..yesterday"'),
        ("en", "co-operation fox~ k?t «a b»~", '"co operation" fox~1 k?t "a b"~'),
        ("en", "a ET γλώσσα:el", 'a et "γλώσσα el"'),
        ("en", "ref:12862/19 file:2022/155(COD)", 'ref:"ST 12862/19" file:"2022/155(COD)"'),
        ("en", "-ref:2016/679 ref:(EC) No 1234/2007 a", '-ref:2016/679 ref:"(EC) No 1234/2007" a'),
        ("fr", "réf:(UE) 2016/679 OU réf:1234/2007", 'ref:"(UE) 2016/679" OR ref:1234/2007'),
        ("en", "type:«cover note»", "type:cover_note"),
        ("en", 'type:"cover" note type:note cover', 'type:"cover" note type:note cover'),
        ("en", "last november year:2018..2020 date:2019..", 'last november year:2018..2020 date:"2019.."'),
    ],
)  # fmt: skip
def test_a_query_can_be_written_with_english_names(language: str, typed: str, written: str) -> None:
    assert canonical(typed, language) == written


@given(
    SYNTAX | st.lists(PLAIN).map(" OR ".join), st.sampled_from(["en", "el", "fr"]), st.sampled_from(["en", "el", "fr"])
)
def test_a_query_written_so_means_the_same_in_every_language(text: str, language: str, other: str) -> None:
    written = canonical(text, language)
    assert spelt_small(parse(written, language=other).node) == spelt_small(parse(text, language=language).node)
    assert canonical(written, other) == written
