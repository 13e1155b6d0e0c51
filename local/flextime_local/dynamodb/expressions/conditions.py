"""Conditions, as objects that an item satisfies or not."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from flextime_local.dynamodb.expressions.functions import FUNCTIONS
from flextime_local.dynamodb.expressions.names import Values
from flextime_local.dynamodb.expressions.operands import Operand
from flextime_local.dynamodb.values import Item, Value, sort_key

_ORDERED: Final = frozenset(("S", "N", "B"))
_ORDERS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Condition(Protocol):
    """A condition on an item; None stands for an item that is not there."""

    def holds(self, item: Item | None, values: Values) -> bool:
        """Return whether the item satisfies the condition."""


@dataclass(frozen=True, slots=True)
class Logic:
    """AND or OR of two conditions."""

    word: str
    left: Condition
    right: Condition

    def holds(self, item: Item | None, values: Values) -> bool:
        """Return whether both hold, or one."""
        is_left = self.left.holds(item, values)
        if is_left == (self.word == "OR"):
            return is_left
        return self.right.holds(item, values)


@dataclass(frozen=True, slots=True)
class Not:
    """Negation of a condition."""

    condition: Condition

    def holds(self, item: Item | None, values: Values) -> bool:
        """Return whether the condition does not hold."""
        return not self.condition.holds(item, values)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands and one of ``= <> < <= > >=``."""

    left: Operand
    symbol: str
    right: Operand

    def holds(self, item: Item | None, values: Values) -> bool:
        """Compare; an absent attribute is different from everything."""
        left = self.left.value(item, values)
        right = self.right.value(item, values)
        if self.symbol == "<>":
            return left != right
        if left is None or right is None:
            return False
        if self.symbol == "=":
            return left == right
        return is_ordered(left, self.symbol, right)


def is_ordered(left: Value, symbol: str, right: Value) -> bool:
    """Compare two values of one type by order; false for different types."""
    if left.keys() != right.keys() or not left.keys() <= _ORDERED:
        return False
    return _ORDERS[symbol](sort_key(left), sort_key(right))


@dataclass(frozen=True, slots=True)
class Between:
    """An operand within two others, both included."""

    operand: Operand
    low: Operand
    high: Operand

    def holds(self, item: Item | None, values: Values) -> bool:
        """Return whether the operand is within the bounds."""
        found = self.operand.value(item, values)
        low, high = self.low.value(item, values), self.high.value(item, values)
        if found is None or low is None or high is None:
            return False
        return is_ordered(low, "<=", found) and is_ordered(found, "<=", high)


@dataclass(frozen=True, slots=True)
class In:
    """An operand equal to one of several."""

    operand: Operand
    others: tuple[Operand, ...]

    def holds(self, item: Item | None, values: Values) -> bool:
        """Return whether one of the others is equal."""
        found = self.operand.value(item, values)
        return found is not None and any(
            found == other.value(item, values) for other in self.others
        )


@dataclass(frozen=True, slots=True)
class Call:
    """A function that is true or false: ``begins_with(path, :value)`` and so on."""

    function: str
    operands: tuple[Operand, ...]

    def holds(self, item: Item | None, values: Values) -> bool:
        """Evaluate the function."""
        first, *others = (operand.value(item, values) for operand in self.operands)
        match self.function:
            case "attribute_exists":
                return first is not None
            case "attribute_not_exists":
                return first is None
        if first is None or others[0] is None:
            return False
        return FUNCTIONS[self.function](first, others[0])
