READER_VERSION = 10
"""Raised with every change that makes a document read differently; the library stores the version of the reader."""
