"""Packages: their contents by a choice, their files, and the keys these are signed and sealed with.

Files are written atomically, and read with limits, as they may come from anywhere.
"""

import contextlib
import hashlib
import io
import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from delegate_desk.cipher import SealBrokenError, SealedCipher, SealedWriter
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.exchange import package_format
from delegate_desk.core.exchange.package import PackageData, PublicKey, Signature, read_signature, signed_content
from delegate_desk.core.exchange.package_format import RefusedPackageError
from delegate_desk.core.library import backup
from delegate_desk.core.library.errors import PackageFault, UnreadablePackageError
from delegate_desk.core.library.records import Node
from delegate_desk.core.values import dataclass
from delegate_desk.core.zip_checks import BROKEN_ZIP, LARGEST_DIRECTORY, directory_size
from delegate_desk.files import follow_link, why_not_written, written_whole
from delegate_desk.storage.db.stores.exchange import PeopleStore

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from datetime import datetime
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, Visibility
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, annotation_json, detach_reply
from delegate_desk.core.exchange.package import (
    ExchangedItem,
    ExchangedKey,
    ExchangedKind,
    PackageContents,
    PackageDocument,
    canonical,
    entry_key,
    format_timestamp,
)
from delegate_desk.core.library.record_merge import ChangeStamp
from delegate_desk.core.library.record_tables import entry_values
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.storage.db.library_stores import LibraryStores

_NOWHERE = DocumentIdentity("", "", "")
Content = dict[str, Any]


