"""The table of commands: the function, the arguments and a line of help of each, as in DESIGN.md section 8.

The module of a command and the choices of its arguments are imported on use: most commands need little of the program.
"""

import argparse
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from delegate_desk import __version__
from delegate_desk.cli.command_result import CommandResult

Parser = argparse.ArgumentParser


class Command(NamedTuple):
    """A command of the program.

    Attributes:
        function: The name of its function if it is not that of the command.
        opens_library: True if the function takes an open library; otherwise it takes the library's folder.
    """

    name: str
    help: str
    add_arguments: Callable[[Parser], None] | None = None
    function: str = ""
    opens_library: bool = True
    module: str = ""

    def load(self) -> Callable[[Any, argparse.Namespace], CommandResult]:
        loaded: Callable[[Any, argparse.Namespace], CommandResult]
        function = self.function or self.name.replace("-", "_")
        loaded = getattr(import_module(f"delegate_desk.cli.{self.module}"), function)
        return loaded

    def run(self, library: Path, given: argparse.Namespace) -> CommandResult:
        if not self.opens_library:
            return self.load()(library, given)
        from delegate_desk.cli.encryption import cipher_for_library
        from delegate_desk.desk import open_desk

        with open_desk(library, cipher_for_library(library)) as desk:
            return self.load()(desk, given)


def parser(command: str | None = None) -> Parser:
    """Return the parser of all commands, or of a single command.

    ``--library`` and ``--json`` may be given before or after a command.
    """
    whole = Parser(
        prog="delegate-desk",
        description="Council documents for delegates. Without a command, the window opens.",
        parents=[_common(first=True)],
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"Delegate Desk {__version__}")
    parsers = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for row in COMMANDS.values() if command is None else (COMMANDS[command],):
        below = parsers.add_parser(
            row.name, help=row.help, description=row.help, parents=[_common(first=False)], allow_abbrev=False
        )
        if row.add_arguments:
            row.add_arguments(below)
    return whole


def _common(*, first: bool) -> Parser:
    common = Parser(add_help=False)
    default = None if first else argparse.SUPPRESS
    common.add_argument("--library", metavar="DIR", type=_path, default=default, help="folder of the library")
    common.add_argument(
        "--json", action="store_true", default=False if first else argparse.SUPPRESS, help="print one JSON object"
    )
    return common


def _choice(command: Parser, name: str, values: Iterable[object], default: object = None, **more: Any) -> None:
    command.add_argument(name, choices=list(map(str, values)), default=default and str(default), **more)


def _flag(command: Any, name: str, text: str) -> None:
    command.add_argument(name, action="store_true", help=text)


def _text(command: Parser, name: str, text: str = "", **more: Any) -> None:
    name, metavar = name.split()
    command.add_argument(name, metavar=metavar, help=text, **more)


def _file(command: Parser, name: str, text: str = "", **more: Any) -> None:
    _text(command, name, text, type=_path, **more)


def _several(command: Parser, name: str, text: str) -> None:
    _text(command, name, text, action="append", default=[])


def _labels(command: Parser, usual: str) -> None:
    from delegate_desk.core.positions.export_options import LABEL_LANGUAGES

    command.add_argument(
        "--labels", choices=LABEL_LANGUAGES, help=f"language of headings (default: of {usual}, or English)"
    )


def _document(command: Parser, *, optional: bool = False) -> None:
    _text(command, "reference REF", "such as 12862/19, or #3", nargs="?" if optional else None)
    _text(command, "--language L", "language version, such as el")


def _show(command: Parser) -> None:
    from delegate_desk.core.documents.document import View

    _document(command)
    _choice(command, "--view", View, View.AFTER, help="the text before or after marked changes, or with mark-up")


def _search(command: Parser) -> None:
    from delegate_desk.core.search import Sort

    _text(command, "query QUERY", 'as in the search box: words, "phrases", -not, fields such as lang:el')
    _text(command, "--limit N", "maximum number of results (50)", type=_count, default=50)
    _choice(command, "--sort", Sort, Sort.RELEVANCE)
    _flag(command, "--across", "also find passages in other languages")


