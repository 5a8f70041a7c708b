"""What a delegate sends: a position as a Word file, and a look at it before it goes."""

import datetime
import logging
import os
from pathlib import Path

from delegate_desk import paths
from delegate_desk.core.citations import citation, labels_to
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents import Address, DocumentId
from delegate_desk.core.errors import NothingToExportError, UnknownDelegationError
from delegate_desk.core.export import Audience, ExportOptions, Preview, Redlined
from delegate_desk.export import internal, labels, paper, position
from delegate_desk.export.internal import Internal
from delegate_desk.export.paper import Paper
from delegate_desk.export.saving import save
from delegate_desk.services.annotations import Annotations
from delegate_desk.services.documents import Documents
from delegate_desk.services.positions import Positions
from delegate_desk.services.redlines import Redlines

_log = logging.getLogger(__name__)


class Export:
    """Makes files from what one library holds."""

    def __init__(self, documents: Documents, annotations: Annotations, positions: Positions) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._redlines = Redlines(documents, annotations, positions)

    def position(self, document: DocumentId, target: Path, options: ExportOptions) -> None:
        """Write our position on a document as a Word file: slow, changes nothing in the library.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
            UnknownDelegationError: If the options name no Member State.
            ExportFailedError: If the file cannot be written; what was there is untouched.
        """
        moment = now()
        said, inside = self._gather(document, options, moment)
        save(_written(said, inside, options, moment), target)
        _log.info("Exported the position on document %d: %d provisions", document, len(said.provisions))

    def redline(self, document: DocumentId, target: Path, options: ExportOptions) -> Redlined:
        """Write our line into the document's own file, or into its text set anew: slow, changes nothing in the library.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
            UnknownDelegationError: If the options name no Member State.
            ExportFailedError: If the file cannot be written; what was there is untouched.
        """
        content, made = self._redlines.make(document, options, self._said_by(options), now())
        save(content, target)
        _log.info("Exported the redline of document %d: %d without a place", document, len(made.unplaced))
        return made

    def preview(self, document: DocumentId, options: ExportOptions) -> Preview:
        """Make the file in memory, and tell what is in it: slow, leaves nothing on the disk.

        Raises:
            NothingToExportError: If there is nothing to say to this audience.
            UnknownDelegationError: If the options name no Member State.
        """
        from delegate_desk.export.extract import text_of

        moment = now()
        said, inside = self._gather(document, options, moment)
        content = _written(said, inside, options, moment)
        text = text_of(content)
        spoken = {p.citation for p in said.provisions} | {p.citation for p in (inside.provisions if inside else ())}
        return Preview(text, len(spoken), inside.count() if inside else 0, said.cover.marking)

    def _said_by(self, options: ExportOptions) -> str | None:
        """Whose file it is: the code of a delegation."""
        if not options.delegation:
            return self._positions.delegation()
        known = delegation(options.delegation)
        if known is None:
            raise UnknownDelegationError(options.delegation)
        return known

    def _gather(
        self, key: DocumentId, options: ExportOptions, moment: datetime.datetime
    ) -> tuple[Paper, Internal | None]:
        """What circulates and, for the capital alone, what is internal."""
        held = self._documents.get(key)
        document = self._documents.content(key)
        ours = self._positions.get(key)
        annotations = self._annotations.of(key)
        said_by = self._said_by(options)
        words = paths.table("citations")[labels.load(options.labels or held.header.language).language]
        units = {unit.address: unit for unit in document.units()}

        def cite(address: Address) -> str:
            return citation(address, labels_to(address, units), words)

        said = paper.build(held.name, document, ours, annotations, delegation=said_by, date=date_of(moment), cite=cite)
        if options.audience is Audience.CIRCULATION:
            if said.is_empty():
                raise NothingToExportError(held.name)
            return said, None
        inside = internal.build(document, ours, annotations, cite=cite)
        if said.is_empty() and not inside.count():
            raise NothingToExportError(held.name)
        return said, inside


def _written(said: Paper, inside: Internal | None, options: ExportOptions, moment: datetime.datetime) -> bytes:
    from delegate_desk.export.word import render

    known = labels.load(options.labels or said.cover.language)
    return render(position.lay_out(said, known, options.markup, inside), moment)


def fixed() -> str:
    """The moment to use instead of now, in seconds (reproducible-builds.org); empty where none is named."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    return named if named.isdecimal() else ""


def now() -> datetime.datetime:
    """The moment that the file bears, in UTC to the second."""
    seconds = fixed()
    if seconds:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def date_of(moment: datetime.datetime) -> datetime.date:
    """The date that the paper bears: where the delegate is, but for a fixed moment, which is the same everywhere."""
    return (moment if fixed() else moment.astimezone()).date()
