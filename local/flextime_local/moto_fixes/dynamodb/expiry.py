"""Items past their time to live are deleted, which moto never does.

AWS deletes them within days and an application may not count on when; here a call
of `delete_expired` does it, and the stack calls it once a minute.
"""

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import Item
from moto.dynamodb.models.table import Table

from flextime_local.state_lock import STATE_LOCK


def delete_expired(backend: DynamoDBBackend, now_s: float) -> int:
    """Delete what has expired in all tables; returns how many items."""
    deleted = 0
    for table in list(backend.tables.values()):
        with STATE_LOCK:
            for item in _expired(table, now_s):
                backend.delete_item(table.name, _key(table, item))
                deleted += 1
    return deleted


def _expired(table: Table, now_s: float) -> list[Item]:
    if table.ttl.get("TimeToLiveStatus") != "ENABLED":
        return []
    attribute = table.ttl["AttributeName"]
    return [
        item
        for item in table.all_items()
        if (expires := item.attrs.get(attribute)) is not None
        and expires.type == "N"
        and float(expires.value) < now_s
    ]


def _key(table: Table, item: Item) -> dict[str, dict[str, str]]:
    names = [name for name in (table.hash_key_attr, table.range_key_attr) if name]
    return {name: item.attrs[name].to_json() for name in names}
