"""Arrays of the counters, sequence rules and pair rules of a league."""

import numpy as np

from flextime_solver.instance.cell_entries import pack_cell_entries
from flextime_solver.instance.compiled_league import (
    BREAK_RULES,
    COUNTER_ROW,
    OPPONENT_RULES,
    PAIR_ROW,
    SEASON_PAIR_RULES,
    SEQUENCE_ROW,
    Ints,
    PairRule,
)
from flextime_solver.instance.league_builder import LeagueBuilder
from flextime_solver.instance.tables import column, integers, starts, table

_RuleGroups = tuple[list[int], list[int]]
"""Sequence rules of a team over sides and dates, and those over opponents."""


def counter_arrays(builder: LeagueBuilder) -> dict[str, Ints]:
    """Return the arrays of `CompiledLeague` on counters, by their names."""
    return {
        "counter_low": column(builder.limits, 0),
        "counter_high": column(builder.limits, 1),
        "counter_weight": column(builder.limits, 2),
        "counter_total": column(builder.limits, 3),
        "conditions": table(builder.conditions, 3),
        "carry_over_counter": integers(builder.carry_over_counters),
        "value_counter": integers(builder.value_counters),
        "counter_row": _counter_rows(builder),
        **pack_cell_entries(builder),
    }


def sequence_arrays(builder: LeagueBuilder, *, travels: bool) -> dict[str, Ints]:
    """Return the arrays of `CompiledLeague` on sequence rules, by their names.

    `travels` says whether any two stops are apart.
    """
    groups = _opponents_last(builder)
    return {
        "sequence_rules": table(builder.sequence, SEQUENCE_ROW),
        "team_rule_start": _group_starts(groups),
        "team_rule": integers(r for sides, others in groups for r in sides + others),
        "opponent_rule_start": _opponent_starts(groups),
        "breaks_only": _breaks_only(builder, travels=travels),
        "succession_cost": builder.succession_cost,
    }


def pair_rows(builder: LeagueBuilder) -> tuple[Ints, int]:
    """Return all pair rules, and the first row of those that compare seasons."""
    compares = [row[0] in SEASON_PAIR_RULES for row in builder.pairs]
    rows = list(zip(builder.pairs, compares, strict=True))
    meetings = [row for row, compared in rows if not compared]
    comparisons = [row for row, compared in rows if compared]
    return table(meetings + comparisons, PAIR_ROW), len(meetings)


def counts_games_between(builder: LeagueBuilder) -> bool:
    """Return whether a pair rule counts the games between two meetings."""
    return any(row[0] == PairRule.SEPARATION for row in builder.pairs)


def _counter_rows(builder: LeagueBuilder) -> Ints:
    limits = table([list(limits) for limits in builder.limits], COUNTER_ROW - 1)
    return np.column_stack([limits, builder.condition_of_counter])


def _opponents_last(builder: LeagueBuilder) -> list[_RuleGroups]:
    """Return the sequence rules of each team, those over opponents apart."""
    over_opponents = [row[0] in OPPONENT_RULES for row in builder.sequence]
    return [
        (
            [r for r in rules if not over_opponents[r]],
            [r for r in rules if over_opponents[r]],
        )
        for rules in builder.sequence_of_team
    ]


def _group_starts(groups: list[_RuleGroups]) -> Ints:
    return starts([len(sides) + len(others) for sides, others in groups])


def _opponent_starts(groups: list[_RuleGroups]) -> Ints:
    return _group_starts(groups)[1:] - integers(len(others) for _, others in groups)


def _breaks_only(builder: LeagueBuilder, *, travels: bool) -> Ints:
    """Return for each team whether only break rules read its games in order."""
    in_order = travels or builder.carry_over_counters or counts_games_between(builder)
    return integers(
        not in_order and all(builder.sequence[rule][0] in BREAK_RULES for rule in rules)
        for rules in builder.sequence_of_team
    )
