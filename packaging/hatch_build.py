"""Compiles forms and translations when the project is built or installed, or when run by hand."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand in an environment without hatchling
    BuildHookInterface = object  # type: ignore[assignment,misc]  # only the functions below are used then

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "src" / "delegate_desk" / "gui" / "forms"


def compiled(source: Path) -> Path:
    """Return the compiled file of a form or of translations."""
    return FORMS / f"ui_{source.stem}.py" if source.suffix == ".ui" else source.with_suffix(".qm")


def stale() -> list[Path]:
    """Return the forms and translations that are not compiled, or were edited since."""

    def is_stale(source: Path) -> bool:
        made = compiled(source)
        return not made.exists() or made.stat().st_mtime <= source.stat().st_mtime

    sources = [*sorted((ROOT / "ui").glob("*.ui")), *sorted((ROOT / "resources" / "translations").glob("*.ts"))]
    return [source for source in sources if is_stale(source)]


def tool(name: str) -> str:
    """Return one of PySide's commands, preferring the one next to this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} was not found: install PySide6-Essentials first")
    return found


def compile_stale() -> None:
    """Compile the outdated files."""
    for source in stale():
        made = str(compiled(source))
        if source.suffix == ".ui":
            subprocess.run([tool("pyside6-uic"), "--no-autoconnection", str(source), "-o", made], check=True)
        else:
            subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", made], check=True)


class CompilingHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic has no use for a plain hook
    """Called by hatchling before it builds a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        compile_stale()


if __name__ == "__main__":
    compile_stale()
