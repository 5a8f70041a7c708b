"""Labels of votes: choices, rules, participants, and the state of a vote."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.voting import Figures, VoteOutcome, VotingRule
from delegate_desk.gui.widgets.labels import label_table, terms

translate = QCoreApplication.translate

BY_HAND = "by_hand"
"""The key of members that take part because one chose them."""


class VoteChoice(StrEnum):
    """Vote of a member."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINS = "abstains"
    DECLARES = "declares"
    NOT_HEARD = "not_heard"
    OUTSIDE = "outside"


SIGNS = {
    VoteChoice.FOR: "+",
    VoteChoice.AGAINST: "−",
    VoteChoice.ABSTAINS: "○",
    VoteChoice.DECLARES: "◎",
    VoteChoice.NOT_HEARD: "·",
    VoteChoice.OUTSIDE: "",
}
ROLES = {
    VoteChoice.FOR: "support",
    VoteChoice.AGAINST: "red_line",
    VoteChoice.ABSTAINS: "scrutiny_reservation",
    VoteChoice.DECLARES: "reservation",
    VoteChoice.NOT_HEARD: "soft",
    VoteChoice.OUTSIDE: "soft",
}
vote_choice_label = label_table("vote_choice", VoteChoice)
"""Return the label of a member's vote: ``against``."""
rule_label = label_table("voting_rule", VotingRule)
"""A rule: ``Simple majority``."""
rule_basis = label_table("voting_rule_basis", VotingRule)
participation_label = label_table("participation", str)
"""Who takes part: ``Without Denmark``."""
_FEW = 4
"""How many members are named of whom any one would do."""
_number_word = label_table("number", int)
_LAST_WORD = 5


def vote_verdict_label(outcome: VoteOutcome) -> str:
    if outcome.adopted:
        return translate("votewords", "Would be adopted")
    return translate("votewords", "Would not be adopted")


def members_count(outcome: VoteOutcome, _against: int) -> str:
    text = translate("votewords", "Member States: {n} of {total} in favour")
    return text.format(n=outcome.members_for, total=len(outcome.participating))


def members_in_short(outcome: VoteOutcome, against: int) -> str:
    text = translate("votewords", "Members: {n} for, {against} against")
    return text.format(n=outcome.members_for, against=against)


def population_count(outcome: VoteOutcome, against: float) -> str:
    """Return the population on both sides: ``Population: 66.1 % in favour, 12.0 % against``."""
    shares = (outcome.population_for_percent, against)
    in_favour, opposed = (terms.format_decimal(share, 1) for share in shares)
    text = translate("votewords", "Population: {share} % in favour, {against} % against")
    return text.format(share=in_favour, against=opposed)


def population_in_short(outcome: VoteOutcome, _against: float) -> str:
    share = terms.format_decimal(outcome.population_for_percent, 1)
    return translate("votewords", "Population: {share} %").format(share=share)


def needed(number: str, *, in_words: bool) -> str:
    return translate("votewords", "{number} needed").format(number=number) if in_words else number


def count_line(outcome: VoteOutcome, against: int) -> str:
    """Return how many voted how, ``11 in favour · 4 against · 12 undeclared. A calculation …``."""
    counts = [translate("votewords", "{n} in favour").format(n=outcome.members_for)]
    counts.append(translate("votewords", "{n} against").format(n=against))
    if outcome.not_heard:
        counts.append(format_not_heard(outcome))
    return f"{' · '.join(counts)}. {unofficial_note()}"


def blocking_minority(outcome: VoteOutcome) -> str:
    """Who blocks, or whom the minority wants to: ``Blocking with NL and one more``; empty for a simple majority."""
    if outcome.rule is VotingRule.UNANIMITY:
        opposed = [code for code in outcome.blocking_members if code not in outcome.not_heard]
        return "" if outcome.adopted else _obstacle(outcome, opposed)
    if not outcome.rule.counts_population:
        return ""
    if outcome.opposed_block:
        blocking = [code for code in outcome.blocking_members if code not in outcome.not_heard]
        return translate("votewords", "Blocking minority: {codes}").format(codes=" ".join(blocking))
    if not outcome.completions:
        return translate("votewords", "No blocking minority possible")
    with_ = [*outcome.completing_always]
    more = outcome.completing - len(with_)
    if more == 0:
        return translate("votewords", "Blocking minority with {codes}").format(codes=join_codes(with_))
    if outcome.completing == 1 and len(outcome.completions) <= _FEW:
        either = [code for (code,) in outcome.completions]
        text = translate("votewords", "Blocking minority with {codes} or {last}")
        return text.format(codes=", ".join(either[:-1]), last=either[-1])
    number = _number_word(more) if more <= _LAST_WORD else str(more)
    if not with_:
        return translate("votewords", "Blocking minority with {number} more").format(number=number)
    text = translate("votewords", "Blocking minority with {codes} and {number} more")
    return text.format(codes=", ".join(with_), number=number)


def _obstacle(outcome: VoteOutcome, opposed: list[str]) -> str:
    if opposed and outcome.members_for + len(outcome.not_heard) < outcome.members_needed:
        return translate("votewords", "Blocked by {codes}").format(codes=" ".join(opposed))
    if outcome.not_heard:
        return format_not_heard(outcome)
    return translate("votewords", "Prevented by declared abstentions")


def format_not_heard(outcome: VoteOutcome) -> str:
    """Return the members not heard yet: their codes, or a number."""
    if len(outcome.not_heard) > 5:
        return translate("votewords", "{n} undeclared").format(n=len(outcome.not_heard))
    return translate("votewords", "Undeclared: {codes}").format(codes=" ".join(outcome.not_heard))


def join_codes(codes: Iterable[str]) -> str:
    """Codes as a sentence has them: ``NL and BE``."""
    listed = list(codes)
    if len(listed) < 2:
        return "".join(listed)
    text = translate("votewords", "{codes} and {last}")
    return text.format(codes=", ".join(listed[:-1]), last=listed[-1])


def figures_source(figures: Figures) -> str:
    """Return the source of figures, and the date if a person entered them."""
    exact = translate("votewords", "Exact figures of {year}")
    text = exact if figures.exact else translate("votewords", "Rounded percentages of {year}")
    kind = text.format(year=figures.year)
    if figures.edited is None:
        return f"{kind}. {figures.source}"
    day = local_time(figures.edited).date().isoformat()
    entered = translate("votewords", "entered on {day}").format(day=day)
    return f"{kind}, {entered}. {figures.source}"


def unofficial_note() -> str:
    return translate("votewords", "A calculation, not an official result.")


def rounding_note() -> str:
    return translate(
        "votewords", "The figures are rounded, and the result depends on the rounding. Enter exact figures to be sure."
    )
