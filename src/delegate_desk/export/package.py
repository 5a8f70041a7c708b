"""The bytes of a Word file: the same for the same content, whenever and wherever it is made."""

import io
import zipfile

from docx.document import Document

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that ZIP can say; every part bears it."""


def pack(document: Document) -> bytes:
    """The file of a document, with no trace of the moment or the machine."""
    loose = io.BytesIO()
    document.save(loose)
    packed = io.BytesIO()
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(packed, "w") as bundle:
        for name in parts.namelist():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # as on Windows, whatever wrote it
            bundle.writestr(member, parts.read(name))
    return packed.getvalue()
