"""JSON documents of leagues and schedules: read with pointers, written stably."""

from typing import Literal

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from flextime.domain.errors import (
    InvalidInput,
    InvalidLeague,
    InvalidSchedule,
    Problem,
)
from flextime.domain.leagues.league import League
from flextime.domain.leagues.references import validate_league, validate_schedule
from flextime.domain.schedules.games import Schedule
from flextime.serialization.strict_json import ensure_well_formed
from flextime.serialization.type_adapters import adapter_of


def read_league(text: str | bytes) -> League:
    """A league from its JSON document.

    Raises
    ------
    InvalidLeague
        With a JSON pointer to every fault: form first, then names that mean nothing.
    """
    league = parse(adapter_of(League), text, InvalidLeague, unknown_fields="forbid")
    validate_league(league)
    return league


def read_schedule(text: str | bytes, league: League) -> Schedule:
    """A schedule of `league` from its JSON document.

    Raises
    ------
    InvalidSchedule
        With a JSON pointer to every fault.
    """
    schedule = parse(
        adapter_of(Schedule), text, InvalidSchedule, unknown_fields="forbid"
    )
    validate_schedule(league, schedule)
    return schedule


def write_league(league: League) -> bytes:
    return adapter_of(League).dump_json(league, indent=2, exclude_none=True)


def write_schedule(schedule: Schedule) -> bytes:
    return adapter_of(Schedule).dump_json(schedule, indent=2, exclude_none=True)


def parse[T](
    adapter: TypeAdapter[T],
    text: str | bytes,
    invalid: type[InvalidInput],
    *,
    unknown_fields: Literal["ignore", "forbid"] = "ignore",
) -> T:
    """A value from JSON text; raises `invalid` with pointers to its faults.

    Raises `MalformedDocument` for a text that is no JSON. What a person writes is
    read with `unknown_fields` forbidden, so that a misspelt field is not silently
    left out; what another version of this system wrote is not.
    """
    ensure_well_formed(text, invalid)
    try:
        return adapter.validate_json(text, extra=unknown_fields)
    except ValidationError as error:
        raise invalid(problems_of(error, text)) from None


def problems_of(error: ValidationError, text: str | bytes) -> tuple[Problem, ...]:
    """Pydantic's findings as places and sentences."""
    details = error.errors(include_url=False, include_context=False)
    document = from_json(text)
    return tuple(_problem(detail, document) for detail in details)


def _problem(detail: ErrorDetails, document: object) -> Problem:
    at = pointer(detail["loc"], document)
    match detail["type"]:
        case "unexpected_keyword_argument":
            return Problem(at, "no such field here")
        case "missing":
            return Problem(at, "this field is missing")
        case "union_tag_not_found":
            return Problem(f"{at}/kind", "this field is missing")
        case "union_tag_invalid":
            return Problem(f"{at}/kind", detail["msg"])
        case _:
            return Problem(at, detail["msg"].removeprefix("Value error, "))


def pointer(location: tuple[int | str, ...], document: object) -> str:
    """RFC 6901 pointer of a place inside a document.

    Pydantic names the chosen member of a union on its way down; the document has no
    such step, so it is left out.
    """
    steps = []
    here = document
    for step in location:
        if isinstance(here, dict) and step not in here and here.get("kind") == step:
            continue
        steps.append(str(step).replace("~", "~0").replace("/", "~1"))
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
    return "".join(f"/{step}" for step in steps)
