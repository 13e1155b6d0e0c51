"""The same template gives the same physical names at every start.

moto ends generated names in random letters. Here they end in a digest of the stack's
and the resource's name, so that what was kept under a name is found again.
"""

import hashlib
from collections.abc import Callable

from moto.cloudformation import parsing

from flextime_local.moto_fixes.fix import Fix, Patch

_SUFFIX_LENGTH = 12
_LONGEST = {"AWS::Events::Archive": 48}  # CloudFormation shortens; moto then refuses


def _stable(original: Callable[[str, str, str], str]) -> Callable[[str, str, str], str]:
    def generate_resource_name(
        resource_type: str, stack_name: str, logical_id: str
    ) -> str:
        name = original(resource_type, stack_name, logical_id)
        digest = hashlib.sha256(f"{stack_name}/{logical_id}".encode()).hexdigest()
        suffix = digest[:_SUFFIX_LENGTH]
        is_lower_case = name == name.lower()
        longest = _LONGEST.get(resource_type, len(name))
        start = name[:-_SUFFIX_LENGTH][: longest - _SUFFIX_LENGTH]
        return start + (suffix if is_lower_case else suffix.upper())

    return generate_resource_name


STABLE_NAMES = Fix(
    gap="physical names are random, so kept data would never be found again",
    patches=(Patch(parsing, "generate_resource_name", _stable),),
)
