"""Key hints shown in the window: beside results and in a position."""

from PySide6.QtCore import QCoreApplication

from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.labels import terms

translate = QCoreApplication.translate


def results_hint() -> str:
    text = translate(
        "keyhints", "↑↓ select · Enter open · Space preview · Ctrl+Enter new tab · {next} next · {narrow} filter"
    )
    return key_bindings.fill_in_keys(text, next="action_find_next", narrow="action_next_part")


def no_provision_hint() -> str:
    text = translate("keyhints", "No provisions yet. Press {key} on a paragraph to draft on it, or type a place here.")
    return key_bindings.fill_in_keys(
        text, translate("keyhints", "No provisions yet. Type a place here."), key="action_position"
    )


def position_hint() -> str:
    text = translate(
        "keyhints", "{change} next change · Esc, then {next} {previous} move · {take} adopt drafting · {export} export"
    )
    onward = {"change": "action_next_change", "next": "action_next", "previous": "action_previous"}
    return key_bindings.fill_in_keys(text, take="position_take_over", export="action_export", **onward)


def hit_hint(number: int, total: int) -> str:
    """Return the number of the open hit, and the key for the next hit; empty if there is none."""
    if not number:
        return ""
    text = translate("keyhints", "{n} of {count}").format(
        n=terms.format_number(number), count=terms.format_number(total)
    )
    return " · ".join(
        filter(None, (text, key_bindings.fill_in_keys(translate("keyhints", "{key} next"), key="action_find_next")))
    )


def no_annotation_hint() -> str:
    """Return the hint beside a paragraph without annotations."""
    text = translate("keyhints", "No notes yet. Press {key} to add one to this paragraph or to the selected words.")
    return key_bindings.fill_in_keys(text, translate("keyhints", "No notes yet."), key="action_annotate_note")


def paragraph_hint() -> str:
    """Return the keys for writing on the current paragraph; line breaks keep a key with its action."""
    text = translate(
        "keyhints",
        "{note} note · {question} question · {line} red line · {scrutiny} scrutiny · {support} support · {drafting} "
        "drafting · {wording} our position",
    )
    kinds = {"question": "question", "line": "red_line", "scrutiny": "scrutiny_reservation", "support": "support"}
    commands = {place: f"action_annotate_{kind}" for place, kind in kinds.items()}
    commands |= {"note": "action_annotate_note", "drafting": "action_annotate_drafting_suggestion"}
    pieces = key_bindings.fill_in_keys(text, wording="action_position", **commands).split(" · ")
    return "\u00a0· ".join(piece.replace(" ", "\u00a0") for piece in pieces)


def no_paragraph_hint() -> str:
    text = translate(
        "keyhints",
        "Select a paragraph to see its notes, footnotes and other language versions. Press {key} to go to the library.",
    )
    bare = translate("keyhints", "Select a paragraph to see its notes, footnotes and other language versions.")
    return key_bindings.fill_in_keys(text, bare, key="action_library")
