"""The program for Windows, built on Linux: a folder with Python, an MSI per machine and an installer per user.

The folder contains the embeddable Python as signed by its makers, the wheels of the lock for Windows, our wheel and two
launchers. Everything is built twice from two folders; then ``try_packages`` installs and removes both under Wine.
"""

import contextlib
import marshal
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

import freezing
import licences
from bill import bill, is_for
from locked import LOCK, ROOT, shipped
from package_common import ID, NAME, Build, FaultyError, MissingError, give_moment, say, tool, write_json
from windows_python import ARCHIVE, EMBEDDED, VERSION, install, unpack_python

SOURCES = ROOT / "packaging" / "build" / "windows"
POLICY = ROOT / "packaging" / "windows"
"""The template for the policy editor."""
WINDOW = f"{NAME}-window.exe"
LAUNCHERS = {f"{NAME}.exe": "-mconsole", WINDOW: "-mwindows"}
COMPILER = "x86_64-w64-mingw32-gcc"
TOOLS = (COMPILER, "x86_64-w64-mingw32-windres", "wixl", "msibuild", "makensis")
CERTIFICATE = "DELEGATE_DESK_CERTIFICATE"
"""The environment variable with the path of a PKCS #12 file to sign with; with ``_PASSWORD_FILE``, of its password."""
MACHINE = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": EMBEDDED[0].partition("==")[2],
    "python_version": VERSION,
    "sys_platform": "win32",
}
"""Windows as the markers of the lock describe it."""

_QT = "Core|Gui|Network|PrintSupport|Svg|Widgets"
_OF_PYSIDE = re.compile(
    rf"""(Qt6?({_QT})\.(pyd|dll) | pyside6\.abi3\.dll | (__init__|_config|_git_pyside_version)\.py
    | (msvcp|vcruntime|concrt)140\w*\.dll | plugins/(platforms/q(windows|offscreen) | styles/\w+ | iconengines/qsvgicon
    | imageformats/q(gif|ico|jpeg|svg))\.dll | translations/qtbase_fr\.qm)""",
    re.VERBOSE,
)
_LEFT_OUT = re.compile(
    r"""bin/.* | .*\.dist-info/.* | (.*/)?(__pycache__|tests|__pyinstaller|_pyinstaller)/.*
    | numpy/(f2py|testing|_core/include)/.* | lxml/(includes|isoschematron)/.*
    | numpy/random/_examples/.* | olefile/olefile2\.py | delegate_desk/(?!resources/).*\.md
    | .*(\.(pyi|h|hpp|c|cpp|pyx|pxd|pxi|lib|a|exe|pdb|pc|cmake|cfg)|/py\.typed)""",
    re.VERBOSE,
)
_PYTHON_LEFT_OUT = re.compile(r"(_ssl|libssl-3|winsound|python|pythonw)\.(pyd|dll|exe|cat)|.*\.(_pth|zip)")
"""Without ``ssl`` no network can be reached."""
NOT_JOINED = frozenset({"start.pyc", *(f"encodings/{name}.pyc" for name in ("__init__", "aliases", "utf_8"))})
"""Modules in files of their own: Python needs them before the file with the others is open."""
_HEAD = 16
"""The bytes of a .pyc file before its code."""
_WITHOUT_REFERENCES = 2
"""The version of marshal whose output depends on the values alone."""

_UPGRADE_CODE = "6B0E0C5B-3F0B-4C57-9A0B-2D1C7B6E4D12"
"""The same in all versions: Windows Installer finds the previous version by it."""
_CLASSES = r"Software\Classes"
OWN_KEYS = (
    rf"{_CLASSES}\Applications\{WINDOW}",
    rf"{_CLASSES}\DelegateDesk.Document",
    rf"{_CLASSES}\DelegateDesk.Package",
)
OPENED = (".docx", ".pdf")
"""File types that may be opened with the program, and keep their default program."""


