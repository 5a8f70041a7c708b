"""The commands for backups, check, repair and rebuilding of a library, and the self-test."""

import argparse
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from delegate_desk import paths, policy, settings
from delegate_desk.cipher import Cipher
from delegate_desk.cli import encryption
from delegate_desk.cli.command_result import CommandResult, explain, format_timestamp, pick
from delegate_desk.cli.commands import COMMANDS, parser
from delegate_desk.core.documents.document import DocumentId, sanitise_name
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.core.library.backup import MOST, UPGRADE_DAYS, RetentionTier
from delegate_desk.core.library.records import Fault
from delegate_desk.core.library.reports import Check, RebuildResult, ReportSentences, Surroundings
from delegate_desk.core.progress import finish
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk, open_desk
from delegate_desk.files import delete_tree
from delegate_desk.libraries import backup_folders_at, clear_damage, rebuild, recover
from delegate_desk.services.library.backups import Backups
from delegate_desk.services.library.recovery import recovery_report


def backup(desk: Desk, args: argparse.Namespace) -> CommandResult:
    written = finish(desk.backups.write(args.file))
    originals = len(written.manifest.originals) - len(written.missing)
    data = pick(
        written,
        "missing damaged file=path made=manifest.made documents=manifest.documents",
        size=written.path.stat().st_size,
        originals=originals,
    )
    reasons = [f"The original of {name} is missing: it is not in the backup." for name in written.missing]
    reasons += [f"The original of {name} is damaged: it is backed up as it is." for name in written.damaged]
    line = f"Backup verified: {written.path} ({_size(written.path.stat().st_size)}, {originals} originals)"
    return CommandResult(data, [line], reasons)


def backups(desk: Desk, _: argparse.Namespace) -> CommandResult:
    second = settings.load(paths.settings_file()).second_place(desk.folder)
    overview = desk.backups.overview(second)
    data = {
        "backups": [
            pick(
                backup,
                "made size file=path kept_as=tiers goes_next=is_next_to_delete",
                place="second" if backup.is_at_second_place else "library",
            )
            for backup in overview.backups
        ],
        "second_place": None if second is None else {"folder": str(second), "present": overview.is_second_reachable},
    }
    lines = [] if overview.backups else ["There are no backups yet."]
    for backup in overview.backups:
        tiers = "before an upgrade" if backup.tiers == (RetentionTier.UPGRADE,) else ", ".join(map(str, backup.tiers))
        place = "second location" if backup.is_at_second_place else "library"
        deletion = "; deleted at the next backup" if backup.is_next_to_delete or not backup.tiers else ""
        timestamp, size = f"{backup.made:%Y-%m-%d %H:%M} UTC", _size(backup.size)
        lines.append(f"{timestamp}  {size}  {place}  {tiers or 'not kept'}{deletion}  {backup.path}")
    limits = ", ".join(f"{count} {kind}" for kind, count in MOST.items())
    lines.append(f"Kept: {limits}; copies made before an upgrade for {UPGRADE_DAYS} days.")
    if second is not None:
        lines.append(f"Second backup location: {second}{'' if overview.is_second_reachable else ' (not available)'}")
    return CommandResult(data, lines)


def restore(library: Path, args: argparse.Namespace) -> CommandResult:
    restored = finish(Backups.restore(args.file, library))
    data = pick(restored, "made documents originals missing encrypted library=folder")
    when = "" if restored.made is None else f" of {format_timestamp(restored.made)}"
    lines = [f"Backup{when} restored: {restored.documents} documents in {restored.folder}"]
    lines.append(f"Open it with: delegate-desk --library {restored.folder}")
    count = "1 original" if restored.missing == 1 else f"{restored.missing} originals"
    reasons = [f"{count} of {restored.documents} missing: not found in the backup or next to it."]
    return CommandResult(data, lines, reasons if restored.missing else [])


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


_WHY = {
    Fault.UNREADABLE: "cannot be read",
    Fault.TOO_LARGE: "is too large",
    Fault.NOT_JSON: "is not JSON, or is incomplete",
    Fault.NO_SIDECAR: "is not a Delegate Desk sidecar",
    Fault.NEWER: "was written by a newer version of Delegate Desk",
    Fault.OTHER_NAME: "has the wrong file name for its contents",
    Fault.NOT_UNDERSTOOD: "contains something that is not valid",
    Fault.NO_DOCUMENT: "refers to a document that is not in the library",
}


