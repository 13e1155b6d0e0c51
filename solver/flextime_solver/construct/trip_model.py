"""The joint-trip model: a MIP that chooses opponents, venues and trips of all teams.

It relaxes dates and rounds, so its lower bound holds for every schedule of the league.
Trips are chosen before anything else as in Van Voorhis (2002), "Highly constrained
college basketball scheduling", doi 10.1057/palgrave.jors.2601356; docs/model-solver.md
has the inequalities.
"""

from dataclasses import dataclass
from itertools import combinations
from math import ceil

import numpy as np
import pulp

from flextime.domain.runs.attempts import Bound
from flextime_solver.backends.highs import quiet_highs
from flextime_solver.instance.cell_entries import unpack_cell_entries
from flextime_solver.instance.compiled_league import (
    HARD,
    CompiledLeague,
    Ints,
    SequenceRule,
)

_GAP = 5e-4
"""Relative MIP gap at which the solver stops."""
_ROUNDING = 1e-6
"""Share by which a solver's bound may exceed the true one."""
_UNLIMITED = 10**6
_AWAY = 1


_NO_PENALTY = Bound(points=0.0, source="no penalty is less than nothing")

Game = tuple[int, int]
"""A game without a date: (home, away)."""


@dataclass(frozen=True)
class Trips:
    """Result of the joint-trip model.

    Attributes
    ----------
    bound
        Proven lower bound of the objective, or None if none was found in time.
    infeasible
        Whether it is proven that no opponents and venues satisfy the format and the
        hard constraints.
    games
        Games of the best solution; empty if none was found or if the model does not
        apply to the league.
    """

    bound: Bound | None = None
    infeasible: bool = False
    games: tuple[Game, ...] = ()


def choose_trips(league: CompiledLeague, time_limit_s: float) -> Trips:
    """Choose opponents and venues of least travel, and prove a lower bound.

    The bound is the solver's dual bound, not its objective. It is 0 if travel costs
    nothing.

    Parameters
    ----------
    time_limit_s
        Time limit in seconds.
    """
    if not league.milli_points_per_m:
        return Trips(bound=_NO_PENALTY)
    elsewhere = league.special_stop[: league.teams, : league.rounds] >= 0
    if elsewhere.any():
        return Trips()
    problem, visits = build_trip_model(league)
    solver = quiet_highs(time_limit_s, gapRel=_GAP)
    statistics = problem.solve(solver)
    if statistics.status is pulp.LpSolveStatus.Infeasible:
        return Trips(infeasible=True)
    bound_km = statistics.best_bound
    return Trips(
        bound=None
        if bound_km is None
        else _as_bound(league, bound_km * (1 - _ROUNDING)),
        games=_games(visits) if statistics.has_solution else (),
    )


def _games(visits: "Pairs") -> tuple[Game, ...]:
    return tuple(
        (host, team)
        for (team, host), visit in visits.items()
        for _ in range(round(visit.value() or 0))
    )


def _as_bound(league: CompiledLeague, km: float) -> Bound:
    # Schedules cost whole metres, so the next whole metre is a bound too.
    points = ceil(1000 * km) * int(league.milli_points_per_m) / 1000
    return Bound(
        points=points,
        source=(
            "joint-trip model: format, home/away balance and the longest away run,"
            " dates and rounds left out; proven by HiGHS"
        ),
    )


def build_trip_model(league: CompiledLeague) -> tuple[pulp.LpProblem, "Pairs"]:
    """Return the model, whose objective is in kilometres, and its visits.

    Visits are variables by (team, host).
    """
    teams = range(league.teams)
    problem = pulp.LpProblem("trips", pulp.LpMinimize)
    visits = {
        (team, host): problem.add_variable(
            f"visits[{team},{host}]", 0, _max_visits(league, team, host), "Integer"
        )
        for team in teams
        for host in teams
        if team != host
    }
    home_legs = {
        pair: problem.add_variable(f"home_legs[{pair[0]},{pair[1]}]", 0)
        for pair in visits
    }
    direct_legs = {
        (team, hosts[0], hosts[1]): problem.add_variable(
            f"direct_leg[{team},{hosts[0]},{hosts[1]}]", 0, None, "Integer"
        )
        for team in teams
        for hosts in combinations([host for host in teams if host != team], 2)
    }
    km = league.distance_m / 1000
    problem.setObjective(
        pulp.lpSum(km[team, host] * leg for (team, host), leg in home_legs.items())
        + pulp.lpSum(km[one, two] * leg for (_, one, two), leg in direct_legs.items())
    )
    _add_format(problem, league, visits)
    _add_balance(problem, league, visits)
    for team in teams:
        _add_legs(problem, league, team, visits, home_legs, direct_legs)
    return problem, visits


