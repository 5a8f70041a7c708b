"""The command line: with a command it works without Qt, without one it opens the window.

Modules imported here are imported at every start, so most are imported where they are used.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk import __version__, paths

if TYPE_CHECKING:
    from argparse import Namespace

DONE, REFUSED, USAGE = 0, 1, 2
INTERRUPTED = 130
_LOG_SIZE = 500_000


def start_logging() -> None:
    """Log to a file in the user's log folder; without write access the program works without a log."""
    import logging
    from logging.handlers import RotatingFileHandler

    root = logging.getLogger("delegate_desk")
    if root.handlers:
        return
    root.setLevel(os.environ.get("DELEGATE_DESK_LOG", "INFO").upper())
    handler: logging.Handler
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "delegate-desk.log", maxBytes=_LOG_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    logging.raiseExceptions = False  # a full disk is said where it matters, not by the log


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return the exit status 0 for done, 1 for refused or partly done, 2 for wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        print(f"Delegate Desk {__version__}")
        return DONE
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads take half of its import, and nothing uses them
    from delegate_desk.core.library.crash_log import disable_core_dumps, start_crash_log

    disable_core_dumps()
    if words and words[0] in CHILDREN:
        return _run_child(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    start_logging()
    start_crash_log(paths.log_folder())
    command = _command_word(words)
    if command is None:
        return _window(words)
    from delegate_desk.cli.commands import COMMANDS, parser

    try:
        args = parser(command if command in COMMANDS else None).parse_args(words)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return _run_command(args)


CHILDREN = ("--read-files", "--compare-texts", "--ask-for-a-screen", "--draw-window")
"""Switches that start the program as a child process of itself."""


def _run_child(words: list[str]) -> int:
    if words[0] == CHILDREN[0]:
        from delegate_desk.parsing import reading_process

        reading_process.main(words[1:])
    if words[0] == CHILDREN[1]:
        from delegate_desk.services.revisions import comparison_process

        comparison_process.main(words[1:])
    from delegate_desk import app

    if words[0] == CHILDREN[2]:
        app.check_for_display()
    else:
        app.draw_window(Path(words[1]), Path(words[2]))
    return DONE


def _command_word(arguments: Sequence[str]) -> str | None:
    """Return the command, or the word that only the parser can answer; None if there are only files to open."""
    words = iter(arguments)
    for word in words:
        if word == "--library":
            next(words, None)
        elif word in ("-h", "--help", "--version"):
            return word
        elif not word.startswith("-"):
            from delegate_desk.cli.commands import COMMANDS

            is_command = word in COMMANDS or "--json" in arguments or not os.path.exists(word)  # noqa: PTH110  (never raises)
            return word if is_command else None
        elif not word.startswith("--library=") and word != "--json":
            return word
    return "--json" if "--json" in arguments else None


def _window(words: Sequence[str]) -> int:
    from argparse import ArgumentParser

    window = ArgumentParser(prog="delegate-desk", add_help=False)
    window.add_argument("--library", type=Path)
    window.add_argument("files", nargs="*", type=Path)
    args = window.parse_args(words)
    library = _library(args.library)
    try:
        library.exists()
    except OSError as error:  # such as a name that is too long
        print(f"{library} cannot be used ({error.strerror}).", file=sys.stderr)
        return REFUSED
    gc.disable()  # while all is loaded, which is no garbage; the application enables it
    from delegate_desk import app

    return app.run(library, args.files)


def _run_command(args: "Namespace") -> int:
    import json

    from delegate_desk.cli.command_result import UsageError, explain
    from delegate_desk.cli.commands import COMMANDS
    from delegate_desk.core.documents.document import sanitise_for_terminal, sanitise_name
    from delegate_desk.core.errors import DeskError

    def refuse(reason: str) -> int:
        if args.json:
            _print(json.dumps({"error": reason}, ensure_ascii=False))
        print(sanitise_name(reason), file=sys.stderr)
        return REFUSED

    try:
        if args.command == "demo":
            from delegate_desk.cli.demo import run_demo

            return run_demo(args.fresh, args.json)
        answer = COMMANDS[args.command].run(_library(args.library), args)
    except DeskError as error:
        return refuse(explain(error))
    except UsageError as error:
        print(f"delegate-desk {args.command}: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _log_fault(args.command, error)
        if isinstance(error, OSError) and error.filename and error.strerror:
            return refuse(f"{error.filename} cannot be used ({error.strerror}). Nothing was changed.")
        kind = type(error).__name__
        return refuse(f"The program failed ({kind}). For details, see the log in {paths.log_folder()}.")
    _print(json.dumps(answer.data, ensure_ascii=False) if args.json else sanitise_for_terminal("\n".join(answer.lines)))
    for reason in answer.reasons:
        print(sanitise_name(reason), file=sys.stderr)
    return REFUSED if answer.reasons else DONE


def _log_fault(command: str, error: Exception) -> None:
    import logging

    from delegate_desk.core.errors import describe_fault

    logging.getLogger(__name__).error("The command %s failed: %s", command, describe_fault(error))


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _library(named: Path | None) -> Path:
    environment = os.environ.get("DELEGATE_DESK_LIBRARY")
    folder = (named or (Path(environment) if environment else paths.default_library())).absolute()
    # settings are kept by its name, which Windows takes in any case
    return folder.resolve() if os.name == "nt" else folder
