"""Texts of a meeting report written by hand: the summary, and the outcome and next steps of each item.

They are stored as conclusions of the Presidency among the captured lines: those on the meeting as a whole are the
summary, and those with the label *Next steps* are next steps. Words that a captured line would not keep as they are
written follow a line break.
"""

from dataclasses import replace

from delegate_desk.core.changes import Changes
from delegate_desk.core.meetings.meeting import Intervention, MeetingId, ReportText
from delegate_desk.export import labels
from delegate_desk.export.meeting_report import without_next_steps_label
from delegate_desk.services.meetings.meetings import Meetings

_CONCLUDES = {"en": "PRES concludes: ", "el": "PRES συμπέρασμα: ", "fr": "PRES conclut : "}


class ReportTexts:
    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings

    def all(self, key: MeetingId) -> list[ReportText]:
        """Return the texts of a meeting: the summary, then outcome and next steps of each agenda item."""
        titles = [(None, ""), *((item.number, item.title) for item in self._meetings.get(key).items)]
        return [
            ReportText(
                number, title, is_next_steps, "\n".join(text for _, text in self._conclusions(key, number, steps))
            )
            for number, title in titles
            for is_next_steps, steps in ((False, False), (True, True))
            if number is not None or not is_next_steps
        ]

    def save(self, key: MeetingId, changed: ReportText, language: str) -> Changes:
        """Save a text: each of its lines is a conclusion, stored in the captured line that it was in before."""
        changes = Changes()
        old = self._conclusions(key, changed.item, changed.is_next_steps)
        new: list[str] = []  # its lines, each with the blank lines that follow it
        for row in map(str.rstrip, changed.text.split("\n")):
            if row:
                new.append(row)
            elif new:
                new[-1] += "\n"
        for conclusion, _ in old[len(new) :]:
            changes |= self._meetings.remove_line(conclusion.line.id)
        for (conclusion, before), text in zip(old, new, strict=False):
            if text != before:
                # the text before the conclusion in its captured line, if the conclusion ends the line
                head, line_break, _ = conclusion.line.text.rstrip().partition("\n")
                kept_start = f"{head} " if line_break else head.removesuffix(before) if head.endswith(before) else ""
                start = kept_start or self._start(changed, language)
                line = self._line(key, replace(changed, text=text), start, language)
                changes |= self._meetings.edit_line(conclusion.line.id, line)
        for text in new[len(old) :]:
            line = self._line(key, replace(changed, text=text), self._start(changed, language), language)
            changes |= self._meetings.capture(key, line, item=changed.item, language=language)[0]
        return changes

    def _line(self, key: MeetingId, written: ReportText, start: str, language: str) -> str:
        """Return the captured line of a conclusion, which is read again as it is written."""
        line = start + written.text
        interventions = self._meetings.line_reader(key).read(line, item=written.item, language=language).interventions
        conclusions = [without_next_steps_label(entry.text) for entry in interventions if entry.conclusion]
        is_kept = len(interventions) == 1 and conclusions == [(written.text, written.is_next_steps)]
        return line if is_kept else f"{start.rstrip()}\n{written.text}"

    def _start(self, text: ReportText, language: str) -> str:
        steps = labels.load(language).words["next_steps"] + ": " if text.is_next_steps else ""
        return _CONCLUDES.get(language, _CONCLUDES["en"]) + steps

    def _conclusions(self, key: MeetingId, item: str | None, is_next_steps: bool) -> list[tuple[Intervention, str]]:
        conclusions = []
        for intervention in self._meetings.interventions(key):
            if intervention.conclusion and intervention.line.item == item:
                text, is_labelled = without_next_steps_label(intervention.text)
                if is_labelled == is_next_steps:
                    conclusions.append((intervention, text))
        return conclusions
