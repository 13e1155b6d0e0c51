"""Opponents of a group on one road trip (RobinX CA5).

n[j, r] = 1 when the run of away games that the team is on after round r has visited at
least j of the group; a home game ends it. Then v visits in a run cost
(v - max)+ = how many of them are the (max + 1)-th or a later one, and
(min - v)+ = how many of the numbers 2 to min the run does not reach.
"""

from collections.abc import Iterator

from pulp import lpSum

from flextime.domain.constraints.side import Side
from flextime.domain.constraints.trip_opponents import TripOpponents
from flextime.domain.ids import TeamId
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.violation_term import Unit


def units(model: SeasonModel, rule: TripOpponents) -> Iterator[Unit]:
    model.ambiguous = True
    for team in model.chosen(rule.teams):
        visits = _Visits(model, team, frozenset(rule.opponents))
        if rule.max_games is not None:
            yield from _too_many(visits, rule.max_games)
        for number in range(2, rule.min_games + 1):
            # runs that visit the group, less those that visit so many of it
            amount = visits.runs_with(1) - visits.runs_with(number)
            yield Unit(f"trip_opponents_{team}_{number}", (amount,))


def _too_many(visits: "_Visits", most: int) -> Iterator[Unit]:
    for round_ in range(len(visits.model.rounds)):
        visit = visits.visit(round_)
        reached = visits.at_least(most, round_ - 1)
        amount = visit + reached - 1 if most else visit
        yield Unit(f"trip_opponents_{visits.team}_{round_}", (amount,))


class _Visits:
    """A team's visits to the group, counted along its trips."""

    def __init__(
        self, model: SeasonModel, team: TeamId, group: frozenset[TeamId]
    ) -> None:
        self.model = model
        self.team = team
        self.group = group

    def visit(self, round_: int) -> Linear:
        slots = self.model.rounds[round_]
        return self.model.games(self.team, slots, Side.AWAY, self.group)

    def at_least(self, number: int, round_: int) -> Linear:
        """n[number, round]; before the season nothing has been visited."""
        if number == 0:
            return Linear.from_constant(1)
        if round_ < 0:
            return Linear.empty()
        key = ("visits", self.team, self.group, number, round_)
        return self.model.remember(key, lambda: self._make(number, round_))

    def _make(self, number: int, round_: int) -> Linear:
        model = self.model
        before = self.at_least(number, round_ - 1)
        fewer_before = self.at_least(number - 1, round_ - 1)
        home = model.in_round(self.team, round_, Side.HOME)
        visit = self.visit(round_)
        reached = model.binary(f"visits_{number}_{self.team}_{round_}")
        # a home game ends the run; else what was stays, and a visit adds one
        model.require(reached <= 1 - home)
        model.require(reached <= before + visit)
        model.require(reached <= before + fewer_before)
        model.require(reached >= before - home)
        model.require(reached >= visit + fewer_before - 1)
        return reached + 0

    def runs_with(self, number: int) -> Linear:
        """Runs that visit at least so many of the group."""
        return lpSum(
            self._rise(number, round_) for round_ in range(len(self.model.rounds))
        )

    def _rise(self, number: int, round_: int) -> Linear:
        """1 when the run reaches the number in this round."""
        model = self.model
        now = self.at_least(number, round_)
        before = self.at_least(number, round_ - 1)

        def make() -> Linear:
            rise = model.binary(f"reaches_{number}_{self.team}_{round_}")
            model.require(rise >= now - before)
            model.require(rise <= now)
            model.require(rise <= 1 - before)
            return rise + 0

        return model.remember(("rise", self.team, self.group, number, round_), make)
