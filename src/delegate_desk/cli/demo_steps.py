"""What the demo does with the sample documents: each step in words, and as the command that does it."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.services.documents.samples import LANGUAGE, POSITION_ON, Line, Note, work

_WORK = work(LANGUAGE)
_LANGUAGE = f"--language {_WORK.language}"


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        what: What it does, in words.
        command: The arguments of ``delegate-desk``, as one types them.
    """

    what: str
    command: str

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self.command)


BRING_IN = Step("Bring the sample documents in", f"import {shlex.quote(str(paths.RESOURCES / 'samples'))}")

SEARCHES = (
    Step("Find a passage, in every document", """search '"quiet hours" (port* OR engines)' --limit 3"""),
    Step("Find it in Greek, typed without accents", "search 'ησυχιας lang:el' --limit 3"),
    Step("Find by the stem: λιμένας finds λιμένων", "search λιμένας --limit 3"),
)


def _annotate(note: Note) -> str:
    words = f"--quote {shlex.quote(note.words)} " if note.words else ""
    tag = f"--tag {note.tag} " if note.tag else ""
    seen = f"--visibility {note.visibility} " if note.visibility is not Visibility.INTERNAL else ""
    return (
        f"annotate {note.document} {shlex.quote(note.place)} --language {note.language} --kind {note.kind} "
        f"{words}{tag}{seen}--text {shlex.quote(note.text)}"
    )


def _say(line: Line) -> str:
    said = {"--proposal": line.proposal, "--comment": line.comment, "--internal": line.internal}
    words = " ".join(f"{option} {shlex.quote(text)}" for option, text in said.items() if text)
    return f"position-set {POSITION_ON} {shlex.quote(line.place)} {_LANGUAGE} --stance {line.stance} {words}"


ANNOTATIONS = tuple(
    Step(what, _annotate(note))
    for what, note in zip(
        (
            "Draw a red line on words of a paragraph",
            "Enter a scrutiny reservation that may circulate",
            "Ask a question on a point of the Greek text",
        ),
        _WORK.notes,
        strict=True,
    )
)

POSITION = (
    Step(
        "Begin a position with general comments",
        f"position-set {POSITION_ON} {_LANGUAGE} --general {shlex.quote(_WORK.general)}",
    ),
    Step("Propose a wording: what it changes is known word by word", _say(_WORK.lines[0])),
    Step("Say on another paragraph what we could support", _say(_WORK.lines[1])),
)

FOUND_AGAIN = Step("Find our own words in the same box", "search 'in:notes islands'")


def export_to(file: Path) -> Step:
    """The step that writes the position."""
    command = f"export position {POSITION_ON} {_LANGUAGE} --delegation EL --output {shlex.quote(str(file))}"
    return Step("Write the position as a Word file for circulation", command)
