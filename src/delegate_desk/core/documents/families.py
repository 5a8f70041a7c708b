"""Document families: all revisions, addenda, corrigenda and languages of a document."""

from collections.abc import Hashable

from delegate_desk.core.documents.document import LibraryDocument


def family_of(document: LibraryDocument) -> Hashable:
    """Key of the family of a document; a document without a reference is a family of its own."""
    reference = document.header.reference
    return document.id if reference is None else reference.family
