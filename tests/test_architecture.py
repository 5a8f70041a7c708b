"""The architecture of STYLE.md: allowed imports, the place of each thing, and the contents of a built program."""

import ast
import graphlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from delegate_desk import paths

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "delegate_desk"
FORMS = sorted((ROOT / "ui").glob("*.ui"))

# From the top down; each may import the later rows, and of its own row only itself.
LAYERS = [
    {"__main__"},
    {"cli"},
    {"app"},
    {"gui"},
    {"libraries"},
    {"desk"},
    {"services"},
    {"storage", "search", "parsing", "export"},
    {"core", "paths", "settings", "cipher"},
    {"files", "policy"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

HOMES = {"PySide6": "gui", "sqlite3": "storage", "whoosh": "search", "pypdfium2": "parsing", "docx": "export"}

NETWORK = [
    "socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "xmlrpc",
    "socketserver", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer",
]  # fmt: skip


def modules() -> Iterator[tuple[str, Path]]:
    """Each module of the program without the package's name, such as ``storage.documents``, without compiled forms."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        if not name.startswith("gui.forms.") and name != "__init__":
            yield name.removesuffix(".__init__"), file


class Facts(NamedTuple):
    """The imports of a file, as dotted names, at its top or within a function; its classes; its docstrings by line.

    Attributes:
        removals: Lines in which a file is renamed or deleted.
    """

    imports: set[str]
    imports_at_once: set[str]
    classes: list[str]
    docstrings: list[tuple[int, str]]
    removals: list[int]


def imported(node: ast.AST) -> set[str]:
    """The names that an import adds; none for any other node."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    return {f"{node.module}.{alias.name}" for alias in node.names} if isinstance(node, ast.ImportFrom) else set()


def outside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a module is imported."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from outside_functions(node)


@cache
def facts(file: Path) -> Facts:
    found = Facts(set(), set(), [], [], [])
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in outside_functions(tree):
        found.imports_at_once.update(imported(node))
    for node in ast.walk(tree):
        found.imports.update(imported(node))
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written from the package's name"
        elif isinstance(node, ast.ClassDef):
            found.classes.append(node.name)
        elif isinstance(node, ast.Call) and renames_or_deletes(node):
            found.removals.append(node.lineno)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                found.docstrings.append((getattr(node, "lineno", 1), text))
    return found


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def child(code: str, *arguments: object, python_path: Path | None = None) -> str:
    """The output of a separate Python."""
    environment = {**os.environ, "PYTHONUTF8": "1"} | ({"PYTHONPATH": str(python_path)} if python_path else {})
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_part_of_the_program_has_its_layer_and_imports_only_what_lies_below_it() -> None:
    assert {name.partition(".")[0] for name, _ in modules()} == set(LEVEL)
    wrong = []
    for name, file in modules():
        own = name.partition(".")[0]
        used = {word.split(".")[1] for word in facts(file).imports if word.startswith("delegate_desk.")}
        used = {layer for layer in used if layer in LEVEL and layer != own}
        wrong += [f"{name} imports {layer}" for layer in used if LEVEL[layer] <= LEVEL[own]]
    assert wrong == []


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_each_library_is_used_in_one_layer(library: str, home: str) -> None:
    users = {name for name, file in modules() if any(within(word, library) for word in facts(file).imports)}
    assert {name.partition(".")[0] for name in users} <= {home}, users


def test_the_window_reaches_the_library_through_the_desk() -> None:
    below = [f"delegate_desk.{layer}" for layer in ("services", "storage", "search", "parsing", "export")]
    wrong = [
        f"{name} imports {word}"
        for name, file in modules()
        for word in facts(file).imports
        if name.startswith("gui") and any(within(word, module) for module in below)
    ]
    assert wrong == []


def test_nothing_can_reach_a_network() -> None:
    """Only a later start connects to the first window, through a local socket."""
    found = {
        f"{name} imports {word}"
        for name, file in modules()
        for word in facts(file).imports
        if any(within(word, module) for module in NETWORK)
    }
    assert {one for one in found if not one.startswith("gui.single_instance imports PySide6.QtNetwork")} == set()
    local = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
    assert {one.removeprefix("gui.single_instance imports ") for one in found} <= local


def renames_or_deletes(node: ast.Call) -> bool:
    """True for a call of a function of a path, os or shutil; texts and dates have other numbers of arguments."""
    if not isinstance(node.func, ast.Attribute):
        return False
    name, owner = node.func.attr, getattr(node.func.value, "id", "")
    if name in ("replace", "rename"):
        return owner == "os" or (len(node.args) == 1 and not node.keywords)
    return name in ("unlink", "rmtree", "renames", "removedirs") or (owner, name) in (
        ("os", "remove"),
        ("shutil", "move"),
    )


def test_files_are_removed_and_moments_put_into_the_zone_by_one_module_each() -> None:
    found = [f"{name}:{line}" for name, file in modules() if name != "files" for line in facts(file).removals]
    assert found == [], "files.py waits where Windows makes it wait"
    bare = re.compile(r"(?<!now\(\))(?<!tzinfo=None\))\.astimezone\(\)")  # except now, and typed dates
    found = [name for name, file in modules() if bare.search(file.read_text(encoding="utf-8"))]
    assert found == [], "local_time.py knows that Windows has no zones before 1970"


def test_only_the_known_entries_stand_at_the_top_and_no_file_or_folder_is_too_long() -> None:
    known = {"pyproject.toml", "src", "resources", "ui", "tests", "packaging", "README.md"}
    made = {"dist", "build"}
    here = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith((".", "LICENSE"))}
    assert here - made == known
    files = [file for folder in ("src", "tests", "packaging") for file in (ROOT / folder).rglob("*.py")]
    long = {
        str(file.relative_to(ROOT)): lines
        for file in files
        if not file.name.startswith("ui_") and (lines := len(file.read_text(encoding="utf-8").splitlines())) > 640
    }
    assert long == {}
    counts = Counter(file.parent for _, file in modules())
    assert {str(folder): count for folder, count in counts.items() if count > 22} == {}


@pytest.mark.parametrize(
    "noun", ["documents", "annotations", "positions", "meetings", "revisions", "exchange", "library"]
)
def test_a_noun_has_the_same_folder_name_on_every_floor(noun: str) -> None:
    folder = "reader" if noun == "documents" else noun
    assert (PACKAGE / "core" / noun).is_dir()
    assert (PACKAGE / "services" / noun).is_dir()
    assert (PACKAGE / "gui" / folder).is_dir()


def test_no_modules_import_each_other_and_no_class_name_is_used_twice() -> None:
    homes: dict[str, list[str]] = {}
    for module, file in modules():
        for name in facts(file).classes:
            homes.setdefault(name, []).append(module)
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}
    # imports for types count, because they show what a module knows; an import within a function does not
    names = {f"delegate_desk.{name}" for name, _ in modules()}
    graph = {
        f"delegate_desk.{name}": {
            module
            for word in facts(file).imports_at_once
            for module in {word, word.rpartition(".")[0]} & names - {f"delegate_desk.{name}"}
        }
        for name, file in modules()
    }
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError, which names them


