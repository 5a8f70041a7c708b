"""One clause of an amending instruction: its words as tokens of a language's table, and their joint meaning.

Every word must be accounted for: a word that is in no list, reference or quotation makes the clause uncertain, so that
nothing half understood is applied.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from delegate_desk import paths
from delegate_desk.core.amending.amended import OperationKind, PathStep, ProvisionPath
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.references.document_references import kinds_of_act
from delegate_desk.parsing.references.provision_references import PointerPatterns, levels, pointer_patterns, steps

QUOTE = 0xE000  # private-use characters from here on stand for quotations, and from ``ACT`` on for the names of acts
ACT = 0xF000
_MOST_QUOTES = ACT - QUOTE
VERBS = {kind: str(kind) for kind in OperationKind if kind is not OperationKind.REPLACE_WORDS}
RANKS = {
    "annex": 0,
    "part": 1,
    "tit": 2,
    "chp": 3,
    "sec": 4,
    "art": 5,
    "rec": 5,
    "para": 6,
    "sub": 7,
    "point": 8,
    "ind": 9,
    "row": 9,
    "column": 10,
    "title": 10,
    "intro": 10,
    "sentence": 11,
}
_NO_TOKENS = frozenset({"first_article", "plural_articles", "part", "tit"})
"""Lists of a language's table whose words are not tokens by themselves."""
_FORMS = frozenset({"amend", "amend_by", *VERBS.values()})
_SKIPPED = re.compile(r"[\s,:;.·()\[\]–—-]+")
_WORD = re.compile(r"\w+['’]?|\S")


@dataclass(frozen=True, slots=True)
class ClauseToken:
    """A token of a clause.

    Attributes:
        type: The list of the table that has the word, or ``quote``, ``act``, ``step``, ``noun`` (a word for a unit
            without a number, or for a row or column of a table) or ``unknown``.
        kind: For a step or noun, the kind of unit; a ``definition`` is a noun for a point.
        ways: For a step, the paths that it names: several for ``points (a) and (b)``.
        number: For a quotation or an act, its number in the instruction.
    """

    type: str
    start: int
    end: int
    kind: str = ""
    ways: tuple[ProvisionPath, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class ClauseGrammar:
    """The compiled table of one language."""

    words: tuple[tuple[str, re.Pattern[str]], ...]
    verbs: re.Pattern[str]
    range: re.Pattern[str]
    articles: re.Pattern[str]
    conjunction: re.Pattern[str]
    plural_articles: re.Pattern[str]
    first_article: re.Pattern[str] | None
    pointers: PointerPatterns


@cache
def grammar(language: str) -> ClauseGrammar | None:
    """Return the grammar of a language; None if there is no table."""
    table = paths.load_table("amending_words").get(language)
    if not isinstance(table, dict):
        return None
    tokens_of = ((kind, form) for kind, forms in table.items() if kind not in _NO_TOKENS for form in forms)
    words = sorted(tokens_of, key=lambda pair: (-len(pair[1]), pair[0]))
    first = _any(table["first_article"])
    article = "|".join(paths.load_table("pointer_words")["units"][language]["art"]).replace(".", r"\.")
    return ClauseGrammar(
        words=tuple((kind, _form(form)) for kind, form in words),
        verbs=re.compile(rf"(?<!\w)(?:{_any(form for kind, form in words if kind in _FORMS)})(?!\w)", re.IGNORECASE),
        range=re.compile(rf"(?<!\w)(?:{_any(table['range'])})(?!\w)|[–-]", re.IGNORECASE),
        articles=re.compile(_any(table["ignore"]), re.IGNORECASE),
        conjunction=re.compile(rf"(?<!\w)(?:{_any(table['and'])})(?!\w)|[;,]", re.IGNORECASE),
        plural_articles=re.compile(rf"(?:{_any(table['plural_articles']) or '(?!)'})(?!\w)", re.IGNORECASE),
        first_article=re.compile(rf"(?<!\w)((?:{article})\w*)\s+(?:{first})(?!\w)", re.IGNORECASE) if first else None,
        pointers=pointer_patterns(language, tuple((kind, stem) for kind in ("part", "tit") for stem in table[kind])),
    )


def _any(forms: Iterator[str] | Sequence[str]) -> str:
    return "|".join(
        re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
        for form in sorted(forms, key=len, reverse=True)
    )


def _form(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any([form])})" + ("" if form.endswith("'") else r"(?!\w)"), re.IGNORECASE)


