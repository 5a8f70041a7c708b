import dataclasses
from enum import Enum
from types import GenericAlias
from typing import Any

import pytest

from delegate_desk.core import errors
from delegate_desk.core.documents.incoming_files import UnsupportedFormat
from delegate_desk.core.errors import DeskError, ImportFailure
from delegate_desk.gui.error_messages import conversion_advice, explain

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DeskError)]


def example(kind: type[DeskError]) -> DeskError:
    """An error with something in each of its fields."""
    values: dict[str, Any] = {}
    made: Any = kind  # each but the base is a dataclass
    for field in dataclasses.fields(made):
        hint: Any = field.type
        if isinstance(hint, type) and issubclass(hint, Enum):
            values[field.name] = next(iter(hint))
        else:
            known = {"str": field.name, "int": 3, "bool": False, "tuple[str, ...]": ("el", "en")}
            values[field.name] = known[str(hint if isinstance(hint, GenericAlias) else hint.__name__)]
    return kind(**values)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not DeskError], ids=lambda kind: kind.__name__)
def test_every_error_is_said_in_one_sentence(kind: type[DeskError], qapp: object) -> None:
    said = explain(example(kind))
    assert said[-1] == "."
    assert "{" not in said
    assert "\n" not in said


@pytest.mark.parametrize("reason", list(ImportFailure))
def test_every_refusal_names_the_file_and_says_why(reason: ImportFailure, qapp: object) -> None:
    said = explain(errors.UnreadableDocumentError("a.pdf", reason, "more than 200 MB"))
    assert said.startswith("a.pdf was not imported: ")
    assert said.endswith(" (more than 200 MB).")


@pytest.mark.parametrize(
    ("suffix", "advice"),
    [
        (".odt", ".docx"),
        (".RTF", ".docx"),
        (".doc", ".docx"),
        (".msg", ".eml"),
        (".xlsx", "PDF"),
        (".ddpack", "Import Package"),
    ],
)
def test_a_file_of_another_kind_is_told_what_to_be_saved_as(suffix: str, advice: str, qapp: object) -> None:
    said = explain(errors.UnreadableDocumentError(f"a{suffix}", ImportFailure.UNSUPPORTED, suffix))
    assert advice in said
    assert said[-1] == "."


def test_every_other_kind_of_file_has_its_advice(qapp: object) -> None:
    assert {kind for kind in UnsupportedFormat if not conversion_advice(kind)} == set()
