"""Logs, traces and metrics of Lambda functions, without personal data.

Powertools reads its own POWERTOOLS_* variables. Outside Lambda nothing is traced.
"""

import logging
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter
from aws_lambda_powertools.logging.types import LogRecord

from flextime.settings import Settings

_EMAIL = re.compile(r"[\w.+%-]+@([\w-]+(?:\.[\w-]+)+)")
_TOKEN = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*")


def redact(text: str) -> str:
    """Mask the local part of e-mail addresses, and tokens."""
    return _TOKEN.sub("***", _EMAIL.sub(r"***@\1", text))


class _RedactingFormatter(LambdaPowertoolsFormatter):
    """Redacts whole lines, so that no field of a log entry is forgotten."""

    def serialize(self, log: LogRecord) -> str:
        return redact(super().serialize(log))


logger = Logger(logger_formatter=_RedactingFormatter())
"""Writes JSON lines; handlers add keys to it."""
NAMESPACE = "FlexTime"
"""The CloudWatch namespace of all metrics."""
metrics = Metrics(namespace=NAMESPACE)
"""Collects metrics until the end of an invocation."""

type Handler[E, R] = Callable[[E, Any], R]
"""A Lambda handler: from event and context to the response."""


def instrumented[E, R](handler: Handler[E, R]) -> Handler[E, R]:
    """Decorate a Lambda handler: log its request id, trace it, flush its metrics."""
    route_library_logs()

    # A callable object has no __name__, which the tracer needs: hence this function.
    @wraps(handler)
    def handle(event: E, context: Any) -> R:  # noqa: ANN401 - Lambda's own
        try:
            return handler(event, context)
        finally:
            # Powertools' own decorator warns of each invocation without any metric.
            if metrics.metric_set:
                metrics.flush_metrics()

    return logger.inject_lambda_context(_traced(handle), clear_state=True)


def _traced[E, R](handler: Handler[E, R]) -> Handler[E, R]:
    """Add an X-Ray segment for the handler and one for each call of AWS.

    The X-Ray SDK takes a quarter of a second to import, so it is not imported outside
    Lambda, where no daemon receives segments.
    """
    if not Settings.from_environment().is_in_lambda:
        return handler
    from aws_lambda_powertools import Tracer  # noqa: PLC0415 - only where it is used

    tracer = Tracer(patch_modules=("botocore",))
    return tracer.capture_lambda_handler(handler, capture_response=False)


def route_library_logs() -> None:
    """Send what use cases and adapters log to the handlers of `logger`."""
    library = logging.getLogger("flextime")
    library.handlers = logger.handlers
    library.setLevel(logger.log_level)
    library.propagate = False
