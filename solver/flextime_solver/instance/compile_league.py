"""Compiles a league, and what a start schedule locks in it, to arrays."""

from collections.abc import Iterable

import numpy as np

from flextime.domain.errors import FlexTimeError
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.builder import Contributions
from flextime_solver.instance.compiled_league import (
    BREAK_RULES,
    COUNTER_ROW,
    OPPONENT_RULES,
    PAIR_ROW,
    SEASON_PAIR_RULES,
    SEQUENCE_ROW,
    CompiledLeague,
    Ints,
    PairRule,
)
from flextime_solver.instance.constraints import contribute
from flextime_solver.instance.counter_cells import cell_lists
from flextime_solver.instance.locks import Locks, contribute_locks
from flextime_solver.instance.stops import Stops

_STAYS_AWAY_DAYS = {
    TravelModel.ROUND_TRIPS: -1,
    TravelModel.THREE_DAY_RULE: 3,
    TravelModel.CHAIN: 100_000,
}


class LeagueTooLarge(FlexTimeError):
    """The league does not fit into the arrays of the compiled search."""

    def __init__(self, what: str, size: tuple[int, ...], most: tuple[int, ...]) -> None:
        super().__init__(f"{what} has size {size}, the solver takes up to {most}")


class NumberTooLarge(FlexTimeError):
    """A rule has a number that the compiled search does not take."""

    def __init__(self, what: str, number: int) -> None:
        super().__init__(f"{what} has the number {number}, too large for the solver")


def compile_league(instance: Instance) -> CompiledLeague:
    """Arrays of the instance's league, with the locks of its start."""
    league = instance.league
    found = Contributions(league, rounds_are_games=_fills_all_rounds(instance))
    for rule in league.active_constraints:
        contribute(rule, found)
    locks = Locks.of(instance)
    contribute_locks(locks, found)
    stops = Stops.of(league, locks)
    slots, rounds = league.calendar.slots, league.calendar.rounds
    distances_m = stops.distances_m(league)
    team_rules = _opponents_last(found)
    meetings, comparisons = _comparisons_last(found)
    first_day = slots[0].date.toordinal()
    least, most, most_at_one = _meetings(league)
    phased = isinstance(league.format, RoundRobin) and league.format.phased
    phases = league.format.times if isinstance(league.format, RoundRobin) else 1
    compiled = CompiledLeague.zeros()
    compiled.teams = len(league.teams)
    compiled.rounds = len(league.calendar.rounds)
    compiled.slots = len(slots)
    compiled.counters = len(found.limits)
    compiled.pair_rule_count = len(found.pairs)
    compiled.carry_over_counters = len(found.carry_over_counters)
    compiled.team_values = len(found.value_counters)
    compiled.comparison_start = len(meetings)
    compiled.compares_seasons = bool(comparisons)
    compiled.measures_travel = bool(distances_m.any())
    compiled.counts_games_between = _counts_games_between(found)
    compiled.every_game_once = _is_every_game_once(least, most, most_at_one)
    compiled.stays_away_days = _stays_away_days(league)
    compiled.milli_points_per_m = league.goals.travel_points_per_km
    compiled.base_weight = 1
    compiled.games_per_team = league.format.games_per_team(len(league.teams))
    compiled.phases = phases if phased else 0
    compiled.rounds_per_phase = len(league.calendar.rounds) // phases
    arrays = {
        "slot_day": _ints(slot.date.toordinal() - first_day for slot in slots),
        "slot_weekday": _ints(int(slot.weekday) for slot in slots),
        "slot_round": _ints(league.round_position[slot.id] for slot in slots),
        "round_slots": _starts([len(round_.slots) for round_ in rounds]),
        "distance_m": distances_m,
        "travels": stops.travels(league),
        "special_stop": stops.special,
        "pair_min": least,
        "pair_max": most,
        "pair_max_at_one": most_at_one,
        "counter_low": _column(found.limits, 0),
        "counter_high": _column(found.limits, 1),
        "counter_weight": _column(found.limits, 2),
        "counter_total": _column(found.limits, 3),
        "conditions": _table(found.conditions, 3),
        "carry_over_counter": _ints(found.carry_over_counters),
        "counter_row": _counter_rows(found),
        **cell_lists(found),
        "sequence_rules": _table(found.sequence, SEQUENCE_ROW),
        "team_rule_start": _starts([len(sides) + len(o) for sides, o in team_rules]),
        "team_rule": _ints(r for sides, others in team_rules for r in sides + others),
        "opponent_rule_start": _opponent_starts(team_rules),
        "breaks_only": _breaks_only(found, travels=bool(distances_m.any())),
        "pair_rules": _table(meetings + comparisons, PAIR_ROW),
        "value_counter": _ints(found.value_counters),
        "follow_hard": found.follow_hard,
        "slot_locked": locks.slot_locked,
        "site_locked": locks.site_locked,
    }
    for name, values in arrays.items():
        _fill(getattr(compiled, name), values, name)
    return compiled


