"""CloudFormation types that moto lacks; importing this teaches them to moto."""

from moto.cloudformation import parsing

from flextime_local.deploy.resources import (
    apis,
    functions,
    no_ops,
    senders_and_schedules,
    user_pools,
    workflows,
)
from flextime_local.deploy.resources.recorded import Recorded

__all__ = [
    "Recorded",
    "apis",
    "functions",
    "no_ops",
    "senders_and_schedules",
    "user_pools",
    "workflows",
]

# moto lists its models once; those just defined come last and win over its own.
for listing in (
    parsing.get_model_list,
    parsing.get_model_map,
    parsing.get_name_type_map,
):
    listing.cache_clear()
