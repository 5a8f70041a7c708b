import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import Quote, quote_at, quote_first, unanchored_quote
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, View
from delegate_desk.core.revisions.comparison import CarryVerdict, Comparison, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.core.revisions.reanchor import (
    CarryTarget,
    CarryTargetFinder,
    Rebased,
    Relocation,
    merge_wordings,
    propose_units,
    rebase,
    requote,
)
from delegate_desk.core.word_diff import WordChange

NOISE = "Noise from ships at berth disturbs the people who live near ports."
HOURS = "Ports should set quiet hours for ships at berth and keep them."
POWER = "Shore power is offered to ships that keep the quiet hours of their port."


def quoted(text: str, exact: str) -> Quote:
    quote = quote_first(text, exact)
    assert quote is not None
    return quote


def units(**texts: str) -> list[Paragraph]:
    return [Paragraph(Address(address), Kind.PARAGRAPH, "", text) for address, text in texts.items()]


BOTH = f"{NOISE} {HOURS}"
READ_AGAIN = {
    "a unit stays at its address": (
        units(para_1=NOISE, para_2=HOURS), units(para_1=NOISE, para_2=HOURS.replace("set", "fix")),
        [("para_2", HOURS, "para_2")],
    ),
    "under another address": (
        units(para_1=NOISE, para_2=HOURS), units(para_1=POWER, para_2=NOISE, para_3=HOURS),
        [("para_1", NOISE, "para_2"), ("para_2", HOURS, "para_3")],
    ),
    "some words were read otherwise": (
        units(para_1=NOISE), units(cover=POWER, p_1=NOISE.replace("disturbs", "dis turbs")),
        [("para_1", NOISE, "p_1")],
    ),
    "another at the old address is not the unit": (
        units(para_1=NOISE), units(para_1=POWER), [("para_1", NOISE, None)],
    ),
    "a lookalike at the old address is not the unit": (
        units(para_1=HOURS), units(para_1=HOURS.replace("quiet hours", "speed limits"), para_2=HOURS),
        [("para_1", HOURS, "para_2")],
    ),
    "what could be in two places is placed in neither": (
        units(para_1=NOISE), units(p_1=NOISE, p_2=NOISE), [("para_1", NOISE, None)],
    ),
    "what could begin two units is placed in neither": (
        units(para_1=NOISE), units(p_1=f"{NOISE} Yes.", p_2=f"{NOISE} No."), [("para_1", NOISE, None)],
    ),
    "twins keep their order": (
        units(row_1="Deleted", row_2="Deleted"), units(cell_1="Deleted", cell_2="Deleted"),
        [("row_2", "Deleted", "cell_2")],
    ),
    "units put together are found in the whole": (
        units(para_1=NOISE, para_2=HOURS), units(para_1=BOTH),
        [("para_1", NOISE, "para_1"), ("para_2", HOURS, "para_1")],
    ),
    "a heading without words stays": (
        units(art_1=""), units(art_1="Scope"), [("art_1", "", "art_1"), ("art_2", "", None)],
    ),
    "of lookalikes one that is gone is not found in another": (
        units(para_1=NOISE, para_2=HOURS, para_3=NOISE), units(para_1=HOURS, para_5=NOISE),
        [("para_2", HOURS, "para_1"), ("para_3", NOISE, "para_5"), ("para_1", NOISE, None)],
    ),
    "what an earlier reading lost is found in a later one": (
        units(para_1=HOURS), units(para_1=HOURS, para_2=NOISE),
        [("para_9", NOISE, "para_2"), ("para_1", NOISE, "para_2")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "found"), READ_AGAIN.values(), ids=READ_AGAIN)
def test_a_unit_is_found_in_another_reading(
    before: list[Paragraph], after: list[Paragraph], found: list[tuple[str, str, str | None]]
) -> None:
    relocation = Relocation(before, after)
    assert [relocation.find(Address(address), text) for address, text, _ in found] == [there for *_, there in found]


def test_of_a_unit_taken_apart_the_part_with_the_words_is_meant() -> None:
    relocation = Relocation(units(para_1=BOTH), units(para_1=NOISE, para_1__sub_2=HOURS))
    assert relocation.find(Address("para_1"), BOTH) == "para_1"
    assert relocation.find(Address("para_1"), BOTH, quoted(BOTH, "quiet hours for")) == "para_1__sub_2"


def test_words_of_units_put_together_are_found_in_the_whole() -> None:
    relocation = Relocation(units(para_1=NOISE, para_2=HOURS), units(para_1=BOTH))
    assert relocation.find(Address("para_2"), HOURS, quoted(HOURS, "quiet hours for ships")) == "para_1"


def test_lookalikes_keep_their_order_though_all_moved_by_one_and_were_read_otherwise() -> None:
    drafts = [f"ESMA shall submit the draft of standard {name} in time to the Commission." for name in "ABCDE"]
    before = units(**{f"para_{n}": text for n, text in enumerate(drafts, 1)})
    after = units(**{f"para_{n}": text.replace("submit", "subrnit") for n, text in enumerate(drafts, 2)})
    relocation = Relocation(before, after)
    found = [relocation.find(unit.address, unit.marked) for unit in before]
    assert found == [f"para_{n}" for n in range(2, 7)]


def test_a_long_text_read_otherwise_throughout_is_laid_side_by_side() -> None:
    before = units(**{f"para_{n}": f"Paragraph {n} speaks of port {n * 7}, ship {n * 11}." for n in range(1, 260)})
    after = [Paragraph(u.address, u.kind, "", u.marked.replace("speaks", "treats")) for u in before[10:]]
    relocation = Relocation(before, after)
    found = [relocation.find(unit.address, unit.marked) for unit in before]
    assert found[10:] == [unit.address for unit in before[10:]]
    assert found[:10] == [None] * 10


@given(st.lists(st.sampled_from(["same", "gone", "garbled", "put before"]), min_size=1, max_size=25))
def test_lookalikes_are_found_where_they_are_or_nowhere(fates: list[str]) -> None:
    names = [chr(ord("a") + n) * 4 for n in range(len(fates))]
    texts = [f"Member States shall notify measure {name} to the Commission without delay." for name in names]
    before = units(**{f"para_{n}": text for n, text in enumerate(texts)})
    after: list[Paragraph] = []
    truth: list[str | None] = []
    for text, fate in zip(texts, fates, strict=True):
        if fate == "put before":
            after += units(**{f"para_{len(after)}": f"Something new was found here, number {len(after)}."})
        truth.append(None if fate == "gone" else f"para_{len(after)}")
        if fate != "gone":
            after += units(**{f"para_{len(after)}": text.replace("without", "with out") if fate == "garbled" else text})
    relocation = Relocation(before, after)
    for unit, right in zip(before, truth, strict=True):
        found = relocation.find(unit.address, unit.marked)
        assert found in (right, None)
        if "gone" not in fates:
            assert found == right


TEXTS = {
    "para_1": "Quiet hours at night are agreed with the port and the town.",
    "para_2": "Ships at berth are connected to power from the shore.",
    "para_3": "Member States report every second year.",
}


def unit(address: str, text: str) -> Paragraph:
    return Paragraph(Address(address), Kind.PARAGRAPH, "", text, 1)


UNITS = [unit(address, text) for address, text in TEXTS.items()]


def addresses(text: str, quote: Quote | None = None, stood: str = "para_9") -> list[str]:
    return [one.address for one in propose_units(Address(stood), text, quote, UNITS)]


def test_the_likest_text_is_proposed_first() -> None:
    assert addresses("Ships which are at berth shall be connected to shore power.")[0] == "para_2"


def test_words_quoted_lead_to_where_they_stand() -> None:
    assert addresses("", Quote("every second year", "", "", 0, 17)) == ["para_3"]


def test_nothing_is_proposed_for_what_is_like_nothing() -> None:
    assert addresses("Άλλο κείμενο.") == addresses("") == []


OLD = "Member States shall report to the Commission by 31 March 2021."


MAY = OLD.replace("shall", "may")
COUNCIL = MAY.replace("Commission", "Council")
LATER = OLD.replace("2021", "2022")
FAIR = "They develop new and fair methods and {}use {}services to act."


@pytest.mark.parametrize(
    ("old", "ours", "new", "made"),
    [
        (OLD, MAY, LATER, Rebased(MAY.replace("2021", "2022"))),
        (OLD, COUNCIL, f"Where needed, {LATER}", Rebased(f"Where needed, {COUNCIL.replace('2021', '2022')}")),
        # both changed the same words
        (OLD, MAY, OLD.replace("shall", "should"), Rebased(MAY, is_sure=False)),
        (OLD, MAY, OLD.replace(" shall report", ""), Rebased(MAY, is_sure=False)),
        # the text already says it, in whole or in part
        (OLD, MAY, MAY, Rebased(None)),
        (OLD, MAY, MAY.replace("2021", "2022"), Rebased(None)),
        (OLD, COUNCIL, MAY, Rebased(COUNCIL)),
        # words that both inserted are inserted once, whatever their spacing
        (
            "They develop new methods and use special services to act.",
            FAIR.format("", ""),
            FAIR.format("", "special "),
            Rebased(FAIR.format("", "")),
        ),
        (
            "They develop new methods and use special services to act.",
            FAIR.format("", ""),
            FAIR.format("quickly ", "special "),
            Rebased(FAIR.format("quickly ", "")),
        ),
        (OLD, MAY, OLD, Rebased(MAY)),
        (OLD, OLD, OLD, Rebased(None)),
        (OLD, OLD, MAY, Rebased(OLD, is_sure=False)),  # keeping a wording that changed is a person's decision
        (OLD, "", MAY, Rebased("")),  # a deletion stays a deletion, whatever the text
    ],
)
def test_our_change_is_made_in_the_new_wording(old: str, ours: str, new: str, made: Rebased) -> None:
    assert rebase(old, ours, new) == made


def test_words_put_in_at_one_place_collide() -> None:
    ours, theirs = OLD.replace("report", "report yearly"), OLD.replace("report", "report briefly")
    assert not rebase(OLD, ours, theirs).is_sure


WORDS = st.lists(st.sampled_from("the States shall may report Council not 2021 and to in".split()), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_a_proposal_is_kept_made_or_needed_no_more(one: list[str], two: list[str], three: list[str]) -> None:
    old, ours, new = " ".join(one), " ".join(two), " ".join(three)
    made = rebase(old, ours, new)
    if not made.is_sure:
        assert made.proposal == ours
    assert made.proposal != new


@given(st.lists(st.sampled_from("abcdefgh"), min_size=5, max_size=12), st.data())
def test_changes_far_apart_are_both_made(letters: list[str], data: st.DataObject) -> None:
    words = [f"{letter}{n}" for n, letter in enumerate(letters)]
    i = data.draw(st.integers(0, len(words) - 3))
    k = data.draw(st.integers(i + 2, len(words) - 1))
    ours = [*words[:i], "ours", *words[i + 1 :]]
    theirs = [*words[:k], "theirs", *words[k + 1 :]]
    both = [*ours[:k], "theirs", *ours[k + 1 :]]
    assert rebase(" ".join(words), " ".join(ours), " ".join(theirs)) == Rebased(" ".join(both))


TEXT = WORDS.map(" ".join)


@given(TEXT, TEXT, TEXT)
def test_of_two_wordings_in_one_theirs_stands_where_both_change_the_same(source: str, ours: str, theirs: str) -> None:
    assert merge_wordings(source, source, theirs) == theirs
    assert merge_wordings(source, ours, source) == ours
    assert merge_wordings(source, theirs, theirs) == theirs


def test_of_two_wordings_in_one_both_changes_are_made() -> None:
    source = "Ports shall set quiet hours for ships."
    ours, theirs = "Ports may set calm hours for ships.", "Ports shall set few hours for all ships."
    assert merge_wordings(source, ours, theirs) == "Ports may set few hours for all ships."


ONE, TWO, THREE = (Address(f"para_{n}") for n in (1, 2, 3))


def landings(
    *fates: UnitOutcome, new: tuple[str, ...] = (), old: str = "", across: bool = False, translated: bool = False
) -> CarryTargetFinder:
    """Outcomes of moved items, with the texts of the old first unit and of the new units."""
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, fates, is_cross_language=across)
    return CarryTargetFinder(comparison, _units(old), _units(*new), translated=translated)


def _units(*texts: str) -> dict[Address, Paragraph]:
    return {
        Address(f"para_{n}"): Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text)
        for n, text in enumerate(texts, 1)
    }


