"""The AWS endpoint as its clients see it: an address, and credentials."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flextime_local.credentials import Credentials


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the endpoint listens, and what requests must be signed with."""

    url: str
    credentials: Credentials

    def hosts(self, *more: str) -> frozenset[str]:
        """Return the values of the Host header that mean this endpoint.

        `more` are host names by which containers reach this machine.
        """
        port = urlsplit(self.url).port
        names = ("127.0.0.1", "localhost", *more)
        return frozenset(f"{name}:{port}" for name in names)
