"""Access keys: in each menu of the main window and in each form a letter is unique, in every language."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from delegate_desk import paths

FORMS = sorted((paths.RESOURCES.parent / "ui").glob("*.ui"))
LANGUAGES = ["en", "el", "fr"]


def translations(language: str) -> dict[tuple[str, str], str]:
    """The translation of a text by its context; none in English."""
    if language == "en":
        return {}
    tree = ET.parse(paths.RESOURCES / "translations" / f"delegate_desk_{language}.ts")
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.findtext("translation") or ""
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def letter(text: str) -> str:
    """The access key of a text, in lower case; empty if it has none."""
    _, sign, after = text.replace("&&", "").partition("&")
    return after[:1].lower() if sign else ""


def twice(texts: list[str]) -> list[str]:
    """The texts with an access key that another also has."""
    counted = Counter(filter(None, map(letter, texts)))
    return [text for text in texts if counted[letter(text)] > 1]


def groups(form: ET.Element) -> Iterator[list[str]]:
    """The texts among which an access key must be unique: those of each menu, and those of the form itself."""
    said = {
        one.get("name", ""): text.text or ""
        for one in form.iter()
        if one.tag in ("action", "widget")
        for text in one.findall("./property[@name='text']/string") + one.findall("./property[@name='title']/string")
    }
    menus = [one for one in form.iter("widget") if one.get("class") in ("QMenu", "QMenuBar")]
    for menu in menus:
        yield [said.get(one.get("name", ""), "") for one in menu.findall("addaction")]
    if not menus:
        widgets = [one.get("name", "") for one in form.iter("widget")]
        yield [said.get(name, "") for name in widgets]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_an_access_key_leads_to_one_thing(language: str, file: object) -> None:
    form = ET.parse(str(file)).getroot()
    context = form.findtext("class") or ""
    known = translations(language)
    shown = [[known.get((context, text), text) for text in texts] for texts in groups(form)]
    assert list(filter(None, map(twice, shown))) == []


def test_an_access_key_that_two_share_is_found() -> None:
    assert twice(["&Open", "C&lose", "&Order", "Plain", "A && B"]) == ["&Open", "&Order"]
