"""What every rule of the catalogue has, whatever its kind."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

from flextime.domain.ids import ConstraintId, GameId, SlotId, TeamId
from flextime.domain.points import MAX_LIMIT, MAX_WEIGHT

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place where a schedule breaks a rule.

    Attributes
    ----------
    amount
        How far, a positive whole number; docs/model.md defines it for each kind.
    message
        One sentence that names teams and dates.
    """

    amount: int
    message: str
    teams: tuple[TeamId, ...] = ()
    games: tuple[GameId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Head of every constraint.

    Attributes
    ----------
    hard
        Hard rules make a schedule infeasible, soft rules cost points.
    weight
        Points for each unit of deviation, 1 to `MAX_WEIGHT`; for a hard rule, its
        share of infeasibility.
    priority
        1 (first to give up) to 10 (last); orders rules for people, not for the solver.
    active
        An inactive rule is kept but neither checked nor solved.
    source
        Where the rule comes from: a manual's section, a school, a network.
    """

    osss_rule: ClassVar[str | None] = None
    """Rule id in the Open Sports Scheduling Standard, where it names the same rule."""

    id: ConstraintId
    hard: bool = True
    weight: int = 1
    priority: int = 5
    active: bool = True
    source: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= MAX_WEIGHT:
            raise ValueError(f"weight must lie between 1 and {MAX_WEIGHT}")
        if not 1 <= self.priority <= 10:
            raise ValueError("priority must lie between 1 and 10")
        for field in fields(self):
            _refuse_beyond_reason(getattr(self, field.name), field.name)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Every place where the schedule breaks this rule."""
        raise NotImplementedError


def refuse_empty(
    names: tuple[TeamId, ...] | tuple[SlotId, ...] | None, field: str
) -> None:
    """An empty list would mean nothing; all are meant where there is no list."""
    if names is not None and not names:
        raise ValueError(f"{field} must not be empty")


def refuse_negative(**limits: int | None) -> None:
    for name, limit in limits.items():
        if limit is not None and limit < 0:
            raise ValueError(f"{name} must not be negative")


def _refuse_beyond_reason(value: object, field: str) -> None:
    """Numbers that sums could not hold; names that would count twice."""
    if isinstance(value, int) and abs(value) > MAX_LIMIT:
        raise ValueError(f"{field} must lie between -{MAX_LIMIT} and {MAX_LIMIT}")
    if isinstance(value, tuple) and all(isinstance(name, str) for name in value):
        for name in value:
            if value.count(name) > 1:
                raise ValueError(f"{field} must not name {name} twice")
