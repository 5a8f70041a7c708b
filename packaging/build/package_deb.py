"""The Debian package of the frozen program, with its desktop integration.

Libraries that Debian has are left out and become dependencies, so that Debian updates them. No script runs on
installation or removal: the desktop updates its menus, types and icons itself, and user data is in the user's home,
which no package touches.
"""

import gzip
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import freezing
import man_page
from locked import ROOT
from package_common import ID, LINUX, NAME, Build, FaultyError, MissingError, give_moment, size, tool
from package_frozen import RESOURCES, leave_to_the_system

OPEN_WITH = "zz-delegate-desk-open"
"""The entry for files that have other default programs; it comes after those."""
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
MAINTAINER = "The authors of Delegate Desk <delegate-desk@example.invalid>"
_DESCRIPTION = """\
Description: Council documents on the delegate's own desk
 For the people who negotiate in the working parties of the Council of the
 European Union. It keeps the meeting's documents on your own machine, finds
 any passage in them in any of 24 languages, lets you annotate paragraphs,
 catches what is said in the meeting, and writes your delegation's position as
 a Word file. It opens no network connection and needs no account.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Delegate Desk
Comment: The program brings other people's work along. Each part, its licence
 and where its text stands is listed in
 /usr/lib/{name}/{resources}/licences/index.json
 and shown under Help > About; sbom.cdx.json in /usr/lib/{name}
 is the same as a bill of materials.

Files: *
Copyright: {year} the authors of Delegate Desk
License: none-granted-yet
 The authors have not yet said under which licence others may use this program.
"""


def deb(build: Build) -> Iterator[Path]:
    """Build the package; its parts are checked by the standard tools for them."""
    packer = tool("dpkg-deb")
    machine = build.run(tool("dpkg"), "--print-architecture").strip()
    if not build.frozen.is_dir():
        raise MissingError("there is no frozen program to package.")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        root.mkdir(mode=0o755)
        program = root / "usr" / "lib" / NAME
        shutil.copytree(build.frozen, program, symlinks=True)
        leave_to_the_system(program, build.epoch)
        commands = root / "usr" / "bin"
        commands.mkdir()
        for command in (NAME, f"{NAME}-window"):
            (commands / command).symlink_to(f"../lib/{NAME}/{NAME}")
        share = root / "usr" / "share"
        describe(build, share)
        draw_icons(share / "icons" / "hicolor")
        _document(build, share)
        for path in root.rglob("*"):
            if not path.is_symlink():
                is_program = path.is_dir() or (path.stat().st_mode & 0o100 and path.parent.name == NAME)
                path.chmod(0o755 if is_program else 0o644)
        _control(build, root, machine)
        give_moment(root, build.epoch)
        made = build.dist / f"{NAME}_{build.version}_{machine}.deb"
        build.run(packer, "--root-owner-group", "-Zzstd", "-z12", "--build", root, made)
    yield made


def describe(build: Build, share: Path) -> None:
    """Install desktop entry, file types and metainfo, and check each."""
    entries = (f"{ID}.desktop", f"{OPEN_WITH}.desktop")
    version, date = build.version, f"{datetime.fromtimestamp(build.epoch, UTC):%Y-%m-%d}"
    for name, folder in (
        *((entry, "applications") for entry in entries),
        (f"{ID}.metainfo.xml", "metainfo"),
        (f"{ID}.mime.xml", "mime/packages"),
    ):  # fmt: skip
        target = share / folder / name.replace(".mime.xml", ".xml")
        target.parent.mkdir(parents=True, exist_ok=True)
        words = (LINUX / name).read_text(encoding="utf-8")
        target.write_text(words.replace("@VERSION@", version).replace("@DATE@", date), encoding="utf-8")
    build.run(tool("desktop-file-validate"), *(share / "applications" / entry for entry in entries))
    metainfo = share / "metainfo" / f"{ID}.metainfo.xml"
    # The program has no web page, which is the only complaint.
    build.run(tool("appstreamcli"), "validate", "--no-net", "--override=url-homepage-missing=info", metainfo)


