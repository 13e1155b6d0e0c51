"""Key conditions: one partition, and a range of its sort keys."""

from dataclasses import dataclass
from typing import Any, Final

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.condition_parser import parse_condition
from flextime_local.dynamodb.expressions.conditions import (
    Between,
    Call,
    Comparison,
    Condition,
    Logic,
)
from flextime_local.dynamodb.expressions.names import Names, Values
from flextime_local.dynamodb.expressions.operands import (
    Operand,
    PathOperand,
    ValueOperand,
)
from flextime_local.dynamodb.table_definition import TableDefinition
from flextime_local.dynamodb.values import Value, sort_key

_WHAT: Final = "KeyConditionExpression"

type Bound = tuple[str, bytes]
"""A comparison of SQL and the bytes of a sort key."""


@dataclass(frozen=True, slots=True)
class KeyRange:
    """A partition, and what its sort keys must satisfy."""

    partition: bytes
    bounds: tuple[Bound, ...]


def key_range(request: dict[str, Any], table: TableDefinition) -> KeyRange:
    """Return the keys that a Query asks for; raises `ValidationError`."""
    text = request.get(_WHAT)
    if not text:
        raise ValidationError(
            "Either the KeyConditions or KeyConditionExpression parameter must be "
            "specified in the request."
        )
    values = Values.of(request)
    partition: bytes | None = None
    bounds: tuple[Bound, ...] = ()
    for condition in _parts(parse_condition(text, Names.of(request), _WHAT)):
        name = _name(condition)
        if name == table.partition_key and isinstance(condition, Comparison):
            if condition.symbol != "=":
                raise ValidationError("Query key condition not supported")
            partition = sort_key(_given(condition.right, values, table, name))
        elif name is not None and name == table.sort_key:
            bounds = _bounds(condition, values, table)
        else:
            raise ValidationError("Query key condition not supported")
    if partition is None:
        raise ValidationError(
            f"Query condition missed key schema element: {table.partition_key}"
        )
    return KeyRange(partition, bounds)


def _parts(condition: Condition) -> list[Condition]:
    if isinstance(condition, Logic) and condition.word == "AND":
        return [*_parts(condition.left), *_parts(condition.right)]
    return [condition]


def _name(condition: Condition) -> str | int | None:
    match condition:
        case (
            Comparison(left=PathOperand(path=(name,)))
            | Between(operand=PathOperand(path=(name,)))
            | Call(function="begins_with", operands=(PathOperand(path=(name,)), _))
        ):
            return name
    return None


def _given(
    operand: Operand, values: Values, table: TableDefinition, name: str
) -> Value:
    if not isinstance(operand, ValueOperand):
        raise ValidationError("Query key condition not supported")
    value = values.resolve(operand.placeholder)
    if table.key_types[name] not in value:
        raise ValidationError(
            "One or more parameter values were invalid: Condition parameter type does "
            "not match schema type"
        )
    return value


def _bounds(
    condition: Condition, values: Values, table: TableDefinition
) -> tuple[Bound, ...]:
    def given(operand: Operand) -> bytes:
        return sort_key(_given(operand, values, table, str(table.sort_key)))

    match condition:
        case Comparison(symbol="=" | "<" | "<=" | ">" | ">=" as symbol, right=right):
            return ((symbol, given(right)),)
        case Between(low=low, high=high):
            return ((">=", given(low)), ("<=", given(high)))
        case Call(operands=(_, start)):
            return _beginning_with(given(start))
    raise ValidationError("Query key condition not supported")


def _beginning_with(start: bytes) -> tuple[Bound, ...]:
    """Every key from the start on, before the first that begins otherwise."""
    significant = start.rstrip(b"\xff")
    if not significant:
        return ((">=", start),)
    following = significant[:-1] + bytes((significant[-1] + 1,))
    return ((">=", start), ("<", following))
