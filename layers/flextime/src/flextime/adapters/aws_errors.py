"""When AWS does not answer, or asks for patience, the request may succeed later."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore import exceptions
from botocore.exceptions import ClientError

from flextime.domain.errors import Unavailable

_SERVER_FAULT = 500
_PATIENCE = {
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "SlowDown",
    "RequestTimeout",
    "ConditionalRequestConflict",
}


@contextmanager
def translate_errors(service: str) -> Iterator[None]:
    """Raise `Unavailable` for silence, overload and faults of the service's own.

    The SDK has tried again by then. What the service refuses for good goes through.
    """
    try:
        yield
    except (exceptions.ConnectionError, exceptions.HTTPClientError) as silence:
        raise Unavailable(f"{service} does not answer") from silence
    except ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        code = error.response["Error"]["Code"]
        if status >= _SERVER_FAULT or code in _PATIENCE:
            raise Unavailable(f"{service} is out of order: {code}") from error
        raise
