"""HTML: pages of EUR-Lex in all their layouts, and whatever else a browser, a mail program or a clipboard gives.

EUR-Lex has four: the Official Journal's (classes ``ti-art`` and, since 2023, ``oj-ti-art``; points in tables of a label
and a text), consolidated texts (``title-article-norm``; points in grids), plain paragraphs before 2004 (``TexteOnly``),
and documents of the Commission (``ManualNumPar1``, the label in ``span.num``).
"""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.active_content import is_elsewhere, is_file_elsewhere
from delegate_desk.parsing.blocks import SourceText
from delegate_desk.parsing.html import block_builder, consolidated, footnotes
from delegate_desk.parsing.plain_text import reader

_FRAMES = frozenset({"iframe", "frame", "object", "embed", "applet", "portal"})
_PICTURES = frozenset({"img", "image", "video", "audio", "source", "picture", "input"})
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*['\"]?\s*([^'\")\s;]+)", re.IGNORECASE)
_DATA = re.compile(r"json|template|x-", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:java|vb)script:", re.IGNORECASE)


def active_content_in(root: etree._Element, page: str) -> Counter[RemarkKind]:
    """Active content, which would run, open or fetch something and is left alone: how much there is of each kind."""
    counts: Counter[RemarkKind] = Counter()
    for element in root.iter(etree.Element):
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        given = {str(name).rpartition("}")[2].lower(): str(value) for name, value in element.attrib.items()}
        link = given.get("href", "")
        counts[RemarkKind.SCRIPTS] += tag == "script" and not _DATA.search(given.get("type", ""))
        counts[RemarkKind.SCRIPTS] += any(
            name.startswith("on") or _SCRIPT.match(value) for name, value in given.items()
        )
        counts[RemarkKind.FRAMES] += tag in _FRAMES
        counts[RemarkKind.IMAGES] += tag in _PICTURES and any(map(is_elsewhere, _pictures(given)))
        counts[RemarkKind.IMAGES] += is_elsewhere(given.get("background", ""))
        counts[RemarkKind.REDIRECT] += tag == "meta" and given.get("http-equiv", "").lower() == "refresh"
        counts[RemarkKind.STYLES] += tag == "link" and is_elsewhere(link)
        counts[RemarkKind.STYLES] += _names_a_place(given.get("style", ""))
        counts[RemarkKind.STYLES] += tag == "style" and _names_a_place(element.text or "")
        counts[RemarkKind.FILE_LINKS] += tag in ("a", "area") and _leads_to_a_file(link)
    counts[RemarkKind.ENTITIES] = "<!ENTITY" in page
    return counts


def _pictures(given: dict[str, str]) -> list[str]:
    return [given.get(name, "") for name in ("src", "srcset", "href", "poster")]


def _names_a_place(style: str) -> bool:
    return any(is_elsewhere(address) for address in _STYLE_ADDRESS.findall(style))


def _leads_to_a_file(link: str) -> bool:
    """True for a link to a share or to this machine; one without a scheme leads to a page of the same site."""
    scheme = re.match(r"\s*([a-z][a-z0-9+.-]*:|\\\\)", link, re.IGNORECASE)
    return bool(scheme) and is_file_elsewhere(link) and not _SCRIPT.match(link)


LARGEST = 50_000_000  # bytes
MOST_TAGS = 1_000_000
MOST_ATTRIBUTES = 2_000
_GAVE_UP = ("ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_CONTENT = ("TexteOnly", "docHtml", "document1", "textTabContent", "PP4Contents")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_ALIASES = {"unicode-1-1-utf-8": "utf-8", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
_CLOSED_AT_ONCE = re.compile(r"<((?!br\b|hr\b|img\b|col\b|link\b|meta\b|input\b|!|/)[a-zA-Z][\w:-]*)((?:\s[^<>]*)?)/>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CELEX = re.compile(r"CELEX[:%_3A]{1,4}(\d{5}[A-Z]{1,2}\d{4}[^&:#\s\"'<>]{0,30})")


def read(path: Path) -> SourceText:
    """Read an HTML file.

    Raises:
        NotTextError: If its bytes are no text.
        UnreadableDocumentError: If it is too large, or too deep.
    """
    if path.stat().st_size > LARGEST:
        raise UnreadableDocumentError(
            path.name, ImportFailure.TOO_LARGE, f"a page of more than {LARGEST // 1_000_000} MB"
        )
    return source(decode(path.read_bytes()), path.name)


def decode(data: bytes) -> str:
    """Decode a page: by its mark, else as it declares where that is possible, else like a text file.

    Raises:
        NotTextError: If it is no text.
    """
    declared = _DECLARED.search(data[:2000])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_ALIASES.get(name, name))
        except (UnicodeDecodeError, LookupError):
            return reader.decode(data)
    return reader.decode(data)


def source(page: str, file_name: str = "") -> SourceText:
    """Find the blocks and footnotes of a page.

    Raises:
        UnreadableDocumentError: If it has too many tags, or too many in each other: not to lose text unsaid.
    """
    if page.count("<") > MOST_TAGS:
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_TAGS} tags")
    if any(tag.group().count("=") > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(page)):
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, f"more than {MOST_ATTRIBUTES} attributes")
    root = _tree(page, file_name)
    if root is None:
        return SourceText(())
    content = _content(root)
    notes = footnotes.linked(content)
    walked = block_builder.walk(content, notes)
    blocks, apart = consolidated.without_head(walked.blocks)
    running = tuple(dict.fromkeys((*_evidence(root), *walked.running, *apart)))
    remarks = count_remarks(active_content_in(root, page))
    if walked.notes and not notes.calls:
        blocks = list(footnotes.called(blocks, walked.notes))
    found = SourceText(tuple(blocks), tuple(walked.notes), running, remarks=remarks)
    return found if found.notes else replace(found, **footnotes.at_the_end(found.blocks))


def _tree(page: str, file_name: str) -> etree._Element | None:
    """The page's tree; what XHTML closes at once is closed in full, for an HTML parser leaves it open.

    Raises:
        UnreadableDocumentError: If the parser gave up before the end, which libxml2 does beyond its limits.
    """
    page = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", _DECLARATION.sub("", page.replace("\0", "")))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    root = None
    with contextlib.suppress(etree.XMLSyntaxError):  # there is nothing in it
        root = etree.fromstring(page.encode("utf-8", errors="replace"), parser)
    if any(error.type_name in _GAVE_UP for error in parser.error_log):
        raise UnreadableDocumentError(file_name, ImportFailure.TOO_LARGE, "tags in each other beyond all measure")
    return root


def _content(root: etree._Element) -> etree._Element:
    """The part of a page that is the document: without the site around it."""
    by_id = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
    for name in _CONTENT:
        if name in by_id and _has_text(by_id[name]):
            return by_id[name]
    mains = [main for main in root.iter("main") if _has_text(main)]
    if len(mains) == 1:
        return mains[0]
    return next(root.iter("body"), root)


def _has_text(element: etree._Element) -> bool:
    return any(part.strip() for part in block_builder.texts(element))


def _evidence(root: etree._Element) -> Iterator[str]:
    """Yield a page's metadata outside its text: its number and its language in EUR-Lex."""
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if name in ("dc.source", "dc.description", "dc.title") or "celex" in name or "celex" in value.lower():
            for found in _CELEX.finditer(value):
                yield f"CELEX:{found[1]}"
            if re.search(r"\b[0-9]{5}[A-Z]{1,2}[0-9]{4}\b", value):
                yield value[:200]
        if name == "dc.language" and re.fullmatch(r"[A-Za-z]{2}", value):
            yield value.upper()
