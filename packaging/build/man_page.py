"""Manual page of the command line, generated from its help, so that it contains every command and option."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from delegate_desk.cli.commands import parser
from locked import project

_ABOUT = """\
Delegate Desk keeps Council documents on the delegate’s own computer and makes them searchable. Delegates annotate
paragraphs, record interventions in the meeting, and draft positions that are exported to Word. It opens no network
connection and needs no account.

Without a command, the window opens; with files, the window opens and imports them. With a command it works without a
screen. REF names one document: ST 12862/19, 12862/1/19, COM(2022) 209 final, or #3 for document number 3 in the
library; if it is there in several languages, choose one with --language. ADDRESS is a place in it, such as 7(6), 7f,
r34 for a recital or fn 9 for a footnote. MEETING is the number of a meeting or the reference of its agenda.\
"""
_STATUS = (
    ("0", "Done."),
    ("1", "Refused, or only partly done; each reason is a line on standard error."),
    ("2", "Wrong usage."),
)
_FILES = (
    ("~/.local/share/delegate-desk/library", "The default library: documents, notes, index."),
    ("~/.config/delegate-desk/settings.json", "Settings of the window."),
    ("~/.local/state/delegate-desk/log", "The log, which contains no text of any document."),
)
_ENVIRONMENT = (("DELEGATE_DESK_LIBRARY", "The library, if --library is not given."),)
_EXAMPLES = (
    ("delegate-desk import ~/Downloads", "Import all documents in a folder."),
    ("delegate-desk search 'encrypt* -cloud lang:el'", "Search for a passage."),
    ("delegate-desk export position 12862/19 --output position.docx", "Export the position to Word."),
    ("delegate-desk check --self-test", "Test the program on a temporary library."),
)


def page(epoch: int) -> str:
    """Return the page in the man macros, with the date of the version, given in seconds since 1970."""
    whole = parser()
    date = f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d}"
    lines = [
        f'.TH DELEGATE\\-DESK 1 "{date}" "Delegate Desk {project()["version"]}" "User commands"',
        ".ad l",
        ".SH NAME",
        "delegate\\-desk, delegate\\-desk\\-window \\- Council documents for delegates",
        ".SH SYNOPSIS",
        ".nf",
        "\\fBdelegate\\-desk\\fR [\\fB\\-\\-library\\fR \\fIDIR\\fR] [\\fIFILE\\fR ...]",
        "\\fBdelegate\\-desk\\fR [\\fB\\-\\-library\\fR \\fIDIR\\fR] [\\fB\\-\\-json\\fR] \\fICOMMAND\\fR [...]",
        "\\fBdelegate\\-desk\\-window\\fR [\\fB\\-\\-library\\fR \\fIDIR\\fR] [\\fIFILE\\fR ...]",
        ".fi",
        ".SH DESCRIPTION",
        *_prose(_ABOUT),
        ".SH OPTIONS",
        *_options(whole),
        ".SH COMMANDS",
    ]
    for name, command in commands(whole).items():
        lines += [f".SS {_text(name)}", *_prose(_sentence(command.description)), *_synopsis(name, command)]
        lines += _options(command, without=("help", "library", "as_json", "json"))
    for heading, entries in (("EXIT STATUS", _STATUS), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        lines += [f".SH {heading}"] + [
            line for name, text in entries for line in _entry(f"\\fB{_text(name)}\\fR", text)
        ]
    lines.append(".SH EXAMPLES")
    for example, text in _EXAMPLES:
        lines += [*_prose(text), ".PP", ".RS 4", f"\\fB{_text(example)}\\fR", ".RE"]
    lines += [".SH SEE ALSO", "The manual is in the window: press F1."]
    return "\n".join(lines) + "\n"


def commands(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the commands, by name, in the order of the help."""
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _synopsis(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    words: list[str] = []
    for action in command._actions:
        if action.dest in ("help", "library", "as_json", "json"):
            continue
        named = " ".join(filter(None, (_names(action), _value(action))))
        words.append(named if action.required else f"[{named}]")
    yield ".PP"
    yield ".RS 4"
    yield " ".join((f"\\fBdelegate\\-desk {_text(name)}\\fR", *words))
    yield ".RE"


def _options(command: argparse.ArgumentParser, without: tuple[str, ...] = ()) -> Iterator[str]:
    for action in command._actions:
        if action.dest in without or isinstance(action, argparse._SubParsersAction):
            continue
        told = _sentence(action.help) if action.help not in (None, argparse.SUPPRESS) else ""
        if action.choices:
            told = " ".join(filter(None, (told, f"One of {', '.join(map(str, action.choices))}.")))
        if told:
            yield from _entry(" ".join(filter(None, (_names(action), _value(action)))), told)


def _names(action: argparse.Action) -> str:
    return ", ".join(f"\\fB{_text(one)}\\fR" for one in action.option_strings)


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    named = action.metavar or action.dest
    shown = f"\\fI{_text(named if isinstance(named, str) else ' '.join(named)).upper()}\\fR"
    return f"{shown} ..." if action.nargs in ("+", "*") else shown


def _entry(name: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield name
    yield from _prose(text)


def _prose(text: str | None) -> Iterator[str]:
    for n, paragraph in enumerate((text or "").split("\n\n")):
        if n:
            yield ".PP"
        for line in paragraph.splitlines():
            yield _text(line)


def _sentence(text: str | None) -> str:
    said = (text or "").strip()
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith('.') else '.'}" if said else ""


def _text(text: str) -> str:
    """Escape text for roff: hyphens that can be copied, no line that starts like a request."""
    shown = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown
