"""Random headers in every language and layout, each with its expected data: to measure the parser at length.

The words are those of ``words.toml``, written independently of the program's tables. The same seed gives the same
headers.
"""

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from delegate_desk.parsing import text_reader
from delegate_desk.parsing.blocks import Block, SourceText, TextRun

_CODES = """
    TRANS ENV JAI COPEN CODEC PE-L CFSP/PESC AGRI N CH ISL PR_CO EF ECOFIN MI SAN FIN INST INF API ENFOPOL COEST RELEX
    CSDP/PSDC POLGEN AGRILEG UD TELECOM COMPET
""".split()
_PROCEDURES = ("COD", "NLE", "CNS", "APP", "AVC")
_STAMPS = (
    "150147/EU XXV. GP Eingelangt am 07/07/17",
    "www.parlament.gv.at",
    "Offentligt",
    "Europaudvalget 2017",
    "1453864_0001.png",
)


Facts = dict[str, Any]


@dataclass
class Parts:
    """A header in pieces: lines above the labels, rows of labels with values, the first words of the text."""

    above: list[str]
    rows: list[tuple[str, str]]
    body: str
    feet: list[str]


@dataclass(frozen=True)
class Made:
    """A generated header.

    Attributes:
        facts: Expected values, by the names of ``show``; ``_layout`` and ``_language`` describe the header.
    """

    source: SourceText
    facts: Facts
    file_name: str
    shown: str


