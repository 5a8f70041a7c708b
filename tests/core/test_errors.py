import importlib
import pkgutil
import types
import typing
from collections.abc import Iterator
from enum import Enum
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import delegate_desk
from delegate_desk import paths
from delegate_desk.core.errors import (
    DeskError,
    ExportFailedError,
    ImportFailure,
    UnreadableDocumentError,
    UnsupportedFormat,
)


def kinds() -> Iterator[type[DeskError]]:
    """Every kind of DeskError below the window."""
    for module in pkgutil.walk_packages(delegate_desk.__path__, "delegate_desk."):
        if module.name.split(".")[1] not in {"gui", "app", "__main__"}:
            importlib.import_module(module.name)
    rest: list[type[DeskError]] = [DeskError]
    while rest:
        below = rest.pop().__subclasses__()
        yield from below
        rest += below


def samples(kind: type[DeskError]) -> Iterator[DeskError]:
    """Errors of a kind, one for each value of its enumerations and flags."""
    hints = typing.get_type_hints(kind)
    fields = {name: hints[name] for name in kind.__annotations__}
    chosen = next((hint for hint in fields.values() if isinstance(hint, type) and issubclass(hint, Enum)), None)
    for member in chosen or [None]:
        for flag in (False, True):
            yield kind(
                *(
                    member if chosen and hint is chosen else sample(hint, name, flag=flag)
                    for name, hint in fields.items()
                )
            )


def sample(hint: object, name: str, *, flag: bool) -> object:
    if isinstance(hint, types.GenericAlias):
        return (f"first-{name}", f"second-{name}")
    return {str: f"the-{name}", int: 7, bool: flag}[typing.cast("type", hint)]


def translations(language: str) -> dict[str, str]:
    tree = ET.parse(paths.RESOURCES / "translations" / f"delegate_desk_{language}.ts")
    messages = tree.findall("context[name='errors']/message")
    return {one.findtext("source", ""): one.findtext("translation", "") for one in messages}


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_every_error_has_a_sentence_in_every_language(language: str) -> None:
    texts = {"{reason}": "{reason}"} | ({} if language == "en" else translations(language))
    for kind in kinds():
        for error in samples(kind):
            sentence = error.explain(str if language == "en" else texts.__getitem__)
            assert sentence[0].isupper() or sentence.startswith(("the-", "“", "«")), sentence
            assert sentence.endswith("."), sentence
            assert not {"{", "\n", kind.__name__} & {*sentence, *sentence.split()}, sentence


@pytest.mark.parametrize("reason", list(ImportFailure))
def test_a_file_that_is_not_imported_is_named_with_the_reason(reason: ImportFailure) -> None:
    sentence = UnreadableDocumentError("a.pdf", reason, "more than 200 MB").explain()
    assert sentence == f"a.pdf was not imported: {reason.text} (more than 200 MB)."


@pytest.mark.parametrize(
    ("suffix", "advice"),
    [
        (".sxw", ".docx"),
        (".DOC", ".docx"),
        (".pst", ".msg"),
        (".xls", ".xlsx"),
        (".ddpack", "Import Package"),
    ],
)
def test_an_unsupported_file_comes_with_advice(suffix: str, advice: str) -> None:
    sentence = UnreadableDocumentError(f"a{suffix}", ImportFailure.UNSUPPORTED, suffix).explain()
    assert advice in sentence
    assert not sentence.endswith(").")


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for kind in UnsupportedFormat for suffix in kind.split()]
    assert sorted(suffixes) == sorted(set(suffixes))


def test_an_error_takes_its_fields_and_no_others() -> None:
    error = UnreadableDocumentError("a.pdf", reason=ImportFailure.DAMAGED)
    assert (error.file_name, error.reason, error.detail) == ("a.pdf", ImportFailure.DAMAGED, "")
    assert error == UnreadableDocumentError("a.pdf", ImportFailure.DAMAGED)
    assert error != UnreadableDocumentError("b.pdf", ImportFailure.DAMAGED)
    wrong: type[Any] = UnreadableDocumentError
    for values, named in ((("a.pdf",), {}), (("a", ImportFailure.DAMAGED, "", 1), {}), (("a",), {"mark": "x"})):
        with pytest.raises((TypeError, AttributeError)):
            wrong(*values, **named)


def test_what_the_system_says_is_told_in_plain_words_of_each_language() -> None:
    error = ExportFailedError("a.docx", "No space left on device")
    assert error.explain() == (
        "a.docx could not be saved: there is not enough disk space. The existing file is unchanged."
    )
    greek = {"there is not enough disk space": "χωρίς χώρο", ExportFailedError.sentence: "{file}: {reason}"}
    assert error.explain(greek.__getitem__) == "a.docx: χωρίς χώρο"
    missing = UnreadableDocumentError("a.pdf", ImportFailure.UNREADABLE, "No such file or directory")
    assert missing.explain().endswith("(the file or folder does not exist).")
