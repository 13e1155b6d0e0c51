"""Credentials of the AWS endpoint: new at each start, known to child processes."""

import secrets
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True)
class Credentials:
    """An access key as IAM issues it; the secret is left out of the `repr`."""

    access_key_id: str
    secret_access_key: str = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Return credentials that nobody else can know."""
        return cls("LOCAL" + secrets.token_hex(8).upper(), secrets.token_urlsafe(30))

    def as_environment(self) -> dict[str, str]:
        """Return the variables that the AWS SDK reads."""
        return {
            "AWS_ACCESS_KEY_ID": self.access_key_id,
            "AWS_SECRET_ACCESS_KEY": self.secret_access_key,
        }
