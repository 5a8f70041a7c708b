"""Encrypted files: decryption gives the content back, and nothing else does."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.cipher import CHUNK, MAGIC, PLAIN, SealBrokenError, SealedCipher

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK)


@pytest.fixture
def cipher() -> SealedCipher:
    return SealedCipher(bytes(range(32)))


@pytest.mark.parametrize("size", SIZES)
def test_what_is_sealed_is_unsealed(cipher: SealedCipher, size: int) -> None:
    content = os.urandom(size)
    sealed = cipher.seal(content, "a name")
    assert cipher.unseal(sealed, "a name") == content
    assert b"".join(cipher.chunks(io.BytesIO(sealed), "a name")) == content
    assert PLAIN.unseal(PLAIN.seal(content, "a name"), "a name") == content


def test_the_same_content_is_never_sealed_alike_and_another_name_or_key_opens_nothing(cipher: SealedCipher) -> None:
    assert cipher.seal(b"words", "a") != cipher.seal(b"words", "a")
    assert b"words" not in cipher.seal(b"words", "a")
    sealed = cipher.seal(b"words", "one")
    with pytest.raises(SealBrokenError):
        cipher.unseal(sealed, "another")
    with pytest.raises(SealBrokenError):
        SealedCipher(bytes(32)).unseal(sealed, "one")
    assert cipher.key("database") != cipher.key("index")
    assert len(cipher.key("database")) == 32
    assert PLAIN.key("database") == b""


@given(st.data())
def test_a_changed_bit_is_found(data: st.DataObject) -> None:
    cipher = SealedCipher(bytes(32))
    sealed = bytearray(cipher.seal(b"the words of a paper", "name"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBrokenError):
        cipher.unseal(bytes(sealed), "name")


def test_a_chunk_left_out_or_moved_is_found_and_a_file_that_was_cut_off_or_changed_not_read(
    cipher: SealedCipher,
) -> None:
    sealed = cipher.seal(os.urandom(3 * CHUNK), "name")
    head, piece = len(MAGIC) + 16, CHUNK + 16
    first, second, third = (sealed[head + n * piece : head + (n + 1) * piece] for n in range(3))
    for wrong in (first + second, first + third, second + first + third, first + second + third + third, b""):
        with pytest.raises(SealBrokenError):
            cipher.unseal(sealed[:head] + wrong, "name")
    for length in (0, 5, head, head + 5, head + piece, len(sealed) - piece, len(sealed) - 1):
        with pytest.raises(SealBrokenError):
            cipher.reader(io.BytesIO(sealed[:length]), "name")
    with pytest.raises(SealBrokenError):
        cipher.reader(io.BytesIO(sealed + b"more"), "name")
    changed = bytearray(sealed)
    changed[head + piece + 100] ^= 1
    reader = cipher.reader(io.BytesIO(changed), "name")
    assert len(reader.read(CHUNK)) == CHUNK
    with pytest.raises(SealBrokenError):
        reader.read(1)


@pytest.mark.parametrize("size", SIZES)
def test_a_sealed_file_is_read_from_any_place_and_written_in_any_pieces(cipher: SealedCipher, size: int) -> None:
    content, target = os.urandom(size), io.BytesIO(b"head")
    target.seek(4)
    into = cipher.writer(target, "name")
    for at in range(0, size, 700_001):
        into.write(content[at : at + 700_001])
    into.finish()
    assert cipher.unseal(target.getvalue()[4:], "name") == content
    target.seek(4)
    reader = cipher.reader(target, "name")
    assert reader.read() == content
    for at in (size // 2, 0, max(0, size - 3), CHUNK - 1, size + 5):
        assert reader.seek(at) == reader.tell() == at
        assert reader.read(5000) == content[at : at + 5000]
    assert reader.seek(0, os.SEEK_END) == size


def test_a_key_that_was_forgotten_seals_and_opens_nothing() -> None:
    cipher = SealedCipher(b"k" * 32)
    sealed = cipher.seal(b"words", "name")
    cipher.wipe_key()
    with pytest.raises(ValueError, match="forgotten"):
        cipher.unseal(sealed, "name")
    with pytest.raises(ValueError, match="forgotten"):
        cipher.key("database")
    PLAIN.wipe_key()
    assert PLAIN.seal(b"words", "name") == b"words"
