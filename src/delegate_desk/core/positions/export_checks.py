"""Checks of a position before it is sent."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.position import Position, Stance
from delegate_desk.core.positions.requested_wordings import bracketed_spans
from delegate_desk.core.text import fold, folded_words, printed_words, tidy
from delegate_desk.core.values import dataclass

_RUN = 5
"""Minimum number of consecutive words in common that shows that one text was taken from the other."""
_SHORTEST = 8
"""Minimum number of letters of an internal text with fewer words that is looked for as a whole."""
_NEEDS_WORDS = frozenset({Stance.SUPPORT_IF, Stance.QUESTION, Stance.STATEMENT})


_WHOLE = Address("")
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1b\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot contain (section 2.2), except line ends, which become paragraphs."""


class Concern(StrEnum):
    NO_DELEGATION = "no_delegation"
    """Our delegation is not known."""
    OTHER_DELEGATION = "other_delegation"
    """The export is in the name of another delegation than ours; ``words`` is its code."""
    JOINT_WITH_OURSELVES = "joint_with_ourselves"
    SPEAKS_FOR_ANOTHER = "speaks_for_another"
    """A text begins with the name of another delegation, in ``words``, as an adopted text may."""
    OUTDATED = "outdated"
    """The library has a newer revision; ``words`` is its name."""
    NO_MARKING = "no_marking"
    """The file will have no marking, although documents of its kind or family have one."""
    DEAD_REFERENCE = "dead_reference"
    """A place is named that does not exist."""
    BROKEN_REFERENCE = "broken_reference"
    """A provision of the text cites what our position deletes; ``words`` is the reference."""
    UNSUITABLE_VERB = "unsuitable_verb"
    """A drafting suggestion has a verb of another kind of provision, such as *should* in an article."""
    NUMBERING = "numbering"
    """The labels of a drafting suggestion skip or repeat; ``words`` is the label that does not follow."""
    EMPTY_COMMENT = "empty_comment"
    SAME_AS_SOURCE = "same_as_source"
    """A proposal is identical to the text."""
    INTERNAL_WORDS = "internal_words"
    """Circulating text mentions internal matters or was copied from internal text."""
    OPEN_BRACKETS = "open_brackets"
    """Square brackets of our own are unclosed."""
    UNPRINTABLE = "unprintable"
    """A text contains characters that Word files cannot; ``words`` names them, such as ``U+0007``."""


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A finding to look at before a position is sent.

    Attributes:
        address: Address of the provision; empty for the whole.
        field: As named in ``PositionEntry`` and ``Position``, or ``annotation``; empty for none.
        words: The words concerned, as printed; may be empty.
    """

    concern: Concern
    address: Address = _WHOLE
    field: str = ""
    words: str = ""


CirculatingText = tuple[Address, str, str]
"""An address, the name of a field, and its text."""


def circulating_texts(position: Position) -> Iterator[CirculatingText]:
    yield _WHOLE, "general", position.general
    for item in position.items:
        yield item.address, "proposal", item.proposal or ""
        yield item.address, "comment", item.comment
        yield item.address, "justification", item.justification


def check_provisions(position: Position, sources: Mapping[Address, str]) -> Iterator[CheckFinding]:
    for item in position.items:
        source = sources.get(item.address)
        if item.proposal is not None and source is not None and tidy(item.proposal) == tidy(source):
            yield CheckFinding(Concern.SAME_AS_SOURCE, item.address, "proposal")
        comments = {"comment": item.comment, "justification": item.justification}
        for field, text in comments.items():
            if text and not printed_words(text):
                yield CheckFinding(Concern.EMPTY_COMMENT, item.address, field)
        if item.stance in _NEEDS_WORDS and item.proposal is None and item.after is None and not any(comments.values()):
            yield CheckFinding(Concern.EMPTY_COMMENT, item.address, "comment")
        in_source = [source[start:end] for start, end in bracketed_spans(source)] if source else []
        for start, end in bracketed_spans(item.proposal or ""):
            span = (item.proposal or "")[start:end]
            if span in in_source:
                in_source.remove(span)
            else:
                yield CheckFinding(Concern.OPEN_BRACKETS, item.address, "proposal", span)
        for field, text in comments.items():
            if unclosed := _unclosed_brackets(text):
                yield CheckFinding(Concern.OPEN_BRACKETS, item.address, field, unclosed)
    for address, field, text in circulating_texts(position):
        if lost := dict.fromkeys(_UNPRINTABLE.findall(text)):
            yield CheckFinding(Concern.UNPRINTABLE, address, field, ", ".join(f"U+{ord(value):04X}" for value in lost))
    if "[" in position.general and (unclosed := _unclosed_brackets(position.general)):
        yield CheckFinding(Concern.OPEN_BRACKETS, field="general", words=unclosed)


def _unclosed_brackets(text: str) -> str:
    """Return the last span in brackets, which extends to an end of the text, if a bracket is unclosed; else nothing."""
    if text.count("[") == text.count("]"):
        return ""
    start, end = bracketed_spans(text)[-1]
    return text[start:end]


def check_internal_words(
    position: Position, sources: Mapping[Address, str], telling: Iterable[str]
) -> Iterator[CheckFinding]:
    """Find words in circulating text that mention internal matters, or were copied from internal text.

    Args:
        sources: The document's text where the position comments on it, whose words may be in both.
        telling: Words that mention internal matters, in any language.
    """
    source_words = list(map(folded_words, sources.values()))
    source_runs = {run for words in source_words for length in range(1, _RUN + 1) for run in _runs(words, length)}
    hidden = [position.internal]
    for item in position.items:
        hidden += [item.internal, item.red_line, item.instruction, item.source]
    secrets: list[tuple[str, ...]] = []
    for words in map(folded_words, hidden):
        if len(words) >= _RUN or sum(map(len, words)) >= _SHORTEST:
            secrets += [run for run in _runs(words, min(_RUN, len(words))) if run not in source_runs]
    phrases = [tuple(folded_words(phrase)) for phrase in telling]
    for address, field, text in circulating_texts(position):
        words, shown = folded_words(text), printed_words(text)
        offsets = {run: n for length in range(1, _RUN + 1) for n, run in enumerate(_runs(words, length))}
        found = {" ".join(shown[offsets[run] : offsets[run] + len(run)]): None for run in phrases if run in offsets}
        copied = [(offsets[run], len(run)) for run in secrets if run in offsets]
        joined: list[tuple[int, int]] = []
        for start, length in sorted(copied):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], start + length))
            else:
                joined.append((start, start + length))
        found |= {" ".join(shown[start:end]): None for start, end in joined}
        if field != "general":
            fallbacks = map(tidy, position.entry_at(address).fallbacks)
            found |= {fallback: None for fallback in fallbacks if fallback and fallback in tidy(text)}
        yield from (CheckFinding(Concern.INTERNAL_WORDS, address, field, value) for value in found)


_LABEL = re.compile(r"^\s*(\(?)(\d{1,3}|[^\W\d_])([.)])\s", re.MULTILINE)


def check_drafting(
    position: Position, sources: Mapping[Address, str], verbs: Mapping[str, Iterable[str]]
) -> Iterator[CheckFinding]:
    """Check verbs and labels of our drafting suggestions against the Joint Practical Guide (sections 2.3 and 10).

    Args:
        sources: By address the source text; its own faults are not reported.
        verbs: By ``art`` and ``rec`` the verbs that such provisions do not use, in the language of the document.
    """
    for item in position.items:
        text, source = item.proposal or "", sources.get(item.address, "")
        words, shown, source_words = folded_words(text), printed_words(text), folded_words(source)
        for verb in map(folded_words, verbs.get(item.address.partition("_")[0], ())):
            runs = _runs(words, len(verb))
            if runs.count(tuple(verb)) > _runs(source_words, len(verb)).count(tuple(verb)):
                offset = runs.index(tuple(verb))
                found = " ".join(shown[offset : offset + len(verb)])
                yield CheckFinding(Concern.UNSUITABLE_VERB, item.address, "proposal", found)
        known_faults = set(_unordered_labels(source))
        for label in _unordered_labels(text):
            if label not in known_faults:
                yield CheckFinding(Concern.NUMBERING, item.address, "proposal", label)


def _unordered_labels(text: str) -> Iterator[str]:
    """Return the labels that do not follow the label before of the same form; each first label begins a list."""
    last: dict[tuple[str, str, bool], int] = {}
    for match in _LABEL.finditer(text):
        number = int(match[2]) if match[2].isdecimal() else ord(match[2].lower())
        form = (match[1], match[3], match[2].isdecimal())
        previous = last.get(form)
        follows = previous is None or number == previous + 1
        if match[2] in "ivx" and not follows:
            continue  # a roman numeral, in a list within
        if not follows and match[2] not in ("1", "a", "α", "\u0430"):
            yield match[0].strip()
        last[form] = number


def _runs(words: list[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(words[n : n + length]) for n in range(len(words) - length + 1)]


def check_speakers(
    position: Position, names: Mapping[str, Iterable[str]], own_codes: Iterable[str]
) -> Iterator[CheckFinding]:
    pairs = [(folded_words(name), code) for code, others in names.items() for name in (code, *others)]
    by_length = sorted(pairs, key=lambda pair: -len(pair[0]))
    own_side = frozenset(own_codes)
    for address, field, text in circulating_texts(position):
        if field == "proposal":
            continue
        words, shown = folded_words(text), printed_words(text)
        for n in (0, 1):  # an article may precede it
            speaker = next((pair for pair in by_length if words[n : n + len(pair[0])] == pair[0]), None)
            is_code = speaker is not None and len(speaker[0]) == 1 and fold(speaker[1]) == speaker[0][0]
            if speaker is None or (is_code and shown[n] != speaker[1]) or (n and len(words[0]) > _ARTICLE):
                continue
            if speaker[1] not in own_side | set(position.entry_at(address).joint):
                yield CheckFinding(Concern.SPEAKS_FOR_ANOTHER, address, field, " ".join(shown[n : n + len(speaker[0])]))
            break


_ARTICLE = 3
"""Maximum number of letters of an article: ``the``, ``Η``, ``La``."""
