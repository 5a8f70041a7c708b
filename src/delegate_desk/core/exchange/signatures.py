"""Public keys of people and signatures of packages, as text.

A package carries the public keys of its sender and a signature in the comment of its archive, which earlier versions do
not read. What is signed is the hash of its manifest, which lists the hashes of all parts, and for whom it is sealed.
"""

import hashlib
import re
from datetime import datetime
from typing import NewType

from delegate_desk.core.exchange.merge_rules import PUBLIC_KEY, canonical
from delegate_desk.core.values import dataclass

PublicKey = NewType("PublicKey", str)
"""A person's two public keys, in hexadecimal: Ed25519 to verify (RFC 8032), then X25519 to seal (RFC 7748)."""

_SIGNATURE = re.compile(rb'\{"key":"([0-9a-f]{128})","signature":"([0-9a-f]{128})","to":\[([0-9a-f",]*)\]\}')
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"


@dataclass(frozen=True, slots=True)
class PersonKey:
    """Key of a person.

    Attributes:
        verified: When its fingerprint was compared, in UTC; None if it was not.
    """

    key: PublicKey
    verified: datetime | None = None

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Signature:
    """Signature of a package.

    Attributes:
        key: Of the sender.
        value: In hexadecimal.
        recipients: Those whom the package is sealed to, sorted; none for a package that is not sealed.
    """

    key: PublicKey
    value: str
    recipients: tuple[PublicKey, ...] = ()

    def to_json(self) -> bytes:
        return canonical({"key": self.key, "signature": self.value, "to": self.recipients}).encode()


def read_signature(content: bytes) -> Signature | None:
    """The signature in the comment of an archive; None for anything else."""
    match = _SIGNATURE.fullmatch(content)
    if match is None:
        return None
    key, value, to = (part.decode("ascii") for part in match.groups())
    found = Signature(PublicKey(key), value, tuple(map(PublicKey, PUBLIC_KEY.findall(to))))
    return found if found.to_json() == content else None


def signed_content(manifest: bytes, key: PublicKey, recipients: tuple[PublicKey, ...]) -> bytes:
    """The bytes that are signed."""
    said = {"key": key, "manifest": hashlib.sha256(manifest).hexdigest(), "to": recipients}
    return b"delegate-desk package signed 1\n" + canonical(said).encode()


def fingerprint(key: PublicKey) -> str:
    """Six words of five letters, to be compared by voice: 96 bits of the hash of a key, as proquints.

    Proquints: D. S. Wilkerson, A Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable
    (arXiv:0901.4016).
    """
    digest = hashlib.sha256(b"delegate-desk key 1\n" + key.encode()).digest()
    numbers = (int.from_bytes(digest[at : at + 2], "big") for at in range(0, 12, 2))
    return " ".join(map(_proquint, numbers))


def _proquint(number: int) -> str:
    """16 bits as a word: consonants of four bits, vowels of two."""
    return "".join(
        letters[number >> shift & len(letters) - 1]
        for letters, shift in ((_CONSONANTS, 12), (_VOWELS, 10), (_CONSONANTS, 6), (_VOWELS, 4), (_CONSONANTS, 0))
    )
