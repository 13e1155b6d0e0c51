"""A template in JSON is read as JSON: moto's YAML reader takes seconds for one."""

import json
from collections.abc import Callable
from typing import Any

from moto.cloudformation.models import Stack

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch


def _json_first(
    original: Callable[[str], dict[str, Any]],
) -> Untyped:
    def parse_template(template: str) -> dict[str, Any]:
        try:
            parsed: dict[str, Any] = json.loads(template)
        except json.JSONDecodeError:
            return original(template)
        return parsed

    return staticmethod(parse_template)


JSON_TEMPLATES = Fix(
    gap="a large template in JSON takes seconds to read",
    patches=(Patch(Stack, "parse_template", _json_first),),
)
