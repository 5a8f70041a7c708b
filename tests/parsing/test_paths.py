"""File names: none leads out of the library, none controls a terminal."""

import os
import stat
import threading
import zipfile
from pathlib import Path

import pytest

from delegate_desk.cli.main import REFUSED
from delegate_desk.core.documents.document import ImportStatus, sanitise_for_terminal, sanitise_name
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.desk import Desk
from delegate_desk.parsing import archive
from evaluation import hostile_paths
from support.command_line import Shell


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
