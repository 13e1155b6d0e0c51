import json

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from moto.cognitoidp.models import CognitoIdpUser, CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpJsonWebKeyResponse
from moto.events.models import events_backends

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.cognitoidp.signing_key import signed_with
from flextime_local.moto_fixes.events.targets import targets_delivered_by
from flextime_local.names import ACCOUNT_ID

REGION = "eu-west-1"
EVENT = {"Source": "room", "DetailType": "note.written", "Detail": "{}"}


def test_a_rule_hands_its_events_over_whatever_its_targets_are() -> None:
    backend = events_backends[ACCOUNT_ID][REGION]
    backend.reset()
    for name, state in (("on", "ENABLED"), ("off", "DISABLED")):
        pattern = json.dumps({"source": ["room"]})
        backend.put_rule(name, event_pattern=pattern, state=state)
        arn = f"arn:aws:lambda:{REGION}:{ACCOUNT_ID}:function:{name}"
        backend.put_targets(name, "default", [{"Id": "1", "Arn": arn}])
    backend.put_rule("hourly", scheduled_expression="rate(1 hour)")
    backend.put_targets("hourly", "default", [{"Id": "1", "Arn": arn}])
    delivered: list[str] = []

    def deliver(rule: Untyped, _target: Untyped, _event: Untyped) -> None:
        delivered.append(rule.name)

    fix = targets_delivered_by(deliver)
    fix.apply()
    backend.put_events([EVENT])
    fix.remove()

    assert delivered == ["on"]
    backend.reset()


def test_tokens_are_signed_with_the_stacks_own_key() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    fix = signed_with(pem)
    published_before = CognitoIdpJsonWebKeyResponse.json_web_key

    fix.apply()
    pool = CognitoIdpUserPool(ACCOUNT_ID, REGION, "pool", {})
    keys = jwt.PyJWKSet.from_json(CognitoIdpJsonWebKeyResponse.json_web_key.decode())
    token = _token(pool)
    fix.remove()

    assert jwt.decode(token, keys["dummy"], algorithms=["RS256"], audience="client")
    assert CognitoIdpJsonWebKeyResponse.json_web_key == published_before
    assert _token(CognitoIdpUserPool(ACCOUNT_ID, REGION, "pool", {})) != token


def _token(pool: CognitoIdpUserPool) -> str:
    pool.users["ann"] = CognitoIdpUser(pool.id, "ann", "x", "CONFIRMED", [])
    token, _ = pool.create_jwt("client", "ann", "id")
    return token
