"""Read the leagues and schedules that a command is given as files or included ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flextime import shipped_leagues
from flextime.domain.errors import InvalidInput
from flextime.domain.ids import LeagueId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import read_league, read_schedule
from flextime.serialization.tables.schedules import read_schedule_csv
from flextime.usecases.leagues.manage_leagues import ensure_schedulable
from flextime_cli.command_errors import CommandError, error_line


def league_from(name: str) -> League:
    """Return a league that passes the preflight checks, from a file or by its id.

    Raises
    ------
    CommandError
        If the file cannot be read, is invalid, or can be proven infeasible by counting.
    """
    if LeagueId(name) in shipped_leagues.league_ids() and not Path(name).exists():
        return shipped_leagues.read(LeagueId(name))
    with faults_of(name):
        league = read_league(bytes_of(name, "flextime leagues lists the shipped ones"))
        ensure_schedulable(league)
    return league


def any_league_from(name: str) -> League:
    """Return a valid league, whether or not the preflight checks find it infeasible."""
    if LeagueId(name) in shipped_leagues.league_ids() and not Path(name).exists():
        return shipped_leagues.read(LeagueId(name))
    with faults_of(name):
        return read_league(bytes_of(name, "flextime leagues lists the shipped ones"))


def schedule_from(name: str, league: League) -> Schedule:
    """Return a schedule of `league` from a JSON or CSV file.

    Raises
    ------
    CommandError
        If the file cannot be read or is not a schedule of this league.
    """
    text = bytes_of(name, "a schedule is a .json or .csv file")
    with faults_of(name):
        match Path(name).suffix.lower():
            case ".json":
                return read_schedule(text, league)
            case ".csv":
                return read_schedule_csv(text, league)
    raise CommandError(f"{name}: a schedule is a .json or .csv file")


def published_schedule(league: League) -> Schedule:
    """Return an included league's published schedule; raises `CommandError`."""
    if league.id not in shipped_leagues.published_ids():
        raise CommandError(
            f"{league.id} is not shipped with a published schedule; name a file"
        )
    return shipped_leagues.read_published(league.id)


def bytes_of(name: str, hint: str) -> bytes:
    """Return the content of a file; raises `CommandError` with `hint`."""
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise CommandError(f"{name}: no such file; {hint}") from None
    except IsADirectoryError:
        raise CommandError(f"{name} is a folder; {hint}") from None


@contextmanager
def faults_of(source: str) -> Iterator[None]:
    """Turn `InvalidInput` in the block into a `CommandError` naming `source`."""
    try:
        yield
    except InvalidInput as error:
        raise error_line(source, error) from None
