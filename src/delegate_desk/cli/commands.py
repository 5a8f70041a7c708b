"""The table of commands: the function, the arguments and a line of help of each, as in DESIGN.md section 8.

The module of a command and the choices of its arguments are imported on use: most commands need little of the program.
"""

import argparse
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from delegate_desk import __version__
from delegate_desk.cli.command_result import CommandResult

Parser = argparse.ArgumentParser
Argument = Callable[[Parser], object]
"""Adds an argument, or several, to the parser of a command."""


class Command:
    """A command of the program.

    Attributes:
        function: The name of its function.
        opens_library: True if the function takes an open library; otherwise it takes the library's folder.
        module: The module of this package that has the function.
    """

    module = ""

    def __init__(
        self, name: str, text: str, *arguments: Argument, function: str = "", opens_library: bool = True
    ) -> None:
        self.name, self.help, self.arguments = name, text, arguments
        self.function = function or name.replace("-", "_")
        self.opens_library = opens_library

    def load(self) -> Callable[[Any, argparse.Namespace], CommandResult]:
        loaded: Callable[[Any, argparse.Namespace], CommandResult]
        loaded = getattr(import_module(f"delegate_desk.cli.{self.module}"), self.function)
        return loaded

    def run(self, library: Path, args: argparse.Namespace) -> CommandResult:
        if not self.opens_library:
            return self.load()(library, args)
        from delegate_desk.cli.encryption import cipher_for_library
        from delegate_desk.desk import open_desk

        with open_desk(library, cipher_for_library(library)) as desk:
            return self.load()(desk, args)


def parser(command: str | None = None) -> Parser:
    """Return the parser of all commands, or of a single command.

    ``--library`` and ``--json`` may be given before or after a command.
    """
    main = Parser(
        prog="delegate-desk",
        description="Council documents for delegates. Without a command, the window opens.",
        parents=[_common(first=True)],
        allow_abbrev=False,
    )
    main.add_argument("--version", action="version", version=f"Delegate Desk {__version__}")
    parsers = main.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for row in COMMANDS.values() if command is None else (COMMANDS[command],):
        subparser = parsers.add_parser(
            row.name, help=row.help, description=row.help, parents=[_common(first=False)], allow_abbrev=False
        )
        _add(subparser, *row.arguments)
    return main


def _common(*, first: bool) -> Parser:
    common = Parser(add_help=False)
    default = None if first else argparse.SUPPRESS
    common.add_argument("--library", metavar="DIR", type=_path, default=default, help="folder of the library")
    common.add_argument(
        "--json", action="store_true", default=False if first else argparse.SUPPRESS, help="print one JSON object"
    )
    return common


def _choice(name: str, values: Iterable[object], default: object = None, **extra: Any) -> Argument:
    return lambda command: command.add_argument(
        name, choices=list(map(str, values)), default=default and str(default), **extra
    )


def _flag(name: str, text: str) -> Argument:
    return lambda command: command.add_argument(name, action="store_true", help=text)


def _text(name: str, text: str = "", **extra: Any) -> Argument:
    """Return an argument with the name of its value: ``--limit N``."""
    option, metavar = name.split()
    return lambda command: command.add_argument(option, metavar=metavar, help=text, **extra)


def _file(name: str, text: str = "", **extra: Any) -> Argument:
    return _text(name, text, type=_path, **extra)


def _several(name: str, text: str) -> Argument:
    return _text(name, text, action="append", default=[])


def _add(command: Any, *arguments: Argument) -> None:
    for argument in arguments:
        argument(command)


def _labels(usual: str) -> Argument:
    text = f"language of headings (default: of {usual}, or English)"

    def add(command: Parser) -> None:
        from delegate_desk.core.positions.export_options import LABEL_LANGUAGES

        command.add_argument("--labels", choices=LABEL_LANGUAGES, help=text)

    return add


def _path(text: str) -> Path:
    if not text:  # it would be the current folder, with all that is in it
        raise argparse.ArgumentTypeError("must not be empty")
    return Path(text)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("must be a number that is not negative")
    return int(text)


