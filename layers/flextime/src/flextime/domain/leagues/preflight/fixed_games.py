"""Necessary conditions of fixed games, alone and in pairs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from flextime.domain.constraints.fixed_game import FixedGame
from flextime.domain.errors import Problem
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.preflight.availability import Availability
from flextime.domain.leagues.preflight.hard_rules import hard_rules


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A hard fixed game and its slots that are still available."""

    at: str
    rule: FixedGame
    slots: tuple[SlotId, ...]

    @property
    def teams(self) -> set[TeamId]:
        return {self.rule.home, self.rule.away}


def fixed_game_problems(availability: Availability) -> Iterator[Problem]:
    """Yield a problem for each fixed game that cannot take place.

    A game needs a slot in which the home team can host and the away team can play. Two
    fixed games of one team need two slots in different rounds, with enough days of rest
    between them.
    """
    fixed = [
        _Fixed(at, rule, _open_slots(availability, rule))
        for at, rule in hard_rules(availability.league, FixedGame)
    ]
    for game in fixed:
        if not game.slots:
            yield Problem(f"{game.at}/slots", _why_closed(availability, game.rule))
        if _meetings_at_home(availability, game.rule) == 0:
            yield Problem(
                game.at,
                f"{_title(availability, game.rule)} is fixed, but the format has no"
                " such game",
            )
    for one, other in combinations([game for game in fixed if game.slots], 2):
        if one.teams & other.teams and not _fit_together(availability, one, other):
            yield Problem(
                f"{other.at}/slots",
                f"{_title(availability, other.rule)} and"
                f" {_title(availability, one.rule)} are both fixed, but a team that"
                " plays in both cannot play on these dates",
            )


def _open_slots(availability: Availability, rule: FixedGame) -> tuple[SlotId, ...]:
    return tuple(
        slot
        for slot in rule.slots
        if availability.can_host(rule.home, slot)
        and availability.can_play(rule.away, slot)
    )


def _why_closed(availability: Availability, rule: FixedGame) -> str:
    slot = rule.slots[0]
    names = availability.league.team_by_id
    if not availability.can_play(rule.home, slot):
        reason = f"{names[rule.home].name} cannot play"
    elif not availability.can_play(rule.away, slot):
        reason = f"{names[rule.away].name} cannot play"
    else:
        reason = f"the venue of {names[rule.home].name} is not available"
    others = ", nor in its other slots" if len(rule.slots) > 1 else ""
    return f"{_title(availability, rule)} cannot be on {slot}: {reason}{others}"


def _title(availability: Availability, rule: FixedGame) -> str:
    names = availability.league.team_by_id
    return f"{names[rule.away].name} at {names[rule.home].name}"


def _meetings_at_home(availability: Availability, rule: FixedGame) -> int:
    allowed = availability.league.format.meetings(rule.home, rule.away)
    return allowed.at_most_at_one_venue


def _fit_together(availability: Availability, one: _Fixed, other: _Fixed) -> bool:
    same_game = one.rule.home == other.rule.home and one.rule.away == other.rule.away
    if same_game and set(one.slots) & set(other.slots):
        return True
    rest_days = max(availability.rest_days(t) for t in one.teams & other.teams)
    return any(
        _apart(availability, first, second, rest_days)
        for first in one.slots
        for second in other.slots
    )


def _apart(
    availability: Availability, first: SlotId, second: SlotId, rest_days: int
) -> bool:
    league = availability.league
    if league.round_position[first] == league.round_position[second]:
        return False
    slots = league.slot_by_id[first], league.slot_by_id[second]
    before, after = sorted(slots, key=lambda slot: slot.date)
    return league.days_apart(before, after) > rest_days
