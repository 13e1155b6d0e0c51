"""Seasons of a travelling tournament, built game by game."""

from collections.abc import Iterator
from itertools import permutations
from typing import ClassVar

import numpy as np
import pytest

from builders import a_league, a_rule
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.longest_away_run import LongestAwayRun
from flextime.domain.constraints.longest_home_run import LongestHomeRun
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import drawn_games
from flextime_solver.instance.compiled_league import HARD, TRAVEL, CompiledLeague, Ints
from flextime_solver.instance.compiler import compile_league
from flextime_solver.moves.params import MoveWeights
from flextime_solver.moves.search_state import SearchState, new_search_state
from flextime_solver.solution.conversion import games_in, solution_of
from flextime_solver.special.ttp import beams as beams_module
from flextime_solver.special.ttp.beam import Beam
from flextime_solver.special.ttp.beam_step import (
    CONTINUATION,
    choose,
    list_continuations,
)
from flextime_solver.special.ttp.beams import Beams, suits_beams
from flextime_solver.special.ttp.params import BeamSearchParams, TtpAnnealingParams
from flextime_solver.special.ttp.partial_tour import before_the_first_game, ground_of
from flextime_solver.special.ttp.recognise import plays_every_game, tour_of
from flextime_solver.special.ttp.tour import Tour
from flextime_solver.special.ttp.tour_ladder import TourLadder
from flextime_solver.special.ttp.tour_search import TourSearch
from flextime_solver.special.ttp.trips_to_go import trips_to_go

_NO_REMATCH = a_rule(MeetingGap, min_rounds=1)
_AWAY, _HOME = (
    a_rule(LongestAwayRun, max_games=2),
    a_rule(LongestHomeRun, max_games=2),
)
_RULES = (_AWAY, _HOME, _NO_REMATCH)
_WIDE = 100_000


def _compiled(*rules: Constraint, teams: int = 4) -> CompiledLeague:
    league = a_league(
        " ".join(f"T{number}" for number in range(teams)),
        " ".join(str(4 + 7 * week) for week in range(2 * (teams - 1))),
        rules,
        format_=RoundRobin(times=2),
        goals=Goals(travel_model=TravelModel.CHAIN, travel_points_per_km=1),
    )
    return compile_league(Instance(league))


def _tour(*rules: Constraint, teams: int = 4) -> Tour:
    league = _compiled(*rules, teams=teams)
    return tour_of(league, drawn_games(league, seed=1))


def _beam(tour: Tour, width: int, order: Ints | None = None) -> Beam:
    ground = ground_of(tour, np.random.default_rng(1))
    metres = tour.metres[: tour.teams, : tour.teams]
    trips = trips_to_go(metres, min(tour.longest[0], tour.teams - 1))
    beam = Beam(ground, trips, width, np.arange(tour.teams) if order is None else order)
    while not beam.is_over:
        beam.step()
    return beam


def _travel(tour: Tour, games: list[tuple[int, int, int]]) -> int:
    place = list(range(tour.teams))
    metres = 0
    for _, guest, host in sorted(games):
        metres += tour.metres[place[guest], host] + tour.metres[place[host], host]
        place[guest] = place[host] = host
    return int(
        metres + sum(tour.metres[place[team], team] for team in range(len(place)))
    )


@pytest.mark.parametrize("longest", [1, 2, 3])
def test_trips_cost_at_least_what_the_best_order_of_all_costs(longest: int) -> None:
    metres = np.random.default_rng(longest).integers(1, 100, (5, 5))
    metres[np.diag_indices(5)] = 0

    trips = trips_to_go(metres, longest)

    for team in range(5):
        others = [host for host in range(5) if host != team]
        for hosts in range(16):
            still = [host for bit, host in enumerate(others) if hosts >> bit & 1]
            least = _least(metres, team, team, still, longest, longest)
            assert trips.from_home[team, hosts] == least
            for place in set(others) - set(still):
                for visits in range(1, longest + 1):
                    least = _least(
                        metres, team, place, still, longest, longest - visits
                    )
                    assert trips.on_trip[team, hosts, place, visits - 1] == least


def _least(
    metres: Ints, team: int, place: int, hosts: list[int], longest: int, first: int
) -> int:
    """By all orders of the hosts and all places to go home between them."""

    def onward(place: int, order: tuple[int, ...], left: int) -> int:
        if not order:
            return int(metres[place, team])
        home = metres[place, team] + metres[team, order[0]]
        ways = [home + onward(order[0], order[1:], longest - 1)]
        if left > 0:
            on = metres[place, order[0]]
            ways.append(on + onward(order[0], order[1:], left - 1))
        return int(min(ways))

    return min(onward(place, order, first) for order in permutations(hosts))


