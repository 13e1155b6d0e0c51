"""A first schedule to search from: the circle method, spread over the rounds.

Every pair as often as the format asks, by de Werra's canonical factorisation (1981,
doi 10.1016/S0304-0208(08)73478-9); games that do not fit beside locked ones are left
for the search to place.
"""

from flextime.domain.attempts import Instance
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import Placed, placed_games


def first_games(instance: Instance, league: CompiledLeague) -> list[Placed]:
    """Games of the start as it stands, then the circle's where rounds are free."""
    start = placed_games(instance, instance.start) if instance.start else []
    return [*start, *circle_games(league)] if _needs_more(start, league) else start


def _needs_more(start: list[Placed], league: CompiledLeague) -> bool:
    return 2 * len(start) < league.games_per_team * league.teams


def circle_games(league: CompiledLeague) -> list[Placed]:
    """One round of the circle for each game of a team, evenly over the calendar."""
    teams = league.teams
    rounds = league.rounds
    needed = min(rounds, league.games_per_team)
    meetings: dict[tuple[int, int], int] = {}
    games = []
    for turn in range(needed):
        slot = int(league.round_slots[turn * rounds // needed])
        for one, other in _circle_round(teams, turn):
            times = meetings.get((one, other), 0)
            meetings[one, other] = meetings[other, one] = times + 1
            flip = (times + one + other) % 2
            games.append((other, one, slot) if flip else (one, other, slot))
    return games


def _circle_round(teams: int, turn: int) -> list[tuple[int, int]]:
    size = teams + teams % 2
    turn %= size - 1
    ring = [(turn + step) % (size - 1) for step in range(size - 1)]
    pairs = [(ring[0], size - 1)]
    pairs += [(ring[step], ring[-step]) for step in range(1, size // 2)]
    return [(min(pair), max(pair)) for pair in pairs if max(pair) < teams]
