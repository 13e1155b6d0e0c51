"""Names that every part of the local stack uses: account, region, host."""

from typing import Final

ACCOUNT_ID: Final = "123456789012"
REGION: Final = "us-east-1"
HOST: Final = "127.0.0.1"
