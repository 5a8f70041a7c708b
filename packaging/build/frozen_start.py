"""The first lines of the frozen program.

What freezing set in the environment was for finding our own libraries, and has done its work: a Word or PDF program
that is opened from the window must load its own. A child of ours has it set anew by its own start.
"""

import os
import sys

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before is not None:
        os.environ[name] = before
for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):  # Qt looks beside its library by itself
    os.environ.pop(name, None)

from delegate_desk.cli.main import main  # noqa: E402  (after the environment is put right)

sys.exit(main())
