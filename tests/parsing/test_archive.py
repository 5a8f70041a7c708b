import io
import os
import stat
import threading
import time
import zipfile
from pathlib import Path

import pytest

from delegate_desk.cli.main import REFUSED
from delegate_desk.core.documents.document import ImportStatus, sanitise_for_terminal, sanitise_name
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.desk import Desk
from delegate_desk.parsing import archive, reading
from delegate_desk.parsing.archive import ArchiveMember
from evaluation import hostile_bombs, hostile_paths
from support.command_line import Shell
from support.office_files import compound_file, outlook_mail
from support.refusals import refusal


def packed(entries: dict[str, bytes], *, deflated: bool = False) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as bundle:
        for name, content in entries.items():
            bundle.writestr(name, content)
    return data.getvalue()


def unpack(tmp_path: Path, data: bytes, name: str = "meeting.zip") -> dict[str, bytes | ImportFailure]:
    """By the displayed name of each file inside, its bytes, or the reason of its refusal."""
    path, into = tmp_path / name, tmp_path / "into"
    path.write_bytes(data)
    into.mkdir()
    return {member.name: outcome(into, member) for member in archive.unpack(path, name, into)}


def outcome(into: Path, member: ArchiveMember) -> bytes | ImportFailure:
    return member.reason or (into / member.file).read_bytes()


FOUND: dict[str, tuple[bytes, dict[str, bytes | ImportFailure]]] = {
    "files in archives in archives": (
        packed({"papers/a.txt": b"one", "papers/inner.zip": packed({"deep/b.pdf": b"two"})}),
        {"papers/a.txt": b"one", "papers/inner.zip/deep/b.pdf": b"two"},
    ),
    "what systems leave is passed over": (
        packed({"__MACOSX/._a": b"x", ".DS_Store": b"x", "~$a.docx": b"x", "d/Thumbs.db": b"x", "a.txt": b"one"}),
        {"a.txt": b"one"},
    ),
    "a member without a name": (packed({"@": b"one"}).replace(b"@", b"\0"), {"nameless": b"one"}),
    "a name in Greek without the flag for UTF-8": (
        packed({"Αθήνα.txt": b"one"}).replace(b"\x00\x08\x00\x00", bytes(4)), {"Αθήνα.txt": b"one"},
    ),
    "a file that is packed too densely is refused alone": (
        packed({"a.txt": b"\0" * 50_000_000, "b.txt": b"two"}, deflated=True),
        {"a.txt": ImportFailure.TOO_LARGE, "b.txt": b"two"},
    ),
    "a size that lies": (
        packed({"a.txt": b"x" * 5000}, deflated=True).replace(
            (5000).to_bytes(4, "little"), (10).to_bytes(4, "little")
        ),
        {"a.txt": ImportFailure.DAMAGED},
    ),
    "a document under the name of a mail": (packed({"d/a.msg": b"%PDF-1.7 x"}), {"d/a.msg": b"%PDF-1.7 x"}),
    "a damaged file does not stop the others": (
        packed({"a.txt": b"AAAA", "b.txt": b"two"}).replace(b"AAAA", b"AAAB", 1),
        {"a.txt": ImportFailure.DAMAGED, "b.txt": b"two"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "members"), FOUND.values(), ids=FOUND)
def test_the_files_in_an_archive_are_found(
    tmp_path: Path, data: bytes, members: dict[str, bytes | ImportFailure]
) -> None:
    assert unpack(tmp_path, data) == members


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../escaped.txt", "escaped.txt"),
        ("/absolute.txt", "absolute.txt"),
        ("C:\\folder\\a.txt", "folder/a.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("..", "nameless"),
        ("right\u202etxt.exe", "righttxt.exe"),
    ],
)
def test_no_name_leads_out(tmp_path: Path, name: str, shown: str) -> None:
    assert unpack(tmp_path, packed({name: b"one"})) == {shown: b"one"}
    assert {path.name for path in tmp_path.rglob("*")} == {"meeting.zip", "into", f"00000{Path(shown).suffix}"}


