"""Parts shared by the files on a meeting: the head that names it, the signs of stances, the heading of an item."""

from collections.abc import Sequence

from delegate_desk.core.positions.position import Stance
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import PageLayout
from delegate_desk.export.meeting_report import MeetingDetails


class MeetingPage(PageLayout):
    """Makes the parts of a file on a meeting."""

    def __init__(
        self, sitting: MeetingDetails, labels: ExportLabels, name: str, *, internal: bool, wide: bool = False
    ) -> None:
        super().__init__(labels, sitting.marking, internal=internal, wide=wide)
        self._sitting = sitting
        self._name = self.words[name]
        self._author = self.labels.delegation(sitting.delegation)
        self.agenda_language = word_language(sitting.language) if sitting.language else ""

    def build_export_document(
        self, blocks: Sequence[ExportParagraph | ExportTable], *, top: Sequence[ExportParagraph] = ()
    ) -> ExportDocument:
        """The whole file: what it is and on which meeting, or another opening, then the blocks."""
        opening = top or [*self.notice("internal_report"), *self.title(), *self.details(self.sittings_details())]
        return ExportDocument(
            title=f"{self._name} – {self._sitting.body}",
            author=self._author,
            language=self.said,
            blocks=(*opening, *blocks),
            first_page_header=self.first_page_header(),
            page_header=self.page_header(f"{self._author} · {self._name}"),
            page_footer=self.page_footer(self._sitting.reference),
            landscape=self._wide,
        )

    def title(self) -> list[ExportParagraph]:
        """Whose file it is, and what: in one line where there is little room below."""
        if self._wide:
            runs = (self.label(self._name, Style.STRONG), self.label(f" · {self._author}"))
            return [ExportParagraph(runs, Style.WIDE_TITLE)]
        return [
            ExportParagraph((self.label(self._author),), Style.TITLE),
            ExportParagraph((self.label(self._name),), Style.SUBTITLE),
        ]

    def sittings_details(self) -> list[tuple[str, StyledRun]]:
        """Return the known details of the meeting, each with its name."""
        sitting = self._sitting
        found = [(self.words["body"], StyledRun(sitting.body, self.agenda_language))]
        when = self.day()
        if when:
            found.append((self.words["date"], self.label(when)))
        if sitting.place:
            found.append((self.words["place"], StyledRun(sitting.place, self.agenda_language)))
        if sitting.reference:
            found.append((self.words["agenda"], StyledRun(sitting.reference)))
        return found

    def day(self) -> str:
        """When the meeting begins; empty where that is not known."""
        sitting = self._sitting
        if sitting.date is None:
            return ""
        date = self.labels.date(sitting.date)
        if sitting.begins is None:
            return date
        return self.words["meeting_day"].format(date=date, time=sitting.begins.strftime("%H:%M"))

    def item_heading(self, number: str, title: str, *, new_page: bool = False) -> ExportParagraph:
        """The heading of an item of the agenda; one without a number is the meeting as a whole."""
        runs = (
            (StyledRun(f"{number}. "), StyledRun(title, self.agenda_language))
            if number
            else (self.label(self.words["whole"]),)
        )
        return ExportParagraph(runs, Style.HEADING, new_page=new_page)

    def part_heading(self, name: str) -> ExportParagraph:
        """The heading of a part of an item."""
        return ExportParagraph((self.label(self.words[name]),), Style.PART)

    def stance(self, stance: Stance) -> str:
        """A stance by its sign and in words."""
        return f"{self.labels.signs[stance]}\u00a0{self.labels.stances[stance]}"
