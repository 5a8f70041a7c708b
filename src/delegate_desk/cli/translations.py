"""The commands for translations: term bases and the concordance."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from delegate_desk.cli.command_result import CommandResult, Shape, UsageError, pick
from delegate_desk.core.documents.corrections import LANGUAGES
from delegate_desk.core.errors import UnknownLanguageError
from delegate_desk.core.translations.translation import AcrossResults, TermBase

if TYPE_CHECKING:
    from delegate_desk.desk import Desk


def _list_bases(bases: list[TermBase]) -> CommandResult:
    lines = [f"{base.name}: {base.entries} entries in {', '.join(base.languages)}" for base in bases]
    return CommandResult({"terms": [pick(base, "name languages entries") for base in bases]}, lines)


def _show_terms(desk: "Desk", given: argparse.Namespace) -> CommandResult:
    source, target = _languages(given)
    found = desk.translations.across.translations(given.word, source, target)
    lines = [f"{one.word}  {one.weight:.2f}  {one.source}" for one in found] or ["No translation is known."]
    data = {"word": given.word, "translations": [pick(one, "word weight source") for one in found]}
    return CommandResult(data, lines)


def terms(desk: "Desk", given: argparse.Namespace) -> CommandResult:
    bases = desk.translations.bases
    if given.action == "show":
        return _show_terms(desk, given)
    if given.action == "list":
        return _list_bases(bases.all())
    if given.action == "import":
        return _list_bases([bases.import_file(given.file, given.name or "")])
    bases.remove(given.name)
    return CommandResult({"removed": given.name}, [f"{given.name} was removed."])


def _languages(given: argparse.Namespace) -> tuple[str, str]:
    for code in (given.source, given.target):
        if code not in LANGUAGES:
            raise UnknownLanguageError(code)
    if given.source == given.target:
        raise UsageError("--from and --to must be two languages")
    return given.source, given.target


def concordance(desk: "Desk", given: argparse.Namespace) -> CommandResult:
    source, target = _languages(given)
    found = desk.translations.concordance.find(given.phrase, source, target)
    lines = [f"{one.count} × {one.text}" for one in found.renderings]
    lines += [
        f"{'' if pair.is_usual else '! '}{pair.target.name} {pair.target.address}: {pair.target.text}"
        for pair in found.pairs
    ]
    if found.total > len(found.pairs):
        lines.append(f"These are {len(found.pairs)} of {found.total} passages.")
    passage = "(reference=name language address text highlights)"
    names = f"phrase renderings(text count) pairs(from=source{passage} to=target{passage} usual=is_usual)"
    return CommandResult(pick(found, names), lines or ["This phrase does not occur in a document in both languages."])


def across_json(results: AcrossResults) -> Shape:
    hits = []
    for found in results.hits:
        shape = pick(found.hit, "kind reference language address label snippet highlights")
        hits.append(shape | pick(found, "because(word language source as=renderings)"))
    return {"total": results.total, "hits": hits}


def across_lines(results: AcrossResults) -> Iterator[str]:
    yield f"Also in other languages ({results.total}):"
    if not results.can_translate:
        yield "Nothing to learn from yet: import a document in two languages, or a term base with terms import."
    for found in results.hits:
        words = "; ".join(f"{one.word} → {', '.join(one.renderings)}" for one in found.because)
        yield f"{found.hit.name} ({found.hit.language}) {found.hit.label}: {found.hit.snippet}  [{words}]"
