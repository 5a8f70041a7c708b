"""The key of a library: opened by its passphrase only, changed at one instant, never overwritten when damaged."""

import json
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegate_desk.cipher import PLAIN
from delegate_desk.core.library.errors import KeyDamagedError, PassphraseTooShortError, WrongPassphraseError
from delegate_desk.storage.db import passphrase
from delegate_desk.storage.db.sqlite_engine import is_encrypted, key_files

WORDS = "ήσυχο λιμάνι το βράδυ"


def _key(folder: Path, words: str) -> bytes:
    return passphrase.unlock(folder, words).key("database")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    passphrase.write_key(tmp_path, passphrase.create_key(WORDS)[1])
    return tmp_path


def test_the_passphrase_opens_and_another_does_not(folder: Path) -> None:
    assert is_encrypted(folder)
    assert _key(folder, WORDS) == _key(folder, WORDS)
    with pytest.raises(WrongPassphraseError):
        passphrase.unlock(folder, f"{WORDS} ")


def test_letters_may_be_composed_in_any_way(folder: Path) -> None:
    assert _key(folder, unicodedata.normalize("NFD", WORDS)) == _key(folder, WORDS)


def test_a_library_without_a_key_is_plain(tmp_path: Path) -> None:
    assert passphrase.unlock(tmp_path, "whatever") is PLAIN


def test_a_changed_passphrase_opens_the_same_key(folder: Path) -> None:
    key = _key(folder, WORDS)
    passphrase.change(folder, WORDS, "another one")
    assert _key(folder, "another one") == key
    with pytest.raises(WrongPassphraseError):
        passphrase.unlock(folder, WORDS)
    first, second = key_files(folder)
    assert first.read_bytes() == second.read_bytes()


def test_a_short_passphrase_is_refused(folder: Path) -> None:
    with pytest.raises(PassphraseTooShortError):
        passphrase.change(folder, WORDS, "short")
    assert _key(folder, WORDS)


def test_the_wrong_one_changes_nothing(folder: Path) -> None:
    before = key_files(folder)[0].read_bytes()
    with pytest.raises(WrongPassphraseError):
        passphrase.change(folder, "not the one", "another one")
    assert key_files(folder)[0].read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"[" * 9000, b'{"format": 1, "argon2id": 2}']
)
def test_garbage_is_said_and_stays(folder: Path, content: bytes) -> None:
    for file in key_files(folder):
        file.write_bytes(content)
    with pytest.raises(KeyDamagedError):
        passphrase.unlock(folder, WORDS)
    with pytest.raises(KeyDamagedError):
        passphrase.change(folder, WORDS, "another one")
    assert all(file.read_bytes() == content for file in key_files(folder))


def test_a_hostile_file_asks_for_no_mountain_of_memory(folder: Path) -> None:
    for file in key_files(folder):
        said = json.loads(file.read_text())
        said["argon2id"]["memory"] = 10**12
        file.write_text(json.dumps(said))
    with pytest.raises(KeyDamagedError):
        passphrase.unlock(folder, WORDS)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), what=st.integers(1, 255))
def test_a_damaged_file_is_made_good_from_the_second(folder: Path, where: float, what: int) -> None:
    file, second = key_files(folder)
    good = second.read_bytes()
    bad = bytearray(good)
    bad[int(where * len(bad))] ^= what
    file.write_bytes(bytes(bad))
    assert passphrase.unlock(folder, WORDS).seals
    assert second.read_bytes() == good
    assert file.read_bytes() in (good, bytes(bad))  # the same if only a space differs
    file.write_bytes(good)


def test_a_file_that_is_gone_comes_back_from_the_second(folder: Path) -> None:
    key = _key(folder, WORDS)
    for file in key_files(folder):
        file.unlink()
        assert is_encrypted(folder)
        assert _key(folder, WORDS) == key
        assert file.exists()


_CHANGES = """
import sys
from pathlib import Path
from delegate_desk.storage.db import passphrase
passphrase._MEMORY, passphrase._PASSES = 64, 1  # kills are to fall between the files, not while a key is derived
words, number = sys.argv[2], 0
while True:
    following = f"the passphrase {number}"
    passphrase.change(Path(sys.argv[1]), words, following)
    words, number = following, number + 1
    print(words, flush=True)
"""
_CHANGE = """
import sys
from pathlib import Path
from delegate_desk.storage.db import passphrase
passphrase.change(Path(sys.argv[1]), sys.argv[2], "the passphrase 0")
"""


def test_a_change_survives_kills(folder: Path) -> None:
    key, words = _key(folder, WORDS), WORDS
    for kill in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", _CHANGES, str(folder), words], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout
        words = child.stdout.readline().strip()
        time.sleep(0.037 * kill)
        child.kill()
        said = child.stdout.read().split("\n")
        child.wait()
        child.stdout.close()
        words = ([words, *filter(None, said)])[-1]
        following = f"the passphrase {int(words.rsplit(' ', 1)[1]) + 1}"
        for one in (words, following):
            try:
                assert _key(folder, one) == key
            except WrongPassphraseError:
                continue
            words = one
            break
        else:
            pytest.fail("neither the old nor the new passphrase opens")
    passphrase.change(folder, words, words)  # which cleans up
    assert sorted(file.name for file in folder.iterdir()) == ["backups", "library.key"]


def test_a_program_derives_a_key_with_all_the_work(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", _CHANGE, str(folder), WORDS], check=True)
    derivation = json.loads(key_files(folder)[0].read_text())["argon2id"]
    assert [derivation[name] for name in ("memory", "passes", "lanes")] == [64 * 1024, 3, 4], "tests alone take less"
