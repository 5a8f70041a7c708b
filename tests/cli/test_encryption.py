"""The passphrase on the command line: from the environment, typed, or refused with a sentence."""

import getpass
import sys
from pathlib import Path

import pytest

from delegate_desk.cli.main import DONE, REFUSED
from support.command_line import Shell
from support.document_values import quiet_hours

WORDS = "eight quiet words"


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("DELEGATE_DESK_PASSPHRASE", "DELEGATE_DESK_NEW_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    made = Shell(tmp_path / "library", capsys)
    made.json("import", quiet_hours(tmp_path))
    return made


def test_a_library_is_encrypted_used_and_decrypted(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    status, out, _ = shell.run("encrypt")
    assert status == DONE
    assert "flash storage" in out
    assert "full-disk encryption" in out
    assert "lose the passphrase" in out
    assert shell.json("documents")["documents"]
    assert shell.json("check")["ok"]
    assert shell.json("search", "quiet")["total"]
    assert shell.json("decrypt") == {"encrypted": False}
    monkeypatch.delenv("DELEGATE_DESK_PASSPHRASE")
    assert shell.json("documents")["documents"]


def test_without_a_passphrase_it_stays_locked(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    shell.run("encrypt")
    for command in [("documents",), ("check",), ("check", "--rebuild"), ("decrypt",), ("passphrase",)]:
        monkeypatch.delenv("DELEGATE_DESK_PASSPHRASE")
        status, _, err = shell.run(*command)
        assert status == REFUSED, command
        assert "DELEGATE_DESK_PASSPHRASE" in err, command
        monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "another one")
        status, _, err = shell.run(*command)
        assert status == REFUSED, command
        assert "Wrong passphrase" in err, command


def test_the_passphrase_is_changed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    shell.run("encrypt")
    status, _, err = shell.run("passphrase")
    assert status == REFUSED
    assert "DELEGATE_DESK_NEW_PASSPHRASE" in err
    monkeypatch.setenv("DELEGATE_DESK_NEW_PASSPHRASE", "another one")
    assert shell.run("passphrase")[0] == DONE
    assert shell.run("documents")[0] == REFUSED
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "another one")
    assert shell.run("documents")[0] == DONE


def test_it_is_typed_twice_at_a_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["eight words", "ten words", WORDS, WORDS, WORDS])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda *_: next(typed))
    status, _, err = shell.run("encrypt")
    assert status == REFUSED
    assert "do not match" in err
    assert shell.run("encrypt")[0] == DONE
    assert shell.run("documents")[0] == DONE


def test_a_short_passphrase_and_what_makes_no_sense_are_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "short")
    status, _, err = shell.run("encrypt")
    assert (status, "8 characters" in err) == (REFUSED, True)
    monkeypatch.delenv("DELEGATE_DESK_PASSPHRASE")
    assert shell.run("documents")[0] == DONE
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    for command in ("decrypt", "passphrase"):
        status, _, err = shell.run(command)
        assert (status, "is not encrypted" in err) == (REFUSED, True)
    shell.run("encrypt")
    status, _, err = shell.run("encrypt")
    assert (status, "already encrypted" in err) == (REFUSED, True)


def test_a_damaged_key_is_said_and_left(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    shell.run("encrypt")
    keys = (shell.library / "library.key", shell.library / "backups" / "library.key")
    for content in [b"", b"{", b"\0" * 100]:
        for key in keys:
            key.write_bytes(content)
        status, _, err = shell.run("documents")
        assert status == REFUSED, content
        assert "library.key" in err, content
        assert "Nothing was changed" in err, content
        assert [key.read_bytes() for key in keys] == [content, content], content
