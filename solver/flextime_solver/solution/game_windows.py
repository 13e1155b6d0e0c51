"""Windows that slide over a team's games in order of time.

A window is a number of successive games of the team. Its deviation is the number of
games that are missing from, or exceed, the limits. Sides are numbered 0 home, 1 away,
2 either; a set of teams is a mask (`instance.masks`).
"""

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.kernels import inner_kernel
from flextime_solver.solution.membership import in_teams
from flextime_solver.solution.team_sequence import AWAY, OPPONENT

_EITHER = 2


@inner_kernel
def opponent_window_deviation(sequence: Ints, games: int, rule: Ints) -> int:
    """Return the deviation of the windows' games on a side against some opponents."""
    length, side, opponents, low, high = rule[3], rule[4], rule[5], rule[6], rule[7]
    deviation = 0
    counted = 0
    for game in range(games):
        counted += _counts(sequence, game, side, opponents)
        if game >= length:
            counted -= _counts(sequence, game - length, side, opponents)
        if game >= length - 1:
            deviation += max(0, counted - high) + max(0, low - counted)
    return int(deviation)


@inner_kernel
def side_window_deviation(away: Ints, games: int, rule: Ints) -> int:
    """Return the deviation of the windows' games on a side, against any opponent."""
    length, side, low, high = rule[3], rule[4], rule[5], rule[6]
    deviation = 0
    counted = 0
    for game in range(games):
        counted += side in (away[game], _EITHER)
        if game >= length:
            counted -= side in (away[game - length], _EITHER)
        if game >= length - 1:
            deviation += max(0, counted - high) + max(0, low - counted)
    return int(deviation)


@inner_kernel
def away_window_deviation(away: Ints, games: int, rule: Ints) -> int:
    """Return the away games beyond the limit in all, the first or the last windows.

    The rule's first parameter is 0 for every window, 1 for the first and 2 for the last
    one of the season.
    """
    where, length, max_away = rule[3], rule[4], rule[5]
    if games < length:
        return 0
    first = games - length if where == 2 else 0
    last = 0 if where == 1 else games - length
    away_games = 0
    for game in range(first, first + length):
        away_games += away[game]
    deviation = max(0, away_games - max_away)
    for start in range(first + 1, last + 1):
        away_games += away[start + length - 1] - away[start - 1]
        deviation += max(0, away_games - max_away)
    return int(deviation)


@inner_kernel
def _counts(sequence: Ints, game: int, side: int, opponents: int) -> bool:
    on_side = side == _EITHER or sequence[AWAY, game] == side
    return on_side and in_teams(opponents, sequence[OPPONENT, game])
