"""What the demo does with the sample documents: each step in words, and as the command that does it."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from delegate_desk import paths


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

ANNOTATIONS = (
    Step(
        "Draw a red line on words of a paragraph",
        "annotate 99140/26 '3(1)' --kind red_line --quote '[seven] consecutive hours' --tag capital "
        "--text 'Eight hours, as the Commission proposed. Fallback: seven where the residents agree.'",
    ),
    Step(
        "Enter a scrutiny reservation that may circulate",
        "annotate 99140/26 '1(2)' --kind scrutiny_reservation --visibility circulation "
        "--text 'The effect of the threshold on the islands is still being examined.'",
    ),
    Step(
        "Ask a question on a point of the Greek text",
        "annotate 99101/26 7στ --language el --kind question --text 'Ποιος απαντά τη νύχτα στους μικρούς λιμένες;'",
    ),
)

POSITION = (
    Step(
        "Begin a position with general comments",
        "position-set 99140/26 --general 'We welcome the compromise text. Quiet hours should be set locally, and the "
        "islands must stay supplied.'",
    ),
    Step(
        "Propose a wording: what it changes is known word by word",
        "position-set 99140/26 '3(1)' --stance red_line "
        "--proposal 'The port managing body shall, after consulting the users of the port, the residents and the local "
        "authorities, set quiet hours of at least eight consecutive hours between 22.00 and 7.00.' "
        "--comment 'Those who cannot sleep should be heard before the hours are set.' "
        "--internal 'Seven only where the residents agree.'",
    ),
    Step(
        "Say on another paragraph what we could support",
        "position-set 99140/26 '3(2)(d)' --stance support_if "
        "--comment 'Provided that lifeline services stay exempt, as in paragraph 4.'",
    ),
)

FOUND_AGAIN = Step("Find our own words in the same box", "search 'in:notes islands'")


def export_to(file: Path) -> Step:
    """The step that writes the position."""
    command = f"export position 99140/26 --delegation EL --output {shlex.quote(str(file))}"
    return Step("Write the position as a Word file for circulation", command)
