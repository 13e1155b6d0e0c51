"""The user pool signs with a key of this data folder, not with moto's published one.

Everybody has the private key that ships with moto: with it anybody can write
themselves a token that the stack would accept.
"""

import json
from collections.abc import Callable

from joserfc import jwk
from moto.cognitoidp.models import CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpJsonWebKeyResponse

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_KEY_ID = "dummy"  # moto writes it into the header of every token


def signed_with(private_key_pem: str) -> Fix:
    key = jwk.RSAKey.import_key(private_key_pem)
    public = {
        **key.as_dict(private=False),
        "kid": _KEY_ID,
        "alg": "RS256",
        "use": "sig",
    }

    def with_own_key(original: Callable[..., None]) -> Callable[..., None]:
        def init(
            pool: CognitoIdpUserPool, *arguments: Untyped, **named: Untyped
        ) -> None:
            original(pool, *arguments, **named)
            pool.json_web_key = key

        return init

    return Fix(
        gap="tokens are signed with a private key that everybody has",
        patches=(
            Patch(CognitoIdpUserPool, "__init__", with_own_key),
            Patch(
                CognitoIdpJsonWebKeyResponse,
                "json_web_key",
                lambda _: json.dumps({"keys": [public]}).encode(),
            ),
        ),
    )
