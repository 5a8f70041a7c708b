"""Cover pages of other institutions and press offices, made from a random header."""

import random
from dataclasses import dataclass
from typing import Any

Facts = dict[str, Any]


@dataclass
class Parts:
    """A header in pieces: lines above the labels, rows of labels with values, the first words of the text."""

    above: list[str]
    rows: list[tuple[str, str]]
    body: str
    feet: list[str]


def cover(
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
