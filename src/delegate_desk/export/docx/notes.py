"""Footnotes and comments of a Word file: parts of their own, which the text calls by number."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from lxml import etree
from lxml.etree import _Element

from delegate_desk.export.docx.xml_elements import add

_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_EMPTY = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in _SEPARATORS
    )
    + "</w:footnotes>"
)


class Footnotes:
    """The footnotes of a document: made where the first is added, written when all are there."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._part: Part | None = None
        self._notes: _Element | None = None
        self._next = 1
        self.counted = 0

    def add(self) -> tuple[_Element, int]:
        """A new note without a paragraph, and the number that calls it."""
        if self._notes is None:
            self._notes = self._load_notes()
        number = self._next
        self._next += 1
        return add(self._notes, "w:footnote", id=number), number

    def write(self) -> None:
        """Put what was added into the part."""
        if self._part is not None and self._notes is not None:
            self._part._blob = etree.tostring(self._notes, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _load_notes(self) -> _Element:
        """The notes of a template, or none."""
        main = self._document.part
        found = [rel.target_part for rel in main.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
        if found:
            self._part = found[0]
            notes = parse_xml(self._part.blob)
        else:
            package = main.package
            assert package is not None
            name = PackURI("/word/footnotes.xml")
            self._part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, b"", package)
            main.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
            notes = parse_xml(_EMPTY)
            self._declare_separators()
        self._next = max((int(note.get(qn("w:id"), "0")) for note in notes), default=0) + 1
        return notes

    def _declare_separators(self) -> None:
        """Tell Word which notes are its separators."""
        settings = self._document.settings.element
        if settings.find(qn("w:footnotePr")) is None:
            said = parse_xml(f"<w:footnotePr {nsdecls('w')}/>")
            for _, number in _SEPARATORS:
                add(said, "w:footnote", id=number)
            insert_setting(self._document, said)


class Comments:
    """The comments of a document, numbered from 0."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._next = 0

    def add(self, author: str, initials: str, date: str) -> tuple[_Element, int]:
        """A new comment without a paragraph, and the number that calls it."""
        number = self._next
        self._next += 1
        comments = self._document.part._comments_part.element
        made = add(comments, "w:comment", id=number, author=author, date=date)
        if initials:
            made.set(qn("w:initials"), initials)
        return made, number


_ORDER = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr"
).split()
"""The settings up to the last that we make, in the order of the schema (ECMA-376 part 1, 17.15.1.78)."""


def insert_setting(document: Document, element: _Element) -> None:
    """Put one of the settings of ``_ORDER`` where the schema wants it."""
    before = {qn(f"w:{name}") for name in _ORDER[: [qn(f"w:{name}") for name in _ORDER].index(element.tag)]}
    settings = document.settings.element
    place = next((n for n, child in enumerate(settings) if child.tag not in before), len(settings))
    settings.insert(place, element)
