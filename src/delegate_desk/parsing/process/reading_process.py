"""Reading in a process of its own, so that no file can take the program down.

The parent keeps one child and gives it file after file, one JSON line each way. A child that takes too long or breaks
is killed, and the next file has a fresh one. The child ends by itself when its parent does: its standard input closes.
What is sealed on disk is opened by the parent and sent behind the line: the child, which meets hostile files, has no
key but that of the room into which it unpacks.
"""

import json
import logging
import math
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, cast

from delegate_desk.cipher import PLAIN, Cipher, SealedCipher
from delegate_desk.core.documents.document import Document, PageBox
from delegate_desk.core.documents.original_pages import PagePicture, PageSearchTerms, PageText
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.library.crash_log import disable_core_dumps
from delegate_desk.parsing import archive
from delegate_desk.parsing.archive import ArchiveMember
from delegate_desk.parsing.in_memory_files import Contents
from delegate_desk.parsing.process import page_images, word_position_messages
from delegate_desk.parsing.process import worker_process as process

FROZEN_SWITCH = "--read-files"
"""What a frozen program is started with to be the child; ``main`` takes the arguments behind it."""

_START_SECONDS = 60
_log = logging.getLogger(__name__)


def read_in_place(path: Path) -> None:
    """Nothing in memory: files are read where they stand."""


def _own_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_SWITCH]
    return [sys.executable, "-P", "-m", __spec__.name if __spec__ else __name__]


