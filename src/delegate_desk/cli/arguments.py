"""The command line's words: commands, their arguments and options, as DESIGN.md section 8 names them."""

import argparse
from collections.abc import Callable
from pathlib import Path

from delegate_desk import __version__
from delegate_desk.core.annotations.annotation import AnnotationKind, Visibility
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import View
from delegate_desk.core.meetings.voting import VotingRule
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    Audience,
    ExportKind,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.core.positions.position import PRIORITIES, Stance
from delegate_desk.core.search import Sort

COMMANDS = (
    "import", "documents", "show", "search", "reindex", "check", "remove", "restore-document", "trash", "annotate",
    "annotations", "position-set", "position-show", "position-clear", "position-send", "position-withdraw",
    "position-versions", "export", "demo", "correct", "reread", "missing", "vote",
    "meeting-import", "meetings", "capture", "matrix", "meeting-report", "speaking-note",
    "annotations-export", "annotations-import", "compare", "carry",
    "contribution-import", "contribution-remove", "contributions", "pack", "unpack", "people", "share",
    "backup", "backups", "restore", "encrypt", "decrypt", "passphrase",
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; ``--library`` and ``--json`` may be given before or after a command."""
    whole = argparse.ArgumentParser(
        prog="delegate-desk",
        description="Council documents for delegates. Without a command, the window opens.",
        parents=[_common(first=True)],
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"Delegate Desk {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=help_text, description=help_text, parents=[_common(first=False)], allow_abbrev=False
        )

    one = command("import", "import documents")
    one.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="files or folders")
    command("documents", "list the documents in the library")
    one = command("show", "show a document as it was read")
    _document(one)
    one.add_argument(
        "--view",
        choices=list(map(str, View)),
        default=str(View.AFTER),
        help="the text before or after marked changes, or with mark-up",
    )
    one = command("search", "search documents, notes and positions")
    one.add_argument(
        "query", metavar="QUERY", help='as in the search box: words, "phrases", -not, fields such as lang:el'
    )
    one.add_argument("--limit", type=_count, default=50, metavar="N", help="maximum number of results (50)")
    one.add_argument("--sort", choices=list(map(str, Sort)), default=str(Sort.RELEVANCE))
    command("reindex", "rebuild the search index")
    _check(command("check", "check the library for missing or damaged data"))
    one = command("remove", "move a document to the trash")
    _document(one)
    one = command("restore-document", "restore a document from the trash")
    _document(one)
    one = command("trash", "list the documents in the trash")
    one.add_argument(
        "--empty", action="store_true", help="permanently delete them: original, text, index entries, sidecar"
    )
    one = command("annotate", "add an annotation to a paragraph, or to words in it")
    _document(one)
    one.add_argument("address", metavar="ADDRESS", help="an address or a typed place, such as 7(6)")
    one.add_argument("--kind", choices=list(map(str, AnnotationKind)), required=True)
    one.add_argument("--text", metavar="T", required=True)
    one.add_argument("--quote", metavar="Q", help="the words it is on, exactly as in the text")
    one.add_argument("--tag", metavar="T", action="append", default=[], help="may be given several times")
    one.add_argument("--visibility", choices=list(map(str, Visibility)), default=str(Visibility.INTERNAL))
    one = command("annotations", "list annotations")
    _document(one, optional=True)
    _positions(command)
    _export(command("export", "export a position, redline or table to Word"))
    one = command("correct", "correct a detail of a document, or reset it")
    _document(one)
    one.add_argument(
        "field",
        choices=list(map(str, CorrectableField)),
        metavar="FIELD",
        help="such as date; the names are those of the command show",
    )
    said = one.add_mutually_exclusive_group(required=True)
    said.add_argument(
        "value", nargs="?", metavar="VALUE", help="the correct value; empty for none, separate several with ;"
    )
    said.add_argument("--take-back", action="store_true", help="reset to the value read")
    one = command("reread", "re-import a document from its original, or all that an older version imported")
    _document(one, optional=True)
    command("missing", "list the documents that are mentioned but not in the library")
    _exchange(command)
    _meetings(command)
    _revisions(command)
    _contributions(command)
    _vote(command("vote", "calculate a vote (not an official result)"))
    one = command("backup", "back up the library to one file, even while it is in use")
    one.add_argument("file", metavar="FILE", type=Path, help="a new file, or an older backup to replace")
    command("backups", "list the backups, why each is kept, and which will be deleted next")
    command("encrypt", "encrypt the library with a passphrase; if you lose the passphrase, you lose the library")
    command("decrypt", "remove the encryption of the library")
    command("passphrase", "change the passphrase of an encrypted library")
    one = command("restore", "restore a backup to an empty or new folder")
    one.add_argument(
        "file", metavar="FILE", type=Path, help="a backup, from the library or from the second backup location"
    )
    one = command("demo", "try the program with sample documents")
    one.add_argument("--fresh", action="store_true", help="start again with new samples")
    return whole


def _check(command: argparse.ArgumentParser) -> None:
    other = command.add_mutually_exclusive_group()
    other.add_argument(
        "--repair",
        action="store_true",
        help="repair what can be repaired; a damaged database is recovered, and the damaged files are kept",
    )
    other.add_argument(
        "--rebuild",
        action="store_true",
        help="rebuild the database from originals and sidecars; the old database is kept",
    )
    other.add_argument(
        "--support", action="store_true", help="print a support report, without any text, title, note or name"
    )
    other.add_argument("--self-test", action="store_true", help="test the program on a temporary library")


def _common(*, first: bool) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    default = None if first else argparse.SUPPRESS
    common.add_argument("--library", metavar="DIR", type=Path, default=default, help="folder of the library")
    common.add_argument(
        "--json", action="store_true", default=False if first else argparse.SUPPRESS, help="print one JSON object"
    )
    return common


def _document(command: argparse.ArgumentParser, *, optional: bool = False) -> None:
    command.add_argument("reference", metavar="REF", nargs="?" if optional else None, help="such as 12862/19, or #3")
    command.add_argument("--language", metavar="L", help="language version, such as el")


def _export(command: argparse.ArgumentParser) -> None:
    kinds = list(map(str, ExportKind))
    command.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    _document(command)
    command.add_argument("--output", metavar="FILE.docx", type=Path, required=True)
    command.add_argument("--markup", choices=list(map(str, MarkupStyle)), default=str(MarkupStyle.COUNCIL))
    command.add_argument("--audience", choices=list(map(str, Audience)), default=str(Audience.CIRCULATION))
    command.add_argument("--template", metavar="FILE.docx", type=Path, help="your own template, whose layout is used")
    command.add_argument("--delegation", metavar="EL", help="code of our delegation")
    command.add_argument(
        "--labels", choices=LABEL_LANGUAGES, help="language of headings (default: of the document, or English)"
    )
    command.add_argument(
        "--columns",
        choices=list(map(str, ProvisionColumns)),
        help="columns of the table: drafting and comments, with text, or with justification (default: by kind)",
    )


def _exchange(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("annotations-export", "export annotations for circulation as W3C Web Annotations")
    one.add_argument("file", metavar="FILE.jsonld", type=Path, help="the file extension chooses the file type")
    one.add_argument("--internal", action="store_true", help="include internal annotations")
    one = command("annotations-import", "import W3C Web Annotations from this or another program")
    one.add_argument("file", metavar="FILE.jsonld", type=Path)
    one = command("pack", "export a package for a colleague: documents, annotations and positions for circulation")
    one.add_argument("file", metavar="FILE.ddpack", type=Path)
    one.add_argument(
        "references", metavar="REF", nargs="*", help="only these documents, such as 12862/19 or #3 (default: all)"
    )
    one.add_argument("--language", metavar="L", help="language version, such as el")
    one.add_argument("--no-originals", action="store_true", help="do not include the original files")
    one.add_argument("--internal", action="store_true", help="include internal text; the package is marked as internal")
    one = command(
        "unpack", "import a package from a colleague; your own work is not changed, and it can be repeated safely"
    )
    one.add_argument("file", metavar="FILE.ddpack", type=Path)
    one.add_argument("--preview", action="store_true", help="only show what is new, changed by both, or withdrawn")
    one = command("people", "list the people who sent packages, set your own name, or remove what a person sent")
    one.add_argument("--name", metavar="NAME", help="your name in packages; empty for the delegation only")
    one.add_argument("--remove", metavar="WHO", help="remove everything that a person sent; name, delegation or id")
    one = command("share", "share with others through a folder on Syncthing, Nextcloud or a network drive")
    one.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="use this shared folder from now on")
    one.add_argument("--no-originals", action="store_true", help="do not include the original files")
    one.add_argument("--internal", action="store_true", help="include internal text")
    one.add_argument("--stop", action="store_true", help="stop sharing")
    one.add_argument("--refuse", metavar="WHO", help="block a person")
    one.add_argument("--accept", metavar="WHO", help="unblock a person")


def _meetings(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    _document(command("meeting-import", "create or update a meeting from an agenda in the library, such as CM 4001/19"))
    command("meetings", "list the meetings with their items and documents")
    one = command("capture", "record an intervention: delegation, sign, place, words")
    _meeting(one)
    one.add_argument("line", metavar="LINE", help='as typed, such as: FR EL+ 5(2)(a) scrutiny res.; wants "shall"')
    one.add_argument("--item", metavar="N", help="number of the agenda item, such as 2 or 2a")
    one = command("matrix", "show the positions by delegation and paragraph")
    _meeting(one)
    one.add_argument("--item", metavar="N", help="only interventions on this item")
    _report(one, "FILE.docx", needed=False)
    one = command("meeting-report", "export the report of a meeting, item by item")
    _meeting(one)
    _report(one, "FILE.docx|FILE.txt")
    one = command("speaking-note", "export a speaking note for a meeting, in the order of its agenda")
    _meeting(one)
    _report(one, "FILE.docx|FILE.txt")


def _positions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("position-set", "draft our position on a document or on one of its paragraphs")
    _document(one)
    one.add_argument(
        "address",
        metavar="ADDRESS",
        nargs="?",
        help="an address or a typed place, such as 7(6); for a new provision, 7a",
    )
    one.add_argument("--stance", choices=list(map(str, Stance)))
    one.add_argument("--proposal", metavar="T", help="the whole drafting suggestion; empty to propose deletion")
    one.add_argument("--comment", metavar="T")
    one.add_argument("--justification", metavar="T")
    one.add_argument("--joint", metavar="CODES", help="delegations that propose it jointly with us, as CY,MT")
    one.add_argument("--after", metavar="ADDRESS", help="the paragraph it follows, for a new or moved provision")
    one.add_argument("--label", metavar="T", help="the number of a new provision")
    one.add_argument("--internal", metavar="T", help="internal: notes, not for circulation")
    one.add_argument(
        "--fallback", metavar="T", action="append", help="internal; may be given several times, the best first"
    )
    one.add_argument("--red-line", metavar="T", help="internal")
    one.add_argument("--instruction", metavar="T", help="internal: instruction from the capital")
    one.add_argument("--source", metavar="T", help="internal: source of the instruction")
    one.add_argument("--priority", type=int, choices=PRIORITIES, help="internal: 1 is the highest")
    one.add_argument("--tag", metavar="T", action="append", help="internal; may be given several times")
    one.add_argument("--general", metavar="T", help="general comments on the document")
    one = command("position-show", "show our position on a document")
    _document(one)
    one.add_argument("--version", dest="number", type=_count, metavar="N", help="an earlier version")
    one = command("position-clear", "mark our position as cleared")
    _document(one)
    one.add_argument("--by", metavar="NAME", required=True)
    one = command("position-send", "mark our position as sent and archive this version")
    _document(one)
    one.add_argument("--to", metavar="NAME", required=True)
    one.add_argument("--file", metavar="NAME", default="", help="name of the file that was sent")
    _document(command("position-withdraw", "withdraw our position"))
    one = command("position-versions", "list the versions of our position")
    _document(one)
    other = one.add_mutually_exclusive_group()
    other.add_argument(
        "--compare", type=_count, nargs=2, metavar=("OLD", "NEW"), help="show the differences between two versions"
    )
    other.add_argument("--history", action="store_true", help="show the changes of each field, newest first")


def _revisions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("compare", "compare two documents, word by word")
    _two_documents(one)
    one.add_argument(
        "--view",
        choices=list(map(str, View)),
        default=str(View.AFTER),
        help="the text to compare: before or after marked changes, or with mark-up",
    )
    one.add_argument("--output", type=Path, metavar="FILE.docx", help="export the comparison to Word")
    one.add_argument("--markup", choices=list(map(str, MarkupStyle)), default=str(MarkupStyle.TRACKED))
    one.add_argument(
        "--labels", choices=LABEL_LANGUAGES, help="language of headings (default: of the new document, or English)"
    )
    _two_documents(command("carry", "carry over annotations and position entries to another document"))


def _contributions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("contribution-import", "import written comments on a document from another document, by provision")
    _paper(one)
    one.add_argument(
        "--delegation",
        metavar="CODE",
        action="append",
        default=[],
        help="the delegation that wrote it; may be given several times",
    )
    _paper(
        command("contribution-remove", "remove written comments on a document; the document with the comments is kept")
    )
    _document(command("contributions", "list the written comments on a document"))


def _paper(command: argparse.ArgumentParser) -> None:
    command.add_argument("paper", metavar="COMMENTS", help="the document with the written comments, such as #4")
    command.add_argument("on", metavar="ON", help="the document commented on, such as 12862/19")
    command.add_argument("--language", metavar="L", help="language version of ON, such as el")
    command.add_argument("--paper-language", metavar="L", help="language version of COMMENTS")


def _two_documents(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="such as 12862/19, or #3")
    command.add_argument("new", metavar="NEW", help="such as 12862/1/19, or #4")
    command.add_argument("--language", metavar="L", help="language version of both, such as el")
    command.add_argument("--old-language", metavar="L", help="language version of OLD, if different")
    command.add_argument("--new-language", metavar="L", help="language version of NEW, if different")


def _report(command: argparse.ArgumentParser, files: str, *, needed: bool = True) -> None:
    command.add_argument("--output", metavar=files, type=Path, required=needed)
    command.add_argument("--audience", choices=list(map(str, Audience)), default=str(Audience.CIRCULATION))
    command.add_argument("--delegation", metavar="EL", help="code of our delegation")
    command.add_argument(
        "--labels", choices=LABEL_LANGUAGES, help="language of headings (default: of the agenda, or English)"
    )
    command.add_argument("--unnamed", action="store_true", help="do not name the Member States; for circulation only")


def _meeting(command: argparse.ArgumentParser) -> None:
    command.add_argument("meeting", metavar="MEETING", help="id of the meeting, or reference of its CM document")


def _vote(command: argparse.ArgumentParser) -> None:
    command.add_argument("--for", dest="in_favour", metavar="CODES", default="", help="members in favour, as DE,FR")
    command.add_argument("--against", metavar="CODES", default="", help="members against")
    command.add_argument("--abstain", dest="abstaining", metavar="CODES", default="", help="members that abstain")
    command.add_argument(
        "--declare", dest="declared", metavar="CODES", default="", help="members that abstain with a formal declaration"
    )
    command.add_argument("--participating", metavar="CODES", help="members that participate (default: all)")
    command.add_argument("--rule", choices=list(map(str, VotingRule)), default=str(VotingRule.QMV))
    command.add_argument(
        "--year", type=int, metavar="Y", help="year of the population figures (default: the latest complete table)"
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number
