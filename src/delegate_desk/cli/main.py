"""The command line: with a command it works without Qt, without one it opens the window."""

import argparse
import gc
import json
import logging
import logging.handlers
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from delegate_desk import paths
from delegate_desk.cli import display_probe
from delegate_desk.cli.arguments import COMMANDS, parser
from delegate_desk.cli.command_result import UsageError, explain
from delegate_desk.core.documents.incoming_files import sanitise_for_terminal, sanitise_name
from delegate_desk.core.errors import DeskError, describe_fault
from delegate_desk.core.library import crash_log
from delegate_desk.core.library.core_dumps import disable_core_dumps
from delegate_desk.parsing.process import reading_process
from delegate_desk.services.revisions import comparison_process

_SIZE = 500_000


def start_logging() -> None:
    """Log to a file in the person's log folder; a folder that cannot be written is no reason not to work."""
    root = logging.getLogger("delegate_desk")
    if root.handlers:
        return
    root.setLevel(os.environ.get("DELEGATE_DESK_LOG", "INFO").upper())
    handler: logging.Handler
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "delegate-desk.log", maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    logging.raiseExceptions = False  # a full disk is said where it matters, not by the log


DONE, REFUSED, USAGE = 0, 1, 2
INTERRUPTED = 130
_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is 0 for done, 1 for refused or done in part, 2 for wrong usage."""
    disable_core_dumps()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [reading_process.FROZEN_SWITCH]:
        reading_process.main(given[1:])
    if given[:1] == [comparison_process.FROZEN_SWITCH]:
        comparison_process.main(given[1:])
    if given[:1] in ([display_probe.ASK], [display_probe.DRAW]):
        return display_probe.main(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    start_logging()
    crash_log.start_crash_log(paths.log_folder())
    if not _names_a_command(given):
        return _window(given)
    try:
        asked = parser().parse_args(given)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return _command(asked)


def _names_a_command(given: Sequence[str]) -> bool:
    """True for a command, and for what only the parser can answer; false for files to open in the window."""
    words = iter(given)
    for word in words:
        if word == "--library":
            next(words, None)
        elif word in ("-h", "--help", "--version", "--json"):
            return True
        elif not word.startswith("-"):
            return word in COMMANDS or not Path(word).exists()
        elif not word.startswith("--library="):
            return True
    return False


def _window(given: Sequence[str]) -> int:
    window = argparse.ArgumentParser(prog="delegate-desk", add_help=False)
    window.add_argument("--library", type=Path)
    window.add_argument("files", nargs="*", type=Path)
    asked = window.parse_args(given)
    gc.disable()  # while all is loaded, which is no garbage; the application enables it
    from delegate_desk import app

    return app.run(_library(asked.library), asked.files)


def _command(asked: argparse.Namespace) -> int:
    from delegate_desk.cli import commands, encryption
    from delegate_desk.desk import open_desk

    try:
        if asked.command == "demo":
            from delegate_desk.cli.demo import run_demo

            return run_demo(asked.fresh, asked.json)
        library = _library(asked.library)
        alone = commands.handler_without_library(asked)
        if alone is not None:
            answer = alone(library, asked)
        else:
            with open_desk(library, encryption.cipher_for_library(library)) as desk:
                answer = commands.RUN[asked.command](desk, asked)
    except DeskError as error:
        return _refuse(asked, explain(error))
    except UsageError as error:
        print(f"delegate-desk {asked.command}: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _log.error("The command %s failed: %s", asked.command, describe_fault(error))
        kind = type(error).__name__
        return _refuse(asked, f"The program failed ({kind}). For details, see the log in {paths.log_folder()}.")
    _print(
        json.dumps(answer.data, ensure_ascii=False) if asked.json else sanitise_for_terminal("\n".join(answer.lines))
    )
    for reason in answer.reasons:
        print(sanitise_name(reason), file=sys.stderr)
    return REFUSED if answer.reasons else DONE


def _refuse(asked: argparse.Namespace, reason: str) -> int:
    if asked.json:
        _print(json.dumps({"error": reason}, ensure_ascii=False))
    print(sanitise_name(reason), file=sys.stderr)
    return REFUSED


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _library(named: Path | None) -> Path:
    """The library named, by option or environment, or the person's own."""
    environment = os.environ.get("DELEGATE_DESK_LIBRARY")
    return (named or (Path(environment) if environment else paths.default_library())).absolute()
