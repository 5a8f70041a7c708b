"""Names that try to escape, of files on disk, in archives and messages: nothing is created outside the library."""

import contextlib
import io
import os
import stat
import tempfile
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from delegate_desk.core.errors import DeskError
from delegate_desk.desk import open_desk

_DEVICES = ("CON", "NUL", "PRN", "AUX", "COM1", "LPT1", "CONIN$", "CLOCK$", "con.txt", "NUL.tar.txt")
_OUT = ("..", "../x.txt", "../../../../../x.txt", "a/../../x.txt", "..\\..\\x.txt", "....//x.txt", "%2e%2e%2fx.txt")
_ABSOLUTE = (
    "/x.txt",
    "//server/share/x.txt",
    "\\\\server\\x.txt",
    "C:\\x.txt",
    "C:x.txt",
    "\\\\?\\C:\\x.txt",
    "~/x.txt",
)
_SHAPES = (
    "x.txt.",
    "x.txt ",
    " x.txt",
    ".",
    "./",
    "",
    "/",
    "x.txt/",
    "x.txt:stream",
    "x.txt::$DATA",
    "-rf.txt",
    "|x.txt",
)
_SIGNS = ("a\nb.txt", "a\x1b[31mb.txt", "a\x07.txt", "\u202etxt.exe.txt", "a\u200eb.txt", "\u200b.txt", "a\u2028b.txt")
_MORE = ("%s%n.txt", "{x}.txt", "$(x).txt", "`x`.txt", "'; DROP TABLE document;--.txt", "<b>x</b>.txt", "😀.txt")
_TWINS = (
    unicodedata.normalize("NFC", "é.txt"),
    unicodedata.normalize("NFD", "é.txt"),
    "A.TXT",
    "a.txt",
    "ſ.txt",
    "s.txt",
)
_LONG = ("n" * 400 + ".txt", "n" * 251 + ".txt", "d/" * 200 + "x.txt", "ά" * 400 + ".txt")
NAMES = (*_DEVICES, *_OUT, *_ABSOLUTE, *_SHAPES, *_SIGNS, *_MORE, *_TWINS, *_LONG)
BYTES = (b"\xe1\xf1\xe8.txt", b"\xff\xfe.txt", b"\xc0\xaf.txt", b"\xed\xa0\x80.txt")
"""Names on disk that are not UTF-8."""


def archive(outside: Path) -> bytes:
    """All names as members, each with its own words, and links and pipes that point to a file outside."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bundle, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, name in enumerate(NAMES):
            info = zipfile.ZipInfo("x")
            info.filename = name or "@"
            bundle.writestr(info, f"Noise is heard, {number}.")
        for number, kind in enumerate((stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFCHR)):
            info = zipfile.ZipInfo(f"link{number}.txt")
            info.create_system, info.external_attr = 3, (kind | 0o777) << 16
            bundle.writestr(info, str(outside))
    return made.getvalue()


def mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@example.eu", "../../x"
    made.set_content("Noise.")
    for number, name in enumerate(NAMES):
        safe = name.replace("\n", " ").replace("\x1b", "")
        made.add_attachment(f"Noise is heard by mail, {number}.".encode(), maintype="text", subtype="x", filename=safe)
    return made.as_bytes()


def on_disk(folder: Path) -> list[Path]:
    """Files with those names that this system allows, and a link and a pipe."""
    folder.mkdir()
    made = []
    for number, name in enumerate((*NAMES, *map(os.fsdecode, BYTES))):
        path = folder / str(number) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent == folder / str(number):
            with contextlib.suppress(OSError, ValueError):
                path.write_text(f"Noise is heard on disk, {number}.")
                made.append(path)
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("/etc/hostname")
    return [*made, folder / "pipe.txt"]


def everything(root: Path, but: Path) -> dict[Path, tuple[int, int]]:
    """All files below a folder, except another folder, with size and time."""
    return {
        path: (status.st_size, status.st_mtime_ns)
        for path in root.rglob("*")
        if but not in (path, *path.parents) and stat.S_ISREG((status := path.lstat()).st_mode)
    }


def prepared(root: Path) -> list[Path]:
    """All of them as they are imported: files, a folder, an archive and a message."""
    outside = root / "secret.txt"
    outside.write_text("Secret words.")
    (root / "names.zip").write_bytes(archive(outside))
    (root / "names.eml").write_bytes(mail())
    return [*on_disk(root / "disk"), root / "disk", root / "names.zip", root / "names.eml"]


def faults(root: Path) -> Iterator[str]:
    """Each promise that breaks when all these names are imported."""
    library = root / "deep" / "down" / "library"
    given = prepared(root)
    before = everything(root, library)
    with open_desk(library) as desk:
        try:
            became = list(desk.documents.import_files(given))
        except Exception as error:  # a bug of the program
            yield f"the program failed: {type(error).__name__}"
            return
        if everything(root, library) != before:
            yield "something outside the library changed"
        for held in desk.documents.all():
            text = " ".join(unit.marked for unit in desk.documents.content(held.id).units())
            if "Secret" in text or "/etc" in text:
                yield "a link was followed"
            if any(unicodedata.category(c) in ("Cc", "Cs") for c in held.file_name):
                yield "a name is kept that is not safe to show"
        stored = [path.relative_to(library) for path in library.rglob("*")]
        if any(len(path.name.encode()) > 200 or not path.name.isascii() for path in stored):
            yield "a name from outside became a name in the library"
        if not all(isinstance(item.error, DeskError) for item in became if item.document is None):
            yield "something was refused without a reason"
        if len({item.document.id for item in became if item.document}) < len(NAMES):
            yield "too little was taken in"
        if not desk.check().ok:
            yield "the library is not whole"


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """R9, once: whether it was kept, and the number of names."""
    del seconds, seed
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(Path(folder)))
    tried = (
        f"{len(NAMES)} names on disk, in an archive and in an email, {len(BYTES)} that are not UTF-8, links and pipes"
    )
    return not found, f"{tried}: {'; '.join(found) or 'no file outside the library, none overwritten'}"
