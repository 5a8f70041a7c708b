"""The bytes of a Word file: the same for the same content, whenever and wherever it is made."""

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that ZIP can say; every part bears it."""


def pack(document: Document) -> bytes:
    """The file of a document, with no trace of the moment or the machine.

    The parts are those that ``document.save`` writes, which fails where the clock is before 1980 or beyond 2107: ZIP
    cannot say that time.
    """
    package = document.part.package
    assert package is not None
    for part in package.parts:
        part.before_marshal()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        parts, write = _Parts(bundle), _writer()
        write._write_content_types_stream(parts, package.parts)
        write._write_pkg_rels(parts, package.rels)
        write._write_parts(parts, package.parts)
    return packed.getvalue()


def _writer() -> Any:
    """What python-docx writes a package with; its steps have no types."""
    return PackageWriter


class _Parts:
    """Takes the parts of a package as they are written."""

    def __init__(self, bundle: zipfile.ZipFile) -> None:
        self._bundle = bundle

    def write(self, uri: PackURI, content: bytes) -> None:
        """Write a part."""
        member = zipfile.ZipInfo(uri.membername, _EARLIEST)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.create_system = 0  # as on Windows, whatever wrote it
        self._bundle.writestr(member, content)
