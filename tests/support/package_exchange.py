"""Libraries of several people, and packages between them."""

from pathlib import Path
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.package import PackageContents, PackageImport, PackageSummary
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk
from support.document_values import quiet_hours, take_in


def brought(desk: Desk, folder: Path | None = None, **values: str) -> DocumentId:
    """Import the short document, by default from beside the library."""
    return take_in(desk, quiet_hours(folder or desk.folder.parent, **values))


def noted(desk: Desk, place: Place, text: str = "", **values: Any) -> Annotation:
    """Add a note for circulation."""
    made = desk.annotations.new(
        place, values.pop("kind", AnnotationKind.NOTE), text=text, **{"visibility": Visibility.CIRCULATION, **values}
    )
    desk.annotations.save(made)
    kept = desk.annotations.get(made.id)
    assert kept is not None
    return kept


def pack(desk: Desk, file: Path, **values: Any) -> PackageSummary:
    """Export everything, or a selection, as a package."""
    return finish(desk.packages.write(file, PackageContents(**values)))


def send(desk: Desk, to: Desk, file: Path | None = None, **values: Any) -> PackageImport:
    """Export a package, and import it elsewhere."""
    file = file or desk.folder.with_name("sent.ddpack")
    pack(desk, file, **values)
    return to.packages.merge(file)


def texts(desk: Desk) -> set[str]:
    """The texts of the annotations of a library."""
    return {one.text for one in desk.annotations.all()}


def what(taken: PackageImport) -> list[str]:
    """The result of importing a package, in words."""
    return sorted(one.status for one in taken.preview.items)


def paragraph(document: DocumentId, number: int = 1) -> Place:
    """A paragraph of the short document."""
    return Place(document, Address(f"para_{number}"))


def kept(desk: Desk) -> list[object]:
    """All content of others in a library, in order, including what was derived from it."""
    store = desk.packages.received
    things = [(one.thing, one.removed) for one in store.everything()]
    notes = sorted((one for one in desk.annotations.all() if one.author), key=lambda one: one.id)
    return [*things, *notes]