def _terms(command: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, text: str) -> Parser:
        return actions.add_parser(name, help=text, description=text, parents=[_common(first=False)], allow_abbrev=False)

    importing = action("import", "import a term base: TBX, TMX, CSV, TSV or SKOS")
    _file(importing, "file FILE")
    _text(importing, "--name N", "its name (default: name of the file); a term base of that name is replaced")
    action("list", "list the term bases")
    _text(action("remove", "remove a term base"), "name NAME", "its name")
    show = action("show", "show the translations of a word")
    _text(show, "word WORD", "a word or a phrase")
    _two_languages(show)


def _two_languages(command: Parser) -> None:
    _text(command, "--from L", "its language, such as en", dest="source", required=True)
    _text(command, "--to L", "the other language, such as el", dest="target", required=True)


def _concordance(command: Parser) -> None:
    _text(command, "phrase PHRASE", "a word or several words in a row")
    _two_languages(command)


def _check(command: Parser) -> None:
    other = command.add_mutually_exclusive_group()
    _flag(
        other,
        "--repair",
        "repair what can be repaired; a damaged database is recovered, and the damaged files are kept",
    )
    _flag(other, "--rebuild", "rebuild the database from originals and sidecars; the old database is kept")
    _flag(other, "--support", "print a support report, without any text, title, note or name")
    _flag(other, "--self-test", "test the program on a temporary library")


def _annotate(command: Parser) -> None:
    from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility

    _document(command)
    _text(command, "address ADDRESS", "an address or a typed place, such as 7(6)")
    _choice(command, "--kind", AnnotationKind, required=True)
    _text(command, "--text T", required=True)
    _text(command, "--quote Q", "the words it is on, exactly as in the text")
    _several(command, "--tag T", "may be given several times")
    _choice(command, "--visibility", Visibility, Visibility.INTERNAL)
    _text(command, "--due WHEN", 'deadline, such as "2026-10-14 12:00", or the day alone')


def _correct(command: Parser) -> None:
    from delegate_desk.core.documents.corrections import CorrectableField

    _document(command)
    _choice(
        command,
        "field",
        CorrectableField,
        metavar="FIELD",
        help="such as date; the names are those of the command show",
    )
    value = command.add_mutually_exclusive_group(required=True)
    value.add_argument(
        "value", nargs="?", metavar="VALUE", help="the correct value; empty for none, separate several with ;"
    )
    _flag(value, "--take-back", "reset to the value read")


def _export(command: Parser) -> None:
    from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, MarkupStyle, ProvisionColumns

    kinds = list(map(str, DOCUMENT_KINDS))
    command.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    _document(command)
    _file(command, "--output FILE.docx", required=True)
    _choice(command, "--markup", MarkupStyle, MarkupStyle.COUNCIL)
    _choice(command, "--audience", Audience, Audience.CIRCULATION)
    _file(command, "--template FILE.docx", "your own template, whose layout is used")
    _text(command, "--delegation EL", "code of our delegation")
    _labels(command, "the document")
    _choice(
        command,
        "--columns",
        ProvisionColumns,
        help="columns of the table: drafting and comments, with text, or with justification (default: by kind)",
    )


def _annotations_export(command: Parser) -> None:
    _file(command, "file FILE.jsonld", "the file extension chooses the file type")
    _flag(command, "--internal", "include internal annotations")


def _pack(command: Parser) -> None:
    _file(command, "file FILE.ddpack")
    _text(command, "references REF", "only these documents, such as 12862/19 or #3 (default: all)", nargs="*")
    _text(command, "--language L", "language version, such as el")
    _flag(command, "--no-originals", "do not include the original files")
    _flag(command, "--internal", "include internal text; the package is marked as internal")
    _flag(command, "--terms", "include the term bases")
    text = "seal to this person: only recipients can open it; name, delegation or id; may be given several times"
    _several(command, "--to WHO", text)