def windows(build: Build) -> Iterator[Path]:
    """Build the folder, its MSI and its installer twice, and test them under Wine."""
    import try_packages

    if f"{sys.version_info[0]}.{sys.version_info[1]}" != VERSION:
        raise MissingError(f"the modules for Windows must be compiled by Python {VERSION}.")
    for name in TOOLS:  # before two threads ask for them, of which one would meet the other's lock
        tool(name)
    folder = build.dist / f"{NAME}-{build.version}-windows-amd64"
    with tempfile.TemporaryDirectory() as again:
        make_folder(build, folder)
        make_folder(build, Path(again, "folder"))
        _compare(folder, Path(again, "folder"))
        sign(build, [file for file in folder.rglob("*") if file.suffix in (".exe", ".dll", ".pyd")])
        give_moment(folder, build.epoch)
        with ThreadPoolExecutor(2) as both:  # each takes minutes of one processor
            made, same = both.map(lambda to: make_packages(build, folder, build.version, to), (build.dist, Path(again)))
        for one, other in zip(made, same, strict=True):
            if one.read_bytes() != other.read_bytes():
                raise FaultyError(f"Built twice, {one.name} differs.")
    sign(build, made)
    yield folder
    yield from made
    materials = build.dist / f"{folder.name}.cdx.json"
    shutil.copyfile(folder / "sbom.cdx.json", materials)
    sums = build.dist / f"{folder.name}.SHA256SUMS"
    listed = [f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (*made, materials)]
    sums.write_text("".join(listed), encoding="utf-8")
    yield from (materials, sums)
    try_packages.try_out(build, folder, made)


# Folder


def make_folder(build: Build, target: Path) -> None:
    """Rebuild the folder."""
    python, site = _parts(build)
    shutil.rmtree(target, ignore_errors=True)
    lib = target / "lib"
    lib.mkdir(parents=True)
    for file in python.iterdir():
        if not _PYTHON_LEFT_OUT.fullmatch(file.name):
            shutil.copyfile(file, lib / file.name)
    (library,) = lib.glob("python3??.dll")
    (lib / f"{library.stem}._pth").write_text(".\n", encoding="ascii", newline="\r\n")
    (wheel,) = build.dist.glob(f"delegate_desk-{build.version}-*.whl")
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        for name in sorted(str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()):
            if is_shipped(name):
                (stage / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / name, stage / name)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(stage, [name for name in archive.namelist() if is_shipped(name)])
        shutil.copyfile(SOURCES / "start.py", stage / "start.py")
        compile_modules(build, stage)
        with zipfile.ZipFile(python / f"{library.stem}.zip") as archive:
            archive.extractall(stage, [name for name in archive.namelist() if name.endswith(".pyc")])
        join_modules(stage, lib / "modules.bin")
        shutil.copytree(stage, lib, dirs_exist_ok=True)
    shutil.copytree(POLICY, target / "policy")
    _compile_launchers(build, target, library.name)
    parts = licences.index()
    next(part for part in parts if part["name"] == "Python")["version"] = MACHINE["python_full_version"]
    write_json(lib / "delegate_desk" / "resources" / "licences" / "index.json", parts)
    write_json(target / "sbom.cdx.json", bill(parts, build.epoch, MACHINE))
    for path in target.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    give_moment(target, build.epoch)


def is_shipped(name: str) -> bool:
    """True for a file of an installed package that the program needs, by its path in the packages' folder."""
    if name.startswith("PySide6/"):
        return bool(_OF_PYSIDE.fullmatch(name.removeprefix("PySide6/")))
    return not _LEFT_OUT.fullmatch(name)


def compile_modules(build: Build, folder: Path) -> None:
    """Keep only the bytecode of the modules in a folder, which Python does not compare with a source."""
    options = ("-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", folder)
    build.run(sys.executable, "-I", "-m", "compileall", *options, folder)
    for source in folder.rglob("*.py"):
        source.unlink()


def join_modules(folder: Path, target: Path) -> None:
    """Move the code of the modules in a folder into one file, from which ``windows/start.py`` imports them."""
    table: dict[str, tuple[bool, int, int]] = {}
    code = bytearray()
    for file in _files(folder):
        name = file.relative_to(folder)
        if file.suffix != ".pyc" or name.as_posix() in NOT_JOINED:
            continue
        is_package = file.stem == "__init__"
        start = len(code)
        code += file.read_bytes()[_HEAD:]
        table[".".join(name.parent.parts if is_package else name.with_suffix("").parts)] = is_package, start, len(code)
        file.unlink()
    listed = marshal.dumps(table, _WITHOUT_REFERENCES)
    target.write_bytes(len(listed).to_bytes(8, "little") + listed + code)
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        with contextlib.suppress(OSError):  # not empty
            path.rmdir()


