"""Generated acts and the acts that amend them, from a seed, with the resulting text; in nine languages.

The expected text is made on a model, without the program: each instruction changes the model. Some instructions must
not be applied: the words occur twice, the provision does not exist, or it is not certain which sentence is meant.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "de", "el", "es", "it", "nl", "pt", "pl")
_GREEK = ("α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ", "ι")
_ROMANS = ("i", "ii", "iii", "iv")
_SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "po", "ra", "si", "tu", "ve", "zo")

_FORMS: dict[str, Any] = json.loads(Path(__file__).with_name("amending_forms.json").read_text(encoding="utf-8"))


@dataclass(eq=False)
class ModelUnit:
    """A unit of the model.

    Attributes:
        kind: ``art``, ``para``, ``sub`` or ``point``; the own text of a numbered unit is its first subparagraph.
        number: The number in an address.
    """

    kind: str
    number: str
    label: str
    text: str
    below: list["ModelUnit"] = field(default_factory=list)
    above: "ModelUnit | None" = None

    @property
    def address(self) -> str:
        return f"{self.above.address}__{self.kind}_{self.number}" if self.above else f"{self.kind}_{self.number}"

    def path(self) -> list["ModelUnit"]:
        return [*(self.above.path() if self.above else []), self]

    def walk(self) -> Iterator["ModelUnit"]:
        yield self
        for unit in self.below:
            yield from unit.walk()

    def add(self, unit: "ModelUnit", after: "ModelUnit | None" = None) -> "ModelUnit":
        unit.above = self
        self.below.insert(self.below.index(after) + 1 if after else len(self.below), unit)
        return unit

    def lines(self) -> list[str]:
        own = [self.label, self.text] if self.kind == "art" else [f"{self.label} {self.text}".strip()]
        return [line for line in own if line] + [line for unit in self.below for line in unit.lines()]


@dataclass(frozen=True)
class MadeInstruction:
    """An instruction of a generated act.

    Attributes:
        kind: The form of the instruction.
        lines: As printed, with the new text.
        change: Changes the model; None if it must not be applied.
    """

    kind: str
    lines: list[str]
    change: Callable[[], object] | None


class MadeActs:
    """An act and an act that amends it.

    Attributes:
        articles: The model, which ``MadeInstruction.change`` changes.
    """

    def __init__(self, seed: int, language: str, count: int = 12) -> None:
        self._random = random.Random(f"{seed} {language}")
        self._language = language
        self._texts = _FORMS["texts"][language]
        self._end = "·" if language == "el" else ";"
        self._used: set[str] = set()
        self.articles = [self._article(str(n)) for n in range(1, count + 1)]
        self.base = [(u.address, u.label, u.text) for article in self.articles for u in article.walk()]
        self.base_text = "\n\n".join(
            [*self._head(), *(line for article in self.articles for line in article.lines()), ""]
        )
        self.instructions = self._make()

    # Base act

    def _head(self) -> list[str]:
        return [self._texts["head"], "", self._texts["formula"], ""]

    def _name(self) -> str:
        while True:
            name = "".join(self._random.choice(_SYLLABLES) for _ in range(4)).capitalize()
            if name not in self._used:
                self._used.add(name)
                return name

    def _say(self, form: str) -> str:
        return str(self._texts[form]).format(a=self._name(), b=self._name(), n=self._random.randint(3, 900))

    def _sentences(self, count: int = 1) -> str:
        return " ".join(f"{self._say('sentence')}." for _ in range(count))

    def _label(self, kind: str, n: int, letter: str = "") -> str:
        bare = _FORMS["inserted"][self._language].format(n=n) if letter else str(n)
        if kind == "art":
            own = _FORMS["article_numbers"].get(self._language)
            return f"{self._texts['article']} {own[bool(letter)].format(n=n) if own else bare}"
        if kind == "para":
            return f"({bare})" if self._language == "de" else f"{bare}."
        names = _GREEK if self._language == "el" else "abcdefghij"
        second = ("α" if self._language == "el" else "a") if letter else ""
        return f"({names[n - 1]}{second})" if self._language == "en" else f"{names[n - 1]}{second})"

    def _points(self, count: int) -> list[ModelUnit]:
        found = []
        for n in range(1, count + 1):
            end = "." if n == count else self._end
            found.append(ModelUnit("point", str(n), self._label("point", n), f"{self._say('point')}{end}"))
        return found

    def _para(self, n: int, letter: str = "") -> ModelUnit:
        shape = self._random.choice(("plain", "plain", "long", "list", "two"))
        unit = ModelUnit("para", f"{n}{letter}", self._label("para", n, letter), "")
        if shape == "list":
            unit.text = f"{self._say('leads')}:"
            for point in self._points(self._random.randint(3, 5)):
                unit.add(point)
        else:
            unit.text = self._sentences(3 if shape == "long" else 1)
        if shape == "two":
            unit.add(ModelUnit("sub", "2", "", self._sentences()))
        return unit

    def _article(self, number: str, letter: str = "") -> ModelUnit:
        n = int(number)
        article = ModelUnit("art", f"{n}{letter}", self._label("art", n, letter), self._say("title"))
        for para in range(1, self._random.randint(3, 6)):
            article.add(self._para(para))
        return article

    # Amending act

    def amending_text(self) -> str:
        head = self._texts["amending"].split("\n")
        lines = [self._texts["note"], "", *head, "", self._texts["formula"], "", f"{self._texts['article']} 1"]
        lines.append(self._texts["intro"])
        for n, instruction in enumerate(self.instructions, start=1):
            first, *rest = instruction.lines
            label = f"({n})" if self._language == "en" else f"{n})"
            lines += [f"{label} {first}", *rest]
        return "\n\n".join([*lines, ""])

    def _make(self) -> list[MadeInstruction]:
        makers = [
            self._replace, self._replace, self._replace_many, self._insert_article, self._add, self._add, self._insert,
            self._insert, self._delete, self._delete, self._delete_many, self._words, self._words, self._drop_words,
            self._add_words, self._sentence, self._add_sentence, self._title, self._intro, self._renumber,
            self._twice, self._missing, self._no_words, self._which_sentence,
        ]  # fmt: skip
        made = []
        for article in list(self.articles):
            maker = self._random.choice(makers)
            instruction = maker(article)
            if instruction is not None:
                made.append(instruction)
        return made

    def _bare(self, unit: ModelUnit) -> str:
        """A place without a leading word: ``Article 5(2), second subparagraph``."""
        text = ""
        for step in unit.path():
            named = self._unit(step, "bare")
            if step.kind == "art":
                text = named
            elif (
                self._language == "en"
                and step.kind in ("para", "point")
                and not any(s.kind == "sub" for s in step.path())
            ):
                text += f"({step.label.strip('().')})"
            else:
                text += f" {named}" if self._language in ("de", "el", "pl") else f", {named}"
        return text

    def _unit(self, unit: ModelUnit, variant: str = "") -> str:
        """A place by its last step; with ``bare`` without its leading word, or as an anchor with ``after``."""
        forms = {**_FORMS["units"][self._language], **(_FORMS[variant].get(self._language, {}) if variant else {})}
        n = unit.number
        if unit.kind == "art":
            n = unit.label.partition(" ")[2]
        elif unit.kind == "para":
            n = unit.label.strip("().")
        elif unit.kind == "point":
            n = unit.label if self._language != "de" else unit.label.strip(")")
        k = int(unit.number) if unit.number.isdecimal() else 0
        nth = _FORMS["nth_sub"][self._language][k - 1] if unit.kind == "sub" else ""
        return str(forms[unit.kind].format(n=n, nth=nth, k=k))

    def _written(self, kind: str, unit: ModelUnit, new: list[str] | None = None, **more: object) -> list[str]:
        above = unit.above
        bare = self._bare(unit)
        within = self._bare(above) if above else bare
        form = self._random.choice(
            [f for f in _FORMS["forms"][self._language][kind] if above or "{in_}" not in f] or ["{at}"]
        )
        values = {
            "at": bare,
            "bare": bare,
            "at_": _FORMS["in"][self._language].format(at=bare),
            "in_": _FORMS["in"][self._language].format(at=within),
            "within": within,
            "unit": self._unit(unit),
            "noun": _FORMS["nouns"][self._language].get(unit.kind, ""),
            "the_following": _FORMS["following"].get(self._language, {}).get(unit.kind, ""),
        }
        text = form.format(**{**values, **more})
        if new is None:
            return [f"{text}{self._end}"]
        first, last = _FORMS["quotes"][self._language]
        quoted = list(new)
        quoted[0], quoted[-1] = f"{first}{quoted[0]}", f"{quoted[-1]}{last}{self._end}"
        if len(quoted) == 1:
            quoted = [f"{first}{new[0]}{last}{self._end}"]
        return [text, *quoted]

    def _quoted(self, words: str) -> str:
        first, last = _FORMS["quotes"][self._language]
        return f"{first}{words}{last}"

    def _pick(self, article: ModelUnit, test: Callable[[ModelUnit], bool]) -> ModelUnit | None:
        found = [unit for unit in article.walk() if test(unit)]
        return self._random.choice(found) if found else None

    def _replace(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind != "art")
        if unit is None:
            return None
        if unit.kind == "para":
            new = self._para(int(unit.number))
        else:
            end = unit.text[-1]
            said = self._say("point") + end if unit.kind == "point" else self._sentences()
            new = ModelUnit(unit.kind, unit.number, unit.label, said)

        def change() -> None:
            unit.text, unit.below = new.text, []
            for below in new.below:
                unit.add(below)

        return MadeInstruction("replace", self._written("replace", unit, new.lines()), change)

    def _siblings(self, article: ModelUnit, kind: str, least: int) -> list[ModelUnit] | None:
        owners = [unit for unit in article.walk() if sum(b.kind == kind for b in unit.below) >= least]
        owner = self._random.choice(owners) if owners else None
        return [unit for unit in owner.below if unit.kind == kind] if owner else None

    def _replace_many(self, article: ModelUnit) -> MadeInstruction | None:
        units = self._siblings(article, "para", 2)
        if units is None:
            return None
        at = self._random.randrange(len(units) - 1)
        pair = units[at : at + 2]
        new = [self._para(int(unit.number)) for unit in pair]

        def change() -> None:
            for unit, fresh in zip(pair, new, strict=True):
                unit.text, unit.below = fresh.text, []
                for below in fresh.below:
                    unit.add(below)

        lines = [line for unit in new for line in unit.lines()]
        return MadeInstruction(
            "replace_many", self._written("replace_many", pair[0], lines, units=self._both(pair)), change
        )

    def _both(self, pair: list[ModelUnit]) -> str:
        a, b = (
            unit.label.strip("().") if unit.kind == "para" or self._language == "de" else unit.label for unit in pair
        )
        return str(_FORMS["plural"][self._language][pair[0].kind].format(a=a, b=b))

    def _insert_article(self, article: ModelUnit) -> MadeInstruction:
        new = self._article(article.number, "a")
        label = new.label.partition(" ")[2]
        anchor = self._unit(article, "anchor")

        def change() -> None:
            self.articles.insert(self.articles.index(article) + 1, new)

        return MadeInstruction(
            "insert_article", self._written("insert_article", article, new.lines(), label=label, anchor=anchor), change
        )

    def _add(self, article: ModelUnit) -> MadeInstruction | None:
        kind = self._random.choice(("para", "point", "sub"))
        if kind == "sub":
            owner = self._pick(
                article, lambda unit: unit.kind == "para" and not any(b.kind == "point" for b in unit.below)
            )
            if owner is None:
                return None
            new = ModelUnit("sub", str(sum(b.kind == "sub" for b in owner.below) + 2), "", self._sentences())
        else:
            units = self._siblings(article, kind, 1)
            owner = units[0].above if units else None
            if units is None or owner is None:
                return None
            n = int(units[-1].number) + 1
            new = (
                self._para(n)
                if kind == "para"
                else ModelUnit("point", str(n), self._label("point", n), f"{self._say('point')}.")
            )
        new.above = owner
        lines = self._written("add", new, new.lines())
        return MadeInstruction(f"add {kind}", lines, lambda: owner.add(new))

    def _insert(self, article: ModelUnit) -> MadeInstruction | None:
        kind = self._random.choice(("para", "point"))
        units = self._siblings(article, kind, 2)
        if units is None:
            return None
        after = self._random.choice(units[:-1])
        n = int(after.number)
        label = self._label(kind, n, "a")
        new = (
            self._para(n, "a")
            if kind == "para"
            else ModelUnit(kind, f"{n}a", label, f"{self._say('point')}{self._end}")
        )
        owner = after.above
        assert owner is not None
        new.above = owner
        anchor = self._unit(after, "anchor")
        return MadeInstruction(
            f"insert {kind}",
            self._written("insert", new, new.lines(), anchor=anchor),
            lambda: owner.add(new, after),
        )

    def _delete(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind != "art")
        if unit is None:
            return None
        owner = unit.above
        assert owner is not None
        return MadeInstruction("delete", self._written("delete", unit), lambda: owner.below.remove(unit))

    def _delete_many(self, article: ModelUnit) -> MadeInstruction | None:
        units = self._siblings(article, self._random.choice(("para", "point")), 3)
        if units is None:
            return None
        pair = units[:2]
        owner = pair[0].above
        assert owner is not None

        def change() -> None:
            for unit in pair:
                owner.below.remove(unit)

        return MadeInstruction("delete_many", self._written("delete_many", pair[0], units=self._both(pair)), change)

    def _text_unit(self, article: ModelUnit) -> ModelUnit | None:
        return self._pick(article, lambda unit: unit.kind != "art" and not unit.below and unit.kind != "sub")

    def _some_words(self, text: str) -> str:
        words = text.rstrip(".;:·").split()
        while True:
            start = self._random.randrange(1, len(words) - 1)
            some = " ".join(words[start : start + self._random.randint(1, 3)])
            if text.count(some) == 1 and any(c.isupper() or c.isdecimal() for c in some) and "." not in some:
                return some

    def _words(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._text_unit(article)
        if unit is None:
            return None
        old, new = self._some_words(unit.text), self._say("point")

        def change() -> None:
            unit.text = unit.text.replace(old, new)

        lines = self._written("words", unit, x=self._quoted(old), y=self._quoted(new))
        return MadeInstruction("words", lines, change)

    def _drop_words(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._text_unit(article)
        if unit is None:
            return None
        old = self._some_words(unit.text)

        def change() -> None:
            before, after = unit.text.split(old)
            unit.text = before.rstrip() + (after if after[:1] in ".;:·" else f" {after.lstrip()}")

        return MadeInstruction("drop_words", self._written("drop_words", unit, x=self._quoted(old)), change)

    def _add_words(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._text_unit(article)
        if unit is None:
            return None
        old, new = self._some_words(unit.text), self._name()

        def change() -> None:
            unit.text = unit.text.replace(old, f"{old} {new}")

        lines = self._written("add_words", unit, x=self._quoted(old), y=self._quoted(new))
        return MadeInstruction("add_words", lines, change)

    def _sentence(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind == "para" and unit.text.count(". ") == 2 and not unit.below)
        if unit is None:
            return None
        n, new = self._random.randrange(3), self._sentences()

        def change() -> None:
            parts = unit.text[:-1].split(". ")
            parts[n] = new[:-1]
            unit.text = f"{'. '.join(parts)}."

        lines = self._written("sentence", unit, [new], nth=_FORMS["nth"][self._language][n], n=n + 1)
        return MadeInstruction("sentence", lines, change)

    def _add_sentence(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind == "para" and not unit.below)
        if unit is None:
            return None
        new = self._sentences()

        def change() -> None:
            unit.text += f" {new}"

        return MadeInstruction("add_sentence", self._written("add_sentence", unit, [new]), change)

    def _title(self, article: ModelUnit) -> MadeInstruction:
        new = self._say("title")

        def change() -> None:
            article.text = new

        return MadeInstruction("title", self._written("title", article, [new]), change)

    def _intro(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind == "para" and any(b.kind == "point" for b in unit.below))
        if unit is None:
            return None
        new = f"{self._say('leads')}:"

        def change() -> None:
            unit.text = new

        return MadeInstruction("intro", self._written("intro", unit, [new]), change)

    def _renumber(self, article: ModelUnit) -> MadeInstruction | None:
        units = self._siblings(article, "para", 2)
        if units is None:
            return None
        gone, moved = units[-2:]
        if gone.above is None:
            return None
        owner = gone.above

        def change() -> None:
            owner.below.remove(gone)
            moved.number, moved.label = gone.number, gone.label

        return MadeInstruction("renumber", self._written("renumber", gone, next=self._unit(moved)), change)

    # Instructions that must not be applied

    def _twice(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._pick(article, lambda unit: unit.kind == "para" and unit.text.count(". ") == 2)
        if unit is None:
            return None
        word = unit.text.split()[0]
        lines = self._written("words", unit, x=self._quoted(word), y=self._quoted(self._name()))
        return MadeInstruction("twice", lines, None)

    def _missing(self, article: ModelUnit) -> MadeInstruction:
        ghost = ModelUnit("para", "77", self._label("para", 77), "", above=article)
        return MadeInstruction("missing", self._written("delete", ghost), None)

    def _no_words(self, article: ModelUnit) -> MadeInstruction | None:
        unit = self._text_unit(article)
        if unit is None:
            return None
        lines = self._written("words", unit, x=self._quoted(self._name()), y=self._quoted(self._name()))
        return MadeInstruction("no_words", lines, None)

    def _which_sentence(self, article: ModelUnit) -> MadeInstruction | None:
        if len(article.below) < 2:
            return None
        lines = self._written("sentence", article, [self._sentences()], nth=_FORMS["nth"][self._language][1], n=2)
        return MadeInstruction("which_sentence", lines, None)