def test_two_files_of_one_name_are_both_there(tmp_path: Path) -> None:
    path, into = tmp_path / "a.zip", tmp_path / "into"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("a.txt", b"one")
        with pytest.warns(UserWarning, match="Duplicate name"):
            bundle.writestr("a.txt", b"two")
    into.mkdir()
    assert [outcome(into, member) for member in archive.unpack(path, "a.zip", into)] == [b"one", b"two"]


def test_a_bomb_is_refused_whole_and_at_once(tmp_path: Path) -> None:
    size = 60_000_000
    data = hostile_bombs.by_hand([(f"{n}.txt", hostile_bombs._squeezed(size), size) for n in range(18)])
    began = time.thread_time()
    assert refusal(unpack, tmp_path, data).reason is ImportFailure.TOO_LARGE
    assert time.thread_time() - began < 1


def test_bombs_in_bombs_are_counted_together(tmp_path: Path) -> None:
    unpacker = archive._Unpacker(tmp_path, 3_000_000)
    inner = packed({"a.txt": b"\1" * 1_000_000}, deflated=True)
    outer = packed({f"{n}.zip": inner for n in range(5)}, deflated=True)
    with pytest.raises(archive._TooMuchError):
        unpacker.open(io.BytesIO(outer), "outer.zip", "", 1)


def test_archives_do_not_stand_in_each_other_without_end(tmp_path: Path) -> None:
    data = b"deepest"
    name = "a.txt"
    for _ in range(archive.DEEPEST + 2):
        data, name = packed({name: data}), "in.zip"
    assert list(unpack(tmp_path, data).values()) == [ImportFailure.TOO_LARGE]


def test_a_huge_list_of_contents_is_not_read(tmp_path: Path) -> None:
    end = b"PK\5\6" + bytes(4) + (60_000).to_bytes(2, "little") * 2 + (40_000_000).to_bytes(4, "little") + bytes(6)
    assert refusal(unpack, tmp_path, b"PK\3\4" + bytes(1000) + end).reason is ImportFailure.TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [b"PK", b"PK\3\4 and then nothing", packed({"a.txt": b"one"})[:-30]],
    ids=["two letters", "a beginning", "without its end"],
)
def test_a_broken_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(unpack, tmp_path, data).reason is ImportFailure.DAMAGED


def test_an_archive_of_nothing_has_no_text(tmp_path: Path) -> None:
    assert refusal(unpack, tmp_path, packed({})).reason is ImportFailure.NO_TEXT


@pytest.mark.parametrize("name", ["a.zip", "a.eml", "a.msg"])
def test_an_empty_file_is_not_called_damaged(tmp_path: Path, name: str) -> None:
    error = refusal(unpack, tmp_path, b"", name)
    assert (error.reason, error.detail) == (ImportFailure.NO_TEXT, "empty")


@pytest.mark.parametrize("name", ["a.zip", "a.eml", "a.msg"])
@pytest.mark.parametrize("data", [b"%PDF-1.7 x", rb"{\rtf1 x}", packed({"word/document.xml": b"<x/>"})])
def test_a_document_under_the_name_of_a_container_is_itself_in_it(tmp_path: Path, name: str, data: bytes) -> None:
    assert unpack(tmp_path, data, name) == {"": data}


def test_a_mail_under_the_name_of_an_archive_is_read(tmp_path: Path) -> None:
    data = compound_file(outlook_mail({0x0037001F: "Bells", 0x1000001F: "Who oils the clapper? " * 30}))
    assert unpack(tmp_path, data, "a.zip") == {"": data}
    assert reading.read(tmp_path / "into" / "00000", "a.zip").paragraphs[-1].text.startswith("Who oils")