def _unpack(command: Parser) -> None:
    _file(command, "file FILE.ddpack")
    _flag(command, "--preview", "only show what is new, changed by both, or withdrawn")


def _people(command: Parser) -> None:
    _text(command, "--name NAME", "your name in packages; empty for the delegation only")
    _text(command, "--remove WHO", "remove everything that a person sent; name, delegation or id")
    _text(command, "--compared WHO", "record that the six words of their key are those that they read to you")
    _text(command, "--remove-key WHO", "accept a new key with their next package")


def _share(command: Parser) -> None:
    _file(command, "folder FOLDER", "use this shared folder from now on", nargs="?")
    _flag(command, "--no-originals", "do not include the original files")
    _flag(command, "--internal", "include internal text")
    _flag(command, "--stop", "stop sharing")
    _text(command, "--refuse WHO", "block a person")
    _text(command, "--accept WHO", "unblock a person")


def _capture(command: Parser) -> None:
    _meeting(command)
    _text(command, "line LINE", 'as typed, such as: FR EL+ 5(2)(a) scrutiny res.; wants "shall"')
    _text(command, "--item N", "number of the agenda item, such as 2 or 2a")


def _matrix(command: Parser) -> None:
    _meeting(command)
    _text(command, "--item N", "only interventions on this item")
    _report(command, "FILE.docx", needed=False)


def _meeting_file(command: Parser) -> None:
    _meeting(command)
    _report(command, "FILE.docx|FILE.txt")


def _meeting(command: Parser) -> None:
    _text(command, "meeting MEETING", "id of the meeting, or reference of its CM document")


def _report(command: Parser, files: str, *, needed: bool = True) -> None:
    from delegate_desk.core.positions.export_options import Audience

    _file(command, f"--output {files}", required=needed)
    _choice(command, "--audience", Audience, Audience.CIRCULATION)
    _text(command, "--delegation EL", "code of our delegation")
    _labels(command, "the agenda")
    _flag(command, "--unnamed", "do not name the Member States; for circulation only")


def _position_set(command: Parser) -> None:
    from delegate_desk.core.positions.position import PRIORITIES, Stance

    _document(command)
    _text(command, "address ADDRESS", "an address or a typed place, such as 7(6); for a new provision, 7a", nargs="?")
    _choice(command, "--stance", Stance)
    _text(command, "--proposal T", "the whole drafting suggestion; empty to propose deletion")
    _text(command, "--comment T")
    _text(command, "--justification T")
    _text(command, "--joint CODES", "delegations that propose it jointly with us, as CY,MT")
    _text(command, "--after ADDRESS", "the paragraph it follows, for a new or moved provision")
    _text(command, "--label T", "the number of a new provision")
    _text(command, "--internal T", "internal: notes, not for circulation")
    _text(command, "--fallback T", "internal; may be given several times, the best first", action="append")
    _text(command, "--red-line T", "internal")
    _text(command, "--instruction T", "internal: instruction from the capital")
    _text(command, "--source T", "internal: source of the instruction")
    command.add_argument("--priority", type=int, choices=PRIORITIES, help="internal: 1 is the highest")
    _text(command, "--tag T", "internal; may be given several times", action="append")
    _text(command, "--general T", "general comments on the document")


def _position_show(command: Parser) -> None:
    _document(command)
    _text(command, "--version N", "an earlier version", dest="number", type=_count)


def _position_clear(command: Parser) -> None:
    _document(command)
    _text(command, "--by NAME", required=True)


def _position_send(command: Parser) -> None:
    _document(command)
    _text(command, "--to NAME", required=True)
    _text(command, "--file NAME", "name of the file that was sent", default="")


def _position_versions(command: Parser) -> None:
    _document(command)
    other = command.add_mutually_exclusive_group()
    other.add_argument(
        "--compare", type=_count, nargs=2, metavar=("OLD", "NEW"), help="show the differences between two versions"
    )
    _flag(other, "--history", "show the changes of each field, newest first")


