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
    """The parser of all commands; ``--library`` and ``--json`` may stand before or after a command."""
    whole = argparse.ArgumentParser(
        prog="delegate-desk",
        description="Council documents on the delegate's own desk. Without a command it opens the window.",
        parents=[_common(first=True)],
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"Delegate Desk {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=help_text, description=help_text, parents=[_common(first=False)], allow_abbrev=False
        )

    one = command("import", "bring documents in")
    one.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="files, and folders of files")
    command("documents", "list the documents held")
    one = command("show", "show what was read of a document")
    _document(one)
    one.add_argument(
        "--view", choices=list(map(str, View)), default=str(View.AFTER), help="which reading of marked changes"
    )
    one = command("search", "find a passage, a note, a position")
    one.add_argument(
        "query", metavar="QUERY", help='as in the search box: words, "phrases", -not, fields such as lang:el'
    )
    one.add_argument("--limit", type=_count, default=50, metavar="N", help="how many hits to show (50)")
    one.add_argument("--sort", choices=list(map(str, Sort)), default=str(Sort.RELEVANCE))
    command("reindex", "make the search index anew")
    _check(command("check", "look whether all of the library is there and whole"))
    one = command("remove", "put a document in the trash")
    _document(one)
    one = command("restore-document", "bring a document back from the trash")
    _document(one)
    one = command("trash", "list what is in the trash")
    one.add_argument("--empty", action="store_true", help="remove it for good: original, text, index entries, sidecar")
    one = command("annotate", "annotate a paragraph, or words in it")
    _document(one)
    one.add_argument("address", metavar="ADDRESS", help="an address or a typed place, such as 7(6)")
    one.add_argument("--kind", choices=list(map(str, AnnotationKind)), required=True)
    one.add_argument("--text", metavar="T", required=True)
    one.add_argument("--quote", metavar="Q", help="the words it is about, as they stand in the text")
    one.add_argument("--tag", metavar="T", action="append", default=[], help="may be given several times")
    one.add_argument("--visibility", choices=list(map(str, Visibility)), default=str(Visibility.INTERNAL))
    one = command("annotations", "list annotations")
    _document(one, optional=True)
    _positions(command)
    _export(command("export", "write a Word file"))
    one = command("correct", "put right what was read of a document, or take that back")
    _document(one)
    one.add_argument(
        "field", choices=list(map(str, CorrectableField)), metavar="FIELD", help="such as date: as show names it"
    )
    said = one.add_mutually_exclusive_group(required=True)
    said.add_argument("value", nargs="?", metavar="VALUE", help="what is right; empty for none, ; between several")
    said.add_argument("--take-back", action="store_true", help="let it be what was read")
    one = command("reread", "read a document anew, or all that an older version of the program read")
    _document(one, optional=True)
    command("missing", "list the documents that are named and not held")
    _exchange(command)
    _meetings(command)
    _revisions(command)
    _contributions(command)
    _vote(command("vote", "count a vote as it stands: a calculation, not an official result"))
    one = command("backup", "back all of the library up into one file, while it is in use")
    one.add_argument("file", metavar="FILE", type=Path, help="replaced if it is an older backup, and nothing else")
    command("backups", "list the backups, what each is kept as, and which go next")
    command("encrypt", "encrypt the library with a passphrase; without it nobody can read it again")
    command("decrypt", "make an encrypted library a plain one")
    command("passphrase", "change the passphrase of an encrypted library")
    one = command("restore", "make a library of a backup, in a folder that is empty or not there")
    one.add_argument("file", metavar="FILE", type=Path, help="a backup, here or at the second place")
    one = command("demo", "a library of sample documents, ready to try")
    one.add_argument("--fresh", action="store_true", help="start over")
    return whole


def _check(command: argparse.ArgumentParser) -> None:
    other = command.add_mutually_exclusive_group()
    other.add_argument(
        "--repair", action="store_true", help="mend what can be mended; a damaged database is recovered, and kept aside"
    )
    other.add_argument(
        "--rebuild",
        action="store_true",
        help="make the database anew from originals and sidecars; the old one is kept aside",
    )
    other.add_argument(
        "--support", action="store_true", help="a report for support, without any text, title, note or name"
    )
    other.add_argument(
        "--self-test", action="store_true", help="try the program on a library of its own, which is deleted again"
    )


def _common(*, first: bool) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    default = None if first else argparse.SUPPRESS
    common.add_argument("--library", metavar="DIR", type=Path, default=default, help="the library's folder")
    common.add_argument(
        "--json", action="store_true", default=False if first else argparse.SUPPRESS, help="print one JSON object"
    )
    return common


def _document(command: argparse.ArgumentParser, *, optional: bool = False) -> None:
    command.add_argument("reference", metavar="REF", nargs="?" if optional else None, help="such as 12862/19, or #3")
    command.add_argument("--language", metavar="L", help="which language version, such as el")


