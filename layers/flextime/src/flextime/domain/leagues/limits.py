"""Size limits of a league, for which the solver and the API are designed."""

from collections.abc import Iterator

from flextime.domain.errors import Problem
from flextime.domain.leagues.league import League

MAX_TEAMS = 32
MAX_ROUNDS = 84
MAX_SLOTS = 200
MAX_CONSTRAINTS = 2000
MAX_VENUES = 1000


def size_problems(league: League) -> Iterator[Problem]:
    """Yield a problem for each list that is longer than its limit."""
    calendar = league.calendar
    for at, what, found, allowed in (
        ("/teams", "teams", len(league.teams), MAX_TEAMS),
        ("/venues", "venues", len(league.venues), MAX_VENUES),
        ("/calendar/rounds", "rounds", len(calendar.rounds), MAX_ROUNDS),
        ("/calendar/rounds", "slots", len(calendar.slots), MAX_SLOTS),
        ("/constraints", "constraints", len(league.constraints), MAX_CONSTRAINTS),
    ):
        if found > allowed:
            yield Problem(
                at, f"a league may have at most {allowed} {what}, this one has {found}"
            )