def tokens(text: str, own: ClauseGrammar) -> list[ClauseToken]:
    """Return the tokens of an instruction in which characters stand for its quotations and acts."""
    if own.first_article:
        text = own.first_article.sub(lambda match: f"{match[1]} 1".ljust(len(match[0])), text)
    spans = {step.start: step for step in _steps(text, own)}
    found: list[ClauseToken] = []
    at = 0
    while at < len(text):
        if skipped := _SKIPPED.match(text, at):
            at = skipped.end()
            continue
        token = spans.get(at) or _token(text, at, own)
        found.append(token)
        at = token.end
    # ``Absatz 4 wird zu Absatz 5``: what is no verb beside another is the verb of a renumbering
    marks = [n for n, token in enumerate(found) if token.type == "becomes"]
    last = max((n for n, token in enumerate(found) if token.type == "step"), default=0)
    verb = -1 if any(token.type in _FORMS for token in found) else max((n for n in marks if n < last), default=-1)
    for n in marks:
        found[n] = replace(found[n], type="renumber" if n == verb else "ignore")
    return _with_last(_with_sentences(found, text, own))


def _token(text: str, at: int, own: ClauseGrammar) -> ClauseToken:
    code = ord(text[at])
    if QUOTE <= code < QUOTE + 2 * _MOST_QUOTES:
        kind, first = ("quote", QUOTE) if code < ACT else ("act", ACT)
        return ClauseToken(kind, at, at + 1, number=code - first)
    best = max(
        ((match.end(), kind) for kind, form in own.words if (match := form.match(text, at))),
        key=lambda pair: pair[0],
        default=None,
    )
    noun = own.pointers.unit.match(text, at)
    if noun and (best is None or noun.end() > best[0]):
        return ClauseToken("noun", at, noun.end(), kind=noun.lastgroup or "")
    if best and best[1] in ("definition", "row"):
        return ClauseToken("noun", at, best[0], kind="row" if best[1] == "row" else "point")
    if best:
        return ClauseToken(best[1], at, best[0], kind=best[1] if best[1] in ("title", "intro") else "")
    word = _WORD.match(text, at)
    end = word.end() if word else at + 1
    return ClauseToken("act" if kinds_of_act(text[at:end]) else "unknown", at, end)


def _steps(text: str, own: ClauseGrammar) -> Iterator[ClauseToken]:
    article = False
    for step in steps(text, own.pointers):
        ways: list[ProvisionPath] = []
        printed = [text[number.start : number.end] for number in step.numbers]
        is_word = printed[-1].islower() and (
            own.articles.fullmatch(printed[-1]) or own.conjunction.fullmatch(printed[-1])
        )
        if is_word and len(printed) == 1:
            continue  # ``literę w brzmieniu``: the letter is a word
        if is_word and (printed[-2][:1].isdecimal() or printed[-2].endswith(")")):
            step.numbers.pop()  # ``άρθρο 2, η παράγραφος``, ``στοιχείο α), η λέξη``: an article of the next word
            step.end = step.numbers[-1].end
        for n, number in enumerate(step.numbers):
            ordinal = number.levels[0].isdecimal() and printed[n].isalpha()
            path = tuple(
                PathStep(kind, label, is_ordinal=ordinal or (kind in ("sub", "ind") and label.isdecimal()))
                for kind, label in levels(step.kind, number.levels)
            )
            between = text[step.numbers[n - 1].end : number.start] if n else ""
            if n and own.range.search(between):
                last = ways.pop()
                path = (*last[:-1], replace(last[-1], until=path[-1].label)) if len(last) == len(path) else ()
            ways.append(path)
        if article and step.kind == "para" and len(ways) > 1:  # ``aux articles 6, paragraphe 1, et 7``
            other = step.numbers[-1]
            clear = len(ways) == 2 and not any(way[-1].until for way in ways)
            yield ClauseToken("step", step.start, step.numbers[0].end, step.kind, tuple(ways[:1]))
            way = (PathStep("art", printed[-1]),)
            yield ClauseToken("step" if clear else "unknown", other.start, other.end, "art", (way,))
        else:
            known = "step" if step.kind in RANKS else "unknown"
            yield ClauseToken(known, step.start, step.end, step.kind, tuple(ways))
        article = step.kind == "art" and len(ways) == 1 and bool(own.plural_articles.match(text, step.start))


