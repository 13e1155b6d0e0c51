"""Why a league has no schedule, and what it would take to have one."""

from dataclasses import dataclass
from enum import StrEnum

from flextime.domain.errors import Problem
from flextime.domain.ids import ConstraintId
from flextime.domain.schedules.games import Schedule


class Finding(StrEnum):
    FEASIBLE = "feasible"
    """There is a schedule, nothing to explain."""
    COUNTED = "counted"
    """Counting alone shows it: `problems`."""
    FORMAT = "format"
    """The format does not fit into the rounds, whatever the rules."""
    CONFLICT = "conflict"
    """Rules that cannot all be kept: `conflict`."""
    UNKNOWN = "unknown"
    """Time was over before there was a schedule or a proof."""
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What giving up one rule takes, all other hard rules kept.

    Attributes
    ----------
    deviation
        Units by which the rule must be broken; None when no schedule was found, since
        other rules are in conflict too or time was over.
    proven_least
        Whether fewer units are proven not to do.
    proven_useless
        Whether no schedule is proven to be there even without the rule: others are in
        conflict too.
    objective
        Points of the schedule found.
    sentences
        Where the rule is then broken.
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
    """The answer, with how far each part of it is proven.

    Attributes
    ----------
    conflict
        Rules that no schedule keeps together.
    proven_minimal
        Whether a schedule was found for the conflict without each of its members.
    prices
        Cheapest first: least priority, then fewest units.
    """

    finding: Finding
    problems: tuple[Problem, ...] = ()
    conflict: tuple[ConstraintId, ...] = ()
    proven_minimal: bool = False
    prices: tuple[Price, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The explanation for people."""
        return (
            *(problem.message for problem in self.problems),
            *self._about_conflict(),
            *(_about(price) for price in self.prices),
            *self.reasons,
        )

    def _about_conflict(self) -> tuple[str, ...]:
        if self.finding is Finding.FORMAT:
            return ("The format does not fit into the rounds, whatever the rules.",)
        if not self.conflict:
            return ()
        minimal = "" if self.proven_minimal else " (not proven minimal)"
        names = ", ".join(self.conflict)
        return (f"No schedule keeps all of these rules{minimal}: {names}.",)


def _about(price: Price) -> str:
    if price.deviation is None:
        if price.proven_useless:
            return f"Giving up {price.rule} alone is not enough: others conflict too."
        return f"Giving up {price.rule} alone was not found to be enough."
    least = "" if price.proven_least else "at most "
    places = "; ".join(price.sentences)
    return (
        f"Giving up {price.rule} costs {least}{price.deviation} of its units and leaves"
        f" {price.objective:.0f} points: {places}."
    )
