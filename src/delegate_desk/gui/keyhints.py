"""What the window says of keys where one is: beside results and in a position."""

from PySide6.QtCore import QCoreApplication

from delegate_desk.gui import keymap, names

translate = QCoreApplication.translate


def in_results() -> str:
    """Which keys work in the results of a search."""
    said = translate(
        "keyhints", "↑↓ choose · Enter open · Space look · Ctrl+Enter new tab · {next} next · {narrow} narrow"
    )
    return keymap.say(said, next="action_find_next", narrow="action_facets")


def no_provision() -> str:
    """What a position says in which nothing is drafted yet."""
    said = translate(
        "keyhints", "No provision yet: {key} on a paragraph of the text drafts on it, or type a place here."
    )
    return keymap.say(said, translate("keyhints", "No provision yet: type a place here."), key="action_position")


def in_position() -> str:
    """Which keys work in a position."""
    said = translate(
        "keyhints", "{change} next change · Esc, then {next} {previous} go on · {take} takes over · {export} exports it"
    )
    onward = {"change": "action_next_change", "next": "action_next", "previous": "action_previous"}
    return keymap.say(said, take="position_take_over", export="action_export", **onward)


def at_hit(number: int, of: int) -> str:
    """Which of the hits is open, and which key opens the next; nothing where none is."""
    if not number:
        return ""
    said = translate("keyhints", "{n} of {count}").format(n=names.figure(number), count=names.figure(of))
    return " · ".join(filter(None, (said, keymap.say(translate("keyhints", "{key} next"), key="action_find_next"))))


def no_annotation() -> str:
    """What stands beside a paragraph on which there is nothing yet."""
    said = translate(
        "keyhints", "No annotations here yet: {key} writes a note on this paragraph or on the words chosen."
    )
    return keymap.say(said, translate("keyhints", "No annotations here yet."), key="action_annotate_note")


def at_paragraph() -> str:
    """Which keys write on the paragraph at hand; a key stays with what it does where a line ends."""
    said = translate(
        "keyhints",
        "{note} note · {question} question · {line} red line · {scrutiny} scrutiny · {support} support · "
        "{drafting} drafting · {wording} our wording",
    )
    kinds = {"question": "question", "line": "red_line", "scrutiny": "scrutiny_reservation", "support": "support"}
    commands = {place: f"action_annotate_{kind}" for place, kind in kinds.items()}
    commands |= {"note": "action_annotate_note", "drafting": "action_annotate_drafting_suggestion"}
    pieces = keymap.say(said, wording="action_position", **commands).split(" · ")
    return "\u00a0· ".join(piece.replace(" ", "\u00a0") for piece in pieces)


def no_paragraph() -> str:
    """What stands there where no paragraph is at hand."""
    said = translate(
        "keyhints", "Notes, footnotes and languages of the paragraph at hand stand here. {key} leads to the documents."
    )
    bare = translate("keyhints", "Notes, footnotes and languages of the paragraph at hand stand here.")
    return keymap.say(said, bare, key="action_library")
