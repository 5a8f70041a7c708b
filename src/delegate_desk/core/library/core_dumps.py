"""Prevention of core dumps: no copy of the memory of a process with documents is left when it breaks off."""

import sys


def disable_core_dumps() -> None:
    """Let the system write no core file of this process, nor hand one to a service that collects them.

    The limit is passed on to children; that the process cannot be dumped is not, for starting a program takes it back
    (prctl(2), PR_SET_DUMPABLE), so that each child calls this by itself. On Windows no report of a fault is made up
    (untried).
    """
    if sys.platform == "win32":
        import ctypes

        no_boxes = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(no_boxes)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4  # PR_SET_DUMPABLE
        ctypes.CDLL(None).prctl(set_dumpable, 0, 0, 0, 0)
