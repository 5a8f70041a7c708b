"""Addresses that lead out of a file."""


def is_elsewhere(address: str) -> bool:
    """True if an address names something outside the file: on the web, on a share, on this machine."""
    start = address.strip().lower()
    return bool(start) and not start.startswith(("#", "data:", "cid:", "mid:", "about:"))


def is_file_elsewhere(address: str) -> bool:
    """True if a link leads to a file of this machine or a share, or is for a program: to no page, no mail."""
    start = address.strip().lower()
    return is_elsewhere(start) and not start.startswith(("http://", "https://", "mailto:", "tel:"))
