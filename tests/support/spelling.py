"""A dictionary of a few words instead of those of the system."""

import sys
from types import SimpleNamespace

import pytest

WORDS = frozenset("the ports should set quiet hours for ships at berth eight it's".split())


class FewWords:
    def check(self, word: str) -> bool:
        return word.lower() in WORDS

    def suggest(self, word: str) -> list[str]:
        return sorted(known for known in WORDS if known[0] == word[0].lower())


class Broker:
    def list_languages(self) -> list[str]:
        return ["en_AU", "en_GB", "fr_FR"]

    def request_dict(self, tag: str) -> FewWords:
        assert tag == "en_GB"
        return FewWords()


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "enchant", SimpleNamespace(Broker=Broker))


def remove(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)  # so that it cannot be imported
