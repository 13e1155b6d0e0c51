"""A path to one value gives that value, not a list of one.

moto answers `$.a[0].b` with `[7]` instead of `7` because it unwraps only paths
that end in an index. AWS unwraps every path without wildcard, slice or filter.
"""

from collections.abc import Callable
from functools import lru_cache

from jsonpath_ng.jsonpath import JSONPath
from moto.stepfunctions.parser.asl.utils import json_path

from flextime_local.moto_fixes.fix import Fix, Patch

_MANY_VALUES = ("*", ":", "?", "..", ",")


def _leads_to_one_value(path: str) -> bool:
    return not any(mark in path for mark in _MANY_VALUES)


def _cached(parse: Callable[[str], JSONPath]) -> Callable[[str], JSONPath]:
    # Building a parser costs more than the whole state that uses it.
    return lru_cache(maxsize=1024)(parse)


JSON_PATH = Fix(
    gap="a JSONPath through an array index answers a list of one",
    patches=(
        Patch(json_path, "_is_singleton_array_access", lambda _: _leads_to_one_value),
        Patch(json_path, "parse", _cached),
    ),
)
