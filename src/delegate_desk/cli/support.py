"""The report for support on the command line, of a library that opens and of one that does not."""

import argparse
from pathlib import Path

from delegate_desk.cli import encryption
from delegate_desk.cli.answers import Answer
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import support_report
from delegate_desk.desk import open_desk, report_unopened


def report(library: Path, _: argparse.Namespace) -> Answer:
    """What support asks for first; a library that cannot be opened is told by the kind of its error."""
    try:
        with open_desk(library, encryption.cipher_of(library)) as desk:
            found = desk.support.report()
    except DeskError as error:
        found = report_unopened(library, error)
    return Answer(support_report.shape(found), support_report.lines(found))
