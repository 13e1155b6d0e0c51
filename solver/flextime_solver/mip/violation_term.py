"""Violation terms: the places where a schedule can violate a rule."""

from dataclasses import dataclass

from flextime_solver.mip.integer_program import LinearExpr


@dataclass(frozen=True)
class ViolationTerm:
    """One place where a rule can be violated.

    The violation d of the term is max(0, e_1, ..., e_n) over its expressions. A rule's
    deviation is the sum of d over its terms.

    Attributes
    ----------
    name
        Name of the term's variables in the problem.
    expressions
        Linear expressions that are integers on every schedule. Each is at least 1 only
        if the rule is violated here, by its value.
    """

    name: str
    expressions: tuple[LinearExpr, ...]

    @property
    def max_violation(self) -> int:
        """Upper bound of the violation, from the bounds of the variables."""
        return max(0, *(round(upper_bound(each)) for each in self.expressions), 0)


def upper_bound(expression: LinearExpr) -> float:
    """Return an upper bound of an expression, from the bounds of its variables."""
    return expression.constant + sum(
        factor * (variable.upBound if factor > 0 else variable.lowBound)
        for variable, factor in expression.items()
    )


def lower_bound(expression: LinearExpr) -> float:
    """Return a lower bound of an expression, from the bounds of its variables."""
    return -upper_bound(-expression)
