"""The result of one call of a MIP solver."""

from dataclasses import dataclass
from enum import StrEnum


class MipStatus(StrEnum):
    """How a solve ended. None of these is an error."""

    OPTIMAL = "optimal"
    """The solution is proven optimal."""
    FEASIBLE = "feasible"
    """A solution was found before the time limit, or within the relative gap."""
    INFEASIBLE = "infeasible"
    """It is proven that no solution exists."""
    UNKNOWN = "unknown"
    """The time limit came before a solution or a proof."""
    UNSUPPORTED = "unsupported"
    """The league has no linear model; nothing was solved."""


@dataclass(frozen=True, slots=True)
class MipResult:
    """The result of one call; the problem's variables hold the values of a solution.

    Attributes
    ----------
    status
        How the call ended.
    objective
        Value of the solution found, in the unit of the problem's objective.
    bound
        Proven lower bound of the objective, in the same unit.
    """

    status: MipStatus
    objective: float | None = None
    bound: float | None = None

    @property
    def has_solution(self) -> bool:
        """Whether the variables hold a solution."""
        return self.status in {MipStatus.OPTIMAL, MipStatus.FEASIBLE}
