from builders import a_league
from flextime.domain.attempts import Instance
from flextime.domain.formats import RoundRobin
from flextime_solver.model.compile import compile_league
from flextime_solver.model.schedules import board_of
from flextime_solver.params import MoveWeights
from flextime_solver.search.anneal import anneal
from flextime_solver.search.construct import drawn_games
from flextime_solver.search.walk import new_walk

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"


def test_moves_keep_a_season_in_parts_and_each_pairs_venues() -> None:
    format_ = RoundRobin(times=2, phased=True)
    league = compile_league(
        Instance(a_league("A B C D E F", _TEN_DAYS, format_=format_))
    )
    board = board_of(league, drawn_games(league, seed=1))
    walk = new_walk(1, MoveWeights().as_array())
    walk.temperature = 1e9

    anneal(league, board, walk, 2000)

    teams = league.teams
    pairs = [(one, other) for one in range(teams) for other in range(teams)]
    met = [pair for pair in pairs if pair[0] != pair[1]]
    assert walk.accepted.sum() > 1000
    assert all(board.hosted[pair] == 1 for pair in met)
    assert all(board.in_phase[*pair, part] == 1 for pair in met for part in range(2))