def _export(command: argparse.ArgumentParser) -> None:
    kinds = list(map(str, ExportKind))
    command.add_argument("kind", metavar="KIND", choices=kinds, help=", ".join(kinds))
    _document(command)
    command.add_argument("--output", metavar="FILE.docx", type=Path, required=True)
    command.add_argument("--markup", choices=list(map(str, MarkupStyle)), default=str(MarkupStyle.COUNCIL))
    command.add_argument("--audience", choices=list(map(str, Audience)), default=str(Audience.CIRCULATION))
    command.add_argument("--template", metavar="FILE.docx", type=Path, help="of the house, whose look is kept")
    command.add_argument("--delegation", metavar="EL", help="our delegation's code")
    command.add_argument(
        "--labels", choices=LABEL_LANGUAGES, help="language of headings (the document's, else English)"
    )
    command.add_argument(
        "--columns",
        choices=list(map(str, ProvisionColumns)),
        help="of the table: drafting suggestions and comments, the text too, or with justification (by the kind)",
    )


def _exchange(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("annotations-export", "write the annotations that circulate, as W3C Web Annotations")
    one.add_argument("file", metavar="FILE.jsonld", type=Path, help="its ending names the type of file")
    one.add_argument("--internal", action="store_true", help="take internal annotations along")
    one = command("annotations-import", "take in W3C Web Annotations, of this program or another")
    one.add_argument("file", metavar="FILE.jsonld", type=Path)
    one = command("pack", "pack documents, annotations and positions that circulate for a colleague")
    one.add_argument("file", metavar="FILE.ddpack", type=Path)
    one.add_argument("references", metavar="REF", nargs="*", help="only these, such as 12862/19 or #3 (all)")
    one.add_argument("--language", metavar="L", help="which language version, such as el")
    one.add_argument("--no-originals", action="store_true", help="leave the files of the documents out")
    one.add_argument("--internal", action="store_true", help="take along what is internal: the package says so")
    one = command("unpack", "take in what a colleague packed: safe to repeat, and nothing of ours is changed")
    one.add_argument("file", metavar="FILE.ddpack", type=Path)
    one.add_argument("--preview", action="store_true", help="only say what is new, changed by both, or withdrawn")
    one = command("people", "list whom we met in packages, say who we are, or let go of what another sent")
    one.add_argument("--name", metavar="NAME", help="what we call ourselves in packages; empty for the delegation")
    one.add_argument("--remove", metavar="WHO", help="remove all that a person sent, by name, delegation or id")
    one = command("share", "share with others in a folder that Syncthing, Nextcloud or a network drive carries")
    one.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, help="share in it from now on")
    one.add_argument("--no-originals", action="store_true", help="leave the files of the documents out")
    one.add_argument("--internal", action="store_true", help="share what is internal, too")
    one.add_argument("--stop", action="store_true", help="share no more")
    one.add_argument("--refuse", metavar="WHO", help="take in nothing more of a person, such as one who left")
    one.add_argument("--accept", metavar="WHO", help="take in what a person sends again")


