"""Signing and sealing of packages: Ed25519 (RFC 8032), X25519 (RFC 7748), HKDF (RFC 5869) and AES-256-GCM.

A sealed package is a head, then the package, sealed in chunks as the files of a library are (``cipher``), with a key of
its own. The head contains this key once for each recipient, encrypted with what only they and the maker of the head
compute: the result of X25519 with a key pair made for this package alone. It does not name the recipients.

``cryptography`` is imported only when something is signed, verified or sealed.
"""

import hashlib
import io
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from delegate_desk.cipher import SealBrokenError, SealedCipher, SealedWriter
from delegate_desk.core.exchange.signatures import PublicKey, Signature, signed_content
from delegate_desk.storage.db.stores.exchange import PeopleStore

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

SEALED = b"delegate-desk package sealed 1\n"
_KEY = 32
_SLOT = _KEY + 16  # a key, with the tag of its encryption
_NONCE = bytes(12)  # each key of a slot encrypts once


class SealedToOthersError(Exception):
    """A package is sealed, but not to us."""


class OwnKeys:
    """The key pairs of a library's own person.

    Attributes:
        key: The public halves.
    """

    def __init__(self, key: PublicKey, secret: str) -> None:
        self.key = key
        self._secret = bytes.fromhex(secret)

    def sign(self, manifest: bytes, recipients: Iterable[PublicKey] = ()) -> Signature:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        to = tuple(sorted(recipients))
        pair = Ed25519PrivateKey.from_private_bytes(self._secret[:_KEY])
        return Signature(self.key, pair.sign(signed_content(manifest, self.key, to)).hex(), to)

    def unsealed(self, file: BinaryIO) -> io.BufferedReader:
        """The content of a sealed package, open at its start.

        Raises:
            SealedToOthersError: If it is not sealed to us.
            SealBrokenError: If it is not what was sealed; also from what is read.
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
        for at in range(0, len(slots), _SLOT):
            try:
                content_key = AESGCM(slot_key).decrypt(_NONCE, slots[at : at + _SLOT], None)
            except InvalidTag:
                continue
            return SealedCipher(content_key).reader(file, _name(head + slots))
        raise SealedToOthersError


def new_keys() -> tuple[PublicKey, str]:
    """New key pairs: the public halves, and the secret, in hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    pairs = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    public = b"".join(pair.public_key().public_bytes_raw() for pair in pairs)
    return PublicKey(public.hex()), b"".join(pair.private_bytes_raw() for pair in pairs).hex()


def own_keys(store: PeopleStore) -> OwnKeys:
    """Our keys, made when they are first needed."""
    return OwnKeys(*(store.own_key() or store.save_own_key(*new_keys())))


def is_signed(manifest: bytes, signature: Signature) -> bool:
    """True if a manifest is what the holder of the key signed, and the holder can be sealed to."""
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
    """Begin a sealed package; what is written to the result is sealed, until ``finish``."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content_key, pair = os.urandom(_KEY), X25519PrivateKey.generate()
    sealing = sorted({_halves(recipient)[1] for recipient in recipients})
    slots = [AESGCM(_slot_key(pair, public, is_sealing=True)).encrypt(_NONCE, content_key, None) for public in sealing]
    head = b"".join((SEALED, pair.public_key().public_bytes_raw(), len(slots).to_bytes(1, "big"), *slots))
    file.write(head)
    return SealedCipher(content_key).writer(file, _name(head))


def _slot_key(pair: "X25519PrivateKey", other: bytes, *, is_sealing: bool = False) -> bytes:
    """The key of a slot, the same for the maker of a package and its recipient.

    Raises:
        ValueError: If the other public key is a point of small order.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    shared = pair.exchange(X25519PublicKey.from_public_bytes(other))
    mine = pair.public_key().public_bytes_raw()
    about = mine + other if is_sealing else other + mine
    return HKDF(SHA256(), _KEY, about, b"delegate-desk package").derive(shared)


def _halves(key: PublicKey) -> tuple[bytes, bytes]:
    content = bytes.fromhex(key)
    return content[:_KEY], content[_KEY:]


def _name(head: bytes) -> str:
    return f"package:{hashlib.sha256(head).hexdigest()}"
