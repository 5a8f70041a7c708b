import dataclasses
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import types
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core import typed_json
from delegate_desk.core.documents.document import Document, Header, PageBox
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.reading_process import ReadingProcess

MISBEHAVING = [sys.executable, str(Path(__file__).parents[1] / "data" / "misbehaving.py"), "read"]

File = Callable[[str], Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    """Writes a file with instructions for its reader."""

    def write(what: str) -> Path:
        path = tmp_path / f"{what}.txt"
        path.write_text(what)
        return path

    return write


@pytest.fixture
def reader() -> Iterator[ReadingProcess]:
    made = ReadingProcess(seconds=300.0, memory=700_000_000, command=MISBEHAVING)
    yield made
    made.close()


def refusal(reader: ReadingProcess, path: Path) -> UnreadableDocumentError:
    with pytest.raises(UnreadableDocumentError) as caught:
        reader.read(path, "paper.pdf")
    assert caught.value.file_name == "paper.pdf"
    return caught.value


def process(reader: ReadingProcess, path: Path) -> int:
    """The number of the process that reads a harmless file."""
    return int(reader.read(path, "paper.pdf").header.subject)


def test_one_child_reads_many_files(reader: ReadingProcess, file: File) -> None:
    first = process(reader, file("fine"))
    assert first != os.getpid()
    assert process(reader, file("fine")) == first


@pytest.mark.parametrize(
    ("what", "reason", "detail"),
    [
        ("hoard", ImportFailure.UNREADABLE, "memory limit of 0.7 GB"),
        ("crash", ImportFailure.DAMAGED, "it breaks its reader"),
        ("exit", ImportFailure.DAMAGED, "it breaks its reader"),
    ],
)
def test_a_file_that_ends_its_reader_is_refused_and_the_next_one_is_read(
    reader: ReadingProcess, file: File, what: str, reason: ImportFailure, detail: str
) -> None:
    first = process(reader, file("fine"))
    error = refusal(reader, file(what))
    assert (error.reason, error.detail) == (reason, detail)
    assert process(reader, file("fine")) != first


def test_a_file_that_hangs_its_reader_is_refused_and_the_next_one_is_read(
    reader: ReadingProcess, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = process(reader, file("fine"))
    with monkeypatch.context() as hasty:  # for this file alone: a busy machine may need longer for the others
        hasty.setattr(reader, "_seconds", 0.5)
        error = refusal(reader, file("hang"))
    assert (error.reason, error.detail) == (ImportFailure.UNREADABLE, "time limit of 0.5 s")
    assert process(reader, file("fine")) != first


def test_a_refusal_travels_back_and_the_child_continues(reader: ReadingProcess, file: File) -> None:
    first = process(reader, file("fine"))
    error = refusal(reader, file("refuse"))
    assert (error.reason, error.detail) == (ImportFailure.ENCRYPTED, "with a password")
    assert process(reader, file("fine")) == first


def test_a_fault_of_a_reader_is_logged_without_words_of_the_document(
    reader: ReadingProcess, file: File, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        error = refusal(reader, file("fail"))
    assert (error.reason, error.detail) == (ImportFailure.UNREADABLE, "KeyError")
    assert "KeyError at misbehaving.py:" in caplog.text
    assert "words of the document" not in caplog.text


def test_what_a_library_prints_is_no_answer(reader: ReadingProcess, file: File) -> None:
    assert process(reader, file("print"))


@pytest.mark.skipif(sys.platform == "win32", reason="waits for a child as only POSIX can")
def test_a_child_that_was_killed_between_two_files_is_replaced(reader: ReadingProcess, file: File) -> None:
    first = process(reader, file("fine"))
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert process(reader, file("fine")) != first


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts by an alarm, which Windows does not have")
def test_an_interrupted_file_leaves_no_answer_behind(reader: ReadingProcess, file: File) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    first = process(reader, file("fine"))
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    with pytest.raises(KeyboardInterrupt):
        reader.read(file("hang"), "paper.pdf")
    signal.signal(signal.SIGALRM, before)
    assert process(reader, file("fine")) != first


def test_closing_ends_the_current_file(file: File) -> None:
    reader = ReadingProcess(command=MISBEHAVING)
    process(reader, file("fine"))
    refused: list[UnreadableDocumentError] = []
    hanging = threading.Thread(target=lambda: refused.append(refusal(reader, file("hang"))))
    hanging.start()
    while not reader._lock.locked():
        pass
    reader.close()
    hanging.join(300)
    assert len(refused) == 1


def test_the_child_ends_with_its_parent(file: File) -> None:
    with subprocess.Popen([*MISBEHAVING, "700000000", "20"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin
        assert child.stdout
        assert json.loads(child.stdout.readline()) == {"ready": True}
        child.stdin.write(json.dumps({"path": str(file("hang")), "file_name": "paper.pdf"}).encode() + b"\n")
        child.stdin.close()
        assert child.wait(300) == 0


def test_a_child_that_does_not_start_is_a_fault_of_the_program(file: File) -> None:
    reader = ReadingProcess(command=[sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(RuntimeError, match="status 3"):
        reader.read(file("fine"), "paper.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
def test_a_file_name_that_is_no_unicode_travels(reader: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe1\xf1\xe8\xf1\xef.txt")
    path.write_text("fine")
    assert process(reader, path)


def test_hostile_files_are_read_or_refused_for_a_reason(shared: Path) -> None:
    reader = ReadingProcess()
    outcomes: dict[str, ImportFailure | bool] = {}
    for path in sorted((shared / "corpus" / "hostile").glob("*/*")):
        try:
            outcomes[path.name] = bool(reader.read(path, path.name))
        except UnreadableDocumentError as error:
            outcomes[path.name] = error.reason
    reader.close()
    known = {True, ImportFailure.DAMAGED, ImportFailure.ENCRYPTED, ImportFailure.NO_TEXT}
    assert {name: outcome for name, outcome in outcomes.items() if outcome not in known} == {}
    assert list(outcomes.values()).count(True) > 50


_place = st.floats(-20_000, 20_000)
st.register_type_strategy(PageBox, st.builds(PageBox, st.integers(1), _place, _place, _place, _place))
headers = st.builds(Header, confidence=st.dictionaries(st.text(), st.floats(0, 1)))
documents = st.builds(Document, headers)


@given(documents)
def test_a_document_that_travels_as_json_is_the_same(document: Document) -> None:
    assert typed_json.unpack(Document, json.loads(json.dumps(typed_json.pack(document)))) == document


def values(value: Any) -> list[Any]:
    """All values inside a value."""
    inner: list[Any]
    if dataclasses.is_dataclass(value):
        inner = [getattr(value, field.name) for field in dataclasses.fields(value)]
    elif isinstance(value, tuple):
        inner = list(value)
    else:
        inner = []
    return [value, *(deep for part in inner for deep in values(part))]


@given(documents)
def test_what_has_travelled_has_the_same_types(document: Document) -> None:
    back = typed_json.unpack(Document, json.loads(json.dumps(typed_json.pack(document))))
    assert list(map(type, values(back))) == list(map(type, values(document)))


def test_every_declared_type_is_one_that_travels() -> None:
    seen: set[Any] = set()

    def visit(shape: Any) -> None:
        shape = getattr(shape, "__supertype__", shape)
        if shape in seen or shape in (str, int, float, bool, types.NoneType, ...):
            return
        seen.add(shape)
        if dataclasses.is_dataclass(shape):
            for part in get_type_hints(shape).values():
                visit(part)
        elif get_origin(shape):
            assert get_origin(shape) in (tuple, Union, types.UnionType) or "Mapping" in str(shape), shape
            for part in get_args(shape):
                visit(part)
        else:
            assert issubclass(shape, StrEnum) or shape.__name__ == "date", shape

    visit(Document)
