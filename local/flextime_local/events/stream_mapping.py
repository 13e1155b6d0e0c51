"""Feed a function from a table's stream, in order, with retries and bisection."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from flextime_local.dynamodb.stream_rows import StreamRows
from flextime_local.events.batch_response import failed_identifiers
from flextime_local.events.filter_criteria import FilterCriteria
from flextime_local.events.queue_sender import send_to_queue
from flextime_local.events.stream_reader import StreamReader
from flextime_local.lambda_runner.functions import Functions

_log = logging.getLogger(__name__)
_DEFAULT_BATCH = 100
_MAX_DELAY_S = 5.0

type Records = list[dict[str, Any]]
type SavePosition = Callable[[str, int], None]


def _number(record: dict[str, Any]) -> str:
    number: str = record["dynamodb"]["SequenceNumber"]
    return number


@dataclass(slots=True)
class StreamMapping:
    """An event source mapping of a stream, with its position."""

    name: str
    properties: dict[str, Any]
    functions: Functions
    make_durable: Callable[[], None]
    save_position: SavePosition
    stopping: Event
    streams: StreamRows
    position: int | None = None
    """Sequence number of the next record; nothing yet at the very first start."""
    reader: StreamReader = field(init=False)
    criteria: FilterCriteria = field(init=False)

    def __post_init__(self) -> None:
        self.reader = StreamReader(
            self.name, self.properties["EventSourceArn"], self.streams
        )
        self.criteria = FilterCriteria.of(self.properties)

    def run_once(self) -> bool:
        """Handle one batch; false if there was nothing to read."""
        if self.position is None:
            self.position = self._starting_position()
        size = int(self.properties.get("BatchSize", _DEFAULT_BATCH))
        records = self.reader.read(self.position, size)
        if not records:
            return False
        self.make_durable()  # nobody may hear of a change that could still be lost
        wanted = [one for one in records if self.criteria.lets_through(one)]
        self._handle(wanted)
        if self.stopping.is_set() and wanted:
            return False  # perhaps not handled: read again at the next start
        self.position = int(_number(records[-1])) + 1
        if wanted:
            self.save_position(self.name, self.position)
        self.reader.forget_before(self.position)
        return True

    def _starting_position(self) -> int:
        from_start = self.properties.get("StartingPosition") == "TRIM_HORIZON"
        return self.reader.first() if from_start else self.reader.end()

    def _handle(self, records: Records) -> None:
        failures = 0
        while records and not self.stopping.is_set():
            failed = self._first_failed(records)
            if failed is None:
                return
            failures = failures + 1 if failed == 0 else 1
            records = records[failed:]
            if self._may_not_retry(failures):
                self._give_up(records)
                return
            if self._bisects() and len(records) > 1:
                half = len(records) // 2
                self._handle(records[:half])
                self._handle(records[half:])
                return
            self.stopping.wait(min(0.2 * 2.0 ** (failures - 1), _MAX_DELAY_S))

    def _first_failed(self, records: Records) -> int | None:
        response = self.functions.invoke(
            self.properties["FunctionName"], {"Records": records}
        )
        numbers = [_number(record) for record in records]
        failed = failed_identifiers(response, self.properties, numbers)
        if response.is_error:
            _log.warning("%s failed on a batch: %s", self.name, response.summary)
        return min((numbers.index(number) for number in failed), default=None)

    def _may_not_retry(self, failures: int) -> bool:
        allowed = int(self.properties.get("MaximumRetryAttempts", -1))
        return allowed >= 0 and failures > allowed

    def _bisects(self) -> bool:
        return (
            str(self.properties.get("BisectBatchOnFunctionError", False)).lower()
            == "true"
        )

    def _give_up(self, records: Records) -> None:
        _log.error("%s gave up %d records of its stream", self.name, len(records))
        destination = self.properties.get("DestinationConfig", {}).get("OnFailure", {})
        if arn := destination.get("Destination"):
            send_to_queue(arn, json.dumps(self._failure_record(records)))

    def _failure_record(self, records: Records) -> dict[str, Any]:
        return {
            "version": "1.0",
            "requestContext": {
                "functionArn": self.properties["FunctionName"],
                "condition": "RetryAttemptsExhausted",
            },
            "DDBStreamBatchInfo": {
                "streamArn": self.reader.arn,
                "batchSize": len(records),
                "startSequenceNumber": _number(records[0]),
                "endSequenceNumber": _number(records[-1]),
            },
        }
