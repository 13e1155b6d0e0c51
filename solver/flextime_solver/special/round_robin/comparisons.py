"""What two teams' patterns cost when their home games are compared round by round."""

from flextime_solver.instance.compiled_league import HARD, CompiledLeague, Ints
from flextime_solver.jit.kernels import inlined_kernel, inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.special.round_robin.fixtures import Fixtures

_EITHER = 2


@inner_kernel
def add_comparisons(league: CompiledLeague, fixtures: Fixtures) -> None:
    """Add what teams with new patterns cost beside all others."""
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        fixtures.has_moved[team] = 1
        write_lead(fixtures, team, fixtures.new_home[team])
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        for other in range(fixtures.teams):
            if _stands_for_both(fixtures, team, other):
                compare(league, fixtures, team, other)
                for part in range(2):
                    cost = fixtures.new_pair_cost[team, other, part]
                    before = fixtures.pair_cost[team, other, part]
                    fixtures.change[part] += cost - before


@inlined_kernel
def _stands_for_both(fixtures: Fixtures, team: int, other: int) -> bool:
    """Whether a pair is looked at from `team`: of two with new patterns, the first."""
    return bool(team < other or (team > other and not fixtures.has_moved[other]))


@inner_kernel
def take_over_comparisons(fixtures: Fixtures) -> None:
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        for round_ in range(fixtures.rounds):
            fixtures.lead[team, round_] = fixtures.new_lead[team, round_]
        for other in range(fixtures.teams):
            if _stands_for_both(fixtures, team, other):
                set_pair_cost(fixtures, team, other)
    for place in range(fixtures.moved_team_count):
        fixtures.has_moved[fixtures.moved_teams[place]] = 0


@inner_kernel
def set_pair_cost(fixtures: Fixtures, one: int, other: int) -> None:
    """Take over what comparing two teams costs."""
    for part in range(2):
        cost = fixtures.new_pair_cost[one, other, part]
        added = cost - fixtures.pair_cost[one, other, part]
        fixtures.team_pair_cost[one, part] += added
        fixtures.team_pair_cost[other, part] += added
        fixtures.pair_cost[one, other, part] = cost
        fixtures.pair_cost[other, one, part] = cost


@inner_kernel
def forget_comparisons(fixtures: Fixtures) -> None:
    for place in range(fixtures.moved_team_count):
        team = fixtures.moved_teams[place]
        if fixtures.has_moved[team]:
            fixtures.has_moved[team] = 0
            for round_ in range(fixtures.rounds):
                fixtures.new_lead[team, round_] = fixtures.lead[team, round_]


@inner_kernel
def write_lead(fixtures: Fixtures, team: int, home: int) -> None:
    """Write to `new_lead` the home games of a team up to each round."""
    games = 0
    for round_ in range(fixtures.rounds):
        games += (home >> round_) & 1
        fixtures.new_lead[team, round_] = games


@inner_kernel
def compare(league: CompiledLeague, fixtures: Fixtures, team: int, other: int) -> None:
    """Write to `new_pair_cost` what comparing two teams costs after the move."""
    hard, soft = 0, 0
    for number in range(league.comparison_start, league.pair_rule_count):
        rule = league.pair_rules[number]
        if rule[5] == _EITHER:
            continue
        if not (in_teams(rule[3], team) and in_teams(rule[3], other)):
            continue
        apart = _farthest(fixtures, team, other, rule)
        amount = max(0, apart - rule[4]) * rule[2]
        if rule[1] == HARD:
            hard += amount
        else:
            soft += amount
    fixtures.new_pair_cost[team, other, 0] = hard
    fixtures.new_pair_cost[team, other, 1] = soft


@inner_kernel
def _farthest(fixtures: Fixtures, team: int, other: int, rule: Ints) -> int:
    """Most that the home games of two teams are apart after a round of the rule."""
    slots = rule[6]
    farthest = 0
    for round_ in range(fixtures.rounds):
        apart = fixtures.new_lead[team, round_] - fixtures.new_lead[other, round_]
        # No branch: four rounds are compared by one instruction.
        farthest = max(farthest, abs(apart) * ((slots >> round_) & 1))
    return int(farthest)