def _fills_all_rounds(instance: Instance) -> bool:
    """Whether nothing but a double round robin of full rounds is ever searched."""
    league = instance.league
    rounds, teams = league.calendar.rounds, len(league.teams)
    return (
        instance.start is None
        and isinstance(league.format, RoundRobin)
        and league.format.times == 2
        and teams % 2 == 0
        and len(rounds) == league.format.games_per_team(teams)
        and all(len(round_.slots) == 1 for round_ in rounds)
    )


_TwoKinds = tuple[list[int], list[int]]


def _opponents_last(found: Contributions) -> list[_TwoKinds]:
    """Of each team its sequence rules: over sides and dates, and over opponents."""
    minds = [row[0] in OPPONENT_RULES for row in found.sequence]
    return [
        ([r for r in rules if not minds[r]], [r for r in rules if minds[r]])
        for rules in found.sequence_of_team
    ]


def _opponent_starts(team_rules: list[_TwoKinds]) -> Ints:
    ends = _starts([len(sides) + len(others) for sides, others in team_rules])[1:]
    return ends - _ints(len(others) for _, others in team_rules)


def _breaks_only(found: Contributions, *, travels: bool) -> Ints:
    """Of each team whether nothing but break rules reads its games in order."""
    by_order = travels or found.carry_over_counters or _counts_games_between(found)
    return _ints(
        not by_order and all(found.sequence[rule][0] in BREAK_RULES for rule in rules)
        for rules in found.sequence_of_team
    )


def _counts_games_between(found: Contributions) -> bool:
    return any(row[0] == PairRule.SEPARATION for row in found.pairs)


def _comparisons_last(
    found: Contributions,
) -> tuple[list[list[int]], list[list[int]]]:
    """Pair rules over meetings, and those that compare seasons."""
    compares = [row[0] in SEASON_PAIR_RULES for row in found.pairs]
    rows = list(zip(found.pairs, compares, strict=True))
    return [row for row, yes in rows if not yes], [row for row, yes in rows if yes]


def _stays_away_days(league: League) -> int:
    """Most days between the first days of two games of one trip; -1 for no such trip.

    A series is over some days after its first one.
    """
    free_days = _STAYS_AWAY_DAYS[league.goals.travel_model]
    series_days = league.format.games_per_series - 1
    return free_days + series_days if free_days >= 0 else free_days


def _fill(target: Ints, values: Ints, name: str) -> None:
    """Copy into the lower corner of an array that is as large as any league's."""
    if any(size > most for size, most in zip(values.shape, target.shape, strict=True)):
        raise LeagueTooLarge(name, values.shape, target.shape)
    if values.size and abs(values).max() > np.iinfo(target.dtype).max:
        raise NumberTooLarge(name, int(abs(values).max()))
    target[tuple(slice(size) for size in values.shape)] = values


def _counter_rows(found: Contributions) -> Ints:
    limits = _table([list(limits) for limits in found.limits], COUNTER_ROW - 1)
    return np.column_stack([limits, found.condition_of_counter])


def _meetings(league: League) -> tuple[Ints, Ints, Ints]:
    size = len(league.teams)
    least, most, at_one = (np.zeros((size, size), dtype=np.int64) for _ in range(3))
    for row, first in enumerate(league.teams):
        for column, second in enumerate(league.teams):
            if row != column:
                allowed = league.format.meetings(first.id, second.id)
                least[row, column] = allowed.at_least
                most[row, column] = allowed.at_most
                at_one[row, column] = allowed.at_most_at_one_venue
    return least, most, at_one


def _is_every_game_once(least: Ints, most: Ints, most_at_one: Ints) -> bool:
    others = ~np.eye(len(least), dtype=bool)
    twice = (least[others] == 2) & (most[others] == 2)
    return bool((twice & (most_at_one[others] == 1)).all())


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _starts(sizes: list[int]) -> Ints:
    return np.concatenate([_ints([0]), np.cumsum(_ints(sizes))])


def _column(rows: list[tuple[int, ...]], column: int) -> Ints:
    return _ints(row[column] for row in rows)


def _table(rows: list[list[int]], width: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)
