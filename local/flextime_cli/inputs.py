"""Leagues and schedules that a command is given: files, or names of shipped ones."""

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
from flextime.usecases.leagues.manage_leagues import refuse_unschedulable
from flextime_cli.refusals import Refusal, refusal_of


def league_from(name: str) -> League:
    """A league that can be scheduled, from a file or by its shipped id."""
    if LeagueId(name) in shipped_leagues.league_ids() and not Path(name).exists():
        return shipped_leagues.read(LeagueId(name))
    with faults_of(name):
        league = read_league(bytes_of(name, "flextime leagues lists the shipped ones"))
        refuse_unschedulable(league)
    return league


def any_league_from(name: str) -> League:
    """A sound league, whether or not counting leaves it a schedule."""
    if LeagueId(name) in shipped_leagues.league_ids() and not Path(name).exists():
        return shipped_leagues.read(LeagueId(name))
    with faults_of(name):
        return read_league(bytes_of(name, "flextime leagues lists the shipped ones"))


def schedule_from(name: str, league: League) -> Schedule:
    """A schedule of `league` from a JSON or CSV file."""
    text = bytes_of(name, "a schedule is a .json or .csv file")
    with faults_of(name):
        match Path(name).suffix.lower():
            case ".json":
                return read_schedule(text, league)
            case ".csv":
                return read_schedule_csv(text, league)
    raise Refusal(f"{name}: a schedule is a .json or .csv file")


def published_schedule(league: League) -> Schedule:
    if league.id not in shipped_leagues.published_ids():
        raise Refusal(
            f"{league.id} is not shipped with a published schedule; name a file"
        )
    return shipped_leagues.read_published(league.id)


def bytes_of(name: str, hint: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise Refusal(f"{name}: no such file; {hint}") from None
    except IsADirectoryError:
        raise Refusal(f"{name} is a folder; {hint}") from None


@contextmanager
def faults_of(source: str) -> Iterator[None]:
    try:
        yield
    except InvalidInput as error:
        raise refusal_of(source, error) from None
