"""Phrases: a delegate's own texts, each found by its keyword."""

from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class ReadyPhrase:
    keyword: str
    language: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return self.language, fold(self.keyword)


def matching_phrases(phrases: list[ReadyPhrase], typed: str) -> list[ReadyPhrase]:
    """The phrases that what was typed may mean, the likeliest first: by the keyword, by a word of it, or of the text.

    Where nothing was typed, all.
    """
    wanted = fold(typed).strip()
    ranked = [(_rank(phrase, wanted), phrase) for phrase in phrases]
    return [phrase for rank, phrase in sorted(ranked, key=lambda pair: (pair[0], pair[1].key)) if rank < _NOT]


_NOT = 4


def _rank(phrase: ReadyPhrase, wanted: str) -> int:
    keyword, text = fold(phrase.keyword), fold(phrase.text)
    if keyword == wanted or not wanted:
        return 0
    if keyword.startswith(wanted):
        return 1
    if f" {wanted}" in f" {keyword}":
        return 2
    return 3 if f" {wanted}" in f" {text}" else _NOT
