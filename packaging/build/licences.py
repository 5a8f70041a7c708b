"""Collects the licences of all that is shipped in resources/licences/, from the packages installed in .venv.

After a change of the lock: `.venv/bin/python packaging/build/licences.py`. The window shows them under Help > About.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from locked import ROOT, Locked, shipped

RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "licences"
INDEX = FOLDER / "index.json"
_TOLD = tomllib.loads((ROOT / "packaging" / "build" / "licences.toml").read_text(encoding="utf-8"))
_NOT_SHIPPED = re.compile(r"android|musl|v8_xfa", re.IGNORECASE)
"""Texts on parts that are only in other builds of a package."""


def expression(name: str, package: Distribution) -> str:
    """Return the licence of a package as an SPDX expression.

    Raises:
        SystemExit: If neither the package nor licences.toml names it.
    """
    said = _TOLD["expressions"].get(name) or "".join(package.metadata.get_all("License-Expression") or [])
    if not said:
        raise SystemExit(f"The licence of {name} is unknown: add it to packaging/build/licences.toml")
    return str(said)


def text(package: Distribution) -> str:
    """Return the licence texts in a package, one after the other."""
    found = sorted(
        (file for file in package.files or () if re.search(r"(licen[cs]e|copying|notice)", str(file), re.IGNORECASE)),
        key=lambda file: (len(file.parts), str(file)),
    )
    texts: list[str] = []
    for file in found:
        if ".dist-info" not in file.parts[0] or file.suffix in (".json", ".py") or _NOT_SHIPPED.search(str(file)):
            continue
        content = _decoded(Path(str(file.locate())).read_bytes()).strip()
        if content and content not in "\n".join(texts):
            texts.append(f"{file.name}\n\n{content}" if texts else content)
    return "\n\n\n".join(re.sub(r"[ \t\r\f]+$", "", one, flags=re.MULTILINE) for one in texts) + "\n"


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:  # of a library inside a package
        return content.decode("latin-1")


def versions(lines: list[Locked]) -> dict[str, str]:
    """Return the version of each package that is shipped; two if it depends on the machine."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.name, []).append(line.version)
    return {name: " or ".join(of_it) for name, of_it in found.items()}


def index() -> list[dict[str, Any]]:
    """Return what is shipped: name, version, licence, and the path of its text in resources/."""
    known = versions(shipped())
    parts = list(_parts(known))
    for name, version in known.items():
        kept = _TOLD["texts"].get(name, f"licences/{name}.txt")
        licence = expression(name, distribution(name))
        parts.append({"name": name, "version": version, "licence": licence, "text": kept})
    return sorted(parts, key=lambda part: str(part["name"]).casefold())


def _parts(known: dict[str, str]) -> Iterator[dict[str, Any]]:
    for part in _TOLD["part"]:
        version = known.get(part.get("version", ""), "")
        yield {"name": part["name"], "version": version, "licence": part["expression"], "text": part["text"]}


def main() -> None:
    parts = index()
    for part in parts:
        if part["text"] == f"licences/{part['name']}.txt":
            gathered = text(distribution(part["name"]))
            if not gathered.strip():
                raise SystemExit(f"{part['name']} has no licence text: name one in packaging/build/licences.toml")
            (RESOURCES / part["text"]).write_text(gathered, encoding="utf-8")
    INDEX.write_text(json.dumps(parts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    named = {Path(part["text"]).name for part in parts} | {INDEX.name}
    for file in FOLDER.iterdir():
        if file.name not in named:
            file.unlink()


if __name__ == "__main__":
    main()
