"""Compiles the forms in ui/ when the project is built or installed; run by hand it does just that."""

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


def compiled(form: Path) -> Path:
    """The module that a form is compiled to."""
    return FORMS / f"ui_{form.stem}.py"


def stale_forms() -> list[Path]:
    """The forms that were never compiled, or edited since."""

    def is_stale(form: Path) -> bool:
        made = compiled(form)
        return not made.exists() or made.stat().st_mtime <= form.stat().st_mtime

    return [form for form in sorted((ROOT / "ui").glob("*.ui")) if is_stale(form)]


def compile_forms() -> None:
    """Compile the stale forms with the pyside6-uic beside this Python."""
    forms = stale_forms()
    here = str(Path(sys.executable).parent)
    uic = shutil.which("pyside6-uic", path=here) or shutil.which("pyside6-uic")
    if forms and uic is None:
        raise SystemExit("pyside6-uic was not found: install PySide6-Essentials first")
    for form in forms:
        subprocess.run([str(uic), "--no-autoconnection", str(form), "-o", str(compiled(form))], check=True)


class FormsHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic has no use for a plain hook
    """Hatchling calls this before it builds a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        compile_forms()


if __name__ == "__main__":
    compile_forms()
