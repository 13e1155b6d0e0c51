"""Known feasible subsets: sets of hard rules that some schedule satisfies together."""

from collections.abc import Iterable
from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule


class FeasibleSubsets:
    """The sets of hard rules that the schedules added so far satisfy.

    Parameters
    ----------
    league
        League whose hard rules are checked.
    """

    def __init__(self, league: League) -> None:
        self._hard = tuple(rule for rule in league.active_constraints if rule.hard)
        self._league = replace(league, constraints=self._hard)
        self._satisfied: list[frozenset[ConstraintId]] = []

    def add(self, schedule: Schedule) -> tuple[Constraint, ...]:
        """Add the rules that a schedule satisfies; return those that it violates."""
        violated = {
            found.constraint for found in check(self._league, schedule).violations
        }
        self._satisfied.append(frozenset(rule.id for rule in self._hard) - violated)
        return tuple(rule for rule in self._hard if rule.id in violated)

    def cover(self, rules: Iterable[Constraint]) -> bool:
        """Return whether a known schedule satisfies all of these rules."""
        names = {rule.id for rule in rules}
        return any(names <= satisfied for satisfied in self._satisfied)
