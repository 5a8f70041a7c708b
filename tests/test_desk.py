"""A desk, whose services are made of what their constructors ask for."""

import pytest

from delegate_desk.desk import Desk, LazyService


@pytest.mark.parametrize("name", [name for name, value in vars(Desk).items() if isinstance(value, LazyService)])
def test_each_service_is_made_once_of_what_it_asks_for(desk: Desk, name: str) -> None:
    service = getattr(desk, name)
    assert getattr(desk, name) is service
    assert type(service).__name__ == vars(Desk)[name].func.__annotations__["return"]
