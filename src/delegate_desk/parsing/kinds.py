"""What a file is by its bytes, where its name does not tell."""

import re
import zipfile
from pathlib import Path

from delegate_desk.core.zip_checks import BROKEN_ZIP, LARGEST_DIRECTORY, directory_size
from delegate_desk.parsing.in_memory import for_zip

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def suffix_of(path: Path) -> str:
    """The suffix that a file should have: ``.pdf``, ``.docx``, ``.html``; empty where its bytes do not tell."""
    with path.open("rb") as file:
        beginning = file.read(2000)
    if beginning.startswith(b"%PDF-"):
        return ".pdf"
    if beginning.startswith(b"PK\3\4") and _is_word(path):
        return ".docx"
    return ".html" if _PAGE.match(beginning.removeprefix(b"\xef\xbb\xbf")) else ""


def _is_word(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if directory_size(file) > LARGEST_DIRECTORY:
                return False
        with zipfile.ZipFile(for_zip(path)) as package:
            return "word/document.xml" in package.namelist()
    except BROKEN_ZIP:
        return False
