"""Makes Wine 10 refuse what NTFS refuses, only for tests under Wine: it is never shipped.

NTFS does not rename a folder that contains an open file; Wine does. And Wine's ``msvcrt.locking`` fails without a
reason.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import errno
    import msvcrt
    import os
    from collections.abc import Callable
    from ctypes import wintypes
    from typing import Any

    _create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
    _create.restype = wintypes.HANDLE
    _close = ctypes.windll.kernel32.CloseHandle
    _close.argtypes = [wintypes.HANDLE]
    _READ, _OPEN_EXISTING, _SHARING_VIOLATION = 0x80000000, 3, 32
    _FAILED = ctypes.c_void_p(-1).value

    def _open_file(folder: str) -> str:
        """Return an open file in a folder; empty if there is none."""
        for place, _, names in os.walk(folder):
            for name in names:
                handle = _create(os.path.join(place, name), _READ, 0, None, _OPEN_EXISTING, 0, None)  # noqa: PTH118
                if handle != _FAILED:
                    _close(handle)
                elif ctypes.get_last_error() == _SHARING_VIOLATION:
                    return name
        return ""

    def _strict(call: Callable[..., None]) -> Callable[..., None]:
        def renamed(source: Any, target: Any, **options: Any) -> None:
            if os.path.isdir(source) and (name := _open_file(source)):  # noqa: PTH112
                raise PermissionError(errno.EACCES, f"NTFS: {name} is open", str(source), 5, str(target))
            call(source, target, **options)

        return renamed

    os.rename, os.replace = _strict(os.rename), _strict(os.replace)
    _locking = msvcrt.locking

    def _told(file: int, mode: int, size: int) -> None:
        try:
            _locking(file, mode, size)
        except OSError as error:
            raise PermissionError(errno.EACCES, "Permission denied") from error

    msvcrt.locking = _told
