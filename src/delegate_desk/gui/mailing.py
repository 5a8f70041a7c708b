"""What leaves by mail, in the clipboard."""

from delegate_desk.core.positions.export_options import Mail
from delegate_desk.gui.copying import copy_page


def keep(mail: Mail) -> None:
    """Put a file in the clipboard: as a page with its marks where a mail takes them, as text elsewhere."""
    copy_page(mail.text, mail.html)