def fate(old: Address, new: Address | None, verdict: Verdict, *rivals: Address) -> UnitOutcome:
    return UnitOutcome(old, new, verdict, 0.5, (), (), rivals)


DOUBTFUL = CarryVerdict.DOUBTFUL


@pytest.mark.parametrize(
    ("fates", "new", "target"),
    [
        ([fate(ONE, TWO, Verdict.RENUMBERED)], ("", "text"), CarryTarget(CarryVerdict.RENUMBERED, TWO)),
        ([fate(ONE, None, Verdict.DELETED)], (), CarryTarget(CarryVerdict.DELETED, None)),
        ([fate(ONE, TWO, Verdict.REWORDED, THREE)], ("", "a", "b"), CarryTarget(DOUBTFUL, None, (TWO, THREE))),
        ([fate(ONE, None, Verdict.DELETED, TWO)], ("", "a"), CarryTarget(DOUBTFUL, None, (TWO,))),
        ([], (), CarryTarget(DOUBTFUL, None)),  # no comparison contains it
        ([fate(ONE, TWO, Verdict.SAME)], (), CarryTarget(DOUBTFUL, None)),  # the place does not exist
    ],
)
def test_what_is_sure_lands_and_the_rest_is_asked_about(
    fates: list[UnitOutcome], new: tuple[str, ...], target: CarryTarget
) -> None:
    assert landings(*fates, new=new).target_for(ONE) == target


