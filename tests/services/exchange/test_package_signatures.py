"""Packages signed by their sender and sealed to people; changed packages are refused."""

import contextlib
import io
import os
import random
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.cipher import SealBrokenError
from delegate_desk.cli.command_result import explain
from delegate_desk.core.exchange.package import PackageData, PersonId, PersonKey, PublicKey
from delegate_desk.core.library.errors import PackageFault, UnknownKeyError, UnreadablePackageError
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.services.exchange import package_file
from delegate_desk.services.exchange.package_file import OwnKeys, is_signed, new_keys
from delegate_desk.services.library.recovery import rebuild
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.exchange import PeopleStore
from evaluation.sidecars import tables
from support.package_exchange import brought, kept, noted, pack, paragraph, send, texts
from support.package_fixtures import parts_of, rewritten, unsigned

MUTANTS = int(os.environ.get("DELEGATE_DESK_MUTANTS", "2000"))
"""Number of altered packages, new ones each time; ``dev.py endure`` tries 10,000."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quiet hours.ddpack"


def keys(desk: Desk) -> OwnKeys:
    """The keys of a library, including the secret ones, as in its database."""
    with contextlib.closing(Database(desk.folder)) as database:
        return package_file.own_keys(PeopleStore(database))


def ours(desk: Desk) -> PersonId:
    return desk.people.own_person().id


def fault(desk: Desk, file: Path) -> PackageFault:
    """The reason why a package is refused, in one sentence, with the library unchanged."""
    before = (kept(desk), desk.annotations.all(), desk.documents.all(), desk.people.other_people())
    with pytest.raises(UnreadablePackageError) as caught:
        desk.packages.merge(file)
    assert (kept(desk), desk.annotations.all(), desk.documents.all(), desk.people.other_people()) == before
    assert explain(caught.value).count(". ") == 1
    assert caught.value.fault.text in caught.value.explain()
    return caught.value.fault


def acquainted(desk: Desk, other: Desk, folder: Path) -> None:
    """Each knows the key of the other."""
    brought(desk, folder)
    send(desk, other, folder / "hello.ddpack")
    send(other, desk, folder / "hello.ddpack")


# Signed


def test_the_first_package_brings_the_key_which_is_compared_once(desk: Desk, other: Desk, file: Path) -> None:
    document = brought(desk, file.parent)
    noted(desk, paragraph(document), "signed")
    taken = send(desk, other, file)
    assert taken.preview.package.key == keys(desk).key
    assert taken.preview.key == PersonKey(keys(desk).key)
    (met,) = other.people.other_people()
    assert met.key is not None
    assert (met.key.fingerprint, met.key.verified) == (desk.people.own_fingerprint(), None)
    other.people.verify(met.person.id)
    again = other.packages.preview(other.packages.read(file)).key
    assert again is not None
    assert again.verified is not None
    assert other.people.own_fingerprint() != desk.people.own_fingerprint()


def test_keys_are_made_once_and_stay(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        first = desk.people.own_fingerprint()
        assert desk.people.own_fingerprint() == first
        backup = tmp_path / "whole.ddbackup"
        finish(desk.backups.write(backup))
    with open_desk(tmp_path / "library") as desk:
        assert desk.people.own_fingerprint() == first
        with contextlib.closing(Database(desk.folder)) as database:
            assert PeopleStore(database).save_own_key(*new_keys())[0] == keys(desk).key  # two programs at once


def test_a_package_signed_with_another_key_or_not_signed_is_refused_until_the_key_is_removed(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    noted(desk, paragraph(brought(desk, tmp_path)), "one")
    send(desk, other, file)
    forged = rewritten(
        file, tmp_path / "forged.ddpack", lambda parts, _: parts.update({"annotations.jsonld": b'{"items": []}'})
    )
    assert fault(other, forged) is PackageFault.OTHER_KEY
    assert fault(other, unsigned(file, tmp_path / "old.ddpack")) is PackageFault.OTHER_KEY
    with pytest.raises(UnreadablePackageError) as caught:
        other.packages.merge(forged)
    assert "People in the preferences" in caught.value.explain()
    other.people.verify(ours(desk))
    other.people.remove_key(ours(desk))
    assert other.people.other_people()[0].key is None
    other.packages.merge(forged)
    assert fault(other, file) is PackageFault.OTHER_KEY
    (met,) = other.people.other_people()
    assert met.key is not None
    assert met.key.key != keys(desk).key


def test_a_package_in_our_name_is_signed_by_us_or_older(desk: Desk, file: Path, tmp_path: Path) -> None:
    brought(desk, tmp_path)
    pack(desk, file)
    desk.packages.merge(file)
    desk.packages.merge(unsigned(file, tmp_path / "old.ddpack"))
    assert fault(desk, rewritten(file, tmp_path / "forged.ddpack", lambda *_: None)) is PackageFault.OTHER_KEY
    desk.people.remove_key(ours(desk))
    desk.packages.merge(file)


def test_an_unsigned_package_of_a_person_without_a_key_is_read(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    noted(desk, paragraph(brought(desk, tmp_path)), "of old")
    pack(desk, file)
    taken = other.packages.merge(unsigned(file, tmp_path / "old.ddpack"))
    assert (taken.preview.package.key, texts(other)) == (None, {"of old"})
    assert other.people.other_people()[0].key is None
    other.packages.merge(file)
    assert other.people.other_people()[0].key is not None


def test_a_key_that_came_between_reading_and_importing_counts(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    brought(desk, tmp_path)
    pack(desk, file)
    forged = rewritten(file, tmp_path / "forged.ddpack", lambda *_: None)
    read = other.packages.read(forged)
    other.packages.merge(file)
    with pytest.raises(UnreadablePackageError):
        finish(other.packages.import_package(read, forged))


def test_a_signature_that_is_cut_off_or_of_something_else_is_refused(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    document = brought(desk, tmp_path)
    pack(desk, tmp_path / "before.ddpack")
    noted(desk, paragraph(document), "later")
    pack(desk, file)
    with zipfile.ZipFile(tmp_path / "before.ddpack") as archive:
        before = archive.comment
    manifest = zipfile.ZipFile(file).read("manifest.json")
    own = keys(desk)
    sealing = own.key[64:]
    small = OwnKeys(PublicKey(own.key[:64] + "0" * 64), own._secret.hex())
    comments = {
        b"", before, b"{}", own.sign(manifest, [own.key]).to_json(), small.sign(manifest).to_json(),
        replace(own.sign(manifest), key=PublicKey(sealing + own.key[:64])).to_json(),
        replace(OwnKeys(*new_keys()).sign(manifest), key=own.key).to_json(),
    }  # fmt: skip
    for comment in comments:
        shutil.copy(file, tmp_path / "bad.ddpack")
        with zipfile.ZipFile(tmp_path / "bad.ddpack", "a") as archive:
            archive.comment = comment
        assert fault(other, tmp_path / "bad.ddpack") is PackageFault.CHANGED
    (tmp_path / "bad.ddpack").write_bytes(file.read_bytes() + b"more")
    assert fault(other, tmp_path / "bad.ddpack") is PackageFault.DAMAGED
    other.packages.merge(file)


def test_the_secret_is_in_the_library_and_what_is_made_of_it_alone(
    desk: Desk, other: Desk, file: Path, tmp_path: Path
) -> None:
    acquainted(desk, other, tmp_path)
    secret = keys(desk)._secret.hex()
    finish(desk.backups.write(tmp_path / "whole.ddbackup"))
    finish(desk.backups.restore(tmp_path / "whole.ddbackup", tmp_path / "again"))
    with open_desk(tmp_path / "again") as again:
        assert keys(again)._secret.hex() == secret
    pack(desk, file)
    pack(desk, tmp_path / "sealed.ddpack", recipients=frozenset({ours(other)}))
    for path in (file, tmp_path / "sealed.ddpack", tmp_path / "hello.ddpack"):
        inside = path.read_bytes()
        if zipfile.is_zipfile(path):
            parts, manifest = parts_of(path)
            inside += b"".join(parts.values()) + repr(manifest).encode()
        for half in (secret[:64], secret[64:]):
            assert half.encode() not in inside
            assert bytes.fromhex(half) not in inside
    assert secret not in str(tables(other.folder))


def test_a_library_rebuilt_from_its_sidecars_has_its_keys(desk: Desk, other: Desk, tmp_path: Path) -> None:
    acquainted(desk, other, tmp_path)
    other.people.verify(ours(desk))
    met, own = other.people.other_people(), other.people.own_fingerprint()
    other.close()
    (other.folder / FILE_NAME).write_bytes(b"garbage" * 1000)
    finish(rebuild(other.folder))
    with open_desk(other.folder) as again:
        assert again.people.own_fingerprint() == own
        assert again.people.other_people() == met


# Sealed


def test_a_sealed_package_is_read_by_those_whom_it_is_sealed_to_and_by_its_sender(
    desk: Desk, other: Desk, third: Desk, file: Path, tmp_path: Path
) -> None:
    acquainted(desk, other, tmp_path)
    document = desk.documents.all()[0]
    noted(desk, paragraph(document.id), "for your eyes")
    pack(desk, file, recipients=frozenset({ours(other)}))
    content = file.read_bytes()
    assert content.startswith(package_file.SEALED)
    assert not zipfile.is_zipfile(file)
    assert bytes.fromhex(keys(other).key[64:]) not in content  # it does not say whom it is for
    taken = other.packages.merge(file)
    assert (taken.preview.package.is_sealed, texts(other)) == (True, {"for your eyes"})
    assert desk.packages.read(file).is_sealed
    for _ in range(2):  # with and without their keys
        assert fault(third, file) is PackageFault.SEALED_TO_OTHERS
        third.people.own_fingerprint()


def test_a_large_sealed_package_brings_its_files(desk: Desk, other: Desk, file: Path, tmp_path: Path) -> None:
    acquainted(desk, other, tmp_path)
    large = tmp_path / "large.html"
    noise = random.Random(1).randbytes(3_000_000).hex()
    large.write_text(f"<html><body><p>1. Quiet hours.</p><!-- {noise} --></body></html>", encoding="utf-8")
    (document,) = desk.documents.add(desk.documents.read(large)).documents
    pack(desk, file, recipients=frozenset({ours(other)}))
    assert file.stat().st_size > 2_000_000  # several chunks
    (came,) = other.packages.merge(file).documents
    assert other.documents.get(came).sha256 == desk.documents.get(document).sha256


def test_it_cannot_be_sealed_to_a_person_without_a_key(desk: Desk, other: Desk, file: Path, tmp_path: Path) -> None:
    desk.people.set_name("Anna")
    brought(desk, tmp_path)
    pack(desk, file)
    other.packages.merge(unsigned(file, tmp_path / "old.ddpack"))
    with pytest.raises(UnknownKeyError, match="Anna"):
        pack(other, tmp_path / "sealed.ddpack", recipients=frozenset({ours(desk)}))
    assert not (tmp_path / "sealed.ddpack").exists()


def test_what_one_recipient_opens_cannot_be_sealed_or_sent_on_in_the_name_of_the_sender(
    desk: Desk, other: Desk, third: Desk, file: Path, tmp_path: Path
) -> None:
    acquainted(desk, other, tmp_path)
    third.people.own_fingerprint()
    pack(desk, file, recipients=frozenset({ours(other)}))
    pack(desk, tmp_path / "open.ddpack")
    with file.open("rb") as sealed:
        inside = keys(other).unseal(sealed).read()
    bare = tmp_path / "bare.ddpack"
    bare.write_bytes(inside)
    assert fault(third, bare) is PackageFault.CHANGED
    assert fault(other, bare) is PackageFault.CHANGED
    for content in (inside, (tmp_path / "open.ddpack").read_bytes(), unsigned(bare, file).read_bytes()):
        with (tmp_path / "again.ddpack").open("wb") as target:
            sealing = package_file.sealed_writer(target, [keys(third).key])
            sealing.write(content)
            sealing.finish()
        assert fault(third, tmp_path / "again.ddpack") is PackageFault.CHANGED


def test_keys_of_small_order_seal_nothing(tmp_path: Path) -> None:
    own = OwnKeys(*new_keys())
    with (tmp_path / "x").open("w+b") as file:
        file.write(package_file.SEALED + bytes(32) + b"\1" + bytes(48))
        file.seek(0)
        with pytest.raises(SealBrokenError):
            own.unseal(file)
    assert not is_signed(b"", OwnKeys(PublicKey(own.key[:64] + "0" * 64), own._secret.hex()).sign(b""))
    assert is_signed(b"", own.sign(b""))


# Changed on the way


def mutants(content: bytes, other: bytes, dice: random.Random) -> Iterator[bytes]:
    """Yield a package with changed bits, bytes and pieces, without end; pieces of another package among them."""
    while True:
        made, size = bytearray(content), len(content)
        for _ in range(dice.choice((1, 1, 1, 2, 5))):
            at = dice.choice(
                (dice.randrange(size), size - 1 - dice.randrange(min(size, 700)), dice.randrange(min(size, 100)))
            )
            end = min(size, at + dice.choice((1, 2, 4, 32, 300, size)))
            match dice.randrange(9):
                case 0 | 1 | 2:
                    made[at : at + 1] = bytes([content[at] ^ 1 << dice.randrange(8)])
                case 3:
                    made[at : at + 1] = dice.randbytes(1)
                case 4:
                    del made[at:end]
                case 5:
                    made[at:at] = dice.randbytes(dice.choice((1, 5, 200)))
                case 6:
                    made[at:end] = other[at:end]
                case 7:
                    made[at:at] = made[dice.randrange(size) : end]
                case 8:
                    made[at : at + 4] = dice.choice((bytes(4), b"\xff" * 4, b"PK\5\6", b"PK\1\2", b"PK\3\4", b"PK\6\6"))
        yield bytes(made)


def swapped(content: bytes, dice: random.Random) -> bytes:
    """A package with a valid archive, with parts swapped, removed, renamed or repeated, and its own comment."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts, comment = {name: archive.read(name) for name in archive.namelist()}, archive.comment
    one, two = dice.sample(sorted(parts), 2)
    match dice.randrange(5):
        case 0:
            parts[one], parts[two] = parts[two], parts[one]
        case 1:
            del parts[one]
        case 2:
            parts[f"{one}x"] = parts.pop(one)
        case 3:
            parts[one] += dice.choice((b" ", b"\n", b"x"))
        case 4:
            parts = dict(dice.sample(sorted(parts.items()), len(parts)))  # in another order: nothing changed
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, inner in parts.items():
            archive.writestr(name, inner)
        at = dice.randrange(len(comment))
        edits = comment, comment[:at], comment[:at] + bytes([comment[at] ^ 1]) + comment[at + 1 :], comment.upper()
        archive.comment = dice.choice(edits)
    return target.getvalue()


