"""What Lambdas tell their operators: logs, traces and metrics. No personal data.

Powertools reads its own POWERTOOLS_* variables; outside Lambda the tracer is silent.
"""

import logging
import re
from collections.abc import Callable
from typing import Any, cast

from aws_lambda_powertools import Logger, Metrics, Tracer
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter
from aws_lambda_powertools.logging.types import LogRecord

_EMAIL = re.compile(r"[\w.+%-]+@([\w-]+(?:\.[\w-]+)+)")
_TOKEN = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*")


def masked(text: str) -> str:
    """Without names in e-mail addresses and without tokens."""
    return _TOKEN.sub("***", _EMAIL.sub(r"***@\1", text))


class _MaskingFormatter(LambdaPowertoolsFormatter):
    """Masks whole lines: it does not depend on where somebody put an address."""

    def serialize(self, log: LogRecord) -> str:
        return masked(super().serialize(log))


logger = Logger(logger_formatter=_MaskingFormatter())
tracer = Tracer(patch_modules=("botocore",))
metrics = Metrics(namespace="FlexTime")

type Handler[E, A] = Callable[[E, Any], A]


def observed[E, A](handler: Handler[E, A]) -> Handler[E, A]:
    """A Lambda handler whose calls are logged with their request, traced, counted."""
    adopt_logs_of_flextime()
    traced = tracer.capture_lambda_handler(handler, capture_response=False)
    counted = metrics.log_metrics(traced, capture_cold_start_metric=True)
    return cast(
        "Handler[E, A]", logger.inject_lambda_context(counted, clear_state=True)
    )


def adopt_logs_of_flextime() -> None:
    """What use cases and adapters log goes the same way, once."""
    library = logging.getLogger("flextime")
    library.handlers = logger.handlers
    library.setLevel(logger.log_level)
    library.propagate = False
