"""Bill of materials of what is shipped, in CycloneDX 1.6: names, versions, licences, and the hashes of the lock."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from packaging.markers import Marker

from locked import PROJECT, Locked, project, shipped

_WITH_CHOICE = (" OR ", " AND ", " WITH ")


def bill(parts: Iterable[dict[str, Any]], epoch: int, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the bill of materials of the program.

    Args:
        parts: What is shipped, as resources/licences/index.json lists it, with the additions of a build.
        epoch: Date of the version, in seconds since 1970.
        environment: The target machine, with PEP 508 marker names; None for every machine.
    """
    locked = [one for one in shipped() if environment is None or not one.marker or is_for(one, environment)]
    known = {one.name for one in locked}
    listed = {str(part["name"]): part for part in parts}
    components = [_package(one, listed[one.name]) for one in locked]
    components += [_part(part) for name, part in listed.items() if name not in known]
    components.sort(key=lambda one: str(one["bom-ref"]))
    about = project()
    own = f"pkg:pypi/{about['name']}@{about['version']}"
    made = json.dumps(components, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(bytes=sha256(f'{own}{epoch}{made}'.encode()).digest()[:16], version=4)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%dT%H:%M:%SZ}",
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": about["name"],
                "version": about["version"],
                "description": about["description"],
                "purl": own,
            },
        },
        "components": components,
        "dependencies": _dependencies(own, locked, components),
    }


def is_for(line: Locked, environment: dict[str, str]) -> bool:
    """True for a line of the lock that is installed on a machine."""
    return Marker(line.marker).evaluate(environment)


def _package(line: Locked, part: dict[str, Any]) -> dict[str, Any]:
    purl = f"pkg:pypi/{line.name}@{line.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": line.name,
        "version": line.version,
        "licenses": _licences(part["licence"]),
        "purl": purl,
        # One of these is the installed file: the lock lists the files of every machine.
        "externalReferences": [
            {"type": "distribution", "url": purl, "hashes": [{"alg": "SHA-256", "content": one}]} for one in line.hashes
        ],
    }


def _part(part: dict[str, Any]) -> dict[str, Any]:
    ref = part.get("purl") or f"delegate-desk:{str(part['name']).lower().replace(' ', '-')}"
    component = {"type": "library", "bom-ref": ref, "name": part["name"], "licenses": _licences(part["licence"])}
    if part["version"]:
        component["version"] = part["version"]
    if part.get("purl"):
        component["purl"] = part["purl"]
    return component


def _licences(expression: str) -> list[dict[str, Any]]:
    if any(word in expression for word in _WITH_CHOICE):
        return [{"expression": expression}]
    return [{"license": {"name" if " " in expression else "id": expression}}]


def _dependencies(own: str, locked: list[Locked], components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    refs = {one.name: f"pkg:pypi/{one.name}@{one.version}" for one in locked}
    direct = [refs[one.name] for one in locked if PROJECT in one.asked_by]
    others = [str(one["bom-ref"]) for one in components if one["bom-ref"] not in refs.values()]
    entries = [{"ref": own, "dependsOn": sorted({*direct, *others})}]
    for line in locked:
        needed = [refs[one.name] for one in locked if line.name in one.asked_by]
        entries.append({"ref": refs[line.name], "dependsOn": sorted(needed)})
    return entries
