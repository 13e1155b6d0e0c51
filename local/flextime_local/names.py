"""Names that every part of the local stack uses: account, region, credentials."""

from typing import Final

ACCOUNT_ID: Final = "123456789012"
REGION: Final = "us-east-1"
HOST: Final = "127.0.0.1"

# moto checks no signature, but the AWS SDK refuses to sign without a key.
ACCESS_KEY_ID: Final = "local"
SECRET_ACCESS_KEY: Final = "local"  # noqa: S105 - a placeholder, not a secret