_LANGUAGE = _text("--language L", "language version, such as el")
_DOCUMENT = (_text("reference REF", "such as 12862/19, or #3", nargs=None), _LANGUAGE)
_ANY_DOCUMENT = (_text("reference REF", "such as 12862/19, or #3", nargs="?"), _LANGUAGE)
_ADDRESS = "an address or a typed place, such as 7(6)"
_TWO_DOCUMENTS = (
    _text("old OLD", "such as 12862/19, or #3"),
    _text("new NEW", "such as 12862/1/19, or #4"),
    _text("--language L", "language version of both, such as el"),
    _text("--old-language L", "language version of OLD, if different"),
    _text("--new-language L", "language version of NEW, if different"),
)
_TWO_LANGUAGES = (
    _text("--from L", "its language, such as en", dest="source", required=True),
    _text("--to L", "the other language, such as el", dest="target", required=True),
)
_PAPER = (
    _text("paper COMMENTS", "the document with the written comments, such as #4"),
    _text("on ON", "the document commented on, such as 12862/19"),
    _text("--language L", "language version of ON, such as el"),
    _text("--paper-language L", "language version of COMMENTS"),
)
_DELEGATION = _text("--delegation EL", "code of our delegation")
_MEETING = _text("meeting MEETING", "id of the meeting, or reference of its CM document")


def _show(command: Parser) -> None:
    from delegate_desk.core.documents.document import View

    text = "the text before or after marked changes, or with mark-up"
    _add(command, *_DOCUMENT, _choice("--view", View, View.AFTER, help=text))


def _search(command: Parser) -> None:
    from delegate_desk.core.search import Sort

    _add(
        command,
        _text("query QUERY", 'as in the search box: words, "phrases", -not, fields such as lang:el'),
        _text("--limit N", "maximum number of results (50)", type=_count, default=50),
        _choice("--sort", Sort, Sort.RELEVANCE),
        _flag("--across", "also find passages in other languages"),
    )


def _terms(command: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, text: str) -> Parser:
        return actions.add_parser(name, help=text, description=text, parents=[_common(first=False)], allow_abbrev=False)

    named = _text("--name N", "its name (default: name of the file); a term base of that name is replaced")
    _add(action("import", "import a term base: TBX, TMX, CSV, TSV or SKOS"), _file("file FILE"), named)
    action("list", "list the term bases")
    _add(action("remove", "remove a term base"), _text("name NAME", "its name"))
    word = _text("word WORD", "a word or a phrase")
    _add(action("show", "show the translations of a word"), word, *_TWO_LANGUAGES)


def _check(command: Parser) -> None:
    repair = "repair what can be repaired; a damaged database is recovered, and the damaged files are kept"
    _add(
        command.add_mutually_exclusive_group(),
        _flag("--repair", repair),
        _flag("--rebuild", "rebuild the database from originals and sidecars; the old database is kept"),
        _flag("--support", "print a support report, without any text, title, note or name"),
        _flag("--self-test", "test the program on a temporary library"),
    )


def _annotate(command: Parser) -> None:
    from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility

    _add(
        command,
        *_DOCUMENT,
        _text("address ADDRESS", _ADDRESS),
        _choice("--kind", AnnotationKind, required=True),
        _text("--text T", required=True),
        _text("--quote Q", "the words it is on, exactly as in the text"),
        _several("--tag T", "may be given several times"),
        _choice("--visibility", Visibility, Visibility.INTERNAL),
        _text("--due WHEN", 'deadline, such as "2026-10-14 12:00", or the day alone'),
    )


def _correct(command: Parser) -> None:
    from delegate_desk.core.documents.corrections import CorrectableField

    text = "such as date; the names are those of the command show"
    _add(command, *_DOCUMENT, _choice("field", CorrectableField, metavar="FIELD", help=text))
    _add(
        command.add_mutually_exclusive_group(required=True),
        _text("value VALUE", "the correct value; empty for none, separate several with ;", nargs="?"),
        _flag("--take-back", "reset to the value read"),
    )


