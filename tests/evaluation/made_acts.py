"""Acts as printed in the Official Journal, generated in every language, form and layout, with the expected data.

The words are those of ``act_titles.toml``, written independently of the program's tables. The same seed gives the same
acts.
"""

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from delegate_desk import paths
from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun
from delegate_desk.parsing.html import reader

FIELDS = ("reference", "language", "date", "document_type", "subject")
_SERIES = {
    "regulation": "Regulation",
    "implementing": "Regulation",
    "delegated": "Regulation",
    "directive": "Directive",
    "decision": "Decision",
    "implementing_decision": "Decision",
    "recommendation": "Recommendation",
}
_OLD = ("regulation", "directive")


@dataclass(frozen=True)
class Made:
    """A generated act.

    Attributes:
        facts: Expected values, by the names of ``show``.
        head: The lines that the Journal prints around it, which are not text of the act.
    """

    source: SourceText
    facts: dict[str, Any]
    layout: str
    file_name: str
    head: tuple[str, ...]
    shown: str


@dataclass(frozen=True)
class _Act:
    language: str
    journal: str
    series: str
    number: str
    published: str
    running: str
    eli: str
    title: tuple[str, ...]
    body: tuple[str, ...]


@cache
def words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "act_titles.toml").read_text(encoding="utf-8"))


