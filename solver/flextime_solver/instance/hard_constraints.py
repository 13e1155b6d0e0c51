"""A league with its hard constraints alone, for the search for feasibility."""

from dataclasses import replace

import numpy as np

from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.cell_entries import unpack_cell_entries
from flextime_solver.instance.compiled_league import HARD, CompiledLeague
from flextime_solver.instance.compiler import compile_league


def compile_hard_constraints(instance: Instance) -> CompiledLeague:
    """Return the instance's league without soft constraints and travel costs.

    Where soft constraints are many, a move is evaluated two to three times as fast.
    Counters that random schedules rarely satisfy get a higher weight.
    """
    league = instance.league
    hard = tuple(rule for rule in league.constraints if rule.hard)
    goals = replace(league.goals, travel_points_per_km=0)
    alone = replace(league, constraints=hard, goals=goals)
    compiled = compile_league(replace(instance, league=alone))
    _increase_weights_of_rare_games(compiled)
    return compiled


def _increase_weights_of_rare_games(league: CompiledLeague) -> None:
    """Weight counters with lower limits so that all freeze at similar temperatures.

    In random schedules a counter has `mean` games. To reach its lower limit `low`, its
    weight must be about log(low / mean) temperatures: 3.5 for one game in one of 34
    rounds. With equal weights an anneal would satisfy such counters last, when the
    games that they need are already frozen elsewhere.
    """
    _, counters, steps = unpack_cell_entries(league)
    mean = np.bincount(counters, steps, minlength=int(league.counters)) / league.slots
    low = league.counter_low[: league.counters]
    hard = league.counter_total[: league.counters] == HARD
    needs = hard & (low > 0) & (mean > 0)
    factor = np.ones(int(league.counters))
    factor[needs] = np.maximum(1.0, np.log(low[needs] / mean[needs]))
    multiples = np.rint(factor).astype(np.int64)
    league.counter_weight[: league.counters] *= multiples
    league.counter_row[: league.counters, 2] *= multiples
