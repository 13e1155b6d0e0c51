"""Detection of compact double round robins among compiled leagues."""

from itertools import pairwise

import numpy as np

from flextime_solver.instance.compiled_league import (
    LOCK,
    CompiledLeague,
    PairRule,
    SequenceRule,
)
from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.special.round_robin.round_robin_solution import (
    MAX_COUNT,
    MAX_WINDOWS,
)

_SEQUENCE_RULES = {
    SequenceRule.RUN,
    SequenceRule.BREAKS,
    SequenceRule.BREAKS_TOGETHER,
    SequenceRule.SIDE_WINDOW,
    SequenceRule.OPPONENT_WINDOW,
}
_PAIR_RULES = {PairRule.GAP, PairRule.SIDE_DIFFERENCE}
_LOW, _HIGH, _, _, _UNIT, _CONDITION = range(6)


def is_double_round_robin(league: CompiledLeague) -> bool:
    """Return whether the search space of this package applies to a league.

    Every pair meets at both venues and every team plays in every round; no game is
    locked; and all costs can be computed from single games, home-away patterns, windows
    of rounds against some opponents, or pairs of teams. Travel cannot.
    """
    return (
        _is_compact(league)
        and not (league.milli_points_per_m and league.has_distances)
        and not league.carry_over_counters
        and _has_no_locks(league)
        and _counters_count_games(league)
        and _counts_fit_32_bits(league)
        and _max_windows(league) <= MAX_WINDOWS
        and _sequence_codes(league) <= _SEQUENCE_RULES
        and _pair_codes(league) <= _PAIR_RULES
    )


def _is_compact(league: CompiledLeague) -> bool:
    teams = int(league.teams)
    return bool(
        teams > 2
        and league.every_game_once
        and league.rounds == league.slots == league.games_per_team == 2 * (teams - 1)
        and league.rounds <= SLOTS_PER_MASK
        and league.phases in (0, 2)
    )


def _has_no_locks(league: CompiledLeague) -> bool:
    locked = league.counter_total[: league.counters] == LOCK
    return not (locked.any() or league.slot_locked.any() or league.site_locked.any())


def _counters_count_games(league: CompiledLeague) -> bool:
    """Return whether counters add single games, without units and conditions."""
    rows = league.counter_row[: league.counters]
    return bool((rows[:, _UNIT] == 1).all() and (rows[:, _CONDITION] < 0).all())


def _counts_fit_32_bits(league: CompiledLeague) -> bool:
    rows = league.counter_row[: league.counters]
    cells = league.teams * league.teams * league.slots
    entries = league.cell_entry[: league.cell_range[:cells].max()]
    games = int(league.teams) * int(league.rounds)
    return bool(
        (rows[:, _LOW] <= MAX_COUNT).all()
        and (rows[:, _HIGH] >= -MAX_COUNT).all()
        and int(np.abs(entries[:, 1]).max(initial=0)) * games <= MAX_COUNT
    )


def _sequence_codes(league: CompiledLeague) -> set[int]:
    starts = league.team_rule_start[: league.teams + 1]
    rules = [league.team_rule[start:end] for start, end in pairwise(starts)]
    numbers = np.unique(np.concatenate(rules))
    return {int(code) for code in league.sequence_rules[numbers, 0]}


def _max_windows(league: CompiledLeague) -> int:
    ends = league.team_rule_start[1 : league.teams + 1]
    return int((ends - league.opponent_rule_start[: league.teams]).max())


def _pair_codes(league: CompiledLeague) -> set[int]:
    return {int(code) for code in league.pair_rules[: league.pair_rule_count, 0]}
