"""Requirements of the W3C Web Annotation Data Model, as far as JSON shows them.

Each check has the section of the Recommendation of 23 February 2017 that it comes from
(https://www.w3.org/TR/annotation-model/). It does not use this program.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = frozenset(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging".split()
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_WHEN = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def check_collection(made: Mapping[str, Any]) -> None:
    """5.1: a Collection has a context, one IRI, its class; a page unless it is empty; a total that is a count."""
    check_context(made)
    check_iri(made["id"])
    assert "AnnotationCollection" in as_list(made["type"])
    for label in as_list(made.get("label", [])):
        assert isinstance(label, str)
    total = made.get("total")
    assert total is None or is_count(total)
    if total:
        assert "first" in made
    if "last" in made:
        check_iri(made["last"] if isinstance(made["last"], str) else made["last"]["id"])
    if isinstance(made.get("first"), Mapping):
        check_page(made["first"], embedded=True)


def check_page(page: Mapping[str, Any], *, embedded: bool) -> None:
    """5.2: a Page has one IRI, its class, annotations in an array that is not empty; alone it has a context."""
    if embedded:
        assert "@context" not in page
    else:
        check_context(page)
    check_iri(page["id"])
    assert "AnnotationPage" in as_list(page["type"])
    assert isinstance(page["items"], list)
    assert page["items"]
    assert is_count(page.get("startIndex", 0))
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        check_annotation(item)


def check_context(made: Mapping[str, Any]) -> None:
    """3.1: the model's context is one of the contexts, and a string where it is the only one."""
    context = made["@context"]
    assert context == CONTEXT or (isinstance(context, list) and len(context) > 1 and CONTEXT in context)


def check_annotation(made: Mapping[str, Any]) -> None:
    """3.1: one IRI, the class Annotation, one target or more; 3.3.5: motivations are known or IRIs."""
    check_iri(made["id"])
    assert "Annotation" in as_list(made["type"])
    assert as_list(made["target"])
    for target in as_list(made["target"]):
        check_resource(target)
    bodies = as_list(made.get("body", []))
    assert "body" not in made or bodies
    assert not ("bodyValue" in made and bodies)
    for body in bodies:
        check_body(body)
    check_motivations(made.get("motivation", []))
    check_lifecycle(made)


def check_lifecycle(made: Mapping[str, Any]) -> None:
    """3.3.1: at most one created and modified, each an xsd:dateTime in UTC, written with Z."""
    for name in ("created", "modified", "generated"):
        if name in made:
            assert isinstance(made[name], str)
            assert _WHEN.fullmatch(made[name]), made[name]


def check_motivations(given: object) -> None:
    """3.3.5: of the model's motivations, or another named by an IRI, compact or whole."""
    for motivation in as_list(given):
        assert motivation in MOTIVATIONS or _IRI.fullmatch(motivation)


def check_body(body: object) -> None:
    """3.2.4: a textual body has one value, at most one of format, language and text direction, known purposes."""
    if not isinstance(body, Mapping) or "TextualBody" not in as_list(body.get("type", [])):
        check_resource(body)
        return
    assert isinstance(body["value"], str)
    for name in ("format", "language", "processingLanguage", "textDirection"):
        assert isinstance(body.get(name, ""), str)
    if "language" in body:
        assert _TAG.fullmatch(body["language"])
    assert body.get("textDirection", "auto") in ("ltr", "rtl", "auto")
    check_motivations(body.get("purpose", []))
    check_lifecycle(body)


def check_resource(resource: object) -> None:
    """3.2.1: an external resource has one IRI. 4: a Specific Resource has one source, and complete selectors."""
    if isinstance(resource, str):
        check_iri(resource)
        return
    assert isinstance(resource, Mapping)
    is_specific = "SpecificResource" in as_list(resource.get("type", [])) or "source" in resource
    if not is_specific:
        check_iri(resource["id"])
        for language in as_list(resource.get("language", [])):
            assert _TAG.fullmatch(language)
        return
    assert not isinstance(resource["source"], list)
    check_resource(resource["source"])
    for selector in as_list(resource.get("selector", [])):
        check_selector(selector)


def check_selector(selector: Mapping[str, Any]) -> None:
    """4.2: each selector has its one class and the properties that it requires; 4.2.9: a refinement is a selector."""
    kind = selector["type"]
    assert isinstance(kind, str)
    if kind == "FragmentSelector":  # 4.2.1
        assert isinstance(selector["value"], str)
        check_iri(selector["conformsTo"])
        assert re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=:@/?%-]+", selector["value"])  # RFC 3986, 3.5
    elif kind in ("CssSelector", "XPathSelector"):  # 4.2.2, 4.2.3
        assert isinstance(selector["value"], str)
    elif kind == "TextQuoteSelector":  # 4.2.4
        assert isinstance(selector["exact"], str)
        assert all(isinstance(selector.get(name, ""), str) for name in ("prefix", "suffix"))
    elif kind in ("TextPositionSelector", "DataPositionSelector"):  # 4.2.5, 4.2.6
        assert is_count(selector["start"])
        assert is_count(selector["end"])
    elif kind == "RangeSelector":  # 4.2.8
        check_selector(selector["startSelector"])
        check_selector(selector["endSelector"])
    else:
        raise AssertionError(kind)
    for inner in as_list(selector.get("refinedBy", [])):
        check_selector(inner)


def check_iri(name: object) -> None:
    """An IRI with its scheme (RFC 3987, 2.2)."""
    assert isinstance(name, str)
    assert _IRI.fullmatch(name), name


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_count(value: object) -> bool:
    """An xsd:nonNegativeInteger."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def strings(value: object) -> Iterable[str]:
    """All strings of a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
