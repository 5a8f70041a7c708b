"""What stands beside annotations in the database."""

from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.storage.database import Database


class BrowsingStore:
    """Looks at the units that annotations are on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def labels(self) -> dict[Place, str]:
        """The labels, as printed, of all units that are annotated and have one."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT paragraph.document, paragraph.address, paragraph.label FROM paragraph
                WHERE paragraph.label != '' AND EXISTS (
                    SELECT 1 FROM annotation
                    WHERE annotation.document = paragraph.document AND annotation.address = paragraph.address
                )
                """
            ).fetchall()
        return {Place(DocumentId(document), Address(address)): label for document, address, label in found}
