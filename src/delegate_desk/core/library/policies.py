"""Checks against the policies of this computer, made by every service that could violate them."""

from pathlib import Path

from delegate_desk import policy
from delegate_desk.core.delegations import delegation
from delegate_desk.core.errors import DeskError, ErrorReason


class PolicyReason(ErrorReason):
    UNREADABLE = "unreadable", "The policies set on this computer cannot be read ({detail}). Tell your administrator."
    LIBRARY = "library", "Your administrator has set the folder of the library: {detail}. No other can be opened."
    ENCRYPTION = "encryption", "Your administrator requires an encrypted library. Set a passphrase for {detail} first."
    DECRYPTION = "decryption", "Your administrator requires an encrypted library. {detail} stays encrypted."
    SHARED_FOLDER = "shared_folder", "Your administrator does not allow shared folders."
    DELEGATION = "delegation", "Your administrator has set the delegation: {detail}."
    TEMPLATE = "template", "Your administrator has set the template: {detail}."


class PolicyError(DeskError):
    """The administrator forbids it; the detail is the administrator's value, or the library."""

    reason: PolicyReason
    detail: str = ""

    sentence = "{reason}"


def check_folder(folder: Path, *samples: Path) -> None:
    """Refuse a library outside the administrator's folder, except the samples.

    Raises:
        PolicyError: If another folder is required, or the policies cannot be read.
    """
    policies = policy.current()
    code = policies.values.get("Delegation")
    fault = "" if code is None or delegation(code) == code else f"{code} is the code of no delegation"
    if policies.fault or fault:
        raise PolicyError(PolicyReason.UNREADABLE, policies.fault or fault)
    allowed = policies.library
    if (
        allowed
        and "LibraryFolder" in policies.locked
        and folder.resolve() not in {path.resolve() for path in (allowed, *samples)}
    ):
        raise PolicyError(PolicyReason.LIBRARY, str(allowed))


def check_encryption(folder: Path, *, is_encrypted: bool) -> None:
    if policy.current().requires_encryption and not is_encrypted:
        raise PolicyError(PolicyReason.ENCRYPTION, str(folder))


def check_decryption(folder: Path) -> None:
    if policy.current().requires_encryption:
        raise PolicyError(PolicyReason.DECRYPTION, str(folder))


def check_shared_folder() -> None:
    if not policy.current().values.get("AllowSharedFolder", True):
        raise PolicyError(PolicyReason.SHARED_FOLDER)


def locked_delegation() -> str | None:
    """Return the locked delegation; None if it can be chosen."""
    return _locked_value("Delegation")


def check_delegation(code: str) -> None:
    """Refuse a delegation other than the locked one."""
    if (set_code := locked_delegation()) and set_code != code:
        raise PolicyError(PolicyReason.DELEGATION, set_code)


def default_template() -> Path | None:
    """Return the default template; None for our own layout."""
    name = policy.current().values.get("ExportTemplate")
    return Path(name) if name else None


def template(chosen: Path | None) -> Path | None:
    """Return the template for an export: the administrator's, else the chosen template.

    Raises:
        PolicyError: If another than the administrator's is chosen.
    """
    set_file = _locked_value("ExportTemplate")
    if set_file and chosen not in (None, Path(set_file)):
        raise PolicyError(PolicyReason.TEMPLATE, set_file)
    return Path(set_file) if set_file else chosen


def is_locked(name: str) -> bool:
    """True for a policy that is set and that users cannot change."""
    return name in policy.current().locked


def _locked_value(name: str) -> str | None:
    return policy.current().values[name] if is_locked(name) else None
