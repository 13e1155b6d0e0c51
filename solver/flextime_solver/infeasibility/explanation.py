"""The explanation of a league's infeasibility, with what each part of it proves."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.errors import Problem
from flextime.domain.ids import ConstraintId
from flextime.domain.schedules.games import Schedule


class Finding(StrEnum):
    """Kind of explanation."""

    FEASIBLE = "feasible"
    """A schedule satisfies all hard rules: there is nothing to explain."""
    COUNTED = "counted"
    """Counting arguments prove infeasibility: `problems`."""
    FORMAT = "format"
    """The format does not fit into the rounds, with or without rules."""
    CONFLICT = "conflict"
    """A subset of the hard rules is infeasible: `conflict`."""
    UNKNOWN = "unknown"
    """The time limit came before a schedule or a proof."""
    UNSUPPORTED = "unsupported"
    """The league has no MIP model: `reasons`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelaxationCost:
    """The least violation of one rule if all other hard rules are satisfied.

    Attributes
    ----------
    rule, priority
        The rule to be relaxed; rules of low priority are given up first.
    deviation
        Least deviation found, in the rule's own unit; None if no schedule was found,
        because other rules are infeasible too or the time limit came first.
    proven_least
        Whether a smaller deviation is proven impossible.
    proven_useless
        Whether the other hard rules are proven infeasible without the rule.
    objective
        Objective of the schedule found, in points.
    schedule
        Schedule with this deviation.
    sentences
        A sentence for each violation of the rule in the schedule.
    """

    rule: ConstraintId
    priority: int
    deviation: int | None
    proven_least: bool = False
    proven_useless: bool = False
    objective: float | None = None
    schedule: Schedule | None = None
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a league has no schedule.

    Attributes
    ----------
    finding
        Kind of explanation.
    problems
        Results of the counting arguments.
    conflict
        Ids of an infeasible subset of the hard rules.
    proven_minimal
        Whether the conflict is proven minimal (an IIS): a schedule was found for it
        without each of its members.
    prices
        Relaxation cost of each member; lowest priority first, then least deviation.
    reasons
        If the league is not supported, a sentence for each reason.
    """

    finding: Finding
    problems: tuple[Problem, ...] = ()
    conflict: tuple[ConstraintId, ...] = ()
    proven_minimal: bool = False
    prices: tuple[RelaxationCost, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The explanation in English sentences."""
        return (
            *(problem.message for problem in self.problems),
            *self._conflict_sentences(),
            *(_cost_sentence(cost) for cost in self.prices),
            *self.reasons,
        )

    def _conflict_sentences(self) -> tuple[str, ...]:
        if self.finding is Finding.FORMAT:
            return ("The format does not fit into the rounds, whatever the rules.",)
        if not self.conflict:
            return ()
        minimal = "" if self.proven_minimal else " (not proven minimal)"
        names = ", ".join(self.conflict)
        return (f"No schedule keeps all of these rules{minimal}: {names}.",)


def _cost_sentence(cost: RelaxationCost) -> str:
    if cost.deviation is None:
        if cost.proven_useless:
            return f"Giving up {cost.rule} alone is not enough: others conflict too."
        return f"Giving up {cost.rule} alone was not found to be enough."
    at_most = "" if cost.proven_least else "at most "
    places = "; ".join(cost.sentences)
    return (
        f"Giving up {cost.rule} costs {at_most}{cost.deviation} of its units and leaves"
        f" {cost.objective:.0f} points: {places}."
    )
