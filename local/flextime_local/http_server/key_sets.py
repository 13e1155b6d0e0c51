"""The key set of an issuer: only the stack's own pools have one here."""

from moto.cognitoidp.responses import CognitoIdpJsonWebKeyResponse

from flextime_local.backends import user_pools


class ForeignIssuerError(KeyError):
    pass


def key_set(issuer: str) -> str:
    pool_id = issuer.rpartition("/")[2]
    if pool_id not in user_pools().user_pools:
        raise ForeignIssuerError(issuer)
    return CognitoIdpJsonWebKeyResponse.json_web_key.decode()
