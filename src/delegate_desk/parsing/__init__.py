READER_VERSION = 9
"""Raised with every change by which a document would be read otherwise; the library keeps which version read what."""
