"""What a package would bring, told before it is taken in."""

import json
from collections import defaultdict

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.exchange.annotation_exchange import Original
from delegate_desk.core.exchange.merge_rules import Thing, ThingKind, news
from delegate_desk.core.exchange.package import Came, PackageData, PackagePreview
from delegate_desk.core.exchange.package_writer import address_of, item, text_of
from delegate_desk.services.exchange.document_matching import DocumentMatcher
from delegate_desk.services.exchange.package_contents import GatheringStores

_SHOWN = 200


def previewed(stores: GatheringStores, package: PackageData) -> PackagePreview:
    """Tell what a package would bring: reads only."""
    return _Looking(stores, package).look()


class _Looking:
    def __init__(self, stores: GatheringStores, package: PackageData) -> None:
        self._stores = stores
        self._package = package
        self._matching = DocumentMatcher(stores.documents)
        self._ours = stores.people.ours().id
        self._known = stores.received.get({thing.key for thing in package.things})
        state = {key: kept.thing for key, kept in self._known.items()}
        self._news = news(state, package.things, self._ours)
        self._held: dict[Original, DocumentId | None] = {}
        self._labels: dict[DocumentId, dict[Address, str]] = {}
        self._addresses: dict[DocumentId, frozenset[str]] = {}

    def look(self) -> PackagePreview:
        package = self._package
        sorted_out: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(package.documents):
            known = self._document(one.original) is not None
            sorted_out["held" if known else "arriving" if one.member else "missing"].append(n)
        arriving = {package.documents[n].original.sha256 for n in sorted_out["arriving"]}
        came = tuple(self._came(thing, arriving) for thing in package.things)
        return PackagePreview(
            package,
            came,
            tuple(package.documents[n] for n in sorted_out["arriving"]),
            tuple(package.documents[n] for n in sorted_out["held"]),
            tuple(package.documents[n] for n in sorted_out["missing"]),
            self._stores.people.taken(package.id),
        )

    def _came(self, thing: Thing, arriving: set[str]) -> Came:
        what = self._what(thing)
        if what == "withdrawn":
            thing = self._known[thing.key].thing  # a person is told what goes
        content = json.loads(thing.content) if thing.content else {}
        waits = bool(
            what in ("new", "changed", "both")
            and self._document(thing.original) is None
            and thing.original.sha256 not in arriving
        )
        text = " ".join(text_of(thing.key.kind, content).split())
        address = address_of(thing.key.kind, content)
        return Came(what, thing, text[:_SHOWN], address, waits, self._label(thing.original, address))

    def _label(self, original: Original, address: str) -> str:
        document = self._document(original)
        if document is None or not address:
            return ""
        if document not in self._labels:
            held = self._stores.documents.get(document)
            units = self._stores.documents.content(held).units() if held else ()
            self._labels[document] = {unit.address: unit.label for unit in units}
        return self._labels[document].get(Address(address), "")

    def _what(self, thing: Thing) -> str:
        key = thing.key
        if key.author == self._ours:
            return "ours"
        known = self._known.get(key)
        if known and known.removed:
            return "removed"
        if self._news.get(key) is not thing:
            return "known"
        if thing.gone:
            return "withdrawn" if known and not known.thing.gone else "known"
        if self._is_both(thing):
            return "both"
        return "changed" if known and not known.thing.gone else "new"

    def _is_both(self, thing: Thing) -> bool:
        """True if there is something of ours in the same place: it stays beside it."""
        if thing.key.kind is ThingKind.NOTE:
            ours = self._stores.annotations.kept(AnnotationId(thing.key.name))
            return ours is not None and not ours.author
        line, document = item(thing.content), self._document(thing.original)
        if line is None or document is None:
            return False
        if document not in self._addresses:
            position = self._stores.positions.get(document)
            whole = {""} if position.general or position.internal else set()
            self._addresses[document] = frozenset({*whole, *(one.address for one in position.items)})
        return line.address in self._addresses[document]

    def _document(self, original: Original) -> DocumentId | None:
        if original not in self._held:
            held = self._matching.held(original) if original.sha256 else None
            self._held[original] = held.id if held else None
        return self._held[original]
