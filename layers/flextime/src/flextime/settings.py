"""The settings of a deployment; no other module reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field


class MissingSetting(RuntimeError):
    """A required environment variable is not set."""


class Variable:
    """A setting that is read from the environment variable of the same name.

    Raises
    ------
    MissingSetting
        On access, if the variable is not set or empty.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name.upper()

    def __get__(self, settings: "Settings", owner: type) -> str:
        value = settings.environment.get(self.name, "")
        if not value:
            raise MissingSetting(f"environment variable {self.name} is not set")
        return value


@dataclass(frozen=True)
class Settings:
    """The environment variables that deployed functions and tasks are configured by.

    Each function needs only some of them: a variable is required when it is accessed,
    not when the settings are created.

    Attributes
    ----------
    environment
        All environment variables. They include credentials, so the representation
        leaves them out.
    """

    environment: Mapping[str, str] = field(repr=False)

    table_name = Variable()
    bucket_name = Variable()
    event_bus_name = Variable()
    unpublished_events_url = Variable()
    state_machine_arn = Variable()
    sender_email = Variable()
    dashboard_url = Variable()
    api_rate_limit = Variable()
    # Set for the solver's container only.
    tenant = Variable()
    run_id = Variable()
    attempt = Variable()

    @classmethod
    def from_environment(cls) -> "Settings":
        """Copy the environment of this process."""
        return cls(dict(os.environ))

    @property
    def is_in_lambda(self) -> bool:
        """Whether this process is a Lambda function."""
        return "LAMBDA_TASK_ROOT" in self.environment
