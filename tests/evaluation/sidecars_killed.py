"""What is killed: a life that writes sidecars after each deed, or the making anew of a library.

python -m evaluation.sidecars_killed LIBRARY SCRATCH SEED

A seed below 0 makes the library anew.
"""

import random
import sys
from pathlib import Path

from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.services.library.recovery import rebuild
from evaluation.sidecars_life import Life


def main() -> None:
    library, scratch, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    if seed < 0:
        finish(rebuild(library))
        return
    with open_desk(library) as desk:
        life = Life(desk, scratch, random.Random(seed))
        if not desk.documents.all():
            life.begin()
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        while True:
            life.live(2)
            for _ in desk.sidecars.catch_up():
                pass


if __name__ == "__main__":
    main()
