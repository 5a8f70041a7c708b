"""Texts of a meeting report written by hand: the summary, and the outcome and next steps of each item.

They are stored as conclusions of the Presidency among the captured lines: those on the meeting as a whole are the
summary, and those with the label *Next steps* are next steps.
"""

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
        new = [line.strip() for line in changed.text.splitlines() if line.strip()]
        for conclusion, _ in old[len(new) :]:
            changes |= self._meetings.remove_line(conclusion.line.id)
        for (conclusion, before), text in zip(old, new, strict=False):
            line = conclusion.line.text.rstrip()
            if text != before:
                start = line.removesuffix(before) if line.endswith(before) else self._start(changed, language)
                changes |= self._meetings.edit_line(conclusion.line.id, start + text)
        for text in new[len(old) :]:
            line = self._start(changed, language) + text
            changes |= self._meetings.capture(key, line, item=changed.item, language=language)[0]
        return changes

    def _start(self, text: ReportText, language: str) -> str:
        steps = labels.load(language).words["next_steps"] + ": " if text.is_next_steps else ""
        return _CONCLUDES.get(language, _CONCLUDES["en"]) + steps

    def _conclusions(self, key: MeetingId, item: str | None, is_next_steps: bool) -> list[tuple[Intervention, str]]:
        found = []
        for intervention in self._meetings.interventions(key):
            if intervention.conclusion and intervention.line.item == item:
                text, is_labelled = without_next_steps_label(intervention.text)
                if is_labelled == is_next_steps:
                    found.append((intervention, text))
        return found
