"""The key that signs the tokens of the user pool, made once for each data folder."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from flextime_local.persistence.files import check_own, write_whole


def signing_key(path: Path) -> str:
    """Return the key in PEM format, creating the file the first time."""
    if path.exists():
        check_own(path)
        return path.read_text("ascii")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_whole(path, pem)
    return pem.decode("ascii")
