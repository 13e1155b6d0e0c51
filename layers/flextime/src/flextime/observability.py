"""What Lambdas tell their operators: logs, traces and metrics. No personal data.

Powertools reads its own POWERTOOLS_* variables; outside Lambda nothing is traced.
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
    """Without names in e-mail addresses and without tokens."""
    return _TOKEN.sub("***", _EMAIL.sub(r"***@\1", text))


class _MaskingFormatter(LambdaPowertoolsFormatter):
    """Masks whole lines: it does not depend on where somebody put an address."""

    def serialize(self, log: LogRecord) -> str:
        return redact(super().serialize(log))


logger = Logger(logger_formatter=_MaskingFormatter())
NAMESPACE = "FlexTime"
metrics = Metrics(namespace=NAMESPACE)

type Handler[E, A] = Callable[[E, Any], A]


def instrumented[E, A](handler: Handler[E, A]) -> Handler[E, A]:
    """A Lambda handler whose calls are logged with their request, traced, counted."""
    route_library_logs()

    # A function of its own: a callable object has no name for the tracer to show.
    @wraps(handler)
    def handle(event: E, context: Any) -> A:  # noqa: ANN401 - Lambda's own
        try:
            return handler(event, context)
        finally:
            # Powertools' own decorator warns of every call that has nothing to count.
            if metrics.metric_set:
                metrics.flush_metrics()

    return logger.inject_lambda_context(_traced(handle), clear_state=True)


def _traced[E, A](handler: Handler[E, A]) -> Handler[E, A]:
    """With an X-Ray segment of its own and one for each call of AWS.

    The X-Ray SDK takes a quarter of a second to import, and outside Lambda there is
    nobody to send segments to.
    """
    if not Settings.from_environment().is_in_lambda:
        return handler
    from aws_lambda_powertools import Tracer  # noqa: PLC0415 - only where it is used

    tracer = Tracer(patch_modules=("botocore",))
    return tracer.capture_lambda_handler(handler, capture_response=False)


def route_library_logs() -> None:
    """What use cases and adapters log goes the same way, once."""
    library = logging.getLogger("flextime")
    library.handlers = logger.handlers
    library.setLevel(logger.log_level)
    library.propagate = False
