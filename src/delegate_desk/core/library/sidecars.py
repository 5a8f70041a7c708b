"""Sidecars: the record as plain files that a person, or another program, can read without this program."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from delegate_desk.core.exchange.webannotation_writer import CONTEXT as ANNOTATIONS
from delegate_desk.core.exchange.webannotation_writer import NAMESPACE
from delegate_desk.core.library.records import Fault, Node, SidecarError, load_json
from delegate_desk.core.text import json_text

VERSION = 1
LARGEST = 128 * 1024 * 1024
"""How many bytes a sidecar may have."""
MOST_VALUES = 10_000_000


class SidecarSubject(StrEnum):
    """Subject of a sidecar."""

    DOCUMENT = "document"
    MEETING = "meeting"
    LIBRARY = "library"

    @property
    def kind(self) -> str:
        return f"{self.capitalize()}Sidecar"


_NAMES: Mapping[str, Any] = {"@version": 1.1, "@vocab": NAMESPACE, "id": "@id", "type": "@type"}
_ABOUT = {
    SidecarSubject.DOCUMENT: "What Delegate Desk holds on one document: the notes on it as W3C Web Annotations, "
    "our position"
    " with its versions and history, and what else a person said of it. The document itself is the file named under"
    " 'original', in the folder beside; 'units' has the text of each place that something here stands on.",
    SidecarSubject.MEETING: "What Delegate Desk holds on one meeting: its agenda, and each line caught in it, as typed "
    "and as"
    " understood.",
    SidecarSubject.LIBRARY: "What Delegate Desk holds beside documents and meetings.",
}


def sidecar_header(subject: SidecarSubject, name: str = "") -> Node:
    names = dict(_NAMES)
    if subject is SidecarSubject.DOCUMENT:
        names["annotations"] = {"@id": f"{NAMESPACE}annotations", "@context": ANNOTATIONS}
    made: Node = {"@context": names, "type": subject.kind, "version": VERSION, "about": _ABOUT[subject]}
    return {**made, "id": name} if name else made


def encode_sidecar(sidecar: Mapping[str, Any]) -> bytes:
    """A sidecar as its file has it: the same each time for the same content."""
    return json.dumps(sidecar, ensure_ascii=False, indent=1).encode() + b"\n"


def decode_sidecar(content: bytes, subject: SidecarSubject) -> Node:
    """Return the content of a file, if it is a sidecar of such a subject.

    Raises:
        SidecarError: If it is no sidecar, or a newer version of the program wrote it.
    """
    if len(content) > LARGEST or content.count(b"{") > MOST_VALUES:
        raise SidecarError(Fault.TOO_LARGE)
    try:
        found = load_json(json_text(content).encode(), MOST_VALUES)
    except ValueError as error:
        raise SidecarError(Fault.NOT_JSON) from error
    if not isinstance(found, dict) or found.get("type") != subject.kind:
        raise SidecarError(Fault.NO_SIDECAR)
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise SidecarError(Fault.NO_SIDECAR)
    if version > VERSION:
        raise SidecarError(Fault.NEWER)
    return found
