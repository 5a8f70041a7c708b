"""Start of the program for Windows: the code of its modules is in one file, which is mapped into memory once.

Python's own finders open a file for each module, or an archive again for each; a virus scanner examines what is opened.
The file contains the length of a table, the table, and the code of the modules in turn.
"""

import os
import sys
from _frozen_importlib import ModuleSpec  # importlib is itself in the file
from _frozen_importlib_external import SourcelessFileLoader
from marshal import loads
from mmap import ACCESS_READ, mmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120  (pathlib is in the file, too)
with open(os.path.join(_FOLDER, "modules.bin"), "rb") as _file:  # noqa: PTH118, PTH123
    _CONTENT = mmap(_file.fileno(), 0, access=ACCESS_READ)
_CODE = 8 + int.from_bytes(_CONTENT[:8], "little")
_MODULES: dict[str, tuple[bool, int, int]] = loads(_CONTENT[8:_CODE])
"""For each module: whether it is a package, and where its code begins and ends."""


class _Loader(SourcelessFileLoader):
    """Takes the code of a module from the file, and other files of a package from its folder."""

    def get_code(self, fullname: str) -> "CodeType":
        _, start, end = _MODULES[fullname]
        code: CodeType = loads(_CONTENT[_CODE + start : _CODE + end])
        return code


class _Finder:
    @staticmethod
    def find_spec(name: str, *_: object) -> ModuleSpec | None:
        if name not in _MODULES:
            return None
        is_package = _MODULES[name][0]
        place = os.path.join(_FOLDER, *name.split("."))  # noqa: PTH118
        file = os.path.join(place, "__init__.pyc") if is_package else f"{place}.pyc"  # noqa: PTH118
        spec = ModuleSpec(name, _Loader(name, file), origin=file)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [place]
        return spec


sys.meta_path.insert(2, _Finder)  # after those for what is in Python itself
sys.frozen = True  # type: ignore[attr-defined]  # as PyInstaller does, so that the program starts itself by this name
sys.argv[0] = sys.executable

from delegate_desk.cli.main import main  # noqa: E402

sys.exit(main())
