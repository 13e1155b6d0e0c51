"""An integer program under construction: variables, constraints, shared expressions."""

from collections.abc import Callable, Hashable
from typing import Any

from pulp import (
    LpAffineExpression,
    LpConstraintEQ,
    LpConstraintLE,
    LpProblem,
    LpVariable,
)

LinearExpr = LpAffineExpression
"""A linear expression: a weighted sum of variables plus a constant."""


class IntegerProgram:
    """A PuLP problem with bounded integer variables.

    Attributes
    ----------
    problem
        The problem; it has no objective at first.
    """

    def __init__(self, name: str) -> None:
        self.problem = LpProblem(name)
        self._variable_count = 0
        self._cache: dict[Hashable, Any] = {}

    def binary(self, name: str) -> LpVariable:
        """Add a variable with the values 0 and 1."""
        return self.integer(name, 1)

    def integer(self, name: str, max_value: int) -> LpVariable:
        """Add an integer variable from 0 to `max_value`; a number makes it unique."""
        self._variable_count += 1
        return self.problem.add_variable(
            f"{name}_{self._variable_count}", 0, max_value, cat="Integer"
        )

    def add_constraint(self, constraint: LinearExpr) -> None:
        """Add a linear constraint.

        A constraint without variables is either dropped, if it holds, or makes the
        problem infeasible.
        """
        if constraint.items():
            self.problem.addConstraint(constraint)
        elif not _holds(constraint):
            self.problem.addConstraint(self.binary("never") >= 2)

    def cached[T](self, key: Hashable, build: Callable[[], T]) -> T:
        """Return what `build` returned for this key, so that rules share variables."""
        if key not in self._cache:
            self._cache[key] = build()
        built: T = self._cache[key]
        return built


def _holds(constraint: LinearExpr) -> bool:
    """Return whether a constraint without variables holds."""
    if constraint.sense == LpConstraintEQ:
        return constraint.constant == 0
    if constraint.sense == LpConstraintLE:
        return constraint.constant <= 0
    return constraint.constant >= 0
