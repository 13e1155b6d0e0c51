"""Projections: the attributes of an item that a request wants."""

import copy
from functools import lru_cache

from flextime_local.dynamodb.expressions.names import Names
from flextime_local.dynamodb.expressions.paths import Path, parse_path, read
from flextime_local.dynamodb.expressions.tokens import END, Tokens, tokens_of
from flextime_local.dynamodb.values import Item, Value

_WHAT = "ProjectionExpression"


@lru_cache(maxsize=1024)
def parse_projection(text: str, names: Names) -> tuple[Path, ...]:
    """Return the paths of a projection; raises `ValidationError`."""
    tokens = Tokens(_WHAT, names, tokens_of(text, _WHAT))
    paths = [parse_path(tokens)]
    while tokens.take_if(","):
        paths.append(parse_path(tokens))
    if tokens.next != END:
        raise tokens.error()
    return tuple(paths)


def project(item: Item, paths: tuple[Path, ...]) -> Item:
    """Return the parts of an item that the paths lead to."""
    projected: Item = {}
    for path in paths:
        found = read(item, path)
        if found is not None:
            _place({"M": projected}, path, found)
    return projected


def _place(parent: Value, path: Path, value: Value) -> None:
    """Put a value below maps and lists of its own; list members close up."""
    part, *rest = path
    below = _empty(rest[0]) if rest else copy.deepcopy(value)
    if isinstance(part, str):
        place = parent["M"].setdefault(part, below)
    else:
        parent["L"].append(below)
        place = below
    if rest:
        _place(place, tuple(rest), value)


def _empty(part: str | int) -> Value:
    return {"M": {}} if isinstance(part, str) else {"L": []}
