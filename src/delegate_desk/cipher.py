"""File formats of a library: plain, or encrypted with the library's key.

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
from typing import TYPE_CHECKING, BinaryIO, Protocol

from typing_extensions import override

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, SupportsWrite, WriteableBuffer
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"delegate-desk sealed 1\n"
CHUNK = 1024 * 1024
"""Bytes of content per chunk."""
_SALT = 16
_TAG = 16


class SealBrokenError(Exception):
    """A sealed file was changed, or was sealed with another key."""


class Readable(Protocol):
    """Provides content in pieces of any requested size; only the last may be shorter."""

    def read(self, size: int, /) -> bytes: ...


class ChunkReader:
    """A reader of any size over content that comes in pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._ahead = bytearray()

    def read(self, size: int, /) -> bytes:
        while len(self._ahead) < size and (piece := next(self._pieces, None)) is not None:
            self._ahead += piece
        chunk = bytes(self._ahead[:size])
        del self._ahead[:size]
        return chunk


class Cipher:
    """Encryption of the files of one library; this base class leaves files as they are."""

    seals = False

    def key(self, purpose: str) -> bytes:  # noqa: ARG002  (for encryption)
        """Return 32 bytes for one purpose, such as ``database``; none without encryption."""
        return b""

    def wipe_key(self) -> None:
        """Delete the key: afterwards nothing can be sealed or unsealed with this cipher."""

    def copy_in(self, source: Readable, target: "SupportsWrite[bytes]", name: str) -> None:  # noqa: ARG002  (for encryption)
        """Write content, sealed, to its end."""
        while chunk := source.read(CHUNK):
            target.write(chunk)

    def chunks(self, file: BinaryIO, name: str) -> Iterator[bytes]:  # noqa: ARG002  (for encryption)
        """Yield the content of a file, piece by piece.

        Raises:
            SealBrokenError: At a piece that was changed.
        """
        while chunk := file.read(CHUNK):
            yield chunk

    def seal(self, content: bytes, name: str) -> bytes:  # noqa: ARG002  (for encryption)
        """Return content as it is written to a file."""
        return content

    def unseal(self, sealed: bytes, name: str) -> bytes:  # noqa: ARG002  (for encryption)
        """Return the content of a sealed file.

        Raises:
            SealBrokenError: If it was changed.
        """
        return sealed


PLAIN = Cipher()


class SealedCipher(Cipher):
    seals = True

    def __init__(self, key: bytes) -> None:
        self._key = key

    def key(self, purpose: str) -> bytes:
        return self._derive_key(purpose.encode(), b"")

    def copy_in(self, source: Readable, target: "SupportsWrite[bytes]", name: str) -> None:
        into = self.writer(target, name)
        while piece := source.read(CHUNK):
            into.write(piece)
        into.finish()

    def chunks(self, file: BinaryIO, name: str) -> Iterator[bytes]:
        box = self._box(_read_salt(file))
        number, chunk = 0, file.read(CHUNK + _TAG)
        while True:
            following = file.read(CHUNK + _TAG)
            yield _decrypt(box, chunk, _nonce(number, last=not following), name)
            if not following:
                return
            number, chunk = number + 1, following

    def writer(self, target: "SupportsWrite[bytes]", name: str) -> "SealedWriter":
        salt = os.urandom(_SALT)
        target.write(MAGIC + salt)
        return SealedWriter(self._box(salt), target, name)

    def reader(self, file: BinaryIO, name: str) -> io.BufferedReader:
        """Return the content of a file for random access; only the parts read are unsealed.

        Raises:
            SealBrokenError: If the file was cut off; while reading, if a part was changed.
        """
        return io.BufferedReader(SealedReader(self._box(_read_salt(file)), file, name))

    def seal(self, content: bytes, name: str) -> bytes:
        target = io.BytesIO()
        self.copy_in(io.BytesIO(content), target, name)
        return target.getvalue()

    def unseal(self, sealed: bytes, name: str) -> bytes:
        return b"".join(self.chunks(io.BytesIO(sealed), name))

    def wipe_key(self) -> None:
        self._key = b""  # as well as Python can: what it was is overwritten when its memory is used again

    def _box(self, salt: bytes) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._derive_key(b"file", salt))

    def _derive_key(self, purpose: bytes, salt: bytes) -> bytes:
        if not self._key:
            raise ValueError("the key was forgotten")
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(SHA256(), 32, salt or None, b"delegate-desk " + purpose).derive(self._key)


class SealedWriter(io.RawIOBase):
    """Seals what is written to it, chunk by chunk; without ``finish`` the file is refused as cut off."""

    def __init__(self, box: "AESGCM", target: "SupportsWrite[bytes]", name: str) -> None:
        self._box = box
        self._target = target
        self._name = name.encode()
        self._ahead = bytearray()
        self._number = 0

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, content: "ReadableBuffer", /) -> int:
        self._ahead += content
        while len(self._ahead) > CHUNK:
            self._put(last=False)
        return memoryview(content).nbytes

    def finish(self) -> None:
        self._put(last=True)

    def _put(self, *, last: bool) -> None:
        chunk = bytes(self._ahead[:CHUNK])
        del self._ahead[:CHUNK]
        self._target.write(self._box.encrypt(_nonce(self._number, last=last), chunk, self._name))
        self._number += 1


class SealedReader(io.RawIOBase):
    def __init__(self, box: "AESGCM", file: BinaryIO, name: str) -> None:
        self._box = box
        self._file = file
        self._name = name
        self._start = file.tell()
        size = file.seek(0, os.SEEK_END) - self._start
        self._count = max(1, -(-size // (CHUNK + _TAG)))
        self._size = size - self._count * _TAG
        self._at = 0
        self._number, self._chunk = -1, b""
        self._load(self._count - 1)  # nothing was cut off

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def tell(self) -> int:
        return self._at

    @override
    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._at = max(0, offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence])
        return self._at

    @override
    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        if self._at >= self._size:
            return 0
        number, offset = divmod(self._at, CHUNK)
        self._load(number)
        into = memoryview(buffer).cast("B")
        piece = self._chunk[offset : offset + len(into)]
        into[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _load(self, number: int) -> None:
        if number != self._number:
            self._file.seek(self._start + number * (CHUNK + _TAG))
            nonce = _nonce(number, last=number == self._count - 1)
            self._chunk = _decrypt(self._box, self._file.read(CHUNK + _TAG), nonce, self._name)
            self._number = number


def name_in_workdir(path: PurePath) -> str:
    return f"room:{path.name}"


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _read_salt(file: BinaryIO) -> bytes:
    if file.read(len(MAGIC)) != MAGIC:
        raise SealBrokenError
    return file.read(_SALT)


def _decrypt(box: "AESGCM", chunk: bytes, nonce: bytes, name: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return box.decrypt(nonce, chunk, name.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBrokenError from error
