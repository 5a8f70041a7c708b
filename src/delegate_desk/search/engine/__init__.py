import functools
import sys
from types import ModuleType

# Whoosh wants of the package cached_property what the standard library has; the package would load asyncio.
_cached_property = ModuleType("cached_property")
vars(_cached_property)["cached_property"] = functools.cached_property
sys.modules.setdefault("cached_property", _cached_property)
