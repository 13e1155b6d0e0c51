"""Translate transient errors of AWS to `Unavailable`."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore import exceptions
from botocore.exceptions import ClientError

from flextime.domain.errors import Unavailable

_SERVER_ERROR = 500
_TRANSIENT_CODES = {
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
    """Translate errors of the AWS calls in this block.

    The SDK has retried the call by then. Client errors that are not transient are
    raised unchanged.

    Parameters
    ----------
    service
        Name of the service, for the error's message.

    Raises
    ------
    Unavailable
        The service cannot be reached, throttles the caller or reports a server error.
    """
    try:
        yield
    except (exceptions.ConnectionError, exceptions.HTTPClientError) as error:
        raise Unavailable(f"{service} does not answer") from error
    except ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        code = error.response["Error"]["Code"]
        if status >= _SERVER_ERROR or code in _TRANSIENT_CODES:
            raise Unavailable(f"{service} is out of order: {code}") from error
        raise