def _files(path: Path) -> list[Path]:
    """Return the files of a folder in order, or the file itself."""
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _parts(build: Build) -> tuple[Path, Path]:
    """Return Python and the packages, downloaded once."""
    folder = build.work / "windows"
    packages = [one for one in shipped() if not one.marker or is_for(one, MACHINE)]
    stamp, want = folder / "made-from", sha256(repr((EMBEDDED, ARCHIVE)).encode() + LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != want:
        say("Fetching Python and the packages for Windows into build/windows: about 100 MB, once")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        unpack_python(folder / "python")
        install(packages, folder / "site")
        stamp.write_text(want, encoding="utf-8")
    return folder / "python", folder / "site"


def _compile_launchers(build: Build, target: Path, library: str) -> None:
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(SOURCES, work, dirs_exist_ok=True)
        Path(work, "delegate-desk.ico").write_bytes(freezing.windows_icon())
        described = Path(work, "launcher.rc")
        words = described.read_text(encoding="utf-8").replace("@VERSION@", build.version)
        described.write_text(words.replace("@NUMBERS@", f"{build.version.replace('.', ',')},0"), encoding="utf-8")
        build.run(tool("x86_64-w64-mingw32-windres"), "launcher.rc", "-O", "coff", "-o", "described.o", cwd=Path(work))
        names = (f'-DPYTHON=L"{library}"', f'-DAPP_ID=L"{ID}"')
        options = ("-Os", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")
        for name, kind in LAUNCHERS.items():
            files = ("launcher.c", "described.o", "-o", target / name)
            build.run(tool(COMPILER), *options, kind, *names, *files, cwd=Path(work))


def _compare(one: Path, other: Path) -> None:
    differing = [
        str(file.relative_to(one))
        for file in _files(one)
        if not (same := other / file.relative_to(one)).is_file() or same.read_bytes() != file.read_bytes()
    ]
    if differing or len(_files(one)) != len(_files(other)):
        raise FaultyError(f"Built twice, the folder differs in: {', '.join(differing[:10])}")


def signing(build: Build) -> list[str]:
    """Return the command that signs, without the files to sign; empty without a certificate."""
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        return []
    password = ("-readpass", os.environ[f"{CERTIFICATE}_PASSWORD_FILE"])
    described = ("-n", "Delegate Desk", "-h", "sha256", "-time", str(build.epoch))
    return [tool("osslsigncode"), "sign", "-pkcs12", certificate, *password, *described]


def sign(build: Build, files: Iterable[Path]) -> None:
    """Sign the files that are not signed yet, if there is a certificate."""
    command = signing(build)
    for file in files if command else ():
        seen = subprocess.run([tool("osslsigncode"), "verify", str(file)], capture_output=True, text=True)
        if "Unable to extract existing signature" not in seen.stdout + seen.stderr:
            continue
        signed = file.with_name(f"{file.name}.signed")
        build.run(*command, "-in", file, "-out", signed)
        signed.replace(file)


# Packages of the folder


def registry(folder: str) -> Iterator[tuple[str, str, str]]:
    """Return the registry keys, names and values for a program in a folder, whose path ends in a backslash."""
    document, package, application = OWN_KEYS[1], OWN_KEYS[2], OWN_KEYS[0]
    yield rf"{_CLASSES}\.ddpack", "", "DelegateDesk.Package"
    yield rf"{_CLASSES}\.ddpack", "Content Type", "application/vnd.delegatedesk.package"
    yield package, "", "Delegate Desk package"
    yield document, "", "Delegate Desk"
    yield application, "FriendlyAppName", "Delegate Desk"
    for key in (document, package, application):
        yield rf"{key}\DefaultIcon", "", f"{folder}{WINDOW},0"
        yield rf"{key}\shell\open\command", "", f'"{folder}{WINDOW}" "%1"'
    for suffix in OPENED:
        yield rf"{application}\SupportedTypes", suffix, ""
        yield rf"{_CLASSES}\{suffix}\OpenWithProgids", "DelegateDesk.Document", ""


def make_packages(build: Build, folder: Path, version: str, target: Path) -> Sequence[Path]:
    """Build the MSI and the installer of a folder."""
    base = f"{NAME}-{version}-windows-amd64"
    return _msi(build, folder, version, target / f"{base}.msi"), _setup(
        build, folder, version, target / f"{base}-setup.exe"
    )


def _setup(build: Build, folder: Path, version: str, target: Path) -> Path:
    with tempfile.TemporaryDirectory() as work:
        shutil.copyfile(SOURCES / "installer.nsi", Path(work, "installer.nsi"))
        Path(work, "delegate-desk.ico").write_bytes(freezing.windows_icon())
        Path(work, "parts.nsh").write_text("\n".join(nsis_parts(folder)) + "\n", encoding="utf-8")
        defined = [f"-DVERSION={version}", f"-DTARGET={target}"]
        if command := signing(build):
            wrapper = Path(work, "sign")
            wrapper.write_text(
                f'#!/bin/sh\nset -e\n{" ".join(command)} -in "$1" -out "$1.signed"\nmv "$1.signed" "$1"\n'
            )
            wrapper.chmod(0o700)
            defined.append(f"-DSIGN={wrapper}")
        build.run(tool("makensis"), "-V2", "-NOCD", *defined, "installer.nsi", cwd=Path(work))
    return target


def nsis_parts(folder: Path) -> Iterator[str]:
    files = _files(folder)
    yield "!macro INSTALL_FILES"
    for parent, some in groupby(sorted(files, key=lambda file: (file.parent, file)), lambda file: file.parent):
        inside = str(parent.relative_to(folder)).replace("/", "\\").removeprefix(".")
        yield f'  SetOutPath "$INSTDIR\\{inside}"'
        yield from (f'  File "{file}"' for file in some)
    yield "!macroend"
    yield "!macro REMOVE_FILES"  # except in lib
    yield '  SetOutPath "$TEMP"'
    yield from (f'  Delete "$INSTDIR\\{path.name}"' for path in sorted(folder.iterdir()) if path.is_file())
    yield '  RMDir /r "$INSTDIR\\policy"'
    yield "!macroend"
    values = list(registry("$INSTDIR\\"))
    yield "!macro REGISTER"
    yield from (f"  WriteRegStr HKCU '{key}' '{name}' '{value}'" for key, name, value in values)
    yield "!macroend"
    yield "!macro UNREGISTER"
    for key, name, _ in values:
        if not key.startswith(OWN_KEYS):
            yield f"  DeleteRegValue HKCU '{key}' '{name}'"
            yield f"  DeleteRegKey /ifempty HKCU '{key}'"
    yield from (f"  DeleteRegKey HKCU '{key}'" for key in OWN_KEYS)
    yield "!macroend"


def _msi(build: Build, folder: Path, version: str, target: Path) -> Path:
    with tempfile.TemporaryDirectory() as work:
        described = Path(work, "program.wxs")
        icon = Path(work, "delegate-desk.ico")
        icon.write_bytes(freezing.windows_icon())
        os.utime(icon, (build.epoch, build.epoch))
        described.write_bytes(ET.tostring(wix(folder, version, icon), encoding="utf-8", xml_declaration=True))
        target.unlink(missing_ok=True)
        build.run(tool("wixl"), "--arch", "x64", "-o", target, described)
        for statement in _MORE_TABLES:
            build.run(tool("msibuild"), target, "-q", statement)
    content = sha256(b"".join(file.read_bytes() for file in _files(folder))).hexdigest()
    target.write_bytes(settle_summary(target.read_bytes(), _guid(f"package {version} {content}"), build.epoch))
    return target


def settle_summary(msi: bytes, code: str, epoch: int) -> bytes:
    """Set the package code and the dates of an MSI, which wixl makes up: in the summary, a property set of OLE."""
    settled = bytearray(msi)
    header = msi.index(uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le)
    section = header - 28 + struct.unpack_from("<I", msi, header + 16)[0]
    for n in range(struct.unpack_from("<I", msi, section + 4)[0]):
        number, offset = struct.unpack_from("<II", msi, section + 8 + 8 * n)
        place = section + offset
        if number == _PACKAGE_CODE:
            struct.pack_into("<38s", settled, place + 8, f"{{{code}}}".encode())
        elif struct.unpack_from("<I", msi, place)[0] == _FILETIME:
            struct.pack_into("<Q", settled, place + 4, (epoch + 11_644_473_600) * 10_000_000)
    return bytes(settled)


_PACKAGE_CODE, _FILETIME = 9, 0x40


_MORE_TABLES = (
    "CREATE TABLE `MoveFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL, `SourceName` CHAR(255) "
    "LOCALIZABLE, `DestName` CHAR(255) LOCALIZABLE, `SourceFolder` CHAR(72), `DestFolder` CHAR(72) NOT NULL, "
    "`Options` INT NOT NULL PRIMARY KEY `FileKey`)",
    "INSERT INTO `MoveFile` (`FileKey`, `Component_`, `DestName`, `SourceFolder`, `DestFolder`, `Options`) "
    "VALUES ('policies', 'Program', 'policies.json', 'POLICYFILE', 'INSTALLDIR', 0)",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('MoveFiles', 3800)",
    "UPDATE `Property` SET `Value` = 'POLICYFILE;WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED' "
    "WHERE `Property` = 'SecureCustomProperties'",
    "CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, "
    "`PropertyKey` CHAR(255) NOT NULL LOCALIZABLE, `PropVariantValue` CHAR(255) NOT NULL LOCALIZABLE "
    "PRIMARY KEY `MsiShortcutProperty`)",
    "INSERT INTO `MsiShortcutProperty` (`MsiShortcutProperty`, `Shortcut_`, `PropertyKey`, `PropVariantValue`) "
    f"VALUES ('AppId', 'Menu', 'System.AppUserModel.ID', '{ID}')",
)
"""Add what wixl does not support: the policy file is copied next to the program; the shortcut has the launcher's name.
"""


def wix(folder: Path, version: str, icon: Path) -> ET.Element:
    """Return the MSI in the language of WiX: one component for each file, whose GUID is the same in all versions."""
    root = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = ET.SubElement(
        root, "Product", Id=_guid(f"product {version}"), Name="Delegate Desk", Language="1033", Version=version,
        Manufacturer="The authors of Delegate Desk", UpgradeCode=_UPGRADE_CODE,
    )  # fmt: skip
    ET.SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine", Platform="x64",
    )  # fmt: skip
    ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage="A newer version is installed.")
    ET.SubElement(product, "Media", Id="1", Cabinet="files.cab", EmbedCab="yes")
    ET.SubElement(product, "Icon", Id="program.ico", SourceFile=str(icon))
    ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value="program.ico")
    base = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    ET.SubElement(base, "Directory", Id="ProgramMenuFolder")
    programs = ET.SubElement(base, "Directory", Id="ProgramFiles64Folder")
    directories = {folder: ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name="Delegate Desk")}
    feature = ET.SubElement(product, "Feature", Id="All", Level="1")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        key = f"_{sha256(name.encode()).hexdigest()[:24]}"
        if path.is_dir():
            directories[path] = ET.SubElement(directories[path.parent], "Directory", Id=f"d{key}", Name=path.name)
            continue
        own = "Program" if name == WINDOW else f"c{key}"
        component = ET.SubElement(directories[path.parent], "Component", Id=own, Guid=_guid(name), Win64="yes")
        file = ET.SubElement(component, "File", Id=f"f{key}", Name=path.name, Source=str(path), KeyPath="yes")
        ET.SubElement(feature, "ComponentRef", Id=own)
        if name == WINDOW:
            menu = {"Directory": "ProgramMenuFolder", "WorkingDirectory": "INSTALLDIR", "Advertise": "no"}
            ET.SubElement(file, "Shortcut", {"Id": "Menu", "Name": "Delegate Desk", **menu})
            for at, value_name, value in registry("[INSTALLDIR]"):
                named = {"Name": value_name} if value_name else {}
                ET.SubElement(
                    component, "RegistryValue", {"Root": "HKLM", "Key": at, **named, "Value": value, "Type": "string"}
                )
    return root


def _guid(name: str) -> str:
    return str(uuid.uuid5(uuid.UUID(_UPGRADE_CODE), name)).upper()
