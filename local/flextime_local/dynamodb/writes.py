"""One write of an item: its condition, and the item before and after."""

from dataclasses import dataclass
from typing import Any, Final, Self

from flextime_local.dynamodb.errors import ConditionFailedError, ValidationError
from flextime_local.dynamodb.expressions.condition_parser import parse_condition
from flextime_local.dynamodb.expressions.names import (
    Names,
    Values,
    check_placeholders,
)
from flextime_local.dynamodb.expressions.update_parser import parse_update
from flextime_local.dynamodb.table_definition import Key, TableDefinition
from flextime_local.dynamodb.values import Item, normal_item

KINDS: Final = frozenset(("Put", "Update", "Delete", "ConditionCheck"))


@dataclass(frozen=True, slots=True)
class Write:
    """A Put, Update, Delete or ConditionCheck, alone or within a transaction."""

    kind: str
    table: TableDefinition
    request: dict[str, Any]
    item: Item
    """The new item of a Put; else only the key."""
    key: Key

    @classmethod
    def of(cls, kind: str, table: TableDefinition, request: dict[str, Any]) -> Self:
        """Return the write that a request describes; raises `ValidationError`."""
        check_placeholders(request)
        item = normal_item(request["Item" if kind == "Put" else "Key"])
        if kind != "Put":
            table.check_key(item)
        return cls(kind, table, request, item, table.key_bytes(item))

    def check(self, old: Item | None) -> None:
        """Raise `ConditionFailedError` if the condition does not hold."""
        text = self.request.get("ConditionExpression")
        if text is None:
            return
        condition = parse_condition(text, Names.of(self.request))
        if condition.holds(old, Values.of(self.request)):
            return
        shown = self.request.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD"
        raise ConditionFailedError(old if shown else None)

    def new_item(self, old: Item | None) -> Item | None:
        """Return the item afterwards, or None; raises `ValidationError`."""
        match self.kind:
            case "Put":
                return self.item
            case "Delete":
                return None
            case "Update":
                return self._updated(old)
            case _:
                return old

    def _updated(self, old: Item | None) -> Item:
        before = self.item if old is None else old
        text = self.request.get("UpdateExpression")
        if text is None:
            return before
        update = parse_update(text, Names.of(self.request))
        for path in update.paths:
            if path[0] in self.table.key_names:
                raise ValidationError(
                    "One or more parameter values were invalid: Cannot update "
                    f"attribute {path[0]}. This attribute is part of the key"
                )
        return update.applied(before, Values.of(self.request))

    def attributes(self, old: Item | None, new: Item | None) -> Item | None:
        """Return what the request wants to see of the item (ReturnValues)."""
        wanted = self.request.get("ReturnValues", "NONE")
        match wanted:
            case "NONE":
                return None
            case "ALL_OLD":
                return old
            case "ALL_NEW" if self.kind == "Update":
                return new
            case "UPDATED_OLD" | "UPDATED_NEW" if self.kind == "Update":
                shown = old if wanted == "UPDATED_OLD" else new
                return {
                    name: value
                    for name, value in (shown or {}).items()
                    if name in self._updated_names()
                }
        raise ValidationError("Return values set to invalid value")

    def _updated_names(self) -> set[str | int]:
        text = self.request.get("UpdateExpression")
        if text is None:
            return set()
        return {path[0] for path in parse_update(text, Names.of(self.request)).paths}