def _with_sentences(found: list[ClauseToken], text: str, own: ClauseGrammar) -> list[ClauseToken]:
    """``second sentence``, ``second and third sentences``, ``Satz 2`` and ``zdanie drugie`` as steps; so columns."""

    def number(token: ClauseToken | None) -> str:
        if token is None or token.type not in ("unknown", "ignore", "before"):  # ``prima frase``
            return ""
        word = text[token.start : token.end]
        ordinals = enumerate(own.pointers.ordinals, start=1)
        return word if word.isdecimal() else next((str(n) for n, form in ordinals if form.fullmatch(word)), "")

    made: list[ClauseToken] = []
    rest = list(found)
    while rest:
        token = rest.pop(0)
        if token.type not in ("sentence", "column"):
            made.append(token)
            continue
        until = ""
        if label := number(made[-1] if made else None):
            made.pop()
            first = number(made[-2]) if len(made) > 1 and made[-1].type == "and" else ""
            if first and int(first) + 1 == int(label) and token.type == "sentence":
                label, until = first, label
                del made[-2:]
        elif label := number(rest[0] if rest else None):
            rest.pop(0)
            second = number(rest[1]) if len(rest) > 1 and rest[0].type == "and" else ""
            if second and int(label) + 1 == int(second) and token.type == "sentence":
                until = second
                del rest[:2]
        if label:
            way = (PathStep(token.type, label, until, is_ordinal=True),)
            made.append(replace(token, type="step", kind=token.type, ways=(way,)))
        else:
            made.append(replace(token, type="noun", kind=token.type))
    return made


def _with_last(found: list[ClauseToken]) -> list[ClauseToken]:
    """Return ``last subparagraph`` and ``akapit ostatni`` as steps; also ``title`` and ``introductory part``."""
    made: list[ClauseToken] = []
    for token in found:
        previous = made[-1] if made else None
        if previous and {token.type, previous.type} == {"noun", "last"}:
            kind = token.kind or previous.kind
            way = (PathStep(kind, "last", is_ordinal=True),)
            made[-1] = replace(previous, type="step", end=token.end, kind=kind, ways=(way,))
        elif token.type in ("title", "intro"):
            made.append(replace(token, type="step", ways=((PathStep(token.kind),),)))
        else:
            made.append(token)
    return made


class UnclearClauseError(Exception):
    """The words of a clause have no certain meaning."""


def joined_paths(found: Sequence[ClauseToken]) -> tuple[ProvisionPath, ...]:
    """Return the provisions that the steps of a clause name together, outermost step first.

    Steps are in order from the outside in; a step after ``of`` is above the step before it.

    Raises:
        UnclearClauseError: If their order names no provisions.
    """
    groups: list[list[ClauseToken]] = [[]]
    cursor = previous = 0
    linked = ""
    for token in found:
        if token.type in ("of", "and", "act"):
            linked = token.type
        if token.type != "step":
            continue
        group = groups[-1]
        if group and linked == "and" and RANKS[token.kind] <= max(RANKS[step.kind] for step in group):
            above = [step for step in group if RANKS[step.kind] < RANKS[token.kind] and len(step.ways) == 1]
            groups.append([*above, token])
            cursor, previous = len(above) + 1, len(above)
        elif group and (linked == "of" or group[previous].kind in ("title", "intro", "column")):
            group.insert(previous, token)
            cursor = previous + 1
        else:
            if cursor < len(group) and RANKS[token.kind] >= RANKS[group[cursor].kind]:
                cursor = len(group)
            group.insert(cursor, token)
            previous, cursor = cursor, cursor + 1
        linked = ""
    return tuple(path for group in groups if group for path in _product(group))


def _product(group: Sequence[ClauseToken]) -> Iterator[ProvisionPath]:
    combined: list[ProvisionPath] = [()]
    for token in group:
        combined = [(*path, *way) for path in combined for way in token.ways]
    for path in combined:
        ranks = [RANKS[step.kind] for step in path]
        nested = all(
            first < second or (path[n].kind, path[n + 1].kind) in (("point", "point"), ("point", "sub"))
            for n, (first, second) in enumerate(pairwise(ranks))
        )
        if not path or not nested:
            raise UnclearClauseError
        yield path