def make(seed: int, how_many: int) -> Iterator[Made]:
    """Generate acts, with languages and layouts in turn."""
    chance = random.Random(seed)
    codes = sorted(words())
    for n in range(how_many):
        yield _one(chance, codes[(n // len(LAYOUTS)) % len(codes)], tuple(LAYOUTS)[n % len(LAYOUTS)])


def _one(chance: random.Random, language: str, layout: str) -> Made:
    told = words()[language]
    old = chance.random() < 0.25 and layout != "act_by_act"
    kind = chance.choice(_OLD if old else tuple(_SERIES))
    number, year = chance.choice([chance.randint(1, 3200), chance.randint(1950, 2060)]), chance.randint(2023, 2026)
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    name, reference = _numbered(chance, told, kind, language, number, year, old=old)
    if old:
        year = 2011 if kind == "directive" else chance.choice([2007, 2013])
        name, reference = _before(told, kind, language, number, year)
    date = _dated(told["date"], language, year, month, day)
    title = [told[kind].format(n=name), date, told["subject"]]
    if layout in ("bare", "in_a_line", "in_a_run") and chance.random() < 0.4:
        title[0] = _small(title[0])
    if chance.random() < 0.2:
        title[:2] = [f"{title[0]} {date}"]
    maker = told["commission"] if chance.random() < 0.4 else told["body"][0]
    published = f"{day}.{month}.{year}"
    running = told["journal"][2].format(d=published, y=year, m=month, dd=day)
    eli = f"http://data.europa.eu/eli/{'dir' if kind == 'directive' else 'reg'}/{year}/{number}/oj"
    act = _Act(
        language, told["journal"][0], told["journal"][1], f"{year}/{number}", published, running, eli,
        tuple(title), (maker, *told["body"][1:3], "(1) " + " ".join([told["body"][3][4:]] * 3)),
    )  # fmt: skip
    facts = {
        "reference": reference,
        "language": language,
        "date": f"{year}-{month:02d}-{day:02d}",
        "document_type": _SERIES[kind].lower(),
        "subject": " ".join(title),
    }
    source, shown = LAYOUTS[layout](chance, act)
    return Made(source, facts, layout, "act.html", (act.journal, act.series, act.number, act.published, act.eli), shown)


def _small(title: str) -> str:
    """A title in small letters, as in lists of acts; brackets and numbers stay."""
    first, *others = title.split(" ")
    words = [word if "/" in word or "(" in word or ")" in word else word.lower() for word in others]
    return " ".join([first.capitalize(), *words])


def _numbered(
    chance: random.Random, told: dict[str, Any], kind: str, language: str, number: int, year: int, *, old: bool
) -> tuple[str, str]:
    scope, said = told["eu"], "EU"
    if kind == "decision" and chance.random() < 0.4:
        scope, said = told["cfsp"], "CFSP"
    elif kind == "regulation" and chance.random() < 0.3:
        scope = f"{told['eu']}, {told.get('euratom', 'Euratom')}"
    return f"({scope}) {year}/{number}", f"{_SERIES[kind]} ({said}) {year}/{number}"


def _before(told: dict[str, Any], kind: str, language: str, number: int, year: int) -> tuple[str, str]:
    scope, said = (told["ec"], "EC") if year < 2010 else (told["eu"], "EU")
    if kind == "directive":
        return f"{year}/{number}/{scope}", f"Directive {year}/{number}/{said}"
    name = f"{number}/{year}/{scope}" if language == "hu" else f"({scope}) {told.get('no', '')} {number}/{year}"
    return name, f"Regulation ({said}) No {number}/{year}"


def _dated(form: str, language: str, year: int, month: int, day: int) -> str:
    names = paths.load_table("header_words")["months"][language][month - 1]
    printed = form.format(day=day, month=names[0], year=year)
    return printed.replace(" 1 ", " 1er ") if language == "fr" and day == 1 else printed


def _line(kind: str, words: str) -> str:
    return f'<p class="{kind}">{escape(words)}</p>'


def _row(*cells: str) -> str:
    return f'<table width="100%"><tbody><tr>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr></tbody></table>'


def _page(act: _Act, head: str, kind: str = "oj-") -> tuple[SourceText, str]:
    titles = "".join(_line(f"{kind}doc-ti", line) for line in act.title)
    body = "".join(_line(f"{kind}normal", line) for line in act.body)
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>L_0000.fmx.xml</title></head><body>'
        f'{head}<div class="eli-container"><div class="eli-main-title" id="tit_1">{titles}</div>{body}</div>'
        "</body></html>"
    )
    return reader.source(page), page


def _act_by_act(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    top = _row(
        '<img src="flag.gif"/>',
        _line("oj-hd-ti", act.journal),
        _line("oj-hd-lg", act.language.upper()) + _line("oj-hd-coll", act.series),
    )
    below = _row("", _line("oj-hd-uniq", act.number), _line("oj-hd-date", act.published))
    return _page(act, f'{top}<hr class="oj-separator"/>{below}')


def _unstyled(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """The same page saved without its classes."""
    head = _row("", f"<p>{act.journal}</p>", f"<p>{act.language.upper()}</p><p>{act.series}</p>")
    head += _row("", f"<p>{act.number}</p>", f"<p>{act.published}</p>")
    lines = "".join(f"<p>{escape(line)}</p>" for line in (*act.title, *act.body))
    page = f"<html><body>{head}<hr/>{lines}</body></html>"
    return reader.source(page), page


def _by_issue(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    place = f"L {chance.randint(1, 350)}/{chance.randint(1, 90)}"
    cells = (
        _line("oj-hd-date", act.published), _line("oj-hd-lg", act.language.upper()), _line("oj-hd-ti", act.journal),
        _line("oj-hd-oj", place),
    )  # fmt: skip
    return _page(act, f"{_row(*cells)}<hr/>")


def _copied(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """Text copied from the browser."""
    head = [act.journal, act.language.upper(), act.series, act.number, act.published]
    if chance.random() < 0.5:
        head = [act.journal, f"{act.language.upper()}\t{act.series}", f"{act.number}\t{act.published}"]
    return _typed("\n\n".join([*head, *act.title, *act.body]))


def _bare(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    return _typed("\n\n".join([*act.title, *act.body]))


def _in_a_line(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """The whole title in one paragraph, as in databases."""
    return _typed("\n\n".join([" ".join(act.title), *act.body]))


def _torn(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """The first page without its line breaks, then the text."""
    head = f"{act.journal} {act.language.upper()} {act.series} {act.number} {act.published}"
    return _typed("\n\n".join([" ".join([head, *act.title]), *act.body]))


def _in_a_run(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """All of the text in one line."""
    return _typed(" ".join([*act.title, *act.body]))


def _pdf_text(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """Text extracted from the PDF page by page, with headers and footers."""
    first = [act.journal, f"{act.language.upper()}", act.series, f"{act.number}   {act.published}"]
    feet = [f"ELI: {act.eli}   1/3"]
    second = [f"{act.language.upper()}   {act.running}"]
    lines = [
        *first,
        "",
        *act.title,
        "",
        *(part for line in act.body[:3] for part in (line, "")),
        *feet,
        "\f",
        *second,
        "",
        act.body[3],
        "",
    ]
    return _typed("\n".join([*lines, f"2/3   ELI: {act.eli}"]))


def _pdf(chance: random.Random, act: _Act) -> tuple[SourceText, str]:
    """A PDF's first page, with the lines above the title separate."""
    lines = [act.journal, act.language.upper(), act.series, act.number, act.published, *act.title, *act.body]
    blocks = tuple(Block((TextRun(line),), page=1, centred=line in act.title) for line in lines)
    return SourceText(blocks, running=(f"{act.language.upper()} {act.running}", f"ELI: {act.eli}")), "\n".join(lines)


def _typed(words: str) -> tuple[SourceText, str]:
    return text_reader.source(f"{words}\n"), words


LAYOUTS: dict[str, Callable[[random.Random, _Act], tuple[SourceText, str]]] = {
    "act_by_act": _act_by_act,
    "unstyled": _unstyled,
    "by_issue": _by_issue,
    "copied": _copied,
    "bare": _bare,
    "in_a_line": _in_a_line,
    "torn": _torn,
    "in_a_run": _in_a_run,
    "pdf_text": _pdf_text,
    "pdf": _pdf,
}
