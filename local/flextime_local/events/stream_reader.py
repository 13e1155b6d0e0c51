"""Read a table's stream by sequence number."""

import json
from dataclasses import dataclass
from typing import Any

from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import StreamShard
from moto.dynamodb.models.utilities import dynamo_json_dump

from flextime_local.names import ACCOUNT_ID, REGION
from flextime_local.state_lock import STATE_LOCK

_KEPT_RECORDS = 1000


class NoStreamError(ValueError):
    """The table has no stream."""


@dataclass(frozen=True, slots=True)
class StreamReader:
    """Reads the stream with this ARN."""

    arn: str

    @property
    def table_name(self) -> str:
        """Name of the table."""
        return self.arn.split(":table/")[1].split("/")[0]

    def _shard(self) -> StreamShard:
        table = dynamodb_backends[ACCOUNT_ID][REGION].get_table(self.table_name)
        if table.stream_shard is None:
            raise NoStreamError(f"the table {self.table_name} has no stream")
        return table.stream_shard

    def first(self) -> int:
        """Return the sequence number of the oldest record kept."""
        return self._shard().starting_sequence_number

    def end(self) -> int:
        """Return the sequence number of the next record."""
        shard = self._shard()
        with STATE_LOCK:
            return shard.starting_sequence_number + len(shard.items)

    def read(self, position: int, most: int) -> list[dict[str, Any]]:
        """Return up to `most` records from a position on, as Lambda receives them."""
        shard = self._shard()
        with STATE_LOCK:
            start = max(0, position - shard.starting_sequence_number)
            records = [item.record for item in shard.items[start : start + most]]
            text = dynamo_json_dump(records)
        plain: list[dict[str, Any]] = json.loads(text)
        return [record | {"eventSourceARN": self.arn} for record in plain]

    def forget_before(self, position: int) -> None:
        """Drop records before a position, except for the last thousand."""
        shard = self._shard()
        with STATE_LOCK:
            read = position - shard.starting_sequence_number - _KEPT_RECORDS
            if read > 0:
                del shard.items[:read]
                shard.starting_sequence_number += read
