"""Right-hand sides of SET: operands, functions, sums and differences."""

import copy
from dataclasses import dataclass
from typing import Final, Protocol

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.names import Values
from flextime_local.dynamodb.expressions.operands import (
    Operand,
    SizeOperand,
    parse_operand,
)
from flextime_local.dynamodb.expressions.paths import Path, parse_path, read
from flextime_local.dynamodb.expressions.tokens import Tokens
from flextime_local.dynamodb.numbers import add, subtract
from flextime_local.dynamodb.values import Item, Value

INCORRECT_TYPE: Final = "An operand in the update expression has an incorrect data type"
_ABSENT: Final = (
    "The provided expression refers to an attribute that does not exist in the item"
)


class Term(Protocol):
    """Something that can be assigned."""

    def result(self, item: Item, values: Values) -> Value:
        """Return the value for an item; raises `ValidationError`."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A path or a placeholder."""

    operand: Operand

    def result(self, item: Item, values: Values) -> Value:
        """Return a copy of the operand's value."""
        found = self.operand.value(item, values)
        if found is None:
            raise ValidationError(_ABSENT)
        return copy.deepcopy(found)


@dataclass(frozen=True, slots=True)
class IfNotExists:
    """``if_not_exists(path, term)``."""

    path: Path
    otherwise: Term

    def result(self, item: Item, values: Values) -> Value:
        """Return the value at the path, else the term's."""
        found = read(item, self.path)
        if found is None:
            return self.otherwise.result(item, values)
        return copy.deepcopy(found)


@dataclass(frozen=True, slots=True)
class ListAppend:
    """``list_append(term, term)``."""

    first: Term
    second: Term

    def result(self, item: Item, values: Values) -> Value:
        """Return the two lists joined."""
        first = self.first.result(item, values)
        second = self.second.result(item, values)
        if "L" not in first or "L" not in second:
            raise ValidationError(INCORRECT_TYPE)
        return {"L": [*first["L"], *second["L"]]}


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The sum or the difference of two numbers."""

    left: Term
    symbol: str
    right: Term

    def result(self, item: Item, values: Values) -> Value:
        """Calculate."""
        left = self.left.result(item, values)
        right = self.right.result(item, values)
        if "N" not in left or "N" not in right:
            raise ValidationError(INCORRECT_TYPE)
        calculate = add if self.symbol == "+" else subtract
        return {"N": calculate(left["N"], right["N"])}


def parse_term(tokens: Tokens) -> Term:
    """Step over a term and return it."""
    term = _simple(tokens)
    if symbol := tokens.take_if("+", "-"):
        return Arithmetic(term, symbol, _simple(tokens))
    return term


def _simple(tokens: Tokens) -> Term:
    function = tokens.next[1] if tokens.is_call() else None
    if function in {"if_not_exists", "list_append"}:
        tokens.take()
        tokens.expect("(")
        if function == "if_not_exists":
            path = parse_path(tokens)
            tokens.expect(",")
            term: Term = IfNotExists(path, parse_term(tokens))
        else:
            first = parse_term(tokens)
            tokens.expect(",")
            term = ListAppend(first, parse_term(tokens))
        tokens.expect(")")
        return term
    operand = parse_operand(tokens)
    if isinstance(operand, SizeOperand):
        raise ValidationError(
            "Invalid UpdateExpression: The function is not allowed in an update "
            "expression; function: size"
        )
    return Plain(operand)
