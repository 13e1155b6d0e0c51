"""API Gateway's JWT authorizer."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import jwt

from flextime_local.http_server.routes import JwtSettings

type Claims = dict[str, Any]
type FetchKeys = Callable[[str], str]
"""Returns the JSON key set of an issuer."""

_MAX_TOKEN_LENGTH = 16_384
_ALGORITHMS = ["RS256", "RS384", "RS512"]  # API Gateway takes RSA keys only


class Unauthorized(Exception):
    """The request has no token that the authorizer accepts."""


@dataclass(slots=True)
class JwtAuthorizer:
    """Verifies tokens; key sets are fetched once for each issuer."""

    fetch_keys: FetchKeys
    _keys: dict[str, jwt.PyJWKSet] = field(default_factory=dict)

    def claims(self, settings: JwtSettings, headers: dict[str, str]) -> Claims:
        """Return the verified claims of the token in the headers.

        Raises
        ------
        Unauthorized
            If there is no token, or it is invalid in any way.
        """
        token = _token(headers.get(settings.header, ""))
        try:
            claims: Claims = jwt.decode(
                token,
                self._key(settings.issuer, token),
                algorithms=_ALGORITHMS,
                issuer=settings.issuer,
                options={
                    "require": ["exp", "iss"],
                    "verify_aud": False,  # below: access tokens say it otherwise
                },
            )
        except (
            jwt.PyJWTError,
            ValueError,
            KeyError,
            TypeError,
            RecursionError,
        ) as error:
            raise Unauthorized from error
        _check_audience(claims, settings.audience)
        return claims

    def _key(self, issuer: str, token: str) -> jwt.PyJWK:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in _ALGORITHMS:
            raise Unauthorized
        if issuer not in self._keys:
            self._keys[issuer] = jwt.PyJWKSet.from_json(self.fetch_keys(issuer))
        return self._keys[issuer][str(header.get("kid"))]


def _token(header: str) -> str:
    scheme, _, token = header.strip().partition(" ")
    if not token:
        token = scheme  # API Gateway also takes the bare token
    elif scheme.lower() != "bearer":
        raise Unauthorized
    if not token or len(token) > _MAX_TOKEN_LENGTH:
        raise Unauthorized
    return token.strip()


def _check_audience(claims: Claims, allowed: tuple[str, ...]) -> None:
    audience = claims.get("aud", claims.get("client_id"))
    given = audience if isinstance(audience, list) else [audience]
    if not set(map(str, given)) & set(allowed):
        raise Unauthorized


def as_text(claims: Claims) -> dict[str, str]:
    """Return the claims as API Gateway passes them on: as text."""
    return {name: _claim_text(value) for name, value in claims.items()}


def _claim_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + " ".join(_claim_text(entry) for entry in value) + "]"
    return json.dumps(value)
