"""First lines of the frozen program.

The environment that PyInstaller set to find our libraries is removed: a Word or PDF program opened from the window must
load its own libraries. A child process of ours sets it again when it starts.
"""

import os
import sys

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before is not None:
        os.environ[name] = before
for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):  # Qt searches next to its library anyway
    os.environ.pop(name, None)

from delegate_desk.cli.main import main  # noqa: E402  (after the environment is put right)

sys.exit(main())
