"""Annotations as a table for a spreadsheet: CSV (RFC 4180) in UTF-8 with a mark that Excel knows it by."""

import csv
import io
from collections.abc import Mapping, Sequence

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.export.annotation_export import circulating

_FIELDS = (
    "document", "language", "marking", "dossier", "address", "place", "kind", "holder", "text", "quote",
    "created", "id",
)  # fmt: skip
_INTERNAL_FIELDS = ("visibility", "tags", "status", "due", "modified", "reply_to")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also in full width."""


def table(outgoing: Outgoing, places: Mapping[AnnotationId, str]) -> bytes:
    """Write annotations as a table with a head, a row each, in the order in which they leave.

    What circulates has no columns for what does not: tags, status, deadlines; and no red lines by name.

    Args:
        outgoing: What leaves.
        places: Where each is, in words.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_FIELDS, *(_INTERNAL_FIELDS if outgoing.internal else ())))
    for one in outgoing.annotations:
        cells = [*_row(one, places.get(one.annotation.id, ""), outgoing.internal)]
        cells += _internal_row(one.annotation) if outgoing.internal else ()
        writer.writerow([harmless(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what could begin one, also behind spaces."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_RISKY) or cell.startswith(_RISKY) else cell


def _row(one: OutgoingAnnotation, place: str, internal: bool) -> Sequence[str]:
    annotation, header = one.annotation, one.document.header
    kind = annotation.kind if internal else circulating(annotation).kind
    return (
        one.document.name, header.language, header.marking or "", ", ".join(header.interinstitutional_files),
        one.last_address, place, kind, annotation.holder, annotation.text,
        annotation.quote.exact if annotation.quote else "",
        annotation.created.astimezone().isoformat(timespec="seconds"), annotation.id,
    )  # fmt: skip


def _internal_row(one: Annotation) -> Sequence[str]:
    due = one.due.astimezone().isoformat(timespec="minutes") if one.due else ""
    modified = one.modified.astimezone().isoformat(timespec="seconds")
    return one.visibility, ", ".join(one.tags), one.status, due, modified, one.reply_to or ""
