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
    bare = translate("keyhints", "No provisions yet. Type a place here.")
    return key_bindings.fill_in_keys(text, bare, key="action_annotate_drafting_suggestion")


def position_hint() -> str:
    text = translate(
        "keyhints", "{change} next change · Alt+↓ next provision · Esc, then {next} {previous} · {take} adopt drafting"
    )
    onward = {"change": "action_next_change", "next": "action_next", "previous": "action_previous"}
    return key_bindings.fill_in_keys(text, take="position_take_over", **onward)


def reply_hint() -> str:
    text = translate("keyhints", "{accept} accept and next · {reject} reject")
    return key_bindings.fill_in_keys(text, accept="action_keep_change", reject="action_take_back_change")


def hit_hint(number: int, total: int) -> str:
    """Return the number of the open hit, and the key for the next hit; empty if there is none."""
    if not number:
        return ""
    text = translate("keyhints", "{n} of {count} · {key} next")
    text = text.format(n=terms.format_number(number), count=terms.format_number(total), key="{key}")
    return key_bindings.fill_in_keys(text, key="action_find_next")


def no_notes_hint() -> str:
    text = translate("keyhints", "none · {key} adds one")
    return key_bindings.fill_in_keys(text, translate("keyhints", "none"), key="action_annotate_note")


def no_position_hint() -> str:
    """Return the quiet line of a paragraph without a position, with the keys that begin one."""
    text = translate("keyhints", "none · {support} support · {oppose} oppose · {scrutiny} scrutiny · {draft} draft")
    commands = {"support": "action_annotate_support", "oppose": "action_stance_oppose"}
    commands |= {"scrutiny": "action_annotate_scrutiny_reservation", "draft": "action_annotate_drafting_suggestion"}
    kept = text.replace("} ", "}\N{NO-BREAK SPACE}")  # a key stays on the line of its word
    return key_bindings.fill_in_keys(kept, translate("keyhints", "none"), **commands)


def no_paragraph_hint() -> str:
    return translate("keyhints", "Select a paragraph to see its file.")