def _compare(command: Parser) -> None:
    from delegate_desk.core.documents.document import View
    from delegate_desk.core.positions.export_options import MarkupStyle

    _two_documents(command)
    _choice(
        command, "--view", View, View.AFTER, help="the text to compare: before or after marked changes, or with mark-up"
    )
    _file(command, "--output FILE.docx", "export the comparison to Word")
    _choice(command, "--markup", MarkupStyle, MarkupStyle.TRACKED)
    _labels(command, "the new document")


def _apply(command: Parser) -> None:
    _text(command, "amending AMENDING", "the amending act, such as 9102/26")
    _text(command, "base BASE", 'the act that it amends, such as "Regulation (EU) 2016/679"')
    _several(command, "--then AMENDING", "an act that amends the result; again for more")
    _text(command, "--language L", "language version of all, such as el")
    _file(command, "--output FILE.docx", "export the base act with tracked changes")
    _labels(command, "the base act")


def _columns_build(command: Parser) -> None:
    for name in ("commission", "parliament", "council"):
        _text(command, f"{name} {name.upper()}", f"the text of the {name.capitalize()}, such as 12862/19 or #3")
    _text(command, "--language L", "language version of the three, such as el")
    _file(command, "--output FILE.docx", "the table as a Word file", required=True)


def _reply_import(command: Parser) -> None:
    _document(command)
    _file(command, "file FILE.docx", "the Word file that came back")
    _flag(command, "--accept", "apply the changes that are certain")


def _contribution_import(command: Parser) -> None:
    _paper(command)
    _several(command, "--delegation CODE", "the delegation that wrote it; may be given several times")


def _paper(command: Parser) -> None:
    _text(command, "paper COMMENTS", "the document with the written comments, such as #4")
    _text(command, "on ON", "the document commented on, such as 12862/19")
    _text(command, "--language L", "language version of ON, such as el")
    _text(command, "--paper-language L", "language version of COMMENTS")


def _two_documents(command: Parser) -> None:
    _text(command, "old OLD", "such as 12862/19, or #3")
    _text(command, "new NEW", "such as 12862/1/19, or #4")
    _text(command, "--language L", "language version of both, such as el")
    _text(command, "--old-language L", "language version of OLD, if different")
    _text(command, "--new-language L", "language version of NEW, if different")


def _vote(command: Parser) -> None:
    from delegate_desk.core.meetings.voting import VotingRule

    _text(command, "--for CODES", "members in favour, as DE,FR", dest="in_favour", default="")
    _text(command, "--against CODES", "members against", default="")
    _text(command, "--abstain CODES", "members that abstain", dest="abstaining", default="")
    text = "members that abstain with a formal declaration"
    _text(command, "--declare CODES", text, dest="declared", default="")
    _text(command, "--participating CODES", "members that participate (default: all)")
    _choice(command, "--rule", VotingRule, VotingRule.QMV)
    _text(command, "--year Y", "year of the population figures (default: the latest complete table)", type=int)


def _path(text: str) -> Path:
    if not text:  # it would be the current folder, with all that is in it
        raise argparse.ArgumentTypeError("must not be empty")
    return Path(text)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number


