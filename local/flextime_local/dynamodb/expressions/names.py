"""Placeholders of a request: ExpressionAttributeNames and ExpressionAttributeValues."""

import re
from dataclasses import dataclass
from typing import Any, Self

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.values import Value, normal

_PLACEHOLDER = re.compile(r"[#:][A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Attribute names by placeholder; hashable, so that parsing can be cached."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: dict[str, Any]) -> Self:
        """Return the names of a request."""
        names = request.get("ExpressionAttributeNames") or {}
        return cls(tuple(sorted(names.items())))

    def resolve(self, placeholder: str, what: str) -> str:
        """Return the name behind a placeholder; raises `ValidationError`."""
        for known, name in self.pairs:
            if known == placeholder:
                return name
        raise ValidationError(
            f"Invalid {what}: An expression attribute name used in the document path "
            f"is not defined; attribute name: {placeholder}"
        )


@dataclass(frozen=True, slots=True)
class Values:
    """Values by placeholder, in the normal form."""

    by_placeholder: dict[str, Value]

    @classmethod
    def of(cls, request: dict[str, Any]) -> Self:
        """Return the values of a request; raises `ValidationError`."""
        values = request.get("ExpressionAttributeValues") or {}
        return cls({name: normal(value) for name, value in values.items()})

    def resolve(self, placeholder: str) -> Value:
        """Return the value behind a placeholder; raises `ValidationError`."""
        if placeholder not in self.by_placeholder:
            raise ValidationError(
                "Invalid expression: An expression attribute value used in expression "
                f"is not defined; attribute value: {placeholder}"
            )
        return self.by_placeholder[placeholder]


def check_placeholders(request: dict[str, Any]) -> None:
    """Refuse placeholders that no expression of the request uses."""
    used = {
        found
        for name, text in request.items()
        if name.endswith("Expression") and isinstance(text, str)
        for found in _PLACEHOLDER.findall(text)
    }
    for field in ("ExpressionAttributeNames", "ExpressionAttributeValues"):
        unused = sorted((request.get(field) or {}).keys() - used)
        if unused:
            raise ValidationError(
                f"Value provided in {field} unused in expressions: "
                f"keys: {{{', '.join(unused)}}}"
            )
