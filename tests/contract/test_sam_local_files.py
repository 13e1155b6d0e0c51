"""The files of `sam local` fit the deployed template."""

import json
from typing import Any

from contract.templates import ROOT


def shipped(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((ROOT / "local" / name).read_text("utf-8"))
    return parsed


def test_the_event_is_one_that_the_authorizer_would_let_in() -> None:
    claims = shipped("sam-local.event.json")["requestContext"]["authorizer"]["jwt"]

    assert claims["claims"].keys() >= {"sub", "custom:conference", "cognito:groups"}
