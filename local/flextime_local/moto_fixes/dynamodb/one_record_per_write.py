"""An update that creates an item is one record of the stream.

moto first puts an item of nothing but keys, then updates it, and its stream tells of
two insertions.
"""

from collections.abc import Callable

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import Item

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch
from flextime_local.state_lock import STATE_LOCK


def _without_the_empty_insert(original: Callable[..., Item]) -> Callable[..., Item]:
    def update_item(
        backend: DynamoDBBackend, table_name: str, *arguments: Untyped, **named: Untyped
    ) -> Item:
        with STATE_LOCK:
            shard = backend.get_table(table_name).stream_shard
            before = len(shard.items) if shard else 0
            item = original(backend, table_name, *arguments, **named)
            if shard and len(shard.items) - before == 2:
                del shard.items[before]
                record = shard.items[before].record["dynamodb"]
                record["SequenceNumber"] = str(int(record["SequenceNumber"]) - 1)
            return item

    return update_item


ONE_RECORD_PER_WRITE = Fix(
    gap="an update that creates an item is two insertions in the stream",
    patches=(Patch(DynamoDBBackend, "update_item", _without_the_empty_insert),),
)
