"""A table's TimeToLiveSpecification takes effect; moto drops it."""

from collections.abc import Callable
from typing import Any

from moto.dynamodb.models.table import Table

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch


def _with_time_to_live(original: Callable[..., Table]) -> Untyped:
    def create_from_cloudformation_json(
        _: type[Untyped],
        /,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
        **arguments: Untyped,
    ) -> Table:
        table = original(
            resource_name, cloudformation_json, account_id, region_name, **arguments
        )
        properties = cloudformation_json["Properties"]
        if specification := properties.get("TimeToLiveSpecification"):
            enabled = str(specification["Enabled"]).lower() == "true"
            table.ttl["TimeToLiveStatus"] = "ENABLED" if enabled else "DISABLED"
            table.ttl["AttributeName"] = specification["AttributeName"]
        return table

    return classmethod(create_from_cloudformation_json)


TIME_TO_LIVE = Fix(
    gap="a table of a template never has a time to live",
    patches=(Patch(Table, "create_from_cloudformation_json", _with_time_to_live),),
)
