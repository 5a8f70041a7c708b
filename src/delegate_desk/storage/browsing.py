"""What stands beside annotations in the database."""

from collections.abc import Collection

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.storage.database import Database

_FEW = 500
_ONE = "SELECT document, address, label FROM paragraph WHERE document = ? AND address = ? AND label != ''"
_ALL = """
    SELECT paragraph.document, paragraph.address, paragraph.label FROM paragraph
    WHERE paragraph.label != '' AND EXISTS (
        SELECT 1 FROM annotation
        WHERE annotation.document = paragraph.document AND annotation.address = paragraph.address
    )
"""


class BrowsingStore:
    """Looks at the units that annotations are on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def labels(self, places: Collection[Place] | None = None) -> dict[Place, str]:
        """The labels, as printed, of units that have one: of these, or of all that are annotated."""
        with self._database.read() as connection:
            if places is None or len(places) > _FEW:
                found = connection.execute(_ALL).fetchall()
            else:
                found = [
                    row
                    for place in places
                    for row in connection.execute(_ONE, (place.document, place.address)).fetchall()
                ]
        return {Place(DocumentId(document), Address(address)): label for document, address, label in found}
