"""A league as a search sees it while it looks for a first feasible solution."""

from dataclasses import replace

import numpy as np

from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.compile_league import compile_league
from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.instance.counter_cells import counted_cells


def compile_hard_rules(instance: Instance) -> CompiledLeague:
    """Its hard rules alone, those that seldom come true by chance heavier.

    A search need not count what it does not mind: a move is judged two to three times
    as fast where soft rules are many. Travel costs nothing either.
    """
    league = instance.league
    hard = tuple(rule for rule in league.constraints if rule.hard)
    goals = replace(league.goals, travel_points_per_km=0)
    alone = replace(league, constraints=hard, goals=goals)
    compiled = compile_league(replace(instance, league=alone))
    _weigh_what_is_rare(compiled)
    return compiled


def _weigh_what_is_rare(league: CompiledLeague) -> None:
    """Let rules that need games settle at the same temperatures as all others.

    Where games are drawn by chance, a rule's places get `mean` of them. To get the
    `low` that it needs takes a pull of log(low / mean) temperatures: 3.5 for one game
    in one of 34 rounds. With the weight of others it would be kept last, when the games
    that it names have long settled elsewhere.
    """
    _, counters, steps = counted_cells(league)
    mean = np.bincount(counters, steps, minlength=int(league.counters)) / league.slots
    low = league.counter_low[: league.counters]
    hard = league.counter_total[: league.counters] == HARD
    needs = hard & (low > 0) & (mean > 0)
    pull = np.ones(int(league.counters))
    pull[needs] = np.maximum(1.0, np.log(low[needs] / mean[needs]))
    times = np.rint(pull).astype(np.int64)
    league.counter_weight[: league.counters] *= times
    league.counter_row[: league.counters, 2] *= times
