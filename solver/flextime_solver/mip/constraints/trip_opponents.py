"""Opponents of a group on one road trip (RobinX CA5).

n[j, r] = 1 if the run of away games that the team is on after round r has visited at
least j members of the group; a home game ends the run. With v[r] = 1 for a visit to the
group in round r:

    n[j, r] <= 1 - H[r]
    n[j, r] <= n[j, r - 1] + v[r],       n[j, r] <= n[j, r - 1] + n[j - 1, r - 1]
    n[j, r] >= n[j, r - 1] - H[r],       n[j, r] >= v[r] + n[j - 1, r - 1] - 1

Too many visits, for each round r:

    d >= v[r] + n[max, r - 1] - 1

Too few visits, for j = 2, ..., min, with R[j] runs that reach j visits:

    d >= R[1] - R[j]
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.domain.ids import TeamId
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(model: MipModel, rule: TripOpponents) -> Iterator[ViolationTerm]:
    """Yield a term for each team and round, and for each team and number up to min."""
    model.has_redundant_solutions = True
    for team in model.selected_teams(rule.teams):
        visits = _Visits(model, team, frozenset(rule.opponents))
        if rule.max_games is not None:
            yield from _above_max(visits, rule.max_games)
        for number in range(2, rule.min_games + 1):
            expression = visits.runs_with(1) - visits.runs_with(number)
            yield ViolationTerm(f"trip_opponents_{team}_{number}", (expression,))


def _above_max(visits: "_Visits", max_games: int) -> Iterator[ViolationTerm]:
    for round_ in range(len(visits.model.rounds)):
        visit = visits.visit(round_)
        reached = visits.at_least(max_games, round_ - 1)
        expression = visit + reached - 1 if max_games else visit
        yield ViolationTerm(f"trip_opponents_{visits.team}_{round_}", (expression,))


class _Visits:
    """Variables n[j, r] of a team's visits to the group along its trips."""

    def __init__(self, model: MipModel, team: TeamId, group: frozenset[TeamId]) -> None:
        self.model = model
        self.team = team
        self.group = group

    def visit(self, round_: int) -> LinearExpr:
        """Return v[round], 1 for an away game against the group."""
        slots = self.model.rounds[round_]
        return self.model.games(self.team, slots, Side.AWAY, self.group)

    def at_least(self, number: int, round_: int) -> LinearExpr:
        """Return n[number, round]; it is 0 before the season."""
        if number == 0:
            return LinearExpr.from_constant(1)
        if round_ < 0:
            return LinearExpr.empty()
        key = ("visits", self.team, self.group, number, round_)
        return self.model.cached(key, lambda: self._reached(number, round_))

    def _reached(self, number: int, round_: int) -> LinearExpr:
        model = self.model
        before = self.at_least(number, round_ - 1)
        fewer_before = self.at_least(number - 1, round_ - 1)
        home = model.plays_in_round(self.team, round_, Side.HOME)
        visit = self.visit(round_)
        reached = model.binary(f"visits_{number}_{self.team}_{round_}")
        # a home game ends the run; otherwise the count stays, and a visit adds one
        model.add_constraint(reached <= 1 - home)
        model.add_constraint(reached <= before + visit)
        model.add_constraint(reached <= before + fewer_before)
        model.add_constraint(reached >= before - home)
        model.add_constraint(reached >= visit + fewer_before - 1)
        return reached + 0

    def runs_with(self, number: int) -> LinearExpr:
        """Return R[number], the runs with at least `number` visits to the group."""
        return lpSum(
            self._rise(number, round_) for round_ in range(len(self.model.rounds))
        )

    def _rise(self, number: int, round_: int) -> LinearExpr:
        """Return 1 if the run reaches `number` visits in this round."""
        model = self.model
        now = self.at_least(number, round_)
        before = self.at_least(number, round_ - 1)

        def make() -> LinearExpr:
            rise = model.binary(f"reaches_{number}_{self.team}_{round_}")
            model.add_constraint(rise >= now - before)
            model.add_constraint(rise <= now)
            model.add_constraint(rise <= 1 - before)
            return rise + 0

        return model.cached(("rise", self.team, self.group, number, round_), make)
