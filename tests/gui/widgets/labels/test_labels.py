"""The table of the window's labels: every value has a label in each language, with the same places in it."""

from enum import StrEnum

import pytest

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import Age, Aspect, Deadline, Grouping
from delegate_desk.core.documents.columns import Column, Light
from delegate_desk.core.documents.corrections import LANGUAGES, CorrectableField
from delegate_desk.core.documents.dossiers import Ground
from delegate_desk.core.exchange.annotation_exchange import RejectionReason
from delegate_desk.core.library.backup import RetentionTier
from delegate_desk.core.meetings.voting import VotingRule
from delegate_desk.core.positions.export_checks import Concern
from delegate_desk.core.positions.export_options import Audience, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import PRIORITIES, PositionStatus, StanceStep
from delegate_desk.core.positions.returned_files import UnplacedReason
from delegate_desk.core.revisions.adoption import AdoptionOutcome
from delegate_desk.core.revisions.comparison import Differing, Mismark, VerdictBasis
from delegate_desk.core.search import QueryChange
from delegate_desk.gui.export.export_preview import Remedy
from delegate_desk.gui.widgets.labels.comparison import TOLD
from delegate_desk.gui.widgets.labels.voting import VoteChoice
from support.translated_texts import PLACE

_KINDS: dict[str, type[StrEnum]] = {
    "adoption": AdoptionOutcome,
    "age": Age,
    "annotation_rejection": RejectionReason,
    "annotation_status": AnnotationStatus,
    "aspect": Aspect,
    "audience": Audience,
    "audience_note": Audience,
    "column": Column,
    "concern": Concern,
    "deadline": Deadline,
    "differing": Differing,
    "dossier_ground": Ground,
    "export_remedy": Remedy,
    "grouping": Grouping,
    "header_field": CorrectableField,
    "light": Light,
    "markup": MarkupStyle,
    "mismark": Mismark,
    "position_state": PositionStatus,
    "position_status": PositionStatus,
    "provision_columns": ProvisionColumns,
    "query_change": QueryChange,
    "retention": RetentionTier,
    "stance_step": StanceStep,
    "unplaced_reason": UnplacedReason,
    "verdict_basis": VerdictBasis,
    "visibility": Visibility,
    "vote_choice": VoteChoice,
    "voting_rule": VotingRule,
    "voting_rule_basis": VotingRule,
}
_TABLE = paths.load_table("window_labels")


@pytest.mark.parametrize("language", ["el", "fr"])
def test_each_language_has_the_same_labels_with_the_same_places(language: str) -> None:
    def places(value: str | list[str]) -> list[list[str]]:
        return [sorted(PLACE.findall(text)) for text in ([value] if isinstance(value, str) else value)]

    english, other = _TABLE["en"], _TABLE[language]
    assert {group: list(labels) for group, labels in english.items()} == {
        group: list(labels) for group, labels in other.items()
    }
    wrong = [
        (group, key)
        for group, labels in english.items()
        for key, text in labels.items()
        if not other[group][key] or places(text) != places(other[group][key])
    ]
    assert wrong == []


def test_every_value_has_a_label() -> None:
    english = _TABLE["en"]
    assert [group for group, kind in _KINDS.items() if set(english[group]) != set(map(str, kind))] == []
    assert set(english["verdict_count"]) == set(map(str, TOLD))
    assert set(english["language"]) == set(LANGUAGES)
    assert set(english["priority"]) == {"0", *map(str, PRIORITIES)}
