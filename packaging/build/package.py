"""Builds the packages into dist/: wheel, sdist, sbom, frozen, deb, flatpak, windows.

Without a name, all that this system can build. Each step prints its result, time and size. A missing tool is installed
on Debian as root; elsewhere a sentence names it, and the step is skipped, or fails if it was named.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import package_deb
import package_flatpak
import package_frozen
import package_wheel
import package_windows
from locked import ROOT
from package_common import Build, FaultyError, MissingError, size

Step = Callable[[Build], Iterable[Path]]
STEPS: dict[str, Step] = {
    "wheel": package_wheel.wheel,
    "sdist": package_wheel.sdist,
    "sbom": package_frozen.sbom,
    "frozen": package_frozen.frozen,
    "deb": package_deb.deb,
    "flatpak": package_flatpak.flatpak,
    "windows": package_windows.windows,
}
NEEDS = {"frozen": ("wheel",), "deb": ("wheel", "frozen"), "flatpak": ("wheel",), "windows": ("wheel",)}
"""The steps that a step depends on."""


def main(arguments: list[str]) -> int:
    """Run the named steps with their dependencies, or all; the status is 1 if one failed or was skipped by name."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__.splitlines()[0])
    parser.add_argument("what", metavar="WHAT", nargs="*", choices=[*STEPS, []], help=", ".join(STEPS))
    asked = parser.parse_args(arguments).what
    wanted = set(asked) | {need for one in asked for need in NEEDS.get(one, ())}
    build = Build()
    build.dist.mkdir(exist_ok=True)
    failed: set[str] = set()
    for name, step in STEPS.items():
        if wanted and name not in wanted:
            continue
        if failed & set(NEEDS.get(name, ())):
            failed.add(name)
            _tell(name, 0, "left out: what it is made from is not there")
            continue
        began = time.monotonic()
        try:
            made = list(step(build))
        except MissingError as error:
            failed.add(name)
            _tell(name, time.monotonic() - began, f"left out: {error}")
        except FaultyError as error:
            failed.add(name)
            asked = [*asked, name]
            _tell(name, time.monotonic() - began, f"FAILED: {error}")
        else:
            for path in made:
                _tell(name, time.monotonic() - began, f"{size(path) / 1e6:7.1f} MB  {path.relative_to(ROOT)}")
    return 1 if failed & set(asked) else 0


def _tell(name: str, seconds: float, words: str) -> None:
    print(f"[package] {name:<8}{seconds:6.1f} s   {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
