"""The demo: a library of sample documents; without a screen, the main tasks in the terminal.

The window's demo library is filled once and stays as the user left it; the terminal uses a new library each time.
"""

import json
import logging
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from delegate_desk import paths, settings
from delegate_desk.cli.command_result import CommandResult, explain, mark_changes
from delegate_desk.cli.commands import COMMANDS, parser
from delegate_desk.core.annotations.annotation import Visibility
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import policies
from delegate_desk.core.progress import finish
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk, open_desk
from delegate_desk.libraries import prepare_samples
from delegate_desk.services.documents.samples import LANGUAGE, POSITION_ON, SampleEntry, SampleNote, work

_WORK = work(LANGUAGE)
_LANGUAGE = f"--language {_WORK.language}"


@dataclass(frozen=True)
class DemoStep:
    title: str
    command: str

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self.command)


IMPORT_SAMPLES = DemoStep("Import the sample documents", f"import {shlex.quote(str(paths.RESOURCES / 'samples'))}")

SEARCHES = (
    DemoStep("Search for a passage in all documents", """search '"quiet hours" (port* OR engines)' --limit 3"""),
    DemoStep("Search in Greek, without accents", "search 'ησυχιας lang:el' --limit 3"),
    DemoStep("Search by word stem: λιμένας finds λιμένων", "search λιμένας --limit 3"),
    DemoStep("Ask in Greek, find in English and French", "search ησυχία --across --limit 3"),
)


def _annotate(note: SampleNote) -> str:
    words = f"--quote {shlex.quote(note.words)} " if note.words else ""
    tag = f"--tag {note.tag} " if note.tag else ""
    seen = f"--visibility {note.visibility} " if note.visibility is not Visibility.INTERNAL else ""
    return (
        f"annotate {note.document} {shlex.quote(note.place)} --language {note.language} --kind {note.kind} "
        f"{words}{tag}{seen}--text {shlex.quote(note.text)}"
    )


def _set_position(line: SampleEntry) -> str:
    texts = {"--proposal": line.proposal, "--comment": line.comment, "--internal": line.internal}
    words = " ".join(f"{option} {shlex.quote(text)}" for option, text in texts.items() if text)
    return f"position-set {POSITION_ON} {shlex.quote(line.place)} {_LANGUAGE} --stance {line.stance} {words}"


ANNOTATIONS = tuple(
    DemoStep(what, _annotate(note))
    for what, note in zip(
        (
            "Add a red line to words of a paragraph",
            "Add a scrutiny reservation for circulation",
            "Add a question to a point of the Greek text",
        ),
        _WORK.notes,
        strict=True,
    )
)

POSITION = (
    DemoStep(
        "Start a position with general comments",
        f"position-set {POSITION_ON} {_LANGUAGE} --general {shlex.quote(_WORK.general)}",
    ),
    DemoStep("Add a drafting suggestion, with its changes word by word", _set_position(_WORK.entries[0])),
    DemoStep("Add a comment on another paragraph", _set_position(_WORK.entries[1])),
)

SEARCH_OWN_WORDS = DemoStep("Search your notes", "search 'in:notes islands'")


def export_to(file: Path) -> DemoStep:
    command = f"export position {POSITION_ON} {_LANGUAGE} --output {shlex.quote(str(file))}"
    return DemoStep("Export the position to a Word file for circulation", command)


ASK, DRAW = "--ask-for-a-screen", "--draw-window"
"""Switches that start the program as a child process; ``main`` takes them."""
_SECONDS_TO_ASK, _SECONDS_TO_DRAW = 10.0, 60.0
_log = logging.getLogger(__name__)


def run_demo(fresh: bool, as_json: bool) -> int:
    """Open the window on the demo library, or run the main tasks in the terminal if there is no screen."""
    try:
        if not is_screen_there():
            return _in_terminal(as_json)
        from delegate_desk import app

        folder, language = paths.demo_library(), app.window_language()
        if prepare(folder, fresh=fresh, language=language):
            with open_desk(folder) as desk:
                places = [(int(place.document), str(place.address)) for place in desk.samples.first(language)]
            try:
                settings.save_start_places(paths.settings_file(), folder, places)
            except OSError:
                _log.warning("The settings cannot be written")  # the window opens all the same, on no document
        if as_json:
            print(json.dumps({"screen": True, "library": str(folder)}, ensure_ascii=False), flush=True)
        return app.run(folder, [])
    except DeskError as error:
        if as_json:
            print(json.dumps({"error": explain(error)}, ensure_ascii=False))
        print(explain(error), file=sys.stderr)
        return 1


