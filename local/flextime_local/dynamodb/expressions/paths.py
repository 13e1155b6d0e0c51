"""Document paths like ``games.#id[0]``: read, write and remove what is there."""

from typing import Any

from flextime_local.dynamodb.errors import ValidationError
from flextime_local.dynamodb.expressions.tokens import Tokens
from flextime_local.dynamodb.values import Item, Value

type Path = tuple[str | int, ...]

_INVALID = "The document path provided in the update expression is invalid for update"


def parse_path(tokens: Tokens) -> Path:
    """Step over a path and return its parts: names and list indexes."""
    parts: list[str | int] = [tokens.attribute_name()]
    while symbol := tokens.take_if(".", "["):
        if symbol == ".":
            parts.append(tokens.attribute_name())
            continue
        kind, text = tokens.take()
        if kind != "number":
            tokens.position -= 1
            raise tokens.error()
        parts.append(int(text))
        tokens.expect("]")
    return tuple(parts)


def read(item: Item | None, path: Path) -> Value | None:
    """Return the value at a path, or None."""
    found: Any = {"M": item or {}}
    for part in path:
        content = found.get("M" if isinstance(part, str) else "L")
        if isinstance(part, str):
            found = content.get(part) if content is not None else None
        else:
            found = content[part] if content and part < len(content) else None
        if found is None:
            return None
    value: Value = found
    return value


def write(item: Item, path: Path, value: Value) -> None:
    """Put a value at a path; raises `ValidationError` if nothing can be there."""
    *above, last = path
    parent = _parent(item, tuple(above))
    if isinstance(last, str) and "M" in parent:
        parent["M"][last] = value
    elif isinstance(last, int) and "L" in parent:
        members = parent["L"]
        if last < len(members):
            members[last] = value
        else:
            members.append(value)
    else:
        raise ValidationError(_INVALID)


def remove(item: Item, path: Path) -> None:
    """Remove the value at a path, if there is one."""
    *above, last = path
    parent = _parent(item, tuple(above))
    if isinstance(last, str) and "M" in parent:
        parent["M"].pop(last, None)
    elif isinstance(last, int) and "L" in parent:
        del parent["L"][last : last + 1]
    else:
        raise ValidationError(_INVALID)


def _parent(item: Item, path: Path) -> Value:
    parent = read(item, path) if path else {"M": item}
    if parent is None:
        raise ValidationError(_INVALID)
    return parent


def overlap(one: Path, other: Path) -> bool:
    """Return whether one path is the other or leads to it."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def path_text(path: Path) -> str:
    """Return a path as error messages show it."""
    return f"[{', '.join(map(str, path))}]"
