import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.exchange.package import (
    PublicKey,
    Signature,
    _proquint,
    fingerprint,
    read_signature,
    signed_content,
)

KEY, OTHER = PublicKey("0a" * 64), PublicKey("b1" * 64)
KEYS = st.binary(min_size=64, max_size=64).map(bytes.hex).map(PublicKey)


def test_words_are_those_of_the_proposal() -> None:
    """The addresses of the proquint article, such as 127.0.0.1 (lusab-babad) and 63.84.220.193 (gutih-tugad)."""
    assert [_proquint(number) for number in (0x7F00, 0x0001)] == ["lusab", "babad"]
    assert [_proquint(number) for number in (0x3F54, 0xDCC1)] == ["gutih", "tugad"]
    assert [_proquint(number) for number in (0x8C62, 0xC18D)] == ["mudof", "sakat"]


def test_each_number_has_a_word() -> None:
    words = {_proquint(number) for number in range(2**16)}
    assert len(words) == 2**16
    assert all(re.fullmatch("[a-z]{5}", word) for word in words)


@given(KEYS, KEYS)
def test_a_fingerprint_is_six_words_that_tell_keys_apart(one: PublicKey, two: PublicKey) -> None:
    words = fingerprint(one).split()
    assert len(words) == 6
    assert (fingerprint(two) == fingerprint(one)) == (one == two)


def test_a_fingerprint_stays_the_same_in_all_versions() -> None:
    assert fingerprint(KEY) == "somos lotut mahij godon risuz turis"


@given(KEYS, KEYS, st.lists(KEYS, max_size=3))
def test_a_signature_is_read_as_it_was_written(key: PublicKey, value: PublicKey, to: list[PublicKey]) -> None:
    made = Signature(key, value, tuple(to))
    assert read_signature(made.to_json()) == made


WHOLE = Signature(KEY, "c" * 128, (KEY, OTHER)).to_json()


@pytest.mark.parametrize(
    "content",
    [
        b"", b" ", b"{}", WHOLE[:-1], WHOLE + b"\n", b" " + WHOLE, WHOLE.replace(b":", b": "),
        WHOLE.replace(b"c", b"C"),
        WHOLE.replace(b'","', b'",,"'), WHOLE.replace(b"0a0a", b"0a0", 1), WHOLE.replace(b'"to"', b'"To"'),
        WHOLE.replace(b"]", b',"x"]'), WHOLE.replace(b"]", b",]"), b"\xff" * 60_000, b'{"key":' * 5_000,
    ],
)  # fmt: skip
def test_anything_else_is_none(content: bytes) -> None:
    assert read_signature(content) is None


def test_what_is_signed_names_the_manifest_the_key_and_the_recipients() -> None:
    whole = signed_content(b"manifest", KEY, (OTHER,))
    assert hashlib.sha256(b"manifest").hexdigest().encode() in whole
    others = {signed_content(b"Manifest", KEY, (OTHER,)), signed_content(b"manifest", OTHER, (OTHER,))}
    assert whole not in others | {signed_content(b"manifest", KEY, ()), signed_content(b"manifest", KEY, (OTHER, KEY))}
