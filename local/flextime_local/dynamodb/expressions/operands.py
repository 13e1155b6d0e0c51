"""Operands of conditions: a path, a placeholder of a value, a size."""

from dataclasses import dataclass
from typing import Protocol

from flextime_local.dynamodb.expressions.names import Values
from flextime_local.dynamodb.expressions.paths import Path, parse_path, read
from flextime_local.dynamodb.expressions.tokens import Tokens
from flextime_local.dynamodb.values import Item, Value, size


class Operand(Protocol):
    """Something that has a value for an item."""

    def value(self, item: Item | None, values: Values) -> Value | None:
        """Return the value, or None where the item has none."""


@dataclass(frozen=True, slots=True)
class PathOperand:
    """The attribute at a path."""

    path: Path

    def value(self, item: Item | None, values: Values) -> Value | None:  # noqa: ARG002 - the protocol's
        """Return the attribute's value."""
        return read(item, self.path)


@dataclass(frozen=True, slots=True)
class ValueOperand:
    """A placeholder of a value."""

    placeholder: str

    def value(self, item: Item | None, values: Values) -> Value | None:  # noqa: ARG002 - the protocol's
        """Return the value that the request gives."""
        return values.resolve(self.placeholder)


@dataclass(frozen=True, slots=True)
class SizeOperand:
    """``size(path)``: characters, bytes or members."""

    path: Path

    def value(self, item: Item | None, values: Values) -> Value | None:  # noqa: ARG002 - the protocol's
        """Return the size as a number."""
        found = read(item, self.path)
        if found is None:
            return None
        ((kind, content),) = found.items()
        count = size(found) if kind in {"S", "B"} else len(content)
        return {"N": str(count)}


def parse_operand(tokens: Tokens) -> Operand:
    """Step over an operand and return it."""
    kind, text = tokens.next
    if kind == "value":
        tokens.take()
        return ValueOperand(text)
    if tokens.is_call():
        if text != "size":
            raise tokens.error()
        tokens.take()
        tokens.expect("(")
        path = parse_path(tokens)
        tokens.expect(")")
        return SizeOperand(path)
    return PathOperand(parse_path(tokens))
