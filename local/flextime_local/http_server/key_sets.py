"""Key sets of token issuers: only the stack's own user pools have one."""

from moto.cognitoidp.responses import CognitoIdpJsonWebKeyResponse

from flextime_local.backends import user_pools


class ForeignIssuerError(KeyError):
    """The issuer is not one of the stack's user pools."""


def key_set(issuer: str) -> str:
    """Return the JSON Web Key Set of an issuer; raises `ForeignIssuerError`."""
    pool_id = issuer.rpartition("/")[2]
    if pool_id not in user_pools().user_pools:
        raise ForeignIssuerError(issuer)
    return CognitoIdpJsonWebKeyResponse.json_web_key.decode()
