"""The leagues that come with FlexTime, with what was published of them."""

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
    """Ids of all of them, in order."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(
        LeagueId(name.removesuffix(_LEAGUE))
        for name in sorted(names)
        if name.endswith(_LEAGUE)
    )


def read(league: LeagueId) -> League:
    """A shipped league; raises `NotFound` when none has that id."""
    return read_league(league_document(league))


def published_ids() -> tuple[LeagueId, ...]:
    """Ids of those whose published schedule comes along, in order."""
    return tuple(
        league
        for league in league_ids()
        if _FOLDER.joinpath(f"{league}{_PUBLISHED}").is_file()
    )


def published_schedule(league: LeagueId) -> Schedule:
    """The schedule of a shipped league as its conference published it.

    Raises `NotFound` for a league that comes without one.
    """
    return read_schedule(published_schedule_document(league), read(league))


def league_document(league: LeagueId) -> bytes:
    """A shipped league's JSON document, byte for byte."""
    return _bytes(league, _LEAGUE)


def published_schedule_document(league: LeagueId) -> bytes:
    """The JSON document of its published schedule, byte for byte."""
    return _bytes(league, _PUBLISHED)


def _bytes(league: LeagueId, kind: str) -> bytes:
    if league not in league_ids():
        raise NotFound(f"no shipped league is called {league!r}")
    if kind == _PUBLISHED and league not in published_ids():
        raise NotFound(f"{league} comes without a published schedule")
    return _FOLDER.joinpath(f"{league}{kind}").read_bytes()
