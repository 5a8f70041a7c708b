"""What a delegate sends back of the very file: our line as tracked changes and comments in it."""

import datetime
import logging

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import NothingToExportError
from delegate_desk.core.positions.export_options import Audience, ExportOptions, Redlined
from delegate_desk.export import internal_content, labels
from delegate_desk.export.blocks import Sheet
from delegate_desk.export.layouts import rebuilt_redline
from delegate_desk.export.redline import content
from delegate_desk.export.redline.content import Redline
from delegate_desk.export.redline.xml_names import OddFileError
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.positions.positions import Positions

_log = logging.getLogger(__name__)


class Redlines:
    """Makes redlines of what one library holds."""

    def __init__(self, documents: Documents, annotations: Annotations, positions: Positions) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions

    def make(
        self, key: DocumentId, options: ExportOptions, delegation: str | None, moment: datetime.datetime
    ) -> tuple[bytes, Redlined]:
        """Lay our line into the original, or into its text set anew where it is no Word file: slow, changes nothing.

        Args:
            key: Of the document.
            options: Its mark-up is no matter here: a redline is always tracked.
            delegation: Whose changes they are: a code; None where it is not known.
            moment: The date of the changes, in UTC.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
        """
        from delegate_desk.export.docx import renderer as word
        from delegate_desk.export.redline import renderer

        held = self._documents.get(key)
        document = self._documents.content(key)
        said = self._gathered(key, options, delegation)
        if said.is_empty():
            raise NothingToExportError(held.name)
        if any(unit.sources for unit in document.units()):
            try:
                made = renderer.render(self._documents.content_of(key), document, said, moment)
            except OddFileError as error:
                _log.info("No redline in the original of document %d itself: %s", key, error.why)
            else:
                return made.content, Redlined(unplaced=made.unplaced)
        sheet = self._anew(key, options, said, printed=False)
        return word.render(sheet, moment), Redlined(True, rebuilt_redline.unplaced(document, said))

    def sheet(self, key: DocumentId, options: ExportOptions, delegation: str | None) -> Sheet:
        """The text set anew with our changes, for what is no Word file: a mail, a printer.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
        """
        said = self._gathered(key, options, delegation)
        if said.is_empty():
            raise NothingToExportError(self._documents.get(key).name)
        has_changes = any(unit.sources for unit in self._documents.content(key).units())
        return self._anew(key, options, said, printed=has_changes)

    def _anew(self, key: DocumentId, options: ExportOptions, said: Redline, *, printed: bool) -> Sheet:
        """The text set anew: because the original has no changes, or because paper has none."""
        held = self._documents.get(key)
        known = labels.load(options.labels or held.header.language)
        internal_too = options.audience is Audience.CAPITAL
        return rebuilt_redline.lay_out(
            held.name, self._documents.content(key), said, known, internal=internal_too, printed=printed
        )

    def _gathered(self, key: DocumentId, options: ExportOptions, delegation: str | None) -> Redline:
        """What circulates and, for the capital alone, what is internal."""
        document = self._documents.content(key)
        ours = self._positions.get(key)
        annotations = list(self._annotations.ours_of(key))
        known = labels.load(options.labels or document.header.language)
        said = content.build(document, ours, annotations, known, delegation)
        if options.audience is Audience.CIRCULATION:
            return said

        def as_it_is(address: Address) -> str:
            return address

        return content.with_internal(said, internal_content.build(document, ours, annotations, cite=as_it_is), known)
