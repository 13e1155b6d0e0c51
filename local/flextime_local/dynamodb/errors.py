"""Errors that the service answers, with the texts of AWS."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_DYNAMODB = "com.amazonaws.dynamodb.v20120810"
_CORAL = "com.amazon.coral"


@dataclass(eq=False)
class DynamoDbError(Exception):
    """An error response: its type, its message and further fields."""

    type: str
    message: str
    fields: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message


class ValidationError(DynamoDbError):
    """The request is not valid."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{_CORAL}.validate#ValidationException", message)


class UnknownOperationError(DynamoDbError):
    """The service does not have this operation."""

    def __init__(self, operation: str) -> None:
        message = f"the local stack's DynamoDB has no operation {operation}"
        super().__init__(f"{_CORAL}.service#UnknownOperationException", message)


class TableNotFoundError(DynamoDbError):
    """There is no table with this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{_DYNAMODB}#ResourceNotFoundException",
            f"Requested resource not found: Table: {name} not found",
        )


class ConditionFailedError(DynamoDbError):
    """A condition was false; holds the item if the request asked for it."""

    def __init__(self, item: dict[str, Any] | None = None) -> None:
        super().__init__(
            f"{_DYNAMODB}#ConditionalCheckFailedException",
            "The conditional request failed",
            {"Item": item} if item is not None else {},
        )


class RequestTokenReusedError(DynamoDbError):
    """A request token came with another transaction than before."""

    def __init__(self) -> None:
        super().__init__(
            f"{_DYNAMODB}#IdempotentParameterMismatchException",
            "The request token was used with another request",
        )


class TransactionCanceledError(DynamoDbError):
    """A transaction was not applied; holds the reason of each operation."""

    def __init__(self, reasons: Sequence[dict[str, Any]]) -> None:
        codes = ", ".join(reason["Code"] for reason in reasons)
        super().__init__(
            f"{_DYNAMODB}#TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific "
            f"reasons [{codes}]",
            {"CancellationReasons": list(reasons)},
        )