_PRONOUN = re.compile(
    r"\bone(?:['’]s|self)\b"
    r"|\b(?:the|this|that|each|every|which|last|first|next|other|another|new|old|second|later|earlier|former|latter|right"
    r"|no|any|same|an?) one\b"
    r"|\b(?:as|if|where|when|what|how|before|until|while|that|than|which|whom|once|so|because|then) one"
    r" (?!of\b|or\b|in\b|to\b)[a-z]+",
    re.IGNORECASE,
)


def test_no_docstring_begins_with_a_question_word_or_uses_one_as_a_pronoun() -> None:
    found = [(f"{name}:{line}", text) for name, file in modules() for line, text in facts(file).docstrings]
    leading = {"What", "How", "Where", "Which"}
    assert [where for where, text in found if text.split()[0].rstrip(":,") in leading] == []
    assert [(where, match[0]) for where, text in found if (match := _PRONOUN.search(text))] == []


def test_nothing_below_the_window_loads_qt() -> None:
    names = [
        f"delegate_desk.{name}" for name, _ in modules() if name.partition(".")[0] not in {"gui", "app", "__main__"}
    ]
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print('PySide6' in sys.modules)"
    )
    assert child(code, *names).strip() == "False"


def test_the_commands_work_without_qt(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text(
        "Council of the\nEuropean Union\n\nBrussels, 3 May 2021\n(OR. en)\n\n8123/21\n\nNOTE\n\n"
        "Subject: Draft Council conclusions on lighthouses\n\n1. RECALLS that lighthouses guide ships.\n\n"
        "2. INVITES Member States to keep their lamps lit.\n",
        encoding="utf-8",
    )
    commands = [
        ["import", str(paper)],
        ["documents"],
        ["show", "8123/21"],
        ["search", "lamps"],
        ["annotate", "8123/21", "2", "--kind", "question", "--text", "Which lamps?"],
        ["annotations"],
        ["position-set", "8123/21", "2", "--stance", "support"],
        ["position-show", "8123/21"],
        ["export", "position", "8123/21", "--output", str(tmp_path / "out.docx"), "--delegation", "EL"],
        ["check"],
        ["remove", "8123/21"],
    ]
    code = (
        "import json, sys\n"
        "from delegate_desk.cli.main import main\n"
        "common = ['--json', '--library', sys.argv[1]]\n"
        "statuses = [main([*common, *command]) for command in json.loads(sys.argv[2])]\n"
        "print(statuses, 'PySide6' in sys.modules)"
    )
    printed = child(code, tmp_path / "library", json.dumps(commands))
    assert printed.splitlines()[-1] == f"{[0] * len(commands)} False", printed


def test_a_checkout_finds_its_resources_and_a_wheel_carries_them_and_the_forms(tmp_path: Path) -> None:
    assert paths.RESOURCES == ROOT / "resources"
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        archive.extractall(site)
    resources = [file for file in (ROOT / "resources").rglob("*") if file.is_file()]
    wanted = {f"delegate_desk/{file.relative_to(ROOT).as_posix()}" for file in resources}
    wanted |= {f"delegate_desk/gui/forms/ui_{form.stem}.py" for form in FORMS}
    assert resources
    assert FORMS
    assert wanted <= held
    found = child("from delegate_desk.paths import RESOURCES; print(RESOURCES)", python_path=site)
    assert Path(found.strip()) == site / "delegate_desk" / "resources"
