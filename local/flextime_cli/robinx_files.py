"""Read RobinX files; errors name the element."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flextime.domain.errors import InvalidInput, InvalidLeague, Problem
from flextime.domain.leagues.league import League
from flextime.domain.leagues.limits import size_problems
from flextime.domain.leagues.preflight import preflight
from flextime.domain.leagues.references import validate_league
from flextime.domain.schedules.games import Schedule
from flextime.serialization.robinx import (
    AllGames,
    read_all_games,
    read_instance,
    read_solution,
)
from flextime_cli.inputs import bytes_of, faults_of


def instance_to_import(path: Path) -> League:
    """Return an instance as a league that every command can read.

    Raises
    ------
    CommandError
        If the file is not a valid instance; the message has the path of the element.
    """
    with faults_of(str(path)):
        league = read_instance(_bytes(path))
        with _places_of_elements(league):
            validate_league(league)
    return league


def instance_to_solve(path: Path) -> League:
    """Return an instance that the preflight checks do not prove infeasible."""
    with faults_of(str(path)):
        league = read_instance(_bytes(path))
        with _places_of_elements(league):
            if problems := (tuple(size_problems(league)) or preflight(league)):
                raise InvalidLeague(problems)
    return league


def instance_to_judge(path: Path) -> tuple[League, AllGames]:
    """Return an instance, and how it treats games that are not played."""
    with faults_of(str(path)):
        text = _bytes(path)
        return read_instance(text, optional_games=True), read_all_games(text)


def solution_of(path: Path, league: League) -> Schedule:
    """Return the solution in a file as a schedule of `league`."""
    with faults_of(str(path)):
        return read_solution(_bytes(path), league)


def _bytes(path: Path) -> bytes:
    return bytes_of(str(path), "RobinX files are .xml")


@contextmanager
def _places_of_elements(league: League) -> Iterator[None]:
    """Translate pointers into a league's document into paths of XML elements."""
    try:
        yield
    except InvalidInput as error:
        problems = (
            Problem(_element(league, problem.pointer), problem.message)
            for problem in error.problems
        )
        raise InvalidLeague(tuple(problems)) from None


def _element(league: League, pointer: str) -> str:
    match pointer.split("/"):
        case ["", "constraints", place, *_]:
            return league.constraints[int(place)].source or pointer
        case ["", "calendar", *_]:
            return "/Instance/Resources/Slots"
        case ["", "teams" | "venues", *_]:
            return "/Instance/Resources/Teams"
        case ["", "format", *_]:
            return "/Instance/Structure/Format"
    return pointer