@pytest.mark.parametrize(
    "rules",
    [_RULES, (_AWAY, _NO_REMATCH), (_HOME,), ()],
    ids=["all", "away", "home", "no"],
)
@pytest.mark.parametrize("order", [[0, 1, 2, 3], [2, 0, 3, 1]])
def test_a_beam_that_drops_nothing_finds_the_season_of_least_travel(
    rules: tuple[Constraint, ...], order: list[int]
) -> None:
    tour = _tour(*rules)

    games = _beam(tour, _WIDE, np.array(order)).games()

    assert _travel(tour, games) == min(_travel(tour, s) for s in _all_seasons(tour))


def _all_seasons(tour: Tour) -> Iterator[list[tuple[int, int, int]]]:
    """Of four teams, by trying every game in every round."""
    pairings = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
    rounds = [
        (one if first else one[::-1], other if second else other[::-1])
        for one, other in pairings
        for first in (True, False)
        for second in (True, False)
    ]

    def go_on(
        played: list[tuple[tuple[int, int], ...]],
    ) -> Iterator[list[tuple[tuple[int, int], ...]]]:
        if len(played) == tour.rounds:
            yield played
            return
        for games in rounds:
            if not any(game in before for before in played for game in games):
                after = [*played, games]
                if _is_legal(tour, after):
                    yield from go_on(after)

    for season in go_on([]):
        yield [
            (number, guest, host)
            for number, games in enumerate(season)
            for guest, host in games
        ]


def _is_legal(tour: Tour, played: list[tuple[tuple[int, int], ...]]) -> bool:
    """Whether the last round breaks no rule."""
    if tour.min_gap and len(played) > 1:
        before = {frozenset(game) for game in played[-2]}
        if before & {frozenset(game) for game in played[-1]}:
            return False
    for team in range(tour.teams):
        sides = [any(host == team for _, host in games) for games in played]
        run = 1
        while run < len(sides) and sides[-run - 1] == sides[-1]:
            run += 1
        if run > tour.longest[int(sides[-1])]:
            return False
    return True


@pytest.mark.parametrize("width", [50, 500])
@pytest.mark.parametrize("rules", [_RULES, (_AWAY,), ()], ids=len)
def test_whatever_a_beam_drops_its_season_is_whole_and_keeps_the_rules(
    rules: tuple[Constraint, ...], width: int
) -> None:
    league = _compiled(*rules, teams=6)
    tour = tour_of(league, drawn_games(league, seed=1))

    games = _beam(tour, width).games()

    placed = [(host, guest, int(league.round_slots[r])) for r, guest, host in games]
    solution = solution_of(league, placed)
    assert plays_every_game(league, placed)
    assert solution.total[HARD] == 0
    assert solution.total[TRAVEL] == _travel(tour, games) * league.milli_points_per_m


def test_a_beam_without_any_season_has_no_games() -> None:
    one_at_a_time = (
        a_rule(LongestAwayRun, max_games=1),
        a_rule(LongestHomeRun, max_games=1),
    )
    beam = _beam(_tour(*one_at_a_time), _WIDE)

    assert beam.is_over
    assert beam.games() == []


@pytest.mark.parametrize("seed", range(20))
def test_where_there_is_no_room_for_all_ways_to_go_on_the_best_are_kept(
    seed: int,
) -> None:
    tour = _tour(teams=8)
    # Few distances, so that many ways to go on are as good as others.
    tour.metres[:8, :8] = np.random.default_rng(seed).integers(1, 4, (8, 8))
    ground = ground_of(tour, np.random.default_rng(1))
    trips = trips_to_go(tour.metres[:8, :8], longest=7)
    start = before_the_first_game(ground, trips.from_home)
    few, all_ = np.zeros(9, CONTINUATION), np.zeros(20, CONTINUATION)

    count = list_continuations(start, ground, trips, np.arange(8), all_)
    kept = list_continuations(start, ground, trips, np.arange(8), few)

    assert count == 14
    assert 3 <= kept <= 9
    assert sorted(few["least"][:kept])[:3] == sorted(all_["least"][:count])[:3]


