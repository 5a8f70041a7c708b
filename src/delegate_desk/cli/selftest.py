"""The self-test: the main jobs, done with the sample documents in libraries of their own, which are deleted again."""

import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from delegate_desk import paths
from delegate_desk.cli.command_result import CommandResult, explain
from delegate_desk.cli.commands import COMMANDS, parser
from delegate_desk.core.errors import DeskError
from delegate_desk.core.values import dataclass

_ON, _IN_ENGLISH = "99140/26", ("--language", "en")
_NOTE = "Eight hours, as the Commission proposed."


@dataclass(frozen=True)
class SelfTestCase:
    """One job and what has to come of it.

    Attributes:
        what: The job in words.
        library: The folder, in that of the whole test, of the library on which it is done.
        words: The command.
        holds: Says of its answer whether it is right.
    """

    title: str
    library: str
    words: tuple[str, ...]
    is_passed: Callable[[dict[str, Any]], bool]


def run_self_test() -> CommandResult:
    """Do every job, and say of each whether it went well; a fault of the program is told by its kind."""
    folder = Path(tempfile.mkdtemp(prefix="delegate-desk-self-test-"))
    steps, lines, reasons = [], [], []
    try:
        for trial in self_test_cases(folder):
            began = time.perf_counter()
            fault = _try(trial, folder)
            seconds = time.perf_counter() - began
            steps.append({"what": trial.title, "ok": not fault, "elapsed_ms": round(seconds * 1000, 1), "fault": fault})
            lines.append(f"{'fault' if fault else 'ok':5}  {trial.title}  ({seconds:.1f} s)")
            if fault:
                reasons.append(f"{trial.title}: {fault}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    lines.append(f"{len(steps) - len(reasons)} of {len(steps)} passed")
    return CommandResult({"ok": not reasons, "steps": steps}, lines, reasons)


def self_test_cases(folder: Path) -> Iterator[SelfTestCase]:
    """The jobs, in order; each may count on those before it."""
    word, backup, package = folder / "position.docx", folder / "whole.zip", folder / "chosen.ddpack"
    documents = len(list((paths.RESOURCES / "samples").glob("*_*.*")))
    first, colleague, restored = "first", "colleague", "restored"
    yield SelfTestCase(
        "import the sample documents", first, ("import", str(paths.RESOURCES / "samples")),
        lambda a: [one["status"] for one in a["items"]] == ["imported"] * documents,
    )  # fmt: skip
    yield SelfTestCase("find a passage", first, ("search", '"quiet hours"'), lambda a: a["total"] > 0)
    yield SelfTestCase(
        "find a Greek word without accents", first, ("search", "ησυχιας lang:el"), lambda a: a["total"] > 0
    )
    yield SelfTestCase(
        "add a note to words of a paragraph", first,
        ("annotate", _ON, "3(1)", *_IN_ENGLISH, "--kind", "red_line", "--quote", "[seven] consecutive hours",
         "--text", _NOTE, "--visibility", "circulation"),
        lambda a: len(a["annotations"]) == 1,
    )  # fmt: skip
    yield SelfTestCase(
        "draft a position entry", first,
        ("position-set", _ON, "3(2)(d)", *_IN_ENGLISH, "--stance", "support_if", "--comment",
         "Provided that ferries go."),
        lambda a: a["items"][0]["stance"] == "support_if",
    )  # fmt: skip
    yield SelfTestCase(
        "export the position to Word", first,
        ("export", "position", _ON, *_IN_ENGLISH, "--delegation", "EL", "--output", str(word)),
        lambda _: _is_whole(word),
    )  # fmt: skip
    yield SelfTestCase("find the note again", first, ("search", "in:notes Commission"), lambda a: a["total"] == 1)
    yield SelfTestCase(
        "export a package", first, ("pack", str(package), _ON, *_IN_ENGLISH), lambda _: _is_whole(package)
    )
    yield SelfTestCase("import the package into another library", colleague, ("unpack", str(package)), lambda _: True)
    yield SelfTestCase("find the note in the other library", colleague, ("annotations",), _has_the_note)
    yield SelfTestCase("back up the library", first, ("backup", str(backup)), lambda _: _is_whole(backup))
    yield SelfTestCase("restore the backup to another folder", restored, ("restore", str(backup)), lambda _: True)
    yield SelfTestCase("find all documents there", restored, ("documents",), lambda a: len(a["documents"]) == documents)
    yield SelfTestCase("find the note in the restored library", restored, ("annotations",), _has_the_note)
    yield SelfTestCase("check the restored library", restored, ("check",), lambda a: bool(a["ok"]))
    yield SelfTestCase("check the library", first, ("check",), lambda a: bool(a["ok"]))


def _try(trial: SelfTestCase, folder: Path) -> str:
    """Do a job; why it went wrong, or nothing."""
    try:
        answer = _do(folder / trial.library, trial.words)
        if answer.reasons:
            return answer.reasons[0]
        return "" if trial.is_passed(answer.data) else "the result is not as expected"
    except DeskError as error:
        return explain(error)
    except Exception as error:  # whatever it is, the other jobs are tried
        return type(error).__name__


def _do(library: Path, words: tuple[str, ...]) -> CommandResult:
    given = parser(words[0]).parse_args(words)
    return COMMANDS[words[0]].run(library, given)


def _has_the_note(answer: dict[str, Any]) -> bool:
    return [one["text"] for one in answer["annotations"]] == [_NOTE]


def _is_whole(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return archive.testzip() is None
