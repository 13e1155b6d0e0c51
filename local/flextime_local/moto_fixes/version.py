"""The fixes use moto's private names, so they hold for exactly one version."""

from importlib.metadata import version
from typing import Final

FIXED_VERSION: Final = "5.2.5"


class WrongMotoVersionError(RuntimeError):
    """Another version of moto is installed."""

    def __init__(self, installed: str) -> None:
        super().__init__(
            f"the local stack's fixes are written for moto {FIXED_VERSION}, but "
            f"{installed} is installed: pin it, or check every fix against it"
        )


def check_moto_version(installed: str | None = None) -> None:
    """Raise `WrongMotoVersionError` unless the tested version is installed.

    Without an argument the version of the installed package is checked.
    """
    installed = installed or version("moto")
    if installed != FIXED_VERSION:
        raise WrongMotoVersionError(installed)
