"""Random rounds in which every two teams meet once: a random 1-factorisation.

Rounds of the circle method are a poor start for Kempe chains: if the number of teams is
a prime plus one, the union of any two rounds is a single cycle, so that every chain
contains all teams. The hill climbing of Dinitz and Stinson (1987),
doi 10.1137/0608035, draws rounds with short cycles too.
"""

from random import Random

Pair = tuple[int, int]

_NO_OPPONENT = -1
_MAX_STEPS_PER_GAME = 50
"""Steps for each game after which the climb restarts."""


def random_rounds(teams: int, random: Random) -> list[list[Pair]]:
    """Return the fewest rounds in which every two teams meet once.

    Parameters
    ----------
    teams
        Number of teams; if it is odd each team has one bye.
    random
        Source of random numbers.

    Returns
    -------
    Pairs (smaller team, larger team) of each round.
    """
    size = teams + teams % 2
    while True:
        rounds = _climb(size, random)
        if rounds is not None:
            return [[pair for pair in round_ if max(pair) < teams] for round_ in rounds]


def _climb(size: int, random: Random) -> list[list[Pair]] | None:
    """Add games one by one, each replacing a conflicting one; None if stuck."""
    opponent = [[_NO_OPPONENT] * size for _ in range(size - 1)]
    unmet = [set(range(size)) - {team} for team in range(size)]
    missing = size * (size - 1) // 2
    for _ in range(_MAX_STEPS_PER_GAME * missing):
        if missing == 0:
            return [_pairs(row) for row in opponent]
        one = random.choice([team for team in range(size) if unmet[team]])
        row = random.choice([row for row in opponent if row[one] == _NO_OPPONENT])
        other = random.choice(sorted(unmet[one]))
        third = row[other]
        row[one], row[other] = other, one
        unmet[one].discard(other)
        unmet[other].discard(one)
        if third == _NO_OPPONENT:
            missing -= 1
        else:
            row[third] = _NO_OPPONENT
            unmet[third].add(other)
            unmet[other].add(third)
    return None


def _pairs(opponent: list[int]) -> list[Pair]:
    return [(team, other) for team, other in enumerate(opponent) if team < other]
