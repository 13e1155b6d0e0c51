import base64
import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from flextime_local.any_types import Json
from flextime_local.http_server.authorizer import JwtAuthorizer, Unauthorized, as_text
from flextime_local.http_server.routes import JwtSettings

ISSUER = "https://issuer.example"
SETTINGS = JwtSettings(ISSUER, ("client",), "authorization")
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC_PEM = KEY.public_key().public_bytes(
    Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
)


def key_set(issuer: str) -> str:
    if issuer != ISSUER:
        raise KeyError(issuer)
    key: dict[str, Any] = json.loads(
        jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())
    )
    return json.dumps({"keys": [key | {"kid": "k", "alg": "RS256", "use": "sig"}]})


def claims(**changed: Json) -> dict[str, Any]:
    return {"iss": ISSUER, "aud": "client", "exp": time.time() + 60} | changed


def signed(content: dict[str, Any], key: Json = KEY, **header: Json) -> str:
    return jwt.encode(content, key, algorithm="RS256", headers={"kid": "k"} | header)


def part(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def authorize(header: str) -> dict[str, Any]:
    return JwtAuthorizer(key_set).claims(SETTINGS, {"authorization": header})


@pytest.mark.parametrize("prefix", ["Bearer ", "bearer ", ""])
def test_a_good_token_is_let_in(prefix: str) -> None:
    assert authorize(prefix + signed(claims(sub="ann")))["sub"] == "ann"


def test_an_audience_in_a_list_counts() -> None:
    assert authorize(signed(claims(aud=["other", "client"])))


OTHER_JWK = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(OTHER_KEY.public_key()))
UNSIGNED = f"{part({'alg': 'none', 'kid': 'k'})}.{part(claims())}."
# PyJWT refuses to sign with a public key, so the attacker's token is put together.
CONFUSED_INPUT = f"{part({'alg': 'HS256', 'kid': 'k'})}.{part(claims())}"
CONFUSED = f"{CONFUSED_INPUT}." + base64.urlsafe_b64encode(
    jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(
        CONFUSED_INPUT.encode(), PUBLIC_PEM
    )
).decode().rstrip("=")


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("", id="nothing"),
        pytest.param("Bearer ", id="only the scheme"),
        pytest.param("Basic YTpi", id="another scheme"),
        pytest.param("Bearer garbage", id="garbage"),
        pytest.param("Bearer a.b.c", id="three parts of garbage"),
        pytest.param("Bearer \N{SNOWMAN}.\N{SNOWMAN}.\N{SNOWMAN}", id="not ASCII"),
        pytest.param(f"Bearer {part([1])}.{part([2])}.x", id="lists for objects"),
        pytest.param(f"Bearer {part({'alg': {}})}.{part({})}.x", id="odd algorithm"),
        pytest.param("Bearer " + "a" * 100_000, id="huge"),
        pytest.param(UNSIGNED, id="algorithm none"),
        pytest.param(CONFUSED, id="public key as HMAC secret"),
        pytest.param(signed(claims(aud="other")), id="another audience"),
        pytest.param(signed(claims(aud=None)), id="no audience"),
        pytest.param(signed(claims(iss="https://evil.example")), id="another issuer"),
        pytest.param(signed(claims(exp=time.time() - 1)), id="expired"),
        pytest.param(signed(claims(exp="soon")), id="expiry is no number"),
        pytest.param(signed(claims(nbf=time.time() + 60)), id="not valid yet"),
        pytest.param(signed({"iss": ISSUER, "aud": "client"}), id="no expiry"),
        pytest.param(signed(claims(), OTHER_KEY), id="another key"),
        pytest.param(signed(claims(), kid="other"), id="unknown key id"),
        pytest.param(jwt.encode(claims(), KEY, "RS256"), id="no key id"),
        pytest.param(signed(claims(iat=time.time() + 60)), id="issued in the future"),
        pytest.param(signed(claims(), OTHER_KEY, jwk=OTHER_JWK), id="a key of its own"),
        pytest.param(
            signed(claims(), OTHER_KEY, jku="https://evil.example"), id="keys elsewhere"
        ),
        pytest.param(signed(claims(), crit=["x"], x=1), id="unknown critical header"),
        pytest.param(signed(claims())[:-4] + "AAAA", id="broken signature"),
    ],
)
def test_any_other_token_is_unauthorized(header: str) -> None:
    with pytest.raises(Unauthorized):
        authorize(header)


def test_claims_become_text_as_api_gateway_writes_them() -> None:
    written = as_text(
        {
            "groups": ["admin", "scheduler"],
            "exp": 1700000000,
            "verified": True,
            "n": "x",
        }
    )

    assert written == {
        "groups": "[admin scheduler]",
        "exp": "1700000000",
        "verified": "true",
        "n": "x",
    }
