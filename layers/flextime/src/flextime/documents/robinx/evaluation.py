"""Infeasibility and objective of a solution, as the field counts them."""

from collections import Counter
from dataclasses import dataclass
from itertools import permutations

from flextime.domain.checker import Violation, check
from flextime.domain.formats import RoundRobin
from flextime.domain.league import League
from flextime.domain.schedule import Schedule
from flextime.domain.structure import BASE_RULES


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Two numbers and the parts that add up to them.

    Attributes
    ----------
    base_violations
        Games missing, teams that play twice in a slot, halves that are none.
    travel
        In the instance's own unit.
    """

    infeasibility: int
    objective: float
    base_violations: int
    travel: float
    violations: tuple[Violation, ...]


def evaluate(league: League, schedule: Schedule) -> Evaluation:
    """Weighted deviations of hard and soft rules, and base violations.

    The base counts follow the International Timetabling Competition 2021: one a game
    that is missing, two a game too many of a team in a slot, and for phased seasons
    one an ordered pair that does not meet exactly once in the first half.
    """
    report = check(league, schedule)
    rules = tuple(v for v in report.violations if v.kind not in BASE_RULES)
    base = _missing_games(league, schedule) + _crowded_slots(schedule)
    base += _first_half(league, schedule)
    return Evaluation(
        infeasibility=base + sum(v.penalty for v in rules if v.hard),
        objective=report.score.objective,
        base_violations=base,
        travel=report.score.travel_m / 1000 * report.score.travel_points_per_km,
        violations=rules,
    )


def _round_robin(league: League) -> RoundRobin:
    if not isinstance(league.format, RoundRobin):
        raise TypeError("an instance of RobinX is a round robin")
    return league.format


def _missing_games(league: League, schedule: Schedule) -> int:
    teams = len(league.teams)
    needed = _round_robin(league).times * teams * (teams - 1) // 2
    return max(0, needed - len(schedule.games))


def _crowded_slots(schedule: Schedule) -> int:
    played = Counter(
        (team, game.slot) for game in schedule.games for team in (game.home, game.away)
    )
    return sum(2 * (games - 1) for games in played.values() if games > 1)


def _first_half(league: League, schedule: Schedule) -> int:
    if not _round_robin(league).phased:
        return 0
    half = len(league.calendar.rounds) // 2
    place = league.slot_position
    meetings = Counter(
        frozenset((game.home, game.away))
        for game in schedule.games
        if game.slot is not None and place[game.slot] < half
    )
    pairs = permutations((team.id for team in league.teams), 2)
    return sum(meetings[frozenset(pair)] != 1 for pair in pairs)
