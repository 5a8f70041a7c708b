"""Labels of votes: choices, rules, participants, and the state of a vote."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.voting import Figures, VoteOutcome, VotingRule
from delegate_desk.gui.widgets.labels import label_table, terms

translate = QCoreApplication.translate

BY_HAND = "by_hand"
"""The key of a participation chosen by hand."""


class VoteChoice(StrEnum):
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
vote_choice_label = label_table(
    "votewords",
    {
        VoteChoice.FOR: QT_TRANSLATE_NOOP("votewords", "for"),
        VoteChoice.AGAINST: QT_TRANSLATE_NOOP("votewords", "against"),
        VoteChoice.ABSTAINS: QT_TRANSLATE_NOOP("votewords", "abstains"),
        VoteChoice.DECLARES: QT_TRANSLATE_NOOP("votewords", "abstains with a declaration"),
        VoteChoice.NOT_HEARD: QT_TRANSLATE_NOOP("votewords", "undeclared"),
        VoteChoice.OUTSIDE: QT_TRANSLATE_NOOP("votewords", "not participating"),
    },
)
rule_label = label_table(
    "votewords",
    {
        VotingRule.QMV: QT_TRANSLATE_NOOP("votewords", "Qualified majority"),
        VotingRule.REINFORCED: QT_TRANSLATE_NOOP("votewords", "Reinforced qualified majority"),
        VotingRule.SIMPLE: QT_TRANSLATE_NOOP("votewords", "Simple majority"),
        VotingRule.UNANIMITY: QT_TRANSLATE_NOOP("votewords", "Unanimity"),
    },
)
rule_basis = label_table(
    "votewords",
    {
        VotingRule.QMV: QT_TRANSLATE_NOOP(
            "votewords", "Article 16(4) TEU: 55 % of the members, 65 % of the population"
        ),
        VotingRule.REINFORCED: QT_TRANSLATE_NOOP(
            "votewords",
            "Article 238(2) TFEU, without a proposal of the Commission: 72 % of the members, 65 % of the population",
        ),
        VotingRule.SIMPLE: QT_TRANSLATE_NOOP("votewords", "Article 238(1) TFEU: more than half of the members"),
        VotingRule.UNANIMITY: QT_TRANSLATE_NOOP("votewords", "Article 238(4) TFEU: an abstention does not prevent it"),
    },
)
participation_label = label_table(
    "votewords",
    {
        "all": QT_TRANSLATE_NOOP("votewords", "All members"),
        "without_denmark": QT_TRANSLATE_NOOP("votewords", "Without Denmark"),
        "without_ireland": QT_TRANSLATE_NOOP("votewords", "Without Ireland"),
        "without_denmark_and_ireland": QT_TRANSLATE_NOOP("votewords", "Without Denmark and Ireland"),
        "euro_area": QT_TRANSLATE_NOOP("votewords", "Euro area"),
        BY_HAND: QT_TRANSLATE_NOOP("votewords", "Custom"),
    },
)


def vote_verdict_label(outcome: VoteOutcome) -> str:
    if outcome.adopted:
        return translate("votewords", "Would be adopted")
    return translate("votewords", "Would not be adopted")


def members_count(outcome: VoteOutcome, against: int, *, in_words: bool) -> str:
    text = translate("votewords", "Member States: {n} of {total} in favour")
    text = text if in_words else translate("votewords", "Members: {n} for, {against} against")
    return text.format(n=outcome.members_for, total=len(outcome.participating), against=against)


def population_count(outcome: VoteOutcome, against: float, *, in_words: bool) -> str:
    """Return the population on both sides: ``Population: 66.1 % in favour, 12.0 % against``."""
    text = translate("votewords", "Population: {share} % in favour, {against} % against")
    text = text if in_words else translate("votewords", "Population: {share} %")
    shares = (outcome.population_for_percent, against)
    in_favour, opposed = (terms.format_decimal(share, 1) for share in shares)
    return text.format(share=in_favour, against=opposed)


def needed_label(number: str, *, in_words: bool) -> str:
    return translate("votewords", "{number} needed").format(number=number) if in_words else number


def count_line(outcome: VoteOutcome, against: int, place: str = "") -> str:
    """Return how many voted how, ``Article 3(1) · 11 in favour · 4 against · 12 undeclared. A calculation …``."""
    counts = [place] if place else []
    counts.append(translate("votewords", "{n} in favour").format(n=outcome.members_for))
    counts.append(translate("votewords", "{n} against").format(n=against))
    if outcome.not_heard:
        counts.append(format_not_heard(outcome))
    return f"{' · '.join(counts)}. {unofficial_note()}"


def blocking_minority(outcome: VoteOutcome) -> str:
    """Who blocks, or what the minority lacks: ``8.2 points short, for example with EL``; else empty."""
    if outcome.rule is VotingRule.UNANIMITY:
        opposed = [code for code in outcome.blocking_members if code not in outcome.not_heard]
        if outcome.adopted:
            return ""
        if opposed and outcome.members_for + len(outcome.not_heard) < outcome.members_needed:
            return translate("votewords", "Blocked by {codes}").format(codes=" ".join(opposed))
        if outcome.not_heard:
            return format_not_heard(outcome)
        return translate("votewords", "Prevented by declared abstentions")
    if not outcome.rule.counts_population:
        return ""
    if outcome.opposed_block:
        blocking = [code for code in outcome.blocking_members if code not in outcome.not_heard]
        return translate("votewords", "Blocking minority: {codes}").format(codes=" ".join(blocking))
    if not outcome.completions:
        return translate("votewords", "No blocking minority possible")
    with_codes = translate("votewords", "for example with {codes}")
    if outcome.completing == len(outcome.completing_always):
        with_codes = translate("votewords", "only with {codes}")
    with_codes = with_codes.format(codes=join_codes(outcome.completions[0]))
    if not outcome.points_short:
        singular, plural = translate("votewords", "1 member short"), translate("votewords", "{n} members short")
        short = terms.format_count(outcome.members_short, singular, plural)
    else:
        points = terms.format_decimal(outcome.points_short, 1)
        short = translate("votewords", "{points} points short").format(points=points)
    return translate("votewords", "Blocking minority: {short}, {with_codes}").format(short=short, with_codes=with_codes)


def format_not_heard(outcome: VoteOutcome) -> str:
    if len(outcome.not_heard) > 5:
        return translate("votewords", "{n} undeclared").format(n=len(outcome.not_heard))
    return translate("votewords", "Undeclared: {codes}").format(codes=" ".join(outcome.not_heard))


def join_codes(codes: Iterable[str]) -> str:
    members = list(codes)
    if len(members) < 2:
        return "".join(members)
    text = translate("votewords", "{codes} and {last}")
    return text.format(codes=", ".join(members[:-1]), last=members[-1])


def figures_source(figures: Figures) -> str:
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
