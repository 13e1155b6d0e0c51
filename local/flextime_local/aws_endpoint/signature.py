"""AWS Signature Version 4: whether a request was signed with the stack's secret.

The canonical request and the signature are computed by botocore, as a client does:
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
"""

import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Self
from urllib.parse import parse_qs

from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as SdkCredentials

from flextime_local.aws_endpoint.message import Request
from flextime_local.credentials import Credentials

_ALGORITHM = "AWS4-HMAC-SHA256"
_TIMESTAMP = "%Y%m%dT%H%M%SZ"
_CLOCK_SKEW = timedelta(minutes=15)
"""How far a request's time may differ from ours, as on AWS."""
_HEADER = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<credential>[^,\s]+),\s*"
    r"SignedHeaders=(?P<headers>[^,\s]+),\s*Signature=(?P<signature>[0-9a-f]{64})"
)


class SignatureError(Exception):
    """A request is not signed, or not as it should be; `code` is AWS's error code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a request says of its signature."""

    access_key_id: str
    date: str
    region: str
    service: str
    timestamp: str
    signed_headers: tuple[str, ...]
    signature: str
    expires_s: int | None
    """Lifetime of a presigned URL; None for a signature in the header."""

    @classmethod
    def of(cls, request: Request) -> Self:
        query = parse_qs(request.query, keep_blank_values=True)
        if "X-Amz-Signature" in query:
            return cls._presigned({name: values[0] for name, values in query.items()})
        found = _HEADER.fullmatch(request.headers.get("authorization", ""))
        if found is None:
            raise SignatureError(
                "MissingAuthenticationToken",
                "Requests must be signed with the stack's credentials (SigV4)",
            )
        return cls._claimed(
            found["credential"],
            request.headers.get("x-amz-date", ""),
            found["headers"],
            found["signature"],
            None,
        )

    @classmethod
    def _presigned(cls, query: dict[str, str]) -> Self:
        expires = query.get("X-Amz-Expires", "")
        if query.get("X-Amz-Algorithm") != _ALGORITHM or not expires.isdecimal():
            raise SignatureError(
                "AuthorizationQueryParametersError",
                "X-Amz-Algorithm and X-Amz-Expires are missing or invalid",
            )
        return cls._claimed(
            query.get("X-Amz-Credential", ""),
            query.get("X-Amz-Date", ""),
            query.get("X-Amz-SignedHeaders", ""),
            query["X-Amz-Signature"],
            int(expires),
        )

    @classmethod
    def _claimed(
        cls,
        credential: str,
        timestamp: str,
        headers: str,
        signature: str,
        expires_s: int | None,
    ) -> Self:
        scope = credential.split("/")
        if len(scope) != 5 or scope[4] != "aws4_request":
            raise SignatureError(
                "IncompleteSignature", "The credential's scope is incomplete"
            )
        return cls(
            access_key_id=scope[0],
            date=scope[1],
            region=scope[2],
            service=scope[3],
            timestamp=timestamp,
            signed_headers=tuple(headers.split(";")),
            signature=signature,
            expires_s=expires_s,
        )


def ensure_signed(
    request: Request, credentials: Credentials, now: datetime | None = None
) -> None:
    """Check a request's signature, in its header or as a presigned URL.

    Raises
    ------
    SignatureError
        If there is none, it was made with other credentials, it has expired, or the
        request differs from the one that was signed.
    """
    claim = _Claim.of(request)
    if not hmac.compare_digest(claim.access_key_id, credentials.access_key_id):
        raise SignatureError(
            "InvalidClientTokenId", "The access key is not this stack's"
        )
    _ensure_recent(claim, now or datetime.now(UTC))
    if "host" not in claim.signed_headers:
        raise SignatureError("SignatureDoesNotMatch", "The Host header must be signed")
    expected = _signature(request, claim, credentials)
    if not hmac.compare_digest(expected, claim.signature):
        raise SignatureError(
            "SignatureDoesNotMatch",
            "The signature does not match the request and the stack's secret",
        )


def _ensure_recent(claim: _Claim, now: datetime) -> None:
    try:
        signed_at = datetime.strptime(claim.timestamp, _TIMESTAMP).replace(tzinfo=UTC)
    except ValueError:
        raise SignatureError(
            "IncompleteSignature", "X-Amz-Date is missing or not a timestamp"
        ) from None
    if claim.timestamp[:8] != claim.date:
        raise SignatureError("SignatureDoesNotMatch", "The scope has another date")
    lifetime = (
        _CLOCK_SKEW if claim.expires_s is None else timedelta(seconds=claim.expires_s)
    )
    if not signed_at - _CLOCK_SKEW <= now <= signed_at + lifetime:
        raise SignatureError("RequestExpired", "The signature has expired")


def _signature(request: Request, claim: _Claim, credentials: Credentials) -> str:
    kind: type[SigV4Auth] = SigV4Auth
    if claim.service == "s3":
        is_presigned = claim.expires_s is not None
        kind = S3SigV4QueryAuth if is_presigned else S3SigV4Auth
    sdk = SdkCredentials(credentials.access_key_id, credentials.secret_access_key)
    auth = kind(sdk, claim.service, claim.region)
    signed = _signed_part(request, claim)
    # botocore takes the digest in the header for granted; a forger may keep it.
    digest = signed.headers.get("x-amz-content-sha256")
    if digest not in {None, sha256(request.body).hexdigest()}:
        raise SignatureError(
            "XAmzContentSHA256Mismatch", "The body is not the one that was signed"
        )
    return str(
        auth.signature(
            auth.string_to_sign(signed, auth.canonical_request(signed)), signed
        )
    )


def _signed_part(request: Request, claim: _Claim) -> AWSRequest:
    """The request with nothing but what its signature covers."""
    path, _, query = request.target.partition("?")
    pairs = (p for p in query.split("&") if not p.startswith("X-Amz-Signature="))
    query = "&".join(pairs)
    signed = AWSRequest(
        request.method,
        f"http://{request.headers['host']}{path}" + (query and f"?{query}"),
        {name: request.headers.get(name, "") for name in claim.signed_headers},
        request.body,
    )
    signed.context["timestamp"] = claim.timestamp
    return signed
