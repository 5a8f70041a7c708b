"""What does not go with a template of the house into what we send: persons, machines, printers, data of its own."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.ns import qn

_DROPPED = {
    "customXml", "custom-properties", "extended-properties", "glossaryDocument", "people", "printerSettings",
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "stylesWithEffects", "keyMapCustomizations",
    "attachedToolbars", "recipientData", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform",
    "thumbnail", "docMetadata", "classificationlabels", "origin", "activeXControlBinary", "userXmlData",
}  # fmt: skip
"""The last words of the types of relations whose parts stay behind (ECMA-376 part 1, 15.2; MS-DOCX 2.5)."""
_SETTINGS = (
    "attachedTemplate", "linkStyles", "mailMerge", "docVars", "rsids", "saveThroughXslt", "useXSLTWhenSaving",
    "trackRevisions", "documentProtection", "writeProtection", "attachedSchema", "removePersonalInformation",
    "removeDateAndTime",
)  # fmt: skip


def clean(document: Document) -> None:
    """Take from an opened template what must not leave with it."""
    package = document.part.package
    assert package is not None
    _drop(package)
    for part in list(package.iter_parts()):
        _drop(part)
    settings = document.settings.element
    for name in _SETTINGS:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for part in package.iter_parts():
        _forget_printers(part)
    core = document.core_properties._element
    for child in list(core):
        core.remove(child)


def _drop(holder: OpcPackage | Part) -> None:
    for key, relation in list(holder.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        misnamed = kind == "core-properties" and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES
        if kind in _DROPPED or misnamed:
            del holder.rels[key]


def _forget_printers(part: Part) -> None:
    """Unsay what named a part that has stayed behind."""
    element = getattr(part, "_element", None)
    if element is None:
        return
    for tag in ("w:printerSettings", "w:dataBinding"):
        for found in list(element.iter(qn(tag))):
            found.getparent().remove(found)
