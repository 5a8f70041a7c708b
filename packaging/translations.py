"""Collects the texts of the window, and maintains their translations.

python packaging/translations.py update             collect the texts of code and forms into resources/translations
python packaging/translations.py todo LANG          print untranslated texts, as JSON for `fill`
python packaging/translations.py fill LANG FILE     add translations: the JSON of `todo` with "translation" filled in
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from delegate_desk.core.amending import amended  # noqa: F401  (error_texts knows what is imported)
from delegate_desk.core.errors import error_texts
from delegate_desk.core.library import errors as library_errors  # noqa: F401  (error_texts knows what is imported)
from delegate_desk.core.library import policies  # noqa: F401
from hatch_build import tool

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TARGETS = {"el": "el_GR", "fr": "fr_FR"}
SOURCES = ("src/delegate_desk/gui", "src/delegate_desk/core", "ui")


def ts_file(language: str) -> Path:
    """Return the translations into a language, as Qt Linguist reads them."""
    return FOLDER / f"delegate_desk_{language}.ts"


def update(file: Path, target: str, *sources: str) -> None:
    """Collect the texts of the sources and of errors into a file, and remove the translations of all others."""
    command = [
        tool("pyside6-lupdate"),
        "-extensions",
        "py,ui",
        "-locations",
        "none",
        "-no-obsolete",
        "-silent",
        "-tr-function-alias",
        "QT_TRANSLATE_NOOP+=translatable",  # core/text.py
        *sources,
    ]
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors.py"
        texts = [json.dumps(text, ensure_ascii=False) for text in sorted({*error_texts()} - {"{reason}"})]
        errors.write_text("".join(f'QT_TRANSLATE_NOOP("errors", {text})\n' for text in texts), encoding="utf-8")
        command += [str(errors), "-ts", str(file), "-source-language", "en_GB", "-target-language", target]
        subprocess.run(command, cwd=ROOT, check=True)


def unfinished(tree: "ET.ElementTree[ET.Element]") -> Iterator[tuple[str, ET.Element]]:
    """Return the messages without a finished translation, each with its context."""
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not (translation.text or "").strip():
                yield name, message


def todo(language: str) -> list[dict[str, str]]:
    """Return the untranslated texts: context, source, comment, and an empty translation."""
    tree = ET.parse(ts_file(language))
    return [
        {
            "context": name,
            "source": message.findtext("source") or "",
            **({"comment": comment} if (comment := message.findtext("comment")) else {}),
            "translation": "",
        }
        for name, message in unfinished(tree)
    ]


def fill(language: str, filled: list[dict[str, str]]) -> int:
    """Add translations, keeping Qt's own layout of the file; returns how many found their message."""
    by_key = {(one["context"], one["source"], one.get("comment", "")): one["translation"] for one in filled}
    file = ts_file(language)
    tree = ET.parse(file)
    taken = 0
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            text = by_key.get((name, message.findtext("source") or "", message.findtext("comment") or ""))
            translation = message.find("translation")
            if text and translation is not None:
                translation.text = text
                translation.attrib.pop("type", None)
                taken += 1
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + ET.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")
    update(file, TARGETS[language], *SOURCES)
    return taken


def main() -> None:
    what, *arguments = sys.argv[1:] or [""]
    match what, arguments:
        case "update", []:
            FOLDER.mkdir(exist_ok=True)
            for language, target in TARGETS.items():
                update(ts_file(language), target, *SOURCES)
                print(f"{language}: {len(todo(language))} without a translation")
        case "todo", [language]:
            print(json.dumps(todo(language), ensure_ascii=False, indent=1))
        case "fill", [language, file]:
            filled = json.loads(Path(file).read_text(encoding="utf-8"))
            print(f"{fill(language, filled)} of {len(filled)} taken; {len(todo(language))} are left")
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
