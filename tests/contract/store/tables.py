"""The table as the template describes it."""

from functools import cache
from typing import Any

from mypy_boto3_dynamodb import DynamoDBClient

from contract.templates import resources

_NEEDED = (
    "AttributeDefinitions",
    "KeySchema",
    "BillingMode",
    "StreamSpecification",
)


def create_table(client: DynamoDBClient, name: str) -> None:
    client.create_table(TableName=name, **_described())


@cache
def _described() -> dict[str, Any]:
    (table,) = resources("::DynamoDB::Table", "infra/storage.yaml")
    wanted: dict[str, Any] = {key: table.properties[key] for key in _NEEDED}
    wanted["StreamSpecification"] = {
        "StreamEnabled": True,
        **wanted["StreamSpecification"],
    }
    return wanted
