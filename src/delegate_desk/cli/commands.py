"""The table of commands: the function, the arguments and a line of help of each, as in DESIGN.md section 8.

The module of a command and the choices of its arguments are imported on use: most commands need little of the program.
"""

import argparse
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from delegate_desk import __version__
from delegate_desk.cli.command_result import CommandResult

Parser = argparse.ArgumentParser

_GROUPS = {
    "@document": (
        "reference REF: such as 12862/19, or #3",
        "--language L: language version, such as el",
    ),
    "@any document": (
        "reference REF?: such as 12862/19, or #3",
        "--language L: language version, such as el",
    ),
    "@meeting": ("meeting MEETING: id of the meeting, or reference of its CM document",),
    "@report": (
        "--audience {positions.export_options.Audience}=circulation:",
        "--delegation EL: code of our delegation",
        "--labels {positions.export_options.LABEL_LANGUAGES}: "
        "language of headings (default: of the agenda, or English)",
        "--unnamed: do not name the Member States; for circulation only",
    ),
    "@two documents": (
        "old OLD: such as 12862/19, or #3",
        "new NEW: such as 12862/1/19, or #4",
        "--language L: language version of both, such as el",
        "--old-language L: language version of OLD, if different",
        "--new-language L: language version of NEW, if different",
    ),
    "@comments": (
        "paper COMMENTS: the document with the written comments, such as #4",
        "on ON: the document commented on, such as 12862/19",
        "--language L: language version of ON, such as el",
        "--paper-language L: language version of COMMENTS",
    ),
    "@two languages": (
        "--from L!>source: its language, such as en",
        "--to L!>target: the other language, such as el",
    ),
}
"""Arguments that several commands have."""
_TABLE = """
import documents.import_files: import documents
    paths PATH+: files or folders
documents documents.list_documents: list the documents in the library
show documents.show: show a document as it was read
    @document
    --view {documents.document.View}=after: the text before or after marked changes, or with mark-up
search documents.search: search documents, notes and positions
    query QUERY: as in the search box: words, "phrases", -not, fields such as lang:el
    --limit N#=50: maximum number of results (50)
    --sort {search.Sort}=relevance:
    --across: also find passages in other languages
terms translations.terms: import, list, remove or look up term bases
terms/import: import a term base: TBX, TMX, CSV, TSV or SKOS
    file FILE:
    --name N: its name (default: name of the file); a term base of that name is replaced
terms/list: list the term bases
terms/remove: remove a term base
    name NAME: its name
terms/show: show the translations of a word
    word WORD: a word or a phrase
    @two languages
concordance translations.concordance: show how a phrase is translated in the documents in both languages
    phrase PHRASE: a word or several words in a row
    @two languages
reindex documents.reindex: rebuild the search index
check maintenance.check!: check the library for missing or damaged data
    | --repair: repair what can be repaired; a damaged database is recovered, and the damaged files are kept
    | --rebuild: rebuild the database from originals and sidecars; the old database is kept
    | --support: print a support report, without any text, title, note or name
    | --self-test: test the program on a temporary library
remove documents.remove: move a document to the trash
    @document
restore-document documents.restore_document: restore a document from the trash
    @document
trash documents.trash: list the documents in the trash
    --empty: permanently delete them: original, text, index entries, sidecar
annotate documents.annotate: add an annotation to a paragraph, or to words in it
    @document
    address ADDRESS: an address or a typed place, such as 7(6)
    --kind {annotations.annotation.AnnotationKind}!:
    --text T!:
    --quote Q: the words it is on, exactly as in the text
    --tag T…: may be given several times
    --visibility {annotations.annotation.Visibility}=internal:
    --due WHEN: deadline, such as "2026-10-14 12:00", or the day alone
annotations documents.list_annotations: list annotations
    @any document
position-set positions.position_set: draft our position on a document or on one of its paragraphs
    @document
    address ADDRESS?: an address or a typed place, such as 7(6); for a new provision, 7a
    --stance {positions.position.Stance}:
    --proposal T: the whole drafting suggestion; empty to propose deletion
    --comment T:
    --justification T:
    --joint CODES: delegations that propose it jointly with us, as CY,MT
    --after ADDRESS: the paragraph it follows, for a new or moved provision
    --label T: the number of a new provision
    --internal T: internal: notes, not for circulation
    --fallback T…: internal; may be given several times, the best first
    --red-line T: internal
    --instruction T: internal: instruction from the capital
    --source T: internal: source of the instruction
    --priority {positions.position.PRIORITIES}: internal: 1 is the highest
    --tag T…: internal; may be given several times
    --general T: general comments on the document
position-show positions.position_show: show our position on a document
    @document
    --version N#>number: an earlier version
position-clear positions.position_clear: mark our position as cleared
    @document
    --by NAME!:
position-send positions.position_send: mark our position as sent and archive this version
    @document
    --to NAME!:
    --file NAME=: name of the file that was sent
position-withdraw positions.position_withdraw: withdraw our position
    @document
position-versions positions.position_versions: list the versions of our position
    @document
    | --compare OLD,NEW#: show the differences between two versions
    | --history: show the changes of each field, newest first
export positions.export: export a position, redline or table to Word
    kind KIND{positions.export_options.DOCUMENT_KINDS}: {choices}
    @document
    --output FILE.docx!:
    --markup {positions.export_options.MarkupStyle}=council:
    --audience {positions.export_options.Audience}=circulation:
    --template FILE.docx: your own template, whose layout is used
    --delegation EL: code of our delegation
    --labels {positions.export_options.LABEL_LANGUAGES}: language of headings (default: of the document, or English)
    --columns {positions.export_options.ProvisionColumns}: columns of the table: drafting and comments, with text, \
or with justification (default: by kind)
correct documents.correct: correct a detail of a document, or reset it
    @document
    field FIELD{documents.corrections.CorrectableField}: such as date; the names are those of the command show
    |! value VALUE?: the correct value; empty for none, separate several with ;
    |! --take-back: reset to the value read
reread documents.reread: re-import a document from its original, or all that an older version imported
    @any document
missing documents.missing: list the documents that are mentioned but not in the library
annotations-export exchange.annotations_export: export annotations for circulation as W3C Web Annotations
    file FILE.jsonld: the file extension chooses the file type
    --internal: include internal annotations
annotations-import exchange.annotations_import: import W3C Web Annotations from this or another program
    file FILE.jsonld:
pack exchange.pack: export a package for a colleague: documents, annotations and positions for circulation
    file FILE.ddpack:
    references REF*: only these documents, such as 12862/19 or #3 (default: all)
    --language L: language version, such as el
    --no-originals: do not include the original files
    --internal: include internal text; the package is marked as internal
    --terms: include the term bases
    --to WHO…: seal to this person: only recipients can open it; name, delegation or id; may be given several times
unpack exchange.unpack: import a package from a colleague; your own work is not changed, and it can be repeated safely
    file FILE.ddpack:
    --preview: only show what is new, changed by both, or withdrawn
people exchange.people: list the people who sent packages, set your own name, or remove what a person sent
    --name NAME: your name in packages; empty for the delegation only
    --remove WHO: remove everything that a person sent; name, delegation or id
    --compared WHO: record that the six words of their key are those that they read to you
    --remove-key WHO: accept a new key with their next package
share exchange.share: share with others through a folder on Syncthing, Nextcloud or a network drive
    folder FOLDER?: use this shared folder from now on
    --no-originals: do not include the original files
    --internal: include internal text
    --stop: stop sharing
    --refuse WHO: block a person
    --accept WHO: unblock a person
meeting-import meetings.meeting_import: create or update a meeting from an agenda in the library, such as CM 4001/19
    @document
meetings meetings.list_meetings: list the meetings with their items and documents
capture meetings.capture: record an intervention: delegation, sign, place, words
    @meeting
    line LINE: as typed, such as: FR EL+ 5(2)(a) scrutiny res.; wants "shall"
    --item N: number of the agenda item, such as 2 or 2a
matrix meetings.matrix: show the positions by delegation and paragraph
    @meeting
    --item N: only interventions on this item
    --output FILE.docx:
    @report
meeting-report meetings.meeting_report: export the report of a meeting, item by item
    @meeting
    --output FILE.docx|FILE.txt!:
    @report
speaking-note meetings.speaking_note: export a speaking note for a meeting, in the order of its agenda
    @meeting
    --output FILE.docx|FILE.txt!:
    @report
allies meetings.allies: show which delegations agree with each other and with us; internal
    meetings MEETING*: id of a meeting, or reference of its CM document (default: all)
calendar meetings.calendar: export meetings and deadlines to a calendar file
    file FILE.ics:
compare revisions.compare: compare two documents, word by word
    @two documents
    --view {documents.document.View}=after: the text to compare: before or after marked changes, or with mark-up
    --output FILE.docx: export the comparison to Word
    --markup {positions.export_options.MarkupStyle}=tracked:
    --labels {positions.export_options.LABEL_LANGUAGES}: \
language of headings (default: of the new document, or English)
carry revisions.carry: carry over annotations and position entries to another document
    @two documents
reply-import positions.reply_import: show what the capital changed in a Word file that we exported, and apply it
    @document
    file FILE.docx: the Word file that came back
    --accept: apply the changes that are certain
apply revisions.apply_amending: show an act as an amending act would change it
    amending AMENDING: the amending act, such as 9102/26
    base BASE: the act that it amends, such as "Regulation (EU) 2016/679"
    --then AMENDING…: an act that amends the result; again for more
    --language L: language version of all, such as el
    --output FILE.docx: export the base act with tracked changes
    --labels {positions.export_options.LABEL_LANGUAGES}: language of headings (default: of the base act, or English)
columns revisions.columns: show the rows of a four-column document
    @document
columns-build revisions.build_columns: build a four-column document from three texts
    commission COMMISSION: the text of the Commission, such as 12862/19 or #3
    parliament PARLIAMENT: the text of the Parliament, such as 12862/19 or #3
    council COUNCIL: the text of the Council, such as 12862/19 or #3
    --language L: language version of the three, such as el
    --output FILE.docx!: the table as a Word file
contribution-import revisions.import_comments: import written comments on a document from another document, by provision
    @comments
    --delegation CODE…: the delegation that wrote it; may be given several times
contribution-remove revisions.remove_comments: \
remove written comments on a document; the document with the comments is kept
    @comments
contributions revisions.list_comments: list the written comments on a document
    @document
vote meetings.vote: calculate a vote (not an official result)
    --for CODES=>in_favour: members in favour, as DE,FR
    --against CODES=: members against
    --abstain CODES=>abstaining: members that abstain
    --declare CODES=>declared: members that abstain with a formal declaration
    --participating CODES: members that participate (default: all)
    --rule {meetings.voting.VotingRule}=qmv:
    --year Y#: year of the population figures (default: the latest complete table)
backup maintenance.backup: back up the library to one file, even while it is in use
    file FILE: a new file, or an older backup to replace
backups maintenance.list_backups: list the backups, why each is kept, and which will be deleted next
encrypt encryption.encrypt!: encrypt the library with a passphrase; if you lose the passphrase, you lose the library
decrypt encryption.decrypt!: remove the encryption of the library
passphrase encryption.passphrase!: change the passphrase of an encrypted library
restore maintenance.restore!: restore a backup to an empty or new folder
    file FILE: a backup, from the library or from the second backup location
demo demo.run_demo!: try the program with sample documents
    --fresh: start again with new samples
"""
"""The commands, each a line with its name, its function and its help, and its arguments below it.

A function with ``!`` takes the folder of a library, any other an open library. A name with ``/`` is an action of a
command. An argument is its name, its value, and its help behind a colon; an option without a value is a flag. Of
arguments with ``|`` only one may be given; with ``|!`` one must be. Behind the name of a value, or choices between
braces, stand ``!`` if it is required, ``?``, ``*`` or ``+`` for how many there may be, ``…`` for an option given
several times, ``#`` for a number, ``=`` and what it is if it is not given, ``>`` and the name that the function has.
"""
_ARGUMENT = re.compile(
    r"(?P<name>[^\s:]+)(?P<value> (?P<metavar>[^\s{!?*+…#=>:]*)(?:\{(?P<choices>[\w.]+)\})?"
    r"(?P<marks>[!?*+…#]*)(?:=(?P<default>\w*))?(?:>(?P<dest>\w+))?)?:(?P<help>.*)"
)
_PATHS = ("FILE", "FOLDER", "PATH")


