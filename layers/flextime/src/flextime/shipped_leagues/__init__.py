"""The leagues that are shipped with FlexTime, some with their published schedule.

This folder holds their JSON documents; this module reads them.
"""

from importlib.resources import files

from flextime.domain.errors import NotFound
from flextime.domain.ids import LeagueId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Schedule
from flextime.serialization.json_documents import read_league, read_schedule

_LEAGUE = ".league.json"
_PUBLISHED = ".published.json"
_FOLDER = files(__name__)


def league_ids() -> tuple[LeagueId, ...]:
    """Return the ids of all shipped leagues in alphabetical order."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(
        LeagueId(name.removesuffix(_LEAGUE))
        for name in sorted(names)
        if name.endswith(_LEAGUE)
    )


def read(league: LeagueId) -> League:
    """Return a shipped league.

    Raises
    ------
    NotFound
        If no shipped league has this id.
    """
    return read_league(document(league))


def published_ids() -> tuple[LeagueId, ...]:
    """Return the ids of leagues with a published schedule, in alphabetical order."""
    return tuple(
        league
        for league in league_ids()
        if _FOLDER.joinpath(f"{league}{_PUBLISHED}").is_file()
    )


def read_published(league: LeagueId) -> Schedule:
    """Return the schedule of a shipped league as its conference published it.

    Raises
    ------
    NotFound
        If the league is not shipped, or without a published schedule.
    """
    return read_schedule(published_document(league), read(league))


def document(league: LeagueId) -> bytes:
    """Return the JSON document of a shipped league, byte for byte.

    Raises
    ------
    NotFound
        If no shipped league has this id.
    """
    return _bytes(league, _LEAGUE)


def published_document(league: LeagueId) -> bytes:
    """Return the JSON document of a published schedule, byte for byte.

    Raises
    ------
    NotFound
        If the league is not shipped, or without a published schedule.
    """
    return _bytes(league, _PUBLISHED)


def _bytes(league: LeagueId, kind: str) -> bytes:
    if league not in league_ids():
        raise NotFound(f"no shipped league is called {league!r}")
    if kind == _PUBLISHED and league not in published_ids():
        raise NotFound(f"{league} comes without a published schedule")
    return _FOLDER.joinpath(f"{league}{kind}").read_bytes()
