SUFFIX = ".arr"
"""Suffix of a segment."""
