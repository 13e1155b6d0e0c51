"""The base class of all constraints, and the deviations that they report."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

from flextime.domain.ids import ConstraintId, GameId, SlotId, TeamId
from flextime.domain.points import MAX_LIMIT, MAX_WEIGHT
from flextime.domain.text import LongText, ensure_texts

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Deviation:
    """A violation of a constraint at one place of a schedule, before weighting.

    Attributes
    ----------
    amount
        Size of the violation, a positive integer that docs/model.md defines.
    message
        One sentence that names the teams and dates.
    """

    amount: int
    message: str
    teams: tuple[TeamId, ...] = ()
    games: tuple[GameId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Base class of all constraints, with the fields that every kind has.

    Attributes
    ----------
    hard
        Whether a violation makes a schedule infeasible, or costs points.
    weight
        Penalty for each unit of deviation, 1 to `MAX_WEIGHT`: points for a soft
        constraint, infeasibility for a hard one.
    priority
        1 (least important) to 10 (most important), for people; the solver ignores it.
    active
        An inactive constraint is stored, but neither checked nor solved.
    source
        Origin of the constraint: a section of a manual, a school, a network.

    Raises
    ------
    ValueError
        If a number is out of range, a name is repeated within one field, or `source`
        violates its limits.
    """

    osss_rule: ClassVar[str | None] = None
    """Id of the same rule in the Open Sports Scheduling Standard, if it has one."""

    id: ConstraintId
    hard: bool = True
    weight: int = 1
    priority: int = 5
    active: bool = True
    source: LongText | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)
        if not 1 <= self.weight <= MAX_WEIGHT:
            raise ValueError(f"weight must lie between 1 and {MAX_WEIGHT}")
        if not 1 <= self.priority <= 10:
            raise ValueError("priority must lie between 1 and 10")
        for field in fields(self):
            _ensure_in_range(getattr(self, field.name), field.name)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation for each place where a schedule violates the constraint."""
        raise NotImplementedError


def ensure_not_empty(
    names: tuple[TeamId, ...] | tuple[SlotId, ...] | None, field: str
) -> None:
    """Raise `ValueError` for an empty list; None, which means all, is allowed."""
    if names is not None and not names:
        raise ValueError(f"{field} must not be empty")


def ensure_not_negative(**limits: int | None) -> None:
    """Raise `ValueError` for a negative number; the message has the keyword."""
    for name, limit in limits.items():
        if limit is not None and limit < 0:
            raise ValueError(f"{name} must not be negative")


def _ensure_in_range(value: object, field: str) -> None:
    """Raise `ValueError` for a number above `MAX_LIMIT` or a repeated name."""
    if isinstance(value, int) and abs(value) > MAX_LIMIT:
        raise ValueError(f"{field} must lie between -{MAX_LIMIT} and {MAX_LIMIT}")
    if isinstance(value, tuple) and all(isinstance(name, str) for name in value):
        for name in value:
            if value.count(name) > 1:
                raise ValueError(f"{field} must not name {name} twice")
