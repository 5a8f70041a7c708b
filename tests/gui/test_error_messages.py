from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from delegate_desk.core.errors import UnknownDocumentError
from delegate_desk.gui import interface_language
from delegate_desk.gui.interface_language import explain


@pytest.fixture(autouse=True)
def _in_english_again(qapp: QApplication) -> Iterator[None]:
    yield
    interface_language.install_language("en")


def test_an_error_is_explained_in_the_language_of_the_window() -> None:
    interface_language.install_language("fr")
    assert explain(UnknownDocumentError("ST 1/26")) == "ST 1/26 n’est pas dans la bibliothèque."
