"""Parse conditions: OR binds least, then AND, then NOT."""

from functools import lru_cache
from typing import Final

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.conditions import (
    Between,
    Call,
    Comparison,
    Condition,
    In,
    Logic,
    Not,
)
from flextime_local.dynamodb.expressions.names import Names
from flextime_local.dynamodb.expressions.operands import Operand, parse_operand
from flextime_local.dynamodb.expressions.tokens import END, Tokens, tokens_of

_OPERANDS_OF: Final = {
    "attribute_exists": 1,
    "attribute_not_exists": 1,
    "attribute_type": 2,
    "begins_with": 2,
    "contains": 2,
}
_COMPARISONS: Final = ("=", "<>", "<", "<=", ">", ">=")


@lru_cache(maxsize=1024)
def parse_condition(
    text: str, names: Names, what: str = "ConditionExpression"
) -> Condition:
    """Return the condition that a text describes; raises `ValidationError`.

    Parameters
    ----------
    text
        The expression.
    names
        Attribute names by placeholder.
    what
        The expression's name in error messages.
    """
    tokens = Tokens(what, names, tokens_of(text, what))
    condition = _disjunction(tokens)
    if tokens.next != END:
        raise tokens.error()
    return condition


def _disjunction(tokens: Tokens) -> Condition:
    condition = _conjunction(tokens)
    while tokens.take_if("OR"):
        condition = Logic("OR", condition, _conjunction(tokens))
    return condition


def _conjunction(tokens: Tokens) -> Condition:
    condition = _negation(tokens)
    while tokens.take_if("AND"):
        condition = Logic("AND", condition, _negation(tokens))
    return condition


def _negation(tokens: Tokens) -> Condition:
    if tokens.take_if("NOT"):
        return Not(_negation(tokens))
    if tokens.take_if("("):
        condition = _disjunction(tokens)
        tokens.expect(")")
        return condition
    if tokens.is_call() and tokens.next[1] != "size":
        return _call(tokens)
    return _comparison(tokens)


def _call(tokens: Tokens) -> Condition:
    function = tokens.next[1]
    if function not in _OPERANDS_OF:
        raise ValidationError(
            f"Invalid {tokens.what}: Invalid function name; function: {function}"
        )
    tokens.take()
    tokens.expect("(")
    operands = _operands(tokens)
    if len(operands) != _OPERANDS_OF[function]:
        raise ValidationError(
            f"Invalid {tokens.what}: Incorrect number of operands for operator or "
            f"function; operator or function: {function}, "
            f"number of operands: {len(operands)}"
        )
    return Call(function, operands)


def _operands(tokens: Tokens) -> tuple[Operand, ...]:
    """Step over operands and the parenthesis that ends them."""
    operands = [parse_operand(tokens)]
    while tokens.take_if(","):
        operands.append(parse_operand(tokens))
    tokens.expect(")")
    return tuple(operands)


def _comparison(tokens: Tokens) -> Condition:
    left = parse_operand(tokens)
    if symbol := tokens.take_if(*_COMPARISONS):
        return Comparison(left, symbol, parse_operand(tokens))
    if tokens.take_if("IN"):
        tokens.expect("(")
        return In(left, _operands(tokens))
    tokens.expect("BETWEEN")
    low = parse_operand(tokens)
    tokens.expect("AND")
    return Between(left, low, parse_operand(tokens))
