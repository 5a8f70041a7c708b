"""A few power cuts, in seconds; ``powerloss`` makes any number."""

import random
import shutil
from pathlib import Path

import pytest

from evaluation import powerloss
from evaluation.powerloss import Disk, run

needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")


@needs_strace
def test_after_a_power_cut_all_that_was_told_as_done_is_there() -> None:
    made, wrong = run(6, 3, steps=12)
    assert (made, wrong) == (6, [])


@needs_strace
def test_the_model_finds_what_is_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = powerloss.record(tmp_path, 12, 4)
    honest = [call for call in calls if call[0] not in ("fsync", "fdatasync")]
    assert len(honest) < len(calls)
    assert any(powerloss.cuts(honest, tmp_path, 12, random.Random(4)))


def test_what_was_synced_is_kept_and_what_was_not_is_torn(tmp_path: Path) -> None:
    disk = Disk("/library")
    name = "".join(f"\\x{byte:02x}" for byte in b"/library/file")
    disk.take("openat", f'AT_FDCWD, "{name}", O_WRONLY|O_CREAT, 0600', "5", f"<{name}>")
    sure, torn = ("".join(f"\\x{byte:02x}" for byte in content) for content in (b"a" * 1024, b"b" * 1024))
    disk.take("pwrite64", f'5<{name}>, "{sure}", 1024, 0', "1024", "")
    disk.take("fsync", f"5<{name}>", "0", "")
    disk.take("pwrite64", f'5<{name}>, "{torn}", 1024, 0', "1024", "")
    found = set()
    for seed in range(40):
        disk.cut(tmp_path / str(seed), random.Random(seed))
        found.add((tmp_path / str(seed) / "file").read_bytes())
    assert found == {first * 512 + second * 512 for first in (b"a", b"b") for second in (b"a", b"b")}
