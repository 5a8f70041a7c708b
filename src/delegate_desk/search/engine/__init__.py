import functools
import importlib
import sys
from types import ModuleType
from typing import Any


def _stub(name: str, **content: Any) -> None:
    """Put a small module in the place of a large one that was not imported yet."""
    module = ModuleType(name)
    vars(module).update(content)
    sys.modules.setdefault(name, module)


# Whoosh wants of these packages what the standard library has, and a function that nothing calls; they would load
# asyncio, http, email and ssl.
_stub("cached_property", cached_property=functools.cached_property)
if "urllib.request" not in sys.modules:
    _stub("urllib.request", urlretrieve=None)
    importlib.import_module("whoosh.compat")
    del sys.modules["urllib.request"]