_BY_MODULE = {
    "documents": (
        Command(
            "import",
            "import documents",
            lambda command: _file(command, "paths PATH", "files or folders", nargs="+"),
            function="import_files",
        ),
        Command("documents", "list the documents in the library"),
        Command("show", "show a document as it was read", _show),
        Command("search", "search documents, notes and positions", _search),
        Command("reindex", "rebuild the search index"),
        Command("remove", "move a document to the trash", _document),
        Command("restore-document", "restore a document from the trash", _document),
        Command(
            "trash",
            "list the documents in the trash",
            lambda command: _flag(
                command, "--empty", "permanently delete them: original, text, index entries, sidecar"
            ),
        ),
        Command("annotate", "add an annotation to a paragraph, or to words in it", _annotate),
        Command("annotations", "list annotations", lambda command: _document(command, optional=True)),
        Command("correct", "correct a detail of a document, or reset it", _correct),
        Command(
            "reread",
            "re-import a document from its original, or all that an older version imported",
            lambda command: _document(command, optional=True),
        ),
        Command("missing", "list the documents that are mentioned but not in the library"),
        Command("terms", "import, list, remove or look up term bases", _terms),
        Command("concordance", "show how a phrase is translated in the documents in both languages", _concordance),
    ),
    "maintenance": (
        Command("check", "check the library for missing or damaged data", _check, opens_library=False),
        Command(
            "backup",
            "back up the library to one file, even while it is in use",
            lambda command: _file(command, "file FILE", "a new file, or an older backup to replace"),
        ),
        Command("backups", "list the backups, why each is kept, and which will be deleted next"),
        Command(
            "restore",
            "restore a backup to an empty or new folder",
            lambda command: _file(
                command, "file FILE", "a backup, from the library or from the second backup location"
            ),
            opens_library=False,
        ),
    ),
    "positions": (
        Command("position-set", "draft our position on a document or on one of its paragraphs", _position_set),
        Command("position-show", "show our position on a document", _position_show),
        Command("position-clear", "mark our position as cleared", _position_clear),
        Command("position-send", "mark our position as sent and archive this version", _position_send),
        Command("position-withdraw", "withdraw our position", _document),
        Command("position-versions", "list the versions of our position", _position_versions),
        Command("export", "export a position, redline or table to Word", _export),
        Command(
            "reply-import", "show what the capital changed in a Word file that we exported, and apply it", _reply_import
        ),
    ),
    "exchange": (
        Command("annotations-export", "export annotations for circulation as W3C Web Annotations", _annotations_export),
        Command(
            "annotations-import",
            "import W3C Web Annotations from this or another program",
            lambda command: _file(command, "file FILE.jsonld"),
        ),
        Command(
            "pack", "export a package for a colleague: documents, annotations and positions for circulation", _pack
        ),
        Command(
            "unpack",
            "import a package from a colleague; your own work is not changed, and it can be repeated safely",
            _unpack,
        ),
        Command(
            "people", "list the people who sent packages, set your own name, or remove what a person sent", _people
        ),
        Command("share", "share with others through a folder on Syncthing, Nextcloud or a network drive", _share),
    ),
    "meetings": (
        Command(
            "meeting-import", "create or update a meeting from an agenda in the library, such as CM 4001/19", _document
        ),
        Command("meetings", "list the meetings with their items and documents"),
        Command("capture", "record an intervention: delegation, sign, place, words", _capture),
        Command("matrix", "show the positions by delegation and paragraph", _matrix),
        Command("meeting-report", "export the report of a meeting, item by item", _meeting_file),
        Command("speaking-note", "export a speaking note for a meeting, in the order of its agenda", _meeting_file),
        Command(
            "allies",
            "show which delegations agree with each other and with us; internal",
            lambda command: _text(
                command,
                "meetings MEETING",
                "id of a meeting, or reference of its CM document (default: all)",
                nargs="*",
            ),
        ),
        Command(
            "calendar",
            "export meetings and deadlines to a calendar file",
            lambda command: _file(command, "file FILE.ics"),
        ),
        Command("vote", "calculate a vote (not an official result)", _vote),
    ),
    "revisions": (
        Command("compare", "compare two documents, word by word", _compare),
        Command("carry", "carry over annotations and position entries to another document", _two_documents),
        Command("apply", "show an act as an amending act would change it", _apply),
        Command("columns", "show the rows of a four-column document", _document),
        Command("columns-build", "build a four-column document from three texts", _columns_build),
        Command(
            "contribution-import",
            "import written comments on a document from another document, by provision",
            _contribution_import,
        ),
        Command(
            "contribution-remove",
            "remove written comments on a document; the document with the comments is kept",
            _paper,
        ),
        Command("contributions", "list the written comments on a document", _document),
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
            lambda command: _flag(command, "--fresh", "start again with new samples"),
            function="run_demo",
            opens_library=False,
        ),
    ),
}
"""The commands by the module of this package that has their functions."""
COMMANDS = {
    command.name: command._replace(module=module) for module, commands in _BY_MODULE.items() for command in commands
}
