"""Compilation of a league, and of the locks of a start schedule, to arrays."""

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.capacity import fill
from flextime_solver.instance.compiled_league import CompiledLeague, Ints
from flextime_solver.instance.constraints import contribute
from flextime_solver.instance.format_arrays import (
    fills_all_rounds,
    is_every_game_once,
    meeting_arrays,
    phases,
    trip_gap_days,
)
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.locks import Locks, add_locks
from flextime_solver.instance.rule_arrays import (
    counter_arrays,
    counts_games_between,
    pair_rows,
    sequence_arrays,
)
from flextime_solver.instance.stops import Stops
from flextime_solver.instance.tables import integers, starts


def compile_league(instance: Instance) -> CompiledLeague:
    """Return the arrays of the instance's league, with the locks of its start.

    Raises
    ------
    LeagueTooLarge
        If the league has more teams, rounds, slots or rules than the records hold.
    NumberTooLarge
        If a number of a constraint exceeds the integers that store it.
    """
    league = instance.league
    locks = Locks.of(instance)
    builder = LeagueBuilder(league, rounds_are_games=fills_all_rounds(instance))
    for rule in league.active_constraints:
        contribute(rule, builder)
    add_locks(locks, builder)
    compiled = CompiledLeague.zeros()
    for part in (
        _calendar_arrays(league),
        meeting_arrays(league),
        _travel_arrays(league, locks),
        counter_arrays(builder),
        {"slot_locked": locks.slot_locked, "site_locked": locks.site_locked},
    ):
        for name, values in part.items():
            fill(compiled, name, values)
    _set_format(compiled, league)
    _set_rules(compiled, builder)
    return compiled


def _calendar_arrays(league: League) -> dict[str, Ints]:
    slots = league.calendar.slots
    first_day = slots[0].date.toordinal()
    return {
        "slot_day": integers(slot.date.toordinal() - first_day for slot in slots),
        "slot_weekday": integers(int(slot.weekday) for slot in slots),
        "slot_round": integers(league.round_position[slot.id] for slot in slots),
        "round_slots": starts([len(round_.slots) for round_ in league.calendar.rounds]),
    }


def _travel_arrays(league: League, locks: Locks) -> dict[str, Ints]:
    stops = Stops.of(league, locks)
    return {
        "distance_m": stops.distances_m(league),
        "travels": stops.travels(league),
        "special_stop": stops.special,
    }


def _set_format(compiled: CompiledLeague, league: League) -> None:
    """Set the numbers that follow from the format, the calendar and the goals."""
    compiled.teams = len(league.teams)
    compiled.rounds = len(league.calendar.rounds)
    compiled.slots = len(league.calendar.slots)
    compiled.games_per_team = league.format.games_per_team(len(league.teams))
    compiled.phases, compiled.rounds_per_phase = phases(league)
    compiled.every_game_once = is_every_game_once(meeting_arrays(league))
    compiled.base_weight = 1
    compiled.trip_gap_days = trip_gap_days(league)
    compiled.milli_points_per_m = league.goals.travel_points_per_km
    compiled.has_distances = bool(compiled.distance_m.any())


def _set_rules(compiled: CompiledLeague, builder: LeagueBuilder) -> None:
    """Set the rules, and the numbers that follow from rules and counters."""
    travels = bool(compiled.has_distances)
    for name, values in sequence_arrays(builder, travels=travels).items():
        fill(compiled, name, values)
    pairs, comparison_start = pair_rows(builder)
    fill(compiled, "pair_rules", pairs)
    compiled.pair_rule_count = len(pairs)
    compiled.comparison_start = comparison_start
    compiled.compares_seasons = comparison_start < len(pairs)
    compiled.counts_games_between = counts_games_between(builder)
    compiled.counters = len(builder.limits)
    compiled.carry_over_counters = len(builder.carry_over_counters)
    compiled.team_values = len(builder.value_counters)
