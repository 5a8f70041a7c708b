"""Annotations read from JSON-LD, our own and those of other programs; invalid items are refused with a reason."""

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import unquote

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Quote,
    Visibility,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.annotation_exchange import (
    ADDRESSES,
    DocumentIdentity,
    IncomingAnnotation,
    ParsedAnnotationFile,
    RejectedAnnotations,
    RejectionReason,
    annotation_uuid,
    parse_document_urn,
)
from delegate_desk.core.positions.drafted_wording import html_words
from delegate_desk.core.revisions.comparison import CarryVerdict
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.values import dataclass

Node = Mapping[str, Any]
_SAME = {"@id": "id", "@type": "type", "@graph": "graph", "orderedItems": "items", "updated": "modified"}
_PREFIX = re.compile(r"(?:oa|as|cnt|rdfs?|dc|dcterms|foaf|schema):")
_HOLDERS = ("graph", "first", "items", "rows", "annotations", "next")
COLLECTIONS = frozenset({"AnnotationCollection", "AnnotationPage", "OrderedCollection", "OrderedCollectionPage"})
_MOST = 10_000
"""Maximum number of values of one property that are read."""
_MOST_SELECTORS = 100
FARTHEST = 10**9


def term(name: str) -> str:
    unprefixed = _PREFIX.sub("", name, count=1) if _PREFIX.match(name) else name
    return _SAME.get(unprefixed, unprefixed)


def node(value: Mapping[str, Any]) -> Node:
    return {term(key): inner for key, inner in value.items()}


def as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value[:_MOST] if isinstance(value, list) else [value]


def first_text(value: object) -> str:
    for item in as_list(value):
        text = item
        if isinstance(item, dict):
            text = next((item[key] for key in ("@value", "value", "@id", "id") if key in item), None)
        if isinstance(text, str):
            return without_half_characters(text)
    return ""


