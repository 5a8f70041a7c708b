"""Modified package files: by an older or newer version, or with malicious content."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from delegate_desk.services.exchange.package_file import OwnKeys, new_keys

Change = Callable[[dict[str, bytes], dict[str, Any]], object]


def parts_of(file: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The parts of a package except the manifest, and the manifest."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
        return parts, json.loads(archive.read("manifest.json"))


def rewritten(file: Path, target: Path, change: Change, *, hashes: bool = True) -> Path:
    """A modified package, with correct hashes unless they are to be wrong."""
    parts, manifest = parts_of(file)
    change(parts, manifest)
    if hashes:
        manifest["members"] = {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for name, content in parts.items()
        }
    return written(target, parts, json.dumps(manifest).encode())


def written(target: Path, parts: dict[str, bytes], manifest: bytes) -> Path:
    """A package of parts, without a known signature."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("manifest.json", manifest)
        archive.comment = OwnKeys(*new_keys()).sign(manifest).to_json()
    return target


def unsigned(file: Path, target: Path) -> Path:
    """A package as written by version 0.8."""
    rewritten(file, target, lambda _, manifest: manifest.update(minor=0))
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b""
    return target
