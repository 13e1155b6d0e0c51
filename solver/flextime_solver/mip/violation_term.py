"""What a rule costs, in units: places where a schedule can break it."""

from dataclasses import dataclass

from flextime_solver.mip.model import Linear


@dataclass(frozen=True)
class Unit:
    """One place; its deviation is the largest of `amounts`, and never below 0.

    Attributes
    ----------
    amounts
        Each is at least 1 only where the rule is broken, by so much.
    """

    name: str
    amounts: tuple[Linear, ...]

    @property
    def most(self) -> int:
        """No schedule deviates further here."""
        return max(0, *(round(largest(amount)) for amount in self.amounts), 0)


def largest(expression: Linear) -> float:
    """An upper bound of an expression, from the bounds of its variables."""
    return expression.constant + sum(
        factor * (variable.upBound if factor > 0 else variable.lowBound)
        for variable, factor in expression.items()
    )


def smallest(expression: Linear) -> float:
    return -largest(-expression)