def _export(command: Parser) -> None:
    from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, MarkupStyle, ProvisionColumns

    columns = "columns of the table: drafting and comments, with text, or with justification (default: by kind)"
    _add(
        command,
        _choice("kind", DOCUMENT_KINDS, metavar="KIND", help=", ".join(DOCUMENT_KINDS)),
        *_DOCUMENT,
        _file("--output FILE.docx", required=True),
        _choice("--markup", MarkupStyle, MarkupStyle.COUNCIL),
        _choice("--audience", Audience, Audience.CIRCULATION),
        _file("--template FILE.docx", "your own template, whose layout is used"),
        _DELEGATION,
        _labels("the document"),
        _choice("--columns", ProvisionColumns, help=columns),
    )


def _report(files: str, *, needed: bool = True) -> Argument:
    def add(command: Parser) -> None:
        from delegate_desk.core.positions.export_options import Audience

        _add(
            command,
            _file(f"--output {files}", required=needed),
            _choice("--audience", Audience, Audience.CIRCULATION),
            _DELEGATION,
            _labels("the agenda"),
            _flag("--unnamed", "do not name the Member States; for circulation only"),
        )

    return add


_MEETING_FILE = (_MEETING, _report("FILE.docx|FILE.txt"))


def _position_set(command: Parser) -> None:
    from delegate_desk.core.positions.position import PRIORITIES, Stance

    _add(
        command,
        *_DOCUMENT,
        _text("address ADDRESS", f"{_ADDRESS}; for a new provision, 7a", nargs="?"),
        _choice("--stance", Stance),
        _text("--proposal T", "the whole drafting suggestion; empty to propose deletion"),
        _text("--comment T"),
        _text("--justification T"),
        _text("--joint CODES", "delegations that propose it jointly with us, as CY,MT"),
        _text("--after ADDRESS", "the paragraph it follows, for a new or moved provision"),
        _text("--label T", "the number of a new provision"),
        _text("--internal T", "internal: notes, not for circulation"),
        _text("--fallback T", "internal; may be given several times, the best first", action="append"),
        _text("--red-line T", "internal"),
        _text("--instruction T", "internal: instruction from the capital"),
        _text("--source T", "internal: source of the instruction"),
        lambda command: command.add_argument(
            "--priority", type=int, choices=PRIORITIES, help="internal: 1 is the highest"
        ),
        _text("--tag T", "internal; may be given several times", action="append"),
        _text("--general T", "general comments on the document"),
    )


def _position_versions(command: Parser) -> None:
    _add(command, *_DOCUMENT)
    group = command.add_mutually_exclusive_group()
    group.add_argument(
        "--compare", type=_count, nargs=2, metavar=("OLD", "NEW"), help="show the differences between two versions"
    )
    _add(group, _flag("--history", "show the changes of each field, newest first"))


def _compare(command: Parser) -> None:
    from delegate_desk.core.documents.document import View
    from delegate_desk.core.positions.export_options import MarkupStyle

    view = "the text to compare: before or after marked changes, or with mark-up"
    _add(
        command,
        *_TWO_DOCUMENTS,
        _choice("--view", View, View.AFTER, help=view),
        _file("--output FILE.docx", "export the comparison to Word"),
        _choice("--markup", MarkupStyle, MarkupStyle.TRACKED),
        _labels("the new document"),
    )


def _vote(command: Parser) -> None:
    from delegate_desk.core.meetings.voting import VotingRule

    formal = "members that abstain with a formal declaration"
    _add(
        command,
        _text("--for CODES", "members in favour, as DE,FR", dest="in_favour", default=""),
        _text("--against CODES", "members against", default=""),
        _text("--abstain CODES", "members that abstain", dest="abstaining", default=""),
        _text("--declare CODES", formal, dest="declared", default=""),
        _text("--participating CODES", "members that participate (default: all)"),
        _choice("--rule", VotingRule, VotingRule.QMV),
        _text("--year Y", "year of the population figures (default: the latest complete table)", type=int),
    )