def test_of_a_split_the_part_that_has_the_words_is_meant() -> None:
    old = "States shall report. They may inform the public."
    fates = (fate(ONE, ONE, Verdict.SPLIT), fate(ONE, TWO, Verdict.SPLIT))
    some = landings(*fates, new=("States shall report.", "They may inform the public."), old=old)
    assert some.target_for(ONE) == CarryTarget(CarryVerdict.SPLIT, ONE, (TWO,))
    assert some.target_for(ONE, quoted(old, "inform the public")) == CarryTarget(CarryVerdict.SPLIT, TWO, (ONE,))
    assert some.target_for(ONE, quoted(old, "shall report")) == CarryTarget(CarryVerdict.SPLIT, ONE, (TWO,))


def test_words_that_no_part_has_rest_on_the_first() -> None:
    old = "States shall report soon. They may inform the public."
    fates = (fate(ONE, ONE, Verdict.SPLIT), fate(ONE, TWO, Verdict.SPLIT))
    some = landings(*fates, new=("States shall report.", "They may inform the public."), old=old)
    assert some.target_for(ONE, quoted(old, "report soon")).new == ONE


def test_words_are_not_sought_in_another_language() -> None:
    some = landings(fate(ONE, ONE, Verdict.REWORDED), new=("report",), old="report", across=True)
    assert some.reanchor_quote(ONE, ONE, quoted("report", "report")) is None


