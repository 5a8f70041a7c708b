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
        paths: For a step, the paths that it names: several for ``points (a) and (b)``.
        number: For a quotation or an act, its number in the instruction.
    """

    type: str
    start: int
    end: int
    kind: str = ""
    paths: tuple[ProvisionPath, ...] = ()
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


def tokens(text: str, rules: ClauseGrammar) -> list[ClauseToken]:
    """Return the tokens of an instruction in which characters stand for its quotations and acts."""
    if rules.first_article:
        text = rules.first_article.sub(lambda match: f"{match[1]} 1".ljust(len(match[0])), text)
    spans = {step.start: step for step in _steps(text, rules)}
    found: list[ClauseToken] = []
    offset = 0
    while offset < len(text):
        if skipped := _SKIPPED.match(text, offset):
            offset = skipped.end()
            continue
        token = spans.get(offset) or _token(text, offset, rules)
        found.append(token)
        offset = token.end
    # ``Absatz 4 wird zu Absatz 5``: without another verb it is the verb of a renumbering
    marks = [n for n, token in enumerate(found) if token.type == "becomes"]
    last = max((n for n, token in enumerate(found) if token.type == "step"), default=0)
    verb = -1 if any(token.type in _FORMS for token in found) else max((n for n in marks if n < last), default=-1)
    for n in marks:
        found[n] = replace(found[n], type="renumber" if n == verb else "ignore")
    return _with_last(_with_sentences(found, text, rules))


def _token(text: str, offset: int, rules: ClauseGrammar) -> ClauseToken:
    code = ord(text[offset])
    if QUOTE <= code < QUOTE + 2 * _MOST_QUOTES:
        kind, first = ("quote", QUOTE) if code < ACT else ("act", ACT)
        return ClauseToken(kind, offset, offset + 1, number=code - first)
    best = max(
        ((match.end(), kind) for kind, form in rules.words if (match := form.match(text, offset))),
        key=lambda pair: pair[0],
        default=None,
    )
    noun = rules.pointers.unit.match(text, offset)
    if noun and (best is None or noun.end() > best[0]):
        return ClauseToken("noun", offset, noun.end(), kind=noun.lastgroup or "")
    if best and best[1] in ("definition", "row"):
        return ClauseToken("noun", offset, best[0], kind="row" if best[1] == "row" else "point")
    if best:
        return ClauseToken(best[1], offset, best[0], kind=best[1] if best[1] in ("title", "intro") else "")
    word = _WORD.match(text, offset)
    end = word.end() if word else offset + 1
    return ClauseToken("act" if kinds_of_act(text[offset:end]) else "unknown", offset, end)


def _steps(text: str, rules: ClauseGrammar) -> Iterator[ClauseToken]:
    is_plural = False
    for step in steps(text, rules.pointers):
        provisions: list[ProvisionPath] = []
        labels = [text[number.start : number.end] for number in step.numbers]
        is_word = labels[-1].islower() and (
            rules.articles.fullmatch(labels[-1]) or rules.conjunction.fullmatch(labels[-1])
        )
        if is_word and len(labels) == 1:
            continue  # ``literę w brzmieniu``: the letter is a word
        if is_word and (labels[-2][:1].isdecimal() or labels[-2].endswith(")")):
            step.numbers.pop()  # ``άρθρο 2, η παράγραφος``, ``στοιχείο α), η λέξη``: an article of the next word
            step.end = step.numbers[-1].end
        for n, number in enumerate(step.numbers):
            ordinal = number.levels[0].isdecimal() and labels[n].isalpha()
            path = tuple(
                PathStep(kind, label, is_ordinal=ordinal or (kind in ("sub", "ind") and label.isdecimal()))
                for kind, label in levels(step.kind, number.levels)
            )
            between = text[step.numbers[n - 1].end : number.start] if n else ""
            if n and rules.range.search(between):
                last = provisions.pop()
                path = (*last[:-1], replace(last[-1], until=path[-1].label)) if len(last) == len(path) else ()
            provisions.append(path)
        if is_plural and step.kind == "para" and len(provisions) > 1:  # ``aux articles 6, paragraphe 1, et 7``
            final = step.numbers[-1]
            is_clear = len(provisions) == 2 and not any(article[-1].until for article in provisions)
            yield ClauseToken("step", step.start, step.numbers[0].end, step.kind, tuple(provisions[:1]))
            article = (PathStep("art", labels[-1]),)
            yield ClauseToken("step" if is_clear else "unknown", final.start, final.end, "art", (article,))
        else:
            token_type = "step" if step.kind in RANKS else "unknown"
            yield ClauseToken(token_type, step.start, step.end, step.kind, tuple(provisions))
        is_plural = step.kind == "art" and len(provisions) == 1 and bool(rules.plural_articles.match(text, step.start))


def _with_sentences(found: list[ClauseToken], text: str, rules: ClauseGrammar) -> list[ClauseToken]:
    """``second sentence``, ``second and third sentences``, ``Satz 2`` and ``zdanie drugie`` as steps; so columns."""

    def number(token: ClauseToken | None) -> str:
        if token is None or token.type not in ("unknown", "ignore", "before"):  # ``prima frase``
            return ""
        word = text[token.start : token.end]
        ordinals = enumerate(rules.pointers.ordinals, start=1)
        return word if word.isdecimal() else next((str(n) for n, form in ordinals if form.fullmatch(word)), "")

    result: list[ClauseToken] = []
    rest = list(found)
    while rest:
        token = rest.pop(0)
        if token.type not in ("sentence", "column"):
            result.append(token)
            continue
        until = ""
        if label := number(result[-1] if result else None):
            result.pop()
            first = number(result[-2]) if len(result) > 1 and result[-1].type == "and" else ""
            if first and int(first) + 1 == int(label) and token.type == "sentence":
                label, until = first, label
                del result[-2:]
        elif label := number(rest[0] if rest else None):
            rest.pop(0)
            second = number(rest[1]) if len(rest) > 1 and rest[0].type == "and" else ""
            if second and int(label) + 1 == int(second) and token.type == "sentence":
                until = second
                del rest[:2]
        if label:
            path = (PathStep(token.type, label, until, is_ordinal=True),)
            result.append(replace(token, type="step", kind=token.type, paths=(path,)))
        else:
            result.append(replace(token, type="noun", kind=token.type))
    return result


def _with_last(found: list[ClauseToken]) -> list[ClauseToken]:
    """Return ``last subparagraph`` and ``akapit ostatni`` as steps; also ``title`` and ``introductory part``."""
    result: list[ClauseToken] = []
    for token in found:
        previous = result[-1] if result else None
        if previous and {token.type, previous.type} == {"noun", "last"}:
            kind = token.kind or previous.kind
            path = (PathStep(kind, "last", is_ordinal=True),)
            result[-1] = replace(previous, type="step", end=token.end, kind=kind, paths=(path,))
        elif token.type in ("title", "intro"):
            result.append(replace(token, type="step", paths=((PathStep(token.kind),),)))
        else:
            result.append(token)
    return result


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
            outer = [step for step in group if RANKS[step.kind] < RANKS[token.kind] and len(step.paths) == 1]
            groups.append([*outer, token])
            cursor, previous = len(outer) + 1, len(outer)
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
        combined = [(*path, *inner) for path in combined for inner in token.paths]
    for path in combined:
        ranks = [RANKS[step.kind] for step in path]
        nested = all(
            first < second or (path[n].kind, path[n + 1].kind) in (("point", "point"), ("point", "sub"))
            for n, (first, second) in enumerate(pairwise(ranks))
        )
        if not path or not nested:
            raise UnclearClauseError
        yield path
