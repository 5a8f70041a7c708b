"""The keys of words for translations: their stem, or their beginning if the language has no stemmer."""

from delegate_desk.core.text import word_spans
from delegate_desk.search.engine import analysis
from delegate_desk.search.engine.analysis import STEMMED, WordForm, fold_word

_KEPT = 0.7
"""Number of letters that stand for the stem, in a language without a stemmer."""
_SHORTEST = 4


def key(form: WordForm, language: str) -> str:
    """Return the key of a word in a text of a language; of two stems in Greek the second, which all cases have."""
    if form.stems and language in STEMMED:
        return form.stems[-1 if language == "el" else 0].partition(" ")[2]
    return form.exact[: max(_SHORTEST, round(len(form.exact) * _KEPT))]


def terms(found: str, forms_of: tuple[str, ...], language: str) -> list[tuple[str, str]]:
    """Return the index fields and terms for a key: its stem, or otherwise each of its forms."""
    if language in STEMMED:
        return [("stem", f"{language} {found}")]
    return [("exact", form) for form in dict.fromkeys(map(fold_word, forms_of))]


KeptWord = tuple[int, int, str]
"""A word of a text: its span, and its key."""


class WordKeys(dict[str, str]):
    """Keys of the words of many texts in a language, by printed word, and the folded forms by key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.forms: dict[str, set[str]] = {}

    def __missing__(self, word: str) -> str:
        form = analysis.form(word, self._language)
        found = ""
        if len(form.exact) > 1 and not form.exact.isdecimal():
            found = key(form, self._language)
            self.forms.setdefault(found, set()).add(form.exact)
        self[word] = found
        return found

    def kept(self, text: str) -> list[KeptWord]:
        """The words of a text, in order; numbers and single letters are left out."""
        return [(start, end, key) for start, end in word_spans(text) if (key := self[text[start:end]])]