def test_a_text_that_was_read_again_meanwhile_is_asked_about() -> None:
    words = ((WordChange.EQUAL, "States "), (WordChange.DELETE, "shall"), (WordChange.INSERT, "may"))
    reworded = UnitOutcome(ONE, ONE, Verdict.REWORDED, 0.5, words)
    assert landings(reworded, new=("States may",), old="States shall").target_for(ONE).new == ONE
    assert landings(reworded, new=("Ports may",), old="States shall").target_for(ONE).verdict is CarryVerdict.DOUBTFUL
    assert landings(reworded, new=("States may",), old="Ports shall").target_for(ONE).verdict is CarryVerdict.DOUBTFUL


def test_in_another_language_what_is_known_by_its_place_alone_is_asked_about() -> None:
    by_place = UnitOutcome(ONE, TWO, Verdict.RENUMBERED, 0.5, (), (VerdictBasis.NEIGHBOURS,))
    assert landings(by_place, new=("", "text"), across=True).target_for(ONE) == CarryTarget(
        CarryVerdict.DOUBTFUL, None, (TWO,)
    )
    liked = UnitOutcome(ONE, TWO, Verdict.RENUMBERED, 0.5, (), (VerdictBasis.LIKENESS,))
    assert landings(liked, new=("", "text"), across=True).target_for(ONE).new == TWO


def test_between_two_language_versions_of_one_document_the_place_tells() -> None:
    by_place = UnitOutcome(ONE, ONE, Verdict.SAME, 0.5, (), (VerdictBasis.ADDRESS,))
    assert landings(by_place, new=("text",), across=True, translated=True).target_for(ONE).new == ONE


OLD_UNITS = "Member States shall report to the Commission by 31 March 2021 and may inform the public."


def requoted(exact: str, new: str, old: str = OLD_UNITS, *, same: bool = False) -> str | None:
    """The quoted words that were found in a wording."""
    quote = quote_first(old, exact)
    assert quote
    found = requote(quote, old, new, same=same)
    if found:
        assert new[found.start : found.end] == found.exact
    return found.exact if found else None


