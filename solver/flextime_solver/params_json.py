"""Parameters as JSON: complete when written, partial or complete when read."""

import json
from typing import Any

from pydantic import ValidationError

from flextime.domain.errors import InvalidInput, Problem
from flextime.serialization.json_documents import problems_of
from flextime.serialization.strict_json import ensure_well_formed
from flextime.serialization.type_adapters import adapter_of
from flextime_solver.params import SolveParams


def write_params(params: SolveParams) -> bytes:
    """Return all parameters as a JSON object, nested by phase."""
    return adapter_of(SolveParams).dump_json(params, indent=2)


def read_params(text: str | bytes, defaults: SolveParams | None = None) -> SolveParams:
    """Read parameters from a JSON object.

    Parameters
    ----------
    text
        A JSON object nested as `write_params` writes it. Objects are merged with the
        defaults name by name; an array replaces its default as a whole.
    defaults
        Parameters that are absent from `text`; those of `SolveParams()` by default.

    Raises
    ------
    InvalidInput
        With a JSON pointer to every unknown name and every invalid value.
    """
    ensure_well_formed(text)
    given = json.loads(text)
    if not isinstance(given, dict):
        raise InvalidInput((Problem("", "parameters are a JSON object"),))
    adapter = adapter_of(SolveParams)
    known = adapter.dump_python(defaults or SolveParams(), mode="json")
    merged = json.dumps(_merged(known, given))
    try:
        return adapter.validate_json(merged, strict=True, extra="forbid")
    except ValidationError as error:
        raise InvalidInput(problems_of(error, merged)) from None


def _merged(known: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return `known` with the values of `given`, merged object by object."""
    merged = dict(known)
    for name, value in given.items():
        before = known.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[name] = _merged(before, value)
        else:
            merged[name] = value
    return merged
