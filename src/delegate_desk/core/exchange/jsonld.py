"""JSON-LD as many programs write it, looked at one node at a time: nothing here trusts a value to be of any type."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from delegate_desk.core.exchange.webannotation_writer import NAMESPACE
from delegate_desk.core.text import without_half_characters

Node = Mapping[str, Any]
_VOCABULARIES = (
    "http://www.w3.org/ns/oa#",
    "http://www.openannotation.org/ns/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2011/content#",
    "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://purl.org/dc/dcmitype/",
    "http://xmlns.com/foaf/0.1/",
    "http://schema.org/",
    "https://schema.org/",
)
_PREFIXES = frozenset("oa as rdf rdfs cnt dc dcterms dctypes dcmit foaf schema".split())
_SAME = {
    "@id": "id",
    "@type": "type",
    "@list": "items",
    "@set": "items",
    "@graph": "graph",
    "hasBody": "body",
    "hasTarget": "target",
    "hasSource": "source",
    "hasSelector": "selector",
    "hasStartSelector": "startSelector",
    "hasEndSelector": "endSelector",
    "hasPurpose": "purpose",
    "hasScope": "scope",
    "motivatedBy": "motivation",
    "orderedItems": "items",
    "annotatedAt": "created",
    "updated": "modified",
    "bodyText": "bodyValue",
}
_HOLDERS = ("graph", "first", "items", "rows", "annotations", "next")
COLLECTIONS = frozenset({"AnnotationCollection", "AnnotationPage", "OrderedCollection", "OrderedCollectionPage"})
_MOST = 10_000
"""How many values of one property are looked at."""
_MOST_SELECTORS = 100
FARTHEST = 10**9


def term(name: str) -> str:
    """The bare term of a key or class, however it is prefixed; ours keep ``desk:``."""
    if name.startswith(NAMESPACE):
        return f"desk:{name[len(NAMESPACE) :]}"
    for vocabulary in _VOCABULARIES:
        if name.startswith(vocabulary):
            name = name[len(vocabulary) :]
            break
    else:
        prefix, colon, rest = name.partition(":")
        if colon and prefix in _PREFIXES:
            name = rest
    return _SAME.get(name, name)


def node(value: Mapping[str, Any]) -> Node:
    """An object under its bare terms."""
    return {term(key): inner for key, inner in value.items()}


def as_list(value: object) -> list[Any]:
    """The values of a property, whether it has one, several, or a list in an object."""
    for _ in range(3):
        if isinstance(value, dict) and len(value) == 1 and term(next(iter(value))) == "items":
            value = next(iter(value.values()))
    if value is None:
        return []
    return value[:_MOST] if isinstance(value, list) else [value]


def first_text(value: object) -> str:
    """The first string of a property, whether it stands alone, as a value object or in a list; empty without one."""
    for one in as_list(value):
        inner = one
        if isinstance(one, dict):
            inner = next((one[key] for key in ("@value", "value", "rdf:value", "@id", "id") if key in one), None)
        if isinstance(inner, str):
            return without_half_characters(inner)
    return ""


def offset(value: object) -> int | None:
    """The number of characters that a property tells, whether it stands alone or as a value object."""
    for one in as_list(value)[:1]:
        inner = one.get("@value", one.get("value")) if isinstance(one, dict) else one
        if isinstance(inner, int) and not isinstance(inner, bool) and 0 <= inner <= FARTHEST:
            return inner
    return None


def terms(value: object) -> set[str]:
    """The terms that a property names, such as the classes of ``type``."""
    found = set()
    for one in as_list(value):
        if isinstance(one, dict):
            one = one.get("@id", one.get("id"))
        if isinstance(one, str):
            found.add(term(one))
    return found


def is_annotation(one: Node) -> bool:
    """True for an annotation: by its class, by having a target, or as Hypothesis answers with it."""
    kinds = terms(one.get("type"))
    if kinds & COLLECTIONS:
        return False
    return "Annotation" in kinds or "target" in one or ("uri" in one and ("text" in one or "tags" in one))


def collect_annotations(data: object) -> tuple[list[Node], dict[str, Node], int]:
    """Content of a file: its annotations in order, its other nodes by id, and the number of other entries."""
    found: list[Node] = []
    nodes: dict[str, Node] = {}
    strange = 0
    waiting: deque[tuple[object, bool]] = deque([(data, False)])
    while waiting:
        value, listed = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft((one, True) for one in reversed(value))
            continue
        if not isinstance(value, dict):
            strange += listed
            continue
        one = node(value)
        name = one.get("id")
        if is_annotation(one):
            found.append(one)
        elif held := [one[key] for key in _HOLDERS if isinstance(one.get(key), dict | list)]:
            waiting.extendleft((inner, False) for inner in reversed(held))
        elif isinstance(name, str):
            nodes[name] = one
        else:
            strange += listed
    return found, nodes, strange


def resolve_reference(value: object, nodes: Mapping[str, Node]) -> object:
    """Node that a reference into the same file refers to; any other value as it is."""
    name = value
    if isinstance(value, dict):
        inner = node(value)
        if set(inner) != {"id"}:
            return inner
        name = inner["id"]
    return nodes.get(name, name) if isinstance(name, str) else value


def selectors(value: object, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """The selectors of a target and those that refine, begin and end them, outermost first; the first hundred."""
    waiting = deque(as_list(value))
    for _ in range(_MOST_SELECTORS):
        if not waiting:
            return
        one = resolve_reference(waiting.popleft(), nodes)
        if isinstance(one, dict):
            yield one
            for key in ("refinedBy", "startSelector", "items", "members", "default", "endSelector"):
                waiting.extend(as_list(one.get(key)))