@cache
def words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def make(
    seed: int, how_many: int, *, layouts: tuple[str, ...] | None = None, hard: bool = False, covers: bool = False
) -> Iterator[Made]:
    """Generate headers, with languages and layouts in turn.

    Args:
        seed: The same seed gives the same headers.
        how_many: In all.
        layouts: Of ``LAYOUTS``; by default all.
        hard: True for rare features: unknown parties and labels, lost letters, markings between the labels.
        covers: True for cover pages of other institutions: persons who sign, corrigenda to some languages, press
            numbers,
            codes and stamps among the values, titles without labels.
    """
    chance = random.Random(seed)
    codes = sorted(words())
    for n in range(how_many):
        layout = (layouts or tuple(LAYOUTS))[n % len(layouts or LAYOUTS)]
        yield _one(chance, codes[(n // len(LAYOUTS)) % len(codes)], layout, hard=hard, covers=covers)


def _one(chance: random.Random, language: str, layout: str, *, hard: bool, covers: bool) -> Made:
    told = words()[language]
    old = chance.random() < 0.3
    facts: Facts = {"language": language, "_layout": layout, "_old": old}
    dateline, facts["date"] = chance.choice(told["dates"])
    printed, lines, facts["reference"] = _number(chance, int(facts["date"][:4]))
    original = chance.choice([None, "en", "fr"] if old else ["en", "en", "fr", "de"])
    facts["original_language"] = original
    facts["marking"] = "LIMITE" if chance.random() < 0.5 else None
    facts["public"] = facts["marking"] == "LIMITE" and chance.random() < 0.15
    codes = [(chance.choice(_CODES).replace("_", " "), chance.randint(1, 1500)) for _ in range(chance.randint(1, 7))]
    codes = list(dict(codes).items())
    facts["subject_codes"] = [f"{code} {number}" for code, number in codes]
    files = [
        f"{chance.randint(2004, 2025)}/{chance.randint(1, 450):04d}({chance.choice(_PROCEDURES)})"
        for _ in range(chance.choice([0, 1, 1, 1, 2]))
    ]
    facts["interinstitutional_files"] = files
    facts["document_type"], facts["document_type_label"] = chance.choice(list(told["types"].items()))
    parts = Parts([], [], told["body"], [])
    _above(chance, parts, told, facts, dateline, lines, codes, files, old=old)
    _rows(chance, parts, told, facts, old=old)
    if hard:
        _harden(chance, parts, facts)
    if covers:
        printed, lines = _cover(chance, parts, told, facts, layout, printed, lines, codes, files)
    if facts["marking"]:
        parts.feet = [f"{printed} GK/cr 1", f"JAI.1 LIMITE {language.upper()}"]
    else:
        parts.feet = [f"{printed} GK/cr 1", f"JAI.1 {language.upper()}"]
    if chance.random() < 0.2:
        parts.feet = []
    file_name = _file_name(chance, facts["reference"], language)
    source = LAYOUTS[layout](chance, parts)
    shown = "\n".join(block.text for block in source.blocks)
    return Made(source, facts, file_name, shown)


def _number(chance: random.Random, year: int) -> tuple[str, list[str], str]:
    """A number as printed in footers, the lines of the first page, and the reference."""
    number = chance.randint(5000, 16999)
    short = year % 100
    kind = chance.random()
    if kind < 0.5:
        return f"{number}/{short}", [f"{number}/{short}"], f"ST {number}/{short}"
    if kind < 0.62:
        revision = chance.randint(1, 4)
        printed = f"{number}/{revision}/{short}"
        return f"{printed} REV {revision}", [printed, f"REV {revision}"], f"ST {printed} REV {revision}"
    if kind < 0.7:
        return (
            f"{number}/1/{short} REV 1 ADD 2",
            [f"{number}/1/{short}", "REV 1", "ADD 2"],
            (f"ST {number}/1/{short} REV 1 ADD 2"),
        )
    if kind < 0.8:
        suffix = chance.choice(["ADD 1", "COR 1", "ADD 3", "EXT 1", "ADD 1 REV 2", "COR 2"])
        on_line = chance.random() < 0.5
        lines = [f"{number}/{short} {suffix}"] if on_line else [f"{number}/{short}", *_each(suffix)]
        return f"{number}/{short} {suffix}", lines, f"ST {number}/{short} {suffix}"
    if kind < 0.85:
        return f"WK {number}/{year} INIT", [f"WK {number}/{year} INIT"], f"WK {number}/{year}"
    series = chance.choice(["CM", "SN", "DS", "XT", "EUCO", "PE-CONS", "LT", "CIG"])
    number = chance.randint(10, 60) if series in ("EUCO", "PE-CONS", "CIG") else chance.randint(1001, 5999)
    return f"{series} {number}/{short}", [f"{series} {number}/{short}"], f"{series} {number}/{short}"


def _each(suffix: str) -> list[str]:
    kind_number = suffix.split()
    return [" ".join(kind_number[i : i + 2]) for i in range(0, len(kind_number), 2)]


def _above(
    chance: random.Random,
    parts: Parts,
    told: dict[str, Any],
    facts: Facts,
    dateline: str,
    lines: list[str],
    codes: list[tuple[str, int]],
    files: list[str],
    *,
    old: bool,
) -> None:
    council = told["council"]
    names = council.upper().split(" ", 2) if old else [council]
    names = [" ".join(names[:2]), " ".join(names[2:])] if old and len(names) > 2 else names
    second = (
        f" ({facts['date'][8:].lstrip('0')}.{facts['date'][5:7].lstrip('0')})" if old and chance.random() < 0.4 else ""
    )
    mark = facts["original_language"]
    original = [] if mark is None else [f"({chance.choice(['OR.', 'OR.', 'Or.'])} {mark})"]
    procedure = [told["file"], *files] if files else []
    if files and chance.random() < 0.3:
        procedure = [f"{told['file']} {' '.join(files)}"]
    if files and chance.random() < 0.3:
        procedure = [line.replace("(", " (") for line in procedure]
    rows = [f"{code} {number}" for code, number in codes]
    if chance.random() < 0.25:
        rows = [" ".join(rows)]
    elif chance.random() < 0.1:
        rows = [row.replace(" ", "", 1) if row.count(" ") == 1 else row for row in rows]
    marking = [facts["marking"]] if facts["marking"] else []
    stamp = []
    if facts["public"]:
        stamp = ["PUBLIC"] if chance.random() < 0.6 else ["PU", "B", "LI", "C"]
    noise = [chance.choice(_STAMPS)] if chance.random() < 0.1 else []
    if chance.random() < 0.4:
        name = [council] if not old else names
        parts.above = [*noise, *stamp, *name, f"{dateline}{second}", *original, *procedure, *lines, *marking, *rows]
    else:
        parts.above = [*noise, *stamp, *names, f"{dateline}{second}", *original, *lines, *marking, *rows, *procedure]
    if chance.random() < 0.1:  # the logo contains the name
        parts.above = [line for line in parts.above if line not in names and line != council]
    parts.above.append(facts["document_type_label"])


def _rows(chance: random.Random, parts: Parts, told: dict[str, Any], facts: Facts, *, old: bool) -> None:
    sender, to, received, previous, commission, subject = told["labels"]
    facts["sender"], facts["recipient"] = chance.choice(told["senders"]), chance.choice(told["recipients"])
    parts.rows = [(sender, facts["sender"])]
    if chance.random() < 0.25:
        parts.rows.append((received, told["received"]))
    parts.rows.append((to, facts["recipient"]))
    facts["previous_documents"], facts["commission_documents"] = [], []
    if chance.random() < 0.5:
        number = chance.randint(5000, 16999)
        shown, said = chance.choice(
            [
                (f"{number}/19", [f"ST {number}/19"]),
                (f"{number}/19 + COR 1", [f"ST {number}/19", f"ST {number}/19 COR 1"]),
                (f"{number}/1/19 REV 1 + ADD 1", [f"ST {number}/1/19 REV 1", f"ST {number}/1/19 REV 1 ADD 1"]),
                (f"{number}/19, 9012/19 ADD 2", [f"ST {number}/19", "ST 9012/19 ADD 2"]),
                (f"{number}/19 TRANS 7 CODEC 12", [f"ST {number}/19"]),
                (f"WK {number}/2019 REV 1", [f"WK {number}/2019 REV 1"]),
            ]
        )
        parts.rows.append((previous, shown))
        facts["previous_documents"] = said
    if chance.random() < 0.4:
        number = chance.randint(20, 900)
        shown, said = chance.choice(
            [
                (f"COM(2018) {number} final", [f"COM(2018) {number} final"]),
                (f"12129/18 - COM(2018) {number} final", ["ST 12129/18", f"COM(2018) {number} final"]),
                ("12129/18 + ADD 1", ["ST 12129/18", "ST 12129/18 ADD 1"]),
                (f"SWD(2018) {number} final", [f"SWD(2018) {number} final"]),
                (f"JOIN(2018) {number} final", [f"JOIN(2018) {number} final"]),
            ]
        )
        parts.rows.append((commission, shown))
        facts["commission_documents"] = said
    facts["subject"] = chance.choice(told["subjects"])
    if chance.random() < 0.3:
        facts["subject"] += " (2026)" if chance.random() < 0.5 else " – 4321/25"
    parts.rows.append((subject, facts["subject"]))
    if old and chance.random() < 0.5:
        parts.rows = [(f"{label[:-1]} :", value) for label, value in parts.rows]


_PARTIES = (
    "Working Party on Lighthouses (Attachés)", "Gruppe „Leuchttürme“", "Grupo «Faros»", "Groupe des phares",
    "Luca FARO", "Ομάδα Φάρων", "Работна група „Фарове“", "Skupina pro majáky", "Kustannustyöryhmä",
)  # fmt: skip


def _harden(chance: random.Random, parts: Parts, facts: Facts) -> None:
    """Make an unusual header."""
    if chance.random() < 0.4:
        field = chance.choice(["sender", "recipient"])
        old, facts[field] = facts[field], chance.choice(_PARTIES)
        parts.rows = [(label, facts[field] if value == old else value) for label, value in parts.rows]
    if chance.random() < 0.15:
        at = chance.randrange(len(parts.rows) - 1)
        parts.rows[at] = (f"Xx. {parts.rows[at][0][1:4]}yz.:", parts.rows[at][1])
    if chance.random() < 0.1:
        parts.rows = [(label.replace("n", "").replace("N", ""), value) for label, value in parts.rows]
    if chance.random() < 0.1:
        facts["document_type_label"] = parts.above[-1] = "".join(parts.above[-1].split("N"))
    if facts["marking"] and chance.random() < 0.2:
        parts.above = [line for line in parts.above if line != "LIMITE"]
        parts.rows.insert(chance.randrange(1, len(parts.rows)), ("LIMITE", ""))
    if chance.random() < 0.1:
        parts.above = [line.replace("20", "2O") if line == parts.above[1] else line for line in parts.above]


def _cover(
    chance: random.Random,
    parts: Parts,
    told: dict[str, Any],
    facts: Facts,
    layout: str,
    printed: str,
    lines: list[str],
    codes: list[tuple[str, int]],
    files: list[str],
) -> tuple[str, list[str]]:
    """Change a header into a realistic cover page: one thing above the labels, one among them."""
    above = [line for line in parts.above[:-1] if line not in lines]
    if facts["reference"].startswith("ST ") and chance.random() < 0.6:
        number = chance.randint(5000, 16999)
        short = facts["date"][2:4]
        printed = f"{number}/{short}"
        kind = chance.choice(["languages", "languages", "beside", "press", "all"])
        if kind == "languages":
            suffix = chance.choice(["COR 1", "COR 2", "REV 1", "ADD 1 COR 1", "COR 1 REV 1", "REV 1 COR 3"])
            some = chance.sample(["et", "lv", "de", "fr", "el", "sv", "mt", "bg"], chance.randint(1, 5))
            said = chance.choice([", ", ",", "/", " + ", " "]).join(some)
            said = f"({said.upper() if chance.random() < 0.3 else said})"
            lines = chance.choice(
                [[f"{printed} {suffix} {said}"], [printed, f"{suffix} {said}"], [printed, suffix, said]]
            )
            facts["reference"] = _revised(number, short, suffix)
        elif kind == "beside" and files:
            suffix = chance.choice(["REV 1", "REV 2 COR 3", "ADD 1", "COR 1"])
            lines = [printed, f"{told['file'][:-1]}{chance.choice([':', ' :'])} {suffix}"]
            facts["reference"] = _revised(number, short, suffix)
        elif kind == "press":
            lines = [f"{printed} ({chance.choice(['Presse', 'PRESSE', 'Press'])} {chance.randint(1, 400)})"]
            facts["reference"] = f"ST {printed}"
        else:
            marking = ["LIMITE"] if facts["marking"] else []
            lines = [" ".join([printed, *marking, *(f"{code} {n}" for code, n in codes)])]
            above = [line for line in above if line != "LIMITE" and line not in facts["subject_codes"]]
            above = [
                line for line in above if line.replace(" ", "") != "".join(facts["subject_codes"]).replace(" ", "")
            ]
            above = [
                line for line in above if line not in [code.replace(" ", "", 1) for code in facts["subject_codes"]]
            ]
            facts["reference"] = f"ST {printed}"
        dated = next(n for n, line in enumerate(above) if any(line.startswith(date) for date, _ in told["dates"]))
        parts.above = [*above[: dated + 1], *lines, *above[dated + 1 :], parts.above[-1]]
    rows = dict(parts.rows)
    sender, to = told["labels"][0], told["labels"][1]
    if chance.random() < 0.5:
        for label in parts.rows:
            if label[0].rstrip(" :") == sender.rstrip(" :"):
                rows[label[0]] = facts["sender"] = told["signed"][0]
            elif label[0].rstrip(" :") == to.rstrip(" :"):
                rows[label[0]] = facts["recipient"] = told["signed"][1]
        parts.rows = list(rows.items())
    if facts["public"] is False and facts["marking"] and chance.random() < 0.2:
        facts["public"] = True
        parts.rows.insert(chance.randrange(1, len(parts.rows)), ("PUBLIC", ""))
    return printed, lines


def _revised(number: int, short: str, suffix: str) -> str:
    if suffix.startswith("REV"):
        revision, _, rest = suffix[4:].partition(" ")
        return f"ST {number}/{revision}/{short} REV {revision} {rest}".strip()
    return f"ST {number}/{short} {suffix}"


def _file_name(chance: random.Random, reference: str, language: str) -> str:
    kind = chance.random()
    if kind < 0.5 or not reference.startswith("ST "):
        return "paper.txt"
    bare = reference[3:].split(" ", maxsplit=1)[0].split("/")
    if kind < 0.8:
        suffix = reference.partition("REV ")[2].replace(" ", "-")
        tail = f"REV-{suffix}" if suffix and "/" in reference and len(bare) == 3 else "INIT"
        if len(reference.split()) > 2 and len(bare) == 2:
            return "paper.txt"
        return f"ST-{bare[0]}-20{bare[-1]}-{tail}_{language}.pdf"
    return f"st{int(bare[0]):05d}.{language}{bare[-1]}.pdf"


def _wrap(value: str, width: int) -> list[str]:
    lines = [""]
    for word in value.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _plain(lines: list[str], feet: list[str]) -> SourceText:
    made = text_reader.source("\n\n".join(lines) + "\n")
    return SourceText(made.blocks, made.notes, (*made.running, *feet), made.revisions)


def _beside(chance: random.Random, parts: Parts) -> SourceText:
    rows = []
    for label, value in parts.rows:
        first, *rest = _wrap(value, 70)
        rows.append("\n".join([f"{label} {first}".strip(), *rest]))
    return _plain([*parts.above, *rows, parts.body], parts.feet)


def _below(chance: random.Random, parts: Parts) -> SourceText:
    lines = [line for row in parts.rows for line in row if line]
    return _plain([*parts.above, *lines, parts.body], parts.feet)


def _split(chance: random.Random, parts: Parts) -> SourceText:
    labels, values = [row[0] for row in parts.rows], [row[1] for row in parts.rows if row[1]]
    return _plain([*parts.above, *labels, *values, parts.body], parts.feet)


def _table(chance: random.Random, parts: Parts) -> SourceText:
    half = len(parts.above) - 1
    blocks = [Block((TextRun(line),), cell=(1, 1, 2)) for line in parts.above[:half]]
    blocks.append(Block((TextRun(parts.above[-1]),), centred=True))
    for n, (label, value) in enumerate(parts.rows, start=1):
        if not value:
            blocks.append(Block((TextRun(label),), cell=(1, 1, 2)))
            continue
        blocks.append(Block((TextRun(label),), cell=(2, n, 1)))
        blocks.extend(Block((TextRun(line),), cell=(2, n, 2)) for line in value.replace(" – ", "\n– ").split("\n"))
    blocks.append(Block((TextRun(parts.body),)))
    return SourceText(tuple(blocks), running=tuple(parts.feet))


def _page(chance: random.Random, parts: Parts) -> SourceText:
    """As in a PDF: two columns above, labels and values in a line, further lines of a value on the right."""
    blocks = [
        Block((TextRun(f"{line} "),), page=1, indent=0.0 if "nter" in line or n == 0 else 280.0)
        for n, line in enumerate(parts.above[:-1])
    ]
    blocks.append(Block((TextRun(parts.above[-1]),), page=1, centred=chance.random() < 0.5))
    for label, value in parts.rows:
        first, *rest = _wrap(value, 60)
        blocks.append(Block((TextRun(f"{label} {first}".strip() + " "),), page=1))
        blocks.extend(Block((TextRun(f"{line} "),), page=1, indent=85.0) for line in rest)
    blocks.append(Block((TextRun(parts.body),), page=1))
    return SourceText(tuple(blocks), running=tuple(parts.feet))


def _run_on(chance: random.Random, parts: Parts) -> SourceText:
    labels, values = [row[0] for row in parts.rows], [row[1] for row in parts.rows if row[1]]
    rows = [part for row in parts.rows for part in row] if chance.random() < 0.5 else [*labels, *values]
    return _plain([" ".join([*parts.above, *rows, parts.body])], parts.feet)


LAYOUTS: dict[str, Callable[[random.Random, Parts], SourceText]] = {
    "beside": _beside,
    "below": _below,
    "split": _split,
    "table": _table,
    "page": _page,
    "run_on": _run_on,
}
