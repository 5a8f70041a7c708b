"""Archives that are not whole."""

import lzma
import struct
import zipfile
import zlib

BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, NotImplementedError, ValueError,
    OverflowError, OSError,
)  # fmt: skip
"""What ``zipfile`` raises while it opens or reads a damaged archive, or one packed in a way that it does not know."""