class Command(NamedTuple):
    """A command of the program, or an action of a command.

    Attributes:
        function: Its module in this package and its function, such as ``documents.show``.
        arguments: As the table has them.
        opens_library: True if the function takes an open library; otherwise it takes the library's folder.
    """

    name: str
    help: str
    function: str
    arguments: list[str]
    opens_library: bool = True

    def load(self) -> Callable[[Any, argparse.Namespace], CommandResult]:
        module, _, function = self.function.partition(".")
        loaded: Callable[[Any, argparse.Namespace], CommandResult]
        loaded = getattr(import_module(f"delegate_desk.cli.{module}"), function)
        return loaded

    def run(self, library: Path, given: argparse.Namespace) -> CommandResult:
        if not self.opens_library:
            return self.load()(library, given)
        from delegate_desk.cli.encryption import cipher_for_library
        from delegate_desk.desk import open_desk

        with open_desk(library, cipher_for_library(library)) as desk:
            return self.load()(desk, given)


def _read_table() -> tuple[dict[str, Command], dict[str, list[Command]]]:
    """Return the commands by name, and the actions of those that have some."""
    commands: dict[str, Command] = {}
    actions: dict[str, list[Command]] = {}
    rows: list[Command] = []
    for line in _TABLE.strip().splitlines():
        if line.startswith(" "):
            rows[-1].arguments.extend(_GROUPS.get(line.strip(), (line.strip(),)))
            continue
        called, _, text = line.partition(": ")
        name, _, function = called.partition(" ")
        command, _, action = name.partition("/")
        rows.append(Command(action or name, text, function.rstrip("!"), [], not function.endswith("!")))
        if action:
            actions.setdefault(command, []).append(rows[-1])
        else:
            commands[name] = rows[-1]
    return commands, actions


