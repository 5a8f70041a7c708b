"""The documentation is correct: commands exist, links lead somewhere, the version has its changes."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import delegate_desk
from delegate_desk.cli.commands import parser

ROOT = Path(__file__).resolve().parent.parent
CHANGELOG = ROOT / "packaging" / "CHANGELOG.md"
ARCHITECTURE = ROOT / "packaging" / "ARCHITECTURE.md"
HELP = ROOT / "resources" / "help"
PAGES = [ROOT / "README.md", CHANGELOG, ARCHITECTURE, *sorted(HELP.rglob("*.md"))]

_COMMAND = re.compile(
    r"(?:^(?: {4})?|`)(?:\.venv/bin/)?(?:delegate-desk|python3 packaging/dev\.py run)(?P<arguments>(?: [^`\n]*)?)",
    re.MULTILINE,
)
_DEV = re.compile(r"packaging/dev\.py (?P<command>\w+)")
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s#]+)")


def is_understood(arguments: list[str]) -> bool:
    try:
        parser().parse_args(arguments)
    except SystemExit as end:
        return not end.code  # --help and --version end with 0
    return True


def found_in_pages(pattern: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
    """Each match with its page."""
    for page in PAGES:
        for match in pattern.finditer(page.read_text(encoding="utf-8")):
            yield page, match


def test_the_commands_that_pages_name_are_understood_and_those_for_a_checkout_exist(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for page, match in found_in_pages(_COMMAND):
        arguments = shlex.split(match["arguments"], comments=True)
        if arguments and not arguments[0].startswith("…"):
            assert is_understood(arguments), f"{page}: {match[0].strip()}: {capsys.readouterr().err}"
    known = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8").split('"""')[1]
    for page, match in found_in_pages(_DEV):
        assert match[0] in known, page


def test_links_lead_to_files_that_are_there() -> None:
    for page, match in found_in_pages(_LINK):
        if "://" not in match["target"]:
            homes = [page.parent, HELP / "en"] if HELP in page.parents else [page.parent]
            assert any((home / match["target"]).exists() for home in homes), f"{page}: {match['target']}"


def test_the_map_names_modules_that_are_there_and_draws_the_layers_that_the_linter_knows() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:\w+/)*\w+\.(?:py|ui))`", text))
    assert len(named) > 10
    homes = (ROOT, ROOT / "src" / "delegate_desk")
    assert [name for name in named if not any((home / name).is_file() for home in homes)] == []
    drawing = text.split("```")[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = [row.split(" | ") for row in layers[1:]]  # all except __main__, which only starts
    at = [min(drawing.index(f"| {name} ") for name in row) for row in rows[1:]]
    assert at == sorted(at)
    assert all(f"| {name} " in drawing for row in rows for name in row)


def test_the_version_has_its_changes_and_the_readme_names_the_two_commands() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == delegate_desk.__version__
    assert f"\n## {delegate_desk.__version__}" in CHANGELOG.read_text(encoding="utf-8")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py run demo" in text
    assert "python3 packaging/dev.py test" in text
