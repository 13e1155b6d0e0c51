"""A season up to some game, and what it may go on with: what a beam keeps.

Games are drawn round by round; in each round the first team without a game, in an
order of its own, gets one.
"""

from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inlined_kernel
from flextime_solver.jit.records import Record, int8, int32, int64, uint64
from flextime_solver.special.ttp.tour import Tour
from flextime_solver.special.ttp.trips_to_go import NarrowInts

MAX_BEAM_TEAMS = 16

PartialTours = NDArray[np.void]
Keys = NDArray[np.uint64]


class PartialTour(Record, align=True):
    """The first games of a season, and what can still follow them."""

    key: np.uint64
    """Zobrist key: equal for partial tours with the same possible completions, and
    different for others except by a collision of hashes."""
    travel: int
    """Metres so far."""
    drawn: int
    """Teams that have their game of the present round, as bits."""
    unvisited: Annotated[Ints, int32(MAX_BEAM_TEAMS)]
    """Hosts that each team has yet to visit, as bits."""
    to_go: Annotated[Ints, int32(MAX_BEAM_TEAMS)]
    """Lower bound on the metres of the rest of each team's trips."""
    to_visit: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Away games that each team has still to play."""
    to_host: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Home games that each team has still to play."""
    place: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Team at whose home each team is."""
    run: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Games in a row of each team, at home if positive, away if negative."""
    latest: Annotated[Ints, int8(MAX_BEAM_TEAMS)]
    """Latest opponent of each team; the team itself before its first game."""


class Ground(Record):
    """Data that all partial tours of one tournament share."""

    teams: int
    """At most `MAX_BEAM_TEAMS`."""
    longest_away: int
    """Most games in a row that a team may play away."""
    longest_home: int
    """Most games in a row that a team may play at home."""
    rematch_at_once: int
    """1 if a pair may meet in two successive rounds."""
    metres: Annotated[Ints, int64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)]
    """Metres between the homes of two teams."""
    game_keys: Annotated[Keys, uint64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)]
    """Random number of each game (guest, host)."""
    place_keys: Annotated[Keys, uint64(MAX_BEAM_TEAMS, MAX_BEAM_TEAMS, MAX_BEAM_TEAMS)]
    """Random number of each (team, place, latest opponent)."""
    run_keys: Annotated[Keys, uint64(MAX_BEAM_TEAMS, 2 * MAX_BEAM_TEAMS)]
    """Random number of each (team, run); negative runs index from the end."""


def ground_of(tour: Tour, random: np.random.Generator) -> Ground:
    """The ground of a tour whose pairs need one round between their games, or none."""
    ground = Ground.zeros()
    teams = ground.teams = int(tour.teams)
    ground.longest_away, ground.longest_home = (int(games) for games in tour.longest)
    ground.rematch_at_once = int(tour.min_gap == 0)
    ground.metres[:teams, :teams] = tour.metres[:teams, :teams]
    for keys in (ground.game_keys, ground.place_keys, ground.run_keys):
        keys[:] = random.integers(1 << 63, size=keys.shape)
    return ground


def before_the_first_game(ground: Ground, from_home: NarrowInts) -> PartialTours:
    """One season in which nothing has been played; `from_home` as in `trips_to_go`."""
    teams = int(ground.teams)
    own = np.arange(teams)
    tour = np.zeros(1, PartialTour.dtype)
    tour["unvisited"][0, :teams] = ((1 << teams) - 1) & ~(1 << own)
    tour["to_go"][0, :teams] = from_home[:, -1]
    tour["to_visit"][0, :teams] = tour["to_host"][0, :teams] = teams - 1
    tour["place"][0, :teams] = tour["latest"][0, :teams] = own
    return tour


@inlined_kernel
def may_meet(tour: PartialTour, ground: Ground, guest: int, host: int) -> bool:
    """Whether this game is still to come, may come now and makes no run too long."""
    return bool(
        (tour.unvisited[guest] >> host) & 1
        and (ground.rematch_at_once or tour.latest[guest] != host)
        and -run_away(tour.run[guest]) <= ground.longest_away
        and _run_at_home(tour.run[host]) <= ground.longest_home
    )


@inlined_kernel
def leaves_room(tour: PartialTour, ground: Ground, guest: int, host: int) -> bool:
    """Whether what is to come of both teams fits into runs that are short enough."""
    away, at_home = tour.to_visit[guest] - 1, tour.to_host[guest]
    if not _has_room(ground, away, at_home, run_away(tour.run[guest])):
        return False
    away, at_home = tour.to_visit[host], tour.to_host[host] - 1
    return bool(_has_room(ground, away, at_home, _run_at_home(tour.run[host])))


@inlined_kernel
def _has_room(ground: Ground, away: int, at_home: int, run: int) -> bool:
    if run < 0:
        most_away = ground.longest_away * (at_home + 1) + run
        return away <= most_away and at_home <= ground.longest_home * (away + 1)
    most_at_home = ground.longest_home * (away + 1) - run
    return at_home <= most_at_home and away <= ground.longest_away * (at_home + 1)


@inlined_kernel
def run_away(run: int) -> int:
    """A run after a game away: games away in a row, negative."""
    return run - 1 if run < 0 else -1


@inlined_kernel
def _run_at_home(run: int) -> int:
    return run + 1 if run > 0 else 1


@inlined_kernel
def trip_costs(tour: PartialTour, ground: Ground, guest: int, host: int) -> int:
    """Metres of both teams to this game."""
    places = tour.place
    return int(ground.metres[places[guest], host] + ground.metres[places[host], host])


@inlined_kernel
def least_travel(tour: PartialTour, teams: int) -> int:
    """Metres of the whole season at least."""
    metres = tour.travel
    for team in range(teams):
        metres += tour.to_go[team]
    return int(metres)


@inlined_kernel
def key_after(tour: PartialTour, ground: Ground, guest: int, host: int) -> np.uint64:
    """Key of the season with this game."""
    places, runs = ground.place_keys, ground.run_keys
    key = tour.key ^ ground.game_keys[guest, host]
    key ^= places[guest, tour.place[guest], tour.latest[guest]]
    key ^= places[guest, host, host]
    key ^= runs[guest, tour.run[guest]] ^ runs[guest, run_away(tour.run[guest])]
    key ^= places[host, tour.place[host], tour.latest[host]]
    key ^= places[host, host, guest]
    key ^= runs[host, tour.run[host]] ^ runs[host, _run_at_home(tour.run[host])]
    return np.uint64(key)


@inlined_kernel
def play_on(tour: PartialTour, ground: Ground, guest: int, host: int) -> None:
    """Go on with this game, in all but `to_go`; after a full round comes the next."""
    tour.key = key_after(tour, ground, guest, host)
    tour.travel += trip_costs(tour, ground, guest, host)
    tour.unvisited[guest] &= ~(1 << host)
    tour.to_visit[guest] -= 1
    tour.to_host[host] -= 1
    tour.run[guest] = run_away(tour.run[guest])
    tour.run[host] = _run_at_home(tour.run[host])
    tour.place[guest] = tour.place[host] = host
    tour.latest[guest], tour.latest[host] = host, guest
    tour.drawn |= (1 << guest) | (1 << host)
    if tour.drawn == (1 << ground.teams) - 1:
        tour.drawn = 0
