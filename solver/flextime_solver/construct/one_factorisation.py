"""Random rounds in which every two teams meet once: where a search starts.

The canonical rounds of the circle method are no start for exchanges along chains. Of
a prime number of teams and one, any two of its rounds form a single cycle, so that
every chain drags all teams along. The hill climbing of Dinitz and Stinson (1987),
doi 10.1137/0608035, draws rounds that have short cycles too.
"""

from random import Random

Pair = tuple[int, int]

_NOBODY = -1
_PATIENCE = 50
"""Steps for each game before the climb begins again."""


def random_rounds(teams: int, random: Random) -> list[list[Pair]]:
    """As few rounds as there can be, every pair in one; a bye each if teams are odd."""
    size = teams + teams % 2
    while True:
        rounds = _climb(size, random)
        if rounds is not None:
            return [[pair for pair in round_ if max(pair) < teams] for round_ in rounds]


def _climb(size: int, random: Random) -> list[list[Pair]] | None:
    """Place game after game; one that is in the way makes room. None when stuck."""
    opponent = [[_NOBODY] * size for _ in range(size - 1)]
    unmet = [set(range(size)) - {team} for team in range(size)]
    missing = size * (size - 1) // 2
    for _ in range(_PATIENCE * missing):
        if missing == 0:
            return [_pairs(row) for row in opponent]
        one = random.choice([team for team in range(size) if unmet[team]])
        row = random.choice([row for row in opponent if row[one] == _NOBODY])
        other = random.choice(sorted(unmet[one]))
        third = row[other]
        row[one], row[other] = other, one
        unmet[one].discard(other)
        unmet[other].discard(one)
        if third == _NOBODY:
            missing -= 1
        else:
            row[third] = _NOBODY
            unmet[third].add(other)
            unmet[other].add(third)
    return None


def _pairs(opponent: list[int]) -> list[Pair]:
    return [(team, other) for team, other in enumerate(opponent) if team < other]
