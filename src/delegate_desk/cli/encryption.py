"""The commands on the passphrase of a library, which comes from the environment or is typed unseen."""

import argparse
import os
import sys
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.cli.command_result import CommandResult
from delegate_desk.core.library.errors import (
    AlreadyEncryptedError,
    LibraryLockedError,
    NoPassphraseError,
    NotEncryptedError,
)
from delegate_desk.core.progress import Steps
from delegate_desk.services.library import encryption

OLD, NEW = "DELEGATE_DESK_PASSPHRASE", "DELEGATE_DESK_NEW_PASSPHRASE"

_PLAIN_WORDS = (
    "If you lose the passphrase, you lose the library: write it down and keep it somewhere safe.",
    "Earlier backups and packages elsewhere are not encrypted, and flash storage may keep traces of deleted files:",
    "full-disk encryption, which Windows, macOS and Linux offer, protects these too.",
)


def cipher_for_library(folder: Path) -> Cipher:
    """Return the cipher of a library.

    Raises:
        LibraryLockedError: If it is encrypted and nobody can be asked.
        WrongPassphraseError: If the passphrase is wrong.
        KeyDamagedError: If the key file cannot be read.
    """
    if not folder.is_dir() or not encryption.is_encrypted(folder):
        return PLAIN
    words = _read_passphrase(OLD, "Passphrase: ")
    if words is None:
        raise LibraryLockedError(str(folder))
    return encryption.unlock(folder, words)


def encrypt(folder: Path, _: argparse.Namespace) -> CommandResult:
    if encryption.is_encrypted(folder):
        raise AlreadyEncryptedError(str(folder))
    _run(encryption.turn_on(folder, _new_passphrase(OLD)))
    return CommandResult({"encrypted": True}, [f"The library {folder} is encrypted.", *_PLAIN_WORDS])


def decrypt(folder: Path, _: argparse.Namespace) -> CommandResult:
    if not encryption.is_encrypted(folder):
        raise NotEncryptedError(str(folder))
    _run(encryption.turn_off(folder, cipher_for_library(folder)))
    return CommandResult({"encrypted": False}, [f"The library {folder} is no longer encrypted."])


def passphrase(folder: Path, _: argparse.Namespace) -> CommandResult:
    if not encryption.is_encrypted(folder):
        raise NotEncryptedError(str(folder))
    old = _read_passphrase(OLD, "Passphrase: ")
    if old is None:
        raise LibraryLockedError(str(folder))
    encryption.unlock(folder, old)  # before the new one is typed
    encryption.change(folder, old, _new_passphrase(NEW))
    return CommandResult(
        {"encrypted": True},
        ["The passphrase was changed.", "Earlier backups still open with the passphrase they were made with."],
    )


def _read_passphrase(variable: str, question: str) -> str | None:
    """Return a passphrase from the environment, or typed; None if nobody can be asked."""
    words = os.environ.get(variable)
    if words:
        return words
    if not sys.stdin.isatty():
        return None
    import getpass

    return getpass.getpass(question, sys.stderr)


def _new_passphrase(variable: str) -> str:
    """Return a new passphrase, typed twice.

    Raises:
        NoPassphraseError: If nobody can be asked, or the two differ.
    """
    words = os.environ.get(variable)
    if words:
        return words
    words = _read_passphrase(variable, f"New passphrase (at least {encryption.LEAST} characters): ")
    if words is None or words != _read_passphrase(variable, "Repeat: "):
        raise NoPassphraseError(variable, typed=words is not None)
    return words


def _run(steps: Steps[object]) -> None:
    shown = -1
    for done, total in steps:
        percent = 100 * done // total
        if sys.stderr.isatty() and percent != shown:
            print(f"\r{percent} %", end="", file=sys.stderr, flush=True)
            shown = percent
    if shown >= 0:
        print("\r", end="", file=sys.stderr)
