"""Whether a league is a travelling tournament, and its games as a tour."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from flextime_solver.instance.compiled_league import (
    HARD,
    CompiledLeague,
    Ints,
    PairRule,
    SequenceRule,
)
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.ttp.anneal import score_tour
from flextime_solver.special.ttp.tour import Tour, empty_tour

_AWAY, _HOME = 0, 1
_SIDE_OF_WINDOW = {0: _HOME, 1: _AWAY}
_NEVER = 1 << 30


def is_tournament(league: CompiledLeague) -> bool:
    """Whether travel is all that a double round robin costs, and its calendar is full.

    One date a round, trips of any length, and no rules but hard ones for all teams:
    runs on one side, and rounds between the two games of a pair.
    """
    return (
        _has_every_game_once(league)
        and league.milli_points_per_m > 0
        and not league.counters
        and not league.slot_locked.any()
        and _goes_on_from_game_to_game(league)
        and _runs(league) is not None
        and _gap(league) is not None
    )


def plays_every_game(league: CompiledLeague, games: Iterable[PlacedGame]) -> bool:
    """Whether every team receives every other; a start may leave games out."""
    played = {(home, away) for home, away, _ in games}
    return len(played) == league.teams * (league.teams - 1)


def tour_of(league: CompiledLeague, games: Iterable[PlacedGame]) -> Tour:
    """The games of a tournament as a tour.

    Raises
    ------
    ValueError
        Where the league is no tournament.
    """
    runs, gap = _runs(league), _gap(league)
    if runs is None or gap is None:
        raise ValueError("the league's rules are not those of a tournament")
    tour = empty_tour()
    tour.teams, tour.rounds = league.teams, league.rounds
    tour.longest[:], tour.run_weight[:] = runs
    tour.min_gap, tour.gap_weight = gap
    tour.metres[:] = league.distance_m[: len(tour.metres), : len(tour.metres)]
    # Nobody is met after the last round, and everybody returns from it.
    tour.opponent[:] = tour.saved_opponent[:] = -1
    tour.stop[:] = tour.saved_stop[:] = np.arange(len(tour.stop))[:, None]
    for home, away, slot in games:
        round_ = int(league.slot_round[slot])
        tour.opponent[home, round_], tour.opponent[away, round_] = away, home
        tour.home_rounds[home] |= 1 << round_
    tour.best_broken = _NEVER
    score_tour(tour)
    return tour


def games_of(
    league: CompiledLeague, opponent: Ints, home_rounds: Ints
) -> list[PlacedGame]:
    """Games of opponents by (team, round) and sets of home rounds, in order of time."""
    return [
        (team, int(opponent[team, round_]), int(league.round_slots[round_]))
        for round_ in range(league.rounds)
        for team in range(league.teams)
        if home_rounds[team] >> round_ & 1
    ]


def _has_every_game_once(league: CompiledLeague) -> bool:
    teams = int(league.teams)
    others = ~np.eye(teams, dtype=bool)
    met = (league.pair_min, league.pair_max)
    return bool(
        teams > 2
        and league.phases == 0
        and league.rounds == league.slots == league.games_per_team == 2 * (teams - 1)
        and all((pairs[:teams, :teams][others] == 2).all() for pairs in met)
    )


def _goes_on_from_game_to_game(league: CompiledLeague) -> bool:
    teams, rounds = int(league.teams), int(league.rounds)
    days = np.diff(league.slot_day[:rounds])
    away = league.travels[:teams, :teams] == ~np.eye(teams, dtype=bool)
    elsewhere = (league.special_stop[:teams, :rounds] >= 0).any()
    return bool(days.max() <= league.trip_gap_days and away.all() and not elsewhere)


def _runs(league: CompiledLeague) -> tuple[list[int], list[int]] | None:
    """Longest runs away and at home, and their weights; None if rules say more."""
    longest, weight = [_NEVER, _NEVER], [0, 0]
    teams = int(league.teams)
    starts = league.team_rule_start[: teams + 1]
    rules = [league.team_rule[start:end] for start, end in pairwise(starts)]
    if any(sorted(own) != sorted(rules[0]) for own in rules):
        return None
    for number in rules[0]:
        run = _run(league.sequence_rules[number])
        if run is None or weight[run[0]]:
            return None
        longest[run[0]], weight[run[0]] = run[1:]
    return longest, weight


def _run(rule: Ints) -> tuple[int, int, int] | None:
    """Side, most games in a row and weight of a rule that is about nothing else."""
    code, total, weight = (int(number) for number in rule[:3])
    if total != HARD:
        return None
    if code == SequenceRule.RUN:
        return int(rule[3]), int(rule[4]), weight
    if code == SequenceRule.SIDE_WINDOW and rule[4] in _SIDE_OF_WINDOW:
        length, low, high = int(rule[3]), int(rule[5]), int(rule[6])
        # A window one longer than the longest run holds at most one game too many.
        if low <= 0 and high == length - 1:
            return _SIDE_OF_WINDOW[int(rule[4])], high, weight
    return None


def _gap(league: CompiledLeague) -> tuple[int, int] | None:
    """Least rounds between a pair's games, and the weight; None if rules say more."""
    if league.pair_rule_count == 0:
        return 0, 0
    code, total, weight, teams, least, most = (
        int(number) for number in league.pair_rules[0][:6]
    )
    everybody = (1 << int(league.teams)) - 1
    for_all = code == PairRule.GAP and total == HARD and teams & everybody == everybody
    if league.pair_rule_count > 1 or not for_all or most < league.rounds:
        return None
    return least, weight
