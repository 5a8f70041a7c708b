"""File formats of a library: as they are, or encrypted with the library's key.

An encrypted file is a header, then chunks, each encrypted by AES-256-GCM (NIST SP 800-38D) under a key of
this file alone, derived from the library's key and the salt in the header (HKDF, RFC 5869). The nonce of a
chunk is its number and whether it is the last, so that no chunk can be left out, added or moved (the STREAM
construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). The identity of a file, its ``name``, is
authenticated with it: no file can pass for another.

``cryptography`` is imported only for encryption: most libraries are not encrypted, and it takes time and
memory.
"""

import io
import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, Protocol

MAGIC = b"delegate-desk sealed 1\n"
CHUNK = 1024 * 1024
"""Bytes of content in a chunk."""
_SALT = 16
_TAG = 16


class SealBrokenError(Exception):
    """A sealed file is not what was written, or was sealed with another key."""


class Readable(Protocol):
    """Gives content in pieces of any size asked for, shorter ones at the end alone."""

    def read(self, size: int, /) -> bytes: ...


class Writable(Protocol):
    """Takes content piece by piece."""

    def write(self, content: bytes, /) -> object: ...


class ChunkReader:
    """Content that comes in pieces of its own, read in pieces of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._ahead = bytearray()

    def read(self, size: int, /) -> bytes:
        while len(self._ahead) < size and (piece := next(self._pieces, None)) is not None:
            self._ahead += piece
        taken = bytes(self._ahead[:size])
        del self._ahead[:size]
        return taken


class Cipher(Protocol):
    """Encryption of the files of one library.

    Attributes:
        seals: False if files are left as they are.
    """

    @property
    def seals(self) -> bool: ...

    def key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, such as ``database``; none where nothing is sealed."""

    def wipe_key(self) -> None:
        """Lock: from now on, whoever holds it, nothing is sealed or unsealed with it."""

    def copy_in(self, source: Readable, target: Writable, name: str) -> None:
        """Write content, sealed, to its end."""

    def chunks(self, file: BinaryIO, name: str) -> Iterator[bytes]:
        """The content of a file, piece by piece.

        Raises:
            SealBrokenError: At the piece that is not what was written.
        """

    def seal(self, content: bytes, name: str) -> bytes:
        """Content as it is written to a file."""

    def unseal(self, sealed: bytes, name: str) -> bytes:
        """The content of what was written.

        Raises:
            SealBrokenError: If it is not what was written.
        """


class PlainCipher:
    """Leaves files as they are."""

    seals = False

    def key(self, purpose: str) -> bytes:  # noqa: ARG002  (as Cipher has it)
        return b""

    def wipe_key(self) -> None:
        pass

    def copy_in(self, source: Readable, target: Writable, name: str) -> None:  # noqa: ARG002  (as Cipher has it)
        while chunk := source.read(CHUNK):
            target.write(chunk)

    def chunks(self, file: BinaryIO, name: str) -> Iterator[bytes]:  # noqa: ARG002  (as Cipher has it)
        while chunk := file.read(CHUNK):
            yield chunk

    def seal(self, content: bytes, name: str) -> bytes:  # noqa: ARG002  (as Cipher has it)
        return content

    def unseal(self, sealed: bytes, name: str) -> bytes:  # noqa: ARG002  (as Cipher has it)
        return sealed


PLAIN = PlainCipher()


class SealedCipher:
    """Seals files with the key of a library."""

    seals = True

    def __init__(self, key: bytes) -> None:
        self._key = key

    def key(self, purpose: str) -> bytes:
        return self._derived(purpose.encode(), b"")

    def copy_in(self, source: Readable, target: Writable, name: str) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt = os.urandom(_SALT)
        box = AESGCM(self._derived(b"file", salt))
        target.write(MAGIC + salt)
        number, chunk = 0, source.read(CHUNK)
        while True:
            following = source.read(CHUNK)
            target.write(box.encrypt(_nonce(number, last=not following), chunk, name.encode()))
            if not following:
                return
            number, chunk = number + 1, following

    def chunks(self, file: BinaryIO, name: str) -> Iterator[bytes]:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if file.read(len(MAGIC)) != MAGIC:
            raise SealBrokenError
        salt = file.read(_SALT)
        box = AESGCM(self._derived(b"file", salt))
        number, chunk = 0, file.read(CHUNK + _TAG)
        while True:
            following = file.read(CHUNK + _TAG)
            try:
                yield box.decrypt(_nonce(number, last=not following), chunk, name.encode())
            except (InvalidTag, ValueError) as error:
                raise SealBrokenError from error
            if not following:
                return
            number, chunk = number + 1, following

    def seal(self, content: bytes, name: str) -> bytes:
        target = io.BytesIO()
        self.copy_in(io.BytesIO(content), target, name)
        return target.getvalue()

    def unseal(self, sealed: bytes, name: str) -> bytes:
        return b"".join(self.chunks(io.BytesIO(sealed), name))

    def wipe_key(self) -> None:
        self._key = b""  # as well as Python can: what it was is overwritten when its memory is used again

    def _derived(self, purpose: bytes, salt: bytes) -> bytes:
        if not self._key:
            raise ValueError("the key was forgotten")
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(SHA256(), 32, salt or None, b"delegate-desk " + purpose).derive(self._key)


def name_in_workdir(path: PurePath) -> str:
    return f"room:{path.name}"


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
