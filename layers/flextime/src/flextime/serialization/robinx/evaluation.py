"""Infeasibility and objective of a solution by the rules of RobinX."""

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

ALL_GAMES_HARD = AllGames()
"""BA1 as it is when an instance does not list it."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Infeasibility and objective, with the parts that add up to them.

    Attributes
    ----------
    base_violations
        Violations of the format: missing or surplus games, teams that play twice in a
        slot, pairs that do not meet in a part of a phased season.
    unscheduled_penalty
        Penalty of missing games where BA1 is soft.
    travel
        Travel in the unit of the instance.
    """

    infeasibility: int
    objective: float
    base_violations: int
    unscheduled_penalty: int
    travel: float
    violations: tuple[Violation, ...]


def evaluate(
    league: League, schedule: Schedule, all_games: AllGames = ALL_GAMES_HARD
) -> Evaluation:
    """Evaluate a schedule: weighted deviations and base violations.

    Base violations are counted as by the International Timetabling Competition 2021
    (Van Bulck and Goossens 2023, EJOR 308(3)): 1 for each missing game (or the penalty
    of `all_games`), 2 for each additional game of a team in a slot, and in phased
    seasons 1 for each ordered pair that does not meet exactly once in a part before the
    last. A game that the format does not have counts 1.

    Raises
    ------
    InvalidSchedule
        If the schedule names a team or slot that the league does not have.
    TypeError
        If the format of the league is not a round robin.
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
        raise TypeError("a RobinX instance must be a round robin")
    return league.format


def _missing_and_surplus(league: League, schedule: Schedule) -> tuple[int, int]:
    """Return the number of missing games and of games that the format lacks."""
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
    """Count the games of a pair that the format has, at most half at each team."""
    meetings = _round_robin(league).meetings(first, second)
    maximum = meetings.at_most_at_one_venue
    return min(meetings.at_most, min(hosted, maximum) + min(visited, maximum))


def _crowded_slots(schedule: Schedule) -> int:
    played = Counter(
        (team, game.slot) for game in schedule.games for team in (game.home, game.away)
    )
    return sum(2 * (games - 1) for games in played.values() if games > 1)


def _parts(league: League, schedule: Schedule) -> int:
    """Count ordered pairs that do not meet once in a part before the last."""
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
