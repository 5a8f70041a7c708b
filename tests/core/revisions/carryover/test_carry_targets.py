from delegate_desk.core.annotations.anchoring import quote_first
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Paragraph, View
from delegate_desk.core.revisions.carryover.carried_items import CarryVerdict
from delegate_desk.core.revisions.carryover.carry_targets import CarryTarget, CarryTargetFinder
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
