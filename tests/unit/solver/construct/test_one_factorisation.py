"""Random rounds of a single round robin."""

from itertools import combinations
from random import Random

import pytest

from flextime_solver.construct.one_factorisation import Pair, random_rounds


def drawn(teams: int, seed: int) -> list[list[Pair]]:
    return random_rounds(teams, Random(seed))  # noqa: S311 - rounds, no secret


@pytest.mark.parametrize("teams", [2, 3, 6, 9, 16])
def test_every_two_teams_meet_once_and_no_team_plays_twice_in_a_round(
    teams: int,
) -> None:
    rounds = drawn(teams, 1)

    games = sorted(pair for round_ in rounds for pair in round_)
    assert games == list(combinations(range(teams), 2))
    for round_ in rounds:
        playing = [team for pair in round_ for team in pair]
        assert len(playing) == len(set(playing))


def test_different_seeds_give_different_rounds() -> None:
    assert drawn(8, 1) != drawn(8, 2)