def draw_icons(theme: Path) -> None:
    """Install the icon as drawn, and in the sizes that desktops ask for."""
    drawing = ROOT / "resources" / "icons" / f"{NAME}.svg"
    scalable = theme / "scalable" / "apps" / f"{ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(drawing, scalable)
    for side in SIZES:
        target = theme / f"{side}x{side}" / "apps" / f"{ID}.png"
        target.parent.mkdir(parents=True)
        target.write_bytes(freezing.drawn(side))


def write_manual(build: Build, folder: Path) -> None:
    """Install the manual page, which roff must read without a warning, also under the other command's name."""
    folder.mkdir(parents=True)
    words = man_page.page(build.epoch).encode()
    page = folder / f"{NAME}.1"
    page.write_bytes(words)
    said = build.run(tool("groff"), "-man", "-Tutf8", "-Kutf8", "-ww", "-z", page)
    if said.strip():
        raise FaultyError(f"The manual page has warnings:\n{said}")
    page.with_suffix(".1.gz").write_bytes(gzip.compress(words, mtime=0))
    page.unlink()
    (folder / f"{NAME}-window.1.gz").symlink_to(f"{NAME}.1.gz")


def _document(build: Build, share: Path) -> None:
    write_manual(build, share / "man" / "man1")
    folder = share / "doc" / NAME
    folder.mkdir(parents=True)
    when = datetime.fromtimestamp(build.epoch, UTC)
    notice = _COPYRIGHT.format(name=NAME, resources=RESOURCES, year=when.year)
    (folder / "copyright").write_text(notice, encoding="utf-8")
    head = f"{NAME} ({build.version}) stable; urgency=low"
    entry = f"{head}\n\n  * See NEWS.gz.\n\n -- {MAINTAINER}  {format_datetime(when)}\n"
    (folder / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))
    news = (ROOT / "packaging" / "CHANGELOG.md").read_bytes()
    (folder / "NEWS.gz").write_bytes(gzip.compress(news, mtime=0))


def _control(build: Build, root: Path, machine: str) -> None:
    folder = root / "DEBIAN"
    folder.mkdir()
    lines = [
        f"Package: {NAME}",
        f"Version: {build.version}",
        f"Architecture: {machine}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size(root) // 1024}",
        f"Depends: {_needed(root)}",
        "Recommends: xdg-utils, hicolor-icon-theme, shared-mime-info, desktop-file-utils",
        "Suggests: libreoffice-writer",
        "Section: text",
        "Priority: optional",
    ]
    (folder / "control").write_text("\n".join(lines) + "\n" + _DESCRIPTION, encoding="utf-8")
    sums = [
        f"{build.run('md5sum', file).partition(' ')[0].lstrip(chr(92))}  {file.relative_to(root)}"
        for file in sorted(root.glob("usr/**/*"))
        if file.is_file() and not file.is_symlink()
    ]
    (folder / "md5sums").write_text("\n".join(sums) + "\n", encoding="utf-8")


def _needed(root: Path) -> str:
    """Return the packages of this system with the libraries that the frozen ones load, in their minimum versions."""
    program = root / "usr" / "lib" / NAME
    files = [file for file in program.rglob("*") if file.is_file() and not file.is_symlink() and _is_library(file)]
    own = sorted({str(file.parent) for file in files})
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian" / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
        asked = [tool("dpkg-shlibdeps"), "-O", "--ignore-missing-info", "--warnings=0", *(f"-l{one}" for one in own)]
        done = subprocess.run(
            [*asked, *map(str, files)], cwd=folder, env={**os.environ, "LC_ALL": "C.UTF-8"},
            capture_output=True, text=True,
        )  # fmt: skip
    found = next((line for line in done.stdout.splitlines() if line.startswith("shlibs:Depends=")), "")
    if done.returncode or not found:
        raise FaultyError(f"dpkg-shlibdeps failed:\n{done.stderr[-2000:]}")
    return found.partition("=")[2]


def _is_library(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"
