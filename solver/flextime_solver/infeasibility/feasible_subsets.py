"""Which rules can be kept together: schedules have shown it."""

from collections.abc import Iterable
from dataclasses import replace

from flextime.domain.constraints import Constraint
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Schedule


class Witnesses:
    """The hard rules that each schedule seen so far keeps, by the checker's word."""

    def __init__(self, league: League) -> None:
        self._hard = tuple(rule for rule in league.active_constraints if rule.hard)
        self._league = replace(league, constraints=self._hard)
        self._kept: list[frozenset[ConstraintId]] = []

    def note(self, schedule: Schedule) -> tuple[Constraint, ...]:
        """Remember what a schedule keeps; the rules that it breaks."""
        broken = {
            found.constraint for found in check(self._league, schedule).violations
        }
        self._kept.append(frozenset(rule.id for rule in self._hard) - broken)
        return tuple(rule for rule in self._hard if rule.id in broken)

    def of(self, rules: Iterable[Constraint]) -> bool:
        """Whether a schedule is known that keeps these rules."""
        names = {rule.id for rule in rules}
        return any(names <= kept for kept in self._kept)
