"""JSON documents of leagues and schedules, with a JSON pointer to each error."""

from typing import Literal

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from flextime.domain.errors import (
    InvalidField,
    InvalidInput,
    InvalidLeague,
    InvalidSchedule,
    Problem,
)
from flextime.domain.leagues.league import League
from flextime.domain.leagues.references import validate_league, validate_schedule
from flextime.domain.schedules.games import Schedule
from flextime.serialization.strict_json import ensure_well_formed, step
from flextime.serialization.type_adapters import adapter_of


def read_league(text: str | bytes) -> League:
    """Read and validate the JSON document of a league.

    Raises
    ------
    MalformedDocument
        If the text is not JSON.
    InvalidLeague
        With a JSON pointer to each error. Unknown references are reported only when
        all fields are valid.
    """
    league = parse(adapter_of(League), text, InvalidLeague, unknown_fields="forbid")
    validate_league(league)
    return league


def read_schedule(text: str | bytes, league: League) -> Schedule:
    """Read and validate the JSON document of a schedule of `league`.

    Raises
    ------
    MalformedDocument
        If the text is not JSON.
    InvalidSchedule
        With a JSON pointer to each error.
    """
    schedule = parse(
        adapter_of(Schedule), text, InvalidSchedule, unknown_fields="forbid"
    )
    validate_schedule(league, schedule)
    return schedule


def write_league(league: League) -> bytes:
    """Return the JSON document of a league; equal leagues give equal bytes."""
    return adapter_of(League).dump_json(league, indent=2, exclude_none=True)


def write_schedule(schedule: Schedule) -> bytes:
    """Return the JSON document of a schedule; equal schedules give equal bytes."""
    return adapter_of(Schedule).dump_json(schedule, indent=2, exclude_none=True)


def parse[T](
    adapter: TypeAdapter[T],
    text: str | bytes,
    invalid: type[InvalidInput],
    *,
    unknown_fields: Literal["ignore", "forbid"] = "ignore",
    strict: bool = False,
) -> T:
    """Read a value from JSON text.

    Parameters
    ----------
    invalid
        Exception to raise for an invalid document.
    unknown_fields
        ``forbid`` for documents that people write, so that a misspelt field is an
        error; ``ignore`` for documents that another version of FlexTime wrote.
    strict
        Whether a value of another JSON type is an error, such as "5" or true for 5.

    Raises
    ------
    MalformedDocument
        If the text is not JSON.
    InvalidInput
        As the class `invalid`, with a JSON pointer to each error.
    """
    ensure_well_formed(text, invalid)
    try:
        return adapter.validate_json(text, extra=unknown_fields, strict=strict or None)
    except ValidationError as error:
        raise invalid(problems_of(error, text)) from None


def problems_of(error: ValidationError, text: str | bytes) -> tuple[Problem, ...]:
    """Return the errors of pydantic as JSON pointers and sentences."""
    details = error.errors(include_url=False)
    document = from_json(text)
    return tuple(_problem(detail, document) for detail in details)


def _problem(detail: ErrorDetails, document: object) -> Problem:
    at = pointer(detail["loc"], document)
    match detail["type"]:
        case "unexpected_keyword_argument":
            return Problem(at, "this field is not known")
        case "missing":
            return Problem(at, "this field is missing")
        case "union_tag_not_found":
            return Problem(f"{at}/kind", "this field is missing")
        case "union_tag_invalid":
            return Problem(f"{at}/kind", detail["msg"])
        case "value_error":
            cause = detail["ctx"]["error"]
            if isinstance(cause, InvalidField):
                at += step(cause.field)
            return Problem(at, str(cause))
        case _:
            return Problem(at, detail["msg"])


def pointer(location: tuple[int | str, ...], document: object) -> str:
    """Return the JSON pointer (RFC 6901) of a location reported by pydantic.

    Pydantic includes the tag of a discriminated union in a location. The document has
    no such step, so the tag is left out.
    """
    steps = []
    here = document
    for name in location:
        if isinstance(here, dict) and name not in here and here.get("kind") == name:
            continue
        steps.append(step(name))
        if isinstance(here, dict):
            here = here.get(name)
        elif isinstance(here, list) and isinstance(name, int) and name < len(here):
            here = here[name]
    return "".join(steps)
