"""Labels of exports: headings, stances, dates and delegations in the words of one language."""

import datetime
from collections.abc import Mapping, Sequence
from functools import cache

from delegate_desk.core.positions.export_options import LABEL_LANGUAGES
from delegate_desk.core.values import dataclass
from delegate_desk.paths import load_table

_WORD_LANGUAGES = {"en": "en-GB"}
"""Languages that Word would otherwise check as used in another country."""


@dataclass(frozen=True, slots=True)
class ExportLabels:
    """The labels of one language.

    Attributes:
        words: By name, with named placeholders.
        stances: By the value of a ``Stance``.
        signs: By the value of a ``Stance``: short, and distinguishable without colours.
        kinds: By the value of an ``AnnotationKind``.
        months: As used in a date, January first.
    """

    language: str
    words: Mapping[str, str]
    stances: Mapping[str, str]
    signs: Mapping[str, str]
    kinds: Mapping[str, str]
    months: Sequence[str]
    date_form: str
    first_day: str
    delegations: Mapping[str, Mapping[str, str]]

    def delegation(self, code: str | None) -> str:
        """Return the name of a delegation, ``Delegation of Greece``; just ``Delegation`` if it is unknown."""
        if code is None:
            return self.words["delegation_unknown"]
        return self.words["delegation"].format(of=self.delegations["of"][code])

    def date(self, date: datetime.date) -> str:
        day = self.first_day if date.day == 1 else str(date.day)
        return self.date_form.format(day=day, month=self.months[date.month - 1], year=date.year)

    def format_time(self, timestamp: datetime.datetime, form: str) -> str:
        """Return a date with its time, without a line break."""
        return self.words[form].format(date=self.date(timestamp.date()), time=timestamp.strftime("%H:%M"))

    def quote(self, text: str) -> str:
        return self.words["quote"].format(text=text)


@cache
def load(language: str) -> ExportLabels:
    """Return the labels of one of ``LABEL_LANGUAGES``, the English ones for any other language."""
    code = language if language in LABEL_LANGUAGES else "en"
    return ExportLabels(code, **load_table("export_labels")[code])


def word_language(language: str) -> str:
    return _WORD_LANGUAGES.get(language, language)
