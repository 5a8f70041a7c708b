"""What a page holds that a browser would run or fetch: scripts, frames, pictures, styles, calls to other pages."""

import re
from collections import Counter

from lxml import etree

from delegate_desk.parsing.foreign import is_elsewhere, is_file_elsewhere

_FRAMES = frozenset({"iframe", "frame", "object", "embed", "applet", "portal"})
_PICTURES = frozenset({"img", "image", "video", "audio", "source", "picture", "input"})
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*['\"]?\s*([^'\")\s;]+)", re.IGNORECASE)
_DATA = re.compile(r"json|template|x-", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:java|vb)script:", re.IGNORECASE)


def active_content_in(root: etree._Element, page: str) -> Counter[str]:
    """How many there are of each, by their names in ``foreign``."""
    counts: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        given = {str(name).rpartition("}")[2].lower(): str(value) for name, value in element.attrib.items()}
        link = given.get("href", "")
        counts["scripts"] += tag == "script" and not _DATA.search(given.get("type", ""))
        counts["scripts"] += any(name.startswith("on") or _SCRIPT.match(value) for name, value in given.items())
        counts["frames"] += tag in _FRAMES
        counts["pictures"] += tag in _PICTURES and any(map(is_elsewhere, _pictures(given)))
        counts["pictures"] += is_elsewhere(given.get("background", ""))
        counts["refresh"] += tag == "meta" and given.get("http-equiv", "").lower() == "refresh"
        counts["styles"] += tag == "link" and is_elsewhere(link)
        counts["styles"] += _names_a_place(given.get("style", ""))
        counts["styles"] += tag == "style" and _names_a_place(element.text or "")
        counts["links"] += tag in ("a", "area") and _leads_to_a_file(link)
    counts["entities"] = "<!ENTITY" in page
    return counts


def _pictures(given: dict[str, str]) -> list[str]:
    return [given.get(name, "") for name in ("src", "srcset", "href", "poster")]


def _names_a_place(style: str) -> bool:
    return any(is_elsewhere(address) for address in _STYLE_ADDRESS.findall(style))


def _leads_to_a_file(link: str) -> bool:
    """True for a link to a share or to this machine; one without a scheme leads to a page of the same site."""
    scheme = re.match(r"\s*([a-z][a-z0-9+.-]*:|\\\\)", link, re.IGNORECASE)
    return bool(scheme) and is_file_elsewhere(link) and not _SCRIPT.match(link)
