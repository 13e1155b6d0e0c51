"""Where this part of the application runs: the only reader of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


class MissingSetting(RuntimeError):
    """An environment variable that this part of the application needs is not set."""


class Variable:
    """An environment variable, named as the attribute is, asked for when used."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name.upper()

    def __get__(self, settings: "Settings", owner: type) -> str:
        value = settings.environment.get(self.name, "")
        if not value:
            raise MissingSetting(f"environment variable {self.name} is not set")
        return value


@dataclass(frozen=True)
class Settings:
    """What a deployment tells its parts.

    No part needs all of it: an absent variable is an error for whoever uses it, not
    for whoever starts.
    """

    environment: Mapping[str, str]

    table_name = Variable()
    bucket_name = Variable()
    event_bus_name = Variable()
    state_machine_arn = Variable()
    sender_email = Variable()
    dashboard_url = Variable()
    api_rate_limit = Variable()
    # The solver container's own.
    tenant = Variable()
    run_id = Variable()
    attempt = Variable()

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls(dict(os.environ))

    @property
    def is_in_lambda(self) -> bool:
        return "LAMBDA_TASK_ROOT" in self.environment
