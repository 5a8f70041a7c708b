"""Refusals of files that cannot be read."""

from collections.abc import Callable

import pytest

from delegate_desk.core.errors import UnreadableDocumentError


def refusal(read: Callable[..., object], *given: object) -> UnreadableDocumentError:
    """The error by which a reader refuses what it is given."""
    with pytest.raises(UnreadableDocumentError) as caught:
        read(*given)
    return caught.value