def test_of_partial_tours_with_one_future_the_shortest_is_kept() -> None:
    continuations = np.zeros(5, CONTINUATION)
    continuations["key"] = [7, 7, 9, 7 + 8, 11]
    continuations["least"] = [10, 9, 30, 20, 40]
    chosen = np.zeros(3, np.int64)

    count = choose(continuations, np.zeros(8, np.uint64), chosen)

    assert chosen[:count].tolist() == [1, 3, 2]


def test_beams_are_for_tournaments_whose_trips_fit_into_a_table() -> None:
    params = BeamSearchParams(min_teams=4)

    assert suits_beams(_tour(), params)
    assert suits_beams(_tour(*_RULES, teams=16), params)
    assert not suits_beams(_tour(teams=16), params)  # trips of fifteen games
    assert not suits_beams(_tour(*_RULES, teams=18), params)
    assert not suits_beams(_tour(a_rule(MeetingGap, min_rounds=2)), params)


def test_beams_are_for_tournaments_of_many_teams() -> None:
    tour = _tour(*_RULES, teams=6)

    assert suits_beams(tour, BeamSearchParams(min_teams=6))
    assert not suits_beams(tour, BeamSearchParams(min_teams=8))


def test_beams_are_for_distances_that_fit_into_half_a_word() -> None:
    tour = _tour(*_RULES)
    tour.metres[0, 1] = 1 << 28

    assert not suits_beams(tour, BeamSearchParams(min_teams=4))


def test_what_a_beam_finds_is_offered_with_what_its_board_costs() -> None:
    league = _compiled(*_RULES, teams=6)
    state = _state()
    tour = tour_of(league, drawn_games(league, seed=1))
    beams = Beams(league, state, tour, 1e5, BeamSearchParams(widths=(500,)))

    for _ in range(6 * 5 + 1):
        beams.step()

    best = games_in(league, *state.best)
    total = solution_of(league, best).total
    assert state.best_total[HARD] == total[HARD] == 0
    assert state.best_total[TRAVEL] == total[TRAVEL]
    assert plays_every_game(league, best)


class _StuckBeam:
    """Takes as many moves as it is wide, and finds nothing."""

    begun: ClassVar[list[int]] = []
    """Widths of all of them, in order."""

    def __init__(self, ground: object, trips: object, width: int, order: Ints) -> None:
        del ground, trips, order
        self._width = width
        self.begun.append(width)
        self.is_over = False

    def step(self) -> int:
        self.is_over = True
        return self._width

    def games(self) -> list[tuple[int, int, int]]:
        return []


def test_all_widths_get_as_many_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beams_module, "Beam", _StuckBeam)
    monkeypatch.setattr(_StuckBeam, "begun", [])
    league = _compiled(*_RULES)
    tour = tour_of(league, drawn_games(league, seed=1))
    beams = Beams(league, _state(), tour, 1e5, BeamSearchParams(widths=(1, 4)))

    for _ in range(11):
        beams.step()

    assert _StuckBeam.begun == [1, 4, 1, 1, 1, 1, 4, 1, 1, 1, 1]
    assert beams.moves == 9 + 8


class _Turns:
    """What steps are made: 30 moves each of beams (B), 100 of the ladder (L)."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = ""
        for kind, step, moves in ((Beams, "B", 30), (TourLadder, "L", 100)):
            self._note(monkeypatch, kind, step, moves)

    def _note(
        self, monkeypatch: pytest.MonkeyPatch, kind: type, step: str, moves: int
    ) -> None:
        def note(*_: object) -> None:
            self.made += step

        def count(_: object) -> int:
            return moves * self.made.count(step)

        monkeypatch.setattr(kind, "step", note)
        monkeypatch.setattr(kind, "moves", property(count))


def test_beams_and_the_ladder_make_as_many_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns = _Turns(monkeypatch)

    _search(_compiled(*_RULES), steps=10)

    assert turns.made == "BLBBBLBBBL"


def test_the_ladder_is_alone_where_beams_do_not_suit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns = _Turns(monkeypatch)

    _search(_compiled(a_rule(MeetingGap, min_rounds=2)), steps=5)

    assert turns.made == "LLLLL"


def _search(league: CompiledLeague, steps: int) -> None:
    games = drawn_games(league, seed=1)
    params = TtpAnnealingParams(), BeamSearchParams(min_teams=4)
    search = TourSearch(league, _state(), games, 1e5, *params)
    for number in range(steps):
        search.step(number / steps)


def _state() -> SearchState:
    return new_search_state(1, MoveWeights().as_array())
