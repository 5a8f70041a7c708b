from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.anchoring import quote_at, quote_first, unanchored_quote
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, View
from delegate_desk.core.revisions.carryover.carried_items import CarryVerdict
from delegate_desk.core.revisions.carryover.carry_targets import CarryTarget, CarryTargetFinder, requote
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict, VerdictBasis
from delegate_desk.core.word_diff import WordChange

ONE, TWO, THREE = (Address(f"para_{n}") for n in (1, 2, 3))


def landings(
    *fates: UnitOutcome, new: tuple[str, ...] = (), old: str = "", across: bool = False, translated: bool = False
) -> CarryTargetFinder:
    """Landings by fates, with the texts of the old first unit and of the new units."""
    comparison = Comparison(DocumentId(1), DocumentId(2), View.AFTER, fates, is_cross_language=across)
    return CarryTargetFinder(comparison, _units(old), _units(*new), translated=translated)


def _units(*texts: str) -> dict[Address, Paragraph]:
    return {
        Address(f"para_{n}"): Paragraph(Address(f"para_{n}"), Kind.PARAGRAPH, f"{n}.", text)
        for n, text in enumerate(texts, 1)
    }


def fate(old: Address, new: Address | None, verdict: Verdict, *rivals: Address) -> UnitOutcome:
    return UnitOutcome(old, new, verdict, 0.5, (), (), rivals)


def quote(text: str, exact: str) -> Quote:
    found = quote_first(text, exact)
    assert found
    return found


def test_what_is_sure_lands() -> None:
    some = landings(fate(ONE, TWO, Verdict.RENUMBERED), new=("", "text"), old="text")
    assert some.target_for(ONE) == CarryTarget(CarryVerdict.RENUMBERED, TWO)


def test_what_is_gone_lands_nowhere() -> None:
    assert landings(fate(ONE, None, Verdict.DELETED)).target_for(ONE) == CarryTarget(CarryVerdict.DELETED, None)


def test_what_has_rivals_is_asked_about() -> None:
    some = landings(fate(ONE, TWO, Verdict.REWORDED, THREE), new=("", "a", "b"))
    assert some.target_for(ONE) == CarryTarget(CarryVerdict.DOUBTFUL, None, (TWO, THREE))
    gone = landings(fate(ONE, None, Verdict.DELETED, TWO), new=("", "a"))
    assert gone.target_for(ONE) == CarryTarget(CarryVerdict.DOUBTFUL, None, (TWO,))


def test_what_no_comparison_speaks_of_is_asked_about() -> None:
    assert landings().target_for(ONE) == CarryTarget(CarryVerdict.DOUBTFUL, None)


def test_a_place_that_is_not_there_is_none() -> None:
    assert landings(fate(ONE, TWO, Verdict.SAME)).target_for(ONE) == CarryTarget(CarryVerdict.DOUBTFUL, None)


def test_of_a_split_the_part_that_has_the_words_is_meant() -> None:
    old = "States shall report. They may inform the public."
    fates = (fate(ONE, ONE, Verdict.SPLIT), fate(ONE, TWO, Verdict.SPLIT))
    some = landings(*fates, new=("States shall report.", "They may inform the public."), old=old)
    assert some.target_for(ONE) == CarryTarget(CarryVerdict.SPLIT, ONE, (TWO,))
    assert some.target_for(ONE, quote(old, "inform the public")) == CarryTarget(CarryVerdict.SPLIT, TWO, (ONE,))
    assert some.target_for(ONE, quote(old, "shall report")) == CarryTarget(CarryVerdict.SPLIT, ONE, (TWO,))


def test_words_that_no_part_has_rest_on_the_first() -> None:
    old = "States shall report soon. They may inform the public."
    fates = (fate(ONE, ONE, Verdict.SPLIT), fate(ONE, TWO, Verdict.SPLIT))
    some = landings(*fates, new=("States shall report.", "They may inform the public."), old=old)
    assert some.target_for(ONE, quote(old, "report soon")).new == ONE


def test_words_are_not_sought_in_another_language() -> None:
    some = landings(fate(ONE, ONE, Verdict.REWORDED), new=("report",), old="report", across=True)
    assert some.reanchor_quote(ONE, ONE, quote("report", "report")) is None


def test_a_text_that_was_read_anew_meanwhile_is_asked_about() -> None:
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


OLD = "Member States shall report to the Commission by 31 March 2021 and may inform the public."


def requoted(exact: str, new: str, old: str = OLD, *, same: bool = False) -> str | None:
    """The words found of some that are quoted from a wording."""
    quote = quote_first(old, exact)
    assert quote
    found = requote(quote, old, new, same=same)
    if found:
        assert new[found.start : found.end] == found.exact
    return found.exact if found else None


def test_words_that_stay_are_found() -> None:
    new = OLD.replace("Member States", "The competent authorities").replace("public", "persons concerned")
    assert requoted("report to the Commission", new) == "report to the Commission"


def test_words_that_changed_are_not_found_in_their_like() -> None:
    assert requoted("31 March 2021", OLD.replace("2021", "2022")) is None
    assert requoted("shall", OLD.replace("shall", "should")) is None
    assert requoted("report to the Commission", OLD.replace("to the", "annually to the")) is None


def test_the_same_word_elsewhere_is_another_word() -> None:
    new = OLD.replace("may inform", "shall inform").replace("shall report", "will report")
    assert requoted("shall", new) is None


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


def test_many_words_that_went_elsewhere_in_their_paragraph_are_found() -> None:
    old = "By the end of the year, and without delay where life is at risk, Member States shall report."
    new = "Member States shall report without delay where life is at risk and yearly."
    assert requoted("without delay where life is at risk", new, old) == "without delay where life is at risk"


def test_typography_is_no_change_of_words() -> None:
    old = 'the "competent authority" - if any - of 31 March'
    new = "the “competent authority” – if any – of 31\u00a0March, and no other"
    assert requoted('"competent authority" - if any', new, old) == "“competent authority” – if any"
    assert requoted("31 March", new, old) == "31\u00a0March"


def test_a_hyphen_at_the_end_of_a_line_is_no_change_of_words() -> None:
    assert requoted("cooperation", "the coope-ration of all", "the cooperation of all") == "coope-ration"


def test_a_number_of_what_was_renumbered_is_no_other_word() -> None:
    old, new = "as referred to in Article 7, without delay", "as referred to in Article 8, without delay"
    assert requoted("in Article 7", new, old, same=True) == "in Article 8"
    assert requoted("in Article 7", new, old) is None


def test_words_that_were_not_there_before_stay_unfound() -> None:
    gone = unanchored_quote(quote_at("They shall report.", 5, 10), OLD.replace("shall", "will"))
    assert requote(gone, OLD.replace("shall", "will"), OLD) is None


WORDS = st.lists(st.sampled_from("the States shall may report Council not 2021 and to in".split()), max_size=14)


@given(WORDS, WORDS, st.data())
def test_what_is_found_is_what_was_quoted(before: list[str], after: list[str], data: st.DataObject) -> None:
    old, new = " ".join(before), " ".join(after)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = requote(quote_at(old, start, end), old, new)
    if found:
        assert found.exact == old[start:end] == new[found.start : found.end]


@given(WORDS, st.data())
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