class PackedContents:
    """Contents of a package by a choice: our items, collected from the library, and those of others."""

    def __init__(self, stores: LibraryStores, choice: PackageContents) -> None:
        self._stores = stores
        self._choice = choice
        self._stamps = stores.stamps.all()
        self._others = {
            item.note: item.thing.key.name for item in stores.received.everything() if item.note and not item.removed
        }
        self.own_person = stores.people.own_person()
        self.mark = stores.stamps.mark()
        self.documents: list[tuple[LibraryDocument, PackageDocument]] = []
        self.items: list[ExchangedItem] = []
        self.sent: list[tuple[str, str, str]] = []
        self.withheld = self.internal = 0
        self.markings: set[str] = set()
        self.term_bases: list[str] = []
        library = {document.id: document for document in stores.documents.all()}
        chosen = [document for key, document in library.items() if choice.documents is None or key in choice.documents]
        for document in chosen:
            self._document(document)
            self._notes(document)
            self._collect_positions(document)
        self._collect_withdrawals(library)
        if choice.includes_others:
            self._forward(chosen)

    def _document(self, document: LibraryDocument) -> None:
        choice, header = self._choice, document.header
        has_original = choice.originals and document.sha256 not in choice.known
        _, dot, ending = document.file_name.lower().rpartition(".")
        suffix = f".{ending}" if dot and ending.isascii() and ending.isalnum() and len(ending) < 10 else ""
        corrections = {
            str(correction.field): correction.value
            for correction in self._stores.corrections.for_document(document.id)
            if correction.field is not CorrectableField.SHORT_TITLE
        }
        packed = PackageDocument(
            DocumentIdentity.of(document),
            document.file_name,
            header.subject,
            header.date.isoformat() if header.date else "",
            header.marking or "",
            corrections,
            f"originals/{document.sha256}{suffix}" if has_original else "",
        )
        self.documents.append((document, packed))
        if header.marking:
            self.markings.add(header.marking)

    def _notes(self, document: LibraryDocument) -> None:
        addresses = {
            item.annotation.id: item.address
            for item in self._stores.unplaced.for_document(document.id)
            if item.annotation
        }
        for annotation in self._stores.annotations.for_document(document.id):
            stamp = self._stamps.get((ExchangedKind.NOTE, annotation.id))
            if annotation.author or not self._is_due(stamp):
                continue
            when = _later(stamp, annotation.modified)
            is_included = self._choice.internal or annotation.visibility is Visibility.CIRCULATION
            self.withheld += not is_included
            if is_included:
                self.internal += annotation.visibility is Visibility.INTERNAL
                address = addresses.get(annotation.id, annotation.place.address)
                content = self._content(annotation, document, address, internal=self._choice.internal)
                is_internal = annotation.visibility is Visibility.INTERNAL or (
                    self._choice.internal and content != self._content(annotation, document, address, internal=False)
                )
                self._add(ExchangedKind.NOTE, annotation.id, when, document, content, internal=is_internal)
                self.sent.append((ExchangedKind.NOTE, annotation.id, when))
            elif stamp and stamp.was_sent:  # it circulates no more
                self._add(ExchangedKind.NOTE, annotation.id, when, document)

    def _content(self, annotation: Annotation, document: LibraryDocument, place: Address, *, internal: bool) -> Content:
        content = annotation_json(annotation, DocumentIdentity.of(document), place)
        parent = self._stores.annotations.get(annotation.reply_to) if annotation.reply_to else None
        if annotation.reply_to and annotation.reply_to in self._others:
            content["target"] = f"urn:uuid:{self._others[annotation.reply_to]}"
        if internal:
            return content
        if annotation.reply_to and (parent is None or parent.visibility is Visibility.INTERNAL):
            detach_reply(annotation, content)
        content.pop("desk:origin", None)
        return content

    def _collect_positions(self, document: LibraryDocument) -> None:
        position = self._stores.positions.get(document.id)
        general = PositionEntry(Address(""), comment=position.general, internal=position.internal)
        for item in (general, *position.items):
            if item.is_empty():
                continue
            key = f"{document.id} {item.address}"
            stamp = self._stamps.get((ExchangedKind.LINE, key))
            if not self._is_due(stamp):
                continue
            when = _later(stamp, document.added)
            content = entry_values(item, circulated=not self._choice.internal)
            is_more = content != entry_values(item, circulated=True)
            name = entry_key(document.sha256, item.address)
            if len(content) > 1:
                self.internal += is_more
                self._add(ExchangedKind.LINE, name, when, document, content, internal=is_more)
                self.sent.append((ExchangedKind.LINE, key, when))
            else:
                self.withheld += 1
                if stamp and stamp.was_sent:
                    self._add(ExchangedKind.LINE, name, when, document)

    def _collect_withdrawals(self, documents: dict[DocumentId, LibraryDocument]) -> None:
        for (kind, key), stamp in self._stamps.items():
            if not (stamp.is_deleted and stamp.was_sent and self._is_due(stamp)):
                continue
            when = _later(stamp, None)
            if kind == ExchangedKind.NOTE:
                self._add(ExchangedKind.NOTE, key, when, None)
                continue
            number, _, address = key.partition(" ")
            document = documents.get(DocumentId(int(number)))
            chosen = self._choice.documents is None or (document and document.id in self._choice.documents)
            if document and chosen:
                self._add(ExchangedKind.LINE, entry_key(document.sha256, address), when, document)

    def _forward(self, documents: list[LibraryDocument]) -> None:
        hashes = {document.sha256 for document in documents}
        references = {
            (str(document.header.reference), document.header.language)
            for document in documents
            if document.header.reference
        }
        for item in self._stores.received.everything():
            exchanged, original = item.thing, item.thing.original
            is_on_chosen = original.sha256 in hashes or (original.reference, original.language) in references
            is_withheld = exchanged.has_internal and not self._choice.internal
            if not item.removed and not is_withheld and (is_on_chosen or exchanged.is_withdrawn):
                self.internal += exchanged.has_internal
                self.items.append(exchanged)

    def _add(
        self,
        kind: ExchangedKind,
        name: str,
        when: str,
        document: LibraryDocument | None,
        content: Content | None = None,
        *,
        internal: bool = False,
    ) -> None:
        """Add an item of ours; without content it is withdrawn."""
        own_id = self.own_person.id
        original = DocumentIdentity.of(document) if document else _NOWHERE
        written = canonical(content) if content else ""
        self.items.append(
            ExchangedItem(ExchangedKey(own_id, kind, name), when, written, original, own_id, internal, content is None)
        )

    def _is_due(self, stamp: ChangeStamp | None) -> bool:
        since = self._choice.since
        return since is None or (stamp is not None and stamp.number > since)


def _later(stamp: ChangeStamp | None, when: datetime | None) -> str:
    """Return the time of a change: its stamp, or the known time if it is from before stamps."""
    stamped = format_timestamp(datetime.fromisoformat(stamp.moment)) if stamp and stamp.moment else ""
    return max(stamped, format_timestamp(when) if when and not stamped else "")


SEALED = b"delegate-desk package sealed 1\n"
_KEY = 32
_SLOT = _KEY + 16  # a key, with the tag of its encryption
_NONCE = bytes(12)  # each key of a slot encrypts once


