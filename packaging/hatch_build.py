"""Compiles forms and translations when the project is built or installed; run by hand it does just that."""

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
    """The module that a form, or the file that translations are compiled to."""
    return FORMS / f"ui_{source.stem}.py" if source.suffix == ".ui" else source.with_suffix(".qm")


def stale() -> list[Path]:
    """The forms and translations that were never compiled, or edited since."""

    def is_stale(source: Path) -> bool:
        made = compiled(source)
        return not made.exists() or made.stat().st_mtime <= source.stat().st_mtime

    sources = [*sorted((ROOT / "ui").glob("*.ui")), *sorted((ROOT / "resources" / "translations").glob("*.ts"))]
    return [source for source in sources if is_stale(source)]


def tool(name: str) -> str:
    """One of PySide's commands, that beside this Python before any other."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} was not found: install PySide6-Essentials first")
    return found


def compile_stale() -> None:
    """Compile what is stale."""
    for source in stale():
        made = str(compiled(source))
        if source.suffix == ".ui":
            subprocess.run([tool("pyside6-uic"), "--no-autoconnection", str(source), "-o", made], check=True)
        else:
            subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", made], check=True)


class CompilingHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic has no use for a plain hook
    """Hatchling calls this before it builds a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        compile_stale()


if __name__ == "__main__":
    compile_stale()
