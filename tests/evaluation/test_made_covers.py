import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from delegate_desk import paths
from delegate_desk.parsing import reading, text_reader
from delegate_desk.parsing.blocks import SourceText
from evaluation import made_acts, made_headers
from evaluation.truth import said

FIELDS = (
    "reference", "language", "original_language", "date", "marking", "document_type", "document_type_label", "sender",
    "recipient", "subject", "subject_codes", "interinstitutional_files",
)  # fmt: skip
_TYPE = "legislative_acts_and_other_instruments"


@dataclass(frozen=True)
class Made:
    """A generated cover page, with the expected data, by the names of ``show``."""

    source: SourceText
    facts: dict[str, Any]
    layout: str
    shown: str


def make(seed: int, how_many: int) -> Iterator[Made]:
    """Generate cover pages, with languages in turn; every second one joined into one line."""
    chance = random.Random(seed)
    codes = sorted(made_acts.words())
    for n in range(how_many):
        yield _one(chance, codes[(n // 2) % len(codes)], torn=n % 2 == 1)


def _one(chance: random.Random, language: str, *, torn: bool) -> Made:
    act, told = made_acts.words()[language], made_headers.words()[language]
    dateline, date = chance.choice(told["dates"])
    number, year = chance.randint(2, 90), date[2:4]
    revision = chance.choice([0, 0, 1, 2])
    printed = [f"PE-CONS {number}/{revision}/{year}", f"REV {revision}"] if revision else [f"PE-CONS {number}/{year}"]
    file = f"{chance.randint(2010, 2025)}/{chance.randint(1, 400):04d}(COD)"
    codes = [f"{code} {chance.randint(2, 1500)}" for code in chance.sample(["TRANS", "CODEC", "ENV", "MI", "JAI"], 3)]
    heading = next(iter(paths.load_table("header_words")["types"][_TYPE][language]))
    title = f"{act['regulation'].format(n='')} {act['subject']}".replace("  ", " ")
    union, parliament, council = act["makers"]
    above = [union, f"{parliament}   {council}"] if chance.random() < 0.5 else [union, parliament, council]
    numbered = [f"{file}   {printed[0]}", *printed[1:]] if chance.random() < 0.5 else [file, *printed]
    labelled = chance.random() < 0.3
    subject = f"{told['labels'][5]} {title}" if labelled else title
    head = [*above, dateline, "(OR. en)", *numbered, *codes, heading, subject]
    body = [act["regulation"].format(n=f"({act['eu']}) 20{year}/…"), "…", act["subject"], *act["body"]]
    lines = [*head, *(body if chance.random() < 0.7 else [])]
    shown = " ".join(lines) if torn else "\n\n".join(lines)
    facts = {
        "reference": " ".join([printed[0], *printed[1:]]),
        "language": language,
        "original_language": "en",
        "date": date,
        "marking": None,
        "document_type": _TYPE,
        "document_type_label": heading,
        "sender": None,
        "recipient": None,
        "subject": title,
        "subject_codes": codes,
        "interinstitutional_files": [file],
    }
    return Made(text_reader.source(f"{shown}\n"), facts, "torn" if torn else "lines", shown)


RIGHT = 0.99


def test_covers_without_labels_are_read_in_every_language_torn_into_one_line_too() -> None:
    right = {"lines": 0, "torn": 0}
    count = {"lines": 0, "torn": 0}
    for made in make(20261129, 2 * len(made_acts.words())):
        header = reading.understand(made.source, "paper.txt").header
        right[made.layout] += sum(said(header, name) == made.facts[name] for name in FIELDS)
        count[made.layout] += len(FIELDS)
    assert all(right[layout] >= RIGHT * count[layout] for layout in count)
