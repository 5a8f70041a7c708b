"""The documents that are revised: generated ones in several languages, our own, and real ones if available."""

import datetime
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from delegate_desk.core.documents.document import Address, Call, Document, Header, Kind, Paragraph
from delegate_desk.core.documents.references import Reference
from delegate_desk.parsing import reading
from delegate_desk.paths import RESOURCES
from evaluation.revising_words import phrases

PAPERS = Path(__file__).parent / "papers"
_OURS = ("wells_el.txt", "wells_it.txt", "wells_hr.txt", "bridges_bg.txt", "annexes_en.html", "lighthouses_fr.html",
         "points_en.docx", "act_nl.txt", "amending_de.txt", "act_hu.txt", "conclusions_fr.txt")  # fmt: skip
_REAL = ("register/ST-12862-2019-INIT_el.txt", "register/PE-43-2024-INIT_en.pdf", "register/st05847.en06.pdf",
         "eurlex/CELEX_32016R0679_EN_TXT.html", "eurlex/CELEX_32016R0679_HU_TXT.html",
         "eurlex/CELEX_32002R0006_EN_council-regulation_excerpt.html",
         "tables/amendments-4-columns_en.docx")  # fmt: skip
LARGE = 500
"""Units: a longer document is used rarely."""


@cache
def ours() -> tuple[tuple[str, Document], ...]:
    """The project's own documents, by name."""
    samples = sorted((RESOURCES / "samples").glob("*.docx"))
    return tuple((path.name, reading.read(path, path.name)) for path in [*(PAPERS / name for name in _OURS), *samples])


@cache
def real(corpus: Path) -> tuple[tuple[str, Document], ...]:
    """Real documents, by name, if available."""
    paths = [corpus / name for name in _REAL]
    return tuple((path.name, reading.read(path, path.name)) for path in paths if path.exists())


def sentence(chance: random.Random, language: str) -> str:
    """A sentence in the style of Council documents."""
    have = phrases()[language]
    parts = [chance.choice(have[part]) for part in ("subject", "verb", "object")]
    if chance.random() < 0.7:
        parts.append(chance.choice(have["purpose"]))
    said = " ".join(parts)
    if chance.random() < 0.6:
        said += ", " + chance.choice(have["condition"])
    return said.format(n=chance.choice((2, 3, 5, 10, 14, 30, 45, 60, 90, 120, 500)), year=chance.randrange(2026, 2036))


def passage(chance: random.Random, language: str, *, articles: int = 0) -> str:
    """One to three sentences, some of which name an article."""
    said = []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
        one = sentence(chance, language)
        if articles and chance.random() < 0.2:
            one += chance.choice(phrases()[language]["refer"]).format(art=chance.randint(1, articles))
        said.append(f"{one}.")
    return " ".join(said)


class _Making:
    """A document under construction."""

    def __init__(self, chance: random.Random, language: str, articles: int) -> None:
        self.chance, self.language, self.articles = chance, language, articles
        self.units: list[Paragraph] = []
        self.notes: list[Paragraph] = []

    def add(self, address: str, label: str = "", text: str | None = None, *, may_call: bool = True) -> None:
        chance = self.chance
        segments = address.split("__")
        kind = Kind(segments[-1].partition("_")[0])
        said = passage(chance, self.language, articles=self.articles) if text is None else text
        calls: tuple[Call, ...] = ()
        if may_call and text is None and chance.random() < 0.08:
            n = len(self.notes) + 1
            source = (
                f"OJ L {chance.randint(1, 380)}, {chance.randint(1, 28)}.{chance.randint(1, 12)}.20{n % 24:02}, p. {n}."
            )
            mark = Address(f"fn_{n}")
            note = source if chance.random() < 0.7 else passage(chance, self.language)
            self.notes.append(Paragraph(mark, Kind.FOOTNOTE, str(n), note))
            calls = (Call(len(said) - 1, mark),)
        self.units.append(Paragraph(Address(address), kind, label, said, len(segments), calls=calls))

    def article(self, n: int) -> None:
        chance, have = self.chance, phrases()[self.language]
        at = f"art_{n}"
        self.add(at, have["article"].format(n=n), chance.choice(have["title"]) if chance.random() < 0.9 else "")
        if chance.random() < 0.4:
            for sub in range(1, chance.randint(1, 3) + 1):
                self.add(f"{at}__sub_{sub}")
            return
        for para in range(1, chance.randint(2, 5) + 1):
            above = f"{at}__para_{para}"
            self.add(above, f"{para}.")
            if chance.random() < 0.35:
                for point in range(1, chance.randint(2, 6) + 1):
                    label = "αβγδε"[point - 1 : point] + ")" if self.language == "el" else f"({'abcdefg'[point - 1]})"
                    label = label if label != ")" else "στ)"
                    self.add(f"{above}__point_{point}", label, sentence(chance, self.language) + ";")
            elif chance.random() < 0.2:
                self.add(f"{above}__sub_2")


def made(chance: random.Random, language: str, articles: int) -> Document:
    """A draft act with citations, recitals, chapters, articles, an annex with a table, and footnotes."""
    have = phrases()[language]
    making = _Making(chance, language, articles)
    for n in range(1, 4):
        making.add(f"cit_{n}", text=f"{sentence(chance, language)},")
    for n in range(1, articles + chance.randint(2, 6)):
        making.add(f"rec_{n}", f"({n})")
    chapter = 0
    for n in range(1, articles + 1):
        if n == 1 or chance.random() < 0.25:
            chapter += 1
            making.add(
                f"chp_{chapter}",
                "I II III IV V VI VII VIII IX X XI XII".split()[chapter - 1],
                chance.choice(have["title"]),
            )
        making.article(n)
    making.add("annex_1", have["annex"], chance.choice(have["title"]))
    for n in range(1, chance.randint(3, 8)):
        making.add(f"annex_1__para_{n}", f"{n}.")
    for row, cells in enumerate(table(chance, language), 1):
        for n, cell in enumerate(cells, 1):
            making.add(f"annex_1__tbl_1__row_{row}__cell_{n}", "", cell)
    header = Header(language, Reference("ST", 7001, 2026), date=datetime.date(2026, 3, 4), subject="Made")
    return Document(header, tuple(making.units), tuple(making.notes))


def table(chance: random.Random, language: str) -> Iterator[list[str]]:
    """Rows of a table: a name, a figure, a short recurring word, a remark."""
    have = phrases()[language]
    names = [have["object"], have["subject"]][chance.randrange(2)]
    short = [word.split()[0] for word in have["verb"][:4]]
    for name in chance.sample(names, min(len(names), chance.randint(5, 10))):
        yield [
            name,
            str(chance.randint(1, 99)),
            chance.choice(short),
            chance.choice(have["condition"]).format(n=9, year=2030),
        ]
