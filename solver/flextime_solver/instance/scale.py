"""Scale of a league: its size, and the cost of a typical change of a solution.

Temperatures of searches are given in units of the scale.
"""

from flextime_solver.instance.compiled_league import SOFT, CompiledLeague

_SOFT_STEPS = 6
"""Soft deviations that a typical move changes at once."""
_USUAL_TEAMS = 16
"""Teams of a conference of usual size."""


def relative_size(league: CompiledLeague) -> float:
    """Return the number of teams relative to a conference of usual size, at most 1."""
    return min(1.0, int(league.teams) / _USUAL_TEAMS)


def scores_travel(league: CompiledLeague) -> bool:
    """Return whether travel costs points in this league."""
    return bool(league.milli_points_per_m and league.has_distances)


def scale(league: CompiledLeague) -> float:
    """Return the cost of a typical change, in milli-points.

    It is the cost of a journey of mean distance. If travel costs nothing, it is the
    cost of `_SOFT_STEPS` soft deviations of mean weight.
    """
    teams = league.teams
    homes = league.distance_m[:teams, :teams]
    trip_cost = homes.sum() / max(1, teams * (teams - 1)) * league.milli_points_per_m
    if trip_cost > 0:
        return float(trip_cost)
    weights = _soft_weights(league)
    return 1000.0 * _SOFT_STEPS * (sum(weights) / len(weights) if weights else 1.0)


def _soft_weights(league: CompiledLeague) -> list[int]:
    counted = league.counter_total[: league.counters] == SOFT
    weights = [int(w) for w in league.counter_weight[: league.counters][counted]]
    for rules, count in (
        (league.sequence_rules, int(league.team_rule_start[league.teams] > 0)),
        (league.pair_rules, league.pair_rule_count),
    ):
        if count:
            weights += [int(row[2]) for row in rules if row[2] and row[1] == SOFT]
    return weights