def _rebuild_library(library: Path, cipher: Cipher) -> CommandResult:
    result = finish(rebuild(library, cipher))
    with open_desk(library, cipher) as desk:
        documents = len(desk.documents.all())
        desk.indexing.make_ready()
    lines = [
        f"The database was rebuilt: {documents} documents, {result.restored_rows.get('annotation', 0)} notes.",
        f"The old database is kept in {result.saved_at}.",
    ]
    if not result.current:
        lines.append("The old database could not be read: the latest changes may be missing.")
    lines += [*_reread_lines(result, "moved"), *_reread_lines(result, "alone")]
    files = {
        outcome: [{"document": key, "file_name": name} for key, name in getattr(result.reread, outcome).items()]
        for outcome in _REREAD
    }
    data = pick(
        result,
        "current ok=is_complete rows=restored_rows kept=saved_at strange=reread.unusable_files",
        documents=documents,
        refused=[{"sidecar": rows.name, "part": rows.part or None, "why": rows.fault} for rows in result.rejected],
        **files,
    )
    reasons = []
    for rows in result.rejected:
        part = f", under {rows.part}," if rows.part else ""
        line = f"sidecars/{rows.name}{part} {_WHY[rows.fault]}; a copy is kept next to the old database."
        if line not in reasons:
            reasons.append(line)
    reasons += [line for outcome in ("missing", "damaged", "unreadable") for line in _reread_lines(result, outcome)]
    reasons += [f"{name}, among the originals, was not imported." for name in result.reread.unusable_files]
    return CommandResult(data, lines, reasons)


_REREAD = {
    "moved": "{name} is now read differently; its notes were placed again.",
    "alone": "{name} had no sidecar: it has no notes and no position.",
    "missing": "The original of {name} is missing; the contents of its sidecar are kept.",
    "damaged": "The original of {name} is damaged; the contents of its sidecar are kept.",
    "unreadable": "{name} can no longer be read; the contents of its sidecar are kept.",
}
"""Sentences on the documents that a field of a ``ReparseResult`` lists."""


def _reread_lines(result: RebuildResult, outcome: str) -> list[str]:
    documents: Mapping[DocumentId, str] = getattr(result.reread, outcome)
    return [_REREAD[outcome].format(name=f"#{key} {name}") for key, name in documents.items()]


_REPAIR = "Close Delegate Desk and run: delegate-desk check --repair."


def check(library: Path, args: argparse.Namespace) -> CommandResult:
    if args.support:
        from delegate_desk.services.library.check import collect_report

        try:
            with open_desk(library, encryption.cipher_for_library(library)) as desk:
                found = desk.repair.report()
        except DeskError as error:
            found = collect_report(library, {"opened": f"no ({type(error).__name__})"}, {})
        return CommandResult(found.as_json(), found.lines())
    if args.self_test:
        with policy.lift():
            return run_self_test()
    cipher = encryption.cipher_for_library(library)
    if args.rebuild:
        return _rebuild_library(library, cipher)
    return _repair(library, cipher) if args.repair else _check(library, cipher)


def _check(library: Path, cipher: Cipher) -> CommandResult:
    nearby = Surroundings()
    try:
        with open_desk(library, cipher) as desk:
            state = desk.check()
            nearby = desk.inspect_surroundings()
    except LibraryDamagedError as error:
        state = Check(error.reason, "unknown", 0)
    if state.ok:
        clear_damage(library)
    answer = _check_result(state, mended=False)
    answer.data |= {"synced_by": nearby.synced_by or None, "conflict_copies": list(nearby.conflict_copies)}
    if nearby.synced_by:
        answer.lines.append(
            f"{nearby.synced_by} copies this folder to other computers, which can damage the library: open it on one "
            "computer at a time, or keep it in another folder and work with others through packages or a shared folder."
        )
    answer.lines += [f"Conflicting copy: {sanitise_name(name)}." for name in nearby.conflict_copies]
    if nearby.conflict_copies:
        answer.lines.append("To merge the notes of both versions, run: delegate-desk check --repair.")
    return answer


def _repair(library: Path, cipher: Cipher) -> CommandResult:
    second = settings.load(paths.settings_file()).second_place(library)
    try:
        with open_desk(library, cipher) as desk:
            is_whole = desk.check().database == "ok"
    except LibraryDamagedError:
        is_whole = False
    recovered = None if is_whole else finish(recover(library, cipher, second))
    with open_desk(library, cipher) as desk:
        repaired = finish(desk.repair.run(backup_folders_at(second)))
        state = desk.check()
    if state.ok:
        clear_damage(library)
    answer = _check_result(state, mended=True)
    sentences = ReportSentences()
    answer.lines = [*(sentences.recovery(recovered) if recovered else ()), *sentences.repair(repaired), *answer.lines]
    answer.data["mended"] = pick(
        repaired,
        "index reread unread=unreadable brought=adopted_originals refused=rejected_originals "
        "fetched=restored_originals gone=lost_originals swept=leftovers_deleted "
        "copies(rows unusable without_original merged=copies gave_way=conflicts kept=saved_at)",
    )
    if recovered:
        answer.data["recovered"] = {"kept": str(recovered.saved_at), **recovery_report(recovered)}
    return answer


