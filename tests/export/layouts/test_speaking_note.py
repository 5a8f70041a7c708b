import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportKind
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export import text as plain
from support.meeting_values import file, sheet
from support.position_values import KEY, opened


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs if paragraph.text]


def test_what_we_say_stands_in_the_order_of_the_agenda() -> None:
    found = lines(file(ExportKind.NOTE))
    assert found[:2] == ["Delegation of Greece", "Speaking note"]
    assert found[6:] == [
        "1. Adoption of the agenda",
        "No intervention planned.",
        "2. Quiet hours",
        "On ST 7001/26",
        "We thank the Presidency.",
        "A scrutiny reservation remains.",
        "Paragraph 1: ~\u00a0Can accept",
        "Question: “the people” – Which people?",
        "Paragraph 2: (+)\u00a0Support if amended",
        "Fairness follows from recital 4.",
        "Drafting suggestion: 2. Ports should set fair quiet hours for ships at berth.",
        "Paragraph 2, point (a): −\u00a0Opposed",
        "Shore power is for the States to decide.",
        "Reservation: Not in an act.",
        "3. Any other business",
        "No intervention planned.",
    ]


def test_the_capital_reads_instructions_and_fallbacks_marked_internal() -> None:
    found = lines(file(ExportKind.NOTE, Audience.CAPITAL))
    assert [line for line in found if line.startswith("Internal: ")] == [
        "Internal: The ministry holds firm until Coreper.",
        "Internal: Note: They changed this overnight.",
        "Internal: We can live with the old text.",
        "Internal: Stance: Red line",
        "Internal: Red line: Not in an act.",
        "Internal: Ask the Legal Service.",
    ]
    assert "#watch #ports" in found


def test_a_position_that_is_all_internal_is_said_to_be_silence() -> None:
    ours = Position(KEY, internal="Hold firm.")
    circulated = lines(file(ExportKind.NOTE, ours=ours, annotations=()))
    assert circulated.count("No intervention planned.") == 3
    capital = lines(file(ExportKind.NOTE, Audience.CAPITAL, ours=ours, annotations=()))
    assert capital.count("No intervention planned.") == 2
    assert "Internal: Hold firm." in capital


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_as_text_a_proposal_reads_as_it_would_stand(language: str) -> None:
    text = plain.render(sheet(ExportKind.NOTE, language=language))
    assert "2. Ports should set fair quiet hours for ships." in text
    assert "at berth" not in text


NEW = PositionEntry(
    Address("para_1a"),
    Stance.SUPPORT,
    "Bells rest too.",
    "They ring.",
    justification="Recital 4.",
    joint=("CY",),
    fallbacks=("Bells may rest.",),
    red_line="No horns.",
    instruction="Be firm.",
    source="The ministry, 3 March",
    priority=1,
    after=Address("para_1"),
    label="1a.",
)


def test_a_new_provision_is_spoken_on_where_it_would_stand_with_its_reasons() -> None:
    ours = Position(KEY, items=(PositionEntry(Address("para_2"), Stance.SUPPORT), NEW))
    found = lines(file(ExportKind.NOTE, ours=ours, annotations=()))
    at = found.index("Paragraph 1a – new, after paragraph 1: +\u00a0Support")
    assert found[at + 1 : at + 6] == [
        "They ring.",
        "Drafting suggestion: 1a. Bells rest too.",
        "Justification: Recital 4.",
        "Jointly with: CY",
        "Paragraph 2: +\u00a0Support",
    ]


def test_the_capital_reads_what_to_hold_to_in_order() -> None:
    found = lines(file(ExportKind.NOTE, Audience.CAPITAL, ours=Position(KEY, items=(NEW,)), annotations=()))
    assert [line for line in found if line.startswith("Internal: ")] == [
        "Internal: Priority 1",
        "Internal: Red line: No horns.",
        "Internal: Instruction: Be firm.",
        "Internal: Source: The ministry, 3 March",
        "Internal: Fallback 1: Bells may rest.",
    ]