def read(desk: Desk, file: Path) -> PackageData | None:
    """The content of a package, whatever its file name; None if it is refused."""
    try:
        return replace(desk.packages.read(file), file_name="")
    except UnreadablePackageError:
        return None


@pytest.mark.parametrize("is_sealed", [False, True])
def test_what_was_changed_on_the_way_is_refused_or_says_what_was_sent(
    desk: Desk, other: Desk, tmp_path: Path, *, is_sealed: bool
) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")  # noqa: T201  (shown if it fails)
    dice = random.Random(seed)
    acquainted(desk, other, tmp_path)
    files = tmp_path / "before.ddpack", tmp_path / "whole.ddpack"
    note = noted(desk, paragraph(desk.documents.all()[0].id), "first words")
    for file, text in zip(files, ("first words", "last words"), strict=True):
        desk.annotations.save(replace(note, text=text))
        pack(desk, file, recipients=frozenset({ours(other)} if is_sealed else ()))
        other.packages.merge(file)
    sent, state = [read(other, file) for file in files], kept(other)
    before, whole = (file.read_bytes() for file in files)
    made, accepted = mutants(whole, before, dice), set[bytes]()
    path = tmp_path / "changed.ddpack"
    with path.open("wb") as target:
        for number in range(MUTANTS // 2):
            mutant = swapped(whole, dice) if number % 4 == 0 and not is_sealed else next(made)
            target.seek(0)
            target.truncate()
            target.write(mutant)
            target.flush()
            found = read(other, path)
            if found is not None:
                assert found in sent
                accepted.add(mutant)
    for mutant in dice.sample(sorted(accepted), min(20, len(accepted))):
        path.write_bytes(mutant)
        other.packages.merge(path)
        assert kept(other) == state
    assert len(accepted) < MUTANTS // 4
    assert texts(other) == {"last words"}