class ReadingProcess:
    """Reads files in a child process with limits on time and memory. Safe on any thread; one file at a time."""

    def __init__(
        self,
        seconds: float = 20.0,
        memory: int = 1_500_000_000,
        command: Sequence[str] | None = None,
        content: Callable[[Path], bytes | None] = read_in_place,
    ) -> None:
        """Begin without a child; the first file starts it.

        Args:
            seconds: How long one file may take.
            memory: How many bytes the child may have.
            command: What starts the child, to which the limits are added; by default this very module.
            content: Gives what is in a file that is sealed; None for one that is to be read where it stands.
        """
        self._content = content
        self._seconds = seconds
        self._memory = memory
        self._command = [*(command or _own_command()), str(memory), str(seconds)]
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, file_name: str) -> Document:
        """Read a file; slow, touches nothing.

        Raises:
            UnreadableDocumentError: If the file is refused, takes too long, needs too much memory or breaks its reader.
        """
        started = time.monotonic()
        reply = self._request({"path": str(path.absolute()), "file_name": file_name})
        document = process.unpack(reply["document"])
        _log.info("Read %d units in %.2f s", len(document.units()), time.monotonic() - started)
        return document

    def draw(self, path: Path, file_name: str, number: int, width: int) -> PagePicture:
        """Draw a page of a PDF, from 1, about so many pixels wide; slow, touches nothing.

        Raises:
            UnreadableDocumentError: If the page cannot be drawn, takes too long, needs too much memory or breaks its
                reader.
        """
        request = {"path": str(path.absolute()), "file_name": file_name, "page": number, "width": width}
        with _check_answer(file_name):
            return page_images.unpack(self._request(request)["picture"])

    def sizes(self, path: Path, file_name: str) -> list[tuple[float, float]]:
        """The width and height of each page of a PDF, in points; touches nothing.

        Raises:
            UnreadableDocumentError: If the file cannot be opened, takes too long or breaks its reader.
        """
        reply = self._request({"path": str(path.absolute()), "file_name": file_name, "sizes": True})
        with _check_answer(file_name):
            return page_images.unpack_sizes(reply["sizes"])

    def text(self, path: Path, file_name: str, number: int) -> PageText:
        """Return the text of a page of a PDF, counted from 1, letter by letter; slow, touches nothing.

        Raises:
            UnreadableDocumentError: If the page cannot be read, takes too long, needs too much memory or breaks its
                reader.
        """
        request = {"path": str(path.absolute()), "file_name": file_name, "letters": number}
        with _check_answer(file_name):
            return word_position_messages.unpack_text(number, self._request(request)["letters"])

    def find(self, path: Path, file_name: str, number: int, wanted: Sequence[PageSearchTerms]) -> list[list[PageBox]]:
        """Return the boxes of each search term on a page of a PDF, from 1, a box for each line it runs over; slow.

        Raises:
            UnreadableDocumentError: If the page cannot be read, takes too long, needs too much memory or breaks its
                reader.
        """
        request = {"path": str(path.absolute()), "file_name": file_name, "page": number}
        with _check_answer(file_name):
            return word_position_messages.unpack(
                number, self._request(request | {"sought": word_position_messages.pack(wanted)})["places"]
            )

    def unpack(self, path: Path, file_name: str, into: Path, key: bytes = b"") -> list[ArchiveMember]:
        """Find the files in an archive or a mail, and write each into a folder, sealed where there is a key; slow.

        Raises:
            UnreadableDocumentError: If it is refused whole, takes too long, needs too much memory or breaks its reader.
        """
        request = {"path": str(path.absolute()), "file_name": file_name, "into": str(into.absolute()), "key": key.hex()}
        return [
            ArchiveMember(name, file, ImportFailure(reason) if reason else None, detail)
            for name, file, reason, detail in self._request(request)["members"]
        ]

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer of the child process about a file.

        Raises:
            UnreadableDocumentError: If it refuses the file, or breaks.
        """
        file_name = request["file_name"]
        content = self._content(Path(request["path"]))
        if content is not None:
            request = request | {"size": len(content)}
        with self._lock:
            child = self._ready_child()
            line = json.dumps(request).encode() + b"\n"
            answer, late = self._exchange(child, line, self._seconds, content or b"")
            if not answer:
                raise self._broken(child, file_name, late)
        reply: dict[str, Any] = json.loads(answer)
        if "fault" in reply:
            _log.error("A reader failed: %s at %s", reply["detail"], reply["fault"])
        if "reason" in reply:
            raise UnreadableDocumentError(file_name, ImportFailure(reply["reason"]), reply["detail"])
        return reply

    def close(self) -> None:
        """End the child, in the middle of a file too; a later file starts another."""
        child = self._child
        if child:
            child.kill()
        with self._lock:
            self._drop()

    def _ready_child(self) -> subprocess.Popen[bytes]:
        """Return the running child process, or a new process that has reported that it is ready."""
        if self._child and self._child.poll() is None:
            return self._child
        self._drop()
        child = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaints may quote the document
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._child = child
        answer, _ = self._exchange(child, b"", _START_SECONDS)
        if not answer:
            self._drop()
            raise RuntimeError(f"the reading process did not start, status {child.returncode}")
        return child

    def _exchange(
        self, child: subprocess.Popen[bytes], request: bytes, seconds: float, content: bytes = b""
    ) -> tuple[bytes, bool]:
        """Send a line and wait for one; nothing if the child ended, and whether that was for being late."""
        assert child.stdin
        assert child.stdout
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            child.stdin.write(request)
            child.stdin.write(content)
            child.stdin.flush()
            answer = child.stdout.readline()
        except OSError:  # the pipe broke: the child has ended
            answer = b""
        except BaseException:  # interrupted: what this child says next would be taken for another file's answer
            self._drop()
            raise
        finally:
            timer.cancel()
        return (answer if answer.endswith(b"\n") else b""), late.is_set()

    def _broken(self, child: subprocess.Popen[bytes], file_name: str, late: bool) -> UnreadableDocumentError:
        """Put a child aside that ended in the middle of a file, and say why it did."""
        self._drop()
        status = child.returncode
        _log.warning("The reading process ended with status %d%s", status, ", too late" if late else "")
        if late or status == -getattr(signal, "SIGALRM", 0):
            return UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, f"time limit of {self._seconds:g} s")
        if process.was_out_of_memory(status):
            return UnreadableDocumentError(
                file_name, ImportFailure.UNREADABLE, f"memory limit of {self._memory / 1e9:g} GB"
            )
        return UnreadableDocumentError(file_name, ImportFailure.DAMAGED, "it breaks its reader")

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    process.close(pipe)


@contextmanager
def _check_answer(file_name: str) -> Iterator[None]:
    """Refuse a file whose page is told of in an answer that makes no sense: its reader may have been taken over."""
    try:
        yield
    except (ArithmeticError, LookupError, TypeError, ValueError, zlib.error) as error:
        raise UnreadableDocumentError(file_name, ImportFailure.UNREADABLE, type(error).__name__) from error


# The child


def main(arguments: Sequence[str], read: Callable[[Path, str], Document] | None = None) -> NoReturn:
    """Be the child: read the files named on standard input, one JSON line each, until it closes.

    Args:
        arguments: The limits: bytes of memory, seconds.
        read: Reads one file; by default with the readers of this package.
    """
    memory, seconds = int(arguments[0]), float(arguments[1])
    disable_core_dumps()
    process.ignore_interrupts()
    requests, answers = process.own_pipes()
    process.limit_memory(memory)
    if read is None:
        from delegate_desk.parsing import reading  # after the limit

        read = reading.read
    heard = process.listen_with_contents(requests)
    process.send_reply(answers, json.dumps({"ready": True}))
    while True:
        line, content = heard.get()
        request = json.loads(line)
        process.end_by_itself_after(math.ceil(seconds) + process.GRACE)
        process.send_reply(answers, _reply(read, request, content))
        process.end_by_itself_after(0)


def _reply(read: Callable[[Path, str], Document], request: dict[str, Any], content: bytes | None) -> str:
    """Reply about a file, in JSON. An error is reported by kind alone: its message may quote the document."""
    path = Path(request["path"])
    if content is not None:
        path = cast("Path", Contents(path.name, content))  # it has what readers use of one
    try:
        if "sought" in request:
            return json.dumps({"places": word_position_messages.find(path, request["page"], request["sought"])})
        if "letters" in request:
            return json.dumps({"letters": word_position_messages.read(path, request["letters"])})
        if "sizes" in request:
            return json.dumps({"sizes": page_images.sizes(path)})
        if "page" in request:
            return json.dumps({"picture": page_images.draw(path, request["page"], request["width"])})
        if "into" in request:
            members = archive.unpack(path, request["file_name"], Path(request["into"]), _cipher_for_key(request["key"]))
            return json.dumps({"members": [(one.name, one.file, one.reason, one.detail) for one in members]})
        return json.dumps({"document": process.pack(read(path, request["file_name"]))})
    except UnreadableDocumentError as error:
        return json.dumps({"reason": error.reason, "detail": error.detail})
    except MemoryError:
        os._exit(process.MEMORY_EXIT)
    except Exception as error:  # whatever a file does to its reader, it is no other file's concern
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
        return json.dumps({"reason": ImportFailure.UNREADABLE, "detail": type(error).__name__, "fault": place})


def _cipher_for_key(key: str) -> Cipher:
    return SealedCipher(bytes.fromhex(key)) if key else PLAIN


if __name__ == "__main__":
    main(sys.argv[1:])
