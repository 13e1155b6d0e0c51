"""What `sam local` is given on this machine fits what is deployed."""

import json
from typing import Any

from contract.templates import ROOT, environment_of, functions


def shipped(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((ROOT / "local" / name).read_text("utf-8"))
    return parsed


def test_the_env_file_names_every_variable_and_where_aws_is() -> None:
    given = set(shipped("sam-local.env.json")["Parameters"])

    deployed = set().union(*(environment_of(function) for function in functions()))
    own = {name for name in deployed if not name.startswith("POWERTOOLS_")}
    assert given == own | {"AWS_ENDPOINT_URL"}


def test_the_event_is_one_that_the_authorizer_would_let_in() -> None:
    claims = shipped("sam-local.event.json")["requestContext"]["authorizer"]["jwt"]

    assert claims["claims"].keys() >= {"sub", "custom:conference", "cognito:groups"}
