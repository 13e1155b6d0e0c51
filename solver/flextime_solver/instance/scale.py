"""How large a league is, and what a typical change costs: what temperatures go by."""

from flextime_solver.instance.compiled_league import SOFT, CompiledLeague

_SOFT_STEPS = 6
"""A move changes several soft deviations at once: so many weights are one unit."""
_USUAL_TEAMS = 16


def size(league: CompiledLeague) -> float:
    """Its teams as a share of those of a usual season, at most 1."""
    return min(1.0, int(league.teams) / _USUAL_TEAMS)


def scores_travel(league: CompiledLeague) -> bool:
    """Whether kilometres cost anything."""
    return bool(league.milli_points_per_m and league.measures_travel)


def scale(league: CompiledLeague) -> float:
    """Milli-points of a mean journey; of soft rules where travel costs nothing."""
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
