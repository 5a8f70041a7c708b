"""Delegate Desk: Council documents on the delegate's own desk."""

__version__ = "0.8.0"
