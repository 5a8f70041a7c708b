"""Services on translations, joined to a library."""

from pathlib import Path

from delegate_desk.cipher import Cipher
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.search.index import SearchIndex
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.services.search.search import HitDetails
from delegate_desk.services.translations.across import AcrossSearch
from delegate_desk.services.translations.concordance import Concordances
from delegate_desk.services.translations.learning import Learning
from delegate_desk.services.translations.term_bases import TermBases
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import TextStore
from delegate_desk.storage.db.stores.translations import LanguageVersionStore, TermBaseStore
from delegate_desk.storage.files.originals import Originals

SECONDS = 300.0
"""How long a term base may take to be read."""


class Translations:
    """Services on translations.

    Attributes:
        learning: Learns from the library and from term bases.
        across: Finds passages in other languages.
        concordance: Shows how a phrase is rendered.
        bases: Imports, lists and removes term bases.
    """

    def __init__(
        self,
        folder: Path,
        cipher: Cipher,
        database: Database,
        index: SearchIndex,
        indexing: Indexing,
        originals: Originals,
        reader: ReadingProcess,
    ) -> None:
        versions, terms, texts = LanguageVersionStore(database), TermBaseStore(database), TextStore(database)
        self.learning = Learning(folder, cipher, versions, terms, texts)
        self.across = AcrossSearch(index, indexing, self.learning, HitDetails(texts))
        self.concordance = Concordances(index, indexing, self.learning, versions, texts)
        self.bases = TermBases(terms, originals, reader)