def test_an_archive_under_the_name_of_a_mail_is_opened(tmp_path: Path) -> None:
    assert unpack(tmp_path, packed({"a.txt": b"one"}), "a.msg") == {"a.txt": b"one"}


def test_an_encrypted_file_says_so(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": b"one"}))
    for header, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(header) + offset] |= 1
    assert unpack(tmp_path, bytes(data)) == {"a.txt": ImportFailure.ENCRYPTED}


def test_no_name_leads_out_of_the_library(tmp_path: Path) -> None:
    assert list(hostile_paths.faults(tmp_path)) == []


def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe1\xf1\xe8.txt")
    path.write_text("Noise is heard.")
    (became,) = desk.documents.import_files([path])
    assert became.document is not None
    assert became.document.file_name == "\ufffd\ufffd\ufffd.txt"
    assert desk.check().ok


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb\x1b[31m\x9b.txt", "a b [31m .txt"),
        ("\u202etxt.exe\u2066", "txt.exe"),
        ("\udce1.txt", "\ufffd.txt"),
        ("e\u0301 é α.txt", "e\u0301 é α.txt"),
    ],
)
def test_a_name_is_safe_to_show(name: str, shown: str) -> None:
    assert sanitise_name(name) == shown


def test_lines_stay_lines_and_columns_columns() -> None:
    assert sanitise_for_terminal("a\tb\x1b\nc\u202e") == "a\tb \nc"


def test_a_name_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = Shell(tmp_path / "library", capsys)
    good, bad = tmp_path / "a\x1b[2Jb.txt", tmp_path / "nothing\x1b[2J\nhere.txt"
    good.write_text("Noise is heard.")
    status, out, err = shell.run("import", good, bad)
    assert status == REFUSED
    assert "\x1b" not in out + err
    assert len(err.strip().splitlines()) == 1
    assert "\x1b" not in shell.run("documents")[1]


def test_twins_by_case_and_by_composition_are_two_documents(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    names = ["é.txt", "e\u0301.txt", "A.txt", "a.txt"]
    with zipfile.ZipFile(path, "w") as bundle:
        for number, name in enumerate(names):
            bundle.writestr(name, f"Noise is heard, {number}.")
    became = list(desk.documents.import_files([path]))
    assert [item.status for item in became] == [ImportStatus.IMPORTED] * 4
    assert [Path(item.path).name for item in became] == names


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_in_an_archive_is_no_document(tmp_path: Path, kind: int) -> None:
    path, into = tmp_path / "a.zip", tmp_path / "into"
    into.mkdir()
    with zipfile.ZipFile(path, "w") as bundle:
        info = zipfile.ZipInfo("a.txt")
        info.create_system, info.external_attr = 3, (kind | 0o777) << 16
        bundle.writestr(info, "/etc/passwd")
    (member,) = archive.unpack(path, path.name, into)
    assert (member.reason, member.detail) == (ImportFailure.UNSUPPORTED, "a link")
    assert list(into.iterdir()) == []


@pytest.mark.parametrize("name", ["a.txt:stream", "a.t|t", "a.\u202etxt", "a. ", "a.txt\u0301"])
def test_no_odd_suffix_comes_to_stand_on_disk(tmp_path: Path, name: str) -> None:
    path, into = tmp_path / "a.zip", tmp_path / "into"
    into.mkdir()
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr(name, "Noise is heard.")
    archive.unpack(path, path.name, into)
    assert [one.name for one in into.iterdir()] in (["00000"], ["00000.txt"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_is_refused_and_not_waited_for(desk: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    found: list[UnreadableDocumentError] = []

    def read() -> None:
        with pytest.raises(UnreadableDocumentError) as caught:
            desk.documents.read(pipe)
        found.append(caught.value)

    reading = threading.Thread(target=read, daemon=True)
    reading.start()
    reading.join(300)
    assert [(error.reason, error.detail) for error in found] == [(ImportFailure.UNREADABLE, "not a file")]
