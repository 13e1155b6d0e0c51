"""Queue of final events of runs: mail each run's owner how it ended."""

from json import dumps
from typing import Any

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from flextime.bootstrap import get_application
from flextime.observability import instrumented, logger, metrics
from flextime.serialization.events.envelope import read_envelope
from flextime.usecases.notifications.notify_owner import notify_owner


@instrumented
def handler(
    event: dict[str, Any],
    context: Any,  # noqa: ANN401 - Lambda's own
) -> PartialItemFailureResponse:
    """Handle a batch and report the failed messages, which SQS delivers again."""
    processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(event, _notify, processor, context)


def _notify(record: SQSRecord) -> None:
    try:
        envelope = read_envelope(dumps(record.json_body["detail"]))
        application = get_application()
        dashboard_url = application.settings.dashboard_url
        sent = notify_owner(application, envelope, dashboard_url)
    except Exception:
        logger.exception("no notification was sent", message_id=record.message_id)
        raise
    if sent:
        metrics.add_metric("NotificationsSent", "Count", 1)
