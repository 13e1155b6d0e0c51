"""Writes the tables of docs/params.md: `make params`, or run this module."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import getdoc
from pathlib import Path

from flextime_solver.params import SolveParams

TARGET = Path(__file__).parents[1] / "docs" / "params.md"


def params_document(page: str) -> str:
    """Return the page with its introduction kept and all tables written anew."""
    introduction, _, _ = page.partition("\n## ")
    tables = (_table(pointer, params) for pointer, params in _groups(SolveParams(), ""))
    return "\n".join([introduction, *tables])


def _groups(params: object, pointer: str) -> Iterator[tuple[str, object]]:
    """Every dataclass below `params` with its JSON pointer, parents first."""
    yield pointer, params
    for name, value in _values(params):
        if is_dataclass(value):
            yield from _groups(value, f"{pointer}/{name}")
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            yield f"{pointer}/{name}/0", value[0]


def _table(pointer: str, params: object) -> str:
    """The table of one dataclass, with its first line as introduction."""
    meanings = _meanings(params)
    lines = [
        f"## `{pointer}`" if pointer else "## Groups",
        "",
        (getdoc(params) or "").split("\n", 1)[0],
        "",
        "| parameter | default | meaning |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| `{name}` | {_default(value)} | {meanings.get(name, '')} |"
        for name, value in _values(params)
    ]
    return "\n".join([*lines, ""])


def _values(params: object) -> list[tuple[str, object]]:
    if not is_dataclass(params):
        raise TypeError(f"{params!r} is not a dataclass")
    return [(field.name, getattr(params, field.name)) for field in fields(params)]


def _default(value: object) -> str:
    if is_dataclass(value) or (
        isinstance(value, tuple) and value and is_dataclass(value[0])
    ):
        return "see below"
    return json.dumps(value)


def _meanings(params: object) -> dict[str, str]:
    """The section Attributes of a numpydoc docstring, by attribute."""
    _, _, section = (getdoc(params) or "").partition("Attributes\n----------\n")
    meanings: dict[str, str] = {}
    for names, text in re.findall(r"^(\w.*)\n((?: +.*\n?)+)", section, re.MULTILINE):
        for name in names.split(", "):
            meanings[name] = " ".join(text.split())
    return meanings


if __name__ == "__main__":
    TARGET.write_text(params_document(TARGET.read_text("utf-8")), "utf-8")