class OwnKeys:
    """The key pairs of a library's owner; ``key`` are the public keys."""

    def __init__(self, key: PublicKey, secret: str) -> None:
        self.key = key
        self._secret = bytes.fromhex(secret)

    def sign(self, manifest: bytes, recipients: Iterable[PublicKey] = ()) -> Signature:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        readers = tuple(sorted(recipients))
        pair = Ed25519PrivateKey.from_private_bytes(self._secret[:_KEY])
        return Signature(self.key, pair.sign(signed_content(manifest, self.key, readers)).hex(), readers)

    def unseal(self, file: BinaryIO) -> io.BufferedReader:
        """Return the content of a sealed package as a stream.

        Raises:
            RefusedPackageError: If it is not sealed to us.
            SealBrokenError: If it was changed; also raised while reading.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head = file.read(len(SEALED) + _KEY + 1)
        slots = file.read(head[-1] * _SLOT) if len(head) == len(SEALED) + _KEY + 1 else b""
        if not slots or len(slots) < head[-1] * _SLOT:
            raise SealBrokenError
        try:
            slot_key = _slot_key(X25519PrivateKey.from_private_bytes(self._secret[_KEY:]), head[len(SEALED) : -1])
        except ValueError as error:  # a point of small order
            raise SealBrokenError from error
        for offset in range(0, len(slots), _SLOT):
            try:
                content_key = AESGCM(slot_key).decrypt(_NONCE, slots[offset : offset + _SLOT], None)
            except InvalidTag:
                continue
            return SealedCipher(content_key).reader(file, _name(head + slots))
        raise RefusedPackageError(PackageFault.SEALED_TO_OTHERS)


def new_keys() -> tuple[PublicKey, str]:
    """Return new key pairs: the public keys, and the secret in hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    pairs = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    public = b"".join(pair.public_key().public_bytes_raw() for pair in pairs)
    return PublicKey(public.hex()), b"".join(pair.private_bytes_raw() for pair in pairs).hex()


def own_keys(store: PeopleStore) -> OwnKeys:
    """Return our keys, created on first use."""
    return OwnKeys(*(store.own_key() or store.save_own_key(*new_keys())))


def is_signed(manifest: bytes, signature: Signature) -> bool:
    """True if the holder of the key signed the manifest, and packages can be sealed for the holder."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    verifying, sealing = _halves(signature.key)
    content = signed_content(manifest, signature.key, signature.recipients)
    try:
        Ed25519PublicKey.from_public_bytes(verifying).verify(bytes.fromhex(signature.value), content)
        _slot_key(X25519PrivateKey.generate(), sealing)
    except (InvalidSignature, ValueError):
        return False
    return True


def sealed_writer(file: BinaryIO, recipients: Iterable[PublicKey]) -> SealedWriter:
    """Begin a sealed package; everything written to the result is sealed, until ``finish``."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content_key, pair = os.urandom(_KEY), X25519PrivateKey.generate()
    sealing = sorted({_halves(recipient)[1] for recipient in recipients})
    slots = [AESGCM(_slot_key(pair, public, is_sealing=True)).encrypt(_NONCE, content_key, None) for public in sealing]
    head = b"".join((SEALED, pair.public_key().public_bytes_raw(), len(slots).to_bytes(1, "big"), *slots))
    file.write(head)
    return SealedCipher(content_key).writer(file, _name(head))


