"""The meaning of an amending instruction, from its clauses; several meanings, or none, give a doubt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from delegate_desk.core.amending.amended import Doubt, Instruction, OperationKind, PathStep, ProvisionPath
from delegate_desk.core.documents.document import Address
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.amending.clauses import (
    RANKS,
    VERBS,
    ClauseGrammar,
    ClauseToken,
    UnclearClauseError,
    joined_paths,
    tokens,
)

_KINDS = {verb: kind for kind, verb in VERBS.items()}
_NESTED = {("point", "point"), ("point", "sub"), ("sub", "sub")}


@dataclass(frozen=True, slots=True)
class QuotedInstruction:
    """An instruction with its quotations separated.

    Attributes:
        text: The words, with one character for each quotation and each act.
        quotations: The lines of each, without its marks.
    """

    text: str
    quotations: tuple[tuple[str, ...], ...]


def context_paths(text: str, scope: ProvisionPath, rules: ClauseGrammar) -> tuple[ProvisionPath, ...]:
    """Return the provisions of an introduction such as ``Article 7 is amended as follows:``; empty if unclear."""
    found = tokens(text, rules)
    if any(token.type in ("unknown", "quote", "noun") for token in found):
        return ()
    try:
        return tuple(nested(scope, path) for path in joined_paths(found) or ((),))
    except UnclearClauseError:
        return ()


def nested(scope: ProvisionPath, path: ProvisionPath) -> ProvisionPath:
    """Return a path read under another, which it may repeat but has to lead further into."""
    if not scope or not path:
        return scope or path
    if path[: len(scope)] == scope:
        return path
    first, last = path[0].kind, scope[-1].kind
    if RANKS[first] > RANKS[last] or (last, first) in _NESTED:
        return (*scope, *path)
    outer = tuple(step for step in scope if RANKS[step.kind] < RANKS[first])
    if len(outer) < len(scope) and (*outer, *path)[: len(scope)] == scope:
        return (*outer, *path)
    raise UnclearClauseError


def interpret(
    address: Address,
    words: str,
    readings: Sequence[QuotedInstruction],
    scope: ProvisionPath,
    rules: ClauseGrammar,
    annex: Callable[[str], tuple[str, ...]],
) -> list[Instruction]:
    """Return the instructions of a provision; one with a doubt if they are not certain.

    Args:
        readings: The ways to separate its quotations from its own words.
        scope: The provision of its introduction.
        annex: Returns the text of an annex of the amending act by its number; empty if there is none.
    """
    meanings: list[list[Instruction]] = []
    kind: OperationKind | None = None
    for quoted in readings:
        found, reading = _with_annexes(_with_rows(tokens(quoted.text, rules), quoted), quoted, annex)
        kind = kind or next((_KINDS[token.type] for token in found if token.type in _KINDS), None)
        for meaning in _clauses(found, reading, scope):
            complete = [replace(instruction, address=address, words=words) for instruction in meaning]
            if complete not in meanings:
                meanings.append(complete)
    if len(meanings) == 1:
        return meanings[0]
    return [Instruction(address, words, kind, doubt=Doubt.WORDING)]


def _with_rows(found: Sequence[ClauseToken], reading: QuotedInstruction) -> list[ClauseToken]:
    """``the row ‘Lamps’``, ``the column ‘Colour’`` as steps, and ``the Annex`` where it is not the annex that comes."""
    result: list[ClauseToken] = []
    for n, token in enumerate(found):
        previous = result[-1] if result else None
        if token.type == "quote" and previous and previous.type == "noun" and previous.kind in ("row", "column"):
            path = (PathStep(previous.kind, " ".join(reading.quotations[token.number])),)
            result[-1] = replace(previous, type="step", end=token.end, paths=(path,))
        elif (token.type, token.kind) == ("noun", "annex") and not any(
            other.type == "following" for other in (*result[-1:], *found[n + 1 : n + 2])
        ):
            result.append(replace(token, type="step", paths=((PathStep("annex"),),)))
        else:
            result.append(token)
    return result


def _with_annexes(
    found: Sequence[ClauseToken], reading: QuotedInstruction, annex: Callable[[str], tuple[str, ...]]
) -> tuple[list[ClauseToken], QuotedInstruction]:
    """``the text in Annex I to this Regulation`` as a quotation of that annex."""
    result: list[ClauseToken] = []
    for token in found:
        previous = result[-1] if result else None
        if token.type == "this" and previous and previous.kind == "annex" and len(previous.paths) == 1:
            (step,) = previous.paths[0]
            if lines := annex(step.label):
                result[-1] = replace(previous, type="quote", kind="", paths=(), number=len(reading.quotations))
                reading = replace(reading, quotations=(*reading.quotations, lines))
                continue
        result.append(replace(token, type="unknown") if token.type == "this" else token)
    return result, reading


def _clauses(
    found: Sequence[ClauseToken], reading: QuotedInstruction, scope: ProvisionPath
) -> Iterator[list[Instruction]]:
    """Yield each way to read tokens as clauses, with one verb per clause."""
    verbs = [n for n, token in enumerate(found) if token.type in _KINDS]
    if not verbs:
        return
    if len(verbs) == 1:
        try:
            yield _Clause(found, reading, scope).meaning(found[verbs[0]].type)
        except UnclearClauseError:
            return
        return
    for cut in range(verbs[0] + 1, len(found)):
        token = found[cut]
        gap = reading.text[found[cut - 1].end : token.start]
        if not (token.type == "and" or any(mark in gap for mark in ";,")):
            continue
        first = list(_clauses(found[:cut], reading, scope)) if sum(verb < cut for verb in verbs) == 1 else []
        rest = found[cut + 1 :] if token.type == "and" else found[cut:]
        ranks = [RANKS[token.kind] for token in rest if token.kind in RANKS]
        for meaning in first:
            shared = meaning[0].paths[0] if meaning[0].paths else scope
            if ranks:  # a part of the first clause's place also applies to the next clause
                shared = (*scope, *(step for step in shared[len(scope) :] if RANKS[step.kind] < min(ranks)))
            for following in _clauses(rest, reading, shared):
                yield [*meaning, *following]


class _Clause:
    def __init__(self, found: Sequence[ClauseToken], reading: QuotedInstruction, scope: ProvisionPath) -> None:
        if any(token.type == "unknown" for token in found):
            raise UnclearClauseError
        self._found = list(found)
        self._reading = reading
        self._scope = scope

    def meaning(self, verb: str) -> list[Instruction]:
        if verb == "replace":
            return self._replacement()
        meaning = {"insert": self._insertion, "delete": self._deletion, "renumber": self._renumbering}[verb]
        return [meaning()]

    def _replacement(self) -> list[Instruction]:
        cut = next((n for n, token in enumerate(self._found) if token.type == "by"), None)
        if cut is None:  # ``In Artikel 5 erhält Absatz 2 folgende Fassung``
            left, right = [token for token in self._found if token.type != "quote"], self._found
        else:
            left, right = self._found[:cut], self._found[cut + 1 :]
        old, new = _quotes(left), _quotes(right)
        end = next((n for n, token in enumerate(right, start=1) if token.type == "quote"), len(right))
        if cut is not None and old and not _has(left, "step"):  # ``‘fee’ is replaced by ‘charge’ in Articles 5 and 7``
            left, right = [*left, *right[end:]], right[:end]
        is_each = _has(self._found, "each")  # ``jeweils``: in each place, in a single place wherever the words occur
        is_everywhere = _has(self._found, "everywhere") or (is_each and len(old) == 1 and len(self._paths(left)) == 1)
        if len(old) == len(new) > 1 and _has(self._found, "respectively", "each"):
            return self._word_replacements(left, list(zip(old, new, strict=True)), is_everywhere=is_everywhere)
        if len(new) != 1 or len(old) > 1 or (is_everywhere and not old):
            raise UnclearClauseError
        if cut is not None and _has(right, "step") and not _has(right, "following"):
            raise UnclearClauseError
        paths = self._paths(left)
        lines = self._reading.quotations[new[0]]
        if old:
            return self._word_replacements(left, [(old[0], new[0])], is_everywhere=is_everywhere)
        if not paths or _has(left, "words"):
            raise UnclearClauseError
        sentence = all(path[-1].kind == "sentence" for path in paths)
        if sentence and len(paths) == 1:
            return [_instruction(OperationKind.REPLACE_WORDS, paths, new=self._line(new[0]))]
        if any(step.kind == "sentence" for path in paths for step in path):
            raise UnclearClauseError
        return [_instruction(OperationKind.REPLACE, paths, lines=lines)]

    def _word_replacements(
        self, place: Sequence[ClauseToken], pairs: Sequence[tuple[int, int]], *, is_everywhere: bool
    ) -> list[Instruction]:
        """Words replaced in a place, an instruction for each pair of quotations."""
        paths = self._paths(place)
        if len(pairs) > 1 and len(paths) > 1:  # which words are in which place is not said
            raise UnclearClauseError
        return [
            _instruction(
                OperationKind.REPLACE_WORDS,
                paths,
                old=self._line(old),
                new=self._line(new),
                is_everywhere=is_everywhere,
            )
            for old, new in pairs
        ]

    def _insertion(self) -> Instruction:
        anchor = self._anchor()
        is_before = any(token.type == "before" for token in anchor)
        rest = [token for token in self._found if token not in anchor]
        quotes, by_quote = _quotes(rest), _quotes(anchor)
        if len(quotes) != 1 or len(by_quote) > 1:
            raise UnclearClauseError
        subject = _subject(rest, self._reading.text)
        rest = [token for token in rest if token is not subject]
        lines = self._reading.quotations[quotes[0]]
        if by_quote or _has(rest, "words"):
            places = [token for token in (*rest, *anchor) if token.type in ("step", "of", "and", "noun")]
            if not by_quote or subject:
                raise UnclearClauseError
            old = self._line(by_quote[0])
            paths = self._paths(places)
            return _instruction(
                OperationKind.REPLACE_WORDS,
                paths,
                old=old,
                new=self._line(quotes[0]),
                is_before=is_before,
                keeps_old=True,
            )
        following = joined_paths(anchor)
        if len(following) > 1 or (anchor and not following):
            raise UnclearClauseError
        inserted = subject.paths if subject else ()
        inner = {path[:-1] for path in inserted}
        if len(inner) > 1:
            raise UnclearClauseError
        paths = self._paths(rest)
        path = nested(paths[0] if paths else self._scope, next(iter(inner), ()))
        anchor_path: ProvisionPath = ()
        if following:  # the whole path of the anchor, in the provision that receives the new text
            is_whole = bool(path) and path[0].kind == following[0][0].kind
            anchor_path = following[0] if is_whole else nested(path, following[0])
        if len(paths) > 1 or any(path[-1].until for path in inserted):
            raise UnclearClauseError
        return _instruction(
            OperationKind.INSERT,
            (path if not anchor_path or path else anchor_path[:-1],),
            subject=subject.kind if subject and not inserted else inserted[0][-1].kind if inserted else "",
            labels=tuple(path[-1].label for path in inserted),
            anchor=anchor_path,
            is_before=is_before,
            lines=lines,
        )

    def _anchor(self) -> list[ClauseToken]:
        """Return the tokens of ``after point (b)`` or ``after the words …``."""
        start = next((n for n, token in enumerate(self._found) if token.type in ("after", "before")), None)
        if start is None:
            return []
        end = start + 1
        quoted = False
        while end < len(self._found):
            token = self._found[end]
            if token.type == "quote" and not quoted and not any(t.type == "step" for t in self._found[start:end]):
                quoted = True
            elif token.type not in ("step", "of", "ignore", "words") or (quoted and token.type == "words"):
                break
            end += 1
        return self._found[start:end]

    def _deletion(self) -> Instruction:
        quotes = _quotes(self._found)
        if len(quotes) > 1 or _has(self._found, "after", "before", "following", "by"):
            raise UnclearClauseError
        paths = self._paths(self._found)
        if quotes:
            return _instruction(OperationKind.REPLACE_WORDS, paths, old=self._line(quotes[0]))
        if not paths or _has(self._found, "words"):
            raise UnclearClauseError
        return _instruction(OperationKind.DELETE, paths)

    def _renumbering(self) -> Instruction:
        if _quotes(self._found) or _has(self._found, "words", "noun"):
            raise UnclearClauseError
        verb = next(n for n, token in enumerate(self._found) if token.type == "renumber")
        places = [n for n, token in enumerate(self._found) if token.type == "step"]
        if len(places) < 2 or (verb < places[-1]) != (verb > places[0]):
            raise UnclearClauseError
        new = self._found[places[-1]]
        paths = self._paths(self._found[: places[-1]])
        labels: list[str] = []
        for step in (path[-1] for path in new.paths):
            if not step.until:
                labels.append(step.label)
            elif step.label.isdecimal() and step.until.isdecimal():  # ``3 to 5``
                labels += map(str, range(int(step.label), int(step.until) + 1))
            else:
                raise UnclearClauseError
        if any(len(path) != 1 for path in new.paths) or any(path[-1].kind != new.kind for path in paths):
            raise UnclearClauseError
        return _instruction(OperationKind.RENUMBER, paths, labels=tuple(labels))

    def _paths(self, found: Sequence[ClauseToken]) -> tuple[ProvisionPath, ...]:
        """Return the places named by some tokens, below that of the introduction."""
        inner = self._scope[-1].kind if self._scope else ""
        if any(token.type in ("noun", "last") and token.kind != inner for token in found):
            raise UnclearClauseError
        paths = joined_paths(found)
        return tuple(nested(self._scope, path) for path in paths) if paths else (self._scope,) if self._scope else ()

    def _line(self, quote: int) -> str:
        lines = self._reading.quotations[quote]
        if len(lines) != 1:
            raise UnclearClauseError
        return lines[0]


def _instruction(kind: OperationKind, paths: tuple[ProvisionPath, ...], **fields: object) -> Instruction:
    return replace(Instruction(Address(""), "", kind, paths), **fields)  # type: ignore[arg-type]  # fields by name


def _subject(found: Sequence[ClauseToken], text: str) -> ClauseToken | None:
    """Return the word for the new text: the unit beside ``following``, else the last unit named."""
    plain = [token for token in found if token.type != "ignore"]
    following = [n for n, token in enumerate(plain) if token.type == "following"]
    if following:
        first, last = following[0], following[-1]
        gap = text[plain[first - 1].end : plain[first].start] if first else ","
        preceding = [] if "," in gap else plain[first - 1 : first]
        adjacent = [*plain[last + 1 : last + 2], *preceding]
        return next((other for other in adjacent if other.type in ("noun", "step")), None)
    units = [token for token in plain if token.type in ("noun", "step")]
    return units[-1] if units and not _has(found, "words") else None


def _quotes(found: Sequence[ClauseToken]) -> list[int]:
    return [token.number for token in found if token.type == "quote"]


def _has(found: Sequence[ClauseToken], *types: str) -> bool:
    return any(token.type in types for token in found)
