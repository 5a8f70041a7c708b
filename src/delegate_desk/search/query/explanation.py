"""Explanation of a query in the window's language, and hints on parts treated as text.

The words are in resources/tables/search_said.json; English for other languages.
"""

from datetime import date
from functools import cache
from typing import Any

from delegate_desk import paths
from delegate_desk.core.text import fold
from delegate_desk.search.engine import index_terms
from delegate_desk.search.engine.index_terms import FieldInterpretation
from delegate_desk.search.query import date_values, field_values, nodes
from delegate_desk.search.query.date_values import DateValue

_LONGEST = 40
_LONG_NAME = 7
"""Minimum length of a field's name that may be misspelt by two letters; a shorter one by one."""


class QueryExplainer:
    """Explains parts of a query in one language, on one day."""

    def __init__(self, language: str, today: date) -> None:
        self.language = index_terms.own(language)[0]
        self.today = today
        self._words = paths.load_table("search_said")[self.language]

    def say(self, form: str, **named: str) -> str:
        """Return a sentence or a part of it with its placeholders filled."""
        return str(self._words[form].format(**named))

    def explain(self, node: nodes.Node, *, inner: bool = False) -> str:
        """Explain a part; ``inner`` in brackets if it has parts itself."""
        words = self._words
        match node:
            case nodes.WordQuery(typed=typed, edits=edits) if edits:
                return str(words["edits"][edits - 1].format(text=typed))
            case nodes.WordQuery(typed=typed, prefix=prefix, stemmed=stemmed):
                return self.say("prefix" if prefix else "word" if stemmed else "exact", text=typed)
            case nodes.Wildcard(typed):
                return self.say("wildcard", text=typed)
            case nodes.PhraseQuery(found):
                text = " ".join(word.typed for word in found) + ("…" if found[-1].prefix else "")
                return self.say("loose" if found[0].stemmed else "phrase", text=text)
            case nodes.Near(left, right, distance):
                form = words["near"][0 if distance == 1 else 1]
                return str(form.format(left=self.explain(left), right=self.explain(right), n=distance))
            case nodes.FieldFilter(field, reading):
                return self.field(field, reading)
            case nodes.Not(part):
                return self.say("not", part=self.explain(part, inner=True))
            case nodes.AllOf(parts):
                said = words["and"].join(self.explain(part, inner=True) for part in parts)
            case nodes.Either(parts):
                said = words["or"].join(self.explain(part, inner=True) for part in parts)
        return f"({said})" if inner else said

    def field(self, field: str, reading: FieldInterpretation) -> str:
        """Return a field with its values in words, such as ``in Greek or French``."""
        if field in field_values.DATES:
            return str(self._words["or"].join(self._date_sentence(field, one) for one in reading.written))
        name = field
        if field == "ref" and reading.terms[0][0].startswith(("family ", "number ")) and len(reading.terms) == 1:
            name = reading.terms[0][0].partition(" ")[0]
        elif field == "ref" and any(map(_is_number_of_act, reading.values)):
            words = self._words["fields"]
            forms = (
                words["act" if _is_number_of_act(value) else "ref"].format(value=value) for value in reading.values
            )
            return str(self._words["or"].join(forms))
        elif field == "marking" and reading.written in (("none",), ("public",)):
            return str(self._words["fields"]["public" if reading.written == ("public",) else "unmarked"])
        said = self._words["or"].join(self._value(field, value) for value in reading.values)
        said = self.say("begun", value=said) if reading.prefix else said
        return str(self._words["fields"][name].format(value=said))

    def hint(self, what: str, **named: Any) -> str:
        """Return a sentence on a part treated as text."""
        cut = {
            name: f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value
            for name, value in named.items()
        }
        return str(self._words["hints"][what].format(**cut))

    def misspelt(self, typed: str) -> str | None:
        """Return a hint if the word before a colon is nearly the name of a field; None if it is not."""
        name = _nearest(fold(typed), tuple(_field_forms(self.language)))
        return self.hint("field", typed=typed, name=_field_forms(self.language)[name]) if name else None

    def no_value(self, field: str, typed: str, name: str) -> str:
        """Return a hint if the text after a field is not a valid value."""
        if not typed.strip():
            return self.hint("empty", name=name)
        if field in field_values.DATES and field != "year":
            return self.hint("date", name=name, typed=typed)
        known = {fold(value): value for value in field_values.known_values(field, self.language)}
        nearest = _nearest(fold(typed).strip(), tuple(known)) if field in field_values.CLOSED else None
        if nearest:
            return self.hint("near_value", name=name, typed=typed, value=known[nearest])
        return self.hint("value", name=name, typed=typed)

    def _value(self, field: str, value: str) -> str:
        bare = value.removesuffix("*")
        match field:
            case "lang" | "column":
                part = "languages" if field == "lang" else "columns"
                return str(index_terms.table()[part][self.language][value][0])
            case "in":
                return str(self._words["places"].get(value, value))
            case "kind":
                part = "places" if value in self._words["places"] else "kinds"
                return self.say("quoted", text=index_terms.table()[part][self.language][value][0])
            case "type":
                heading = _headings(self.language).get(bare) or bare.replace("_", " ").capitalize()
                if self.language == "fr" and heading.isupper():
                    heading = heading.capitalize()  # French capitals keep accents
                return self.say("quoted", text=heading)
            case "delegation":
                names = paths.load_table("export_labels")[self.language]["delegations"]["of"]
                return str(names.get(value, value))
            case "from" | "tag":
                return self.say("quoted", text=bare)
        return bare

    # Dates

    def _date_sentence(self, field: str, written: str) -> str:
        if written == index_terms.NO_DATE:
            return str(self._words["fields"]["undated"])
        found = date_values.read(written, self.today)
        assert found is not None  # it was read before
        words = self._words
        if found.start is None or found.end is None:
            moment, form = (found.start, "after") if found.start else (found.end, "until")
            return str(words[form].format(when=self._when(moment) if moment else ""))
        if field in ("after", "before"):
            return str(words[field].format(when=self._when(found.start)))
        if found.start != found.end:
            return str(words["between"].format(start=self._when(found.start), end=self._when(found.end)))
        moment = found.start
        if moment.name not in ("", "month"):
            return str(words["on_relative"].format(when=self._when(moment)))
        return str(words[f"on_{moment.unit}"].format(when=self._when(moment)))

    def _when(self, moment: DateValue) -> str:
        """Return a time in words, with the day or month that it is if it depends on today."""
        if moment.name in ("", "month"):
            return self._calendar(moment)
        return self.say("relative", name=self._relative(moment), when=self._calendar(moment))

    def _relative(self, moment: DateValue) -> str:
        table = date_values.date_vocabulary()
        if moment.name == "last":
            return self.say("last_month", **self._months(moment.number))
        row = table["named"].get(moment.name) or table["counted"][moment.name]
        return str(row[self.language][0].format(n=moment.number))

    def _calendar(self, moment: DateValue) -> str:
        if moment.unit == "days":
            start, end = self._day(moment.first), self._day(moment.last)
            return self.say("days", start=start, end=end) if start != end else start
        if moment.unit == "day":
            return self._day(moment.first)
        return self.say(moment.unit, y=str(moment.first.year), **self._months(moment.first.month))

    def _day(self, day: date) -> str:
        form = "first_day" if day.day == 1 else "day"
        return self.say(form, d=str(day.day), y=str(day.year), **self._months(day.month))

    def _months(self, number: int) -> dict[str, str]:
        forms = date_values.date_vocabulary()["months"][self.language][number - 1]
        other = forms[1:3] if self.language == "el" else forms[:1] * 2
        return {"month": forms[0], "accusative": other[0], "genitive": other[1]}


@cache
def _is_number_of_act(value: str) -> bool:
    """True for ``2016/679``, which does not show the kind of act."""
    found = field_values.act_vocabulary().read(value)
    return found is not None and not found.kind


@cache
def _field_forms(language: str) -> dict[str, str]:
    rows = [index_terms.table()["fields"][known] for known in reversed(index_terms.own(language))]
    return {fold(name): name for row in rows for names in row.values() for name in names}


@cache
def _headings(language: str) -> dict[str, str]:
    rows = {kind: row[language] for kind, row in paths.load_table("header_words")["types"].items() if language in row}
    plain = {kind: next((heading for heading in row if not heading.isupper()), "") for kind, row in rows.items()}
    return {kind: plain[kind] or ("" if language == "en" else next(iter(row))) for kind, row in rows.items()}


def _nearest(typed: str, known: tuple[str, ...]) -> str | None:
    """Return the name with the most similar spelling to a typed word; None if there is none."""
    if len(typed) < 3:
        return None
    from rapidfuzz.distance import OSA

    found = [(OSA.distance(typed, name), name) for name in known]
    near = [(far, name) for far, name in found if 0 < far <= (2 if len(name) >= _LONG_NAME else 1) and len(name) > 2]
    return min(near)[1] if near else None
