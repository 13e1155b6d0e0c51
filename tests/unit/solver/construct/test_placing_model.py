"""The MIP that assigns chosen games to rounds."""

from math import inf

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.placing_model import has_pairing_choice, place_games
from flextime_solver.instance.compiler import compile_league


def test_no_team_plays_twice_in_a_round() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    games = [(1, 0), (0, 2), (0, 3), (2, 1), (1, 3), (3, 2)]

    placed = place_games(compile_league(Instance(league)), games, inf)

    assert sorted(game[:2] for game in placed) == sorted(games)
    for slot in range(3):
        teams = [team for *game, at in placed if at == slot for team in game]
        assert len(teams) == len(set(teams))


def test_no_games_are_returned_if_no_assignment_exists() -> None:
    league = a_league("A B C D", "4 11 18", format_=RoundRobin(times=1))
    too_many = [(0, 1), (1, 0), (0, 1), (1, 0)]

    assert place_games(compile_league(Instance(league)), too_many, inf) == []


def test_only_an_even_number_of_meetings_leaves_no_choice_of_hosts() -> None:
    once, twice = (
        compile_league(Instance(a_league("A B", "4 11", format_=RoundRobin(times=n))))
        for n in (1, 2)
    )

    assert has_pairing_choice(once)
    assert not has_pairing_choice(twice)
