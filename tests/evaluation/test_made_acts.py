import random
from collections import Counter
from typing import Any

import pytest

from delegate_desk import paths
from delegate_desk.parsing import reading, text_reader
from evaluation import made_acts, made_headers
from evaluation.truth import said

_TYPE = "legislative_acts_and_other_instruments"


def _cover(chance: random.Random, language: str, *, torn: bool) -> tuple[str, dict[str, Any]]:
    """A generated cover page, as lines or torn into one, with the expected data by the names of ``show``."""
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
    return f"{shown}\n", facts


@pytest.mark.parametrize("torn", [False, True])
def test_covers_without_labels_are_read_in_every_language_torn_into_one_line_too(torn: bool) -> None:
    chance, wrong, count = random.Random(20261129), 0, 0
    for language in sorted(made_acts.words()):
        text, facts = _cover(chance, language, torn=torn)
        header = reading.understand(text_reader.source(text), "paper.txt").header
        wrong += sum(said(header, name) != value for name, value in facts.items())
        count += len(facts)
    assert wrong <= (1 - RIGHT) * count


RIGHT = 0.99


def test_acts_made_by_chance_are_read_in_every_language_and_layout() -> None:
    right: Counter[str] = Counter()
    made = list(made_acts.make(20261129, len(made_acts.LAYOUTS) * len(made_acts.words())))
    for act in made:
        read = reading.understand(act.source, act.file_name)
        right.update(name for name in made_acts.FIELDS if said(read.header, name) == act.facts[name])
        texts = [unit.text for unit in read.paragraphs]
        assert not [text for text in texts if text in act.head], act.shown
        reference = read.header.reference
        assert reference is None or not reference.is_council, act.shown  # two acts might share an invented one
    assert {name: count for name, count in right.items() if count < RIGHT * len(made)} == {}
    assert set(right) == set(made_acts.FIELDS)