_BY_MODULE = {
    "documents": (
        Command(
            "import", "import documents", _file("paths PATH", "files or folders", nargs="+"), function="import_files"
        ),
        Command("documents", "list the documents in the library"),
        Command("show", "show a document as it was read", _show),
        Command("search", "search documents, notes and positions", _search),
        Command("reindex", "rebuild the search index"),
        Command("remove", "move a document to the trash", *_DOCUMENT),
        Command("restore-document", "restore a document from the trash", *_DOCUMENT),
        Command(
            "trash",
            "list the documents in the trash",
            _flag("--empty", "permanently delete them: original, text, index entries, sidecar"),
        ),
        Command("annotate", "add an annotation to a paragraph, or to words in it", _annotate),
        Command("annotations", "list annotations", *_ANY_DOCUMENT),
        Command("correct", "correct a detail of a document, or reset it", _correct),
        Command(
            "reread", "re-import a document from its original, or all that an older version imported", *_ANY_DOCUMENT
        ),
        Command("missing", "list the documents that are mentioned but not in the library"),
        Command("terms", "import, list, remove or look up term bases", _terms),
        Command(
            "concordance",
            "show how a phrase is translated in the documents in both languages",
            _text("phrase PHRASE", "a word or several words in a row"),
            *_TWO_LANGUAGES,
        ),
    ),
    "maintenance": (
        Command("check", "check the library for missing or damaged data", _check, opens_library=False),
        Command(
            "backup",
            "back up the library to one file, even while it is in use",
            _file("file FILE", "a new file, or an older backup to replace"),
        ),
        Command("backups", "list the backups, why each is kept, and which will be deleted next"),
        Command(
            "restore",
            "restore a backup to an empty or new folder",
            _file("file FILE", "a backup, from the library or from the second backup location"),
            opens_library=False,
        ),
    ),
    "positions": (
        Command("position-set", "draft our position on a document or on one of its paragraphs", _position_set),
        Command(
            "position-show",
            "show our position on a document",
            *_DOCUMENT,
            _text("--version N", "an earlier version", dest="number", type=_count),
        ),
        Command("position-clear", "mark our position as cleared", *_DOCUMENT, _text("--by NAME", required=True)),
        Command(
            "position-send",
            "mark our position as sent and archive this version",
            *_DOCUMENT,
            _text("--to NAME", required=True),
            _text("--file NAME", "name of the file that was sent", default=""),
        ),
        Command("position-withdraw", "withdraw our position", *_DOCUMENT),
        Command("position-versions", "list the versions of our position", _position_versions),
        Command("export", "export a position, redline or table to Word", _export),
        Command(
            "reply-import",
            "show what the capital changed in a Word file that we exported, and apply it",
            *_DOCUMENT,
            _file("file FILE.docx", "the Word file that came back"),
            _flag("--accept", "apply the changes that are certain"),
        ),
    ),
    "exchange": (
        Command(
            "annotations-export",
            "export annotations for circulation as W3C Web Annotations",
            _file("file FILE.jsonld", "the file extension chooses the file type"),
            _flag("--internal", "include internal annotations"),
        ),
        Command(
            "annotations-import",
            "import W3C Web Annotations from this or another program",
            _file("file FILE.jsonld"),
        ),
        Command(
            "pack",
            "export a package for a colleague: documents, annotations and positions for circulation",
            _file("file FILE.ddpack"),
            _text("references REF", "only these documents, such as 12862/19 or #3 (default: all)", nargs="*"),
            _LANGUAGE,
            _flag("--no-originals", "do not include the original files"),
            _flag("--internal", "include internal text; the package is marked as internal"),
            _flag("--terms", "include the term bases"),
            _several(
                "--to WHO",
                "seal to this person: only recipients can open it; name, delegation or id; may be given several times",
            ),
        ),
        Command(
            "unpack",
            "import a package from a colleague; your own work is not changed, and it can be repeated safely",
            _file("file FILE.ddpack"),
            _flag("--preview", "only show what is new, changed by both, or withdrawn"),
        ),
        Command(
            "people",
            "list the people who sent packages, set your own name, or remove what a person sent",
            _text("--name NAME", "your name in packages; empty for the delegation only"),
            _text("--remove WHO", "remove everything that a person sent; name, delegation or id"),
            _text("--compared WHO", "record that the six words of their key are those that they read to you"),
            _text("--remove-key WHO", "accept a new key with their next package"),
        ),
        Command(
            "share",
            "share with others through a folder on Syncthing, Nextcloud or a network drive",
            _file("folder FOLDER", "use this shared folder from now on", nargs="?"),
            _flag("--no-originals", "do not include the original files"),
            _flag("--internal", "include internal text"),
            _flag("--stop", "stop sharing"),
            _text("--refuse WHO", "block a person"),
            _text("--accept WHO", "unblock a person"),
        ),
    ),
    "meetings": (
        Command(
            "meeting-import", "create or update a meeting from an agenda in the library, such as CM 4001/19", *_DOCUMENT
        ),
        Command("meetings", "list the meetings with their items and documents"),
        Command(
            "capture",
            "record an intervention: delegation, sign, place, words",
            _MEETING,
            _text("line LINE", 'as typed, such as: FR EL+ 5(2)(a) scrutiny res.; wants "shall"'),
            _text("--item N", "number of the agenda item, such as 2 or 2a"),
        ),
        Command(
            "matrix",
            "show the positions by delegation and paragraph",
            _MEETING,
            _text("--item N", "only interventions on this item"),
            _report("FILE.docx", needed=False),
        ),
        Command("meeting-report", "export the report of a meeting, item by item", *_MEETING_FILE),
        Command("speaking-note", "export a speaking note for a meeting, in the order of its agenda", *_MEETING_FILE),
        Command(
            "allies",
            "show which delegations agree with each other and with us; internal",
            _text("meetings MEETING", "id of a meeting, or reference of its CM document (default: all)", nargs="*"),
        ),
        Command("calendar", "export meetings and deadlines to a calendar file", _file("file FILE.ics")),
        Command("vote", "calculate a vote (not an official result)", _vote),
    ),
    "revisions": (
        Command("compare", "compare two documents, word by word", _compare),
        Command("carry", "carry over annotations and position entries to another document", *_TWO_DOCUMENTS),
        Command(
            "apply",
            "show an act as an amending act would change it",
            _text("amending AMENDING", "the amending act, such as 9102/26"),
            _text("base BASE", 'the act that it amends, such as "Regulation (EU) 2016/679"'),
            _several("--then AMENDING", "an act that amends the result; again for more"),
            _text("--language L", "language version of all, such as el"),
            _file("--output FILE.docx", "export the base act with tracked changes"),
            _labels("the base act"),
        ),
        Command("columns", "show the rows of a four-column document", *_DOCUMENT),
        Command(
            "columns-build",
            "build a four-column document from three texts",
            _text("commission COMMISSION", "the text of the Commission, such as 12862/19 or #3"),
            _text("parliament PARLIAMENT", "the text of the Parliament, such as 12862/19 or #3"),
            _text("council COUNCIL", "the text of the Council, such as 12862/19 or #3"),
            _text("--language L", "language version of the three, such as el"),
            _file("--output FILE.docx", "the table as a Word file", required=True),
        ),
        Command(
            "contribution-import",
            "import written comments on a document from another document, by provision",
            *_PAPER,
            _several("--delegation CODE", "the delegation that wrote it; may be given several times"),
        ),
        Command(
            "contribution-remove",
            "remove written comments on a document; the document with the comments is kept",
            *_PAPER,
        ),
        Command("contributions", "list the written comments on a document", *_DOCUMENT),
    ),
    "encryption": (
        Command(
            "encrypt",
            "encrypt the library with a passphrase; if you lose the passphrase, you lose the library",
            opens_library=False,
        ),
        Command("decrypt", "remove the encryption of the library", opens_library=False),
        Command("passphrase", "change the passphrase of an encrypted library", opens_library=False),
    ),
    "demo": (
        Command(
            "demo",
            "try the program with sample documents",
            _flag("--fresh", "start again with new samples"),
            function="run_demo",
            opens_library=False,
        ),
    ),
}
"""The commands by the module of this package that has their functions."""
COMMANDS: dict[str, Command] = {}
for _module, _commands in _BY_MODULE.items():
    for _command in _commands:
        _command.module = _module
        COMMANDS[_command.name] = _command
