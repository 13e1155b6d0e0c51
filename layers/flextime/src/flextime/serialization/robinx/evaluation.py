"""Infeasibility and objective of a solution, as the field counts them."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, permutations

from flextime.domain.ids import TeamId
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import Violation, check
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.structure import BASE_RULES
from flextime.serialization.robinx.basic_constraints import AllGames

EVERY_GAME = AllGames()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Two numbers and the parts that add up to them.

    Attributes
    ----------
    base_violations
        Hard ones that no constraint names: games missing or too many, teams that play
        twice in a slot, parts of a phased season in which not all meet.
    unscheduled_penalty
        Points for missing games where the instance does not ask for all.
    travel
        In the instance's own unit.
    """

    infeasibility: int
    objective: float
    base_violations: int
    unscheduled_penalty: int
    travel: float
    violations: tuple[Violation, ...]


def evaluate(
    league: League, schedule: Schedule, all_games: AllGames = EVERY_GAME
) -> Evaluation:
    """Weighted deviations of hard and soft rules, and base violations.

    The base counts follow the International Timetabling Competition 2021: one a game
    that is missing (what `all_games` says), two a game too many of a team in a slot,
    and for phased seasons one an ordered pair that does not meet exactly once in a
    part before the last. A game that the format does not have counts one.
    """
    report = check(league, schedule)
    rules = tuple(v for v in report.violations if v.kind not in BASE_RULES)
    missing, surplus = _missing_and_surplus(league, schedule)
    missing *= all_games.penalty
    base = surplus + _crowded_slots(schedule) + _parts(league, schedule)
    if all_games.hard:
        base += missing
    soft_missing = 0 if all_games.hard else missing
    return Evaluation(
        infeasibility=base + sum(v.penalty for v in rules if v.hard),
        objective=report.score.objective + soft_missing,
        base_violations=base,
        unscheduled_penalty=soft_missing,
        travel=report.score.travel_m / 1000 * report.score.travel_points_per_km,
        violations=rules,
    )


def _round_robin(league: League) -> RoundRobin:
    if not isinstance(league.format, RoundRobin):
        raise TypeError("an instance of RobinX is a round robin")
    return league.format


def _missing_and_surplus(league: League, schedule: Schedule) -> tuple[int, int]:
    """Games of the format that are not there, and games that it does not have."""
    played = Counter((game.home, game.away) for game in schedule.games)
    missing = surplus = 0
    for first, second in combinations((team.id for team in league.teams), 2):
        hosted, visited = played[first, second], played[second, first]
        useful = _useful(league, first, second, hosted, visited)
        missing += _round_robin(league).times - useful
        surplus += hosted + visited - useful
    return missing, surplus


def _useful(
    league: League, first: TeamId, second: TeamId, hosted: int, visited: int
) -> int:
    """Of a pair's games, those that the format has: the venues are shared out."""
    meetings = _round_robin(league).meetings(first, second)
    maximum = meetings.at_most_at_one_venue
    return min(meetings.at_most, min(hosted, most) + min(visited, most))


def _crowded_slots(schedule: Schedule) -> int:
    played = Counter(
        (team, game.slot) for game in schedule.games for team in (game.home, game.away)
    )
    return sum(2 * (games - 1) for games in played.values() if games > 1)


def _parts(league: League, schedule: Schedule) -> int:
    """Ordered pairs that do not meet once in a part; the last follows from the rest."""
    format_ = _round_robin(league)
    if not format_.phased:
        return 0
    size = len(league.calendar.rounds) // format_.times
    place = league.slot_position
    meetings = Counter(
        (frozenset((game.home, game.away)), place[game.slot] // size)
        for game in schedule.games
        if game.slot is not None
    )
    return sum(
        meetings[frozenset(pair), part] != 1
        for pair in permutations((team.id for team in league.teams), 2)
        for part in range(format_.times - 1)
    )
