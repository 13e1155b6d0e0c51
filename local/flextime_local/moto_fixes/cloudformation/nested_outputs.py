"""`!GetAtt Nested.Outputs.Name` gives the output of a nested stack."""

from collections.abc import Callable
from typing import Any

from moto.cloudformation.models import Stack

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_PREFIX = "Outputs."


class NoSuchOutputError(KeyError):
    pass


def _output(_: Callable[..., Any]) -> Callable[..., Any]:
    def get_cfn_attribute(stack: Stack, attribute_name: str) -> Untyped:
        name = attribute_name.removeprefix(_PREFIX)
        # The map raises for an unknown name even when asked with get().
        known = name in set(stack.output_map.outputs)
        output = stack.output_map[name] if known else None
        if not attribute_name.startswith(_PREFIX) or output is None:
            raise NoSuchOutputError(f"stack {stack.name} has no {attribute_name}")
        return output.value

    return get_cfn_attribute


NESTED_OUTPUTS = Fix(
    gap="outputs of nested stacks cannot be referred to",
    patches=(Patch(Stack, "get_cfn_attribute", _output),),
)