def is_screen_there() -> bool:
    """Check in a child process whether there is a screen, as Qt ends the process without one; never loads Qt here."""
    if sys.platform in ("darwin", "win32"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        process = subprocess.run(paths.program_command(ASK), check=False, capture_output=True, timeout=_SECONDS_TO_ASK)
    except subprocess.TimeoutExpired:
        return False
    return process.returncode == 0


def prepare(folder: Path, *, fresh: bool, language: str = "en") -> bool:
    """Fill the demo library the first time; True if it was filled.

    Raises:
        DeskError: If it cannot be created, or if the folder holds another library.
    """
    return finish(prepare_samples(folder, language=language, fresh=fresh))


def _in_terminal(as_json: bool) -> int:
    """Run the main tasks, printing each step; the Word file and a picture of the window go to a new folder."""
    folder = Path(tempfile.mkdtemp(prefix="delegate-desk-demo-"))
    library, word, picture = folder / "library", folder / "ST-99140-2026_position-EL.docx", folder / "window.png"
    if not as_json:
        _print(
            "There is no screen here, so the demo shows the main tasks step by step in the terminal, in a new library."
        )
        _print(f"To continue yourself:\n   export DELEGATE_DESK_LIBRARY={shlex.quote(str(library))}")
    steps: list[dict[str, Any]] = []
    reasons: list[str] = []
    printed: set[str] = set()

    def finish_step(title: str, command: str, started: float, answer: CommandResult | None = None) -> None:
        elapsed = (time.perf_counter() - started) * 1000
        steps.append({"what": title, "command": command, "elapsed_ms": round(elapsed, 1)})
        if not as_json:
            called = f"\n   $ delegate-desk {command}" if command else ""
            new = [line for line in _lines(answer) if line not in printed] if answer else []
            _print(f"\n{len(steps)}. {title} · {round(elapsed, 1):.0f} ms{called}", *new)
            printed.update(new)

    with open_desk(library) as desk:
        desk.positions.set_delegation(policies.locked_delegation() or "EL")
        for step in (IMPORT_SAMPLES, *SEARCHES, *ANNOTATIONS, *POSITION, SEARCH_OWN_WORDS, export_to(word)):
            started = time.perf_counter()
            answer = _do(desk, step)
            reasons += answer.reasons
            finish_step(step.title, step.command, started, answer)
    started = time.perf_counter()
    if _draw(library, picture):
        finish_step("Save a picture of the window", "", started)
    else:
        reasons.append("The picture of the window was not saved: Qt does not start here.")
    files = [str(file) for file in (word, picture) if file.is_file()]
    if as_json:
        data = {"screen": False, "folder": str(folder), "library": str(library), "files": files, "steps": steps}
        print(json.dumps(data, ensure_ascii=False))
    else:
        _print(f"\nDone. The files are in {folder}:", *(f"   {Path(file).name}" for file in files))
    for reason in reasons:
        print(reason, file=sys.stderr)
    return 1 if reasons else 0


def _do(desk: Desk, step: DemoStep) -> CommandResult:
    args = parser().parse_args(step.arguments)
    return COMMANDS[args.command].load()(desk, args)


def _lines(answer: CommandResult) -> Iterator[str]:
    """Yield the output of a command, cut to the terminal width; changed words as ``[-gone-]`` and ``{+added+}``."""
    width = max(60, shutil.get_terminal_size((120, 24)).columns - 4)
    for line in answer.lines:
        yield f"   {line if len(line) <= width else line[: width - 1] + '…'}"
    for item in answer.data.get("items", ()):
        words = item.get("words", ())
        if any(change != "equal" for change, _ in words):
            yield textwrap.indent(textwrap.fill(f"{item['address']}: {mark_changes(words)}", width), "   ")


def _draw(library: Path, picture: Path) -> bool:
    command = paths.program_command(DRAW, str(library), str(picture))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    try:
        process = subprocess.run(command, check=False, env=environment, capture_output=True, timeout=_SECONDS_TO_DRAW)
    except subprocess.TimeoutExpired:
        _log.warning("The window was not drawn in %d s", _SECONDS_TO_DRAW)
        return False
    if process.returncode != 0:
        _log.warning("The window was not drawn: status %d", process.returncode)
    return process.returncode == 0 and picture.is_file()


def _print(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)
