"""The speaking note of a meeting: what we say, item by item in the order of the agenda, from our positions.

The part for circulation is made of ``PositionPaper``s, which have no field for internal content; instructions and
fallbacks are in the ``Internal`` of each, for the capital alone.
"""

from collections.abc import Mapping
from dataclasses import replace

from delegate_desk.core.positions.export_options import MarkupStyle
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.internal_content import Internal, InternalProvision
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.meeting_report import MeetingPage
from delegate_desk.export.layouts.provision_page import ProvisionPage, paired
from delegate_desk.export.meeting_report import MeetingDetails
from delegate_desk.export.position_paper import PaperProvision, PositionPaper


@dataclass(frozen=True, slots=True)
class NoteItem:
    """An item of the agenda.

    Attributes:
        papers: Our positions on its documents, in the order printed; none where we have nothing to say.
        divided: True if it has items of its own.
    """

    number: str
    title: str
    papers: tuple[PositionPaper, ...]
    divided: bool = False


@dataclass(frozen=True, slots=True)
class SpeakingNote:
    """Our speaking note for a meeting."""

    sitting: MeetingDetails
    items: tuple[NoteItem, ...]


Internals = Mapping[tuple[str, str], Internal]
"""What is internal on a document, by its name and language."""


def lay_out(note: SpeakingNote, labels: ExportLabels, internals: Internals | None = None) -> ExportDocument:
    """Lay the note out for circulation or, with what is internal, for the capital."""
    page = _SpeakingNoteLayout(note, labels, internals)
    return page.build_export_document(page.blocks())


class _SpeakingNoteLayout(MeetingPage):
    """One note with what its parts share."""

    def __init__(self, note: SpeakingNote, labels: ExportLabels, internals: Internals | None) -> None:
        super().__init__(note.sitting, labels, "note", internal=internals is not None)
        self._note = note
        self._internals = internals or {}

    def blocks(self) -> list[ExportParagraph | ExportTable]:
        """The items, one after the other."""
        made: list[ExportParagraph | ExportTable] = []
        for item in self._note.items:
            made.append(self.item_heading(item.number, item.title))
            for paper in item.papers:
                made += self._position_paper(paper)
            if not item.papers and not item.divided:
                made.append(ExportParagraph((self.label(self.words["nothing_to_say"], Style.SOFT),)))
        return made

    def _position_paper(self, paper: PositionPaper) -> list[ExportParagraph]:
        own = word_language(paper.cover.language)
        inside = self._internals.get((paper.cover.name, paper.cover.language), Internal("", ()))
        name = self.words["on_document"].format(name=paper.cover.name)
        made = [ExportParagraph((self.label(name, Style.SOFT),), keep_next=True)]
        made += self.lines(paper.general, Style.NORMAL, language=own)
        if inside.general.strip():
            made += self.internal_lines(inside.general, Style.INTERNAL_NOTE, own)
        page = ProvisionPage(paper.cover, self.labels, MarkupStyle.COUNCIL, internal=self.is_internal)
        for said, more in paired(paper.provisions, inside.provisions):
            made += self._provision(page, said, more)
        return made

    def _provision(
        self, page: ProvisionPage, said: PaperProvision | None, more: InternalProvision | None
    ) -> list[ExportParagraph]:
        shown = said or more
        assert shown is not None
        stance = f": {self.stance(said.stance)}" if said and said.stance else ""
        made = [ExportParagraph((self.label(page.place(shown) + stance),), Style.PART)]
        if said:
            made += self.lines(said.comment, Style.NORMAL, language=page.own)
            if any(change is not WordChange.EQUAL for change, _ in said.word_changes):
                asked = self.label(self.words["proposal"] + self.words["colon"], Style.SOFT)
                label = (StyledRun(f"{said.label} ", page.own),) if said.label and not said.heading else ()
                wording = self.marked(said.word_changes, MarkupStyle.COUNCIL, page.own)
                made.append(ExportParagraph((asked, *label, *wording)))
            made += page.comments(replace(said, comment=""), Style.NORMAL)
        return made + (page.instructions(more, Style.INTERNAL_NOTE) if more else [])
