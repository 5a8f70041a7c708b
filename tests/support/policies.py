"""Policies of an administrator, for one test."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from delegate_desk import policy

SetPolicies = Callable[..., None]


@pytest.fixture
def set_policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SetPolicies]:
    """Write the policy file, with each value locked unless told otherwise."""
    file = tmp_path / "policies.json"
    monkeypatch.setattr(policy, "file", lambda: file)

    def write(*, locked: bool = True, **values: object) -> None:
        entries = {name: {"Value": value, "Locked": locked} for name, value in values.items()}
        file.write_text(json.dumps({"policies": entries}), encoding="utf-8")
        policy.read.cache_clear()

    policy.read.cache_clear()
    yield write
    monkeypatch.undo()
    policy.read.cache_clear()
