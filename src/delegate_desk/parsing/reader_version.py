"""Version of the readers."""

VERSION = 7
"""Raised with every change by which a document would be read otherwise; the library keeps which one read what."""
