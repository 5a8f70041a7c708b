"""Contents of the lock: each package's version, marker, hashes, and the packages that require it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"
_HEAD = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+))?")
PROJECT = "delegate-desk"


@dataclass(frozen=True, slots=True)
class Locked:
    """One line of the lock.

    Attributes:
        marker: The machines it is for, as a PEP 508 marker; empty for all.
        hashes: SHA-256 of each file that may be installed, in hexadecimal.
        asked_by: The packages that require it; the project itself is ``delegate-desk``.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    asked_by: frozenset[str]


def read(lock: Path = LOCK) -> list[Locked]:
    """Return all entries of a lock, in order; a package may have several versions, by marker."""
    found: list[Locked] = []
    for block in re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8")):
        head = _HEAD.match(block)
        if head is None:
            continue
        _, _, comment = block.partition("# via")
        found.append(
            Locked(
                head["name"],
                head["version"],
                (head["marker"] or "").strip(),
                tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)),
                frozenset(re.findall(r"^(?:\s+#)?\s+([a-z0-9-]+)(?: \(pyproject\.toml\))?$", comment, re.MULTILINE)),
            )
        )
    return found


def plain(requirement: str) -> str:
    """Return the name in a requirement, normalised as in the lock."""
    return re.split(r"[<>=!~; \[]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def project() -> Mapping[str, str]:
    """Return the project's name, version and description."""
    described: Mapping[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return described


def shipped() -> list[Locked]:
    """Return the entries of the lock that a user gets: the dependencies of the program, and their dependencies."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {plain(one) for one in declared}
    lines = read()
    while True:
        more = {one.name for one in lines if one.asked_by & names} - names
        if not more:
            return [one for one in lines if one.name in names]
        names |= more
