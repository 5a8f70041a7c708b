"""Places of a template that are written ``{{name}}``: found wherever text stands, and filled."""

import copy
import re
from collections.abc import Callable, Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element

from delegate_desk.export.blocks import StyledRun
from delegate_desk.export.docx.xml_elements import add_words

TABLE = "table"
"""The place of all that we write."""
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PARAGRAPH, _RUN, _TEXT, _LOOK = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:rPr")

Known = Callable[[str], StyledRun | None]


def names(root: _Element) -> set[str]:
    """The places in a part, also those in boxes and whose letters Word keeps in several runs."""
    texts = ("".join(text.text or "" for text in _texts(paragraph)) for paragraph in root.iter(_PARAGRAPH))
    return {found.group(1).casefold() for text in texts for found in _PLACE.finditer(text)}


def fill(root: _Element, known: Known) -> None:
    """Write into the places of a part what is known of them; the others stay."""
    for paragraph in list(root.iter(_PARAGRAPH)):
        done = 0
        while found := _next(paragraph, done, known):
            start, end, run = found
            _replace_text(paragraph, start, end, run)
            done = start + len(run.text.replace("\n", "").replace("\t", ""))


def content_paragraph(body: _Element) -> _Element | None:
    """The paragraph with the place of all that we write: one that stands in the body itself."""
    return next((p for p in body.iterchildren(_PARAGRAPH) if TABLE in names_here(p)), None)


def names_here(paragraph: _Element) -> set[str]:
    """The places in one paragraph, without those in boxes that hang on it."""
    text = "".join(text.text or "" for text in _texts(paragraph))
    return {found.group(1).casefold() for found in _PLACE.finditer(text)}


def _texts(paragraph: _Element) -> Iterator[_Element]:
    """The texts of a paragraph itself, also in links and content controls, but not in its boxes."""
    for text in paragraph.iter(_TEXT):
        if next(text.iterancestors(_PARAGRAPH)) is paragraph:
            yield text


def _next(paragraph: _Element, since: int, known: Known) -> tuple[int, int, StyledRun] | None:
    text = "".join(each.text or "" for each in _texts(paragraph))
    for found in _PLACE.finditer(text, since):
        run = known(found.group(1).casefold())
        if run is not None:
            return found.start(), found.end(), run
    return None


def _replace_text(paragraph: _Element, start: int, end: int, run: StyledRun) -> None:
    """Put words in the place of others, in the look of the first of these."""
    _divide(paragraph, end)
    _divide(paragraph, start)
    inside = list(_between(paragraph, start, end))
    first = inside[0].getparent()
    assert first is not None
    for text in inside:
        text.text = ""
    place = OxmlElement("w:r")
    look = first.find(_LOOK)
    place.append(copy.deepcopy(look) if look is not None else OxmlElement("w:rPr"))
    _set_language(place[0], run.language)
    add_words(place, run.text)
    first.addprevious(place)


def _set_language(look: _Element, language: str) -> None:
    """Let no speller take the words for the template's own language."""
    for tag in ("w:lang", "w:noProof"):
        for found in look.findall(qn(tag)):
            look.remove(found)
    if language:
        made = OxmlElement("w:lang", {qn("w:val"): language})
        behind = [child for child in look if child.tag in {qn("w:eastAsianLayout"), qn("w:specVanish"), qn("w:oMath")}]
        behind[0].addprevious(made) if behind else look.append(made)
        return
    before = [child for child in look if child.tag in _BEFORE_NO_PROOF]
    if before:
        before[-1].addnext(OxmlElement("w:noProof"))
    else:
        look.insert(0, OxmlElement("w:noProof"))


_BEFORE_NO_PROOF = {
    qn(f"w:{name}")
    for name in ("rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint".split())
}


def _divide(paragraph: _Element, at: int) -> None:
    """Let a run end where a number of characters of its paragraph have been."""
    for start, text in _placed(_texts(paragraph)):
        words = text.text or ""
        if start < at < start + len(words):
            run = text.getparent()
            assert run is not None
            right = copy.deepcopy(run)
            place = list(run).index(text)
            for child in list(run)[place + 1 :]:
                run.remove(child)
            for child in list(right)[:place]:
                if child.tag != _LOOK:
                    right.remove(child)
            text.text = words[: at - start]
            other = next(right.iterchildren(_TEXT))
            other.text = words[at - start :]
            for each in (text, other):
                each.set(qn("xml:space"), "preserve")
            run.addnext(right)
            return


def _between(paragraph: _Element, start: int, end: int) -> Iterator[_Element]:
    for begins, text in _placed(_texts(paragraph)):
        if start <= begins < end and text.text:
            yield text


def _placed(texts: Iterable[_Element]) -> Iterator[tuple[int, _Element]]:
    begins = 0
    for text in list(texts):
        yield begins, text
        begins += len(text.text or "")