Pairs = dict[tuple[int, int], pulp.LpVariable]
Triples = dict[tuple[int, int, int], pulp.LpVariable]


def _max_visits(league: CompiledLeague, team: int, host: int) -> int:
    return int(league.pair_max_at_one[team, host])


def _add_format(problem: pulp.LpProblem, league: CompiledLeague, visits: Pairs) -> None:
    # min[t,u] <= visits[t,u] + visits[u,t] <= max[t,u]        for every pair
    for team, host in combinations(range(league.teams), 2):
        met = visits[team, host] + visits[host, team]
        problem += met >= int(league.pair_min[team, host])
        problem += met <= int(league.pair_max[team, host])
    # sum over u of visits[t,u] + visits[u,t] = games           for every team
    for team in range(league.teams):
        others = [other for other in range(league.teams) if other != team]
        problem += pulp.lpSum(
            visits[team, other] + visits[other, team] for other in others
        ) == int(league.games_per_team)


def _add_balance(
    problem: pulp.LpProblem, league: CompiledLeague, visits: Pairs
) -> None:
    # low <= sum of steps of the games that a counter counts everywhere <= high
    for counter, steps in whole_season_counters(league).items():
        total = pulp.lpSum(
            step * visits[away, home] for (home, away), step in steps.items()
        )
        problem += total >= int(league.counter_low[counter])
        problem += total <= int(league.counter_high[counter])


def whole_season_counters(
    league: CompiledLeague,
) -> dict[int, dict[tuple[int, int], int]]:
    """Return hard counters that count a game alike in every slot.

    Returns
    -------
    For each such counter, how much each game (home, away) adds to it.
    """
    slots, teams = league.slots, league.teams
    cell, counter, step = unpack_cell_entries(league)
    kinds, games = np.unique(
        np.stack([counter, cell // slots, step]), axis=1, return_counts=True
    )
    found: dict[int, dict[tuple[int, int], int]] = {}
    partial = set()
    for (number, game, size), count in zip(kinds.T.tolist(), games, strict=True):
        found.setdefault(number, {})[divmod(game, teams)] = size
        if count != slots or league.counter_total[number] != HARD:
            partial.add(number)
    return {number: steps for number, steps in found.items() if number not in partial}


def _add_legs(
    problem: pulp.LpProblem,
    league: CompiledLeague,
    team: int,
    visits: Pairs,
    home_legs: Pairs,
    direct_legs: Triples,
) -> None:
    hosts = [host for host in range(league.teams) if host != team]
    longest = longest_trip(league, team)
    for host in hosts:
        direct = pulp.lpSum(
            direct_legs[team, min(host, other), max(host, other)]
            for other in hosts
            if other != host
        )
        # home_legs[t,u] + sum over w of direct_leg[t,u,w] = 2 visits[t,u]
        problem += home_legs[team, host] + direct == 2 * visits[team, host]
        # A stop of a trip of two has one direct leg, of longer ones up to two.
        if longest == 2:
            problem += direct <= visits[team, host]
        elif longest == 1:
            problem += direct == 0
    # sum over u of home_legs[t,u] >= 2 / longest * sum over u of visits[t,u]
    if 2 < longest < _UNLIMITED:
        problem += pulp.lpSum(longest * home_legs[team, host] for host in hosts) >= (
            pulp.lpSum(2 * visits[team, host] for host in hosts)
        )


def _has_adjacent_rounds(league: CompiledLeague) -> bool:
    """Return whether any two rounds are near enough for one trip."""
    slots = int(league.slots)
    first, later = np.meshgrid(np.arange(slots), np.arange(slots), indexing="ij")
    in_order = league.slot_round[:slots][later] > league.slot_round[:slots][first]
    days = league.slot_day[:slots][later] - league.slot_day[:slots][first]
    return bool(np.any(in_order & (days <= league.trip_gap_days)))


def longest_trip(league: CompiledLeague, team: int) -> int:
    """Return the maximum number of games in one trip of a team.

    As the travel model and hard constraints allow it; a very large number if there is
    no limit.
    """
    if not _has_adjacent_rounds(league):
        return 1
    longest = _UNLIMITED
    start, end = league.team_rule_start[team], league.team_rule_start[team + 1]
    for number in league.team_rule[start:end]:
        rule = league.sequence_rules[number]
        if rule[1] == HARD:
            longest = min(longest, max(1, _max_away_run(rule)))
    return longest


def _max_away_run(rule: Ints) -> int:
    """Return the maximum number of consecutive away games by a sequence constraint."""
    if rule[0] == SequenceRule.RUN and rule[3] == 0:
        return int(rule[4])
    if rule[0] == SequenceRule.SIDE_WINDOW and rule[4] == _AWAY and rule[6] < rule[3]:
        return int(rule[6])
    return _UNLIMITED