def _meetings(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    _document(command("meeting-import", "make a meeting of an agenda held, such as CM 4001/19, or revise it"))
    command("meetings", "list the meetings with their items and documents")
    one = command("capture", "catch a line of a meeting: who speaks, the sign, the place, the words")
    _meeting(one)
    one.add_argument("line", metavar="LINE", help='as typed, such as: FR EL+ 5(2)(a) scrutiny res.; wants "shall"')
    one.add_argument("--item", metavar="N", help="the number of the agenda's item, such as 2 or 2a")
    one = command("matrix", "who stands where, by delegation and paragraph")
    _meeting(one)
    one.add_argument("--item", metavar="N", help="only what was said on this item")
    _report(one, "FILE.docx", needed=False)
    one = command("meeting-report", "write what was said in a meeting, item by item")
    _meeting(one)
    _report(one, "FILE.docx|FILE.txt")
    one = command("speaking-note", "write what we say in a meeting, in the order of its agenda")
    _meeting(one)
    _report(one, "FILE.docx|FILE.txt")


def _positions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("position-set", "draft our line on a document or on a paragraph of it")
    _document(one)
    one.add_argument(
        "address", metavar="ADDRESS", nargs="?", help="an address or a typed place, such as 7(6); of what is new, 7a"
    )
    one.add_argument("--stance", choices=list(map(str, Stance)))
    one.add_argument("--proposal", metavar="T", help="the whole wording proposed; empty if the paragraph is to go")
    one.add_argument("--comment", metavar="T")
    one.add_argument("--justification", metavar="T")
    one.add_argument("--joint", metavar="CODES", help="who proposes it with us, as CY,MT")
    one.add_argument("--after", metavar="ADDRESS", help="what it is to stand behind, where it is new or moves")
    one.add_argument("--label", metavar="T", help="the number that a new provision is to have")
    one.add_argument("--internal", metavar="T", help="notes that never circulate")
    one.add_argument("--fallback", metavar="T", action="append", help="internal; several times, the best first")
    one.add_argument("--red-line", metavar="T", help="internal")
    one.add_argument("--instruction", metavar="T", help="internal: what the capital says")
    one.add_argument("--source", metavar="T", help="internal: who gave the instruction, where and when")
    one.add_argument("--priority", type=int, choices=PRIORITIES, help="internal: from the highest, 1")
    one.add_argument("--tag", metavar="T", action="append", help="internal; may be given several times")
    one.add_argument("--general", metavar="T", help="general comments on the document")
    one = command("position-show", "show our line on a document")
    _document(one)
    one.add_argument("--version", dest="number", type=_count, metavar="N", help="as it was sent")
    one = command("position-clear", "say who cleared our position")
    _document(one)
    one.add_argument("--by", metavar="NAME", required=True)
    one = command("position-send", "say to whom our position was sent: this version then stays as it is")
    _document(one)
    one.add_argument("--to", metavar="NAME", required=True)
    one.add_argument("--file", metavar="NAME", default="", help="the name of the file that was sent")
    _document(command("position-withdraw", "take our position back as a whole"))
    one = command("position-versions", "list the versions of our position")
    _document(one)
    other = one.add_mutually_exclusive_group()
    other.add_argument("--compare", type=_count, nargs=2, metavar=("OLD", "NEW"), help="what differs between two")
    other.add_argument("--history", action="store_true", help="what became of each field, newest first")


def _revisions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("compare", "what became of each unit of a document in another, word by word")
    _two_documents(one)
    one.add_argument("--view", choices=list(map(str, View)), default=str(View.AFTER), help="which reading is compared")
    one.add_argument("--output", type=Path, metavar="FILE.docx", help="a Word file of it")
    one.add_argument("--markup", choices=list(map(str, MarkupStyle)), default=str(MarkupStyle.TRACKED))
    one.add_argument("--labels", choices=LABEL_LANGUAGES, help="by default the new document's language, or English")
    _two_documents(command("carry", "carry annotations and positions of a document over to another"))


def _contributions(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    one = command("contribution-import", "bring in what a paper held says on a document, by provision")
    _paper(one)
    one.add_argument(
        "--delegation",
        metavar="CODE",
        action="append",
        default=[],
        help="whose paper it is; may be given several times",
    )
    _paper(command("contribution-remove", "take out what a paper says on a document; the paper stays"))
    _document(command("contributions", "list what others wrote on a document"))


def _paper(command: argparse.ArgumentParser) -> None:
    command.add_argument("paper", metavar="PAPER", help="the paper of others, such as #4")
    command.add_argument("on", metavar="ON", help="the document that it speaks on, such as 12862/19")
    command.add_argument("--language", metavar="L", help="which language version of ON, such as el")
    command.add_argument("--paper-language", metavar="L", help="which language version of PAPER")


def _two_documents(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", help="such as 12862/19, or #3")
    command.add_argument("new", metavar="NEW", help="such as 12862/1/19, or #4")
    command.add_argument("--language", metavar="L", help="which language version of both, such as el")
    command.add_argument("--old-language", metavar="L", help="which language version of OLD, where it is another")
    command.add_argument("--new-language", metavar="L", help="which language version of NEW, where it is another")


def _report(command: argparse.ArgumentParser, files: str, *, needed: bool = True) -> None:
    command.add_argument("--output", metavar=files, type=Path, required=needed)
    command.add_argument("--audience", choices=list(map(str, Audience)), default=str(Audience.CIRCULATION))
    command.add_argument("--delegation", metavar="EL", help="our delegation's code")
    command.add_argument("--labels", choices=LABEL_LANGUAGES, help="language of headings (the agenda's, else English)")
    command.add_argument(
        "--unnamed", action="store_true", help="do not say which Member State said what: for circulation only"
    )


def _meeting(command: argparse.ArgumentParser) -> None:
    command.add_argument("meeting", metavar="MEETING", help="its id, or the reference of its CM document")


def _vote(command: argparse.ArgumentParser) -> None:
    command.add_argument("--for", dest="in_favour", metavar="CODES", default="", help="who is in favour, as DE,FR")
    command.add_argument("--against", metavar="CODES", default="", help="who is against")
    command.add_argument("--abstain", dest="abstaining", metavar="CODES", default="", help="who abstains")
    command.add_argument(
        "--declare", dest="declared", metavar="CODES", default="", help="who abstains with a formal declaration"
    )
    command.add_argument("--participating", metavar="CODES", help="who takes part (all)")
    command.add_argument("--rule", choices=list(map(str, VotingRule)), default=str(VotingRule.QMV))
    command.add_argument("--year", type=int, metavar="Y", help="whose figures count (the newest full ones)")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number
