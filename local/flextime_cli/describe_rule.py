"""Describe a rule in one line, as a planner would name it."""

from collections.abc import Iterator
from dataclasses import fields

from flextime.domain.constraints import Constraint, Rule
from flextime.domain.ids import ConstraintId, SlotId, TeamId
from flextime.domain.leagues.league import League

_MAX_NAMED = 4
_HEAD = {field.name for field in fields(Rule)} | {"kind"}


def rule_of(league: League, name: ConstraintId) -> Constraint:
    """Return the rule of a league with this id.

    Raises
    ------
    StopIteration
        If the league has no such rule.
    """
    return next(rule for rule in league.constraints if rule.id == name)


def describe(league: League, rule: Constraint) -> str:
    """Return kind, teams, dates and limits, such as ``no sunday: Kansas, Utah``."""
    kind = rule.kind.replace("_", " ")
    parts = "; ".join(_parts(league, rule))
    return f"{kind}: {parts}" if parts else kind


def _parts(league: League, rule: Constraint) -> Iterator[str]:
    for field in fields(rule):
        value = getattr(rule, field.name)
        if field.name in _HEAD or value is None or value == field.default:
            continue
        label = field.name.replace("_", " ")
        words = _value(league, value)
        named = isinstance(value, tuple) or value in league.team_by_id
        yield words if named else f"{label} {words}"


def _value(league: League, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, tuple):
        return _name(league, value)
    some = ", ".join(_value(league, one) for one in value[:_MAX_NAMED])
    more = len(value) - _MAX_NAMED
    return f"{some} and {more} more" if more > 0 else some


def _name(league: League, value: object) -> str:
    """A team by its name, a slot by its date."""
    text = str(value)
    if (team := league.team_by_id.get(TeamId(text))) is not None:
        return team.name
    if (slot := league.slot_by_id.get(SlotId(text))) is not None:
        return f"{slot.date}" + (f" {slot.window}" if slot.window else "")
    return text
