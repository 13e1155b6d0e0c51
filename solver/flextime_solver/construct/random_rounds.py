"""A random start: random rounds, spread evenly over the calendar.

Every two teams meet as often as the format asks; games that conflict with locked ones
are left for the search to place.
"""

from random import Random

from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.one_factorisation import random_rounds
from flextime_solver.instance.compiled_league import CompiledLeague
from flextime_solver.solution.conversion import PlacedGame, placed_games


def initial_games(
    instance: Instance, league: CompiledLeague, seed: int
) -> list[PlacedGame]:
    """Return the games of the instance's start, and random ones if it lacks games.

    Random games may conflict with those of the start, which come first; they are then
    left out when a solution is built.
    """
    start = placed_games(instance, instance.start) if instance.start else []
    return (
        [*start, *random_games(league, seed)] if _needs_more(start, league) else start
    )


def _needs_more(start: list[PlacedGame], league: CompiledLeague) -> bool:
    return 2 * len(start) < league.games_per_team * league.teams


def random_games(league: CompiledLeague, seed: int) -> list[PlacedGame]:
    """Return random rounds, one for each game of a team, spread over the calendar."""
    drawn = random_rounds(league.teams, Random(seed))  # noqa: S311 - a start, no secret
    rounds = league.rounds
    needed = min(rounds, league.games_per_team)
    meetings: dict[tuple[int, int], int] = {}
    games = []
    for turn in range(needed):
        slot = int(league.round_slots[turn * rounds // needed])
        for one, other in drawn[turn % len(drawn)]:
            times = meetings.get((one, other), 0)
            meetings[one, other] = times + 1
            flip = (times + one + other) % 2
            games.append((other, one, slot) if flip else (one, other, slot))
    return games
