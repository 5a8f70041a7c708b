"""Lists of terms in several languages: TBX, TMX, CSV and TSV, SKOS in RDF/XML and Turtle. For the reading process.

Files are read entry by entry, as they may be large: TBX following ISO 30042 (version 2 of 2008, version 3 of 2019), TMX
1.4b, SKOS following the W3C (2009), tables with a column for each language or with IATE's columns.
"""

import codecs
import csv
import io
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypedDict

from lxml import etree

from delegate_desk.cipher import PLAIN, ChunkReader, Cipher, name_in_workdir
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError

Entry = dict[str, list[str]]
"""The terms of one concept by language, the preferred one first."""

CHUNK = 5_000  # number of entries written together

_MOST_ENTRIES = 5_000_000
_MOST_TERMS = 20
_LONGEST_SEGMENT = 2_000  # maximum number of characters of a sentence in a translation memory; longer ones are skipped
_HEAD = 4096
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SKOS = "{http://www.w3.org/2004/02/skos/core#}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ENTRY_TAGS = {"martif": ("termEntry",), "tbx": ("conceptEntry", "termEntry"), "tmx": ("tu",)}
_LANGUAGE_TAGS = ("{*}langSet", "{*}langSec", "{*}tuv")
_TERM_TAGS = ("{*}term", "{*}seg")
_LABELS = ("prefLabel", "altLabel")
_IATE = ("L_CODE", "T_TERM", "E_ID")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_TURTLE = re.compile(
    r"""\s+|\#[^\n]*
    |(?P<text>\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+'{3}
        |(?!\"{3}|'{3})(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?P<open>\"{3}|'{3})
    |@(?P<at>[A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^|(?P<iri><[^<>\s]*>)|(?P<sign>[;,.\[\]()])
    |(?P<name>[^\s;,"'<>\[\]()#@^]*[^\s;,"'<>\[\]()#@^.])|.""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_READ_AT_ONCE = 1 << 20


class TermSummary(TypedDict):
    """Content of a list of terms; its entries are in numbered files, compressed."""

    languages: list[str]
    entries: int
    chunks: int


def unpack_terms(path: Path, file_name: str, into: Path, cipher: Cipher = PLAIN) -> TermSummary:
    """Read a list of terms and write its entries to a folder, some thousand per file. Slow.

    Raises:
        UnreadableDocumentError: If it is not a list of terms, is damaged, or has no terms in two languages.
    """
    languages: set[str] = set()
    batch: list[Entry] = []
    chunks = total = 0

    def write() -> None:
        nonlocal chunks
        packed = zlib.compress(json.dumps(batch, ensure_ascii=False).encode("utf-8", "replace"), 1)
        place = into / str(chunks)
        with place.open("wb") as file:
            cipher.copy_in(ChunkReader(iter((packed,))), file, name_in_workdir(place))
        chunks += 1
        batch.clear()

    try:
        for entry in map(_clean_entry, entries(path, file_name)):
            if len(entry) < 2:
                continue
            batch.append(entry)
            languages.update(entry)
            total += 1
            if total > _MOST_ENTRIES:
                raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {_MOST_ENTRIES} entries")
            if len(batch) == CHUNK:
                write()
    except (etree.LxmlError, UnicodeError, csv.Error) as error:
        raise UnreadableDocumentError(file_name, ImportFailure.DAMAGED) from error
    if not total:
        raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT)
    if batch:
        write()
    return {"languages": sorted(languages), "entries": total, "chunks": chunks}


def entries(path: Path, file_name: str) -> Iterator[Entry]:
    """Yield the entries of a list of terms unchanged.

    Raises:
        UnreadableDocumentError: If its format is unknown.
        UnicodeError, etree.LxmlError, csv.Error: If it is damaged.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    beginning = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if beginning.startswith(b"<?xml") or re.match(rb"<(?!http)[\w:!]", beginning):
        return _xml_entries(path, file_name)
    if beginning.startswith((b"@", b"PREFIX", b"prefix", b"<")) or Path(file_name).suffix.lower() in (".ttl", ".nt"):
        return _text_entries(path, head, _turtle_entries)
    return _text_entries(path, head, lambda text: _table_entries(text, file_name))


def _text_entries(path: Path, head: bytes, read: Callable[[io.TextIOBase], Iterator[Entry]]) -> Iterator[Entry]:
    """Yield the entries of a text in UTF-8, or in UTF-16 as spreadsheets save it."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    if encoding != "utf-16" and b"\x00" in head:
        raise UnicodeError("not a text")
    with path.open("rb") as file, io.TextIOWrapper(file, encoding, newline="") as text:
        yield from read(text)


def language_code(text: str) -> str | None:
    """Return the language of a code such as ``EN-GB``; None if it is not an official language."""
    code = re.split(r"[-_]", text.strip().lower())[0]
    return code if code in LANGUAGES else None


def _clean_entry(entry: Entry) -> Entry:
    found: Entry = {}
    for language, terms in entry.items():
        tidy = (" ".join(_CONTROL.sub(" ", term).split()) for term in terms)
        accepted = [term for term in dict.fromkeys(tidy) if 0 < len(term) <= _LONGEST_SEGMENT][:_MOST_TERMS]
        if accepted:
            found[language] = accepted
    return found


# XML


def _xml_entries(path: Path, file_name: str) -> Iterator[Entry]:
    with path.open("rb") as file:
        _, root = next(_events(file, ("start",)))
        tags = _ENTRY_TAGS.get(str(root.tag).rpartition("}")[2], ())
        if not tags and root.tag != f"{_RDF}RDF":
            raise UnreadableDocumentError(file_name, ImportFailure.UNSUPPORTED)
        file.seek(0)
        for _, element in _events(file, ("end",), [f"{{*}}{tag}" for tag in tags] or None):
            parent = element.getparent()
            if tags:
                yield _term_entry(element)
            elif parent is not None and parent.getparent() is None:
                yield _concept(element)
            else:
                continue
            element.clear()
            while parent is not None and element.getprevious() is not None:
                del parent[0]


def _events(
    file: BinaryIO, events: tuple[str, ...], tags: Sequence[str] | None = None
) -> Iterator[tuple[str, "etree._Element"]]:
    """Yield the elements of a file as they begin or end, or those with some tags."""
    found: Iterator[tuple[str, etree._Element]] = etree.iterparse(
        file, events, tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return found


def _term_entry(element: "etree._Element") -> Entry:
    found: Entry = {}
    for part in element.iter(*_LANGUAGE_TAGS):
        if language := language_code(part.get(_XML_LANG) or part.get("lang") or ""):
            found.setdefault(language, []).extend("".join(_texts(term)) for term in part.iter(*_TERM_TAGS))
    return found


def _texts(element: "etree._Element") -> Iterator[str]:
    """Yield the text in an element, without comments and without entities, which are not resolved."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def _concept(element: "etree._Element") -> Entry:
    found: Entry = {}
    for label in _LABELS:
        for part in element.iter(f"{_SKOS}{label}"):
            language = language_code(part.get(_XML_LANG) or "")
            if language and part.text:
                found.setdefault(language, []).append(part.text)
    return found


# Turtle


def _turtle_entries(text: io.TextIOBase) -> Iterator[Entry]:
    """Yield the concepts of a Turtle or N-Triples file; anything but labels of concepts is skipped."""
    entry: Entry = {}
    subject = concept = predicate = value = ""
    for kind, token in _turtle_tokens(text):
        if kind == "sign" and token == ".":
            subject = predicate = ""
        elif kind == "sign" and token == ";":
            predicate = ""
        elif kind == "text":
            value = token
        elif kind == "at" and predicate.endswith(_LABELS) and value:
            if language := language_code(token):
                terms = entry.setdefault(language, [])
                terms.insert(0, value) if predicate.endswith(_LABELS[0]) else terms.append(value)
            value = ""
        elif kind in ("iri", "name"):
            if subject.lower() in ("prefix", "base"):  # as in SPARQL, without a full stop
                subject = "" if kind == "iri" else subject
            elif not subject:
                subject = token
                if subject != concept:
                    yield entry
                    entry, concept = {}, subject
            elif not predicate:
                predicate = token.rstrip(">")
    yield entry


def _turtle_tokens(text: io.TextIOBase) -> Iterator[tuple[str, str]]:
    rest = ""
    is_last = False
    while not is_last:
        chunk = text.read(_READ_AT_ONCE)
        is_last = not chunk
        rest += chunk
        cut = len(rest) if is_last else rest.rfind("\n", 0, max(0, len(rest) - 1))
        if cut <= 0 and not is_last:
            continue
        consumed = 0
        for match in _TURTLE.finditer(rest):
            if not is_last and (match.end() > cut or match.lastgroup == "open"):
                break
            consumed = match.end()
            if match.lastgroup == "text":
                quote = 3 if match[0].startswith(('"""', "'''")) else 1
                yield "text", _unescape(match[0][quote:-quote])
            elif match.lastgroup:
                yield match.lastgroup, match[match.lastgroup]
        if consumed == 0 and len(rest) > 4 * _READ_AT_ONCE:
            raise UnicodeError("not Turtle")
        rest = rest[consumed:]


def _unescape(text: str) -> str:
    return _ESCAPED.sub(
        lambda found: (
            chr(min(int(found[1] or found[2], 16), 0x10FFFF))
            if found[1] or found[2]
            else _ESCAPES.get(found[3], found[3])
        ),
        text,
    )


# Tables


def _table_entries(text: io.TextIOBase, file_name: str) -> Iterator[Entry]:
    first = text.readline(_HEAD)
    delimiter = max("\t;|,", key=first.count)
    if not first.count(delimiter):
        raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT)
    names = next(csv.reader([first], delimiter=delimiter), [])
    rows = csv.reader(text, delimiter=delimiter)
    if set(_IATE) <= set(names):
        yield from _iate_entries(rows, [names.index(name) for name in _IATE])
        return
    columns = {n: language for n, name in enumerate(names) if (language := language_code(name))}
    if len(set(columns.values())) < 2:
        raise UnreadableDocumentError(file_name, ImportFailure.NO_TEXT)
    for row in rows:
        entry: Entry = {}
        for n, language in columns.items():
            if n < len(row) and row[n].strip():
                entry.setdefault(language, []).append(row[n])
        yield entry


def _iate_entries(rows: Iterable[list[str]], columns: list[int]) -> Iterator[Entry]:
    """Yield entries of IATE's table, which has a row for each term; those of an entry are consecutive."""
    entry: Entry = {}
    current = ""
    for row in rows:
        if len(row) <= max(columns):
            continue
        code, term, number = (row[n] for n in columns)
        if number != current:
            yield entry
            entry, current = {}, number
        if language := language_code(code):
            entry.setdefault(language, []).append(term)
    yield entry
