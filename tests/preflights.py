"""Preflight of small leagues."""

from collections.abc import Iterable
from typing import Any

from builders import a_league
from flextime.domain.constraints import Constraint
from flextime.domain.leagues.preflight import preflight

THREE_SATURDAYS = "4 11 18"


def found(*rules: Constraint, days: str = THREE_SATURDAYS, **league: Any) -> list[str]:  # noqa: ANN401 - what a_league takes
    """Return the distinct pointers of the problems, by default of four teams."""
    problems = preflight(a_league(days=days, rules=rules, **league))
    return list(dict.fromkeys(problem.pointer for problem in problems))


def sentences(*rules: Constraint, days: str = THREE_SATURDAYS) -> Iterable[str]:
    """Return the messages of the problems."""
    return (p.message for p in preflight(a_league(days=days, rules=rules)))