def _check_result(state: Check, *, mended: bool) -> CommandResult:
    advice = "" if mended else f" {_REPAIR}"
    reasons = []
    if state.database != "ok":
        reasons.append(f"The database is damaged: {state.database}.{advice}")
    reasons += [f"The original of {name} is damaged.{advice}" for name in state.damaged]
    reasons += [f"The original of {name} is missing.{advice}" for name in state.missing]
    if mended and (state.damaged or state.missing):
        reasons.append(
            "No copy of these originals was found: import the files again, or connect the second backup location."
        )
    lines = [f"database {state.database}, index {state.index}, {state.checked} originals checked"]
    if state.orphans:
        lines.append(f"{state.orphans} originals belong to no document.{advice}")
    data = pick(state, "ok database index orphans", originals=pick(state, "checked damaged missing"))
    return CommandResult(data, lines, reasons)


_ON, _IN_ENGLISH = "99140/26", ("--language", "en")
_NOTE = "Eight hours, as the Commission proposed."
_SENDER = "Anna"


@dataclass(frozen=True)
class SelfTestCase:
    title: str
    library: str
    words: tuple[str, ...]
    is_passed: Callable[[dict[str, Any]], bool]


def run_self_test() -> CommandResult:
    folder = Path(tempfile.mkdtemp(prefix="delegate-desk-self-test-"))
    steps, lines, reasons = [], [], []
    try:
        for trial in self_test_cases(folder):
            start = time.perf_counter()
            fault = _try(trial, folder)
            seconds = time.perf_counter() - start
            steps.append({"what": trial.title, "ok": not fault, "elapsed_ms": round(seconds * 1000, 1), "fault": fault})
            lines.append(f"{'fault' if fault else 'ok':5}  {trial.title}  ({seconds:.1f} s)")
            if fault:
                reasons.append(f"{trial.title}: {fault}")
    finally:
        delete_tree(folder, ignore_errors=True)
    lines.append(f"{len(steps) - len(reasons)} of {len(steps)} passed")
    return CommandResult({"ok": not reasons, "steps": steps}, lines, reasons)


def self_test_cases(folder: Path) -> Iterator[SelfTestCase]:
    word, backup, package = folder / "position.docx", folder / "whole.zip", folder / "chosen.ddpack"
    sealed = folder / "sealed.ddpack"
    documents = len(list((paths.RESOURCES / "samples").glob("*_*.*")))
    first, colleague, restored = "first", "colleague", "restored"
    yield SelfTestCase(
        "import the sample documents", first, ("import", str(paths.RESOURCES / "samples")),
        lambda a: [value["status"] for value in a["items"]] == ["imported"] * documents,
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
        "name the sender of packages", first, ("people", "--name", _SENDER), lambda a: a["ours"]["name"] == _SENDER
    )
    yield SelfTestCase(
        "export a package", first, ("pack", str(package), _ON, *_IN_ENGLISH), lambda _: _is_whole(package)
    )
    yield SelfTestCase("import the package into another library", colleague, ("unpack", str(package)), lambda _: True)
    yield SelfTestCase("find the note in the other library", colleague, ("annotations",), _has_the_note)
    yield SelfTestCase(
        "seal a package to its sender", colleague, ("pack", str(sealed), _ON, *_IN_ENGLISH, "--to", _SENDER),
        lambda a: len(a["sealed_to"]) == 1 and not zipfile.is_zipfile(sealed),
    )  # fmt: skip
    yield SelfTestCase("import the sealed package", first, ("unpack", str(sealed)), lambda a: bool(a["sealed"]))
    yield SelfTestCase("back up the library", first, ("backup", str(backup)), lambda _: _is_whole(backup))
    yield SelfTestCase("restore the backup to another folder", restored, ("restore", str(backup)), lambda _: True)
    yield SelfTestCase("find all documents there", restored, ("documents",), lambda a: len(a["documents"]) == documents)
    yield SelfTestCase("find the note in the restored library", restored, ("annotations",), _has_the_note)
    yield SelfTestCase("check the restored library", restored, ("check",), lambda a: bool(a["ok"]))
    yield SelfTestCase("check the library", first, ("check",), lambda a: bool(a["ok"]))


def _try(trial: SelfTestCase, folder: Path) -> str:
    try:
        args = parser(trial.words[0]).parse_args(trial.words)
        answer = COMMANDS[trial.words[0]].run(folder / trial.library, args)
        if answer.reasons:
            return answer.reasons[0]
        return "" if trial.is_passed(answer.data) else "the result is not as expected"
    except DeskError as error:
        return explain(error)
    except Exception as error:  # whatever it is, the other jobs are tried
        return type(error).__name__


def _has_the_note(answer: dict[str, Any]) -> bool:
    return [value["text"] for value in answer["annotations"]] == [_NOTE]


def _is_whole(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return archive.testzip() is None