TYPED = 'the "competent authority" - if any - of 31 March'
PRINTED = "the “competent authority” – if any – of 31\u00a0March, and no other"
AT_RISK = "without delay where life is at risk"


@pytest.mark.parametrize(
    ("exact", "old", "new", "found"),
    [
        ("report to the Commission", OLD_UNITS, OLD_UNITS.replace("Member", "The").replace("public", "persons"), "="),
        ("31 March 2021", OLD_UNITS, OLD_UNITS.replace("2021", "2022"), None),
        ("shall", OLD_UNITS, OLD_UNITS.replace("shall", "should"), None),
        ("report to the Commission", OLD_UNITS, OLD_UNITS.replace("to the", "annually to the"), None),
        # the same word elsewhere is a different word
        ("shall", OLD_UNITS, OLD_UNITS.replace("may inform", "shall inform").replace("shall report", "report"), None),
        # many words that moved within their paragraph
        (AT_RISK, f"By the end of the year, and {AT_RISK}, States shall report.", f"They report {AT_RISK}.", "="),
        # typography, and a hyphen at the end of a line
        ('"competent authority" - if any', TYPED, PRINTED, "“competent authority” – if any"),
        ("31 March", TYPED, PRINTED, "31\u00a0March"),
        ("cooperation", "the cooperation of all", "the coope-ration of all", "coope-ration"),
    ],
)
def test_words_quoted_are_found_unless_they_changed(exact: str, old: str, new: str, found: str | None) -> None:
    assert requoted(exact, new, old) == (exact if found == "=" else found)


def test_of_two_copies_the_one_that_was_quoted_is_found() -> None:
    old = "The report goes to the Council; the report goes to the Parliament."
    quote = quote_at(old, old.rindex("the report"), old.rindex("the report") + len("the report"))
    new = f"In general, {old}"
    found = requote(quote, old, new)
    assert found
    assert new[found.end :].startswith(" goes to the Parliament")


def test_a_copy_that_goes_is_not_replaced_by_the_other() -> None:
    old = "States report on time, or report late to the Council."
    quote = quote_at(old, old.rindex("report"), old.rindex("report") + len("report"))
    assert requote(quote, old, "States report on time, or come late to the Council.") is None


def test_a_number_of_what_was_renumbered_is_no_other_word() -> None:
    old, new = "as referred to in Article 7, without delay", "as referred to in Article 8, without delay"
    assert requoted("in Article 7", new, old, same=True) == "in Article 8"
    assert requoted("in Article 7", new, old) is None


def test_words_that_were_not_there_before_stay_unfound() -> None:
    gone = unanchored_quote(quote_at("They shall report.", 5, 10), OLD_UNITS.replace("shall", "will"))
    assert requote(gone, OLD_UNITS.replace("shall", "will"), OLD_UNITS) is None


LETTERS = st.lists(st.sampled_from("the States shall may report Council not 2021 and to in".split()), max_size=14)


@given(LETTERS, LETTERS, st.data())
def test_what_is_found_is_what_was_quoted(before: list[str], after: list[str], data: st.DataObject) -> None:
    old, new = " ".join(before), " ".join(after)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = requote(quote_at(old, start, end), old, new)
    if found:
        assert found.exact == old[start:end] == new[found.start : found.end]


@given(LETTERS, st.data())
def test_what_did_not_change_is_found_where_it_stood(before: list[str], data: st.DataObject) -> None:
    old = " ".join(before)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = requote(quote_at(old, start, end), old, old)
    assert (found and (found.start, found.end)) == ((start, end) if old[start:end].strip() else None)


def test_a_few_words_that_stand_twice_are_found_between_their_neighbours_or_not_at_all() -> None:
    old = "A fee on the ship, and a charge on the ship in port."
    second = quote_at(old, old.rindex("on the ship"), old.rindex("on the ship") + len("on the ship"))
    turned = requote(second, old, "In port, a charge on the ship in port, and no fee on the ship.")
    assert turned
    assert turned.start == len("In port, a charge ")
    assert requote(second, old, "A fee on the ship, and a levy on the ship at sea.") is None


def test_of_copies_in_the_same_letters_the_one_that_stood_there_is_found() -> None:
    old = "the co-operation of one and the co-operation of another"
    new = "the cooperation of one and the cooperation of another"
    second = quote_at(old, old.rindex("co-op"), old.rindex("co-op") + len("co-operation"))
    found = requote(second, old, new)
    assert found
    assert (found.exact, found.start) == ("cooperation", new.rindex("cooperation"))
