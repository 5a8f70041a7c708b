"""A template of the house: its file, read and found to be one that can be filled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """A template of the house.

    Attributes:
        content: Its file, .docx or .dotx.
    """

    content: bytes
