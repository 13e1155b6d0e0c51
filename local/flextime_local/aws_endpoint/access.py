"""Who may use the AWS endpoint: nobody but the stack itself and its developer."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import botocore.session

from flextime_local.aws_endpoint.message import Request
from flextime_local.aws_endpoint.signature import ensure_signed
from flextime_local.credentials import Credentials

_COGNITO_TARGET = "AWSCognitoIdentityProviderService"
_KEY_SET = "/.well-known/jwks.json"


class ForbiddenError(Exception):
    """A request from another host name or another origin."""


@dataclass(frozen=True, slots=True)
class AccessPolicy:
    """Requests are signed, addressed to this machine, and not sent by a web page.

    Attributes
    ----------
    hosts
        Values of the Host header that name this endpoint, with their port. Any other
        one is DNS rebinding: a foreign name that resolves to this machine.
    """

    credentials: Credentials
    hosts: Collection[str]

    def check(self, request: Request) -> None:
        """Return if the request may be served.

        Raises
        ------
        ForbiddenError
            If the host is not this endpoint's, or a page of any origin sent it.
        SignatureError
            If it needs a signature and has no valid one.
        """
        if request.headers.get("host", "") not in self.hosts:
            raise ForbiddenError("the Host header does not name this endpoint")
        if "origin" in request.headers or _is_cross_site(request):
            raise ForbiddenError("web pages may not use this endpoint")
        if not _is_public(request):
            ensure_signed(request, self.credentials)


def _is_cross_site(request: Request) -> bool:
    """Whether a browser says that another site's page sent it (Fetch Metadata)."""
    return request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}


def _is_public(request: Request) -> bool:
    """Whether AWS serves the request without a signature."""
    if request.method == "GET":
        return request.path.endswith(_KEY_SET)
    service, _, operation = request.headers.get("x-amz-target", "").rpartition(".")
    return service == _COGNITO_TARGET and operation in _public_cognito_operations()


@cache
def _public_cognito_operations() -> frozenset[str]:
    """Operations of Cognito that its API model declares as unsigned."""
    model = botocore.session.get_session().get_service_model("cognito-idp")
    return frozenset(
        name
        for name in model.operation_names
        if model.operation_model(name).auth_type == "none"
    )
