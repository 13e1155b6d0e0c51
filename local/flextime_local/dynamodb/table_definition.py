"""What the service needs to know of a table; the template declares it through moto."""

from dataclasses import dataclass
from typing import Any, Self

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.table import Table

from flextime_local.dynamodb.errors import TableNotFoundError, ValidationError
from flextime_local.dynamodb.values import Item, Value, sort_key

type Key = tuple[bytes, bytes]
"""Partition key and sort key of an item, as bytes that sort like the values."""

_MAX_KEY_BYTES = (2048, 1024)


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """Keys, stream and time to live of a table."""

    name: str
    partition_key: str
    sort_key: str | None
    key_types: dict[str, str]
    stream_view: str | None
    """StreamViewType; None for a table without a stream."""
    expiry_attribute: str | None

    @classmethod
    def of(cls, table: Table) -> Self:
        """Return the definition of one of moto's tables."""
        types = {table.hash_key_attr: table.hash_key_type}
        if table.range_key_attr and table.range_key_type:
            types[table.range_key_attr] = table.range_key_type
        stream: dict[str, Any] = table.stream_specification or {}
        is_enabled = table.ttl.get("TimeToLiveStatus") == "ENABLED"
        return cls(
            name=table.name,
            partition_key=table.hash_key_attr,
            sort_key=table.range_key_attr,
            key_types=types,
            stream_view=stream.get("StreamViewType")
            if stream.get("StreamEnabled")
            else None,
            expiry_attribute=table.ttl.get("AttributeName") if is_enabled else None,
        )

    @property
    def key_names(self) -> tuple[str, ...]:
        """Names of the key attributes, the partition key first."""
        return tuple(self.key_types)

    def key_of(self, item: Item) -> Item:
        """Return the key attributes of an item."""
        return {name: item[name] for name in self.key_names}

    def key_bytes(self, item: Item) -> Key:
        """Return where an item is stored; raises `ValidationError`."""
        found = []
        for name, longest in zip(self.key_names, _MAX_KEY_BYTES, strict=False):
            value = item.get(name)
            if value is None:
                raise ValidationError(
                    "One or more parameter values were invalid: Missing the key "
                    f"{name} in the item"
                )
            found.append(self._checked(name, value, longest))
        partition, *sort = found
        return partition, sort[0] if sort else b""

    def check_key(self, key: Item) -> None:
        """Refuse a key that has not exactly the key attributes."""
        if key.keys() != self.key_types.keys():
            raise ValidationError("The provided key element does not match the schema")

    def _checked(self, name: str, value: Value, longest: int) -> bytes:
        if self.key_types[name] not in value:
            raise ValidationError(
                f"One or more parameter values were invalid: Type mismatch for key "
                f"{name} expected: {self.key_types[name]} actual: {next(iter(value))}"
            )
        content = sort_key(value)
        if not content:
            raise ValidationError(
                "One or more parameter values are not valid. The AttributeValue for a "
                f"key attribute cannot contain an empty string value. Key: {name}"
            )
        if len(content) > longest:
            raise ValidationError(
                f"One or more parameter values were invalid: Size of {name} has "
                f"exceeded the maximum size limit of {longest} bytes"
            )
        return content


@dataclass(frozen=True, slots=True)
class TableDefinitions:
    """Definitions of the tables that are there now."""

    backend: DynamoDBBackend

    def get(self, name: str) -> TableDefinition:
        """Return a table's definition; raises `TableNotFoundError`."""
        table = self.backend.tables.get(name.rpartition("/")[2])
        if table is None:
            raise TableNotFoundError(name)
        return TableDefinition.of(table)

    def all(self) -> list[TableDefinition]:
        """Return the definitions of all tables."""
        return [TableDefinition.of(table) for table in self.backend.tables.values()]
