from builders import a_league
from flextime.domain.attempts import Instance
from flextime.domain.formats import RoundRobin
from flextime_solver.model.compile import compile_league
from flextime_solver.model.compiled import CompiledLeague
from flextime_solver.model.schedules import board_of
from flextime_solver.params import MoveWeights
from flextime_solver.score.board import Board
from flextime_solver.search.anneal import anneal
from flextime_solver.search.construct import drawn_games
from flextime_solver.search.walk import Walk, new_walk

_TEN_DAYS = "4 11 18 25 32 39 46 53 60 67"
_TEAMS_CHAINS_ONLY = MoveWeights(0, 0, 0, 0, 0, 0.7, 0.3, 0, 0)


def a_double_round_robin(days: str) -> CompiledLeague:
    format_ = RoundRobin(times=2)
    return compile_league(Instance(a_league("A B C D E F", days, format_=format_)))


def after_moves(league: CompiledLeague, weights: MoveWeights) -> tuple[Board, Walk]:
    board = board_of(league, drawn_games(league, seed=1))
    walk = new_walk(1, MoveWeights().as_array())
    walk.temperature = 1e9
    walk.hard_weight = 1.0
    anneal(league, board, walk, 500)
    walk.weights[:] = weights.as_array()
    walk.tried[:], walk.accepted[:] = 0, 0
    walk.temperature, walk.hard_weight = 1e-9, 1e9
    anneal(league, board, walk, 500)
    return board, walk


def test_two_teams_exchange_games_and_each_game_is_still_played_once() -> None:
    league = a_double_round_robin(_TEN_DAYS)

    board, walk = after_moves(league, _TEAMS_CHAINS_ONLY)

    assert league.every_game_once
    assert walk.accepted.sum() > 400
    assert all(
        board.hosted[home, away] == 1
        for home in range(6)
        for away in range(6)
        if home != away
    )


def test_teams_that_rest_in_a_round_exchange_games_all_the_same() -> None:
    league = a_double_round_robin(f"{_TEN_DAYS} 74 81")

    board, walk = after_moves(league, _TEAMS_CHAINS_ONLY)

    assert walk.accepted.sum() > 400
    assert all(board.games[team] == 10 for team in range(6))


def test_in_a_single_round_robin_games_may_change_their_venue() -> None:
    league = compile_league(Instance(a_league("A B C D", "4 11 18")))

    assert not league.every_game_once