COMMANDS, _ACTIONS = _read_table()


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
        below = _add_parser(parsers, row)
        if row.name in _ACTIONS:
            actions = below.add_subparsers(dest="action", metavar="ACTION", required=True)
            for action in _ACTIONS[row.name]:
                _add_parser(actions, action)
    return whole


def _add_parser(parsers: Any, row: Command) -> Parser:
    made: Parser = parsers.add_parser(
        row.name, help=row.help, description=row.help, parents=[_common(first=False)], allow_abbrev=False
    )
    group: Any = None
    for described in row.arguments:
        if not described.startswith("|"):
            _add_argument(made, described)
            continue
        group = group or made.add_mutually_exclusive_group(required=described.startswith("|!"))
        _add_argument(group, described.lstrip("|! "))
    return made


def _common(*, first: bool) -> Parser:
    common = Parser(add_help=False)
    default = None if first else argparse.SUPPRESS
    common.add_argument("--library", metavar="DIR", type=Path, default=default, help="folder of the library")
    common.add_argument(
        "--json", action="store_true", default=False if first else argparse.SUPPRESS, help="print one JSON object"
    )
    return common


def _add_argument(command: Any, described: str) -> None:
    argument = _ARGUMENT.fullmatch(described)
    assert argument, described
    more: dict[str, Any] = {"help": argument["help"].strip() or None}
    if argument["value"] is None:
        command.add_argument(argument["name"], action="store_true", **more)
        return
    marks, names = argument["marks"], tuple(argument["metavar"].split(","))
    if argument["metavar"]:
        more["metavar"] = names if len(names) > 1 else argument["metavar"]
    if argument["choices"]:
        more["choices"] = _choices(argument["choices"])
        more["help"] = argument["help"].strip().replace("{choices}", ", ".join(map(str, more["choices"]))) or None
    if argument["dest"]:
        more["dest"] = argument["dest"]
    if "…" in marks:
        more["action"] = "append"
    if "!" in marks:
        more["required"] = True
    if argument["metavar"].startswith(_PATHS):
        more["type"] = Path
    if "#" in marks or (argument["choices"] and isinstance(more["choices"][0], int)):
        more["type"] = _count
    if len(names) > 1 or (count := marks.strip("!#…")):
        more["nargs"] = len(names) if len(names) > 1 else count
    if argument["default"] is not None:
        more["default"] = argument["default"]
    command.add_argument(argument["name"], **more)


def _choices(path: str) -> list[Any]:
    module, _, name = path.rpartition(".")
    values: Iterable[Any] = getattr(import_module(f"delegate_desk.core.{module}"), name)
    return [value if isinstance(value, int) else str(value) for value in values]


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number