def _slot_key(pair: "X25519PrivateKey", other: bytes, *, is_sealing: bool = False) -> bytes:
    """Return the key of a slot, which sender and recipient derive alike.

    Raises:
        ValueError: If the other public key is a point of small order.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    shared = pair.exchange(X25519PublicKey.from_public_bytes(other))
    own_public = pair.public_key().public_bytes_raw()
    info = own_public + other if is_sealing else other + own_public
    return HKDF(SHA256(), _KEY, info, b"delegate-desk package").derive(shared)


def _halves(key: PublicKey) -> tuple[bytes, bytes]:
    content = bytes.fromhex(key)
    return content[:_KEY], content[_KEY:]


def _name(head: bytes) -> str:
    return f"package:{hashlib.sha256(head).hexdigest()}"


LARGEST = 2_000_000_000
"""Maximum size of the unpacked content, in bytes."""
LARGEST_PART = 64_000_000
LARGEST_MANIFEST = 4_000_000
LARGEST_FILE = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
_DENSEST = 200  # times that a part is packed smaller
_HARMLESSLY_SMALL = 20_000_000
_CHUNK = 1_000_000
_FILES = (package_format.ORIGINALS, package_format.TERMS)
_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}(?:/[A-Za-z0-9._-]{1,100}){0,3}")
_UNIX = 3
_END = 22  # bytes of the end record of an archive


# Writing


@dataclass(frozen=True, slots=True)
class PackageDraft:
    """A package file being written: its parts, then the manifest, which is signed."""

    archive: zipfile.ZipFile
    members: dict[str, Node]
    keys: OwnKeys
    recipients: tuple[PublicKey, ...]

    def add_part(self, name: str, content: bytes) -> None:
        self.archive.writestr(_entry(name), content, compresslevel=6)
        self.members[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}

    def add_manifest(self, name: str, content: bytes) -> None:
        self.archive.writestr(_entry(name), content, compresslevel=6)
        self.archive.comment = self.keys.sign(content, self.recipients).to_json()

    def add_file(self, name: str, chunks: Iterator[bytes]) -> int:
        """Add a file; return its size."""
        digest, size = hashlib.sha256(), 0
        with self.archive.open(_entry(name), "w", force_zip64=True) as into:
            for chunk in chunks:
                into.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.members[name] = {"sha256": digest.hexdigest(), "size": size}
        return size


@contextlib.contextmanager
def write_package(target: Path, keys: OwnKeys, recipients: tuple[PublicKey, ...] = ()) -> Iterator[PackageDraft]:
    """Write a package beside its target, verify it, and rename it into place; an exception leaves no file.

    Without recipients anyone can read it.

    Raises:
        ExportFailedError: If it cannot be written; an existing file is unchanged.
    """
    try:
        with written_whole(follow_link(target)) as file:
            sealing = sealed_writer(file, recipients) if recipients else None
            with zipfile.ZipFile(sealing or file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield PackageDraft(archive, {}, keys, recipients)
            if sealing:
                sealing.finish()
    except OSError as error:
        raise ExportFailedError(str(target), why_not_written(error, target)) from error


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an archive entry without traces of the computer: no time, no user."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


# Reading


def read(path: Path, keys: Callable[[], OwnKeys]) -> PackageData:
    """Read a package and verify every part against its hash. Slow; changes nothing; safe on any thread.

    Our keys are requested only if it is sealed.

    Raises:
        UnreadablePackageError: If it is refused as a whole.
    """
    with _open_archive(path, keys) as (archive, entries, pair):
        content = b"".join(_chunks(archive, entries[package_format.MANIFEST], LARGEST_MANIFEST))
        manifest = package_format.read_manifest(content)
        key = None  # packages from before signing have none
        if archive.comment or pair is not None or manifest.must_be_signed:
            signature = read_signature(archive.comment)
            # the signature of a sealed package names its recipients: nobody else can seal it in the sender's name
            is_by_sender = signature and (pair.key in signature.recipients if pair else not signature.recipients)
            if not signature or not is_by_sender or not is_signed(content, signature):
                raise RefusedPackageError(PackageFault.CHANGED)
            key = signature.key
        if {*manifest.members, package_format.MANIFEST} != entries.keys():
            raise RefusedPackageError(PackageFault.CHANGED)
        parts: dict[str, bytes] = {}
        unknown = 0
        for name, member in manifest.members.items():
            entry = entries[name]
            if entry.file_size != member.size:
                raise RefusedPackageError(PackageFault.CHANGED)
            if name in package_format.PARTS:
                parts[name] = b"".join(_verify(archive, entry, LARGEST_PART, member.sha256))
            elif name.startswith(_FILES):
                for _ in _verify(archive, entry, _largest(name), member.sha256):
                    pass
                # an original is named after its hash, a term base is not
                file_name = name.partition("/")[2]
                if file_name[:64] != member.sha256 and not name.startswith(package_format.TERMS):
                    raise RefusedPackageError(PackageFault.CHANGED)
            else:
                unknown += 1
        if unknown and not manifest.newer:
            raise RefusedPackageError(PackageFault.MALFORMED, "a part of no use")
        package = package_format.read_package(manifest, parts, path.name)
        members = {document.member for document in package.documents} | {base.member for base in package.term_bases}
        if members - {""} != {name for name in entries if name.startswith(_FILES)}:
            raise RefusedPackageError(PackageFault.MALFORMED, "a file of no document")
    return replace(package, unknown_parts=package.unknown_parts + unknown, key=key, is_sealed=pair is not None)


def file_content(path: Path, member: str, sha256: str, keys: Callable[[], OwnKeys]) -> Iterator[bytes]:
    """Yield the content of an original or a term base of a verified package, chunk by chunk.

    Raises:
        UnreadablePackageError: If it has changed since it was verified.
    """
    with _open_archive(path, keys) as (archive, entries, _):
        if member not in entries:
            raise RefusedPackageError(PackageFault.CHANGED)
        yield from _verify(archive, entries[member], _largest(member), sha256)


@contextlib.contextmanager
def _open_archive(
    path: Path, keys: Callable[[], OwnKeys]
) -> Iterator[tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo], OwnKeys | None]]:
    """Open a package's archive; names, sizes and kinds of its entries are not trusted.

    The third value is the unsealing stream; None for a package that is not sealed.
    """
    try:
        if path.exists() and not path.is_file():
            raise RefusedPackageError(PackageFault.UNREADABLE, "not a file")
        with path.open("rb") as outer:
            pair = keys() if outer.read(len(SEALED)) == SEALED else None
            outer.seek(0)
            file = pair.unseal(outer) if pair else outer
            if file.read(4) != b"PK\3\4":
                raise RefusedPackageError(PackageFault.NO_PACKAGE)
            if directory_size(file) > LARGEST_DIRECTORY:
                raise RefusedPackageError(PackageFault.TOO_LARGE)
            try:
                archive = zipfile.ZipFile(file)
            except (*BROKEN_ZIP, RuntimeError) as error:
                raise RefusedPackageError(PackageFault.DAMAGED) from error
            with archive:
                # end record and comment must end the file: ``zipfile`` ignores what follows them
                file.seek(-len(archive.comment) - _END, os.SEEK_END)
                record = file.read(_END)
                if not (record.startswith(b"PK\5\6") and record.endswith(len(archive.comment).to_bytes(2, "little"))):
                    raise RefusedPackageError(PackageFault.DAMAGED)
                yield archive, _entries(archive, path.stat().st_size), pair
    except RefusedPackageError as error:
        raise UnreadablePackageError(path.name, *error.args) from error
    except SealBrokenError as error:
        raise UnreadablePackageError(path.name, PackageFault.CHANGED) from error
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise UnreadablePackageError(path.name, PackageFault.UNREADABLE, detail) from error


def _entries(archive: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST:
        raise RefusedPackageError(PackageFault.TOO_LARGE)
    names = {info.filename for info in infos}
    if package_format.MANIFEST not in names or backup.DATABASE in names:  # a backup has a manifest too
        raise RefusedPackageError(PackageFault.NO_PACKAGE)
    if sum(info.compress_size for info in infos) > size:  # the same bytes several times
        raise RefusedPackageError(PackageFault.TOO_LARGE)
    starts = {info.header_offset for info in infos}
    if len(starts) < len(infos) or archive.start_dir in starts:  # entries that overlap, or lie in the directory
        raise RefusedPackageError(PackageFault.DAMAGED)
    for info in infos:
        name = info.filename
        mode = info.external_attr >> 16
        linked = info.create_system == _UNIX and stat.S_IFMT(mode) not in (0, stat.S_IFREG)
        if not _NAME.fullmatch(name) or {".", ".."} & set(name.split("/")) or linked or info.orig_filename != name:
            raise RefusedPackageError(PackageFault.UNSAFE)
        if name in entries or info.flag_bits & 1:
            raise RefusedPackageError(PackageFault.UNSAFE)
        if info.file_size > LARGEST_FILE or info.file_size > max(_HARMLESSLY_SMALL, _DENSEST * info.compress_size):
            raise RefusedPackageError(PackageFault.TOO_LARGE)
        entries[name] = info
    return entries


def _verify(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, largest: int, sha256: str) -> Iterator[bytes]:
    """Yield the content of a part; one that is not of this hash is refused at its end."""
    digest = hashlib.sha256()
    for chunk in _chunks(archive, entry, largest):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise RefusedPackageError(PackageFault.CHANGED)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, largest: int) -> Iterator[bytes]:
    """Yield the content of a part, at most the given number of bytes, counted again while unpacking."""
    size = 0
    if entry.file_size > largest:
        raise RefusedPackageError(PackageFault.TOO_LARGE)
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > entry.file_size:
                    raise RefusedPackageError(PackageFault.TOO_LARGE)
                yield chunk
    except (*BROKEN_ZIP, RuntimeError) as error:
        raise RefusedPackageError(PackageFault.DAMAGED) from error


def _largest(name: str) -> int:
    return LARGEST if name.startswith(package_format.TERMS) else LARGEST_FILE
