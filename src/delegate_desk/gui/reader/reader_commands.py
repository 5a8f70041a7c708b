"""The commands on a text, registered before any text is opened."""

from collections.abc import Callable
from functools import partial
from typing import Any

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import View
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.tab_page import TabPage

STANCE_ACTIONS = {
    Stance.SUPPORT: "action_annotate_support",
    Stance.CAN_ACCEPT: "action_stance_can_accept",
    Stance.SUPPORT_IF: "action_stance_support_if",
    Stance.OPPOSE: "action_stance_oppose",
    Stance.RESERVATION: "action_annotate_reservation",
    Stance.SCRUTINY_RESERVATION: "action_annotate_scrutiny_reservation",
    Stance.PARLIAMENTARY_RESERVATION: "action_annotate_parliamentary_reservation",
    Stance.LINGUISTIC_RESERVATION: "action_annotate_linguistic_reservation",
    Stance.STATEMENT: "action_stance_statement",
    Stance.RED_LINE: "action_annotate_red_line",
}
"""The commands that set a stance or a mark, in the order of the menu."""
NOTE_ACTIONS = {"action_annotate_note": AnnotationKind.NOTE, "action_annotate_question": AnnotationKind.QUESTION}
READINGS = {"action_marked": View.MARKED, "action_before": View.BEFORE, "action_after": View.AFTER}
"""Commands that show a text with, before, or after its marked changes."""


def show_reading(reading: View, view: Any) -> None:
    view.show_view(reading)


def next_reading(reading: View) -> View:
    """Return the next view: with marked changes, before them, after them."""
    readings = list(READINGS.values())
    return readings[(readings.index(reading) + 1) % len(readings)]


def _annotate(kind: AnnotationKind, page: TabPage) -> None:
    page.request_entry(page.annotate_requested, kind)


def _set_stance(stance: Stance, page: TabPage) -> None:
    page.request_entry(page.stance_requested, stance)


WRITING_COMMANDS: dict[str, Callable[[Any], object]] = {
    **{name: partial(_annotate, kind) for name, kind in NOTE_ACTIONS.items()},
    "action_annotate_drafting_suggestion": lambda page: page.request_entry(page.draft_requested),
    **{name: partial(_set_stance, stance) for stance, name in STANCE_ACTIONS.items()},
}
"""The functions of the commands that write on the current paragraph, by action name."""
READER_COMMANDS: dict[str, Callable[[Any], object]] = {
    "action_copy": lambda reader: reader.copy(),
    "action_copy_citation": lambda reader: reader.copy_with_citation(),
    "action_mark_up": lambda reader: reader.options.show_interpretations(),
    "action_next": lambda reader: reader.step(1),
    "action_previous": lambda reader: reader.step(-1),
    "action_next_heading": lambda reader: reader.step_heading(1),
    "action_previous_heading": lambda reader: reader.step_heading(-1),
    "action_note": lambda reader: reader.show_footnote(),
    "action_reference": lambda reader: reader.links.open_reference(),
    **WRITING_COMMANDS,
    **{name: partial(show_reading, reading) for name, reading in READINGS.items()},
    "action_next_reading": lambda reader: reader.show_view(next_reading(reader.paper.paragraphs.view)),
    "action_next_change": lambda reader: reader.step_change(1),
    "action_previous_change": lambda reader: reader.step_change(-1),
    "action_language": lambda reader: reader.open_other_language(),
    "action_next_page": lambda reader: reader.side_panels.step_page(1),
    "action_previous_page": lambda reader: reader.side_panels.step_page(-1),
    "action_thumbnails": lambda reader: reader.side_panels.switch_thumbnails(),
}
"""The functions of the commands on a text, by action name."""
