"""The stores of one library, one per noun."""

from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore, OrphanAnnotationStore, UnplacedStore
from delegate_desk.storage.db.stores.carryover import CarryingStore
from delegate_desk.storage.db.stores.documents import CorrectionStore, DocumentStore, DossierStore, WatchStore
from delegate_desk.storage.db.stores.exchange import PeopleStore, ReceivedStore, SharingStore, StampStore
from delegate_desk.storage.db.stores.meetings import MeetingStore, VotingStore
from delegate_desk.storage.db.stores.positions import (
    ContributionStore,
    PhraseStore,
    PositionHistoryStore,
    PositionStore,
)


class LibraryStores:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.annotations = AnnotationStore(database)
        self.carrying = CarryingStore(database)
        self.contributions = ContributionStore(database)
        self.corrections = CorrectionStore(database)
        self.documents = DocumentStore(database)
        self.dossiers = DossierStore(database)
        self.meetings = MeetingStore(database)
        self.orphans = OrphanAnnotationStore(database)
        self.people = PeopleStore(database)
        self.phrases = PhraseStore(database)
        self.positions = PositionStore(database)
        self.received = ReceivedStore(database)
        self.shared_folder = SharingStore(database)
        self.stamps = StampStore(database)
        self.unplaced = UnplacedStore(database, self.annotations)
        self.versions = PositionHistoryStore(database)
        self.voting = VotingStore(database)
        self.watched_folders = WatchStore(database)