def offset(value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= FARTHEST else None


def terms(value: object) -> set[str]:
    return {term(item) for item in as_list(value) if isinstance(item, str)}


def collect_annotations(data: object) -> tuple[list[Node], dict[str, Node], int]:
    """Return the content of a file: its annotations in order, its other nodes by id, and the number of others."""
    found: list[Node] = []
    nodes: dict[str, Node] = {}
    unknown_count = 0
    queue: deque[tuple[object, bool]] = deque([(data, False)])
    while queue:
        value, is_in_list = queue.popleft()
        if isinstance(value, list):
            queue.extendleft((item, True) for item in reversed(value))
            continue
        if not isinstance(value, dict):
            unknown_count += is_in_list
            continue
        record = node(value)
        name = record.get("id")
        # By its class, by having a target, or in the form of Hypothesis's answers.
        kinds = terms(record.get("type"))
        is_answer = "uri" in record and ("text" in record or "tags" in record)
        if not kinds & COLLECTIONS and ("Annotation" in kinds or "target" in record or is_answer):
            found.append(record)
        elif contents := [record[key] for key in _HOLDERS if isinstance(record.get(key), dict | list)]:
            queue.extendleft((inner, False) for inner in reversed(contents))
        elif isinstance(name, str):
            nodes[name] = record
        else:
            unknown_count += is_in_list
    return found, nodes, unknown_count


def resolve_reference(value: object, nodes: Mapping[str, Node]) -> object:
    """Return the node that a reference into the same file points to; any other value unchanged."""
    name = value
    if isinstance(value, dict):
        inner = node(value)
        if set(inner) != {"id"}:
            return inner
        name = inner["id"]
    return nodes.get(name, name) if isinstance(name, str) else value


def selectors(value: object, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """Return the selectors of a target with those that refine, begin and end them, outermost first.

    At most a hundred.
    """
    queue = deque(as_list(value))
    for _ in range(_MOST_SELECTORS):
        if not queue:
            return
        selector = resolve_reference(queue.popleft(), nodes)
        if isinstance(selector, dict):
            yield selector
            for key in ("refinedBy", "startSelector", "items", "members", "default", "endSelector"):
                queue.extend(as_list(selector.get(key)))


_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


def html_to_text(markup: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", html_words(markup, is_wording=False))).strip()


LONGEST = 1_000_000
"""Maximum number of characters of an annotation's text and quote."""
_LONGEST_TAG = 200
_LONGEST_NAME = 500
_NOWHERE = DocumentId(0)
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_LINK = re.compile(r"(?:https?|urn|doi|file|mailto|tag):\S+")
_LAST_YEAR = 9000
_SPACE = re.compile(r"\s+")
_DUE = re.compile(r"\d{4}-\d{2}-\d{2}.*")
E = TypeVar("E", bound=StrEnum)


@dataclass
class _Target:
    original: DocumentIdentity | None = None
    names: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    address: str = ""
    quotes: list[Quote] = field(default_factory=list)


def read_annotations(data: object, file_name: str, now: datetime) -> ParsedAnnotationFile:
    found, others, unknown_count = collect_annotations(data)
    keys = {name for record in found if (name := first_text(record.get("id")))}
    incoming: dict[str, IncomingAnnotation] = {}
    rejected: Counter[tuple[RejectionReason, str]] = Counter(
        {(RejectionReason.NO_ANNOTATION, ""): unknown_count} if unknown_count else {}
    )
    for record in found:
        result = _read(record, others, keys, now)
        if isinstance(result, IncomingAnnotation):
            earlier = incoming.get(result.annotation.id)
            if earlier is None or result.annotation.modified > earlier.annotation.modified:
                incoming[result.annotation.id] = result
        else:
            rejected[result] += 1
    return ParsedAnnotationFile(
        file_name,
        tuple(incoming.values()),
        tuple(RejectedAnnotations(reason, name, n) for (reason, name), n in rejected.items()),
    )


def is_empty(data: object) -> bool:
    """True for a collection or page that declares itself empty."""
    if not isinstance(data, dict):
        return False
    record = node(data)
    items = record.get("items", None if record.get("total") == 0 else record)
    return bool(terms(record.get("type")) & COLLECTIONS) and not items


def _read(
    record: Node, others: Mapping[str, Node], keys: set[str], now: datetime
) -> IncomingAnnotation | tuple[RejectionReason, str]:
    target = _target(record, others, keys)
    is_own = target.original is not None
    own = record if is_own else {}
    text, tags = _bodies(record, others, exactly=is_own)
    name = target.original.reference if target.original else next(iter(target.names), "")
    words = target.quotes[0] if target.quotes else None
    if not is_own:
        text = "\n\n".join([text, *(f"“{quote.exact}”" for quote in target.quotes[1:])]).strip()
        if not (text or tags or words):
            return RejectionReason.SAYS_NOTHING, name
    length = len(text) + sum(map(len, tags)) + (len(words.exact + words.prefix + words.suffix) if words else 0)
    if length > LONGEST:
        return RejectionReason.TOO_LONG, name
    modified = _timestamp(record.get("modified"))
    created = _timestamp(record.get("created")) or modified or now
    annotation = Annotation(
        AnnotationId(_key(record, created, text, target)),
        Place(_NOWHERE, Address(target.address)),
        _own_value(AnnotationKind, own.get("desk:kind"), AnnotationKind.NOTE),
        text,
        created,
        modified or created,
        words,
        tags,
        _own_value(AnnotationStatus, own.get("desk:status"), AnnotationStatus.OPEN),
        _own_value(Visibility, own.get("desk:visibility"), Visibility.INTERNAL),
        AnnotationId(annotation_uuid(target.answers[0])) if target.answers else None,
        _timestamp(own.get("desk:due")),
        first_text(own.get("desk:holder"))[:_LONGEST_TAG],
        AnnotationId(annotation_uuid(origin)) if (origin := first_text(own.get("desk:origin"))) else None,
        _own_value(CarryVerdict, own.get("desk:carried"), CarryVerdict.DOUBTFUL) if own.get("desk:carried") else None,
    )
    dated = bool(modified or _timestamp(record.get("created")))
    return IncomingAnnotation(annotation, target.original, tuple(target.names), dated)


def _key(record: Node, created: datetime, text: str, target: _Target) -> str:
    name = first_text(record.get("id"))
    if name:
        return annotation_uuid(name)
    timestamp = created.isoformat() if _timestamp(record.get("created")) else ""
    return annotation_uuid("\n".join([timestamp, text, *target.names, *(quote.exact for quote in target.quotes)]))


def _own_value(kind: type[E], value: object, usual: E) -> E:
    """Return a value of one of our own properties; an unknown value counts as the default."""
    name = term(first_text(value)).removeprefix("desk:")
    return kind(name) if name in list(map(str, kind)) else usual


def _timestamp(value: object) -> datetime | None:
    written = first_text(value).strip()
    if not _DUE.fullmatch(written):
        return None
    try:
        timestamp = datetime.fromisoformat(written)
        timestamp = (timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):  # no such day, or one before the first year in UTC
        return None
    return timestamp if timestamp.year <= _LAST_YEAR else None  # there has to be a later moment


# Bodies


def _bodies(record: Node, others: Mapping[str, Node], *, exactly: bool) -> tuple[str, tuple[str, ...]]:
    texts: list[str] = []
    tags: list[str] = [first_text(tag) for tag in as_list(record.get("tags"))]
    purposes = terms(record.get("motivation"))
    for value in _flatten(record.get("body"), others):
        words, is_tag = _body(value, alone=purposes == {"tagging"})
        (tags if is_tag else texts).append(words)
    texts += [first_text(record.get(key)) for key in ("bodyValue", "text") if not texts]
    if exactly:
        return "\n\n".join(word for word in texts if word), tuple(dict.fromkeys(filter(None, tags)))
    neat = (_SPACE.sub(" ", tag.replace("\0", "")).strip()[:_LONGEST_TAG] for tag in tags)
    plain = (word.replace("\0", "").strip() for word in texts)
    return "\n\n".join(filter(None, plain)), tuple(dict.fromkeys(filter(None, neat)))


def _flatten(value: object, others: Mapping[str, Node]) -> Iterator[object]:
    for item in as_list(value):
        body = resolve_reference(item, others)
        if isinstance(body, dict) and terms(body.get("type")) & {"Choice", "Composite", "List"}:
            inner = [
                resolve_reference(inner_item, others)
                for key in ("default", "items", "item")
                for inner_item in as_list(body.get(key))
            ]
            yield from inner[:1] if "Choice" in terms(body["type"]) else inner
        else:
            yield body


def _body(body: object, *, alone: bool) -> tuple[str, bool]:
    if isinstance(body, str):
        return without_half_characters(body), alone
    if not isinstance(body, dict):
        return "", False
    kinds = terms(body.get("type"))
    purposes = terms(body.get("purpose"))
    is_tag = "tagging" in purposes or bool(kinds & {"Tag", "SemanticTag"}) or (alone and not purposes)
    words = next((found for key in ("value", "chars", "@value", "text") if (found := first_text(body.get(key)))), "")
    if words and not is_tag and (first_text(body.get("format")) in _HTML or "TextHTML" in kinds):
        words = html_to_text(words)
    if not words:  # a resource elsewhere, of which only the name is known
        label = first_text(body.get("label")) if is_tag else ""
        source = first_text(body.get("source"))
        name = first_text(body.get("id"))
        words = label or source or (name if _LINK.fullmatch(name) and "TextualBody" not in kinds else "")
    return words, is_tag


# Targets


def _target(record: Node, others: Mapping[str, Node], keys: set[str]) -> _Target:
    found = _Target()
    is_reply = "replying" in terms(record.get("motivation"))
    targets = [*as_list(record.get("target")), *as_list(record.get("desk:place"))]
    for value in targets or as_list(record.get("uri")):
        target = resolve_reference(value, others)
        if isinstance(target, dict):
            _read_place(target, others, found)
            name = "" if "source" in target else first_text(target.get("id"))
        else:
            name = without_half_characters(target) if isinstance(target, str) else ""
        if name and (name in keys or (is_reply and not found.answers and parse_document_urn(name) is None)):
            found.answers.append(name)
        elif name:
            _add_name(name, found)
    references = [first_text(name) for name in as_list(record.get("references"))]
    found.answers += [name for name in references[-1:] if name]
    for key in ("document", "uri"):
        source = record.get(key)
        if isinstance(source, dict):
            source = document_names(source)
        for name in as_list(source):
            _add_name(first_text(name), found)
    return found


def document_names(source: Mapping[str, Any]) -> list[str]:
    record = node(source)
    values = [value for key in ("title", "filename", "label", "name") for value in as_list(record.get(key))]
    return [name for value in values if (name := first_text(value))]


def _read_place(target: Node, others: Mapping[str, Node], found: _Target) -> None:
    for value in as_list(target.get("source")):
        source = resolve_reference(value, others)
        if isinstance(source, dict):
            _add_name(first_text(source.get("id")), found)
            for name in document_names(source):
                _add_name(name, found)
        elif isinstance(source, str):
            _add_name(source, found)
    for name in [*document_names(target), first_text(target.get("scope"))]:
        _add_name(name, found)
    quote: Quote | None = None
    position = (0, 0)
    for selector in selectors(target.get("selector"), others):
        exact = selector.get("exact")
        if quote is None and isinstance(exact, str | dict | list) and first_text(exact):
            quote = Quote(
                first_text(exact), first_text(selector.get("prefix")), first_text(selector.get("suffix")), 0, 0
            )
        elif (start := offset(selector.get("start"))) is not None and (end := offset(selector.get("end"))) is not None:
            position = (start, end)
        elif first_text(selector.get("conformsTo")) == ADDRESSES and not found.address:
            found.address = unquote(first_text(selector.get("value")))[:_LONGEST_NAME]
    if quote and found.original:
        found.quotes.append(Quote(quote.exact, quote.prefix, quote.suffix, *position))
    elif quote:
        found.quotes.append(
            Quote(_normalise(quote.exact).strip(), _normalise(quote.prefix), _normalise(quote.suffix), 0, 0)
        )


def _add_name(name: str, found: _Target) -> None:
    name = without_half_characters(name)
    original = parse_document_urn(name)
    if original and found.original is None:
        found.original = original
        found.address = found.address or unquote(name.partition("#")[2])[:_LONGEST_NAME]
    elif name and not original and name[:_LONGEST_NAME] not in found.names:
        found.names.append(name[:_LONGEST_NAME])


def _normalise(words: str) -> str:
    """Return words in the form of a document's text: one line, NFC-normalised."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", words.replace("\0", "")))
