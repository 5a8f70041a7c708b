"""One library, written by the window and by commands at the same time: nothing is lost, nothing fails, all is found."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import open_desk
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import save, settle
from support.window_process import papers

WRITE = """
import sys
from functools import partial
from pathlib import Path
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import open_desk
who, place = sys.argv[2], Place(DocumentId(int(sys.argv[3])), Address("para_2"))
for number in range(int(sys.argv[4])):
    with open_desk(Path(sys.argv[1])) as desk:
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=f"{who}-{number}"))
        desk.indexing.make_ready()
    print(number, flush=True)
"""
WRITERS, TIMES = 3, 8


def test_what_window_and_commands_write_at_a_time_is_all_there(
    window: MainWindow, first: Place, tmp_path: Path
) -> None:
    desk = window.desk
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    others = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(desk.folder), f"command{n}", str(first.document), str(TIMES)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for n in range(WRITERS)
    ]  # fmt: skip
    window.import_paths(papers(tmp_path / "papers", "quiet")[:4])
    written = 0
    while any(one.poll() is None for one in others):
        note = desk.annotations.new(first, AnnotationKind.NOTE, text=f"window-{written}")
        save(window, partial(desk.annotations.save, note))
        written += 1
    for one in others:
        said, complaints = one.communicate()
        assert (one.returncode, complaints) == (0, b"")
        assert len(said.splitlines()) == TIMES
    settle(window)
    texts = {one.text for one in desk.annotations.all()}
    expected = {f"command{n}-{number}" for n in range(WRITERS) for number in range(TIMES)}
    assert texts == expected | {f"window-{number}" for number in range(written)}
    assert window.notices.head.text() != "Operation failed", window.notices.text.text()
    assert len(desk.documents.all()) == 5
    with open_desk(desk.folder) as again:
        assert again.check().ok
        again.indexing.make_ready()
        assert again.search.find("window").total == written
